//! The sentence in plain English; units stay as the document writes them.

use super::phrase::{amount, below_baseline_word, difference, target_words};
use super::sentence::{About, Said, about, whole_months};
use super::{Judged, Need, Status, Verdict, Worded};
use crate::model::{Direction, Kind, Language, Month, Quality, Resets, Target, number};
use jiff::civil::Date;

const EN: Language = Language::English;

pub(super) fn english(said: &Said) -> String {
    let mut sentences = vec![match (said.standing.status, said.indicator.kind) {
        (Status::NoData, _) => no_data(said),
        (_, Kind::Milestone) => milestone(said),
        _ => format!("{}{}.", opening(said), judgement(said)),
    }];
    if said.indicator.kind != Kind::Milestone {
        sentences.extend(said.broken().filter_map(|judged| earlier_promise(said, judged)));
    }
    sentences.extend(pace(said));
    if let Some(due) = said.standing.marks.stale {
        sentences.push(format!("The figure due by {} has not been published.", day(due)));
    }
    sentences.join(" ")
}

fn no_data(said: &Said) -> String {
    let name = &said.indicator.name;
    match said.next_target() {
        Some(_) if said.indicator.kind == Kind::Milestone => format!("{name}: no data yet."),
        Some(target) => format!("{name}: no data yet; {}.", promise(said, "is", &target)),
        None => format!("{name}: no data yet."),
    }
}

/// At the end of June 2024, 高新技术企业 stood at 128 家
fn opening(said: &Said) -> String {
    let Some(figure) = said.figure else { return String::new() };
    let value = amount(figure.value, said.unit(), EN);
    let verb = match said.indicator.kind {
        Kind::Cumulative(_) => "totalled",
        _ => "stood at",
    };
    let span = match said.indicator.kind {
        Kind::Cumulative(Resets::Yearly) => " for the year so far",
        _ => "",
    };
    let below = if said.standing.marks.below_baseline {
        format!(", {}", below_baseline_word(said.indicator.direction(), EN))
    } else {
        String::new()
    };
    let end = figure.period.end_name(EN);
    format!("At {end}, {} {verb} {value}{span}{}{below}", said.indicator.name, notes(said))
}

/// (provisional; was 127 家, corrected on 10 July 2024)
fn notes(said: &Said) -> String {
    let mut notes = Vec::new();
    let marks = &said.standing.marks;
    if marks.provisional {
        notes.push(Quality::Provisional.word(EN).to_owned());
    }
    if marks.estimated {
        notes.push(Quality::Estimated.word(EN).to_owned());
    }
    if let Some((was, on)) = marks.revised {
        let on = on.map(|on| format!(" on {}", day(on))).unwrap_or_default();
        notes.push(format!("was {}, corrected{on}", amount(was, said.unit(), EN)));
    }
    if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) }
}

fn judgement(said: &Said) -> String {
    let status = said.standing.status;
    let word = status.word(EN);
    let goal = said.standing.goal;
    let asked = goal.map(|goal| promise(said, "was", &goal)).unwrap_or_default();
    match status {
        Status::NoData => String::new(),
        Status::Achieved if said.verdict() == Some(Verdict::MetLate) => format!("; {asked}: {word}, late"),
        Status::Achieved => format!("; {asked}: {word}"),
        Status::Missed => format!("; {asked}: {word}{}", lacking(said, goal)),
        Status::Awaiting => format!("; {asked}: {word}, as its figure has not been published"),
        Status::AchievedEarly => {
            let goal = goal.map(|goal| {
                let words = target_words(&goal, said.unit(), EN);
                format!(": {words} by {}", goal.by.end_name(EN))
            });
            format!("; the target was {word}{}", goal.unwrap_or_default())
        }
        Status::NoBaseline => "; the baseline is not published, so progress is not judged".to_owned(),
        Status::NotDue => format!("; nothing is required by this date: {word}"),
        Status::NotJudged => match said.indicator.kind {
            Kind::Trend(Direction::Up) => format!("; only a direction is wanted (up): {word}"),
            Kind::Trend(Direction::Down) => format!("; only a direction is wanted (down): {word}"),
            _ => format!("; no target is set: {word}"),
        },
        Status::Ahead | Status::OnSchedule | Status::SlightlyBehind | Status::Behind | Status::FarBehind => {
            if said.keeps() {
                kept(said)
            } else {
                let overall = if said.missed_now() { "; overall: " } else { ": " };
                format!("; {}{overall}{word}{}", compared(said), months(said))
            }
        }
    }
}

/// at least 95% is required, and is kept: on schedule
fn kept(said: &Said) -> String {
    let Some(goal) = said.standing.goal else { return String::new() };
    let word = said.standing.status.word(EN);
    let words = target_words(&goal, said.unit(), EN);
    match said.standing.status {
        Status::OnSchedule => format!("; {words} is required, and is kept: {word}"),
        _ => format!("; {words} is required{}: {word}", lacking(said, Some(goal))),
    }
}

/// at an even pace it would be 130 家, so it is 2 家 below
fn compared(said: &Said) -> String {
    let Some(compared) = said.compared() else { return String::new() };
    let planned = amount(compared.planned, said.unit(), EN);
    let given = said.standing.period.is_some_and(|period| said.standing.path.is_given(period.last()));
    let distance = difference(&number(compared.gap.abs()), said.unit(), EN);
    let distance = match compared.gap {
        gap if gap > 0.0 => format!("{distance} above"),
        gap if gap < 0.0 => format!("{distance} below"),
        _ => "level".to_owned(),
    };
    if let Some(judged) = said.due_now() {
        let words = target_words(&judged.target, said.unit(), EN);
        let end = judged.target.by.end_name(EN);
        let met = if judged.verdict == Verdict::Met { "met" } else { "missed" };
        let distance = if compared.gap == 0.0 { format!("exactly {planned}") } else { distance };
        return format!("the target of {words} by {end} was {met} ({distance})");
    }
    let asked = if said.standing.path.has_steps() {
        match said.last_due() {
            Some(target) => {
                let words = target_words(&target, said.unit(), EN);
                format!("the target for {} was {words}", target.by.end_name(EN))
            }
            None => format!("for now it must keep to the baseline of {planned}"),
        }
    } else if given {
        format!("the plan gives {planned}")
    } else {
        format!("at an even pace it would be {planned}")
    };
    format!("{asked}, so it is {distance}")
}

/// (by about 1 month); where the word does not give the direction, (about 1 month ahead)
fn months(said: &Said) -> String {
    let Some(months) = said.standing.gap_months.filter(|months| *months != 0.0) else { return String::new() };
    let size = match about(months) {
        About::LessThanOne => "less than a month".to_owned(),
        About::One => "about 1 month".to_owned(),
        About::Nearly(whole) => format!("nearly {whole} months"),
        About::Exactly(whole) => format!("{whole} months"),
        About::MoreThan(whole) => format!("more than {whole} months"),
    };
    match said.standing.status {
        Status::OnSchedule => format!(" ({size} {})", if months > 0.0 { "ahead" } else { "behind" }),
        _ => format!(" (by {size})"),
    }
}

/// the target is more than 160 家 by the end of 2025
fn promise(said: &Said, verb: &str, target: &Target) -> String {
    let words = target_words(target, said.unit(), EN);
    format!("the target {verb} {words} by {}", target.by.end_name(EN))
}

fn lacking(said: &Said, goal: Option<Target>) -> String {
    // After the deadline there is no way to go any more.
    let missing = goal.and_then(|goal| missing(said, &goal, "short"));
    missing.map(|missing| format!(", {missing}")).unwrap_or_default()
}

/// at least 33 家 to go
fn missing(said: &Said, target: &Target, up: &str) -> Option<String> {
    let rest = difference(&said.rest(target)?, said.unit(), EN);
    let way = match target.word.direction() {
        Direction::Up if said.keeps() => return Some(format!("{rest} short")),
        Direction::Down if said.keeps() => return Some(format!("{rest} over")),
        Direction::Up => up,
        Direction::Down => "to cut",
    };
    Some(match (target.word.strict(), said.whole) {
        (true, true) => format!("at least {rest} {way}"),
        (true, false) => format!("more than {rest} {way}"),
        (false, _) => format!("{rest} {way}"),
    })
}

fn earlier_promise(said: &Said, judged: &Judged) -> Option<String> {
    let target = &judged.target;
    let words = target_words(target, said.unit(), EN);
    let end = target.by.end_name(EN);
    let decided = judged.at.zip(judged.actual);
    let decided = decided
        .map(|(at, actual)| format!(" ({} at {})", amount(actual, said.unit(), EN), at.end_name(EN)))
        .unwrap_or_default();
    match judged.verdict {
        Verdict::Pending | Verdict::Met => None,
        Verdict::Awaiting => {
            Some(format!("The figure for the target of {words} by {end} is not published yet."))
        }
        Verdict::MetLate | Verdict::Missed => {
            Some(format!("The target of {words} by {end} was {}{decided}.", judged.verdict.word(EN)))
        }
    }
}

/// More than 160 家 by the end of 2025: at least 33 家 to go, 1.9 家 a month on average; …
fn pace(said: &Said) -> Option<String> {
    let had = had(said);
    match (&said.standing.need, said.indicator.kind) {
        (Some(need), _) => {
            let had = had.map(|had| format!("; {had}")).unwrap_or_default();
            let words = capital(&target_words(&need.target, said.unit(), EN));
            let end = need.target.by.end_name(EN);
            Some(format!("{words} by {end}{}{had}.", needed(said, need)))
        }
        (None, Kind::Trend(_)) => had.map(|had| format!("{}.", capital(&had))),
        (None, _) => None,
    }
}

fn needed(said: &Said, need: &Need) -> String {
    let missing = missing(said, &need.target, "to go");
    let pace = said
        .paced()
        .then(|| format!("{} a month on average", difference(&said.monthly(need.monthly), said.unit(), EN)));
    let told: Vec<String> = missing.into_iter().chain(pace).collect();
    if told.is_empty() { String::new() } else { format!(": {}", told.join(", ")) }
}

fn had(said: &Said) -> Option<String> {
    let had = said.had()?;
    let span = if had.months == 1 { "last month".to_owned() } else { format!("last {} months", had.months) };
    Some(match had.change {
        Some((direction, size)) => {
            let size = difference(&size, said.unit(), EN);
            let verb = if direction == Direction::Up { "grew" } else { "fell" };
            let mean = if had.months == 1 { "" } else { " a month on average" };
            format!("over the {span} it {verb} by {size}{mean}")
        }
        None => format!("over the {span} it hardly changed"),
    })
}

fn milestone(said: &Said) -> String {
    let name = &said.indicator.name;
    let total = said.indicator.steps.len();
    let reached = said.standing.verdicts.iter();
    let reached = reached.filter(|judged| matches!(judged.verdict, Verdict::Met | Verdict::MetLate)).count();
    let late = said.standing.verdicts.iter().any(|judged| judged.verdict == Verdict::MetLate);
    let of = said.standing.period.map(|period| format!("At {}, ", period.end_name(EN))).unwrap_or_default();
    let word = said.standing.status.word(EN);
    let step = said.standing.step.and_then(|step| said.indicator.steps.get(step));
    let due =
        step.map(|step| format!("“{}”, due by {}", step.name, step.by.end_name(EN))).unwrap_or_default();
    let has = if of.is_empty() { "has" } else { "had" };
    let steps = if total == 1 { "step" } else { "steps" };
    let so_far = format!("{of}{name} {has} {reached} of {total} {steps} done");
    match said.standing.status {
        Status::Achieved if late => format!("{so_far}, not all on time: {word}."),
        Status::Achieved => format!("{so_far}: {word}."),
        Status::Awaiting => format!("{so_far}; {due}: {word}, as nothing has been published since."),
        Status::Missed => format!("{so_far}; {due}: {word}."),
        Status::SlightlyBehind | Status::Behind | Status::FarBehind => {
            let late = match said.standing.gap_months.map_or(0, whole_months) {
                0 => "less than a month".to_owned(),
                1 => "1 month".to_owned(),
                months => format!("{months} months"),
            };
            format!("{so_far}; {due}, is not done: {word} (overdue by {late}).")
        }
        _ => format!("{so_far}; next is {due}: {word}."),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn day(date: Date) -> String {
    format!("{} {}", date.day(), Month::of(date).name(EN))
}
