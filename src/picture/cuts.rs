//! Where a picture may be cut into pieces, and the words of each.

use super::scene::{Mark, Scene};

/// Cuts are no further apart than this where a row between two lines can be found: the most rows of a slice.
const APART: f32 = 1_920.0;

impl Scene {
    /// Ends of bands, sections and items through which nothing goes, and the end of all, each with the words since the
    /// one before.
    pub(super) fn cuts(&self) -> Vec<(f32, String)> {
        let spans = self.spans();
        let mut ends: Vec<f32> = self.ends.iter().copied().filter(|end| *end < self.height - 1.0).collect();
        ends.sort_by(f32::total_cmp);
        ends.dedup();
        ends.retain(|end| {
            *end > 0.0 && spans.iter().all(|(top, bottom)| *bottom <= end + 0.5 || *top >= end - 0.5)
        });
        ends.push(self.height);
        let mut cuts = Vec::new();
        let mut before = 0.0;
        for end in ends {
            while end - before > APART {
                let Some(row) = clear(&spans, before, before + APART) else { break };
                cuts.push(row);
                before = row;
            }
            cuts.push(end);
            before = end;
        }
        self.with_words(cuts)
    }

    fn with_words(&self, cuts: Vec<f32>) -> Vec<(f32, String)> {
        let mut from = f32::NEG_INFINITY;
        let words = |end: f32| {
            let inside = self.spoken.iter().filter(|said| said.top >= from && said.top < end);
            let words: Vec<&str> = inside.map(|said| said.words.as_str()).collect();
            from = end;
            (end, words.join(" "))
        };
        cuts.into_iter().map(words).collect()
    }

    /// What a cut must not go through: stretches from top to bottom that do not overlap.
    fn spans(&self) -> Vec<(f32, f32)> {
        let marks = self.marks.iter().filter(|mark| !mark.is_ground()).map(Mark::area);
        let mut all: Vec<(f32, f32)> = marks.map(|area| (area.y, area.bottom())).collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut joined: Vec<(f32, f32)> = Vec::new();
        for (top, bottom) in all {
            match joined.last_mut() {
                // Lines of a text touch: a cut between them is fine.
                Some((_, low)) if top < *low - 0.5 => *low = low.max(bottom),
                _ => joined.push((top, bottom)),
            }
        }
        joined
    }
}

/// The last row in the lower half of a stretch through which nothing goes.
fn clear(spans: &[(f32, f32)], from: f32, to: f32) -> Option<f32> {
    let rows = spans.iter().map(|(top, _)| top.floor()).filter(|row| *row > (from + to) / 2.0 && *row <= to);
    rows.fold(None, |last: Option<f32>, row| Some(last.map_or(row, |last| last.max(row))))
}
