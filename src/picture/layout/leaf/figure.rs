//! A large numeral with the word before and the unit after it, on one baseline. It steps down where there is no room.

use super::{ASCENT, single};
use crate::picture::lines::Words;
use crate::picture::palette::Colour;
use crate::picture::scene::{Area, Mark};

/// A numeral and what stands beside it.
pub(in crate::picture::layout) struct Figure {
    pub(in crate::picture::layout) value: Words,
    pub(in crate::picture::layout) before: Words,
    pub(in crate::picture::layout) after: Words,
    pub(in crate::picture::layout) plain: String,
    /// Of the numeral, px.
    pub(in crate::picture::layout) size: f32,
    /// Of the numeral, then of the words.
    pub(in crate::picture::layout) colours: (Colour, Colour),
}

/// Of the words beside it, px; smaller beside a small numeral.
const WORDS: f32 = 60.0;
/// Between numeral and words, in sizes of the words.
const GAP: f32 = 0.3;
/// The steps by which it goes down, in parts of its size.
const STEPS: [f32; 8] = [1.0, 0.89, 0.78, 0.67, 0.56, 0.45, 0.34, 0.28];

/// The sizes of numeral and words.
#[derive(Clone, Copy)]
struct Sizes {
    value: f32,
    words: f32,
}

impl Figure {
    /// The largest sizes that fit.
    fn fitted(&self, width: f32) -> Sizes {
        let steps = STEPS.map(|step| self.sizes(step));
        let last = steps[STEPS.len() - 1];
        if let Some(fits) = steps.into_iter().find(|sizes| self.across(*sizes) <= width + 0.5) {
            return fits;
        }
        let part = (width / self.across(last)).clamp(0.05, 1.0);
        Sizes { value: last.value * part, words: last.words * part }
    }

    fn sizes(&self, step: f32) -> Sizes {
        let value = self.size * step;
        Sizes { value, words: WORDS.min(value) }
    }

    fn across(&self, sizes: Sizes) -> f32 {
        let beside = |words: &Words| {
            if words.len() == 0 { 0.0 } else { (words.widest() + GAP) * sizes.words }
        };
        self.value.widest() * sizes.value + beside(&self.before) + beside(&self.after)
    }

    pub(super) fn size(&self, width: f32) -> (f32, f32) {
        let sizes = self.fitted(width);
        (self.across(sizes), sizes.value)
    }

    pub(super) fn widest(&self) -> f32 {
        self.across(self.sizes(1.0))
    }

    pub(super) fn narrowest(&self) -> f32 {
        self.across(self.sizes(STEPS[STEPS.len() - 1]))
    }

    pub(super) fn baseline(&self, width: f32) -> f32 {
        self.fitted(width).value * ASCENT
    }

    pub(super) fn paint(&self, area: Area, marks: &mut Vec<Mark>) {
        let sizes = self.fitted(area.width);
        let baseline = area.y + sizes.value * ASCENT;
        let mut x = area.x;
        let gap = sizes.words * GAP;
        if self.before.len() > 0 {
            let letters = single(&self.before, (x, baseline), sizes.words, self.colours.1);
            x += letters.area.width + gap;
            marks.push(Mark::Letters(letters));
        }
        let mut letters = single(&self.value, (x, baseline), sizes.value, self.colours.0);
        x += letters.area.width;
        letters.area.height = area.height;
        marks.push(Mark::Letters(letters));
        if self.after.len() > 0 {
            marks.push(Mark::Letters(single(&self.after, (x + gap, baseline), sizes.words, self.colours.1)));
        }
    }
}
