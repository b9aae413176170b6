//! Views of a policy: its text, its progress, a period's bulletin, and what explains it.

use super::{
    BreakdownSummary, ChartView, Chip, Counts, Day, FilterView, IndicatorCard, Link, Mark, PublicationView,
};
use serde::Serialize;

/// One of the eight fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The label: 索引号.
    pub label: String,
    /// The value; may be empty, and is then shown empty.
    pub value: String,
}

/// What the pages of one policy share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PolicyHead {
    /// Its id.
    pub id: String,
    /// The full title.
    pub title: String,
    /// The short title.
    pub short_title: String,
    /// Its text's page.
    pub url: String,
    /// Its dashboard.
    pub progress_url: String,
    /// 发文字号; empty where there is none.
    pub document_number: String,
    /// 发布机构.
    pub issuer: String,
    /// 成文日期.
    pub issued: Day,
    /// 发布日期.
    pub published: Day,
    /// 有效性.
    pub validity: String,
    /// What is said where it does not hold as issued; none where it does.
    pub force: Option<ForceView>,
    /// The plan's period: `2023年1月至2027年12月`; empty where not said.
    pub period: String,
    /// 一图读懂; empty where there is none.
    pub picture_url: String,
    /// 一图看进展 of the newest period; empty where there is none.
    pub progress_picture_url: String,
}

/// A document that does not hold as issued.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ForceView {
    /// `repealed`, `replaced`, `lapsed`, `partly-lapsed` or `amended`.
    pub key: String,
    /// 已废止, 已被替代, 已失效, 部分失效, 已修改.
    pub word: String,
    /// The sentence, with day, document and reason where they are known.
    pub text: String,
    /// The documents that replaced or amended it.
    pub by: Vec<Link>,
}

/// A name in a tail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NameView {
    /// As the text writes it.
    pub name: String,
    /// Its page; empty where the register lacks it.
    pub url: String,
    /// Its id; empty where the register lacks it.
    pub id: String,
}

/// A tail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TailView {
    /// 责任单位, 牵头单位 …
    pub label: String,
    /// The names.
    pub names: Vec<NameView>,
    /// True where the list ends in 等.
    pub open: bool,
}

/// What an organisation says of a clause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StatementView {
    /// The period whose file says so: `2024年6月`.
    pub period: String,
    /// Its bulletin; empty where it has none.
    pub url: String,
    /// What was done.
    pub done: String,
    /// What comes next.
    pub next: String,
    /// What stands in the way.
    pub obstacle: String,
    /// What shows that it is done.
    pub evidence: String,
    /// Why, who decided and by which document.
    pub reason: String,
    /// `Chinese only`, where it is not translated; else empty.
    pub only: String,
    /// Marks, such as 示例.
    pub marks: Vec<Mark>,
}

/// A clause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ClauseView {
    /// `part`, `section`, `task`, `safeguard` or `other`.
    pub kind: String,
    /// Depth, 1 outermost.
    pub level: u8,
    /// The level of its HTML heading, 2 to 6.
    pub heading_level: u8,
    /// The number as printed.
    pub label: String,
    /// The heading; may be empty.
    pub heading: String,
    /// The id in links.
    pub anchor: String,
    /// Its identity: `二(一)1`.
    pub path: String,
    /// Its URL with anchor.
    pub url: String,
    /// The text below the heading, as HTML.
    pub body: String,
    /// `Chinese only`, where the clause is not translated; else empty.
    pub only: String,
    /// Who answers.
    pub tails: Vec<TailView>,
    /// The state in force, as stated; none where nobody said anything.
    pub state: Option<Chip>,
    /// True where the clause is a task or safeguard of a policy that reports on clauses: without a state it shows 暂未填报.
    pub reported: bool,
    /// What was said last.
    pub statement: Option<StatementView>,
    /// The indicators that name it, with their status.
    pub indicators: Vec<IndicatorCard>,
    /// The headings above it, outermost first, with their numbers.
    pub above: Vec<String>,
}

/// The head of a 通知.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HeadView {
    /// Title lines.
    pub title: Vec<String>,
    /// 主送机关.
    pub addressees: String,
    /// Paragraphs as HTML.
    pub body: String,
    /// 署名.
    pub signature: String,
    /// 成文日期.
    pub date: String,
    /// 附注.
    pub note: String,
}

/// An attachment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AttachmentView {
    /// Its number.
    pub n: u32,
    /// Its name.
    pub name: String,
    /// Its file; empty where there is none.
    pub url: String,
    /// The tables that hold its figures.
    pub tables: Vec<Link>,
}

/// `policy`: the text with live status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PolicyView {
    /// What its pages share.
    pub head: PolicyHead,
    /// The eight fields, in order.
    pub fields: Vec<Field>,
    /// The indicators that open the page: those with a last target, at most three.
    pub indicators: Vec<IndicatorCard>,
    /// The head of the 通知.
    pub notice: Option<HeadView>,
    /// What stands before the first clause, as HTML.
    pub lead: String,
    /// The clauses in order.
    pub clauses: Vec<ClauseView>,
    /// What they can be filtered by; none where there is little to choose from.
    pub filter: Option<FilterView>,
    /// The attachments.
    pub attachments: Vec<AttachmentView>,
    /// What stands after them, as HTML.
    pub tail: String,
    /// Interpretations.
    pub interpretations: Vec<ArticleView>,
    /// Cases.
    pub cases: Vec<ArticleView>,
    /// Policies it rests on, replaces, or is amended by: relation and link.
    pub relations: Vec<Relation>,
    /// True where it has indicators or statements.
    pub has_progress: bool,
    /// The policy before it in the list of the home page, which is the newer one.
    pub previous: Option<Link>,
    /// The one after it.
    pub next: Option<Link>,
}

/// A relation to another policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// 依据, 代替, 被修改 …
    pub label: String,
    /// The other policy.
    pub policy: Link,
}

/// `progress`: the dashboard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProgressView {
    /// What its pages share.
    pub head: PolicyHead,
    /// How many have which status.
    pub counts: Counts,
    /// All indicators.
    pub indicators: Vec<IndicatorCard>,
    /// Target against actual, of each indicator that has a chart, in their order.
    pub charts: Vec<ChartView>,
    /// Tasks and safeguards.
    pub clauses: Vec<ClauseView>,
    /// The breakdowns of all indicators, in short.
    pub breakdowns: Vec<BreakdownSummary>,
    /// The bulletins, newest first.
    pub bulletins: Vec<Link>,
    /// What is due next, soonest first: `2025年底` and what.
    pub upcoming: Vec<Field>,
    /// What its newest publication changed, at most five; none where it changed nothing.
    pub changes: Option<PublicationView>,
    /// True where any figure or statement was ever reported.
    pub reported: bool,
}

/// `bulletin`: what one period file reported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BulletinView {
    /// What the policy's pages share.
    pub head: PolicyHead,
    /// `2024年6月`.
    pub period: String,
    /// The summary as HTML.
    pub summary: String,
    /// Marks of the whole file.
    pub marks: Vec<Mark>,
    /// How many had which status.
    pub counts: Counts,
    /// The indicators as they stood.
    pub indicators: Vec<IndicatorCard>,
    /// The clauses that the file speaks of.
    pub clauses: Vec<ClauseView>,
    /// The breakdowns that it reports, in short.
    pub breakdowns: Vec<BreakdownSummary>,
    /// Corrections of earlier figures published with it or since: what, old and new.
    pub revisions: Vec<Field>,
    /// 一图看进展 of the period; empty where there is none.
    pub picture_url: String,
    /// The bulletin before.
    pub previous: Option<Link>,
    /// The bulletin after.
    pub next: Option<Link>,
}

/// `article`: an interpretation or a case; also their entries on the policy's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ArticleView {
    /// `interpretation` or `case`.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// 发布时间.
    pub published: Day,
    /// 文字解读, 图解 …; empty for a case.
    pub form: String,
    /// Who wrote it; empty where not said.
    pub by: String,
    /// The organisation of a case.
    pub organisation: Option<Link>,
    /// The clause of a case.
    pub clause: Option<Link>,
    /// The picture of a case; empty without one.
    pub image: String,
    /// The text as HTML; empty in a list.
    pub body: String,
    /// `Chinese only`, where it is not translated; else empty.
    pub only: String,
    /// The policy.
    pub policy: Link,
}
