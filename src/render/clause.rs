//! A clause with its live status, who answers for it, and what was said last.

use super::{Input, card, language, links, words};
use crate::diagnostic::Diagnostics;
use crate::model::{Clause, ClauseIx, ClauseKind, Place, Policy, Role, Tail};
use crate::plan::urls;
use crate::progress::Assessment;
use crate::theme::view::{ClauseView, NameView, StatementView, TailView};

/// A clause without its text, for lists.
pub(super) fn brief(input: &Input, policy: &Policy, assessment: &Assessment, ix: ClauseIx) -> ClauseView {
    let language = input.site.settings.language;
    let clause = policy.text.clause(ix);
    let missing = input.site.fallback.of(&policy.id);
    let standing = &assessment.clauses[ix.0 as usize];
    let counted = matches!(clause.kind, ClauseKind::Task | ClauseKind::Safeguard);
    ClauseView {
        kind: kind(clause.kind).into(),
        level: clause.level,
        heading_level: (clause.level + 1).min(6),
        label: clause.printed_label(),
        heading: clause.heading.clone(),
        anchor: clause.anchor.clone(),
        path: clause.path.clone(),
        url: urls::clause(&policy.id, &clause.anchor),
        body: String::new(),
        only: language::only(input, missing.is_some_and(|missing| missing.clauses.contains(&ix))),
        tails: clause.tails.iter().map(|tail| tail_view(input, tail)).collect(),
        state: standing.state.map(|state| words::chip(state, language)),
        reported: assessment.stated && counted,
        statement: standing.statement.map(|n| statement(input, policy, n)),
        indicators: standing
            .indicators
            .iter()
            .map(|&i| card::card(input, policy, assessment, i, card::Detail::Name))
            .collect(),
        above: above(policy, clause),
    }
}

/// A clause with its text, links resolved.
pub(super) fn whole(
    input: &Input,
    policy: &Policy,
    assessment: &Assessment,
    ix: ClauseIx,
    from: &links::From,
    d: &mut Diagnostics,
) -> ClauseView {
    let clause = policy.text.clause(ix);
    let from = links::From { place: clause.place, ..*from };
    let body = links::rewrite(input, &clause.body, &from, d);
    ClauseView { body, ..brief(input, policy, assessment, ix) }
}

/// A text of a policy as it stands on the policy's page: its links lead from there.
pub fn prose(input: &Input, policy: &Policy, html: &str, place: Place, d: &mut Diagnostics) -> String {
    let source = format!("content/policies/{}/policy.md", policy.id);
    let page = urls::policy(&policy.id);
    links::rewrite(input, html, &links::From { source: &source, page: &page, place }, d)
}

/// The kind as the contract names it.
fn kind(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Part => "part",
        ClauseKind::Section => "section",
        ClauseKind::Task => "task",
        ClauseKind::Safeguard => "safeguard",
        ClauseKind::Other => "other",
    }
}

/// A tail with links; a label that the text leaves out is filled from the theme.
fn tail_view(input: &Input, tail: &Tail) -> TailView {
    let names = tail
        .names
        .iter()
        .map(|named| {
            let organisation = named.organisation;
            NameView {
                name: named.name.clone(),
                url: organisation
                    .and_then(|ix| input.plan.organisation_url(input.site, ix))
                    .unwrap_or_default(),
                id: organisation.map_or(String::new(), |ix| input.site.organisations.get(ix).id.clone()),
            }
        })
        .collect();
    let label = if tail.label.is_empty() { role(input, tail.role) } else { tail.label.clone() };
    TailView { label, names, open: tail.open }
}

/// A role in words.
pub(super) fn role(input: &Input, role: Role) -> String {
    let key = match role {
        Role::Responsible => "role_responsible",
        Role::Lead => "role_lead",
        Role::Support => "role_support",
    };
    input.theme.say(key, &[])
}

/// What an organisation says.
fn statement(input: &Input, policy: &Policy, n: usize) -> StatementView {
    let statement = &policy.statements[n];
    let missing = input.site.fallback.of(&policy.id).is_some_and(|missing| missing.statements.contains(&n));
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let reason = [&statement.reason, &statement.decided_by, &statement.document];
    let bulletin = policy.reports.iter().any(|report| report.period == statement.period);
    StatementView {
        period: statement.period.name(input.site.settings.language),
        url: if bulletin { urls::bulletin(&policy.id, statement.period) } else { String::new() },
        done: text(&statement.done),
        next: text(&statement.next),
        obstacle: text(&statement.obstacle),
        evidence: text(&statement.evidence),
        reason: reason
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(&input.theme.say("reason_comma", &[])),
        only: language::only(input, missing),
        marks: words::quality(input, statement.quality).into_iter().collect(),
    }
}

/// The headings above a clause, outermost first.
fn above(policy: &Policy, clause: &Clause) -> Vec<String> {
    let mut above = Vec::new();
    let mut parent = clause.parent;
    while let Some(ix) = parent {
        let clause = policy.text.clause(ix);
        above.push(clause.title());
        parent = clause.parent;
    }
    above.reverse();
    above
}
