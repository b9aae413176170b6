//! Fonts: measuring text, and its letters as outlines.
//!
//! Two ways. [`measure`] and [`balance`] need no font at hand and are for pages, where the reader's font decides:
//! Chinese is one em a character, ASCII is measured by the table of Noto Sans SC, the rest by unicode-width.
//! [`Fonts`] are the real fonts, for pictures, where every letter is drawn as an outline and looks the same everywhere.

mod advance;
mod face;
mod fonts;
mod path;

pub use fonts::{BadFont, Fonts, GETA, Glyph, Outlines, SHIPPED, WhyBad};
use unicode_width::UnicodeWidthChar;

/// The weight of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 700.
    Bold,
}

/// The width of a text at a size, regular weight.
pub fn width(text: &str, size: f32) -> f32 {
    measure(text, size, Weight::Regular)
}

/// The width of a text at a size and weight.
pub fn measure(text: &str, size: f32, weight: Weight) -> f32 {
    length(units(text, weight), size)
}

/// The width of a text in thousandths of an em, and that as a length.
fn units(text: &str, weight: Weight) -> u64 {
    text.chars().map(|c| u64::from(advance(c, weight))).sum()
}

fn length(units: u64, size: f32) -> f32 {
    units as f32 * size / 1000.0
}

/// The text in lines no wider than `width`: between any two Chinese characters, else at spaces. A mark that may
/// not begin a line takes the character before it along; a word wider than a line is broken. The text itself
/// is kept whole: nothing is cut off.
fn wrap(text: &str, size: f32, weight: Weight, width: f32) -> Vec<String> {
    if measure(text, size, weight) <= width {
        return vec![text.trim_end().to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    // The width of `line` so far.
    let mut used = 0;
    for piece in pieces(text) {
        if !line.is_empty() && length(used + units(piece.trim_end(), weight), size) > width {
            lines.push(line.trim_end().to_owned());
            line.clear();
            used = 0;
        }
        for c in piece.chars() {
            let own = u64::from(advance(c, weight));
            // Only a piece that is wider than a line by itself gets here with a full one.
            if !line.is_empty() && !c.is_whitespace() && length(used + own, size) > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += own;
        }
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// As `wrap`, in as many lines, but of about one length: no last line of a single character.
pub fn balance(text: &str, size: f32, weight: Weight, width: f32) -> Vec<String> {
    let lines = wrap(text, size, weight, width);
    if lines.len() == 1 {
        return lines;
    }
    let mut narrow = measure(text, size, weight) / lines.len() as f32;
    while narrow < width {
        let tried = wrap(text, size, weight, narrow);
        if tried.len() <= lines.len() {
            return tried;
        }
        narrow += size / 2.0;
    }
    lines
}

/// Thousandths of an em.
fn advance(c: char, weight: Weight) -> u32 {
    let table = match weight {
        Weight::Regular => &advance::REGULAR,
        Weight::Bold => &advance::BOLD,
    };
    match c {
        ' '..='~' => u32::from(table[c as usize - 0x20]),
        '\u{4E00}'..='\u{9FFF}' => 1000,
        // One column to a terminal, one em to a Chinese font: quotation marks, dashes, ellipsis, signs, shapes.
        '\u{2014}'..='\u{2027}'
        | '\u{2190}'..='\u{22FF}'
        | '\u{2460}'..='\u{27BF}'
        | '·'
        | '×'
        | '±'
        | '÷'
        | '§' => 1000,
        _ => match c.width().unwrap_or(0) {
            0 => 0,
            1 => 600,
            _ => 1000,
        },
    }
}

/// What may stand on a line by itself: a Chinese character with the marks that lean on it, or a word with the
/// space after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if let Some(before) = before {
            let wide = |c: char| advance(c, Weight::Regular) >= 1000;
            let between = before.is_whitespace() || wide(before) || wide(c);
            if between && !c.is_whitespace() && !closes(c) && !opens(before) {
                cuts.push(at);
            }
        }
        before = Some(c);
    }
    cuts.push(text.len());
    cuts.windows(2).map(|pair| &text[pair[0]..pair[1]]).filter(|piece| !piece.is_empty()).collect()
}

fn closes(c: char) -> bool {
    "，。、；：？！）》〉」』】〕”’％%…—,.;:?!)]}·".contains(c)
}

fn opens(c: char) -> bool {
    "（《〈「『【〔“‘([{".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_one_em_and_digits_are_narrower() {
        assert_eq!(width("高新技术企业", 10.0), 60.0);
        assert!((width("128", 100.0) - 166.5).abs() < 0.01);
        assert!((width("128家，2024年6月", 10.0) - (4.0 * 10.0 + 8.0 * 5.55)).abs() < 0.01);
        assert_eq!(width("“·—…×●", 10.0), 60.0);
        assert_eq!(width("", 10.0), 0.0);
        assert_eq!(width("\u{301}\u{7}", 10.0), 0.0);
    }

    #[test]
    fn bold_is_wider_in_latin_and_equal_in_chinese() {
        assert!(measure("128", 10.0, Weight::Bold) > width("128", 10.0));
        assert_eq!(measure("万州", 10.0, Weight::Bold), 20.0);
    }

    #[test]
    fn wraps_between_characters_and_keeps_marks_with_them() {
        assert_eq!(wrap("万州经开区经济发展局", 10.0, Weight::Regular, 60.0), ["万州经开区经", "济发展局"]);
        assert_eq!(wrap("高新技术，企业", 10.0, Weight::Regular, 40.0), ["高新技", "术，企业"]);
        assert_eq!(wrap("over 160 by 2025", 10.0, Weight::Regular, 50.0), ["over 160", "by 2025"]);
        assert_eq!(wrap("short", 10.0, Weight::Regular, 500.0), ["short"]);
        assert_eq!(wrap("", 10.0, Weight::Regular, 50.0), [""]);
    }

    #[test]
    fn balanced_lines_are_of_one_length() {
        let name = "万州区市场监督管理局经开区分局";
        assert_eq!(wrap(name, 10.0, Weight::Regular, 140.0), ["万州区市场监督管理局经开区分", "局"]);
        assert_eq!(balance(name, 10.0, Weight::Regular, 140.0), ["万州区市场监督管", "理局经开区分局"]);
        assert_eq!(balance("短", 10.0, Weight::Regular, 140.0), ["短"]);
        assert_eq!(balance("", 10.0, Weight::Regular, 140.0), [""]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_not_lost() {
        let lines = wrap("Donaudampfschifffahrtsgesellschaft", 10.0, Weight::Regular, 50.0);
        assert!(lines.len() > 2 && lines.iter().all(|l| width(l, 10.0) <= 50.0), "{lines:?}");
        assert_eq!(lines.concat(), "Donaudampfschifffahrtsgesellschaft");
    }
}
