//! From a place to file, line and column.

use crate::model::{FileId, Place};

/// What is needed to print a place: the path and, of a text, its contents.
pub trait Files {
    /// Path relative to the root, with `/`.
    fn path(&self, file: FileId) -> &str;
    /// The text; none for a workbook or another binary file.
    fn text(&self, file: FileId) -> Option<&str>;
    /// The name of a sheet of a workbook.
    fn sheet(&self, file: FileId, sheet: usize) -> Option<String>;
    /// The line of a byte of a text, from 1. Whoever is asked often keeps where the lines begin.
    fn line(&self, file: FileId, at: usize) -> usize {
        self.text(file).map_or(0, |text| text.bytes().take(at).filter(|&b| b == b'\n').count()) + 1
    }
}

/// Line and columns, counted in characters from 1; `end_column` is exclusive. For a cell: row and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// Path relative to the root.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// First column, from 1.
    pub column: usize,
    /// One past the last column, on the same line.
    pub end_column: usize,
    /// `表1!C7`, for a cell of a workbook.
    pub cell: Option<String>,
}

/// Finds line and column of a place.
pub fn locate(files: &dyn Files, place: Place) -> Location {
    let path = files.path(place.file).to_string();
    let Some(text) = files.text(place.file) else {
        let (sheet, row, column) = place.unpack_cell();
        let name = files.sheet(place.file, sheet);
        let cell = name.map(|name| format!("{name}!{}{}", column_letters(column), row + 1));
        return Location { path, line: row + 1, column: column + 1, end_column: column + 2, cell };
    };
    let start = floor(text, place.start as usize);
    let end = floor(text, start.saturating_add(place.len as usize));
    let line_start = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    let column = text[line_start..start].chars().count() + 1;
    let end_column = column + text[start..end.min(line_end).max(start)].chars().count();
    let line = files.line(place.file, start);
    Location { path, line, column, end_column, cell: None }
}

/// The nearest character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// `A`, `Z`, `AA` …, from 0.
fn column_letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (column % 26) as u8);
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().map(|&b| b as char).collect()
}
