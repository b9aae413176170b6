//! The one picture: boxes -> layout -> SVG, PNG, slices, and the same content as HTML.
//!
//! ```text
//! text of boxes (XML)
//!    | boxes
//!    v
//!   Tree ------------------------------+
//!    | layout (lines, fonts, taffy)    | twin
//!    v                                 v
//!   Scene -> svg -> SVG -> raster    HTML
//! ```
//!
//! All text is drawn as outlines, so a picture looks the same wherever it is opened. Lengths are px of a canvas
//! 1,080 wide, which is a phone of 375 CSS px.

pub mod boxes;
mod cuts;
mod icon;
mod layout;
mod lines;
pub mod palette;
pub mod qr;
pub mod raster;
mod scene;
mod svg;
#[cfg(test)]
mod tests;
mod twin;
mod word;

pub use boxes::{Fault, Node, What, parse};
pub use twin::twin;

use crate::font::Fonts;
use palette::{Ground, Palette};
use std::collections::BTreeSet;

/// One part of a picture: what one template wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The name of the template, for messages.
    pub name: String,
    /// Its boxes; none: it vanishes.
    pub tree: Vec<Node>,
}

/// What a picture is drawn on, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: Height,
}

/// How high a canvas is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Height {
    /// As high as the content; more than this is a fault.
    Free {
        /// px.
        most: f32,
    },
    /// So high. Content that is longer is drawn smaller, down to half; after that it is a fault.
    Fixed(f32),
    /// A sheet of paper: the width grows until height by width is no more than this.
    Fit {
        /// 1.414 for a sheet of the A series, upright.
        ratio: f32,
    },
}

/// A chart, ready to be laid in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// An SVG element, coloured by itself, its text as outlines.
    pub svg: String,
    /// Its own width.
    pub width: f32,
    /// Its own height.
    pub height: f32,
}

/// What a picture is drawn with.
pub struct Studio<'a> {
    /// The faces.
    pub fonts: &'a Fonts,
    /// The colours.
    pub palette: &'a Palette,
    /// The SVG of an icon by its name.
    pub icons: &'a dyn Fn(&str) -> Option<&'a str>,
    /// A chart by its name, drawn for the ground on which it will stand.
    pub charts: &'a dyn Fn(&str, Ground) -> Option<Piece>,
    /// What a chart by that name says, in words.
    pub words: &'a dyn Fn(&str) -> Option<String>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The whole, all text as outlines.
    pub svg: String,
    /// px.
    pub width: f32,
    /// px.
    pub height: f32,
    /// Where it may be cut, from top to bottom; the last is the end.
    pub cuts: Vec<Cut>,
    /// Letters that no font has: drawn as 〓.
    pub missing: BTreeSet<char>,
    /// What is wrong; what could be drawn was drawn.
    pub faults: Vec<Fault>,
}

/// A place where a picture may be cut: at the end of a band, section or item; where those are further apart than
/// 1,920 px, also between two lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// px from the top.
    pub y: f32,
    /// The words between the cut before and this one.
    pub words: String,
}

/// Draws blocks, one under the other.
pub fn draw(blocks: &[Block], canvas: &Canvas, studio: &Studio<'_>) -> Drawing {
    let layout::Laid { scene, missing, faults } = layout::lay(blocks, canvas, studio);
    let (width, height) = match canvas.height {
        Height::Fixed(height) => (canvas.width, height),
        Height::Free { .. } | Height::Fit { .. } => (scene.width, scene.height),
    };
    // A canvas of fixed height may have grown to hold its content.
    let scale = height / scene.height.max(1.0);
    let svg = svg::write(&scene, (width, height), studio.fonts);
    let cuts = scene.cuts().into_iter().map(|(y, words)| Cut { y: y * scale, words }).collect();
    Drawing { svg, width, height, cuts, missing, faults }
}
