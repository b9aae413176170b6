//! Shapes made from what a policy promises: the timeline of a goal, and the one shape of the banner.

use super::charts::{Chart, Charts};
use super::goals;
use crate::chart::{Beads, Caption, Pieces, Step, Steps, Stop, Timeline};
use crate::model::{Indicator, Language, Policy, Target, Word, number};
use crate::progress::{amount, target_words};
use crate::render::{Input, card};
use crate::theme::view::GroupView;

/// Between these ratios of target to baseline, pieces can be counted and compared by eye.
const COUNTED: std::ops::RangeInclusive<f64> = 1.2..=6.0;

/// More squares than these nobody can tell from a pattern.
const COUNTABLE: usize = 500;

/// The dated targets of an indicator on a line, with the date of its baseline.
pub(super) fn timeline(input: &Input, indicator: &Indicator) -> Option<Chart> {
    let language = input.site.settings.language;
    let (last, interim) = card::targets_in_force(indicator).split_last()?;
    let interim = interim.iter().map(|target| Stop {
        month: target.by.last(),
        label: format!("{} {}", target.by.name(language), target_words(target, &indicator.unit, language)),
    });
    // The large figure above says what the last is.
    let goal = Stop { month: last.by.last(), label: last.by.name(language) };
    Some(Chart::Timeline(Timeline {
        caption: Caption {
            title: indicator.name.clone(),
            description: dated(indicator, language),
            example: None,
        },
        from: indicator
            .baseline
            .map(|baseline| Stop { month: baseline.period.last(), label: baseline.period.name(language) }),
        stops: interim.chain([goal]).collect(),
    }))
}

/// `2025年底超过160家；2027年底超过200家`.
fn dated(indicator: &Indicator, language: Language) -> String {
    let one = |target: &Target| {
        let words = target_words(target, &indicator.unit, language);
        match language {
            Language::Chinese => format!("{}{words}", target.by.end_label(language)),
            Language::English => format!("{}: {words}", target.by.end_label(language)),
        }
    };
    let all: Vec<String> = card::targets_in_force(indicator).iter().map(one).collect();
    all.join(if language == Language::Chinese { "；" } else { "; " })
}

/// The banner's shape: its id and its kind; both empty where nothing makes one.
pub(super) fn of(
    input: &Input,
    policy: &Policy,
    groups: &[GroupView],
    charts: &mut Charts,
) -> (String, String) {
    let shape = pieces(input, policy)
        .map(|chart| (chart, "pieces"))
        .or_else(|| steps(input, policy).map(|chart| (chart, "steps")))
        .or_else(|| beads(input, groups).map(|chart| (chart, "beads")));
    match shape {
        Some((chart, kind)) => (charts.add("shape", Some(chart)), kind.into()),
        None => Default::default(),
    }
}

/// Target and baseline as pieces, where they are the same for every promised figure.
fn pieces(input: &Input, policy: &Policy) -> Option<Chart> {
    let language = input.site.settings.language;
    let mut common = None;
    for indicator in goals::promised(policy) {
        let (baseline, last) = (indicator.baseline?, card::targets_in_force(indicator).last()?);
        let grows = matches!(last.word, Word::Over | Word::Reach) && baseline.value > 0.0;
        let ratio = last.value / baseline.value;
        let this = (ratio, baseline.period, last.by);
        if !grows || !COUNTED.contains(&ratio) || *common.get_or_insert(this) != this {
            return None;
        }
    }
    let (ratio, base, by) = common?;
    let (base, by) = (base.name(language), by.name(language));
    let n = match language {
        Language::Chinese if ratio == 2.0 => "两".into(),
        _ => number((ratio * 10.0).round() / 10.0),
    };
    let target = input.theme.say("picture_pieces_goal", &[("by", &by), ("n", &n), ("base", &base)]);
    let title = policy.metadata.short_title.clone();
    let caption = Caption { title, description: target.clone(), example: None };
    Some(Chart::Pieces(Pieces { caption, base: (1.0, base), target: (ratio, target) }))
}

/// The dated targets of the one promised figure, where there are at least two and they rise. Of several
/// figures nobody could tell which one the bars are.
fn steps(input: &Input, policy: &Policy) -> Option<Chart> {
    let language = input.site.settings.language;
    let mut promised = goals::promised(policy);
    let indicator = promised.next().filter(|_| promised.next().is_none())?;
    let targets = card::targets_in_force(indicator);
    let rises = targets.windows(2).all(|pair| pair[0].value < pair[1].value);
    if targets.len() < 2 || !rises || targets[0].value <= 0.0 {
        return None;
    }
    let rows = targets.iter().map(|target| Step {
        date: target.by.name(language),
        value: target.value,
        label: amount(target.value, &indicator.unit, language),
    });
    let caption =
        Caption { title: indicator.name.clone(), description: dated(indicator, language), example: None };
    Some(Chart::Steps(Steps { caption, rows: rows.collect() }))
}

/// A square a task, in groups.
fn beads(input: &Input, groups: &[GroupView]) -> Option<Chart> {
    let counts: Vec<usize> = groups.iter().map(|group| group.count).collect();
    let total: usize = counts.iter().sum();
    let description = input.theme.say("size_tasks", &[("n", &total.to_string())]);
    let caption = Caption { title: description.clone(), description, example: None };
    (1..=COUNTABLE).contains(&total).then_some(Chart::Beads(Beads { caption, groups: counts }))
}
