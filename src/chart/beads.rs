//! Tasks without figures: a square each, in their groups.

use super::sheet::{Point, Sheet};
use super::slot::Slot;
use super::{Caption, Paint, Piece};

/// Squares in groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beads {
    /// What it says of itself; no word is drawn.
    pub caption: Caption,
    /// How many tasks each group has.
    pub groups: Vec<usize>,
}

/// In sides of a square: between two of them, between two groups.
const GAP: f64 = 0.2;
const PART: f64 = 1.0;
/// The largest and the smallest side, in pixels of the canvas, and the most squares that are counted.
const LARGE: f64 = 96.0;
const SMALL: f64 = 12.0;
const MOST: usize = 2_000;

impl Beads {
    /// So many pixels of the canvas wide; none without a task, or with more than 2,000.
    pub fn piece(&self, width: f64, paint: &Paint) -> Option<Piece> {
        let groups: Vec<usize> = self.groups.iter().copied().filter(|&count| count > 0).collect();
        let count: usize = groups.iter().fold(0, |sum, &count| sum.saturating_add(count));
        if count == 0 || count > MOST {
            return None;
        }
        // One row while the squares are large, else two, else a field.
        let sides = || (SMALL as usize..=LARGE as usize).rev().step_by(2).map(|side| side as f64);
        let fits = |least: f64, most: f64| {
            let large = sides().take_while(move |&side| side >= least);
            large
                .map(|side| (side, Field::of(&groups, side, width)))
                .find(|(_, field)| field.rows as f64 <= most)
        };
        let (side, field) = fits(44.0, 1.0).or_else(|| fits(44.0, 2.0)).or_else(|| {
            sides()
                .map(|side| (side, Field::of(&groups, side, width)))
                .find(|(side, field)| *side <= SMALL || *side <= 44.0 && field.height <= width / 4.0)
        })?;
        let sheet = Sheet::canvas(width, field.height, paint);
        for (x, y) in field.places {
            sheet.rect(Slot::Bar, (x, y), (x + side, y + side));
        }
        Some(sheet.piece(&self.caption))
    }
}

/// Where the squares of one size stand.
struct Field {
    places: Vec<Point>,
    rows: usize,
    height: f64,
}

impl Field {
    /// A group stays on a row where it fits. Groups are as far apart below one another as side by side.
    fn of(groups: &[usize], side: f64, width: f64) -> Field {
        let gap = (side * GAP).round();
        let part = (side * PART).round();
        let (mut x, mut y, mut rows) = (0.0, 0.0, 1);
        let mut places = Vec::new();
        for &count in groups {
            let length = (side + gap) * count as f64 - gap;
            if x > 0.0 {
                x += part - gap;
                if x + length > width {
                    (x, y, rows) = (0.0, y + side + (part * 0.6).round(), rows + 1);
                }
            }
            for _ in 0..count {
                if x + side > width {
                    (x, y, rows) = (0.0, y + side + gap, rows + 1);
                }
                places.push((x, y));
                x += side + gap;
            }
        }
        Field { places, rows, height: y + side }
    }
}
