//! The thin bar from the baseline to the last target: lengths only.

use super::place::Area;
use super::sheet::{Anchor, Sheet, TYPE, width_of};
use super::slot::Slot;
use super::{Caption, Form, Ink, Paint, Piece};

/// A track: filled as far as was reached, a tick where it ought to be. There is none without a baseline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Track {
    /// What it says of itself.
    pub caption: Caption,
    /// The left end, and its words: 2022年 100.
    pub baseline: (f64, String),
    /// The right end, and its words: 200.
    pub target: (f64, String),
    /// What was reached.
    pub actual: Option<f64>,
    /// Where it ought to be, and its words: 应达 130.
    pub due: Option<(f64, String)>,
}

impl Track {
    /// 720 or 360 wide and 40 or 60 high. A track is shown in one form only, on a screen of any width: the narrow
    /// one is right for phones and for half a column. Empty where baseline and target are
    /// equal: there is no length to show. `id` is the prefix of all ids.
    pub fn svg(&self, form: Form, id: &str, ink: &Ink) -> String {
        match self.draw(form, ink.paint()) {
            Some((sheet, _)) => sheet.svg("track", None, id, (&self.caption, ink)),
            None => String::new(),
        }
    }

    /// For a picture, as wide as its [`COLUMN`](super::COLUMN); none where there is no length.
    pub fn piece(&self, paint: &Paint) -> Option<Piece> {
        Some(self.draw(Form::Picture, Some(paint))?.0.piece(&self.caption))
    }

    /// The sheet, and the areas of all words on it.
    pub(super) fn draw<'a>(&self, form: Form, paint: Option<&'a Paint>) -> Option<(Sheet<'a>, Vec<Area>)> {
        let length = self.target.0 - self.baseline.0;
        if !length.is_finite() || length == 0.0 {
            return None;
        }
        let width = form.width();
        let share = |value: f64| ((value - self.baseline.0) / length).clamp(0.0, 1.0);
        let due = self.due.as_ref().filter(|(value, _)| value.is_finite());

        // Left, right, then what is due: under its tick; over it where the ends leave no room.
        let line = |anchor, x, words: &str| Area::of_text((x, 0.0), anchor, words, TYPE, Slot::Note);
        let ends = [line(Anchor::Start, 0.0, &self.baseline.1), line(Anchor::End, width, &self.target.1)];
        let place = due.map(|(value, words)| {
            let half = width_of(words, TYPE, Slot::Note) / 2.0;
            let x = (share(*value) * width).clamp(half.min(width / 2.0), (width - half).max(width / 2.0));
            let area = line(Anchor::Middle, x, words);
            let free = ends.iter().all(|end| area.right + 8.0 <= end.left || end.right + 8.0 <= area.left);
            (x, free)
        });
        let example = self.caption.example.as_deref();
        let over = place.is_some_and(|(_, free)| !free);
        let top = if over || example.is_some() { 20.0 } else { 0.0 };
        let sheet = Sheet::new(form, width, top + 40.0, paint);

        let (upper, lower) = (top + 7.0, top + 7.0 + THICK);
        sheet.rect(Slot::Track, (0.0, upper), (width, lower));
        if let Some(actual) = self.actual.filter(|value| value.is_finite()) {
            let filled = share(actual) * width;
            if filled > 0.0 {
                sheet.rect(Slot::Bar, (0.0, upper), (filled, lower));
            }
        }
        if let Some((value, _)) = due {
            let x = (share(*value) * width).clamp(2.0, width - 2.0);
            sheet.rect(Slot::Tick, (x - 1.0, upper - 5.0), (x + 1.0, lower + 5.0));
        }
        let mut areas = Vec::new();
        let mut text = |slot, at, anchor, words: &str| {
            sheet.text(slot, at, anchor, words);
            areas.push(Area::of_text(at, anchor, words, TYPE, slot));
        };
        let under = lower + 19.0;
        let room = width - width_of(&self.target.1, TYPE, Slot::Note) - 8.0;
        if width_of(&self.baseline.1, TYPE, Slot::Note) <= room {
            text(Slot::Note, (0.0, under), Anchor::Start, &self.baseline.1);
        }
        text(Slot::Note, (width, under), Anchor::End, &self.target.1);
        if let (Some((_, words)), Some((x, free))) = (due, place) {
            let width = width_of(words, TYPE, Slot::Text);
            // The corner belongs to the word 示例.
            let most =
                sheet.width - example.map_or(0.0, |w| width_of(w, TYPE, Slot::Example) + 10.0) - width / 2.0;
            let (x, y) = if free { (x, under) } else { (x.min(most), top - 5.0) };
            text(Slot::Text, (x, y), Anchor::Middle, words);
        }
        if let Some(word) = example {
            text(Slot::Example, (width, top - 5.0), Anchor::End, word);
        }
        Some((sheet, areas))
    }
}

const THICK: f64 = 8.0;
