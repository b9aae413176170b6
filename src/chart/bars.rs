//! Organisations compared, in official order: a bar each, from zero.

use super::place::Area;
use super::sheet::{Anchor, Sheet, TYPE, width_of};
use super::slot::Slot;
use super::{Caption, Form, Ink, Paint, Piece};
use crate::font::{self, Weight};

/// Horizontal bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// What it says of itself.
    pub caption: Caption,
    /// What the ticks are: 2024年目标. Stands above the first of them.
    pub target_label: String,
    /// In the order in which they are drawn.
    pub rows: Vec<Row>,
}

/// An organisation of [`Bars`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The name, in full.
    pub name: String,
    /// The figure; none where nothing was reported, which is never drawn as zero.
    pub value: Option<f64>,
    /// The figure as printed; ignored without a figure.
    pub label: String,
    /// Where the bar ought to end.
    pub target: Option<f64>,
}

impl Bars {
    /// 720 or 360 wide, as high as the rows need. `id` is the prefix of all ids.
    pub fn svg(&self, form: Form, id: &str, ink: &Ink) -> String {
        self.draw(form, ink.paint()).0.svg("bars", Some(form), id, (&self.caption, ink))
    }

    /// For a picture, as wide as its [`COLUMN`](super::COLUMN).
    pub fn piece(&self, paint: &Paint) -> Piece {
        self.draw(Form::Picture, Some(paint)).0.piece(&self.caption)
    }

    /// The sheet, and the areas of all words on it.
    pub(super) fn draw<'a>(&self, form: Form, paint: Option<&'a Paint>) -> (Sheet<'a>, Vec<Area>) {
        let columns = self.columns(form);
        let width = form.width();
        let heights: Vec<f64> =
            columns.names.iter().map(|lines| ROW + LEADING * (lines.len() - 1) as f64).collect();
        let header = if self.has_targets() && !self.target_label.is_empty() || self.caption.example.is_some()
        {
            HEADER
        } else {
            0.0
        };
        let sheet = Sheet::new(form, width, (header + heights.iter().sum::<f64>()).max(ROW), paint);
        let mut areas = Vec::new();
        let mut text = |slot, at, anchor, text: &str| {
            sheet.text(slot, at, anchor, text);
            areas.push(Area::of_text(at, anchor, text, TYPE, slot));
        };
        let mut tops = Vec::new();
        let mut top = header;
        for height in &heights {
            tops.push(top);
            top += height;
        }
        let rows = || self.rows.iter().zip(&columns.names).zip(tops.iter().zip(&heights));

        for &top in tops.iter().skip(if header > 0.0 { 0 } else { 1 }) {
            sheet.line(Slot::Grid, &[(0.0, top + 0.5), (width, top + 0.5)]);
        }
        // Column by column, so that what is drawn alike stands together in the file.
        for ((_, lines), (&top, _)) in rows() {
            for (position, line) in lines.iter().enumerate() {
                let y = top + ROW / 2.0 + TYPE * 0.37 + LEADING * position as f64;
                text(Slot::Text, (0.0, y), Anchor::Start, line);
            }
        }
        for ((row, _), (&top, &height)) in rows() {
            let slot = if row.figure().is_some() { Slot::Text } else { Slot::Note };
            text(slot, (columns.figures, top + height / 2.0 + TYPE * 0.37), Anchor::End, row.words());
        }
        for ((row, _), (&top, &height)) in rows() {
            sheet.point((columns.x(row.figure().unwrap_or(0.0)), top + height / 2.0));
            let Some(value) = row.figure().filter(|&value| value != 0.0) else { continue };
            let middle = top + height / 2.0;
            let (zero, end) = (columns.x(0.0), columns.x(value));
            // What is there at all is seen, however little it is.
            let end = if (end - zero).abs() < 1.0 { zero + value.signum() } else { end };
            let (from, to) = (zero.min(end), zero.max(end));
            sheet.rect(Slot::Bar, (from, middle - THICK / 2.0), (to, middle + THICK / 2.0));
        }
        sheet.line(Slot::Axis, &[(columns.x(0.0), header), (columns.x(0.0), sheet.height)]);
        for (position, ((row, _), (&top, &height))) in rows().enumerate() {
            let Some(target) = row.goal() else { continue };
            let (x, middle) = (columns.x(target), top + height / 2.0);
            // The first one reaches up to its name.
            let upper = if position == 0 && header > 0.0 { 3.0 } else { middle - TICK / 2.0 };
            sheet.rect(Slot::Tick, (x - 1.0, upper), (x + 1.0, middle + TICK / 2.0));
        }
        self.draw_header(&sheet, &columns, &mut text);
        (sheet, areas)
    }

    /// The word for the ticks stands on the first one, or beside a sample where the first row has none.
    fn draw_header(
        &self,
        sheet: &Sheet,
        columns: &Columns,
        text: &mut impl FnMut(Slot, (f64, f64), Anchor, &str),
    ) {
        let mut right = sheet.width - 1.0;
        if let Some(word) = &self.caption.example {
            text(Slot::Example, (right, 13.0), Anchor::End, word);
            right -= width_of(word, TYPE, Slot::Example) + 10.0;
        }
        if self.target_label.is_empty() || !self.has_targets() {
            return;
        }
        let width = width_of(&self.target_label, TYPE, Slot::Note);
        let x = match self.rows.first().and_then(Row::goal) {
            Some(target) => columns.x(target),
            None => {
                let x = columns.x(0.0) + 6.0;
                sheet.rect(Slot::Tick, (x - 1.0, 3.0), (x + 1.0, 16.0));
                x
            }
        };
        if x + 7.0 + width <= right {
            text(Slot::Note, (x + 7.0, 13.0), Anchor::Start, &self.target_label);
        } else if x - 7.0 - width >= 0.0 && x <= right {
            text(Slot::Note, (x - 7.0, 13.0), Anchor::End, &self.target_label);
        }
    }

    fn has_targets(&self) -> bool {
        self.rows.iter().any(|row| row.goal().is_some())
    }

    fn columns(&self, form: Form) -> Columns {
        let widest = |words: &mut dyn Iterator<Item = &str>| -> f64 {
            words.map(|w| width_of(w, TYPE, Slot::Text)).fold(0.0, f64::max).ceil()
        };
        // The longest names of organisations have thirteen characters; longer ones take two lines.
        let name = widest(&mut self.rows.iter().map(|row| row.name.as_str())).min(TYPE * 14.0 + 1.0);
        let names = self
            .rows
            .iter()
            .map(|row| font::balance(&row.name, TYPE as f32, Weight::Regular, (name / 1.04 + 0.5) as f32))
            .collect();
        let figures = widest(&mut self.rows.iter().map(Row::words)).min(form.width() * 0.3);
        let gap = match form {
            Form::Wide => 20.0,
            Form::Narrow | Form::Picture => 10.0,
        };
        let values = || self.rows.iter().flat_map(|row| [row.figure(), row.goal()]).flatten();
        Columns {
            names,
            figures: name + gap + figures,
            left: name + gap + figures + 8.0,
            right: form.width() - 3.0,
            low: values().fold(0.0, f64::min),
            high: values().fold(0.0, f64::max),
        }
    }
}

impl Row {
    fn figure(&self) -> Option<f64> {
        self.value.filter(|value| value.is_finite()).map(|value| value.clamp(-FAR, FAR))
    }

    fn goal(&self) -> Option<f64> {
        self.target.filter(|value| value.is_finite()).map(|value| value.clamp(-FAR, FAR))
    }

    /// Missing is not zero, and says so.
    fn words(&self) -> &str {
        if self.figure().is_some() { &self.label } else { "—" }
    }
}

/// Names, then figures right-aligned, then bars.
struct Columns {
    names: Vec<Vec<String>>,
    figures: f64,
    left: f64,
    right: f64,
    low: f64,
    high: f64,
}

impl Columns {
    fn x(&self, value: f64) -> f64 {
        let range = self.high - self.low;
        if range > 0.0 {
            self.left + (self.right - self.left) * (value - self.low) / range
        } else {
            self.left
        }
    }
}

const ROW: f64 = 26.0;
const LEADING: f64 = 17.0;
const HEADER: f64 = 22.0;
const THICK: f64 = 11.0;
const TICK: f64 = 19.0;
const FAR: f64 = 1e15;
