//! The sentences in English.

use super::sentence::{indicator, targets_of};
use super::{Reading, What};
use crate::model::{Indicator, Kind, Language, Policy, State, Statement, Target, day_words, number};
use crate::progress::{self, Judged, Status, Verdict, Worded as _, amount, difference, target_words};
use jiff::civil::Date;

const EN: Language = Language::English;

/// What is said after the subject.
pub(super) fn text(policy: &Policy, what: &What) -> String {
    let metadata = &policy.metadata;
    match (what, indicator(policy, what)) {
        (What::Policy, _) => match &metadata.document_number {
            Some(number) => format!("the policy was published ({number})."),
            None => "the policy was published.".to_owned(),
        },
        (What::Ended, _) => {
            let end = metadata.period.map(|(_, end)| end.end_name(EN)).unwrap_or_default();
            format!("its period ended at {end}.")
        }
        (What::Targets { change, .. }, Some(indicator)) => targets(indicator, *change),
        (What::Figure { new, old, together, corrected, .. }, Some(indicator)) => {
            figure(indicator, *new, *old, *together, *corrected)
        }
        (What::Verdict { from, judged, step, .. }, Some(indicator)) => match step {
            Some((step, on)) => step_verdict(&indicator.steps[*step].name, judged, *on),
            None => verdict(indicator, *from, judged),
        },
        (What::Status { from, then, .. }, _) => {
            let sentence = progress::sentence(&then.indicator, &then.standing, EN);
            let to = then.standing.status.word(EN);
            match from {
                Status::NoData => format!("judged for the first time: {to}. {sentence}"),
                from => format!("from {} to {to}. {sentence}", from.word(EN)),
            }
        }
        (What::Revision { new, was, on, note, .. }, Some(indicator)) => {
            revision(indicator, *new, *was, *on, note.as_deref())
        }
        (What::Rows { rows, period, .. }, _) => {
            format!("new figures of {} ({}).", units(*rows), period.end_label(EN))
        }
        (What::RowsRevised { rows, .. }, _) => format!("corrected figures of {}.", units(*rows)),
        (What::State { from, to, statement, .. }, _) => state(*from, *to, &policy.statements[*statement]),
        (What::Reported { clauses: 1 }, _) => "1 task reported news, its state unchanged.".to_owned(),
        (What::Reported { clauses }, _) => format!("{clauses} tasks reported news, their states unchanged."),
        (What::Interpretation(_), _) => "an interpretation was published.".to_owned(),
        (What::Case(_), _) => "a case was published.".to_owned(),
        _ => String::new(),
    }
}

fn units(rows: usize) -> String {
    if rows == 1 { "1 unit".to_owned() } else { format!("{rows} units") }
}

/// `128 at the end of June 2024, 3 more than the 125 at the end of May 2024.`
fn figure(
    indicator: &Indicator,
    new: Reading,
    old: Option<Reading>,
    together: usize,
    corrected: Option<(f64, Date)>,
) -> String {
    let unit = &indicator.unit;
    let value = |value: f64| amount(value, unit, EN);
    let end = |of: Reading| of.period.end_name(EN);
    let total = match indicator.kind {
        Kind::Cumulative(_) if indicator.resets_yearly() => " so far this year",
        Kind::Cumulative(_) => " in all",
        _ => "",
    };
    let mut text = format!("{}{total} at {}", value(new.value), end(new));
    match old {
        None if indicator.resets_yearly() => text += ".",
        None => text = format!("first published, {text}."),
        Some(old) if old.value == new.value => text += &format!(", as at {}.", end(old)),
        Some(old) => {
            let way = if new.value > old.value { "more" } else { "less" };
            let size = difference(&number((new.value - old.value).abs()), unit, EN);
            text += &format!(", {size} {way} than the {} at {}.", value(old.value), end(old));
        }
    }
    if together > 1 {
        text += &format!(" Figures of {together} periods are new.");
    }
    if let Some((now, on)) = corrected {
        text += &format!(" Corrected to {} on {}.", value(now), day_words(on, EN));
    }
    text
}

/// `the target of more than 160 by the end of 2025 was met on time: 161 at the end of 2025.`
fn verdict(indicator: &Indicator, from: Verdict, judged: &Judged) -> String {
    let target = target_words(&judged.target, &indicator.unit, EN);
    let by = judged.target.by.end_name(EN);
    let actual = match (judged.at, judged.actual) {
        (Some(at), Some(actual)) => {
            format!(": {} at {}.", amount(actual, &indicator.unit, EN), at.end_name(EN))
        }
        _ => ".".to_owned(),
    };
    let fell = match from {
        Verdict::Pending | Verdict::Awaiting => format!("was {}", judged.verdict.word(EN)),
        from => format!("turned from {} to {}", from.word(EN), judged.verdict.word(EN)),
    };
    format!("the target of {target} by {by} {fell}{actual}")
}

/// `“Sign” was met on time: done on 18 June 2024, due by the end of June 2024.`
fn step_verdict(step: &str, judged: &Judged, on: Option<Date>) -> String {
    let (word, by) = (judged.verdict.word(EN), judged.target.by.end_name(EN));
    let done = match (on, judged.at) {
        (Some(on), _) => format!("done on {}", day_words(on, EN)),
        (None, Some(at)) => format!("not done at {}", at.end_name(EN)),
        (None, None) => "not done".to_owned(),
    };
    format!("“{step}” was {word}: {done}, due by {by}.")
}

/// `the figure for the end of May 2024 was 127; corrected to 125 on 10 July 2024 (two counted twice).`
fn revision(indicator: &Indicator, new: Reading, was: f64, on: Option<Date>, note: Option<&str>) -> String {
    let value = |value: f64| amount(value, &indicator.unit, EN);
    let on = on.map_or(String::new(), |on| format!(" on {}", day_words(on, EN)));
    let why = note.map_or(String::new(), |note| format!(" ({})", bare(note)));
    let end = new.period.end_name(EN);
    format!("the figure for {end} was {}; corrected to {}{on}{why}.", value(was), value(new.value))
}

fn targets(indicator: &Indicator, change: usize) -> String {
    let (before, after) = targets_of(indicator, change);
    let list = |targets: &[Target]| {
        let one = |target: &Target| {
            format!("{} by {}", target_words(target, &indicator.unit, EN), target.by.end_name(EN))
        };
        targets.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let change = &indicator.changes[change];
    let why = change.reason.as_ref().map_or(String::new(), |why| format!(" Reason: {}.", bare(why)));
    format!(
        "{} sets other targets from {} on: {} instead of {}.{why}",
        change.document,
        change.from.name(EN),
        list(after),
        list(before)
    )
}

/// A state with the words that stand for it: a blocked task says why, a done one what shows it.
fn state(from: Option<State>, to: State, statement: &Statement) -> String {
    let word = to.word(EN);
    let moved = match from {
        Some(from) => format!("from {} to {word}.", from.word(EN)),
        None => format!("reported for the first time: {word}."),
    };
    let words = |label: &str, text: &Option<String>| {
        text.as_ref().map_or(String::new(), |text| format!(" {label}{}.", bare(text)))
    };
    let why = words("Reason: ", &statement.reason);
    let shown = words("Shown by: ", &statement.evidence);
    let said = match to {
        State::Blocked | State::Terminated | State::Adjusted if !why.is_empty() => why,
        State::Done if !shown.is_empty() => shown,
        _ => words("", &statement.done),
    };
    format!("{moved}{said}")
}

/// Without the full stop that follows anyway.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', '。'])
}
