//! `indicators.en.yaml`: the words of a policy's indicators, by id or name.

use super::translator::Translator;
use crate::content::decode::Fields;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::{content, data};
use crate::model::{Attachment, Indicator, Language, Period, fold_name};
use crate::source::yaml::{Node, Value};
use std::collections::BTreeSet;

/// Translates the indicators; returns those that are not translated whole. An indicator that is another
/// policy's, and has no entry of its own here, is left for [`follow`].
pub(super) fn translate(
    indicators: &mut [Indicator],
    attachments: &[Attachment],
    node: Option<&Node>,
    to: Language,
    at: &mut Translator,
) -> BTreeSet<usize> {
    let found = at.by_name(node, "indicators.yaml", |name, place, d| {
        let wanted = fold_name(name);
        let fits = |i: &Indicator| fold_name(&i.id) == wanted || fold_name(&i.name) == wanted;
        let position = indicators.iter().position(fits);
        if position.is_none() {
            let names = indicators.iter().flat_map(|i| [i.id.as_str(), i.name.as_str()]);
            let problem = Diagnostic::at(content::UNKNOWN_INDICATOR, place).with("name", name);
            d.push(problem.suggest(name, names));
        }
        position
    });
    let mut missing = BTreeSet::new();
    for (position, indicator) in indicators.iter_mut().enumerate() {
        let node = found.get(&position).copied();
        if node.is_none() && indicator.same_as.is_some() {
            continue;
        }
        let before = at.gaps.len();
        one(indicator, attachments, node, to, at);
        if at.gaps.len() > before {
            missing.insert(position);
        }
    }
    missing
}

fn one(
    indicator: &mut Indicator,
    attachments: &[Attachment],
    node: Option<&Node>,
    to: Language,
    at: &mut Translator,
) {
    let place = indicator.place;
    let original = indicator.name.clone();
    let mut fields = node
        .filter(|node| matches!(node.value, Value::Mapping(_)))
        .and_then(|node| Fields::of(node, "indicators.yaml", at.d));
    let name = match &fields {
        Some(_) => at.field(&mut fields, "name"),
        None => at.entry(node, &original),
    };
    at.put(name, &mut indicator.name, place);
    let unit = at.field(&mut fields, "unit");
    at.put(unit, &mut indicator.unit, place);
    let definition = at.field(&mut fields, "definition");
    at.put_option(definition, &mut indicator.definition, place);
    let source = at.field(&mut fields, "source");
    at.put_option(source, &mut indicator.source, place);

    let titles = fields.as_mut().and_then(|fields| fields.node("breakdowns"));
    let titles = at.by_name(titles, "breakdowns", |id, place, d| {
        let found = indicator.breakdowns.iter().position(|b| b.id == id);
        if found.is_none() {
            let known = indicator.breakdowns.iter().map(|b| b.id.as_str());
            let problem = Diagnostic::at(content::UNKNOWN_BREAKDOWN, place);
            d.push(problem.with("name", id).suggest(id, known));
        }
        found
    });
    for (n, breakdown) in indicator.breakdowns.iter_mut().enumerate() {
        let title = at.entry(titles.get(&n).copied(), "breakdowns");
        let listed = attachments.iter().find(|attachment| Some(attachment.n) == breakdown.annex);
        match (title, listed) {
            // Told once already, where the attachment has no translation.
            (None, Some(attachment)) => breakdown.title = attachment.name.clone(),
            (None, None) if breakdown.title == format!("{original}分解表") => {
                breakdown.title = match to {
                    Language::English => format!("{}: shares of organisations", indicator.name),
                    Language::Chinese => format!("{}分解表", indicator.name),
                };
            }
            (title, _) => {
                at.put(title, &mut breakdown.title, breakdown.place);
            }
        }
    }

    let steps = fields.as_mut().and_then(|fields| fields.node("steps"));
    let steps = at.by_name(steps, "steps", |name, place, d| {
        let found = indicator.steps.iter().position(|step| fold_name(&step.name) == fold_name(name));
        if found.is_none() {
            let known = indicator.steps.iter().map(|step| step.name.as_str());
            d.push(Diagnostic::at(data::UNKNOWN_STEP, place).with("step", name).suggest(name, known));
        }
        found
    });
    for (n, step) in indicator.steps.iter_mut().enumerate() {
        let name = at.entry(steps.get(&n).copied(), "steps");
        at.put(name, &mut step.name, step.place);
    }

    let changes = fields.as_mut().and_then(|fields| fields.node("changes"));
    let changes = at.by_name(changes, "changes", |from, place, d| {
        let period = Period::parse(from);
        let found = indicator.changes.iter().position(|change| Some(change.from) == period);
        if found.is_none() {
            d.push(Diagnostic::at(content::NOTHING_TO_TRANSLATE, place).with("text", from));
        }
        found
    });
    for (n, change) in indicator.changes.iter_mut().enumerate() {
        let mut fields = changes.get(&n).and_then(|node| Fields::of(node, "changes", at.d));
        // A document goes by the name and number under which it was issued, unless a translation is given.
        if let Some((document, _)) = at.field(&mut fields, "document") {
            change.document = document;
        }
        let reason = at.field(&mut fields, "reason");
        at.put_option(reason, &mut change.reason, change.place);
        fields.into_iter().for_each(|fields| fields.finish(at.d));
    }
    fields.into_iter().for_each(|fields| fields.finish(at.d));
}

/// Gives an indicator that is another policy's the words of that one, translated there.
pub(super) fn follow(indicator: &mut Indicator, original: &Indicator, translated: &Indicator) {
    if indicator.name == original.name {
        indicator.name = translated.name.clone();
    }
    indicator.unit = translated.unit.clone();
    indicator.definition = translated.definition.clone();
    indicator.source = translated.source.clone();
    indicator.breakdowns = translated.breakdowns.clone();
    indicator.steps = translated.steps.clone();
    indicator.changes = translated.changes.clone();
}
