//! Marks beside a status.

use super::build::*;
use crate::model::{Direction, Frequency, Indicator, Kind, Quality};
use crate::progress::Marks;

#[test]
fn stale_since_the_day_the_next_figure_was_due() {
    let firms = |every: Frequency, figures: &str| level("2022=100", "2025>160").every(every).figures(figures);
    let monthly = |figures: &str| firms(Frequency::Monthly, figures);
    let quarterly = |figures: &str| firms(Frequency::Quarterly, figures);
    let no_baseline = level("", "2025>160").every(Frequency::Monthly);
    #[rustfmt::skip]
    let cases = [
        // July's figure is due on 15 August; on that day it is not late.
        ("due today", monthly("2024-06=128"), "2024-08-15", "fresh"),
        ("due yesterday", monthly("2024-06=128"), "2024-08-16", "2024-08-15"),
        // The date does not move on: it is the first figure that is missing.
        ("half a year later", monthly("2024-06=128"), "2025-03-01", "2024-08-15"),
        ("the third quarter is due on 15 October", quarterly("2024-06=128"), "2024-10-15", "fresh"),
        ("and then late", quarterly("2024-06=128"), "2024-10-16", "2024-10-15"),
        ("a quarter after a monthly figure", quarterly("2024-07=128"), "2024-10-16", "2024-10-15"),
        ("a year", firms(Frequency::Yearly, "2023=120"), "2025-01-16", "2025-01-15"),
        ("nothing yet: counted from the baseline", monthly(""), "2023-02-16", "2023-02-15"),
        ("nothing yet and no baseline: nothing to count from", no_baseline, "2024-07-20", "fresh"),
        ("nobody said how often", level("2022=100", "2025>160").figures("2024-06=128"), "2030-01-01", "fresh"),
        ("the last figure is there: no more are owed", monthly("2025-12=170"), "2030-01-01", "fresh"),
    ];
    let stale = |indicator: &Indicator, day: &str| {
        indicator.on(day).marks.stale.map_or("fresh".into(), |due| due.to_string())
    };
    check(cases.into_iter().map(|(why, case, day, expected)| (why, stale(&case, day), expected)));
    assert_eq!(monthly("2024-06=128").on("2024-07-20").next_due, Some(date("2024-08-15")));
}

#[test]
fn a_milestone_is_stale_when_the_policy_falls_silent() {
    let started = fund("0=2024-06-18").every(Frequency::Quarterly);
    assert_eq!(started.reported("2024-06", "2024-10-16").marks.stale, Some(date("2024-10-15")));
    assert_eq!(started.reported("2024-06 2024-09", "2024-10-16").marks.stale, None);
    let done = fund("0=2024-06-18 1=2024-09-18").every(Frequency::Quarterly);
    assert_eq!(done.reported("2024-09", "2025-10-16").marks.stale, None);
}

#[test]
fn below_the_baseline() {
    let below = |indicator: Indicator| indicator.on("2024-07-20").marks.below_baseline;
    assert!(below(level("2022=100", "2025>160").figures("2024-06=99")));
    assert!(!below(level("2022=100", "2025>160").figures("2024-06=100")));
    assert!(below(level("2022=80", "2025<=40").figures("2024-06=81")));
    assert!(below(indicator(Kind::Trend(Direction::Up)).base("2022=80").figures("2024-06=79")));
    // A year's total and a bound start nowhere.
    assert!(!below(yearly("2024>=10").base("2022=80").figures("2024-06=5")));
    assert!(!below(at_least("2024>=10").base("2022=80").figures("2024-06=5")));
}

#[test]
fn quality_of_figure_baseline_and_file() {
    let marks = |change: &dyn Fn(&mut Indicator)| {
        let mut indicator = level("2022=100", "2025>160").figures("2024-05=126 2024-06=128");
        change(&mut indicator);
        indicator.on("2024-07-20").marks
    };
    let plain = Marks::default();
    assert_eq!(marks(&|_| {}), plain);
    let provisional = Marks { provisional: true, ..plain.clone() };
    assert_eq!(marks(&|i| i.newest().quality = Quality::Provisional), provisional);
    assert_eq!(marks(&|i| i.figures[0].quality = Quality::Provisional), plain);
    // The weaker word wins.
    let both =
        |i: &mut Indicator| (i.quality, i.newest().quality) = (Quality::Estimated, Quality::Provisional);
    assert_eq!(marks(&both), Marks { estimated: true, ..plain.clone() });
    let illustrative = Marks { illustrative: true, ..plain.clone() };
    assert_eq!(marks(&|i| i.newest().quality = Quality::Illustrative), illustrative);
    assert_eq!(marks(&|i| i.quality = Quality::Illustrative), illustrative);
    assert_eq!(marks(&|i| i.baseline.as_mut().unwrap().quality = Quality::Illustrative), illustrative);
    let was = Some((127.0, Some(date("2024-07-10"))));
    assert_eq!(marks(&|i| correct(i.newest(), was)), Marks { revised: was, ..plain });
}
