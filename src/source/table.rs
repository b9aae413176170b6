//! Tables from CSV and workbooks: cells as written, each with its place.
//!
//! The two formats are read into the same grid of cells; what is a head, what is a row and what
//! is too much is decided here for both.

mod csv;
mod layout;
mod sheets;
mod workbook;

use super::{SourceFile, Sources};
use crate::diagnostic::catalogue::source as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;

pub use sheets::{Sheet, sheets};
pub(super) use workbook::sheet_names;

/// A cell: its text, trimmed; a number cell of a workbook in plain digits, a date in ISO form, a
/// percentage with its `%`, an error such as `#REF!` as it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The text; empty where there is nothing.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A table: a head and rows of the same length.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The first row with two cells or more, since a title often stands above it; in a table of
    /// one column the first row that is not empty.
    pub head: Vec<Cell>,
    /// The rows below, empty ones left out.
    pub rows: Vec<Vec<Cell>>,
}

/// Reads a `.csv`, or the first visible sheet of a workbook that is not empty. None where it
/// cannot be read; then an error was reported.
///
/// A row that is longer than the head is an error too, and is cut, so that the rest is still checked.
pub fn read(sources: &Sources, file: &SourceFile, d: &mut Diagnostics) -> Option<Table> {
    let ending = file.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("csv") => table(file, csv::rows(file, d)?, csv::missing, d),
        Some("xlsx" | "xlsm" | "xls" | "ods" | "et") => {
            table(file, workbook::rows(sources, file, d)?, workbook::missing, d)
        }
        _ => {
            d.push(Diagnostic::at(catalogue::TABLE_FORMAT, Place::new(file.id, 0, 0)));
            None
        }
    }
}

/// Every cell of a workbook that has words, in all of its sheets; none of another file.
pub fn cells(sources: &Sources, file: &SourceFile) -> Vec<Cell> {
    let ending = file.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("xlsx" | "xlsm" | "xls" | "ods" | "et") => workbook::cells(sources, file),
        _ => Vec::new(),
    }
}

/// The place of a cell that a row lacks: so many beyond its last one.
type Missing = fn(Place, usize) -> Place;

/// Finds the head and brings all rows to its length.
fn table(file: &SourceFile, rows: Vec<Vec<Cell>>, missing: Missing, d: &mut Diagnostics) -> Option<Table> {
    let filled = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.text.is_empty()).count();
    let mut rows: Vec<Vec<Cell>> = rows.into_iter().filter(|row| filled(row) > 0).collect();
    if rows.is_empty() {
        d.push(Diagnostic::at(catalogue::TABLE_EMPTY, Place::new(file.id, 0, 0)));
        return None;
    }
    let head_row = rows.iter().position(|row| filled(row) > 1).unwrap_or(0);
    let mut rows = rows.split_off(head_row).into_iter();
    let mut head = rows.next()?;
    cut_empty_end(&mut head, 0);
    let rows = rows.map(|row| fit(row, head.len(), missing, d)).collect();
    Some(Table { head, rows })
}

/// Pads or cuts a row; what is cut off and not empty is an error.
fn fit(mut row: Vec<Cell>, length: usize, missing: Missing, d: &mut Diagnostics) -> Vec<Cell> {
    cut_empty_end(&mut row, length);
    let beyond = row.iter().skip(length).find(|cell| !cell.text.is_empty());
    if let Some(first) = beyond {
        let extra = row.len() - length;
        d.push(Diagnostic::at(catalogue::TABLE_RAGGED, first.place).with("extra", extra));
    }
    row.truncate(length);
    if let Some(last) = row.last().map(|cell| cell.place) {
        for beyond in 1..=length - row.len() {
            row.push(Cell { text: String::new(), place: missing(last, beyond) });
        }
    }
    row
}

/// Drops empty cells at the end, down to `least`.
fn cut_empty_end(row: &mut Vec<Cell>, least: usize) {
    while row.len() > least && row.last().is_some_and(|cell| cell.text.is_empty()) {
        row.pop();
    }
}

/// Trims spaces of every width, and the invisible ones that spreadsheets and web pages leave.
fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ['\u{200B}', '\u{FEFF}'].contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(table: &Table) -> Vec<String> {
        let line = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
        [&table.head].into_iter().chain(&table.rows).map(line).collect()
    }

    /// A table of this CSV, and `code line:column` of what is wrong.
    fn csv(text: &str) -> (Option<Table>, Vec<String>) {
        let mut sources = Sources::default();
        let id = sources.add("content/a.csv", text);
        let mut d = Diagnostics::new();
        let table = read(&sources, sources.get(id), &mut d);
        let problem = |d: &&Diagnostic| {
            let at = crate::diagnostic::locate(&sources, d.place.unwrap());
            format!("{} {}:{}", d.entry.code, at.line, at.column)
        };
        let problems = d.sorted().iter().map(problem).collect();
        (table, problems)
    }

    #[test]
    fn reads_csv() {
        let cases: [(&str, &[&str]); 10] = [
            ("单位,2023\n高峰街道,3\n", &["单位|2023", "高峰街道|3"]),
            ("单位\t2023\n高峰街道\t1,234\n", &["单位|2023", "高峰街道|1,234"]),
            ("单位;2023\n高峰街道;3\n", &["单位|2023", "高峰街道|3"]),
            ("\n\n a , b \n\n1, \n", &["a|b", "1|"]),
            ("a,b,,\n1,2,,\n,,,\n", &["a|b", "1|2"]),
            ("a,b,c\n1\n", &["a|b|c", "1||"]),
            ("a,\"b,\"\"c\"\"\nd\"\n1,\"2\"\n", &["a|b,\"c\"\nd", "1|2"]),
            ("附件1\n单位,2023\n高峰街道,3\n合计\n", &["单位|2023", "高峰街道|3", "合计|"]),
            ("单位\n高峰街道\n", &["单位", "高峰街道"]),
            ("a,,c\n,2,\n", &["a||c", "|2|"]),
        ];
        for (text, expected) in cases {
            let (table, problems) = csv(text);
            assert_eq!(texts(&table.unwrap()), expected, "{text:?}");
            assert_eq!(problems, [""; 0], "{text:?}");
        }
    }

    #[test]
    fn reports_what_is_wrong_in_csv() {
        let cases = [
            ("", "table/empty 1:1"),
            (",,\n\n", "table/empty 1:1"),
            ("a,b\n1,2\n1,2,三,4\n", "table/ragged 3:5"),
            ("单位，数\n高峰，3\n", "table/fullwidth-comma 1:3"),
            ("a,b\n高峰,\"1\n2,3\n", "table/quote 2:4"),
        ];
        for (text, problem) in cases {
            assert_eq!(csv(text).1, [problem], "{text:?}");
        }
    }

    #[test]
    fn every_place_covers_its_text() {
        let text = "\n单位, 数 \n\n高峰,\"1\"\"2\"\n\"五桥\n街道\",\t3 ,x\n";
        let (table, problems) = csv(text);
        let table = table.unwrap();
        let under = |cell: &Cell| {
            text[cell.place.start as usize..(cell.place.start + cell.place.len) as usize].to_string()
        };
        let all: Vec<String> = [&table.head].into_iter().chain(&table.rows).flatten().map(under).collect();
        assert_eq!(all, ["单位", "数", "高峰", "\"1\"\"2\"", "\"五桥\n街道\"", "3"]);
        assert_eq!(problems, ["table/ragged 6:9"]);
    }

    #[test]
    fn other_files_are_no_tables() {
        let mut sources = Sources::default();
        let id = sources.add("content/a.docx", "");
        let mut d = Diagnostics::new();
        assert_eq!(read(&sources, sources.get(id), &mut d), None);
        assert_eq!(d.sorted()[0].entry.code, "table/format");
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "([,;\t\"\n 甲a1]|，){0,40}") {
            let (table, problems) = csv(&text);
            assert!(table.is_some() || !problems.is_empty());
        }
    }
}
