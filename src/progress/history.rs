//! The status after each figure, as it would have been read at the end of its period; for status strips.

use super::day::Day;
use super::milestone::{Steps, periods};
use super::status::{Case, read};
use super::{PlannedPath, Status};
use crate::model::{Indicator, Kind, Period};

/// Period and status, oldest first. Corrected figures count as corrected: it is today's reading of then.
pub(super) fn history(indicator: &Indicator, path: &PlannedPath, day: &Day) -> Vec<(Period, Status)> {
    if indicator.kind == Kind::Milestone {
        let then = |period: Period| {
            let date = period.last().last_day();
            let steps = Steps { indicator, reported: Some(period), date, bands: day.bands };
            (period, steps.read().0.status)
        };
        return periods(indicator, day).into_iter().map(then).collect();
    }
    let figures = day.figures(&indicator.figures);
    let then = |(at, figure): (usize, &crate::model::Figure)| {
        let date = figure.period.last().last_day();
        let case = Case { indicator, path, figures: &figures[..=at], date, bands: day.bands };
        (figure.period, read(&case).status)
    };
    figures.iter().enumerate().map(then).collect()
}
