//! The status over the months: a shape each, nothing where nothing was reported.

use super::place::Area;
use super::sheet::{Anchor, Point, Sheet, TYPE, width_of};
use super::slot::Slot;
use super::{Caption, Form, Ink, Paint, Piece};
use crate::model::{Language, Month, Period};

/// A strip of months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// What it says of itself.
    pub caption: Caption,
    /// For the years.
    pub language: Language,
    /// The months; those between the first and the last that are not named stay empty.
    pub cells: Vec<Cell>,
}

/// A month of a [`Strip`].
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The month.
    pub month: Month,
    /// How it stood; none where nothing was reported.
    pub family: Option<Family>,
    /// Shown when pointed at: 2024年6月：略有滞后.
    pub title: String,
}

/// A family of statuses: one shape and one colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// ● on schedule, done.
    OnSchedule,
    /// ▲ ahead.
    Ahead,
    /// ◣ slightly behind.
    SlightlyBehind,
    /// ■ behind, missed.
    Behind,
    /// ○ nothing to judge.
    Neutral,
}

impl Strip {
    /// 720 wide in one row where it fits, else a row for each year. `id` is the prefix of all ids.
    pub fn svg(&self, form: Form, id: &str, ink: &Ink) -> String {
        self.draw(form, ink.paint()).0.svg("strip", Some(form), id, (&self.caption, ink))
    }

    /// For a picture, as wide as its [`COLUMN`](super::COLUMN).
    pub fn piece(&self, paint: &Paint) -> Piece {
        self.draw(Form::Picture, Some(paint)).0.piece(&self.caption)
    }

    /// The sheet, and the areas of all words on it.
    pub(super) fn draw<'a>(&self, form: Form, paint: Option<&'a Paint>) -> (Sheet<'a>, Vec<Area>) {
        let mut cells: Vec<&Cell> = self.cells.iter().collect();
        cells.sort_by_key(|cell| cell.month);
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
            let sheet = Sheet::new(form, form.width(), 24.0, paint);
            sheet.text(Slot::Note, (0.0, 16.0), Anchor::Start, "—");
            return (sheet, Vec::new());
        };
        let months = i64::from(last.month.0) - i64::from(first.month.0) + 1;
        if months as f64 * CLOSEST <= form.width() {
            self.row((form, paint), &cells, (first.month, months as f64))
        } else {
            self.calendar(form, paint, &cells)
        }
    }

    /// All months side by side, the years beneath.
    fn row<'a>(
        &self,
        (form, paint): (Form, Option<&'a Paint>),
        cells: &[&Cell],
        (first, months): (Month, f64),
    ) -> (Sheet<'a>, Vec<Area>) {
        let sheet = Sheet::new(form, form.width(), 44.0, paint);
        let pitch = (form.width() / months).min(WIDEST);
        let x = |month: i32| f64::from(month - first.0) * pitch;
        let end = months * pitch;
        sheet.line(Slot::Grid, &[(0.0, 25.5), (end, 25.5)]);
        for cell in cells {
            cell.draw(&sheet, (x(cell.month.0) + pitch / 2.0, 12.0), pitch);
        }
        let mut areas: Vec<Area> = Vec::new();
        let example =
            self.caption.example.as_ref().map(|word| (word, width_of(word, TYPE, Slot::Example) + 10.0));
        let limit = sheet.width - example.as_ref().map_or(0.0, |(_, width)| *width);
        let mut named = 0.0;
        let last = cells.last().map_or(first, |cell| cell.month);
        for year in first.year()..=last.year() {
            let start = x(Month::new(year, 1).0.max(first.0));
            let stop = x(Month::new(year + 1, 1).0).min(end);
            if year > first.year() {
                sheet.line(Slot::Grid, &[(start, 20.0), (start, 42.0)]);
            }
            // A year of few months has no room for its name; the next one tells it.
            let text = self.year(year);
            let lead = if year > first.year() { 5.0 } else { 0.0 };
            let width = width_of(&text, TYPE, Slot::Note);
            let room = if year == last.year() { limit } else { stop };
            if start + lead + width <= room.min(limit) {
                sheet.text(Slot::Note, (start + lead, 40.0), Anchor::Start, &text);
                areas.push(Area::of_text((start + lead, 40.0), Anchor::Start, &text, TYPE, Slot::Note));
                named = start + lead + width;
            }
        }
        // It ends with the months, or stands behind the years where these reach further.
        if let Some((word, width)) = example {
            let at = (end.max(named + width).min(sheet.width - 1.0), 40.0);
            sheet.text(Slot::Example, at, Anchor::End, word);
            areas.push(Area::of_text(at, Anchor::End, word, TYPE, Slot::Example));
        }
        (sheet, areas)
    }

    /// A row for each year, a column for each month.
    fn calendar<'a>(&self, form: Form, paint: Option<&'a Paint>, cells: &[&Cell]) -> (Sheet<'a>, Vec<Area>) {
        let mut years: Vec<i32> = cells.iter().map(|cell| cell.month.year()).collect();
        years.dedup();
        // Years without any figure are rows too, unless there are so many of them that the data must be wrong.
        if let (Some(&first), Some(&last)) = (years.first(), years.last())
            && last.saturating_sub(first) < 100
        {
            years = (first..=last).collect();
        }
        let head = if self.caption.example.is_some() { 2.0 } else { 1.0 } * ROW;
        let sheet = Sheet::new(form, form.width(), head + ROW * years.len() as f64, paint);
        let label =
            years.iter().map(|&y| width_of(&self.year(y), TYPE, Slot::Note)).fold(0.0, f64::max) + 8.0;
        let pitch = ((form.width() - label) / 12.0).min(32.0);
        let x = |month: i32| label + (f64::from(month) - 0.5) * pitch;
        let mut areas = Vec::new();
        let mut text = |slot, at, anchor, words: &str| {
            sheet.text(slot, at, anchor, words);
            areas.push(Area::of_text(at, anchor, words, TYPE, slot));
        };
        if let Some(word) = &self.caption.example {
            text(Slot::Example, (label + 12.0 * pitch - 1.0, 13.0), Anchor::End, word);
        }
        for month in 1..=12 {
            let words = match self.language {
                Language::Chinese if month == 1 => "1月".to_owned(),
                _ => month.to_string(),
            };
            text(Slot::Note, (x(month), head - 7.0), Anchor::Middle, &words);
        }
        for row in 0..years.len() {
            let top = head + ROW * row as f64;
            sheet.line(Slot::Grid, &[(0.0, top + 0.5), (label + 12.0 * pitch, top + 0.5)]);
        }
        for (row, &year) in years.iter().enumerate() {
            let y = head + ROW * (row as f64 + 0.5) + TYPE * 0.37;
            text(Slot::Note, (0.0, y), Anchor::Start, &self.year(year));
        }
        for cell in cells {
            if let Some(row) = years.iter().position(|&year| year == cell.month.year()) {
                cell.draw(&sheet, (x(cell.month.month()), head + ROW * (row as f64 + 0.5)), pitch);
            }
        }
        (sheet, areas)
    }

    fn year(&self, year: i32) -> String {
        Period::Year(year).name(self.language)
    }
}

impl Cell {
    /// The shape of its family, which says in grey what the colour says.
    fn draw(&self, sheet: &Sheet, at: Point, pitch: f64) {
        let Some(family) = self.family else { return };
        if !self.title.is_empty() {
            sheet.title(&self.title);
        }
        family.draw(sheet, at, (pitch - 3.0).min(12.0) / 2.0);
    }
}

impl Family {
    /// Around a point; `r` is half of its size. The areas of the shapes are nearly the same.
    fn draw(self, sheet: &Sheet, (x, y): Point, r: f64) {
        match self {
            Family::OnSchedule => sheet.dot(Slot::On, (x, y), r),
            Family::Ahead => {
                sheet.polygon(
                    Slot::Ahead,
                    &[(x, y - r), (x + r * 1.1, y + r * 0.9), (x - r * 1.1, y + r * 0.9)],
                );
            }
            Family::SlightlyBehind => {
                sheet.polygon(Slot::Slow, &[(x - r, y - r), (x + r, y + r), (x - r, y + r)]);
            }
            Family::Behind => {
                let r = r * 0.88;
                sheet.rect(Slot::Behind, (x - r, y - r), (x + r, y + r));
            }
            Family::Neutral => sheet.dot(Slot::Neutral, (x, y), r - 0.8),
        }
    }
}

/// Months stand at least this far apart in a row, and at most that far.
const CLOSEST: f64 = 11.0;
const WIDEST: f64 = 24.0;
const ROW: f64 = 24.0;
