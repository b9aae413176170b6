//! How figures are printed: plain, in groups of three, never in 万.

/// `1,234`, `0.5`, `-12.25`: at most six decimals, no trailing zeros.
pub fn number(value: f64) -> String {
    // Most figures are whole, and small enough to be exact.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        let sign = if value < 0.0 { "-" } else { "" };
        return format!("{sign}{}", grouped(&(value.abs() as u64).to_string()));
    }
    let text = format!("{:.6}", value.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let decimals = decimals.trim_end_matches('0');
    let grouped = grouped(whole);
    let zero = grouped == "0" && decimals.is_empty();
    let sign = if value < 0.0 && !zero { "-" } else { "" };
    if decimals.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{decimals}") }
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
