//! What an assessment says: the standing of indicators, breakdowns and clauses, as plain data.

use super::PlannedPath;
use crate::model::{Month, Period, State, Target};
use jiff::civil::Date;

/// The status of an indicator; the order of the table in the design's section 5, which is the order of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 暂无数据.
    NoData,
    /// 待验收.
    Awaiting,
    /// 已完成.
    Achieved,
    /// 到期未完成.
    Missed,
    /// 提前达到.
    AchievedEarly,
    /// 基数未公布.
    NoBaseline,
    /// 未到时点.
    NotDue,
    /// 超进度.
    Ahead,
    /// 达进度.
    OnSchedule,
    /// 略有滞后.
    SlightlyBehind,
    /// 滞后.
    Behind,
    /// 严重滞后.
    FarBehind,
    /// 不作评价: a trend has only a direction.
    NotJudged,
}

impl Status {
    /// All of them in the order of counts: best first, those that cannot be judged last.
    pub const BEST_FIRST: [Status; 13] = [
        Status::Achieved,
        Status::AchievedEarly,
        Status::Ahead,
        Status::OnSchedule,
        Status::SlightlyBehind,
        Status::Behind,
        Status::FarBehind,
        Status::Missed,
        Status::Awaiting,
        Status::NotDue,
        Status::NoBaseline,
        Status::NoData,
        Status::NotJudged,
    ];
}

/// The status of a row of a breakdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowStatus {
    /// 已达年度目标.
    YearMet,
    /// 推进中.
    UnderWay,
    /// 待验收.
    Awaiting,
    /// 年度目标未完成.
    YearMissed,
    /// 无任务.
    NoTask,
    /// 暂无数据: nothing has been reported for the row.
    NoData,
}

/// What became of one target; it is kept for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// 未到期.
    Pending,
    /// 待验收: the deadline has passed, its figure is not there.
    Awaiting,
    /// 按期达到.
    Met,
    /// 逾期达到.
    MetLate,
    /// 未达到.
    Missed,
}

/// A target with its verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The target; of a milestone step, `reach 1`.
    pub target: Target,
    /// The verdict.
    pub verdict: Verdict,
    /// The period whose figure decided.
    pub at: Option<Period>,
    /// The figure that decided.
    pub actual: Option<f64>,
    /// True where a later document has replaced the target.
    pub replaced: bool,
}

/// Marks that stand beside a status and never replace it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The next figure was due on this day, and is not there.
    pub stale: Option<Date>,
    /// 低于基期; of a downward indicator, above it.
    pub below_baseline: bool,
    /// 初步数.
    pub provisional: bool,
    /// 估计数.
    pub estimated: bool,
    /// Revised: the value it had, and the day of the revision.
    pub revised: Option<(f64, Option<Date>)>,
    /// 示例.
    pub illustrative: bool,
}

/// What the next unmet target still asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// The target.
    pub target: Target,
    /// What is missing, in the unit; of whole counts what `over` really needs (160 -> 161).
    pub rest: f64,
    /// Months from the newest figure to the deadline, at least 1.
    pub months: i32,
    /// `rest / months`, unrounded; the sentence rounds it up to one decimal.
    pub monthly: f64,
}

/// When the pace of the last months would reach a target.
#[derive(Clone, Debug, PartialEq)]
pub enum Forecast {
    /// In this month.
    Month(Month),
    /// 尚不能推算: fewer than six observations.
    TooFew,
    /// The pace leads away from it, or stands still.
    Never,
}

/// One indicator's standing.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Position of the newest figure in `Indicator::figures`.
    pub newest: Option<usize>,
    /// Its period, the t of all that follows; of a milestone, the newest report's.
    pub period: Option<Period>,
    /// The status.
    pub status: Status,
    /// The target that the status was asked of: the last one in force, or the bound to keep.
    pub goal: Option<Target>,
    /// The planned path; empty where there is no line to judge by.
    pub path: PlannedPath,
    /// The planned value at the newest figure's period.
    pub planned: Option<f64>,
    /// (A − B)/s.
    pub attained: Option<f64>,
    /// (planned − B)/s.
    pub due: Option<f64>,
    /// A − planned, in the unit.
    pub gap: Option<f64>,
    /// 100·(attained − due).
    pub gap_points: Option<f64>,
    /// Months ahead (positive) or behind, rounded to six decimals.
    pub gap_months: Option<f64>,
    /// Marks.
    pub marks: Marks,
    /// The day on which the next figure is due, past or not; none where none is expected.
    pub next_due: Option<Date>,
    /// Every target's verdict, in order of date, replaced ones too.
    pub verdicts: Vec<Judged>,
    /// What the next unmet target asks for.
    pub need: Option<Need>,
    /// Mean monthly change over the last twelve months, or since the baseline if shorter.
    pub had: Option<f64>,
    /// The months over which `had` is the mean, 1 to 12.
    pub had_months: Option<i32>,
    /// For the next unmet target.
    pub forecast: Option<Forecast>,
    /// The status after each figure, oldest first; of a milestone, after each report.
    pub history: Vec<(Period, Status)>,
    /// Breakdowns, in the order of the indicator.
    pub breakdowns: Vec<BreakdownStanding>,
    /// The step that speaks, of a milestone: the worst pending one.
    pub step: Option<usize>,
}

/// A breakdown's standing.
#[derive(Clone, Debug)]
pub struct BreakdownStanding {
    /// The newest period for which any row reported.
    pub period: Option<Period>,
    /// The column that is the current year's.
    pub column: Option<usize>,
    /// Rows with a task, which are the ones expected to report (55个单位).
    pub expected: usize,
    /// Those of them that have reported for `period` (54个已报).
    pub reported: usize,
    /// The sum of the reported rows; none until all rows that have a task reported.
    pub sum: Option<f64>,
    /// The rows, in the order of the breakdown.
    pub rows: Vec<RowStanding>,
}

/// A row's standing.
#[derive(Clone, Debug)]
pub struct RowStanding {
    /// Position of the newest figure in `Row::figures`.
    pub newest: Option<usize>,
    /// The current year's cell.
    pub target: Option<f64>,
    /// What is missing to it, never below 0; none without a figure or a task.
    pub remaining: Option<f64>,
    /// The status.
    pub status: RowStatus,
}

/// A clause's standing.
#[derive(Clone, Debug, Default)]
pub struct ClauseStanding {
    /// Position in `Policy::statements` of the newest statement.
    pub statement: Option<usize>,
    /// The state in force; it holds until the next one.
    pub state: Option<State>,
    /// The period since which it is in force.
    pub since: Option<Period>,
    /// Positions of the indicators that name the clause.
    pub indicators: Vec<usize>,
}

/// A policy's standing on a day.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The day of the newest data; none without any.
    pub as_of: Option<Date>,
    /// The indicators, in the order of the policy.
    pub standings: Vec<Standing>,
    /// The clauses, in the order of the text.
    pub clauses: Vec<ClauseStanding>,
    /// True where any clause was ever stated: otherwise clauses carry no chips at all.
    pub stated: bool,
}
