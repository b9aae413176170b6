//! Boxes -> places: taffy's flex and grid over words measured with the real font. taffy is fenced in here.

mod build;
mod leaf;
mod leaves;
mod paint;
mod style;
mod tree;

pub(super) use build::{is_empty, is_list};

use super::boxes::{Fault, What};
use super::scene::Scene;
use super::{Block, Canvas, Height, Studio};
use build::Builder;
use paint::Painter;
use std::collections::BTreeSet;

/// A canvas of fixed height grows by this much at most, both ways, before its content is too long: letters get as much
/// smaller.
const GROWS: f32 = 2.0;
/// A poster grows until it fits; so wide it is never.
const WIDEST: f32 = 12.0;

/// What became of the boxes.
pub(super) struct Laid {
    pub(super) scene: Scene,
    pub(super) missing: BTreeSet<char>,
    pub(super) faults: Vec<Fault>,
}

/// Lays out the blocks on a canvas.
pub(super) fn lay(blocks: &[Block], canvas: &Canvas, studio: &Studio<'_>) -> Laid {
    let mut builder = Builder::new(blocks, studio);
    let root = builder.root();
    let Builder { mut items, missing, mut faults, .. } = builder;
    let mut high = |width: f32, least: f32| {
        items.lay(root, width, least);
        items.0[root].layout.size.height
    };
    let (width, height) = match canvas.height {
        Height::Free { most } => {
            let height = high(canvas.width, 0.0).ceil();
            note_high(&mut faults, height, most);
            (canvas.width, height)
        }
        Height::Fixed(height) => {
            let (width, found) = fitted(&mut high, canvas.width, height / canvas.width, GROWS);
            note_high(&mut faults, found * canvas.width / width, height + 1.0);
            (width, found)
        }
        Height::Fit { ratio } => fitted(&mut high, canvas.width, ratio, WIDEST),
    };
    let scene = Scene { width, height, ..Scene::default() };
    let mut painter = Painter { items: &items, studio, scene, out: Vec::new() };
    painter.item(root, (0.0, 0.0));
    let wide = painter.out.into_iter().map(|(block, line, words)| {
        let block = blocks.get(block).map(|block| block.name.clone()).unwrap_or_default();
        Fault { block, line, what: What::Wide(words) }
    });
    faults.extend(wide);
    Laid { scene: painter.scene, missing, faults }
}

fn note_high(faults: &mut Vec<Fault>, height: f32, most: f32) {
    if height > most {
        let what = What::High { height: height as u32, most: most as u32 };
        faults.push(Fault { block: String::new(), line: 0, what });
    }
}

/// The least width, up to `grows` times the given, at which the content is no higher than the canvas.
fn fitted(high: &mut impl FnMut(f32, f32) -> f32, width: f32, ratio: f32, grows: f32) -> (f32, f32) {
    let fits =
        |high: &mut dyn FnMut(f32, f32) -> f32, width: f32| high(width, width * ratio) <= width * ratio + 0.5;
    let (mut small, mut large) = (width, width);
    while !fits(high, large) && large < width * grows {
        small = large;
        large = (large * 1.25).min(width * grows);
    }
    // To within a hundredth: nearer nobody sees.
    while large - small > small * 0.01 {
        let middle = (small + large) / 2.0;
        if fits(high, middle) { large = middle } else { small = middle }
    }
    let large = large.ceil();
    let height = high(large, (large * ratio).round()).ceil();
    (large, height)
}
