//! Labels under the marks of a line: as few rows as hold them all, none over another or over a leader.

use crate::font::{self, Fonts, Weight};
use std::ops::Range;

/// What is to stand under a mark.
pub(super) struct Wanted {
    /// Where the mark is, in pixels from the left.
    pub(super) x: f64,
    /// Its words.
    pub(super) words: String,
    /// Their weight.
    pub(super) weight: Weight,
}

/// A label with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    /// The words, in lines.
    pub(super) lines: Vec<String>,
    /// The row of the first line, from the top; below the first, a leader comes down from the mark.
    pub(super) row: usize,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// The room for labels.
pub(super) struct Rows<'a> {
    pub(super) fonts: &'a Fonts,
    /// The size of type.
    pub(super) size: f64,
    /// The width of the sheet.
    pub(super) width: f64,
}

/// Words in lines, and the width of the longest.
struct Shape {
    lines: Vec<String>,
    width: f64,
}

/// Which of its shapes a label may take.
#[derive(Clone, Copy)]
enum Choice {
    OneLine,
    Parted,
    Any,
}

/// Which mark is served first.
#[derive(Clone, Copy)]
enum Order {
    GoalFirst,
    FromLeft,
}

/// Where a label might stand.
#[derive(Clone, Copy)]
struct Spot {
    shape: usize,
    lines: usize,
    row: usize,
    left: f64,
    right: f64,
}

/// A mark with all the places that its label might take.
struct Open {
    at: usize,
    x: f64,
    spots: Vec<Spot>,
}

/// Between labels of a row, and between a label and a leader that passes it.
const APART: f64 = 24.0;
const CLEAR: f64 = 14.0;
/// How much of a label lies to the left of its mark: centred where that can be.
const SHARES: [f64; 7] = [0.5, 0.35, 0.65, 0.2, 0.8, 0.08, 0.92];
/// Tries for a number of rows, so that twenty targets of one month take no longer than they are worth.
const TRIES: u32 = 4_000;

impl Rows<'_> {
    /// The places of all labels, in order of the marks.
    pub(super) fn place(&self, wanted: &[Wanted]) -> Vec<Placed> {
        let shapes: Vec<Vec<Shape>> = wanted.iter().map(|label| self.shapes(label)).collect();
        let spots = self.search_all(wanted, &shapes).unwrap_or_else(|| self.stacked(wanted, &shapes));
        let placed = |(spot, shapes): (Spot, Vec<Shape>)| Placed {
            lines: shapes.into_iter().nth(spot.shape).map(|shape| shape.lines).unwrap_or_default(),
            row: spot.row,
            left: spot.left,
            right: spot.right,
        };
        spots.into_iter().zip(shapes).map(placed).collect()
    }

    /// Composed layouts first: all in one line; all parted; the ends above and the others below them. Else as it
    /// comes, on as few rows as there need be.
    fn search_all(&self, wanted: &[Wanted], shapes: &[Vec<Shape>]) -> Option<Vec<Spot>> {
        let inner = |at: usize| usize::from(at > 0 && at + 1 < wanted.len());
        for lowered in [false, true] {
            let row = |at| if lowered { inner(at) } else { 0 };
            for choice in [Choice::OneLine, Choice::Parted] {
                let spots = |at: usize| self.spots(&wanted[at], &shapes[at], choice, row(at)..row(at) + 1);
                // What is wider than the sheet in sum need not be tried.
                let narrowest = |at: usize| {
                    let chosen = &shapes[at][chosen(&shapes[at], choice)];
                    chosen.iter().map(|shape| shape.width).fold(f64::INFINITY, f64::min) + APART
                };
                let fits = [0, 1].into_iter().all(|here| {
                    let widths = (0..wanted.len()).filter(|&at| row(at) == here).map(narrowest);
                    widths.sum::<f64>() <= self.width + APART
                });
                if !fits {
                    continue;
                }
                // The goal has the least choice.
                let found = search(wanted, spots, Order::GoalFirst);
                if found.is_some() {
                    return found;
                }
            }
        }
        (2..=wanted.len()).find_map(|rows| {
            let choices = [(Choice::OneLine, rows), (Choice::Parted, rows - 1), (Choice::Any, rows - 1)];
            choices.into_iter().find_map(|(choice, rows)| {
                search(wanted, |at| self.spots(&wanted[at], &shapes[at], choice, 0..rows), Order::FromLeft)
            })
        })
    }

    /// In one line; parted at the space; with narrow lines.
    fn shapes(&self, label: &Wanted) -> Vec<Shape> {
        let measure = |text: &str| f64::from(self.fonts.measure(text, self.size as f32, label.weight));
        let shape = |lines: Vec<String>| {
            let width = lines.iter().map(|line| measure(line)).fold(0.0, f64::max);
            Shape { lines, width }
        };
        let words = label.words.trim();
        let mut shapes = Vec::new();
        if measure(words) <= self.width * 0.62 {
            shapes.push(shape(vec![words.to_owned()]));
        }
        let whole = words.split_whitespace().count() < 2;
        let one_line = shapes.len();
        for share in [0.5, 0.34, 0.24] {
            let room = (self.width * share) as f32;
            // Parted already, and narrow enough: it would be parted in the same way.
            let parted = |last: &Shape| (whole || shapes.len() > one_line) && last.width <= f64::from(room);
            if shapes.last().is_some_and(parted) {
                continue;
            }
            let parts = words.split_whitespace();
            let lines: Vec<String> =
                parts.flat_map(|part| font::balance(part, self.size as f32, label.weight, room)).collect();
            if !lines.is_empty() && shapes.iter().all(|shape: &Shape| shape.lines != lines) {
                shapes.push(shape(lines));
            }
        }
        shapes
    }

    fn spots(&self, wanted: &Wanted, shapes: &[Shape], choice: Choice, rows: Range<usize>) -> Vec<Spot> {
        let chosen = chosen(shapes, choice);
        let mut spots = Vec::with_capacity(rows.len() * chosen.len() * SHARES.len());
        for row in rows {
            for shape in chosen.clone() {
                let first = spots.len();
                let Shape { lines, width } = &shapes[shape];
                for share in SHARES {
                    let left = (wanted.x - width * share).min(self.width - width).max(0.0);
                    if spots[first..].iter().all(|spot: &Spot| (spot.left - left).abs() > 0.5) {
                        spots.push(Spot { shape, lines: lines.len(), row, left, right: left + width });
                    }
                }
            }
        }
        spots
    }

    /// One under the other: too many for anything else.
    fn stacked(&self, wanted: &[Wanted], shapes: &[Vec<Shape>]) -> Vec<Spot> {
        let mut row = 0;
        let place = |(wanted, shapes): (&Wanted, &Vec<Shape>)| {
            let spots = self.spots(wanted, shapes, Choice::Any, row..row + 1);
            let nothing = Spot { shape: 0, lines: 0, row, left: wanted.x, right: wanted.x };
            let spot = spots.first().copied().unwrap_or(nothing);
            row += spot.lines;
            spot
        };
        wanted.iter().zip(shapes).map(place).collect()
    }
}

/// The shapes that a choice leaves.
fn chosen(shapes: &[Shape], choice: Choice) -> Range<usize> {
    let one_line = shapes.first().is_some_and(|shape| shape.lines.len() == 1);
    match choice {
        Choice::OneLine => 0..usize::from(one_line),
        Choice::Parted if shapes.len() > 1 => usize::from(one_line)..shapes.len(),
        Choice::Parted | Choice::Any => 0..shapes.len(),
    }
}

/// The first places at which nothing meets.
fn search(wanted: &[Wanted], spots: impl Fn(usize) -> Vec<Spot>, order: Order) -> Option<Vec<Spot>> {
    let open = |(at, wanted): (usize, &Wanted)| Open { at, x: wanted.x, spots: spots(at) };
    let mut open: Vec<Open> = wanted.iter().enumerate().map(open).collect();
    if open.iter().any(|mark| mark.spots.is_empty()) {
        return None;
    }
    if let Order::GoalFirst = order {
        let ends = open.len().min(1);
        open.rotate_right(ends);
    }
    let mut placed = Vec::with_capacity(open.len());
    let mut tries = TRIES;
    if !descend(&open, &mut placed, &mut tries) {
        return None;
    }
    let mut placed: Vec<(usize, Spot)> = open.iter().map(|mark| mark.at).zip(placed).collect();
    placed.sort_by_key(|&(at, _)| at);
    Some(placed.into_iter().map(|(_, spot)| spot).collect())
}

/// Places the open marks one after another, and goes back where one finds no place.
fn descend(open: &[Open], placed: &mut Vec<Spot>, tries: &mut u32) -> bool {
    let Some(Open { x, spots, .. }) = open.get(placed.len()) else { return true };
    for spot in spots {
        let Some(left) = tries.checked_sub(1) else { return false };
        *tries = left;
        // In the first row it would lie on the way of every mark it covers.
        let bars = |other: &Open| spot.left - CLEAR < other.x && other.x < spot.right + CLEAR;
        let free = (spot.row > 0 || !open[placed.len() + 1..].iter().any(bars))
            && placed.iter().zip(open).all(|(theirs, other)| apart(spot, *x, theirs, other.x));
        if free {
            placed.push(*spot);
            if descend(open, placed, tries) {
                return true;
            }
            placed.pop();
        }
    }
    false
}

/// Whether two labels, and the leaders to them, keep clear of one another.
fn apart(one: &Spot, one_x: f64, other: &Spot, other_x: f64) -> bool {
    let rows_meet = one.row < other.row + other.lines && other.row < one.row + one.lines;
    let sides_meet = one.left < other.right + APART && other.left < one.right + APART;
    let passes = |label: &Spot, by: &Spot, x: f64| {
        label.row < by.row && label.left - CLEAR < x && x < label.right + CLEAR
    };
    let meets = rows_meet && sides_meet;
    !(meets || passes(one, other, other_x) || passes(other, one, one_x))
}
