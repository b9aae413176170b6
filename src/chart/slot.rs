//! What can be drawn, by name: each slot is a class of the style sheet.

use plotters_backend::BackendColor;

/// A place in the palette: what is drawn, not how it looks. To plotters it is a colour that nobody uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Slot {
    Grid,
    Axis,
    Plan,
    Actual,
    Dot,
    DotOpen,
    Goal,
    GoalOpen,
    Bar,
    Track,
    Tick,
    Text,
    Note,
    Strong,
    Example,
    On,
    Ahead,
    Slow,
    Behind,
    Neutral,
    Rail,
    Origin,
    Arrow,
}

/// The classes, in the order of [`Slot`].
const CLASSES: [&str; 23] = [
    "c-grid",
    "c-axis",
    "c-plan",
    "c-actual",
    "c-dot",
    "c-dot-open",
    "c-goal",
    "c-goal-open",
    "c-bar",
    "c-track",
    "c-tick",
    "c-text",
    "c-note",
    "c-strong",
    "c-example",
    "c-on",
    "c-ahead",
    "c-slow",
    "c-behind",
    "c-neutral",
    "c-rail",
    "c-origin",
    "c-arrow",
];

impl Slot {
    /// The class of what plotters was given as a colour.
    pub(super) fn class(colour: BackendColor) -> &'static str {
        CLASSES.get(usize::from(colour.rgb.2)).copied().unwrap_or("c-text")
    }
}

impl plotters::style::Color for Slot {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (0xFE, 0xC0, *self as u8) }
    }
}
