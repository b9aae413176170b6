//! The path and the anchor of each clause: identities that outlive restarts of the numbers.

use super::numbering::Number;
use crate::diagnostic::catalogue::text as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::Place;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a clause is named by.
pub(super) struct Naming<'a> {
    pub(super) parent: Option<usize>,
    pub(super) number: Option<Number>,
    /// The heading as plain text.
    pub(super) heading: &'a str,
    /// The explicit `{#name}`.
    pub(super) anchor: Option<&'a str>,
    pub(super) place: Place,
}

/// Path and anchor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) path: String,
    pub(super) anchor: String,
}

/// Names all clauses of a text, in its order.
pub(super) fn name(clauses: &[Naming], d: &mut Diagnostics) -> Vec<Identity> {
    let numbered: HashSet<Option<usize>> =
        clauses.iter().filter(|clause| clause.number.is_some()).map(|clause| clause.parent).collect();
    let mut ordinals: BTreeMap<Option<usize>, u32> = BTreeMap::new();
    let (mut paths, mut anchors) = (Taken::default(), Taken::default());
    // Anchors by numbers alone: a name given to a clause is not part of those below it.
    let mut stems: Vec<String> = Vec::with_capacity(clauses.len());
    let mut names: Vec<Identity> = Vec::with_capacity(clauses.len());
    for clause in clauses {
        let (above, stem) = match clause.parent {
            Some(parent) => (names[parent].path.as_str(), stems[parent].as_str()),
            None => ("", "c"),
        };
        let (path, stem) = if let Some(number) = clause.number {
            // A word runs into the number after it, so a bar keeps them apart.
            let bar =
                if clause.parent.is_some_and(|parent| clauses[parent].number.is_none()) { "/" } else { "" };
            (format!("{above}{bar}{}", number.step()), format!("{stem}-{}", number.value))
        } else {
            let ordinal = ordinals.entry(clause.parent).or_default();
            *ordinal += 1;
            let apart = if numbered.contains(&clause.parent) { "h" } else { "" };
            let bar = if above.is_empty() { "" } else { "/" };
            let word =
                if clause.heading.is_empty() { ordinal.to_string() } else { clause.heading.to_string() };
            (format!("{above}{bar}{word}"), format!("{stem}-{apart}{ordinal}"))
        };
        let (free_path, first) = paths.take(&path, clause.place);
        if let Some(first) = first {
            let problem = Diagnostic::at(catalogue::SAME_NUMBER, clause.place).with("path", &path);
            d.push(problem.also(first, FIRST));
        }
        let stem = format!("{stem}{}", &free_path[path.len()..]);
        let (anchor, first) = anchors.take(clause.anchor.unwrap_or(&stem), clause.place);
        if let (Some(written), Some(first)) = (clause.anchor, first) {
            let problem = Diagnostic::at(catalogue::SAME_ANCHOR, clause.place).with("anchor", written);
            d.push(problem.also(first, FIRST));
        }
        stems.push(stem);
        names.push(Identity { path: free_path, anchor });
    }
    names
}

const FIRST: Words = Words { zh: "先用在这里", en: "first used here" };

/// Names that are taken, with where and how often.
#[derive(Default)]
struct Taken(HashMap<String, (Place, u32)>);

impl Taken {
    /// The name, or the next free one with `-2`, `-3` …; and who had it first.
    fn take(&mut self, name: &str, place: Place) -> (String, Option<Place>) {
        let Some((first, count)) = self.0.get_mut(name) else {
            self.0.insert(name.to_string(), (place, 1));
            return (name.to_string(), None);
        };
        let (first, mut next) = (*first, *count);
        let free = loop {
            next += 1;
            let free = format!("{name}-{next}");
            if !self.0.contains_key(&free) {
                break free;
            }
        };
        self.0.insert(free.clone(), (place, 1));
        if let Some((_, count)) = self.0.get_mut(name) {
            *count = next;
        }
        (free, Some(first))
    }
}
