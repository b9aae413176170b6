//! What a site says to its inspector: what it allows, and the words that it watches.

use super::Place;

/// A warning that is right as it stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The code of the warning.
    pub code: String,
    /// The file that it stands in, relative to the root: `content/policies/x/policy.md`.
    pub file: String,
    /// The words that it underlines; none for all warnings of this code in the file.
    pub text: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A word that a site does not want to read in its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchedWord {
    /// The word.
    pub word: String,
    /// What to write instead; empty where nothing can be said.
    pub instead: String,
    /// Why; empty where it goes without saying.
    pub reason: String,
    /// Longer words that hold it and are right: 登陆 in 登陆艇.
    pub except: Vec<String>,
    /// True where it must not be published at all.
    pub forbidden: bool,
    /// Where it is listed.
    pub place: Place,
}

/// `content/allow.yaml` and `content/words.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspection {
    /// What is allowed, in the order of the file.
    pub allowances: Vec<Allowance>,
    /// The words that are watched, in the order of the file.
    pub words: Vec<WatchedWord>,
}
