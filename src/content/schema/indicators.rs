//! `indicators.yaml`.

use super::breakdowns;
use super::shape::Schema;
use super::values::{
    Choice, all, figure, given, id, ids, is, period, period_or, quality, text, texts, whole, without, words,
};
use serde_json::{Value, json};

/// The kinds of indicators.
const KINDS: [Choice; 6] = [
    ("level", "期末数", "how many there are at the period's end"),
    ("cumulative", "累计数", "a running total"),
    ("keep-at-least", "保持不低于", "a lower bound that is to hold"),
    ("keep-at-most", "保持不超过", "an upper bound that is to hold"),
    ("milestone", "分步", "steps, each with a deadline"),
    ("trend", "只看方向", "a direction, not judged"),
];

/// The words of targets.
const TARGETS: [Choice; 4] = [
    ("over", "突破、超过", "more than"),
    ("reach", "达到、不低于", "at least"),
    ("under", "低于", "less than"),
    ("within", "不超过", "at most"),
];

/// The keys that say how something is measured; none stands beside `same_as`.
const MEASURES: [&str; 16] = [
    "unit",
    "kind",
    "resets",
    "wanted",
    "owner",
    "source",
    "definition",
    "frequency",
    "due",
    "quality",
    "baseline",
    "targets",
    "path",
    "changes",
    "breakdowns",
    "steps",
];

/// The schema of the list.
pub(super) fn schema() -> Schema {
    Schema::list(indicator(), "指标", "一个列表，每项一个指标。", "A list of indicators.").or_nothing()
}

fn indicator() -> Schema {
    let taken = json!({ "required": ["same_as"], "properties": { "same_as": { "type": "string" } } });
    let own = json!({ "not": taken });
    let no_steps = ["resets", "wanted", "baseline", "targets", "path", "changes", "breakdowns"];
    let same_as = Schema::new(
        &["string"],
        "同一指标",
        "数据就是另一项政策的指标，写“政策/指标”；旁边只能写 id、name、clause、serves、former_ids。",
        "These are another policy's data, POLICY/INDICATOR; beside it only id, name, clause, serves and former_ids.",
    );
    let former_ids = ids(
        "以前的 id",
        "这个指标以前用过的 id；它们的网页会转到现在的网页，数据文件照旧。",
        "Ids that it had before: their pages lead here, their data files stay.",
    );
    let proposed = text(
        "待确认",
        "原句。写着它，这个指标就还没有人确认，不发布；确认后删去这一行。",
        "The sentence it came from. While it stands here nobody has confirmed the indicator and it is not published; delete it once confirmed.",
    );
    let item = Schema::mapping("指标", "一个指标。", "An indicator.")
        .required("id", id("id", "用在网址和数据里。", "Part of URLs and data.").example("parks"))
        .sometimes("name", text("名称", "指标的名称。", "Its name.").example("口袋公园总数"))
        .sometimes(
            "unit",
            text("计量单位", "% 要加引号。", "Its unit of measure; % in quotes.").example("个"),
        )
        .sometimes(
            "kind",
            words(&KINDS, "类型", "怎样算、怎样判断。", "What it counts and how it is judged."),
        );
    measured(answered(item))
        .optional("former_ids", former_ids.example(json!(["pocket-parks"])))
        .optional("proposed", proposed.example("到2025年，口袋公园达到60个。"))
        .optional("same_as", same_as.with("pattern", json!("^[^/]+/.")).example("city-parks/parks"))
        .when(taken, without(&MEASURES))
        .when(own, all(&["name", "unit", "kind"]))
        .when(is("kind", &["milestone"]), all(&["steps"]))
        .when(is("kind", &["trend"]), all(&["wanted"]))
        .when(is("kind", &["milestone"]), without(&no_steps))
        .when(is("kind", &["trend"]), without(&["resets", "targets", "path", "changes", "steps"]))
        .when(is("kind", &["cumulative"]), without(&["wanted", "steps"]))
        .when(
            is("kind", &["level", "keep-at-least", "keep-at-most"]),
            without(&["resets", "wanted", "steps"]),
        )
}

/// Where it is promised, and who reports it when.
fn answered(item: Schema) -> Schema {
    let frequencies = [
        ("monthly", "每月", "every month"),
        ("quarterly", "每季", "every quarter"),
        ("yearly", "每年", "every year"),
    ];
    let clause =
        text("出处", "目标写在正文的哪一条，从最外层编号写起。", "The clause that promises it, by its path.");
    let owner = text(
        "报数单位",
        "谁报数，写登记册里的 id 或名称。",
        "Who reports it: an id or name of the register.",
    );
    let source =
        text("数据来源", "数据来自别处时写来源。", "Where the figure comes from, if others supply it.");
    let serves = texts("衡量的任务", "衡量哪几条任务。", "The clauses that it measures.");
    item.optional("clause", clause.example("一(一)"))
        .optional("serves", serves.example(json!(["二1"])))
        .optional("owner", owner.example("区园林局"))
        .optional("source", source.example("市公园管理中心"))
        .optional(
            "definition",
            text("统计口径", "数的是什么。", "What is counted.").example("期末建成并开放的口袋公园数。"),
        )
        .optional("frequency", words(&frequencies, "频率", "多久报一次。", "How often it is reported."))
        .optional("due", due())
        .optional("quality", quality("管这个指标的全部数据。", "Of all its data."))
}

fn due() -> Schema {
    let months =
        whole((0, 24), "月", "这一期之后第几个月，默认1。", "How many months after the period; default 1.");
    Schema::mapping(
        "公布期限",
        "一期的数应在什么时候前公布；与 frequency 一起用，才能判断是否逾期。",
        "When a period's figure is due; with frequency it makes lateness computable.",
    )
    .optional("months", months.example(1))
    .required("day", whole((1, 31), "日", "那个月的几日。", "The day of that month.").example(15))
    .example(json!({ "months": 1, "day": 15 }))
}

/// Baseline, targets and the way between them.
fn measured(item: Schema) -> Schema {
    let resets = [("never", "不清零", "a total since the start"), ("yearly", "每年清零", "since January")];
    let wanted = [("up", "上升", "up"), ("down", "下降", "down")];
    let changes = Schema::list(
        change(),
        "目标调整",
        "后来的文件改了目标，按时间先后。",
        "What later documents changed, in order of date.",
    );
    item.optional("baseline", baseline())
        .optional("targets", targets())
        .optional("path", path())
        .optional("changes", changes)
        .optional("breakdowns", breakdowns::schema())
        .optional(
            "resets",
            words(&resets, "清零", "cumulative 用，默认 never。", "Of cumulative; default never."),
        )
        .sometimes("wanted", words(&wanted, "期望方向", "trend 用。", "Of trend."))
        .sometimes("steps", steps())
}

fn baseline() -> Schema {
    Schema::mapping(
        "基数",
        "从哪里起步；没有公布就不写。",
        "Where the path starts; leave it out where it was not published.",
    )
    .required("period", period("期", "基数是哪一期的。", "Its period."))
    .required("value", figure("数", "基数。", "The figure.").example(40))
    .optional("quality", quality("基数的质量。", "Of the baseline."))
    .example(json!({ "period": 2023, "value": 40 }))
}

fn targets() -> Schema {
    let mut target = Schema::mapping("目标", "期限和一个词。", "A deadline and exactly one word.")
        .required("by", period("期限", "到哪一期。", "The deadline."));
    for (word, chinese, english) in TARGETS {
        let value = figure(chinese, &format!("{chinese}这个数。"), &format!("Means {english} this figure."));
        target = target.optional(word, value.example(60));
    }
    let one: Vec<Value> = TARGETS.iter().map(|(word, ..)| given(word)).collect();
    let target = target.with("oneOf", json!(one)).example(json!({ "by": 2025, "reach": 60 }));
    Schema::list(target, "目标", "按时间先后。", "In order of date.")
        .example(json!([{ "by": 2025, "reach": 60 }, { "by": 2026, "over": 70 }]))
}

fn path() -> Schema {
    let paths = [
        ("linear", "直线", "a straight line"),
        ("year-end", "年底到位", "the last value holds until the next deadline"),
    ];
    let from = text(
        "分解表",
        "用哪张分解表各列的合计，写它的 id。",
        "The id of the breakdown whose sums are the path.",
    );
    let point = figure("数", "这一期的计划数。", "The planned figure of this period.").example(48);
    let points = Schema::named(
        point.or_nothing(),
        "几个点",
        "键是期，值是计划数；或 from: 分解表。",
        "Figures by period, or from: BREAKDOWN.",
    )
    .possible("from", from.example("townships"))
    .with("propertyNames", period_or("from"))
    .when(json!({ "required": ["from"] }), json!({ "maxProperties": 1 }))
    .example(json!({ "2024": 48 }));
    let word = words(&paths, "走法", "默认 linear。", "Default linear.");
    Schema::any(vec![word, points], "计划路径", "目标之间怎样走。", "How the plan runs between targets.")
        .example("linear")
}

fn change() -> Schema {
    Schema::mapping(
        "目标调整",
        "一份改了目标的文件；from 之前按原来的。",
        "A document that changed targets; until from the old ones hold.",
    )
    .required("from", period("起", "从哪一期起。", "From this period on."))
    .required("document", text("文件", "哪份文件改的。", "The document.").example("青禾府办发〔2025〕2号"))
    .optional("reason", text("原因", "为什么改。", "Why.").example("两处用地调整。"))
    .required("targets", targets())
}

fn steps() -> Schema {
    let step = Schema::mapping("步骤", "一步和它的期限。", "A step and its deadline.")
        .required("by", period("期限", "到哪一期完成。", "The deadline."))
        .required("name", text("名称", "做什么。", "What is to be done.").example("印发管护办法"))
        .example(json!({ "by": "2024-06", "name": "印发管护办法" }));
    Schema::list(step, "步骤", "milestone 用，按时间先后。", "Of milestone, in order of date.")
        .with("minItems", json!(1))
}
