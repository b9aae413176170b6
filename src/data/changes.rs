//! `data/changes.json`: what changed last, newest first; documented in `docs/changes.md`.

use super::{data_source, maybe, round, write};
use crate::changes::{Change, Changes, Publication, Reading, What, say};
use crate::model::{Indicator, Policy, Site, Target};
use crate::plan::urls;
use crate::progress::{Judged, Worded as _};
use serde_json::{Map, Value, json};

/// The changes as JSON.
pub fn changes_json(site: &Site, changes: &Changes) -> String {
    let publications: Vec<Value> =
        changes.publications.iter().map(|publication| publication_json(site, publication)).collect();
    write(&json!({
        "title": site.settings.title,
        "language": site.settings.language.tag(),
        "notice": site.settings.notice,
        "since": changes.since.map(|since| since.to_string()),
        "more": changes.more,
        "publications": publications,
    }))
}

fn publication_json(site: &Site, publication: &Publication) -> Value {
    let policy = &site.policies[publication.policy];
    let bulletins = publication.reports.iter().map(|&r| urls::bulletin(&policy.id, policy.reports[r].period));
    json!({
        "date": publication.moment.date.to_string(),
        "published": publication.moment.stamp(),
        "compared_with": publication.before.map(|before| before.to_string()),
        "policy": { "id": policy.id, "title": policy.metadata.title, "url": urls::policy(&policy.id) },
        "bulletins": bulletins.collect::<Vec<_>>(),
        "changes": publication
            .changes
            .iter()
            .map(|change| change_json(site, publication, change))
            .collect::<Vec<_>>(),
    })
}

/// What every change has, then what only its kind has.
fn change_json(site: &Site, publication: &Publication, change: &Change) -> Value {
    let policy = &site.policies[publication.policy];
    let language = site.settings.language;
    let mut map = Map::new();
    map.insert("kind".into(), change.what.key().into());
    map.insert("quality".into(), change.quality.key().into());
    let own = own_json(policy, &change.what);
    if let Some(indicator) = change.what.indicator().map(|n| &policy.indicators[n]) {
        map.insert("indicator".into(), indicator.id.clone().into());
        map.insert("unit".into(), indicator.unit.clone().into());
        map.insert("data_source".into(), data_source(site, policy, indicator).into());
        let period = match &change.what {
            What::Figure { new, .. } | What::Revision { new, .. } => Some(new.period),
            _ => None,
        };
        let figure = |at| indicator.figures.iter().find(|figure| figure.period == at);
        if let Some(figure) = period.and_then(figure) {
            map.insert("as_of".into(), figure.as_of.to_string().into());
        }
    }
    if let Value::Object(own) = own {
        map.extend(own);
    }
    map.insert("url".into(), urls::change(policy, publication, change).into());
    map.insert("sentence".into(), say(policy, change, language).line(language).into());
    Value::Object(map)
}

fn own_json(policy: &Policy, what: &What) -> Value {
    let indicator = |n: &usize| &policy.indicators[*n];
    let reading = |of: &Reading| json!({ "period": of.period.to_string(), "value": round(of.value) });
    match what {
        What::Policy | What::Ended => json!({}),
        What::Targets { indicator: n, change } => {
            let change = &indicator(n).changes[*change];
            json!({
                "from": change.from.to_string(), "document": change.document, "reason": change.reason,
                "targets": change.targets.iter().map(target).collect::<Vec<_>>(),
            })
        }
        What::Figure { new, old, corrected, .. } => json!({
            "period": new.period.to_string(),
            "value": round(new.value),
            "before": old.as_ref().map(reading),
            "difference": maybe(old.map(|old| new.value - old.value)),
            "corrected": corrected.map(|(value, on)| json!({ "value": round(value), "on": on.to_string() })),
        }),
        What::Verdict { indicator: n, from, judged, step } => {
            let step = step.map(|(step, on)| (&indicator(n).steps[step].name, on));
            json!({
                "from": from.key(),
                "to": judged.verdict.key(),
                "target": target(&judged.target),
                "step": step.map(|(name, _)| name),
                "reached": step.and_then(|(_, on)| Some(on?.to_string())),
                "at": judged.at.map(|at| at.to_string()),
                "actual": actual(indicator(n), judged),
            })
        }
        What::Status { from, then, .. } => json!({
            "from": from.key(),
            "to": then.standing.status.key(),
            "period": then.standing.period.map(|period| period.to_string()),
        }),
        What::Revision { new, was, on, note, .. } => json!({
            "period": new.period.to_string(), "was": round(*was), "value": round(new.value),
            "revised": on.map(|on| on.to_string()), "note": note,
        }),
        What::Rows { indicator: n, breakdown, rows, period } => json!({
            "breakdown": indicator(n).breakdowns[*breakdown].id, "rows": rows, "period": period.to_string(),
        }),
        What::RowsRevised { indicator: n, breakdown, rows } => {
            json!({ "breakdown": indicator(n).breakdowns[*breakdown].id, "rows": rows })
        }
        What::State { clause, from, to, statement } => json!({
            "clause": policy.text.clause(*clause).path,
            "from": from.map(|from| from.key()),
            "to": to.key(),
            "period": policy.statements[*statement].period.to_string(),
        }),
        What::Reported { clauses } => json!({ "clauses": clauses }),
        What::Interpretation(x) => json!({ "id": policy.interpretations[*x].id }),
        What::Case(x) => json!({ "id": policy.cases[*x].id }),
    }
}

fn target(target: &Target) -> Value {
    json!({ "by": target.by.to_string(), "word": target.word.key(), "value": round(target.value) })
}

/// The figure that decided; a step has only a day.
fn actual(indicator: &Indicator, judged: &Judged) -> Value {
    if indicator.steps.is_empty() { maybe(judged.actual) } else { Value::Null }
}
