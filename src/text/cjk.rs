//! Chinese characters and punctuation: which is which, what is printed full-width, and where a
//! line break means nothing.

/// True for Chinese characters and others that are set without spaces between words.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// True for characters, letters and punctuation that are as wide as a Chinese character.
pub(super) fn is_wide(c: char) -> bool {
    is_ideograph(c)
        || matches!(c, '\u{3000}'..='\u{303f}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}')
}

/// Quotes and dashes that Chinese and Latin text share.
fn is_shared(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// True where a line break between these two is no space.
pub(super) fn breaks_silently(before: char, after: char) -> bool {
    let joins = |c: char| is_wide(c) || is_shared(c) || c.is_ascii_digit();
    let says_chinese = is_wide(before) || is_wide(after);
    says_chinese && joins(before) && joins(after) || is_fullwidth_mark(before) || is_fullwidth_mark(after)
}

fn is_fullwidth_mark(c: char) -> bool {
    is_wide(c) && !is_ideograph(c) && !c.is_alphanumeric()
}

/// Prints half-width punctuation beside Chinese characters full-width, as official texts have it.
///
/// Copies from web pages often carry it half-width. Digits (1,200) and Latin words keep theirs;
/// brackets follow what they hold and what they stand beside.
pub(super) fn full_width(text: &str) -> String {
    if !text.chars().any(is_wide) || !text.contains([',', ':', ';', '?', '!', '(', ')']) {
        return text.to_string();
    }
    let mut chars: Vec<char> = text.chars().collect();
    widen_brackets(&mut chars);
    for at in 0..chars.len() {
        let wide = match chars[at] {
            ',' => '，',
            ':' => '：',
            ';' => '；',
            '?' => '？',
            '!' => '！',
            _ => continue,
        };
        let chinese = |c: Option<&char>| c.is_some_and(|&c| is_wide(c) || is_shared(c));
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        if chinese(before) || chinese(chars.get(at + 1)) {
            chars[at] = wide;
        }
    }
    chars.into_iter().collect()
}

/// Widens round brackets in pairs; one without its partner goes by its neighbours.
fn widen_brackets(chars: &mut [char]) {
    // How many wide characters stand before each position.
    let mut wide_before = Vec::with_capacity(chars.len() + 1);
    wide_before.push(0_usize);
    for &c in chars.iter() {
        wide_before.push(wide_before[wide_before.len() - 1] + usize::from(is_wide(c)));
    }
    let beside = |chars: &[char], at: usize| {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        before.into_iter().chain(after).any(is_wide)
    };
    let mut open = Vec::new();
    for at in 0..chars.len() {
        match chars[at] {
            '(' | '（' => open.push(at),
            ')' | '）' => {
                let wide = match open.pop() {
                    Some(start) => {
                        let wide = wide_before[at + 1] > wide_before[start]
                            || beside(chars, start)
                            || beside(chars, at);
                        if wide {
                            chars[start] = '（';
                        }
                        wide
                    }
                    None => beside(chars, at),
                };
                if wide {
                    chars[at] = '）';
                }
            }
            _ => {}
        }
    }
    for at in open {
        if beside(chars, at) {
            chars[at] = '（';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_beside_chinese_is_printed_full_width() {
        let cases = [
            ("目标,到2025年,突破160家", "目标，到2025年，突破160家"),
            ("共1,200家,比上年", "共1,200家，比上年"),
            ("比例1:3", "比例1:3"),
            ("分工:甲;乙", "分工：甲；乙"),
            ("方案(2023—2027年)", "方案（2023—2027年）"),
            ("(2023—2027年)", "（2023—2027年）"),
            ("人工智能(AI)", "人工智能（AI）"),
            ("f(x), g(y)", "f(x), g(y)"),
            ("见 f(x)", "见 f(x)"),
            ("2023-06", "2023-06"),
            ("“5G”,“AI”等", "“5G”，“AI”等"),
            ("“Yes”, he said", "“Yes”, he said"),
            ("各乡镇(街道):", "各乡镇（街道）："),
            ("行吗?行!", "行吗？行！"),
            ("(嵌(套)好)", "（嵌（套）好）"),
            ("(混用）", "（混用）"),
            ("开(头", "开（头"),
            ("增长5.2%,其中", "增长5.2%，其中"),
            ("GDP:国内", "GDP：国内"),
            ("", ""),
        ];
        for (given, wanted) in cases {
            assert_eq!(full_width(given), wanted, "{given}");
        }
    }

    #[test]
    fn a_break_is_silent_only_in_chinese() {
        for (before, after, silent) in [
            ('中', '国', true),
            ('。', 'A', true),
            ('A', '，', true),
            ('”', '中', true),
            ('到', '2', true),
            ('a', 'b', false),
            ('中', 'A', false),
            ('2', '3', false),
            ('”', 'a', false),
        ] {
            assert_eq!(breaks_silently(before, after), silent, "{before}{after}");
        }
    }
}
