//! What calamine does not tell of an `.xlsx`: which rows and columns are hidden, which cells are merged,
//! which formulas have no result. The only file that knows zip and quick-xml.
//!
//! Whatever is odd about the file was told by whoever read its cells; here it only means that nothing is
//! known to be hidden.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor};
use std::ops::RangeInclusive;
use zip::ZipArchive;

/// How a sheet is laid out. Rows and columns count from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layout {
    pub(super) hidden_rows: BTreeSet<usize>,
    pub(super) hidden_columns: BTreeSet<usize>,
    pub(super) merged: Vec<(RangeInclusive<usize>, RangeInclusive<usize>)>,
    pub(super) uncomputed: Vec<(usize, usize)>,
}

/// Columns and rows beyond these are nobody's; a range over all columns is a habit of spreadsheets.
const FARTHEST: usize = 0xFFFF;

/// The layouts of all sheets, by name; none for a file that is no `.xlsx`.
pub(super) fn read(bytes: &[u8]) -> BTreeMap<String, Layout> {
    let mut layouts = BTreeMap::new();
    let Ok(mut book) = ZipArchive::new(Cursor::new(bytes)) else { return layouts };
    let mut sheets: Vec<(String, String)> = Vec::new();
    each(&mut book, "xl/workbook.xml", |element| {
        if let ("sheet", Some(name), Some(id)) =
            (local(element).as_str(), attribute(element, "name"), attribute(element, "id"))
        {
            sheets.push((name, id));
        }
    });
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    each(&mut book, "xl/_rels/workbook.xml.rels", |element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
            parts.insert(id, target);
        }
    });
    for (name, id) in sheets {
        let Some(target) = parts.get(&id) else { continue };
        let path = match target.strip_prefix('/') {
            Some(path) => path.to_string(),
            None => format!("xl/{target}"),
        };
        layouts.insert(name, sheet(&mut book, &path));
    }
    layouts
}

/// The layout of one sheet.
fn sheet(book: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Layout {
    let mut layout = Layout::default();
    // The cell that is being read: where it is, and whether it has a formula and a value.
    let mut cell: Option<((usize, usize), bool, bool)> = None;
    let finish = |cell: &mut Option<((usize, usize), bool, bool)>, layout: &mut Layout| {
        if let Some((at, true, false)) = cell.take() {
            layout.uncomputed.push(at);
        }
    };
    each(book, path, |element| match local(element).as_str() {
        "row" if is_true(attribute(element, "hidden")) => {
            layout.hidden_rows.extend(number(element, "r").filter(|row| *row <= FARTHEST));
        }
        "col" if is_true(attribute(element, "hidden")) => {
            if let (Some(first), Some(last)) = (number(element, "min"), number(element, "max")) {
                layout.hidden_columns.extend(first..=last.min(0xFFF));
            }
        }
        "c" => {
            finish(&mut cell, &mut layout);
            cell = attribute(element, "r").and_then(|name| corner(&name)).map(|at| (at, false, false));
        }
        "f" => cell = cell.map(|(at, _, value)| (at, true, value)),
        "v" | "is" => cell = cell.map(|(at, formula, _)| (at, formula, true)),
        "mergeCell" => layout.merged.extend(attribute(element, "ref").and_then(|name| area(&name))),
        _ => {}
    });
    finish(&mut cell, &mut layout);
    layout
}

/// Shows every element of a part, until the part ends or is no XML.
fn each(book: &mut ZipArchive<Cursor<&[u8]>>, path: &str, mut see: impl FnMut(&BytesStart)) {
    let Ok(part) = book.by_name(path) else { return };
    walk(Reader::from_reader(BufReader::new(part)), &mut see);
}

fn walk(mut xml: Reader<impl BufRead>, see: &mut impl FnMut(&BytesStart)) {
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn local(element: &BytesStart) -> String {
    element.local_name().as_ref().to_string()
}

/// An attribute by its name without prefix: `r:id` and `id` are the same here.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut all = element.attributes().flatten();
    let found = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

fn is_true(value: Option<String>) -> bool {
    matches!(value.as_deref(), Some("1" | "true"))
}

/// A row or column counted from 1 -> from 0.
fn number(element: &BytesStart, name: &str) -> Option<usize> {
    attribute(element, name)?.parse::<usize>().ok()?.checked_sub(1)
}

/// `B3` -> row 2, column 1.
fn corner(name: &str) -> Option<(usize, usize)> {
    let name = name.replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let row = row.parse::<usize>().ok()?.checked_sub(1)?;
    if letters.is_empty() || letters.len() > 3 || row > FARTHEST {
        return None;
    }
    let digit = |c: u8| c.is_ascii_uppercase().then(|| usize::from(c - b'A') + 1);
    let column = letters.bytes().try_fold(0, |sum, c| Some(sum * 26 + digit(c)?))?;
    Some((row, column.checked_sub(1)?))
}

/// `A1:C1` -> rows and columns.
fn area(name: &str) -> Option<(RangeInclusive<usize>, RangeInclusive<usize>)> {
    let (from, to) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (corner(from)?, corner(to)?);
    (top <= bottom && left <= right).then_some((top..=bottom, left..=right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{Format, Workbook};

    #[test]
    fn hidden_merged_and_uncomputed() {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("甲&乙").unwrap();
        let sheet = book.add_worksheet().set_name("表").unwrap();
        sheet.merge_range(0, 0, 0, 3, "标题", &Format::new()).unwrap();
        sheet.write(1, 1, 3).unwrap().write_formula(2, 1, "=B2").unwrap();
        sheet.set_row_hidden(1).unwrap().set_column_hidden(2).unwrap();
        let layouts = read(&book.save_to_buffer().unwrap());
        let expected = Layout {
            hidden_rows: BTreeSet::from([1]),
            hidden_columns: BTreeSet::from([2]),
            merged: vec![(0..=0, 0..=3)],
            uncomputed: Vec::new(),
        };
        assert_eq!(layouts["表"], expected);
        assert_eq!(layouts["甲&乙"], Layout::default());
    }

    #[test]
    fn a_formula_without_a_result() {
        let xml = r#"<worksheet><sheetData><row r="1"><c r="A1"><f>B1</f></c><c r="B1"><v>1</v></c></row>
            <row r="2"><c r="C2" t="str"><f>""</f><v></v></c><c r="D2"><f>A1</f></c></row></sheetData></worksheet>"#;
        let mut found = Vec::new();
        walk(Reader::from_reader(xml.as_bytes()), &mut |element| found.push(local(element)));
        assert_eq!(found.iter().filter(|name| *name == "f").count(), 3);
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let parts = [
            ("xl/workbook.xml", r#"<workbook><sheet name="甲" r:id="x"/></workbook>"#),
            ("xl/_rels/workbook.xml.rels", r#"<r><Relationship Id="x" Target="/xl/worksheets/s.xml"/></r>"#),
            ("xl/worksheets/s.xml", xml),
        ];
        for (name, text) in parts {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert_eq!(read(&bytes)["甲"].uncomputed, [(0, 0), (1, 3)]);
    }

    #[test]
    fn names_of_cells() {
        assert_eq!(corner("B3"), Some((2, 1)));
        assert_eq!(corner("AA10"), Some((9, 26)));
        assert_eq!(area("$A$1:C2"), Some((0..=1, 0..=2)));
        for odd in ["", "3", "B", "B0", "b3", "ABCD1", "B-1", "C2:A1"] {
            assert!(corner(odd).is_none() && area(odd).is_none(), "{odd}");
        }
    }

    #[test]
    fn what_is_no_workbook_has_no_layout() {
        for bytes in [&b""[..], b"PK\x03\x04", b"not a zip"] {
            assert_eq!(read(bytes), BTreeMap::new());
        }
    }
}
