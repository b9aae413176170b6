//! A text, in Markdown or as issued -> HTML and the outline of its clauses.
//!
//! The only room that knows pulldown-cmark. It knows nothing of the register: names in tails
//! come out as written, and `content` asks who they are.
//!
//! `outline` reads `lines`, lets `notice` and `attachments` take what frames the text, and opens a
//! clause at each `numbering`: `levels` says below which, `heading` and `tails` take its line
//! apart, `body` and `html` print it; `identity` and `kinds` look at all clauses at the end.

mod attachments;
mod body;
mod brackets;
mod cjk;
mod emphasis;
mod heading;
mod html;
mod identity;
mod kinds;
mod levels;
mod lines;
mod links;
mod notice;
mod numbering;
mod numeral;
mod outline;
mod patch;
mod piece;
mod tails;
#[cfg(test)]
mod tests;
mod translated;
mod verbs;

use crate::diagnostic::Diagnostics;
use crate::model::{FileId, Place, PolicyText};
pub(crate) use numbering::digit;

pub use translated::{Translated, TranslatedClause, number_of};

/// A piece of a source file.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// The file.
    pub file: FileId,
    /// Where the piece begins in the file, in bytes.
    pub offset: usize,
    /// The piece.
    pub text: &'a str,
}

/// How a text is written: front matter's `text`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// As issued where there is no Markdown heading, else Markdown.
    #[default]
    Auto,
    /// Pasted as issued: a line is a paragraph, marks of Markdown are letters.
    AsIssued,
    /// Markdown.
    Markdown,
}

/// An entry of the text's own list of attachments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentName {
    /// The number; 1 where the only attachment has none.
    pub n: u32,
    /// The name, wrapped lines joined.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// What a policy text holds.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Head, clauses and the rest.
    pub text: PolicyText,
    /// The attachments that it lists.
    pub attachments: Vec<AttachmentName>,
}

/// Reads a policy text.
pub fn outline(piece: Piece, written: Written, d: &mut Diagnostics) -> Outline {
    outline::read(piece, written, d)
}

/// How many bytes the number takes that a line begins with: 一、 （一） 1. 第一条; 0 where it has none.
pub fn number_len(line: &str) -> usize {
    numbering::number(line).map_or(0, |number| number.len)
}

/// The Chinese numeral of a value up to 9,999: 23 is 二十三.
pub fn chinese_numeral(value: u32) -> String {
    numeral::write(value)
}

/// Reads a text that translates another one.
pub fn translated(piece: Piece, d: &mut Diagnostics) -> Translated {
    translated::read(piece, d)
}

/// Markdown -> HTML blocks, raw HTML escaped, Chinese emphasis and line breaks repaired.
/// `shift` is added to heading levels, so that a page's own title stays the only first one.
pub fn html(piece: Piece, shift: u8, d: &mut Diagnostics) -> String {
    html::blocks(&patch::Patch::from(piece), shift, d)
}
