//! The first line of a clause: its heading, what of the body stands on the same line, its tails.
//!
//! The heading ends at the first 。 outside brackets. A line longer than a heading would be, and
//! that of an article, is all body.

use super::brackets::Brackets;
use super::lines::{Kind, Line};
use super::numbering::Style;
use super::piece::blank;
use super::tails::{self, Cut, edge};
use super::{Piece, Written};

/// A first line, taken apart.
#[derive(Debug)]
pub(super) struct First<'a> {
    /// The heading, without number and 。.
    pub(super) heading: Vec<Piece<'a>>,
    /// What follows it on the line, and the tails of both.
    pub(super) body: Cut<'a>,
    /// The name in `{#name}`.
    pub(super) anchor: Option<&'a str>,
    /// Number and heading, as they stand.
    pub(super) stands: Piece<'a>,
}

/// Longer than this is no heading but a sentence.
const LONGEST: usize = 40;

/// The outer levels carry longer headings, where a 。 shows their end.
fn longest(line: &Line, stopped: bool) -> usize {
    let outer = line.number.is_some_and(|n| matches!(n.style, Style::Chinese | Style::ChineseBracketed));
    if outer && stopped { LONGEST * 3 / 2 } else { LONGEST }
}

/// Takes apart a line that opens a clause. `whole` is the line, or more where a tail runs on.
pub(super) fn split<'a>(line: &Line<'a>, whole: Piece<'a>, written: Written) -> First<'a> {
    let number = line.number.map_or(0, |number| number.len);
    // From the number to the end of the heading; without either, the whole line.
    let upto = |end: Piece| {
        let end = end.offset + end.text.len() - whole.offset;
        if end == 0 { whole } else { whole.part(0..end) }
    };
    let bare = upto(whole.part(0..line.mark + number));
    let content = whole.after(line.mark + number).trimmed();
    let (content, anchor) = without_anchor(content);
    let is_heading = matches!(line.kind, Kind::Heading(_));
    let article = line.number.is_some_and(|number| number.style == Style::Article);
    if article && !is_heading {
        return First { heading: Vec::new(), body: tails::cut(content), anchor, stands: bare };
    }
    if written == Written::Markdown
        && let Some(first) = bold(content, whole.part(0..line.mark))
    {
        return First { anchor: anchor.or(first.anchor), stands: upto(first.stands), ..first };
    }
    let end = first_stop(content.text);
    let (before, anchor) = match anchor {
        None => without_anchor(content.part(0..end)),
        found => (content.part(0..end), found),
    };
    let after = content.after(end);
    let after = after.after(if after.text.starts_with('。') { '。'.len_utf8() } else { 0 }).trimmed();
    let head = tails::cut(before.trimmed());
    if head.len() > longest(line, end < content.text.len()) && !is_heading {
        let mut body = tails::cut(content);
        body.rest.splice(0..0, [whole.part(0..line.mark)].into_iter().filter(|mark| !mark.text.is_empty()));
        return First { heading: Vec::new(), body, anchor, stands: bare };
    }
    let mut body = tails::cut(after);
    let mut heading = head.rest;
    body.tails.splice(0..0, head.tails);
    body.unclosed.splice(0..0, head.unclosed);
    if written == Written::Markdown {
        balance(whole.part(0..line.mark), &mut heading, &mut body.rest);
    }
    First { heading, body, anchor, stands: upto(before.trimmed()) }
}

/// `**（一）主要目标。**正文`, `1. **培育企业**：正文`: what is bold is the heading.
fn bold<'a>(content: Piece<'a>, mark: Piece<'a>) -> Option<First<'a>> {
    let outer = !mark.text.is_empty();
    let sign = if outer { mark.text } else { content.text.get(..2).filter(|s| matches!(*s, "**" | "__"))? };
    let inside = content.after(if outer { 0 } else { 2 });
    let end = inside.text.find(sign)?;
    let rest = inside.after(end + 2).trimmed();
    let strong = inside.part(0..end);
    let ends = |text: &str| text.ends_with(['。', '：', ':', '；']);
    let whole = rest.text.is_empty() || rest.text.starts_with(['。', '：', ':']) || ends(strong.text);
    let (strong, anchor) = without_anchor(strong.trimmed_of(|c| blank(c) || "。：:；".contains(c)));
    if !whole || strong.text.contains('。') || strong.text.chars().count() > LONGEST {
        return None;
    }
    let head = tails::cut(strong);
    let mut body =
        tails::cut(rest.after(rest.text.len() - rest.text.trim_start_matches(['。', '：', ':']).len()));
    body.tails.splice(0..0, head.tails);
    Some(First { heading: head.rest, body, anchor, stands: strong })
}

/// Gives the heading and the body each their own `**` where the split fell inside a bold run.
fn balance<'a>(mark: Piece<'a>, heading: &mut Vec<Piece<'a>>, body: &mut Vec<Piece<'a>>) {
    let sign = if mark.text.is_empty() { "**" } else { mark.text };
    if !mark.text.is_empty() {
        heading.insert(0, mark);
    }
    let count: usize = heading.iter().map(|piece| piece.text.matches(sign).count()).sum();
    if count.is_multiple_of(2) {
        return;
    }
    let extra = |at: Piece<'a>| Piece { text: if sign == "__" { "__" } else { "**" }, ..at };
    if let Some(&last) = heading.last() {
        heading.push(extra(last));
    }
    if let Some(&first) = body.first() {
        body.insert(0, extra(first));
    }
}

/// The first 。 outside brackets, or the end.
fn first_stop(text: &str) -> usize {
    if !text.contains('。') {
        return text.len();
    }
    let pairs = Brackets::of(text).outermost();
    let mut pairs = pairs.into_iter().peekable();
    for (at, _) in text.match_indices('。') {
        while pairs.next_if(|pair| pair.1 < at).is_some() {}
        if pairs.peek().is_none_or(|pair| pair.0 > at) {
            return at;
        }
    }
    text.len()
}

/// Takes `{#name}` off the end.
pub(super) fn without_anchor<'a>(piece: Piece<'a>) -> (Piece<'a>, Option<&'a str>) {
    let text = piece.text.trim_end_matches(edge);
    let found = text.strip_suffix('}').and_then(|open| {
        let at = open.rfind("{#")?;
        let name = &open[at + 2..];
        let starts = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let fits = starts && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        fits.then_some((at, name))
    });
    match found {
        Some((at, name)) => (piece.part(0..at).trimmed(), Some(name)),
        None => (piece, None),
    }
}
