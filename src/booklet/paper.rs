//! Everything that one booklet is made of.

use std::collections::BTreeMap;

/// What goes in: files by the paths under which templates find them, such as `view.json`.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// The templates: `booklet.typ` first of all.
    pub templates: BTreeMap<String, String>,
    /// What they read: the view, charts, codes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What names the document among others, and stays the same when it changes.
    pub ident: String,
}
