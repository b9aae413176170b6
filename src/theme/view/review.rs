//! The review sheet (发布审核单): what is about to be published, for those who answer for it.

use super::{Chip, Day, Mark};
use serde::Serialize;

/// A new or corrected figure of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReviewFigure {
    /// The indicator.
    pub name: String,
    /// Its period: `2024年6月`.
    pub period: String,
    /// The figure before it with its period: `125家（2024年5月）`; of a correction what was published; empty where there was none.
    pub old: String,
    /// The figure with its unit: `128家`.
    pub new: String,
    /// The difference with its sign and unit: `+3家`; empty without a figure before.
    pub difference: String,
    /// True where a published figure is corrected.
    pub corrected: bool,
    /// Why it is corrected, or another note.
    pub note: String,
    /// How good it is: 示例, 初步数.
    pub marks: Vec<Mark>,
    /// File and line: `content/policies/double-growth/progress/2024-06.yaml:8`.
    pub place: String,
}

/// The status of an indicator before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReviewStatus {
    /// The indicator.
    pub name: String,
    /// The status that was public; none where nothing had been reported.
    pub old: Option<Chip>,
    /// The status that will be.
    pub new: Chip,
    /// The sentence that will be public.
    pub sentence: String,
}

/// A new or corrected figure in a row of a breakdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReviewRow {
    /// The organisation.
    pub organisation: String,
    /// The figure before; of a correction what was published; empty where there was none.
    pub old: String,
    /// The figure.
    pub new: String,
    /// The difference with its sign; empty without a figure before.
    pub difference: String,
    /// True where a published figure is corrected.
    pub corrected: bool,
}

/// The new figures of a breakdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReviewRows {
    /// `高新技术企业：2024年6月`.
    pub title: String,
    /// The unit.
    pub unit: String,
    /// The rows that have a new figure.
    pub rows: Vec<ReviewRow>,
    /// What the new figures add up to.
    pub sum: String,
    /// Organisations that have a task and no figure.
    pub missing: Vec<String>,
}

/// What is newly said of a clause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReviewStatement {
    /// The clause: `二（一）1　培育孵化科技型企业`.
    pub clause: String,
    /// Its state before; none where nobody had stated one.
    pub old: Option<Chip>,
    /// Its state now; none where only words are given.
    pub new: Option<Chip>,
    /// What is said: what was done, evidence, reason, what is in the way, what comes next.
    pub said: Vec<String>,
}

/// What is about to be published of a policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReviewPolicy {
    /// Its title.
    pub title: String,
    /// With what it is compared; empty where nothing had been reported before.
    pub compared: String,
    /// The bulletins that come with it: `2024年6月`.
    pub bulletins: Vec<String>,
    /// New and corrected figures.
    pub figures: Vec<ReviewFigure>,
    /// Statuses that are told, moved or not, of the indicators with new figures.
    pub statuses: Vec<ReviewStatus>,
    /// New figures of breakdowns.
    pub rows: Vec<ReviewRows>,
    /// What is newly said of clauses.
    pub statements: Vec<ReviewStatement>,
    /// Everything else that changes, each in a sentence: texts, targets, verdicts, interpretations.
    pub others: Vec<String>,
}

/// A warning of the check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReviewProblem {
    /// Its code.
    pub code: String,
    /// The sentence.
    pub text: String,
    /// File and line.
    pub place: String,
}

/// `review`: what is about to be published, to be signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReviewPage {
    /// The site's title.
    pub title: String,
    /// The language of the sheet.
    pub language: String,
    /// The site's notice: 示例.
    pub notice: String,
    /// The day of the review.
    pub day: Day,
    /// The day that was asked for; none where each policy is compared with its publication before.
    pub since: Option<Day>,
    /// The policies of which something is about to be published.
    pub policies: Vec<ReviewPolicy>,
    /// Period files without a date of publication, by their paths: they belong to no publication yet.
    pub undated: Vec<String>,
    /// What the check warns of.
    pub problems: Vec<ReviewProblem>,
}
