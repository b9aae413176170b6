//! The days on which something of a policy was published, corrected or came into force.

use crate::model::{Figure, Moment, Policy};
use jiff::civil::Date;

/// The days of one policy.
#[derive(Clone, Debug, Default)]
pub(super) struct Days {
    /// All of them, newest first.
    pub(super) all: Vec<Date>,
    /// Those on which figures or statements were published or corrected, newest first.
    pub(super) reporting: Vec<Date>,
}

impl Days {
    /// The days of a policy up to `as_of`.
    pub(super) fn of(policy: &Policy, as_of: Date) -> Self {
        let published = policy.reports.iter().filter_map(|report| Some(report.published?.date));
        let corrected = |figure: &Figure| figure.was()?.1;
        let own = policy.indicators.iter().filter(|indicator| indicator.same_as.is_none());
        let rows = own
            .clone()
            .flat_map(|indicator| &indicator.breakdowns)
            .flat_map(|breakdown| &breakdown.rows)
            .flat_map(|row| &row.figures);
        let figures = own.clone().flat_map(|indicator| &indicator.figures).chain(rows);
        let reporting = newest_first(published.chain(figures.filter_map(corrected)), as_of);

        let articles = policy.interpretations.iter().chain(&policy.cases);
        let issued = articles.map(|article| article.published).chain([policy.metadata.published]);
        let in_force =
            own.flat_map(|indicator| &indicator.changes).map(|change| change.from.first().first_day());
        let days =
            issued.map(|moment| moment.date).chain(in_force).chain(ended(policy)).chain(reporting.clone());
        Days { all: newest_first(days, as_of), reporting }
    }

    /// The reporting day before a day.
    pub(super) fn reporting_before(&self, day: Date) -> Option<Date> {
        self.reporting.iter().copied().find(|earlier| *earlier < day)
    }
}

/// The first day after a policy's period.
pub(super) fn ended(policy: &Policy) -> Option<Date> {
    policy.metadata.period?.1.last().last_day().tomorrow().ok()
}

/// The latest time of day at which anything of the policy was published on a day; none where only days are known.
pub(super) fn moment(policy: &Policy, day: Date) -> Moment {
    let articles = policy.interpretations.iter().chain(&policy.cases).map(|article| article.published);
    let reports = policy.reports.iter().filter_map(|report| report.published);
    let all = articles.chain(reports).chain([policy.metadata.published]);
    let bare = Moment { date: day, time: None };
    all.filter(|moment| moment.date == day).max().unwrap_or(bare)
}

fn newest_first(days: impl Iterator<Item = Date>, as_of: Date) -> Vec<Date> {
    let mut days: Vec<Date> = days.filter(|day| *day <= as_of).collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    days
}
