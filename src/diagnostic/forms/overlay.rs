//! For the preview: the same words as for people, with the line cut into what stands before, under and
//! after the underline, so that a page can mark it.

use super::words;
use crate::diagnostic::{Diagnostic, Diagnostics, Files, Severity, locate};
use crate::model::{Language, Place};
use serde::Serialize;

/// As many as are shown over a page.
const SHOWN: usize = 100;

/// Characters of a long line that are shown on either side of the underline.
const AROUND: usize = 48;

/// The errors of a site as a page shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Overlay {
    /// The first of them, in order of file and place.
    pub problems: Vec<Problem>,
    /// How many there are beside these.
    pub more: usize,
}

/// One error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The stable code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write instead; empty where nothing general can be said.
    pub help: String,
    /// Where it stands, then what else has to do with it.
    pub places: Vec<Spot>,
}

/// A place, with the line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// Path relative to the root.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// `表1!C7`, of a workbook.
    pub cell: Option<String>,
    /// What it shows; empty for the place of the problem itself.
    pub shows: &'static str,
    /// What stands before the underline, under it and after it; none of a file without lines.
    pub text: Option<[String; 3]>,
}

impl Overlay {
    /// The errors among these.
    pub fn of(d: &Diagnostics, files: &dyn Files, language: Language) -> Overlay {
        let sorted = d.sorted();
        let errors: Vec<&Diagnostic> =
            sorted.into_iter().filter(|d| d.entry.severity == Severity::Error).collect();
        let shown = errors.iter().take(SHOWN).map(|error| problem(error, files, language)).collect();
        Overlay { problems: shown, more: errors.len().saturating_sub(SHOWN) }
    }
}

fn problem(diagnostic: &Diagnostic, files: &dyn Files, language: Language) -> Problem {
    let also = diagnostic.also.iter().map(|(place, shows)| (*place, words::pick(*shows, language)));
    let places = diagnostic.place.map(|place| (place, "")).into_iter().chain(also);
    Problem {
        code: diagnostic.entry.code,
        message: words::message(diagnostic, language),
        help: words::help(diagnostic, language),
        places: places.map(|(place, shows)| spot(place, shows, files)).collect(),
    }
}

fn spot(place: Place, shows: &'static str, files: &dyn Files) -> Spot {
    let at = locate(files, place);
    let text = files.text(place.file).map(|text| {
        let line = text.lines().nth(at.line - 1).unwrap_or_default();
        cut(line, at.column - 1, at.end_column - 1)
    });
    Spot { file: at.path, line: at.line, column: at.column, cell: at.cell, shows, text }
}

/// Cuts a line at two columns, counted from 0; what is under the line is at least one character.
fn cut(line: &str, start: usize, end: usize) -> [String; 3] {
    let letters: Vec<char> = line.chars().collect();
    let start = start.min(letters.len());
    let end = end.clamp((start + 1).min(letters.len()), letters.len());
    let text = |part: &[char]| part.iter().collect::<String>();
    let from = start.saturating_sub(AROUND);
    let to = (end + AROUND).min(letters.len());
    let before = if from > 0 { "…" } else { "" };
    let after = if to < letters.len() { "…" } else { "" };
    [
        before.to_string() + &text(&letters[from..start]),
        text(&letters[start..end]),
        text(&letters[end..to]) + after,
    ]
}

#[test]
fn a_line_is_cut_around_the_underline() {
    let parts = |line, start, end| cut(line, start, end).map(|part| part.chars().count());
    assert_eq!(cut("高新技术企业: 很高", 8, 10), ["高新技术企业: ", "很高", ""].map(String::from));
    assert_eq!(cut("a: b", 1, 1), ["a", ":", " b"].map(String::from));
    assert_eq!(cut("", 3, 9), ["", "", ""].map(String::from));
    assert_eq!(parts(&"字".repeat(300), 100, 102), [AROUND + 1, 2, AROUND + 1]);
}
