//! The view of 一图看进展: a period as its bulletin tells it.

use super::charts::{self, Charts};
use super::goals::Dates;
use super::{duties, goals, policy as policy_view};
use crate::model::{ClauseIx, Kind, Month, Policy, number};
use crate::plan::urls;
use crate::progress::{self, Assessment, Over, Verdict, amount};
use crate::render::{Input, card, days, progress as progress_page, words};
use crate::theme::view::{Chip, DateView, ProgressPicture, SaidView, StandingView, VerdictView};

/// Up to so many indicators have their lines drawn.
const CHARTS: usize = 3;

/// The view, and the charts that it names.
pub(super) fn view(input: &Input, policy: &Policy, r: usize) -> (ProgressPicture, Charts) {
    let language = input.site.settings.language;
    let report = &policy.reports[r];
    let assessment = progress::assess(policy, report.as_of, &input.site.settings.bands);
    let mut charts = Charts::default();
    let indicators: Vec<StandingView> =
        (0..policy.indicators.len()).map(|i| standing(input, policy, &assessment, i, &mut charts)).collect();
    let clauses = said(input, policy, &assessment, r);
    let invented = indicators.iter().any(|indicator| !indicator.illustrative.is_empty())
        || report.quality == crate::model::Quality::Illustrative;
    let address = policy_view::address(input, &urls::bulletin(&policy.id, report.period));
    let view = ProgressPicture {
        kind: "progress".into(),
        title: policy_view::title(policy),
        full_title: policy.metadata.title.clone(),
        period: report.period.name(language),
        as_of: as_of(input, policy, r),
        counts: progress_page::counts(input, [(policy, &assessment)], Over::OnePolicy),
        dense: if indicators.len() <= CHARTS { "charts".into() } else { "rows".into() },
        indicators,
        verdicts: verdicts(input, policy, &assessment),
        next: next(input, policy, &assessment),
        clauses,
        source: policy_view::source(input, policy),
        publisher: input.site.settings.organisation.clone(),
        edition: edition(input, policy, r),
        notice: input.site.settings.notice.clone().unwrap_or_default(),
        illustrative: if invented { goals::example(language) } else { String::new() },
        qr: address.clone(),
        address,
    };
    (view, charts)
}

/// `数据截至2024年6月30日`.
pub(super) fn as_of(input: &Input, policy: &Policy, r: usize) -> String {
    let date = days::words(policy.reports[r].as_of, input.site.settings.language);
    input.theme.say("picture_as_of", &[("date", &date)])
}

/// `一图看进展 · 2024年6月 · 2024年7月10日发布`.
pub(super) fn edition(input: &Input, policy: &Policy, r: usize) -> String {
    let language = input.site.settings.language;
    let report = &policy.reports[r];
    let period = report.period.name(language);
    match report.published {
        Some(moment) => {
            let date = days::words(moment.date, language);
            input.theme.say("picture_progress_edition", &[("period", &period), ("date", &date)])
        }
        None => input.theme.say("picture_progress_undated", &[("period", &period)]),
    }
}

/// An indicator as it stood.
fn standing(
    input: &Input,
    policy: &Policy,
    assessment: &Assessment,
    i: usize,
    charts: &mut Charts,
) -> StandingView {
    let language = input.site.settings.language;
    let (indicator, standing) = (&policy.indicators[i], &assessment.standings[i]);
    let card = card::card(input, policy, assessment, i, card::Detail::Whole);
    let share = |key: &str, share: f64| {
        let n = number((share * 100.0).round());
        input.theme.say(key, &[("n", &n)])
    };
    StandingView {
        value: card.figure,
        unit: card.unit,
        period: card.period,
        goal: card.goal,
        chip: card.status,
        due: standing.due.map(|due| share("picture_due", due)).unwrap_or_default(),
        attained: standing.attained.map(|attained| share("picture_attained", attained)).unwrap_or_default(),
        ring: charts.add(&format!("ring-{}", indicator.id), charts::ring(indicator, standing, language)),
        chart: charts.add(&format!("line-{}", indicator.id), charts::line(input, indicator, standing)),
        sentence: card.sentence,
        marks: card.marks,
        stale: card.stale,
        illustrative: if standing.marks.illustrative { goals::example(language) } else { String::new() },
        name: card.name,
    }
}

/// Promises whose day had passed, oldest first.
fn verdicts(input: &Input, policy: &Policy, assessment: &Assessment) -> Vec<VerdictView> {
    let language = input.site.settings.language;
    let mut all = Vec::new();
    for (indicator, standing) in policy.indicators.iter().zip(&assessment.standings) {
        for (n, judged) in standing.verdicts.iter().enumerate() {
            if judged.verdict == Verdict::Pending || judged.replaced {
                continue;
            }
            let step = indicator.steps.get(n).filter(|_| indicator.kind == Kind::Milestone);
            let target = match step {
                Some(step) => step.name.clone(),
                None => progress::target_words(&judged.target, &indicator.unit, language),
            };
            let decided = match (judged.at, judged.actual, step) {
                (Some(at), _, Some(_)) => at.name(language),
                (Some(at), Some(actual), None) => {
                    let figure = amount(actual, &indicator.unit, language);
                    input.theme.say("decided", &[("period", &at.name(language)), ("figure", &figure)])
                }
                _ => String::new(),
            };
            let by = judged.target.by.end_label(language);
            let key = if step.is_some() { "picture_verdict_step" } else { "picture_verdict" };
            let words = input.theme.say(key, &[("by", &by), ("name", &indicator.name), ("target", &target)]);
            let chip = words::chip(judged.verdict, language);
            let view = VerdictView { name: indicator.name.clone(), by, target, words, chip, decided };
            all.push((judged.target.by, view));
        }
    }
    all.sort_by_key(|(by, _)| *by);
    all.into_iter().map(|(_, view)| view).collect()
}

/// What was due next: one date of targets and steps, and the next figures.
fn next(input: &Input, policy: &Policy, assessment: &Assessment) -> Vec<DateView> {
    let language = input.site.settings.language;
    let mut dates = Dates::default();
    let due = assessment.standings.iter().filter_map(|standing| standing.next_due).min();
    if let Some(due) = due {
        let by = input.theme.say("before_day", &[("day", &days::words(due, language))]);
        dates.add(Month::of(due), by, input.theme.say("picture_next_figures", &[]));
    }
    let mut coming = Dates::default();
    for (indicator, standing) in policy.indicators.iter().zip(&assessment.standings) {
        for (n, judged) in standing.verdicts.iter().enumerate() {
            if judged.verdict != Verdict::Pending || judged.replaced {
                continue;
            }
            let by = judged.target.by;
            let item = match indicator.steps.get(n) {
                Some(step) => {
                    input.theme.say("upcoming_step", &[("name", &indicator.name), ("step", &step.name)])
                }
                None => {
                    let target = progress::target_words(&judged.target, &indicator.unit, language);
                    input.theme.say("upcoming_target", &[("name", &indicator.name), ("target", &target)])
                }
            };
            coming.add(by.last(), by.end_label(language), item);
        }
    }
    let mut next = dates.sorted();
    next.extend(coming.sorted());
    next
}

/// What the period's file says of tasks.
fn said(input: &Input, policy: &Policy, assessment: &Assessment, r: usize) -> Vec<SaidView> {
    let period = policy.reports[r].period;
    let mut clauses: Vec<ClauseIx> =
        policy.statements.iter().filter(|said| said.period == period).map(|said| said.clause).collect();
    clauses.sort();
    clauses.dedup();
    clauses.into_iter().map(|ix| clause(input, policy, assessment, ix)).collect()
}

/// A clause with its state and what was said last.
pub(super) fn clause(input: &Input, policy: &Policy, assessment: &Assessment, ix: ClauseIx) -> SaidView {
    let language = input.site.settings.language;
    let clause = policy.text.clause(ix);
    let standing = &assessment.clauses[ix.0 as usize];
    let statement = standing.statement.map(|n| &policy.statements[n]);
    let text = |text: Option<&Option<String>>| text.cloned().flatten().unwrap_or_default();
    let state: Option<Chip> = standing.state.map(|state| words::chip(state, language));
    SaidView {
        number: duties::number(&clause.label),
        heading: duties::heading(policy, ix),
        organisation: duties::answers(input, clause).0,
        state,
        done: text(statement.map(|said| &said.done)),
        next: text(statement.map(|said| &said.next)),
        obstacle: text(statement.map(|said| &said.obstacle)),
    }
}
