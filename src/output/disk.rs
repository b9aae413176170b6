//! The few things done to a disk, each whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::failure::{Action, Failure};

/// Writes a small file so that after a loss of power it is the old or the new one.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let part = path.with_extension("part");
    let failed = |error| Failure::machine(Action::Write, path)(error);
    let mut file = File::create(&part).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed)?;
    drop(file);
    rename(&part, path).map_err(failed)?;
    // The new name, too, has to reach the disk. Some file systems cannot flush a folder, and then do it anyway.
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Makes a folder and those above it; one that is there is fine.
pub(super) fn folder(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::machine(Action::Write, folder))
}

/// Moves a staged file to its place, in a folder that is there. A reader sees the old file or the new one.
pub(super) fn put(staged: &Path, target: &Path) -> Result<(), Failure> {
    match rename(staged, target) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => put_across(staged, target),
        other => other,
    }
    .map_err(Failure::machine(Action::Move, target))
}

/// The output folder is a mount of its own: copy beside the target first, then rename.
pub(super) fn put_across(staged: &Path, target: &Path) -> io::Result<()> {
    // A hidden name that depends on the staged number only: what a kill leaves, the next try replaces.
    let mut name = std::ffi::OsString::from(".gongbao-");
    name.push(staged.file_name().unwrap_or_default());
    let beside = target.with_file_name(name);
    fs::copy(staged, &beside)?;
    rename(&beside, target)?;
    fs::remove_file(staged)
}

/// Renames over what is there.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(to, || fs::rename(from, to))
}

/// Removes a file; one that is missing is fine.
pub(super) fn remove(path: &Path) -> Result<(), Failure> {
    match patiently(path, || fs::remove_file(path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failure::machine(Action::Remove, path)(error))
        }
        _ => Ok(()),
    }
}

/// Removes a folder and all in it; one that is missing is fine.
pub(super) fn remove_all(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failure::machine(Action::Remove, path)(error))
        }
        _ => Ok(()),
    }
}

#[cfg(not(windows))]
fn patiently(_: &Path, act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    act()
}

/// On Windows a scanner or a browser may hold a file open for a moment, and a read-only mark forbids replacing.
#[cfg(windows)]
fn patiently(path: &Path, act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    for wait in [10, 30, 100, 300] {
        match act() {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
            other => return other,
        }
        if let Ok(metadata) = fs::metadata(path)
            && metadata.permissions().readonly()
        {
            let mut permissions = metadata.permissions();
            #[allow(clippy::permissions_set_readonly_false, reason = "the lint is about Unix")]
            permissions.set_readonly(false);
            // If this fails the next try says so.
            let _ = fs::set_permissions(path, permissions);
        }
        std::thread::sleep(std::time::Duration::from_millis(wait));
    }
    act()
}

/// What a folder holds, as paths relative to it, sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Listing {
    /// Files, links, and everything else that is not a folder.
    pub(super) files: Vec<String>,
    /// Hidden folders such as `.git/`, which are other programs' and are not looked into.
    pub(super) hidden: Vec<String>,
    /// Folders with nothing in them.
    pub(super) empty: Vec<String>,
}

/// Lists a folder; one that is missing is empty.
pub(super) fn list(folder: &Path) -> Result<Listing, Failure> {
    let mut listing = Listing::default();
    let mut open: Vec<(PathBuf, String)> = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        let failed = |error| Failure::machine(Action::List, &folder)(error);
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(failed(error)),
        };
        let mut any = false;
        for entry in entries {
            let entry = entry.map_err(failed)?;
            any = true;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            match entry.file_type().map_err(failed)?.is_dir() {
                true if name.starts_with('.') => listing.hidden.push(path + "/"),
                true => open.push((entry.path(), path + "/")),
                false => listing.files.push(path),
            }
        }
        if !any && !prefix.is_empty() {
            listing.empty.push(prefix);
        }
    }
    listing.files.sort();
    listing.hidden.sort();
    listing.empty.sort();
    Ok(listing)
}
