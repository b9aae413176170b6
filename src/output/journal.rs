//! The steps of a commit, on disk before the first is taken, so that a killed commit can be finished.
//!
//! Every step may be taken twice. A step that finds its work done, or finds somebody else's file, goes by.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::digest::Digest;
use super::disk;
use super::failure::{Action, Failure};
use super::folders::Folders;
use super::names::is_page;
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
    /// True in a test.
    fn is_lit(&self) -> bool {
        self.0.is_some()
    }

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
        for steps in self.steps.chunk_by(Step::go_together) {
            // One by one where a test stops the commit between two of them.
            if fuse.is_lit() || !steps[0].is_put() {
                for step in steps {
                    fuse.burn(folders)?;
                    step.take(folders, pass, &mut done)?;
                }
            } else {
                put_all(steps, folders, pass)?;
            }
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

    fn is_put(&self) -> bool {
        matches!(self, Step::Put { .. })
    }

    /// True where the order of the two is nobody's concern: files are put beside files, pages beside pages.
    fn go_together(&self, next: &Step) -> bool {
        match (self, next) {
            (Step::Put { path, .. }, Step::Put { path: next, .. }) => is_page(path) == is_page(next),
            (Step::Put { .. }, _) | (_, Step::Put { .. }) => false,
            _ => true,
        }
    }

    fn take(&self, folders: &Folders, pass: Pass, done: &mut Done) -> Result<(), Failure> {
        match self {
            Step::Remove { path, digest } => {
                let target = folders.target(path);
                match fs::symlink_metadata(&target) {
                    Ok(found) if found.is_file() && is_still(&target, *digest) => {
                        disk::remove(&target)?;
                        done.removed += 1;
                    }
                    Ok(found) if !found.is_dir() => done.edited.push(path.clone()),
                    _ => {}
                }
            }
            Step::Prune { folder } => {
                // It fails where something is left in it, and then the folder is to stay.
                let _ = fs::remove_dir(folders.target(folder));
            }
            Step::Put { staged, path, digest } => {
                if let Some(file) = whole(folders, pass, *staged, *digest) {
                    let target = folders.target(path);
                    target.parent().map_or(Ok(()), disk::folder)?;
                    disk::put(&file, &target)?;
                }
            }
        }
        Ok(())
    }
}

/// Makes each folder once, then moves the files on all threads: one by one takes a tenth of a first build.
fn put_all(steps: &[Step], folders: &Folders, pass: Pass) -> Result<(), Failure> {
    let put = |step: &'_ Step| match step {
        Step::Put { staged, path, digest } => {
            Some((whole(folders, pass, *staged, *digest)?, folders.target(path)))
        }
        _ => None,
    };
    let puts: Vec<(PathBuf, PathBuf)> = steps.par_iter().filter_map(put).collect();
    let above: BTreeSet<&Path> = puts.iter().filter_map(|(_, target)| target.parent()).collect();
    above.into_iter().try_for_each(disk::folder)?;
    puts.par_iter().try_for_each(|(file, target)| disk::put(file, target))
}

/// A staged file. After a loss of power it may be missing its end. The old file stays then; it does not match
/// the manifest, so the next build makes it anew.
fn whole(folders: &Folders, pass: Pass, staged: u64, digest: Digest) -> Option<PathBuf> {
    let file = folders.staged(staged);
    (pass == Pass::First || is_still(&file, digest)).then_some(file)
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
