//! The way to a goal: a line with a dot at the baseline's date and at each target's, their words on the mark.

use super::rows::{Placed, Rows, Wanted};
use super::sheet::{Anchor, Sheet};
use super::slot::Slot;
use super::{Caption, Paint, Piece};
use crate::font::Weight;
use crate::model::Month;

/// A timeline. It shows what is promised, not what was reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// What it says of itself.
    pub caption: Caption,
    /// Where the goal starts: 2022年.
    pub from: Option<Stop>,
    /// The targets, the last of which is the goal: 2025年 突破160家; 2027年.
    pub stops: Vec<Stop>,
}

/// A date with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The month at whose end it is due.
    pub month: Month,
    /// Its words. They may be parted at a space, and go to a lower row where marks are near to one another.
    pub label: String,
}

/// Sizes, in pixels of the canvas.
const SIZE: f64 = 42.0;
const LEADING: f64 = 60.0;
const ORIGIN: f64 = 12.0;
const INTERIM: f64 = 20.0;
const GOAL: f64 = 28.0;
/// From the line to the first baseline.
const DROP: f64 = 90.0;
/// The dots of two months that follow one another still stand apart.
const NEAREST: f64 = 72.0;

impl Timeline {
    /// So many pixels of the canvas wide; none without a target.
    pub fn piece(&self, width: f64, paint: &Paint) -> Option<Piece> {
        Some(self.draw(width, paint)?.0.piece(&self.caption))
    }

    /// The sheet, and the places of all labels on it.
    pub(super) fn draw<'a>(&self, width: f64, paint: &'a Paint) -> Option<(Sheet<'a>, Vec<Placed>)> {
        let mut stops: Vec<&Stop> = self.stops.iter().collect();
        stops.sort_by_key(|stop| stop.month);
        let goal = stops.len().checked_sub(1)?;
        let from = self.from.iter().filter(|from| from.month < stops[0].month);
        let marks: Vec<(&Stop, Slot, f64)> = from
            .map(|from| (from, Slot::Origin, ORIGIN))
            .chain(stops.iter().enumerate().map(|(at, &stop)| {
                if at == goal { (stop, Slot::Dot, GOAL) } else { (stop, Slot::DotOpen, INTERIM) }
            }))
            .collect();
        let xs = positions(&marks, width);
        let wanted: Vec<Wanted> = marks
            .iter()
            .zip(&xs)
            .map(|(&(stop, slot, _), &x)| {
                let weight = if slot == Slot::Dot { Weight::Bold } else { Weight::Regular };
                Wanted { x, words: stop.label.clone(), weight }
            })
            .collect();
        let labels = Rows { fonts: &paint.fonts, size: SIZE, width }.place(&wanted);

        let rows = labels.iter().map(|label| label.row + label.lines.len()).max().unwrap_or(0);
        let bottom = if rows == 0 { 2.0 * GOAL } else { GOAL + DROP + LEADING * (rows - 1) as f64 + 12.0 };
        let sheet = Sheet::canvas(width, bottom, paint);
        let end = xs.last().copied().unwrap_or(width);
        let start = if marks.len() > 1 { xs[0] } else { 0.0 };
        sheet.line(Slot::Rail, &[(start, GOAL), (end, GOAL)]);
        for ((label, &x), &(_, _, radius)) in labels.iter().zip(&xs).zip(&marks) {
            if label.row > 0 {
                let to = GOAL + DROP + LEADING * (label.row as f64 - 1.0) + 12.0;
                sheet.line(Slot::Axis, &[(x, GOAL + radius + 10.0), (x, to)]);
            }
        }
        for (&(_, slot, radius), &x) in marks.iter().zip(&xs) {
            // The ring of an open dot lies half outside its radius.
            let radius = if slot == Slot::DotOpen { radius - 4.0 } else { radius };
            sheet.dot(slot, (x, GOAL), radius);
        }
        for (label, &(_, slot, _)) in labels.iter().zip(&marks) {
            let slot = match slot {
                Slot::Origin => Slot::Note,
                Slot::Dot => Slot::Strong,
                _ => Slot::Text,
            };
            let (x, anchor) = if label.left < 1.0 {
                (label.left, Anchor::Start)
            } else if label.right > width - 1.0 {
                (label.right, Anchor::End)
            } else {
                ((label.left + label.right) / 2.0, Anchor::Middle)
            };
            for (position, line) in label.lines.iter().enumerate() {
                let y = GOAL + DROP + LEADING * (label.row + position) as f64;
                sheet.text_of(slot, SIZE, (x, y), anchor, line);
            }
        }
        Some((sheet, labels))
    }
}

/// Where the marks stand: true to the dates, but never so near that two dots touch.
fn positions(marks: &[(&Stop, Slot, f64)], width: f64) -> Vec<f64> {
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else { return Vec::new() };
    let (left, right) = (if marks.len() > 1 { first.2 } else { 0.0 }, width - last.2);
    let month = |mark: &(&Stop, Slot, f64)| f64::from(mark.0.month.0);
    let span = (month(last) - month(first)).max(1.0);
    let nearest = NEAREST.min((right - left) / marks.len().max(2) as f64);
    let mut xs: Vec<f64> =
        marks.iter().map(|mark| left + (right - left) * (month(mark) - month(first)) / span).collect();
    if let [x] = xs.as_mut_slice() {
        *x = right;
    }
    for at in 1..xs.len() {
        xs[at] = xs[at].max(xs[at - 1] + nearest);
    }
    if let Some(x) = xs.last_mut() {
        *x = right;
    }
    for at in (1..xs.len()).rev() {
        xs[at - 1] = xs[at - 1].min(xs[at] - nearest);
    }
    xs.into_iter().map(f64::round).collect()
}
