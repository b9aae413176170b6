//! The HTML of a text, as our own Markdown writer made it, -> blocks and spans of the view.
//!
//! What paper cannot show is not lost: a picture becomes its words, a link keeps its address.

use crate::theme::view::{BookletBlock, BookletSpan};
use roxmltree::{Document, Node};

/// Where a link of a text leads on paper: its address, or none where it leads nowhere without the site.
pub type Way<'a> = &'a dyn Fn(&str) -> Option<String>;

/// No text is set deeper than this in lists and quotes: Typst would refuse it, and so would a leaf of A5.
const DEEPEST: usize = 16;

/// How deep the tags of a text stand in each other.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        match (tag.starts_with('/'), tag.ends_with('/')) {
            (true, _) => depth = depth.saturating_sub(1),
            (false, true) => {}
            (false, false) => depth += 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// The blocks of a text. What is nested too deep comes as its words. `below` is the level of the heading that it stands under.
pub fn blocks(html: &str, below: u8, way: Way) -> Vec<BookletBlock> {
    if depth(html) > DEEPEST {
        return vec![paragraph(vec![text(&bare(html))])];
    }
    let whole = format!("<body>{html}</body>");
    match Document::parse(&whole) {
        Ok(document) => {
            let mut reader = Reader { below, above: Vec::new(), way };
            reader.blocks(document.root_element())
        }
        // The writer of HTML closes every tag; should it ever not, the words still come through.
        Err(_) => vec![paragraph(vec![text(&bare(html))])],
    }
}

struct Reader<'a> {
    below: u8,
    /// The levels that HTML has above the next heading, as they were written.
    above: Vec<u8>,
    way: Way<'a>,
}

impl Reader<'_> {
    /// The blocks inside an element; loose words between them are a paragraph.
    fn blocks(&mut self, parent: Node) -> Vec<BookletBlock> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        for child in parent.children() {
            if is_inline(child) {
                self.span(child, &mut loose);
                continue;
            }
            close(&mut loose, &mut blocks);
            if child.is_element() {
                self.block(child, &mut blocks);
            }
        }
        close(&mut loose, &mut blocks);
        blocks
    }

    fn block(&mut self, node: Node, out: &mut Vec<BookletBlock>) {
        match node.tag_name().name() {
            "p" => out.push(paragraph(self.spans(node))),
            "ul" => out.push(BookletBlock { items: self.items(node), ..of("list") }),
            "ol" => {
                let start = node.attribute("start").and_then(|n| n.parse().ok()).unwrap_or(1);
                out.push(BookletBlock { items: self.items(node), start, ..of("numbered") });
            }
            "blockquote" => out.push(BookletBlock { blocks: self.blocks(node), ..of("quote") }),
            "pre" => {
                let text = words(node).trim_end_matches('\n').to_owned();
                out.push(BookletBlock { text, ..of("code") });
            }
            "hr" => out.push(of("rule")),
            "table" => out.push(self.table(node)),
            name if heading(name).is_some() => {
                let level = self.level(heading(name).unwrap_or(1));
                out.push(BookletBlock { level, spans: self.spans(node), ..of("heading") });
            }
            _ => out.extend(self.blocks(node)),
        }
    }

    /// The level of a heading: one below what it stands under, whatever HTML leaves out between.
    fn level(&mut self, written: u8) -> u8 {
        while self.above.last().is_some_and(|above| *above >= written) {
            self.above.pop();
        }
        self.above.push(written);
        (self.below + self.above.len() as u8).min(6)
    }

    fn items(&mut self, list: Node) -> Vec<Vec<BookletBlock>> {
        list.children().filter(|item| item.has_tag_name("li")).map(|item| self.blocks(item)).collect()
    }

    fn table(&mut self, table: Node) -> BookletBlock {
        let rows: Vec<Node> = table.descendants().filter(|node| node.has_tag_name("tr")).collect();
        let rows = rows.iter().map(|row| row.children().filter(|cell| is_cell(*cell)).collect::<Vec<_>>());
        let rows: Vec<Vec<Node>> = rows.collect();
        let wide = rows.iter().map(Vec::len).max().unwrap_or(0);
        let sides = (0..wide).map(|n| side(rows.iter().find_map(|row| row.get(n)))).collect();
        let mut cells = rows.into_iter().map(|row| {
            let mut cells: Vec<Vec<BookletSpan>> = row.into_iter().map(|cell| self.spans(cell)).collect();
            cells.resize(wide, Vec::new());
            cells
        });
        let head = cells.next().unwrap_or_default();
        BookletBlock { sides, head, rows: cells.collect(), ..of("table") }
    }

    fn spans(&mut self, parent: Node) -> Vec<BookletSpan> {
        let mut spans = Vec::new();
        parent.children().for_each(|child| self.span(child, &mut spans));
        spans
    }

    fn span(&mut self, node: Node, out: &mut Vec<BookletSpan>) {
        if let Some(words) = node.text().filter(|_| node.is_text()) {
            let words = words.replace('\n', " ");
            // The line after a break begins with its first letter.
            let fresh = out.last().is_some_and(|last| last.kind == "break");
            return out.push(text(if fresh { words.trim_start() } else { &words }));
        }
        let inside = |kind: &str, spans| BookletSpan { kind: kind.into(), spans, ..BookletSpan::default() };
        match node.tag_name().name() {
            "strong" => out.push(inside("strong", self.spans(node))),
            "em" => out.push(inside("emphasis", self.spans(node))),
            "sup" => out.push(inside("raised", self.footnote(node))),
            "br" => out.push(inside("break", Vec::new())),
            "code" => {
                let kind = "code".into();
                out.push(BookletSpan { kind, text: words(node), ..BookletSpan::default() });
            }
            "img" => out.push(text(&format!("〔{}〕", node.attribute("alt").unwrap_or_default()))),
            "a" => self.link(node, out),
            _ => out.extend(self.spans(node)),
        }
    }

    /// A footnote's number leads to the same page: only the number is kept.
    fn footnote(&self, node: Node) -> Vec<BookletSpan> {
        vec![text(&words(node))]
    }

    fn link(&mut self, node: Node, out: &mut Vec<BookletSpan>) {
        let spans = self.spans(node);
        let Some(url) = node.attribute("href").and_then(|href| (self.way)(href)) else {
            return out.extend(spans);
        };
        let bare = |url: &str| url.trim_start_matches("mailto:").trim_start_matches("tel:").to_owned();
        let shown = if words(node).trim() == bare(&url) { String::new() } else { bare(&url) };
        out.push(BookletSpan { kind: "link".into(), url, shown, spans, ..BookletSpan::default() });
    }
}

fn of(kind: &str) -> BookletBlock {
    BookletBlock { kind: kind.into(), ..BookletBlock::default() }
}

fn paragraph(spans: Vec<BookletSpan>) -> BookletBlock {
    BookletBlock { spans, ..of("paragraph") }
}

fn text(words: &str) -> BookletSpan {
    BookletSpan { kind: "text".into(), text: words.into(), ..BookletSpan::default() }
}

/// Ends a paragraph of loose words.
fn close(loose: &mut Vec<BookletSpan>, blocks: &mut Vec<BookletBlock>) {
    let spans = std::mem::take(loose);
    let blank = |span: &BookletSpan| span.kind == "text" && span.text.trim().is_empty();
    if !spans.iter().all(blank) {
        blocks.push(paragraph(spans));
    }
}

fn is_inline(node: Node) -> bool {
    let inline = ["strong", "em", "sup", "br", "code", "img", "a", "span", "del"];
    node.is_text() || (node.is_element() && inline.contains(&node.tag_name().name()))
}

fn is_cell(node: Node) -> bool {
    node.has_tag_name("td") || node.has_tag_name("th")
}

/// `h4` -> 4.
fn heading(name: &str) -> Option<u8> {
    name.strip_prefix('h')?.parse().ok().filter(|level| (1..=6).contains(level))
}

fn side(cell: Option<&Node>) -> String {
    let style = cell.and_then(|cell| cell.attribute("style")).unwrap_or_default();
    let side = ["right", "center"].into_iter().find(|side| style.contains(side));
    side.unwrap_or("left").into()
}

fn words(node: Node) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// HTML without its tags.
fn bare(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(out, |out, (name, letter)| out.replace(name, letter))
}
