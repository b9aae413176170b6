//! What was read of each policy, for whoever reads the same site again: only folders whose files
//! are another edition are read anew.

use super::Options;
use super::folder::Folder;
use super::policy::Outcome;
use crate::diagnostic::Diagnostics;
use crate::model::FileId;
use crate::source::Sources;
use std::collections::BTreeMap;

/// What came of a folder, and what was found wrong with it.
pub(super) type Reading = (Outcome, Diagnostics);

/// The files of a folder, each with its edition.
type Editions = Vec<(FileId, u32)>;

/// Kept readings. One that keeps nothing is for a program that reads once: it would only cost memory.
#[derive(Default)]
pub struct Kept {
    keeps: bool,
    /// What all readings rest on: options, and the edition of the register.
    base: Option<(Options, Option<u32>)>,
    /// By the policy's id.
    readings: BTreeMap<String, (Editions, Reading)>,
}

impl Kept {
    /// Keeps what is read. `Kept::default()` keeps nothing.
    pub fn keeping() -> Kept {
        Kept { keeps: true, ..Kept::default() }
    }

    /// Forgets everything where what all readings rest on is another than before.
    pub(super) fn begin(&mut self, sources: &Sources, options: &Options) {
        let register = sources.find("content/organisations.yaml").map(|file| file.edition);
        let base = Some((*options, register));
        if self.base != base {
            self.readings.clear();
            self.base = base;
        }
    }

    /// The reading of a folder that is as it was.
    pub(super) fn reading(&self, folder: &Folder) -> Option<Reading> {
        let (editions, reading) = self.readings.get(folder.id)?;
        (*editions == folder.editions()).then(|| reading.clone())
    }

    /// Takes what was read this time, and nothing else.
    pub(super) fn keep(&mut self, folders: &[Folder], read: &[(String, Reading)]) {
        if !self.keeps {
            return;
        }
        let with_editions = |(folder, (id, reading)): (&Folder, &(String, Reading))| {
            (id.clone(), (folder.editions(), reading.clone()))
        };
        self.readings = folders.iter().zip(read).map(with_editions).collect();
    }
}
