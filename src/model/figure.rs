//! What has been reported: figures, steps reached, and what organisations say of clauses.

use super::{ClauseIx, Moment, Period, Place};
use jiff::civil::Date;

/// How good a figure is. Ordered: the weaker word wins where two meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quality {
    /// As reported.
    #[default]
    Final,
    /// 初步数.
    Provisional,
    /// 估计数.
    Estimated,
    /// 示例: invented for demonstration.
    Illustrative,
}

/// A reported figure. A site has thousands a policy, so what hardly any of them has stands apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The period at whose end it stood.
    pub period: Period,
    /// The value, in the indicator's unit.
    pub value: f64,
    /// How good it is.
    pub quality: Quality,
    /// The day of the data.
    pub as_of: Date,
    /// A correction or a note.
    pub remark: Option<Box<Remark>>,
    /// Where it stands.
    pub place: Place,
}

/// What is said of a figure beside its value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// The value that it corrects, and the day of the correction.
    pub was: Option<(f64, Option<Date>)>,
    /// A note, such as why it was corrected.
    pub note: Option<String>,
}

impl Figure {
    /// The value that it corrects, and the day of the correction.
    pub fn was(&self) -> Option<(f64, Option<Date>)> {
        self.remark.as_ref().and_then(|remark| remark.was)
    }

    /// A note, such as why it was corrected.
    pub fn note(&self) -> Option<&str> {
        self.remark.as_ref().and_then(|remark| remark.note.as_deref())
    }
}

/// A step of a milestone that has been reached.
#[derive(Clone, Debug, PartialEq)]
pub struct StepReached {
    /// Position in `Indicator::steps`.
    pub step: usize,
    /// The day.
    pub on: Date,
    /// The period whose file said so.
    pub period: Period,
    /// How good the statement is.
    pub quality: Quality,
    /// Where it stands.
    pub place: Place,
}

/// What an organisation says of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// 未启动.
    NotStarted,
    /// 推进中.
    UnderWay,
    /// 长期推进.
    Ongoing,
    /// 已完成.
    Done,
    /// 推进受阻.
    Blocked,
    /// 已调整.
    Adjusted,
    /// 已终止.
    Terminated,
}

impl State {
    /// All of them, in the order in which they are offered.
    pub const ALL: [State; 7] = [
        State::NotStarted,
        State::UnderWay,
        State::Ongoing,
        State::Done,
        State::Blocked,
        State::Adjusted,
        State::Terminated,
    ];
}

/// A clause's state from a period on, until the next statement.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The clause.
    pub clause: ClauseIx,
    /// The period whose file says so.
    pub period: Period,
    /// The state; none where only words were given.
    pub state: Option<State>,
    /// What was done.
    pub done: Option<String>,
    /// What comes next.
    pub next: Option<String>,
    /// What stands in the way.
    pub obstacle: Option<String>,
    /// What shows that it is done.
    pub evidence: Option<String>,
    /// Why it is blocked or was terminated.
    pub reason: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// The deciding document.
    pub document: Option<String>,
    /// How good the statement is.
    pub quality: Quality,
    /// Where it stands.
    pub place: Place,
}

/// A period file: what was published together. It has a bulletin page of its own.
#[derive(Clone, Debug)]
pub struct Report {
    /// The period.
    pub period: Period,
    /// When it was published; none only where the file does not say.
    pub published: Option<Moment>,
    /// The day of the data.
    pub as_of: Date,
    /// The summary, as HTML.
    pub summary: Option<String>,
    /// How good all in it is.
    pub quality: Quality,
    /// The file's place.
    pub place: Place,
}
