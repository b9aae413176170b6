//! What a sheet says, cell by cell, once it is known of whom and of what.

use crate::model::{ClauseIx, Indicator, OrgIx, Place, Policy, Quality, Site, State};
use jiff::civil::Date;

/// Of what something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// An indicator, by position.
    Indicator(usize),
    /// A row of a breakdown: positions of indicator, breakdown and row.
    Row(usize, usize, usize),
    /// A step of a milestone: positions of indicator and step.
    Step(usize, usize),
    /// A clause.
    Clause(ClauseIx),
}

impl Subject {
    /// Its name: `高新技术企业·高峰街道`, `二(一)1`.
    pub(super) fn name(self, policy: &Policy, site: &Site) -> String {
        match self {
            Subject::Indicator(i) => policy.indicators[i].name.clone(),
            Subject::Row(i, b, r) => {
                let row = &policy.indicators[i].breakdowns[b].rows[r];
                format!("{}·{}", policy.indicators[i].name, site.organisations.get(row.organisation).name)
            }
            Subject::Step(i, n) => {
                let indicator = &policy.indicators[i];
                format!("{}·{}", indicator.name, indicator.steps[n].name)
            }
            Subject::Clause(ix) => policy.text.clause(ix).path.clone(),
        }
    }
}

/// What is said of a clause; none where nothing was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Statement {
    /// The state, and its cell.
    pub(super) state: Option<(State, Place)>,
    /// Keys of the format, words and their cells, in the order of the format.
    pub(super) words: Vec<(&'static str, String, Place)>,
    /// Evidence or reason: which of them, the state says.
    pub(super) grounds: Option<(String, Place)>,
}

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// A figure, in the indicator's unit; none where only something beside it was written.
    Figure {
        /// The value.
        value: Option<f64>,
        /// The quality, where one was chosen, and its cell.
        quality: Option<(Quality, Place)>,
        /// The note, where there is one, and its cell.
        note: Option<(String, Place)>,
    },
    /// The day on which a step was reached.
    Day(Date),
    /// What is said of a clause.
    Statement(Statement),
}

/// One thing that a sheet says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// Of what.
    pub(super) subject: Subject,
    /// What.
    pub(super) content: Content,
    /// The cell.
    pub(super) place: Place,
    /// True where the cell's row or column is hidden.
    pub(super) hidden: bool,
}

/// A cell, row or column that was seen and not read, or read though nobody sees it; for the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// A sheet that is hidden.
    HiddenSheet(String),
    /// A sheet in which nothing was recognised beside one in which something was.
    OtherSheet(String),
    /// A column whose head says that it holds something else.
    Column(Place, String),
    /// A row that is no organisation's, indicator's or task's: a footnote, a heading.
    Row(Place, String),
    /// A row of totals that agrees with the rows.
    Total(Place, String),
    /// The encoding that the file was converted from.
    Encoding(&'static str),
}

/// What was read of a file.
#[derive(Clone, Debug)]
pub(super) struct Read {
    /// The policy's position.
    pub(super) policy: usize,
    /// The period.
    pub(super) period: crate::model::Period,
    /// What it says.
    pub(super) said: Vec<Said>,
    /// What was asked and left empty.
    pub(super) empty: usize,
    /// What else was seen.
    pub(super) notes: Vec<Note>,
}

/// The row of an organisation in a breakdown.
pub(super) fn row_of(indicator: &Indicator, breakdown: usize, organisation: OrgIx) -> Option<usize> {
    indicator.breakdowns[breakdown].rows.iter().position(|row| row.organisation == organisation)
}
