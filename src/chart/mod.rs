//! Figures -> accessible, themable SVG; one file per kind of chart. plotters is fenced in here.
//!
//! In go plain structs whose words are already in the site's language; out comes the text of one
//! `<svg role="img">` with a title, a description and ids under the caller's prefix. A chart comes in two
//! [`Form`]s: a page carries both and the style sheet shows the one that fits (a [`Track`] and a [`Ring`] have one).
//! Nothing here knows of pages or templates.
//!
//! # Classes and variables
//!
//! Nothing is coloured in the markup: groups carry classes, [`stylesheet`] gives them their paint, and a theme
//! sets the variables (all have fallbacks). Whoever needs a file that stands alone asks for
//! [`Ink::Literal`], which writes the same rules with fixed colours as attributes, and every text as an outline.
//!
//! # Pictures
//!
//! A [`Piece`] is a chart inside a larger picture: literal ink, nothing that needs an id or a style sheet, composed for
//! the canvas of 1080 px with no type under 42. Every kind that a page has can be one ([`Form::Picture`]);
//! [`Timeline`], [`Pieces`], [`Steps`] and [`Beads`] are for pictures only. Their lines are as `picture.css` says.
//! On the brand's own colour, draw with [`Palette::on_brand`]; on a tint, make the tint the palette's `paper`.
//!
//! | class | what | variable |
//! |---|---|---|
//! | `chart`, `chart-line` …, `chart-wide`, `chart-narrow` | the root: kind and form | |
//! | `c-grid` | grid lines, lines between rows and years | `--chart-grid` |
//! | `c-axis` | the line from which values are counted, ticks, leaders of labels | `--chart-muted` |
//! | `c-plan` | the planned path, dashed | `--chart-muted` |
//! | `c-actual` | the line of what was reached | `--chart-brand` |
//! | `c-dot`, `c-dot-open` | a figure; a provisional one is hollow | `--chart-brand`, `--chart-paper` |
//! | `c-goal`, `c-goal-open` | the last target; an interim one | `--chart-ink`, `--chart-paper` |
//! | `c-bar`, `c-track`, `c-tick` | a length; what it is measured against; where it ought to be | `--chart-brand`, `--chart-tint`, `--chart-ink` |
//! | `c-due`, `c-attained`, `c-rest` | the arcs of a ring | `--chart-muted`, `--chart-brand`, `--chart-tint` |
//! | `c-text`, `c-note`, `c-strong` | words: names, quiet labels, the newest figure | `--chart-ink`, `--chart-muted`, `--chart-brand` |
//! | `c-example` | the word 示例 | `--chart-muted` |
//! | `c-rail`, `c-origin`, `c-arrow` | pictures only: the line of a timeline, its start; the arrow between pieces | `--chart-grid`, `--chart-muted`, `--chart-brand` |
//! | `c-on`, `c-ahead`, `c-slow`, `c-behind`, `c-neutral` | the shapes of a status | `--chart-on` … `--chart-neutral` |
//!
//! Labels have a halo of `--chart-paper`, so that must be the colour of the ground on which a chart stands.
//!
//! Sizes of type are attributes, because labels were placed by them; a theme should not change them.

mod backend;
mod bars;
mod beads;
mod frame;
mod ink;
mod line;
mod pieces;
mod place;
mod ring;
mod rows;
mod scale;
mod sheet;
mod slot;
mod steps;
mod strip;
mod timeline;
mod track;

#[cfg(test)]
mod picture_tests;
#[cfg(test)]
mod tests;

pub use bars::{Bars, Row};
pub use beads::Beads;
pub use ink::{Ink, Paint, Palette, stylesheet};
pub use line::{Actual, Goal, Line};
pub use pieces::Pieces;
pub use ring::Ring;
pub use steps::{Step, Steps};
pub use strip::{Cell, Family, Strip};
pub use timeline::{Stop, Timeline};
pub use track::Track;

use std::collections::BTreeSet;

/// The width for which a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// 720 px: a desktop, paper.
    Wide,
    /// 360 px: a phone, half a column; fewer labels.
    Narrow,
    /// The column of a picture, where type is a third larger still than on a phone; for [`Ink::Literal`].
    Picture,
}

/// The width of a picture's column, in pixels of its canvas.
pub const COLUMN: f64 = 936.0;

/// A chart inside a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// A `<g>` with its title and description. It refers to nothing outside, and has no ids.
    pub body: String,
    /// In pixels of the canvas; what is drawn lies between 0 and this.
    pub width: f32,
    /// In pixels of the canvas.
    pub height: f32,
    /// The letters that no font has, drawn as 〓.
    pub missing: BTreeSet<char>,
    /// Its words, for whoever does not see it; 示例 is in the description.
    pub caption: Caption,
}

/// What a chart says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The name: 高新技术企业：计划路径与实际.
    pub title: String,
    /// What a reader who does not see it has to know: the sentence of the status.
    pub description: String,
    /// The word 示例 in the site's language, where any of the figures is invented: printed in a corner, and
    /// added to the description.
    pub example: Option<String>,
}
