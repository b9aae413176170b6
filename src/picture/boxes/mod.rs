//! Boxes: what a template of a picture writes, read into a tree. roxmltree is fenced in here.
//!
//! Lengths are px of a canvas 1,080 wide. [`KNOWN`] is the table of all tags and attributes; the reader, the
//! messages and `docs/picture.md` follow it.

#[cfg(test)]
mod docs;
mod fault;
mod given;
mod known;
mod read;
mod role;
mod space;
mod tag;
#[cfg(test)]
mod tests;

pub use fault::{Fault, What};
pub use known::{Attribute, Holds, KNOWN, Kind, Known};
pub use read::parse;
pub use role::Role;

use super::palette::{Family, Ground, Tone};
use super::word::words;

/// One box with what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// Its share of the room left in a row; 0: as wide as it needs.
    pub grow: f32,
    /// Its width in px, where the template says one.
    pub width: Option<f32>,
    /// The boxes in it, in order.
    pub children: Vec<Node>,
    /// Its line in the rendered text, from 1.
    pub line: u32,
}

/// The kinds of boxes; `docs/picture.md` describes each. Lengths in px.
#[derive(Clone, Debug, PartialEq)]
pub enum Tag {
    /// A ground from edge to edge.
    Band {
        /// Its colour.
        tone: Ground,
        /// Above and below the content.
        pad: f32,
        /// Left and right of the content.
        margin: f32,
        /// Between its children.
        gap: f32,
        /// True where it takes what is left of a canvas of fixed height.
        fill: bool,
        /// Where its children stand across.
        align: Align,
        /// Where they stand from top to bottom, when there is room left.
        justify: Justify,
    },
    /// A numbered heading and what belongs to it.
    Section {
        /// The heading.
        title: String,
        /// Between its children; two bands in a row touch unless it is given.
        gap: Option<f32>,
    },
    /// One under the other.
    Stack {
        /// Between its children.
        gap: f32,
        /// Where they stand across.
        align: Align,
        /// True where they are a list.
        list: bool,
        /// The first child hangs in a column of this width, on one baseline with the second.
        hang: Option<f32>,
    },
    /// Side by side.
    Row {
        /// Between its children.
        gap: f32,
        /// Where they stand from top to bottom.
        align: Align,
        /// Where they stand across, when there is room left.
        justify: Justify,
        /// True where they go on in a new line when there is no room left.
        wrap: bool,
    },
    /// Columns of one width.
    Grid {
        /// How many.
        columns: u16,
        /// Between columns.
        gap: f32,
        /// Between rows.
        row_gap: f32,
        /// True where the children are a list.
        list: bool,
    },
    /// A rectangle around its children.
    Box {
        /// Its ground; none: that of the parent.
        tone: Option<Ground>,
        /// True with a hairline around it.
        border: bool,
        /// Around the content.
        pad: f32,
        /// Between its children.
        gap: f32,
        /// Its least height.
        height: Option<f32>,
        /// Where its children stand across.
        align: Align,
        /// Where they stand from top to bottom, when there is room left.
        justify: Justify,
    },
    /// Words.
    Text(Text),
    /// A large numeral with words beside it on the baseline.
    Figure {
        /// The numeral: `200`, `1,600`, `12.5%`.
        value: String,
        /// Before it: 超过.
        before: String,
        /// After it: 家.
        after: String,
        /// Its colour; the words beside it are ink.
        tone: Tone,
        /// Its size, from which it steps down where there is no room.
        size: f32,
    },
    /// A drawing in lines.
    Icon {
        /// The file of `picture/icons/`, without `.svg`.
        name: String,
        /// Width and height.
        size: f32,
        /// Its colour.
        tone: Tone,
    },
    /// A number of a list.
    Number {
        /// The number.
        value: String,
        /// In a square, or large by itself.
        style: NumberStyle,
        /// Of the square, or of the type.
        size: f32,
        /// Of the square, or of the numeral.
        tone: Tone,
    },
    /// A length, 16 high; what it means is said in words beside it.
    Bar {
        /// 0 to 1 of the whole.
        share: f32,
        /// Its colour.
        tone: Tone,
    },
    /// A chart by the name that the view gave it.
    Chart {
        /// That name.
        id: String,
    },
    /// A shape and a word in the colour of a status.
    Status {
        /// Which.
        family: Family,
        /// The word.
        word: String,
        /// The size of the type.
        size: f32,
    },
    /// A hairline.
    Rule {
        /// Its colour, much thinned.
        tone: Tone,
    },
    /// Nothing, of this length.
    Space {
        /// That length.
        size: f32,
    },
    /// A QR code on white, its quiet zone included.
    Qr {
        /// What it says.
        text: String,
        /// Width and height.
        size: f32,
    },
    /// A word laid large and pale over the parent.
    Stamp {
        /// The word.
        text: String,
    },
}

/// Words in one role.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Which type they are set in.
    pub role: Role,
    /// Their colour; none: as the role has it.
    pub tone: Option<Tone>,
    /// Bold or not; none: as the role has it.
    pub bold: Option<bool>,
    /// Where the lines stand.
    pub align: Side,
    /// 2 to 6 where they are a heading.
    pub level: Option<u8>,
    /// True where lines are made as equal as they can be; none: as the role has it.
    pub balance: Option<bool>,
    /// The words.
    pub runs: Vec<Run>,
}

/// A piece of a text in one colour and weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words, with single spaces.
    pub text: String,
    /// True inside `<b>`.
    pub bold: bool,
    /// Inside `<i tone="…">`.
    pub tone: Option<Tone>,
}

words! {
    /// Where children stand across the way they are stacked.
    pub enum Align {
        /// As wide (in a row: as high) as the parent.
        Stretch = "stretch",
        /// Left; in a row: at the top.
        Start = "start",
        /// In the middle.
        Center = "center",
        /// Right; in a row: at the foot.
        End = "end",
        /// In a row: on the baseline of the first line.
        Baseline = "baseline",
    }
}

words! {
    /// What happens with room that is left.
    pub enum Justify {
        /// After the children.
        Start = "start",
        /// Around them.
        Center = "center",
        /// Before them.
        End = "end",
        /// Between them.
        Between = "between",
    }
}

words! {
    /// Where the lines of a text stand.
    pub enum Side {
        /// On the left.
        Start = "start",
        /// In the middle.
        Center = "center",
        /// On the right.
        End = "end",
    }
}

words! {
    /// How a number is set.
    pub enum NumberStyle {
        /// Light in a square.
        Square = "square",
        /// By itself.
        Plain = "plain",
    }
}

impl Text {
    /// The words without their runs.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}
