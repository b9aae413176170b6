//! A text as lines that are looked into, and those that are not.
//!
//! As issued, a line is a paragraph; indents and empty lines mean nothing. In Markdown only
//! lines at the outermost level are looked into: not those of code, tables, quotes, lists and
//! comments, nor indented ones.

use super::numbering::{self, Number};
use super::piece::blank;
use super::{Piece, Written};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A line of a paragraph.
    Plain,
    /// A heading of Markdown, by its level; the piece is what stands after the hashes.
    Heading(u8),
    /// Something of Markdown that stays as it is.
    Other,
    /// An empty line of Markdown.
    Blank,
}

/// One line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) kind: Kind,
    pub(super) piece: Piece<'a>,
    /// How many bytes of `**` or `__` stand before its number.
    pub(super) mark: usize,
    /// The number that it begins with.
    pub(super) number: Option<Number>,
}

impl<'a> Line<'a> {
    fn new(kind: Kind, piece: Piece<'a>) -> Self {
        Line { kind, piece, mark: 0, number: None }
    }

    /// True where it opens a clause.
    pub(super) fn opens(&self) -> bool {
        self.number.is_some() || matches!(self.kind, Kind::Heading(_))
    }

    /// Its text without blanks around it.
    pub(super) fn text(&self) -> &'a str {
        self.piece.text.trim_matches(blank)
    }
}

/// Decides how a text is written: as issued where no line is a Markdown heading.
pub(super) fn resolve(text: &str, written: Written) -> Written {
    match written {
        Written::Auto if text.lines().any(|line| heading(line).is_some()) => Written::Markdown,
        Written::Auto => Written::AsIssued,
        given => given,
    }
}

/// The lines of a text.
pub(super) fn read(piece: Piece, written: Written) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut from = 0;
    let mut fence = Fence::default();
    for raw in piece.text.split_inclusive('\n') {
        let line = piece.part(from..from + raw.trim_end_matches(['\n', '\r']).len());
        from += raw.len();
        if written == Written::Markdown {
            lines.push(fence.read(line));
        } else if !line.trimmed().text.is_empty() && !is_comment(line.trimmed().text) {
            let line = line.trimmed();
            let number = numbering::number(line.text);
            lines.push(Line { number, ..Line::new(Kind::Plain, line) });
        }
    }
    lines
}

/// `<!-- … -->` as a line of its own: a note to the staff, in no document that was ever issued.
fn is_comment(line: &str) -> bool {
    line.strip_prefix("<!--").is_some_and(|rest| rest.ends_with("-->"))
}

/// What hides the lines after it: a code fence, by its sign and length, or a comment.
#[derive(Default)]
struct Fence<'a> {
    code: Option<&'a str>,
    comment: bool,
}

impl<'a> Fence<'a> {
    fn read(&mut self, line: Piece<'a>) -> Line<'a> {
        let other = Line::new(Kind::Other, line);
        let text = line.text.trim_start_matches(' ');
        if let Some(fence) = self.code {
            let closing = text.trim_end();
            if closing.len() >= fence.len() && closing.bytes().all(|b| b == fence.as_bytes()[0]) {
                self.code = None;
            }
            return other;
        }
        if self.comment || text.starts_with("<!--") {
            self.comment = !text.contains("-->");
            return other;
        }
        if text.trim_matches(blank).is_empty() {
            return Line::new(Kind::Blank, line);
        }
        let run = ["`", "~"].map(|sign| text.len() - text.trim_start_matches(sign).len());
        if let Some(&run) = run.iter().find(|&&run| run >= 3) {
            self.code = Some(&text[..run]);
            return other;
        }
        if let Some((level, from)) = heading(line.text) {
            let content = line.after(from).trimmed();
            let bare = content.text.trim_end_matches('#');
            let closed = bare.len() < content.text.len() && (bare.is_empty() || bare.ends_with(blank));
            let content = if closed { content.part(0..bare.len()).trimmed() } else { content };
            return numbered(Line::new(Kind::Heading(level), content));
        }
        let indent = line.text.len() - text.len();
        let bullet = ["- ", "* ", "+ "].iter().any(|bullet| text.starts_with(bullet));
        if indent >= 2 || bullet || text.starts_with(['|', '>', '\t']) {
            return other;
        }
        // Two U+3000 are how Chinese paragraphs begin.
        let from = line.text.len() - line.text.trim_start_matches(blank).len();
        numbered(Line::new(Kind::Plain, line.after(from)))
    }
}

/// Finds the number of a line of Markdown, also inside `**`.
fn numbered(line: Line) -> Line {
    let text = line.piece.text;
    let mark = if text.starts_with("**") || text.starts_with("__") { 2 } else { 0 };
    let number = numbering::number(&text[mark..]);
    Line { mark: if number.is_some() { mark } else { 0 }, number, ..line }
}

/// The level of a heading and where its content starts. `##一、` without a blank is meant as one.
fn heading(line: &str) -> Option<(u8, usize)> {
    let text = line.trim_start_matches(' ');
    let indent = line.len() - text.len();
    let hashes = text.len() - text.trim_start_matches('#').len();
    let after = text[hashes..].chars().next();
    let fits = indent <= 3
        && (1..=6).contains(&hashes)
        && after.is_none_or(|c| blank(c) || super::cjk::is_wide(c) || hashes > 1 && c.is_ascii_digit());
    fits.then_some((hashes as u8, indent + hashes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FileId;

    fn kinds(text: &str) -> Vec<(Kind, bool)> {
        let lines = read(Piece { file: FileId(0), offset: 0, text }, Written::Markdown);
        lines.iter().map(|line| (line.kind, line.number.is_some())).collect()
    }

    #[test]
    fn markdown_hides_what_is_not_at_the_outermost_level() {
        for (text, kind, numbered) in [
            ("一、甲", Kind::Plain, true),
            ("　　一、甲", Kind::Plain, true),
            ("**（一）甲。**乙", Kind::Plain, true),
            ("1. 甲", Kind::Plain, true),
            ("  1. 甲", Kind::Other, false),
            ("- 一、甲", Kind::Other, false),
            ("| 一、甲 |", Kind::Other, false),
            ("> 一、甲", Kind::Other, false),
            ("## 一、甲 ##", Kind::Heading(2), true),
            ("##一、甲", Kind::Heading(2), true),
            ("#5楼", Kind::Plain, false),
            ("####### 甲", Kind::Plain, false),
            ("", Kind::Blank, false),
        ] {
            let text = format!("{text}\n");
            assert_eq!(kinds(&text), [(kind, numbered)], "{text}");
        }
        let hidden = "```\n一、甲\n```\n<!--\n二、乙\n-->\n三、丙";
        let numbered: Vec<bool> = kinds(hidden).into_iter().map(|(_, numbered)| numbered).collect();
        assert_eq!(numbered, [false, false, false, false, false, false, true]);
    }

    #[test]
    fn a_comment_is_no_paragraph_of_a_text_as_issued() {
        let text = "一、甲\n  <!-- 核对：二、 -->\n<!-- 不闭合\n<!-->\n二、乙";
        let piece = Piece { file: FileId(0), offset: 0, text };
        let lines: Vec<&str> = read(piece, Written::AsIssued).iter().map(Line::text).collect();
        assert_eq!(lines, ["一、甲", "<!-- 不闭合", "<!-->", "二、乙"]);
    }

    #[test]
    fn a_text_without_headings_is_as_issued() {
        assert_eq!(resolve("一、甲\n**乙**", Written::Auto), Written::AsIssued);
        assert_eq!(resolve("甲\n## 乙", Written::Auto), Written::Markdown);
        assert_eq!(resolve("## 乙", Written::AsIssued), Written::AsIssued);
    }
}
