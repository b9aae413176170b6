//! `picture.yaml` of a policy.

use super::shape::Schema;
use super::values::{flag, text, texts, words};
use serde_json::json;

/// The schema of the file.
pub(super) fn schema() -> Schema {
    let hues = [("red", "红", "red"), ("blue", "蓝", "blue")];
    let sections = texts(
        "版块",
        "一图读懂里有哪些版块、按什么先后；默认全部。",
        "Which sections 一图读懂 has, in order; default: all.",
    );
    let all = ["banner", "goals", "tasks", "calendar", "organisations", "safeguards", "footer"];
    let subtitle = text(
        "副标题",
        "标题下面的一句话；默认按目标算出，算不出就写实施期。",
        "The line below the title; default: computed from the targets, else the plan's period.",
    );
    let organisations = flag(
        "单位图",
        "true：每一期为每个单位另出一张一图看进展。默认 false。",
        "true: a progress picture for each organisation and period. Default false.",
    );
    let alt = text(
        "替代文字",
        "读屏软件读出的一句话；默认用副标题。",
        "What a screen reader says of the picture; default: title and subtitle.",
    );
    Schema::mapping(
        "一图读懂",
        "一图读懂和一图看进展的选择；整个文件可以没有。",
        "Choices for the pictures of a policy; the whole file may be missing.",
    )
    .optional(
        "palette",
        words(&hues, "色系", "图的主色，默认 red。", "The hue of the pictures; default red."),
    )
    .optional("sections", sections.example(json!(all)))
    .optional("title", text("标题", "默认用短名。", "Default: the short title.").example("口袋公园"))
    .optional("subtitle", subtitle.example("三年建成六十个口袋公园"))
    .optional("short", by_clause(("短标题", "图上用的短标题", "Shorter headings"), "建园", "建园"))
    .optional(
        "lines",
        by_clause(("说明", "任务下面的一句话", "A line below a task"), "一句话", "每个街道每年新建两个"),
    )
    .optional("icons", by_clause(("图标", "一组任务的图标", "The icon of a group"), "图标名", "sprout"))
    .optional("organisations", organisations.example(false))
    .optional("alt", alt.example("一图读懂：口袋公园三年计划"))
    .or_nothing()
}

/// A text by clause.
fn by_clause((title, zh, en): (&str, &str, &str), value: &str, example: &str) -> Schema {
    let one = text(value, &format!("{zh}。"), &format!("{en}.")).example(example);
    Schema::named(
        one.or_nothing(),
        title,
        &format!("{zh}；键是条目的编号，例如 二(一)1。"),
        &format!("{en}, by clause, such as 二(一)1."),
    )
    .example(json!({ "二1": example }))
}
