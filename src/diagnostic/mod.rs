//! What is wrong, where it stands, and what to write instead.
//!
//! A [`Diagnostic`] is data: an entry of the catalogue, the words that fill its blanks, and places.
//! Sentences are made only when it is printed, in the language asked for. Content problems are
//! always diagnostics; `Err` is kept for a machine that fails.

pub mod catalogue;
mod columns;
mod forms;
mod locate;
mod suggest;

pub use catalogue::Entry;
pub use columns::display_width;
pub use forms::{Closing, Format, Overlay, Problem, Spot, Told, message, print, sentence, summary, told};
pub use locate::{Files, Location, locate};
pub use suggest::nearest;

use crate::model::{FileId, Place};
use std::collections::BTreeSet;

/// Whether a problem stops the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The build stops at the next gate; `output/` stays as it was.
    Error,
    /// The build goes on.
    Warning,
}

/// Words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// One problem.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Its entry in the catalogue: code, severity and words.
    pub entry: &'static Entry,
    /// What fills the blanks `{name}` of the entry's words.
    pub args: Vec<(&'static str, String)>,
    /// Where it stands; none only where no file can be named.
    pub place: Option<Place>,
    /// Other places that have to do with it, each with what it shows.
    pub also: Vec<(Place, Words)>,
    /// What might have been meant, for the help line.
    pub suggestion: Option<String>,
    /// True where the underlined words are nobody's business: they are printed as asterisks.
    pub secret: bool,
    /// The lines that allow it, where it may be allowed.
    pub allow: Option<Box<str>>,
}

impl Diagnostic {
    /// A problem of this entry at this place.
    pub fn at(entry: &'static Entry, place: Place) -> Self {
        Diagnostic { place: Some(place), ..Diagnostic::nowhere(entry) }
    }

    /// A problem that no file can be named for.
    pub fn nowhere(entry: &'static Entry) -> Self {
        Diagnostic {
            entry,
            args: Vec::new(),
            place: None,
            also: Vec::new(),
            suggestion: None,
            secret: false,
            allow: None,
        }
    }

    /// Fills the blank `{name}`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Has the underlined words printed as asterisks.
    #[must_use]
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn also(mut self, place: Place, shows: Words) -> Self {
        self.also.push((place, shows));
        self
    }

    /// Adds the nearest of the known words, if one is near enough.
    #[must_use]
    pub fn suggest<'a>(mut self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggestion = nearest(written, known);
        self
    }
}

/// All problems found so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Diagnostics::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all of another list, such as that of one policy.
    pub fn append(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// Keeps those that are wanted; each may be changed on the way.
    pub fn retain(&mut self, wanted: impl FnMut(&mut Diagnostic) -> bool) {
        self.list.retain_mut(wanted);
    }

    /// Adds those of another list that were not told yet, of this kind at this place.
    pub fn append_new(&mut self, other: Diagnostics) {
        let told = self.list.len();
        for problem in other.list {
            let same = |known: &Diagnostic| known.entry == problem.entry && known.place == problem.place;
            if !self.list[..told].iter().any(same) {
                self.list.push(problem);
            }
        }
    }

    /// True where any of them stops the build.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.entry.severity == severity).count()
    }

    /// In order of place, errors and warnings together; those without a place first.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut list: Vec<&Diagnostic> = self.list.iter().collect();
        list.sort_by_key(|d| (d.place, d.entry.code));
        list
    }

    /// All, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// The files that any of them stands in or refers to.
    pub fn files(&self) -> BTreeSet<FileId> {
        let places =
            self.list.iter().flat_map(|d| d.place.into_iter().chain(d.also.iter().map(|also| also.0)));
        places.map(|place| place.file).collect()
    }

    /// True where nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
