//! The files of a picture on their way to the sink. What is dear is not made again while its inputs are
//! the same. xxhash-rust is fenced here and in `output`: the sink asks for a hash of inputs, and they are here.

use crate::picture::raster::VERSION;
use crate::plan::urls;
use crate::render::Sink;
use std::io;
use xxhash_rust::xxh3::xxh3_128;

/// The folder of a picture's page.
pub(super) struct Files<'a> {
    /// Where files go.
    pub(super) sink: &'a dyn Sink,
    /// The path of the page.
    pub(super) page: &'a str,
}

impl Files<'_> {
    /// A file beside the page.
    pub(super) fn path(&self, name: &str) -> String {
        urls::beside(self.page, name)
    }

    /// Takes a file that is cheap to make.
    pub(super) fn put(&self, name: &str, bytes: Vec<u8>) -> io::Result<()> {
        self.sink.emit(&self.path(name), bytes)
    }

    /// Takes a file that is dear to make, unless it still stands.
    pub(super) fn dear(&self, name: &str, inputs: u128, make: impl FnOnce() -> Vec<u8>) -> io::Result<()> {
        let path = self.path(name);
        if self.sink.kept(&path, inputs) { Ok(()) } else { self.sink.emit_from(&path, make(), inputs) }
    }

    /// Takes a file that was dear to make, and of which nothing stands.
    pub(super) fn made(&self, name: &str, inputs: u128, bytes: Vec<u8>) -> io::Result<()> {
        self.sink.emit_from(&self.path(name), bytes, inputs)
    }

    /// True where a file made from these inputs still stands; it is then taken.
    pub(super) fn stands(&self, name: &str, inputs: u128) -> bool {
        self.sink.kept(&self.path(name), inputs)
    }
}

/// The hash of what a raster image is made from.
pub(super) fn inputs(svg: &str, more: &str) -> u128 {
    let salt = xxh3_128(format!("{VERSION} {more}").as_bytes());
    xxh3_128(svg.as_bytes()).rotate_left(1) ^ salt
}
