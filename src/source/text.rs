//! Bytes -> text: which files are text, their encoding and their line ends.

use super::walk::Found;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::source as catalogue;
use crate::model::{FileId, Place};
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// What reading a file gave.
#[derive(Debug)]
pub(super) struct Reading {
    /// The text, where the file is one.
    pub(super) text: Option<Arc<str>>,
    /// What is wrong with its bytes.
    pub(super) trouble: Option<Trouble>,
}

/// What is wrong with the bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It was in another encoding.
    Converted(&'static str),
    /// It is in no encoding that we know.
    Unreadable {
        /// Offset in the file on disk.
        byte: usize,
        /// Offset in the text that was made of it.
        offset: usize,
    },
    /// It is larger than [`LIMIT`]; in bytes.
    TooLarge(u64),
}

impl Trouble {
    /// True where the text is whole all the same.
    pub(super) fn is_mended(&self) -> bool {
        matches!(self, Trouble::Converted(_))
    }

    /// The encoding that it was converted from.
    pub(super) fn encoding(&self) -> Option<&'static str> {
        match self {
            Trouble::Converted(name) => Some(name),
            _ => None,
        }
    }

    /// The diagnostic for a file with this trouble.
    pub(super) fn diagnostic(&self, id: FileId) -> Diagnostic {
        match *self {
            Trouble::Converted(name) => {
                Diagnostic::at(catalogue::GB18030, Place::new(id, 0, 0)).with("encoding", name)
            }
            Trouble::Unreadable { byte, offset } => {
                let place = Place::new(id, offset, char::REPLACEMENT_CHARACTER.len_utf8());
                Diagnostic::at(catalogue::ENCODING, place).with("byte", byte + 1)
            }
            Trouble::TooLarge(size) => Diagnostic::at(catalogue::TOO_LARGE, Place::new(id, 0, 0))
                .with("size", size.div_ceil(1 << 20)),
        }
    }
}

/// The largest text that is read; places count in 32 bits, and nobody writes so much by hand.
const LIMIT: u64 = 64 << 20;

/// Files that are read as text, by the ending of their name.
const TEXT: [&str; 13] =
    ["md", "yaml", "yml", "csv", "html", "css", "js", "svg", "txt", "json", "toml", "xml", "typ"];

/// Reads a file where it is a text by its name.
pub(super) fn read(root: &Path, found: &Found) -> io::Result<Reading> {
    let ending = found.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if found.trouble.is_some() || !ending.is_some_and(|ending| TEXT.contains(&ending.as_str())) {
        return Ok(Reading { text: None, trouble: None });
    }
    if found.size > LIMIT {
        return Ok(Reading { text: Some("".into()), trouble: Some(Trouble::TooLarge(found.size)) });
    }
    let (text, trouble) = decode(std::fs::read(root.join(&found.path))?);
    Ok(Reading { text: Some(text.into()), trouble })
}

/// Reads a file once more, for what is to be printed of it; none where it is no text, or has gone.
pub(super) fn again(root: &Path, path: &str) -> Option<Arc<str>> {
    let size = std::fs::metadata(root.join(path)).ok()?.len();
    read(root, &Found { path: path.to_string(), size, modified: None, trouble: None }).ok()?.text
}

/// UTF-8 where it is valid, else what its first bytes say, else GB18030 where that is valid.
pub(super) fn decode(bytes: Vec<u8>) -> (String, Option<Trouble>) {
    if let Some((encoding, skip)) =
        Encoding::for_bom(&bytes).filter(|(e, _)| [UTF_16LE, UTF_16BE].contains(e))
    {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[skip..]);
        return (line_ends(text.into_owned()), Some(Trouble::Converted("UTF-16")));
    }
    let (bytes, error) = match String::from_utf8(bytes) {
        Ok(text) => return (line_ends(text), None),
        Err(error) => {
            let utf8 = error.utf8_error();
            (error.into_bytes(), utf8)
        }
    };
    if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(&bytes) {
        return (line_ends(text.into_owned()), Some(Trouble::Converted("GB18030")));
    }
    let byte = error.valid_up_to();
    let before = String::from_utf8_lossy(&bytes[..byte]).into_owned();
    let trouble = Trouble::Unreadable { byte, offset: line_ends(before).len() };
    (line_ends(String::from_utf8_lossy(&bytes).into_owned()), Some(trouble))
}

/// Line ends as `\n`, and no BOM: an offset then means the same everywhere.
fn line_ends(text: String) -> String {
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_string(),
        None => text,
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}
