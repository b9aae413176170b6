//! Which pictures a policy has, their pages and sections, and whether `picture.yaml` asks for what the
//! theme has.

use super::{What, urls};
use crate::diagnostic::catalogue::picture as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{ClauseKind, OrgIx, OrganisationKind, Place, Policy, Report, Site};
use crate::theme::Theme;
use std::collections::BTreeSet;

/// Where the templates of 一图读懂 stand in a theme.
pub const POLICY: &str = "picture/policy/";

/// Where those of 一图看进展 stand.
pub const PROGRESS: &str = "picture/progress/";

/// Where those of the picture of an organisation stand.
pub const ORGANISATION: &str = "picture/organisation/";

/// The sections of 一图读懂 where nobody chose.
pub const POLICY_SECTIONS: [&str; 7] =
    ["banner", "goals", "tasks", "calendar", "organisations", "safeguards", "footer"];

/// The sections of 一图看进展.
pub const PROGRESS_SECTIONS: [&str; 6] = ["banner", "indicators", "counts", "verdicts", "next", "footer"];

/// The sections of the picture of an organisation.
pub const ORGANISATION_SECTIONS: [&str; 4] = ["banner", "figures", "clauses", "footer"];

/// The pages of a policy's pictures.
pub(super) fn jobs(site: &Site, n: usize, policy: &Policy) -> Vec<(String, What, Place)> {
    let id = &policy.id;
    let mut jobs = Vec::new();
    if has_picture(policy) {
        jobs.push((urls::picture(id), What::Picture(n), policy.place));
        jobs.push((urls::poster(id), What::Poster(n), policy.place));
    }
    if has_picture(policy) && !sheet_organisations(site, policy).is_empty() {
        jobs.push((urls::sheets(id), What::Sheets(n), policy.place));
    }
    for (r, report) in
        policy.reports.iter().enumerate().filter(|(_, report)| has_progress_picture(policy, report))
    {
        jobs.push((urls::progress_picture(id, report.period), What::ProgressPicture(n, r), report.place));
        if policy.picture.organisations {
            for ix in concerned(policy) {
                let organisation = &site.organisations.get(ix).id;
                let url = urls::organisation_picture(id, report.period, organisation);
                jobs.push((url, What::OrganisationPicture(n, r, ix), report.place));
            }
        }
    }
    jobs
}

/// True where 一图读懂 has more to say than a title.
fn has_picture(policy: &Policy) -> bool {
    let duty = |kind| matches!(kind, ClauseKind::Task | ClauseKind::Safeguard);
    policy.text.clauses.iter().any(|clause| duty(clause.kind))
        || policy
            .indicators
            .iter()
            .any(|indicator| !indicator.targets.is_empty() || !indicator.steps.is_empty())
}

/// True where a period has anything to show: indicators, or what its file says of tasks.
fn has_progress_picture(policy: &Policy, report: &Report) -> bool {
    !policy.indicators.is_empty() || policy.statements.iter().any(|said| said.period == report.period)
}

/// The organisations with a row of their own, in official order.
fn with_rows(policy: &Policy) -> BTreeSet<OrgIx> {
    let breakdowns = policy.indicators.iter().flat_map(|indicator| &indicator.breakdowns);
    breakdowns.flat_map(|breakdown| &breakdown.rows).map(|row| row.organisation).collect()
}

/// Those of them that have a notice board for the public, in official order: each has a sheet.
pub fn sheet_organisations(site: &Site, policy: &Policy) -> Vec<OrgIx> {
    let board = |ix: &OrgIx| {
        matches!(site.organisations.get(*ix).kind, OrganisationKind::Township | OrganisationKind::Park)
    };
    with_rows(policy).into_iter().filter(board).collect()
}

/// The organisations that a policy names, or that have a row in it.
fn concerned(policy: &Policy) -> BTreeSet<OrgIx> {
    let tails = policy.text.clauses.iter().flat_map(|clause| &clause.tails);
    let named = tails.flat_map(|tail| &tail.names).filter_map(|named| named.organisation);
    named.chain(with_rows(policy)).collect()
}

/// The names of the sections of 一图读懂, in order.
pub fn sections(policy: &Policy) -> Vec<&str> {
    match &policy.picture.sections {
        Some(chosen) => chosen.iter().map(|(name, _)| name.as_str()).collect(),
        None => POLICY_SECTIONS.to_vec(),
    }
}

/// Reports sections and icons that the theme does not have.
pub(super) fn check(policy: &Policy, theme: &Theme, d: &mut Diagnostics) {
    for (name, place) in policy.picture.sections.iter().flatten() {
        let known = theme.sections(POLICY);
        if !known.contains(&name.as_str()) {
            let list: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            let problem = Diagnostic::at(code::UNKNOWN_SECTION, *place).with("name", name);
            d.push(problem.with("known", list.join(" / ")).suggest(name, known));
        }
    }
    for (name, place) in policy.picture.icons.values() {
        if theme.icon(name).is_none() {
            d.push(theme.unknown_icon(name, *place));
        }
    }
}
