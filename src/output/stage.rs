//! A build's files between being rendered and being committed.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::mem;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::changes::Changes;
use super::digest::{Digest, Side, transfer};
use super::disk;
use super::failure::{Action, Failure};
use super::folders::Folders;
use super::journal::{Done, Fuse, Journal, Pass};
use super::lock::Lock;
use super::manifest::{Entry, Inputs, Manifest, modified};
use super::names::Names;
use super::summary::{self, Summary};

/// An open output folder. Files are taken from many threads and forgotten; nothing in the folder changes
/// until `commit`. Dropped without one, the folder is byte for byte as it was.
#[derive(Debug)]
pub struct Stage {
    folders: Folders,
    old: Manifest,
    names: Names,
    next_number: AtomicU64,
    made: Mutex<Made>,
    finished_earlier: bool,
    discard_on_drop: bool,
    // Last: released when all else is done.
    _lock: Lock,
}

#[derive(Debug, Default)]
struct Made {
    files: BTreeMap<String, Entry>,
    staged: BTreeMap<String, u64>,
}

impl Stage {
    pub(super) fn new(folders: Folders, old: Manifest, lock: Lock, finished_earlier: bool) -> Self {
        Stage {
            folders,
            old,
            names: Names::default(),
            next_number: AtomicU64::new(1),
            made: Mutex::default(),
            finished_earlier,
            discard_on_drop: true,
            _lock: lock,
        }
    }

    /// Whether opening the folder finished a commit that had been interrupted.
    pub fn finished_earlier(&self) -> bool {
        self.finished_earlier
    }

    /// Takes a file. One that is the same as last time, in the manifest and on disk, is dropped.
    pub fn emit(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        Ok(self.take(path, bytes, None)?)
    }

    /// Takes a file that is dear to make, with the hash of its inputs, for which `kept` can ask next time.
    pub fn emit_from(&self, path: &str, bytes: &[u8], inputs: u128) -> io::Result<()> {
        Ok(self.take(path, bytes, Some(Inputs(inputs)))?)
    }

    /// Takes a file that stands on the disk already, without loading it whole.
    pub fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        Ok(self.take_from(path, from)?)
    }

    /// Whether the file made from inputs of this hash still stands; then it is kept and is not emitted.
    pub fn kept(&self, path: &str, inputs: u128) -> bool {
        let Some(entry) = self.old.files.get(path) else { return false };
        if entry.inputs != Some(Inputs(inputs)) {
            return false;
        }
        let Some(modified) = self.old.stands(&self.folders.target(path), entry) else { return false };
        // A path taken already is an error, which the emit that now follows will report.
        if self.names.take(path).is_err() {
            return false;
        }
        self.record(path, Entry { modified, ..*entry }, None);
        true
    }

    /// The same, with how many bytes the file has.
    pub fn kept_length(&self, path: &str, inputs: u128) -> Option<u64> {
        let length = fs::metadata(self.folders.target(path)).ok()?.len();
        self.kept(path, inputs).then_some(length)
    }

    /// Puts the files into place, and removes what the last build made and this one did not.
    ///
    /// Nothing is changed where a file that is not ours is in the way. After an error of the machine, or a
    /// kill, the next `open` finishes what was begun.
    pub fn commit(self) -> io::Result<Summary> {
        Ok(self.commit_with(Fuse::default())?)
    }

    pub(super) fn commit_with(mut self, mut fuse: Fuse) -> Result<Summary, Failure> {
        self.discard_on_drop = fuse.0.is_none();
        let Made { files, staged } = mem::take(self.made.get_mut().unwrap_or_else(PoisonError::into_inner));
        if files.len() != self.names.count() {
            return Err(Failure::Incomplete);
        }
        let new = Manifest::of(files);
        let changes = Changes { folders: &self.folders, old: &self.old, new: &new, staged: &staged };
        let steps = changes.steps()?;
        let done = match steps.is_empty() && new.files == self.old.files {
            true => Done::default(),
            false => self.carry_out(Journal::of(steps), &new, &mut fuse)?,
        };
        let kept_foreign = summary::foreign(&self.folders, &new, &done.edited)?;
        Ok(Summary {
            written: staged.len(),
            unchanged: new.files.len() - staged.len(),
            removed: done.removed,
            edited: done.edited,
            kept_foreign,
        })
    }

    fn carry_out(&mut self, journal: Journal, new: &Manifest, fuse: &mut Fuse) -> Result<Done, Failure> {
        fuse.burn(&self.folders)?;
        disk::write_whole(&self.folders.next_manifest(), &new.to_json())?;
        fuse.burn(&self.folders)?;
        let written = journal.write(&self.folders);
        // Once there is a journal the staged files belong to it, even if writing it failed at the very end.
        self.discard_on_drop &= !self.folders.journal().exists();
        written?;
        journal.run(&self.folders, Pass::First, fuse)
    }

    fn take(&self, path: &str, bytes: &[u8], inputs: Option<Inputs>) -> Result<(), Failure> {
        self.names.take(path)?;
        let digest = Digest::of(bytes);
        if self.record_if_same(path, digest, inputs) {
            return Ok(());
        }
        let (number, mut file) = self.stage_file()?;
        let failed = |error| Failure::machine(Action::Write, &self.folders.staged(number))(error);
        file.write_all(bytes).map_err(failed)?;
        let modified = modified(&file.metadata().map_err(failed)?);
        self.record(path, Entry { digest, modified, inputs }, Some(number));
        Ok(())
    }

    fn take_from(&self, path: &str, from: &Path) -> Result<(), Failure> {
        self.names.take(path)?;
        let unreadable = |error| Failure::machine(Action::Read, from)(error);
        let size = fs::metadata(from).map_err(unreadable)?.len();
        // Read twice only where it is likely that nothing need be written.
        if self.old.files.get(path).is_some_and(|entry| entry.digest.size == size) {
            let digest = Digest::of_file(from).map_err(unreadable)?;
            if self.record_if_same(path, digest, None) {
                return Ok(());
            }
        }
        let mut source = File::open(from).map_err(unreadable)?;
        let (number, mut file) = self.stage_file()?;
        let failed = |error| Failure::machine(Action::Write, &self.folders.staged(number))(error);
        let digest = match transfer(&mut source, &mut file) {
            Ok(digest) => digest,
            Err(Side::Reading(error)) => return Err(unreadable(error)),
            Err(Side::Writing(error)) => return Err(failed(error)),
        };
        let modified = modified(&file.metadata().map_err(failed)?);
        self.record(path, Entry { digest, modified, inputs: None }, Some(number));
        Ok(())
    }

    fn record_if_same(&self, path: &str, digest: Digest, inputs: Option<Inputs>) -> bool {
        let Some(entry) = self.old.files.get(path).filter(|entry| entry.digest == digest) else {
            return false;
        };
        let Some(modified) = self.old.stands(&self.folders.target(path), entry) else { return false };
        self.record(path, Entry { digest, modified, inputs }, None);
        true
    }

    fn stage_file(&self) -> Result<(u64, File), Failure> {
        let number = self.next_number.fetch_add(1, Ordering::Relaxed);
        let path = self.folders.staged(number);
        let file = File::create_new(&path).map_err(Failure::machine(Action::Write, &path))?;
        Ok((number, file))
    }

    fn record(&self, path: &str, entry: Entry, staged: Option<u64>) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.files.insert(path.to_owned(), entry);
        if let Some(number) = staged {
            made.staged.insert(path.to_owned(), number);
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if self.discard_on_drop {
            // What cannot be removed now, the next `open` removes.
            let _ = disk::remove_all(&self.folders.staging());
            let _ = disk::remove(&self.folders.next_manifest());
        }
    }
}
