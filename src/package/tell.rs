//! What differs between two builds, in words and as data.

use super::compare::{Difference, What};
use crate::model::State;
use crate::model::{Language, Period, number};
use crate::progress::{Status, Worded, amount, unstated};
use serde_json::{Map, Value, json};

/// A line for each difference, those of a policy below its title. Nothing for two builds that say the same.
pub fn sentences(found: &[Difference], language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for group in found.chunk_by(|a, b| a.policy == b.policy) {
        match &group[0].policy {
            Some(id) => lines.push(match language {
                Language::Chinese => format!("{}（{id}）", group[0].title),
                Language::English => format!("{} ({id})", group[0].title),
            }),
            None => lines.push(language.pick("其他网页", "Other pages").into()),
        }
        lines.extend(group.iter().map(|difference| format!("  {}", sentence(difference, language))));
    }
    lines
}

fn sentence(difference: &Difference, language: Language) -> String {
    match language {
        Language::Chinese => chinese(difference),
        Language::English => english(difference),
    }
}

fn chinese(difference: &Difference) -> String {
    let say = Language::Chinese;
    match &difference.what {
        What::Policy => "新增这项政策".into(),
        What::PolicyGone => "不再有这项政策".into(),
        What::Title(old) => format!("标题原为“{old}”"),
        What::Indicator(name) => format!("新增指标“{name}”"),
        What::IndicatorGone(name) => format!("不再有指标“{name}”"),
        What::Figure { indicator, organisation, unit, period, old, new, marked } => {
            let whose = organisation.as_ref().map_or(String::new(), |name| format!("（{name}）"));
            let figure = |value: &f64| amount(*value, unit, say);
            let period = period_name(period, say);
            match (old, new) {
                (None, Some(new)) => format!("{indicator}{whose}{period}：新公布{}", figure(new)),
                (Some(old), None) => format!("{indicator}{whose}{period}：原为{}，不再公布", figure(old)),
                (old, new) => {
                    let told = |value: &Option<f64>| value.as_ref().map_or(String::new(), figure);
                    let marked = match (marked, organisation) {
                        (true, _) => "，已注明更正",
                        (false, None) => "，没有注明更正",
                        (false, Some(_)) => "",
                    };
                    format!("{indicator}{whose}{period}：原为{}，现为{}{marked}", told(old), told(new))
                }
            }
        }
        What::Baseline { indicator, unit, old, new } => {
            let told = |point: &Option<(String, f64)>| match point {
                Some((period, value)) => format!("{}{}", period_name(period, say), amount(*value, unit, say)),
                None => "未公布".into(),
            };
            format!("{indicator}的基数：原为{}，现为{}", told(old), told(new))
        }
        What::Targets { indicator, organisation: None } => format!("{indicator}的目标有改动"),
        What::Targets { indicator, organisation: Some(name) } => format!("{indicator}（{name}）的目标有改动"),
        What::Status { indicator, old, new } => {
            format!("{indicator}的进度状态：原为“{}”，现为“{}”", status(old, say), status(new, say))
        }
        What::State { clause, old, new } => {
            format!("{clause}：任务状态原为“{}”，现为“{}”", state(old, say), state(new, say))
        }
        What::Clause(clause) => format!("新增条款 {clause}"),
        What::ClauseGone(clause) => format!("不再有条款 {clause}"),
        What::Text { clause, old, new } => format!("{clause}：文字原为“{old}”，现为“{new}”"),
        What::Page => format!("新增 {}", difference.title),
        What::PageGone => format!("不再有 {}", difference.title),
    }
}

fn english(difference: &Difference) -> String {
    let say = Language::English;
    match &difference.what {
        What::Policy => "the policy is new".into(),
        What::PolicyGone => "the policy is gone".into(),
        What::Title(old) => format!("the title was “{old}”"),
        What::Indicator(name) => format!("new indicator “{name}”"),
        What::IndicatorGone(name) => format!("the indicator “{name}” is gone"),
        What::Figure { indicator, organisation, unit, period, old, new, marked } => {
            let whose = organisation.as_ref().map_or(String::new(), |name| format!(" ({name})"));
            let figure = |value: &f64| amount(*value, unit, say);
            let period = period_name(period, say);
            match (old, new) {
                (None, Some(new)) => {
                    format!("{indicator}{whose}, {period}: {}, newly published", figure(new))
                }
                (Some(old), None) => {
                    format!("{indicator}{whose}, {period}: {} is no longer published", figure(old))
                }
                (old, new) => {
                    let told = |value: &Option<f64>| value.as_ref().map_or(String::new(), figure);
                    let marked = match (marked, organisation) {
                        (true, _) => ", marked as a correction",
                        (false, None) => ", not marked as a correction",
                        (false, Some(_)) => "",
                    };
                    format!("{indicator}{whose}, {period}: {} -> {}{marked}", told(old), told(new))
                }
            }
        }
        What::Baseline { indicator, unit, old, new } => {
            let told = |point: &Option<(String, f64)>| match point {
                Some((period, value)) => {
                    format!("{} in {}", amount(*value, unit, say), period_name(period, say))
                }
                None => "not published".into(),
            };
            format!("baseline of {indicator}: {} -> {}", told(old), told(new))
        }
        What::Targets { indicator, organisation: None } => format!("targets of {indicator} changed"),
        What::Targets { indicator, organisation: Some(name) } => {
            format!("targets of {indicator} ({name}) changed")
        }
        What::Status { indicator, old, new } => {
            format!("status of {indicator}: {} -> {}", status(old, say), status(new, say))
        }
        What::State { clause, old, new } => {
            format!("state of {clause}: {} -> {}", state(old, say), state(new, say))
        }
        What::Clause(clause) => format!("new clause {clause}"),
        What::ClauseGone(clause) => format!("the clause {clause} is gone"),
        What::Text { clause, old, new } => format!("words of {clause}: “{old}” -> “{new}”"),
        What::Page => format!("new: {}", difference.title),
        What::PageGone => format!("gone: {}", difference.title),
    }
}

fn period_name(written: &str, language: Language) -> String {
    Period::parse(written).map_or_else(|| written.into(), |period| period.name(language))
}

/// The word of a key; the key itself where a newer program wrote it.
fn word<T: Worded>(all: &[T], key: &str, language: Language) -> String {
    all.iter().find(|one| one.key() == key).map_or_else(|| key.into(), |one| one.word(language).into())
}

fn status(key: &str, language: Language) -> String {
    word(&Status::BEST_FIRST, key, language)
}

fn state(key: &Option<String>, language: Language) -> String {
    key.as_ref().map_or_else(|| unstated(language).into(), |key| word(&State::ALL, key, language))
}

/// The differences as JSON, each with its sentence.
pub fn json(found: &[Difference], language: Language) -> String {
    let list: Vec<Value> = found.iter().map(|difference| one(difference, language)).collect();
    let mut text = serde_json::to_string_pretty(&json!({ "differences": list })).unwrap_or_default();
    text.push('\n');
    text
}

fn one(difference: &Difference, language: Language) -> Value {
    let (kind, own) = match &difference.what {
        What::Policy => ("policy-new", json!({})),
        What::PolicyGone => ("policy-gone", json!({})),
        What::Title(old) => ("title", json!({ "old": old, "new": difference.title })),
        What::Indicator(name) => ("indicator-new", json!({ "indicator": name })),
        What::IndicatorGone(name) => ("indicator-gone", json!({ "indicator": name })),
        What::Figure { indicator, organisation, unit, period, old, new, marked } => (
            "figure",
            json!({ "indicator": indicator, "organisation": organisation, "unit": unit, "period": period,
                "old": old, "new": new, "marked": marked }),
        ),
        What::Baseline { indicator, old, new, .. } => {
            let point = |at: &Option<(String, f64)>| {
                at.as_ref().map(|(period, value)| json!({ "period": period, "value": value }))
            };
            ("baseline", json!({ "indicator": indicator, "old": point(old), "new": point(new) }))
        }
        What::Targets { indicator, organisation } => {
            ("targets", json!({ "indicator": indicator, "organisation": organisation }))
        }
        What::Status { indicator, old, new } => {
            ("status", json!({ "indicator": indicator, "old": old, "new": new }))
        }
        What::State { clause, old, new } => ("state", json!({ "clause": clause, "old": old, "new": new })),
        What::Clause(clause) => ("clause-new", json!({ "clause": clause })),
        What::ClauseGone(clause) => ("clause-gone", json!({ "clause": clause })),
        What::Text { clause, old, new } => ("text", json!({ "clause": clause, "old": old, "new": new })),
        What::Page => ("page-new", json!({ "path": difference.title })),
        What::PageGone => ("page-gone", json!({ "path": difference.title })),
    };
    let mut map = Map::new();
    map.insert("kind".into(), kind.into());
    map.insert("policy".into(), difference.policy.clone().into());
    if let Value::Object(own) = own {
        map.extend(own);
    }
    map.insert("sentence".into(), sentence(difference, language).into());
    Value::Object(map)
}

/// How many of something: `3 个文件`, `3 files`.
pub(super) fn count(n: usize, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}个文件", number(n as f64)),
        Language::English if n == 1 => "1 file".into(),
        Language::English => format!("{} files", number(n as f64)),
    }
}
