//! Rows: judged at the year's end against the year's cell, and added up only when all have reported.

use super::build::*;
use crate::model::Indicator;
use crate::progress::{BreakdownStanding, RowStanding, Worded};

const COLUMNS: &str = "2022 2023 2024 2025";

fn rows(rows: &[(&str, &str)], day: &str) -> BreakdownStanding {
    level("2022=100", "2025>160").rows(COLUMNS, rows).on(day).breakdowns.remove(0)
}

/// `under-way 3 left 1` for each row.
fn lines(standing: &BreakdownStanding) -> Vec<String> {
    let line = |row: &RowStanding| {
        let target = row.target.map(|target| format!(" {target}")).unwrap_or_default();
        let left = row.remaining.map(|left| format!(" left {left}")).unwrap_or_default();
        format!("{}{target}{left}", row.status.key())
    };
    standing.rows.iter().map(line).collect()
}

#[test]
fn every_status_of_a_row() {
    let cases = [
        ("2 2 3 3", "2024-06=3", "year-met 3 left 0"), // met, and the year is not over
        ("2 2 3 3", "2024-06=2", "under-way 3 left 1"), // one firm of 2 -> 3: never "a hundred points behind"
        ("2 2 3 3", "", "no-data 3"),                  // has never reported
        ("2 ~ ~ 1", "2024-06=2", "no-task"),           // nothing was asked of it this year
        ("0 0 0 1", "2024-06=0", "year-met 0 left 0"), // a target of zero is a target, and met
        ("2 2 3 3", "2024-06=9", "year-met 3 left 0"), // more than asked: nothing is missing
    ];
    let table = cases.map(|(cells, figures, _)| (cells, figures));
    let standing = rows(&table, "2024-07-20");
    assert_eq!(lines(&standing), cases.map(|(_, _, expected)| expected));
    assert_eq!((standing.period, standing.column), (Some(period("2024-06")), Some(2)));
}

#[test]
fn at_the_years_end() {
    let cases = [
        ("2 2 3 3", "2024-12=3", "year-met 3 left 0"),
        ("2 2 3 3", "2024-12=2", "year-missed 3 left 1"),
        // It has enough in November, but the year's last figure is not there: nobody has accepted it.
        ("2 2 3 3", "2024-11=3", "awaiting 3 left 0"),
    ];
    let table = cases.map(|(cells, figures, _)| (cells, figures));
    assert_eq!(lines(&rows(&table, "2025-01-20")), cases.map(|(_, _, expected)| expected));
    // On the year's last day the year is not past.
    assert_eq!(lines(&rows(&table[2..], "2024-12-31")), ["year-met 3 left 0"]);
}

#[test]
fn the_current_column_is_that_of_the_newest_figure() {
    let column = |figures: &str, day: &str| rows(&[("2 2 3 3", figures)], day).column;
    assert_eq!(column("2023-06=2", "2023-07-20"), Some(1));
    assert_eq!(column("2023-12=2", "2024-07-20"), Some(1)); // the year that was reported, not the one that passes
    assert_eq!(column("2024-01=2", "2024-07-20"), Some(2));
    assert_eq!(column("", "2025-07-20"), Some(3)); // nothing reported: the year of the day
    assert_eq!(column("2022-12=2", "2023-01-20"), Some(1)); // the baseline's column is no target
    assert_eq!(column("2026-03=2", "2026-04-20"), Some(3)); // after the last year, the last
}

#[test]
fn added_up_only_when_all_have_reported() {
    let table =
        |third| [("2 2 3 3", "2024-06=3"), ("1 1 2 2", "2024-06=1"), ("1 1 1 1", third), ("~ ~ ~ ~", "")];
    let short = rows(&table("2024-05=1"), "2024-07-20");
    assert_eq!((short.reported, short.expected, short.sum), (2, 3, None));
    let whole = rows(&table("2024-06=1"), "2024-07-20");
    assert_eq!((whole.reported, whole.expected, whole.sum), (3, 3, Some(5.0)));
    let none = rows(&[("~ ~ ~ ~", "")], "2024-07-20");
    assert_eq!((none.reported, none.expected, none.sum), (0, 0, None));
}

#[test]
fn downwards_and_yearly() {
    let down = |figures: &str| -> Indicator {
        level("2022=80", "2025<=40").rows(COLUMNS, &[("80 70 60 40", figures)])
    };
    assert_eq!(lines(&down("2024-06=65").on("2024-07-20").breakdowns[0]), ["under-way 60 left 5"]);
    assert_eq!(lines(&down("2024-06=60").on("2024-07-20").breakdowns[0]), ["year-met 60 left 0"]);
    // Two rows of a yearly total; the second has said nothing this year, and last year's 9 is another total.
    let built = yearly("2023>=10 2024>=10").rows("2023 2024", &[("5 5", "2024-03=5"), ("5 5", "2023-12=9")]);
    assert_eq!(lines(&built.on("2024-04-20").breakdowns[0]), ["year-met 5 left 0", "no-data 5"]);
}
