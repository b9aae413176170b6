//! What is measured: an indicator with its baseline, targets, path and breakdowns.

use super::{ClauseIx, Figure, OrgIx, Period, Place, Quality, StepReached};
use jiff::civil::Date;

/// Which way is forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// When a running total starts again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resets {
    /// Each January.
    Yearly,
    /// Never: since the period's start.
    Never,
}

/// How an indicator behaves, which decides the arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A stock or rate, as it stands at the end of a period.
    Level,
    /// A running total.
    Cumulative(Resets),
    /// A bound not to fall below.
    KeepAtLeast,
    /// A bound not to exceed.
    KeepAtMost,
    /// Steps, each with a date of its own.
    Milestone,
    /// Only a direction is wanted; never judged.
    Trend(Direction),
}

/// The word with which a document sets a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// 突破, 超过: more than.
    Over,
    /// 达到, 不低于: at least.
    Reach,
    /// 低于, 少于: less than.
    Under,
    /// 控制在…以内, 不超过: at most.
    Within,
}

impl Word {
    /// Up for `over` and `reach`, down for `under` and `within`.
    pub fn direction(self) -> Direction {
        match self {
            Word::Over | Word::Reach => Direction::Up,
            Word::Under | Word::Within => Direction::Down,
        }
    }

    /// True where the bound itself does not suffice.
    pub fn strict(self) -> bool {
        matches!(self, Word::Over | Word::Under)
    }

    /// Whether `actual` meets a target of `value`.
    pub fn met(self, actual: f64, value: f64) -> bool {
        match self {
            Word::Over => actual > value,
            Word::Reach => actual >= value,
            Word::Under => actual < value,
            Word::Within => actual <= value,
        }
    }

    /// The key in YAML and data.
    pub fn key(self) -> &'static str {
        match self {
            Word::Over => "over",
            Word::Reach => "reach",
            Word::Under => "under",
            Word::Within => "within",
        }
    }
}

/// A dated target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// The deadline: the end of this period.
    pub by: Period,
    /// The word.
    pub word: Word,
    /// The value, in the indicator's unit.
    pub value: f64,
    /// Where it stands.
    pub place: Place,
}

/// Where the path starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Baseline {
    /// The period at whose end the value stood.
    pub period: Period,
    /// The value, in the indicator's unit.
    pub value: f64,
    /// How good the figure is.
    pub quality: Quality,
    /// Where it stands.
    pub place: Place,
}

/// How the planned value runs between the dates of the targets.
#[derive(Clone, Debug, PartialEq)]
pub enum Path {
    /// A straight line from the baseline through each target.
    Linear,
    /// The last value reached is kept until the next deadline.
    YearEnd,
    /// Further points that a document gives, sorted by period; the line runs through them and the targets.
    Points(Vec<(Period, f64)>),
}

/// A later document that set other targets.
#[derive(Clone, Debug)]
pub struct Change {
    /// The first period for which the new targets hold.
    pub from: Period,
    /// The document.
    pub document: String,
    /// Why.
    pub reason: Option<String>,
    /// The targets in force from then on, in order of date.
    pub targets: Vec<Target>,
    /// Where it stands.
    pub place: Place,
}

/// A step of a milestone indicator.
#[derive(Clone, Debug)]
pub struct Step {
    /// The deadline: the end of this period.
    pub by: Period,
    /// What is to be done.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// How often a figure is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// 每月.
    Monthly,
    /// 每季.
    Quarterly,
    /// 每年.
    Yearly,
}

/// When the figure of a period is due: day `day` of the month `months` after its last month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Months after the period's last month, 0 or more.
    pub months: i32,
    /// Day of that month, 1 to 31; clipped to the month's length.
    pub day: i8,
}

impl Due {
    /// The day on which the figure of `period` is due.
    pub fn date(self, period: Period) -> Date {
        let month = super::Month(period.last().0 + self.months);
        let last = month.last_day();
        let day = self.day.clamp(1, last.day());
        month.first_day().with().day(day).build().unwrap_or(last)
    }
}

/// How the rows of a breakdown relate to the indicator's own targets, column by column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumRule {
    /// They add up to it.
    Exact,
    /// They add up to at least it.
    AtLeast,
    /// No relation.
    None,
}

/// How rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Figures only.
    Figures,
    /// With a status for each row.
    Status,
}

/// A row of a breakdown: one organisation's targets and figures.
#[derive(Clone, Debug)]
pub struct Row {
    /// Whose row.
    pub organisation: OrgIx,
    /// A cell a column; none where there is no task, 0 is a target of zero.
    pub targets: Vec<Option<f64>>,
    /// What has been reported, by period, oldest first.
    pub figures: Vec<Figure>,
    /// Where the row stands.
    pub place: Place,
}

/// A table that divides an indicator among organisations.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// Id in data.
    pub id: String,
    /// Its title: the attachment's name, or one of its own.
    pub title: String,
    /// The number of the attachment.
    pub annex: Option<u32>,
    /// How rows relate to the whole.
    pub sum: SumRule,
    /// How rows are shown.
    pub show: Show,
    /// The periods of the columns, rising.
    pub columns: Vec<Period>,
    /// True where the first column is the baseline, not a target.
    pub baseline_column: bool,
    /// The rows, in the order of the file.
    pub rows: Vec<Row>,
    /// How good the cells are.
    pub quality: Quality,
    /// Where it stands.
    pub place: Place,
}

/// An indicator of another policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorRef {
    /// The policy's id.
    pub policy: String,
    /// The indicator's id there.
    pub indicator: String,
}

/// One indicator, with everything that was reported on it.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Id in URLs and data; ASCII.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The unit of measure.
    pub unit: String,
    /// Its kind.
    pub kind: Kind,
    /// The clause that promises it.
    pub clause: Option<ClauseIx>,
    /// The clauses that it measures.
    pub serves: Vec<ClauseIx>,
    /// Who reports it.
    pub owner: Option<OrgIx>,
    /// Where the figure comes from, if others supply it.
    pub source: Option<String>,
    /// What is counted.
    pub definition: Option<String>,
    /// How often it is due.
    pub frequency: Option<Frequency>,
    /// When a period's figure is due.
    pub due: Option<Due>,
    /// Where the path starts; none where it was not published.
    pub baseline: Option<Baseline>,
    /// The targets as first issued, in order of date.
    pub targets: Vec<Target>,
    /// How the planned value runs between them.
    pub path: Path,
    /// Later documents that changed the targets, in order of date.
    pub changes: Vec<Change>,
    /// The steps of a milestone indicator, in order of date.
    pub steps: Vec<Step>,
    /// Breakdowns.
    pub breakdowns: Vec<Breakdown>,
    /// What has been reported, oldest first; one figure a month at most.
    pub figures: Vec<Figure>,
    /// Steps that have been reached.
    pub reached: Vec<StepReached>,
    /// How good all of its data are, where a file says so for the whole.
    pub quality: Quality,
    /// The ids that it had before: their addresses lead here.
    pub former_ids: Vec<(String, Place)>,
    /// The indicator of another policy whose data these are.
    pub same_as: Option<IndicatorRef>,
    /// Where it is declared.
    pub place: Place,
}

impl Indicator {
    /// The targets in force at `period`: as issued, or as the last document before it changed them.
    pub fn targets_at(&self, period: Period) -> &[Target] {
        self.changes
            .iter()
            .rev()
            .find(|change| change.from.first() <= period.last())
            .map_or(&self.targets, |change| &change.targets)
    }
}
