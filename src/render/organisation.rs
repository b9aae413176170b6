//! An organisation's page: one sentence, whom to call, its clauses and figures by policy.

use super::page::{self, Draft};
use super::{Input, card, clause, own, policy as policy_page, words};
use crate::model::{Breakdown, Indicator, Month, OrgIx, Organisation, OrganisationKind, Show, number};
use crate::plan::{Duties, Job, OwnFigure, PolicyDuty, pictures, urls};
use crate::progress::{RowStanding, RowStatus};
use crate::theme::view::{Duty, Field, Link, OrganisationFigure, OrganisationPage, PageView, PolicyDuties};
use std::ops::Range;

/// How many policies are told in full; of further ones the page has a line each, so that it stays bounded.
const TOLD: usize = 20;
/// How many clauses of a policy are listed.
const LISTED: usize = 30;

/// The page and its view.
pub(super) fn view(
    input: &Input,
    job: &Job,
    ix: OrgIx,
    number: usize,
    told: Range<usize>,
) -> (PageView, OrganisationPage) {
    let site = input.site;
    let organisation = site.organisations.get(ix);
    let duties = &input.plan.duties[ix.0 as usize];
    let last = told.end >= duties.policies.len();
    let neighbour = |number: usize, key: &str| Link {
        title: input.theme.say(key, &[]),
        url: urls::organisation_page(&organisation.id, number),
    };
    let others = |found: &dyn Fn(&Organisation) -> bool| {
        site.organisations
            .iter()
            .filter(|(_, other)| found(other))
            .map(|(ix, _)| words::organisation(input, ix))
            .collect::<Vec<Link>>()
    };
    let (opening, opening_marks) = own::opening(input, organisation, duties);
    let may_fall_due = duties.policies.iter().any(|duty| !duty.owns.is_empty() || !duty.figures.is_empty());
    let view = OrganisationPage {
        opening,
        opening_marks,
        phone: organisation.phone.clone().unwrap_or_default(),
        month: if may_fall_due { Month::of(input.as_of).name(site.settings.language) } else { String::new() },
        due: own::due(input, duties),
        name: organisation.name.clone(),
        kind: input.theme.say(kind(organisation.kind), &[]),
        sentence: sentence(input, organisation, duties),
        fields: fields(input, organisation),
        part_of: organisation.part_of.map(|ix| words::organisation(input, ix)),
        parts: others(&|other| other.part_of == Some(ix)),
        merged_into: organisation.merged_into.map(|(ix, _)| words::organisation(input, ix)),
        took_over: others(&|other| other.merged_into.is_some_and(|(into, _)| into == ix)),
        members: organisation.members.iter().map(|ix| words::organisation(input, *ix)).collect(),
        policies: told.map(|n| of_policy(input, ix, &duties.policies[n], n < TOLD)).collect(),
        previous: number.checked_sub(1).map(|number| neighbour(number, "list_previous")),
        next: (!last).then(|| neighbour(number + 1, "list_next")),
    };
    let draft = Draft {
        kind: "organisation",
        title: organisation.name.clone(),
        description: if view.opening.is_empty() { view.sentence.clone() } else { view.opening.clone() },
        column_type: "机构职能",
        as_of: duties.policies.iter().filter_map(|duty| input.assessments[duty.policy].as_of).max(),
        contact: organisation
            .phone
            .as_ref()
            .map_or(String::new(), |phone| format!("{} {phone}", organisation.name)),
        ..Draft::default()
    };
    (page::page(input, job, draft), view)
}

/// What it is, in words.
pub(super) fn kind(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Department => "org_department",
        OrganisationKind::Township => "org_township",
        OrganisationKind::Park => "org_park",
        OrganisationKind::Vertical => "org_vertical",
        OrganisationKind::Institution => "org_institution",
        OrganisationKind::Enterprise => "org_enterprise",
        OrganisationKind::Group => "org_group",
    }
}

/// The sentence that opens the page: in how many policies it answers for how many clauses.
fn sentence(input: &Input, organisation: &Organisation, duties: &Duties) -> String {
    let policies = &duties.policies;
    let clauses: usize = policies.iter().map(|policy| policy.clauses.len()).sum();
    let with_clauses = policies.iter().filter(|policy| !policy.clauses.is_empty()).count();
    let figures: usize = policies.iter().map(|policy| policy.figures.len()).sum();
    let (clauses_text, policies_text, figures_text) =
        (clauses.to_string(), with_clauses.to_string(), figures.to_string());
    let blanks = [
        ("name", &*organisation.name),
        ("clauses", &*clauses_text),
        ("policies", &*policies_text),
        ("figures", &*figures_text),
    ];
    let key = match (clauses, figures) {
        (0, 0) => "org_sentence_none",
        (_, 0) => "org_sentence_clauses",
        (0, _) => "org_sentence_figures",
        _ => "org_sentence_both",
    };
    input.theme.say(key, &blanks)
}

/// What is known of it.
fn fields(input: &Input, organisation: &Organisation) -> Vec<Field> {
    let former = organisation.former.iter().map(|former| former.name.clone()).collect::<Vec<_>>().join("、");
    [
        ("field_address", organisation.address.clone()),
        ("field_hours", organisation.hours.clone()),
        ("field_website", organisation.website.clone()),
        ("field_code", organisation.code.clone()),
        ("field_former", Some(former).filter(|former| !former.is_empty())),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some(Field { label: input.theme.say(key, &[]), value: value? }))
    .collect()
}

/// What it answers for in one policy.
fn of_policy(input: &Input, ix: OrgIx, duty: &PolicyDuty, told: bool) -> PolicyDuties {
    let (policy, assessment) = input.policy(duty.policy);
    let mut view = PolicyDuties {
        id: policy.id.clone(),
        policy: policy_page::way(input, policy),
        count: duty.clauses.len(),
        ..PolicyDuties::default()
    };
    if !told {
        return view;
    }
    let language = input.site.settings.language;
    view.duties = duty
        .clauses
        .iter()
        .take(LISTED)
        .map(|&(ix, role, group)| {
            let standing = &assessment.clauses[ix.0 as usize];
            let link = words::clause(policy, ix);
            Duty {
                title: link.title,
                url: link.url,
                role: clause::role(input, role),
                through: group.map_or(String::new(), |ix| input.site.organisations.get(ix).name.clone()),
                state: standing.state.map(|state| words::chip(state, language)),
                indicators: standing
                    .indicators
                    .iter()
                    .map(|&i| card::link(input, policy, assessment, i))
                    .collect(),
            }
        })
        .collect();
    view.figures = duty
        .figures
        .iter()
        .map(|own| {
            let indicator = &policy.indicators[own.indicator];
            let standing = &assessment.standings[own.indicator].breakdowns[own.breakdown];
            figure(input, policy, indicator, *own, &standing.rows[own.row], standing.column)
        })
        .collect();
    let sheets = input.plan.made(urls::sheets(&policy.id));
    if !sheets.is_empty() && !view.figures.is_empty() {
        let at = pictures::sheet_organisations(input.site, policy).iter().position(|other| *other == ix);
        view.sheet_url = at.map_or(String::new(), |at| format!("{sheets}#sheet-{}", at + 1));
    }
    view.owns = duty.owns.iter().map(|&i| card::link(input, policy, assessment, i)).collect();
    view
}

/// One of its own figures.
fn figure(
    input: &Input,
    policy: &crate::model::Policy,
    indicator: &Indicator,
    own: OwnFigure,
    at: &RowStanding,
    column: Option<usize>,
) -> OrganisationFigure {
    let language = input.site.settings.language;
    let breakdown: &Breakdown = &indicator.breakdowns[own.breakdown];
    let row = &breakdown.rows[own.row];
    let newest = at.newest.map(|n| &row.figures[n]);
    let target = column.zip(at.target).map_or(String::new(), |(column, target)| {
        let (period, value) = (breakdown.columns[column].name(language), number(target));
        let blanks = [("period", &*period), ("value", &*value), ("unit", &*indicator.unit)];
        input.theme.say("own_target", &blanks)
    });
    let link = Link { title: indicator.name.clone(), url: urls::indicator(&policy.id, &indicator.id) };
    let columns = breakdown
        .columns
        .iter()
        .enumerate()
        .zip(&row.targets)
        .map(|((n, period), cell)| {
            let name = period.name(language);
            let baseline = n == 0 && breakdown.baseline_column;
            let label =
                if baseline { input.theme.say("column_baseline", &[("period", &name)]) } else { name };
            Field { label, value: cell.map_or("—".into(), number) }
        })
        .collect();
    let mut view = OrganisationFigure {
        indicator: link,
        unit: indicator.unit.clone(),
        now: newest.map_or("—".into(), |figure| number(figure.value)),
        period: newest.map_or(String::new(), |figure| figure.period.name(language)),
        remaining: at.remaining.filter(|rest| *rest > 0.0).map_or(String::new(), number),
        sentence: String::new(),
        target,
        columns,
        status: (breakdown.show == Show::Status).then(|| words::chip(at.status, language)),
        marks: words::quality(input, breakdown.quality).into_iter().collect(),
    };
    view.sentence = own_sentence(input, &view, at);
    view
}

/// Target this year, now, what is missing: one sentence.
fn own_sentence(input: &Input, view: &OrganisationFigure, at: &RowStanding) -> String {
    let blanks = [
        ("name", &*view.indicator.title),
        ("target", &*view.target),
        ("period", &*view.period),
        ("now", &*view.now),
        ("unit", &*view.unit),
        ("rest", &*view.remaining),
    ];
    let key = match (at.status, view.period.is_empty(), view.remaining.is_empty()) {
        _ if view.target.is_empty() && at.status != RowStatus::NoTask => "own_without_target",
        (RowStatus::Awaiting, ..) => "own_awaiting",
        (RowStatus::NoTask, true, _) => "own_no_task",
        (RowStatus::NoTask, false, _) => "own_no_task_reported",
        (_, true, _) => "own_unreported",
        (_, false, true) => "own_met",
        (_, false, false) => "own_rest",
    };
    input.theme.say(key, &blanks)
}
