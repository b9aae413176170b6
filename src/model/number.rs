//! How figures are printed: plain, in groups of three, never in 万.

/// `1,234`, `0.5`, `-12.25`: at most six decimals, no trailing zeros.
pub fn number(value: f64) -> String {
    // Most figures are whole, and small enough to be exact.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return whole(value as i64);
    }
    let text = format!("{:.6}", value.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let decimals = decimals.trim_end_matches('0');
    let grouped = grouped(whole);
    let zero = grouped == "0" && decimals.is_empty();
    let sign = if value < 0.0 && !zero { "-" } else { "" };
    if decimals.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{decimals}") }
}

/// `-1,234`: three digits at a time, because there are so many of them.
fn whole(value: i64) -> String {
    let mut text = String::with_capacity(16);
    if value < 0 {
        text.push('-');
    }
    let mut unit = 1;
    let mut rest = value.unsigned_abs();
    while rest / unit >= 1000 {
        unit *= 1000;
    }
    push_digits(&mut text, rest / unit, 1);
    while unit > 1 {
        rest %= unit;
        unit /= 1000;
        text.push(',');
        push_digits(&mut text, rest / unit, 3);
    }
    text
}

/// A whole number, `-1234`, without the machinery of formatting: a policy has thousands of them.
pub fn push_whole(text: &mut String, value: i64) {
    if value < 0 {
        text.push('-');
    }
    push_digits(text, value.unsigned_abs(), 1);
}

/// Digits, with zeros in front where there are fewer than `least`.
fn push_digits(text: &mut String, value: u64, least: usize) {
    let (mut unit, mut digits) = (1, 1);
    while value / unit >= 10 {
        unit *= 10;
        digits += 1;
    }
    text.extend(std::iter::repeat_n('0', least.saturating_sub(digits)));
    while unit > 0 {
        text.push(char::from(b'0' + (value / unit % 10) as u8));
        unit /= 10;
    }
}

/// `1234567` -> `1,234,567`.
fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
