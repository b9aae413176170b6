//! Pieces of a long picture for WeChat: cut between blocks, each small enough to be sent, with its words.
//!
//! WeChat shows images of more than 1 MB late or not at all, and scales very long ones down.

use super::Raster;
use crate::picture::Drawing;

/// The most rows of a piece.
const HIGHEST: u32 = 1_920;
/// The bytes of a piece are fewer.
const HEAVIEST: usize = 1_000_000;

/// A piece of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    /// A PNG.
    pub png: Vec<u8>,
    /// px.
    pub width: u32,
    /// px.
    pub height: u32,
    /// The words of this piece.
    pub alt: String,
}

impl Raster {
    /// The pieces of a drawing, of which these are the pixels.
    pub fn slices(&self, drawing: &Drawing) -> Vec<Slice> {
        let scale = self.height() as f32 / drawing.height.max(1.0);
        let cuts: Vec<u32> = drawing.cuts.iter().map(|cut| (cut.y * scale).round() as u32).collect();
        let mut slices = Vec::new();
        let mut top = 0;
        let mut most = HIGHEST;
        while top < self.height() {
            let bottom = self.end(top, top.saturating_add(most), &cuts);
            let png = self.rows(top, bottom);
            if png.len() >= HEAVIEST && bottom - top > 1 {
                most = (bottom - top) / 2;
                continue;
            }
            let inside = cuts.iter().zip(&drawing.cuts).filter(|(y, _)| (top + 1..=bottom).contains(y));
            let words = inside.map(|(_, cut)| cut.words.as_str()).filter(|words| !words.is_empty());
            let alt = words.collect::<Vec<_>>().join(" ");
            slices.push(Slice { png, width: self.width(), height: bottom - top, alt });
            (top, most) = (bottom, HIGHEST);
        }
        slices
    }

    /// Where the piece from `top` ends, no further than `most`: at the last cut, or there.
    fn end(&self, top: u32, most: u32, cuts: &[u32]) -> u32 {
        if most >= self.height() {
            return self.height();
        }
        cuts.iter().copied().filter(|cut| (top + 1..=most).contains(cut)).max().unwrap_or(most)
    }
}
