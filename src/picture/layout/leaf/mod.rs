//! Boxes without others in them: how wide they want to be, how high they are in a width, and their marks.

mod figure;
mod letters;
mod shape;

pub(super) use figure::Figure;
pub(super) use letters::{Lettering, single};
pub(super) use shape::{SHAPE, Shape, Square, Status};

use crate::picture::scene::{Area, Mark};

/// A box without others in it.
pub(super) enum Leaf {
    /// Words in lines.
    Text(Lettering),
    /// A large numeral.
    Figure(Box<Figure>),
    /// A number in a square.
    Square(Square),
    /// A shape and a word.
    Status(Status),
    /// What has a size of its own.
    Shape(Shape),
}

/// How high the letters of the shipped fonts stand above the baseline, in em: the em box of Chinese.
pub(super) const ASCENT: f32 = 0.88;
/// The height of capitals and figures, in em.
pub(super) const CAPITAL: f32 = 0.733;

impl Leaf {
    /// Width and height when it has this much room across.
    pub(super) fn size(&self, width: f32) -> (f32, f32) {
        match self {
            Leaf::Text(text) => text.size(width),
            Leaf::Figure(figure) => figure.size(width),
            Leaf::Square(square) => (square.size, square.size),
            Leaf::Status(status) => status.word.size(width),
            Leaf::Shape(shape) => shape.size(width),
        }
    }

    /// The width that it would like.
    pub(super) fn widest(&self) -> f32 {
        match self {
            Leaf::Text(text) => text.widest(),
            Leaf::Figure(figure) => figure.widest(),
            Leaf::Square(square) => square.size,
            Leaf::Status(status) => status.word.widest(),
            Leaf::Shape(shape) => shape.widest(),
        }
    }

    /// The width below which it looks bad.
    pub(super) fn narrowest(&self) -> f32 {
        match self {
            Leaf::Text(text) => text.narrowest(),
            Leaf::Figure(figure) => figure.narrowest(),
            Leaf::Square(square) => square.size,
            Leaf::Status(status) => status.word.narrowest(),
            Leaf::Shape(shape) => shape.narrowest(),
        }
    }

    /// True for what never gives way beside others.
    pub(super) fn is_rigid(&self) -> bool {
        matches!(self, Leaf::Square(_) | Leaf::Shape(Shape::Icon { .. } | Shape::Qr { .. } | Shape::Space))
    }

    /// Its first baseline from the top, when it is so wide.
    pub(super) fn baseline(&self, width: f32) -> Option<f32> {
        match self {
            Leaf::Text(text) => Some(text.baseline()),
            Leaf::Figure(figure) => Some(figure.baseline(width)),
            Leaf::Square(square) => Some(square.baseline()),
            Leaf::Status(status) => Some(status.word.baseline()),
            Leaf::Shape(_) => None,
        }
    }

    /// Its marks in an area.
    pub(super) fn paint(&self, area: Area, marks: &mut Vec<Mark>) {
        match self {
            Leaf::Text(text) => text.paint(area, marks),
            Leaf::Figure(figure) => figure.paint(area, marks),
            Leaf::Square(square) => square.paint(area, marks),
            Leaf::Status(status) => status.paint(area, marks),
            Leaf::Shape(shape) => shape.paint(area, marks),
        }
    }

    /// What has to be said of it to somebody who does not see.
    pub(super) fn words(&self) -> &str {
        match self {
            Leaf::Text(text) => &text.plain,
            Leaf::Figure(figure) => &figure.plain,
            Leaf::Square(square) => &square.plain,
            Leaf::Status(status) => &status.word.plain,
            Leaf::Shape(shape) => shape.words(),
        }
    }
}
