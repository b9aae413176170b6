//! `policy.md`: the front matter, and the text as issued with a comment above each damaged line.

use super::super::metadata::Metadata;
use super::super::read::Link;
use super::{remark, say, scalar};
use crate::diagnostic::{Diagnostics, sentence};
use crate::model::Language;
use crate::text::AttachmentName;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What the front matter is made of.
pub(in crate::intake::document) struct Head<'a> {
    pub(in crate::intake::document) metadata: &'a Metadata,
    /// The short title, made of the title.
    pub(in crate::intake::document) short: Option<&'a str>,
    pub(in crate::intake::document) attachments: &'a [AttachmentName],
    pub(in crate::intake::document) links: &'a [Link],
}

/// The whole file. `bare` is the text with blanks where lines were taken out, as long as the input.
pub(in crate::intake::document) fn file(
    head: &Head,
    bare: &str,
    found: &Diagnostics,
    language: Language,
) -> String {
    let markdown = bare.lines().any(|line| line.trim_start().starts_with('#'));
    let mut text = front_matter(head, markdown, language);
    text.push('\n');
    let mut notes: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    // Where lines end, so that a text with many problems is not counted through for each.
    let ends: Vec<usize> = bare.match_indices('\n').map(|(at, _)| at).collect();
    for problem in found.sorted() {
        if let Some(place) = problem.place {
            let line = ends.partition_point(|&end| end < place.start as usize);
            notes.entry(line).or_default().push(sentence(problem, language).replace("--", "—"));
        }
    }
    for (n, line) in bare.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        for note in notes.get(&n).into_iter().flatten() {
            let label = say(language, "导入提示：", "import: ");
            let _ = writeln!(text, "<!-- {label}{} -->", remark(note));
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn front_matter(head: &Head, markdown: bool, language: Language) -> String {
    let Head { metadata, short, .. } = head;
    let mut text = String::from("---\n");
    let missing = say(language, "没有找到，请补上", "not found: fill it in");
    if let Some(notice) = &metadata.notice {
        let label = say(language, "通知全称：", "the whole title: ");
        let _ = writeln!(text, "# {label}{}", remark(notice));
    }
    let mut field = |key: &str, value: Option<&str>, note: Option<&str>| {
        let value = value.map(|value| format!(" {value}")).unwrap_or_default();
        let note = note.map(|note| format!("  # {note}")).unwrap_or_default();
        let _ = writeln!(text, "{key}:{value}{note}");
    };
    let absent = |value: &Option<String>| value.is_none().then_some(missing);
    let quoted = |value: &Option<String>| value.as_deref().map(scalar);
    field("title", quoted(&metadata.title).as_deref(), absent(&metadata.title));
    if let Some(short) = short {
        let note = say(language, "取自标题，可以改短", "made of the title; shorten it as you like");
        field("short_title", Some(&scalar(short)), Some(note));
    }
    field("index_number", quoted(&metadata.index_number).as_deref(), absent(&metadata.index_number));
    field("document_number", quoted(&metadata.document_number).as_deref(), absent(&metadata.document_number));
    field("topic", quoted(&metadata.topic).as_deref(), absent(&metadata.topic));
    field("genre", quoted(&metadata.genre).as_deref(), absent(&metadata.genre));
    field("issuer", quoted(&metadata.issuer).as_deref(), absent(&metadata.issuer));
    field("issued", metadata.issued.as_deref(), absent(&metadata.issued));
    field("published", metadata.published.as_deref(), absent(&metadata.published));
    field("validity", quoted(&metadata.validity).filter(|value| value != "''").as_deref(), None);
    if let Some((from, to)) = metadata.period {
        let note = say(language, "取自附件名称，请核对", "from the names of the attachments: check it");
        let note = metadata.period_of_attachments.then_some(note);
        field("period", Some(&format!("{{ start: {from}, end: {to} }}")), note);
    }
    if markdown {
        let note =
            say(language, "正文里有 # 开头的行，那是原文", "lines of the text begin with #, as issued");
        field("text", Some("as-issued"), Some(note));
    }
    text += &attachments(head, language);
    text.push_str("---\n");
    text
}

/// Attachments as comments: their files are not here yet.
fn attachments(head: &Head, language: Language) -> String {
    let mut text = String::new();
    if !head.attachments.is_empty() || !head.links.is_empty() {
        let note = say(
            language,
            "附件：把文件放进 files/（文件名用字母、数字），核对文件名后去掉行首的 #：",
            "attachments: put the files into files/ (letters and digits in their names), check the names and take the # away:",
        );
        let _ = writeln!(text, "# {note}");
        if !head.attachments.is_empty() {
            text += "# attachments:\n";
        }
        for entry in head.attachments {
            let _ = writeln!(
                text,
                "#   - {{ n: {0}, file: annex-{0}.xlsx }}  # {1}",
                entry.n,
                remark(&entry.name)
            );
        }
        for link in head.links {
            let label = say(language, "原页链接：", "link of the page: ");
            let _ = writeln!(text, "# {label}{} {}", remark(&link.words), remark(&link.address));
        }
    }
    text
}
