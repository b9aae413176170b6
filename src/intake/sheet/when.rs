//! The periods that heads and titles name, in any of the forms that bureaus use.

use super::value::half_width;
use crate::model::Period;

/// The periods that a head or title names, each once: `2024年6月`, `2024-06`, `2024.6`, `2024年1—6月`,
/// `2024年第二季度`, `2024Q2`, `2024年`; a day stands for its month, and so does the number of days that a
/// spreadsheet keeps for it. `year` stands for the year where a month has none.
pub(super) fn periods(text: &str, year: Option<i32>) -> Vec<Period> {
    let text: String = text.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    let mut found: Vec<Period> = Vec::new();
    if let Some(month) = from_days(&text) {
        return vec![month];
    }
    let mut at = 0;
    while let Some(next) = text[at..].char_indices().find(|(_, c)| c.is_ascii_digit()) {
        let start = at + next.0;
        let run = text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
        at = start + run;
        let number = text[start..at].parse::<i32>().unwrap_or(0);
        if run == 4 && (1990..2100).contains(&number) {
            let (period, used) = behind_year(number, &text[at..]);
            at += used;
            // 2023—2027年 is how long a plan runs, and no year in particular.
            let before = text[..start].trim_end_matches(['—', '-', '至', '~', '到']);
            let is_range =
                before.len() < start && before.ends_with(|c: char| c.is_ascii_digit() || c == '年');
            let period = period.filter(|period| !(is_range && matches!(period, Period::Year(_))));
            found.extend(period.or((start == 0 && at == text.len()).then_some(Period::Year(number))));
        } else if let (Some(year), true) = (year, run <= 2) {
            let (period, used) = in_year(year, &text[start..]);
            at = at.max(start + used);
            found.extend(period);
        }
    }
    if let (true, Some(year)) = (found.is_empty(), year) {
        let quarter = ["一季度", "二季度", "三季度", "四季度"].iter().position(|word| text.contains(word));
        found.extend(quarter.map(|n| Period::Quarter(year, n as i32 + 1)));
    }
    let mut once: Vec<Period> = Vec::new();
    found.into_iter().for_each(|period| {
        if !once.contains(&period) {
            once.push(period)
        }
    });
    once
}

/// What follows a year, and how much of it was used.
fn behind_year(year: i32, rest: &str) -> (Option<Period>, usize) {
    if let Some(after) = rest.strip_prefix('年') {
        let skip = '年'.len_utf8();
        if let (Some(period), used) = in_year(year, after) {
            return (Some(period), skip + used);
        }
        return (Some(Period::Year(year)), skip);
    }
    if let Some(after) = rest.strip_prefix(['-', '.', '/', 'Q', 'q']) {
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len()).min(2);
        let number: i32 = after[..end].parse().unwrap_or(0);
        let quarter = rest.starts_with(['Q', 'q']);
        if quarter || after.starts_with(['Q', 'q']) {
            let digit = after.trim_start_matches(['Q', 'q']).chars().next().and_then(|c| c.to_digit(10));
            let period = digit.filter(|n| (1..=4).contains(n)).map(|n| Period::Quarter(year, n as i32));
            return (
                period,
                rest.len() - after.trim_start_matches(['Q', 'q']).len() + usize::from(period.is_some()),
            );
        }
        if (1..=12).contains(&number) {
            let mut used = 1 + end;
            // A day, which adds nothing.
            if let Some(day) = rest[used..].strip_prefix(['-', '.', '/']) {
                used += 1 + day.find(|c: char| !c.is_ascii_digit()).unwrap_or(day.len());
            }
            return (Some(month(year, number)), used);
        }
    }
    (None, 0)
}

/// A month or quarter, and how much of the text says it.
fn in_year(year: i32, text: &str) -> (Option<Period>, usize) {
    let bare = text.trim_start_matches('第');
    let skipped = text.len() - bare.len();
    if bare.starts_with("上半年") {
        return (Some(month(year, 6)), skipped + "上半年".len());
    }
    let first = bare.chars().next().unwrap_or(' ');
    let quarter = "一二三四"
        .chars()
        .position(|c| c == first)
        .map(|n| n as i32 + 1)
        .or(first.to_digit(10).map(|n| n as i32));
    if let (Some(n @ 1..=4), true) = (quarter, bare[first.len_utf8().min(bare.len())..].starts_with('季')) {
        return (Some(Period::Quarter(year, n)), skipped + first.len_utf8());
    }
    let end = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (mut number, mut rest) = bare.split_at(end(bare));
    // 1—6月: a running total, as it stands at the end of June.
    if let Some(after) = rest.trim_start_matches('月').strip_prefix(['-', '—', '至', '~', '到']) {
        let after = after.trim_start_matches('—');
        let (last, behind) = after.split_at(end(after));
        if last.len() <= 2 && behind.starts_with('月') {
            (number, rest) = (last, behind);
        }
    }
    let month_number = number.parse::<i32>().ok().filter(|n| (1..=12).contains(n) && number.len() <= 2);
    match (month_number, rest.starts_with('月')) {
        (Some(n), true) => (Some(month(year, n)), text.len() - rest.len() + '月'.len_utf8()),
        _ => (None, 0),
    }
}

fn month(year: i32, month: i32) -> Period {
    Period::Month(crate::model::Month::new(year, month))
}

/// 45444, which is 2024-06-01 to a spreadsheet.
fn from_days(text: &str) -> Option<Period> {
    let days = text.parse::<i64>().ok().filter(|days| text.len() == 5 && (36526..73051).contains(days))?;
    let first = jiff::civil::date(1899, 12, 30);
    let date = first.checked_add(jiff::Span::new().days(days)).ok()?;
    Some(Period::Month(crate::model::Month::of(date)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_in_words() {
        let cases = [
            ("2024年6月", None, "2024-06"),
            ("２０２４年６月末数", None, "2024-06"),
            ("2024-06", None, "2024-06"),
            ("2024-06-30", None, "2024-06"),
            ("2024/6/1", None, "2024-06"),
            ("2024.6", None, "2024-06"),
            ("45444", None, "2024-06"),
            ("2024年1—6月累计", None, "2024-06"),
            ("2024年1-6月", None, "2024-06"),
            ("2024年上半年", None, "2024-06"),
            ("2024年第二季度", None, "2024-Q2"),
            ("2024年2季度", None, "2024-Q2"),
            ("2024Q2", None, "2024-Q2"),
            ("2024-Q2", None, "2024-Q2"),
            ("2024", None, "2024"),
            ("2024年底", None, "2024"),
            ("6月", Some(2024), "2024-06"),
            ("1至6月", Some(2024), "2024-06"),
            ("二季度", Some(2024), "2024-Q2"),
            ("万州区2024年6月进展情况表（2024年6月）", None, "2024-06"),
            ("5月", None, ""),
            ("2023年6月 2024年6月", None, "2023-06 2024-06"),
            ("目标任务分解表（2023—2027年）", None, ""),
            ("2024年1月至2024年6月", None, "2024-01 2024-06"),
            ("高新技术企业128家", None, ""),
            ("2024-13", None, ""),
            ("", None, ""),
        ];
        for (text, year, expected) in cases {
            let found: Vec<String> = periods(text, year).iter().map(Period::to_string).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "([0-9年月季第一上半—./Qq \\-]|\\PC){0,20}", year in proptest::option::of(2000..2030)) {
            let _ = periods(&text, year);
        }
    }
}
