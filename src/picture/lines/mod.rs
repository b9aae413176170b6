//! Words -> lines: letters with their widths, half-width marks, and where lines end.
//!
//! All lengths here are in em: the same words break alike at any size.

mod fill;
mod rules;
mod terms;
#[cfg(test)]
mod tests;

use crate::font::{Fonts, GETA, Glyph, Weight};
use rules::Break;
use std::collections::BTreeSet;
use std::ops::Range;

/// A piece of words in one weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// The words.
    pub(super) text: &'a str,
    /// Their weight.
    pub(super) weight: Weight,
}

/// How lines share the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// Full lines, and what is left on the last.
    Full,
    /// As few lines, all of about one length.
    Balanced,
}

/// Words that were measured.
#[derive(Clone, Debug)]
pub(super) struct Words {
    letters: Vec<char>,
    glyphs: Vec<Glyph>,
    advances: Vec<f32>,
    /// The number of the piece of each letter.
    pieces: Vec<usize>,
    breaks: Vec<Break>,
    /// True for a letter that stands inside a common word.
    parted: Vec<bool>,
    /// Where each letter begins if all stand on one line; one more than there are letters.
    starts: Vec<f32>,
}

/// A line, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Which letters.
    pub(super) letters: Range<usize>,
    /// How far an opening mark hangs to the left, in em.
    pub(super) hang: f32,
    /// What is seen of it, in em.
    pub(super) width: f32,
}

/// How much of a full-width mark is nothing, in em.
const HALF: f32 = 0.5;

impl Words {
    /// Measures words. Letters that no font has are drawn as 〓 and named in `missing`.
    pub(super) fn measure(pieces: &[Piece<'_>], fonts: &Fonts, missing: &mut BTreeSet<char>) -> Words {
        let mut words = Words {
            letters: Vec::new(),
            glyphs: Vec::new(),
            advances: Vec::new(),
            pieces: Vec::new(),
            breaks: Vec::new(),
            parted: Vec::new(),
            starts: Vec::new(),
        };
        for (n, piece) in pieces.iter().enumerate() {
            for c in piece.text.chars().filter(|c| !c.is_control()) {
                let c = if c == '\u{A0}' { ' ' } else { c };
                if fonts.glyph(c, piece.weight).is_none() {
                    missing.insert(c);
                    words.letters.push(GETA);
                } else {
                    words.letters.push(c);
                }
                let glyph = fonts.drawn(c, piece.weight);
                words.glyphs.push(glyph);
                words.advances.push(fonts.advance(glyph));
                words.pieces.push(n);
            }
        }
        words.breaks = rules::breaks(&words.letters);
        words.parted = terms::parted(&words.letters);
        let mut x = 0.0;
        for n in 0..words.letters.len() {
            x -= words.squeeze(n);
            words.starts.push(x);
            x += words.advances[n];
        }
        words.starts.push(x);
        words
    }

    /// How many letters there are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Where the letters of a line stand, in em from its left edge, with glyph and the number of the piece. Letters that
    /// draw nothing are left out.
    pub(super) fn placed<'a>(&'a self, line: &Line) -> impl Iterator<Item = (Glyph, f32, usize)> + use<'a> {
        let from = self.starts.get(line.letters.start).copied().unwrap_or(0.0) + line.hang;
        let seen = line.letters.clone().filter(|&n| !self.letters[n].is_whitespace());
        seen.map(move |n| (self.glyphs[n], self.starts[n] - from, self.pieces[n]))
    }

    /// The lines of these words in a width, in em.
    pub(super) fn lines(&self, width: f32, fill: Fill) -> Vec<Line> {
        fill::lines(self, width, fill)
    }

    /// The width on one line, in em.
    pub(super) fn widest(&self) -> f32 {
        self.line(0..self.len()).width
    }

    /// These letters as a line: space at its ends vanishes, an opening mark at its start hangs out, a closing mark at
    /// its end leaves half its em.
    fn line(&self, letters: Range<usize>) -> Line {
        let Range { mut start, mut end } = letters;
        while start < end && rules::is_space(self.letters[start]) {
            start += 1;
        }
        while start < end && rules::is_space(self.letters[end - 1]) {
            end -= 1;
        }
        if start == end {
            return Line { letters: start..end, hang: 0.0, width: 0.0 };
        }
        let hang = if self.is_wide(start) && rules::opens(self.letters[start]) { HALF } else { 0.0 };
        let spare = if self.is_wide(end - 1) && rules::closes(self.letters[end - 1]) { HALF } else { 0.0 };
        let full = self.starts[end - 1] + self.advances[end - 1] - self.starts[start];
        Line { letters: start..end, hang, width: (full - hang - spare).max(0.0) }
    }

    /// How much nearer a letter stands to the one before it: marks of a full em that meet share half of it.
    fn squeeze(&self, n: usize) -> f32 {
        let Some(before) = n.checked_sub(1) else { return 0.0 };
        let (a, b) = (self.letters[before], self.letters[n]);
        let meet = rules::closes(a) && self.is_wide(before) && (rules::closes(b) || rules::opens(b));
        let open = rules::opens(a) && rules::opens(b) && self.is_wide(n);
        if meet || open { HALF } else { 0.0 }
    }

    fn is_wide(&self, n: usize) -> bool {
        self.advances[n] >= 0.9
    }
}
