//! Where a build is kept until it is packed: each file pressed and summed up by the thread that made it.

use super::fault::Fault;
use super::files::Files;
use super::manifest::Entry;
use super::sums::Sums;
use super::zip::{press, unpress};
use crate::plan;
use crate::render::Sink;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A file that waits to be packed.
#[derive(Debug)]
pub(super) struct Pressed {
    /// Size and sums of the file itself.
    pub(super) sums: Sums,
    /// The file as a zip of its own.
    pub(super) zip: Vec<u8>,
}

impl Pressed {
    /// A file, pressed.
    ///
    /// # Errors
    /// Never but for more bytes than a zip can hold.
    pub(super) fn new(path: &str, bytes: &[u8]) -> io::Result<Pressed> {
        Ok(Pressed { sums: Sums::of(bytes), zip: press(path, bytes)? })
    }
}

/// All files of a build.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    files: Mutex<BTreeMap<String, Pressed>>,
}

impl Shelf {
    /// The files, by path.
    pub(super) fn into_files(self) -> BTreeMap<String, Pressed> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Shelf {
    fn emit(&self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        if let Some(why) = plan::fault(path) {
            return Err(io::Error::other(format!("`{path}`: {}", why.en)));
        }
        let pressed = Pressed::new(path, &bytes)?;
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        match files.insert(path.into(), pressed) {
            None => Ok(()),
            Some(_) => Err(io::Error::other(format!("`{path}` was made twice"))),
        }
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        self.emit(path, fs::read(from)?)
    }

    fn kept(&self, _: &str, _: u128) -> bool {
        false
    }
}

/// The files of a shelf as those of a built site.
pub(super) struct Shelved<'a>(pub(super) &'a BTreeMap<String, Pressed>);

impl Files for Shelved<'_> {
    fn paths(&self) -> Result<Vec<String>, Fault> {
        Ok(self.0.keys().cloned().collect())
    }

    fn read(&mut self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Fault> {
        match self.0.get(path) {
            Some(pressed) if pressed.sums.size > most => Err(Fault::Large(path.into())),
            Some(pressed) => unpress(&pressed.zip).map(Some).map_err(Fault::at(path)),
            None => Ok(None),
        }
    }

    fn sums(&mut self, path: &str, _: u64) -> Result<Option<Sums>, Fault> {
        Ok(self.0.get(path).map(|pressed| pressed.sums.clone()))
    }

    fn origin(&self) -> &Path {
        Path::new("content")
    }
}

/// The entries of pressed files, sorted by path.
pub(super) fn entries(files: &BTreeMap<String, Pressed>) -> Vec<Entry> {
    files.iter().map(|(path, pressed)| Entry::new(path, &pressed.sums)).collect()
}
