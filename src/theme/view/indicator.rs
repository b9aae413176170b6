//! Views of indicators: the card that many pages show, and the page of one.

use super::{Chip, Day, EmbedView, Link, Mark, Tally};
use serde::Serialize;

/// A target with its verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TargetView {
    /// `2025年底`.
    pub by: String,
    /// `超过160家`.
    pub text: String,
    /// The verdict.
    pub verdict: Chip,
    /// What decided it: `2025年12月，163家`; empty while pending.
    pub decided: String,
    /// True where a later document replaced it.
    pub replaced: bool,
}

/// A chart, drawn: one form for wide and one for narrow screens, or a narrow one for all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChartView {
    /// Its title.
    pub title: String,
    /// SVG for screens from 640 px on, and for print; empty where the narrow one serves there too.
    pub wide: String,
    /// SVG for narrower screens.
    pub narrow: String,
    /// The sentence below it, which says the same; empty where the page has said it already.
    pub sentence: String,
    /// The table of the same figures; none where it stands on the page already.
    pub table: Option<Link>,
    /// What each point says of itself when it is pointed at, a line a point: `2024年6月：128家，应达130家`. Where they stand
    /// is said by the `data-at` of each form, in its own pixels.
    pub points: String,
}

/// An indicator in short, as on the policy, progress, home and bulletin pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct IndicatorCard {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The unit; of a milestone with how many steps there are: `步（共3步）`.
    pub unit: String,
    /// Its page.
    pub url: String,
    /// The newest figure, `128`; empty without one.
    pub figure: String,
    /// The period of the newest figure: `2024年6月`.
    pub period: String,
    /// The last target in words: `2027年底须超过200家`; empty without one.
    pub goal: String,
    /// `相当于2027年目标的64%`; empty where it cannot be said.
    pub share: String,
    /// The status.
    pub status: Chip,
    /// Marks beside it.
    pub marks: Vec<Mark>,
    /// True where the figure is past its due date: it loses its colour.
    pub stale: bool,
    /// The one sentence.
    pub sentence: String,
    /// The thin bar from baseline to target, as SVG; empty without a baseline.
    pub track: String,
    /// The clause that promises it.
    pub clause: Option<Link>,
}

/// A line of "how this was computed".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Computed {
    /// What: 应达数.
    pub name: String,
    /// The value with its unit: `130家`.
    pub value: String,
    /// The arithmetic: `100 + (160 − 100) × 18 ÷ 36`.
    pub how: String,
}

/// A reported figure as a line of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HistoryRow {
    /// The period: `2024年6月`.
    pub period: String,
    /// The figure.
    pub value: String,
    /// The planned value; empty where there is none.
    pub planned: String,
    /// The gap with its sign: `−2`.
    pub gap: String,
    /// The status after this figure.
    pub status: Chip,
    /// Marks and notes: `初步数`, `原为127`.
    pub marks: Vec<Mark>,
}

/// A row of a breakdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RowView {
    /// The organisation.
    pub organisation: Link,
    /// A cell a column; `—` for no task.
    pub cells: Vec<String>,
    /// The newest figure; `未报` where not reported.
    pub now: String,
    /// What is missing to the current year's cell; `—` where nothing is, empty where not reported.
    pub remaining: String,
    /// The status, where the breakdown shows it.
    pub status: Option<Chip>,
}

/// A breakdown as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BreakdownView {
    /// Its id, also the anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// `高新技术企业，家。2024年6月，55个单位中54个已报。`
    pub note: String,
    /// 示例 and the like.
    pub marks: Vec<Mark>,
    /// The head of each column: `2022年`, `2024年目标`.
    pub columns: Vec<String>,
    /// The position of the current year's column; after it stand the newest figure and what is missing.
    pub current: Option<usize>,
    /// The head of the newest figure: `6月底`; empty where nothing was reported.
    pub now: String,
    /// The rows in official order.
    pub rows: Vec<RowView>,
    /// The sums of the columns; empty cells where nothing can be added.
    pub total: Option<RowView>,
    /// Organisations compared; none where nothing was reported.
    pub chart: Option<ChartView>,
    /// CSV of this table.
    pub csv: String,
}

/// A breakdown in short: what its rows say together. The rows stand on the indicator's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BreakdownSummary {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its table, on the indicator's page.
    pub url: String,
    /// `高新技术企业，家。2024年6月，55个单位中54个已报。`
    pub note: String,
    /// 示例 and the like.
    pub marks: Vec<Mark>,
    /// How many rows it has.
    pub count: usize,
    /// `各单位合计128家，2024年目标合计136家。`; empty where rows are not added up.
    pub sum: String,
    /// How many rows have which status; empty where the breakdown shows figures only.
    pub tallies: Vec<Tally>,
    /// CSV of its table.
    pub csv: String,
}

/// `indicator`: the page of one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct IndicatorPage {
    /// In short.
    pub card: IndicatorCard,
    /// The policy.
    pub policy: Link,
    /// The indicator before it in the policy.
    pub previous: Option<Link>,
    /// The one after it.
    pub next: Option<Link>,
    /// What is counted; empty where not said.
    pub definition: String,
    /// Where figures come from.
    pub source: String,
    /// Who reports it.
    pub owner: Option<Link>,
    /// 每月, 每季, 每年; empty where not said.
    pub frequency: String,
    /// The baseline in words: `2022年底100家`; empty where not published.
    pub baseline: String,
    /// The kind in words.
    pub kind: String,
    /// The clauses that it measures.
    pub clauses: Vec<Link>,
    /// The policy and indicator whose figures these are; none where its own.
    pub same_as: Option<Link>,
    /// Every target; of a milestone, every step.
    pub targets: Vec<TargetView>,
    /// Target against actual.
    pub chart: Option<ChartView>,
    /// The status strip over the months, as SVG; empty with fewer than two figures.
    pub strip: String,
    /// How its status was computed.
    pub computed: Vec<Computed>,
    /// Every figure, newest first.
    pub history: Vec<HistoryRow>,
    /// Who has which share of it.
    pub breakdowns: Vec<BreakdownView>,
    /// When the next figure is due.
    pub next_due: Option<Day>,
    /// Its charts, for pages of others.
    pub embeds: Vec<EmbedView>,
}
