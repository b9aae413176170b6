//! The planned path: what a plan asks for at the end of each month.
//!
//! Months are the clock, each counted at its end. The path runs from the baseline through the
//! dated targets: straight, in steps (`year-end`), or through further points that a document gives.

use super::rounding::{finite, same};
use super::splice::spliced;
use crate::model::{Direction, Indicator, Kind, Month, Path, Resets, Target};

/// A planned value at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Knot {
    pub(super) month: Month,
    pub(super) value: f64,
    /// True where a document gives the number, false where the path was merely cut.
    pub(super) given: bool,
}

/// Knots with rising months. Running totals that start again have a stretch a year, others one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    /// The only year in which it holds; always where none.
    pub(super) year: Option<i32>,
    pub(super) knots: Vec<Knot>,
    /// True where a value is kept until the next knot instead of running towards it.
    pub(super) steps: bool,
}

/// The planned path of an indicator; empty where it has none (no baseline, or a kind without a line).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlannedPath {
    stretches: Vec<Stretch>,
}

impl PlannedPath {
    /// The path of an indicator, changes of its targets included; a running total without a
    /// baseline of its own starts at 0 at the end of `start`.
    pub fn new(indicator: &Indicator, start: Month) -> Self {
        let baseline = indicator.baseline.map(|baseline| (baseline.period.last(), baseline.value));
        let stretches = match indicator.kind {
            Kind::Level => baseline.map(|from| whole(indicator, from)).into_iter().collect(),
            Kind::Cumulative(Resets::Never) => vec![whole(indicator, baseline.unwrap_or((start, 0.0)))],
            Kind::Cumulative(Resets::Yearly) => yearly(indicator),
            Kind::KeepAtLeast | Kind::KeepAtMost | Kind::Milestone | Kind::Trend(_) => Vec::new(),
        };
        PlannedPath { stretches }
    }

    /// The planned value at the end of a month, in the indicator's unit: before the baseline the
    /// baseline's, after the last target the last one's.
    pub fn at(&self, month: Month) -> Option<f64> {
        self.stretch(month).and_then(|stretch| finite(stretch.value(month)))
    }

    /// The month and value from which the path starts, of a yearly total those of the month's year: its
    /// December before, and 0.
    pub fn origin(&self, month: Month) -> Option<(Month, f64)> {
        self.stretch(month).and_then(|stretch| stretch.knots.first()).map(|knot| (knot.month, knot.value))
    }

    /// The month and value with which the path starts; of yearly totals, in the first of their years.
    pub fn start(&self) -> Option<(Month, f64)> {
        self.stretches.first().and_then(|stretch| stretch.knots.first()).map(|knot| (knot.month, knot.value))
    }

    /// Whether a document gives the planned value of just this month, so that it may be called 计划.
    pub fn is_given(&self, month: Month) -> bool {
        self.stretch(month).is_some_and(|s| s.knots.iter().any(|knot| knot.given && knot.month == month))
    }

    /// True for `path: year-end`, which knows no months ahead or behind.
    pub fn has_steps(&self) -> bool {
        self.stretches.iter().any(|stretch| stretch.steps)
    }

    /// The corners of the path, oldest first, as lines to draw: a step has two corners in its
    /// month, and a total that starts again has a line a year.
    pub fn lines(&self) -> Vec<Vec<(Month, f64)>> {
        self.stretches.iter().map(Stretch::corners).collect()
    }

    /// How many months the value is ahead of the path (positive) or behind it at the end of a month.
    ///
    /// Ahead: until the path reaches it. Behind: since the path had not passed it; below the
    /// baseline, since the baseline. A path in steps has no answer.
    pub fn months_ahead(&self, month: Month, value: f64, direction: Direction) -> Option<f64> {
        let stretch = self.stretch(month).filter(|stretch| !stretch.steps)?;
        let planned = finite(stretch.value(month))?;
        if same(value, planned) {
            return Some(0.0);
        }
        // A downward path is an upward one seen in the mirror.
        let sign = match direction {
            Direction::Up => 1.0,
            Direction::Down => -1.0,
        };
        let ahead = sign * value > sign * planned;
        let met =
            if ahead { stretch.reaches(month, value, sign) } else { stretch.leaves(month, value, sign) };
        let months = met? - f64::from(month.0);
        // Before the path begins and after it ends it has no month on the right side: 0, never a wrong sign.
        finite(if ahead { months.max(0.0) } else { months.min(0.0) })
    }

    fn stretch(&self, month: Month) -> Option<&Stretch> {
        self.stretches.iter().find(|stretch| stretch.year.is_none_or(|year| year == month.year()))
    }
}

impl Stretch {
    pub(super) fn value(&self, month: Month) -> f64 {
        let after = self.knots.partition_point(|knot| knot.month <= month);
        match (after.checked_sub(1).map(|at| self.knots[at]), self.knots.get(after)) {
            (Some(knot), Some(next)) if knot.month < month && !self.steps => {
                // Multiplied before it is divided, so that whole numbers stay whole.
                let (run, span) = (f64::from(month.0 - knot.month.0), f64::from(next.month.0 - knot.month.0));
                knot.value + (next.value - knot.value) * run / span
            }
            (Some(knot), _) => knot.value,
            (None, Some(next)) => next.value,
            (None, None) => f64::NAN,
        }
    }

    /// The earliest month, from `month` on, at which the path reaches a value of which it is short
    /// at `month`; where it never does, its last month.
    fn reaches(&self, month: Month, value: f64, sign: f64) -> Option<f64> {
        let mut later = self.knots.windows(2).filter(|pair| pair[1].month > month);
        let reached =
            later.find(|pair| sign * pair[1].value >= sign * value).map(|pair| crossing(pair, value));
        reached.or(self.knots.last().map(|knot| f64::from(knot.month.0)))
    }

    /// The latest month, up to `month`, at which the path had not passed a value that it has passed
    /// at `month`; where it was above it from the first, its first month.
    fn leaves(&self, month: Month, value: f64, sign: f64) -> Option<f64> {
        let mut earlier = self.knots.windows(2).rev().filter(|pair| pair[0].month < month);
        let left =
            earlier.find(|pair| sign * pair[0].value <= sign * value).map(|pair| crossing(pair, value));
        left.or(self.knots.first().map(|knot| f64::from(knot.month.0)))
    }

    fn corners(&self) -> Vec<(Month, f64)> {
        let mut corners = Vec::with_capacity(self.knots.len() * 2);
        for (n, knot) in self.knots.iter().enumerate() {
            if self.steps && n > 0 {
                corners.push((knot.month, self.knots[n - 1].value));
            }
            corners.push((knot.month, knot.value));
        }
        corners
    }
}

/// Where the line between two knots crosses a value, in months; halves keep huge numbers finite.
fn crossing(pair: &[Knot], value: f64) -> f64 {
    let (from, to) = (f64::from(pair[0].month.0), f64::from(pair[1].month.0));
    let share = (value / 2.0 - pair[0].value / 2.0) / (pair[1].value / 2.0 - pair[0].value / 2.0);
    if share.is_finite() { from + (to - from) * share.clamp(0.0, 1.0) } else { from }
}

/// One path for all time, from a start through points and targets, and as later documents changed it.
fn whole(indicator: &Indicator, (month, value): (Month, f64)) -> Stretch {
    let mut knots = vec![Knot { month, value, given: true }];
    if let Path::Points(points) = &indicator.path {
        let given = points.iter().map(|(period, value)| (period.last(), *value));
        knots.extend(given.map(|(month, value)| Knot { month, value, given: true }));
    }
    knots.extend(indicator.targets.iter().map(target));
    let stretch = Stretch { year: None, knots: rising(knots), steps: indicator.path == Path::YearEnd };
    indicator.changes.iter().fold(stretch, spliced)
}

/// A path for each year that has a target, each from 0 at the end of the December before.
fn yearly(indicator: &Indicator) -> Vec<Stretch> {
    let changed = indicator.changes.iter().flat_map(|change| &change.targets);
    let mut years: Vec<i32> =
        indicator.targets.iter().chain(changed).map(|target| target.by.last().year()).collect();
    years.sort_unstable();
    years.dedup();
    let stretch = |year: i32| {
        let mut knots = vec![Knot { month: Month::new(year - 1, 12), value: 0.0, given: true }];
        if let Path::Points(points) = &indicator.path {
            let given = points.iter().filter(|(period, _)| period.last().year() == year);
            knots.extend(given.map(|(period, value)| Knot {
                month: period.last(),
                value: *value,
                given: true,
            }));
        }
        knots.extend(indicator.targets.iter().filter(|t| t.by.last().year() == year).map(target));
        let steps = indicator.path == Path::YearEnd;
        let stretch = Stretch { year: Some(year), knots: rising(knots), steps };
        indicator.changes.iter().fold(stretch, spliced)
    };
    years.into_iter().map(stretch).collect()
}

pub(super) fn target(target: &Target) -> Knot {
    Knot { month: target.by.last(), value: target.value, given: true }
}

/// Knots after the first one in order of month, one a month: where a point and a target share one, the target.
fn rising(knots: Vec<Knot>) -> Vec<Knot> {
    let Some(first) = knots.first().copied() else { return knots };
    let mut later: Vec<Knot> = knots.into_iter().skip(1).filter(|knot| knot.month > first.month).collect();
    later.sort_by_key(|knot| knot.month);
    let mut rising = vec![first];
    for knot in later {
        match rising.last_mut() {
            Some(last) if last.month == knot.month => *last = knot,
            _ => rising.push(knot),
        }
    }
    rising
}
