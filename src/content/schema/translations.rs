//! Translations: `site.en.yaml`, `organisations.en.yaml`, `policy.en.md` and the others, which hold only
//! words and stand beside their originals.

use super::shape::Schema;
use super::values::{text, texts, words};
use serde_json::json;

/// A text with an example.
fn line(title: &str, zh: &str, en: &str, example: &str) -> Schema {
    text(title, zh, en).example(example)
}

/// The translation of a name or of a sentence.
fn name(example: &str) -> Schema {
    line("名称", "译成另一种语言的名称。", "The name in the other language.", example)
}

/// `site.en.yaml`.
pub(super) fn site() -> Schema {
    let column = Schema::mapping("栏目", "栏目标签的译文。", "The tags of the column.")
        .optional("name", name("Policy progress"))
        .optional(
            "description",
            line("栏目描述", "栏目描述的译文。", "What it is for.", "What was promised and what is done."),
        )
        .optional(
            "keywords",
            texts("栏目关键词", "关键词的译文。", "Its keywords.").example(json!(["progress"])),
        );
    let portal = Schema::mapping("政府网站标签", "标签的译文。", "Tags of government pages.")
        .optional("site_name", name("People's Government of Qinghe District"))
        .optional("column", column);
    Schema::mapping(
        "网站设置的译文",
        "site.yaml 里文字的译文。",
        "The words of site.yaml in another language.",
    )
    .optional("title", name("Qinghe policy progress"))
    .optional("organisation", name("Qinghe District Government Office"))
    .optional("notice", line("提示", "提示的译文。", "The line on every page.", "Demonstration."))
    .optional("portal", portal)
    .or_nothing()
}

/// `organisations.en.yaml`.
pub(super) fn organisations() -> Schema {
    let whole = Schema::mapping("机构的译文", "名称和地址的译文。", "Its name and address.")
        .optional("name", name("Parks Bureau"))
        .optional("address", line("地址", "地址的译文。", "Its address.", "1 Binhe Road"))
        .optional("hours", line("办公时间", "办公时间的译文。", "When it is open.", "Weekdays 9 to 17"));
    let one = Schema::any(
        vec![name("Parks Bureau"), whole],
        "机构的译文",
        "只写名称，或分项写。",
        "The name alone, or a mapping.",
    );
    Schema::named(
        one.or_nothing(),
        "机构名称的译文",
        "键是机构的 id、名称或别名。",
        "By id, name or alias of the organisation.",
    )
    .example(json!({ "ylj": "Parks Bureau" }))
    .or_nothing()
}

/// The head of `policy.en.md`.
pub(super) fn policy() -> Schema {
    let standings = [
        ("reference", "供参考", "for reference"),
        ("summary", "摘要", "a summary"),
        ("official", "正式译文", "an official translation"),
    ];
    let worth = words(&standings, "译文性质", "默认 reference。", "What it is worth; default reference.");
    let own = |title: &str, example: &str| {
        line(title, "这一项的译文。", "This entry in the other language.", example)
    };
    let notice = Schema::mapping("印发通知", "通知的译文。", "The notice of issue.")
        .optional("addressees", own("主送机关", "All townships"))
        .optional("body", own("通知正文", "The plan is issued herewith."))
        .optional("signature", own("署名", "District Government Office"))
        .optional("date", own("日期", "28 June 2023"))
        .optional("note", own("附注", "For the public"));
    let attachments = Schema::named(
        name("Targets by township").or_nothing(),
        "附件名称的译文",
        "键是附件的序号。",
        "By number of the attachment.",
    )
    .example(json!({ "1": "Targets by township" }));
    Schema::mapping("政策的译文", "policy.en.md 开头的信息。", "The head of a translated policy.")
        .optional("title", own("标题", "Plan for pocket parks"))
        .optional("short_title", own("短标题", "Pocket parks"))
        .optional("issuer", own("发布机构", "Parks Bureau"))
        .optional("topic", own("主题分类", "Parks"))
        .optional("genre", own("体裁分类", "Official document"))
        .optional("validity", own("有效性", "In force"))
        .optional("document_number", own("发文字号", "No. 28 of 2023"))
        .optional("index_number", own("索引号", "2023-00071"))
        .optional("translation", worth.example("summary"))
        .optional("attachments", attachments)
        .optional("notice", notice)
        .or_nothing()
}

/// `indicators.en.yaml`.
pub(super) fn indicators() -> Schema {
    let sentence = |title: &str, example: &str| {
        line(title, "这一项的译文。", "This entry in the other language.", example)
    };
    let by = |value: Schema, title: &str, zh: &str, en: &str, example: serde_json::Value| {
        Schema::named(value.or_nothing(), title, zh, en).example(example)
    };
    let change = Schema::mapping("目标调整", "一次调整的译文。", "A change of targets.")
        .optional("document", sentence("文件", "Document No. 3"))
        .optional("reason", sentence("原因", "No land was left."));
    let whole = Schema::mapping("指标的译文", "一项指标的译文。", "The words of an indicator.")
        .optional("name", name("Pocket parks"))
        .optional("unit", sentence("单位", "parks"))
        .optional("definition", sentence("统计口径", "All that are open."))
        .optional("source", sentence("数据来源", "Parks Bureau"))
        .optional(
            "breakdowns",
            by(
                name("By township"),
                "分解表标题",
                "键是分解表的 id。",
                "By id of the breakdown.",
                json!({ "townships": "By township" }),
            ),
        )
        .optional(
            "steps",
            by(
                name("Issued"),
                "步骤",
                "键是步骤的名称。",
                "By name of the step.",
                json!({ "印发": "Issued" }),
            ),
        )
        .optional(
            "changes",
            by(
                change,
                "目标调整",
                "键是调整起始的时期。",
                "By the period from which it holds.",
                json!({ "2025-03": { "reason": "No land." } }),
            ),
        );
    let one = Schema::any(
        vec![name("Pocket parks"), whole],
        "指标的译文",
        "只写名称，或分项写。",
        "The name alone, or a mapping.",
    );
    by(
        one,
        "指标的译文",
        "键是指标的 id 或名称。",
        "By id or name of the indicator.",
        json!({ "parks": "Pocket parks" }),
    )
    .or_nothing()
}

/// `progress/2024-06.en.yaml`.
pub(super) fn progress() -> Schema {
    let own = |title: &str, example: &str| {
        line(title, "这一项的译文。", "This entry in the other language.", example)
    };
    let said = Schema::mapping("任务办理情况", "一条任务的译文。", "What was said of a clause.")
        .optional("done", own("已办", "Two parks are open."))
        .optional("next", own("下一步", "Plant trees."))
        .optional("obstacle", own("困难", "Rain."))
        .optional("evidence", own("佐证", "Photographs"))
        .optional("reason", own("原因", "No funds"))
        .optional("decided_by", own("决定单位", "District government"))
        .optional("document", own("文件", "Document No. 4"));
    let notes = Schema::named(
        own("更正说明", "2 counted twice").or_nothing(),
        "更正说明的译文",
        "键是指标的 id 或名称。",
        "Notes of corrected figures, by indicator.",
    );
    let clauses = Schema::named(
        said.or_nothing(),
        "任务办理情况的译文",
        "键是条目的编号，例如 二(一)1。",
        "By clause, such as 二(一)1.",
    );
    Schema::mapping("一期进展的译文", "一期文件里文字的译文。", "The words of a period's file.")
        .optional("summary", own("本期概述", "Example."))
        .optional("clauses", clauses.example(json!({ "二1": { "done": "Two parks are open." } })))
        .optional("notes", notes.example(json!({ "口袋公园": "2 counted twice" })))
        .or_nothing()
}

/// `picture.en.yaml`.
pub(super) fn picture() -> Schema {
    let own = |title: &str, example: &str| {
        line(title, "这一项的译文。", "This entry in the other language.", example)
    };
    let by_clause = |title: &str, example: &str| {
        let one = own(title, example).or_nothing();
        Schema::named(one, title, "键是条目的编号，例如 二(一)1。", "By clause, such as 二(一)1.")
            .example(json!({ "二1": example }))
    };
    let sections = texts(
        "版块",
        "另一种语言的图有哪些版块；默认与原图相同。",
        "The sections of the picture in this language; default: those of the original.",
    );
    Schema::mapping("一图读懂的译文", "图上文字的译文。", "The words of the pictures.")
        .optional("sections", sections.example(json!(["banner", "goals", "footer"])))
        .optional("title", own("标题", "Pocket parks"))
        .optional("subtitle", own("副标题", "Sixty parks in three years"))
        .optional("alt", own("替代文字", "The plan in one picture"))
        .optional("short", by_clause("短标题", "Build"))
        .optional("lines", by_clause("说明", "Two a year in every township"))
        .or_nothing()
}

/// The head of `interpretations/*.en.md`.
pub(super) fn interpretation() -> Schema {
    page().optional("by", line("解读人", "谁作的解读。", "Who gives it.", "Parks Bureau"))
}

/// The head of `cases/*.en.md` and `pages/*.en.md`.
pub(super) fn page() -> Schema {
    Schema::mapping(
        "文章的译文",
        "译文开头两行 --- 之间的信息。",
        "The head of a translated page, between two lines of ---.",
    )
    .optional("title", line("标题", "标题的译文。", "Its title.", "About this site"))
    .or_nothing()
}
