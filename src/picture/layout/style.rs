//! Boxes in the words of taffy: the few styles that a picture needs.

use crate::picture::boxes::{Align, Justify};
use taffy::prelude::{fr, length, minmax, percent, zero};
use taffy::{AlignItems, Display, FlexDirection, FlexWrap, JustifyContent, Rect, Size, Style};

/// The way in which a parent stacks its children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// One under the other.
    Down,
    /// Side by side.
    Across,
    /// In cells.
    Cells,
}

/// One under the other.
pub(super) fn column(gap: f32, align: Align, justify: Justify) -> Style {
    Style {
        display: Display::Flex,
        flex_direction: FlexDirection::Column,
        gap: Size { width: zero(), height: length(gap) },
        align_items: items(align),
        justify_content: content(justify),
        ..Style::default()
    }
}

/// Side by side.
pub(super) fn row(gap: f32, align: Align, justify: Justify, wraps: FlexWrap) -> Style {
    Style {
        display: Display::Flex,
        flex_direction: FlexDirection::Row,
        flex_wrap: wraps,
        gap: Size { width: length(gap), height: length(gap.min(24.0)) },
        align_items: items(align),
        justify_content: content(justify),
        ..Style::default()
    }
}

/// Columns of one width.
pub(super) fn grid(columns: u16, gap: f32, row_gap: f32) -> Style {
    Style {
        display: Display::Grid,
        grid_template_columns: vec![minmax(zero(), fr(1.0)); usize::from(columns)],
        gap: Size { width: length(gap), height: length(row_gap) },
        ..Style::default()
    }
}

/// The same on all sides.
pub(super) fn around(size: f32) -> Rect<taffy::LengthPercentage> {
    Rect { left: length(size), right: length(size), top: length(size), bottom: length(size) }
}

/// What the parent has to know of a box: its share or width. Others keep the width of what is in them and give way to
/// words that need the room.
pub(super) fn place(style: &mut Style, (grow, width): (f32, Option<f32>), way: Way, rigid: bool) {
    style.max_size.width = percent(1.0);
    if way == Way::Down {
        style.flex_shrink = 0.0;
    }
    if way == Way::Across && rigid {
        style.flex_shrink = 0.0;
    }
    if grow > 0.0 && way != Way::Cells {
        style.flex_grow = grow;
        if way == Way::Across {
            style.flex_basis = zero();
        }
    }
    if let Some(width) = width {
        style.size.width = length(width);
        if way == Way::Across {
            style.flex_shrink = 0.0;
        }
    }
}

fn items(align: Align) -> AlignItems {
    match align {
        Align::Stretch => AlignItems::STRETCH,
        Align::Start => AlignItems::FLEX_START,
        Align::Center => AlignItems::CENTER,
        Align::End => AlignItems::FLEX_END,
        Align::Baseline => AlignItems::BASELINE,
    }
}

fn content(justify: Justify) -> JustifyContent {
    match justify {
        Justify::Start => JustifyContent::FLEX_START,
        Justify::Center => JustifyContent::CENTER,
        Justify::End => JustifyContent::FLEX_END,
        Justify::Between => JustifyContent::SPACE_BETWEEN,
    }
}
