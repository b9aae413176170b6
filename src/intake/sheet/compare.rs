//! What a sheet says, held against what the period's file says: every difference a change.

use super::current::{Current, Spot, entries, text};
use super::merge::Wanted;
use super::said::{Content, Read, Said, Statement, Subject};
use crate::content::{QUALITY, SMALL, STATES, same, without};
use crate::diagnostic::catalogue::{content, data, sheet as catalogue};
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{
    Figure, FileId, Kind, Language, Period, Place, Policy, Quality, Site, State, fold_name, number,
};
use crate::progress::Worded as _;
use crate::source::yaml::{Node, Value};
use jiff::civil::Date;

/// A figure this many times the one before, or this part of it, is asked about.
const FAR: f64 = 2.0;

/// One thing that would be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The cell.
    pub place: Place,
    /// What it is of: `高新技术企业·高峰街道`.
    pub name: String,
    /// The key of the format behind which it stands: `value`, `state`, `done` …
    pub key: &'static str,
    /// What the file says; none where it says nothing.
    pub old: Option<String>,
    /// What it would say.
    pub new: String,
    /// Of a figure: that of the last period.
    pub last: Option<(Period, f64)>,
    /// True where a figure is far from the last, or from the one that it replaces.
    pub far: bool,
    /// True where a figure was published and is corrected.
    pub correction: bool,
    /// True where the cell's row or column is hidden.
    pub hidden: bool,
}

/// All changes.
#[derive(Default)]
pub(super) struct Changes {
    /// For people.
    pub(super) list: Vec<Change>,
    /// For the file.
    pub(super) wanted: Vec<(String, Wanted)>,
    /// What was said that changes anything.
    pub(super) said: Vec<Said>,
    /// How much the file says already.
    pub(super) same: usize,
}

/// What the comparison needs to know.
pub(super) struct Comparison<'a> {
    pub(super) site: &'a Site,
    pub(super) policy: &'a Policy,
    pub(super) period: Period,
    /// The period's file, where there is one.
    pub(super) file: Option<FileId>,
    /// Its tree.
    pub(super) root: Option<&'a Node<'a>>,
    pub(super) today: Date,
    pub(super) language: Language,
}

/// Compares all that was read.
pub(super) fn compare(comparison: &Comparison, read: &Read, d: &mut Diagnostics) -> Changes {
    let current = Current::new(comparison.site, comparison.policy, comparison.root);
    let mut changes = Changes::default();
    for said in &read.said {
        let spot = current.find(said.subject);
        let one = One { all: comparison, said, spot };
        let before = changes.list.len();
        let wanted = match &said.content {
            Content::Figure { value, quality, note } => {
                one.figure(*value, *quality, note.as_ref(), &mut changes.list, d)
            }
            Content::Day(day) => one.step(*day, &mut changes.list, d),
            Content::Statement(statement) => one.statement(statement, &mut changes.list, d),
        };
        if let Some(wanted) = wanted {
            put(&mut changes.wanted, &one.spot.path, wanted);
            changes.said.push(said.clone());
        }
        changes.same += usize::from(changes.list.len() == before);
    }
    changes
}

/// One thing said.
struct One<'a> {
    all: &'a Comparison<'a>,
    said: &'a Said,
    spot: Spot<'a>,
}

impl One<'_> {
    fn change(&self, key: &'static str, old: Option<String>, new: String) -> Change {
        let name = self.said.subject.name(self.all.policy, self.all.site);
        let Said { place, hidden, .. } = *self.said;
        Change { place, name, key, old, new, last: None, far: false, correction: false, hidden }
    }

    /// True where the file that says it was published.
    fn published(&self) -> bool {
        let reports = &self.all.policy.reports;
        let report = reports.iter().find(|report| report.period == self.all.period);
        report.and_then(|report| report.published).is_some_and(|moment| moment.date <= self.all.today)
    }

    fn figures(&self) -> &[Figure] {
        match self.said.subject {
            Subject::Row(i, b, r) => &self.all.policy.indicators[i].breakdowns[b].rows[r].figures,
            Subject::Indicator(i) | Subject::Step(i, _) => &self.all.policy.indicators[i].figures,
            Subject::Clause(_) => &[],
        }
    }

    /// Reports what stands in another file, or in a table, where no cell is ours to change.
    fn elsewhere(&self, place: Place, old: String, new: String, d: &mut Diagnostics) {
        let name = self.said.subject.name(self.all.policy, self.all.site);
        let problem = Diagnostic::at(catalogue::ELSEWHERE, self.said.place);
        let problem = problem.with("name", name).with("old", old).with("new", new);
        d.push(problem.also(place, Words { zh: "写在这里", en: "it stands here" }));
    }

    fn figure(
        &self,
        value: Option<f64>,
        quality: Option<(Quality, Place)>,
        note: Option<&(String, Place)>,
        list: &mut Vec<Change>,
        d: &mut Diagnostics,
    ) -> Option<Wanted> {
        let node = self.spot.node;
        let own = |figure: &&Figure| figure.period.last() == self.all.period.last();
        let stated = self.figures().iter().find(own);
        if let Some(figure) = stated.filter(|figure| Some(figure.place().file) != self.all.file) {
            if let Some(value) = value.filter(|value| !same(*value, figure.value)) {
                self.elsewhere(figure.place(), number(figure.value), number(value), d);
            }
            return None;
        }
        if let (Some(place), Some(value)) = (self.spot.table, value) {
            self.elsewhere(place, "~".to_string(), number(value), d);
            return None;
        }
        let old = node.and_then(|node| text(node, "value")).and_then(|text| text.parse::<f64>().ok());
        let new = value.filter(|value| old.is_none_or(|old| !same(old, *value)));
        let Some(whole) = value.or(old) else {
            let problem = Diagnostic::at(content::MISSING_KEY, self.said.place);
            d.push(problem.with("key", "value"));
            return None;
        };
        let has = |key| node.and_then(|node| text(node, key));
        let word =
            |quality: Quality| QUALITY.iter().find(|(.., own)| *own == quality).map_or("", |(word, ..)| word);
        let quality = quality.filter(|(q, _)| word(*q) != has("quality").unwrap_or("final"));
        let note = note.filter(|(note, _)| Some(note.trim()) != has("note"));
        if new.is_none() && quality.is_none() && note.is_none() {
            return None;
        }
        let correction = new.is_some() && old.is_some() && self.published();
        if let Some(new) = new {
            let last =
                self.figures().iter().rev().find(|figure| figure.period.last() < self.all.period.last());
            let last = last.map(|figure| (figure.period, figure.value));
            let far = last.is_some_and(|(_, last)| self.is_far(last, new))
                || old.is_some_and(|old| self.is_far(old, new));
            let change = self.change("value", old.map(number), number(new));
            list.push(Change { last, far, correction, ..change });
        }
        if let Some((quality, place)) = quality {
            let language = self.all.language;
            let old = QUALITY.iter().find(|(word, ..)| Some(*word) == has("quality"));
            let old = old.map(|(.., quality)| quality.word(language).to_string());
            let change = self.change("quality", old, quality.word(language).to_string());
            list.push(Change { place, ..change });
        }
        if let Some((note, place)) = note {
            let change = self.change("note", has("note").map(str::to_string), note.clone());
            list.push(Change { place: *place, ..change });
        }
        let mut fields: Vec<(String, Wanted)> = Vec::new();
        let mut add = |key: &str, want: Wanted| fields.push((key.to_string(), want));
        let is_map = node.is_some_and(|node| matches!(node.value, Value::Mapping(_)));
        if new.is_some() || !is_map {
            add("value", Wanted::Bare(plain(whole)));
        }
        if let Some((quality, _)) = quality {
            add("quality", Wanted::Bare(word(quality).to_string()));
        }
        if let (Some(old), true) = (old, correction) {
            add("was", Wanted::Bare(plain(old)));
            add("revised", Wanted::Bare(self.all.today.to_string()));
        }
        if let Some((note, _)) = note {
            add("note", Wanted::Prose(note.clone()));
        }
        match fields.as_slice() {
            [(_, Wanted::Bare(value))] if !is_map => Some(Wanted::Bare(value.clone())),
            _ => Some(Wanted::Flow(fields)),
        }
    }

    /// A running total may grow as it likes; whether it falls, the check says.
    fn is_far(&self, before: f64, after: f64) -> bool {
        let i = match self.said.subject {
            Subject::Indicator(i) | Subject::Row(i, ..) | Subject::Step(i, _) => i,
            Subject::Clause(_) => return false,
        };
        let (low, high) = (before.abs().min(after.abs()), before.abs().max(after.abs()));
        let running = matches!(self.all.policy.indicators[i].kind, Kind::Cumulative(_));
        !running && high - low >= SMALL && high >= FAR * low
    }

    fn step(&self, day: Date, list: &mut Vec<Change>, d: &mut Diagnostics) -> Option<Wanted> {
        let Subject::Step(i, n) = self.said.subject else { return None };
        let indicator = &self.all.policy.indicators[i];
        let name = &indicator.steps[n].name;
        let own = |node: &Node| text(node, "step").is_some_and(|step| fold_name(step) == fold_name(name));
        let entry = vec![
            ("step".to_string(), Wanted::Prose(name.clone())),
            ("on".to_string(), Wanted::Bare(day.to_string())),
        ];
        let Some(reached) = indicator.reached.iter().find(|reached| reached.step == n) else {
            list.push(self.change("step", None, day.to_string()));
            return Some(match self.spot.node.map(|node| &node.value) {
                None | Some(Value::Null) => Wanted::Flow(entry),
                Some(_) => Wanted::Item(entry),
            });
        };
        if reached.on == day {
            return None;
        }
        match self.spot.node {
            Some(node) if Some(reached.place.file) == self.all.file && own(node) => {
                list.push(self.change("step", Some(reached.on.to_string()), day.to_string()));
                Some(Wanted::Flow(vec![("on".to_string(), Wanted::Bare(day.to_string()))]))
            }
            Some(_) if Some(reached.place.file) == self.all.file => {
                d.push(Diagnostic::at(catalogue::BY_HAND, reached.place));
                None
            }
            _ => {
                self.elsewhere(reached.place, reached.on.to_string(), day.to_string(), d);
                None
            }
        }
    }

    fn statement(&self, new: &Statement, list: &mut Vec<Change>, d: &mut Diagnostics) -> Option<Wanted> {
        let Subject::Clause(ix) = self.said.subject else { return None };
        let language = self.all.language;
        let has = |key: &str| self.spot.node.and_then(|node| text(node, key));
        let known = |word: &str| STATES.iter().find(|(key, ..)| *key == word).map(|(.., state)| *state);
        let old_state = has("state").and_then(known);
        let earlier = self.all.policy.statements.iter().filter(|statement| statement.clause == ix);
        let earlier = earlier
            .filter(|statement| statement.period < self.all.period)
            .filter_map(|s| s.state)
            .next_back();
        let stated = new.state.map(|(state, _)| state);
        let state = stated.or(old_state).or(earlier);
        let mut words = new.words.clone();
        if let Some((grounds, place)) = &new.grounds {
            let is_reason = matches!(state, Some(State::Blocked | State::Adjusted | State::Terminated));
            words.push((if is_reason { "reason" } else { "evidence" }, grounds.clone(), *place));
        }
        let mut fields: Vec<(String, Wanted)> = Vec::new();
        if let Some((state, place)) = new.state.filter(|(state, _)| old_state != Some(*state)) {
            let key = STATES.iter().find(|(.., own)| *own == state).map_or("", |(key, ..)| key);
            fields.push(("state".to_string(), Wanted::Bare(key.to_string())));
            let old = old_state.map(|old| old.word(language).to_string());
            let change = self.change("state", old, state.word(language).to_string());
            list.push(Change { place, ..change });
        }
        for (key, new, place) in &words {
            if has(key).is_some_and(|old| folded(old) == folded(new)) {
                continue;
            }
            fields.push(((*key).to_string(), Wanted::Prose(new.replace('\r', ""))));
            let change = self.change(key, has(key).map(str::to_string), new.clone());
            list.push(Change { place: *place, ..change });
        }
        let says = |key: &str| has(key).is_some() || words.iter().any(|(own, ..)| *own == key);
        let decided = says("decided_by") || says("document");
        let missing = stated.and_then(|state| without(state, says("evidence"), says("reason"), decided));
        if let (Some(missing), Some((state, place))) = (missing, new.state) {
            let problem = Diagnostic::at(data::STATE_WITHOUT_REASON, place);
            let word = STATES.iter().find(|(.., own)| *own == state).map_or("", |(key, ..)| key);
            d.push(problem.with("state", word).with("key", missing));
        }
        // What the file says in `{ }` stays there; a new statement has its own lines.
        let empty = self.spot.node.is_none_or(|node| entries(node).is_empty());
        (!fields.is_empty()).then_some(if empty { Wanted::Block(fields) } else { Wanted::Flow(fields) })
    }
}

/// Two texts that differ in blanks only are the same.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number as YAML has it: without exponent; adding zero turns -0 into 0.
fn plain(value: f64) -> String {
    format!("{}", value + 0.0)
}

/// Puts an entry where its path leads.
fn put(wanted: &mut Vec<(String, Wanted)>, path: &[String], want: Wanted) {
    let [first, rest @ ..] = path else { return };
    if rest.is_empty() {
        wanted.push((first.clone(), want));
        return;
    }
    let at = wanted.iter().position(|(key, _)| key == first).unwrap_or_else(|| {
        wanted.push((first.clone(), Wanted::Block(Vec::new())));
        wanted.len() - 1
    });
    if let (_, Wanted::Block(inside)) = &mut wanted[at] {
        put(inside, rest, want);
    }
}
