//! Baseline, targets, their later changes and steps.

use super::direction;
use crate::content::decode::{self, Fields};
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Words};
use crate::model::{Baseline, Change, Indicator, Period, Place, Quality, Step, Target, Word, fold_name};
use crate::source::yaml::Node;

/// The words of targets.
const WORDS: [Word; 4] = [Word::Over, Word::Reach, Word::Under, Word::Within];

/// Where the path starts. The indicator's own quality covers it.
pub(crate) fn baseline(node: &Node, quality: Quality, d: &mut Diagnostics) -> Option<Baseline> {
    let mut fields = Fields::of(node, "baseline", d)?;
    let period = fields.required("period").and_then(|node| decode::period(node, "period", d));
    let value = fields.required("value");
    let place = value.map_or(node.place, |node| node.place);
    let value = value.and_then(|node| decode::figure(node, "value", d));
    let quality = fields.quality(d).max(quality);
    fields.finish(d);
    Some(Baseline { period: period?, value: value?, quality, place })
}

/// A list of targets whose dates rise, from the baseline on. A broken one is left out.
pub(crate) fn read(node: &Node, baseline: Option<&Baseline>, d: &mut Diagnostics) -> Vec<Target> {
    let items = decode::list(node, "targets", d).unwrap_or_default();
    let found: Vec<(Target, Place)> = items.iter().filter_map(|item| target(item, d)).collect();
    let start = baseline.map(|baseline| (baseline.period, baseline.place));
    let dates = start.into_iter().chain(found.iter().map(|(target, by)| (target.by, *by)));
    rising(dates, true, d);
    found.into_iter().map(|(target, _)| target).collect()
}

/// `{ by: 2025, over: 160 }`: one word, no more. With it, where the date stands.
fn target(node: &Node, d: &mut Diagnostics) -> Option<(Target, Place)> {
    let mut fields = Fields::of(node, "targets", d)?;
    let by_node = fields.required("by");
    let by = by_node.and_then(|node| decode::period(node, "by", d));
    let found: Vec<(Word, &Node)> =
        WORDS.iter().filter_map(|word| Some((*word, fields.node(word.key())?))).collect();
    let target = match found.as_slice() {
        [(word, node)] => {
            let value = decode::figure(node, word.key(), d);
            value.zip(by).map(|(value, by)| Target { by, word: *word, value, place: node.place })
        }
        // A word that is misspelt is told as an unknown key.
        [] if fields.has_more() => None,
        other => {
            let place = other.last().map_or(node.place, |(_, node)| node.place);
            d.push(Diagnostic::at(data::TARGET_WORD, place).with("count", other.len()));
            None
        }
    };
    fields.finish(d);
    target.map(|target| (target, by_node.map_or(node.place, |node| node.place)))
}

/// `changes`: later documents, in order of date.
pub(crate) fn changes(node: &Node, indicator: &Indicator, d: &mut Diagnostics) -> Vec<Change> {
    let items = decode::list(node, "changes", d).unwrap_or_default();
    let changes: Vec<Change> = items.iter().filter_map(|item| change(item, indicator, d)).collect();
    rising(changes.iter().map(|change| (change.from, change.place)), true, d);
    changes
}

fn change(node: &Node, indicator: &Indicator, d: &mut Diagnostics) -> Option<Change> {
    let mut fields = Fields::of(node, "changes", d)?;
    let from = fields.required("from");
    let place = from.map_or(node.place, |node| node.place);
    let from = from.and_then(|node| decode::period(node, "from", d));
    let document = fields.required_text("document", d);
    let reason = fields.text("reason", d);
    let before = d.count(Severity::Error);
    let targets =
        fields.required("targets").map(|node| read(node, indicator.baseline.as_ref(), d)).unwrap_or_default();
    if d.count(Severity::Error) == before {
        direction::check(indicator.kind, indicator.baseline.as_ref(), &targets, d);
    }
    fields.finish(d);
    Some(Change { from: from?, document: document?, reason, targets, place })
}

/// The steps of a milestone, in order of date; two may share a date.
pub(crate) fn steps(node: &Node, d: &mut Diagnostics) -> Vec<Step> {
    let items = decode::list(node, "steps", d).unwrap_or_default();
    if items.is_empty() {
        d.push(Diagnostic::at(content::MISSING_KEY, node.place).with("key", "steps"));
    }
    let found: Vec<(Step, bool)> = items.iter().filter_map(|item| step(item, d)).collect();
    let dated = found.iter().filter(|(_, dated)| *dated).map(|(step, _)| (step.by, step.place));
    rising(dated, false, d);
    let steps: Vec<Step> = found.into_iter().map(|(step, _)| step).collect();
    for (position, step) in steps.iter().enumerate() {
        let first = steps[..position].iter().find(|other| fold_name(&other.name) == fold_name(&step.name));
        if let Some(first) = first {
            let problem = Diagnostic::at(content::NAME_CLASH, step.place).with("name", &step.name);
            d.push(problem.also(first.place, Words { zh: "先写在这里", en: "first written here" }));
        }
    }
    steps
}

/// A step, and whether its date could be read: without one it counts as declared all the same.
fn step(node: &Node, d: &mut Diagnostics) -> Option<(Step, bool)> {
    let mut fields = Fields::of(node, "steps", d)?;
    let by = fields.required("by").and_then(|node| decode::period(node, "by", d));
    let place = fields.node("name").map_or(node.place, |node| node.place);
    let name = fields.required_text("name", d);
    fields.finish(d);
    Some((Step { by: by.unwrap_or(Period::Year(0)), name: name?, place }, by.is_some()))
}

/// Reports a date that does not come after the one before it.
pub(crate) fn rising(dates: impl Iterator<Item = (Period, Place)>, strictly: bool, d: &mut Diagnostics) {
    let mut last: Option<(Period, Place)> = None;
    for (period, place) in dates {
        if let Some((before, at)) = last
            && (period.last() < before.last() || (strictly && period.last() == before.last()))
        {
            let shows = Words { zh: "前一个日期在这里", en: "the date before it" };
            let problem =
                Diagnostic::at(data::DATES_TURN_BACK, place).with("date", period).with("before", before);
            d.push(problem.also(at, shows));
        }
        last = Some((period, place));
    }
}
