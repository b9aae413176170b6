//! What a number at a line's start is: 一、 （一） 1. （1） ① 第一章 第一节 第一条.
//!
//! A line comes in; its number goes out, with its style, its value and how many bytes it takes.
//! Which style stands above which is decided in `levels`.

use super::numeral;
use super::piece::blank;

/// How a number is written. The order is the usual one, from the outermost in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Style {
    /// 第一章
    Chapter,
    /// 第一节
    Division,
    /// 第一条
    Article,
    /// 一、
    Chinese,
    /// （一）
    ChineseBracketed,
    /// 1. or 1、
    Arabic,
    /// （1）
    ArabicBracketed,
    /// ①
    Circled,
}

impl Style {
    /// How many there are.
    pub(super) const COUNT: usize = Style::Circled as usize + 1;
}

/// A number at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// How it is written.
    pub(super) style: Style,
    /// Its value.
    pub(super) value: u32,
    /// Whether 、 stands after digits where others write a point.
    pub(super) comma: bool,
    /// How many bytes of the line it takes.
    pub(super) len: usize,
}

impl Number {
    /// As it is printed, in full width.
    pub(super) fn label(self) -> String {
        match self.style {
            Style::Chinese => format!("{}、", self.step()),
            Style::ChineseBracketed => format!("（{}）", numeral::write(self.value)),
            Style::Arabic => format!("{}{}", self.value, if self.comma { '、' } else { '.' }),
            Style::ArabicBracketed => format!("（{}）", self.value),
            _ => self.step(),
        }
    }

    /// As it stands in a path: without the punctuation after it.
    pub(super) fn step(self) -> String {
        let chinese = numeral::write(self.value);
        match self.style {
            Style::Chapter => format!("第{chinese}章"),
            Style::Division => format!("第{chinese}节"),
            Style::Article => format!("第{chinese}条"),
            Style::Chinese => chinese,
            Style::ChineseBracketed => format!("({chinese})"),
            Style::Arabic => self.value.to_string(),
            Style::ArabicBracketed => format!("({})", self.value),
            Style::Circled => circled(self.value).to_string(),
        }
    }

    /// The one that should follow it.
    pub(super) fn next(self) -> Number {
        Number { value: self.value.saturating_add(1), ..self }
    }
}

/// The number that the line begins with.
pub(super) fn number(line: &str) -> Option<Number> {
    let first = line.chars().next()?;
    match first {
        '第' => ordinal(line),
        '(' | '（' => bracketed(line),
        _ if digit(first).is_some() => arabic(line),
        _ if numeral::is_numeral(first) => chinese(line),
        _ => single(first),
    }
}

/// 第一章, 第2条. What only speaks of an article (第三条规定的) is no number.
fn ordinal(line: &str) -> Option<Number> {
    let rest = &line['第'.len_utf8()..];
    let (value, taken) = numeral_or_digits(rest)?;
    let mut chars = rest[taken..].chars();
    let style = match chars.next()? {
        '章' => Style::Chapter,
        '节' => Style::Division,
        '条' => Style::Article,
        _ => return None,
    };
    if chars.next().is_some_and(|c| "的规所第、，,和至到或款中之课是".contains(c)) {
        return None;
    }
    Some(Number { style, value, comma: false, len: '第'.len_utf8() + taken + '章'.len_utf8() })
}

/// （一）, (12), also with blanks inside.
fn bracketed(line: &str) -> Option<Number> {
    let open = line.chars().next()?.len_utf8();
    let inside = line[open..].trim_start_matches(blank);
    let (value, taken) = numeral_or_digits(inside)?;
    let style = if digit(inside.chars().next()?).is_some() {
        Style::ArabicBracketed
    } else {
        Style::ChineseBracketed
    };
    let mut rest = inside[taken..].trim_start_matches(blank);
    rest = rest.strip_prefix([')', '）'])?;
    rest = rest.strip_prefix('、').unwrap_or(rest);
    Some(Number { style, value, comma: false, len: line.len() - rest.len() })
}

/// 1. 1、 1．, but neither 1.5倍 nor 1、2号楼.
fn arabic(line: &str) -> Option<Number> {
    let (value, taken) = digits(line)?;
    let separator = line[taken..].chars().next()?;
    let rest = &line[taken + separator.len_utf8()..];
    let run = rest.chars().take_while(|&c| digit(c).is_some()).count();
    let then = rest.chars().nth(run);
    let fits = match separator {
        // A year may follow: 1.2025年底前.
        '.' | '．' => run == 0 || (run == 4 && then == Some('年')),
        '、' => run == 0 || then != Some('、'),
        _ => false,
    };
    let len = taken + separator.len_utf8();
    fits.then_some(Number { style: Style::Arabic, value, comma: separator == '、', len })
}

/// 一、 but not 一、二、三产业.
fn chinese(line: &str) -> Option<Number> {
    let (value, taken) = numeral_or_digits(line)?;
    let separator = line[taken..].chars().next().filter(|c| matches!(c, '、' | '.' | '．'))?;
    let rest = &line[taken + separator.len_utf8()..];
    let run = rest.len() - rest.trim_start_matches(numeral::is_numeral).len();
    if run > 0 && rest[run..].starts_with('、') {
        return None;
    }
    Some(Number { style: Style::Chinese, value, comma: true, len: taken + separator.len_utf8() })
}

/// Numbers that are one character: ①, ⑴, ⒈, ㈠.
fn single(c: char) -> Option<Number> {
    let code = u32::from(c);
    let (style, value) = match code {
        0x2460..=0x2473 => (Style::Circled, code - 0x2460 + 1),
        0x3251..=0x325F => (Style::Circled, code - 0x3251 + 21),
        0x32B1..=0x32BF => (Style::Circled, code - 0x32B1 + 36),
        0x2474..=0x2487 => (Style::ArabicBracketed, code - 0x2474 + 1),
        0x2488..=0x249B => (Style::Arabic, code - 0x2488 + 1),
        0x3220..=0x3229 => (Style::ChineseBracketed, code - 0x3220 + 1),
        _ => return None,
    };
    Some(Number { style, value, comma: false, len: c.len_utf8() })
}

fn circled(value: u32) -> char {
    let code = match value {
        1..=20 => 0x2460 + value - 1,
        21..=35 => 0x3251 + value - 21,
        _ => 0x32B1 + value.clamp(36, 50) - 36,
    };
    char::from_u32(code).unwrap_or('○')
}

fn numeral_or_digits(text: &str) -> Option<(u32, usize)> {
    if text.chars().next().is_some_and(|c| digit(c).is_some()) {
        return digits(text);
    }
    let taken = text.len() - text.trim_start_matches(numeral::is_numeral).len();
    Some((numeral::parse(&text[..taken])?, taken))
}

/// Up to three digits of either width: four are a year.
fn digits(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut taken, mut count) = (0, 0, 0);
    for c in text.chars() {
        let Some(next) = digit(c) else { break };
        count += 1;
        if count > 3 {
            return None;
        }
        value = value * 10 + next;
        taken += c.len_utf8();
    }
    (count > 0).then_some((value, taken))
}

/// The value of a digit of either width.
pub(crate) fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_recognised_in_every_style_and_width() {
        let cases = [
            ("一、总体要求", Style::Chinese, 1, "一、", "一"),
            ("二十一、附则", Style::Chinese, 21, "二十一、", "二十一"),
            ("(一)目标", Style::ChineseBracketed, 1, "（一）", "(一)"),
            ("（ 十二 ）目标", Style::ChineseBracketed, 12, "（十二）", "(十二)"),
            ("（三）、目标", Style::ChineseBracketed, 3, "（三）", "(三)"),
            ("㈡目标", Style::ChineseBracketed, 2, "（二）", "(二)"),
            ("1.培育", Style::Arabic, 1, "1.", "1"),
            ("12．培育", Style::Arabic, 12, "12.", "12"),
            ("１、培育", Style::Arabic, 1, "1、", "1"),
            ("1.2025年底前", Style::Arabic, 1, "1.", "1"),
            ("3、2025年底前", Style::Arabic, 3, "3、", "3"),
            ("⒊培育", Style::Arabic, 3, "3.", "3"),
            ("(1)培育", Style::ArabicBracketed, 1, "（1）", "(1)"),
            ("（１２）培育", Style::ArabicBracketed, 12, "（12）", "(12)"),
            ("⑵培育", Style::ArabicBracketed, 2, "（2）", "(2)"),
            ("①培育", Style::Circled, 1, "①", "①"),
            ("㉑培育", Style::Circled, 21, "㉑", "㉑"),
            ("第一章 总则", Style::Chapter, 1, "第一章", "第一章"),
            ("第二节　申报", Style::Division, 2, "第二节", "第二节"),
            ("第一百零二条 附则", Style::Article, 102, "第一百零二条", "第一百零二条"),
            ("第3条为了", Style::Article, 3, "第三条", "第三条"),
        ];
        for (line, style, value, label, step) in cases {
            let found = number(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.style, found.value), (style, value), "{line}");
            assert_eq!((found.label(), found.step()), (label.to_string(), step.to_string()), "{line}");
        }
    }

    #[test]
    fn other_beginnings_are_no_numbers() {
        for line in [
            "",
            "一",
            "一二三",
            "一、二、三产业融合",
            "1.5倍",
            "1、2、3号楼",
            "2025.底",
            "(2025)年",
            "（一",
            "第",
            "第一",
            "第三条规定的条件",
            "第一批",
            "5G网络",
            "总体要求",
            "3.15活动",
            "1)甲",
        ] {
            assert_eq!(number(line), None, "{line}");
        }
    }
}
