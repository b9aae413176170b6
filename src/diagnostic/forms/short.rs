//! `file:line:column: error[code]: message`, for editors.

use super::words;
use crate::diagnostic::{Diagnostic, Files, locate};
use crate::model::Language;

/// One line. The severity is always English: editors look for the word.
pub(super) fn print(diagnostic: &Diagnostic, files: &dyn Files, language: Language) -> String {
    let severity = words::severity(diagnostic.entry.severity);
    let place = diagnostic.place.map(|place| locate(files, place));
    let place = place.map(|at| format!("{}:{}:{}: ", at.path, at.line, at.column)).unwrap_or_default();
    format!("{place}{severity}[{}]: {}\n", diagnostic.entry.code, words::message(diagnostic, language))
}
