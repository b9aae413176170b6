//! What a reader can filter the clauses of a policy by: who answers for them, and how they stand.

use super::{Input, organisation, words};
use crate::model::{OrgIx, OrganisationKind, Policy};
use crate::theme::view::{Chip, ClauseView, FilterChoice, FilterGroup, FilterView};
use std::collections::{BTreeMap, BTreeSet};

/// The choices; none where a text is too short, or too silent, to be filtered.
pub(super) fn view(input: &Input, policy: &Policy, clauses: &[ClauseView]) -> Option<FilterView> {
    let stands = |clause: &&ClauseView| {
        clause.reported || clause.state.is_some() || !clause.indicators.is_empty() || !clause.tails.is_empty()
    };
    if clauses.iter().filter(stands).count() < 2 {
        return None;
    }
    let unstated = words::unstated(input.site.settings.language);
    let silent = clauses.iter().any(|clause| clause.reported && clause.state.is_none());
    let stated = clauses.iter().filter_map(|clause| clause.state.as_ref());
    let computed = clauses.iter().flat_map(|clause| &clause.indicators).map(|card| &card.status);
    let view = FilterView {
        organisations: organisations(input, policy),
        states: distinct(stated.chain(silent.then_some(&unstated))),
        statuses: distinct(computed),
    };
    (view != FilterView::default()).then_some(view)
}

/// Each once, in the order of the text.
fn distinct<'a>(chips: impl Iterator<Item = &'a Chip>) -> Vec<Chip> {
    let mut seen = BTreeSet::new();
    chips.filter(|chip| seen.insert(&*chip.key)).cloned().collect()
}

/// Those that the text names, themselves or through a group, in official order.
fn organisations(input: &Input, policy: &Policy) -> Vec<FilterGroup> {
    let site = input.site;
    let tails = policy.text.clauses.iter().flat_map(|clause| &clause.tails);
    let mut named: BTreeMap<OrgIx, BTreeSet<OrgIx>> = BTreeMap::new();
    for ix in tails.flat_map(|tail| &tail.names).filter_map(|name| name.organisation) {
        named.entry(ix).or_default();
        let group = site.organisations.get(ix);
        if group.kind == OrganisationKind::Group {
            for member in &group.members {
                named.entry(*member).or_default().insert(ix);
            }
        }
    }
    let mut groups: Vec<FilterGroup> = Vec::new();
    for (ix, through) in named {
        let one = site.organisations.get(ix);
        let label = input.theme.say(organisation::kind(one.kind), &[]);
        let through: Vec<&str> = through.iter().map(|ix| &*site.organisations.get(*ix).id).collect();
        let choice = FilterChoice { id: one.id.clone(), name: one.name.clone(), through: through.join(" ") };
        match groups.iter_mut().find(|group| group.label == label) {
            Some(group) => group.choices.push(choice),
            None => groups.push(FilterGroup { label, choices: vec![choice] }),
        }
    }
    groups
}
