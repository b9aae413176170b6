//! A page of a portal -> the lines of its article, and what stands around it.
//!
//! The only file that knows html5gum. Tags become elements with a first and a last line, so that
//! `article` can say which of them holds the document; nothing of the page is run or fetched.

use super::article::{self, Element};
use super::list::Lists;
use super::{Link, Read, paragraph};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// An opening tag.
pub(super) type Tag = StartTag<()>;

/// A line of the page.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// The innermost element that holds it.
    pub(super) element: usize,
    /// The row of a table and the cell in it.
    cell: Option<(usize, usize)>,
    /// True where it is nothing but links to files, which are kept as such.
    links: bool,
}

/// Tags whose text is not shown.
const SILENT: [&str; 11] = [
    "script", "style", "noscript", "template", "select", "button", "textarea", "iframe", "svg", "title",
    "object",
];

/// Tags that stand within a line.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "label", "mark", "s",
    "small", "span", "strong", "sub", "sup", "u", "o:p",
];

/// Tags that hold nothing.
const VOID: [&str; 12] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Endings of files that a page hands out.
const FILES: [&str; 12] =
    ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "rar", "wps", "et", "ofd"];

/// The most elements within elements; what is deeper belongs to the last of them.
const DEEPEST: usize = 512;

/// Reads a page.
pub(super) fn read(html: &str) -> Read {
    let mut page = Page::default();
    let mut emitter = DefaultEmitter::default();
    // So that `<p>` within a script is no tag.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.start(&tag),
            Token::EndTag(tag) => page.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => page.words(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.finish()
}

/// An attribute of a tag.
pub(super) fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let (_, value) = tag.attributes.iter().find(|(key, _)| key.as_slice() == name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

#[derive(Default)]
struct Page {
    elements: Vec<Element>,
    open: Vec<Open>,
    lines: Vec<Line>,
    words: String,
    tags: Vec<(String, String)>,
    links: Vec<(usize, Link)>,
    lists: Lists,
    rows: usize,
    /// The words of the links to files on this line.
    linked: String,
}

/// An element that is open.
struct Open {
    name: String,
    /// Its position in the elements; of one that stands within a line, that of the element around it.
    element: usize,
    hidden: bool,
    /// The row that it opened, or the row and cell.
    row: Option<usize>,
    cells: usize,
    /// Where its link leads, and where its words begin.
    link: Option<(String, usize)>,
}

impl Page {
    fn start(&mut self, tag: &Tag) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let inline = within_a_line(&name);
        if !inline {
            self.flush();
        }
        match name.as_str() {
            "meta" => {
                let named = attribute(tag, "name").zip(attribute(tag, "content"));
                self.tags.extend(named.map(|(name, value)| (name.trim().to_lowercase(), paragraph(&value))));
            }
            "ol" | "ul" => self.lists.start(tag, &tag.name),
            "li" => {
                if let Some(n) = self.lists.item(tag) {
                    self.words.push_str(&format!("{n}."));
                }
            }
            _ => {}
        }
        if VOID.contains(&name.as_str()) || tag.self_closing || self.open.len() >= DEEPEST {
            return;
        }
        let hidden = self.open.last().is_some_and(|open| open.hidden) || hides(tag, &name);
        let element = if inline { self.element() } else { self.element_of(tag, &name) };
        let row = (name == "tr").then(|| {
            self.rows += 1;
            self.rows
        });
        if matches!(name.as_str(), "td" | "th")
            && let Some(row) = self.open.iter_mut().rev().find(|open| open.row.is_some())
        {
            row.cells += 1;
        }
        let link = attribute(tag, "href").filter(|_| name == "a").map(|address| (address, self.words.len()));
        self.open.push(Open { name, element, hidden, row, cells: 0, link });
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else { return };
        if !within_a_line(name) {
            self.flush();
        }
        if matches!(name, "ol" | "ul") {
            self.lists.end();
        }
        while self.open.len() > at {
            let Some(open) = self.open.pop() else { return };
            if let Some((address, from)) = open.link {
                self.link(address, from);
            }
            if !within_a_line(&open.name) {
                self.elements[open.element].to = self.lines.len();
            }
        }
    }

    /// A link to a file is kept with its words.
    fn link(&mut self, address: String, from: usize) {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        if FILES.contains(&super::ending(path).as_str()) {
            let words = paragraph(self.words.get(from..).unwrap_or_default());
            self.linked.push_str(&words);
            self.links.push((self.lines.len(), Link { words, address: address.trim().to_string() }));
        }
    }

    fn words(&mut self, text: &str) {
        if !self.open.last().is_some_and(|open| open.hidden) {
            self.words.push_str(text);
        }
    }

    /// Ends a line.
    fn flush(&mut self) {
        let text = paragraph(&std::mem::take(&mut self.words));
        let linked = std::mem::take(&mut self.linked);
        if text.is_empty() {
            return;
        }
        // A link with a number is an entry of the list of attachments.
        let links = text == linked && crate::text::number_len(&text) == 0;
        let row = self.open.iter().rev().find(|open| open.row.is_some());
        let cell = row.and_then(|open| Some((open.row?, open.cells)));
        let element = self.element();
        self.lines.push(Line { text, element, cell, links });
    }

    /// The innermost element that is open; the first of all stands for the page.
    fn element(&mut self) -> usize {
        if self.elements.is_empty() {
            self.elements.push(Element::default());
        }
        self.open.last().map_or(0, |open| open.element)
    }

    fn element_of(&mut self, tag: &Tag, name: &str) -> usize {
        let parent = self.element();
        let words = |name| attribute(tag, name).unwrap_or_default().to_lowercase();
        let from = self.lines.len();
        self.elements.push(Element {
            name: name.to_string(),
            id: words("id"),
            classes: words("class").split_ascii_whitespace().map(str::to_string).collect(),
            parent: Some(parent),
            from,
            to: from,
        });
        self.elements.len() - 1
    }

    fn finish(mut self) -> Read {
        self.flush();
        let all = self.lines.len();
        for open in &self.open {
            self.elements[open.element].to = all;
        }
        if let Some(first) = self.elements.first_mut() {
            first.to = all;
        }
        let chosen = article::find(&self.elements, &self.lines);
        let mut around = joined(&self.lines[..chosen.start]);
        around.extend(joined(&self.lines[chosen.end..]));
        let mut text = joined(&self.lines[chosen.clone()]).join("\n");
        text.push('\n');
        // Links of the article come first: those around it are often of other documents.
        let (mut links, beside): (Vec<_>, Vec<_>) =
            self.links.into_iter().partition(|(at, _)| chosen.contains(at));
        if links.is_empty() {
            links = beside;
        }
        let links = links.into_iter().map(|(_, link)| link).collect();
        Read { text, around, tags: self.tags, links, ..Read::default() }
    }
}

/// True for a tag that ends no line: its text runs on, or is not shown at all.
fn within_a_line(name: &str) -> bool {
    INLINE.contains(&name) || SILENT.contains(&name)
}

/// True for a tag whose text nobody sees.
fn hides(tag: &Tag, name: &str) -> bool {
    let style = attribute(tag, "style").unwrap_or_default().to_lowercase().replace(' ', "");
    SILENT.contains(&name) || style.contains("display:none") || attribute(tag, "hidden").is_some()
}

/// Lines with the rows of tables put together. A row whose cells hold paragraphs is layout, and its
/// lines stay apart.
fn joined(lines: &[Line]) -> Vec<String> {
    let lines: Vec<&Line> = lines.iter().filter(|line| !line.links).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let row = lines[at].cell.map(|(row, _)| row);
        let end = lines[at..].iter().take_while(|line| line.cell.map(|(row, _)| row) == row).count() + at;
        let end = if row.is_none() { at + 1 } else { end };
        let group = &lines[at..end];
        let single = group.windows(2).all(|pair| pair[0].cell != pair[1].cell);
        if row.is_some() && group.len() > 1 && single {
            let cells: Vec<&str> = group.iter().map(|line| line.text.as_str()).collect();
            out.push(cells.join(" | "));
        } else {
            out.extend(group.iter().map(|line| line.text.clone()));
        }
        at = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_the_lines_that_a_reader_sees() {
        let cases = [
            ("<p>甲<b>乙</b></p><p>丙<br>丁</p>", "甲乙\n丙\n丁\n"),
            ("<p>甲<p>乙", "甲\n乙\n"),
            ("<div>甲<script>if (a < b) { '<p>乙</p>' }</script><style>p{}</style>丙</div>", "甲丙\n"),
            ("<p style='display: none'>甲</p><p>乙&nbsp;&mdash;</p>", "乙 —\n"),
            ("<table><tr><td>甲</td><td><p>乙</p></td></tr></table>", "甲 | 乙\n"),
            ("<table><tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr></table>", "甲\n乙\n丙\n"),
            ("<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>", "3.甲\n4.乙\n丙\n"),
            ("</div></p>甲", "甲\n"),
        ];
        for (html, wanted) in cases {
            assert_eq!(read(html).text, wanted, "{html}");
        }
    }

    #[test]
    fn tags_and_links_to_files_are_kept() {
        let read = read(
            "<meta name='PubDate' content='2023-07-19 09:00'><p>甲<a href='./P02.xlsx?x'>附件1 <b>表</b></a><a href='x.html'>乙</a>",
        );
        assert_eq!(read.tags, [("pubdate".to_string(), "2023-07-19 09:00".to_string())]);
        assert_eq!(read.links, [Link { words: "附件1 表".into(), address: "./P02.xlsx?x".into() }]);
    }

    #[test]
    fn depth_costs_nothing() {
        let deep = format!("{}甲{}", "<div>".repeat(200_000), "</p>".repeat(1000));
        assert_eq!(read(&deep).text, "甲\n");
    }
}
