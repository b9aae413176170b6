//! `clauses` of a period's file: what organisations say of what they were told to do.

use super::shape::Schema;
use super::values::{Choice, is, quality, text, words};
use serde_json::{Value, json};

/// The states of a clause.
const STATES: [Choice; 7] = [
    ("not-started", "未启动", "not started"),
    ("under-way", "推进中", "under way"),
    ("ongoing", "长期推进", "ongoing"),
    ("done", "已完成", "done"),
    ("blocked", "推进受阻", "blocked"),
    ("adjusted", "已调整", "adjusted"),
    ("terminated", "已终止", "terminated"),
];

/// The schema of the block.
pub(super) fn schema() -> Schema {
    Schema::named(
        statement().or_nothing(),
        "任务",
        "键是条目的编号，例如 二(一)1；值是各单位的填报。",
        "What the organisations say, by clause, such as 二(一)1.",
    )
    .example(json!({ "二1": { "state": "under-way", "done": "新建成1个。" } }))
}

fn statement() -> Schema {
    let state = words(
        &STATES,
        "状态",
        "done 要写 evidence，blocked 要写 reason，terminated 要写 reason 和 decided_by 或 document。",
        "done needs evidence, blocked reason, terminated reason and decided_by or document.",
    );
    let reason = text("原因", "为什么受阻、调整或终止。", "Why it is blocked, adjusted or terminated.");
    let ended = json!({
        "allOf": [written("reason"), { "anyOf": [written("decided_by"), written("document")] }],
    });
    Schema::mapping(
        "填报",
        "责任单位对一条任务的填报；state 一直管到下一次填报。",
        "What is said of a clause; a state holds until the next one.",
    )
    .optional("state", state)
    .optional("done", text("已做", "做了什么。", "What was done.").example("新建成1个，另有4个在建。"))
    .optional("next", text("下一步", "接着做什么。", "What comes next.").example("三季度建成3个。"))
    .optional(
        "obstacle",
        text("困难", "有什么困难。", "What stands in the way.").example("部分用地没有落实。"),
    )
    .optional(
        "evidence",
        text("完成依据", "凭什么说完成了。", "What shows that it is done.").example("竣工验收单"),
    )
    .optional("reason", reason.example("管护经费还没有落实。"))
    .optional("decided_by", text("决定机关", "谁决定终止。", "Who decided to end it.").example("区人民政府"))
    .optional("document", text("文件", "依据的文件。", "The document.").example("青禾府办发〔2024〕20号"))
    .optional("quality", quality("这条填报的质量。", "Of this statement."))
    .when(is("state", &["done"]), written("evidence"))
    .when(is("state", &["blocked"]), written("reason"))
    .when(is("state", &["terminated"]), ended)
}

/// The condition that something is written behind a key.
fn written(key: &str) -> Value {
    json!({ "required": [key], "properties": { key: { "not": { "enum": [null, ""] } } } })
}
