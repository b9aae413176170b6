//! What a policy asks of its pictures, `picture.yaml`, and the fonts that a site adds for them.

use super::{ClauseIx, Place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The hue of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hue {
    /// 红.
    #[default]
    Red,
    /// 蓝.
    Blue,
}

/// `picture.yaml`: nothing of it is required, so an empty one is what a policy without the file has.
#[derive(Clone, Debug, Default)]
pub struct PictureChoice {
    /// The hue.
    pub hue: Hue,
    /// The sections in order, each with its place; none: those of the theme in the usual order.
    pub sections: Option<Vec<(String, Place)>>,
    /// The title in place of the short title.
    pub title: Option<String>,
    /// The line below the title in place of the computed sentence.
    pub subtitle: Option<String>,
    /// Shorter headings, by clause.
    pub short: BTreeMap<ClauseIx, String>,
    /// A line below a task, by clause.
    pub lines: BTreeMap<ClauseIx, String>,
    /// Icons of groups by the clause that holds the group, each with its place.
    pub icons: BTreeMap<ClauseIx, (String, Place)>,
    /// Whether each organisation has a picture of its own for each period.
    pub organisations: bool,
    /// The alternative text in place of the computed sentence.
    pub alt: Option<String>,
}

/// A font of the site, `content/fonts/NAME.ttf`, for letters that the shipped ones lack.
#[derive(Clone, Debug)]
pub struct FontFile {
    /// The file's name.
    pub name: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}
