//! Where rendered files go: to the output folder, to memory for the preview, or nowhere.

use super::Input;
use std::{io, path::Path};

/// Takes files one by one, from many threads, each path once.
///
/// Paths are relative, with `/`, in ASCII; a path that is not, or that comes twice, is an error.
pub trait Sink: Sync {
    /// Takes a file.
    fn emit(&self, path: &str, bytes: Vec<u8>) -> io::Result<()>;

    /// Takes a file that stands on the disk already, such as an attachment.
    fn copy(&self, path: &str, from: &Path) -> io::Result<()>;

    /// Whether the file made from inputs of this hash still stands. If so it is kept, and is not emitted.
    fn kept(&self, path: &str, inputs: u128) -> bool;

    /// Takes a file that still stands, as `kept` does, and says how many bytes it has: for one whose size is
    /// printed elsewhere. None where it does not, or where nobody can say.
    fn kept_length(&self, path: &str, inputs: u128) -> Option<u64> {
        let _ = (path, inputs);
        None
    }

    /// Whether anybody sees the files. False for `check`, which only wants to know what is wrong.
    fn is_seen(&self) -> bool {
        true
    }

    /// Takes a file that is dear to make, with the hash of its inputs, for which `kept` can ask next time.
    fn emit_from(&self, path: &str, bytes: Vec<u8>, inputs: u128) -> io::Result<()> {
        let _ = inputs;
        self.emit(path, bytes)
    }
}

/// The part of a sink that the files of one language go to: the whole of it, or the folder `en/`.
pub struct Within<'a> {
    folder: String,
    sink: &'a dyn Sink,
}

impl<'a> Within<'a> {
    /// The part for the language of this input.
    pub fn of(input: &Input, sink: &'a dyn Sink) -> Self {
        Within { folder: input.site.settings.folder(), sink }
    }

    fn path(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }
}

impl Sink for Within<'_> {
    fn emit(&self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        self.sink.emit(&self.path(path), bytes)
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        self.sink.copy(&self.path(path), from)
    }

    fn kept(&self, path: &str, inputs: u128) -> bool {
        self.sink.kept(&self.path(path), inputs)
    }

    fn kept_length(&self, path: &str, inputs: u128) -> Option<u64> {
        self.sink.kept_length(&self.path(path), inputs)
    }

    fn is_seen(&self) -> bool {
        self.sink.is_seen()
    }

    fn emit_from(&self, path: &str, bytes: Vec<u8>, inputs: u128) -> io::Result<()> {
        self.sink.emit_from(&self.path(path), bytes, inputs)
    }
}
