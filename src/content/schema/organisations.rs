//! `content/organisations.yaml`.

use super::shape::Schema;
use super::values::{Choice, day, id, text, texts, words};
use serde_json::json;

/// The kinds of organisations.
const KINDS: [Choice; 7] = [
    ("department", "部门", "department"),
    ("township", "乡镇（街道）", "township"),
    ("park", "园区", "industrial park"),
    ("vertical", "驻区单位", "unit of a higher level"),
    ("institution", "事业单位", "public institution"),
    ("enterprise", "企业", "enterprise"),
    ("group", "统称", "name for several organisations"),
];

/// The schema of the register.
pub(super) fn schema() -> Schema {
    Schema::list(
        organisation(),
        "机构登记册",
        "一个列表；先后就是官方排序，也是网页上的先后。",
        "A list; its order is the official order, and that on the pages.",
    )
    .or_nothing()
}

fn organisation() -> Schema {
    let id = id("id", "用在网址里；不写就是名称的拼音。", "Part of URLs; default: the name in pinyin.");
    let kind = words(
        &KINDS,
        "类别",
        "默认 department，有 members 的是 group。",
        "Default department, with members group.",
    );
    let code = text("代码", "区划代码或信用代码，加引号。", "Administrative or credit code, in quotes.");
    let part_of = text("上级机构", "属于哪个机构。", "The organisation that it belongs to.");
    Schema::mapping("机构", "一个机构。", "An organisation.")
        .required("name", text("名称", "文件里的写法。", "Its name as texts write it.").example("区园林局"))
        .optional("id", id.example("ylj"))
        .optional("kind", kind)
        .optional(
            "aliases",
            texts("别名", "其他写法。", "Other names in use.").example(json!(["区园林绿化局"])),
        )
        .optional("code", code.example("500101027"))
        .optional("part_of", part_of.example("区园林局"))
        .optional(
            "former",
            Schema::list(former(), "曾用名", "以前的名称。", "Names that it no longer bears."),
        )
        .optional("merged_into", merged_into())
        .optional("members", members())
        .optional(
            "phone",
            text("电话", "公众可以打的电话。", "Its telephone, for the public.").example("023-00000000"),
        )
        .optional("address", text("地址", "办公地址。", "Its address.").example("青禾区滨河路1号"))
        .optional(
            "hours",
            text("办公时间", "什么时候可以去。", "When it is open.").example("工作日9时至17时"),
        )
        .optional(
            "website",
            text("网址", "机构的网站。", "Its website.").example("https://example.gov.cn/ylj/"),
        )
        .example(json!({ "id": "ylj", "name": "区园林局", "kind": "department" }))
}

fn former() -> Schema {
    let document = text("依据", "改名的文件。", "The document that changed it.");
    Schema::mapping("曾用名", "一个曾用名。", "A former name.")
        .required("name", text("名称", "以前的名称。", "The former name.").example("区林业局"))
        .optional("until", day("截止", "用到哪一天。", "Its last day."))
        .optional("document", document.example("青禾府发〔2023〕30号"))
}

fn merged_into() -> Schema {
    let organisation = text("机构", "接手的机构。", "The organisation that took over.");
    Schema::mapping("职责并入", "职责由哪个机构接手。", "Who took over its duties.")
        .required("organisation", organisation.example("区园林局"))
        .optional("since", day("起始", "从哪一天起。", "From this day on."))
        .example(json!({ "organisation": "区园林局", "since": "2024-01-01" }))
}

fn members() -> Schema {
    let kind = words(&KINDS, "类别", "成员的类别。", "A kind of its members.").or_nothing();
    let kinds = Schema::list(kind, "哪些类别", "这些类别的全部机构。", "All organisations of these kinds.");
    Schema::mapping("成员", "统称包括谁。", "Whom the name stands for.")
        .optional("kinds", kinds.example(json!(["township"])))
        .optional("except", texts("除去", "不包括的机构。", "But not these.").example(json!(["东岸街道"])))
        .example(json!({ "kinds": ["township"], "except": [] }))
}
