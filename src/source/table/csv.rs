//! CSV text -> a grid of cells. The only file that knows the csv crate.
//!
//! The crate decodes the fields but knows places of records only, so each record is measured
//! here again by the same rules: a quote counts where it opens a field, and is doubled inside.

use super::{Cell, trim};
use crate::diagnostic::catalogue::source as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;
use crate::source::SourceFile;
use ::csv::{ReaderBuilder, StringRecord};
use std::ops::Range;

/// All rows of a CSV file; none where it cannot be read, and then an error was reported.
pub(super) fn rows(file: &SourceFile, d: &mut Diagnostics) -> Option<Vec<Vec<Cell>>> {
    let text = file.text.as_deref().unwrap_or_default();
    let separator = match separator(text) {
        Separator::Is(byte) => byte,
        Separator::FullWidth(at) => {
            let place = Place::new(file.id, at, '，'.len_utf8());
            d.push(Diagnostic::at(catalogue::TABLE_FULLWIDTH_COMMA, place));
            return None;
        }
    };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    loop {
        let start = reader.position().byte() as usize;
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Some(rows),
            Err(_) => {
                d.push(Diagnostic::at(catalogue::TABLE_FORMAT, Place::new(file.id, start, 0)));
                return None;
            }
        }
        let end = reader.position().byte() as usize;
        let mut row = Vec::with_capacity(record.len());
        let fields = Fields { text, at: skip_line_ends(text, start), end, separator, more: true };
        for (field, raw) in record.iter().zip(fields) {
            if is_open(&text[raw.clone()]) {
                d.push(Diagnostic::at(catalogue::TABLE_QUOTE, Place::new(file.id, raw.start, 1)));
                return None;
            }
            let written = trim(&text[raw.clone()]);
            let lead = text[raw.clone()].find(written).unwrap_or(0);
            let place = Place::new(file.id, raw.start + lead, written.len());
            row.push(Cell { text: trim(field).to_string(), place });
        }
        rows.push(row);
    }
}

/// What stands between the cells.
enum Separator {
    /// This byte.
    Is(u8),
    /// A full-width comma, first seen here: not CSV.
    FullWidth(usize),
}

/// Judged by the first line that has any: a title may stand above the head.
fn separator(text: &str) -> Separator {
    let mut in_quotes = false;
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    for byte in text.bytes() {
        match byte {
            b'"' => in_quotes = !in_quotes,
            b'\n' if !in_quotes && counts.iter().any(|(_, n)| *n > 0) => break,
            _ if in_quotes => {}
            _ => counts.iter_mut().filter(|(b, _)| *b == byte).for_each(|(_, n)| *n += 1),
        }
    }
    // The first of equals wins, so the comma where there is nothing to go by.
    let (byte, count) = counts.iter().rev().max_by_key(|(_, n)| *n).copied().unwrap_or((b',', 0));
    match text.find('，') {
        Some(at) if count == 0 => Separator::FullWidth(at),
        _ => Separator::Is(byte),
    }
}

/// The byte ranges of the fields of one record.
struct Fields<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    separator: u8,
    more: bool,
}

impl Iterator for Fields<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if !self.more {
            return None;
        }
        let bytes = self.text.as_bytes();
        let start = self.at;
        let quoted = bytes.get(start) == Some(&b'"');
        let mut in_quotes = quoted;
        let mut at = start + usize::from(quoted);
        while at < self.end {
            match bytes[at] {
                b'"' if in_quotes => in_quotes = false,
                // A doubled quote closes and opens again.
                b'"' if quoted && bytes[at - 1] == b'"' => in_quotes = true,
                b'\n' if !in_quotes => break,
                byte if byte == self.separator && !in_quotes => {
                    self.at = at + 1;
                    return Some(start..at);
                }
                _ => {}
            }
            at += 1;
        }
        self.more = false;
        Some(start..at)
    }
}

/// True for a quoted field without its closing quote.
fn is_open(raw: &str) -> bool {
    raw.starts_with('"') && raw.matches('"').count() % 2 == 1
}

/// The crate skips empty lines before a record, but counts from before them.
fn skip_line_ends(text: &str, at: usize) -> usize {
    at + text[at..].len() - text[at..].trim_start_matches('\n').len()
}

/// The place of a cell that a short row lacks: the end of the row.
pub(super) fn missing(last: Place, _beyond: usize) -> Place {
    Place { start: last.start + last.len, len: 0, ..last }
}
