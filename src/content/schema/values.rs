//! The values that many files share: texts, names, figures, days, periods, words to choose from.

use super::shape::Schema;
use serde_json::{Map, Value, json};

/// Years 1900 to 2200, alone, with a month or with a quarter.
const PERIOD: &str = r"^(19\d\d|2[01]\d\d|2200)(-(0[1-9]|1[0-2]|[Qq][1-4]))?$";
/// `2024-06-30`, `2024/6/30`, `2024年6月30日`.
const DAY: &str = r"^\d{4}[-/年](0?[1-9]|1[0-2])[-/月](0?[1-9]|[12]\d|3[01])日?$";
/// A day, and a time if known.
const MOMENT: &str =
    r"^\d{4}[-/年](0?[1-9]|1[0-2])[-/月](0?[1-9]|[12]\d|3[01])日?([T ] *([01]?\d|2[0-3])(:[0-5]?\d){1,2})?$";
/// What an id is made of.
const ID: &str = "^[a-z0-9][a-z0-9_-]*$";
/// Names of rows that the program computes itself.
const TOTAL: &str = "(合计|总计|小计|共计|总数)$";

/// A word to choose: as written, its Chinese, its English.
pub(super) type Choice = (&'static str, &'static str, &'static str);

/// `quality`, wherever it may stand.
pub(super) fn quality(zh: &str, en: &str) -> Schema {
    let choices = [
        ("final", "正式数", "final"),
        ("provisional", "初步数", "may still change"),
        ("estimated", "估计数", "not counted"),
        ("illustrative", "示例", "made up for a demonstration"),
    ];
    words(&choices, "数据质量", zh, en)
}

/// A text; a number is read as its digits.
pub(super) fn text(title: &str, zh: &str, en: &str) -> Schema {
    Schema::new(&["string", "number"], title, zh, en)
}

/// A list of texts; one text is a list of one.
pub(super) fn texts(title: &str, zh: &str, en: &str) -> Schema {
    let item = json!({ "type": ["string", "number", "null"] });
    Schema::new(&["array", "string", "number"], title, zh, en).with("items", item)
}

/// An id, which becomes part of URLs.
pub(super) fn id(title: &str, zh: &str, en: &str) -> Schema {
    let schema = Schema::new(&["string", "integer"], title, zh, en);
    schema.with("pattern", json!(ID)).with("minimum", json!(0))
}

/// A list of ids; one id is a list of one.
pub(super) fn ids(title: &str, zh: &str, en: &str) -> Schema {
    let item = json!({ "type": ["string", "integer", "null"], "pattern": ID, "minimum": 0 });
    let schema = Schema::new(&["array", "string", "integer"], title, zh, en).with("items", item);
    schema.with("pattern", json!(ID)).with("minimum", json!(0))
}

/// A figure: plain digits.
pub(super) fn figure(title: &str, zh: &str, en: &str) -> Schema {
    let schema = Schema::new(&["number"], title, zh, en);
    schema.with("minimum", json!(-1e15)).with("maximum", json!(1e15))
}

/// A whole number between two bounds.
pub(super) fn whole(bounds: (i32, i32), title: &str, zh: &str, en: &str) -> Schema {
    let schema = Schema::new(&["integer"], title, zh, en);
    schema.with("minimum", json!(bounds.0)).with("maximum", json!(bounds.1))
}

/// `true` or `false`.
pub(super) fn flag(title: &str, zh: &str, en: &str) -> Schema {
    Schema::new(&["boolean"], title, zh, en)
}

/// A day.
pub(super) fn day(title: &str, zh: &str, en: &str) -> Schema {
    Schema::new(&["string"], title, zh, en).with("pattern", json!(DAY)).example("2024-06-30")
}

/// A day, with a time if known.
pub(super) fn moment(title: &str, zh: &str, en: &str) -> Schema {
    let schema = Schema::new(&["string"], title, zh, en).with("pattern", json!(MOMENT));
    schema.example("2024-07-10").example("2024-07-10 09:00")
}

/// A month, quarter or year.
pub(super) fn period(title: &str, zh: &str, en: &str) -> Schema {
    let schema = Schema::new(&["string", "integer"], title, zh, en).with("pattern", json!(PERIOD));
    let schema = schema.with("minimum", json!(1900)).with("maximum", json!(2200));
    schema.example("2024-06").example("2024-Q2").example(2024)
}

/// The pattern of a key that is a period or this word.
pub(super) fn period_or(word: &str) -> Value {
    json!({ "pattern": format!("{PERIOD}|^{word}$") })
}

/// A list of periods, in order.
pub(super) fn periods(zh: &str, en: &str) -> Schema {
    let one = period("期", "2024-06、2024-Q2 或 2024。", "2024-06, 2024-Q2 or 2024.");
    Schema::list(one, "各列的期", zh, en).example(json!([2023, 2024, 2025]))
}

/// One of some words.
pub(super) fn words(choices: &[Choice], title: &str, zh: &str, en: &str) -> Schema {
    let meaning = |(word, chinese, _): &Choice| match word == chinese {
        true => (*word).to_string(),
        false => format!("{word} {chinese}"),
    };
    let chinese: Vec<String> = choices.iter().map(meaning).collect();
    let english: Vec<String> =
        choices.iter().map(|(word, _, english)| format!("{word} ({english})")).collect();
    let zh = format!("{zh}只能写其中之一：{}。", chinese.join("、"));
    let en = format!("{en} One of: {}.", english.join(", "));
    let list: Vec<&str> = choices.iter().map(|(word, ..)| *word).collect();
    // Editors show these beside the words that they offer.
    let beside: Vec<String> =
        choices.iter().map(|(_, chinese, english)| format!("{chinese} / {english}")).collect();
    let schema = Schema::new(&["string"], title, &zh, &en).with("enum", json!(list));
    let first = choices.first().map_or(Value::Null, |(word, ..)| json!(word));
    schema.with("enumDescriptions", json!(beside)).example(first)
}

/// A mapping by name in whose place a table may stand: `table: FILE`, and nothing beside it.
pub(super) fn block(value: Schema, title: &str, zh: &str, en: &str) -> Schema {
    let table = text(
        "表格文件",
        "CSV 或工作簿的文件名，放在本文件旁边或 files/ 里；写了它就不再逐行写。",
        "A CSV file or workbook beside this file or in files/, in place of lines.",
    );
    Schema::named(value, title, zh, en)
        .possible("table", table.example("2024-06.csv"))
        .when(given("table"), json!({ "maxProperties": 1 }))
}

/// A mapping by organisation, without totals, which are computed.
pub(super) fn rows(value: Schema, title: &str, zh: &str, en: &str) -> Schema {
    block(value, title, zh, en).with("propertyNames", json!({ "not": { "pattern": TOTAL } }))
}

/// The condition that a key is there with something behind it.
pub(super) fn given(key: &str) -> Value {
    json!({ "required": [key], "properties": { key: { "not": { "type": "null" } } } })
}

/// The condition that a key is one of these words.
pub(super) fn is(key: &str, words: &[&str]) -> Value {
    json!({ "required": [key], "properties": { key: { "enum": words } } })
}

/// What holds where these keys are of no use.
pub(super) fn without(keys: &[&str]) -> Value {
    let none = |key: &&str| ((*key).to_string(), json!({ "type": "null" }));
    json!({ "properties": keys.iter().map(none).collect::<Map<_, _>>() })
}

/// What holds where these keys must be there.
pub(super) fn all(keys: &[&str]) -> Value {
    json!({ "allOf": keys.iter().map(|key| given(key)).collect::<Vec<_>>() })
}
