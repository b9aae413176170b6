//! The items of a picture as taffy (fenced in here and beside) wants to see them.

use super::leaf::Leaf;
use crate::picture::palette::Ground;
use taffy::{
    AvailableSpace, Baselines, Cache, CacheTree, Layout, LayoutInput, LayoutOutput, NodeId, RunMode, Size,
    Style,
};

/// A box that is laid out.
pub(super) struct Item {
    pub(super) style: Style,
    pub(super) children: Vec<usize>,
    pub(super) content: Content,
    /// On what it stands.
    pub(super) ground: Ground,
    pub(super) layout: Layout,
    /// The number of its block, and its line there, for messages.
    pub(super) place: (usize, u32),
    cache: Cache,
}

/// What is drawn of an item itself.
pub(super) enum Content {
    /// A box with others in it.
    Frame(Frame),
    /// A box without.
    Leaf(Box<Leaf>),
}

/// The looks of a box with others in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// Its own ground.
    pub(super) fill: Option<Ground>,
    pub(super) border: bool,
    pub(super) stamp: Option<String>,
    /// True where the picture may be cut at its end.
    pub(super) ends: bool,
}

/// All items; children come before their parents.
#[derive(Default)]
pub(super) struct Items(pub(super) Vec<Item>);

impl Items {
    /// A box with others in it.
    pub(super) fn frame(
        &mut self,
        style: Style,
        children: Vec<usize>,
        frame: Frame,
        ground: Ground,
    ) -> usize {
        self.push(Item::new(style, children, Content::Frame(frame), ground))
    }

    /// A box without.
    pub(super) fn leaf(&mut self, style: Style, leaf: Leaf, ground: Ground) -> usize {
        self.push(Item::new(style, Vec::new(), Content::Leaf(Box::new(leaf)), ground))
    }

    fn push(&mut self, item: Item) -> usize {
        self.0.push(item);
        self.0.len() - 1
    }

    /// Lays out everything below `root` in a width, at least so high.
    pub(super) fn lay(&mut self, root: usize, width: f32, least: f32) {
        for item in &mut self.0 {
            item.cache.clear();
        }
        self.0[root].style.size.width = taffy::Dimension::length(width);
        self.0[root].style.min_size.height = taffy::LengthPercentageAuto::length(least);
        let space = Size { width: AvailableSpace::Definite(width), height: AvailableSpace::MaxContent };
        taffy::compute_root_layout(self, NodeId::from(root), space);
    }
}

impl Item {
    fn new(style: Style, children: Vec<usize>, content: Content, ground: Ground) -> Item {
        Item { style, children, content, ground, layout: Layout::new(), place: (0, 0), cache: Cache::new() }
    }
}

fn at(id: NodeId) -> usize {
    usize::from(id)
}

impl taffy::TraversePartialTree for Items {
    type ChildIter<'a> = std::iter::Map<std::slice::Iter<'a, usize>, fn(&usize) -> NodeId>;

    fn child_ids(&self, id: NodeId) -> Self::ChildIter<'_> {
        self.0[at(id)].children.iter().map(|child| NodeId::from(*child))
    }

    fn child_count(&self, id: NodeId) -> usize {
        self.0[at(id)].children.len()
    }

    fn get_child_id(&self, id: NodeId, n: usize) -> NodeId {
        NodeId::from(self.0[at(id)].children[n])
    }
}

impl taffy::TraverseTree for Items {}

impl taffy::LayoutPartialTree for Items {
    type CustomIdent = String;
    type CoreContainerStyle<'a> = &'a Style;

    fn get_core_container_style(&self, id: NodeId) -> &Style {
        &self.0[at(id)].style
    }

    fn set_unrounded_layout(&mut self, id: NodeId, layout: &Layout) {
        self.0[at(id)].layout = *layout;
    }

    fn compute_child_layout(&mut self, id: NodeId, inputs: LayoutInput) -> LayoutOutput {
        taffy::compute_cached_layout(self, id, inputs, |items, id, inputs| {
            let item = &items.0[at(id)];
            let mut output = match &item.content {
                Content::Leaf(leaf) => lay_leaf(leaf, &item.style, inputs),
                Content::Frame(_) if item.style.display == taffy::Display::Grid => {
                    taffy::compute_grid_layout(items, id, inputs)
                }
                Content::Frame(_) => taffy::compute_flexbox_layout(items, id, inputs),
            };
            if inputs.run_mode == RunMode::PerformLayout {
                taffy::compute_oof_layout(items, id, &mut output);
            }
            output
        })
    }
}

/// A leaf knows its height in a width, and its first baseline: so words align with figures.
fn lay_leaf(leaf: &Leaf, style: &Style, inputs: LayoutInput) -> LayoutOutput {
    let measure = |known: Size<Option<f32>>, space: Size<AvailableSpace>| {
        let (width, height) = match (known.width, space.width) {
            (Some(width), _) => leaf.size(width),
            (None, AvailableSpace::MinContent) => leaf.size(leaf.narrowest()),
            (None, AvailableSpace::MaxContent) => leaf.size(leaf.widest()),
            (None, AvailableSpace::Definite(width)) => leaf.size(width.min(leaf.widest())),
        };
        Size { width: known.width.unwrap_or(width), height: known.height.unwrap_or(height) }
    };
    let mut output = taffy::compute_leaf_layout(inputs, style, |_, _| 0.0, measure);
    output.baselines = Baselines::from_first(leaf.baseline(output.size.width));
    output
}

impl taffy::LayoutContainingBlock for Items {
    type OofItemStyle<'a> = &'a Style;

    fn get_oof_item_style(&self, id: NodeId) -> &Style {
        &self.0[at(id)].style
    }

    // Nothing here is out of the flow.
    fn clear_hoisted_children(&mut self, _: NodeId) {}
    fn add_hoisted_children(&mut self, _: NodeId, _: &[NodeId]) {}
}

impl CacheTree for Items {
    fn cache_get(&mut self, id: NodeId, inputs: &LayoutInput) -> Option<LayoutOutput> {
        self.0[at(id)].cache.get(inputs)
    }

    fn cache_store(&mut self, id: NodeId, inputs: &LayoutInput, output: LayoutOutput) {
        self.0[at(id)].cache.store(inputs, output);
    }

    fn cache_clear(&mut self, id: NodeId) {
        self.0[at(id)].cache.clear();
    }
}

impl taffy::LayoutFlexboxContainer for Items {
    type FlexboxContainerStyle<'a> = &'a Style;
    type FlexboxItemStyle<'a> = &'a Style;

    fn get_flexbox_container_style(&self, id: NodeId) -> &Style {
        &self.0[at(id)].style
    }

    fn get_flexbox_child_style(&self, id: NodeId) -> &Style {
        &self.0[at(id)].style
    }
}

impl taffy::LayoutGridContainer for Items {
    type GridContainerStyle<'a> = &'a Style;
    type GridItemStyle<'a> = &'a Style;

    fn get_grid_container_style(&self, id: NodeId) -> &Style {
        &self.0[at(id)].style
    }

    fn get_grid_child_style(&self, id: NodeId) -> &Style {
        &self.0[at(id)].style
    }
}
