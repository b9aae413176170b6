//! The span of days of which the changes are told, and when what stands in a file was published.

use crate::model::{Figure, Period, Policy};
use jiff::civil::Date;

/// What is compared with what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    /// What was published after this day is told.
    pub(super) after: Date,
    /// The state of this day is what the new one is compared with.
    pub(super) before: Date,
    /// The last day, whose state is the new one.
    pub(super) until: Date,
}

impl Window {
    /// True for a day of which the changes are told.
    pub(super) fn holds(&self, day: Date) -> bool {
        self.after < day && day <= self.until
    }
}

/// The day on which a period's own file was published; none for a column of several, which has no
/// publication of its own, and for a file that does not say.
pub(super) fn published(policy: &Policy, period: Period) -> Option<Date> {
    let report = policy.reports.iter().find(|report| report.period == period)?;
    Some(report.published?.date)
}

/// The day from which a figure was known: that of its file, else that of its data.
pub(super) fn known_from(policy: &Policy, figure: &Figure) -> Date {
    published(policy, figure.period).unwrap_or(figure.as_of)
}

/// The value that stood on a day: a later correction had not been made.
pub(super) fn value_on(figure: &Figure, day: Date) -> f64 {
    match figure.was() {
        Some((was, Some(on))) if on > day => was,
        _ => figure.value,
    }
}
