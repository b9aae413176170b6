//! A sentence -> its dates and its figures, in order, each with the bytes that it takes.
//!
//! Figures keep the scale and unit that they are written with. What is no figure is passed over: names
//! in 《》, document numbers, ordinals, 5G, days and clauses.

use crate::text::digit;
use std::ops::Range;

/// A date, or a figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    /// A date.
    Date(Range<usize>, When),
    /// A figure.
    Figure(Figure),
}

/// What a date is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A deadline, as indicators write it: 2025, 2025-06, 2025-Q2.
    By(String),
    /// From one year to another.
    Years(u16, u16),
    /// What is compared with: 在2022年的基础上.
    Base,
    /// 每年.
    Every,
}

/// What stands behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    /// Nothing of that kind.
    None,
    /// 以上.
    OrMore,
    /// 以内, 以下.
    OrLess,
    /// 左右, 余.
    About,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// From its first digit to the end of unit and suffix.
    pub(super) range: Range<usize>,
    /// Half-width digits.
    pub(super) value: String,
    /// The upper end of `20—30`.
    pub(super) upper: Option<String>,
    /// Scale and unit as written: 家, 万人次, 亿元, %.
    pub(super) unit: String,
    /// False where no unit is known and the next character was taken.
    pub(super) known: bool,
    /// What stands behind it.
    pub(super) suffix: Suffix,
    /// 的 follows, which makes it a condition: 超过2000万元的企业.
    pub(super) of: bool,
}

impl Figure {
    /// True for a share or a multiple: its growth says nothing without a base.
    pub(super) fn is_share(&self) -> bool {
        matches!(self.unit.as_str(), "%" | "‰" | "倍" | "个百分点" | "百分点")
    }
}

/// Units, longer ones before those that they begin with.
const UNITS: [&str; 66] = [
    "微克/立方米",
    "毫克/升",
    "吨标准煤",
    "万人口",
    "个百分点",
    "个工作日",
    "平方公里",
    "立方米",
    "平方米",
    "个小时",
    "个单位",
    "人次",
    "百分点",
    "公里",
    "千米",
    "公顷",
    "公斤",
    "千克",
    "千瓦时",
    "千瓦",
    "小时",
    "分钟",
    "美元",
    "床位",
    "课时",
    "学时",
    "标箱",
    "吨",
    "元",
    "家",
    "个",
    "项",
    "件",
    "人",
    "户",
    "亩",
    "名",
    "所",
    "座",
    "条",
    "处",
    "台",
    "套",
    "辆",
    "次",
    "场",
    "期",
    "批",
    "届",
    "种",
    "门",
    "篇",
    "份",
    "宗",
    "艘",
    "头",
    "只",
    "株",
    "棵",
    "天",
    "倍",
    "张",
    "部",
    "支",
    "米",
    "村",
];

/// The marks of a sentence. `since` is the year from which a bare year is a deadline.
pub(super) fn scan(text: &str, since: Option<u16>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let next = at + c.len_utf8();
        at = if let Some(end) = passed_over(rest, c) {
            at + end
        } else if let Some((end, when)) = plan_years(rest) {
            marks.push(Mark::Date(at..at + end, when));
            at + end
        } else if rest.starts_with("每年") {
            marks.push(Mark::Date(at..at + "每年".len(), When::Every));
            at + "每年".len()
        } else if digit(c).is_some() {
            let before = text[..at].chars().next_back();
            number(text, at, before, since, &mut marks)
        } else {
            next
        };
    }
    marks
}

/// How many bytes a name in brackets takes: nothing in it is a figure of this document.
fn passed_over(rest: &str, c: char) -> Option<usize> {
    let (close, other) = match c {
        '《' => ('》', '》'),
        '〔' => ('〕', '〕'),
        '（' | '(' => ('）', ')'),
        _ => return None,
    };
    let end = rest.find([close, other])?;
    let inside = &rest[c.len_utf8()..end];
    let told = ["责任", "牵头", "配合", "号", "单位"].iter().any(|word| inside.contains(word));
    (c == '《' || c == '〔' || told).then(|| end + rest[end..].chars().next().map_or(0, char::len_utf8))
}

/// “十四五”末 is 2025: the five years of a national plan are known.
fn plan_years(rest: &str) -> Option<(usize, When)> {
    const PLANS: [(&str, &str); 4] =
        [("十三五", "2020"), ("十四五", "2025"), ("十五五", "2030"), ("十六五", "2035")];
    let bare = rest.strip_prefix(['“', '"']).unwrap_or(rest);
    let (name, year) = PLANS.iter().find(|(name, _)| bare.starts_with(name))?;
    let after = bare[name.len()..].trim_start_matches(['”', '"']);
    let end = ["期末", "时期末", "规划期末", "末"].iter().find_map(|word| after.strip_prefix(word))?;
    Some((rest.len() - end.len(), When::By((*year).to_string())))
}

/// Reads what begins with a digit; returns where to go on.
fn number(text: &str, at: usize, before: Option<char>, since: Option<u16>, marks: &mut Vec<Mark>) -> usize {
    let (value, len) = digits(&text[at..]);
    let end = at + len;
    if let Some((to, when)) = date(text, at, &value, end, since) {
        // 到2025年和2027年: each a date of its own.
        marks.push(Mark::Date(at..to, when));
        return to;
    }
    let after = &text[end..];
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let other = ["年", "月", "日", "号", "款", "章", "：", ":", "、", "级", "楼", "路"];
    let listed = at == 0 && after.starts_with(['.', '．']);
    // A telephone number, or a code.
    let long = value.len() > 12;
    if before == Some('第') || letter(before) || letter(after.chars().next()) || listed || long {
        return end;
    }
    let (upper, end) = upper(text, end);
    if other.iter().any(|word| text[end..].starts_with(word)) {
        return end;
    }
    let more = text[end..].strip_prefix(['余', '多']);
    let (unit, known, end) = unit(text, more.map_or(end, |rest| text.len() - rest.len()));
    let (suffix, end) = suffix(text, end, more.is_some());
    let of = text[end..].starts_with('的') && !text[end..].starts_with("的目标");
    marks.push(Mark::Figure(Figure { range: at..end, value, upper, unit, known, suffix, of }));
    end
}

/// Digits of either width, with a point or commas between thousands, in half width; and their length.
fn digits(text: &str) -> (String, usize) {
    let mut value = String::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let then: Vec<Option<u32>> = text[at + c.len_utf8()..].chars().take(4).map(digit).collect();
        if let Some(n) = digit(c) {
            value += &n.to_string();
        } else if matches!(c, '.' | '．') && !value.contains('.') && then.first().is_some_and(Option::is_some)
        {
            value.push('.');
        } else if !(c == ',' && is_thousands(&value, &then)) {
            break;
        }
        end = at + c.len_utf8();
    }
    let bare = value.trim_start_matches('0');
    let zero = if bare.is_empty() || bare.starts_with('.') { "0" } else { "" };
    (if value.is_empty() { value } else { format!("{zero}{bare}") }, end)
}

/// Whether three digits and no more follow, and one to three stand before.
fn is_thousands(before: &str, then: &[Option<u32>]) -> bool {
    let three = then.iter().take(3).filter(|n| n.is_some()).count() == 3;
    three && then.get(3).is_none_or(Option::is_none) && before.len() <= 3 && !before.contains('.')
}

/// `2023年`, `2025年6月底前`, `2023—2027年`, `2025年上半年`.
fn date(text: &str, at: usize, value: &str, end: usize, since: Option<u16>) -> Option<(usize, When)> {
    let year = year(value)?;
    let mut rest = &text[end..];
    if let Some(after) = between(rest) {
        let (to, len) = digits(after);
        if let (Some(to), true) = (self::year(&to), after[len..].starts_with('年')) {
            let after = &after[len + '年'.len_utf8()..];
            return Some((text.len() - until(after).len(), When::Years(year, to)));
        }
    }
    rest = rest.strip_prefix('年')?;
    let mut by = year.to_string();
    if let Some(after) = rest.strip_prefix("上半年") {
        (by, rest) = (format!("{year}-Q2"), after);
    } else {
        let (month, len) = digits(rest);
        let month = month.parse::<u8>().ok().filter(|month| (1..=12).contains(month));
        if let (Some(month), Some(after)) = (month, rest[len..].strip_prefix('月')) {
            (by, rest) = (format!("{year}-{month:02}"), after);
            let (day, len) = digits(rest);
            if !day.is_empty() {
                rest = rest[len..].strip_prefix('日').unwrap_or(rest);
            }
        }
    }
    let before = &text[..at];
    let compared = ["较", "比", "与", "同"].iter().any(|word| before.ends_with(word));
    let rest = until(rest);
    let to = text.len() - rest.len();
    let based = ["的基础上", "基础上"].iter().find_map(|word| rest.strip_prefix(word));
    if let Some(after) = based {
        return Some((text.len() - after.len(), When::Base));
    }
    if compared || since.is_some_and(|since| year < since) {
        return Some((to, When::Base));
    }
    Some((to, When::By(by)))
}

/// What joins two years of a span.
fn between(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix('年').unwrap_or(rest);
    let bare = rest.trim_start_matches(['—', '－', '-', '–', '~', '～', '至', '到']);
    (bare.len() < rest.len()).then_some(bare)
}

/// Without 底, 末, 前 and the like.
fn until(mut rest: &str) -> &str {
    for word in ["年底", "底", "末", "度", "期间", "以", "之", "前"] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    rest
}

fn year(value: &str) -> Option<u16> {
    value.parse().ok().filter(|year| value.len() == 4 && (1949..2100).contains(year))
}

/// `—30` after `20`, also `至30`.
fn upper(text: &str, end: usize) -> (Option<String>, usize) {
    let rest = &text[end..];
    let bare = rest.trim_start_matches(['—', '－', '-', '–', '~', '～', '至']);
    let (value, len) = if bare.len() < rest.len() { digits(bare) } else { (String::new(), 0) };
    if value.is_empty() { (None, end) } else { (Some(value), text.len() - bare.len() + len) }
}

/// Scale and unit; where no unit is known, the next Chinese character is taken for one.
fn unit(text: &str, end: usize) -> (String, bool, usize) {
    let rest = &text[end..];
    if let Some(sign) = rest.chars().next().filter(|c| matches!(c, '%' | '％' | '‰')) {
        return (if sign == '％' { '%' } else { sign }.to_string(), true, end + sign.len_utf8());
    }
    let bare = rest.trim_start_matches(['十', '百', '千', '万', '亿']);
    let scale = rest.len() - bare.len();
    if let Some(unit) = UNITS.iter().find(|unit| bare.starts_with(**unit)) {
        let end = end + scale + unit.len();
        return (text[end - scale - unit.len()..end].to_string(), true, end);
    }
    let taken =
        bare.chars().next().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c) && !"以左的和及".contains(*c));
    let end = end + scale + taken.map_or(0, char::len_utf8);
    (text[end - scale - taken.map_or(0, char::len_utf8)..end].to_string(), false, end)
}

fn suffix(text: &str, end: usize, more: bool) -> (Suffix, usize) {
    const WORDS: [(&str, Suffix); 9] = [
        ("及以上", Suffix::OrMore),
        ("以上", Suffix::OrMore),
        ("及以下", Suffix::OrLess),
        ("以下", Suffix::OrLess),
        ("以内", Suffix::OrLess),
        ("之内", Suffix::OrLess),
        ("内", Suffix::OrLess),
        ("左右", Suffix::About),
        ("上下", Suffix::About),
    ];
    match WORDS.iter().find(|(word, _)| text[end..].starts_with(word)) {
        Some((word, suffix)) => (*suffix, end + word.len()),
        None => (if more { Suffix::About } else { Suffix::None }, end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        let shown = scan(text, Some(2023)).into_iter().map(|mark| match mark {
            Mark::Date(range, when) => format!("{}={when:?}", &text[range]),
            Mark::Figure(f) => {
                let upper = f.upper.map(|upper| format!("..{upper}")).unwrap_or_default();
                let of = if f.of { " of" } else { "" };
                let known = if f.known { "" } else { "?" };
                format!("{}{upper} {}{known} {:?}{of}", f.value, f.unit, f.suffix)
            }
        });
        shown.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn dates_and_figures_are_told_apart() {
        for (text, wanted) in [
            ("到2025年底前，突破160家", "2025年底前=By(\"2025\"); 160 家 None"),
            ("2025年6月底前完成30%以上", "2025年6月底前=By(\"2025-06\"); 30 % OrMore"),
            ("2024年上半年建成5个", "2024年上半年=By(\"2024-Q2\"); 5 个 None"),
            ("2023—2027年，每年20家", "2023—2027年=Years(2023, 2027); 每年=Every; 20 家 None"),
            ("在2022年的基础上", "2022年的基础上=Base"),
            ("较2025年增长5个百分点", "2025年=Base; 5 个百分点 None"),
            ("2020年已有3家", "2020年=Base; 3 家 None"),
            ("到“十四五”末，1,200家", "“十四五”末=By(\"2025\"); 1200 家 None"),
            ("500亿元、2.5万人次", "500 亿元 None; 2.5 万人次 None"),
            ("20—30家，20余个", "20..30 家 None; 20 个 About"),
            ("超过2000万元的企业", "2000 万元 None of"),
            ("《计划（2023—2027年）》（渝府办发〔2023〕26号）第3批5G网络1号线", ""),
            ("（责任单位：3个局）3日内", ""),
            ("１６０家", "160 家 None"),
            ("3垄以上", "3 垄? OrMore"),
            ("控制在3天以内", "3 天 OrLess"),
        ] {
            assert_eq!(show(text), wanted, "{text}");
        }
    }
}
