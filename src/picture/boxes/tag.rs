//! The attributes of a tag -> what it is, with what is usual where nothing is written.

use super::given::Given;
use super::known::Known;
use super::{Align, Justify, NumberStyle, Role, Run, Side, Tag, Text};
use crate::picture::palette::{Family, Ground, Tone};

/// The tag with its attributes; its words, where it holds words.
pub(super) fn tag(known: &'static Known, given: &mut Given<'_, '_>, runs: Vec<Run>) -> Tag {
    let align = given_align(known, given);
    let tone = |given: &Given<'_, '_>, usual| given.one("tone", Tone::named).unwrap_or(usual);
    match known.name {
        "band" => Tag::Band {
            tone: given.one("tone", Ground::named).unwrap_or(Ground::Paper),
            pad: given.number("pad").unwrap_or(72.0),
            margin: given.number("margin").unwrap_or(72.0),
            gap: given.number("gap").unwrap_or(36.0),
            fill: given.yes("fill").unwrap_or(false),
            align: align.unwrap_or(Align::Stretch),
            justify: given.one("justify", Justify::named).unwrap_or(Justify::Start),
        },
        "section" => Tag::Section { title: given.needed("title"), gap: given.number("gap") },
        "stack" => {
            let list = given.yes("list").unwrap_or(false);
            Tag::Stack {
                gap: given.number("gap").unwrap_or(if list { 36.0 } else { 12.0 }),
                align: align.unwrap_or(Align::Stretch),
                list,
                hang: given.number("hang"),
            }
        }
        "row" => Tag::Row {
            gap: given.number("gap").unwrap_or(24.0),
            align: align.unwrap_or(Align::Start),
            justify: given.one("justify", Justify::named).unwrap_or(Justify::Start),
            wrap: given.yes("wrap").unwrap_or(false),
        },
        "grid" => {
            let gap = given.number("gap").unwrap_or(24.0);
            Tag::Grid {
                columns: given.number("columns").map_or(2, |n| n as u16),
                gap,
                row_gap: given.number("row-gap").unwrap_or(gap),
                list: given.yes("list").unwrap_or(false),
            }
        }
        "box" => Tag::Box {
            tone: given.one("tone", Ground::named),
            border: given.yes("border").unwrap_or(false),
            pad: given.number("pad").unwrap_or(36.0),
            gap: given.number("gap").unwrap_or(12.0),
            height: given.number("height"),
            align: align.unwrap_or(Align::Stretch),
            justify: given.one("justify", Justify::named).unwrap_or(Justify::Start),
        },
        "text" => Tag::Text(Text {
            role: given.one("as", Role::named).unwrap_or(Role::Body),
            tone: given.one("tone", Tone::named),
            bold: given.one("weight", |word| Some(word == "bold")),
            align: given.one("align", Side::named).unwrap_or(Side::Start),
            level: given.number("level").map(|n| n as u8),
            balance: given.yes("balance"),
            runs,
        }),
        "figure" => Tag::Figure {
            value: given.needed("value"),
            before: given.words("before"),
            after: given.words("after"),
            tone: tone(given, Tone::Brand),
            size: given.number("size").unwrap_or(216.0).max(42.0),
        },
        "icon" => Tag::Icon {
            name: given.needed("name"),
            size: given.number("size").unwrap_or(120.0),
            tone: tone(given, Tone::Brand),
        },
        "number" => {
            let words: String = runs.iter().map(|run| run.text.as_str()).collect();
            let style = given.one("style", NumberStyle::named).unwrap_or(NumberStyle::Plain);
            Tag::Number {
                value: if words.is_empty() { given.needed("value") } else { words },
                style,
                size: given.number("size").unwrap_or(if style == NumberStyle::Square { 88.0 } else { 72.0 }),
                tone: tone(given, Tone::Brand),
            }
        }
        "bar" => {
            let of = given.number("of").unwrap_or(1.0);
            let value = given.number("value").unwrap_or(0.0);
            Tag::Bar {
                share: if of > 0.0 { (value / of).clamp(0.0, 1.0) } else { 0.0 },
                tone: tone(given, Tone::Brand),
            }
        }
        "chart" => Tag::Chart { id: given.needed("id") },
        "status" => Tag::Status {
            family: given.one("family", Family::named).unwrap_or(Family::Neutral),
            word: given.needed("word"),
            size: given.number("size").unwrap_or(42.0),
        },
        "rule" => Tag::Rule { tone: tone(given, Tone::Ink) },
        "space" => Tag::Space { size: given.number("size").unwrap_or(36.0) },
        "qr" => Tag::Qr { text: given.needed("text"), size: given.number("size").unwrap_or(240.0) },
        // The table above is closed; this is `stamp`.
        _ => Tag::Stamp { text: given.needed("text") },
    }
}

fn given_align(known: &Known, given: &Given<'_, '_>) -> Option<Align> {
    let has = known.name != "text" && known.attributes.iter().any(|one| one.name == "align");
    if has { given.one("align", Align::named) } else { None }
}
