//! `progress/2024-06.en.yaml`: what a period's file says in words.

use super::policy::Scope;
use super::translator::Translator;
use crate::content::clauses::Clauses;
use crate::content::decode::{self, Fields};
use crate::content::document;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::content;
use crate::model::{Indicator, Period, Place, Policy, PolicyFallback, fold_name};
use crate::source::yaml::Node;
use std::collections::BTreeMap;

/// Translates summaries, statements, and the notes of figures.
pub(super) fn translate(
    scope: &Scope,
    original: &Policy,
    policy: &mut Policy,
    names: &Clauses,
    fallback: &mut PolicyFallback,
    at: &mut Translator,
) {
    let periods: Vec<(usize, Period, Place)> =
        policy.reports.iter().enumerate().map(|(r, report)| (r, report.period, report.place)).collect();
    for (r, period, place) in periods {
        let path = &scope.sources.get(place.file).path;
        let name = path.strip_prefix(&format!("content/policies/{}/", policy.id)).unwrap_or_default();
        let node = scope.file(&policy.id, name).and_then(|file| document::read_yaml(file, at.d));
        let mut fields = node.as_ref().and_then(|node| Fields::of(node, "progress/", at.d));

        let summary = fields.as_mut().and_then(|fields| fields.node("summary"));
        let summary = summary.and_then(|node| Some((decode::markdown(node, "summary", at.d)?, node.place)));
        if at.put_option(summary, &mut policy.reports[r].summary, place) {
            fallback.reports.insert(r);
        }
        let said = fields.as_mut().and_then(|fields| fields.node("clauses"));
        statements(policy, period, said, names, fallback, at);
        let notes = fields.as_mut().and_then(|fields| fields.node("notes"));
        self::notes(&original.indicators, policy, period, notes, at);
        fields.into_iter().for_each(|fields| fields.finish(at.d));
    }
}

/// What was said of clauses in a period.
fn statements(
    policy: &mut Policy,
    period: Period,
    node: Option<&Node>,
    names: &Clauses,
    fallback: &mut PolicyFallback,
    at: &mut Translator,
) {
    let mut found =
        at.by_name(node, "clauses", |name, place, d| Some((names.resolve(name, place, d)?, place)));
    let mut by_clause: BTreeMap<_, _> = BTreeMap::new();
    while let Some(((clause, place), node)) = found.pop_first() {
        by_clause.insert(clause, (node, place));
    }
    for (n, said) in policy.statements.iter_mut().enumerate().filter(|(_, said)| said.period == period) {
        let own = by_clause.remove(&said.clause);
        let mut fields = own.and_then(|(node, _)| Fields::of(node, "clauses", at.d));
        for (key, text) in [
            ("done", &mut said.done),
            ("next", &mut said.next),
            ("obstacle", &mut said.obstacle),
            ("evidence", &mut said.evidence),
            ("reason", &mut said.reason),
            ("decided_by", &mut said.decided_by),
        ] {
            let given = at.field(&mut fields, key);
            if at.put_option(given, text, said.place) {
                fallback.statements.insert(n);
            }
        }
        if let Some((document, _)) = at.field(&mut fields, "document") {
            said.document = Some(document);
        }
        fields.into_iter().for_each(|fields| fields.finish(at.d));
    }
    for (_, place) in by_clause.into_values() {
        at.d.push(Diagnostic::at(content::NOTHING_TO_TRANSLATE, place).with("text", period));
    }
}

/// Notes of figures, by indicator: why a figure was corrected.
fn notes(named: &[Indicator], policy: &mut Policy, period: Period, node: Option<&Node>, at: &mut Translator) {
    let found = at.by_name(node, "notes", |name, place, d| {
        let wanted = fold_name(name);
        let fits = |i: &Indicator| fold_name(&i.id) == wanted || fold_name(&i.name) == wanted;
        let position = named.iter().position(fits);
        if position.is_none() {
            let names = named.iter().flat_map(|i| [i.id.as_str(), i.name.as_str()]);
            let problem = Diagnostic::at(content::UNKNOWN_INDICATOR, place).with("name", name);
            d.push(problem.suggest(name, names));
        }
        position
    });
    for (i, indicator) in policy.indicators.iter_mut().enumerate() {
        for figure in indicator.figures.iter_mut().filter(|figure| figure.period == period) {
            let given = at.entry(found.get(&i).copied(), "notes");
            if let Some(mut remark) = figure.remark.clone() {
                at.put_option(given, &mut remark.note, figure.place());
                *figure = figure.clone().with_remark(Some(remark));
            } else if let Some((text, place)) = given {
                at.d.push(Diagnostic::at(content::NOTHING_TO_TRANSLATE, place).with("text", text));
            }
        }
    }
}
