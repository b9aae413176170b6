//! The planned path and its inverse, month by month.

use super::build::*;
use crate::model::{Direction, Indicator, Period};
use crate::progress::PlannedPath;
use crate::progress::rounding::six;

fn path(indicator: &Indicator) -> PlannedPath {
    PlannedPath::new(indicator, month("2022-12"))
}

fn at(indicator: &Indicator, when: &str) -> Option<f64> {
    path(indicator).at(month(when))
}

#[test]
fn straight_from_deadline_to_deadline() {
    let firms = level("2022=100", "2025>160 2027>200");
    let cases = [
        ("2021-06", 100.0), // before the baseline it is the baseline
        ("2022-12", 100.0),
        ("2023-06", 110.0),
        ("2024-06", 130.0),
        ("2025-12", 160.0),
        ("2026-12", 180.0), // a flatter second line
        ("2027-12", 200.0),
        ("2030-01", 200.0), // after the last target it is the last target
    ];
    for (when, planned) in cases {
        assert_eq!(at(&firms, when), Some(planned), "{when}");
    }
}

#[test]
fn in_steps_a_value_holds_until_the_next_deadline() {
    let firms = level("2022=100", "2025>160 2027>200").year_end();
    for (when, planned) in [("2025-11", 100.0), ("2025-12", 160.0), ("2027-11", 160.0), ("2027-12", 200.0)] {
        assert_eq!(at(&firms, when), Some(planned), "{when}");
    }
}

#[test]
fn points_of_a_document_and_the_targets() {
    let firms = level("2022=100", "2025>160").points("2023=113 2024=135");
    for (when, planned) in [("2023-06", 106.5), ("2023-12", 113.0), ("2024-06", 124.0), ("2025-06", 147.5)] {
        assert_eq!(at(&firms, when), Some(planned), "{when}");
    }
    assert!(path(&firms).is_given(month("2023-12")) && path(&firms).is_given(month("2025-12")));
    assert!(!path(&firms).is_given(month("2024-06")));
    // Where a point and a target share a month the target holds; a point before the baseline says nothing.
    let odd = level("2022=100", "2025>160").points("2021=90 2025=150");
    assert_eq!((at(&odd, "2025-12"), at(&odd, "2022-12")), (Some(160.0), Some(100.0)));
}

#[test]
fn no_baseline_no_path() {
    assert_eq!(at(&level("", "2025>160"), "2024-06"), None);
    assert!(path(&level("", "2025>160")).lines().is_empty());
}

#[test]
fn a_yearly_total_starts_at_zero_each_january() {
    let built = yearly("2023>=120 2024>=240");
    for (when, planned) in [("2023-01", 10.0), ("2023-12", 120.0), ("2024-01", 20.0), ("2024-12", 240.0)] {
        assert_eq!(at(&built, when), Some(planned), "{when}");
    }
    // No target, no path: of 2025 nothing was said.
    assert_eq!(at(&built, "2025-06"), None);
}

#[test]
fn a_total_starts_at_zero_where_the_policy_starts() {
    assert_eq!(at(&total("2027>=60"), "2025-06"), Some(30.0));
    // Unless the indicator has a start of its own.
    assert_eq!(at(&total("2027>=60").base("2023=12"), "2025-12"), Some(36.0));
}

/// Months ahead of the path at `when`, with the value given.
fn ahead(indicator: &Indicator, when: &str, value: f64, direction: Direction) -> Option<f64> {
    path(indicator).months_ahead(month(when), value, direction).map(six)
}

#[test]
fn months_ahead_and_behind() {
    let firms = level("2022=100", "2025>160 2027>200");
    let cases = [
        ("on the path", "2024-06", 130.0, 0.0),
        ("the worked example lies at month 16.8", "2024-06", 128.0, -1.2),
        ("across a bend: 170 is at 2026-06", "2025-06", 170.0, 12.0),
        ("across a bend, backwards: 150 is at 2025-06", "2026-06", 150.0, -12.0),
        ("below the baseline: the baseline's month", "2024-06", 50.0, -18.0),
        ("beyond the last target: the last deadline", "2024-06", 999.0, 42.0),
        ("ahead after the end: no month is left", "2028-06", 999.0, 0.0),
        ("behind after the end", "2028-06", 195.0, -9.0),
        ("ahead before the baseline", "2022-06", 105.0, 9.0),
        ("short before the baseline: no month is earlier", "2022-06", 90.0, 0.0),
    ];
    for (why, when, value, months) in cases {
        assert_eq!(ahead(&firms, when, value, Direction::Up), Some(months), "{why}");
    }
}

#[test]
fn flat_stretches_are_read_in_favour_of_the_figure() {
    // 100 at 2022, 160 at 2023, still 160 at 2025, 200 at 2027.
    let firms = level("2022=100", "2023>=160 2025>=160 2027>=200");
    let cases = [
        ("behind: 160 was not passed until the end of the flat stretch", "2026-12", 160.0, -12.0),
        ("ahead: 160 is reached at its beginning", "2023-06", 160.0, 6.0),
        ("on it: nothing is gained or lost", "2024-06", 160.0, 0.0),
        ("on it but short: since the path passed the value", "2024-06", 130.0, -12.0),
        ("on it and above: until the path gets there", "2024-12", 180.0, 24.0),
    ];
    for (why, when, value, months) in cases {
        assert_eq!(ahead(&firms, when, value, Direction::Up), Some(months), "{why}");
    }
}

#[test]
fn a_flat_start_is_not_yet_due() {
    let firms = level("2022=100", "2023>=100 2025>160").figures("2023-06=100");
    assert_eq!(summary(&firms.on("2023-07-20")), "not-due planned 100 gap 0 months 0");
    assert_eq!(at(&firms, "2024-12"), Some(130.0));
}

#[test]
fn in_the_mirror() {
    let days = level("2022=80", "2026<=32");
    for (value, months) in [(56.0, 0.0), (54.0, 2.0), (58.0, -2.0), (90.0, -24.0), (0.0, 24.0)] {
        assert_eq!(ahead(&days, "2024-12", value, Direction::Down), Some(months), "{value}");
    }
}

#[test]
fn a_path_in_steps_has_no_months() {
    assert_eq!(ahead(&level("2022=100", "2025>160").year_end(), "2024-06", 128.0, Direction::Up), None);
}

#[test]
fn corners_to_draw() {
    let lines = |indicator: &Indicator| -> Vec<Vec<(String, f64)>> {
        let name = |(month, value)| (Period::Month(month).to_string(), value);
        path(indicator).lines().into_iter().map(|line| line.into_iter().map(name).collect()).collect()
    };
    let corner = |when: &str, value: f64| (when.to_owned(), value);
    assert_eq!(
        lines(&level("2022=100", "2025>160").year_end()),
        [[corner("2022-12", 100.0), corner("2025-12", 100.0), corner("2025-12", 160.0)]]
    );
    assert_eq!(
        lines(&yearly("2023>=120 2024>=240")),
        [
            [corner("2022-12", 0.0), corner("2023-12", 120.0)],
            [corner("2023-12", 0.0), corner("2024-12", 240.0)]
        ]
    );
}
