//! The last build and this one -> the steps from one to the other, or the files that are in the way.
//!
//! Pages go last among the files, so that a page never names a picture that is not there yet, and
//! removals after them; only what stands where a new file or folder goes is removed first.

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, io};

use super::digest::Digest;
use super::disk::{self, Listing};
use super::failure::Failure;
use super::folders::Folders;
use super::journal::Step;
use super::manifest::{Entry, Manifest};
use super::names;

/// What a commit starts from.
pub(super) struct Changes<'a> {
    /// Where.
    pub(super) folders: &'a Folders,
    /// The last build.
    pub(super) old: &'a Manifest,
    /// This build.
    pub(super) new: &'a Manifest,
    /// The numbers of the staged files, by path.
    pub(super) staged: &'a BTreeMap<String, u64>,
}

impl Changes<'_> {
    /// The steps, in order.
    pub(super) fn steps(&self) -> Result<Vec<Step>, Failure> {
        let shape = Shape::of(self.new)?;
        self.nothing_in_the_way()?;
        let gone = self.old.files.iter().filter(|(path, _)| !self.new.files.contains_key(*path));
        let (first, last): (Vec<_>, Vec<_>) = gone.partition(|(path, _)| shape.is_blocked_by(path));
        let (pages, others): (Vec<_>, Vec<_>) =
            self.staged.iter().partition(|(path, _)| names::is_page(path));
        let puts = others.into_iter().chain(pages).map(|(path, &staged)| Step::Put {
            staged,
            path: path.clone(),
            digest: self.new.files[path].digest,
        });
        let mut steps = self.removals(first);
        steps.extend(puts);
        steps.extend(self.removals(last));
        Ok(steps)
    }

    /// Removes these files, then the folders that they leave empty, the deepest first.
    fn removals(&self, gone: Vec<(&String, &Entry)>) -> Vec<Step> {
        let folders: BTreeSet<&str> = gone.iter().flat_map(|(path, _)| names::folders(path)).collect();
        let files =
            gone.iter().map(|(path, entry)| Step::Remove { path: (*path).clone(), digest: entry.digest });
        // A folder sorts before what is in it.
        let prunes = folders.iter().rev().map(|folder| Step::Prune { folder: (*folder).to_owned() });
        files.chain(prunes).collect()
    }

    fn nothing_in_the_way(&self) -> Result<(), Failure> {
        let mut files = BTreeSet::new();
        let mut asked = BTreeSet::new();
        // Nothing stands in a folder that is not there, and on a first build that is nearly every one.
        let mut missing: Option<&str> = None;
        for path in self.staged.keys() {
            if missing.is_some_and(|folder| names::is_within(path, folder)) {
                continue;
            }
            missing = None;
            for folder in names::folders(path).take_while(|folder| asked.insert(*folder)) {
                self.above(folder, &mut files);
                missing = Some(folder).filter(|folder| self.is_missing(folder)).or(missing);
            }
            if missing.is_none() {
                self.at(path, &mut files)?;
            }
        }
        match files.is_empty() {
            true => Ok(()),
            false => Err(Failure::InTheWay {
                output: self.folders.output.clone(),
                files: files.into_iter().collect(),
            }),
        }
    }

    fn is_missing(&self, folder: &str) -> bool {
        let found = fs::symlink_metadata(self.folders.target(folder));
        found.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    }

    /// Adds what stands at the path of a new file and is not ours to replace.
    fn at(&self, path: &str, in_the_way: &mut BTreeSet<String>) -> Result<(), Failure> {
        let target = self.folders.target(path);
        let Ok(metadata) = fs::symlink_metadata(&target) else { return Ok(()) };
        if metadata.is_dir() {
            let Listing { files, hidden, empty } = disk::list(&target)?;
            if files.is_empty() && hidden.is_empty() && empty.is_empty() {
                in_the_way.insert(format!("{path}/"));
            }
            let files = files.into_iter().map(|file| format!("{path}/{file}"));
            in_the_way.extend(files.filter(|file| !self.goes(file)));
            in_the_way.extend(hidden.iter().chain(&empty).map(|folder| format!("{path}/{folder}")));
            return Ok(());
        }
        let ours = self.old.files.contains_key(path)
            || (metadata.is_file() && self.is_no_loss(path))
            || self.other_case(path).is_some_and(|name| self.goes(&name));
        if !ours {
            in_the_way.insert(path.to_owned());
        }
        Ok(())
    }

    /// Adds what stands where a folder is needed and is not one.
    fn above(&self, folder: &str, in_the_way: &mut BTreeSet<String>) {
        let target = self.folders.target(folder);
        if !target.is_dir() && target.symlink_metadata().is_ok() && !self.goes(folder) {
            in_the_way.insert(folder.to_owned());
        }
    }

    /// Whether a file that stands where a new file or folder goes is as the last build left it; then it goes
    /// first. It cannot be one of this build too, since no path of a build is above another.
    fn goes(&self, path: &str) -> bool {
        self.old
            .files
            .get(path)
            .is_some_and(|entry| self.old.stands(&self.folders.target(path), entry).is_some())
    }

    /// Whether the file that would be replaced has the same bytes.
    fn is_no_loss(&self, path: &str) -> bool {
        Digest::of_file(&self.folders.target(path)).is_ok_and(|digest| digest == self.new.files[path].digest)
    }

    /// The name of the file in its folder, where the file system holds `A.html` and `a.html` for one.
    fn other_case(&self, path: &str) -> Option<String> {
        let target = self.folders.target(path);
        if target.is_symlink() {
            return None;
        }
        let found = fs::canonicalize(target).ok()?;
        let parts: Option<Vec<&str>> =
            found.strip_prefix(&self.folders.output).ok()?.iter().map(|part| part.to_str()).collect();
        Some(parts?.join("/")).filter(|name| name != path && name.eq_ignore_ascii_case(path))
    }
}

/// The files and folders of a build, in lower case.
struct Shape {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl Shape {
    fn of(manifest: &Manifest) -> Result<Self, Failure> {
        let files: BTreeSet<String> = manifest.files.keys().map(|path| path.to_ascii_lowercase()).collect();
        let folders: BTreeSet<String> =
            files.iter().flat_map(|path| names::folders(path)).map(str::to_owned).collect();
        match manifest.files.keys().find(|path| folders.contains(&path.to_ascii_lowercase())) {
            Some(path) => Err(Failure::FileAndFolder { path: path.clone() }),
            None => Ok(Shape { files, folders }),
        }
    }

    /// Whether an old file must go before the new ones come: it has the name of one in another case, it
    /// is where a folder will be, or it is in a folder where a file will be.
    fn is_blocked_by(&self, gone: &str) -> bool {
        let gone = gone.to_ascii_lowercase();
        self.files.contains(&gone)
            || self.folders.contains(&gone)
            || names::folders(&gone).any(|folder| self.files.contains(folder))
    }
}
