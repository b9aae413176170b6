//! How diagnostics are printed: for people, for editors, for scripts, for GitHub.
//!
//! Here sentences are made: blanks filled, the suggestion joined to the help. Each form is a file.

mod github;
mod human;
mod json;
mod overlay;
mod short;
mod summary;
mod words;

pub use overlay::{Overlay, Problem, Spot};
pub use summary::{Closing, summary};
pub use words::message;

use super::{Diagnostic, Diagnostics, Files, Severity, locate};
use crate::model::{Language, Place};

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With the line and an underline, for people.
    Human,
    /// `file:line:column: error[code]: message`.
    Short,
    /// One JSON object a line.
    Json,
    /// GitHub workflow commands.
    Github,
}

/// What is wrong in one sentence, without place and repair.
pub fn sentence(diagnostic: &super::Diagnostic, language: Language) -> String {
    words::message(diagnostic, language)
}

/// As many as a person reads; a slip that is in every row of a table would fill the screen for minutes.
const READ: usize = 500;

/// All diagnostics as one text, in order of file and place; empty where there are none. For people the
/// first 500, and how many more there are.
pub fn print(d: &Diagnostics, files: &dyn Files, format: Format, language: Language, colour: bool) -> String {
    let secrets: Vec<Place> = d.iter().filter(|d| d.secret).filter_map(|d| d.place).collect();
    let print = |diagnostic| match format {
        Format::Human => human::print(diagnostic, files, &secrets, language, colour),
        Format::Short => short::print(diagnostic, files, language),
        Format::Json => json::print(diagnostic, files, language),
        Format::Github => github::print(diagnostic, files, language),
    };
    let sorted = d.sorted();
    let shown = if format == Format::Human { sorted.len().min(READ) } else { sorted.len() };
    let mut text: String = sorted[..shown].iter().copied().map(print).collect();
    text += &match (sorted.len() - shown, language) {
        (0, _) => String::new(),
        (more, Language::Chinese) => {
            format!("另有 {more} 处没有列出；先改好上面的，或用 gongbao check --format short 列出全部\n\n")
        }
        (more, Language::English) => {
            format!(
                "{more} more are not shown; mend these first, or list all with gongbao check --format short\n\n"
            )
        }
    };
    text
}

/// A diagnostic as sentences, for whoever lays them out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whether it stops the build.
    pub severity: Severity,
    /// `file:line`, or `file:sheet!C7`; empty where no file can be named.
    pub at: String,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub repair: String,
}

/// The sentences of one diagnostic.
pub fn told(diagnostic: &Diagnostic, files: &dyn Files, language: Language) -> Told {
    let at = diagnostic.place.map(|place| locate(files, place)).map(|at| match at.cell {
        Some(cell) => format!("{}:{cell}", at.path),
        None => format!("{}:{}", at.path, at.line),
    });
    Told {
        severity: diagnostic.entry.severity,
        at: at.unwrap_or_default(),
        message: words::message(diagnostic, language),
        repair: words::repair(diagnostic, language),
    }
}

#[cfg(test)]
mod tests;
