//! All policies together: what one says of another is resolved here, and only here.

use super::policy::{Draft, Outcome};
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Indicator, Policy, fold_name};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Joins the outcomes of all folders: newest publishing date first, then by id.
pub(crate) fn join(outcomes: Vec<(String, Outcome)>, d: &mut Diagnostics) -> Vec<Arc<Policy>> {
    let ids: Vec<String> = outcomes.iter().map(|(id, _)| id.clone()).collect();
    let mut shown: BTreeMap<String, bool> = BTreeMap::new();
    let mut drafts: Vec<Draft> = Vec::new();
    for (id, outcome) in outcomes {
        // A policy that could not be read is there all the same: nobody else's name for it is wrong.
        shown.insert(id, !matches!(outcome, Outcome::Held));
        if let Outcome::Read(draft) = outcome {
            drafts.push(*draft);
        }
    }
    for draft in &mut drafts {
        check_policies(draft, &ids, d);
        keep_shown(&mut draft.policy, |id| shown.get(id) == Some(&true));
    }
    tell_replaced(&mut drafts);
    share(&mut drafts, &shown, d);
    let mut policies: Vec<Arc<Policy>> = drafts.into_iter().map(|draft| draft.policy).collect();
    policies.sort_by(|a, b| (b.metadata.published, &a.id).cmp(&(a.metadata.published, &b.id)));
    policies
}

/// Leaves out the names of policies that are not shown. One that names none stays the very same.
fn keep_shown(policy: &mut Arc<Policy>, shown: impl Fn(&String) -> bool) {
    let metadata = &policy.metadata;
    let mut named = metadata.based_on.iter().chain(&metadata.replaces).chain(&metadata.amended_by);
    if named.all(&shown) {
        return;
    }
    let metadata = &mut Arc::make_mut(policy).metadata;
    metadata.based_on.retain(&shown);
    metadata.replaces.retain(&shown);
    metadata.amended_by.retain(&shown);
}

/// Tells each policy who replaced it. One that nobody replaced stays the very same.
fn tell_replaced(drafts: &mut [Draft]) {
    let mut replaced: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for draft in drafts.iter() {
        for old in draft.policy.metadata.replaces.iter().filter(|old| **old != draft.policy.id) {
            let by = replaced.entry(old.clone()).or_default();
            if !by.contains(&draft.policy.id) {
                by.push(draft.policy.id.clone());
            }
        }
    }
    for draft in drafts {
        if let Some(by) = replaced.remove(&draft.policy.id) {
            Arc::make_mut(&mut draft.policy).metadata.replaced_by = by;
        }
    }
}

/// Every policy that is named exists, even if it is held back.
fn check_policies(draft: &Draft, ids: &[String], d: &mut Diagnostics) {
    for (id, place) in &draft.policies {
        if !ids.contains(id) {
            let known = ids.iter().map(String::as_str);
            d.push(Diagnostic::at(content::UNKNOWN_POLICY, *place).with("policy", id).suggest(id, known));
        } else if *id == draft.policy.id {
            d.push(Diagnostic::at(content::REFERS_TO_ITSELF, *place).with("policy", id));
        }
    }
}

/// Gives indicators with `same_as` the data of the other policy's; those whose policy is held back go.
fn share(drafts: &mut [Draft], shown: &BTreeMap<String, bool>, d: &mut Diagnostics) {
    let mut copies: Vec<Vec<(usize, Option<Indicator>)>> = Vec::new();
    for draft in drafts.iter() {
        let own = draft.same_as.iter().map(|same_as| {
            let indicator = &draft.policy.indicators[same_as.position];
            (same_as.position, copy(indicator, same_as.named, same_as.place, drafts, shown, d))
        });
        copies.push(own.collect());
    }
    for (draft, copies) in drafts.iter_mut().zip(copies).filter(|(_, copies)| !copies.is_empty()) {
        let indicators = &mut Arc::make_mut(&mut draft.policy).indicators;
        // From the last on, so that positions stay right while indicators are taken out.
        for (position, copy) in copies.into_iter().rev() {
            match copy {
                Some(indicator) => indicators[position] = indicator,
                None => {
                    indicators.remove(position);
                }
            }
        }
    }
}

/// The other policy's indicator under the local id, clause and, where given, name.
fn copy(
    local: &Indicator,
    named: bool,
    place: crate::model::Place,
    drafts: &[Draft],
    shown: &BTreeMap<String, bool>,
    d: &mut Diagnostics,
) -> Option<Indicator> {
    let reference = local.same_as.clone()?;
    let Some(other) = drafts.iter().find(|draft| draft.policy.id == reference.policy) else {
        if !shown.contains_key(&reference.policy) {
            let known = shown.keys().map(String::as_str);
            let problem = Diagnostic::at(content::UNKNOWN_POLICY, place).with("policy", &reference.policy);
            d.push(problem.suggest(&reference.policy, known));
        }
        return None;
    };
    let wanted = fold_name(&reference.indicator);
    let theirs = &other.policy.indicators;
    let found = theirs.iter().find(|i| fold_name(&i.id) == wanted || fold_name(&i.name) == wanted);
    let Some(found) = found else {
        if other.unreadable {
            return None;
        }
        if other.proposed.iter().flatten().any(|name| fold_name(name) == wanted) {
            d.push(Diagnostic::at(data::OF_PROPOSED, place).with("name", &reference.indicator));
            return None;
        }
        let names = theirs.iter().flat_map(|indicator| [indicator.id.as_str(), indicator.name.as_str()]);
        let shows = Words { zh: "那项政策在这里", en: "that policy" };
        let problem = Diagnostic::at(content::UNKNOWN_INDICATOR, place)
            .with("name", &reference.indicator)
            .suggest(&reference.indicator, names);
        d.push(problem.also(other.policy.place, shows));
        return None;
    };
    if found.same_as.is_some() {
        let shows = Words { zh: "它自己也写着 same_as", en: "it has same_as itself" };
        d.push(Diagnostic::at(content::SAME_AS_TWICE, place).also(found.place, shows));
        return None;
    }
    Some(Indicator {
        id: local.id.clone(),
        name: if named { local.name.clone() } else { found.name.clone() },
        clause: local.clause,
        serves: local.serves.clone(),
        same_as: Some(crate::model::IndicatorRef { policy: reference.policy, indicator: found.id.clone() }),
        former_ids: local.former_ids.clone(),
        place: local.place,
        ..found.clone()
    })
}
