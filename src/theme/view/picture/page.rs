//! The pages that show a picture.

use crate::theme::view::Link;
use serde::Serialize;

/// `picture_page`: a picture as an image, what can be downloaded of it, and all of it as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PicturePage {
    /// `policy`, `progress` or `organisation`.
    pub kind: String,
    /// The heading: `一图读懂：科技企业“双倍增”`.
    pub title: String,
    /// The policy.
    pub policy: Link,
    /// The bulletin, of the picture of a period; none else.
    pub bulletin: Option<Link>,
    /// The image's URL, 1080 px wide.
    pub image: String,
    /// The URL of a copy, 800 px wide, for screens that need no more.
    pub image_small: String,
    /// The image's width in px.
    pub width: usize,
    /// The image's height in px.
    pub height: usize,
    /// The alternative text.
    pub alt: String,
    /// What can be downloaded: SVG, PNG, cover.
    pub downloads: Vec<Link>,
    /// The print pages: poster, sheets.
    pub prints: Vec<Link>,
    /// All that the picture says, as HTML; headings from h2.
    pub text: String,
}

/// `print`: pictures each on a sheet of paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PrintPage {
    /// The heading, which is not printed.
    pub title: String,
    /// The paper: `A3` or `A4`.
    pub paper: String,
    /// The policy.
    pub policy: Link,
    /// The page of the picture.
    pub picture: Link,
    /// The sheets.
    pub sheets: Vec<PrintSheet>,
    /// The sheets' width in px.
    pub width: usize,
    /// The sheets' height in px.
    pub height: usize,
}

/// A sheet of paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PrintSheet {
    /// What it is about.
    pub title: String,
    /// The image's URL.
    pub url: String,
    /// All that it says, as HTML; headings from h2.
    pub text: String,
}
