//! The templates of the booklet, `booklet.typ` and what it imports: Typst, which is compiled elsewhere.

use super::Theme;
use super::layers::{Content, Layer};
use crate::model::FileId;
use crate::source::Sources;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file of Typst in a theme.
#[derive(Clone, Debug)]
pub struct TypstFile {
    /// The path by which others import it: `booklet/page.typ`, the topmost layer's; or with the name of one
    /// layer before it, `portal/booklet/page.typ`.
    pub path: String,
    /// Where it stands.
    pub file: FileId,
    /// What is in it.
    pub text: Arc<str>,
}

/// The files of all layers.
pub(super) fn files(sources: &Sources, layers: &[Layer]) -> Vec<TypstFile> {
    let mut files = BTreeMap::new();
    for layer in layers.iter().rev() {
        for (path, content) in layer.files.iter().filter(|(path, _)| path.ends_with(".typ")) {
            if let Content::Source(id) = content
                && let Some(text) = &sources.get(*id).text
            {
                for path in [path.clone(), format!("{}/{path}", layer.prefix)] {
                    files.insert(path.clone(), TypstFile { path, file: *id, text: Arc::clone(text) });
                }
            }
        }
    }
    files.into_values().collect()
}

impl Theme {
    /// The files of Typst that the booklet is made of, by path.
    pub fn typst(&self) -> &[TypstFile] {
        &self.typst
    }

    /// All words, for a template that this room does not fill.
    pub fn words(&self) -> &BTreeMap<String, String> {
        self.words.map()
    }
}
