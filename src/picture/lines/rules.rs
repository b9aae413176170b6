//! Where a line may end: the opportunities of Unicode (unicode-linebreak is fenced in here), then the rules of
//! Chinese typesetting.
//!
//! Sources: 行首行尾禁则 of GB/T 15834-2011 section 5.1 and of W3C's Requirements for Chinese Text Layout (clreq)
//! 3.1.3; figure and unit, short brackets: the art direction of this project.

use unicode_linebreak::linebreaks;

/// How willingly a line ends before a letter: the worse are taken only where no line would fit otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Gladly.
    Free,
    /// It parts a figure from its unit, or a short bracket.
    Bound,
    /// It parts a word.
    Inside,
    /// It leaves a mark where none may stand.
    Forbidden,
}

/// Marks with which no line begins.
const NEVER_FIRST: &str = "，。、；：？！）》〉」』】〕”’…—·～%％‰℃°,.;:?!)]}";
/// Marks with which no line ends.
const NEVER_LAST: &str = "（《〈「『【〔“‘([{";
/// Opening marks that Chinese fonts draw in the right half of their em.
const OPENING: &str = "（《〈「『【〔“‘";
/// Closing marks that Chinese fonts draw in the left half of their em.
const CLOSING: &str = "，。、；：）》〉」』】〕”’";
/// Multiples between a figure and its unit: 50亿元.
const MULTIPLES: &str = "十百千万亿";
/// The most letters of a bracket that is kept on one line.
const SHORT: usize = 6;

/// True for a mark with which no line begins.
pub(super) fn is_never_first(c: char) -> bool {
    NEVER_FIRST.contains(c)
}

/// True for a mark with which no line ends.
pub(super) fn is_never_last(c: char) -> bool {
    NEVER_LAST.contains(c)
}

/// True for an opening mark with half an em of nothing before it.
pub(super) fn opens(c: char) -> bool {
    OPENING.contains(c)
}

/// True for a closing mark with half an em of nothing after it.
pub(super) fn closes(c: char) -> bool {
    CLOSING.contains(c)
}

/// True where a reader pauses: after a mark or a closed bracket, before one that opens.
pub(super) fn is_pause(before: char, after: char) -> bool {
    "，、；：。！？＋".contains(before) || closes(before) || opens(after)
}

/// Space that vanishes at the end of a line.
pub(super) fn is_space(c: char) -> bool {
    c == ' '
}

/// One for each letter: how willingly a line ends before it. The first is of no account.
pub(super) fn breaks(letters: &[char]) -> Vec<Break> {
    let text: String = letters.iter().collect();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let mut breaks = vec![Break::Inside; letters.len()];
    for (at, _) in linebreaks(&text) {
        // The last opportunity is the end of the text.
        if let Ok(n) = starts.binary_search(&at) {
            breaks[n] = Break::Free;
        }
    }
    for (n, one) in breaks.iter_mut().enumerate().skip(1) {
        *one = judge(letters, n, *one);
    }
    bind_brackets(letters, &mut breaks);
    breaks
}

fn judge(letters: &[char], n: usize, unicode: Break) -> Break {
    let (before, after) = (letters[n - 1], letters[n]);
    let digit = |n: Option<usize>| n.is_some_and(|n| letters[n].is_ascii_digit());
    // Space vanishes at the end of a line: what is seen last is the letter before it.
    let seen = letters[..n].iter().rev().find(|c| !is_space(**c)).copied().unwrap_or(before);
    if is_never_first(after) || is_never_last(seen) || is_space(after) {
        return Break::Forbidden;
    }
    // 160家, 160 家, 50亿元, 第28号; a range is one figure: 2023—2027年.
    let apart = is_space(before) || MULTIPLES.contains(before);
    let figure = is_wide(after) && (before.is_ascii_digit() || apart && digit(n.checked_sub(2)));
    let ordinal = before == '第' && after.is_ascii_digit();
    let range = "—～-".contains(before) && after.is_ascii_digit() && digit(n.checked_sub(2));
    if figure || ordinal || range {
        return Break::Bound;
    }
    if is_wide(before) && is_wide(after) { Break::Free } else { unicode }
}

/// A Chinese character or mark: it stands by itself.
fn is_wide(c: char) -> bool {
    c as u32 >= 0x2E80 || "“”‘’…—·".contains(c)
}

/// Brackets of a few letters stay whole.
fn bind_brackets(letters: &[char], breaks: &mut [Break]) {
    let mut open: Vec<(char, usize)> = Vec::new();
    for (n, &c) in letters.iter().enumerate() {
        if let Some(closing) = partner(c) {
            open.push((closing, n));
        } else if let Some(at) = open.iter().rposition(|(closing, _)| *closing == c) {
            let from = open[at].1;
            open.truncate(at);
            if n - from - 1 <= SHORT {
                for inside in &mut breaks[from + 1..=n] {
                    *inside = (*inside).max(Break::Bound);
                }
            }
        }
    }
}

fn partner(c: char) -> Option<char> {
    let pairs = ["（）", "《》", "〈〉", "「」", "『』", "【】", "〔〕", "“”", "‘’", "()", "[]"];
    let mut pair = pairs.iter().find(|pair| pair.starts_with(c))?.chars();
    pair.nth(1)
}
