//! Which target an indicator's status is asked of.

use crate::model::{Direction, Indicator, Kind, Period, Resets, Target};

/// T at a period: the last target in force; of a total that starts again each year, the last of
/// that year, which may have none; of a bound to keep, the bound.
pub(super) fn goal(indicator: &Indicator, period: Period) -> Option<Target> {
    let targets = indicator.targets_at(period);
    match indicator.kind {
        Kind::KeepAtLeast | Kind::KeepAtMost => bound(indicator, period),
        Kind::Cumulative(Resets::Yearly) => {
            let year = period.last().year();
            targets.iter().rev().find(|target| target.by.last().year() == year).copied()
        }
        Kind::Level | Kind::Cumulative(Resets::Never) => targets.last().copied(),
        Kind::Milestone | Kind::Trend(_) => None,
    }
}

/// The bound in force at a period: the first whose deadline has not passed, after all of them the last.
pub(super) fn bound(indicator: &Indicator, period: Period) -> Option<Target> {
    let targets = indicator.targets_at(period);
    targets.iter().find(|target| target.by.last() >= period.last()).or(targets.last()).copied()
}

impl Indicator {
    /// True for a running total that starts again each January.
    pub fn resets_yearly(&self) -> bool {
        self.kind == Kind::Cumulative(Resets::Yearly)
    }

    /// Which way is forward: the word of the last target says it, or the kind.
    pub fn direction(&self) -> Direction {
        match self.kind {
            Kind::KeepAtLeast => Direction::Up,
            Kind::KeepAtMost => Direction::Down,
            Kind::Trend(direction) => direction,
            Kind::Level | Kind::Cumulative(_) | Kind::Milestone => {
                let changed = self.changes.last().map(|change| &change.targets);
                let last = changed.unwrap_or(&self.targets).last();
                last.map_or(Direction::Up, |target| target.word.direction())
            }
        }
    }
}
