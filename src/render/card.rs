//! An indicator in short: the card that many pages show.

use super::{Input, charts, words};
use crate::model::{Indicator, Kind, Policy, Target, number};
use crate::plan::urls;
use crate::progress::{self, Assessment, Standing, amount, target_words};
use crate::theme::view::{Chip, IndicatorCard, Link, TargetView};

/// How much of a card a page shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Name, status and link: beside a clause.
    Name,
    /// All, with the track.
    Whole,
}

/// The card of an indicator.
pub(super) fn card(
    input: &Input,
    policy: &Policy,
    assessment: &Assessment,
    i: usize,
    detail: Detail,
) -> IndicatorCard {
    let language = input.site.settings.language;
    let indicator = &policy.indicators[i];
    let standing = &assessment.standings[i];
    let mut card = IndicatorCard {
        id: indicator.id.clone(),
        name: indicator.name.clone(),
        unit: indicator.unit.clone(),
        url: urls::indicator(&policy.id, &indicator.id),
        status: words::chip(standing.status, language),
        stale: standing.marks.stale.is_some(),
        ..IndicatorCard::default()
    };
    if detail == Detail::Name {
        return card;
    }
    let (figure, period) = newest(input, indicator, standing);
    card.figure = figure;
    card.period = period;
    card.goal = goal(input, indicator, standing);
    card.share = progress::share_of_target(indicator, standing, language).unwrap_or_default();
    if indicator.kind == Kind::Milestone {
        let total = indicator.steps.len().to_string();
        card.unit = input.theme.say("unit_of_steps", &[("unit", &indicator.unit), ("total", &total)]);
    }
    card.marks = words::marks(input, indicator, &standing.marks);
    card.sentence = progress::sentence(indicator, standing, language);
    card.clause = indicator.clause.map(|ix| words::clause(policy, ix));
    card.track = charts::track(input, indicator, standing, &card.sentence, &id(policy, indicator));
    card
}

/// What the ids of its charts begin with.
pub(super) fn id(policy: &Policy, indicator: &Indicator) -> String {
    format!("{}-{}", policy.id, indicator.id)
}

/// The newest figure and its period; of a milestone, the steps reached.
fn newest(input: &Input, indicator: &Indicator, standing: &Standing) -> (String, String) {
    let language = input.site.settings.language;
    if indicator.kind == Kind::Milestone {
        let Some(period) = standing.period else { return Default::default() };
        let reached = indicator.reached.iter().filter(|step| step.period <= period).count();
        return (reached.to_string(), period.name(language));
    }
    match standing.newest.map(|n| &indicator.figures[n]) {
        Some(figure) => (number(figure.value), figure.period.name(language)),
        None => Default::default(),
    }
}

/// `2027年底须超过200家`; of a milestone, the step that speaks, at its end the last.
fn goal(input: &Input, indicator: &Indicator, standing: &Standing) -> String {
    let language = input.site.settings.language;
    if let Some(step) = standing.step.and_then(|n| indicator.steps.get(n)).or(indicator.steps.last()) {
        return input.theme.say("goal_step", &[("by", &step.by.end_name(language)), ("name", &step.name)]);
    }
    match targets_in_force(indicator).last() {
        Some(target) => {
            let text = target_words(target, &indicator.unit, language);
            input.theme.say("goal", &[("by", &target.by.end_name(language)), ("target", &text)])
        }
        None => String::new(),
    }
}

/// The targets as the last document set them.
pub(super) fn targets_in_force(indicator: &Indicator) -> &[Target] {
    indicator.changes.last().map_or(&indicator.targets, |change| &change.targets)
}

/// Every target with its verdict; of a milestone, every step.
pub(super) fn targets(input: &Input, indicator: &Indicator, standing: &Standing) -> Vec<TargetView> {
    let language = input.site.settings.language;
    standing
        .verdicts
        .iter()
        .enumerate()
        .map(|(n, judged)| {
            let step = indicator.steps.get(n).filter(|_| indicator.kind == Kind::Milestone);
            let decided = match (judged.at, judged.actual, step) {
                (Some(at), _, Some(_)) => at.name(language),
                (Some(at), Some(actual), None) => {
                    let figure = amount(actual, &indicator.unit, language);
                    input.theme.say("decided", &[("period", &at.name(language)), ("figure", &figure)])
                }
                _ => String::new(),
            };
            TargetView {
                by: judged.target.by.end_label(language),
                text: match step {
                    Some(step) => step.name.clone(),
                    None => target_words(&judged.target, &indicator.unit, language),
                },
                verdict: words::chip(judged.verdict, language),
                decided,
                replaced: judged.replaced,
            }
        })
        .collect()
}

/// An indicator as a link with its status.
pub(super) fn link(input: &Input, policy: &Policy, assessment: &Assessment, i: usize) -> (Link, Chip) {
    let indicator = &policy.indicators[i];
    let link = Link { title: indicator.name.clone(), url: urls::indicator(&policy.id, &indicator.id) };
    (link, words::chip(assessment.standings[i].status, input.site.settings.language))
}
