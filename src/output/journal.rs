//! The steps of a commit, on disk before the first is taken, so that a killed commit can be finished.
//!
//! Every step may be taken twice. A step that finds its work done, or finds somebody else's file, goes by.

use std::{fs, io};

use serde::{Deserialize, Serialize};

use super::digest::Digest;
use super::disk;
use super::failure::{Action, Failure};
use super::folders::Folders;
use super::refusal::Refusal;
use crate::plan::fault;

/// Rises when a journal of an older version can no longer be finished.
const VERSION: u32 = 1;

/// All steps of a commit, in order. Where it exists all staged files and the next manifest exist too.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Journal {
    version: u32,
    steps: Vec<Step>,
}

/// One step.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Step {
    /// Removes a file of an earlier build, if it is still as that build left it.
    Remove { path: String, digest: Digest },
    /// Removes a folder, if nothing is in it.
    Prune { folder: String },
    /// Moves a staged file into place.
    Put { staged: u64, path: String, digest: Digest },
}

/// Whether the steps are taken for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pass {
    /// By the build that staged the files.
    First,
    /// By a later one, after a kill.
    Again,
}

/// What came of the steps.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// Files removed.
    pub(super) removed: usize,
    /// Files of an earlier build that somebody changed since, and that therefore stay.
    pub(super) edited: Vec<String>,
}

/// Stops a commit after some operations, as a kill would; only tests light it.
#[derive(Debug, Default)]
pub(super) struct Fuse(pub(super) Option<usize>);

impl Fuse {
    /// Asked before each operation.
    pub(super) fn burn(&mut self, folders: &Folders) -> Result<(), Failure> {
        match &mut self.0 {
            None => Ok(()),
            Some(0) => {
                Err(Failure::machine(Action::Move, &folders.output)(io::ErrorKind::Interrupted.into()))
            }
            Some(left) => {
                *left -= 1;
                Ok(())
            }
        }
    }
}

impl Journal {
    /// A journal of these steps.
    pub(super) fn of(steps: Vec<Step>) -> Self {
        Journal { version: VERSION, steps }
    }

    /// Writes it. From here on the commit will be finished, by this process or the next.
    pub(super) fn write(&self, folders: &Folders) -> Result<(), Failure> {
        // Only a map with keys that are no strings, or a failing writer, could fail here.
        let text = serde_json::to_vec(self).expect("a journal is plain data");
        disk::write_whole(&folders.journal(), &text)
    }

    /// Reads the journal of an interrupted commit, if there was one.
    pub(super) fn read(folders: &Folders) -> Result<Option<Self>, Refusal> {
        let path = folders.journal();
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::machine(Action::Read, &path)(error).into()),
        };
        match serde_json::from_slice::<Journal>(&text) {
            Ok(journal) if journal.version == VERSION && journal.steps.iter().all(Step::stays_inside) => {
                Ok(Some(journal))
            }
            _ => Err(Refusal::Unreadable(path)),
        }
    }

    /// Takes the steps, then makes the next manifest the manifest, then forgets the journal.
    pub(super) fn run(self, folders: &Folders, pass: Pass, fuse: &mut Fuse) -> Result<Done, Failure> {
        let mut done = Done::default();
        for step in self.steps {
            fuse.burn(folders)?;
            step.take(folders, pass, &mut done)?;
        }
        fuse.burn(folders)?;
        install_manifest(folders, pass)?;
        fuse.burn(folders)?;
        disk::remove(&folders.journal())?;
        fuse.burn(folders)?;
        disk::remove_all(&folders.staging())?;
        Ok(done)
    }
}

impl Step {
    fn stays_inside(&self) -> bool {
        let (Step::Remove { path, .. } | Step::Prune { folder: path } | Step::Put { path, .. }) = self;
        fault(path).is_none()
    }

    fn take(self, folders: &Folders, pass: Pass, done: &mut Done) -> Result<(), Failure> {
        match self {
            Step::Remove { path, digest } => {
                let target = folders.target(&path);
                match fs::symlink_metadata(&target) {
                    Ok(found) if found.is_file() && is_still(&target, digest) => {
                        disk::remove(&target)?;
                        done.removed += 1;
                    }
                    Ok(found) if !found.is_dir() => done.edited.push(path),
                    _ => {}
                }
            }
            Step::Prune { folder } => {
                // It fails where something is left in it, and then the folder is to stay.
                let _ = fs::remove_dir(folders.target(&folder));
            }
            Step::Put { staged, path, digest } => {
                let staged = folders.staged(staged);
                // After a loss of power a staged file may be missing its end. The old file stays then; it
                // does not match the manifest, so the next build makes it anew.
                if pass == Pass::First || is_still(&staged, digest) {
                    disk::put(&staged, &folders.target(&path))?;
                }
            }
        }
        Ok(())
    }
}

/// Bytes are compared, not times: a removal cannot be taken back.
fn is_still(file: &std::path::Path, digest: Digest) -> bool {
    Digest::of_file(file).is_ok_and(|found| found == digest)
}

fn install_manifest(folders: &Folders, pass: Pass) -> Result<(), Failure> {
    let (next, manifest) = (folders.next_manifest(), folders.manifest());
    if pass == Pass::Again && !next.exists() {
        return Ok(());
    }
    disk::rename(&next, &manifest).map_err(Failure::machine(Action::Move, &manifest))
}
