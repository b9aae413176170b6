//! A mapping read key by key: what was asked for is known, and what is left over is reported.

use super::{Allowed, date, entries, figure, flag, moment, text, texts, word};
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Moment, Place, Quality};
use crate::source::yaml::{Key, Node, Value};
use jiff::civil::Date;

/// A mapping and the keys that were asked of it.
pub(crate) struct Fields<'a> {
    entries: &'a [(Key<'a>, Node<'a>)],
    place: Place,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The fields of a node, which `key` names in the message where it is no mapping.
    pub(crate) fn of(node: &'a Node<'a>, key: &str, d: &mut Diagnostics) -> Option<Self> {
        let entries = entries(node, key, d)?;
        Some(Fields { entries, place: node.place, asked: Vec::new(), missing: Vec::new() })
    }

    /// Where the mapping stands.
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// A key's place.
    pub(crate) fn key_place(&self, key: &str) -> Option<Place> {
        self.entries.iter().find(|(k, _)| k.text == key).map(|(k, _)| k.place)
    }

    /// A key's value; `key:` with nothing behind it is as good as no key.
    pub(crate) fn node(&mut self, key: &'static str) -> Option<&'a Node<'a>> {
        self.asked.push(key);
        let (_, node) = self.entries.iter().find(|(k, _)| k.text == key)?;
        (node.value != Value::Null).then_some(node)
    }

    /// A key's value, which must be there; [`Fields::finish`] reports what was missing.
    pub(crate) fn required(&mut self, key: &'static str) -> Option<&'a Node<'a>> {
        let node = self.node(key);
        if node.is_none() {
            self.missing.push(key);
        }
        node
    }

    /// A text.
    pub(crate) fn text(&mut self, key: &'static str, d: &mut Diagnostics) -> Option<String> {
        text(self.node(key)?, key, d)
    }

    /// A text that must be there and not be empty.
    pub(crate) fn required_text(&mut self, key: &'static str, d: &mut Diagnostics) -> Option<String> {
        let node = self.required(key)?;
        let found = text(node, key, d);
        if found.is_none() && matches!(node.value, Value::Scalar(_)) {
            d.push(Diagnostic::at(content::MISSING_KEY, node.place).with("key", key));
        }
        found
    }

    /// A list of texts, or one text.
    pub(crate) fn texts(&mut self, key: &'static str, d: &mut Diagnostics) -> Vec<(String, Place)> {
        self.node(key).map(|node| texts(node, key, d)).unwrap_or_default()
    }

    /// A list of texts without their places.
    pub(crate) fn words(&mut self, key: &'static str, d: &mut Diagnostics) -> Vec<String> {
        self.texts(key, d).into_iter().map(|(text, _)| text).collect()
    }

    /// One of the allowed words.
    pub(crate) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        allowed: &[Allowed<T>],
        d: &mut Diagnostics,
    ) -> Option<T> {
        word(self.node(key)?, key, allowed, d)
    }

    /// `true` or `false`; false where it is not there.
    pub(crate) fn flag(&mut self, key: &'static str, d: &mut Diagnostics) -> bool {
        self.node(key).and_then(|node| flag(node, key, d)).unwrap_or(false)
    }

    /// A figure.
    pub(crate) fn figure(&mut self, key: &'static str, d: &mut Diagnostics) -> Option<f64> {
        figure(self.node(key)?, key, d)
    }

    /// A day.
    pub(crate) fn date(&mut self, key: &'static str, d: &mut Diagnostics) -> Option<Date> {
        date(self.node(key)?, key, d)
    }

    /// A day, with a time if known.
    pub(crate) fn moment(&mut self, key: &'static str, d: &mut Diagnostics) -> Option<Moment> {
        moment(self.node(key)?, key, d)
    }

    /// `quality`, or that of final figures.
    pub(crate) fn quality(&mut self, d: &mut Diagnostics) -> Quality {
        self.word("quality", super::QUALITY, d).unwrap_or_default()
    }

    /// True where it has a key that was not asked for so far.
    pub(crate) fn has_more(&self) -> bool {
        self.entries.iter().any(|(key, _)| !self.asked.contains(&&*key.text))
    }

    /// Marks keys as known without reading them.
    pub(crate) fn know(&mut self, keys: &[&'static str]) {
        self.asked.extend(keys);
    }

    /// Reports every key that was never asked for, and every one that is missing; a key that is
    /// only misspelt is reported once.
    pub(crate) fn finish(mut self, d: &mut Diagnostics) {
        for (key, _) in self.entries {
            if self.asked.contains(&&*key.text) {
                continue;
            }
            let problem = Diagnostic::at(content::UNKNOWN_KEY, key.place)
                .with("key", &key.text)
                .suggest(&key.text.to_lowercase(), self.asked.iter().copied());
            // Twenty keys behind the right one would only hide it.
            let list = if problem.suggestion.is_some() { String::new() } else { known(&self.asked) };
            let problem = problem.with("known", list);
            self.missing.retain(|missing| problem.suggestion.as_deref() != Some(missing));
            d.push(problem);
        }
        for key in &self.missing {
            let place = self.key_place(key).unwrap_or(self.place);
            d.push(Diagnostic::at(content::MISSING_KEY, place).with("key", key));
        }
    }
}

/// The known keys for a message, each once.
fn known(asked: &[&'static str]) -> String {
    let mut keys: Vec<&str> = Vec::with_capacity(asked.len());
    asked.iter().for_each(|key| {
        if !keys.contains(key) {
            keys.push(key)
        }
    });
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" / ")
}
