//! A workbook -> a grid of cells. The only file that knows calamine.

use super::{Cell, trim};
use crate::diagnostic::catalogue::source as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics, Entry};
use crate::model::Place;
use crate::source::{SourceFile, Sources};
use calamine::{DataRef, DataType, ExcelDateTime, Reader, SheetType, SheetVisible, Sheets, Style, Xlsx};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

/// An opened workbook.
pub(super) type Book = Sheets<Cursor<Vec<u8>>>;

/// Texts by row and column.
pub(super) type Grid = BTreeMap<(usize, usize), String>;

/// Rows and columns that a place can hold; nobody reports on more.
const LIMITS: (usize, usize) = (0xFFFF, 0xFFF);

/// Cells of a sheet at most, empty ones too.
const CELLS: usize = 4_000_000;

/// The rows of the first visible sheet that is not empty; none where the file cannot be read, and
/// then an error was reported.
pub(super) fn rows(sources: &Sources, file: &SourceFile, d: &mut Diagnostics) -> Option<Vec<Vec<Cell>>> {
    let nowhere = Place::cell(file.id, 0, 0, 0);
    let Some(mut book) = open(sources, file) else {
        d.push(Diagnostic::at(catalogue::TABLE_FORMAT, nowhere));
        return None;
    };
    let sheets = book.sheets_metadata().to_vec();
    for (n, sheet) in sheets.iter().enumerate() {
        if sheet.visible != SheetVisible::Visible || sheet.typ != SheetType::WorkSheet {
            continue;
        }
        match grid(&mut book, &sheet.name) {
            Ok(grid) if grid.is_empty() => {}
            Ok(grid) => return Some(fill(file, n, &grid)),
            Err(entry) => {
                d.push(Diagnostic::at(entry, Place::cell(file.id, n, 0, 0)));
                return None;
            }
        }
    }
    Some(Vec::new())
}

/// What is written in any sheet of a workbook, hidden ones too, since whoever downloads it can show them.
/// A sheet that cannot be read has nothing.
pub(super) fn cells(sources: &Sources, file: &SourceFile) -> Vec<Cell> {
    let Some(mut book) = open(sources, file) else { return Vec::new() };
    let sheets = book.sheets_metadata().to_vec();
    let mut cells = Vec::new();
    for (n, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet) {
        let grid = grid(&mut book, &sheet.name).unwrap_or_default();
        let place = |(row, column)| Place::cell(file.id, n, row, column);
        cells.extend(grid.into_iter().map(|(at, text)| Cell { text, place: place(at) }));
    }
    cells
}

/// The place of a cell that a short row lacks, `beyond` the last one.
pub(super) fn missing(last: Place, beyond: usize) -> Place {
    let (sheet, row, column) = last.unpack_cell();
    Place::cell(last.file, sheet, row, column + beyond)
}

/// The names of the sheets of a workbook; none where it cannot be opened.
pub(in crate::source) fn sheet_names(sources: &Sources, file: &SourceFile) -> Vec<String> {
    open(sources, file).map(|book| book.sheet_names()).unwrap_or_default()
}

pub(super) fn open(sources: &Sources, file: &SourceFile) -> Option<Book> {
    // Where the file has gone since it was listed, the answer is the same: it cannot be read.
    let bytes = sources.bytes(file).ok()?;
    calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).ok()
}

/// What a sheet holds, empty cells left out; or why it cannot be read.
pub(super) fn grid(book: &mut Book, sheet: &str) -> Result<Grid, &'static Entry> {
    let grid = match book {
        Sheets::Xlsx(book) => xlsx_grid(book, sheet)?,
        _ => range_grid(book, sheet)?,
    };
    // Rows are filled from the first column on, so a few cells far out would make many.
    let columns = grid.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
    let rows: BTreeSet<usize> = grid.keys().map(|(row, _)| *row).collect();
    if columns * rows.len() > CELLS { Err(catalogue::TABLE_TOO_LARGE) } else { Ok(grid) }
}

fn range_grid(book: &mut Book, sheet: &str) -> Result<Grid, &'static Entry> {
    let range = book.worksheet_range(sheet).map_err(|_| catalogue::TABLE_FORMAT)?;
    let (top, left) = range.start().unwrap_or_default();
    let mut grid = Grid::new();
    for (row, column, data) in range.used_cells() {
        put(&mut grid, (row + top as usize, column + left as usize), shown(data, ""))?;
    }
    Ok(grid)
}

/// Cell by cell, since a range would be as large as its farthest cell; and with number formats,
/// because a cell that shows 50% holds 0.5.
fn xlsx_grid(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Result<Grid, &'static Entry> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| catalogue::TABLE_FORMAT)?;
    let mut grid = Grid::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| catalogue::TABLE_FORMAT)? {
        let (row, column) = cell.get_position();
        let text = shown(cell.get_value(), format_of(reader.styles().get(style)));
        put(&mut grid, (row as usize, column as usize), text)?;
    }
    Ok(grid)
}

fn put(grid: &mut Grid, at: (usize, usize), text: String) -> Result<(), &'static Entry> {
    if text.is_empty() {
        return Ok(());
    }
    if at.0 > LIMITS.0 || at.1 > LIMITS.1 {
        return Err(catalogue::TABLE_TOO_LARGE);
    }
    grid.insert(at, text);
    Ok(())
}

/// The grid as rows from the first column on, so that places and columns agree.
fn fill(file: &SourceFile, sheet: usize, grid: &Grid) -> Vec<Vec<Cell>> {
    let mut rows: Vec<(usize, Vec<Cell>)> = Vec::new();
    let left = grid.keys().map(|(_, column)| *column).min().unwrap_or(0);
    for (&(row, column), text) in grid {
        if rows.last().is_none_or(|(n, _)| *n != row) {
            rows.push((row, Vec::new()));
        }
        let Some((_, cells)) = rows.last_mut() else { continue };
        for empty in left + cells.len()..column {
            cells.push(Cell { text: String::new(), place: Place::cell(file.id, sheet, row, empty) });
        }
        cells.push(Cell { text: text.clone(), place: Place::cell(file.id, sheet, row, column) });
    }
    rows.into_iter().map(|(_, cells)| cells).collect()
}

fn format_of(style: Option<&Style>) -> &str {
    let format = style.and_then(|style| style.number_format.as_ref());
    match format {
        // The two built-in percentages may come without their code.
        Some(format) if matches!(format.format_id, Some(9 | 10)) => "0%",
        Some(format) => &format.format_code,
        None => "",
    }
}

/// What a clerk sees in the cell, but numbers in plain digits and dates in ISO form.
fn shown(data: &impl Shown, format: &str) -> String {
    if let Some(number) = data.number() {
        return if format.contains('%') { format!("{}%", plain(number * 100.0)) } else { plain(number) };
    }
    data.text()
}

/// The two types of calamine for the value of a cell, as far as they are asked the same.
trait Shown {
    fn number(&self) -> Option<f64>;
    fn text(&self) -> String;
}

impl Shown for DataRef<'_> {
    fn number(&self) -> Option<f64> {
        match self {
            DataRef::Int(n) => Some(*n as f64),
            DataRef::Float(n) => Some(*n),
            _ => None,
        }
    }

    fn text(&self) -> String {
        match self {
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                trim(text).to_string()
            }
            DataRef::SharedString(text) => trim(text).to_string(),
            DataRef::Bool(true) => "TRUE".to_string(),
            DataRef::Bool(false) => "FALSE".to_string(),
            DataRef::DateTime(date) => iso(date),
            DataRef::Error(error) => error.to_string(),
            DataRef::Empty | DataRef::Int(_) | DataRef::Float(_) => String::new(),
        }
    }
}

impl Shown for calamine::Data {
    fn number(&self) -> Option<f64> {
        if self.is_int() || self.is_float() { self.as_f64() } else { None }
    }

    fn text(&self) -> String {
        match self {
            calamine::Data::String(text) => trim(text).to_string(),
            calamine::Data::Bool(flag) => flag.to_string().to_uppercase(),
            calamine::Data::DateTime(date) => iso(date),
            calamine::Data::DateTimeIso(text) | calamine::Data::DurationIso(text) => text.clone(),
            calamine::Data::Error(error) => error.to_string(),
            calamine::Data::Empty | calamine::Data::Int(_) | calamine::Data::Float(_) => String::new(),
        }
    }
}

/// Plain digits, rounded to the fifteen that a spreadsheet keeps: 0.1 + 0.2 shows as 0.3.
fn plain(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    // Adding zero turns -0 into 0.
    format!("{}", rounded + 0.0)
}

/// `2024-06-30`, `2024-06-30T10:00`, or `10:00` where only a time was meant.
fn iso(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    let day = format!("{year:04}-{month:02}-{day:02}");
    match date.as_f64() {
        days if date.is_duration() || days.abs() < 1.0 => time,
        days if days.fract() == 0.0 => day,
        _ => format!("{day}T{time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use crate::diagnostic::locate;
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

    fn sources(name: &str, bytes: &[u8]) -> (tempfile::TempDir, Sources) {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("content")).unwrap();
        std::fs::write(dir.path().join("content").join(name), bytes).unwrap();
        let sources = Sources::read(dir.path(), &mut Diagnostics::new()).unwrap();
        (dir, sources)
    }

    #[test]
    fn reads_the_first_visible_sheet_that_is_not_empty() {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("空").unwrap();
        let hidden = book.add_worksheet().set_name("隐藏").unwrap();
        hidden.write(0, 0, "不看").unwrap().set_hidden(true);
        let sheet = book.add_worksheet().set_name("进度").unwrap();
        sheet.merge_range(0, 1, 0, 4, "附件1", &Format::new()).unwrap();
        for (n, name) in ["单位", "数", " 日期　", "比例"].into_iter().enumerate() {
            sheet.write(2, n as u16 + 1, name).unwrap();
        }
        let date = ExcelDateTime::from_ymd(2024, 6, 30).unwrap();
        sheet.write(3, 1, "高峰街道").unwrap().write(3, 2, 128.0).unwrap();
        sheet.write_datetime_with_format(3, 3, &date, &Format::new().set_num_format("yyyy/m/d")).unwrap();
        sheet.write_with_format(3, 4, 0.5, &Format::new().set_num_format("0.0%")).unwrap();
        sheet.write(4, 1, "五桥街道").unwrap().write(4, 2, 0.1 + 0.2).unwrap();
        sheet.write_formula(4, 3, Formula::new("=REF").set_result("#REF!")).unwrap();
        sheet.write_with_format(4, 4, 1234.0, &Format::new().set_num_format("#,##0")).unwrap();
        sheet.write(5, 6, "多").unwrap();
        let (_dir, sources) = sources("t.xlsx", &book.save_to_buffer().unwrap());
        let mut d = Diagnostics::new();
        let table = read(&sources, sources.find("content/t.xlsx").unwrap(), &mut d).unwrap();
        let texts = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
        assert_eq!(texts(&table.head), "单位|数|日期|比例");
        let rows: Vec<String> = table.rows.iter().map(texts).collect();
        assert_eq!(rows, ["高峰街道|128|2024-06-30|50%", "五桥街道|0.3|#REF!|1234", "|||"]);
        let at = locate(&sources, table.rows[1][1].place);
        assert_eq!((at.cell.as_deref(), at.line, at.column), (Some("进度!C5"), 5, 3));
        let ragged = d.sorted()[0];
        assert_eq!(ragged.entry.code, "table/ragged");
        assert_eq!(locate(&sources, ragged.place.unwrap()).cell.as_deref(), Some("进度!G6"));
    }

    #[test]
    fn what_is_no_workbook() {
        for (name, bytes) in [("t.xlsx", &b"not a zip"[..]), ("t.ods", b"PK\x03\x04"), ("t.xls", b"")] {
            let (_dir, sources) = sources(name, bytes);
            let mut d = Diagnostics::new();
            let file = sources.iter().next().unwrap();
            assert_eq!(read(&sources, file, &mut d), None, "{name}");
            assert_eq!(d.sorted()[0].entry.code, "table/format", "{name}");
            assert_eq!(locate(&sources, d.sorted()[0].place.unwrap()).cell, None, "{name}");
        }
    }

    #[test]
    fn an_empty_workbook() {
        let mut book = Workbook::new();
        book.add_worksheet();
        let (_dir, sources) = sources("t.xlsx", &book.save_to_buffer().unwrap());
        let mut d = Diagnostics::new();
        assert_eq!(read(&sources, sources.iter().next().unwrap(), &mut d), None);
        assert_eq!(d.sorted()[0].entry.code, "table/empty");
    }

    #[test]
    fn a_cell_too_far_out() {
        let mut book = Workbook::new();
        book.add_worksheet().write(1_048_575, 16_383, "x").unwrap();
        let (_dir, sources) = sources("t.xlsx", &book.save_to_buffer().unwrap());
        let mut d = Diagnostics::new();
        assert_eq!(read(&sources, sources.iter().next().unwrap(), &mut d), None);
        assert_eq!(d.sorted()[0].entry.code, "table/too-large");
    }

    #[test]
    fn numbers_in_plain_digits() {
        for (number, text) in [
            (128.0, "128"),
            (-0.0, "0"),
            (0.1 + 0.2, "0.3"),
            (12.50, "12.5"),
            (1e21, "1000000000000000000000"),
            (1e-7, "0.0000001"),
            (1234567.891, "1234567.891"),
        ] {
            assert_eq!(plain(number), text);
        }
    }
}
