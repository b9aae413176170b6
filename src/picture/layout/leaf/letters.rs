//! Words in lines: one size, one leading, a colour for each piece.

use super::ASCENT;
use crate::picture::boxes::Side;
use crate::picture::lines::{Fill, Line, Words};
use crate::picture::palette::Colour;
use crate::picture::scene::{Area, Letters, Mark};

/// Words with their type.
pub(in crate::picture::layout) struct Lettering {
    pub(in crate::picture::layout) words: Words,
    pub(in crate::picture::layout) plain: String,
    /// px.
    pub(in crate::picture::layout) size: f32,
    /// From baseline to baseline, in sizes.
    pub(in crate::picture::layout) leading: f32,
    pub(in crate::picture::layout) fill: Fill,
    pub(in crate::picture::layout) align: Side,
    /// One for each piece of the words.
    pub(in crate::picture::layout) colours: Vec<Colour>,
    /// Kept free on the left for a shape, px.
    pub(in crate::picture::layout) indent: f32,
    /// True where it stays on one line and becomes smaller instead: numbers.
    pub(in crate::picture::layout) whole: bool,
}

/// In a row no text is squeezed below this, in em; a shorter one stays on one line.
const NARROW: f32 = 6.0;

impl Lettering {
    fn lines(&self, width: f32) -> Vec<Line> {
        if self.whole {
            return self.words.lines(f32::INFINITY, Fill::Full);
        }
        self.words.lines((width - self.indent) / self.size, self.fill)
    }

    /// The size of the type in a width.
    fn fitted(&self, width: f32) -> f32 {
        let widest = self.words.widest().max(0.01);
        if self.whole { self.size.min((width - self.indent).max(1.0) / widest) } else { self.size }
    }

    pub(super) fn size(&self, width: f32) -> (f32, f32) {
        let lines = self.lines(width);
        let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        (widest * self.fitted(width) + self.indent, lines.len() as f32 * self.leading * self.size)
    }

    pub(super) fn widest(&self) -> f32 {
        self.words.widest() * self.size + self.indent
    }

    pub(super) fn narrowest(&self) -> f32 {
        self.words.widest().min(NARROW) * self.size + self.indent
    }

    /// Of the first line.
    pub(super) fn baseline(&self) -> f32 {
        self.size * ((self.leading - 1.0) / 2.0 + ASCENT)
    }

    pub(super) fn paint(&self, area: Area, marks: &mut Vec<Mark>) {
        let (step, size) = (self.leading * self.size, self.fitted(area.width));
        for (n, line) in self.lines(area.width).iter().enumerate() {
            let spare = area.width - self.indent - line.width * size;
            let x = area.x
                + self.indent
                + match self.align {
                    Side::Start => 0.0,
                    Side::Center => spare / 2.0,
                    Side::End => spare,
                };
            let top = area.y + step * n as f32;
            let line_area = Area { x, y: top, width: line.width * size, height: step };
            let place = (line_area, top + self.baseline());
            let glyphs: Vec<_> = self.words.placed(line).collect();
            for same in glyphs.chunk_by(|a, b| self.colours[a.2] == self.colours[b.2]) {
                let fill = self.colours[same[0].2];
                let glyphs = same.iter().map(|(glyph, x, _)| (*glyph, *x)).collect();
                marks.push(letters(place, size, fill, glyphs));
            }
        }
    }
}

/// Letters on the baseline of an area.
fn letters(
    (area, baseline): (Area, f32),
    size: f32,
    fill: Colour,
    glyphs: Vec<(crate::font::Glyph, f32)>,
) -> Mark {
    Mark::Letters(Letters { area, baseline, size, fill, glyphs })
}

/// Words on one line from a point on the baseline.
pub(in crate::picture::layout) fn single(
    words: &Words,
    (x, baseline): (f32, f32),
    size: f32,
    fill: Colour,
) -> Letters {
    let line = words.lines(f32::INFINITY, Fill::Full).into_iter().next();
    let line = line.unwrap_or(Line { letters: 0..0, hang: 0.0, width: 0.0 });
    let area = Area { x, y: baseline - ASCENT * size, width: line.width * size, height: size };
    let glyphs = words.placed(&line).map(|(glyph, x, _)| (glyph, x)).collect();
    Letters { area, baseline, size, fill, glyphs }
}
