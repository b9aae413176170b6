//! `policies/ID/data/progress.json`.

use super::deviations::{in_day, in_quality};
use super::{FORMAT, Round, aligned, data_source, effective, maybe, periods, round, write};
use crate::model::{
    Breakdown, Clause, Figure, Indicator, Kind, Month, Period, Policy, Quality, Resets, Row, Site, fold_name,
};
use crate::progress::{
    self, Assessment, BreakdownStanding, ClauseStanding, Forecast, Judged, Marks, RowStanding, Standing,
    Worded as _,
};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The file.
#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    policy: Head<'a>,
    as_of: Option<String>,
    notice: &'a Option<String>,
    licence: Option<Value>,
    periods: Vec<String>,
    indicators: Vec<IndicatorData<'a>>,
    clauses: Vec<ClauseData<'a>>,
}

/// An indicator: what it is, how it stands, and the rows of its breakdowns.
#[derive(Serialize)]
struct IndicatorData<'a> {
    id: &'a str,
    name: &'a str,
    unit: &'a str,
    kind: &'static str,
    definition: &'a Option<String>,
    source: &'a Option<String>,
    data_source: &'a str,
    baseline: Option<Value>,
    targets: Vec<Value>,
    values: Vec<Option<Round>>,
    qualities: Vec<Option<&'static str>>,
    values_as_of: Vec<Option<String>>,
    attained: Option<Round>,
    due: Option<Round>,
    planned: Option<Round>,
    gap: Option<Round>,
    gap_points: Option<Round>,
    gap_months: Option<Round>,
    status: &'static str,
    marks: Vec<&'static str>,
    need: Option<Value>,
    had: Option<Round>,
    forecast: Option<String>,
    sentence: String,
    revisions: Vec<Value>,
    breakdowns: Vec<BreakdownData<'a>>,
}

/// A breakdown with its rows; rows carry no sentences.
#[derive(Serialize)]
struct BreakdownData<'a> {
    id: &'a str,
    title: &'a str,
    quality: &'static str,
    unit: &'a str,
    data_source: &'a str,
    columns: Vec<String>,
    exceptions: Vec<Value>,
    rows: Vec<RowData<'a>>,
}

/// A row.
#[derive(Serialize)]
struct RowData<'a> {
    organisation: OrganisationData<'a>,
    targets: Vec<Option<Round>>,
    values: Vec<Option<Round>>,
    target_now: Option<Round>,
    remaining: Option<Round>,
    status: &'static str,
}

/// A clause: who answers for it, and how it stands.
#[derive(Serialize)]
struct ClauseData<'a> {
    path: &'a str,
    anchor: &'a str,
    heading: &'a str,
    organisations: Vec<OrganisationData<'a>>,
    open: bool,
    state: Option<&'static str>,
    status: Vec<&'static str>,
    indicators: Vec<&'a str>,
}

/// An organisation; without an id where the register lacks it.
#[derive(Serialize)]
struct OrganisationData<'a> {
    id: Option<&'a str>,
    name: &'a str,
}

/// The policy, to cite it.
#[derive(Serialize)]
struct Head<'a> {
    id: &'a str,
    title: &'a str,
    document_number: &'a Option<String>,
    issuer: &'a str,
    issued: String,
    published: String,
    force: &'static str,
    repealed: Option<Value>,
    replaced_by: &'a [String],
    amended_by: &'a [String],
}

/// A policy with its assessment as JSON.
pub fn policy_json((policy, assessment): (&Policy, &Assessment), site: &Site, as_of: Date) -> String {
    let metadata = &policy.metadata;
    let periods = reported(policy);
    let repealed = metadata.repealed.as_ref().map(
        |repeal| json!({ "on": repeal.on.to_string(), "document": repeal.document, "reason": repeal.reason }),
    );
    let file = File {
        format: FORMAT,
        licence: licence(site),
        policy: Head {
            id: &policy.id,
            title: &metadata.title,
            document_number: &metadata.document_number,
            issuer: &metadata.issuer,
            issued: metadata.issued.to_string(),
            published: metadata.published.stamp(),
            force: policy.force(as_of).key(),
            repealed,
            replaced_by: &metadata.replaced_by,
            amended_by: &metadata.amended_by,
        },
        as_of: assessment.as_of.map(|date| date.to_string()),
        notice: &site.settings.notice,
        periods: periods.iter().map(Period::to_string).collect(),
        indicators: policy
            .indicators
            .iter()
            .zip(&assessment.standings)
            .map(|(indicator, standing)| indicator_json((policy, indicator), standing, &periods, site))
            .collect(),
        clauses: clauses(policy, assessment, site),
    };
    write(&file)
}

/// All periods for which anything was reported, in order.
fn reported(policy: &Policy) -> Vec<Period> {
    let mut all = periods(policy.indicators.iter().flat_map(|indicator| {
        let rows = indicator.breakdowns.iter().flat_map(|breakdown| &breakdown.rows);
        rows.map(|row| &*row.figures).chain([&*indicator.figures])
    }));
    all.extend(policy.reports.iter().map(|report| report.period));
    all.sort_unstable();
    all.dedup();
    all
}

/// Figures aligned with the periods.
fn values(figures: &[Figure], periods: &[Period]) -> Vec<Option<Round>> {
    aligned(figures, periods).map(|value| value.map(Round)).collect()
}

/// Something of each figure, aligned with the periods.
fn of_figures<T>(figures: &[Figure], periods: &[Period], of: impl Fn(&Figure) -> T) -> Vec<Option<T>> {
    let find = |period: &Period| {
        figures.binary_search_by(|figure| figure.period.cmp(period)).ok().map(|at| of(&figures[at]))
    };
    periods.iter().map(find).collect()
}

/// Under which terms the data may be used; null where the site does not say.
pub(super) fn licence(site: &Site) -> Option<Value> {
    site.settings.licence.as_ref().map(|licence| json!({ "name": licence.name, "url": licence.url }))
}

/// The figures of a breakdown that are of another quality than the breakdown, or of another day than their period's
/// last, together where they are alike; `organisations` is null where all that reported for the period are meant.
fn exceptions(breakdown: &Breakdown, site: &Site) -> Vec<Value> {
    let mut alike: BTreeMap<(Period, Quality, Date), Vec<&str>> = BTreeMap::new();
    let mut reported: BTreeMap<Period, usize> = BTreeMap::new();
    for row in &breakdown.rows {
        for figure in &row.figures {
            *reported.entry(figure.period).or_default() += 1;
            if in_quality(breakdown, figure) || in_day(figure) {
                let what = (figure.period, effective(figure, breakdown.quality), figure.as_of);
                alike.entry(what).or_default().push(&site.organisations.get(row.organisation).id);
            }
        }
    }
    let exception = |((period, quality, as_of), organisations): ((Period, Quality, Date), Vec<&str>)| {
        let all = reported.get(&period) == Some(&organisations.len());
        json!({
            "period": period.to_string(),
            "quality": quality.key(),
            "as_of": as_of.to_string(),
            "organisations": (!all).then_some(organisations),
        })
    };
    alike.into_iter().map(exception).collect()
}

/// `level`, `cumulative` …
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Level => "level",
        Kind::Cumulative(Resets::Never) => "cumulative",
        Kind::Cumulative(Resets::Yearly) => "cumulative-yearly",
        Kind::KeepAtLeast => "keep-at-least",
        Kind::KeepAtMost => "keep-at-most",
        Kind::Milestone => "milestone",
        Kind::Trend(_) => "trend",
    }
}

/// One indicator.
fn indicator_json<'a>(
    (policy, indicator): (&'a Policy, &'a Indicator),
    standing: &Standing,
    periods: &[Period],
    site: &'a Site,
) -> IndicatorData<'a> {
    let breakdowns = indicator
        .breakdowns
        .iter()
        .zip(&standing.breakdowns)
        .map(|(breakdown, at)| breakdown_json((policy, indicator), breakdown, at, periods, site))
        .collect();
    let revisions: Vec<Value> = indicator
        .figures
        .iter()
        .filter_map(|figure| {
            let (was, on) = figure.was()?;
            Some(
                json!({ "period": figure.period.to_string(), "was": round(was), "value": round(figure.value),
                "revised": on.map(|on| on.to_string()), "note": figure.note() }),
            )
        })
        .collect();
    let number = |value: Option<f64>| value.map(Round);
    IndicatorData {
        id: &indicator.id,
        name: &indicator.name,
        unit: &indicator.unit,
        kind: kind(indicator.kind),
        definition: &indicator.definition,
        source: &indicator.source,
        data_source: data_source(site, policy, indicator),
        baseline: indicator.baseline.map(|baseline| {
            json!({
                "period": baseline.period.to_string(),
                "value": round(baseline.value),
                "quality": baseline.quality.key(),
            })
        }),
        targets: standing
            .verdicts
            .iter()
            .enumerate()
            .map(|(n, judged)| target(indicator, n, judged))
            .collect(),
        values: values(&indicator.figures, periods),
        qualities: of_figures(&indicator.figures, periods, |figure| {
            effective(figure, indicator.quality).key()
        }),
        values_as_of: of_figures(&indicator.figures, periods, |figure| figure.as_of.to_string()),
        attained: number(standing.attained),
        due: number(standing.due),
        planned: number(standing.planned),
        gap: number(standing.gap),
        gap_points: number(standing.gap_points),
        gap_months: number(standing.gap_months),
        status: standing.status.key(),
        marks: marks(&standing.marks),
        need: standing.need.as_ref().map(|need| {
            json!({
                "by": need.target.by.to_string(), "rest": round(need.rest), "months": need.months,
                "monthly": round(need.monthly),
            })
        }),
        had: number(standing.had),
        forecast: standing.forecast.as_ref().and_then(forecast),
        sentence: progress::sentence(indicator, standing, site.settings.language),
        revisions,
        breakdowns,
    }
}

/// The keys of the marks that stand beside the status.
fn marks(marks: &Marks) -> Vec<&'static str> {
    [
        (marks.stale.is_some(), "stale"),
        (marks.below_baseline, "below-baseline"),
        (marks.provisional, "provisional"),
        (marks.estimated, "estimated"),
        (marks.revised.is_some(), "revised"),
        (marks.illustrative, "illustrative"),
    ]
    .into_iter()
    .filter_map(|(holds, key)| holds.then_some(key))
    .collect()
}

/// One target; of a milestone, its step.
fn target(indicator: &Indicator, n: usize, judged: &Judged) -> Value {
    let step = indicator.steps.get(n).filter(|_| indicator.kind == Kind::Milestone);
    json!({
        "by": judged.target.by.to_string(),
        "word": judged.target.word.key(),
        "value": round(judged.target.value),
        "step": step.map(|step| &step.name),
        "verdict": judged.verdict.key(),
        "at": judged.at.map(|at| at.to_string()),
        "actual": maybe(judged.actual),
        "replaced": judged.replaced,
    })
}

/// The month, where one can be told.
fn forecast(forecast: &Forecast) -> Option<String> {
    let month = |month: &Month| Period::Month(*month).to_string();
    match forecast {
        Forecast::Month(at) => Some(month(at)),
        Forecast::TooFew | Forecast::Never => None,
    }
}

/// One breakdown with its rows.
fn breakdown_json<'a>(
    (policy, indicator): (&'a Policy, &'a Indicator),
    breakdown: &'a Breakdown,
    at: &BreakdownStanding,
    periods: &[Period],
    site: &'a Site,
) -> BreakdownData<'a> {
    let row = |(row, standing): (&'a Row, &RowStanding)| {
        let organisation = site.organisations.get(row.organisation);
        RowData {
            organisation: OrganisationData { id: Some(&organisation.id), name: &organisation.name },
            targets: row.targets.iter().map(|target| target.map(Round)).collect(),
            values: values(&row.figures, periods),
            target_now: standing.target.map(Round),
            remaining: standing.remaining.map(Round),
            status: standing.status.key(),
        }
    };
    BreakdownData {
        id: &breakdown.id,
        title: &breakdown.title,
        quality: breakdown.quality.key(),
        unit: &indicator.unit,
        data_source: data_source(site, policy, indicator),
        exceptions: exceptions(breakdown, site),
        columns: breakdown.columns.iter().map(Period::to_string).collect(),
        rows: breakdown.rows.iter().zip(&at.rows).map(row).collect(),
    }
}

/// The clauses, each with its own tail, groups unexpanded.
fn clauses<'a>(policy: &'a Policy, assessment: &Assessment, site: &'a Site) -> Vec<ClauseData<'a>> {
    let clause = |(clause, standing): (&'a Clause, &ClauseStanding)| {
        // Named in a bracket and again in a paragraph of its own: once.
        let mut named_once = BTreeSet::new();
        let organisations = clause
            .tails
            .iter()
            .flat_map(|tail| &tail.names)
            .filter(|named| named_once.insert(fold_name(&named.name)))
            .map(|named| match named.organisation.map(|ix| site.organisations.get(ix)) {
                Some(organisation) => {
                    OrganisationData { id: Some(&organisation.id), name: &organisation.name }
                }
                None => OrganisationData { id: None, name: &named.name },
            })
            .collect();
        let indicators = || standing.indicators.iter();
        ClauseData {
            path: &clause.path,
            anchor: &clause.anchor,
            heading: &clause.heading,
            organisations,
            open: clause.tails.iter().any(|tail| tail.open),
            state: standing.state.map(|state| state.key()),
            status: indicators().map(|&i| assessment.standings[i].status.key()).collect(),
            indicators: indicators().map(|&i| policy.indicators[i].id.as_str()).collect(),
        }
    };
    policy.text.clauses.iter().zip(&assessment.clauses).map(clause).collect()
}
