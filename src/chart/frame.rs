//! The plot of a line chart: where months and values lie, its grid and its axes.

use super::place::{Area, Barrier, Placer};
use super::scale::{Scale, date_label, dates};
use super::sheet::{Anchor, Point, Sheet, TYPE, tenths, width_of};
use super::slot::Slot;
use super::{Form, Goal, Line};
use crate::model::{Month, number};
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::Cartesian2d;

/// The plot: where months and values lie.
pub(super) struct Frame {
    scale: Scale,
    months: (Month, Month),
    left: f64,
    pub(super) right: f64,
    top: f64,
    pub(super) bottom: f64,
    /// The last target stands at the right edge, and its label beside it.
    pub(super) beside: bool,
}

impl Frame {
    pub(super) fn of(
        line: &Line,
        form: Form,
        months: (Month, Month),
        targets: &[&Goal],
        height: f64,
    ) -> Self {
        let values = line.plan.iter().chain(&line.baseline).map(|&(_, value)| value);
        let values = values.chain(line.actual.iter().map(|a| a.value)).chain(targets.iter().map(|t| t.value));
        let scale = Scale::of(values, if form == Form::Picture { 3 } else { 5 });
        let widest = scale.lines.iter().map(|&v| width_of(&number(v), TYPE, Slot::Note)).fold(0.0, f64::max);
        // Half of the last date hangs over the edge.
        let hang = width_of(&date_label(months.1, line.language), TYPE, Slot::Note) / 2.0 + 2.0;
        let room = targets
            .last()
            .filter(|goal| form == Form::Wide && goal.month == months.1)
            .map(|goal| goal.blocks(line.language, form, true))
            .and_then(|blocks| blocks.first().map(|block| block.width() + 14.0))
            .filter(|room| *room <= 160.0);
        let (top, hang) = match form {
            Form::Wide => (36.0, hang.min(60.0)),
            Form::Narrow => (46.0, hang.min(36.0)),
            Form::Picture => (41.0, hang.min(36.0)),
        };
        Frame {
            scale,
            months,
            left: widest + 10.0,
            right: form.width() - room.unwrap_or(0.0).max(hang),
            top,
            bottom: height - 32.0,
            beside: room.is_some(),
        }
    }

    /// Where a figure stands, to the tenth of a pixel as it is drawn.
    pub(super) fn at(&self, sheet: &Sheet, month: Month, value: f64) -> Point {
        let plot = Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
            f64::from(self.months.0.0)..f64::from(self.months.1.0),
            self.scale.low()..self.scale.high(),
            (tenths(self.left)..tenths(self.right), tenths(self.bottom)..tenths(self.top)),
        );
        let value = value.clamp(self.scale.low(), self.scale.high());
        let (x, y) = sheet.area.apply_coord_spec(plot).map_coordinate(&(f64::from(month.0), value));
        (f64::from(x) / 10.0, f64::from(y) / 10.0)
    }

    /// Grid, values, unit and dates.
    pub(super) fn draw_axes(&self, line: &Line, sheet: &Sheet, placer: &mut Placer, areas: &mut Vec<Area>) {
        let levels: Vec<(f64, f64)> =
            self.scale.lines.iter().map(|&v| (v, self.at(sheet, self.months.0, v).1)).collect();
        // Values are counted from zero where zero is on the sheet.
        let zero = levels.iter().position(|&(value, _)| value == 0.0).unwrap_or(0);
        for (position, &(_, y)) in levels.iter().enumerate() {
            if position != zero {
                sheet.line(Slot::Grid, &[(self.left, y), (self.right, y)]);
            }
        }
        let axis: Vec<Point> =
            levels.iter().skip(zero).take(1).flat_map(|&(_, y)| [(self.left, y), (self.right, y)]).collect();
        sheet.line(Slot::Axis, &axis);
        placer.line(&axis, Barrier::Soft);
        let mut label = |slot, at, anchor, text: &str| {
            sheet.text(slot, at, anchor, text);
            let area = Area::of_text(at, anchor, text, TYPE, slot);
            placer.take(area);
            areas.push(area);
        };
        let marked = dates(self.months.0, self.months.1);
        let bottom = self.at(sheet, self.months.0, self.scale.low()).1;
        for &month in &marked {
            let x = self.at(sheet, month, self.scale.low()).0;
            sheet.line(Slot::Axis, &[(x, bottom), (x, bottom + 5.0)]);
        }
        for &(value, y) in &levels {
            label(Slot::Note, (self.left - 8.0, y + TYPE * 0.36), Anchor::End, &number(value));
        }
        // A unit that is wider than the sheet is told by the words of the newest figure.
        if !line.unit.is_empty() && width_of(&line.unit, TYPE, Slot::Note) <= sheet.width {
            let fits = width_of(&line.unit, TYPE, Slot::Note) <= self.left - 8.0;
            let (x, anchor) = if fits { (self.left - 8.0, Anchor::End) } else { (0.0, Anchor::Start) };
            let y = match self.top {
                top if top > 40.0 => 14.0,
                top => top - 20.0,
            };
            label(Slot::Note, (x, y), anchor, &line.unit);
        }
        self.draw_dates(line, sheet, &marked, &mut label);
    }

    /// The ends and the targets' dates first; then the others, evenly, as far as there is room.
    fn draw_dates(
        &self,
        line: &Line,
        sheet: &Sheet,
        marked: &[Month],
        label: &mut impl FnMut(Slot, Point, Anchor, &str),
    ) {
        let mut placed: Vec<(Month, Area)> = Vec::new();
        let place = |month: Month, placed: &[(Month, Area)]| {
            let text = date_label(month, line.language);
            let at = (self.at(sheet, month, self.scale.low()).0, sheet.height - 8.0);
            let area = Area::of_text(at, Anchor::Middle, &text, TYPE, Slot::Note);
            let spaced = Area { left: area.left - 8.0, right: area.right + 8.0, ..area };
            let inside = area.left >= 0.0 && area.right <= sheet.width;
            (inside && !placed.iter().any(|(_, other)| spaced.meets(other))).then_some((month, area))
        };
        let start = marked.first().filter(|&&month| month == self.months.0);
        let due = line.targets.iter().map(|t| t.month).filter(|month| marked.contains(month));
        for month in start.into_iter().chain(marked.last()).copied().chain(due) {
            placed.extend(place(month, &placed));
        }
        for stride in 1..=marked.len() {
            let wanted = marked.iter().rev().step_by(stride).copied();
            let wanted: Vec<Month> = wanted.filter(|month| placed.iter().all(|(m, _)| m != month)).collect();
            let mut all = placed.clone();
            for &month in &wanted {
                all.extend(place(month, &all));
            }
            if all.len() == placed.len() + wanted.len() {
                placed = all;
                break;
            }
        }
        placed.sort_by_key(|&(month, _)| month);
        for (month, area) in placed {
            let at = ((area.left + area.right) / 2.0, sheet.height - 8.0);
            label(Slot::Note, at, Anchor::Middle, &date_label(month, line.language));
        }
    }
}
