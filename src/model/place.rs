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
    /// Length in bytes; of a cell the higher digits of its sheet's number, mostly 0.
    pub len: u32,
}

impl Place {
    /// A span of `len` bytes from `start`.
    pub fn new(file: FileId, start: usize, len: usize) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place { file, start: clip(start), len: clip(len) }
    }

    /// A cell of a workbook: sheet, row and column counted from 0 (at most 65,535, 65,535 and 4,095).
    pub fn cell(file: FileId, sheet: usize, row: usize, column: usize) -> Self {
        let sheet = sheet.min(0xFFFF);
        let packed = ((sheet & 0xF) << 28) | (row.min(0xFFFF) << 12) | column.min(0xFFF);
        Place::new(file, packed, sheet >> 4)
    }

    /// The cell that [`Place::cell`] packed: sheet, row and column, counted from 0.
    pub fn unpack_cell(self) -> (usize, usize, usize) {
        let packed = self.start as usize;
        ((self.len as usize) << 4 | packed >> 28, (packed >> 12) & 0xFFFF, packed & 0xFFF)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_what_was_packed() {
        for cell in [(0, 0, 0), (15, 65_535, 4_095), (16, 1, 2), (300, 9, 0)] {
            assert_eq!(Place::cell(FileId(1), cell.0, cell.1, cell.2).unpack_cell(), cell);
        }
    }
}
