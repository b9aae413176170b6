//! The merged file, read again by the tool's own decoders before it is kept: it must say what the sheet
//! says, and of everything else what it said before.

use super::said::{Content, Said, Subject};
use crate::content::same;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::intake::written;
use crate::model::{Figure, Period, Place, Policy, Site};
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// What came of the reading.
pub(super) struct Proof {
    /// The site with the merged file.
    pub(super) sources: Sources,
    /// The problems that the merged file adds.
    pub(super) found: Diagnostics,
    /// The subject that does not say what it should, where there are no errors.
    pub(super) wrong: Option<String>,
}

/// Reads the site with `text` in the place of `path`, and compares.
pub(super) fn prove(
    before: (&Sources, &Site, &Diagnostics),
    (policy, period): (&Policy, Period),
    (path, text): (&str, &str),
    said: &[Said],
) -> Proof {
    let (sources, site, known) = before;
    let sources = sources.with(path, text);
    let mut found = Diagnostics::new();
    let after = written(&sources, &mut found);
    let after = after.as_ref().and_then(|site| site.policy(&policy.id));
    let wrong = match after {
        Some(after) => said
            .iter()
            .find(|said| !says(after, period, said))
            .map(|said| said.subject)
            .or_else(|| strayed(policy, after, said, period))
            .map(|subject| subject.name(policy, site)),
        None => None,
    };
    Proof { found: fresh(found, known), sources, wrong }
}

/// Errors, and those warnings that were not there before.
fn fresh(found: Diagnostics, known: &Diagnostics) -> Diagnostics {
    let words = |d: &Diagnostic| (d.entry.code, format!("{:?}", d.args));
    let known: BTreeSet<_> = known.iter().map(words).collect();
    let mut fresh = Diagnostics::new();
    for problem in found.iter() {
        if problem.entry.severity == Severity::Error || !known.contains(&words(problem)) {
            fresh.push(problem.clone());
        }
    }
    fresh
}

/// True where the policy says it.
fn says(policy: &Policy, period: Period, said: &Said) -> bool {
    let figure = |figures: &[Figure]| figures.iter().find(|figure| figure.period == period).cloned();
    match (&said.content, said.subject) {
        (Content::Figure { value, quality, note }, Subject::Indicator(_) | Subject::Row(..)) => {
            let found = match said.subject {
                Subject::Row(i, b, r) => figure(&policy.indicators[i].breakdowns[b].rows[r].figures),
                Subject::Indicator(i) => figure(&policy.indicators[i].figures),
                _ => None,
            };
            found.is_some_and(|figure| {
                value.is_none_or(|value| same(value, figure.value))
                    && quality.is_none_or(|(quality, _)| figure.quality >= quality)
                    && note.as_ref().is_none_or(|(note, _)| figure.note() == Some(note.trim()))
            })
        }
        (Content::Day(day), Subject::Step(i, n)) => {
            policy.indicators[i].reached.iter().any(|reached| reached.step == n && reached.on == *day)
        }
        (Content::Statement(statement), Subject::Clause(ix)) => {
            let found = policy.statements.iter().find(|s| s.clause == ix && s.period == period);
            found.is_some_and(|found| {
                let told = [
                    ("done", &found.done),
                    ("obstacle", &found.obstacle),
                    ("next", &found.next),
                    ("document", &found.document),
                ];
                let word = |(key, text, _): &(&str, String, Place)| {
                    let own = told.iter().find(|(own, _)| own == key).and_then(|(_, text)| text.as_deref());
                    own.is_some_and(|own| bare(own) == bare(text))
                };
                let grounds = statement.grounds.as_ref().is_none_or(|(text, _)| {
                    [&found.evidence, &found.reason].into_iter().flatten().any(|own| bare(own) == bare(text))
                });
                statement.state.is_none_or(|(state, _)| found.state == Some(state))
                    && statement.words.iter().all(word)
                    && grounds
            })
        }
        _ => false,
    }
}

/// Without blanks: a block gives its lines without those at their ends.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

/// Something that the sheet says nothing of and that reads otherwise than before.
fn strayed(before: &Policy, after: &Policy, said: &[Said], period: Period) -> Option<Subject> {
    let meant: BTreeSet<Subject> = said.iter().map(|said| said.subject).collect();
    let (old, new) = (snapshot(before), snapshot(after));
    let keys: BTreeSet<&(Subject, Period)> = old.keys().chain(new.keys()).collect();
    let strayed = keys.into_iter().find(|key| {
        let same = old.get(*key) == new.get(*key);
        !(same || meant.contains(&key.0) && key.1 == period)
    });
    strayed.map(|(subject, _)| *subject)
}

/// Everything that is reported, without its places.
fn snapshot(policy: &Policy) -> BTreeMap<(Subject, Period), String> {
    let mut all = BTreeMap::new();
    let mut figures = |subject: Subject, list: &[Figure]| {
        for figure in list {
            let (value, quality, as_of) = (figure.value, figure.quality, figure.as_of);
            let told = format!("{value} {quality:?} {as_of} {:?} {:?}", figure.was(), figure.note());
            all.insert((subject, figure.period), told);
        }
    };
    for (i, indicator) in policy.indicators.iter().enumerate() {
        figures(Subject::Indicator(i), &indicator.figures);
        for (b, breakdown) in indicator.breakdowns.iter().enumerate() {
            for (r, row) in breakdown.rows.iter().enumerate() {
                figures(Subject::Row(i, b, r), &row.figures);
            }
        }
    }
    for (i, indicator) in policy.indicators.iter().enumerate() {
        for reached in &indicator.reached {
            let told = format!("{} {:?}", reached.on, reached.quality);
            all.insert((Subject::Step(i, reached.step), reached.period), told);
        }
    }
    for statement in &policy.statements {
        let mut own = statement.clone();
        own.place = Place::default();
        all.insert((Subject::Clause(own.clause), own.period), format!("{own:?}"));
    }
    all
}
