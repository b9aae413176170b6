//! The three ends of a build: the output folder, memory, nothing. All hold to the same paths.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::failure::{Action, Failure};
use super::names::Names;
use super::stage::Stage;
use crate::render::Sink;

impl Sink for Stage {
    fn emit(&self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        Stage::emit(self, path, &bytes)
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        Stage::copy(self, path, from)
    }

    fn kept(&self, path: &str, inputs: u128) -> bool {
        Stage::kept(self, path, inputs)
    }

    fn kept_length(&self, path: &str, inputs: u128) -> Option<u64> {
        Stage::kept_length(self, path, inputs)
    }

    fn emit_from(&self, path: &str, bytes: Vec<u8>, inputs: u128) -> io::Result<()> {
        Stage::emit_from(self, path, &bytes, inputs)
    }
}

/// Keeps all files in memory: for tests and the preview.
#[derive(Debug, Default)]
pub struct Memory {
    names: Names,
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// With no files.
    pub fn new() -> Self {
        Memory::default()
    }

    /// The files, by path.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Memory {
    fn emit(&self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        self.names.take(path)?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), bytes);
        Ok(())
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        let bytes = fs::read(from).map_err(Failure::machine(Action::Read, from))?;
        self.emit(path, bytes)
    }

    fn kept(&self, _: &str, _: u128) -> bool {
        false
    }
}

/// Counts files and forgets them: for `check`.
#[derive(Debug, Default)]
pub struct Nothing {
    names: Names,
    files: AtomicUsize,
    bytes: AtomicU64,
}

impl Nothing {
    /// With nothing counted.
    pub fn new() -> Self {
        Nothing::default()
    }

    /// How many files came.
    pub fn files(&self) -> usize {
        self.files.load(Ordering::Relaxed)
    }

    /// How many bytes they had.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    fn count(&self, path: &str, bytes: u64) -> Result<(), Failure> {
        self.names.take(path)?;
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        Ok(())
    }
}

impl Sink for Nothing {
    fn emit(&self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        Ok(self.count(path, bytes.len() as u64)?)
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        // Opened, so that `check` finds an attachment that a build could not read.
        let metadata = File::open(from)
            .and_then(|file| file.metadata())
            .map_err(Failure::machine(Action::Read, from))?;
        Ok(self.count(path, metadata.len())?)
    }

    /// Nothing dear is made for nobody.
    fn kept(&self, path: &str, _: u128) -> bool {
        // A path taken already is an error, which the emit that now follows will report.
        self.count(path, 0).is_ok()
    }

    fn is_seen(&self) -> bool {
        false
    }
}
