//! Which part of a portal's page is the document.
//!
//! Portals mark it with one of a few well-known names; where none of them is there, it is the element
//! with the most text right in it.

use super::page::Line;
use std::ops::Range;

/// An element that holds lines.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// The tag's name.
    pub(super) name: String,
    /// Its `id`, in lower case.
    pub(super) id: String,
    /// Its classes, in lower case.
    pub(super) classes: Vec<String>,
    /// The element around it.
    pub(super) parent: Option<usize>,
    /// Its first line.
    pub(super) from: usize,
    /// One past its last line.
    pub(super) to: usize,
}

/// Ids and classes of the document's element, the surest first.
const NAMES: [&str; 18] = [
    "ucap-content",
    "trs_editor",
    "trs_ueditor",
    "trs_word",
    "zoom",
    "vsb_content",
    "js_content",
    "pages_content",
    "article-content",
    "article_content",
    "articlecontent",
    "article-body",
    "content-article",
    "xxgk_content",
    "zwxl-article",
    "news_content",
    "con_text",
    "content",
];

/// Fewer characters than this are no document.
const LEAST: usize = 60;

/// The lines of the document.
pub(super) fn find(elements: &[Element], lines: &[Line]) -> Range<usize> {
    let size = |element: &&Element| -> usize {
        lines[element.from..element.to.max(element.from)].iter().map(|line| line.text.chars().count()).sum()
    };
    let named = |name: &str| {
        let bears =
            |element: &&Element| element.id == name || element.classes.iter().any(|class| class == name);
        elements.iter().filter(bears).max_by_key(size).filter(|element| size(element) >= LEAST)
    };
    let found = NAMES.iter().find_map(|name| named(name));
    let tagged = || elements.iter().filter(|element| element.name == "article").max_by_key(size);
    let found = found.or_else(|| tagged().filter(|element| size(element) >= LEAST));
    match found.or_else(|| largest(elements, lines)) {
        Some(element) => element.from..element.to,
        None => 0..lines.len(),
    }
}

/// The element with the most text right in it, or in paragraphs right in it.
fn largest<'a>(elements: &'a [Element], lines: &[Line]) -> Option<&'a Element> {
    const WITHIN: [&str; 11] =
        ["p", "section", "li", "h1", "h2", "h3", "h4", "tr", "td", "center", "blockquote"];
    let mut sizes = vec![0; elements.len()];
    for line in lines {
        let mut at = line.element;
        while let Some(parent) = elements[at].parent.filter(|_| WITHIN.contains(&elements[at].name.as_str()))
        {
            at = parent;
        }
        sizes[at] += line.text.chars().count();
    }
    let best = sizes.iter().enumerate().max_by_key(|&(at, size)| (*size, std::cmp::Reverse(at)))?;
    (*best.1 >= LEAST).then(|| &elements[best.0])
}
