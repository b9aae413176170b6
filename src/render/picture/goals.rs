//! What a policy promises: figures with their dated targets, the sentence that they come to, the calendar.

use super::charts::Charts;
use super::shape;
use crate::model::{Indicator, Language, Month, Period, Policy, Quality, Target, Word, number};
use crate::progress::{self, Worded as _, target_words};
use crate::render::{Input, card};
use crate::theme::view::{DateView, GoalView, InterimView};

/// The indicators that promise a figure, in the order of the policy.
pub(super) fn promised(policy: &Policy) -> impl Iterator<Item = &Indicator> {
    policy.indicators.iter().filter(|indicator| !card::targets_in_force(indicator).is_empty())
}

/// The goals, each with its timeline.
pub(super) fn goals(input: &Input, policy: &Policy, charts: &mut Charts) -> Vec<GoalView> {
    promised(policy).filter_map(|indicator| goal(input, indicator, charts)).collect()
}

fn goal(input: &Input, indicator: &Indicator, charts: &mut Charts) -> Option<GoalView> {
    let language = input.site.settings.language;
    let (last, interim) = card::targets_in_force(indicator).split_last()?;
    let words = target_words(last, &indicator.unit, language);
    let by = last.by.end_name(language);
    let sentence = [("by", &*by), ("name", &*indicator.name), ("target", &*words)];
    let (before, after) = around(input, last, &indicator.unit);
    Some(GoalView {
        name: indicator.name.clone(),
        before,
        value: number(last.value),
        after,
        by: last.by.name(language),
        chart: charts.add(&format!("goal-{}", indicator.id), shape::timeline(input, indicator)),
        sentence: input.theme.say("picture_goal", &sentence),
        baseline: indicator
            .baseline
            .map(|baseline| progress::baseline_words(&baseline, &indicator.unit, language))
            .unwrap_or_default(),
        illustrative: if is_illustrative(indicator) { example(language) } else { String::new() },
        interim: interim
            .iter()
            .map(|target| InterimView {
                by: target.by.name(language),
                words: target_words(target, &indicator.unit, language),
            })
            .collect(),
    })
}

/// What stands before and behind a large figure.
fn around(input: &Input, target: &Target, unit: &str) -> (String, String) {
    let key = target.word.key();
    let say = |side: &str| input.theme.say(&format!("picture_{side}_{key}"), &[("unit", unit)]);
    (say("before"), say("after"))
}

/// True where a baseline was made up.
pub(super) fn is_illustrative(indicator: &Indicator) -> bool {
    let baseline = indicator.baseline.map(|baseline| baseline.quality.max(indicator.quality));
    baseline == Some(Quality::Illustrative)
}

/// The word 示例.
pub(super) fn example(language: Language) -> String {
    Quality::Illustrative.word(language).into()
}

/// What the targets come to: 到2027年，高新技术企业和科技型企业在2022年的基础上翻一番. Only where every
/// promised figure is the same whole number of times its baseline, from the same year to the same year.
pub(super) fn sentence(input: &Input, policy: &Policy) -> Option<String> {
    let language = input.site.settings.language;
    let mut common = None;
    let mut names = Vec::new();
    for indicator in promised(policy) {
        let (baseline, last) = (indicator.baseline?, card::targets_in_force(indicator).last()?);
        let grows = matches!(last.word, Word::Over | Word::Reach) && baseline.value > 0.0;
        let times = last.value / baseline.value;
        if !grows || times.fract() != 0.0 || times < 2.0 {
            return None;
        }
        let this = (times, baseline.period, last.by);
        if *common.get_or_insert(this) != this {
            return None;
        }
        names.push(indicator.name.as_str());
    }
    let (times, base, by) = common?;
    let key = if times == 2.0 { "picture_doubles" } else { "picture_grows" };
    let (by, base, times) = (by.name(language), base.name(language), number(times));
    let names = listed(input, &names);
    Some(input.theme.say(key, &[("by", &by), ("names", &names), ("base", &base), ("n", &times)]))
}

/// `甲`, `甲和乙`, `甲、乙和丙`.
fn listed(input: &Input, names: &[&str]) -> String {
    let (last, rest) = match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => (*last, rest),
        only => return only.map_or(String::new(), |(only, _)| (*only).into()),
    };
    let rest = rest.join(&input.theme.say("list_comma", &[]));
    input.theme.say("picture_and", &[("rest", &rest), ("last", last)])
}

/// What is due by when: targets and steps, and among them the end of the plan, which alone is no calendar.
pub(super) fn calendar(input: &Input, policy: &Policy) -> Vec<DateView> {
    let language = input.site.settings.language;
    let mut dates = Dates::default();
    for indicator in &policy.indicators {
        for target in card::targets_in_force(indicator) {
            let words = target_words(target, &indicator.unit, language);
            let item = input.theme.say("upcoming_target", &[("name", &indicator.name), ("target", &words)]);
            dates.add(target.by.last(), target.by.end_label(language), item);
        }
        for step in &indicator.steps {
            let item = input.theme.say("upcoming_step", &[("name", &indicator.name), ("step", &step.name)]);
            dates.add(step.by.last(), step.by.end_label(language), item);
        }
    }
    if let Some((_, end)) = policy.metadata.period.filter(|_| !dates.0.is_empty()) {
        // The end of December is the end of the year.
        let month = end.last();
        let end = if month.month() == 12 { Period::Year(month.year()) } else { end };
        dates.add(month, end.end_label(language), input.theme.say("picture_plan_ends", &[]));
    }
    dates.sorted()
}

/// Things by the month in which they are due.
#[derive(Default)]
pub(super) struct Dates(Vec<(Month, DateView)>);

impl Dates {
    /// Adds what is due; the first name of a month stands.
    pub(super) fn add(&mut self, month: Month, by: String, item: String) {
        match self.0.iter_mut().find(|(known, _)| *known == month) {
            Some((_, date)) => date.items.push(item),
            None => self.0.push((month, DateView { by, items: vec![item] })),
        }
    }

    /// Soonest first.
    pub(super) fn sorted(mut self) -> Vec<DateView> {
        self.0.sort_by_key(|(month, _)| *month);
        self.0.into_iter().map(|(_, date)| date).collect()
    }
}
