//! Where something stands in the sources.

/// A source file, by its position in `Sources`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A span of a source file: byte offsets in a text, or a cell of a sheet.
///
/// Line and column are computed only when a place is printed. In a workbook `start` holds the
/// cell instead (see [`Place::cell`]), because a sheet has no bytes that a clerk could count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// First byte, counted from the start of the file; or the packed cell of a workbook.
    pub start: u32,
    /// Length in bytes; 0 for a cell.
    pub len: u32,
}

impl Place {
    /// A span of `len` bytes from `start`.
    pub fn new(file: FileId, start: usize, len: usize) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place { file, start: clip(start), len: clip(len) }
    }

    /// A cell of a workbook: sheet, row and column counted from 0 (at most 15, 65,535 and 4,095).
    pub fn cell(file: FileId, sheet: usize, row: usize, column: usize) -> Self {
        let packed = (sheet.min(0xF) << 28) | (row.min(0xFFFF) << 12) | column.min(0xFFF);
        Place::new(file, packed, 0)
    }

    /// The cell that [`Place::cell`] packed: sheet, row and column, counted from 0.
    pub fn unpack_cell(self) -> (usize, usize, usize) {
        let packed = self.start as usize;
        (packed >> 28, (packed >> 12) & 0xFFFF, packed & 0xFFF)
    }
}
