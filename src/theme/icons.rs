//! The line icons of pictures, `picture/icons/NAME.svg`, and which words of a heading choose one.

use super::layers::{Content, Layer, scalar};
use crate::diagnostic::catalogue::{picture, theme as catalogue};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;
use crate::source::yaml::{self, Value};
use crate::source::{SourceFile, Sources};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where the files stand in a theme.
const FOLDER: &str = "picture/icons/";

/// The list of words, beside the folder.
const LIST: &str = "picture/icons.yaml";

/// Icons by name, and words with the icons that they choose, the first that fits.
#[derive(Clone, Debug, Default)]
pub(super) struct Icons {
    files: BTreeMap<String, Arc<str>>,
    words: Vec<(String, String)>,
}

impl Icons {
    /// Reads the icons of all layers; those of an upper layer, and its words, come first. None where a
    /// file is not what it should be.
    pub(super) fn read(sources: &Sources, layers: &[Layer], d: &mut Diagnostics) -> Option<Icons> {
        let mut icons = Icons::default();
        for (path, content) in layers.iter().flat_map(|layer| &layer.files) {
            let name = path.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".svg"));
            if let (Some(name), Content::Source(id)) = (name, content)
                && let Some(text) = &sources.get(*id).text
            {
                icons.files.entry(name.to_owned()).or_insert_with(|| Arc::clone(text));
            }
        }
        let mut usable = true;
        for layer in layers {
            if let Some(Content::Source(id)) = layer.files.get(LIST) {
                usable &= icons.add(sources.get(*id), d).is_some();
            }
        }
        usable.then_some(icons)
    }

    fn add(&mut self, file: &SourceFile, d: &mut Diagnostics) -> Option<()> {
        let length = file.text.as_ref().map_or(0, |text| text.len());
        let entries = match yaml::parse(file, 0..length, d)?.value {
            Value::Null => return Some(()),
            Value::Mapping(entries) => entries,
            _ => {
                d.push(Diagnostic::at(catalogue::NOT_A_MAP, Place::new(file.id, 0, 0)));
                return None;
            }
        };
        let mut usable = true;
        for (key, node) in entries {
            if !self.files.contains_key(key.text.as_ref()) {
                d.push(self.unknown(&key.text, key.place));
                usable = false;
            }
            let one = std::slice::from_ref(&node);
            let words = match &node.value {
                Value::Sequence(words) => words,
                _ => one,
            };
            for word in words {
                match scalar(word) {
                    Some(text) => self.words.push((text.to_lowercase(), key.text.to_string())),
                    None if word.value == Value::Null => {}
                    None => {
                        d.push(Diagnostic::at(catalogue::NOT_TEXT, word.place).with("key", &key.text));
                        usable = false;
                    }
                }
            }
        }
        usable.then_some(())
    }

    /// The file of an icon, as SVG.
    pub(super) fn file(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(|text| &**text)
    }

    /// The icon that the words of a heading choose.
    pub(super) fn chosen(&self, heading: &str) -> Option<&str> {
        let heading = heading.to_lowercase();
        self.words.iter().find(|(word, _)| has(&heading, word)).map(|(_, icon)| icon.as_str())
    }

    /// The diagnostic for a name that no icon has.
    pub(super) fn unknown(&self, name: &str, place: Place) -> Diagnostic {
        let known: Vec<String> = self.files.keys().map(|name| format!("`{name}`")).collect();
        let problem = Diagnostic::at(picture::UNKNOWN_ICON, place).with("name", name);
        let problem = problem.suggest(name, self.files.keys().map(String::as_str));
        // Fifty names behind the right one would only hide it.
        let list = if problem.suggestion.is_some() { String::new() } else { known.join(" / ") };
        problem.with("known", list)
    }
}

/// True where a word stands in a heading; a Latin one only where a word of the heading begins with it.
fn has(heading: &str, word: &str) -> bool {
    let begins = |at: usize| !heading[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
    let latin = word.starts_with(|c: char| c.is_ascii_alphanumeric());
    !word.is_empty() && heading.match_indices(word).any(|(at, _)| !latin || begins(at))
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn a_latin_word_begins_a_word() {
        assert!(has("推进轨道建设", "轨道") && has("new rail lines", "rail") && has("建设5g网络", "5g"));
        assert!(!has("mountain trails", "rail") && !has("a", ""));
    }
}
