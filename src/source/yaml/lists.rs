//! `高峰街道: [2, 2, 3, 3]`: lists of plain figures are most of what a site says, and need no parser.
//!
//! To the crate each such list is shown as a list of one word of the same length, so that all places
//! hold; the figures are read here. The crate still says what the text is: where it did not take
//! every one of them for a list (one stands in a comment, or in a text over several lines), the
//! text is read again as it is.

use super::raw::Raw;
use serde_yaml::Spanned;
use std::ops::Range;

/// A text with its lists of figures covered.
pub(super) struct Covered {
    /// As long as the original, byte for byte.
    pub(super) text: String,
    /// The bracket that opens each list, in order.
    pub(super) lists: Vec<usize>,
}

/// Covers the lists that stand alone behind a key; none where there are none.
pub(super) fn cover(text: &str) -> Option<Covered> {
    let mut covered = Covered { text: String::new(), lists: Vec::new() };
    let mut line_start = 0;
    let mut done = 0;
    for line in text.split_inclusive('\n') {
        if let Some(inside) = figures_of(line.trim_end_matches('\n')) {
            let (start, end) = (line_start + inside.start, line_start + inside.end);
            covered.text.push_str(&text[done..start]);
            covered.text.extend(std::iter::repeat_n('x', end - start));
            covered.lists.push(start - 1);
            done = end;
        }
        line_start += line.len();
    }
    covered.text.push_str(&text[done..]);
    (!covered.lists.is_empty()).then_some(covered)
}

/// What stands in the brackets of `key: [1, 2]`, where that is the whole line.
fn figures_of(line: &str) -> Option<Range<usize>> {
    let before = line.strip_suffix(']')?.find(": [")?;
    let (from, to) = (before + ": [".len(), line.len() - 1);
    let simple = !line[..before].contains(['"', '\'', '#', '{', '}', '[', ']', '|', '>', '&', '*', '!']);
    let figure = |cell: &str| {
        let (whole, fraction) = cell.split_once('.').unwrap_or((cell, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        digits(whole) && digits(fraction)
    };
    (simple && line[from..to].split(',').all(|cell| figure(cell.trim_matches(' ')))).then_some(from..to)
}

/// The cells of the list whose bracket opens at `start` of the original text.
pub(super) fn cells(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let from = start + 1;
    let inside = text[from..].split(']').next().unwrap_or_default();
    let mut at = from;
    inside.split(',').map(move |cell| {
        let begin = at + (cell.len() - cell.trim_start_matches(' ').len());
        at += cell.len() + 1;
        begin..begin + cell.trim_matches(' ').len()
    })
}

impl Covered {
    /// True where the crate took every covered list for a list.
    pub(super) fn holds(&self, raw: &Spanned<Raw>) -> bool {
        let mut seen = vec![false; self.lists.len()];
        self.see(raw, &mut seen);
        seen.into_iter().all(|seen| seen)
    }

    fn see(&self, raw: &Spanned<Raw>, seen: &mut [bool]) {
        match &raw.value {
            Raw::Null | Raw::Typed | Raw::Text(_) => {}
            Raw::Sequence(items) => {
                let start = raw.defined.span().byte_offset().map(|offset| offset as usize);
                match start.and_then(|start| self.lists.binary_search(&start).ok()) {
                    Some(n) => seen[n] = true,
                    None => items.iter().for_each(|item| self.see(item, seen)),
                }
            }
            Raw::Mapping(entries) => entries.iter().for_each(|(_, value)| self.see(value, seen)),
        }
    }
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
    fn cells_have_their_places() {
        let text = "b: [ 10,2.5 , 3]\nc: [4]";
        let found: Vec<&str> = cells(text, 3).map(|cell| &text[cell]).collect();
        assert_eq!(found, ["10", "2.5", "3"]);
    }
}
