//! Whose a problem is: the organisation that can put it right.

use super::{Input, overdue};
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Files as _};
use crate::model::{OrgIx, OrganisationKind, Place, Policy, Role};

/// The organisations that a problem is for; none where it is the whole site's.
pub(super) fn of(input: &Input, problem: &Diagnostic) -> Vec<OrgIx> {
    let Some(place) = problem.place else { return Vec::new() };
    let path = input.sources.path(place.file);
    let policy = path.strip_prefix("content/policies/").and_then(|rest| rest.split_once('/'));
    let found = policy.and_then(|(id, file)| {
        let n = input.site.policies.iter().position(|policy| policy.id == id)?;
        if problem.entry == code::ROWS_MISSING {
            return Some(of_rows(input, n, place));
        }
        let policy = &input.site.policies[n];
        let one = match file {
            "indicators.yaml" => of_indicator(policy, place),
            "policy.md" => of_clause(input, policy, place),
            _ => of_figure(policy, place).or_else(|| of_article(input, policy, place)),
        };
        one.or_else(|| of_policy(input, policy)).map(|ix| vec![ix])
    });
    found
        .or_else(|| input.site.organisations.find(&input.site.settings.organisation).map(|ix| vec![ix]))
        .unwrap_or_default()
}

/// Those whose rows are missing.
fn of_rows(input: &Input, n: usize, place: Place) -> Vec<OrgIx> {
    let (policy, assessment) = (&input.site.policies[n], &input.assessments[n]);
    for (indicator, standing) in policy.indicators.iter().zip(&assessment.standings) {
        let breakdown = indicator.breakdowns.iter().find(|breakdown| breakdown.place == place);
        let past = overdue::past_due(indicator, standing, input.as_of);
        if let Some((breakdown, (period, _))) = breakdown.zip(past) {
            return overdue::missing(breakdown, period);
        }
    }
    Vec::new()
}

/// Who reports the indicator that is declared there.
fn of_indicator(policy: &Policy, place: Place) -> Option<OrgIx> {
    let before =
        policy.indicators.iter().filter(|i| i.place.file == place.file && i.place.start <= place.start);
    before.max_by_key(|indicator| indicator.place.start)?.owner
}

/// Who answers first for the clause that it stands in.
fn of_clause(input: &Input, policy: &Policy, place: Place) -> Option<OrgIx> {
    let before = policy.text.clauses.iter().filter(|clause| clause.place.start <= place.start);
    let clause = before.max_by_key(|clause| clause.place.start)?;
    let answering = clause.tails.iter().filter(|tail| tail.role != Role::Support);
    let mut named = answering.flat_map(|tail| &tail.names).filter_map(|name| name.organisation);
    named.find(|ix| input.site.organisations.get(*ix).kind != OrganisationKind::Group)
}

/// Whose figure or row it is.
fn of_figure(policy: &Policy, place: Place) -> Option<OrgIx> {
    policy.indicators.iter().find_map(|indicator| {
        if indicator.figures.iter().any(|figure| figure.place() == place) {
            return indicator.owner;
        }
        let mut rows = indicator.breakdowns.iter().flat_map(|breakdown| &breakdown.rows);
        let row = rows.find(|row| row.figures.iter().any(|figure| figure.place() == place));
        row.map(|row| row.organisation)
    })
}

/// Who wrote the interpretation, or whose case it is.
fn of_article(input: &Input, policy: &Policy, place: Place) -> Option<OrgIx> {
    let mut articles = policy.interpretations.iter().chain(&policy.cases);
    let article = articles.find(|article| article.place.file == place.file)?;
    article.organisation.or_else(|| input.site.organisations.find(article.by.as_deref()?))
}

/// Whom to ask about a policy, or who issued it.
fn of_policy(input: &Input, policy: &Policy) -> Option<OrgIx> {
    let contact = policy.metadata.contact.as_ref().and_then(|contact| contact.organisation);
    contact.or_else(|| input.site.organisations.find(&policy.metadata.issuer))
}
