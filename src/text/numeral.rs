//! Chinese numerals to integers and back: 二十三 is 23.

/// The value of a numeral up to 九千九百九十九; none where it is not one.
pub(super) fn parse(text: &str) -> Option<u32> {
    let (mut total, mut digit, mut last_unit) = (0, None, u32::MAX);
    let mut after_zero = false;
    for c in text.chars() {
        if let Some(unit) = unit(c) {
            if unit >= last_unit {
                return None;
            }
            // 十二 says 一十二.
            let count = digit.take().or((unit == 10 && (total == 0 || after_zero)).then_some(1))?;
            total += count * unit;
            last_unit = unit;
            after_zero = false;
        } else if matches!(c, '零' | '〇') {
            if digit.is_some() {
                return None;
            }
            after_zero = true;
        } else {
            let value = digit_of(c)?;
            if digit.replace(value).is_some() {
                return None;
            }
        }
    }
    let value = total + digit.unwrap_or(0);
    (value > 0).then_some(value)
}

/// True for the characters that numerals are made of.
pub(super) fn is_numeral(c: char) -> bool {
    digit_of(c).is_some() || unit(c).is_some() || matches!(c, '零' | '〇')
}

/// The numeral of a value, as headings write it.
pub(super) fn write(value: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if value == 0 || value > 9999 {
        return value.to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for (unit, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (value / unit % 10) as usize;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
        }
        gap = false;
        if !(text.is_empty() && unit == 10 && digit == 1) {
            text.push(DIGITS[digit]);
        }
        text.push_str(sign);
    }
    text
}

fn digit_of(c: char) -> Option<u32> {
    let digit = match c {
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(digit)
}

fn unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_go_there_and_back() {
        for value in 1..10_000 {
            assert_eq!(parse(&write(value)), Some(value), "{}", write(value));
        }
        assert_eq!(write(10), "十");
        assert_eq!(write(99), "九十九");
        assert_eq!(write(102), "一百零二");
        assert_eq!(write(110), "一百一十");
        assert_eq!(parse("一百一十五"), Some(115));
    }

    #[test]
    fn what_is_no_numeral_is_refused() {
        for text in ["", "零", "一二", "十十", "百", "十百", "二〇二三", "一天"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
