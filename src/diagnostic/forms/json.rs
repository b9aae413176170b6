//! One JSON object a line, for scripts. The names are stable.

use super::words;
use crate::diagnostic::{Diagnostic, Files, locate};
use crate::model::{Language, Place};
use serde::Serialize;

/// One line.
pub(super) fn print(diagnostic: &Diagnostic, files: &dyn Files, language: Language) -> String {
    let at = diagnostic.place.map(|place| locate(files, place));
    let line = Line {
        severity: words::severity(diagnostic.entry.severity),
        code: diagnostic.entry.code,
        message: words::message(diagnostic, language),
        file: at.as_ref().map(|at| at.path.as_str()),
        line: at.as_ref().map(|at| at.line),
        column: at.as_ref().map(|at| at.column),
        end_column: at.as_ref().map(|at| at.end_column),
        cell: at.as_ref().and_then(|at| at.cell.as_deref()),
        help: words::repair(diagnostic, language),
        allow: diagnostic.allow.as_deref(),
        also: diagnostic.also.iter().map(|(place, _)| Also::at(files, *place)).collect(),
    };
    // Nothing in it can fail to be written; a line must not be lost quietly all the same.
    serde_json::to_string(&line).unwrap_or_else(|error| format!("{{\"error\":\"{error}\"}}")) + "\n"
}

#[derive(Serialize)]
struct Line<'a> {
    severity: &'a str,
    code: &'a str,
    message: String,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<&'a str>,
    help: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow: Option<&'a str>,
    also: Vec<Also>,
}

#[derive(Serialize)]
struct Also {
    file: String,
    line: usize,
    column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
}

impl Also {
    fn at(files: &dyn Files, place: Place) -> Also {
        let at = locate(files, place);
        Also { file: at.path, line: at.line, column: at.column, cell: at.cell }
    }
}
