//! The frame of an official document: the table of fields and the titles above it, the 通知 that
//! sends it out, the signature and date.
//!
//! Lines come in; what of them is frame goes out, and the rest is the text. The table of fields
//! is dropped (front matter holds them), and so is a title that only repeats another.

use super::Piece;
use super::cjk::full_width;
use super::lines::{Kind, Line};
use super::numbering::Style;
use super::piece::blank;
use crate::model::NoticeHead;
use std::ops::Range;

/// What stands before the text.
#[derive(Default)]
pub(super) struct Front<'a> {
    pub(super) head: Option<NoticeHead>,
    /// The paragraphs between addressees and signature.
    pub(super) body: Vec<Piece<'a>>,
    /// How many lines it takes.
    pub(super) taken: usize,
}

/// Reads the front of a document. `title` is a heading that was taken out above it.
pub(super) fn front<'a>(lines: &[Line<'a>], title: Option<&str>) -> Front<'a> {
    let mut front = Front::default();
    let until = first_clause(lines);
    // Positions of the lines that say something, and are no row of the table of fields.
    let mut said = Vec::new();
    for (at, line) in lines[..until].iter().enumerate() {
        let field = is_field_row(line.text());
        if field && said.len() < 3 {
            front.taken = if said.is_empty() { at + 1 } else { front.taken };
        } else if line.kind == Kind::Other {
            break;
        } else if line.kind != Kind::Blank {
            said.push(at);
        }
    }
    let text = |n: usize| lines[said[n]].text();
    let Some(addressed) = (0..said.len().min(10)).find(|&n| is_addressees(text(n))) else {
        let count = (1..=said.len().min(3)).rev().find(|&n| is_title(&joined(lines, &said[..n])));
        // A title alone is a text of one line, not a title.
        let titled = count.filter(|&n| n < said.len() || until < lines.len());
        if let Some(count) = titled {
            let title = titles(lines, &said[..count]);
            front.head = Some(NoticeHead { title, ..NoticeHead::default() });
            front.taken = said[count - 1] + 1;
        }
        return front;
    };
    // The addressees may run over more than one line.
    let first = (0..addressed).rev().take_while(|&n| text(n).ends_with(['，', ',', '、'])).last();
    let first = first.unwrap_or(addressed);
    if !(0..first).all(|n| is_short_line(text(n), 120)) {
        return front;
    }
    let addressees = joined(lines, &said[first..=addressed]);
    let mut head = NoticeHead {
        title: titles(lines, &said[..first]),
        addressees: full_width(addressees.trim_end_matches(['：', ':'])),
        ..NoticeHead::default()
    };
    let mut next = addressed + 1;
    if head.title.is_empty() {
        head.title.extend(title.map(full_width));
    }
    if let Some(date) = (next + 1..said.len()).find(|&n| is_date(text(n))) {
        let signed = signatories(date, next + 1, text);
        if signed < date {
            front.body = said[next..signed].iter().map(|&at| lines[at].piece.trimmed()).collect();
            head.signature = full_width(&join((signed..date).map(text), "\n"));
            head.date = text(date).to_string();
            next = date + 1;
            if let Some(note) = said.get(next).and_then(|_| note(text(next))) {
                head.note = note;
                next += 1;
            }
            next += usize::from(said.get(next).is_some_and(|_| is_annex_mark(text(next))));
            let repeats = |&n: &usize| {
                let title = fold(&joined(lines, &said[next..next + n]));
                is_title(&title) && head.title.iter().any(|above| fold(above).contains(&title))
            };
            next += (1..=said.len().saturating_sub(next).min(3)).rev().find(repeats).unwrap_or(0);
        }
    }
    front.head = Some(head);
    front.taken = said[next - 1] + 1;
    front
}

/// Signature, date and note at the end of a text whose front has none: which lines they take.
pub(super) fn closing(lines: &[Line]) -> Option<(Range<usize>, NoticeHead)> {
    let from = first_clause(lines);
    let said: Vec<usize> = (from..lines.len()).filter(|&at| lines[at].kind == Kind::Plain).collect();
    let text = |n: usize| lines[said[n]].text();
    let plain = |n: usize| if lines[said[n]].number.is_some() { "。" } else { text(n) };
    let date = (1..said.len()).find(|&n| is_date(text(n)) && is_signature(plain(n - 1)))?;
    let signed = signatories(date, 1, plain);
    let mut head = NoticeHead {
        signature: full_width(&join((signed..date).map(text), "\n")),
        date: text(date).to_string(),
        ..NoticeHead::default()
    };
    let mut last = date;
    if let Some(note) = said.get(date + 1).and_then(|_| note(text(date + 1))) {
        head.note = note;
        last = date + 1;
    }
    Some((said[signed]..said[last] + 1, head))
}

/// The first line that opens a clause; numbers below 附件： in a 通知 are those of its attachments.
pub(super) fn first_clause(lines: &[Line]) -> usize {
    let mut listing = false;
    for (at, line) in lines.iter().enumerate() {
        match (line.kind, line.number) {
            (Kind::Heading(_), _) => return at,
            (_, Some(number)) if !(listing && number.style == Style::Arabic) => return at,
            (Kind::Plain, None) => listing |= super::attachments::starts(line),
            _ => {}
        }
    }
    lines.len()
}

/// `[ 索引号 ] | … |`
fn is_field_row(text: &str) -> bool {
    let text = text.trim_start_matches('|').trim_start_matches(blank);
    let rule = !text.is_empty() && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    let Some((first, _)) = text.split_once('|') else { return false };
    let name: String = first.chars().filter(|c| !blank(*c)).collect();
    let bare = name.trim_matches(|c| "[]［］【】：:*".contains(c));
    const FIELDS: [&str; 12] = [
        "索引号",
        "索取号",
        "主题分类",
        "体裁分类",
        "发布机构",
        "发文机关",
        "发文字号",
        "文号",
        "成文日期",
        "发布日期",
        "有效性",
        "标题",
    ];
    rule || FIELDS.contains(&bare)
}

/// A line such as 各镇乡人民政府，区政府有关部门：
fn is_addressees(text: &str) -> bool {
    const WORDS: [&str; 13] =
        ["各", "局", "委", "政府", "单位", "部门", "办事处", "街道", "公司", "学校", "院", "企业", "中心"];
    text.ends_with(['：', ':'])
        && !text.contains('。')
        && !text.trim_end_matches(['：', ':']).ends_with('下')
        && !text.starts_with("附件")
        && WORDS.iter().any(|word| text.contains(word))
}

/// Where the signatories begin that stand before the date: at most three short lines.
fn signatories<'a>(date: usize, from: usize, text: impl Fn(usize) -> &'a str) -> usize {
    (from.max(date.saturating_sub(3))..date)
        .rev()
        .take_while(|&n| is_signature(text(n)))
        .last()
        .unwrap_or(date)
}

fn is_signature(text: &str) -> bool {
    is_short_line(text, 40) && !text.starts_with("附件") && !is_date(text) && !text.contains(['，', ','])
}

/// A line that is no sentence.
fn is_short_line(text: &str, longest: usize) -> bool {
    !text.ends_with(['。', '；', ';', '：', ':', '！', '？', '，', ','])
        && !text.contains('。')
        && text.chars().count() <= longest
}

/// A title ends in what it is, apart from （试行） and the like.
fn is_title(text: &str) -> bool {
    const KINDS: [&str; 24] = [
        "方案", "计划", "办法", "意见", "规定", "通知", "规划", "细则", "条例", "措施", "要点", "清单",
        "公告", "决定", "报告", "纲要", "政策", "制度", "预案", "指南", "通告", "规则", "规范", "函",
    ];
    let mut bare = text;
    while let Some(open) = bare.strip_suffix([')', '）', '〕']).and_then(|rest| rest.rfind(['(', '（', '〔']))
    {
        bare = &bare[..open];
    }
    is_short_line(text, 120) && KINDS.iter().any(|kind| bare.ends_with(kind))
}

/// Title lines; a page's own title above the document's is dropped where it says the same.
fn titles(lines: &[Line], at: &[usize]) -> Vec<String> {
    let all: Vec<&str> = at.iter().map(|&at| lines[at].text()).collect();
    let repeated = all.split_first().is_some_and(|(first, rest)| {
        let first = fold(first);
        let whole = fold(&rest.concat());
        !rest.is_empty() && (whole == first || rest.iter().any(|line| fold(line) == first))
    });
    all.iter().skip(usize::from(repeated)).map(|line| full_width(line)).collect()
}

/// 2023年6月28日, 二〇二三年六月二十八日
pub(super) fn is_date(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !blank(*c)).take(14).collect();
    let number = |text: &str, longest: usize| {
        let count = text.chars().count();
        let sign = |c: char| c.is_numeric() || super::numeral::is_numeral(c) || matches!(c, '○' | 'Ｏ' | 'O');
        (1..=longest).contains(&count) && text.chars().all(sign)
    };
    let parts = bare.split_once('年').and_then(|(year, rest)| Some((year, rest.split_once('月')?)));
    parts.is_some_and(|(year, (month, day))| {
        let day = day.strip_suffix('日').unwrap_or("");
        year.chars().count() == 4 && number(year, 4) && number(month, 3) && number(day, 3)
    })
}

/// The note in brackets below the date.
fn note(text: &str) -> Option<String> {
    let inside = text.strip_prefix(['(', '（'])?.strip_suffix([')', '）'])?;
    (inside.chars().count() <= 30 && !inside.contains(['(', '（'])).then(|| full_width(inside))
}

/// 附件 or 附件1 alone, above the document that a 通知 sends out.
fn is_annex_mark(text: &str) -> bool {
    let rest =
        text.strip_prefix("附件").map(|rest| rest.trim_matches(|c| blank(c) || matches!(c, ':' | '：')));
    rest.is_some_and(|rest| rest.chars().all(char::is_numeric))
}

fn joined(lines: &[Line], at: &[usize]) -> String {
    at.iter().map(|&at| lines[at].text()).collect()
}

fn join<'a>(parts: impl Iterator<Item = &'a str>, by: &str) -> String {
    parts.collect::<Vec<_>>().join(by)
}

/// For comparing titles: without blanks, punctuation in one width.
fn fold(text: &str) -> String {
    let narrow = |c: char| match c {
        '（' => '(',
        '）' => ')',
        '，' => ',',
        '：' => ':',
        _ => c,
    };
    text.chars().filter(|c| !blank(*c)).map(narrow).collect()
}
