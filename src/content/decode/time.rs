//! Days, publishing times and periods.

use super::text;
use crate::diagnostic::catalogue::data;
use crate::diagnostic::{Diagnostic, Diagnostics, Entry};
use crate::model::{Moment, Period, parse_date};
use crate::source::yaml::Node;
use jiff::civil::Date;

/// A day.
pub(crate) fn date(node: &Node, key: &str, d: &mut Diagnostics) -> Option<Date> {
    let written = text(node, key, d)?;
    parse_date(&written).or_else(|| wrong(data::NOT_A_DATE, node, key, &written, d))
}

/// A day, with a time if known.
pub(crate) fn moment(node: &Node, key: &str, d: &mut Diagnostics) -> Option<Moment> {
    let written = text(node, key, d)?;
    Moment::parse(&written).or_else(|| wrong(data::NOT_A_DATE, node, key, &written, d))
}

/// A month, quarter or year.
pub(crate) fn period(node: &Node, key: &str, d: &mut Diagnostics) -> Option<Period> {
    let written = text(node, key, d)?;
    Period::parse(&written).or_else(|| wrong(data::NOT_A_PERIOD, node, key, &written, d))
}

/// Reports it, with the form that was probably meant.
fn wrong<T>(entry: &'static Entry, node: &Node, key: &str, written: &str, d: &mut Diagnostics) -> Option<T> {
    let day = entry == data::NOT_A_DATE;
    let suggestion = meant(written, day);
    let entry = if suggestion.is_none() && is_complete(written, day) { data::NO_SUCH_DATE } else { entry };
    let mut problem = Diagnostic::at(entry, node.place).with("key", key).with("value", written);
    problem.suggestion = suggestion;
    d.push(problem);
    None
}

/// `二〇二三年六月二十八日`, as documents are signed, in digits.
fn in_digits(written: &str) -> String {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|d| d == c || (c == '零' && d == '〇'));
    let mut text = String::new();
    let mut chars = written.chars().peekable();
    let mut open = false; // behind a digit
    while let Some(c) = chars.next() {
        let more = chars.peek().is_some_and(|next| digit(*next).is_some());
        match digit(c) {
            Some(n) => text += &n.to_string(),
            None if c == '十' && !open && !more => text += "10",
            None if c == '十' && !open => text.push('1'),
            None if c == '十' && !more => text.push('0'),
            None if c == '十' => {}
            None => text.push(c),
        }
        open = digit(c).is_some();
    }
    text
}

/// The day that a spreadsheet keeps as a number: 45483 is 2024-07-10.
fn from_spreadsheet(days: &str) -> Option<String> {
    let first = jiff::civil::date(1899, 12, 30);
    let date = first.checked_add(jiff::Span::new().days(days.parse::<i64>().ok()?)).ok()?;
    (2000..2100).contains(&date.year()).then(|| date.to_string())
}

/// True for a year with a month, or for a day with a day too, in any form: 2023年6月31日, 2024-13.
fn is_complete(written: &str, day: bool) -> bool {
    let half = crate::model::fold_name(written);
    let parts: Vec<&str> =
        half.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let numbers = parts.iter().all(|part| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()));
    let year = parts.first().is_some_and(|year| year.len() == 4);
    numbers && year && parts.len() == if day { 3 } else { 2 }
}

/// What a writer of `2024年6月`, `2024-6`, `２０２４-06`, `2024.6.30` or `二〇二四年六月` meant.
fn meant(written: &str, day: bool) -> Option<String> {
    let half = crate::model::fold_name(&in_digits(written));
    let parts: Vec<&str> =
        half.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let tidy = match (day, parts.as_slice()) {
        (true, [days]) if days.len() == 5 && half == *days => from_spreadsheet(days)?,
        (true, [year, month, date]) => format!("{year}-{month:0>2}-{date:0>2}"),
        (false, [year]) if ["年", "年底", "年末"].iter().any(|end| half.ends_with(end)) || half == *year => {
            (*year).to_string()
        }
        (false, [year, quarter]) if half.contains('季') || half.contains('q') => {
            format!("{year}-Q{quarter}")
        }
        (false, [year, month]) => format!("{year}-{month:0>2}"),
        _ => return None,
    };
    let reads = if day { parse_date(&tidy).is_some() } else { Period::parse(&tidy).is_some() };
    (reads && tidy != written).then_some(tidy)
}
