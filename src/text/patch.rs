//! Markdown put together from pieces of a source, and where each byte of it came from.

use super::Piece;
use crate::model::{FileId, Place};
use std::ops::Range;

/// A text whose parts know their place.
#[derive(Debug, Default)]
pub(super) struct Patch {
    pub(super) text: String,
    file: FileId,
    /// Where a piece begins here, and in its file.
    seams: Vec<(usize, usize)>,
}

impl Patch {
    /// Adds a piece of the source.
    pub(super) fn push(&mut self, piece: Piece) {
        self.file = piece.file;
        self.seams.push((self.text.len(), piece.offset));
        self.text.push_str(piece.text);
    }

    /// Ends a line.
    pub(super) fn end_line(&mut self) {
        self.text.push('\n');
    }

    /// The place of these bytes.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        let seam = self.seams.partition_point(|&(at, _)| at <= range.start).saturating_sub(1);
        let (at, offset) = self.seams.get(seam).copied().unwrap_or_default();
        Place::new(self.file, offset + (range.start - at.min(range.start)), range.len())
    }
}

impl From<Piece<'_>> for Patch {
    fn from(piece: Piece) -> Self {
        let mut patch = Patch::default();
        patch.push(piece);
        patch
    }
}
