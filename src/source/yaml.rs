//! YAML -> a located tree. Only this file and those below it know the YAML crate.
//!
//! The tree keeps every scalar as it was written, so that decoders see `010`, `1,234` and `50%`
//! and can say what to write instead. What clerks get wrong is found in `repair`, which knows
//! text only; the crate's own English messages are never shown.

mod lists;
mod mend;
mod raw;
mod repair;
mod scan;
mod slip;
#[cfg(test)]
mod tests;
mod trouble;

use super::SourceFile;
use crate::diagnostic::catalogue::yaml as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{FileId, Place};
use lists::{Line, Run};
use raw::{Raw, load};
use serde_yaml::{Location, Spanned};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// Where it stands. A scalar: the whole of it, quotes too; a block scalar: its text, or the
    /// `|` or `>` where it is empty. `[ ]` and `{ }` on one line: the whole. Other collections:
    /// their first token, since an underline over many lines helps nobody. An alias: the alias.
    pub place: Place,
    /// What it is.
    pub value: Value<'a>,
}

/// A YAML value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `~`, `null` or nothing.
    Null,
    /// Something was written, but what is not known, and that was reported: a decoder says nothing more.
    Broken,
    /// Any scalar.
    Scalar(Scalar<'a>),
    /// A sequence.
    Sequence(Vec<Node<'a>>),
    /// A mapping, in the order of the file; no key twice.
    Mapping(Vec<(Key<'a>, Node<'a>)>),
}

/// A scalar as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar<'a> {
    /// Its text, unescaped; borrowed from the file wherever it stands there as it is.
    pub text: Cow<'a, str>,
    /// True where it was written without quotes.
    pub plain: bool,
}

/// A key with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Key<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// Where it stands.
    pub place: Place,
}

/// Reads `range` of a file's text. None where it is not YAML; then at least one error was reported.
/// An empty text is `Null`.
///
/// A problem of one entry, such as a key that stands twice, is reported and the entry left out,
/// so that a decoder can still report what else is wrong.
pub fn parse<'a>(file: &'a SourceFile, range: Range<usize>, d: &mut Diagnostics) -> Option<Node<'a>> {
    let text = file.text.as_deref().unwrap_or_default();
    let range = range.start.min(text.len())..range.end.min(text.len());
    let Some(slice) = text.get(range.clone()) else {
        d.push(Diagnostic::at(catalogue::SYNTAX, Place::new(file.id, range.start, 0)));
        return None;
    };
    if is_blank(slice) {
        return Some(Node { place: Place::new(file.id, range.start, 0), value: Value::Null });
    }
    let mut reader =
        Reader { file: file.id, base: range.start, written: slice, text: slice, lists: Vec::new(), d };
    let covered = lists::cover(slice).and_then(|covered| {
        let raw = load(&covered.text).ok().filter(|raw| covered.holds(raw))?;
        Some((covered.lists, raw))
    });
    let (mended, raw) = match covered {
        Some((lists, raw)) => {
            reader.lists = lists;
            (Cow::Borrowed(slice), raw)
        }
        None => match load(slice) {
            Ok(raw) => (Cow::Borrowed(slice), raw),
            Err(error) => reader.mend(error)?,
        },
    };
    reader = Reader { text: &mended, ..reader };
    let slips = reader.misread(&raw);
    if slips.is_empty() {
        return Some(reader.node(&raw));
    }
    reader.report(&slips);
    let mended = slip::repaired(reader.text, &slips);
    let raw = load(&mended).ok().filter(|_| mended.len() == slice.len())?;
    Some(Reader { text: &mended, lists: Vec::new(), ..reader }.node(&raw))
}

/// For a decoder that expected a mapping and found text: the error, where the text is an entry with
/// a full-width colon or without a space after its colon. [`parse`] reports only what leaves no
/// doubt; `其中：某某` may be text, unless somebody knows better.
pub fn entry_misspelt(node: &Node) -> Option<Diagnostic> {
    let Value::Scalar(Scalar { text, plain: true }) = &node.value else { return None };
    let (at, colon) = text.char_indices().find(|(_, c)| ['：', ':'].contains(c))?;
    if text[at..].starts_with("://") || text[at..].starts_with(": ") {
        return None;
    }
    let entry = if colon == ':' { catalogue::NO_SPACE } else { catalogue::FULLWIDTH_COLON };
    let place = Place::new(node.place.file, node.place.start as usize + at, colon.len_utf8());
    let after = slip::value_after(text, at + colon.len_utf8());
    Some(Diagnostic::at(entry, place).with("word", text[..at].trim()).with("after", after))
}

/// Turns what the crate hands over into nodes.
struct Reader<'a, 't> {
    file: FileId,
    base: usize,
    /// What stands in the file.
    written: &'a str,
    /// The same with its slips mended, byte for byte as long.
    text: &'t str,
    /// The lists that were covered, see [`lists`].
    lists: Vec<Run>,
    d: &'t mut Diagnostics,
}

impl<'a> Reader<'a, '_> {
    fn node(&mut self, raw: &Spanned<Raw>) -> Node<'a> {
        let span = self.span(&raw.defined);
        let is_alias = raw.referenced != raw.defined;
        let (value, span) = match &raw.value {
            Raw::Null => {
                self.check_anchor(&span);
                // The crate puts what is not there on the colon; it belongs behind it.
                let behind = span.is_empty() && self.text[span.start..].starts_with(':');
                let span = if behind { span.end + 1..span.end + 1 } else { span };
                match sheet_error(&self.text[span.end..]) {
                    Some((gap, mark)) if span.is_empty() => {
                        let text = Cow::Borrowed(mark);
                        (
                            Value::Scalar(Scalar { text, plain: true }),
                            span.end + gap..span.end + gap + mark.len(),
                        )
                    }
                    _ => (Value::Null, span),
                }
            }
            Raw::Typed => {
                let text = self.as_written(&span);
                (Value::Scalar(Scalar { text, plain: true }), span)
            }
            Raw::Text(text) => {
                let plain = self.is_plain(&span, text);
                let written = &self.text[span.clone()];
                // The crate writes `.inf` for `1e999`.
                let as_written = plain && !written.contains('\n') && !written.is_empty();
                let text = if as_written { self.as_written(&span) } else { Cow::Owned(text.clone()) };
                let span = if plain { span } else { self.text_of_block(span) };
                (Value::Scalar(Scalar { text, plain }), span)
            }
            Raw::Sequence(items) => {
                let items: Vec<Node> = match self.run(span.start) {
                    Some(_) => self.figures(span.start),
                    None => items.iter().flat_map(|item| self.item(item)).collect(),
                };
                let span = self.list(span.start, &items);
                (Value::Sequence(items), span)
            }
            Raw::Mapping(entries) => {
                let entries = self.mapping(entries);
                let end = entries.last().map(|(_, node)| self.end_of(node.place));
                (Value::Mapping(entries), self.collection(span.start, end))
            }
        };
        let span = if is_alias { self.span(&raw.referenced) } else { span };
        Node { place: self.place(span), value }
    }

    /// The figures of a list that was covered.
    fn figures(&self, bracket: usize) -> Vec<Node<'a>> {
        // A text with lists that were covered is one in which nothing was mended.
        let figure = |span: Range<usize>| {
            let place = Place::new(self.file, self.base + span.start, span.len());
            let scalar = Scalar { text: Cow::Borrowed(&self.written[span]), plain: true };
            Node { place, value: Value::Scalar(scalar) }
        };
        lists::cells(self.written, bracket).map(figure).collect()
    }

    /// The covered list of a bracket, with those that follow it.
    fn run(&self, bracket: usize) -> Option<&Run> {
        self.lists.binary_search_by_key(&bracket, |run| run.bracket).ok().map(|at| &self.lists[at])
    }

    /// The span of a list.
    fn list(&self, start: usize, items: &[Node]) -> Range<usize> {
        self.collection(start, items.last().map(|item| self.end_of(item.place)))
    }

    /// What stands at `span`, borrowed from the file unless it was mended.
    fn as_written(&self, span: &Range<usize>) -> Cow<'a, str> {
        let text = &self.text[span.clone()];
        match self.written.get(span.clone()) {
            Some(written) if written == text => Cow::Borrowed(written),
            _ => Cow::Owned(text.to_string()),
        }
    }

    /// An item of a list. `[3，4]` is one text to YAML; the comma is told, and as many items are broken
    /// as were meant. `1，234` may be one figure, and is left to those who know what is wanted.
    fn item(&mut self, raw: &Spanned<Raw>) -> Vec<Node<'a>> {
        let node = self.node(raw);
        let Value::Scalar(Scalar { text, plain: true }) = &node.value else { return vec![node] };
        let parts: Vec<&str> = text.split('，').collect();
        let cell = |part: &&str| part.trim() == "~" || part.trim().bytes().all(|b| b.is_ascii_digit());
        let figure = parts.len() == 2 && parts[1].len() == 3 && !parts[1].starts_with(' ');
        if parts.len() < 2 || figure || !parts.iter().all(cell) {
            return vec![node];
        }
        let comma = node.place.start as usize + parts[0].len();
        self.d
            .push(Diagnostic::at(catalogue::FULLWIDTH_COMMA, Place::new(self.file, comma, '，'.len_utf8())));
        vec![Node { value: Value::Broken, ..node }; parts.len()]
    }

    /// `note: &备注` is an anchor to YAML, and the text is lost without a word.
    fn check_anchor(&mut self, span: &Range<usize>) {
        let before = self.text[..span.start].trim_end_matches(' ');
        let start = before.rfind([' ', '\n', ',', '[', '{']).map_or(0, |n| n + 1);
        if span.is_empty() && before[start..].starts_with('&') {
            let place = self.place(start..before.len());
            self.d.push(Diagnostic::at(catalogue::SPECIAL_START, place).with("sign", '&'));
        }
    }

    fn mapping(&mut self, entries: &[(Spanned<Raw>, Spanned<Raw>)]) -> Vec<(Key<'a>, Node<'a>)> {
        let mut kept: Vec<(Key, Node)> = Vec::with_capacity(entries.len());
        let mut seen = BTreeMap::new();
        for (raw_key, raw_value) in entries {
            let Some(key) = self.key(raw_key) else { continue };
            if self.lacks_colon(raw_key, raw_value)
                && let Some((_, last)) = kept.last_mut()
                && self.is_cut_off(&key, last)
            {
                last.value = Value::Broken;
                continue;
            }
            if self.is_new(&key, &mut seen) {
                let value = self.node(raw_value);
                kept.push((key, value));
            }
            for Line { key, bracket } in self.following(raw_value) {
                let key = Key { text: self.as_written(&key), place: self.place(key) };
                if self.is_new(&key, &mut seen) {
                    let items = self.figures(bracket);
                    let place = self.place(self.list(bracket, &items));
                    kept.push((key, Node { place, value: Value::Sequence(items) }));
                }
            }
        }
        kept
    }

    /// The entries that were covered together with this value.
    fn following(&mut self, value: &Spanned<Raw>) -> Vec<Line> {
        let Raw::Sequence(_) = value.value else { return Vec::new() };
        let bracket = self.span(&value.defined).start;
        self.run(bracket).map(|run| run.following.clone()).unwrap_or_default()
    }

    /// Keeps a key; reports one that stands in the mapping already.
    fn is_new(&mut self, key: &Key<'a>, seen: &mut BTreeMap<Cow<'a, str>, Place>) -> bool {
        let Some(first) = seen.insert(key.text.clone(), key.place) else { return true };
        let duplicate = Diagnostic::at(catalogue::DUPLICATE_KEY, key.place);
        let shows = Words { zh: "第一次写在这里", en: "first written here" };
        self.d.push(duplicate.with("key", &key.text).also(first, shows));
        seen.insert(key.text.clone(), first);
        false
    }

    /// True for an entry of `{ }` that is a key alone.
    fn lacks_colon(&self, key: &Spanned<Raw>, value: &Spanned<Raw>) -> bool {
        let span = self.span(&key.defined);
        let after = self.text[span.end..].trim_start();
        matches!(value.value, Raw::Null)
            && key.referenced == key.defined
            && after.starts_with([',', '}', ']'])
    }

    /// Reports a key that is the rest of a sentence or number with a comma in it.
    fn is_cut_off(&mut self, key: &Key, last: &Node) -> bool {
        let Node { place, value: Value::Scalar(scalar) } = last else { return false };
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let entry = if scalar.plain && digits(&key.text) && digits(&scalar.text) {
            catalogue::COMMA_IN_NUMBER
        } else if key.text.contains(slip::is_cjk) || scalar.text.contains(slip::is_cjk) {
            catalogue::COMMA_IN_SENTENCE
        } else {
            return false;
        };
        let number = entry == catalogue::COMMA_IN_NUMBER;
        let start = if number { place.start } else { place.start + place.len } as usize;
        let end = (key.place.start + key.place.len) as usize;
        let place = if start < end { Place::new(self.file, start, end - start) } else { key.place };
        self.d.push(Diagnostic::at(entry, place).with("before", &scalar.text).with("after", &key.text));
        true
    }

    fn key(&mut self, raw: &Spanned<Raw>) -> Option<Key<'a>> {
        let span = self.span(&raw.defined);
        let place = self.place(self.span(&raw.referenced));
        let text = match &raw.value {
            Raw::Text(text) if self.text[span.clone()] == *text.trim() => self.as_written(&span),
            Raw::Text(text) => Cow::Owned(text.trim().to_string()),
            Raw::Null | Raw::Typed => self.as_written(&span),
            Raw::Sequence(_) | Raw::Mapping(_) => {
                self.d.push(Diagnostic::at(catalogue::KEY_NOT_TEXT, place));
                return None;
            }
        };
        Some(Key { text, place })
    }

    /// True for a scalar that is neither quoted nor a block scalar. The span of a block scalar is
    /// its text, so its `|` or `>` is looked for on the line before.
    fn is_plain(&self, span: &Range<usize>, text: &str) -> bool {
        let written = &self.text[span.clone()];
        let is_quoted = written.starts_with(['"', '\'']);
        !is_quoted && !text.is_empty() && self.header_of_block(span).is_none()
    }

    /// The `|` or `>` that a scalar which begins a line belongs to.
    fn header_of_block(&self, span: &Range<usize>) -> Option<usize> {
        let before = self.text[..span.start].trim_end();
        // First, because lines may be long.
        if !self.text[before.len()..span.start].contains('\n') {
            return None;
        }
        let line_start = before.rfind('\n').map_or(0, |n| n + 1);
        let line = &before[line_start..];
        let line = line.split(" #").next().unwrap_or(line).trim_end();
        let mark = line.rfind(['|', '>'])?;
        let indicator = line[mark + 1..].chars().all(|c| c.is_ascii_digit() || ['+', '-'].contains(&c));
        let begins_value = line[..mark].is_empty() || line[..mark].ends_with(' ');
        (indicator && begins_value).then_some(line_start + mark)
    }

    /// The text of a block scalar without the line end; of an empty one the `|` or `>`.
    fn text_of_block(&self, span: Range<usize>) -> Range<usize> {
        let written = self.text[span.clone()].trim_end();
        match self.header_of_block(&span) {
            Some(mark) if written.is_empty() => mark..mark + 1,
            _ => span.start..span.start + written.len(),
        }
    }

    /// The span of a collection: of `[ ]` and `{ }` on one line the whole, else its first token.
    fn collection(&self, start: usize, last_end: Option<usize>) -> Range<usize> {
        let rest = &self.text[start..];
        if rest.starts_with(['[', '{']) {
            let close = if rest.starts_with('[') { ']' } else { '}' };
            let from = last_end.filter(|&end| end > start && end <= self.text.len()).unwrap_or(start + 1);
            let after = self.text.get(from..).unwrap_or_default();
            let end = after.find([close, '\n']).filter(|&at| after[at..].starts_with(close));
            return match end {
                Some(at) if !self.text[start..from].contains('\n') => start..from + at + 1,
                _ => start..start + 1,
            };
        }
        if rest.starts_with("- ") || rest.starts_with("-\n") {
            return start..start + 1;
        }
        let line = rest.lines().next().unwrap_or_default();
        let end = line.find(": ").unwrap_or(line.trim_end_matches(':').len());
        start..start + end
    }

    fn end_of(&self, place: Place) -> usize {
        (place.start as usize + place.len as usize).saturating_sub(self.base)
    }

    fn place(&self, span: Range<usize>) -> Place {
        // A full-width colon was mended to one byte and blanks, and a place may be behind the first of them.
        let (start, end) = (floor(self.written, span.start), floor(self.written, span.end));
        Place::new(self.file, self.base + start, end - start)
    }

    /// Byte range in `text` of a location; the crate counts from the start of what it was given.
    fn span(&self, location: &Location) -> Range<usize> {
        let span = location.span();
        let start = match span.byte_offset() {
            Some(offset) => offset as usize,
            None => offset_of(self.text, location.line() as usize, location.column() as usize),
        };
        let start = floor(self.text, start);
        let end = floor(self.text, start.saturating_add(span.byte_len().unwrap_or(0) as usize));
        start..end.max(start)
    }
}

/// True where there is nothing but blank lines, comments and a `---`.
fn is_blank(text: &str) -> bool {
    text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#') || line == "---")
}

/// What a spreadsheet shows for a broken formula: pasted, it is a comment to YAML, and the value
/// would be missing without a word. Gives the gap before it too.
fn sheet_error(rest: &str) -> Option<(usize, &'static str)> {
    let marks = ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"];
    let gap = rest.len() - rest.trim_start_matches(' ').len();
    marks.into_iter().find(|mark| gap > 0 && rest[gap..].starts_with(mark)).map(|mark| (gap, mark))
}

/// The offset of a line and column, both counted from 1, the column in characters.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(line_start..).unwrap_or_default();
    let within = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    line_start + within
}

/// The nearest character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
