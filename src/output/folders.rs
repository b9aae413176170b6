//! Where the output folder really is, where the records of its builds are, and whether it may be used.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use super::failure::{Action, Failure};
use super::refusal::Refusal;

/// The folder of records, beside the output folder.
const RECORDS: &str = ".gongbao";

/// An output folder and its records.
#[derive(Debug)]
pub(super) struct Folders {
    /// The output folder itself, without symbolic links; it need not exist.
    pub(super) output: PathBuf,
    /// `.gongbao/`, beside it.
    pub(super) records: PathBuf,
    /// `.gongbao/NAME/`, so that two outputs side by side do not mix.
    pub(super) state: PathBuf,
}

impl Folders {
    /// Finds them, or says why the folder may not be written to.
    pub(super) fn find(output: &Path, root: &Path) -> Result<Self, Refusal> {
        let output = real(output)?;
        let root = real(root)?;
        if output == root {
            return Err(Refusal::IsRoot(output));
        }
        for folder in ["content", "themes"] {
            let read = real(&root.join(folder))?;
            if output.starts_with(&read) {
                return Err(Refusal::InsideContent { output, folder });
            }
            if read.starts_with(&output) {
                return Err(Refusal::ContainsContent(output));
            }
        }
        if root.starts_with(&output) {
            return Err(Refusal::ContainsContent(output));
        }
        if output.iter().any(|part| part == RECORDS) {
            return Err(Refusal::InsideRecords(output));
        }
        if output.exists() && !output.is_dir() {
            return Err(Refusal::NotAFolder(output));
        }
        // The root of a file system contains every site, so only an odd root (a bare drive) gets here.
        let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
            return Err(Refusal::ContainsContent(output));
        };
        for other in parent.ancestors() {
            if let (Some(above), Some(name)) = (other.parent(), other.file_name())
                && Folders::beside(above, name).manifest().exists()
            {
                return Err(Refusal::InsideOutput { other: other.to_owned(), output });
            }
        }
        Ok(Folders::beside(parent, name))
    }

    fn beside(parent: &Path, name: &OsStr) -> Self {
        let records = parent.join(RECORDS);
        Folders { output: parent.join(name), state: records.join(name), records }
    }

    /// What the last build left in the output folder.
    pub(super) fn manifest(&self) -> PathBuf {
        self.state.join("manifest.json")
    }

    /// The manifest that stands when the commit under way is done.
    pub(super) fn next_manifest(&self) -> PathBuf {
        self.state.join("manifest.next.json")
    }

    /// The steps of the commit under way.
    pub(super) fn journal(&self) -> PathBuf {
        self.state.join("journal.json")
    }

    /// Held by the one process that may write.
    pub(super) fn lock(&self) -> PathBuf {
        self.state.join("lock")
    }

    /// Files waiting for the commit.
    pub(super) fn staging(&self) -> PathBuf {
        self.state.join("staging")
    }

    /// One file waiting for the commit; a number, so that no name is too long or taken.
    pub(super) fn staged(&self, number: u64) -> PathBuf {
        self.staging().join(number.to_string())
    }

    /// Where a path of the output is on disk.
    pub(super) fn target(&self, path: &str) -> PathBuf {
        self.output.join(path)
    }
}

/// The path without symbolic links and `..`, also where its end does not exist yet.
fn real(path: &Path) -> Result<PathBuf, Failure> {
    let absolute = std::path::absolute(path).map_err(Failure::machine(Action::Read, path))?;
    let mut missing = Vec::new();
    let mut there = absolute.as_path();
    let mut found = loop {
        match fs::canonicalize(there) {
            Ok(found) => break found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::machine(Action::Read, there)(error)),
        }
        let (Some(parent), Some(last)) = (there.parent(), there.components().next_back()) else {
            break there.to_owned();
        };
        missing.push(last);
        there = parent;
    };
    for component in missing.into_iter().rev() {
        match component {
            Component::ParentDir => drop(found.pop()),
            other => found.push(other),
        }
    }
    Ok(found)
}
