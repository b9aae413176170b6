//! The table of tags: which there are, which attributes each takes, and what may stand inside.

use super::{Align, Justify, NumberStyle, Role, Side};
use crate::picture::palette::{Family, Ground, Tone};

/// What an attribute takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// px, 0 to 20,000.
    Length,
    /// Any number that is not negative.
    Number,
    /// A whole number in this range.
    Count(u16, u16),
    /// `true` or `false`.
    Yes,
    /// Any words.
    Words,
    /// One of these.
    One(&'static [&'static str]),
}

/// An attribute of a tag.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// As templates write it.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
}

/// What may stand inside a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Boxes.
    Boxes,
    /// Words, with `<b>` and `<i tone="…">`.
    Words,
    /// Nothing.
    Nothing,
}

/// A tag.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// As templates write it.
    pub name: &'static str,
    /// What may stand inside.
    pub holds: Holds,
    /// What it takes, besides [`EVERYWHERE`].
    pub attributes: &'static [Attribute],
}

const fn a(name: &'static str, kind: Kind) -> Attribute {
    Attribute { name, kind }
}

const GROUND: Kind = Kind::One(Ground::WORDS);
const TONE: Kind = Kind::One(Tone::WORDS);
const ALIGN: Kind = Kind::One(Align::WORDS);
const JUSTIFY: Kind = Kind::One(Justify::WORDS);

/// What every box takes.
pub(super) const EVERYWHERE: &[Attribute] = &[a("grow", Kind::Number), a("width", Kind::Length)];

/// All tags.
pub const KNOWN: &[Known] = &[
    Known {
        name: "band",
        holds: Holds::Boxes,
        attributes: &[
            a("tone", GROUND),
            a("pad", Kind::Length),
            a("margin", Kind::Length),
            a("gap", Kind::Length),
            a("fill", Kind::Yes),
            a("align", ALIGN),
            a("justify", JUSTIFY),
        ],
    },
    Known {
        name: "section",
        holds: Holds::Boxes,
        attributes: &[a("title", Kind::Words), a("gap", Kind::Length)],
    },
    Known {
        name: "stack",
        holds: Holds::Boxes,
        attributes: &[
            a("gap", Kind::Length),
            a("align", ALIGN),
            a("list", Kind::Yes),
            a("hang", Kind::Length),
        ],
    },
    Known {
        name: "row",
        holds: Holds::Boxes,
        attributes: &[a("gap", Kind::Length), a("align", ALIGN), a("justify", JUSTIFY), a("wrap", Kind::Yes)],
    },
    Known {
        name: "grid",
        holds: Holds::Boxes,
        attributes: &[
            a("columns", Kind::Count(1, 12)),
            a("gap", Kind::Length),
            a("row-gap", Kind::Length),
            a("list", Kind::Yes),
        ],
    },
    Known {
        name: "box",
        holds: Holds::Boxes,
        attributes: &[
            a("tone", GROUND),
            a("border", Kind::Yes),
            a("pad", Kind::Length),
            a("gap", Kind::Length),
            a("height", Kind::Length),
            a("align", ALIGN),
            a("justify", JUSTIFY),
        ],
    },
    Known {
        name: "text",
        holds: Holds::Words,
        attributes: &[
            a("as", Kind::One(Role::WORDS)),
            a("tone", TONE),
            a("weight", Kind::One(&["regular", "bold"])),
            a("align", Kind::One(Side::WORDS)),
            a("level", Kind::Count(2, 6)),
            a("balance", Kind::Yes),
        ],
    },
    Known {
        name: "figure",
        holds: Holds::Nothing,
        attributes: &[
            a("value", Kind::Words),
            a("before", Kind::Words),
            a("after", Kind::Words),
            a("tone", TONE),
            a("size", Kind::Length),
        ],
    },
    Known {
        name: "icon",
        holds: Holds::Nothing,
        attributes: &[a("name", Kind::Words), a("size", Kind::Length), a("tone", TONE)],
    },
    Known {
        name: "number",
        holds: Holds::Words,
        attributes: &[
            a("value", Kind::Words),
            a("style", Kind::One(NumberStyle::WORDS)),
            a("size", Kind::Length),
            a("tone", TONE),
        ],
    },
    Known {
        name: "bar",
        holds: Holds::Nothing,
        attributes: &[a("value", Kind::Number), a("of", Kind::Number), a("tone", TONE)],
    },
    Known { name: "chart", holds: Holds::Nothing, attributes: &[a("id", Kind::Words)] },
    Known {
        name: "status",
        holds: Holds::Nothing,
        attributes: &[a("family", Kind::One(Family::WORDS)), a("word", Kind::Words), a("size", Kind::Length)],
    },
    Known { name: "rule", holds: Holds::Nothing, attributes: &[a("tone", TONE)] },
    Known { name: "space", holds: Holds::Nothing, attributes: &[a("size", Kind::Length)] },
    Known {
        name: "qr",
        holds: Holds::Nothing,
        attributes: &[a("text", Kind::Words), a("size", Kind::Length)],
    },
    Known { name: "stamp", holds: Holds::Nothing, attributes: &[a("text", Kind::Words)] },
];

impl Known {
    /// All attributes it takes.
    pub fn all(&self) -> impl Iterator<Item = &'static Attribute> + use<> {
        self.attributes.iter().chain(EVERYWHERE)
    }
}

impl Kind {
    /// For a message: `one of `red`, `blue``, `a length in px`.
    pub fn says(self) -> String {
        match self {
            Kind::Length => "a length in px (0 to 20000)".to_owned(),
            Kind::Number => "a number".to_owned(),
            Kind::Count(least, most) => format!("a whole number from {least} to {most}"),
            Kind::Yes => "`true` or `false`".to_owned(),
            Kind::Words => "words".to_owned(),
            Kind::One(words) => {
                let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                quoted.join(", ")
            }
        }
    }
}
