//! Markdown -> HTML, fenced in here: raw HTML becomes text, links that run code become text,
//! pictures of other hosts become links, emphasis and line breaks beside Chinese characters come out as meant.

use super::cjk;
use super::emphasis::{self, mark};
use super::links;
use super::patch::Patch;
use crate::diagnostic::catalogue::text as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// Markdown blocks as HTML. `shift` is added to the levels of headings.
pub(super) fn blocks(patch: &Patch, shift: u8, d: &mut Diagnostics) -> String {
    let mut rewriter =
        Rewriter { patch, shift, d, out: Vec::new(), open: Vec::new(), last: None, fresh: true };
    let source = without_controls(&patch.text);
    rewriter.all(&events(&emphasis::repair(&source, OPTIONS)));
    let mut html = String::with_capacity(patch.text.len() * 5 / 4);
    pulldown_cmark::html::push_html(&mut html, rewriter.out.into_iter());
    html
}

/// Markdown as plain text, on one line.
pub(super) fn plain(source: &str) -> String {
    let source = without_controls(source);
    let mut text = String::new();
    for (event, _) in events(&emphasis::repair(&source, OPTIONS)) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                text.extend(part.chars().filter_map(letter));
            }
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            _ => {}
        }
    }
    let mut joined = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (before, after) = (joined.chars().next_back(), line.chars().next());
        if before.zip(after).is_some_and(|(before, after)| !cjk::breaks_silently(before, after)) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}

/// Escapes a text for HTML.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ if c.is_control() && c != '\n' && c != '\t' => html.push(' '),
            _ => html.push(c),
        }
    }
    html
}

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

type Located<'a> = (Event<'a>, Range<usize>);

fn events(source: &str) -> Vec<Located<'_>> {
    Parser::new_ext(source, OPTIONS).into_offset_iter().collect()
}

/// Blanks control characters: HTML forbids them, and `emphasis` uses them as marks.
fn without_controls(source: &str) -> Cow<'_, str> {
    let stray = |c: char| c.is_ascii_control() && !matches!(c, '\n' | '\t' | '\r');
    if source.contains(stray) { Cow::Owned(source.replace(stray, " ")) } else { Cow::Borrowed(source) }
}

/// What is open while events are rewritten.
#[derive(PartialEq, Eq)]
enum Open {
    /// A tag of the parser; false where it was dropped.
    Tag(bool),
    /// A link, as written or made of a picture.
    Link,
    /// Emphasis or strong emphasis that `emphasis` found.
    Marked(TagEnd),
}

struct Rewriter<'p, 'e> {
    patch: &'p Patch,
    shift: u8,
    d: &'p mut Diagnostics,
    out: Vec<Event<'e>>,
    open: Vec<Open>,
    /// The last visible character of the block so far.
    last: Option<char>,
    /// Nothing of this line has been seen yet.
    fresh: bool,
}

impl<'e> Rewriter<'_, 'e> {
    fn all(&mut self, events: &[Located<'_>]) {
        let mut at = 0;
        while at < events.len() {
            let (event, range) = &events[at];
            at += 1;
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    // Its lines arrive one by one; whether it is a comment shows only in whole.
                    let lines = events[at..].iter().map_while(|(event, _)| match event {
                        Event::Html(line) | Event::Text(line) => Some(line.as_ref()),
                        _ => None,
                    });
                    let raw: String = lines.inspect(|_| at += 1).collect();
                    self.raw_block(&raw);
                    at += 1;
                }
                Event::Start(tag) => self.start(tag, range),
                Event::End(end) => self.end(*end),
                Event::Text(text) => self.text(text),
                Event::InlineHtml(raw) | Event::Html(raw) if is_comment(raw) => {}
                Event::InlineHtml(raw) | Event::Html(raw) => self.text(raw),
                Event::SoftBreak => {
                    let after = next_char(&events[at..]);
                    let silent = |(before, after)| cjk::breaks_silently(before, after);
                    if !self.last.zip(after).is_some_and(silent) {
                        self.out.push(Event::SoftBreak);
                    }
                    self.fresh = true;
                }
                Event::Code(code) => {
                    self.last = code.chars().next_back().or(self.last);
                    self.fresh = false;
                    self.out.push(event.clone().into_static());
                }
                other => {
                    self.fresh = matches!(other, Event::HardBreak);
                    self.out.push(other.clone().into_static());
                }
            }
        }
    }

    fn raw_block(&mut self, raw: &str) {
        if !is_comment(raw) {
            self.out.push(Event::Start(Tag::Paragraph));
            self.out.push(Event::Text(raw.trim_end().to_string().into()));
            self.out.push(Event::End(TagEnd::Paragraph));
        }
    }

    fn start(&mut self, tag: &Tag, range: &Range<usize>) {
        let tag = match tag {
            Tag::Heading { level, .. } => {
                let level = (*level as usize + usize::from(self.shift)).min(6);
                let level = HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6);
                Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }
            }
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } if !links::is_safe(dest_url) => {
                let place = self.patch.place(range.clone());
                let problem = Diagnostic::at(catalogue::UNSAFE_LINK, place);
                self.d.push(problem.with("address", shown(dest_url)));
                self.open.push(Open::Tag(false));
                return;
            }
            Tag::Image { dest_url, title, .. } if links::is_outside(dest_url) => {
                let problem = Diagnostic::at(catalogue::OUTSIDE_IMAGE, self.patch.place(range.clone()));
                self.d.push(problem.with("address", shown(dest_url)));
                return self.link(dest_url, title);
            }
            Tag::Link { dest_url, title, .. } => return self.link(dest_url, title),
            other => other.clone().into_static(),
        };
        if !is_inline(&tag.to_end()) {
            (self.last, self.fresh) = (None, !matches!(tag, Tag::CodeBlock(_)));
        }
        self.open.push(Open::Tag(true));
        self.out.push(Event::Start(tag));
    }

    /// A link inside a link is no HTML: of the inner one the words are kept.
    fn link(&mut self, address: &str, title: &str) {
        if self.open.contains(&Open::Link) {
            return self.open.push(Open::Tag(false));
        }
        self.open.push(Open::Link);
        self.out.push(Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: address.to_string().into(),
            title: title.to_string().into(),
            id: "".into(),
        }));
    }

    fn end(&mut self, end: TagEnd) {
        // Emphasis never outlives the tag that it stands in.
        while let Some(Open::Marked(marked)) = self.open.pop_if(|open| matches!(open, Open::Marked(_))) {
            self.out.push(Event::End(marked));
        }
        match self.open.pop() {
            Some(Open::Tag(false)) => return,
            Some(Open::Link) => {
                // A picture without words still has an address to click on.
                if let Some(Event::Start(Tag::Link { dest_url, .. })) = self.out.last() {
                    let address = dest_url.to_string();
                    self.letters(&address);
                }
                return self.out.push(Event::End(TagEnd::Link));
            }
            _ => {}
        }
        if !is_inline(&end) {
            (self.last, self.fresh) = (None, true);
        }
        self.out.push(Event::End(match end {
            TagEnd::Heading(level) => {
                let level = (level as usize + usize::from(self.shift)).min(6);
                TagEnd::Heading(HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6))
            }
            other => other,
        }));
    }

    /// Text, in which marks of `emphasis` become tags; an indent of U+3000 means nothing.
    fn text(&mut self, text: &str) {
        let text = if self.fresh { text.trim_start_matches('\u{3000}') } else { text };
        let mut from = 0;
        for (at, c) in text.char_indices().filter(|&(_, c)| is_mark(c)) {
            self.letters(&text[from..at]);
            from = at + c.len_utf8();
            match c {
                mark::EM => self.open_mark(Tag::Emphasis),
                mark::STRONG => self.open_mark(Tag::Strong),
                mark::EM_END => self.close_mark(TagEnd::Emphasis, "*"),
                mark::STRONG_END => self.close_mark(TagEnd::Strong, "**"),
                mark::STAR => self.letters("*"),
                mark::LOW_LINE => self.letters("_"),
                _ => {}
            }
        }
        self.letters(&text[from..]);
    }

    fn letters(&mut self, text: &str) {
        if !text.is_empty() {
            self.last = text.chars().next_back();
            self.fresh = false;
            self.out.push(Event::Text(text.to_string().into()));
        }
    }

    fn open_mark(&mut self, tag: Tag<'static>) {
        self.open.push(Open::Marked(tag.to_end()));
        self.out.push(Event::Start(tag));
    }

    fn close_mark(&mut self, end: TagEnd, letters: &str) {
        // Only a link that the parser saw and `emphasis` did not can come between.
        if self.open.pop_if(|open| *open == Open::Marked(end)).is_some() {
            self.out.push(Event::End(end));
        } else {
            self.letters(letters);
        }
    }
}

/// An address in a message.
fn shown(address: &str) -> String {
    address.chars().take(60).collect()
}

fn is_mark(c: char) -> bool {
    (mark::EM..=mark::LOW_LINE).contains(&c)
}

/// A character of plain text; marks of emphasis vanish.
fn letter(c: char) -> Option<char> {
    match c {
        mark::STAR => Some('*'),
        mark::LOW_LINE => Some('_'),
        _ => (!is_mark(c)).then_some(c),
    }
}

/// Comments are notes among the staff; no reader of Markdown shows them.
fn is_comment(raw: &str) -> bool {
    let raw = raw.trim();
    raw.starts_with("<!--") && raw.ends_with("-->") && raw.matches("-->").count() == 1
}

fn is_inline(end: &TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

/// The first visible character of what follows on the next line.
fn next_char(events: &[Located]) -> Option<char> {
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) => {
                if let Some(c) = text.trim_start_matches('\u{3000}').chars().find_map(letter) {
                    return Some(c);
                }
            }
            Event::Start(tag) if is_inline(&tag.to_end()) => {}
            Event::End(end) if is_inline(end) => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FileId;
    use crate::text::Piece;

    fn render(text: &str) -> (String, usize) {
        let mut d = Diagnostics::new();
        let html = blocks(&Patch::from(Piece { file: FileId(0), offset: 0, text }), 1, &mut d);
        (html.trim_end().to_string(), d.iter().count())
    }

    #[test]
    fn emphasis_beside_chinese_comes_out_as_meant() {
        let cases = [
            ("请**注意：**正文", "请<strong>注意：</strong>正文"),
            ("请**注意:**正文", "请<strong>注意:</strong>正文"),
            ("他说**“重要”**的话", "他说<strong>“重要”</strong>的话"),
            ("**1.培育企业。**健全机制。", "<strong>1.培育企业。</strong>健全机制。"),
            (
                "**2.“双倍增”**工作,依托**《方案》**推进。",
                "<strong>2.“双倍增”</strong>工作,依托<strong>《方案》</strong>推进。",
            ),
            ("他说*“重要”*的话", "他说<em>“重要”</em>的话"),
            ("他说__“重要”__的话", "他说<strong>“重要”</strong>的话"),
            ("他说__重要__的话", "他说<strong>重要</strong>的话"),
            ("文件_名称_表", "文件_名称_表"),
            ("甲**乙**丙", "甲<strong>乙</strong>丙"),
            ("***“甲”***乙", "<em><strong>“甲”</strong></em>乙"),
            ("甲**“[乙](a.html)”**丙", "甲<strong>“<a href=\"a.html\">乙</a>”</strong>丙"),
            ("[甲**“乙”**丙](a.html)", "<a href=\"a.html\">甲<strong>“乙”</strong>丙</a>"),
            ("甲`**“乙”**`丙", "甲<code>**“乙”**</code>丙"),
            ("甲\\**“乙”\\**丙", "甲*<em>“乙”*</em>丙"),
            ("甲\\*\\*“乙”\\*\\*丙", "甲**“乙”**丙"),
            ("甲**“乙”丙", "甲**“乙”丙"),
            ("a **b** c_d_e f*g*h", "a <strong>b</strong> c_d_e f<em>g</em>h"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("a**\"b\"**c", "a**\"b\"**c"),
            ("甲\u{3}乙", "甲 乙"),
        ];
        for (given, wanted) in cases {
            assert_eq!(render(given).0, format!("<p>{wanted}</p>"), "{given}");
        }
    }

    #[test]
    fn a_line_break_between_chinese_characters_vanishes() {
        let cases = [
            ("第一行\n第二行", "第一行第二行"),
            ("第一行，\nAI", "第一行，AI"),
            ("到\n2025年", "到2025年"),
            ("**甲：**\n乙", "<strong>甲：</strong>乙"),
            ("甲\n**“乙”**丙", "甲<strong>“乙”</strong>丙"),
            ("one\ntwo", "one\ntwo"),
            ("中文\nEnglish", "中文\nEnglish"),
            ("甲  \n乙", "甲<br />\n乙"),
            ("　　甲\n　　乙", "甲乙"),
        ];
        for (given, wanted) in cases {
            assert_eq!(render(given).0, format!("<p>{wanted}</p>"), "{given}");
        }
        assert_eq!(plain("**甲**\n乙 `c`"), "甲乙 c");
    }

    #[test]
    fn nothing_of_html_or_script_passes() {
        assert_eq!(render("<b>甲</b>").0, "<p>&lt;b&gt;甲&lt;/b&gt;</p>");
        assert_eq!(render("<script>\nx\n</script>").0, "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>");
        assert_eq!(render("甲<!-- 待核 -->乙").0, "<p>甲乙</p>");
        assert_eq!(render("<!--\n待核\n-->\n\n乙").0, "<p>乙</p>");
        assert_eq!(render("[甲](javascript:x)乙"), ("<p>甲乙</p>".to_string(), 1));
        assert_eq!(render("![甲](data:image/png;base64,x)"), ("<p>甲</p>".to_string(), 1));
        assert_eq!(render("[甲](https://a.cn)"), ("<p><a href=\"https://a.cn\">甲</a></p>".to_string(), 0));
        assert_eq!(render("[甲](//a.cn/b)"), ("<p><a href=\"//a.cn/b\">甲</a></p>".to_string(), 0));
        assert_eq!(render("<img src=//a.cn/b.png>").0, "<p>&lt;img src=//a.cn/b.png&gt;</p>");
        assert_eq!(render("~~甲~~").0, "<p>~~甲~~</p>");
        assert_eq!(render("# 甲\n\n###### 乙").0, "<h2>甲</h2>\n<h6>乙</h6>");
        assert!(render("|甲|乙|\n|-|-|\n|**甲：**乙|2|").0.contains("<td><strong>甲：</strong>乙</td>"));
    }

    #[test]
    fn a_picture_of_another_host_becomes_a_link() {
        let link = |address: &str, words: &str| (format!("<p><a href=\"{address}\">{words}</a></p>"), 1);
        assert_eq!(render("![甲](https://a.cn/b.png)"), link("https://a.cn/b.png", "甲"));
        assert_eq!(render("![甲](//a.cn/b.png)"), link("//a.cn/b.png", "甲"));
        assert_eq!(render("![](https://a.cn/b.png)"), link("https://a.cn/b.png", "https://a.cn/b.png"));
        assert_eq!(render("![甲][乙]\n\n[乙]: HTTP://a.cn/b.png"), link("HTTP://a.cn/b.png", "甲"));
        assert_eq!(render("[![甲](https://a.cn/b.png)](c.html)"), link("c.html", "甲"));
        assert_eq!(render("![甲[乙](c.html)](https://a.cn/b.png)"), link("https://a.cn/b.png", "甲乙"));
        let own = "<p><img src=\"files/b.png\" alt=\"甲\" /></p>";
        assert_eq!(render("![甲](files/b.png)"), (own.to_string(), 0));
    }
}
