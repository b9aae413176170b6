//! The promises of all sentences -> indicators: what is promised of the same thing for several dates is
//! one indicator, and two figures for one date are never settled.

use super::organisations::free;
use super::promise::{self, Doubt, Due, Kind, LeftOut, Promise, Sentence};
use crate::content::id_of;
use crate::model::{Clause, ClauseIx, Period, PolicyText, Word, fold_name};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// An indicator that is proposed.
#[derive(Debug)]
pub(super) struct Indicator {
    /// Its id.
    pub(super) id: String,
    /// What is counted.
    pub(super) name: String,
    /// Scale and unit.
    pub(super) unit: String,
    /// What it counts.
    pub(super) kind: Kind,
    /// The clause that promises it, by a name that is not ambiguous, and its heading.
    pub(super) clause: Option<(String, String)>,
    /// The first name of that clause's tail.
    pub(super) owner: Option<String>,
    /// The targets, in order of date.
    pub(super) targets: Vec<Target>,
    /// A figure without a date: it is written as a comment.
    pub(super) undated: Option<Target>,
    /// The sentences, in order.
    pub(super) sentences: Vec<String>,
    /// What is not sure.
    pub(super) doubts: Vec<Doubt>,
    /// True where a deadline is that of the whole document.
    pub(super) of_document: bool,
}

/// A target.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The deadline.
    pub(super) by: String,
    /// The bound.
    pub(super) word: Word,
    /// The figure.
    pub(super) value: String,
    /// The words around it.
    pub(super) words: String,
}

/// What a document promises.
#[derive(Debug, Default)]
pub(super) struct Proposals {
    /// The indicators, in the order of the text.
    pub(super) indicators: Vec<Indicator>,
    /// Folded name -> position.
    names: BTreeMap<String, usize>,
    /// Words with a number that are no indicator, the byte where their line begins, and why.
    pub(super) left_out: Vec<(usize, String, LeftOut)>,
}

/// What is read for promises.
pub(super) struct Given<'a> {
    /// The text, without what is not the document.
    pub(super) text: &'a str,
    /// Its clauses.
    pub(super) outline: &'a PolicyText,
    /// Where the list of attachments begins.
    pub(super) end: usize,
    /// The year of issue.
    pub(super) issued: Option<u16>,
    /// First and last year of the plan.
    pub(super) period: Option<(u16, u16)>,
    /// What looks damaged.
    pub(super) damaged: Vec<Range<usize>>,
}

/// Reads the sentences of a text up to its list of attachments. A figure whose words look damaged is
/// left out: what was lost cannot be known.
pub(super) fn gather(given: &Given) -> Proposals {
    let Given { text, outline, damaged, .. } = given;
    let mut proposals = Proposals::default();
    let mut ids = BTreeSet::new();
    let mut before: Option<(usize, Option<Due>)> = None;
    for sentence in promise::sentences(text, given.end) {
        let follows = ["其中", "届时", "同时", "同期"].iter().any(|word| sentence.text.starts_with(word));
        let last =
            before.take().filter(|(line, _)| follows && *line == sentence.line).and_then(|(_, due)| due);
        let reading = promise::read(sentence.text, given.issued, last);
        let left = reading.left_out.into_iter().map(|(words, why)| (sentence.line, words, why));
        proposals.left_out.extend(left);
        let overlaps = |range: &Range<usize>| {
            let (from, to) = (sentence.at + range.start, sentence.at + range.end);
            damaged.iter().any(|place| place.start < to && from < place.end)
        };
        for mut promise in reading.promises {
            if overlaps(&promise.range) {
                proposals.left_out.push((sentence.line, promise.words, LeftOut::Damaged));
                continue;
            }
            if overlaps(&(0..sentence.text.len())) {
                promise.doubts.push(Doubt::Damaged);
            }
            proposals.add(promise, &sentence, (outline, given.period), &mut ids);
        }
        before = Some((sentence.line, reading.due));
    }
    proposals
}

impl Proposals {
    fn add(
        &mut self,
        promise: Promise,
        sentence: &Sentence,
        (outline, period): (&PolicyText, Option<(u16, u16)>),
        ids: &mut BTreeSet<String>,
    ) {
        let (dates, of_document) = dates(&promise, period);
        let target = |by: String| Target {
            by,
            word: promise.word,
            value: promise.value.clone(),
            words: promise.words.clone(),
        };
        let mut targets: Vec<Target> = dates.into_iter().map(target).collect();
        let undated = targets.is_empty().then(|| target(String::new()));
        let wanted = fold_name(&promise.name);
        if let Some(&position) = self.names.get(&wanted) {
            let same = &mut self.indicators[position];
            let added = same.unit == promise.unit
                && same.kind == promise.kind
                && undated.is_none()
                && same.extend(targets);
            if added {
                same.remember(sentence.text, &promise.doubts);
                same.of_document |= of_document;
            } else {
                self.left_out.push((sentence.line, promise.words, LeftOut::Contradiction));
            }
            return;
        }
        let clause = clause_at(outline, sentence.at);
        let owner = clause.and_then(|(_, clause)| Some(clause.tails.first()?.names.first()?.name.clone()));
        targets.sort_by_key(|target| order(&target.by));
        self.names.insert(wanted, self.indicators.len());
        self.indicators.push(Indicator {
            id: free(&id_of(&promise.name), ids),
            name: promise.name,
            unit: promise.unit,
            kind: promise.kind,
            clause: clause.map(|(ix, clause)| (name_of(outline, ix), clause.title())),
            owner,
            targets,
            undated,
            sentences: vec![sentence.text.to_string()],
            doubts: promise.doubts,
            of_document,
        });
    }
}

impl Indicator {
    /// Adds targets; false, and nothing is added, where they say another thing than those that are there.
    fn extend(&mut self, more: Vec<Target>) -> bool {
        let mut all = self.targets.clone();
        for target in more {
            let same = all.iter().find(|known| order(&known.by) == order(&target.by));
            match same {
                Some(known) if known.value == target.value && known.word == target.word => {}
                Some(_) => return false,
                None => all.push(target),
            }
        }
        all.sort_by_key(|target| order(&target.by));
        let up = all.first().is_some_and(|target| is_up(target.word));
        let value = |target: &Target| target.value.parse::<f64>().unwrap_or_default();
        let rises = |pair: &[Target]| match up {
            true => value(&pair[0]) <= value(&pair[1]),
            false => value(&pair[0]) >= value(&pair[1]),
        };
        let one_way = all.iter().all(|target| is_up(target.word) == up);
        let fits =
            one_way && (all.windows(2).all(rises) || self.kind != Kind::Level) && self.undated.is_none();
        if fits {
            self.targets = all;
        }
        fits
    }

    fn remember(&mut self, sentence: &str, doubts: &[Doubt]) {
        if !self.sentences.iter().any(|known| known == sentence) {
            self.sentences.push(sentence.to_string());
        }
        for doubt in doubts {
            if !self.doubts.contains(doubt) {
                self.doubts.push(*doubt);
            }
        }
    }
}

fn is_up(word: Word) -> bool {
    matches!(word, Word::Over | Word::Reach)
}

/// The last month of a deadline, for its place among others.
fn order(by: &str) -> Option<crate::model::Month> {
    Period::parse(by).map(Period::last)
}

/// The deadlines of a promise: its own, else the end of the plan, and then true.
fn dates(promise: &Promise, period: Option<(u16, u16)>) -> (Vec<String>, bool) {
    let each = |from: u16, to: u16| (from..=to).take(12).map(|year| year.to_string()).collect();
    match (&promise.due, promise.kind, period) {
        (Due::By(_), Kind::Yearly, _) | (Due::Unsaid, _, None) => (Vec::new(), false),
        (Due::By(by), ..) => (vec![by.clone()], false),
        (Due::Each(from, to), ..) => (each(*from, *to), false),
        (Due::Unsaid, Kind::Yearly, Some((from, to))) => (each(from, to), true),
        (Due::Unsaid, _, Some((_, to))) => (vec![to.to_string()], true),
    }
}

/// The clause that holds a byte.
fn clause_at(outline: &PolicyText, at: usize) -> Option<(ClauseIx, &Clause)> {
    outline.iter().filter(|(_, clause)| clause.place.start as usize <= at).last()
}

/// The path of a clause, or its anchor where another has the same path.
fn name_of(outline: &PolicyText, ix: ClauseIx) -> String {
    let clause = outline.clause(ix);
    let fold =
        |path: &str| -> String { fold_name(path).chars().filter(|c| !"、.。,:".contains(*c)).collect() };
    let own = fold(&clause.path);
    let alone = outline.clauses.iter().filter(|other| fold(&other.path) == own).count() == 1;
    if alone { clause.path.clone() } else { format!("#{}", clause.anchor) }
}
