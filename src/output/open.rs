//! Opens an output folder: may it be written to, is it free, and was the last commit finished?

use std::fs;
use std::path::Path;

use super::disk;
use super::failure::{Action, Failure};
use super::folders::Folders;
use super::journal::{Fuse, Journal, Pass};
use super::lock::Lock;
use super::manifest::Manifest;
use super::refusal::Refusal;
use super::stage::Stage;

/// Opens the output folder of a site: takes the lock, finishes or undoes an interrupted commit, reads the
/// manifest. The folder need not exist yet; `root` is the folder that has `content/` and `themes/`.
pub fn open(output: &Path, root: &Path) -> Result<Stage, Refusal> {
    let folders = Folders::find(output, root)?;
    // Before anything is made, so that a refusal leaves no trace in somebody's folder.
    refuse_foreign(&folders)?;
    fs::create_dir_all(&folders.state).map_err(Failure::machine(Action::Write, &folders.state))?;
    hide_from_git(&folders)?;
    let lock = Lock::take(&folders)?;
    let finished_earlier = recover(&folders)?;
    let old = Manifest::read(&folders.manifest())?.unwrap_or_default();
    let staging = folders.staging();
    fs::create_dir_all(&staging).map_err(Failure::machine(Action::Write, &staging))?;
    Ok(Stage::new(folders, old, lock, finished_earlier))
}

/// A folder with files that no build of ours made is somebody's. Hidden ones, such as `.gitkeep`, do not count.
fn refuse_foreign(folders: &Folders) -> Result<(), Refusal> {
    if folders.manifest().exists() || folders.journal().exists() {
        return Ok(());
    }
    let mut files = disk::list(&folders.output)?.files;
    files.retain(|path| path.split('/').all(|part| !part.starts_with('.')));
    match files.is_empty() {
        true => Ok(()),
        false => Err(Refusal::NotOurs { output: folders.output.clone(), files }),
    }
}

/// The records are of one machine. The ignore file ignores itself too.
fn hide_from_git(folders: &Folders) -> Result<(), Failure> {
    let path = folders.records.join(".gitignore");
    match path.exists() {
        true => Ok(()),
        false => fs::write(&path, "*\n").map_err(Failure::machine(Action::Write, &path)),
    }
}

/// With a journal the commit is finished, without one it never began. True where it was finished.
pub(super) fn recover(folders: &Folders) -> Result<bool, Refusal> {
    match Journal::read(folders)? {
        Some(journal) => {
            journal.run(folders, Pass::Again, &mut Fuse::default())?;
            Ok(true)
        }
        None => {
            disk::remove_all(&folders.staging())?;
            disk::remove(&folders.next_manifest())?;
            Ok(false)
        }
    }
}
