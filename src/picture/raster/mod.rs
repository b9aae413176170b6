//! SVG -> pixels -> PNG: the whole at any width, pieces, and small ones under a number of bytes. resvg, without its
//! text features, is fenced in here.
//!
//! A picture of 1,080 × 10,000 takes 43 MB while it is drawn and a quarter of that while it is written; nothing is
//! kept.

mod colours;
mod encode;
mod slices;
#[cfg(test)]
mod tests;

pub use slices::Slice;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// An SVG that was read once and may be drawn at several widths.
pub struct Plate {
    tree: Tree,
}

/// Opaque pixels.
pub struct Raster {
    pixels: Pixmap,
}

/// Part of what a kept PNG depends on, besides the SVG: raise it when the same SVG gives other bytes.
pub const VERSION: u32 = 1;

impl Plate {
    /// Reads an SVG; none where it is no SVG.
    pub fn read(svg: &str) -> Option<Plate> {
        Some(Plate { tree: Tree::from_str(svg, &Options::default()).ok()? })
    }

    /// Draws it so many px wide; none where that is nothing, or more than memory can address.
    pub fn draw(&self, width: u32) -> Option<Raster> {
        let size = self.tree.size();
        let scale = width as f32 / size.width();
        let height = (size.height() * scale).round().max(1.0);
        let mut pixels = Pixmap::new(width, height as u32)?;
        pixels.fill(Color::WHITE);
        // Down to the last row, so that none is half covered.
        let transform = Transform::from_scale(scale, height / size.height());
        resvg::render(&self.tree, transform, &mut pixels.as_mut());
        Some(Raster { pixels })
    }
}

impl Raster {
    /// px.
    pub fn width(&self) -> u32 {
        self.pixels.width()
    }

    /// px.
    pub fn height(&self) -> u32 {
        self.pixels.height()
    }

    /// The whole as a PNG.
    pub fn png(&self) -> Vec<u8> {
        self.rows(0, self.height())
    }

    /// The whole as a PNG of at most so many bytes: in fewer colours, as few as it takes. A cover of WeChat may have
    /// 32 KB.
    pub fn png_within(&self, most: usize) -> Vec<u8> {
        encode::within(self.pixels.data(), (self.width(), self.height()), most)
    }

    /// The rows from `top` to before `bottom` as a PNG.
    pub fn rows(&self, top: u32, bottom: u32) -> Vec<u8> {
        let stride = self.width() as usize * 4;
        let data = &self.pixels.data()[top as usize * stride..bottom as usize * stride];
        encode::encode(data, self.width(), bottom - top)
    }
}
