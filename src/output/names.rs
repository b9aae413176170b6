//! That a path may be made, and that each is made once.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::failure::Failure;
use crate::plan::fault;

/// The paths taken so far in one build.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: Mutex<BTreeSet<String>>,
}

impl Names {
    /// Takes a path, or says why it cannot be taken.
    pub(super) fn take(&self, path: &str) -> Result<(), Failure> {
        if let Some(reason) = fault(path) {
            return Err(Failure::Name { path: path.to_owned(), reason });
        }
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match taken.insert(path.to_ascii_lowercase()) {
            true => Ok(()),
            false => Err(Failure::Twice { path: path.to_owned() }),
        }
    }

    /// How many were taken.
    pub(super) fn count(&self) -> usize {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// Pages come last into the output, so that none names a file that is not there yet.
pub(super) fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// Whether a path lies in a folder or below it.
pub(super) fn is_within(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The folders above a path, the nearest first: `a/b/c.html` -> `a/b`, `a`.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(at, _)| &path[..at])
}
