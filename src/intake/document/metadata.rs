//! What the front matter says: from the table of fields, the page's own tags, and the text itself.

use super::fields::{Field, Found};
use super::read::Read;
use crate::model::{NoticeHead, parse_date};
use crate::text::Outline;
use std::collections::BTreeMap;

/// The fields of a document, as far as it has them.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// The title: of a 通知 that sends out something, the title of that.
    pub(super) title: Option<String>,
    /// The whole title, where it is another.
    pub(super) notice: Option<String>,
    /// 索引号.
    pub(super) index_number: Option<String>,
    /// 发文字号.
    pub(super) document_number: Option<String>,
    /// 主题分类.
    pub(super) topic: Option<String>,
    /// 体裁分类.
    pub(super) genre: Option<String>,
    /// 发布机构.
    pub(super) issuer: Option<String>,
    /// 成文日期, `2023-06-28`.
    pub(super) issued: Option<String>,
    /// 发布日期, with a time where it has one.
    pub(super) published: Option<String>,
    /// 有效性; often there and empty.
    pub(super) validity: Option<String>,
    /// First and last year of the plan.
    pub(super) period: Option<(u16, u16)>,
    /// The period was found in the names of the attachments, not in the title.
    pub(super) period_of_attachments: bool,
}

impl Metadata {
    /// The names of what is missing, in both languages.
    pub(super) fn missing(&self) -> Vec<(&'static str, &'static str)> {
        let all = [
            (self.title.is_none(), ("标题", "title")),
            (self.index_number.is_none(), ("索引号", "index number (索引号)")),
            (self.document_number.is_none(), ("发文字号", "document number (发文字号)")),
            (self.topic.is_none(), ("主题分类", "topic (主题分类)")),
            (self.genre.is_none(), ("体裁分类", "genre (体裁分类)")),
            (self.issuer.is_none(), ("发布机构", "issuer (发布机构)")),
            (self.issued.is_none(), ("成文日期", "day of issue (成文日期)")),
            (self.published.is_none(), ("发布日期", "day of publication (发布日期)")),
        ];
        all.into_iter().filter(|(missing, _)| *missing).map(|(_, names)| names).collect()
    }
}

/// Gathers the fields. The table is believed first, then the page's tags, then the text.
pub(super) fn gather(read: &Read, fields: Vec<Found>, outline: &Outline) -> Metadata {
    let mut table: BTreeMap<Field, String> = BTreeMap::new();
    for (field, value) in fields {
        let known = table.entry(field).or_default();
        if known.is_empty() {
            *known = value;
        }
    }
    let present = |field| table.get(&field).filter(|value| !value.is_empty()).cloned();
    let tag = |name: &str| {
        let found = read.tags.iter().find(|(tag, value)| tag == name && !value.is_empty() && value != "null");
        found.map(|(_, value)| value.clone())
    };
    let empty = NoticeHead::default();
    let head = outline.text.head.as_ref().unwrap_or(&empty);
    let whole = present(Field::Title).or_else(|| tag("articletitle"));
    let whole = whole.or_else(|| Some(head.title.concat()).filter(|title| !title.is_empty()));
    let title = whole.as_deref().map(sent_out);
    let signature = head.signature.lines().next().map(str::to_string).filter(|name| !name.is_empty());
    let issuer = present(Field::Issuer).or(signature);
    let issuer = issuer.or_else(|| present(Field::Source)).or_else(|| tag("contentsource"));
    let own = title.as_deref().and_then(years);
    let listed: Vec<(u16, u16)> = outline.attachments.iter().filter_map(|entry| years(&entry.name)).collect();
    let agreed = listed.first().copied().filter(|first| listed.iter().all(|other| other == first));
    Metadata {
        notice: whole.filter(|whole| Some(whole) != title.as_ref()),
        title,
        index_number: present(Field::IndexNumber),
        document_number: present(Field::DocumentNumber),
        topic: present(Field::Topic),
        genre: present(Field::Genre),
        issuer,
        issued: present(Field::Issued).and_then(|text| day(&text)).or_else(|| day(&head.date)),
        published: present(Field::Published)
            .and_then(|text| moment(&text))
            .or_else(|| tag("pubdate").and_then(|text| moment(&text))),
        validity: table.get(&Field::Validity).cloned(),
        period: own.or(agreed),
        period_of_attachments: own.is_none(),
    }
}

/// What a 通知 sends out: 甲办公室关于印发乙方案的通知 -> 乙方案; else the title itself.
fn sent_out(title: &str) -> String {
    let inner = ["关于印发", "关于转发", "关于发布", "关于公布"].iter().find_map(|verb| {
        let (_, rest) = title.split_once(verb)?;
        let inner = rest.strip_suffix("的通知").or(rest.strip_suffix("通知"))?;
        let inner = inner.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(inner);
        (inner.chars().count() >= 4).then(|| inner.to_string())
    });
    inner.unwrap_or_else(|| title.to_string())
}

/// `2023—2027年` in a title.
fn years(text: &str) -> Option<(u16, u16)> {
    let signs: Vec<char> = text.chars().collect();
    let year = |at: usize| -> Option<u16> {
        let digits: String = signs.get(at..at + 4)?.iter().collect();
        digits.parse().ok().filter(|year| (1949..2100).contains(year))
    };
    (0..signs.len()).find_map(|at| {
        let from = year(at)?;
        let rest = &signs[at + 4..];
        let gap = rest.iter().take_while(|c| "年—－-–~～至到".contains(**c)).count();
        let to = year(at + 4 + gap).filter(|to| gap > 0 && *to > from)?;
        (signs.get(at + 8 + gap) == Some(&'年')).then_some((from, to))
    })
}

/// A day as the front matter writes it: 2023-06-28, of 2023年6月28日, 二〇二三年六月二十八日 or 2023/6/28.
pub(super) fn day(text: &str) -> Option<String> {
    let folded: String = text.trim().chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    let first = folded.split('T').next().unwrap_or_default();
    parse_date(first).or_else(|| parse_date(&in_digits(&folded)?)).map(|date| date.to_string())
}

/// A day with its time: `2023-07-19 09:00`.
fn moment(text: &str) -> Option<String> {
    let text: String = text.trim().replace('T', " ").chars().map(half_width).collect();
    let (date, time) = match text.split_once(char::is_whitespace) {
        Some((date, time)) if date.contains(|c: char| c.is_ascii_digit()) => (date, time.trim()),
        _ => (text.as_str(), ""),
    };
    let Some(date) = day(date) else { return day(&text) };
    let clock: Vec<&str> = time.split(':').collect();
    let part = |n: usize, most: u8| {
        clock.get(n).and_then(|part| part.parse::<u8>().ok()).filter(|value| *value < most)
    };
    match (part(0, 24), part(1, 60)) {
        (Some(hour), Some(minute)) => Some(format!("{date} {hour:02}:{minute:02}")),
        _ => Some(date),
    }
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' | '：' | '－' | '／' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

/// 二〇二三年六月二十八日 -> 2023年6月28日.
fn in_digits(text: &str) -> Option<String> {
    let one =
        |c: char| "〇一二三四五六七八九".chars().position(|digit| digit == c).or((c == '○').then_some(0));
    let small = |text: &str| -> Option<usize> {
        let mut value = 0;
        for c in text.chars() {
            value = if c == '十' { value.max(1) * 10 } else { value + one(c)? };
        }
        Some(value)
    };
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (date, _) = rest.split_once('日')?;
    let year: String = year.chars().map(|c| one(c).map(|n| n.to_string())).collect::<Option<_>>()?;
    Some(format!("{year}年{}月{}日", small(month)?, small(date)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_documents_write_them() {
        for (text, wanted) in [
            ("2023-06-28", Some("2023-06-28")),
            ("2023年6月28日", Some("2023-06-28")),
            ("２０２３年６月２８日", Some("2023-06-28")),
            ("2023/6/28", Some("2023-06-28")),
            ("二〇二三年六月二十八日", Some("2023-06-28")),
            ("二○二三年十二月十日", Some("2023-12-10")),
            ("2023年 月 日", None),
            ("", None),
        ] {
            assert_eq!(day(text).as_deref(), wanted, "{text}");
        }
        for (text, wanted) in [
            ("2023-07-19 09:05:30", Some("2023-07-19 09:05")),
            ("2023-07-19", Some("2023-07-19")),
            ("2023年7月19日 9:05", Some("2023-07-19 09:05")),
            ("2023-07-19T09:05", Some("2023-07-19 09:05")),
            ("昨天", None),
        ] {
            assert_eq!(moment(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn titles_say_what_is_sent_out_and_for_which_years() {
        assert_eq!(sent_out("甲办公室关于印发甲区“乙”方案的通知"), "甲区“乙”方案");
        assert_eq!(sent_out("关于印发《乙行动计划》的通知"), "乙行动计划");
        assert_eq!(sent_out("甲区乙方案"), "甲区乙方案");
        assert_eq!(years("乙计划（2023—2027年）"), Some((2023, 2027)));
        assert_eq!(years("乙计划(2023年-2027年)"), Some((2023, 2027)));
        assert_eq!(years("2023年工作要点"), None);
        assert_eq!(years("〔2023〕2号"), None);
    }
}
