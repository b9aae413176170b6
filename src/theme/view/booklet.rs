//! The booklet of a policy: what `booklet.typ` gets as `view.json`. Texts are blocks and spans instead of HTML.

use super::{AttachmentView, Chip, Field, PolicyHead, PolicyPicture};
use serde::Serialize;

/// `booklet`: all that the booklet prints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletView {
    /// The language: `zh-CN`.
    pub language: String,
    /// True for a translation: words of the other language may stand in it.
    pub translated: bool,
    /// The families of the fonts, in the order in which they are asked for a letter.
    pub fonts: Vec<String>,
    /// The colours.
    pub colours: BookletColours,
    /// What its policy's pages share.
    pub head: PolicyHead,
    /// What a reader who looks for it should know: issuer and title.
    pub description: String,
    /// Year, month and day of publishing.
    pub date: Vec<u32>,
    /// Which booklet of which day this is: `政策宣传册 · 2023年7月19日发布 · 数据截至2024年6月30日`.
    pub edition: String,
    /// The site's notice; empty where there is none.
    pub notice: String,
    /// 一图读懂: title, goals, calendar.
    pub brief: PolicyPicture,
    /// The charts, by the ids under which they are named.
    pub drawings: Vec<BookletDrawing>,
    /// The eight fields, in order.
    pub fields: Vec<Field>,
    /// The text as issued.
    pub text: BookletText,
    /// The tasks and safeguards in their groups, each with who answers.
    pub tasks: Vec<BookletGroup>,
    /// How status is judged, in one paragraph; empty without indicators.
    pub judged: String,
    /// The indicators, each with the one sentence.
    pub indicators: Vec<BookletIndicator>,
    /// Whom to ask.
    pub contact: BookletContact,
}

/// The colours of a booklet, as CSS writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletColours {
    /// Text.
    pub ink: String,
    /// Quiet text.
    pub muted: String,
    /// The one hue.
    pub brand: String,
    /// The same, darker.
    pub deep: String,
    /// The ground of the cover.
    pub paper: String,
    /// A breath of the brand.
    pub tint: String,
    /// The one bright colour; on the brand only.
    pub accent: String,
    /// Hairlines.
    pub grid: String,
    /// Status: on schedule, done.
    pub good: String,
    /// Status: ahead.
    pub ahead: String,
    /// Status: slightly behind.
    pub slight: String,
    /// Status: behind, missed.
    pub behind: String,
    /// Status: nothing to judge.
    pub neutral: String,
}

/// A chart of the booklet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletDrawing {
    /// The id under which it is named.
    pub id: String,
    /// Where `image` finds it: `/charts/goal-gxjsqy.svg`.
    pub file: String,
    /// What it says, in words.
    pub alt: String,
}

/// The text of a policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletText {
    /// What the translation is worth, and how much of it there is not; nothing in the main language.
    pub notices: Vec<String>,
    /// The head of the 通知.
    pub notice: Option<BookletNotice>,
    /// What stands before the first clause.
    pub lead: Vec<BookletBlock>,
    /// The clauses in order.
    pub clauses: Vec<BookletClause>,
    /// The attachments.
    pub attachments: Vec<AttachmentView>,
    /// What stands after them.
    pub tail: Vec<BookletBlock>,
}

/// The head of a 通知 in the booklet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletNotice {
    /// Title lines.
    pub title: Vec<String>,
    /// 主送机关.
    pub addressees: String,
    /// The paragraphs.
    pub body: Vec<BookletBlock>,
    /// 署名; one of several a line.
    pub signature: String,
    /// 成文日期.
    pub date: String,
    /// 附注.
    pub note: String,
}

/// A clause in the booklet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletClause {
    /// The level of its heading, 2 to 6; never more than one below that of the clause that holds it.
    pub depth: u8,
    /// The number as printed.
    pub label: String,
    /// The heading; may be empty.
    pub heading: String,
    /// `Chinese only`, where the clause is not translated; else empty.
    pub only: String,
    /// The text below it.
    pub body: Vec<BookletBlock>,
    /// Who answers.
    pub tails: Vec<BookletTail>,
}

/// Who answers, in the booklet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletTail {
    /// `responsible`, `lead` or `support`.
    pub role: String,
    /// 责任单位, 牵头单位 …
    pub label: String,
    /// The names, in the order of the text.
    pub names: Vec<String>,
    /// True where the list ends in 等.
    pub open: bool,
}

/// A piece of a text that stands by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletBlock {
    /// `paragraph`, `heading`, `list`, `numbered`, `quote`, `code`, `table` or `rule`.
    pub kind: String,
    /// The words of a paragraph or heading.
    pub spans: Vec<BookletSpan>,
    /// The level of a heading, 2 to 6.
    pub level: u8,
    /// The first number of a numbered list.
    pub start: u32,
    /// The items of a list.
    pub items: Vec<Vec<BookletBlock>>,
    /// The blocks of a quote.
    pub blocks: Vec<BookletBlock>,
    /// The text of a block of code.
    pub text: String,
    /// The sides of a table's columns: `left`, `center` or `right`.
    pub sides: Vec<String>,
    /// The cells of a table's head.
    pub head: Vec<Vec<BookletSpan>>,
    /// The rows of a table, a cell each.
    pub rows: Vec<Vec<Vec<BookletSpan>>>,
}

/// A piece of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletSpan {
    /// `text`, `strong`, `emphasis`, `raised`, `code`, `link` or `break`.
    pub kind: String,
    /// The words of a text or of code.
    pub text: String,
    /// The address of a link.
    pub url: String,
    /// The same, to be printed behind the words; empty where they say it.
    pub shown: String,
    /// What is inside.
    pub spans: Vec<BookletSpan>,
}

/// Tasks under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletGroup {
    /// The heading of the clause that holds them, with its number; empty where none does.
    pub heading: String,
    /// The tasks.
    pub tasks: Vec<BookletTask>,
}

/// A task and who answers for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletTask {
    /// Its number, without marks.
    pub number: String,
    /// Its heading.
    pub heading: String,
    /// Who answers.
    pub tails: Vec<BookletTail>,
}

/// An indicator in the booklet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletIndicator {
    /// Its name.
    pub name: String,
    /// `Chinese only`, where its words are not all translated; else empty.
    pub only: String,
    /// The newest figure; empty without one.
    pub figure: String,
    /// The unit.
    pub unit: String,
    /// The period of the figure: `2024年6月`.
    pub period: String,
    /// The status.
    pub status: Chip,
    /// The words of the marks beside it: 示例, 初步数.
    pub marks: Vec<String>,
    /// True where the figure is past its due date: it loses its colour.
    pub stale: bool,
    /// The one sentence.
    pub sentence: String,
    /// The id of its chart; empty where there is nothing to draw.
    pub chart: String,
    /// What is counted; empty where nobody said so.
    pub definition: String,
    /// The breakdowns.
    pub tables: Vec<BookletTable>,
}

/// A breakdown in the booklet: plain cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletTable {
    /// Its title.
    pub title: String,
    /// Indicator, unit, and how many have reported.
    pub note: String,
    /// The words of the marks.
    pub marks: Vec<String>,
    /// The heads of the columns, the organisation's first.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// The sums, a row as the others; empty where there are none.
    pub total: Vec<String>,
}

/// Whom to ask, and where to look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletContact {
    /// Organisation and telephone number; empty where nobody is named.
    pub text: String,
    /// The address of the policy's page; empty without `base_url`.
    pub address: String,
    /// Where `image` finds its QR code; empty without an address.
    pub qr: String,
    /// The organisations that answer for a clause and can be reached, in official order.
    pub organisations: Vec<BookletOrganisation>,
    /// The dates that a reader must know: of the text, of the figures.
    pub dates: Vec<Field>,
}

/// How to reach an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BookletOrganisation {
    /// Its name.
    pub name: String,
    /// Its telephone number; may be empty.
    pub phone: String,
    /// Its address; may be empty.
    pub address: String,
}
