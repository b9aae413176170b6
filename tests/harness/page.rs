//! A page as plain lines: its words and links without the design, for fixtures that outlive it.

use super::html::{Element, Node, parse};

/// Elements that stay in the line; every other one begins a new line.
const INLINE: [&str; 21] = [
    "a", "abbr", "b", "bdi", "button", "cite", "code", "data", "em", "i", "label", "mark", "q", "small",
    "span", "strong", "sub", "sup", "time", "var", "wbr",
];

/// The main part of a page: a line for each block, `[words](url)` for links, `# ` for headings,
/// `a | b` for a row of a table, and a chart by its title and description.
pub(crate) fn digest(text: &str) -> String {
    let page = parse(text).unwrap_or_else(|problem| panic!("{problem}"));
    let title = page.named("title").first().map(|title| title.text()).unwrap_or_default();
    let mut lines = Lines::default();
    for main in page.named("main") {
        lines.children(main);
    }
    lines.end();
    let mut digest = format!("《{title}》\n");
    for line in lines.done {
        digest.push_str(&line);
        digest.push('\n');
    }
    digest
}

/// The head of a page: language, title, and every meta tag and link.
pub(crate) fn head(text: &str) -> String {
    let page = parse(text).unwrap_or_else(|problem| panic!("{problem}"));
    let mut lines = Vec::new();
    for element in page.all() {
        let attribute = |name| element.attribute(name).unwrap_or_default();
        match element.name.as_str() {
            "html" => lines.push(format!("lang {}", attribute("lang"))),
            "title" if lines.iter().all(|line: &String| !line.starts_with("title")) => {
                lines.push(format!("title {}", element.text()));
            }
            "meta" if element.attribute("name").is_some() => {
                lines.push(format!("{} = {}", attribute("name"), attribute("content")));
            }
            "meta" if element.attribute("property").is_some() => {
                lines.push(format!("{} = {}", attribute("property"), attribute("content")));
            }
            "link" => lines.push(format!("{} -> {}", attribute("rel"), attribute("href"))),
            _ => {}
        }
    }
    lines.join("\n") + "\n"
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    open: String,
    /// What the next line begins with: `# `, `- `.
    start: String,
}

impl Lines {
    fn end(&mut self) {
        let line = self.open.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            self.done.push(format!("{}{line}", self.start));
        }
        self.open.clear();
        self.start.clear();
    }

    fn children(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Node::Text(text) => self.open.push_str(text),
                Node::Element(element) => self.element(element),
            }
        }
    }

    fn element(&mut self, element: &Element) {
        let name = element.name.as_str();
        if element.attribute("hidden").is_some() || ["script", "style", "template"].contains(&name) {
            return;
        }
        match name {
            "br" => self.end(),
            "img" => {
                let attribute = |name| element.attribute(name).unwrap_or_default();
                self.open.push_str(&format!("![{}]({})", attribute("alt"), attribute("src")));
            }
            "svg" => self.chart(element),
            "td" | "th" => {
                if !self.open.trim().is_empty() {
                    self.open.push_str(" | ");
                }
                let empty = self.open.len();
                self.flat(element);
                if self.open.len() == empty && empty > 0 {
                    self.open.push('·');
                }
            }
            "a" => {
                self.open.push('[');
                self.children(element);
                self.open.push_str(&format!("]({})", element.attribute("href").unwrap_or_default()));
            }
            _ if INLINE.contains(&name) => self.children(element),
            _ => {
                self.end();
                self.start = match name {
                    "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                        format!("{} ", "#".repeat(name[1..].parse().unwrap()))
                    }
                    "li" => "- ".into(),
                    _ => String::new(),
                };
                self.children(element);
                self.end();
            }
        }
    }

    /// A cell: blocks in it do not end the row.
    fn flat(&mut self, element: &Element) {
        let mut cell = Lines::default();
        cell.children(element);
        cell.end();
        self.open.push_str(&cell.done.join(" / "));
    }

    /// A chart by its title and description; one that is only a shape beside words is nothing.
    fn chart(&mut self, svg: &Element) {
        if svg.attribute("aria-hidden") == Some("true") {
            return;
        }
        let words = |name| svg.named(name).first().map(|element| element.text()).unwrap_or_default();
        self.end();
        let line = format!("图《{}》{}", words("title"), words("desc"));
        // The form for narrow screens says the same as the one for wide screens before it.
        if self.done.last() != Some(&line) {
            self.done.push(line);
        }
    }
}

#[test]
fn a_page_becomes_lines_of_words_and_links() {
    let page = "<html><head><title>T</title></head><body><main><h1>A  <b>b</b></h1><p>x <a href=\"y\">z</a></p>\
        <table><tr><th>1</th><td></td><td><p>2</p><p>3</p></td></tr></table>\
        <svg><title>c</title><desc>d</desc><text>9</text></svg></main></body></html>";
    assert_eq!(digest(page), "《T》\n# A b\nx [z](y)\n1 | · | 2 / 3\n图《c》d\n");
}
