//! Brackets of both widths and four kinds, matched by a stack: nested ones count as what they are.

/// Where the brackets of a text stand, in bytes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Brackets {
    /// Opening and closing byte of each pair, in order of the closing one.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Opening brackets that nothing closes, in order.
    pub(super) unclosed: Vec<usize>,
}

impl Brackets {
    /// Matches the brackets of a text. A closing bracket without its opening one is a letter.
    pub(super) fn of(text: &str) -> Brackets {
        let mut found = Brackets::default();
        let mut open: Vec<(usize, usize)> = Vec::new();
        // How many of each kind are open, so that a stray bracket costs no search.
        let mut waiting = [0_usize; 4];
        for (at, c) in text.char_indices() {
            if let Some(kind) = opening(c) {
                open.push((kind, at));
                waiting[kind] += 1;
            } else if let Some(kind) = closing(c) {
                if waiting[kind] == 0 {
                    continue;
                }
                while let Some((inner, start)) = open.pop() {
                    waiting[inner] -= 1;
                    if inner == kind {
                        found.pairs.push((start, at));
                        break;
                    }
                    found.unclosed.push(start);
                }
            }
        }
        found.unclosed.extend(open.iter().map(|&(_, at)| at));
        found.unclosed.sort_unstable();
        found
    }

    /// The pairs that stand inside no other, in order.
    pub(super) fn outermost(&self) -> Vec<(usize, usize)> {
        let mut pairs = self.pairs.clone();
        pairs.sort_unstable();
        let mut end = None;
        pairs.retain(|&(open, close)| {
            let outside = end.is_none_or(|end| open > end);
            if outside {
                end = Some(close);
            }
            outside
        });
        pairs
    }

    /// The opening byte of the pair that closes at this byte.
    pub(super) fn opening(&self, close: usize) -> Option<usize> {
        let at = self.pairs.binary_search_by_key(&close, |pair| pair.1).ok()?;
        Some(self.pairs[at].0)
    }
}

/// The kind of an opening bracket.
fn opening(c: char) -> Option<usize> {
    match c {
        '(' | '（' => Some(0),
        '〔' | '﹝' => Some(1),
        '[' | '［' => Some(2),
        '【' => Some(3),
        _ => None,
    }
}

/// The kind of a closing bracket.
fn closing(c: char) -> Option<usize> {
    match c {
        ')' | '）' => Some(0),
        '〕' | '﹞' => Some(1),
        ']' | '］' => Some(2),
        '】' => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_matched_by_kind_whatever_their_width() {
        type Case = (&'static str, &'static [(usize, usize)], &'static [usize]);
        let cases: [Case; 6] = [
            ("(a)", &[(0, 2)], &[]),
            ("[a(b)]", &[(2, 4), (0, 5)], &[]),
            ("(a）", &[(0, 2)], &[]),
            ("[a(b]", &[(0, 4)], &[2]),
            ("a)b(", &[], &[3]),
            ("(a)(b)", &[(0, 2), (3, 5)], &[]),
        ];
        for (text, pairs, unclosed) in cases {
            let found = Brackets::of(text);
            assert_eq!((&found.pairs[..], &found.unclosed[..]), (pairs, unclosed), "{text}");
        }
        assert_eq!(Brackets::of("(a(b))(c)").outermost(), [(0, 5), (6, 8)]);
    }
}
