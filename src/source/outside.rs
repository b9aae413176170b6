//! Files that are no part of the site, such as a sheet that somebody sent; and the site as it would be with one more.

use super::{SourceFile, Sources, text, walk};
use crate::diagnostic::Diagnostics;
use crate::model::FileId;
use std::io;
use std::path::Path;

impl Sources {
    /// Reads a file that is no part of the site, such as a sheet that somebody sent. Messages call it by
    /// the path that was typed. A text that had to be converted is no problem in such a file: the name of
    /// its encoding comes with it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_outside(
        &mut self,
        path: &Path,
        d: &mut Diagnostics,
    ) -> io::Result<(FileId, Option<&'static str>)> {
        let id = FileId(self.files.len() as u32);
        let shown = path.to_string_lossy().replace('\\', "/");
        let size = std::fs::metadata(path)?.len();
        let path_shown = path.to_string_lossy().into_owned();
        let found = walk::Found { path: path_shown, size, modified: None, trouble: None };
        // An absolute path joined to any root is itself.
        let absolute = std::path::absolute(path)?;
        let reading = text::read(Path::new(""), &found)?;
        let encoding = reading.trouble.as_ref().and_then(text::Trouble::encoding);
        let damaged = reading.trouble.as_ref().is_some_and(|trouble| !trouble.is_mended());
        if let (Some(trouble), true) = (reading.trouble, damaged) {
            d.push(trouble.diagnostic(id));
        }
        self.files.push(SourceFile { damaged, ..SourceFile::new(id, shown, reading.text) });
        self.added.push(id);
        self.outside.insert(id, absolute);
        Ok((id, encoding))
    }

    /// The same sources, but for one file of `content/`, which says `text` or is new: what would be read
    /// if it were written. The ids are new.
    pub fn with(&self, path: &str, text: &str) -> Sources {
        let mut files: Vec<SourceFile> = self.found.iter().map(|id| self.get(*id).clone()).collect();
        let new = SourceFile::new(FileId(0), path.to_string(), Some(text.into()));
        match files.binary_search_by(|file| file.path.as_str().cmp(path)) {
            Ok(at) => files[at] = new,
            Err(at) => files.insert(at, new),
        }
        files.iter_mut().enumerate().for_each(|(n, file)| file.id = FileId(n as u32));
        let found = files.iter().map(|file| file.id).collect();
        Sources { root: self.root.clone(), found, files, ..Sources::default() }
    }
}

/// The text of bytes from outside the site, in UTF-8 with or without BOM, UTF-16 or GB18030, with `\n`
/// line ends; and the first byte, from 0, that is in none of them.
pub fn decode(bytes: Vec<u8>) -> (String, Option<usize>) {
    let (text, trouble) = text::decode(bytes);
    let byte = match trouble {
        Some(text::Trouble::Unreadable { byte, .. }) => Some(byte),
        _ => None,
    };
    (text, byte)
}
