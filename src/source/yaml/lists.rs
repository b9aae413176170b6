//! `高峰街道: [2, 2, 3, 3]`: lists of plain figures are most of what a site says, and need no parser.
//!
//! To the crate each such list is shown as a list of one word of the same length, and of lines that
//! follow each other with the same indent only the first, so that all places hold; the rest is read
//! here. The crate still says what the text is: where it did not take every one of them for a list (one
//! stands in a comment, or in a text over several lines), the text is read again as it is.

use super::raw::Raw;
use serde_yaml::Spanned;
use std::ops::Range;

/// A text with its lists of figures covered.
pub(super) struct Covered {
    /// As long as the original, byte for byte.
    pub(super) text: String,
    /// The lists that the crate sees, in order.
    pub(super) lists: Vec<Run>,
}

/// A list that the crate sees, and those on the lines behind it, which it does not see.
pub(super) struct Run {
    /// The bracket that opens the list.
    pub(super) bracket: usize,
    /// The lines that follow.
    pub(super) following: Vec<Line>,
}

/// `高峰街道: [2, 2, 3, 3]`.
#[derive(Clone)]
pub(super) struct Line {
    /// The key.
    pub(super) key: Range<usize>,
    /// The bracket that opens the list.
    pub(super) bracket: usize,
}

/// Covers the lists that stand alone behind a key; none where there are none.
pub(super) fn cover(text: &str) -> Option<Covered> {
    // What an alias repeats stands where the alias is, which is left to the crate.
    if text.contains(['&', '*']) {
        return None;
    }
    let mut covered = Covered { text: String::with_capacity(text.len()), lists: Vec::new() };
    // The indent of the line before, where it was a list that others can follow.
    let mut indent = None;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let own = line.trim_end_matches('\n');
        let after = indent.take();
        match figures_of(own) {
            None => covered.text.push_str(line),
            Some(inside) => {
                let key = lone_key(&own[..inside.start - ": [".len()]);
                indent = key.clone().map(|key| key.start);
                let bracket = line_start + inside.start - 1;
                match (covered.lists.last_mut(), key) {
                    (Some(run), Some(key)) if after == Some(key.start) => {
                        let key = line_start + key.start..line_start + key.end;
                        run.following.push(Line { key, bracket });
                        covered.text.extend(std::iter::repeat_n(' ', own.len()));
                    }
                    _ => {
                        covered.lists.push(Run { bracket, following: Vec::new() });
                        covered.text.push_str(&own[..inside.start]);
                        covered.text.extend(std::iter::repeat_n('x', inside.len()));
                        covered.text.push(']');
                    }
                }
                covered.text.push_str(&line[own.len()..]);
            }
        }
        line_start += line.len();
    }
    (!covered.lists.is_empty()).then_some(covered)
}

/// A key with nothing but spaces before it, and nothing in it that could be anything else.
fn lone_key(before: &str) -> Option<Range<usize>> {
    let key = before.trim_start_matches(' ');
    let letter = |c: char| c.is_ascii_alphabetic() || ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let more = |c: char| c.is_ascii_digit() || matches!(c, '（' | '）' | '(' | ')' | '-' | '_' | '·' | '、');
    (key.starts_with(letter) && key.chars().all(|c| letter(c) || more(c)))
        .then_some(before.len() - key.len()..before.len())
}

/// What stands in the brackets of `key: [1, 2]`, where that is the whole line.
fn figures_of(line: &str) -> Option<Range<usize>> {
    let before = line.strip_suffix(']')?.find(": [")?;
    let (from, to) = (before + ": [".len(), line.len() - 1);
    let sign = |b: u8| {
        matches!(b, b'"' | b'\'' | b'#' | b'{' | b'}' | b'[' | b']' | b'|' | b'>' | b'&' | b'*' | b'!')
    };
    let simple = !line[..before].bytes().any(sign);
    (simple && line.as_bytes()[from..to].split(|b| *b == b',').all(is_figure)).then_some(from..to)
}

/// Digits, a point and digits behind it if there are any, between spaces.
fn is_figure(cell: &[u8]) -> bool {
    let start = cell.iter().take_while(|b| **b == b' ').count();
    let end = cell.len() - cell.iter().rev().take_while(|b| **b == b' ').count();
    let mut parts = cell.get(start..end).unwrap_or_default().splitn(2, |b| *b == b'.');
    parts.all(|part| !part.is_empty() && part.iter().all(u8::is_ascii_digit))
}

/// The cells of the list whose bracket opens at `start` of the original text.
pub(super) fn cells(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let from = start + 1;
    let rest = &text.as_bytes()[from..];
    let inside = &rest[..rest.iter().position(|b| *b == b']').unwrap_or(rest.len())];
    let mut at = from;
    inside.split(|b| *b == b',').map(move |cell| {
        let spaces = |b: &&u8| **b == b' ';
        let begin = cell.iter().take_while(spaces).count();
        let end = cell.len() - cell[begin..].iter().rev().take_while(spaces).count();
        let start = at;
        at += cell.len() + 1;
        start + begin..start + end
    })
}

impl Covered {
    /// True where the crate took every covered list for a list.
    pub(super) fn holds(&self, raw: &Spanned<Raw>) -> bool {
        let mut seen = vec![false; self.lists.len()];
        self.see(raw, false, &mut seen);
        seen.into_iter().all(|seen| seen)
    }

    /// `in_lines` is true for the value of a mapping that is written without braces, which alone goes on with
    /// the next line.
    fn see(&self, raw: &Spanned<Raw>, in_lines: bool, seen: &mut [bool]) {
        match &raw.value {
            Raw::Null | Raw::Typed | Raw::Text(_) => {}
            Raw::Sequence(items) => match start(raw)
                .and_then(|start| self.lists.binary_search_by_key(&start, |run| run.bracket).ok())
            {
                Some(n) => seen[n] = in_lines || self.lists[n].following.is_empty(),
                None => items.iter().for_each(|item| self.see(item, false, seen)),
            },
            Raw::Mapping(entries) => {
                let braces = start(raw).is_none_or(|start| self.text[start..].starts_with('{'));
                entries.iter().for_each(|(_, value)| self.see(value, !braces, seen));
            }
        }
    }
}

fn start(raw: &Spanned<Raw>) -> Option<usize> {
    raw.defined.span().byte_offset().map(|offset| offset as usize)
}

#[cfg(test)]
mod tests {
    use super::{cells, cover};

    fn covered(text: &str) -> Option<String> {
        cover(text).map(|covered| covered.text)
    }

    #[test]
    fn covers_whole_lines_of_plain_figures() {
        assert_eq!(covered("a:\n  b: [1, 2.5]\n").as_deref(), Some("a:\n  b: [xxxxxx]\n"));
        assert_eq!(covered("- 高峰街道: [ 10,2 ]").as_deref(), Some("- 高峰街道: [xxxxxx]"));
        for text in
            ["b: [1, ~]", "b: [1, -2]", "b: [1, 2] # 3", "b: []", "b: [1,, 2]", "b: [a]", "'b: [1]", "b:[1]"]
        {
            assert_eq!(covered(text), None, "{text}");
        }
    }

    #[test]
    fn covers_lines_that_follow_with_the_same_indent() {
        let text = "rows:\n  高峰: [1, 2]\n  天城: [3, 4]\n  九池 : [5]\nother: [6]\n";
        let shown = "rows:\n  高峰: [xxxx]\n                \n  九池 : [x]\nother: [x]\n";
        assert_eq!(covered(text).as_deref(), Some(shown));
        let runs = cover(text).unwrap().lists;
        let keys: Vec<&str> =
            runs.iter().flat_map(|run| &run.following).map(|line| &text[line.key.clone()]).collect();
        assert_eq!(keys, ["天城"]);
    }

    #[test]
    fn cells_have_their_places() {
        let text = "b: [ 10,2.5 , 3]\nc: [4]";
        let found: Vec<&str> = cells(text, 3).map(|cell| &text[cell]).collect();
        assert_eq!(found, ["10", "2.5", "3"]);
    }
}
