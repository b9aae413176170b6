//! Where labels go: candidate positions around a mark, and the first that collides with nothing.

use super::sheet::{Anchor, Point, Sheet, width_of};
use super::slot::Slot;

/// A rectangle, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

/// Lines of text that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    lines: Vec<String>,
    size: f64,
    slot: Slot,
    width: f64,
    height: f64,
    /// How near to other things it may come, and how far from its point it may go.
    clear: f64,
    reach: f64,
}

/// Where a label may stand as seen from its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    East,
    West,
    North,
    South,
    NorthEast,
    NorthWest,
    SouthEast,
    SouthWest,
}

/// A label with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub(super) area: Area,
    block: Block,
    anchor: Anchor,
    /// A thin line from the mark to a label that found no place beside it.
    leader: Option<(Point, Point)>,
}

/// What may be crossed if nothing else is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Barrier {
    /// A thin line: an axis, the dashed path.
    Soft,
    /// A thick line.
    Hard,
}

/// What is already on the sheet.
pub(super) struct Placer {
    bounds: Area,
    taken: Vec<Area>,
    marks: Vec<(Point, f64)>,
    lines: Vec<(Point, Point, Barrier)>,
}

/// Distance of the baseline from the top of a line, and the height of one, in ems.
const ASCENT: f64 = 0.87;
const EXTENT: f64 = 1.0;
const LEADING: f64 = 1.32;

impl Area {
    /// The area of a line of text on its baseline.
    pub(super) fn of_text((x, y): Point, anchor: Anchor, text: &str, size: f64, slot: Slot) -> Self {
        let width = width_of(text, size, slot);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let top = y - ASCENT * size;
        Area { left, top, right: left + width, bottom: top + EXTENT * size }
    }

    pub(super) fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn within(&self, other: &Area) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }

    fn grown(&self, by: f64) -> Area {
        Area { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    fn distance(&self, (x, y): Point) -> f64 {
        let dx = (self.left - x).max(x - self.right).max(0.0);
        let dy = (self.top - y).max(y - self.bottom).max(0.0);
        dx.hypot(dy)
    }

    /// Whether a piece of a line runs through it (Liang and Barsky).
    fn crossed(&self, (x0, y0): Point, (x1, y1): Point) -> bool {
        let (dx, dy) = (x1 - x0, y1 - y0);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (step, room) in
            [(-dx, x0 - self.left), (dx, self.right - x0), (-dy, y0 - self.top), (dy, self.bottom - y0)]
        {
            if step == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        enter <= leave
    }
}

impl Block {
    pub(super) fn new(lines: Vec<String>, size: f64, slot: Slot) -> Self {
        let width = lines.iter().map(|line| width_of(line, size, slot)).fold(0.0, f64::max);
        let height = size * (EXTENT + LEADING * lines.len().saturating_sub(1) as f64);
        Block { lines, size, slot, width, height, clear: 1.0, reach: 40.0 }
    }

    /// It belongs to no mark, and must not look as if it did.
    pub(super) fn aloof(self) -> Self {
        Block { clear: 16.0, reach: 15.0, ..self }
    }

    pub(super) fn width(&self) -> f64 {
        self.width
    }

    pub(super) fn lines(&self) -> usize {
        self.lines.len()
    }
}

impl Label {
    pub(super) fn draw(&self, sheet: &Sheet) {
        let x = match self.anchor {
            Anchor::Start => self.area.left,
            Anchor::Middle => (self.area.left + self.area.right) / 2.0,
            Anchor::End => self.area.right,
        };
        let size = self.block.size;
        if let Some((from, to)) = self.leader {
            sheet.line(Slot::Axis, &[from, to]);
        }
        for (position, line) in self.block.lines.iter().enumerate() {
            let y = self.area.top + size * (ASCENT + LEADING * position as f64);
            sheet.text_of(self.block.slot, size, (x, y), self.anchor, line);
        }
    }
}

impl Placer {
    pub(super) fn new(width: f64, height: f64) -> Self {
        let bounds = Area { left: 1.0, top: 1.0, right: width - 1.0, bottom: height - 1.0 };
        Placer { bounds, taken: Vec::new(), marks: Vec::new(), lines: Vec::new() }
    }

    /// Nothing may stand here any more.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// A dot: nothing may touch it.
    pub(super) fn mark(&mut self, at: Point, radius: f64) {
        self.marks.push((at, radius));
    }

    /// A line, which labels rather do not cross.
    pub(super) fn line(&mut self, points: &[Point], barrier: Barrier) {
        self.lines.extend(points.windows(2).map(|pair| (pair[0], pair[1], barrier)));
    }

    /// Whether nothing stands there yet, and no line runs through.
    pub(super) fn is_blank(&self, area: &Area) -> bool {
        self.is_free(area, 1.0) && !self.crosses(area, None)
    }

    /// Whether a thick line passes by.
    pub(super) fn is_thick(&self, (x, y): Point) -> bool {
        self.crosses(&Area { left: x, top: y, right: x, bottom: y }.grown(6.0), Some(Barrier::Soft))
    }

    fn is_free(&self, area: &Area, clear: f64) -> bool {
        let roomy =
            Area { left: area.left - 6.0, right: area.right + 6.0, ..area.grown(clear.clamp(3.0, 8.0)) };
        area.within(&self.bounds)
            && !self.taken.iter().any(|other| roomy.meets(other))
            && !self.marks.iter().any(|&(at, radius)| area.distance(at) < radius + clear)
    }

    /// The first of `blocks` at the first of `sides` that fits, near before far. Where there is no place beside
    /// the lines, the label stands off at a leader; where that does not help, it crosses lines up to `most`, whose
    /// paper halo keeps it legible. Taken when found.
    pub(super) fn place(
        &mut self,
        at: Point,
        blocks: &[Block],
        sides: &[Side],
        most: Option<Barrier>,
    ) -> Option<Label> {
        let label = self.beside(at, blocks, sides, None).or_else(|| {
            most?;
            self.standing_off(at, blocks)
                .or_else(|| self.beside(at, blocks, sides, Some(Barrier::Soft)))
                .or_else(|| self.beside(at, blocks, sides, most))
        })?;
        self.take(label.area);
        if let Some((from, to)) = label.leader {
            self.take(thin(from, to));
        }
        Some(label)
    }

    fn beside(&self, at: Point, blocks: &[Block], sides: &[Side], most: Option<Barrier>) -> Option<Label> {
        const GAPS: [f64; 5] = [10.0, 15.0, 22.0, 30.0, 40.0];
        let labels = blocks.iter().flat_map(|block| {
            let gaps = GAPS.into_iter().filter(|&gap| gap <= block.reach);
            gaps.flat_map(move |gap| sides.iter().map(move |&side| self.candidate(at, block, side, gap)))
        });
        labels.into_iter().find(|label| self.fits(label, most))
    }

    /// Like a flag: straight above or below the mark, to the right or left of a thin line.
    fn standing_off(&self, (x, y): Point, blocks: &[Block]) -> Option<Label> {
        for block in blocks {
            for gap in (5..16).map(|step| f64::from(step) * 9.0) {
                for (up, right) in [(true, true), (true, false), (false, true), (false, false)] {
                    let (top, to) = if up { (y - gap, y - gap) } else { (y + gap - block.height, y + gap) };
                    let (left, anchor) =
                        if right { (x + 5.0, Anchor::Start) } else { (x - 5.0 - block.width, Anchor::End) };
                    let area = Area { left, top, right: left + block.width, bottom: top + block.height };
                    let from = if up { y - 9.0 } else { y + 9.0 };
                    let leader = ((x, from), (x, to));
                    let label = Label { area, block: block.clone(), anchor, leader: Some(leader) };
                    if self.fits(&label, None) && self.is_free(&thin(leader.0, leader.1), 1.0) {
                        return Some(label);
                    }
                }
            }
        }
        None
    }

    fn fits(&self, label: &Label, most: Option<Barrier>) -> bool {
        self.is_free(&label.area, label.block.clear) && !self.crosses(&label.area, most)
    }

    fn crosses(&self, area: &Area, allowed: Option<Barrier>) -> bool {
        let area = area.grown(2.0);
        self.lines
            .iter()
            .filter(|(_, _, barrier)| Some(*barrier) > allowed)
            .any(|&(from, to, _)| area.crossed(from, to))
    }

    fn candidate(&self, (x, y): Point, block: &Block, side: Side, gap: f64) -> Label {
        // Cornerwise the distance is shared between both directions, mostly sideways: text is wide and low.
        let (dx, dy) = (gap * 0.8, gap * 0.5);
        // Above and below, a label may be pushed sideways to stay on the sheet.
        let pushed = {
            let last = (self.bounds.right - block.width).max(self.bounds.left);
            (x - block.width / 2.0).clamp(self.bounds.left, last)
        };
        let (left, anchor) = match side {
            Side::East => (x + gap, Anchor::Start),
            Side::NorthEast | Side::SouthEast => (x + dx, Anchor::Start),
            Side::West => (x - gap - block.width, Anchor::End),
            Side::NorthWest | Side::SouthWest => (x - dx - block.width, Anchor::End),
            Side::North | Side::South => (pushed, Anchor::Middle),
        };
        let top = match side {
            Side::East | Side::West => y - block.height / 2.0,
            Side::North => y - gap - block.height,
            Side::South => y + gap,
            Side::NorthEast | Side::NorthWest => y - dy - block.height,
            Side::SouthEast | Side::SouthWest => y + dy,
        };
        let area = Area { left, top, right: left + block.width, bottom: top + block.height };
        Label { area, block: block.clone(), anchor, leader: None }
    }
}

/// The area of an upright line.
fn thin(from: Point, to: Point) -> Area {
    Area { left: from.0, top: from.1.min(to.1), right: from.0, bottom: from.1.max(to.1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AROUND: [Side; 4] = [Side::SouthEast, Side::NorthEast, Side::SouthWest, Side::NorthWest];

    fn block(text: &str) -> Block {
        Block::new(vec![text.to_owned()], 13.0, Slot::Text)
    }

    #[test]
    fn labels_at_one_point_take_different_sides_and_the_last_gets_none() {
        let mut placer = Placer::new(400.0, 100.0);
        placer.mark((200.0, 50.0), 6.0);
        let mut areas: Vec<Area> = Vec::new();
        while let Some(label) = placer.place((200.0, 50.0), &[block("2025年底超过160家")], &AROUND, None)
        {
            assert!(areas.iter().all(|other| !other.meets(&label.area)));
            assert!(label.area.within(&placer.bounds));
            areas.push(label.area);
        }
        assert!((4..=12).contains(&areas.len()), "{}", areas.len());
    }

    #[test]
    fn a_line_is_crossed_only_if_that_is_allowed_and_needed() {
        let mut placer = Placer::new(140.0, 30.0);
        placer.line(&[(0.0, 15.0), (140.0, 15.0)], Barrier::Soft);
        let blocks = [block("2025年底超过160家")];
        assert_eq!(placer.place((3.0, 15.0), &blocks, &[Side::East], None), None);
        assert!(placer.place((3.0, 15.0), &blocks, &[Side::East], Some(Barrier::Soft)).is_some());
    }

    #[test]
    fn sees_a_line_that_only_passes_through() {
        let area = Area { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        assert!(area.crossed((0.0, 0.0), (30.0, 30.0)));
        assert!(area.crossed((15.0, 0.0), (15.0, 100.0)));
        assert!(area.crossed((12.0, 12.0), (13.0, 13.0)));
        assert!(!area.crossed((0.0, 25.0), (30.0, 30.0)));
        assert!(!area.crossed((0.0, 15.0), (9.0, 15.0)));
        assert!(!area.crossed((0.0, 30.0), (30.0, 60.0)));
    }
}
