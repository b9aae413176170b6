//! The booklet: texts as blocks, and Typst, which sets them as PDF/UA-1. typst is fenced in here.
//!
//! In go templates, a view as JSON, charts and fonts, all of them bytes at hand: nothing is looked for on the
//! disk, in the network or in the clock, so that the same input gives the same bytes.

mod blocks;
mod legible;
mod paper;
mod world;

#[cfg(test)]
mod tests;

pub use blocks::{Way, blocks};
pub use legible::legible;
pub use paper::Paper;
pub use world::{Faces, Leaf, Mistake};

/// What the files of a booklet depend on beside what goes in: another version sets the same page otherwise.
pub const VERSION: &str = "typst 0.15 / 1";
