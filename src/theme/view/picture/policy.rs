//! 一图读懂: what a policy wants, by when, what will be done, who answers. Nothing in it goes stale, so
//! it holds no status and no figure that was reported.

use serde::Serialize;

/// `picture`: 一图读懂, the whole of it; also for the poster, the cover, and the pictures for sharing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PolicyPicture {
    /// `policy`.
    pub kind: String,
    /// The title to be set large: that of `picture.yaml`, else the short title.
    pub title: String,
    /// The full title.
    pub full_title: String,
    /// The line below the title: that of `picture.yaml`, else what the targets come to, else the plan's period; may be empty.
    pub subtitle: String,
    /// 发布机构.
    pub issuer: String,
    /// 发文字号; empty where there is none.
    pub document_number: String,
    /// 成文日期: `2023年6月28日`.
    pub issued: String,
    /// The chart of the banner; empty where the data make no shape.
    pub shape: String,
    /// What the shape is: `pieces`, `steps`, `beads`, or empty.
    pub shape_kind: String,
    /// The promises that have a figure, in the order of the policy.
    pub goals: Vec<GoalView>,
    /// The tasks in their groups.
    pub groups: Vec<GroupView>,
    /// How many tasks there are.
    pub tasks_total: usize,
    /// How many tasks there are, in words: `12项任务`; empty where there are none.
    pub tasks_counted: String,
    /// How closely tasks are to be set: `rows` (up to 16), `columns` or, with long headings, `list` (17 to 30), or `counts` (more).
    pub dense: String,
    /// What is due when, soonest first: targets, steps, the plan's end.
    pub calendar: Vec<DateView>,
    /// Who answers for most tasks, most first, in official order among equals; at most eight.
    pub organisations: Vec<ShareView>,
    /// How many more there are: `另有13个单位`; empty where all are shown.
    pub organisations_rest: String,
    /// How many organisations answer for tasks.
    pub organisations_total: usize,
    /// 保障措施.
    pub safeguards: Vec<SafeguardView>,
    /// True where every safeguard is short enough to stand beside another: at most six characters.
    pub safeguards_short: bool,
    /// Where it comes from: the full title and the document number.
    pub source: String,
    /// Who publishes the picture.
    pub publisher: String,
    /// The address of the policy's page; empty without `base_url`.
    pub address: String,
    /// Which picture of which day this is: `一图读懂 · 2023年7月19日发布`.
    pub edition: String,
    /// The site's notice; empty where there is none.
    pub notice: String,
    /// The word 示例, where a baseline in it was made up; else empty.
    pub illustrative: String,
    /// The text of the QR code: the address of the policy's page; empty without `base_url`.
    pub qr: String,
}

/// A promise with a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GoalView {
    /// The indicator's name.
    pub name: String,
    /// The word before the figure: 超过, 达到, 低于, 控制在.
    pub before: String,
    /// The figure of the last target: `1,600`.
    pub value: String,
    /// What stands behind it, the unit first: `家`, `家以内`.
    pub after: String,
    /// By when: `2027年`.
    pub by: String,
    /// The timeline of its targets.
    pub chart: String,
    /// All of it as a sentence: `到2027年底，高新技术企业超过200家`.
    pub sentence: String,
    /// The baseline in words: `2022年底100家`; empty where it was not published.
    pub baseline: String,
    /// The word 示例, where the baseline was made up; else empty.
    pub illustrative: String,
    /// The targets before the last.
    pub interim: Vec<InterimView>,
}

/// A target on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct InterimView {
    /// By when: `2025年`.
    pub by: String,
    /// `超过160家`.
    pub words: String,
}

/// Tasks that stand below one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GroupView {
    /// Its number without marks: `一`; empty where it has none.
    pub number: String,
    /// Its heading, shortened where `picture.yaml` says so; empty for tasks without a heading above them.
    pub heading: String,
    /// The icon that its words, or `picture.yaml`, choose; empty where none fits.
    pub icon: String,
    /// How many tasks it has.
    pub count: usize,
    /// The same in words: `3项任务`.
    pub counted: String,
    /// The tasks.
    pub tasks: Vec<TaskView>,
}

/// A task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TaskView {
    /// Its number without marks: `12`.
    pub number: String,
    /// Its heading, shortened where `picture.yaml` says so.
    pub heading: String,
    /// The line below it, which only `picture.yaml` gives; else empty.
    pub line: String,
    /// The first organisation of the text: `区科技局等`; empty where the text names none.
    pub organisation: String,
    /// True only where the text says that it leads (牵头).
    pub led: bool,
}

/// What is due on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// The day or period: `2025年底`.
    pub by: String,
    /// What.
    pub items: Vec<String>,
}

/// An organisation with its share of the tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ShareView {
    /// Its name.
    pub name: String,
    /// How many tasks name it; `tasks_total` is the whole.
    pub count: usize,
    /// The same in words: `12项任务`.
    pub counted: String,
}

/// A safeguard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SafeguardView {
    /// Its number without marks: `一`.
    pub number: String,
    /// Its heading, shortened where `picture.yaml` says so.
    pub heading: String,
    /// The first organisation of the text: `区科技局等`; empty where the text names none.
    pub organisation: String,
}
