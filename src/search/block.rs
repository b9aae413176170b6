//! A block of text: some documents of one kind, as they are shown and searched through.

use super::document::{Document, Folder, Kind};
use super::fold::fold;
use super::gram::{self, Grams, Set};
use crate::model::Site;
use std::fmt::Write as _;

/// A block is closed before it would have more bytes than this; a longer document is one alone.
const BYTES: usize = 8 * 1024;

/// About what the name of a folder and its policy take.
const FOLDER: usize = 120;

/// The documents of a block.
pub(super) struct Block<'a> {
    /// Of which kind they all are.
    pub(super) kind: Kind,
    documents: Vec<&'a Document>,
}

/// Documents -> blocks, kind by kind, in the order of the documents.
pub(super) fn pack(documents: &[Vec<Document>]) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block> = Vec::new();
    for kind in Kind::ALL {
        let (mut bytes, mut folder) = (usize::MAX, None);
        for document in documents.iter().flatten().filter(|document| document.kind == kind) {
            let mut own = document.title.len() + document.text.len() + document.path.len();
            if folder != Some(document.folder) {
                folder = Some(document.folder);
                own += FOLDER;
            }
            match blocks.last_mut().filter(|_| bytes.saturating_add(own) <= BYTES) {
                Some(block) => {
                    block.documents.push(document);
                    bytes += own;
                }
                None => {
                    blocks.push(Block { kind, documents: vec![document] });
                    bytes = own;
                }
            }
        }
    }
    blocks
}

/// The grams of its documents.
pub(super) fn grams(block: &Block) -> Grams {
    let bytes: usize = block.documents.iter().map(|document| document.text.len()).sum();
    // A Chinese character has three bytes, and every third or so brings a new gram.
    let mut set = Set::for_about(bytes / 6);
    for document in &block.documents {
        for text in [&document.title, &document.text] {
            gram::each(&fold(text), |gram| set.insert(gram));
        }
    }
    set.into_grams()
}

/// Block `n` as a script: `[title, folder, [path, title, text], …]` for each folder; `names` are those of the policies.
pub(super) fn script(n: usize, block: &Block, site: &Site, names: &[String]) -> String {
    let bytes: usize = block.documents.iter().map(|document| document.text.len() + 120).sum();
    let mut text = String::with_capacity(bytes + 200);
    let mut open: Option<Folder> = None;
    // Writing to a string does not fail.
    let _ = write!(text, "gongbaoSearch.text({n},[");
    for document in &block.documents {
        if open != Some(document.folder) {
            text.push_str(if open.is_some() { "],\n[" } else { "\n[" });
            open = Some(document.folder);
            let (title, folder) = match document.folder {
                Folder::Policy(n) => {
                    let policy = &site.policies[n];
                    // A policy itself needs no word of where it stands.
                    let title = if block.kind == Kind::Policy { "" } else { names[n].as_str() };
                    (title, format!("policies/{}/", policy.id))
                }
                Folder::Organisations => ("", "organisations/".to_string()),
                Folder::Pages => ("", "pages/".to_string()),
            };
            string(title, &mut text);
            text.push(',');
            string(&folder, &mut text);
        }
        text.push_str(",\n[");
        string(&document.path, &mut text);
        text.push(',');
        string(&document.title, &mut text);
        text.push(',');
        string(&document.text, &mut text);
        text.push(']');
    }
    text.push_str("]]);\n");
    text
}

/// A string of JavaScript that is one in JSON too, and ends neither a line nor an element of HTML.
fn string(text: &str, out: &mut String) {
    out.push('"');
    let mut plain = 0;
    let escaped = |c: char| matches!(c, '"' | '\\' | '<' | '\u{2028}' | '\u{2029}') || c < ' ';
    for (at, c) in text.char_indices().filter(|(_, c)| escaped(*c)) {
        out.push_str(&text[plain..at]);
        plain = at + c.len_utf8();
        let _ = match c {
            '"' | '\\' => write!(out, "\\{c}"),
            '\n' => write!(out, "\\n"),
            '\t' => write!(out, "\\t"),
            c => write!(out, "\\u{:04x}", u32::from(c)),
        };
    }
    out.push_str(&text[plain..]);
    out.push('"');
}
