//! What is drawn where: marks in px from the upper left, in the order in which they cover each other.

use super::palette::Colour;
use crate::font::Glyph;

/// A rectangle, in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    /// A filled rectangle, on whole pixels.
    Rect { area: Area, fill: Colour },
    /// A hairline inside a rectangle.
    Border { area: Area, stroke: Colour },
    /// Letters on a baseline.
    Letters(Letters),
    /// A filled path in its own units, laid at a point.
    Path { area: Area, scale: f32, data: String, fill: Colour },
    /// Lines of an icon, in 24 × 24.
    Icon { area: Area, body: String, stroke: Colour },
    /// A chart, whole.
    Chart { area: Area, scale: f32, svg: String },
    /// A word across everything below it.
    Stamp { letters: Letters, opacity: f32 },
}

/// Letters of one size and colour on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letters {
    /// What they cover: as wide as they are, as high as their line.
    pub(super) area: Area,
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) fill: Colour,
    /// Each with its distance from the left edge, in em.
    pub(super) glyphs: Vec<(Glyph, f32)>,
}

/// Words that somebody who does not see must be told, and where they stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spoken {
    pub(super) top: f32,
    pub(super) words: String,
}

/// A picture that was laid out.
#[derive(Clone, Debug, Default)]
pub(super) struct Scene {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) marks: Vec<Mark>,
    pub(super) spoken: Vec<Spoken>,
    /// Where it may be cut: ends of bands, sections and items.
    pub(super) ends: Vec<f32>,
}

impl Mark {
    /// What it covers.
    pub(super) fn area(&self) -> Area {
        match self {
            Mark::Rect { area, .. }
            | Mark::Border { area, .. }
            | Mark::Path { area, .. }
            | Mark::Icon { area, .. }
            | Mark::Chart { area, .. } => *area,
            Mark::Letters(letters) | Mark::Stamp { letters, .. } => letters.area,
        }
    }

    /// True for what may be cut through: grounds, and the word across everything.
    pub(super) fn is_ground(&self) -> bool {
        match self {
            Mark::Rect { area, .. } => area.height > 48.0,
            Mark::Border { .. } | Mark::Stamp { .. } => true,
            _ => false,
        }
    }
}

impl Area {
    /// The lower edge.
    pub(super) fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// The right edge.
    pub(super) fn right(&self) -> f32 {
        self.x + self.width
    }

    /// On whole pixels, so that edges are sharp and neighbours touch.
    pub(super) fn snapped(&self) -> Area {
        let (x, y) = (self.x.round(), self.y.round());
        Area { x, y, width: self.right().round() - x, height: self.bottom().round() - y }
    }
}
