//! The other kinds: running totals, bounds to keep, milestones and trends.

use super::build::*;
use crate::model::{Direction, Kind};

#[test]
fn running_totals() {
    let never = |figures: &str| total("2027>=60").figures(figures);
    let year = |figures: &str| yearly("2023>=120 2024>=120").figures(figures);
    #[rustfmt::skip]
    let cases = [
        // A total needs no baseline: it starts at 0.
        ("half way", never("2025-06=30"), "2025-07-20", "on-schedule planned 30 gap 0 months 0"),
        ("late", never("2025-06=22"), "2025-07-20", "far-behind planned 30 gap -8 months -8"),
        ("nothing built yet is no missing figure", never("2023-01=0"), "2023-02-20", "slightly-behind planned 1 gap -1 months -1"),
        ("done early", never("2026-06=60"), "2026-07-20", "achieved-early planned 42 gap 18 months 18"),
        ("each year anew", year("2023-12=120 2024-03=30"), "2024-04-20", "on-schedule planned 30 gap 0 months 0"),
        // The year's own target is the last one asked: 2023 is achieved although 2024 is still to come.
        ("the year is done", year("2023-12=125"), "2024-01-20", "achieved planned 120 gap 5 months 0"),
        ("the year was missed", year("2023-12=100"), "2024-01-20", "missed planned 120 gap -20 months -2"),
        ("the year's target reached in autumn", year("2024-09=121"), "2024-10-20", "achieved-early planned 90 gap 31 months 3"),
        ("December of that year is missing", year("2023-11=115"), "2024-01-20", "awaiting planned 110 gap 5 months 0.5"),
        ("not behind since another year", year("2024-02=5"), "2024-03-20", "slightly-behind planned 20 gap -15 months -1.5"),
        ("after the last year its verdict stands", year("2024-12=125 2025-03=7"), "2025-04-20", "achieved"),
        ("and a missing one is awaited", year("2024-11=115 2025-03=7"), "2025-04-20", "awaiting"),
        ("a year without a target asks for nothing", yearly("2024>=120").figures("2023-06=9"), "2023-07-20", "not-due"),
    ];
    check(cases.into_iter().map(|(why, case, day, expected)| (why, summary(&case.on(day)), expected)));
}

#[test]
fn bounds_to_keep() {
    let air = |figures: &str| at_least("2024>=92 2025>=93").figures(figures);
    let time = |figures: &str| at_most("2025<=10").figures(figures);
    #[rustfmt::skip]
    let cases = [
        ("kept", air("2024-06=92.5"), "2024-07-20", "on-schedule planned 92 gap 0.5"),
        // Far above is no more than kept: there is no ahead.
        ("well kept", air("2024-06=99"), "2024-07-20", "on-schedule planned 92 gap 7"),
        ("broken", air("2024-06=91.5"), "2024-07-20", "behind planned 92 gap -0.5"),
        ("the next bound holds from its year on", air("2025-01=92.5"), "2025-02-20", "behind planned 93 gap -0.5"),
        ("an interim deadline is not the end", air("2024-12=92.5"), "2025-01-20", "on-schedule planned 92 gap 0.5"),
        ("kept to the end", air("2025-12=93"), "2026-01-20", "achieved planned 93 gap 0"),
        ("broken at the end", air("2025-12=92.9"), "2026-01-20", "missed planned 93 gap -0.1"),
        ("the end is not known", air("2025-11=95"), "2026-01-20", "awaiting planned 93 gap 2"),
        ("nothing reported", air(""), "2024-07-20", "no-data"),
        ("at most", time("2024-06=10"), "2024-07-20", "on-schedule planned 10 gap 0"),
        ("more than at most", time("2024-06=11"), "2024-07-20", "behind planned 10 gap 1"),
        ("a bound without a value", at_least("").figures("2024-06=92"), "2024-07-20", "not-judged"),
    ];
    check(cases.into_iter().map(|(why, case, day, expected)| (why, summary(&case.on(day)), expected)));
    let standing = air("2024-06=92.5").on("2024-07-20");
    // A bound is no way to go: no share of it, no pace.
    assert_eq!((standing.attained, standing.due, standing.need, standing.had), (None, None, None, None));
}

#[test]
fn milestones() {
    // Steps by June and December 2024; reached on the days given, with reports for the periods given.
    #[rustfmt::skip]
    let cases = [
        ("none due yet", "", "2024-03", "2024-04-20", "not-due", Some(0)),
        ("nothing reported, none due", "", "", "2024-03-20", "not-due", Some(0)),
        ("the first in time, the next is to come", "0=2024-06-18", "2024-06", "2024-07-20", "on-schedule", Some(1)),
        ("the first early", "0=2024-03-18", "2024-03", "2024-04-20", "on-schedule", Some(1)),
        // The June report says nothing of the step: silence is an answer.
        ("due in June, not in the June report", "", "2024-06", "2024-07-20", "slightly-behind months 0", Some(0)),
        ("two months later", "", "2024-08", "2024-09-20", "slightly-behind months -2", Some(0)),
        ("three months later", "", "2024-09", "2024-10-20", "behind months -3", Some(0)),
        ("the worst one speaks", "1=2024-09-01", "2024-11", "2024-12-20", "behind months -5", Some(0)),
        // Nobody has reported since May: whether it was done in June is not known, and not green.
        ("past due, no report", "", "2024-05", "2024-07-20", "awaiting", Some(0)),
        ("late but done", "0=2024-08-02", "2024-08", "2024-09-20", "on-schedule", Some(1)),
        ("all done", "0=2024-06-18 1=2024-11-30", "2024-06 2024-11", "2025-03-20", "achieved", None),
        ("the end has passed, reported and missing", "0=2024-06-18", "2024-06 2024-12", "2025-01-20", "missed months 0", Some(1)),
        ("half a year after the end", "", "2025-06", "2025-07-20", "missed months -12", Some(0)),
        ("the end has passed, not reported", "0=2024-06-18", "2024-06 2024-11", "2025-01-20", "awaiting", Some(1)),
        ("nothing since June, and June was missed", "", "2024-06", "2025-01-20", "awaiting months 0", Some(0)),
    ];
    for (why, reached, reports, day, expected, step) in cases {
        let standing = fund(reached).reported(reports, day);
        assert_eq!((summary(&standing).as_str(), standing.step), (expected, step), "{why}");
    }
}

#[test]
fn verdicts_of_steps() {
    #[rustfmt::skip]
    let cases = [
        ("on its last day", "0=2024-06-30", "2024-06", "2024-07-20", "2024-06 met 2024-06, 2024-12 pending"),
        ("a day late", "0=2024-07-01", "2024-07", "2024-08-20", "2024-06 met-late 2024-07, 2024-12 pending"),
        ("missed so far", "", "2024-06", "2024-07-20", "2024-06 missed 2024-06, 2024-12 pending"),
        ("not reported", "", "2024-05", "2024-07-20", "2024-06 awaiting, 2024-12 pending"),
    ];
    check(cases.map(|(why, reached, reports, day, expected)| {
        (why, verdicts(&fund(reached).reported(reports, day)), expected)
    }));
}

#[test]
fn a_milestone_has_a_history_of_reports() {
    let fund = fund("0=2024-08-02 1=2024-12-20");
    let standing = fund.reported("2024-03 2024-06 2024-08 2024-12", "2025-01-20");
    let line =
        |(period, status): &(crate::model::Period, crate::progress::Status)| format!("{period} {status:?}");
    let got: Vec<String> = standing.history.iter().map(line).collect();
    assert_eq!(got, ["2024-03 NotDue", "2024-06 SlightlyBehind", "2024-08 OnSchedule", "2024-12 Achieved"]);
}

#[test]
fn a_trend_is_never_judged() {
    let trend = indicator(Kind::Trend(Direction::Up));
    assert_eq!(summary(&trend.on("2024-07-20")), "no-data");
    let standing = trend.figures("2023-06=80 2024-06=92").on("2024-07-20");
    assert_eq!(summary(&standing), "not-judged");
    assert_eq!(standing.had, Some(1.0));
}
