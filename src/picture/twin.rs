//! Boxes -> HTML: the same words for those who do not see the picture, for search and for copying. Since both come
//! from one tree they cannot differ.
//!
//! A section is `<section>` with `<h2>`, a text of a level a heading, a list `<ul>` (`<ol>` where its items have
//! numbers), a chart its description, a status its word. What only guides the eye (icons, bars, hairlines, codes) is
//! left out, and no element is empty.

use super::Block;
use super::boxes::{Node, Tag, Text};
use super::layout::{is_empty, is_list};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The HTML of the blocks, headings from `h2`. `words` says what a chart says.
pub fn twin(blocks: &[Block], words: &dyn Fn(&str) -> Option<String>) -> String {
    let mut writer = Writer { out: String::new(), words, stamps: BTreeSet::new() };
    for node in blocks.iter().flat_map(|block| &block.tree) {
        writer.node(node, Numbers::Said);
    }
    writer.out
}

/// What becomes of the numbers of a list.
#[derive(Clone, Copy, PartialEq)]
enum Numbers {
    /// A paragraph each.
    Said,
    /// The list has them.
    Listed,
}

struct Writer<'a> {
    out: String,
    words: &'a dyn Fn(&str) -> Option<String>,
    /// Those that were said.
    stamps: BTreeSet<String>,
}

impl Writer<'_> {
    fn node(&mut self, node: &Node, numbers: Numbers) {
        match &node.tag {
            Tag::Section { .. } if is_empty(node) => {}
            Tag::Section { title, .. } => {
                let inner = self.inner(node, numbers);
                let _ = writeln!(self.out, "<section>\n<h2>{}</h2>\n{inner}</section>", Escaped(title));
            }
            _ if is_list(node) => self.list(node),
            Tag::Row { .. } if node.children.iter().all(is_word) => {
                let inner = self.inner(node, numbers);
                let words: Vec<&str> = inner.lines().map(unwrapped).collect();
                if !words.is_empty() {
                    let _ = writeln!(self.out, "<p>{}</p>", words.join(" "));
                }
            }
            Tag::Text(text) => self.text(text),
            Tag::Figure { value, before, after, .. } => {
                let (before, value, after) = (Escaped(before), Escaped(value), Escaped(after));
                let _ = writeln!(self.out, "<p>{before}<strong>{value}</strong>{after}</p>");
            }
            Tag::Number { value, .. } if numbers == Numbers::Said => self.paragraph(value),
            Tag::Status { word, .. } => self.paragraph(word),
            Tag::Chart { id } => {
                let words = (self.words)(id).unwrap_or_default();
                self.paragraph(&words);
            }
            Tag::Stamp { text } => {
                if self.stamps.insert(text.clone()) {
                    self.paragraph(text);
                }
            }
            _ => node.children.iter().for_each(|child| self.node(child, numbers)),
        }
    }

    /// What the children write, apart.
    fn inner(&mut self, node: &Node, numbers: Numbers) -> String {
        let before = std::mem::take(&mut self.out);
        node.children.iter().for_each(|child| self.node(child, numbers));
        std::mem::replace(&mut self.out, before)
    }

    fn list(&mut self, node: &Node) {
        // Hairlines and gaps between the items are none.
        let between = |child: &&Node| matches!(child.tag, Tag::Rule { .. } | Tag::Space { .. });
        let children: Vec<&Node> = node.children.iter().filter(|child| !between(child)).collect();
        let numbers: Vec<Option<u32>> = children.iter().map(|child| number(child)).collect();
        let ordered = !numbers.is_empty() && numbers.iter().all(Option::is_some);
        let mut items = String::new();
        let mut due = None;
        let mut start = None;
        for (child, number) in children.into_iter().zip(numbers) {
            let before = std::mem::take(&mut self.out);
            self.node(child, if ordered { Numbers::Listed } else { Numbers::Said });
            let inner = std::mem::replace(&mut self.out, before);
            let inner = inner.trim_end();
            if inner.is_empty() {
                continue;
            }
            start = start.or(number);
            let value = match number {
                Some(number) if ordered && due.is_some() && due != Some(number) => {
                    format!(" value=\"{number}\"")
                }
                _ => String::new(),
            };
            due = number.map(|number| number + 1);
            let _ = writeln!(items, "<li{value}>{}</li>", unwrapped(inner));
        }
        match (items.is_empty(), ordered, start) {
            (true, ..) => {}
            (_, true, None | Some(1)) => self.out.push_str(&format!("<ol>\n{items}</ol>\n")),
            (_, true, Some(start)) => self.out.push_str(&format!("<ol start=\"{start}\">\n{items}</ol>\n")),
            (_, false, _) => self.out.push_str(&format!("<ul>\n{items}</ul>\n")),
        }
    }

    fn text(&mut self, text: &Text) {
        let mut words = String::new();
        for run in &text.runs {
            let (open, close) = if run.bold { ("<strong>", "</strong>") } else { ("", "") };
            let _ = write!(words, "{open}{}{close}", Escaped(&run.text));
        }
        let words = words.trim();
        match text.level {
            _ if words.is_empty() => {}
            Some(level) => self.out.push_str(&format!("<h{level}>{words}</h{level}>\n")),
            None => self.out.push_str(&format!("<p>{words}</p>\n")),
        }
    }

    fn paragraph(&mut self, words: &str) {
        if !words.trim().is_empty() {
            let _ = writeln!(self.out, "<p>{}</p>", Escaped(words.trim()));
        }
    }
}

/// True for what stands in one line with its neighbours in a row.
fn is_word(node: &Node) -> bool {
    match &node.tag {
        Tag::Text(text) => text.level.is_none(),
        Tag::Figure { .. } | Tag::Number { .. } | Tag::Status { .. } | Tag::Icon { .. } | Tag::Bar { .. } => {
            true
        }
        _ => false,
    }
}

/// The number of an item: the first in it.
fn number(node: &Node) -> Option<u32> {
    match &node.tag {
        Tag::Number { value, .. } => value.trim_end_matches('.').parse().ok(),
        _ if is_list(node) => None,
        _ => node.children.iter().find_map(number),
    }
}

/// An item that is one paragraph needs no `<p>`.
fn unwrapped(inner: &str) -> &str {
    let one = inner.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    one.filter(|words| !words.contains("<p>")).unwrap_or(inner)
}

/// Text as HTML wants it.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
