//! Where a row's figure is not what its table says of all: another quality, or another day than the period's last.
//!
//! A row has a figure for each of many periods: to write quality and day beside each would treble the tables, and
//! nearly always say the same. What deviates is written, all else follows from the table.

use super::effective;
use crate::model::{Breakdown, Figure, Period};

/// The periods of which at least one figure deviates, in order.
#[derive(Default)]
pub(super) struct Deviations {
    /// In quality.
    pub(super) quality: Vec<Period>,
    /// In its day.
    pub(super) as_of: Vec<Period>,
}

impl Deviations {
    /// Those of a breakdown.
    pub(super) fn of(breakdown: &Breakdown) -> Deviations {
        let figures = || breakdown.rows.iter().flat_map(|row| &row.figures);
        let periods = |deviates: &dyn Fn(&Figure) -> bool| {
            let mut periods: Vec<Period> =
                figures().filter(|figure| deviates(figure)).map(|figure| figure.period).collect();
            periods.sort_unstable();
            periods.dedup();
            periods
        };
        Deviations { quality: periods(&|figure| in_quality(breakdown, figure)), as_of: periods(&in_day) }
    }
}

/// True where a figure is of another quality than its table.
pub(super) fn in_quality(breakdown: &Breakdown, figure: &Figure) -> bool {
    effective(figure, breakdown.quality) != breakdown.quality
}

/// True where the day of the data is not the last of its period.
pub(super) fn in_day(figure: &Figure) -> bool {
    figure.as_of != figure.period.last().last_day()
}
