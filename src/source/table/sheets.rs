//! Every sheet of a table file as it lies, with what [`super::read`] looks past: hidden rows and
//! columns, merged cells, formulas that nobody has computed.

use super::layout::{self, Layout};
use super::{Cell, csv, workbook};
use crate::diagnostic::catalogue::source as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;
use crate::source::{SourceFile, Sources};
use calamine::{Reader as _, SheetType, SheetVisible};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; that of the file where there is only one table in it.
    pub name: String,
    /// False for a sheet that nobody sees.
    pub visible: bool,
    /// The cells that hold anything, by row and column, counted from 0.
    pub cells: BTreeMap<(usize, usize), Cell>,
    /// Rows that are hidden or filtered out. Known of `.xlsx` only.
    pub hidden_rows: BTreeSet<usize>,
    /// Hidden columns. Known of `.xlsx` only.
    pub hidden_columns: BTreeSet<usize>,
    /// Merged cells: rows and columns. Known of `.xlsx` only.
    pub merged: Vec<(RangeInclusive<usize>, RangeInclusive<usize>)>,
    /// Formulas without a result: to read them as empty would lose a figure. Known of `.xlsx` only.
    pub uncomputed: Vec<(usize, usize, Place)>,
}

impl Sheet {
    /// The text of a cell; empty where there is nothing.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.cells.get(&(row, column)).map_or("", |cell| cell.text.as_str())
    }

    /// The rows that hold anything, in order.
    pub fn rows(&self) -> BTreeSet<usize> {
        self.cells.keys().map(|(row, _)| *row).collect()
    }

    /// The columns that hold anything, in order.
    pub fn columns(&self) -> BTreeSet<usize> {
        self.cells.keys().map(|(_, column)| *column).collect()
    }
}

/// The sheets of a CSV file or workbook, empty ones left out. None where it cannot be read; then an error
/// was reported.
pub fn sheets(sources: &Sources, file: &SourceFile, d: &mut Diagnostics) -> Option<Vec<Sheet>> {
    let found = match file.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("csv") => vec![of_csv(file, d)?],
        Some("xlsx" | "xlsm" | "xls" | "ods" | "et") => of_workbook(sources, file, d)?,
        _ => {
            d.push(Diagnostic::at(catalogue::TABLE_FORMAT, Place::new(file.id, 0, 0)));
            return None;
        }
    };
    if found.iter().all(|sheet| sheet.cells.is_empty()) {
        d.push(Diagnostic::at(catalogue::TABLE_EMPTY, Place::new(file.id, 0, 0)));
        return None;
    }
    Some(found.into_iter().filter(|sheet| !sheet.cells.is_empty()).collect())
}

fn of_csv(file: &SourceFile, d: &mut Diagnostics) -> Option<Sheet> {
    let name = file.path.rsplit('/').next().unwrap_or_default().to_string();
    let mut sheet = Sheet { name, visible: true, ..Sheet::default() };
    for (row, cells) in csv::rows(file, d)?.into_iter().enumerate() {
        let filled = cells.into_iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
        sheet.cells.extend(filled.map(|(column, cell)| ((row, column), cell)));
    }
    Some(sheet)
}

fn of_workbook(sources: &Sources, file: &SourceFile, d: &mut Diagnostics) -> Option<Vec<Sheet>> {
    let nowhere = Place::cell(file.id, 0, 0, 0);
    let Some(mut book) = workbook::open(sources, file) else {
        d.push(Diagnostic::at(catalogue::TABLE_FORMAT, nowhere));
        return None;
    };
    let known = book.sheets_metadata().to_vec();
    let layouts = layout::read(&sources.bytes(file).unwrap_or_default());
    let mut found = Vec::new();
    for (n, about) in known.iter().enumerate().filter(|(_, about)| about.typ == SheetType::WorkSheet) {
        let grid = match workbook::grid(&mut book, &about.name) {
            Ok(grid) => grid,
            Err(entry) => {
                d.push(Diagnostic::at(entry, Place::cell(file.id, n, 0, 0)));
                return None;
            }
        };
        let place = |row, column| Place::cell(file.id, n, row, column);
        let Layout { hidden_rows, hidden_columns, merged, uncomputed } =
            layouts.get(&about.name).cloned().unwrap_or_default();
        found.push(Sheet {
            name: about.name.clone(),
            visible: about.visible == SheetVisible::Visible,
            cells: grid.into_iter().map(|(at, text)| (at, Cell { text, place: place(at.0, at.1) })).collect(),
            hidden_rows,
            hidden_columns,
            merged,
            uncomputed: uncomputed
                .into_iter()
                .map(|(row, column)| (row, column, place(row, column)))
                .collect(),
        });
    }
    Some(found)
}
