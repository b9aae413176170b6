//! The day on which a policy is assessed, and what had been written by then.

use crate::model::{Bands, Figure, Month, Period, Policy};
use jiff::civil::Date;

/// A policy's reporting, seen on a day; later data are as if not yet written.
#[derive(Clone, Debug)]
pub(super) struct Day<'a> {
    /// The day.
    pub(super) date: Date,
    /// The site's bands.
    pub(super) bands: &'a Bands,
    /// The periods reported by then, oldest first.
    pub(super) reports: Vec<Period>,
    /// The month at whose end running totals stood at 0, unless an indicator says otherwise.
    pub(super) start: Month,
}

impl<'a> Day<'a> {
    pub(super) fn new(policy: &Policy, date: Date, bands: &'a Bands) -> Self {
        let reports = policy.reports.iter().filter(|report| report.as_of <= date);
        // A policy that does not say what it covers is taken to begin with the year of its issue.
        let first = match policy.metadata.period {
            Some((first, _)) => first.first(),
            None => Month::new(i32::from(policy.metadata.issued.year()), 1),
        };
        Day { date, bands, reports: reports.map(|report| report.period).collect(), start: Month(first.0 - 1) }
    }

    /// The figures whose data had been gathered by the day.
    pub(super) fn figures<'f>(&self, all: &'f [Figure]) -> &'f [Figure] {
        let seen = all.iter().take_while(|figure| figure.as_of <= self.date).count();
        &all[..seen]
    }

    /// Whether what stands in a period's file had been written by the day.
    pub(super) fn seen(&self, period: Period) -> bool {
        period.last().last_day() <= self.date || self.reports.contains(&period)
    }
}

/// Whether a deadline lies behind the day: the deadline's own last day still counts.
pub(super) fn past(deadline: Period, date: Date) -> bool {
    deadline.last().last_day() < date
}
