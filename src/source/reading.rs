//! Reading the folders, once or again: files keep their ids, and their editions where their content is the same.

use super::seen::Seen;
use super::{SourceFile, Sources, text, walk};
use crate::diagnostic::catalogue::source as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::FileId;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;

impl Sources {
    /// Reads `content/` and `themes/` below `root`.
    ///
    /// Hidden files and what editors leave behind are not there. A text in another encoding is
    /// converted with a warning; one that cannot be read keeps U+FFFD where it cannot, so that the
    /// rest of it is still checked.
    ///
    /// # Errors
    /// When a folder or file cannot be read.
    pub fn read(root: &Path, d: &mut Diagnostics) -> io::Result<Sources> {
        let none = Sources { root: root.to_path_buf(), ..Sources::default() };
        none.read_again(&BTreeSet::new(), d)
    }

    /// The same folders as they are now. A file keeps its id, and its edition where its content is the
    /// same; one of which the disk says nothing new is not opened, unless it is `named`.
    ///
    /// # Errors
    /// When a folder or file cannot be read.
    pub fn read_again(&self, named: &BTreeSet<String>, d: &mut Diagnostics) -> io::Result<Sources> {
        let mut now = Sources {
            root: self.root.clone(),
            files: self.files.clone(),
            added: self.added.clone(),
            readings: self.readings + 1,
            ..Sources::default()
        };
        let is_site = self.root.join("content").is_dir();
        let found = if is_site { walk::walk(&self.root, d)? } else { Vec::new() };
        if !is_site {
            d.push(Diagnostic::nowhere(catalogue::NO_CONTENT).with("root", self.root.display()));
        }
        let read = |entry: &walk::Found| match self.find(&entry.path) {
            Some(file) if file.seen.is_still(entry) && !named.contains(&entry.path) => Ok(None),
            _ => text::read(&self.root, entry).map(Some),
        };
        let readings: Vec<io::Result<Option<text::Reading>>> = found.par_iter().map(read).collect();
        for (entry, reading) in found.into_iter().zip(readings) {
            match reading {
                // Editors save by replacing the file; one that has just gone was never there.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                reading => now.take(self.known(&entry.path), entry, reading?, d),
            }
        }
        now.forget_gone(self);
        Ok(now)
    }

    /// The same, where nothing but these known files can have changed: the folders are not looked through.
    /// None where that is not so, because one of them has come or gone or is a link.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read_named(&self, named: &BTreeSet<String>, d: &mut Diagnostics) -> io::Result<Option<Sources>> {
        let mut entries = Vec::new();
        for path in named {
            let known = self.find(path).filter(|file| file.seen.is_on_disk());
            match (known, walk::plain(&self.root, path)) {
                (Some(file), Some(entry)) => entries.push((file.id, entry)),
                _ => return Ok(None),
            }
        }
        let mut now = Sources { readings: self.readings + 1, ..self.clone() };
        (now.sheets, now.line_ends) = Default::default();
        for (id, entry) in entries {
            let reading = match text::read(&self.root, &entry) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                reading => reading?,
            };
            now.files[id.0 as usize].update(entry, reading, now.readings);
        }
        now.iter().for_each(|file| file.seen.report(file.id, d));
        Ok(Some(now))
    }

    /// Takes a file that was found; without a reading it is what it was.
    fn take(
        &mut self,
        known: Option<FileId>,
        entry: walk::Found,
        reading: Option<text::Reading>,
        d: &mut Diagnostics,
    ) {
        let id = known.unwrap_or(FileId(self.files.len() as u32));
        if known.is_none() {
            self.files.push(SourceFile::new(id, entry.path.clone(), None));
        }
        let file = &mut self.files[id.0 as usize];
        if let Some(reading) = reading {
            file.update(entry, reading, self.readings);
        }
        file.seen.report(id, d);
        self.found.push(id);
    }

    /// What was found before and is there no longer is empty, and another edition.
    fn forget_gone(&mut self, before: &Sources) {
        let still: BTreeSet<FileId> = self.found.iter().copied().collect();
        for id in before.found.iter().filter(|id| !still.contains(id)) {
            let file = &mut self.files[id.0 as usize];
            *file = SourceFile::new(*id, std::mem::take(&mut file.path), None);
            file.edition = self.readings;
        }
    }

    /// The id of a path, also of one that has gone.
    fn known(&self, path: &str) -> Option<FileId> {
        let there = self.find(path).map(|file| file.id);
        // Most are there; what has gone and comes back is rare.
        there.or_else(|| self.files.iter().find(|file| file.path == path).map(|file| file.id))
    }
}

impl SourceFile {
    /// A file that the disk has said nothing of.
    pub(super) fn new(id: FileId, path: String, text: Option<Arc<str>>) -> SourceFile {
        SourceFile { id, path, text, again: None, damaged: false, edition: 0, seen: Seen::default() }
    }

    /// Takes what was read of it in this reading.
    fn update(&mut self, entry: walk::Found, reading: text::Reading, now: u32) {
        if !self.seen.is_same(&entry, &reading) || self.text != reading.text {
            self.edition = now;
        }
        self.text = reading.text;
        self.again = None;
        self.seen = Seen::of(&entry, reading.trouble);
        self.damaged = self.seen.is_damaged();
    }
}
