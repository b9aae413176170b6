//! What was found in a document and what was not, in a line each.

use super::Document;
use super::write::{remark, say};
use crate::model::Language;
use std::fmt::Write;

/// What was found and what was not, in the language of messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// A line for each thing that was found.
    pub found: Vec<String>,
    /// A line for each thing that was not found, or was left out.
    pub missing: Vec<String>,
}

impl Summary {
    /// Sums up a document.
    pub(super) fn of(document: &Document, id: &str, organisations: usize, language: Language) -> Summary {
        let mut summary = Summary::default();
        let Document { read, bare, outline, metadata, proposals } = document;
        let colon = say(language, "：", ": ");
        let mut found = |zh: &str, en: &str, value: String| {
            summary.found.push(format!("{}{colon}{}", say(language, zh, en), remark(&value)));
        };
        let fields = [
            ("标题", "title", &metadata.title),
            ("索引号", "index number", &metadata.index_number),
            ("发文字号", "document number", &metadata.document_number),
            ("主题分类", "topic", &metadata.topic),
            ("体裁分类", "genre", &metadata.genre),
            ("发布机构", "issuer", &metadata.issuer),
            ("成文日期", "issued", &metadata.issued),
            ("发布日期", "published", &metadata.published),
        ];
        for (zh, en, value) in fields {
            if let Some(value) = value {
                found(zh, en, value.clone());
            }
        }
        found("id", "id", id.to_string());
        let clauses = &outline.text.clauses;
        let answered = clauses.iter().filter(|clause| clause.has_organisations()).count();
        let (zh, en) = (
            format!("{}条，{answered}条有责任单位", clauses.len()),
            format!("{} ({answered} say who answers)", clauses.len()),
        );
        found("条目", "clauses", say(language, &zh, &en).to_string());
        for entry in &outline.attachments {
            found("附件", "attachment", format!("{}. {}", entry.n, entry.name));
        }
        for link in &read.links {
            found(
                "附件链接（没有下载）",
                "linked file (not fetched)",
                format!("{} {}", link.words, link.address),
            );
        }
        found("待登记的单位", "organisations to be registered", organisations.to_string());
        let mut names = String::new();
        for indicator in &proposals.indicators {
            let _ = write!(
                names,
                "{}{}",
                if names.is_empty() { "" } else { say(language, "、", ", ") },
                indicator.name
            );
        }
        let (zh, en) = match proposals.indicators.len() {
            0 => ("没有".to_string(), "none".to_string()),
            n => (format!("{n}个（{names}）"), format!("{n} ({names})")),
        };
        found("待确认的指标", "indicators to be confirmed", say(language, &zh, &en).to_string());

        let names = metadata.missing();
        let absent = names.into_iter().map(|(zh, en)| match language {
            Language::Chinese => format!("没有找到{zh}"),
            Language::English => format!("not found: {en}"),
        });
        summary.missing.extend(absent);
        if clauses.is_empty() {
            let none = say(language, "没有认出条目编号", "no numbered clauses");
            summary.missing.push(none.to_string());
        }
        if !proposals.left_out.is_empty() {
            let n = proposals.left_out.len();
            summary.missing.push(match language {
                Language::Chinese => format!("另有{n}处数字没有提成指标，列在 indicators.yaml 末尾"),
                Language::English => format!(
                    "{n} more figures were not made indicators; indicators.yaml lists them at its end"
                ),
            });
        }
        let rows = bare.text.lines().enumerate().filter(|(_, line)| line.contains(" | "));
        let rows: Vec<String> = rows.map(|(n, _)| (n + 1).to_string()).collect();
        if !rows.is_empty() {
            summary.missing.push(match language {
                Language::Chinese => format!("表格按行放进了正文：第{}行；要作为数据用，另存为 CSV 放进 files/", rows.join("、")),
                Language::English => format!("rows of tables stand in the text as lines: {}; to use them as data save them as CSV in files/", rows.join(", ")),
            });
        }
        if !bare.furniture.is_empty() {
            let lines: Vec<String> = bare.furniture.iter().map(|n| (n + 1).to_string()).collect();
            summary.missing.push(match language {
                Language::Chinese => format!("网页按钮一类的行没有放进正文：第{}行", lines.join("、")),
                Language::English => {
                    format!("lines of buttons and the like were left out of the text: {}", lines.join(", "))
                }
            });
        }
        summary
    }
}
