//! What became of each target: kept for ever.

use super::build::*;
use crate::progress::Status;

#[test]
fn every_verdict() {
    let firms = |figures: &str| level("2022=100", "2025>160 2027>200").figures(figures);
    #[rustfmt::skip]
    let cases = [
        ("before the deadline", firms("2025-11=170"), "2025-12-20", "2025 pending, 2027 pending"),
        // A stock can be lost again: what was enough in November proves nothing for December.
        ("past it, the figure is not there", firms("2025-11=170"), "2026-01-10", "2025 awaiting, 2027 pending"),
        ("met on the day", firms("2025-12=161"), "2026-01-20", "2025 met 2025-12, 2027 pending"),
        ("a year's figure is December's", firms("2025=161"), "2026-01-20", "2025 met 2025, 2027 pending"),
        ("160 is not more than 160", firms("2025-12=160"), "2026-01-20", "2025 missed 2025-12, 2027 pending"),
        ("met and lost again: it was met", firms("2025-12=161 2026-01=150"), "2026-02-20", "2025 met 2025-12, 2027 pending"),
        ("mended later", firms("2025-12=158 2026-01=159 2026-03=161"), "2026-04-20", "2025 met-late 2026-03, 2027 pending"),
        // A later stock cannot prove the deadline.
        ("no figure for the day, a later one is enough", firms("2025-11=170 2026-03=175"), "2026-04-20", "2025 met-late 2026-03, 2027 pending"),
        ("no figure for the day, a later one is not", firms("2025-11=155 2026-03=158"), "2026-04-20", "2025 missed 2026-03, 2027 pending"),
        ("both by one figure", firms("2027-12=201"), "2028-01-20", "2025 met-late 2027-12, 2027 met 2027-12"),
        ("nothing was ever reported", firms(""), "2028-01-20", "2025 awaiting, 2027 awaiting"),
        ("at least", level("2022=100", "2025>=160").figures("2025-12=160"), "2026-01-20", "2025 met 2025-12"),
        ("at most", level("2022=80", "2025<=40").figures("2025-12=40"), "2026-01-20", "2025 met 2025-12"),
        ("less than", level("2022=80", "2025<40").figures("2025-12=40"), "2026-01-20", "2025 missed 2025-12"),
        ("without a baseline", level("", "2025>160").figures("2025-12=161"), "2026-01-20", "2025 met 2025-12"),
    ];
    check(cases.into_iter().map(|(why, case, day, expected)| (why, verdicts(&case.on(day)), expected)));
}

#[test]
fn another_years_total_decides_nothing() {
    let built = |figures: &str| yearly("2023>=120 2024>=120").figures(figures);
    #[rustfmt::skip]
    let cases = [
        ("each December", built("2023-12=121 2024-12=119"), "2025-01-20", "2023 met 2023-12, 2024 missed 2024-12"),
        // 130 in 2024 is another total: 2023 stays unproved.
        ("no December of 2023", built("2023-11=119 2024-12=130"), "2025-01-20", "2023 awaiting, 2024 met 2024-12"),
        ("a missed year stays missed", built("2023-12=90 2024-12=500"), "2025-01-20", "2023 missed 2023-12, 2024 met 2024-12"),
    ];
    check(cases.into_iter().map(|(why, case, day, expected)| (why, verdicts(&case.on(day)), expected)));
}

#[test]
fn a_bound_cannot_be_kept_late() {
    let air = |figures: &str| at_least("2024>=92 2025>=93").figures(figures);
    #[rustfmt::skip]
    let cases = [
        ("kept on the day", air("2024-12=92"), "2025-01-20", "2024 met 2024-12, 2025 pending"),
        ("broken on the day", air("2024-12=91 2025-03=95"), "2025-04-20", "2024 missed 2024-12, 2025 pending"),
    ];
    check(cases.into_iter().map(|(why, case, day, expected)| (why, verdicts(&case.on(day)), expected)));
}

#[test]
fn what_decided_is_kept() {
    let standing =
        level("2022=100", "2025>160").figures("2025-12=150 2026-03=161 2026-06=170").on("2026-07-20");
    let judged = &standing.verdicts[0];
    assert_eq!((judged.at, judged.actual), (Some(period("2026-03")), Some(161.0)));
    // Reached late is achieved, and the verdict says that it was late.
    assert_eq!(standing.status, Status::Achieved);
    assert_eq!(verdicts(&standing), "2025 met-late 2026-03");
}
