//! What a commit did.

use std::collections::BTreeSet;

use super::disk;
use super::failure::Failure;
use super::folders::Folders;
use super::manifest::Manifest;
use crate::diagnostic::catalogue::output::EDITED;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// What a commit did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or differ from last time.
    pub written: usize,
    /// Files that are the same as last time, and were not touched.
    pub unchanged: usize,
    /// Files of the last build that this one did not make.
    pub removed: usize,
    /// Files of the last build that this one did not make and that somebody changed since: they stay.
    pub edited: Vec<String>,
    /// Files that we did not make: they stay. A hidden folder is one of them, and ends in `/`.
    pub kept_foreign: Vec<String>,
}

impl Summary {
    /// Says what people should know: the files that were left because somebody changed them.
    pub fn report(&self, diagnostics: &mut Diagnostics) {
        for file in &self.edited {
            diagnostics.push(Diagnostic::nowhere(EDITED).with("file", file));
        }
    }
}

/// What is in the output folder besides our files and those reported as edited.
pub(super) fn foreign(folders: &Folders, ours: &Manifest, edited: &[String]) -> Result<Vec<String>, Failure> {
    let edited: BTreeSet<&String> = edited.iter().collect();
    let listing = disk::list(&folders.output)?;
    let mut foreign = listing.files;
    foreign.retain(|path| !ours.files.contains_key(path) && !edited.contains(path));
    foreign.extend(listing.hidden);
    foreign.sort();
    Ok(foreign)
}
