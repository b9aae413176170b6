//! The columns of the tables: one description for the head of a CSV, its schema, and the page that explains it.

use super::deviations::Deviations;
use crate::model::{Breakdown, Indicator, Language, Period};

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Words.
    Text,
    /// A number in plain digits, `.` before decimals.
    Number,
    /// `2024-06`, `2024-Q2` or `2024`.
    Period,
    /// `2024-06-30`.
    Day,
}

impl Cells {
    /// The type, as Table Schema names it.
    pub fn key(self) -> &'static str {
        match self {
            Cells::Text | Cells::Period => "string",
            Cells::Number => "number",
            Cells::Day => "date",
        }
    }

    /// The type in words.
    pub fn word(self, language: Language) -> &'static str {
        match self {
            Cells::Text => language.pick("文字", "text"),
            Cells::Number => language.pick("数", "number"),
            Cells::Period => language.pick("时期", "period"),
            Cells::Day => language.pick("日期", "day"),
        }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// What its cells hold.
    pub cells: Cells,
    /// What it means.
    pub about: &'static str,
    /// The unit of its numbers, where they are all of one.
    pub unit: Option<String>,
    /// The period of its numbers, where the head says so.
    pub period: Option<Period>,
    /// Whether no cell is empty.
    pub required: bool,
}

/// Columns in the language of the pages.
struct Columns<'a> {
    language: Language,
    unit: Option<&'a str>,
    all: Vec<Column>,
}

impl Columns<'_> {
    fn add(&mut self, (zh, en): (&str, &str), cells: Cells, about: (&'static str, &'static str)) {
        self.all.push(Column {
            name: self.language.pick(zh, en).to_owned(),
            cells,
            about: self.language.pick(about.0, about.1),
            unit: self.unit.filter(|_| cells == Cells::Number).map(str::to_owned),
            period: None,
            required: false,
        });
    }

    fn required(&mut self, name: (&str, &str), cells: Cells, about: (&'static str, &'static str)) {
        self.add(name, cells, about);
        self.all.last_mut().into_iter().for_each(|column| column.required = true);
    }

    fn of(
        &mut self,
        period: Period,
        (zh, en): (&str, &str),
        cells: Cells,
        about: (&'static str, &'static str),
    ) {
        let name = format!("{period} {}", self.language.pick(zh, en));
        self.add((&name, &name), cells, about);
        self.all.last_mut().into_iter().for_each(|column| column.period = Some(period));
    }
}

const PERIOD: (&str, &str) =
    ("数据所属的时期：月、季或年", "The period of the figure: a month, quarter or year");
const VALUE: (&str, &str) = ("实际数；空格表示没有数据，不是零", "The figure; empty means missing, not zero");
const PLANNED: (&str, &str) =
    ("按序时进度折算，这一期应达到的数", "What the planned path asks for in that period");
const STATUS: (&str, &str) = ("公布这一期数据后的进度状态", "The status after that figure");
const QUALITY: (&str, &str) =
    ("正式数、初步数、估计数或示例", "Final, provisional, estimated, or illustrative");
const WAS: (&str, &str) = ("更正前公布的数", "The figure that was published before a correction");
const NOTE: (&str, &str) = ("说明，例如为什么更正", "A note, such as why it was corrected");
const AS_OF: (&str, &str) = ("数据截至哪一天", "The day of the data");
const SOURCE: (&str, &str) = ("数据来自哪里，或由谁填报", "Where the figure comes from, or who reports it");

/// The columns of an indicator's figures.
pub fn figures(indicator: &Indicator, language: Language) -> Vec<Column> {
    let mut columns = Columns { language, unit: Some(&indicator.unit), all: Vec::new() };
    columns.required(("指标", "indicator"), Cells::Text, ("指标名称", "The name of the indicator"));
    columns.required(("单位", "unit"), Cells::Text, ("计量单位", "The unit of measure"));
    columns.required(("时期", "period"), Cells::Period, PERIOD);
    of_figure(&mut columns);
    columns.all
}

/// What stands behind the period of a figure.
fn of_figure(columns: &mut Columns) {
    columns.required(("数值", "value"), Cells::Number, VALUE);
    columns.add(("应达数", "planned"), Cells::Number, PLANNED);
    columns.add(("进度状态", "status"), Cells::Text, STATUS);
    columns.required(("数据质量", "quality"), Cells::Text, QUALITY);
    columns.add(("更正前", "was"), Cells::Number, WAS);
    columns.add(("说明", "note"), Cells::Text, NOTE);
    columns.required(("数据截至", "as_of"), Cells::Day, AS_OF);
    columns.required(("数据来源", "data_source"), Cells::Text, SOURCE);
}

/// The columns of all figures of the site.
pub fn site(language: Language) -> Vec<Column> {
    let mut columns = Columns { language, unit: None, all: Vec::new() };
    let id = ("政策的编号，也是网址的一部分", "The id of the policy, as in its address");
    columns.required(("政策编号", "policy_id"), Cells::Text, id);
    columns.required(("政策", "policy"), Cells::Text, ("政策标题", "The title of the policy"));
    let id = ("指标的编号，在一项政策内不重复", "The id of the indicator, unique in its policy");
    columns.required(("指标编号", "indicator_id"), Cells::Text, id);
    columns.required(("指标", "indicator"), Cells::Text, ("指标名称", "The name of the indicator"));
    columns.required(("单位", "unit"), Cells::Text, ("计量单位", "The unit of measure"));
    columns.required(("时期", "period"), Cells::Period, PERIOD);
    of_figure(&mut columns);
    columns.all
}

/// The columns of a breakdown whose rows reported for these periods.
pub(super) fn rows(
    indicator: &Indicator,
    breakdown: &Breakdown,
    periods: &[Period],
    deviations: &Deviations,
    language: Language,
) -> Vec<Column> {
    let mut columns = Columns { language, unit: Some(&indicator.unit), all: Vec::new() };
    let id =
        ("单位的编号，与单位网页的网址相同", "The id of the organisation, as in the address of its page");
    columns.required(("编号", "id"), Cells::Text, id);
    columns.required(("单位", "organisation"), Cells::Text, ("单位名称", "The organisation"));
    for (n, column) in breakdown.columns.iter().enumerate() {
        let (name, about) = match n == 0 && breakdown.baseline_column {
            true => (("实际", "actual"), ("基期的数", "The figure of the base period")),
            false => (
                ("目标", "target"),
                ("这一期须达到的数；空格表示没有任务", "The target; empty means no task"),
            ),
        };
        columns.of(*column, name, Cells::Number, about);
    }
    for period in periods {
        columns.of(*period, ("实际", "actual"), Cells::Number, VALUE);
    }
    columns.required(("数据质量", "quality"), Cells::Text, QUALITY);
    columns.required(("数据来源", "data_source"), Cells::Text, SOURCE);
    columns.add(("数据截至", "as_of"), Cells::Day, ("最新一个数截至哪一天", "The day of the newest figure"));
    for period in &deviations.quality {
        let about = (
            "这一期的数据质量，与“数据质量”一列不同",
            "The quality of that period's figure where it differs",
        );
        columns.of(*period, ("数据质量", "quality"), Cells::Text, about);
    }
    for period in &deviations.as_of {
        let about = (
            "这一期的数截至哪一天，不是期末",
            "The day of that period's figure where it is not the period's last",
        );
        columns.of(*period, ("数据截至", "as_of"), Cells::Day, about);
    }
    columns.all
}
