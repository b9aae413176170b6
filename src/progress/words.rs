//! The word of every status, verdict, state and quality: its key in data, both languages, its shape.

use super::{RowStatus, Status, Verdict};
use crate::model::{Language, Quality, State};

/// A colour family: its shape says the same as its colour, so that greyscale loses nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Done, or on schedule.
    OnSchedule,
    /// Ahead of schedule.
    Ahead,
    /// Slightly behind.
    SlightlyBehind,
    /// Behind, or missed.
    Behind,
    /// Nothing to praise or blame.
    Neutral,
}

impl Family {
    /// The key in classes and CSS variables.
    pub fn key(self) -> &'static str {
        match self {
            Family::OnSchedule => "good",
            Family::Ahead => "ahead",
            Family::SlightlyBehind => "slight",
            Family::Behind => "behind",
            Family::Neutral => "neutral",
        }
    }

    /// The shape that stands for the colour.
    pub fn shape(self) -> char {
        match self {
            Family::OnSchedule => '●',
            Family::Ahead => '▲',
            Family::SlightlyBehind => '◣',
            Family::Behind => '■',
            Family::Neutral => '○',
        }
    }
}

/// Something with a key in data, a word in both languages and a family.
pub trait Worded: Copy {
    /// Key, Chinese, English, family: a line of the tables below.
    fn entry(self) -> (&'static str, &'static str, &'static str, Family);

    /// The key in data, CSS and URLs: `on-schedule`.
    fn key(self) -> &'static str {
        self.entry().0
    }

    /// The word: 达进度, `on schedule`.
    fn word(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.entry().1,
            Language::English => self.entry().2,
        }
    }

    /// The colour and shape.
    fn family(self) -> Family {
        self.entry().3
    }
}

impl Worded for Status {
    fn entry(self) -> (&'static str, &'static str, &'static str, Family) {
        match self {
            Status::NoData => ("no-data", "暂无数据", "no data yet", Family::Neutral),
            Status::Awaiting => ("awaiting", "待验收", "awaiting verification", Family::Neutral),
            Status::Achieved => ("achieved", "已完成", "achieved", Family::OnSchedule),
            Status::Missed => ("missed", "到期未完成", "missed", Family::Behind),
            Status::AchievedEarly => ("achieved-early", "提前达到", "reached early", Family::Ahead),
            Status::NoBaseline => ("no-baseline", "基数未公布", "no published baseline", Family::Neutral),
            Status::NotDue => ("not-due", "未到时点", "not due yet", Family::Neutral),
            Status::Ahead => ("ahead", "超进度", "ahead of schedule", Family::Ahead),
            Status::OnSchedule => ("on-schedule", "达进度", "on schedule", Family::OnSchedule),
            Status::SlightlyBehind => {
                ("slightly-behind", "略有滞后", "slightly behind", Family::SlightlyBehind)
            }
            Status::Behind => ("behind", "滞后", "behind", Family::Behind),
            Status::FarBehind => ("far-behind", "严重滞后", "far behind", Family::Behind),
            Status::NotJudged => ("not-judged", "不作评价", "not judged", Family::Neutral),
        }
    }
}

impl Worded for RowStatus {
    fn entry(self) -> (&'static str, &'static str, &'static str, Family) {
        match self {
            RowStatus::YearMet => ("year-met", "已达年度目标", "year's target met", Family::OnSchedule),
            RowStatus::UnderWay => ("under-way", "推进中", "under way", Family::Neutral),
            RowStatus::Awaiting => ("awaiting", "待验收", "awaiting verification", Family::Neutral),
            RowStatus::YearMissed => {
                ("year-missed", "年度目标未完成", "year's target missed", Family::Behind)
            }
            RowStatus::NoTask => ("no-task", "无任务", "no task", Family::Neutral),
            RowStatus::NoData => ("no-data", "暂无数据", "no data yet", Family::Neutral),
        }
    }
}

impl Worded for Verdict {
    fn entry(self) -> (&'static str, &'static str, &'static str, Family) {
        match self {
            Verdict::Pending => ("pending", "未到期", "pending", Family::Neutral),
            Verdict::Awaiting => ("awaiting", "待验收", "awaiting verification", Family::Neutral),
            Verdict::Met => ("met", "按期达到", "met on time", Family::OnSchedule),
            Verdict::MetLate => ("met-late", "逾期达到", "met late", Family::SlightlyBehind),
            Verdict::Missed => ("missed", "未达到", "missed", Family::Behind),
        }
    }
}

impl Worded for State {
    fn entry(self) -> (&'static str, &'static str, &'static str, Family) {
        match self {
            State::NotStarted => ("not-started", "未启动", "not started", Family::Neutral),
            State::UnderWay => ("under-way", "推进中", "under way", Family::Neutral),
            State::Ongoing => ("ongoing", "长期推进", "ongoing", Family::Neutral),
            State::Done => ("done", "已完成", "done", Family::OnSchedule),
            State::Blocked => ("blocked", "推进受阻", "blocked", Family::Behind),
            State::Adjusted => ("adjusted", "已调整", "adjusted", Family::Neutral),
            State::Terminated => ("terminated", "已终止", "terminated", Family::Neutral),
        }
    }
}

impl Worded for Quality {
    fn entry(self) -> (&'static str, &'static str, &'static str, Family) {
        match self {
            Quality::Final => ("final", "正式数", "final", Family::Neutral),
            Quality::Provisional => ("provisional", "初步数", "provisional", Family::Neutral),
            Quality::Estimated => ("estimated", "估计数", "estimated", Family::Neutral),
            Quality::Illustrative => ("illustrative", "示例", "illustrative", Family::Neutral),
        }
    }
}

/// What stands where nobody has said anything of a clause: 暂未填报.
pub fn unstated(language: Language) -> &'static str {
    match language {
        Language::Chinese => "暂未填报",
        Language::English => "not reported yet",
    }
}
