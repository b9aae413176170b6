//! Puts translations in the place of texts, and keeps the places of those that have none.

use crate::content::decode::{self, Fields};
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Language, Place};
use crate::source::yaml::Node;
use std::collections::BTreeMap;

/// A translation as it was found: nothing, or a text and where it stands.
pub(super) type Given = Option<(String, Place)>;

/// How many letters of a translation without original a message shows.
const SHOWN: usize = 40;

/// At work on one policy, or on what belongs to none.
pub(super) struct Translator<'d> {
    /// The language of the content.
    pub(super) from: Language,
    /// Where texts stand that have no translation.
    pub(super) gaps: Vec<Place>,
    /// What is wrong.
    pub(super) d: &'d mut Diagnostics,
}

impl Translator<'_> {
    /// Puts a translation in the place of a text. True where the text needs one and has none.
    pub(super) fn put(&mut self, given: Given, into: &mut String, place: Place) -> bool {
        match given {
            Some((text, at)) if into.trim().is_empty() => self.useless(&text, at),
            Some((text, _)) => *into = text,
            None if self.from.has_words(into) => {
                self.gaps.push(place);
                return true;
            }
            None => {}
        }
        false
    }

    /// The same of a text that need not be there.
    pub(super) fn put_option(&mut self, given: Given, into: &mut Option<String>, place: Place) -> bool {
        match into {
            Some(text) => self.put(given, text, place),
            None => {
                given.into_iter().for_each(|(text, at)| self.useless(&text, at));
                false
            }
        }
    }

    /// A translation without original.
    fn useless(&mut self, text: &str, at: Place) {
        // Of HTML the words alone, and of a long text its beginning.
        let words: String = text.split('<').map(|part| part.rsplit('>').next().unwrap_or_default()).collect();
        let words: String = words.trim().chars().take(SHOWN).collect();
        self.d.push(Diagnostic::at(content::NOTHING_TO_TRANSLATE, at).with("text", words));
    }

    /// The text of a key.
    pub(super) fn field(&mut self, fields: &mut Option<Fields>, key: &'static str) -> Given {
        let node = fields.as_mut()?.node(key)?;
        Some((decode::text(node, key, self.d)?, node.place))
    }

    /// The entries of a mapping whose keys are names of something, each found by `find`, each once.
    pub(super) fn by_name<'n, K: Ord>(
        &mut self,
        node: Option<&'n Node<'n>>,
        key: &str,
        mut find: impl FnMut(&str, Place, &mut Diagnostics) -> Option<K>,
    ) -> BTreeMap<K, &'n Node<'n>> {
        let mut found: BTreeMap<K, (&'n Node<'n>, Place)> = BTreeMap::new();
        let entries = node.and_then(|node| decode::entries(node, key, self.d)).unwrap_or_default();
        for (name, node) in entries {
            let Some(named) = find(&name.text, name.place, self.d) else { continue };
            if let Some((_, first)) = found.get(&named) {
                let shows = Words { zh: "先写在这里", en: "first written here" };
                let problem = Diagnostic::at(content::NAME_CLASH, name.place).with("name", &name.text);
                self.d.push(problem.also(*first, shows));
            } else {
                found.insert(named, (node, name.place));
            }
        }
        found.into_iter().map(|(named, (node, _))| (named, node)).collect()
    }

    /// The text of one of such entries.
    pub(super) fn entry(&mut self, node: Option<&Node>, key: &str) -> Given {
        let node = node?;
        Some((decode::text(node, key, self.d)?, node.place))
    }
}
