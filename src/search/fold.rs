//! The form in which texts are compared: one width, one case, one kind of mark.
//!
//! `themes/portal/assets/search.js` has the same function; `tests/search.json` holds them together.
//! What stands in a text stays together when the text is folded: the folded form of any part of it
//! is part of its folded form. Everything else rests on that.

/// What stands between words: all marks and brackets fold to it, and each run of them to one.
pub(super) const MARK: u16 = 0x20;

/// What has been read since the last letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    Nothing,
    Space,
    Mark,
}

/// Folds a text into UTF-16, as the browser counts. Marks at the ends are left out.
pub(super) fn fold(text: &str) -> Vec<u16> {
    let mut folded = Vec::with_capacity(text.len() / 2);
    let mut between = Between::Nothing;
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_invisible(c) {
            continue;
        }
        // 1,200 and 1200 are one number.
        let thousands = matches!(c, ',' | '，') && is_digit(before) && is_digit(chars.peek().copied());
        before = Some(c);
        if thousands {
            continue;
        }
        if is_space(c) {
            between = between.max(Between::Space);
            continue;
        }
        each(c, |unit| {
            if is_mark(unit) {
                between = Between::Mark;
                return;
            }
            if let Some(&last) = folded.last() {
                // A space beside a Chinese character is a matter of taste, between others it is a word's end.
                let spaced = between == Between::Space && !is_wide(last) && !is_wide(unit);
                if spaced || between == Between::Mark {
                    folded.push(MARK);
                }
            }
            between = Between::Nothing;
            folded.push(unit);
        });
    }
    folded
}

/// The units of one character in one width and case.
fn each(c: char, mut give: impl FnMut(u16)) {
    let code = u32::from(c);
    match code {
        0x30..=0x39 | 0x61..=0x7A | 0x2E80..=0x32FF | 0x3400..=0xFEFF => give(code as u16),
        0..=0x7F => give(code as u16 | if c.is_ascii_uppercase() { 0x20 } else { 0 }),
        // Full-width letters, digits and marks.
        0xFF01..=0xFF5E => each(char::from_u32(code - 0xFEE0).unwrap_or(c), give),
        // ① to ⑳, ⑴ to ⒇, ⒈ to ⒛
        0x2460..=0x249B => (1 + (code - 0x2460) % 20).to_string().encode_utf16().for_each(give),
        // Ⅰ to Ⅻ, ⅰ to ⅻ
        0x2160..=0x216B | 0x2170..=0x217B => {
            ROMAN[((code - 0x2160) % 16) as usize].encode_utf16().for_each(give);
        }
        _ => match UNITS.iter().find(|(unit, _)| *unit == c) {
            Some((_, letters)) => letters.encode_utf16().for_each(give),
            None if code < 0x2E80 => {
                let mut buffer = [0; 2];
                c.to_lowercase().for_each(|c| c.encode_utf16(&mut buffer).iter().for_each(|&u| give(u)));
            }
            None => c.encode_utf16(&mut [0; 2]).iter().for_each(|&unit| give(unit)),
        },
    }
}

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// Units of measure that are one character.
const UNITS: [(char, &str); 6] =
    [('㎡', "m2"), ('㎥', "m3"), ('㎞', "km"), ('㎏', "kg"), ('㎝', "cm"), ('℃', "c")];

/// What nobody sees: hyphens where a word may break, joiners.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// A line's end and a tab are no spaces: they part what stands in different lines and cells.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

fn is_digit(c: Option<char>) -> bool {
    matches!(c, Some('0'..='9' | '０'..='９'))
}

/// Set without spaces between words.
fn is_wide(unit: u16) -> bool {
    unit >= 0x2E80
}

/// Everything that is neither letter nor digit.
fn is_mark(unit: u16) -> bool {
    match unit {
        0x4E00..=0x9FFF => false,
        0..=0x7F => !(unit as u8).is_ascii_alphanumeric(),
        0x80..=0xBF => !matches!(unit, 0xAA | 0xB5 | 0xBA),
        0x3000..=0x303F => !matches!(unit, 0x3005..=0x3007 | 0x3021..=0x3029),
        0xD7 | 0xF7 | 0x30FB => true,
        0x2000..=0x206F | 0x20A0..=0x20CF | 0x2190..=0x2BFF | 0x2E00..=0x2E7F => true,
        0xFE10..=0xFE1F | 0xFE30..=0xFE6F | 0xFF00..=0xFF65 | 0xFFE0..=0xFFFF => true,
        _ => false,
    }
}
