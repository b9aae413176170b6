//! Which clause of the original each clause of a translated text is.
//!
//! By its mark, `{#c-2-1}`, if it names one. Else below the clause under whose heading it stands, as the
//! levels of the headings say: the one of the same number, or, where it has no number, the next one in
//! order that has none either.

use super::translator::Translator;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Words};
use crate::model::{ClauseIx, Place, Policy};
use crate::text::{self, Translated, TranslatedClause};
use std::collections::{BTreeMap, BTreeSet};

/// Puts the translated text into the policy; returns the clauses that it leaves out or only half tells.
pub(super) fn put(
    policy: &mut Policy,
    translated: Option<Translated>,
    file: Option<Place>,
    at: &mut Translator,
) -> BTreeSet<ClauseIx> {
    let found = match translated {
        Some(translated) => matched(policy, translated.clauses, file, at),
        None => BTreeMap::new(),
    };
    let mut missing = BTreeSet::new();
    let mut found = found;
    for (n, clause) in policy.text.clauses.iter_mut().enumerate() {
        let ix = ClauseIx(n as u32);
        let from = at.from;
        let said = |text: &str| from.has_words(text);
        match found.remove(&ix) {
            Some(own) => {
                let half = own.body.is_empty() && said(&clause.body)
                    || own.heading.is_empty() && said(&clause.heading);
                if half {
                    at.gaps.push(clause.place);
                    missing.insert(ix);
                }
                clause.place = own.place;
                // A heading that names its clause by mark need not repeat the number.
                clause.label = match (own.label.is_empty(), text::number_of(&clause.label)) {
                    (true, Some(number)) => format!("{number}."),
                    _ => own.label,
                };
                if !own.heading.is_empty() {
                    clause.heading = own.heading;
                }
                if !own.body.is_empty() {
                    clause.body = own.body;
                }
            }
            None if said(&clause.heading) || said(&clause.body) => {
                at.gaps.push(clause.place);
                missing.insert(ix);
            }
            None => {}
        }
    }
    missing
}

/// The translated clauses by the clause that each translates.
fn matched(
    policy: &Policy,
    translated: Vec<TranslatedClause>,
    file: Option<Place>,
    at: &mut Translator,
) -> BTreeMap<ClauseIx, TranslatedClause> {
    let mut found: BTreeMap<ClauseIx, TranslatedClause> = BTreeMap::new();
    // The headings above, each with its level and its clause; one that was not found has none.
    let mut above: Vec<(u8, Option<ClauseIx>)> = Vec::new();
    for own in translated {
        above.truncate(above.iter().take_while(|(level, _)| *level < own.level).count());
        let parent = match above.last() {
            None => Some(None),
            Some((_, parent)) => parent.map(Some),
        };
        let clause = match (&own.anchor, parent) {
            (Some(anchor), _) => by_anchor(policy, anchor),
            (None, Some(parent)) => below(policy, parent, &own, &found),
            // What stands below a heading that was not found was told with it.
            (None, None) => {
                above.push((own.level, None));
                continue;
            }
        };
        above.push((own.level, clause));
        match clause {
            None => at.d.push(unmatched(policy, parent.flatten(), &own, file)),
            Some(ix) => match found.get(&ix) {
                Some(first) => {
                    let shows = Words { zh: "先写在这里", en: "first written here" };
                    let name = own.anchor.as_ref().unwrap_or(&own.label);
                    let problem = Diagnostic::at(content::NAME_CLASH, own.place).with("name", name);
                    at.d.push(problem.also(first.place, shows));
                }
                None => {
                    found.insert(ix, own);
                }
            },
        }
    }
    found
}

fn by_anchor(policy: &Policy, anchor: &str) -> Option<ClauseIx> {
    policy.text.iter().find(|(_, clause)| clause.anchor == anchor).map(|(ix, _)| ix)
}

/// The clause right below `parent` that has the same number, or the next one without.
fn below(
    policy: &Policy,
    parent: Option<ClauseIx>,
    own: &TranslatedClause,
    found: &BTreeMap<ClauseIx, TranslatedClause>,
) -> Option<ClauseIx> {
    let mut children = policy.text.iter().filter(|(_, clause)| clause.parent == parent);
    let number = |label: &str| text::number_of(label);
    match own.number {
        // Where numbers begin anew among the same clauses, the first one that is still open.
        Some(value) => {
            let same: Vec<ClauseIx> = children
                .filter(|(_, clause)| number(&clause.label) == Some(value))
                .map(|(ix, _)| ix)
                .collect();
            same.iter().find(|ix| !found.contains_key(ix)).or(same.last()).copied()
        }
        None => {
            children.find(|(ix, clause)| clause.label.is_empty() && !found.contains_key(ix)).map(|(ix, _)| ix)
        }
    }
}

/// A translated clause that translates nothing: with what could have stood there.
fn unmatched(
    policy: &Policy,
    parent: Option<ClauseIx>,
    own: &TranslatedClause,
    file: Option<Place>,
) -> Diagnostic {
    let title = format!("{} {}", own.label, own.heading);
    let known: Vec<String> = match &own.anchor {
        Some(_) => {
            policy.text.iter().take(12).map(|(_, clause)| format!("`{{#{}}}`", clause.anchor)).collect()
        }
        None => policy
            .text
            .iter()
            .filter(|(_, clause)| clause.parent == parent)
            .map(|(_, clause)| format!("{} `{{#{}}}`", clause.title(), clause.anchor))
            .collect(),
    };
    let place = if own.place.len > 0 { own.place } else { file.unwrap_or(own.place) };
    let mut problem = Diagnostic::at(content::UNMATCHED_CLAUSE, place)
        .with("heading", title.trim())
        .with("known", if known.is_empty() { "—".to_string() } else { known.join(" / ") });
    if let Some(anchor) = &own.anchor {
        problem = problem.suggest(anchor, policy.text.clauses.iter().map(|clause| clause.anchor.as_str()));
    }
    match parent {
        Some(ix) => problem.also(
            policy.text.clause(ix).place,
            Words { zh: "原文的上一级在这里", en: "the clause above it in the original" },
        ),
        None => problem.also(policy.place, Words { zh: "原文在这里", en: "the original" }),
    }
}
