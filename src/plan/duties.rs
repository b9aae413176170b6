//! What each organisation answers for: clauses, own rows, indicators it reports. A map over
//! policies, joined by organisation; the pages of organisations are planned and written from it.

use super::kept::Part;
use crate::model::{ClauseIx, OrgIx, OrganisationKind, Policy, Role, Site};
use std::sync::Arc;

/// A row of a breakdown that is an organisation's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnFigure {
    /// The indicator's position.
    pub indicator: usize,
    /// The breakdown's position.
    pub breakdown: usize,
    /// The row's position.
    pub row: usize,
}

/// What an organisation answers for in one policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyDuty {
    /// The policy's position.
    pub policy: usize,
    /// Clauses that name it, the role, and the group through which they do.
    pub clauses: Vec<(ClauseIx, Role, Option<OrgIx>)>,
    /// Its own rows.
    pub figures: Vec<OwnFigure>,
    /// Indicators that it reports.
    pub owns: Vec<usize>,
}

/// What an organisation answers for, by policy, in the order of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duties {
    /// Policies in which it has any duty.
    pub policies: Vec<Arc<PolicyDuty>>,
    /// True where a page stands for it all the same: others were merged into it, or belong to it.
    pub stands: bool,
}

impl Duties {
    /// True where there is nothing to make a page of.
    pub fn is_empty(&self) -> bool {
        self.policies.is_empty() && !self.stands
    }
}

/// Gathers the duties of all organisations, by their position in the register.
pub(super) fn gather(site: &Site, parts: &[Part]) -> Vec<Duties> {
    let mut all = vec![Duties::default(); site.organisations.len()];
    for (ix, duty) in parts.iter().flat_map(|part| part.duties.iter()) {
        all[ix.0 as usize].policies.push(duty.clone());
    }
    // A merged or dependent organisation links to the one that stands for it, which then needs a page.
    for (ix, organisation) in site.organisations.iter() {
        if all[ix.0 as usize].policies.is_empty() {
            continue;
        }
        let merged = organisation.merged_into.map(|(into, _)| into);
        for other in merged.into_iter().chain(organisation.part_of) {
            all[other.0 as usize].stands = true;
        }
    }
    all
}

/// The duties in one policy, by organisation.
pub(super) fn of_policy(site: &Site, n: usize, policy: &Policy) -> Vec<(OrgIx, Arc<PolicyDuty>)> {
    let mut duties = vec![PolicyDuty::default(); site.organisations.len()];
    for (clause_ix, clause) in policy.text.iter() {
        for tail in &clause.tails {
            for organisation in tail.names.iter().filter_map(|name| name.organisation) {
                duties[organisation.0 as usize].clauses.push((clause_ix, tail.role, None));
                let group = site.organisations.get(organisation);
                if group.kind == OrganisationKind::Group {
                    for member in &group.members {
                        let entry = (clause_ix, tail.role, Some(organisation));
                        duties[member.0 as usize].clauses.push(entry);
                    }
                }
            }
        }
    }
    for (i, indicator) in policy.indicators.iter().enumerate() {
        if let Some(owner) = indicator.owner {
            duties[owner.0 as usize].owns.push(i);
        }
        for (b, breakdown) in indicator.breakdowns.iter().enumerate() {
            for (r, row) in breakdown.rows.iter().enumerate() {
                let own = OwnFigure { indicator: i, breakdown: b, row: r };
                duties[row.organisation.0 as usize].figures.push(own);
            }
        }
    }
    duties
        .into_iter()
        .enumerate()
        .filter(|(_, duty)| !duty.clauses.is_empty() || !duty.figures.is_empty() || !duty.owns.is_empty())
        .map(|(ix, mut duty)| {
            duty.policy = n;
            // Named itself and through a group: its own naming counts.
            duty.clauses.sort_by_key(|&(clause, _, group)| (clause, group));
            duty.clauses.dedup_by_key(|&mut (clause, role, _)| (clause, role));
            (OrgIx(ix as u32), Arc::new(duty))
        })
        .collect()
}
