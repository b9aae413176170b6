//! The status of a level or running total: the design's table, asked from the top.

use super::day::past;
use super::goal::{bound, goal};
use super::rounding::{finite, same, six};
use super::{PlannedPath, Status};
use crate::model::{Bands, Direction, Figure, Indicator, Kind, Measure, Month, Period, Target};
use jiff::civil::Date;

/// An indicator as it stood after its figures so far, on a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'a> {
    pub(super) indicator: &'a Indicator,
    pub(super) path: &'a PlannedPath,
    /// The figures known, oldest first.
    pub(super) figures: &'a [Figure],
    pub(super) date: Date,
    pub(super) bands: &'a Bands,
}

/// A status with the numbers that gave it; see the same fields of [`super::Standing`].
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) status: Status,
    pub(super) goal: Option<Target>,
    pub(super) planned: Option<f64>,
    pub(super) attained: Option<f64>,
    pub(super) due: Option<f64>,
    pub(super) gap: Option<f64>,
    pub(super) gap_points: Option<f64>,
    pub(super) gap_months: Option<f64>,
}

impl Reading {
    /// A status without numbers.
    pub(super) fn bare(status: Status, goal: Option<Target>) -> Self {
        Reading {
            status,
            goal,
            planned: None,
            attained: None,
            due: None,
            gap: None,
            gap_points: None,
            gap_months: None,
        }
    }
}

/// The status and its numbers. Milestones are read in `milestone`.
pub(super) fn read(case: &Case) -> Reading {
    let now = Period::Month(Month::of(case.date));
    let Some(figure) = case.figures.last() else {
        return Reading::bare(Status::NoData, goal(case.indicator, now));
    };
    match case.indicator.kind {
        Kind::Trend(_) | Kind::Milestone => Reading::bare(Status::NotJudged, None),
        Kind::KeepAtLeast | Kind::KeepAtMost => keep(case, figure),
        Kind::Level | Kind::Cumulative(_) => match goal(case.indicator, figure.period) {
            Some(goal) => Judging::new(case, figure, goal).reading(),
            None => without_goal(case, figure),
        },
    }
}

/// A bound to keep: met or not, with no way to go and so no share of it.
fn keep(case: &Case, figure: &Figure) -> Reading {
    let Some(target) = bound(case.indicator, figure.period) else {
        return Reading::bare(Status::NotJudged, None);
    };
    let now = Period::Month(Month::of(case.date));
    let last = case.indicator.targets_at(figure.period).last().unwrap_or(&target).by;
    let last_now = case.indicator.targets_at(now).last().unwrap_or(&target).by;
    let status = match target.word.met(figure.value, target.value) {
        _ if past(last_now, case.date) && figure.period.last() < last_now.last() => Status::Awaiting,
        true if figure.period.last() >= last.last() => Status::Achieved,
        false if figure.period.last() >= last.last() => Status::Missed,
        true => Status::OnSchedule,
        false => Status::Behind,
    };
    Reading {
        planned: Some(target.value),
        gap: finite(figure.value - target.value),
        ..Reading::bare(status, Some(target))
    }
}

/// No target holds at the figure's period: none was ever set, or a yearly total is between two of them.
fn without_goal(case: &Case, figure: &Figure) -> Reading {
    let year = figure.period.last().year();
    let targets = case.indicator.targets_at(figure.period);
    let Some(last) = targets.last() else { return Reading::bare(Status::NotJudged, None) };
    if last.by.last().year() > year {
        return Reading::bare(Status::NotDue, None);
    }
    // The last year with a target is over; its verdict stands, and another year's total cannot change it.
    let then = case.figures.partition_point(|f| f.period.last().year() <= last.by.last().year());
    let reading = read(&Case { figures: &case.figures[..then], ..*case });
    let status = if reading.status == Status::NoData { Status::Awaiting } else { reading.status };
    Reading::bare(status, Some(*last))
}

/// A figure against a goal that has a path.
struct Judging<'a> {
    case: &'a Case<'a>,
    /// t.
    period: Period,
    /// A.
    actual: f64,
    /// T, with its word and deadline.
    goal: Target,
    /// B.
    base: Option<f64>,
    planned: Option<f64>,
}

impl<'a> Judging<'a> {
    fn new(case: &'a Case<'a>, figure: &Figure, goal: Target) -> Self {
        let month = figure.period.last();
        Judging {
            case,
            period: figure.period,
            actual: figure.value,
            goal,
            base: case.path.origin(month).map(|(_, value)| value),
            planned: case.path.at(month),
        }
    }

    fn reading(&self) -> Reading {
        // Where T = B there is no way to go, and no share of it: the division by zero is none, not 0 %.
        let share = |value: Option<f64>| {
            let base = self.base?;
            finite((value? - base) / (self.goal.value - base))
        };
        let attained = share(Some(self.actual));
        let due = share(self.planned);
        let months = |_| {
            let direction = self.goal.word.direction();
            self.case.path.months_ahead(self.period.last(), self.actual, direction).map(six)
        };
        let mut reading = Reading {
            planned: self.planned,
            attained,
            due,
            gap: self.planned.and_then(|planned| finite(self.actual - planned)),
            gap_points: attained.zip(due).and_then(|(a, d)| finite(100.0 * (a - d))),
            gap_months: self.planned.and_then(months),
            ..Reading::bare(Status::NoBaseline, Some(self.goal))
        };
        if let Some(goal) = self.awaited() {
            reading.status = Status::Awaiting;
            reading.goal = Some(goal);
        } else {
            reading.status = self.status(&reading);
        }
        reading
    }

    /// The last deadline, where the day is past it and the figure before it.
    fn awaited(&self) -> Option<Target> {
        // A yearly total is due each year; otherwise the targets that hold today say which deadline is the last.
        let today = Period::Month(Month::of(self.case.date));
        let goal =
            if self.case.indicator.resets_yearly() { self.goal } else { goal(self.case.indicator, today)? };
        (past(goal.by, self.case.date) && self.period.last() < goal.by.last()).then_some(goal)
    }

    fn status(&self, reading: &Reading) -> Status {
        let met = self.goal.word.met(self.actual, self.goal.value);
        if self.period.last() >= self.goal.by.last() {
            return if met { Status::Achieved } else { Status::Missed };
        }
        if met {
            return Status::AchievedEarly;
        }
        let (Some(base), Some(planned)) = (self.base, self.planned) else { return Status::NoBaseline };
        if same(planned, base) && !self.short_of(base) {
            return Status::NotDue;
        }
        let short = self.short_of(planned);
        let distance = match self.case.bands.measure {
            Measure::Months => reading.gap_months,
            Measure::Points => reading.gap_points.map(six),
        };
        match distance.filter(|_| !self.case.path.has_steps()) {
            // Short before the path has begun: there is no earlier month to name, but it is not on schedule.
            Some(distance) if short && distance == 0.0 && same(planned, base) => Status::SlightlyBehind,
            Some(distance) => band(self.case.bands, distance),
            None if short => Status::Behind,
            None if self.next_met() => Status::Ahead,
            None => Status::OnSchedule,
        }
    }

    fn short_of(&self, value: f64) -> bool {
        let behind = match self.goal.word.direction() {
            Direction::Up => self.actual < value,
            Direction::Down => self.actual > value,
        };
        behind && !same(self.actual, value)
    }

    /// Whether the next dated target is met already.
    fn next_met(&self) -> bool {
        let mut later = self.case.indicator.targets_at(self.period).iter();
        let next = later.find(|target| target.by.last() > self.period.last());
        next.is_some_and(|target| target.word.met(self.actual, target.value))
    }
}

/// The band of a distance, in months or points as the bands measure.
pub(super) fn band(bands: &Bands, distance: f64) -> Status {
    let [ahead, on_schedule, slightly, behind] = bands.edges;
    match distance {
        d if d >= ahead => Status::Ahead,
        d if d >= on_schedule => Status::OnSchedule,
        d if d >= slightly => Status::SlightlyBehind,
        d if d >= behind => Status::Behind,
        _ => Status::FarBehind,
    }
}
