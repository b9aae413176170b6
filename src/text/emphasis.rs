//! Emphasis beside Chinese characters: `请**注意：**正文` comes out bold, as meant.
//!
//! CommonMark lets `**` close only beside a blank or punctuation, which Chinese does not have
//! there. Paragraphs where that matters are resolved here, by the same algorithm with a gentler
//! rule, before pulldown-cmark sees them: each `*` that counts is exchanged for a control
//! character of the same length, so that places stay true, and `html` turns those into tags.
//! Everything else, and every paragraph that CommonMark reads as meant, is left alone.

use super::cjk;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// Control characters that stand for tags. A source holds none of them: `html` blanks them first.
pub(super) mod mark {
    /// `<em>`
    pub(crate) const EM: char = '\u{1}';
    /// `</em>`
    pub(crate) const EM_END: char = '\u{2}';
    /// `<strong>`, followed by a FILLER.
    pub(crate) const STRONG: char = '\u{3}';
    /// `</strong>`, followed by a FILLER.
    pub(crate) const STRONG_END: char = '\u{4}';
    /// Nothing; it keeps the length.
    pub(crate) const FILLER: char = '\u{5}';
    /// A `*` that is a letter.
    pub(crate) const STAR: char = '\u{6}';
    /// A `_` that is a letter.
    pub(crate) const LOW_LINE: char = '\u{7}';
}

/// Exchanges the marks of emphasis that CommonMark would misread.
pub(super) fn repair(source: &str, options: Options) -> Cow<'_, str> {
    let bytes = source.as_bytes();
    let is_mark = |b: u8| matches!(b, b'*' | b'_');
    // Without a mark beside something that is not ASCII there is nothing to repair.
    let near = bytes.windows(2).any(|w| is_mark(w[0]) && w[1] >= 0x80 || w[0] >= 0x80 && is_mark(w[1]));
    if !near {
        return Cow::Borrowed(source);
    }
    let mut edits = Vec::new();
    for scope in scopes(source, options) {
        resolve(source, &scope, &mut edits);
    }
    if edits.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut bytes = bytes.to_vec();
    for (at, mark) in edits {
        bytes[at] = mark as u8;
    }
    Cow::Owned(String::from_utf8(bytes).expect("only ASCII was exchanged for ASCII"))
}

/// A run of inline text in which marks may pair: a paragraph, a cell, the text of a link.
#[derive(Default)]
struct Scope {
    range: Option<Range<usize>>,
    /// Code, links and the like: their bytes are not looked at.
    holes: Vec<Range<usize>>,
}

impl Scope {
    fn reach(&mut self, range: &Range<usize>) {
        let whole = self.range.get_or_insert_with(|| range.clone());
        *whole = whole.start.min(range.start)..whole.end.max(range.end);
    }

    fn hole(&mut self, range: Range<usize>) {
        self.reach(&range);
        self.holes.push(range);
    }
}

fn scopes(source: &str, options: Options) -> Vec<Scope> {
    let mut done = Vec::new();
    let mut open = vec![Scope::default()];
    let mut verbatim = false;
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        let nested = open.len() > 1;
        let innermost = open.last_mut().expect("the first scope is only ever replaced");
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => verbatim = true,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => verbatim = false,
            _ if verbatim => {}
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                innermost.hole(range);
                open.push(Scope::default());
            }
            Event::End(TagEnd::Link | TagEnd::Image) if nested => done.extend(open.pop()),
            Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(TagEnd::Emphasis | TagEnd::Strong) => {
                innermost.reach(&range);
            }
            Event::Text(_) | Event::SoftBreak | Event::HardBreak => innermost.reach(&range),
            Event::Start(_) | Event::End(_) => done.push(std::mem::take(innermost)),
            _ => innermost.hole(range),
        }
    }
    done.extend(open);
    done
}

/// A run of one kind of mark.
struct Run {
    at: usize,
    mark: u8,
    len: usize,
    opens: bool,
    closes: bool,
    /// How many of its marks are used as closing ones, from its start.
    used: usize,
    /// How many are not used.
    left: usize,
}

fn resolve(source: &str, scope: &Scope, edits: &mut Vec<(usize, char)>) {
    let (mut runs, misread) = runs(source, scope);
    if !misread {
        return;
    }
    let mut openers: Vec<usize> = Vec::new();
    // Below these heights of the stack no opener fits, by mark, kind and length of the closer:
    // without them a hostile text would cost quadratic time.
    let mut floors = [0_usize; 12];
    for at in 0..runs.len() {
        while runs[at].closes && runs[at].left > 0 {
            let closer = &runs[at];
            let key = usize::from(closer.mark == b'_') * 6 + usize::from(closer.opens) * 3 + closer.len % 3;
            let floor = floors[key].min(openers.len());
            let fits = |&n: &usize| {
                let opener = &runs[openers[n]];
                let clash = (opener.closes || closer.opens) && (opener.len + closer.len).is_multiple_of(3);
                opener.mark == closer.mark
                    && (!clash || opener.len.is_multiple_of(3) && closer.len.is_multiple_of(3))
            };
            let Some(height) = (floor..openers.len()).rev().find(fits) else {
                floors[key] = openers.len();
                break;
            };
            openers.truncate(height + 1);
            floors.iter_mut().for_each(|floor| *floor = (*floor).min(height));
            let opener = openers[height];
            let count = if runs[opener].left >= 2 && runs[at].left >= 2 { 2 } else { 1 };
            let start = runs[opener].at + runs[opener].used + runs[opener].left - count;
            let end = runs[at].at + runs[at].used;
            let pair = if count == 2 { (mark::STRONG, mark::STRONG_END) } else { (mark::EM, mark::EM_END) };
            edits.extend([(start, pair.0), (end, pair.1)]);
            if count == 2 {
                edits.extend([(start + 1, mark::FILLER), (end + 1, mark::FILLER)]);
            }
            runs[opener].left -= count;
            runs[at].left -= count;
            runs[at].used += count;
            if runs[opener].left == 0 {
                openers.pop();
            }
        }
        if runs[at].opens && runs[at].left > 0 {
            openers.push(at);
        }
    }
    for run in runs.iter().filter(|run| run.opens || run.closes) {
        let letter = if run.mark == b'*' { mark::STAR } else { mark::LOW_LINE };
        let from = run.at + run.used;
        edits.extend((from..from + run.left).map(|at| (at, letter)));
    }
}

/// The runs of marks of a scope, and whether CommonMark would misread any of them.
fn runs(source: &str, scope: &Scope) -> (Vec<Run>, bool) {
    let (mut runs, mut misread) = (Vec::new(), false);
    let Some(Range { start: mut at, end }) = scope.range.clone() else { return (runs, misread) };
    let bytes = source.as_bytes();
    let mut holes = scope.holes.iter().peekable();
    while at < end {
        while holes.next_if(|hole| hole.end <= at).is_some() {}
        if let Some(hole) = holes.peek().filter(|hole| hole.start <= at) {
            at = hole.end;
            continue;
        }
        let mark = bytes[at];
        if mark == b'\\' && bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) {
            at += 2;
            continue;
        }
        if !matches!(mark, b'*' | b'_') {
            at += 1;
            continue;
        }
        let len = bytes[at..end].iter().take_while(|&&b| b == mark).count();
        let before = source[..at].chars().next_back();
        let after = source[at + len..].chars().next();
        let strict = flanks(before, after, mark, false);
        // A single _ is more often part of a name.
        let gentle = if mark == b'_' && len == 1 { strict } else { flanks(before, after, mark, true) };
        misread |= strict != gentle;
        runs.push(Run { at, mark, len, opens: gentle.0, closes: gentle.1, used: 0, left: len });
        at += len;
    }
    (runs, misread)
}

/// Whether a run between these characters can open and can close; the gentle rule counts a
/// Chinese character as a blank where CommonMark asks for a blank or punctuation.
fn flanks(before: Option<char>, after: Option<char>, mark: u8, gentle: bool) -> (bool, bool) {
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let wide = |c: Option<char>| gentle && c.is_some_and(cjk::is_wide);
    let punctuation = |c: Option<char>| c.is_some_and(is_punctuation);
    let narrow = |c: Option<char>| punctuation(c) && !wide(c);
    let edge = |c: Option<char>| blank(c) || punctuation(c) || wide(c);
    let left = !blank(after) && (!narrow(after) || edge(before));
    let right = !blank(before) && (!narrow(before) || edge(after));
    if mark == b'*' {
        return (left, right);
    }
    let apart = |c: Option<char>| punctuation(c) || wide(c);
    (left && (!right || apart(before)), right && (!left || apart(after)))
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}
