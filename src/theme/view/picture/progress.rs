//! 一图看进展: where a policy stands at the end of a period, as its bulletin tells it.

use super::DateView;
use crate::theme::view::{Chip, Counts, Mark};
use serde::Serialize;

/// `picture`: 一图看进展 of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProgressPicture {
    /// `progress`.
    pub kind: String,
    /// The title to be set large: that of `picture.yaml`, else the short title.
    pub title: String,
    /// The full title of the policy.
    pub full_title: String,
    /// The period: `2024年6月`.
    pub period: String,
    /// The day of the data in words: `数据截至2024年6月30日`.
    pub as_of: String,
    /// How many have which status: 定量指标 and 定性任务, never mixed.
    pub counts: Counts,
    /// Every indicator as it stood.
    pub indicators: Vec<StandingView>,
    /// How closely indicators are to be set: `charts` (up to 3) or `rows` (more), without their lines.
    pub dense: String,
    /// Promises whose day had passed.
    pub verdicts: Vec<VerdictView>,
    /// What was due next, soonest first: targets, steps, the next figures.
    pub next: Vec<DateView>,
    /// What the period's file says of tasks.
    pub clauses: Vec<SaidView>,
    /// Where it comes from: the full title and the document number.
    pub source: String,
    /// Who publishes the picture.
    pub publisher: String,
    /// The address of the bulletin; empty without `base_url`.
    pub address: String,
    /// Which picture of which day this is: `一图看进展 · 2024年6月 · 2024年7月10日发布`.
    pub edition: String,
    /// The site's notice; empty where there is none.
    pub notice: String,
    /// The word 示例, where any of it was made up; else empty.
    pub illustrative: String,
    /// The text of the QR code: the address of the bulletin; empty without `base_url`.
    pub qr: String,
}

/// An indicator as it stood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StandingView {
    /// Its name.
    pub name: String,
    /// The newest figure: `128`; empty without one.
    pub value: String,
    /// The unit; of a milestone with how many steps there are: `步（共3步）`.
    pub unit: String,
    /// The period of the newest figure: `2024年6月`; empty without one.
    pub period: String,
    /// The last target in words: `2027年底须超过200家`; empty without one.
    pub goal: String,
    /// The status.
    pub chip: Chip,
    /// How much of the way was due, in words: `应走完30%`; empty where nothing is judged.
    pub due: String,
    /// How much of the way is done, in words: `已走完28%`; empty where it cannot be said.
    pub attained: String,
    /// The ring of both; empty where there is nothing to draw.
    pub ring: String,
    /// Target path against actuals; empty where there is nothing to draw.
    pub chart: String,
    /// The one sentence.
    pub sentence: String,
    /// Marks beside the status.
    pub marks: Vec<Mark>,
    /// True where the figure was past its due date: it loses its colour.
    pub stale: bool,
    /// The word 示例, where its figures were made up; else empty.
    pub illustrative: String,
}

/// A promise whose day has passed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VerdictView {
    /// The indicator's name.
    pub name: String,
    /// By when: `2025年底`.
    pub by: String,
    /// The target, or the step: `超过160家`.
    pub target: String,
    /// All of it: `2025年底：高新技术企业超过160家`.
    pub words: String,
    /// The verdict.
    pub chip: Chip,
    /// What decided it: `2025年12月，163家`; empty where nothing has.
    pub decided: String,
}

/// What was said of a task in the period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SaidView {
    /// Its number without marks: `12`.
    pub number: String,
    /// Its heading, shortened where `picture.yaml` says so.
    pub heading: String,
    /// The first organisation of the text: `区科技局等`; empty where the text names none.
    pub organisation: String,
    /// The state in force; none where nobody has stated one.
    pub state: Option<Chip>,
    /// What was done.
    pub done: String,
    /// What comes next.
    pub next: String,
    /// What stands in the way.
    pub obstacle: String,
}

/// `picture`: 一图看进展 of one organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OrganisationPicture {
    /// `organisation`.
    pub kind: String,
    /// The organisation.
    pub organisation: String,
    /// The title of the policy, to be set large.
    pub title: String,
    /// The full title of the policy.
    pub full_title: String,
    /// The period: `2024年6月`.
    pub period: String,
    /// The day of the data in words: `数据截至2024年6月30日`.
    pub as_of: String,
    /// Its own shares of the targets, as far as they go.
    pub figures: Vec<OwnLineView>,
    /// The tasks and safeguards that name it, with what was said of them last.
    pub clauses: Vec<SaidView>,
    /// Where it comes from: the full title and the document number.
    pub source: String,
    /// Who publishes the picture.
    pub publisher: String,
    /// The address of the bulletin; empty without `base_url`.
    pub address: String,
    /// Which picture of which day this is.
    pub edition: String,
    /// The site's notice; empty where there is none.
    pub notice: String,
    /// The word 示例, where any of it was made up; else empty.
    pub illustrative: String,
    /// The text of the QR code: the address of the bulletin; empty without `base_url`.
    pub qr: String,
}

/// An organisation's own figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OwnLineView {
    /// The indicator's name.
    pub name: String,
    /// The newest figure: `3`; empty where not reported.
    pub value: String,
    /// The unit.
    pub unit: String,
    /// This year's target: `2024年底目标4家`; empty for a year without a task.
    pub target: String,
    /// What is missing to it: `还差1家`; empty where nothing is.
    pub remaining: String,
    /// The word 示例, where the figures were made up; else empty.
    pub illustrative: String,
}
