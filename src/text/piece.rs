//! A piece of a source and its sub-pieces, which know where they stand.

use super::Piece;
use crate::model::Place;
use std::ops::Range;

impl<'a> Piece<'a> {
    /// The part at this range of bytes.
    pub(super) fn part(self, range: Range<usize>) -> Piece<'a> {
        Piece { offset: self.offset + range.start, text: &self.text[range], ..self }
    }

    /// What stands after the first `bytes`.
    pub(super) fn after(self, bytes: usize) -> Piece<'a> {
        self.part(bytes..self.text.len())
    }

    /// Without blanks on either side.
    pub(super) fn trimmed(self) -> Piece<'a> {
        self.trimmed_of(blank)
    }

    /// Without such characters on either side.
    pub(super) fn trimmed_of(self, drop: impl Fn(char) -> bool) -> Piece<'a> {
        let from = self.text.len() - self.text.trim_start_matches(&drop).len();
        let to = self.text.trim_end_matches(&drop).len();
        self.part(from..to.max(from))
    }

    /// Where it stands.
    pub(super) fn place(self) -> Place {
        Place::new(self.file, self.offset, self.text.len())
    }
}

/// True for what takes room but says nothing: spaces of any width, also those that copying from
/// a web page leaves behind.
pub(super) fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}
