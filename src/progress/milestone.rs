//! Milestones: each step a promise of its own with a date; the worst one that is open speaks.

use super::day::{Day, past};
use super::status::{Reading, band};
use super::{Judged, Status, Verdict};
use crate::model::{Bands, Indicator, Measure, Month, Period, StepReached, Target, Word};
use jiff::civil::Date;

/// A milestone indicator as reported up to a period, on a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Steps<'a> {
    pub(super) indicator: &'a Indicator,
    /// The newest period for which the policy reported at all: silence about a step is then an answer.
    pub(super) reported: Option<Period>,
    pub(super) date: Date,
    pub(super) bands: &'a Bands,
}

impl<'a> Steps<'a> {
    pub(super) fn new(indicator: &'a Indicator, day: &Day<'a>) -> Self {
        Steps {
            indicator,
            reported: periods(indicator, day).last().copied(),
            date: day.date,
            bands: day.bands,
        }
    }

    /// The statement that a step was reached.
    pub(super) fn reached(&self, step: usize) -> Option<&'a StepReached> {
        let known = self.reported?;
        self.indicator.reached.iter().find(|reached| reached.step == step && reached.period <= known)
    }

    /// Each step's verdict, in the order of the steps.
    pub(super) fn verdicts(&self) -> Vec<Judged> {
        (0..self.indicator.steps.len()).map(|step| self.judge(step)).collect()
    }

    fn judge(&self, at: usize) -> Judged {
        let step = &self.indicator.steps[at];
        let target = Target { by: step.by, word: Word::Reach, value: 1.0, place: step.place };
        let judged = |verdict, at, actual| Judged { target, verdict, at, actual, replaced: false };
        if let Some(reached) = self.reached(at) {
            let in_time = reached.on <= step.by.last().last_day();
            let verdict = if in_time { Verdict::Met } else { Verdict::MetLate };
            // The month in which it was reached, whichever period's file said so.
            return judged(verdict, Some(Period::Month(Month::of(reached.on))), Some(1.0));
        }
        match self.reported.filter(|reported| reported.last() >= step.by.last()) {
            Some(reported) => judged(Verdict::Missed, Some(reported), Some(0.0)),
            None if past(step.by, self.date) => judged(Verdict::Awaiting, None, None),
            None => judged(Verdict::Pending, None, None),
        }
    }

    /// The status, and the step that speaks.
    pub(super) fn read(&self) -> (Reading, Option<usize>) {
        let verdicts = self.verdicts();
        let Some(last) = verdicts.iter().max_by_key(|judged| judged.target.by.last()) else {
            return (Reading::bare(Status::NoData, None), None);
        };
        let earliest = |verdict: Verdict| {
            let open = verdicts.iter().enumerate().filter(|(_, judged)| judged.verdict == verdict);
            open.min_by_key(|(_, judged)| judged.target.by.last()).map(|(step, _)| step)
        };
        let overdue = earliest(Verdict::Missed);
        let awaiting = earliest(Verdict::Awaiting);
        let pending = earliest(Verdict::Pending);
        let speaks = overdue.or(awaiting).or(pending);
        let over = self.reported.is_some_and(|reported| reported.last() >= last.target.by.last());
        let months = overdue
            .zip(self.reported)
            .map(|(step, reported)| f64::from(verdicts[step].target.by.last().0 - reported.last().0));
        let status = match (overdue, awaiting) {
            _ if speaks.is_none() => Status::Achieved,
            // The last deadline has passed and nobody has reported since: not even the old delay is certain.
            (_, Some(_)) if past(last.target.by, self.date) => Status::Awaiting,
            (Some(_), _) if over => Status::Missed,
            (Some(_), _) => self.behind(months.unwrap_or_default()),
            (None, Some(_)) => Status::Awaiting,
            (None, None) if verdicts.iter().all(|judged| judged.verdict == Verdict::Pending) => {
                Status::NotDue
            }
            (None, None) => Status::OnSchedule,
        };
        let goal = speaks.map(|step| verdicts[step].target);
        (Reading { gap_months: months, ..Reading::bare(status, goal) }, speaks)
    }

    /// A step is overdue from its deadline on, though the first month of delay is not over yet.
    fn behind(&self, months: f64) -> Status {
        // Points of the way say nothing about a step: a site that measures in points gets the usual months.
        let usual = Bands::default();
        let bands = if self.bands.measure == Measure::Months { self.bands } else { &usual };
        if months >= 0.0 { Status::SlightlyBehind } else { band(bands, months).max(Status::SlightlyBehind) }
    }
}

/// The periods for which the policy reported, or said that a step was reached; oldest first.
pub(super) fn periods(indicator: &Indicator, day: &Day) -> Vec<Period> {
    let steps = indicator.reached.iter().map(|reached| reached.period).filter(|period| day.seen(*period));
    let mut periods: Vec<Period> = day.reports.iter().copied().chain(steps).collect();
    periods.sort_unstable();
    periods.dedup();
    periods
}
