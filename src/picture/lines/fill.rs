//! Which letters go on which line: as few lines as the rules allow, then as even as they can be.

use super::rules::{self, Break};
use super::{Fill, Line, Words};

/// What a way of breaking costs: compared field by field.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Cost {
    /// Breaks that leave a mark where none may stand.
    forbidden: u32,
    /// Breaks inside words.
    inside: u32,
    /// Breaks between figure and unit, or in short brackets.
    bound: u32,
    lines: u32,
    /// 1 where the last line has fewer than [`LAST`] letters.
    lonely: u32,
    /// How uneven the lines are.
    uneven: f32,
}

/// The fewest letters of a last line.
const LAST: usize = 3;
/// Widths come from sums: a line may be longer by this much, in em.
const SLACK: f32 = 0.002;

/// How uneven a title may become for a line that ends where a reader pauses, or rather than part a term: a part of
/// its mean.
const PAUSE: f32 = 0.2;

const NOTHING: Cost = Cost { forbidden: 0, inside: 0, bound: 0, lines: 0, lonely: 0, uneven: 0.0 };

/// The lines of the words in a width.
pub(super) fn lines(words: &Words, width: f32, fill: Fill) -> Vec<Line> {
    let whole = words.line(0..words.len());
    if whole.width <= width + SLACK {
        return vec![whole];
    }
    let lines = cheapest(words, width, (Fill::Full, width));
    if fill == Fill::Full {
        return lines;
    }
    // Even lines: each as near to their mean as the rules allow.
    let mean = lines.iter().map(|line| line.width).sum::<f32>() / lines.len() as f32;
    cheapest(words, width, (fill, mean))
}

/// The cheapest way from the first letter to the last, found from left to right.
fn cheapest(words: &Words, width: f32, (fill, aim): (Fill, f32)) -> Vec<Line> {
    let count = words.len();
    let mut best: Vec<Option<(Cost, usize)>> = vec![None; count + 1];
    best[0] = Some((NOTHING, 0));
    for from in 0..count {
        let Some((before, _)) = best[from] else { continue };
        for (to, slot) in best.iter_mut().enumerate().skip(from + 1) {
            let line = words.line(from..to);
            let fits = line.width <= width + SLACK;
            // A closing mark may still fit where the letter before it did not leave room: look one further.
            if !fits && to > from + 1 && line.width > width + 1.5 {
                break;
            }
            if !fits && to > from + 1 {
                continue;
            }
            let cost = before.and(words, &line, to, (fill, aim));
            // Of two that cost the same, the one whose earlier lines are longer.
            if slot.is_none_or(|(other, _)| cost <= other) {
                *slot = Some((cost, from));
            }
        }
    }
    let mut lines = Vec::new();
    let mut to = count;
    while to > 0 {
        // Every letter can stand on a line of its own, so there is a way to each.
        let from = best[to].map_or(to - 1, |(_, from)| from);
        lines.push(words.line(from..to));
        to = from;
    }
    lines.reverse();
    lines
}

impl Cost {
    /// The cost of one line more, which ends before the letter `to`.
    fn and(mut self, words: &Words, line: &Line, to: usize, (fill, aim): (Fill, f32)) -> Cost {
        let last = to == words.len();
        if !last {
            match words.breaks[to] {
                Break::Free => {}
                Break::Bound => self.bound += 1,
                Break::Inside => self.inside += 1,
                Break::Forbidden => self.forbidden += 1,
            }
        }
        self.lines += 1;
        if last && line.letters.len() < LAST {
            self.lonely = 1;
        }
        if !last || fill == Fill::Balanced {
            let off = aim - line.width;
            self.uneven += off * off;
            let worth = 2.0 * (PAUSE * aim) * (PAUSE * aim);
            if !last && fill == Fill::Balanced && rules::is_pause(words.letters[to - 1], words.letters[to]) {
                self.uneven -= worth;
            }
            if fill == Fill::Balanced && words.parted.get(to) == Some(&true) {
                self.uneven += worth;
            }
        }
        self
    }
}
