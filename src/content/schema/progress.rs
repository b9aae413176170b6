//! `progress/*.yaml`: a period's file, or one whose `columns` are several periods.

use super::shape::Schema;
use super::statements;
use super::values::{block, day, figure, given, moment, period, periods, quality, rows, text};
use serde_json::{Value, json};

/// The schema of either form.
pub(super) fn schema() -> Schema {
    let by_column = json!({ "type": "object", "required": ["columns"] });
    Schema::new(
        &["object"],
        "进展",
        "一期的进展，文件名就是期；写了 columns 的是以前的几期，一期一列。",
        "A period's progress, named after the period; with columns, several periods that lie behind.",
    )
    .or_nothing()
    .either(by_column, columns_file(), period_file().or_nothing())
}

fn period_file() -> Schema {
    let reported = Schema::any(
        vec![number(), correction(), step(), steps()],
        "数",
        "这一期的数；更正写 value、was、revised、note；分步的指标写 step 和 on。没有数写 ~ 或不写。",
        "A figure, a correction, or a step with the day it was reached; ~ is no figure.",
    );
    let as_of = day(
        "数据截止日",
        "默认这一期的最后一天；发布更早的，默认发布那天。",
        "The day of the data; default: the period's last day, or published where that comes first.",
    );
    let summary = text("概述", "这一期做了什么，Markdown。", "What happened, in Markdown.");
    Schema::mapping(
        "一期的进展",
        "文件名就是期：2024-06.yaml。",
        "A period's file, named after it: 2024-06.yaml.",
    )
    .optional("published", published())
    .optional("period", period("期", "写了就必须与文件名一致。", "Must agree with the file's name."))
    .optional("as_of", as_of)
    .optional("quality", quality("管本文件的全部数。", "Of all figures in the file."))
    .optional("summary", summary.example("6月底有口袋公园43个。"))
    .optional("indicators", indicators(reported).example(json!({ "口袋公园总数": 43 })))
    .optional("breakdowns", breakdowns(row_figure()).example(divided(json!(24))))
    .optional("clauses", statements::schema())
}

fn columns_file() -> Schema {
    let cell = Schema::any(
        vec![number(), correction(), step(), steps()],
        "数",
        "一格一个数；~ 表示没有。",
        "A figure, a correction or a step; ~ is no figure.",
    );
    let list = |cell: Schema| {
        let (zh, en) = ("一列一个，~ 表示没有。", "One for each column, ~ where there is none.");
        Schema::list(cell, "各列的数", zh, en).or_nothing().example(json!([40, null, 41]))
    };
    let example = json!({ "口袋公园总数": [40, null, 41] });
    Schema::mapping(
        "以前的几期",
        "文件名不限；一期一列，不生成简报。",
        "Several periods, a column each, without a bulletin.",
    )
    .required("columns", periods("各列的期，由先到后。", "The periods of the columns, in order."))
    .optional("published", published())
    .optional("quality", quality("管本文件的全部数。", "Of all figures in the file."))
    .optional("indicators", indicators(list(cell)).example(example))
    .optional("breakdowns", breakdowns(list(row_figure())).example(divided(json!([22, null, 23]))))
}

fn published() -> Schema {
    moment(
        "发布日期",
        "首次发布的日期，以后不改；晚于生成那天的，当作还没有写。",
        "When it was first published; after the day of the build it is not there yet.",
    )
}

/// By indicator.
fn indicators(value: Schema) -> Schema {
    block(
        value.or_nothing(),
        "指标",
        "键是指标的 id 或名称；或 table: 文件名，一行一个指标。",
        "By id or name of the indicator; or table: FILE with a row for each.",
    )
}

/// By indicator, breakdown and organisation, with a table in place of any of the three.
fn breakdowns(value: Schema) -> Schema {
    let rows = rows(
        value.or_nothing(),
        "各单位的数",
        "键是机构，值是它的数；没有报的不写，也不填0。或 table: 文件名。",
        "By organisation; leave out who has not reported. Or table: FILE.",
    );
    let tables = block(
        rows.or_nothing(),
        "一个指标的分解表",
        "键是分解表的 id；或 table: 文件名。",
        "By id of the breakdown; or table: FILE.",
    );
    block(
        tables.or_nothing(),
        "分解数",
        "键是指标的 id 或名称；或 table: 文件名，一列一个指标。",
        "By indicator; or table: FILE with a column for each.",
    )
}

/// An example of a breakdown.
fn divided(value: Value) -> Value {
    json!({ "口袋公园总数": { "townships": { "东岸街道": value } } })
}

fn row_figure() -> Schema {
    Schema::any(
        vec![number(), correction()],
        "数",
        "这个机构的数；更正写 value、was、revised、note。",
        "A figure, or a correction.",
    )
}

fn number() -> Schema {
    figure("数", "只写半角数字，例如 128；~ 表示没有。", "Plain digits, such as 128; ~ is no figure.")
        .or_nothing()
        .example(128)
}

fn correction() -> Schema {
    let was =
        figure("原数", "更正以前公布的数，网页上仍看得到。", "What was published before; it stays visible.");
    Schema::mapping(
        "数和说明",
        "带质量、说明的数，或更正过的数。",
        "A figure with its quality, a note or a correction.",
    )
    .required("value", figure("数", "现在的数。", "The figure as it is now.").example(125))
    .optional("quality", quality("这个数的质量。", "Of this figure."))
    .optional("was", was.example(127))
    .optional("revised", day("更正日期", "哪一天更正的；要同时写 was。", "When it was corrected; needs was."))
    .optional("note", text("说明", "为什么更正。", "Why it was corrected.").example("剔除重复2家"))
    .when(given("revised"), given("was"))
    .example(json!({ "value": 125, "was": 127, "revised": "2024-07-10", "note": "剔除重复2家" }))
}

fn step() -> Schema {
    let name = text("步骤", "indicators.yaml 中 steps 的 name。", "The name of one of its steps.");
    Schema::mapping("完成的一步", "分步的指标用。", "A step that was reached, of a milestone.")
        .required("step", name.example("印发管护办法"))
        .required("on", day("完成日期", "哪一天完成的。", "The day on which it was reached."))
        .optional("quality", quality("这一步的质量。", "Of this step."))
        .example(json!({ "step": "印发管护办法", "on": "2024-06-18" }))
}

fn steps() -> Schema {
    Schema::list(step(), "完成的几步", "一期里完成了几步时用。", "Where several steps were reached.")
        .with("minItems", json!(1))
}
