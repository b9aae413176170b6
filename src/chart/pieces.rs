//! Twice is two pieces: the baseline as one, the target as as many of the same size as it holds, the last one cut.

use super::sheet::{Anchor, FLOOR, Sheet, hang};
use super::slot::Slot;
use super::{Caption, Paint, Piece};
use crate::font::{self, Weight};

/// A baseline and a target as lengths. Only the length counts: all pieces are of one height.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pieces {
    /// What it says of itself.
    pub caption: Caption,
    /// The baseline, and its words: 2022年.
    pub base: (f64, String),
    /// The target, and its words: 2027年：两个2022年.
    pub target: (f64, String),
}

/// Sizes, in pixels of the canvas.
const SIZE: f64 = 48.0;
const GAP: f64 = 12.0;
const ARROW: f64 = 96.0;
const BESIDE: f64 = 44.0;
const HEAD: f64 = 26.0;
/// From the last baseline of the words to the pieces.
const UNDER: f64 = 28.0;
/// More pieces than these are not counted by eye.
const MOST: f64 = 24.0;

impl Pieces {
    /// So many pixels of the canvas wide. None where there is no such ratio: nothing to start from, a change of sign, or
    /// more than twenty-four times.
    pub fn piece(&self, width: f64, paint: &Paint) -> Option<Piece> {
        let ratio = self.target.0 / self.base.0;
        if !ratio.is_finite() || self.base.0 <= 0.0 || !(0.05..=MOST).contains(&ratio) {
            return None;
        }
        // What the eye takes for a whole piece is one.
        let ratio = if (ratio - ratio.round()).abs() < 0.02 { ratio.round() } else { ratio };
        let count = ratio.ceil();
        let between = ARROW + 2.0 * BESIDE;
        let side = ((width - between - GAP * (count - 1.0)) / (1.0 + ratio)).min(width * 0.34).floor();
        let high = side.clamp(132.0, 240.0);
        let second = side + between;

        let rooms = [second - 24.0, width - second];
        let words = [self.base.1.trim(), self.target.1.trim()];
        let fits = |size: f64| {
            let widths = words.map(|words| f64::from(paint.fonts.measure(words, size as f32, Weight::Bold)));
            widths[0] <= rooms[0] && widths[1] <= rooms[1]
        };
        let size = if fits(SIZE) { SIZE } else { FLOOR };
        let leading = (size * 1.33).round();
        let lines = [wrap(words[0], size, rooms[0]), wrap(words[1], size, rooms[1])];
        let most = lines.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let top = (size * 0.9 + leading * (most - 1.0) + UNDER).round();

        let sheet = Sheet::canvas(width, top + high, paint);
        let piece = |left: f64, share: f64| {
            let right = (left + side * share).max(left + 4.0);
            sheet.rect(Slot::Bar, (left, top), (right, top + high));
        };
        piece(0.0, 1.0);
        let mut left = second;
        let mut rest = ratio;
        while rest > 1e-9 {
            piece(left, rest.min(1.0));
            (left, rest) = (left + side + GAP, rest - 1.0);
        }
        let middle = (top + high / 2.0).round();
        let (from, to) = (side + BESIDE, side + BESIDE + ARROW);
        sheet.line(Slot::Arrow, &[(from, middle), (to - 4.0, middle)]);
        sheet.line(
            Slot::Arrow,
            &[(to - HEAD - 4.0, middle - HEAD), (to - 4.0, middle), (to - HEAD - 4.0, middle + HEAD)],
        );
        for (lines, x, slot) in [(&lines[0], 0.0, Slot::Text), (&lines[1], second, Slot::Strong)] {
            for (position, line) in lines.iter().rev().enumerate() {
                let y = top - UNDER - leading * position as f64;
                sheet.text_of(slot, size, (x - hang(line, size), y), Anchor::Start, line);
            }
        }
        Some(sheet.piece(&self.caption))
    }
}

/// In one line; parted after the colon; else in lines of about one length.
fn wrap(words: &str, size: f64, room: f64) -> Vec<String> {
    let balance = |words: &str| font::balance(words, size as f32, Weight::Bold, room.max(size * 4.0) as f32);
    let lines = balance(words);
    match words.split_once('：') {
        Some((before, after)) if lines.len() > 1 && !after.is_empty() => {
            [balance(&format!("{before}：")), balance(after)].concat()
        }
        _ => lines,
    }
}
