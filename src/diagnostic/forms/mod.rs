//! How diagnostics are printed: for people, for editors, for scripts, for GitHub.
//!
//! Here sentences are made: blanks filled, the suggestion joined to the help. Each form is a file.

mod github;
mod human;
mod json;
mod short;
mod summary;
mod words;

pub use summary::{Closing, summary};

use super::{Diagnostics, Files};
use crate::model::Language;

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

/// All diagnostics as one text, in order of file and place; empty where there are none.
pub fn print(d: &Diagnostics, files: &dyn Files, format: Format, language: Language, colour: bool) -> String {
    let print = |diagnostic| match format {
        Format::Human => human::print(diagnostic, files, language, colour),
        Format::Short => short::print(diagnostic, files, language),
        Format::Json => json::print(diagnostic, files, language),
        Format::Github => github::print(diagnostic, files, language),
    };
    d.sorted().into_iter().map(print).collect()
}

#[cfg(test)]
mod tests;
