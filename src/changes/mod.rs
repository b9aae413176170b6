//! What changed: the site as published on one day against the day before it that anything was published.
//!
//! Computed from content alone. A figure is known from the day on which its period's file was published,
//! and a correction from its own day: until then the old value stood. The text of a policy carries no dates
//! of its own, so changes of it are not known here and none are told.
//!
//! The way: `days` (when something was published) -> `then` (what was known on a day) -> `compare` and
//! `issued` (what differs) -> `gather` (the site's newest); `sentence` says a change in words.

mod compare;
mod days;
mod figures;
mod gather;
mod issued;
mod kept;
mod sentence;
mod sentence_en;
mod sentence_zh;
mod stated;
mod then;
mod window;

pub use gather::{MOST_CHANGES, MOST_DAYS, changes};
pub use kept::Kept;
pub use sentence::{Said, kind_word, say};
pub use then::Then;

use crate::model::{ClauseIx, Moment, Period, Quality, State};
use crate::progress::{Judged, Status, Verdict};
use jiff::civil::Date;
use std::sync::Arc;

/// What changed on the whole site.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The newest publications, newest first, those of one day in the order of the site.
    pub publications: Vec<Arc<Publication>>,
    /// The same, each compared with the one before it whatever day was asked for: for those who subscribe.
    pub subscribed: Vec<Arc<Publication>>,
    /// Of each policy the newest on which figures or statements were published; none where there was none.
    pub newest: Vec<Option<Arc<Publication>>>,
    /// True where older ones were left out.
    pub more: bool,
    /// The day that was asked for instead of the publication before.
    pub since: Option<Date>,
}

/// What was published of one policy on one day.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Position of the policy.
    pub policy: usize,
    /// The day, with a time where one is known.
    pub moment: Moment,
    /// The day of the state that it is compared with; none where nothing had been reported before.
    pub before: Option<Date>,
    /// Positions of the period files published that day.
    pub reports: Vec<usize>,
    /// What changed, in the order in which it is told.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug)]
pub struct Change {
    /// What changed.
    pub what: What,
    /// How good the figures are that say so.
    pub quality: Quality,
}

/// A figure with its period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The period.
    pub period: Period,
    /// The value.
    pub value: f64,
}

/// What can change. Positions are those of the policy.
#[derive(Clone, Debug)]
pub enum What {
    /// The policy was published.
    Policy,
    /// Its period has ended.
    Ended,
    /// A later document set other targets.
    Targets {
        /// The indicator.
        indicator: usize,
        /// Position in its changes.
        change: usize,
    },
    /// A new figure.
    Figure {
        /// The indicator.
        indicator: usize,
        /// As it was published that day.
        new: Reading,
        /// The figure before it; none where there was none, or none of the same running total.
        old: Option<Reading>,
        /// How many new figures of the indicator were published together.
        together: usize,
        /// What it was corrected to later, and when.
        corrected: Option<(f64, Date)>,
    },
    /// The verdict on a target fell, or was another one after a correction.
    Verdict {
        /// The indicator.
        indicator: usize,
        /// The verdict before.
        from: Verdict,
        /// The target and its verdict.
        judged: Judged,
        /// The step, of a milestone, and the day on which it was reached.
        step: Option<(usize, Option<Date>)>,
    },
    /// A status moved.
    Status {
        /// The indicator.
        indicator: usize,
        /// The status before.
        from: Status,
        /// How the indicator stood that day.
        then: Box<Then>,
    },
    /// A published figure was corrected.
    Revision {
        /// The indicator.
        indicator: usize,
        /// The corrected value.
        new: Reading,
        /// The value it had.
        was: f64,
        /// The day of the correction; none where nobody says.
        on: Option<Date>,
        /// Why.
        note: Option<String>,
    },
    /// New figures in the rows of a breakdown.
    Rows {
        /// The indicator.
        indicator: usize,
        /// The breakdown.
        breakdown: usize,
        /// How many rows have one.
        rows: usize,
        /// The newest period of them.
        period: Period,
    },
    /// Corrected figures in the rows of a breakdown.
    RowsRevised {
        /// The indicator.
        indicator: usize,
        /// The breakdown.
        breakdown: usize,
        /// How many rows have one.
        rows: usize,
    },
    /// A clause's stated state moved.
    State {
        /// The clause.
        clause: ClauseIx,
        /// The state before; none where nobody had stated one.
        from: Option<State>,
        /// The state now.
        to: State,
        /// Position of the statement that says so.
        statement: usize,
    },
    /// Tasks of which something new was said while their state stayed.
    Reported {
        /// How many.
        clauses: usize,
    },
    /// An interpretation was published.
    Interpretation(usize),
    /// A case was published.
    Case(usize),
}

impl What {
    /// The key in data.
    pub fn key(&self) -> &'static str {
        match self {
            What::Policy => "policy",
            What::Ended => "ended",
            What::Targets { .. } => "targets",
            What::Figure { .. } => "figure",
            What::Verdict { .. } => "verdict",
            What::Status { .. } => "status",
            What::Revision { .. } => "revision",
            What::Rows { .. } => "rows",
            What::RowsRevised { .. } => "rows-revised",
            What::State { .. } => "state",
            What::Reported { .. } => "reported",
            What::Interpretation(_) => "interpretation",
            What::Case(_) => "case",
        }
    }

    /// Where only a few can be shown: the lower, the sooner.
    pub fn rank(&self) -> u8 {
        match self {
            What::Policy | What::Ended | What::Targets { .. } | What::Verdict { .. } => 0,
            What::Status { .. } | What::State { to: State::Blocked | State::Terminated, .. } => 1,
            What::Figure { .. } | What::Revision { .. } => 2,
            What::State { .. } => 3,
            What::Interpretation(_) | What::Case(_) => 4,
            What::Rows { .. } | What::RowsRevised { .. } | What::Reported { .. } => 5,
        }
    }

    /// The indicator that it is about.
    pub fn indicator(&self) -> Option<usize> {
        match self {
            What::Targets { indicator, .. }
            | What::Figure { indicator, .. }
            | What::Verdict { indicator, .. }
            | What::Status { indicator, .. }
            | What::Revision { indicator, .. }
            | What::Rows { indicator, .. }
            | What::RowsRevised { indicator, .. } => Some(*indicator),
            _ => None,
        }
    }
}
