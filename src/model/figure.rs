//! What has been reported: figures, steps reached, and what organisations say of clauses.

use super::{ClauseIx, FileId, Moment, Period, Place};
use jiff::civil::Date;
use std::ops::Deref;
use std::sync::Arc;

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

/// A reported figure. A site has thousands a policy and keeps all of them, so what the figures of a column have in
/// common stands once, and reads as the figure's own: `figure.period`.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The value, in the indicator's unit.
    pub value: f64,
    /// How good it is.
    pub quality: Quality,
    len: u16,
    start: u32,
    issued: Arc<Issued>,
}

/// What the figures of one period in one file have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Issued {
    /// The period at whose end they stood.
    pub period: Period,
    /// The day of the data.
    pub as_of: Date,
    /// A correction or a note; a figure that has one is a column of its own.
    pub remark: Option<Remark>,
    /// Where they stand.
    pub file: FileId,
}

/// What is said of a figure beside its value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// The value that it corrects, and the day of the correction.
    pub was: Option<(f64, Option<Date>)>,
    /// A note, such as why it was corrected.
    pub note: Option<String>,
}

impl Deref for Figure {
    type Target = Issued;

    fn deref(&self) -> &Issued {
        &self.issued
    }
}

impl Figure {
    /// A figure at a place, which may be in another file than that of its column: in a table.
    pub fn new(value: f64, quality: Quality, place: Place, issued: &Arc<Issued>) -> Self {
        let issued = match place.file == issued.file {
            true => Arc::clone(issued),
            false => Arc::new(Issued { file: place.file, ..Issued::clone(issued) }),
        };
        let len = u16::try_from(place.len).unwrap_or(u16::MAX);
        Figure { value, quality, len, start: place.start, issued }
    }

    /// The same with another value.
    #[must_use]
    pub fn with_value(self, value: f64) -> Self {
        Figure { value, ..self }
    }

    /// The same under a word that covers it too: the weaker one wins.
    #[must_use]
    pub fn covered_by(self, quality: Quality) -> Self {
        Figure { quality: self.quality.max(quality), ..self }
    }

    /// The same with another remark, or none.
    #[must_use]
    pub fn with_remark(mut self, remark: Option<Remark>) -> Self {
        if self.issued.remark != remark {
            Arc::make_mut(&mut self.issued).remark = remark;
        }
        self
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        Place { file: self.file, start: self.start, len: u32::from(self.len) }
    }

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

    /// All of them in the order of counts: done first.
    pub const DONE_FIRST: [State; 7] = [
        State::Done,
        State::UnderWay,
        State::Ongoing,
        State::NotStarted,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_small_and_a_remark_is_its_own_only() {
        assert_eq!(size_of::<Figure>(), 24);
        let period = Period::Year(2024);
        let issued =
            Issued { period, as_of: period.last().last_day(), remark: None, file: FileId::default() };
        let issued = Arc::new(issued);
        let figure = |value| Figure::new(value, Quality::Final, Place::default(), &issued);
        let remark = Remark { was: Some((2.0, None)), note: None };
        let (plain, corrected) = (figure(1.0), figure(3.0).with_remark(Some(remark)));
        assert_eq!((plain.was(), corrected.was()), (None, Some((2.0, None))));
        assert_eq!(corrected.with_remark(None), figure(3.0));
    }
}
