//! Rows of a breakdown: judged at the year's end (到点验收), never by a line, because one firm of a
//! 2 -> 3 target would be a hundred points.

use super::day::{Day, past};
use super::{BreakdownStanding, RowStanding, RowStatus};
use crate::model::{Breakdown, Direction, Indicator, Month, Period, Row};

/// A breakdown on a day.
pub(super) fn breakdown(indicator: &Indicator, breakdown: &Breakdown, day: &Day) -> BreakdownStanding {
    let newest = |row: &Row| day.figures(&row.figures).last().map(|figure| figure.period);
    let period = breakdown.rows.iter().filter_map(newest).max();
    let column = current(breakdown, period.map_or(Month::of(day.date), Period::last));
    let cell = column.map(|at| Cell { at, by: breakdown.columns[at], indicator });
    let rows: Vec<RowStanding> =
        breakdown.rows.iter().map(|row| row_standing(row, cell.as_ref(), day)).collect();

    let has_task = |row: &RowStanding| column.is_none() || row.target.is_some();
    let of_period = |row: &Row| {
        let figure = day.figures(&row.figures).last()?;
        (Some(figure.period.last()) == period.map(Period::last)).then_some(figure.value)
    };
    let values: Vec<Option<f64>> = breakdown.rows.iter().map(of_period).collect();
    let tasks = rows.iter().zip(&values).filter(|(row, _)| has_task(row));
    let expected = tasks.clone().count();
    let reported = tasks.filter(|(_, value)| value.is_some()).count();
    // Missing is never zero: a sum waits for the last row.
    let sum = (expected > 0 && reported == expected).then(|| values.iter().flatten().sum());
    BreakdownStanding { period, column, expected, reported, sum, rows }
}

/// The current year's cells: those of the first column, not the baseline's, that ends at or after a month.
fn current(breakdown: &Breakdown, month: Month) -> Option<usize> {
    let first = usize::from(breakdown.baseline_column);
    let columns = breakdown.columns.get(first..)?;
    let last = columns.len().checked_sub(1)?;
    Some(first + columns.iter().position(|by| by.last() >= month).unwrap_or(last))
}

/// The column against which rows are held.
struct Cell<'a> {
    at: usize,
    by: Period,
    indicator: &'a Indicator,
}

fn row_standing(row: &Row, cell: Option<&Cell>, day: &Day) -> RowStanding {
    let figures = day.figures(&row.figures);
    let newest = figures.len().checked_sub(1);
    let target = cell.and_then(|cell| row.targets.get(cell.at).copied().flatten());
    let (Some(cell), Some(target)) = (cell, target) else {
        return RowStanding { newest, target: None, remaining: None, status: RowStatus::NoTask };
    };
    // Last year's running total says nothing about this year's.
    let of_year =
        |period: Period| !cell.indicator.resets_yearly() || period.last().year() == cell.by.last().year();
    let Some(figure) = figures.last().filter(|figure| of_year(figure.period)) else {
        return RowStanding { newest, target: Some(target), remaining: None, status: RowStatus::NoData };
    };
    let missing = match cell.indicator.direction() {
        Direction::Up => target - figure.value,
        Direction::Down => figure.value - target,
    };
    let over = figure.period.last() >= cell.by.last();
    let status = match missing <= 0.0 {
        _ if !over && past(cell.by, day.date) => RowStatus::Awaiting,
        true => RowStatus::YearMet,
        false if over => RowStatus::YearMissed,
        false => RowStatus::UnderWay,
    };
    RowStanding { newest, target: Some(target), remaining: Some(missing.max(0.0)), status }
}
