//! `breakdowns` of an indicator: tables that divide it among organisations.

use super::shape::Schema;
use super::values::{given, id, periods, quality, rows, text, whole, words};
use serde_json::json;

/// The schema of the list.
pub(super) fn schema() -> Schema {
    Schema::list(breakdown(), "分解表", "按机构分解的表。", "Tables by organisation.")
}

fn breakdown() -> Schema {
    let sums = [
        ("exact", "相等", "the rows add up to the indicator"),
        ("at-least", "不少于", "the rows add up to at least the indicator"),
        ("none", "无关", "no relation"),
    ];
    let shows = [("figures", "只列数字", "figures only"), ("status", "列出状态", "the status of each row")];
    let annex = whole(
        (1, 999),
        "附件号",
        "是第几号附件，表名取附件的名称。",
        "The attachment that holds it; its name is the title.",
    );
    let title = text("表名", "附件清单里没有名称时才写。", "Only where the text's list has no name for it.");
    let sum = words(
        &sums,
        "合计",
        "各列合计与指标自己的基数、目标的关系，默认 none。",
        "How each column's sum relates to the indicator's own figure; default none.",
    );
    let show = words(&shows, "显示", "网页上怎样显示，默认 figures。", "How it is shown; default figures.");
    let columns = periods(
        "各列的期，由先到后；第一列可以是基数。",
        "Periods that rise; the first may be the baseline's.",
    );
    // The head of a table stands for `columns`.
    let typed = json!({ "not": { "properties": { "rows": given("table") } } });
    let by_column = json!({ "required": ["columns"], "properties": { "columns": { "type": "array" } } });
    Schema::mapping("分解表", "一张按机构分解的表。", "A table by organisation.")
        .required(
            "id",
            id("id", "填进展时用它称呼这张表。", "Its name in progress files.").example("townships"),
        )
        .optional("annex", annex.example(1))
        .optional("title", title.example("各乡镇（街道）新栽乔木"))
        .optional("sum", sum)
        .optional("show", show)
        .optional("quality", quality("表中各数的质量。", "Of its cells."))
        .sometimes("columns", columns)
        .required("rows", cells())
        .when(typed, by_column)
}

fn cells() -> Schema {
    let row = Schema::new(
        &["array"],
        "各列的数",
        "一列一个数；~ 表示无任务，0 表示任务是零。",
        "A figure for each column; ~ is no task, 0 a target of zero.",
    );
    let row = row.with("items", json!({ "type": ["number", "null"] })).example(json!([2, 2, 3, null]));
    rows(
        row,
        "各行",
        "键是机构，值是各列的数；或 table: 文件名。",
        "Figures by organisation, or table: FILE.",
    )
    .with("minProperties", json!(1))
    .example(json!({ "东岸街道": [22, 26], "柳溪镇": [18, 22] }))
}
