//! The view of 一图看进展 of one organisation: its own figures and the tasks that name it.

use super::{goals, policy as policy_view, progress as progress_view};
use crate::model::{ClauseIx, ClauseKind, OrgIx, OrganisationKind, Policy, Quality, number};
use crate::plan::urls;
use crate::progress::{self, Assessment, amount};
use crate::render::Input;
use crate::theme::view::{OrganisationPicture, OwnLineView};

/// The picture of one organisation at the end of a period.
pub(super) fn view(input: &Input, policy: &Policy, r: usize, ix: OrgIx) -> OrganisationPicture {
    let language = input.site.settings.language;
    let report = &policy.reports[r];
    let assessment = progress::assess(policy, report.as_of, &input.site.settings.bands);
    let figures = figures(input, policy, &assessment, ix);
    let invented = figures.iter().any(|figure| !figure.illustrative.is_empty())
        || report.quality == Quality::Illustrative;
    let address = policy_view::address(input, &urls::bulletin(&policy.id, report.period));
    OrganisationPicture {
        kind: "organisation".into(),
        organisation: input.site.organisations.get(ix).name.clone(),
        title: policy_view::title(policy),
        full_title: policy.metadata.title.clone(),
        period: report.period.name(language),
        as_of: progress_view::as_of(input, policy, r),
        figures,
        clauses: named(input, policy, ix)
            .map(|clause| progress_view::clause(input, policy, &assessment, clause))
            .collect(),
        source: policy_view::source(input, policy),
        publisher: input.site.settings.organisation.clone(),
        edition: progress_view::edition(input, policy, r),
        notice: input.site.settings.notice.clone().unwrap_or_default(),
        illustrative: if invented { goals::example(language) } else { String::new() },
        qr: address.clone(),
        address,
    }
}

/// Its own rows: the newest figure, this year's target, what is missing.
fn figures(input: &Input, policy: &Policy, assessment: &Assessment, ix: OrgIx) -> Vec<OwnLineView> {
    let language = input.site.settings.language;
    let mut lines = Vec::new();
    for (indicator, standing) in policy.indicators.iter().zip(&assessment.standings) {
        for (breakdown, at) in indicator.breakdowns.iter().zip(&standing.breakdowns) {
            let rows = breakdown.rows.iter().zip(&at.rows);
            for (row, own) in rows.filter(|(row, _)| row.organisation == ix) {
                let year = at.column.map(|column| breakdown.columns[column].end_label(language));
                let words = |value: f64| amount(value, &indicator.unit, language);
                let target = |(year, target): (&String, f64)| {
                    input.theme.say("picture_own_target", &[("by", year), ("target", &words(target))])
                };
                let rest = own.remaining.filter(|rest| *rest > 0.0);
                let newest =
                    own.newest.map(|n| &row.figures[n]).filter(|figure| Some(figure.period) == at.period);
                lines.push(OwnLineView {
                    name: indicator.name.clone(),
                    value: newest.map(|figure| number(figure.value)).unwrap_or_default(),
                    unit: indicator.unit.clone(),
                    target: year.as_ref().zip(own.target).map(target).unwrap_or_default(),
                    remaining: newest
                        .and(rest)
                        .map(|rest| input.theme.say("picture_own_rest", &[("rest", &words(rest))]))
                        .unwrap_or_default(),
                    illustrative: match breakdown.quality.max(indicator.quality) {
                        Quality::Illustrative => goals::example(language),
                        _ => String::new(),
                    },
                });
            }
        }
    }
    lines
}

/// The tasks and safeguards that name it, itself or through a group.
fn named(input: &Input, policy: &Policy, ix: OrgIx) -> impl Iterator<Item = ClauseIx> {
    let stands_for = move |other: OrgIx| {
        let organisation = input.site.organisations.get(other);
        other == ix || (organisation.kind == OrganisationKind::Group && organisation.members.contains(&ix))
    };
    policy.text.iter().filter_map(move |(clause_ix, clause)| {
        let duty = matches!(clause.kind, ClauseKind::Task | ClauseKind::Safeguard);
        let mut names = clause.tails.iter().flat_map(|tail| &tail.names);
        (duty && names.any(|named| named.organisation.is_some_and(stands_for))).then_some(clause_ix)
    })
}
