//! The words of a theme: flat maps of keys and texts, a file a language, the upper layer over the lower.

use super::layers::{Content, Layer, scalar};
use crate::diagnostic::catalogue::theme as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Language;
use crate::source::yaml::{self, Value};
use crate::source::{SourceFile, Sources};
use std::collections::BTreeMap;

/// Words by key.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    by_key: BTreeMap<String, String>,
}

impl Words {
    /// Reads the words of a language from the lowest layer up. None where a file is not what it should be.
    pub(super) fn read(
        sources: &Sources,
        layers: &[Layer],
        language: Language,
        d: &mut Diagnostics,
    ) -> Option<Words> {
        let path = format!("words/{}.yaml", language.tag());
        let mut words = Words::default();
        let mut usable = true;
        for layer in layers.iter().rev() {
            if let Some(Content::Source(id)) = layer.files.get(&path) {
                usable &= words.add(sources.get(*id), d).is_some();
            }
        }
        usable.then_some(words)
    }

    fn add(&mut self, file: &SourceFile, d: &mut Diagnostics) -> Option<()> {
        let length = file.text.as_ref().map_or(0, |text| text.len());
        let root = yaml::parse(file, 0..length, d)?;
        let entries = match root.value {
            Value::Null => return Some(()),
            Value::Mapping(entries) => entries,
            _ => {
                d.push(Diagnostic::at(catalogue::NOT_A_MAP, root.place));
                return None;
            }
        };
        let mut usable = true;
        for (key, node) in entries {
            match (scalar(&node), &node.value) {
                (Some(text), _) => {
                    self.by_key.insert(key.text.into_owned(), text.to_owned());
                }
                // A word may be left empty, where a theme wants nothing said.
                (None, Value::Null) => {
                    self.by_key.insert(key.text.into_owned(), String::new());
                }
                _ => {
                    d.push(Diagnostic::at(catalogue::NOT_TEXT, node.place).with("key", &key.text));
                    usable = false;
                }
            }
        }
        usable.then_some(())
    }

    /// A word.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.by_key.get(key).map(String::as_str)
    }

    /// All words, for templates.
    pub(super) fn map(&self) -> &BTreeMap<String, String> {
        &self.by_key
    }
}

/// Fills the blanks of a text: `{n}` by the value of `n`. A blank that nobody fills stays, to be seen.
pub(super) fn fill<V: AsRef<str>>(text: &str, blanks: &[(&str, V)]) -> String {
    let mut out = String::with_capacity(text.len() + 8 * blanks.len());
    let mut rest = text;
    // Words are short: a loop finds a bracket sooner than a search that first has to be set up.
    let find = |text: &str, bracket: u8| text.bytes().position(|byte| byte == bracket);
    while let Some(open) = find(rest, b'{') {
        let after = &rest[open + 1..];
        let filled = find(after, b'}').and_then(|close| {
            let (_, value) = blanks.iter().find(|(blank, _)| *blank == &after[..close])?;
            Some((value.as_ref(), &after[close + 1..]))
        });
        out.push_str(&rest[..open]);
        rest = match filled {
            Some((value, after)) => {
                out.push_str(value);
                after
            }
            None => {
                out.push('{');
                after
            }
        };
    }
    out.push_str(rest);
    out
}
