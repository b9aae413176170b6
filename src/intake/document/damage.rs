//! What looks damaged in the text: told with its place, and never mended.
//!
//! A text that was copied, converted or recognised from a scan loses digits first, and a digit that is
//! lost cannot be guessed.

use crate::diagnostic::catalogue::import;
use crate::diagnostic::{Diagnostic, Diagnostics, Entry};
use crate::model::{FileId, Place};
use crate::text::Outline;
use std::ops::Range;

/// Looks through a text.
pub(super) fn find(file: FileId, text: &str, outline: &Outline, d: &mut Diagnostics) {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let signs: Vec<(usize, char)> = line.trim_end_matches('\n').char_indices().collect();
        let scan = Scan { line, signs: &signs };
        for (entry, from, to) in scan.all() {
            let found = line[from..to].trim();
            d.push(Diagnostic::at(entry, Place::new(file, offset + from, to - from)).with("found", found));
        }
        offset += line.len();
    }
    attachments(file, text, outline, d);
}

/// Where digits or characters are lost or unsure: no figure there can be trusted.
pub(super) fn places(found: &Diagnostics) -> Vec<Range<usize>> {
    let unsure = [import::UNREADABLE_CHARACTER, import::LOST_DIGITS, import::MIXED_WIDTH];
    let places =
        found.iter().filter(|problem| unsure.contains(&problem.entry)).filter_map(|problem| problem.place);
    places.map(|place| place.start as usize..place.start as usize + place.len as usize).collect()
}

/// What is wrong, and from which byte of the line to which.
type Found = (&'static Entry, usize, usize);

struct Scan<'a> {
    line: &'a str,
    signs: &'a [(usize, char)],
}

impl Scan<'_> {
    fn all(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.signs.len() {
            let one = self.unreadable(at).or_else(|| self.mixed(at)).or_else(|| self.doubled(at));
            match one.or_else(|| self.lost(at)) {
                Some((entry, end)) => {
                    found.push((entry, self.byte(at), self.byte(end)));
                    at = end.max(at + 1);
                }
                None if self.digit(at) => at = self.run(at, |c| c.is_numeric()),
                None => at += 1,
            }
        }
        found
    }

    /// The byte at which a character begins.
    fn byte(&self, at: usize) -> usize {
        self.signs.get(at).map_or(self.line.trim_end_matches('\n').len(), |(byte, _)| *byte)
    }

    fn sign(&self, at: usize) -> Option<char> {
        self.signs.get(at).map(|(_, c)| *c)
    }

    fn digit(&self, at: usize) -> bool {
        self.sign(at).is_some_and(is_digit)
    }

    /// One past a run of such characters.
    fn run(&self, at: usize, of: impl Fn(char) -> bool) -> usize {
        at + self.signs[at.min(self.signs.len())..].iter().take_while(|(_, c)| of(*c)).count()
    }

    /// U+FFFD and glyphs of private use.
    fn unreadable(&self, at: usize) -> Option<(&'static Entry, usize)> {
        let bad = |c: char| c == char::REPLACEMENT_CHARACTER || ('\u{E000}'..='\u{F8FF}').contains(&c);
        let end = self.run(at, bad);
        (end > at).then_some((import::UNREADABLE_CHARACTER, end))
    }

    /// `1６0`.
    fn mixed(&self, at: usize) -> Option<(&'static Entry, usize)> {
        let end = self.run(at, is_digit);
        let wide = self.signs[at..end].iter().filter(|(_, c)| !c.is_ascii()).count();
        (wide > 0 && wide < end - at).then_some((import::MIXED_WIDTH, end))
    }

    /// `，，` or `、。`, but neither …… nor ——.
    fn doubled(&self, at: usize) -> Option<(&'static Entry, usize)> {
        let end = self.run(at, |c| "，。；：、,;".contains(c));
        (end > at + 1).then_some((import::DOUBLED_PUNCTUATION, end))
    }

    /// Where digits, or the character that belongs to them, should stand.
    fn lost(&self, at: usize) -> Option<(&'static Entry, usize)> {
        self.lost_figure(at)
            .or_else(|| self.lost_date(at))
            .or_else(|| self.lost_year(at))
            .or_else(|| self.lost_number(at))
            .map(|end| (import::LOST_DIGITS, end))
    }

    /// 突破 家, 超过家，, 达到%.
    fn lost_figure(&self, at: usize) -> Option<usize> {
        const WORDS: [&str; 9] =
            ["突破", "超过", "达到", "不低于", "不少于", "不超过", "增加到", "提高到", "下降到"];
        const UNITS: &str = "家个项件人户亩次名座条万亿%％";
        let rest = &self.line[self.byte(at)..];
        if matches!(self.sign(at), Some('%' | '％')) {
            let before = self.signs[..at].iter().rev().map(|(_, c)| *c).find(|c| !c.is_whitespace());
            return before
                .is_some_and(|c| !c.is_numeric() && !"）)余多几数百千万".contains(c))
                .then_some(at + 1);
        }
        let word = WORDS.iter().find(|word| rest.starts_with(**word))?;
        let after = at + word.chars().count();
        let unit = self.run(after, char::is_whitespace);
        self.sign(unit).filter(|c| UNITS.contains(*c))?;
        let closes = self.sign(unit + 1).is_none_or(|c| "，,、。；;以左和及（(".contains(c));
        (closes && (unit > after || self.sign(unit + 1).is_some())).then_some(unit + 1)
    }

    /// `年 月 日` with nothing but blanks between.
    fn lost_date(&self, at: usize) -> Option<usize> {
        let (first, second) = match self.sign(at)? {
            '年' => ('年', '月'),
            '月' => ('月', '日'),
            _ => return None,
        };
        let next = self.run(at + 1, char::is_whitespace);
        let blank = next > at + 1;
        let before = at.checked_sub(1).and_then(|before| self.sign(before));
        let dated = before.is_some_and(|c| c.is_numeric() || "〇○一二三四五六七八九十".contains(c));
        // 年月日 without blanks is a word; 2023年月 is not.
        let lost = self.sign(next) == Some(second) && (blank || dated);
        (lost && (first == '年' || blank || dated)).then_some(next + 1)
    }

    /// `到2025，`: a year without 年.
    fn lost_year(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1).and_then(|before| self.sign(before))?;
        if !"到至于".contains(before) {
            return None;
        }
        let end = self.run(at, is_digit);
        let digits: String =
            self.signs[at..end].iter().filter_map(|(_, c)| c.to_digit(10).map(|n| n.to_string())).collect();
        let year = digits.len() == 4 && ["19", "20"].contains(&digits.get(..2).unwrap_or_default());
        let stops = self.sign(end).is_some_and(|c| "，,、。；;".contains(c));
        (end == at + 4 && year && stops).then_some(end + 1)
    }

    /// 〔〕28号 or 〔2023〕号: a document number that has lost a part.
    fn lost_number(&self, at: usize) -> Option<usize> {
        if self.sign(at)? != '〔' {
            return None;
        }
        let from = self.run(at + 1, char::is_whitespace);
        let year = self.run(from, char::is_numeric);
        let close = self.run(year, char::is_whitespace);
        if self.sign(close) != Some('〕') {
            return None;
        }
        let number = self.run(close + 1, char::is_whitespace);
        let lost = year == from || self.sign(number) == Some('号');
        lost.then(|| if self.sign(number) == Some('号') { number + 1 } else { close + 1 })
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Attachments that the text names and its list lacks. Those of other documents stand in 《》.
fn attachments(file: FileId, text: &str, outline: &Outline, d: &mut Diagnostics) {
    let list = outline.attachments.first().map_or(text.len(), |entry| entry.place.start as usize);
    let mut told = Vec::new();
    for (at, word) in text.match_indices("附件").filter(|(at, _)| *at < list) {
        let rest = &text[at + word.len()..];
        let digits: String = rest.chars().take_while(|c| is_digit(*c)).collect();
        let Some(n) = number(&digits) else { continue };
        let before = text[..at].chars().next_back();
        // A line that begins with it stands above an annex.
        let opens = before.is_none_or(|c| c == '\n');
        let listed = outline.attachments.iter().any(|entry| entry.n == n);
        if !listed && !opens && !told.contains(&n) {
            told.push(n);
            let place = Place::new(file, at, word.len() + digits.len());
            d.push(Diagnostic::at(import::UNLISTED_ATTACHMENT, place).with("found", format!("附件{digits}")));
        }
    }
}

fn number(digits: &str) -> Option<u32> {
    let half: String = digits
        .chars()
        .map(|c| if c.is_ascii() { c } else { char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c) })
        .collect();
    half.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damage(text: &str) -> Vec<(&'static str, &str)> {
        let mut d = Diagnostics::new();
        find(FileId(0), text, &Outline::default(), &mut d);
        let shown = |problem: &Diagnostic| {
            let place = problem.place.unwrap();
            let code = problem.entry.code.trim_start_matches("import/");
            (code, &text[place.start as usize..][..place.len as usize])
        };
        d.sorted().into_iter().map(shown).collect()
    }

    #[test]
    fn damage_is_told_where_it_stands() {
        let cases: [(&str, &[(&str, &str)]); 16] = [
            ("高新技术企业突破 家。", &[("lost-digits", "突破 家")]),
            ("高新技术企业超过家、科技型企业", &[("lost-digits", "超过家")]),
            ("覆盖率达到%以上", &[("lost-digits", "达到%")]),
            ("增长 %。", &[("lost-digits", "%")]),
            ("2023年 月 日", &[("lost-digits", "年 月")]),
            ("2023年6月 日", &[("lost-digits", "月 日")]),
            ("到2025，全区", &[("lost-digits", "2025，")]),
            ("（长府发〔 〕26号）", &[("lost-digits", "〔 〕")]),
            ("（长府发〔2023〕 号）", &[("lost-digits", "〔2023〕 号")]),
            ("突破1６0家", &[("mixed-width", "1６0")]),
            ("培育企业，，建设平台。。", &[("doubled-punctuation", "，，"), ("doubled-punctuation", "。。")]),
            ("培育\u{FFFD}\u{E123}企业", &[("unreadable-character", "\u{FFFD}\u{E123}")]),
            ("见附件3。", &[("unlisted-attachment", "附件3")]),
            ("增长8%以上，达到160家，超过2000万元；１６０家……——", &[]),
            ("标注年月日，到2025年，达到人均水平，超过家底", &[]),
            ("附件3\n任务表", &[]),
        ];
        for (text, wanted) in cases {
            assert_eq!(damage(text), wanted, "{text}");
        }
    }
}
