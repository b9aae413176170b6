//! Zip files: written always the same, read with distrust. The only file of this room that knows `zip`.

use super::fault::Fault;
use super::files::Files;
use super::sums::Sums;
use crate::plan;
use ::zip::read::ZipFile;
use ::zip::result::ZipError;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// A file as a zip of its own, from which it is copied into a package without being pressed again: so files are
/// pressed while they are made, on all threads, and only what is pressed is kept.
///
/// # Errors
/// Never but for more bytes than a zip can hold.
pub(super) fn press(path: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The day on which the calendar of zips begins: a package knows of no clock.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    zip.start_file(path, options)?;
    zip.write_all(bytes)?;
    Ok(zip.finish()?.into_inner())
}

/// Writes pressed files into one zip, in the order in which they come.
///
/// # Errors
/// When the machine fails.
pub(super) fn join<'a>(pressed: impl Iterator<Item = &'a [u8]>) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for one in pressed {
        let mut one = ZipArchive::new(Cursor::new(one))?;
        zip.raw_copy_file(one.by_index_raw(0)?)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The bytes of a pressed file.
///
/// # Errors
/// Never for what [`press`] made.
pub(super) fn unpress(pressed: &[u8]) -> io::Result<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(pressed))?;
    let mut bytes = Vec::new();
    zip.by_index(0)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A package on the disk.
#[derive(Debug)]
pub(super) struct Archive {
    path: PathBuf,
    names: Vec<String>,
    zip: ZipArchive<BufReader<File>>,
}

impl Archive {
    /// Opens a package; names that lead out of its folder, and names that come twice, are refused before anything
    /// is read.
    ///
    /// # Errors
    /// Where it is no zip, or one that nobody should unpack.
    pub(super) fn open(path: &Path) -> Result<Archive, Fault> {
        let file = File::open(path).map_err(Fault::at(path))?;
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|error| broken(path, error))?;
        if zip.has_duplicate_names() {
            return Err(Fault::Twice(path.into()));
        }
        let names: Result<Vec<String>, _> =
            zip.file_names().map(|name| name.map(|name| name.into_owned())).collect();
        let mut names = names.map_err(|error| broken(path, error))?;
        for name in &names {
            // A folder's own entry is harmless and is no file.
            if let Some(why) = plan::fault(name.strip_suffix('/').unwrap_or(name)) {
                return Err(Fault::Name(name.clone(), why));
            }
        }
        let mut folded: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
        folded.sort();
        if folded.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(Fault::Twice(path.into()));
        }
        names.retain(|name| !name.ends_with('/'));
        names.sort();
        Ok(Archive { path: path.into(), names, zip })
    }

    fn entry(&mut self, path: &str) -> Result<Option<ZipFile<'_, impl Read + Seek + use<>>>, Fault> {
        match self.zip.by_name(path) {
            Ok(file) => Ok(Some(file)),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(error) => Err(broken(&self.path, error)),
        }
    }
}

impl Files for Archive {
    fn paths(&self) -> Result<Vec<String>, Fault> {
        Ok(self.names.clone())
    }

    fn read(&mut self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Fault> {
        let own = self.path.clone();
        let Some(file) = self.entry(path)? else { return Ok(None) };
        let mut bytes = Vec::new();
        let read = file.take(most.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| Fault::NotZip(own, error.to_string()))?;
        if bytes.len() as u64 > most {
            return Err(Fault::Large(path.into()));
        }
        Ok(Some(bytes))
    }

    fn sums(&mut self, path: &str, most: u64) -> Result<Option<Sums>, Fault> {
        let Some(mut file) = self.entry(path)? else { return Ok(None) };
        match Sums::of_reader(&mut file, most) {
            Ok(sums) => Ok(Some(sums)),
            // The zip's own check sum is wrong, or the pressed bytes are: the file is not what it was.
            Err(_) => Ok(Some(Sums { size: 0, sha256: String::new(), sm3: String::new() })),
        }
    }

    fn origin(&self) -> &Path {
        &self.path
    }
}

fn broken(path: &Path, error: ZipError) -> Fault {
    match error {
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => {
            Fault::Machine(path.into(), error)
        }
        error => Fault::NotZip(path.into(), error.to_string()),
    }
}
