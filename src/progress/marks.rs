//! Marks beside a status: how old and how good the figure is. They never replace the status.

use super::Marks;
use super::day::Day;
use crate::model::{Direction, Frequency, Indicator, Kind, Month, Period, Quality};
use jiff::civil::Date;

/// The marks of an indicator whose figures are known up to position `newest`.
pub(super) fn marks(indicator: &Indicator, newest: Option<usize>, stale: Option<Date>) -> Marks {
    let figure = newest.and_then(|at| indicator.figures.get(at));
    let quality = figure.map_or(indicator.quality, |figure| figure.quality.max(indicator.quality));
    // A reached step is a statement like a figure.
    let steps = indicator.reached.iter().any(|step| step.quality == Quality::Illustrative);
    let base = indicator.baseline.is_some_and(|baseline| baseline.quality == Quality::Illustrative);
    Marks {
        stale,
        below_baseline: figure.is_some_and(|figure| below_baseline(indicator, figure.value)),
        provisional: quality == Quality::Provisional,
        estimated: quality == Quality::Estimated,
        revised: figure.and_then(|figure| figure.was()),
        illustrative: quality == Quality::Illustrative || base || steps,
    }
}

/// Whether a value is worse than where the path started; a bound to keep and a yearly total start nowhere.
fn below_baseline(indicator: &Indicator, value: f64) -> bool {
    let starts = match indicator.kind {
        Kind::Level | Kind::Trend(_) => true,
        Kind::Cumulative(_) => !indicator.resets_yearly(),
        Kind::KeepAtLeast | Kind::KeepAtMost | Kind::Milestone => false,
    };
    starts
        && indicator.baseline.is_some_and(|baseline| match indicator.direction() {
            Direction::Up => value < baseline.value,
            Direction::Down => value > baseline.value,
        })
}

/// The day on which the next figure is due; none without `frequency` and `due`, without anything
/// to count from, or where the last deadline's figure is there and no more are owed.
pub(super) fn next_due(indicator: &Indicator, day: &Day) -> Option<Date> {
    let (frequency, due) = indicator.frequency.zip(indicator.due)?;
    let known = match indicator.kind {
        Kind::Milestone => day.reports.last().copied(),
        _ => day.figures(&indicator.figures).last().map(|figure| figure.period),
    };
    let last = known.or(indicator.baseline.map(|baseline| baseline.period))?.last();
    let targets = indicator.targets_at(Period::Month(Month::of(day.date)));
    let steps = indicator.steps.iter().map(|step| step.by.last());
    let end = targets.iter().map(|target| target.by.last()).chain(steps).max();
    if end.is_some_and(|end| last >= end) {
        return None;
    }
    Some(due.date(next(last, frequency)))
}

/// The first period that ends after a month.
fn next(last: Month, frequency: Frequency) -> Period {
    let month = Month(last.0 + 1);
    match frequency {
        Frequency::Monthly => Period::Month(month),
        Frequency::Quarterly => Period::quarter_of(month),
        Frequency::Yearly => Period::Year(month.year()),
    }
}
