//! The files of a built site, wherever they lie: in a folder, in a package, or still on the shelf.

use super::fault::Fault;
use super::sums::Sums;
use super::zip::Archive;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// More than any data file or page of a site has; what is larger is not read into memory.
pub(super) const MOST: u64 = 256 << 20;

/// Files by their paths from the top, with `/`.
pub(super) trait Files {
    /// All paths, sorted.
    fn paths(&self) -> Result<Vec<String>, Fault>;

    /// The bytes of a file; none where there is no such file, a fault where it has more than `most`.
    fn read(&mut self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Fault>;

    /// Size and sums of a file; a file of more than `most` bytes is not read to its end.
    fn sums(&mut self, path: &str, most: u64) -> Result<Option<Sums>, Fault>;

    /// Where they come from, for messages.
    fn origin(&self) -> &Path;
}

/// Opens a package or a folder.
///
/// # Errors
/// Where there is neither, or a package that nobody should unpack.
pub(super) fn open(path: &Path) -> Result<Box<dyn Files>, Fault> {
    let metadata = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Fault::NotThere(path.into()),
        _ => Fault::Machine(path.into(), error),
    })?;
    match metadata.is_dir() {
        true => Ok(Box::new(Folder(path.into()))),
        false => Ok(Box::new(Archive::open(path)?)),
    }
}

/// A folder. Links and files of hidden names are not looked at.
#[derive(Debug)]
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    fn open(&self, path: &str) -> Result<Option<File>, Fault> {
        let whole = self.0.join(path);
        // A link is not what was packed, wherever it leads.
        match fs::symlink_metadata(&whole) {
            Ok(metadata) if metadata.is_file() => File::open(&whole).map(Some).map_err(Fault::at(whole)),
            _ => Ok(None),
        }
    }
}

impl Files for Folder {
    fn paths(&self) -> Result<Vec<String>, Fault> {
        let mut paths = Vec::new();
        walk(&self.0, "", &mut paths)?;
        paths.sort();
        Ok(paths)
    }

    fn read(&mut self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Fault> {
        let Some(file) = self.open(path)? else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(Fault::at(self.0.join(path)))?;
        if bytes.len() as u64 > most {
            return Err(Fault::Large(path.into()));
        }
        Ok(Some(bytes))
    }

    fn sums(&mut self, path: &str, most: u64) -> Result<Option<Sums>, Fault> {
        let Some(mut file) = self.open(path)? else { return Ok(None) };
        Sums::of_reader(&mut file, most).map(Some).map_err(Fault::at(self.0.join(path)))
    }

    fn origin(&self) -> &Path {
        &self.0
    }
}

fn walk(folder: &Path, below: &str, paths: &mut Vec<String>) -> Result<(), Fault> {
    for entry in fs::read_dir(folder).map_err(Fault::at(folder))? {
        let entry = entry.map_err(Fault::at(folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{below}{name}");
        if entry.file_type().map_err(Fault::at(entry.path()))?.is_dir() {
            walk(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}
