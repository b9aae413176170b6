//! New and corrected figures of an indicator, and of the rows of its breakdowns.

use super::window::{Window, published};
use super::{Change, Reading, What};
use crate::model::{Figure, Indicator, Policy, Quality, Row};

/// The newest of the figures that were published in the window, beside the one before it.
/// `then` is the indicator as it stood at the window's end.
pub(super) fn newest(policy: &Policy, n: usize, then: &Indicator, window: &Window) -> Option<Change> {
    let fresh = |figure: &&Figure| published(policy, figure.period).is_some_and(|day| window.holds(day));
    let new = then.figures.iter().rev().find(fresh)?;
    let old = then.figures.iter().rev().find(|figure| figure.period < new.period && !fresh(figure));
    // A total that starts again each year is not less than last year's.
    let comparable =
        |old: &&Figure| !then.resets_yearly() || old.period.last().year() == new.period.last().year();
    let reading = |figure: &Figure| Reading { period: figure.period, value: figure.value };
    let now = policy.indicators[n].figures.iter().find(|figure| figure.period == new.period);
    let corrected = now.and_then(|figure| Some((figure.value, figure.was()?.1?)));
    let what = What::Figure {
        indicator: n,
        new: reading(new),
        old: old.filter(comparable).map(reading),
        together: then.figures.iter().filter(fresh).count(),
        corrected: corrected.filter(|(_, on)| *on > window.until),
    };
    Some(Change { what, quality: new.quality.max(then.quality) })
}

/// Corrections made in the window; one without a day counts from the day of its own file.
pub(super) fn revisions(policy: &Policy, n: usize, window: &Window) -> Vec<Change> {
    let indicator = &policy.indicators[n];
    let corrected = indicator.figures.iter().filter(|figure| revised(policy, figure, window));
    corrected
        .filter_map(|figure| {
            let (was, on) = figure.was()?;
            let new = Reading { period: figure.period, value: figure.value };
            let note = figure.note().map(str::to_owned);
            let what = What::Revision { indicator: n, new, was, on, note };
            Some(Change { what, quality: figure.quality.max(indicator.quality) })
        })
        .collect()
}

fn revised(policy: &Policy, figure: &Figure, window: &Window) -> bool {
    let Some((_, on)) = figure.was() else { return false };
    on.or_else(|| published(policy, figure.period)).is_some_and(|day| window.holds(day))
}

/// How many rows of each breakdown have new figures, and how many corrected ones.
pub(super) fn rows(policy: &Policy, n: usize, window: &Window) -> Vec<Change> {
    // The periods published in the window, asked once and not for each of thousands of cells.
    let fresh = |day: Option<crate::model::Moment>| day.is_some_and(|moment| window.holds(moment.date));
    let reports = policy.reports.iter().filter(|report| fresh(report.published));
    let periods: Vec<_> = reports.map(|report| report.period).collect();
    let mut changes = Vec::new();
    for (b, breakdown) in policy.indicators[n].breakdowns.iter().enumerate() {
        let of = |row: &Row, is: &dyn Fn(&Figure) -> bool| row.figures.iter().rev().find(|f| is(f)).cloned();
        let all = |is: &dyn Fn(&Figure) -> bool| -> Vec<Figure> {
            breakdown.rows.iter().filter_map(|row| of(row, is)).collect()
        };
        let quality =
            |figures: &[Figure]| figures.iter().map(|figure| figure.quality).max().unwrap_or(Quality::Final);
        let new = all(&|figure| periods.contains(&figure.period));
        if let Some(period) = new.iter().map(|figure| figure.period).max() {
            let what = What::Rows { indicator: n, breakdown: b, rows: new.len(), period };
            changes.push(Change { what, quality: quality(&new) });
        }
        let corrected = all(&|figure| revised(policy, figure, window));
        if !corrected.is_empty() {
            let what = What::RowsRevised { indicator: n, breakdown: b, rows: corrected.len() };
            changes.push(Change { what, quality: quality(&corrected) });
        }
    }
    changes
}
