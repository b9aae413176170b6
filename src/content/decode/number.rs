//! A figure as a clerk may write it: plain digits are read, anything else is told what to write.

use crate::diagnostic::catalogue::data;
use crate::diagnostic::{Diagnostic, Diagnostics, Entry};
use crate::model::Place;

/// Beyond this, units are not told apart any more, and sums stop being sums.
const MOST: f64 = 1e15;

/// Reads `128`, `-3` or `0.5`; `name` says in messages what the figure is of.
pub(crate) fn number(written: &str, place: Place, name: &str, d: &mut Diagnostics) -> Option<f64> {
    let written = written.trim();
    let (entry, instead) = match plain(written) {
        Some(value) if value.abs() <= MOST => return Some(value),
        Some(_) => (data::TOO_LARGE, None),
        None => trouble(written),
    };
    d.push(
        Diagnostic::at(entry, place)
            .with("name", name)
            .with("value", written.trim_matches(['“', '”']))
            .with("plain", instead.unwrap_or_default()),
    );
    None
}

/// Digits with at most one point, and nothing that YAML, Excel or a reader could take otherwise.
fn plain(text: &str) -> Option<f64> {
    // Nearly all figures are a few digits and no more.
    if (1..=15).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
        let whole = text.bytes().fold(0_u64, |whole, digit| whole * 10 + u64::from(digit - b'0'));
        return (text.len() == 1 || !text.starts_with('0')).then_some(whole as f64);
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    if !all_digits(whole) || !all_digits(fraction) || leading_zero {
        return None;
    }
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// What is wrong with it, and what to write instead where that is certain.
fn trouble(written: &str) -> (&'static Entry, Option<String>) {
    const NOTHING: [&str; 10] = ["-", "—", "——", "–", "/", "无", "暂无", "N/A", "n/a", "空"];
    if written.starts_with('#') {
        return (data::SPREADSHEET_ERROR, None);
    }
    if NOTHING.contains(&written) {
        return (data::SIGN_FOR_NOTHING, None);
    }
    let half: String = written.chars().map(half_width).collect();
    if !half.contains(|c: char| c.is_ascii_digit()) {
        return (data::NOT_A_NUMBER, None);
    }
    if crate::model::parse_date(written).is_some() {
        return (data::DATE_FOR_NUMBER, None);
    }
    if let Some(bare) = half.strip_suffix('%') {
        let bare = bare.trim();
        return (data::PERCENT, plain(bare).map(|_| bare.to_string()));
    }
    if half.contains(',') {
        return comma(&half);
    }
    let closed: String = half.chars().filter(|c| !matches!(c, '_' | ' ' | '\'' | '\u{A0}')).collect();
    if closed != half && plain(&closed).is_some() {
        return (data::DIGIT_SEPARATOR, Some(closed));
    }
    let stripped = unzero(&half);
    if stripped != half && plain(&stripped).is_some() {
        return (data::LEADING_ZERO, Some(stripped));
    }
    let bare = half.trim_matches(['“', '”', '‘', '’']);
    if plain(bare).is_some() {
        return (data::FULLWIDTH_DIGIT, Some(bare.to_string()));
    }
    match with_unit(&half) {
        Some(bare) => (data::NUMBER_WITH_UNIT, Some(bare)),
        None => (data::NOT_A_NUMBER, None),
    }
}

/// `1,234` groups thousands; `1,28` may mean 1.28 or 128, which only the writer knows.
fn comma(half: &str) -> (&'static Entry, Option<String>) {
    let mut groups = half.strip_prefix('-').unwrap_or(half).split(',');
    let head = groups.next().unwrap_or_default();
    let grouped = (1..=3).contains(&head.len())
        && groups.all(|group| group.split('.').next().is_some_and(|whole| whole.len() == 3));
    let joined = half.replace(',', "");
    match (grouped, plain(&joined)) {
        (true, Some(_)) => (data::THOUSANDS_COMMA, Some(joined)),
        _ => match half.replacen(',', ".", 1) {
            decimal if plain(&decimal).is_some() => (data::DECIMAL_COMMA, Some(decimal)),
            _ => (data::NOT_A_NUMBER, None),
        },
    }
}

/// A figure with words behind it: `12个` gives 12, `1.2万家` gives 12000.
fn with_unit(half: &str) -> Option<String> {
    let end = half.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))?;
    let (bare, unit) = half.split_at(end);
    let value = plain(bare)?;
    let unit = unit.trim_start();
    // `1oo` is a hundred with the wrong keys, no 1 of anything.
    if unit.starts_with(['o', 'O', 'l', 'I']) {
        return None;
    }
    if unit.bytes().any(|b| b.is_ascii() && !b.is_ascii_alphabetic()) {
        return None;
    }
    let scale = match unit.chars().next() {
        Some('万') => 1e4,
        Some('亿') => 1e8,
        _ => return Some(bare.to_string()),
    };
    Some(crate::model::number(value * scale).replace(',', ""))
}

/// Without zeros in front.
fn unzero(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let bare = digits.trim_start_matches('0');
    let zero = if bare.is_empty() || bare.starts_with('.') { "0" } else { "" };
    format!("{sign}{zero}{bare}")
}

/// Full-width forms and the minus signs of input methods in half width.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '−' | '–' => '-',
        c => c,
    }
}
