//! Boxes -> items: which stands in which, numbers of sections, and the distances between them.

use super::leaf::Leaf;
use super::style::{self, Way, place};
use super::tree::{Frame, Items};
use crate::font::Weight;
use crate::picture::boxes::{Align, Fault, Justify, Node, Role, Tag};
use crate::picture::palette::{Ground, Tone};
use crate::picture::{Block, Studio};
use std::collections::BTreeSet;
use taffy::prelude::length;
use taffy::{FlexWrap, Style};

/// The margins of the canvas, px.
const MARGIN: f32 = 72.0;
/// Before and after a section.
const BETWEEN: f32 = 144.0;
/// Above the very first section.
const ABOVE: f32 = 72.0;
/// From a heading to what it heads.
const HEADING: f32 = 56.0;
/// Between the children of a section.
const INSIDE: f32 = 36.0;

/// Makes items of boxes.
pub(super) struct Builder<'a, 's> {
    pub(super) studio: &'a Studio<'s>,
    pub(super) items: Items,
    pub(super) missing: BTreeSet<char>,
    pub(super) faults: Vec<Fault>,
    sections: usize,
    pub(super) blocks: &'a [Block],
    /// The number of the block whose boxes are being made.
    pub(super) block: usize,
}

/// Where a box stands.
#[derive(Clone, Copy)]
struct Stand {
    way: Way,
    ground: Ground,
    /// Lists around it.
    lists: usize,
    /// True for a child of a list.
    item: bool,
}

impl<'a, 's> Builder<'a, 's> {
    pub(super) fn new(blocks: &'a [Block], studio: &'a Studio<'s>) -> Self {
        let (missing, faults) = (BTreeSet::new(), Vec::new());
        Builder { studio, items: Items::default(), missing, faults, sections: 0, blocks, block: 0 }
    }

    /// The root of all blocks.
    pub(super) fn root(&mut self) -> usize {
        let nodes: Vec<(usize, &Node)> = self
            .blocks
            .iter()
            .enumerate()
            .flat_map(|(block, Block { tree, .. })| tree.iter().map(move |node| (block, node)))
            .filter(|(_, node)| !is_empty(node))
            .collect();
        let is_section = |node: &Node| matches!(node.tag, Tag::Section { .. });
        let mut children = Vec::new();
        for (n, (block, node)) in nodes.iter().enumerate() {
            self.block = *block;
            let child = self.edge_to_edge(node);
            let after = n > 0 && is_section(nodes[n - 1].1);
            if is_section(node) || after {
                let space = if n == 0 { ABOVE } else { BETWEEN };
                self.items.0[child].style.margin.top = length(space);
            }
            children.push(child);
        }
        let mut style = style::column(0.0, Align::Stretch, Justify::Start);
        if nodes.last().is_some_and(|(_, node)| is_section(node)) {
            style.padding.bottom = length(BETWEEN);
        }
        let frame = Frame { fill: Some(Ground::Paper), ..Frame::default() };
        self.items.frame(style, children, frame, Ground::Paper)
    }

    /// A band or section as it is; anything else between the margins.
    fn edge_to_edge(&mut self, node: &'a Node) -> usize {
        let stand = Stand { way: Way::Down, ground: Ground::Paper, lists: 0, item: false };
        match &node.tag {
            Tag::Section { title, gap } => self.section(node, title, *gap),
            Tag::Band { .. } => self.node(node, stand),
            _ => {
                let child = self.node(node, stand);
                let style = &mut self.items.0[child].style;
                (style.margin.left, style.margin.right) = (length(MARGIN), length(MARGIN));
                child
            }
        }
    }

    fn section(&mut self, node: &'a Node, title: &'a str, gap: Option<f32>) -> usize {
        self.sections += 1;
        let heading = self.heading(title);
        let mut children = vec![heading];
        let is_band = |node: &Node| matches!(node.tag, Tag::Band { .. });
        let mut before: Option<&Node> = None;
        for child in node.children.iter().filter(|child| !is_empty(child)) {
            let item = self.edge_to_edge(child);
            let space = match before {
                None => HEADING,
                Some(before) if is_band(before) && is_band(child) => gap.unwrap_or(0.0),
                Some(_) => gap.unwrap_or(INSIDE),
            };
            self.items.0[item].style.margin.top = length(space);
            children.push(item);
            before = Some(child);
        }
        let frame = Frame { stamp: stamp(node), ends: true, ..Frame::default() };
        let mut style = style::column(0.0, Align::Stretch, Justify::Start);
        place(&mut style, (0.0, None), Way::Down, true);
        self.items.frame(style, children, frame, Ground::Paper)
    }

    /// A square with the number of the section among those that are there, and its title.
    fn heading(&mut self, title: &str) -> usize {
        let ground = Ground::Paper;
        let number = self.sections.to_string();
        let square = Leaf::Square(self.square(&number, 88.0, Tone::Brand, ground));
        let mut set = Style { flex_shrink: 0.0, ..Style::default() };
        set.margin.top = length((Role::Section.size() * Role::Section.leading() - 88.0) / 2.0);
        let square = self.items.leaf(set, square, ground);
        let words = self.lettering(&[(title, Weight::Bold, Tone::Ink)], Role::Section, ground);
        let mut grown = Style::default();
        place(&mut grown, (1.0, None), Way::Across, false);
        let words = self.items.leaf(grown, Leaf::Text(words), ground);
        let mut style = style::row(24.0, Align::Start, Justify::Start, FlexWrap::NoWrap);
        (style.margin.left, style.margin.right) = (length(MARGIN), length(MARGIN));
        style.flex_shrink = 0.0;
        self.items.frame(style, vec![square, words], Frame::default(), ground)
    }

    fn node(&mut self, node: &'a Node, stand: Stand) -> usize {
        match &node.tag {
            Tag::Band { .. } | Tag::Stack { .. } | Tag::Row { .. } | Tag::Grid { .. } | Tag::Box { .. } => {
                self.frame(node, stand)
            }
            // The reader keeps sections out of everything but the picture itself.
            Tag::Section { title, gap } => self.section(node, title, *gap),
            tag => {
                let leaf = self.leaf(node, stand.ground);
                let mut style = Style::default();
                place(&mut style, (node.grow, node.width), stand.way, leaf.is_rigid());
                // A space is as long as it says in the way of its parent.
                match (tag, stand.way) {
                    (Tag::Space { size }, Way::Across) => style.size.width = length(*size),
                    (Tag::Space { size }, _) => style.size.height = length(*size),
                    _ => {}
                }
                let item = self.items.leaf(style, leaf, stand.ground);
                self.items.0[item].place = (self.block, node.line);
                item
            }
        }
    }

    fn frame(&mut self, node: &'a Node, stand: Stand) -> usize {
        let (mut style, way) = match &node.tag {
            Tag::Band { gap, align, justify, .. } | Tag::Box { gap, align, justify, .. } => {
                (style::column(*gap, *align, *justify), Way::Down)
            }
            Tag::Stack { hang: Some(_), .. } => {
                (style::row(0.0, Align::Baseline, Justify::Start, FlexWrap::NoWrap), Way::Across)
            }
            Tag::Stack { gap, align, .. } => (style::column(*gap, *align, Justify::Start), Way::Down),
            Tag::Row { gap, align, justify, wrap } => {
                let wraps = if *wrap { FlexWrap::Wrap } else { FlexWrap::NoWrap };
                (style::row(*gap, *align, *justify, wraps), Way::Across)
            }
            Tag::Grid { columns, gap, row_gap, .. } => (style::grid(*columns, *gap, *row_gap), Way::Cells),
            _ => (Style::default(), Way::Down),
        };
        place(&mut style, (node.grow, node.width), stand.way, false);
        let list = is_list(node);
        let ground = own_ground(node).unwrap_or(stand.ground);
        let mut frame = Frame {
            fill: own_ground(node),
            stamp: stamp(node),
            ends: stand.item && stand.lists <= 2,
            ..Frame::default()
        };
        match &node.tag {
            Tag::Band { pad, margin, fill, .. } => {
                style.padding = style::around(*margin);
                (style.padding.top, style.padding.bottom) = (length(*pad), length(*pad));
                style.flex_grow = if *fill { 1.0 } else { 0.0 };
                frame.ends = true;
            }
            Tag::Box { border, pad, height, .. } => {
                style.padding = style::around(*pad);
                if let Some(height) = height {
                    style.min_size.height = length(*height);
                }
                frame.border = *border;
            }
            _ => {}
        }
        let inner = Stand { way, ground, lists: stand.lists + usize::from(list), item: list };
        let there = node.children.iter().filter(|child| !is_empty(child));
        let children = match &node.tag {
            Tag::Stack { hang: Some(hang), gap, align, .. } => {
                let nodes: Vec<&Node> = there.collect();
                self.hanging(&nodes, (*hang, *gap, *align), inner)
            }
            _ => there.map(|child| self.node(child, inner)).collect(),
        };
        self.items.frame(style, children, frame, stand.ground)
    }

    /// The first child in a column of its own, the others in another beside it.
    fn hanging(
        &mut self,
        nodes: &[&'a Node],
        (hang, gap, align): (f32, f32, Align),
        inner: Stand,
    ) -> Vec<usize> {
        let Some((first, rest)) = nodes.split_first() else { return Vec::new() };
        let down = Stand { way: Way::Down, ..inner };
        let first = self.node(first, down);
        let mut style = style::column(0.0, Align::Start, Justify::Start);
        (style.size.width, style.flex_shrink) = (length(hang), 0.0);
        let first = self.items.frame(style, vec![first], Frame::default(), inner.ground);
        let rest = rest.iter().map(|node| self.node(node, down)).collect();
        let mut style = style::column(gap, align, Justify::Start);
        place(&mut style, (1.0, None), Way::Across, false);
        vec![first, self.items.frame(style, rest, Frame::default(), inner.ground)]
    }
}

/// True for a box that draws nothing: it vanishes with its gap.
pub(in crate::picture) fn is_empty(node: &Node) -> bool {
    let hollow = || node.children.iter().all(is_empty);
    match &node.tag {
        Tag::Section { .. } | Tag::Stack { .. } | Tag::Row { .. } | Tag::Grid { .. } => hollow(),
        Tag::Box { tone, border, .. } => tone.is_none() && !border && hollow(),
        Tag::Text(text) => text.runs.is_empty(),
        // It is laid over its parent.
        Tag::Stamp { .. } => true,
        _ => false,
    }
}

/// True where the children are a list.
pub(in crate::picture) fn is_list(node: &Node) -> bool {
    matches!(node.tag, Tag::Stack { list: true, .. } | Tag::Grid { list: true, .. })
}

fn own_ground(node: &Node) -> Option<Ground> {
    match node.tag {
        Tag::Band { tone, .. } => Some(tone),
        Tag::Box { tone, .. } => tone,
        _ => None,
    }
}

fn stamp(node: &Node) -> Option<String> {
    node.children.iter().find_map(|child| match &child.tag {
        Tag::Stamp { text } => Some(text.clone()),
        _ => None,
    })
}
