//! How an organisation's page opens: its targets of the year in one sentence, and what is due this month.

use super::{Input, days, progress as progress_page, words};
use crate::model::{Breakdown, Figure, Indicator, Kind, Month, Organisation, Period, Policy, number};
use crate::plan::{Duties, OwnFigure};
use crate::progress::{Assessment, RowStanding, RowStatus, Verdict, target_words};
use crate::theme::view::{Field, Mark};

/// How many targets the sentence tells.
const TOLD: usize = 3;
/// How many entries of the month are listed.
const LISTED: usize = 12;

/// This year's targets, what there is now and by when: from its own rows, with their marks. Empty without rows.
pub(super) fn opening(input: &Input, organisation: &Organisation, duties: &Duties) -> (String, Vec<Mark>) {
    let (mut items, mut more) = (Vec::new(), 0);
    let mut marks: Vec<Mark> = Vec::new();
    for duty in &duties.policies {
        let (policy, assessment) = input.policy(duty.policy);
        for own in &duty.figures {
            let Some(task) = Task::of(policy, assessment, *own) else { continue };
            if items.len() < TOLD {
                let mark = words::quality(input, task.breakdown.quality);
                marks.extend(mark.filter(|mark| !marks.contains(mark)));
                items.push(task.words(input));
            } else {
                more += 1;
            }
        }
    }
    let rows = duties.policies.iter().any(|duty| !duty.figures.is_empty());
    let name = &*organisation.name;
    if items.is_empty() {
        let key = if rows { "opening_no_task" } else { return Default::default() };
        return (input.theme.say(key, &[("name", name)]), marks);
    }
    let joined = items.join(&input.theme.say("opening_between", &[]));
    let key = if more == 0 { "opening" } else { "opening_more" };
    (input.theme.say(key, &[("name", name), ("items", &joined), ("n", &more.to_string())]), marks)
}

/// This year's target of a row of its own.
struct Task<'a> {
    indicator: &'a Indicator,
    breakdown: &'a Breakdown,
    newest: Option<&'a Figure>,
    at: &'a RowStanding,
    by: Period,
    target: f64,
}

impl<'a> Task<'a> {
    /// None where the row has no task this year.
    fn of(policy: &'a Policy, assessment: &'a Assessment, own: OwnFigure) -> Option<Self> {
        let indicator = &policy.indicators[own.indicator];
        let breakdown = &indicator.breakdowns[own.breakdown];
        let standing = &assessment.standings[own.indicator].breakdowns[own.breakdown];
        let at = &standing.rows[own.row];
        let target = at.target.filter(|_| at.status != RowStatus::NoTask)?;
        let newest = at.newest.map(|n| &breakdown.rows[own.row].figures[n]);
        Some(Task { indicator, breakdown, newest, at, by: breakdown.columns[standing.column?], target })
    }

    /// The target, what there is and what is missing.
    fn words(&self, input: &Input) -> String {
        let language = input.site.settings.language;
        let rest = self.at.remaining.filter(|rest| *rest > 0.0).map_or(String::new(), number);
        // Steps are done, not numbered: 目标是2步 would say nothing.
        let steps = self.indicator.kind == Kind::Milestone;
        let key = match (self.newest.is_some(), self.at.status, rest.is_empty()) {
            (false, ..) if steps => "opening_steps_unreported",
            (false, ..) => "opening_unreported",
            (_, RowStatus::Awaiting, _) if steps => "opening_steps_awaiting",
            (_, RowStatus::Awaiting, _) => "opening_awaiting",
            (_, _, true) if steps => "opening_steps_met",
            (_, _, true) => "opening_met",
            _ if steps => "opening_steps_rest",
            _ => "opening_rest",
        };
        let blanks = [
            ("indicator", &*self.indicator.name),
            ("by", &*self.by.end_name(language)),
            ("value", &*number(self.target)),
            ("unit", &*self.indicator.unit),
            ("period", &*self.newest.map_or(String::new(), |figure| figure.period.name(language))),
            ("now", &*self.newest.map_or(String::new(), |figure| number(figure.value))),
            ("rest", &*rest),
        ];
        input.theme.say(key, &blanks)
    }
}

/// What is due in the month of the build: figures to publish, targets and steps of the indicators it reports,
/// its own targets.
pub(super) fn due(input: &Input, duties: &Duties) -> Vec<Field> {
    let language = input.site.settings.language;
    let month = Month::of(input.as_of);
    let mut all = Vec::new();
    for duty in &duties.policies {
        let (policy, assessment) = input.policy(duty.policy);
        // Nothing falls due of what no longer holds.
        if !policy.force(input.as_of).holds() {
            continue;
        }
        let mut add = |on, label: String, what: String| {
            let blanks = [("what", &*what), ("policy", &*policy.metadata.short_title)];
            all.push((on, Field { label, value: input.theme.say("upcoming_of", &blanks) }));
        };
        for &i in &duty.owns {
            let (indicator, standing) = (&policy.indicators[i], &assessment.standings[i]);
            let day = progress_page::next_due(input, standing).filter(|day| Month::of(*day) == month);
            if let Some(day) = day {
                let label = input.theme.say("before_day", &[("day", &days::words(day, language))]);
                add(day, label, input.theme.say("due_figure", &[("name", &indicator.name)]));
            }
            let pending = |verdict| matches!(verdict, Verdict::Pending);
            for (n, judged) in standing.verdicts.iter().enumerate() {
                let by = judged.target.by;
                if by.last() == month && pending(judged.verdict) && !judged.replaced {
                    let words = match indicator.steps.get(n) {
                        Some(step) => step.name.clone(),
                        None => target_words(&judged.target, &indicator.unit, language),
                    };
                    add(month.last_day(), by.end_label(language), named(input, indicator, &words));
                }
            }
        }
        for own in &duty.figures {
            let indicator = &policy.indicators[own.indicator];
            let breakdown = &indicator.breakdowns[own.breakdown];
            let targets = breakdown.columns.iter().zip(&breakdown.rows[own.row].targets);
            for (column, target) in targets.filter(|(column, _)| column.last() == month) {
                let Some(target) = target.filter(|target| *target > 0.0) else { continue };
                let words = format!("{}{}", number(target), indicator.unit);
                add(month.last_day(), column.end_label(language), named(input, indicator, &words));
            }
        }
    }
    all.sort_by_key(|(on, _)| *on);
    all.into_iter().take(LISTED).map(|(_, field)| field).collect()
}

/// The target of an indicator in words.
fn named(input: &Input, indicator: &Indicator, words: &str) -> String {
    input.theme.say("upcoming_step", &[("name", &indicator.name), ("step", words)])
}
