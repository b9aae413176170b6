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
pub use words::message;

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

/// As many as a person reads; a slip that is in every row of a table would fill the screen for minutes.
const READ: usize = 500;

/// All diagnostics as one text, in order of file and place; empty where there are none. For people the
/// first 500, and how many more there are.
pub fn print(d: &Diagnostics, files: &dyn Files, format: Format, language: Language, colour: bool) -> String {
    let print = |diagnostic| match format {
        Format::Human => human::print(diagnostic, files, language, colour),
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

#[cfg(test)]
mod tests;
