//! A policy's dashboard, and the counts and deadlines that other pages show too.

use super::page::{self, Draft};
use super::shared::Shared;
use super::{Input, card, changes, clause, policy as policy_page, summary, words};
use crate::model::{ClauseIx, ClauseKind, Indicator, Language, Policy, State};
use crate::plan::{Job, urls};
use crate::progress::{self, Assessment, Count, Judged, Over, Standing, Status, target_words};
use crate::theme::view::{
    BreakdownSummary, ChartView, Chip, ClauseView, Counts, Field, Link, PageView, ProgressView, Tally,
};
use jiff::civil::Date;

/// How many changes the page lists.
const LISTED: usize = 5;

/// The page and its view.
pub(super) fn view(input: &Input, shared: &Shared, job: &Job, n: usize) -> (PageView, ProgressView) {
    let (policy, assessment) = input.policy(n);
    let view = ProgressView {
        head: policy_page::head(input, policy),
        counts: counts(input, [(policy, assessment)], Over::OnePolicy),
        indicators: (0..policy.indicators.len()).map(|i| shared.card(input, i).clone()).collect(),
        charts: policy
            .indicators
            .iter()
            .enumerate()
            .filter_map(|(i, indicator)| {
                let chart = shared.chart(input, i)?.clone();
                let url = format!("{}#history", urls::indicator(&policy.id, &indicator.id));
                let title = input.theme.say("figures_of", &[("name", &indicator.name)]);
                let sentence = shared.card(input, i).sentence.clone();
                Some(ChartView { sentence, table: Some(Link { title, url }), ..chart })
            })
            .collect(),
        clauses: duties(policy).map(|ix| clause::brief(input, policy, assessment, ix)).collect(),
        breakdowns: breakdowns(input, policy, assessment),
        bulletins: policy_page::bulletins(input, policy),
        upcoming: upcoming(input, [(policy, assessment)], Over::OnePolicy, usize::MAX),
        changes: changes::newest_of(input, n, LISTED),
        reported: assessment.as_of.is_some() || assessment.stated,
    };
    let title = input.theme.say("progress_of", &[("title", &policy.metadata.short_title)]);
    let draft = Draft {
        kind: "progress",
        step: input.theme.say("progress", &[]),
        description: describe(&view, &title),
        title,
        way: vec![policy_page::way(input, policy)],
        ..reporting(input, policy, assessment)
    };
    (page::page(input, job, draft), view)
}

/// What all pages that report on a policy say of themselves.
pub(super) fn reporting(input: &Input, policy: &Policy, assessment: &Assessment) -> Draft {
    let newest = policy.reports.iter().filter_map(|report| report.published).max();
    Draft {
        column_type: "数据发布",
        published: Some(newest.unwrap_or(policy.metadata.published)),
        source: policy.metadata.issuer.clone(),
        as_of: assessment.as_of,
        next_due: soonest(input, assessment),
        contact: page::contact(input, policy),
        notices: page::notices(input, policy),
        downloads: policy_page::data_links(input, policy),
        ..Draft::default()
    }
}

/// The days of a policy's figures, for its pages that show none: the newest, and when the next is due.
pub(super) fn days_of(input: &Input, policy: &Policy) -> (Option<Date>, Option<Date>) {
    let at = input.site.policies.iter().position(|other| other.id == policy.id);
    at.and_then(|at| input.assessments.get(at))
        .map_or((None, None), |assessment| (assessment.as_of, soonest(input, assessment)))
}

/// When the next figure of a policy is due.
pub(super) fn soonest(input: &Input, assessment: &Assessment) -> Option<Date> {
    assessment.standings.iter().filter_map(|standing| next_due(input, standing)).min()
}

/// When the next figure is due; a day that has passed is told by the mark of the overdue figure instead.
pub(super) fn next_due(input: &Input, standing: &Standing) -> Option<Date> {
    standing.next_due.filter(|due| *due >= input.as_of)
}

/// The first sentence, or the title.
fn describe(view: &ProgressView, title: &str) -> String {
    view.indicators.first().map_or(title.to_string(), |card| card.sentence.clone())
}

/// All indicators in full.
pub(super) fn cards(
    input: &Input,
    policy: &Policy,
    assessment: &Assessment,
) -> Vec<crate::theme::view::IndicatorCard> {
    let card = |i| card::card(input, policy, assessment, i, card::Detail::Whole);
    (0..policy.indicators.len()).map(card).collect()
}

/// Tasks and safeguards.
pub(super) fn duties(policy: &Policy) -> impl Iterator<Item = ClauseIx> + '_ {
    policy
        .text
        .iter()
        .filter(|(_, clause)| matches!(clause.kind, ClauseKind::Task | ClauseKind::Safeguard))
        .map(|(ix, _)| ix)
}

/// All breakdowns in short.
fn breakdowns(input: &Input, policy: &Policy, assessment: &Assessment) -> Vec<BreakdownSummary> {
    policy
        .indicators
        .iter()
        .zip(&assessment.standings)
        .flat_map(|(indicator, standing)| {
            standing
                .breakdowns
                .iter()
                .enumerate()
                .map(move |(n, at)| summary::view(input, policy, indicator, n, at))
        })
        .collect()
}

/// How many have which status: indicators by computed status, tasks by stated state; never mixed.
pub(super) fn counts<'a>(
    input: &Input,
    policies: impl IntoIterator<Item = (&'a Policy, &'a Assessment)>,
    over: Over,
) -> Counts {
    let language = input.site.settings.language;
    let mut indicators: Vec<(Status, usize)> = Vec::new();
    let mut tasks: Vec<(Option<State>, usize)> = Vec::new();
    for (policy, assessment) in policies {
        add(&mut indicators, progress::indicator_counts(policy, assessment, over));
        add(&mut tasks, progress::task_counts(policy, assessment));
    }
    let total = |row: &[usize]| row.iter().sum();
    let indicator_numbers: Vec<usize> = indicators.iter().map(|(_, n)| *n).collect();
    let task_numbers: Vec<usize> = tasks.iter().map(|(_, n)| *n).collect();
    Counts {
        indicators_total: total(&indicator_numbers),
        clauses_total: total(&task_numbers),
        clauses_stated: tasks.iter().filter(|(state, _)| state.is_some()).map(|(_, n)| n).sum(),
        indicators: tallies(
            indicators.iter().map(|(status, _)| words::chip(*status, language)),
            &indicator_numbers,
        ),
        clauses: tallies(tasks.iter().map(|(state, _)| state_chip(*state, language)), &task_numbers),
    }
}

/// Adds the counts of one policy to those of all, in the order in which progress gives them.
fn add<T: Copy + Ord>(all: &mut Vec<(T, usize)>, counts: Vec<Count<T>>) {
    for Count { of, count, .. } in counts {
        match all.iter_mut().find(|(known, _)| *known == of) {
            Some((_, n)) => *n += count,
            None => all.push((of, count)),
        }
    }
}

/// A state, or that nobody has said anything.
fn state_chip(state: Option<State>, language: Language) -> Chip {
    state.map_or_else(|| words::unstated(language), |state| words::chip(state, language))
}

/// A row with its shares, which add up to 100.0.
pub(super) fn tallies(chips: impl Iterator<Item = Chip>, counts: &[usize]) -> Vec<Tally> {
    chips
        .zip(counts)
        .zip(progress::percentages(counts))
        .map(|((chip, &count), share)| Tally { chip, count, share: format!("{share:.1}") })
        .collect()
}

/// Deadlines that lie ahead, soonest first, at most `most` of them.
pub(super) fn upcoming<'a>(
    input: &Input,
    policies: impl IntoIterator<Item = (&'a Policy, &'a Assessment)>,
    over: Over,
    most: usize,
) -> Vec<Field> {
    let language = input.site.settings.language;
    let mut all = Vec::new();
    for (policy, assessment) in policies {
        for (indicator, standing) in policy.indicators.iter().zip(&assessment.standings) {
            if indicator.same_as.is_some() {
                continue;
            }
            for (n, judged) in standing.verdicts.iter().enumerate() {
                if judged.verdict != progress::Verdict::Pending || judged.replaced {
                    continue;
                }
                all.push((judged.target.by, indicator, n, judged, &policy.metadata.short_title));
            }
        }
    }
    all.sort_by_key(|(by, ..)| *by);
    let what = |indicator: &Indicator, n: usize, judged: &Judged| match indicator.steps.get(n) {
        Some(step) => input.theme.say("upcoming_step", &[("name", &indicator.name), ("step", &step.name)]),
        None => {
            let target = target_words(&judged.target, &indicator.unit, language);
            input.theme.say("upcoming_target", &[("name", &indicator.name), ("target", &target)])
        }
    };
    // Beside those of other policies a deadline has to say whose it is.
    let told = |what: String, policy: &str| match over {
        Over::OnePolicy => what,
        Over::AllPolicies => input.theme.say("upcoming_of", &[("what", &what), ("policy", policy)]),
    };
    all.into_iter()
        .take(most)
        .map(|(by, indicator, n, judged, policy)| Field {
            label: by.end_label(language),
            value: told(what(indicator, n, judged), policy),
        })
        .collect()
}

/// Clauses that are blocked.
pub(super) fn blocked(input: &Input, policy: &Policy, assessment: &Assessment) -> Vec<ClauseView> {
    duties(policy)
        .filter(|ix| assessment.clauses[ix.0 as usize].state == Some(crate::model::State::Blocked))
        .map(|ix| clause::brief(input, policy, assessment, ix))
        .collect()
}
