//! The head of `policy.md`.

use super::shape::Schema;
use super::values::{day, flag, given, moment, period, text, texts, whole, words};
use serde_json::json;

/// The schema of the head.
pub(super) fn schema() -> Schema {
    let written = [("as-issued", "按原文粘贴", "as issued"), ("markdown", "Markdown", "Markdown")];
    let head = Schema::mapping(
        "政策的文件信息",
        "policy.md 开头两行 --- 之间的信息。",
        "The head of policy.md, between two lines of ---.",
    );
    let draft = flag("草稿", "true：只在 --drafts 时生成。", "true: only built with --drafts.");
    let aliases = texts(
        "以前的地址",
        "网页以前的地址，会转到现在的网页。",
        "Former addresses of the page; they lead to it.",
    );
    let text = words(
        &written,
        "正文写法",
        "默认：正文没有 Markdown 标题的按原文。",
        "Default: as issued where the text has no Markdown heading.",
    );
    described(head)
        .optional("period", span())
        .optional("attachments", attachments())
        .optional("contact", contact())
        .optional("based_on", policies("依据", "依据哪些政策。", "The policies that it rests on."))
        .optional("replaces", policies("代替", "代替哪些政策。", "The policies that it replaces."))
        .optional("amended_by", policies("被修改", "被哪些政策修改。", "The policies that amend it."))
        .optional("repealed", repealed())
        .optional("roles", roles())
        .optional("draft", draft.example(true))
        .optional("aliases", aliases.example(json!(["zt/koudai-gongyuan"])))
        .optional("text", text)
}

/// The fields of an open-information document.
fn described(head: Schema) -> Schema {
    let title = text("标题", "文件的完整标题。", "The full title.");
    let short_title =
        text("短名", "用在菜单和卡片上；默认用标题。", "For menus and cards; default: the title.");
    let index_number = text("索引号", "信息公开的索引号。", "The index number of the document.");
    let published = moment(
        "发布日期",
        "知道时刻就写上；以后不改。晚于生成那天的，当作还没有写。",
        "With a time if known; never changed later. After the day of the build it is not there yet.",
    );
    let validity = text("有效性", "可以空着，页面上也空着。", "May be empty, and is then shown empty.");
    head.required("title", title.example("青禾区口袋公园建设三年计划（2024—2026年）"))
        .optional("short_title", short_title.example("口袋公园"))
        .optional("index_number", index_number.example("11500101008630031F/2023-00071"))
        .optional(
            "document_number",
            text("发文字号", "文件的字号。", "The document number.").example("青禾府办发〔2024〕8号"),
        )
        .optional(
            "topic",
            text("主题分类", "信息公开的主题分类。", "Its topic.").example("城乡建设、环境保护"),
        )
        .optional("genre", text("体裁分类", "信息公开的体裁分类。", "Its genre.").example("公文"))
        .required("issuer", text("发布机构", "谁发布的。", "Who issued it.").example("青禾区人民政府办公室"))
        .required("issued", day("成文日期", "文件落款的日期。", "The day of the document."))
        .required("published", published)
        .optional("validity", validity.example("有效"))
}

fn span() -> Schema {
    Schema::mapping("起止", "计划从哪一期到哪一期。", "The first and last period of the plan.")
        .required("start", period("开始", "第一期。", "The first period."))
        .required("end", period("结束", "最后一期，不早于开始。", "The last period, not before the first."))
        .example(json!({ "start": "2024-01", "end": "2026-12" }))
}

fn attachments() -> Schema {
    let n =
        whole((1, 999), "编号", "第几号附件，默认按先后。", "Its number; default: its place in the list.");
    let name = text("名称", "正文没有附件清单时才写。", "Only where the text's own list has none.");
    let item = Schema::mapping("附件", "一个附件的文件。", "The file of an annex.")
        .required(
            "file",
            text("文件", "文件名，放在 files/ 里。", "The file, in files/.").example("annex-1.csv"),
        )
        .optional("n", n.example(1))
        .optional("name", name.example("任务分解表"));
    Schema::list(
        item,
        "附件",
        "附件的文件；名称取自正文的附件清单。",
        "The files of the annexes; the text's list gives their names.",
    )
    .example(json!([{ "n": 1, "file": "annex-1.csv" }]))
}

fn contact() -> Schema {
    let organisation = text("机构", "登记册里的 id 或名称。", "An id or name of the register.");
    Schema::mapping("联系", "向谁咨询；至少写一个。", "Whom to ask; at least one of the two.")
        .optional("organisation", organisation.example("区园林局"))
        .optional("phone", text("电话", "咨询电话。", "A telephone number.").example("023-00000000"))
        .with("anyOf", json!([given("organisation"), given("phone")]))
}

fn repealed() -> Schema {
    Schema::mapping("废止", "这份文件从哪天起不再有效。", "From which day on the document no longer holds.")
        .required("on", day("日期", "从这一天起废止。", "The first day on which it no longer holds."))
        .optional(
            "document",
            text("依据", "宣布废止的文件。", "The document that says so.").example("青禾府发〔2026〕3号"),
        )
        .optional("reason", text("原因", "为什么废止。", "Why.").example("任务已经完成"))
        .example(json!({ "on": "2026-03-01", "document": "青禾府发〔2026〕3号" }))
}

fn policies(title: &str, zh: &str, en: &str) -> Schema {
    let zh = format!("{zh}写 content/policies/ 下的文件夹名。");
    let en = format!("{en} Names of folders in content/policies/.");
    texts(title, &zh, &en).example(json!(["city-parks"]))
}

fn roles() -> Schema {
    let names = |title: &str, zh: &str, en: &str| texts(title, zh, en).example(json!(["区财政局"]));
    let clause = Schema::mapping(
        "一条的责任单位",
        "代替正文里的同一种。",
        "In place of those of the same role in the text.",
    )
    .optional("responsible", names("责任单位", "负责的机构。", "Who is responsible."))
    .optional("lead", names("牵头单位", "牵头的机构。", "Who leads."))
    .optional("support", names("配合单位", "配合的机构。", "Who supports."));
    Schema::named(
        clause.or_nothing(),
        "责任单位",
        "正文没有写明或要更正的责任单位；键是条目的编号，例如 二(一)1。",
        "Who answers for a clause whose tail does not say so, or says it wrongly; by clause, such as 二(一)1.",
    )
    .example(json!({ "二2": { "support": ["区财政局"] } }))
}
