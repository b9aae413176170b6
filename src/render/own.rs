//! How an organisation's page opens: its targets of the year in one sentence, and what is due this month.

use super::{Input, days, progress as progress_page, words};
use crate::model::{Indicator, Kind, Month, Organisation, Policy, Quality, number};
use crate::plan::{Duties, OwnFigure};
use crate::progress::{Assessment, RowStatus, Verdict, target_words};
use crate::theme::view::{Field, Mark};

/// How many targets the sentence tells.
const TOLD: usize = 3;
/// How many entries of the month are listed.
const LISTED: usize = 12;

/// This year's targets, what there is now and by when: from its own rows, with their marks. Empty without rows.
pub(super) fn opening(input: &Input, organisation: &Organisation, duties: &Duties) -> (String, Vec<Mark>) {
    let mut items = Vec::new();
    let mut marks: Vec<Mark> = Vec::new();
    for duty in &duties.policies {
        let (policy, assessment) = input.policy(duty.policy);
        for own in &duty.figures {
            if let Some((text, quality)) = item(input, policy, assessment, *own) {
                let mark = words::quality(input, quality);
                marks.extend(mark.filter(|mark| items.len() < TOLD && !marks.contains(mark)));
                items.push(text);
            }
        }
    }
    let rows = duties.policies.iter().any(|duty| !duty.figures.is_empty());
    let name = &*organisation.name;
    if items.is_empty() {
        let key = if rows { "opening_no_task" } else { return Default::default() };
        return (input.theme.say(key, &[("name", name)]), marks);
    }
    let more = items.len().saturating_sub(TOLD).to_string();
    items.truncate(TOLD);
    let joined = items.join(&input.theme.say("opening_between", &[]));
    let key = if more == "0" { "opening" } else { "opening_more" };
    (input.theme.say(key, &[("name", name), ("items", &joined), ("n", &more)]), marks)
}

/// One target of the sentence; none where the row has no task this year.
fn item(
    input: &Input,
    policy: &Policy,
    assessment: &Assessment,
    own: OwnFigure,
) -> Option<(String, Quality)> {
    let language = input.site.settings.language;
    let indicator = &policy.indicators[own.indicator];
    let breakdown = &indicator.breakdowns[own.breakdown];
    let standing = &assessment.standings[own.indicator].breakdowns[own.breakdown];
    let at = &standing.rows[own.row];
    let target = at.target.filter(|_| at.status != RowStatus::NoTask)?;
    let by = breakdown.columns[standing.column?].end_name(language);
    let newest = at.newest.map(|n| &breakdown.rows[own.row].figures[n]);
    let rest = at.remaining.filter(|rest| *rest > 0.0).map_or(String::new(), number);
    // Steps are done, not numbered: 目标是2步 would say nothing.
    let steps = indicator.kind == Kind::Milestone;
    let key = match (newest.is_some(), at.status, rest.is_empty()) {
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
        ("indicator", &*indicator.name),
        ("by", &*by),
        ("value", &*number(target)),
        ("unit", &*indicator.unit),
        ("period", &*newest.map_or(String::new(), |figure| figure.period.name(language))),
        ("now", &*newest.map_or(String::new(), |figure| number(figure.value))),
        ("rest", &*rest),
    ];
    Some((input.theme.say(key, &blanks), breakdown.quality))
}

/// What is due in the month of the build: figures to publish, targets and steps of the indicators it reports,
/// its own targets.
pub(super) fn due(input: &Input, duties: &Duties) -> Vec<Field> {
    let language = input.site.settings.language;
    let month = Month::of(input.as_of);
    let mut all = Vec::new();
    for duty in &duties.policies {
        let (policy, assessment) = input.policy(duty.policy);
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
