//! What is not set in lines: squares with a number, the shapes of a status, icons, bars, charts, hairlines, QR codes.

use super::{CAPITAL, Lettering, single};
use crate::picture::lines::Words;
use crate::picture::palette::{Colour, Family};
use crate::picture::scene::{Area, Mark};

/// A number in a square.
pub(in crate::picture::layout) struct Square {
    pub(in crate::picture::layout) words: Words,
    pub(in crate::picture::layout) plain: String,
    /// Of the square, px.
    pub(in crate::picture::layout) size: f32,
    /// Of the square, then of the number.
    pub(in crate::picture::layout) colours: (Colour, Colour),
}

/// A shape and a word.
pub(in crate::picture::layout) struct Status {
    pub(in crate::picture::layout) family: Family,
    /// With room for the shape on its left.
    pub(in crate::picture::layout) word: Lettering,
}

/// What has a size of its own.
pub(in crate::picture::layout) enum Shape {
    /// Lines in 24 × 24.
    Icon { size: f32, body: String, stroke: Colour },
    /// A length and what is left of it.
    Bar { share: f32, fill: Colour, rest: Colour },
    /// A chart that was drawn for this ground: never larger than it was drawn, so that its words keep their size.
    Chart { width: f32, height: f32, svg: String, words: String },
    /// A line.
    Rule { fill: Colour },
    /// Nothing.
    Space,
    /// A code: the number of modules across, the side of one in px, the path of the dark ones in modules.
    Qr { modules: f32, scale: f32, data: String, dark: Colour, light: Colour },
}

/// The room of a status's shape, in sizes of its word.
pub(in crate::picture::layout) const SHAPE: f32 = 1.0;
const BAR: f32 = 16.0;
const HAIRLINE: f32 = 2.0;
/// As wide as a bar would like to be: the canvas without its margins.
const COLUMN: f32 = 936.0;

impl Square {
    /// The type fits in the square with a fifth left on both sides.
    fn letters(&self) -> f32 {
        let width = self.words.widest().max(0.01);
        (self.size * 0.6).min(self.size * 0.8 / width)
    }

    pub(super) fn baseline(&self) -> f32 {
        (self.size + CAPITAL * self.letters()) / 2.0
    }

    pub(super) fn paint(&self, area: Area, marks: &mut Vec<Mark>) {
        let square = Area { width: self.size, height: self.size, ..area };
        marks.push(Mark::Rect { area: square.snapped(), fill: self.colours.0 });
        let size = self.letters();
        let x = area.x + (self.size - self.words.widest() * size) / 2.0;
        let mut letters = single(&self.words, (x, area.y + self.baseline()), size, self.colours.1);
        letters.area = Area { y: area.y, height: self.size, ..letters.area };
        marks.push(Mark::Letters(letters));
    }
}

impl Status {
    pub(super) fn paint(&self, area: Area, marks: &mut Vec<Mark>) {
        let size = self.word.size;
        let side = size * 0.7;
        let middle = area.y + self.word.baseline() - CAPITAL * size / 2.0;
        let place = Area { x: area.x, y: middle - side / 2.0, width: side, height: side };
        let fill = self.word.colours.first().copied().unwrap_or(Colour([0; 3]));
        marks.push(Mark::Path {
            area: place,
            scale: side / 100.0,
            data: outline(self.family).to_owned(),
            fill,
        });
        self.word.paint(area, marks);
    }
}

/// The shape of a status in 100 × 100.
fn outline(family: Family) -> &'static str {
    match family {
        Family::Good => "M0 50a50 50 0 0 1 100 0a50 50 0 0 1-100 0z",
        Family::Ahead => "M50 4L100 94H0z",
        Family::Slight => "M4 4V96H96z",
        Family::Behind => "M4 4H96V96H4z",
        Family::Neutral => {
            "M0 50a50 50 0 0 1 100 0a50 50 0 0 1-100 0zM16 50a34 34 0 0 0 68 0a34 34 0 0 0-68 0z"
        }
    }
}

impl Shape {
    pub(super) fn size(&self, width: f32) -> (f32, f32) {
        match self {
            Shape::Icon { size, .. } => (*size, *size),
            Shape::Qr { modules, scale, .. } => (modules * scale, modules * scale),
            Shape::Bar { .. } => (width, BAR),
            Shape::Chart { width: own, height, .. } => {
                let width = width.min(*own);
                (width, height * width / own.max(1.0))
            }
            Shape::Rule { .. } => (width, HAIRLINE),
            Shape::Space => (0.0, 0.0),
        }
    }

    pub(super) fn widest(&self) -> f32 {
        match self {
            Shape::Icon { size, .. } => *size,
            Shape::Qr { modules, scale, .. } => modules * scale,
            Shape::Chart { width, .. } => *width,
            Shape::Bar { .. } => COLUMN,
            Shape::Rule { .. } | Shape::Space => 0.0,
        }
    }

    pub(super) fn narrowest(&self) -> f32 {
        match self {
            Shape::Icon { size, .. } => *size,
            Shape::Qr { modules, scale, .. } => modules * scale,
            Shape::Chart { width, .. } => width / 3.0,
            Shape::Bar { .. } => BAR * 4.0,
            Shape::Rule { .. } | Shape::Space => 0.0,
        }
    }

    pub(super) fn words(&self) -> &str {
        match self {
            Shape::Chart { words, .. } => words,
            _ => "",
        }
    }

    pub(super) fn paint(&self, area: Area, marks: &mut Vec<Mark>) {
        match self {
            Shape::Icon { size, body, stroke } => {
                let area = Area { width: *size, height: *size, ..area };
                marks.push(Mark::Icon { area, body: body.clone(), stroke: *stroke });
            }
            Shape::Bar { share, fill, rest } => {
                marks.push(Mark::Rect { area: area.snapped(), fill: *rest });
                // What is more than nothing is seen.
                let width = if *share > 0.0 { (area.width * share).max(4.0) } else { 0.0 };
                if width > 0.0 {
                    marks.push(Mark::Rect { area: Area { width, ..area }.snapped(), fill: *fill });
                }
            }
            Shape::Chart { width, svg, .. } => {
                let (across, down) = self.size(area.width);
                let area = Area { width: across, height: down, ..area };
                marks.push(Mark::Chart { area, scale: across / width.max(1.0), svg: svg.clone() });
            }
            Shape::Rule { fill } => {
                let y = area.y.round();
                let area = Area { y, height: HAIRLINE, ..area.snapped() };
                marks.push(Mark::Rect { area, fill: *fill });
            }
            Shape::Space => {}
            Shape::Qr { modules, scale, data, dark, light } => {
                let side = modules * scale;
                let square = Area { width: side, height: side, ..area }.snapped();
                marks.push(Mark::Rect { area: square, fill: *light });
                marks.push(Mark::Path { area: square, scale: *scale, data: data.clone(), fill: *dark });
            }
        }
    }
}
