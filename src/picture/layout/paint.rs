//! Items that have their places -> marks, words and cuts.

use super::leaf::{Leaf, single};
use super::tree::{Content, Frame, Items};
use crate::font::Weight;
use crate::picture::Studio;
use crate::picture::lines::{Piece, Words};
use crate::picture::palette::Tone;
use crate::picture::scene::{Area, Mark, Scene, Spoken};
use std::collections::BTreeSet;

/// Between one word across and the next below it, px.
const APART: f32 = 960.0;

/// Draws everything below an item.
pub(super) struct Painter<'a, 's> {
    pub(super) items: &'a Items,
    pub(super) studio: &'a Studio<'s>,
    pub(super) scene: Scene,
    /// Words that stick out of the canvas: the number of their block, their line there, and they.
    pub(super) out: Vec<(usize, u32, String)>,
}

impl Painter<'_, '_> {
    pub(super) fn item(&mut self, n: usize, (left, top): (f32, f32)) {
        let item = &self.items.0[n];
        let area = Area {
            x: left + item.layout.location.x,
            y: top + item.layout.location.y,
            width: item.layout.size.width,
            height: item.layout.size.height,
        };
        match &item.content {
            Content::Leaf(leaf) => self.leaf(leaf, item.place, area),
            Content::Frame(frame) => {
                self.ground(n, frame, area);
                for &child in &item.children {
                    self.item(child, (area.x, area.y));
                }
                if let Some(word) = &frame.stamp {
                    self.stamp(n, word, area);
                }
                if frame.ends {
                    self.scene.ends.push(area.bottom().round());
                }
            }
        }
    }

    fn leaf(&mut self, leaf: &Leaf, (block, line): (usize, u32), area: Area) {
        leaf.paint(area, &mut self.scene.marks);
        if area.right() > self.scene.width + 0.5 {
            self.out.push((block, line, leaf.words().to_owned()));
        }
        if !leaf.words().is_empty() {
            self.scene.spoken.push(Spoken { top: area.y, words: leaf.words().to_owned() });
        }
    }

    fn ground(&mut self, n: usize, frame: &Frame, area: Area) {
        let palette = self.studio.palette;
        if let Some(ground) = frame.fill {
            let mut area = area.snapped();
            // From edge to edge it reaches a pixel under what follows: at another size no seam shows between two.
            if area.width >= self.scene.width && area.bottom() < self.scene.height {
                area.height += 1.0;
            }
            self.scene.marks.push(Mark::Rect { area, fill: palette.ground(ground) });
        }
        if frame.border {
            let stroke = palette.rule(Tone::Ink, self.items.0[n].ground);
            self.scene.marks.push(Mark::Border { area: area.snapped(), stroke });
        }
    }

    /// The word across, once in each stretch of the area.
    fn stamp(&mut self, n: usize, word: &str, area: Area) {
        let ground = match &self.items.0[n].content {
            Content::Frame(Frame { fill: Some(ground), .. }) => *ground,
            _ => self.items.0[n].ground,
        };
        let piece = Piece { text: word, weight: Weight::Bold };
        let words = Words::measure(&[piece], self.studio.fonts, &mut BTreeSet::new());
        let times = (area.height / APART).round().max(1.0);
        let size = (area.width * 0.6 / words.widest().max(1.0)).min(area.height / times * 0.6).min(320.0);
        let width = words.widest() * size;
        let fill = self.studio.palette.text(Tone::Muted, ground);
        for turn in 0..times as usize {
            let middle = area.y + area.height * (turn as f32 + 0.5) / times;
            let at = (area.x + (area.width - width) / 2.0, middle + size * 0.38);
            let letters = single(&words, at, size, fill);
            self.scene.marks.push(Mark::Stamp { letters, opacity: 0.09 });
        }
        self.scene.spoken.push(Spoken { top: area.y, words: word.to_owned() });
    }
}
