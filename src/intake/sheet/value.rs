//! A figure as a bureau writes it in its sheet: full-width digits, `1,234`, `1.2万家`, `50%`, `—`.
//!
//! More is understood here than in YAML, because nobody will type the sheet again; but whatever could be
//! two numbers is none, and is told.

use crate::content;
use crate::diagnostic::catalogue::{data, sheet};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;

/// What stands where there is no figure.
const NOTHING: [&str; 16] =
    ["", "-", "--", "—", "——", "–", "/", "\\", "~", "无", "暂无", "空", "N/A", "n/a", "未报", "未统计"];

/// Units that may stand in a head; any other word in brackets there is no unit.
const MEASURES: [&str; 20] = [
    "元",
    "亩",
    "公顷",
    "平方米",
    "平方公里",
    "公里",
    "千米",
    "米",
    "吨",
    "千瓦",
    "千瓦时",
    "立方米",
    "立方",
    "%",
    "‰",
    "百分点",
    "个百分点",
    "小时",
    "天",
    "年",
];

/// Words for powers of ten before a unit, longest first.
const SCALES: [(&str, f64); 8] = [
    ("万亿", 1e12),
    ("千亿", 1e11),
    ("百亿", 1e10),
    ("千万", 1e7),
    ("百万", 1e6),
    ("十万", 1e5),
    ("亿", 1e8),
    ("万", 1e4),
];

/// A unit: how many of its base it is, and the base. `万元` is 10,000 of 元.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Unit<'a> {
    scale: f64,
    base: &'a str,
}

impl<'a> Unit<'a> {
    /// Reads a unit.
    pub(super) fn of(text: &'a str) -> Self {
        let text = text.trim();
        let found = SCALES.iter().find_map(|(word, scale)| Some((text.strip_prefix(word)?, *scale)));
        let (base, scale) = found.unwrap_or((text, 1.0));
        Unit { scale, base: base.trim() }
    }

    /// The unit that a head or a line above the table names: `营业收入（万元）`, `单位：万元`.
    pub(super) fn named(head: &'a str) -> Option<Self> {
        let inside = head.rfind(['（', '(']).map(|at| &head[at..]);
        let inside = inside.map(|text| text.trim_start_matches(['（', '(']));
        let inside = inside.and_then(|text| Some(&text[..text.find(['）', ')'])?]));
        let named = ["计量单位", "单位"].iter().find_map(|word| {
            let rest = &head[head.find(word)? + word.len()..];
            rest.strip_prefix(['：', ':'])
        });
        let clean = |text: &'a str| text.trim().trim_start_matches("单位").trim_start_matches(['：', ':']);
        [inside, named].into_iter().flatten().map(|text| Unit::of(clean(text))).find(|unit| unit.is_known())
    }

    fn is_known(&self) -> bool {
        MEASURES.contains(&self.base)
            || content::is_counted(self.base)
            || (self.base.is_empty() && self.scale > 1.0)
    }
}

/// The figure of a cell in the indicator's unit; none where there is none, or where an error was reported.
/// `head` is the unit that the table names for it.
pub(super) fn figure(
    written: &str,
    place: Place,
    name: &str,
    unit: &str,
    head: Option<Unit>,
    d: &mut Diagnostics,
) -> Option<f64> {
    if is_nothing(written) {
        return None;
    }
    let own = Unit::of(unit);
    let half: String = written.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    let half = half.trim_start_matches(['+', '\'']);
    let end = half.find(|c: char| !(c.is_ascii_digit() || ".,-".contains(c))).unwrap_or(half.len());
    let (digits, rest) = half.split_at(end);
    let said = Unit::of(rest);
    let (number, said) = match (plain(digits), rest) {
        // `—`, errors and sentences are told in the words of YAML; `06` is plain to nobody.
        (None, _) => return content::number(written, place, name, d),
        (Some(number), "") => (number, head.unwrap_or(own)),
        (Some(number), _) if said.base.is_empty() && said.scale > 1.0 => {
            if own.scale > 1.0 || head.is_some_and(|head| head.scale > 1.0) {
                return unclear(sheet::SCALE_TWICE, written, place, name, unit, d);
            }
            (number, Unit { base: own.base, ..said })
        }
        (Some(number), _) => (number, said),
    };
    let said = if said.base.is_empty() { Unit { base: own.base, ..said } } else { said };
    if said.base != own.base {
        let entry = if said.base == "%" { data::PERCENT } else { sheet::OTHER_UNIT };
        return unclear(entry, written, place, name, unit, d);
    }
    Some(rounded(number * said.scale / own.scale))
}

/// True for an empty cell, and for the signs and words that say that there is no figure.
pub(super) fn is_nothing(written: &str) -> bool {
    NOTHING.contains(&written.trim())
}

/// True where a cell could be meant as a figure, so that its column is one of figures.
pub(super) fn is_figure(written: &str) -> bool {
    let half: String = written.chars().map(half_width).collect();
    let half = half.trim();
    half.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
        && half.contains(|c: char| c.is_ascii_digit())
}

fn unclear(
    entry: &'static crate::diagnostic::Entry,
    written: &str,
    place: Place,
    name: &str,
    unit: &str,
    d: &mut Diagnostics,
) -> Option<f64> {
    let plain = written.trim().trim_end_matches(['%', '％']);
    let problem = Diagnostic::at(entry, place).with("name", name).with("value", written.trim());
    d.push(problem.with("unit", unit).with("plain", plain));
    None
}

/// Digits, in groups of three where there are commas.
fn plain(digits: &str) -> Option<f64> {
    let bare = digits.strip_prefix('-').unwrap_or(digits);
    let whole = bare.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let head = groups.next().unwrap_or_default();
    let grouped =
        !whole.contains(',') || ((1..=3).contains(&head.len()) && groups.all(|group| group.len() == 3));
    let zero = whole.len() > 1 && whole.starts_with('0');
    if !grouped
        || zero
        || head.is_empty()
        || bare.contains('-')
        || bare.rsplit('.').next()?.contains(',') && bare.contains('.')
    {
        return None;
    }
    digits.replace(',', "").parse().ok().filter(|number: &f64| number.abs() <= 1e15)
}

/// To fifteen digits, as many as a spreadsheet keeps: 1.13 times 10,000 is 11,300.
fn rounded(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// Full-width forms and the minus signs of input methods in half width.
pub(super) fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        '−' | '–' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FileId;

    fn read(written: &str, unit: &str, head: Option<&str>) -> Result<Option<f64>, &'static str> {
        let mut d = Diagnostics::new();
        let place = Place::new(FileId(0), 0, 0);
        let value = figure(written, place, "甲", unit, head.and_then(Unit::named), &mut d);
        d.iter().next().map_or(Ok(value), |problem| Err(problem.entry.code))
    }

    #[test]
    fn what_bureaus_write() {
        let cases = [
            ("128", "家", Some(128.0)),
            (" １２８ ", "家", Some(128.0)),
            ("1,234", "家", Some(1234.0)),
            ("1，234.5", "万元", Some(1234.5)),
            ("1 234", "家", Some(1234.0)),
            ("-3", "%", Some(-3.0)),
            ("12家", "家", Some(12.0)),
            ("1.2万", "家", Some(12000.0)),
            ("1.13万家", "家", Some(11300.0)),
            ("1.2亿元", "万元", Some(12000.0)),
            ("3000万元", "亿元", Some(0.3)),
            ("50%", "%", Some(50.0)),
            ("５０％", "%", Some(50.0)),
            ("0", "家", Some(0.0)),
            ("—", "家", None),
            ("无", "家", None),
            ("/", "家", None),
            ("　", "家", None),
        ];
        for (written, unit, value) in cases {
            assert_eq!(read(written, unit, None), Ok(value), "{written}");
        }
    }

    #[test]
    fn what_could_be_two_numbers_is_none() {
        let cases = [
            ("1,28", "家", "data/decimal-comma"),
            ("06", "家", "data/leading-zero"),
            ("#REF!", "家", "data/spreadsheet-error"),
            ("很高", "家", "data/not-a-number"),
            ("约128", "家", "data/not-a-number"),
            ("50%", "家", "data/percent"),
            ("1.2万", "万元", "sheet/scale-twice"),
            ("3个", "家", "sheet/other-unit"),
            ("2024-06-30", "家", "data/date-for-number"),
        ];
        for (written, unit, code) in cases {
            assert_eq!(read(written, unit, None), Err(code), "{written}");
        }
    }

    #[test]
    fn a_unit_in_the_head() {
        assert_eq!(read("3", "亿元", Some("营业收入（万元）")), Ok(Some(0.0003)));
        assert_eq!(read("3", "元", Some("单位：万元")), Ok(Some(30000.0)));
        assert_eq!(read("3", "家", Some("数量（万）")), Ok(Some(30000.0)));
        assert_eq!(read("3", "家", Some("数量（累计）")), Ok(Some(3.0)));
        assert_eq!(read("3", "家", Some("高新技术企业（个）")), Err("sheet/other-unit"));
        assert_eq!(read("1.2亿", "元", Some("收入（万元）")), Err("sheet/scale-twice"));
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "([0-9—.%万亿元家，, \\-]|\\PC){0,20}") {
            let _ = read(&text, "万元", Some(&text));
        }
    }
}
