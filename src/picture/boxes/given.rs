//! The attributes of one tag as they were written: each asked for by name, everything wrong noted.

use super::fault::What;
use super::known::{Kind, Known};
use crate::diagnostic::nearest;
use roxmltree::Node as Element;

/// What a template gave a tag.
pub(super) struct Given<'a, 'x> {
    element: Element<'a, 'x>,
    known: &'static Known,
    faults: &'a mut Vec<(u32, What)>,
    line: u32,
}

impl<'a, 'x> Given<'a, 'x> {
    /// Notes attributes that the tag does not take, and values that an attribute does not.
    pub(super) fn new(
        element: Element<'a, 'x>,
        known: &'static Known,
        faults: &'a mut Vec<(u32, What)>,
        line: u32,
    ) -> Self {
        let mut given = Given { element, known, faults, line };
        for attribute in element.attributes() {
            let found = attribute.name();
            match known.all().find(|one| one.name == found) {
                None => {
                    let near = nearest(found, known.all().map(|one| one.name));
                    given.note(What::Attribute { tag: known.name, found: found.to_owned(), near });
                }
                Some(one) if !is(one.kind, attribute.value().trim()) => {
                    let found = attribute.value().trim().to_owned();
                    let near = match one.kind {
                        Kind::One(words) => nearest(&found, words.iter().copied()),
                        _ => None,
                    };
                    let takes = one.kind.says();
                    given.note(What::Value { tag: known.name, attribute: one.name, found, takes, near });
                }
                Some(_) => {}
            }
        }
        given
    }

    fn note(&mut self, what: What) {
        self.faults.push((self.line, what));
    }

    /// As written, where it is a value that the attribute takes.
    fn value(&self, name: &'static str) -> Option<&'a str> {
        let one = self.known.all().find(|one| one.name == name);
        debug_assert!(one.is_some(), "{} has no {name}", self.known.name);
        let value = self.element.attribute(name)?.trim();
        is(one?.kind, value).then_some(value)
    }

    /// The words of an attribute; empty where there are none.
    pub(super) fn words(&self, name: &'static str) -> String {
        self.value(name).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of an attribute that must be there.
    pub(super) fn needed(&mut self, name: &'static str) -> String {
        let words = self.words(name);
        if words.is_empty() {
            self.note(What::Missing { tag: self.known.name, attribute: name });
        }
        words
    }

    /// A length or number.
    pub(super) fn number(&self, name: &'static str) -> Option<f32> {
        self.value(name)?.parse().ok()
    }

    /// True only where it says so.
    pub(super) fn yes(&self, name: &'static str) -> Option<bool> {
        self.value(name).map(|value| value == "true")
    }

    /// One of a list of words.
    pub(super) fn one<T>(&self, name: &'static str, named: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.value(name).and_then(named)
    }
}

/// True where the attribute takes the value.
fn is(kind: Kind, value: &str) -> bool {
    let number = || value.parse::<f32>().ok().filter(|n| n.is_finite() && *n >= 0.0);
    match kind {
        Kind::Length => number().is_some_and(|n| n <= 20_000.0),
        Kind::Number => number().is_some(),
        Kind::Count(least, most) => value.parse::<u16>().is_ok_and(|n| (least..=most).contains(&n)),
        Kind::Yes => matches!(value, "true" | "false"),
        Kind::Words => true,
        Kind::One(words) => words.contains(&value),
    }
}
