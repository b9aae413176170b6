//! The parser's errors in the words of the catalogue.
//!
//! The crate's message is English and about YAML's inner life; here it only tells which of our
//! own entries is meant, and the text around it tells where to point.

use super::repair::open_bracket;
use crate::diagnostic::catalogue::yaml as catalogue;
use crate::diagnostic::{Diagnostic, Entry};
use crate::model::Place;
use serde_yaml::Error;
use std::ops::Range;

/// An entry, the bytes to underline, and a word from the text.
#[derive(Debug)]
pub(super) struct Trouble {
    entry: &'static Entry,
    /// The bytes to underline.
    pub(super) span: Range<usize>,
    word: String,
}

impl Trouble {
    /// True where the entry says little more than that the text could not be read.
    pub(super) fn is_vague(&self) -> bool {
        [catalogue::SYNTAX, catalogue::INDENT].contains(&self.entry)
    }

    /// The diagnostic at this place.
    pub(super) fn diagnostic(&self, place: Place) -> Diagnostic {
        Diagnostic::at(self.entry, place).with("word", &self.word).with("sign", &self.word)
    }
}

/// What an error at a byte of the text means to its author.
pub(super) fn name(error: &Error, text: &str, at: usize) -> Trouble {
    let mut error = error.without_snippet();
    while let Error::AliasError { error: inner, .. } = error {
        error = inner;
    }
    let message = error.to_string();
    let says = |part: &str| message.contains(part);
    let line_start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let line_end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    let content =
        line_start + text[line_start..line_end].len() - text[line_start..line_end].trim_start().len();
    let line = content..content.max(line_start + text[line_start..line_end].trim_end().len());
    let here = at..at + text[at..line_end].chars().next().map_or(0, char::len_utf8);
    let rest = at..at.max(line.end);
    let trouble = |entry, span: Range<usize>| Trouble { entry, word: text[span.clone()].to_string(), span };

    if let Error::Budget { .. } = error {
        let deep = says("Depth") || says("depth") || says("nest");
        return trouble(if deep { catalogue::TOO_DEEP } else { catalogue::TOO_BIG }, here);
    }
    if says("recursion limit") || says("nesting") {
        return trouble(catalogue::TOO_DEEP, here);
    }
    if let Error::AliasReplayLimitExceeded { .. }
    | Error::AliasExpansionLimitExceeded { .. }
    | Error::AliasReplayStackDepthExceeded { .. }
    | Error::AliasReplayCounterOverflow { .. } = error
    {
        return trouble(catalogue::TOO_BIG, here);
    }
    if let Error::MultipleDocuments { .. } = error {
        let rule = text[..line_end].rfind("\n---").map_or(line, |n| n + 1..n + 4);
        return trouble(catalogue::DOCUMENTS, rule);
    }
    if says("unclosed quote") {
        return trouble(catalogue::UNCLOSED_QUOTE, here);
    }
    if says("trailing content after") {
        return trouble(catalogue::AFTER_QUOTE, rest);
    }
    if says("escape") {
        let bad = bad_escape(&text[line.clone()]);
        return trouble(catalogue::ESCAPE, bad.map_or(line.clone(), |n| line.start + n..line.start + n + 1));
    }
    let first = text[at..line_end].chars().next().filter(|c| "@`%*&!#".contains(*c));
    if let Some(sign) = first.filter(|_| !says("block")) {
        return Trouble { entry: catalogue::SPECIAL_START, span: rest, word: sign.to_string() };
    }
    // A tag stands before what the parser complains about.
    if let Some(n) = text[content..at.max(content)].rfind(" !") {
        return Trouble {
            entry: catalogue::SPECIAL_START,
            span: content + n + 1..line.end,
            word: "!".to_string(),
        };
    }
    if says("mismatched bracket") {
        return trouble(catalogue::MISMATCHED_BRACKET, here);
    }
    if let Some((entry, span)) = within_brackets(text, at) {
        return trouble(entry, span);
    }
    let bracket = if says("unclosed bracket") { Some(at) } else { open_bracket(text, at) };
    if let Some(bracket) = bracket {
        let broken = says("flow")
            || says("illegal placement")
            || says("bracket")
            || says("unclosed")
            || says("inside a block");
        let opener_line = text[bracket..].lines().next().unwrap_or_default();
        if let Some(n) = opener_line.find(" #") {
            let end =
                opener_line[n + 1..].find([' ', ',', '}', ']']).map_or(opener_line.len(), |m| n + 1 + m);
            return trouble(catalogue::COMMENT_IN_BRACKETS, bracket + n + 1..bracket + end);
        }
        if broken && (text[bracket..at].contains('\n') || text[at..].trim().is_empty() || says("unclosed")) {
            return trouble(catalogue::UNCLOSED_BRACKET, bracket..bracket + 1);
        }
    }
    if says("mapping values are not allowed") || says("illegal placement of ':'") {
        if let Some(colon) = text[line.start..at.max(line.start)].find(": ") {
            let value = line.start + colon + 2;
            let value = value + text[value..line_end].len() - text[value..line_end].trim_start().len();
            if let Some((entry, span)) = several_entries(text, line.clone(), value) {
                return trouble(entry, span);
            }
            return trouble(catalogue::COLON_IN_TEXT, value..line.end.max(value));
        }
        // A line without a colon runs on into this one.
        if let Some(before) = without_colon(text, line_start, content - line_start) {
            return trouble(catalogue::NO_COLON, before);
        }
        return trouble(catalogue::INDENT, line);
    }
    if says("tab") {
        // The parser may point at what stands before it.
        let tab = text[at..].find('\t').map_or(here, |n| at + n..at + n + 1);
        return trouble(catalogue::TAB_HERE, tab);
    }
    if says("expected ':'") {
        return trouble(catalogue::NO_COLON, line);
    }
    if let Some(key) = bracketed_key(&text[line.clone()]) {
        return trouble(catalogue::KEY_NOT_TEXT, line.start..line.start + key);
    }
    if says("did not find expected key") || says("expected '-'") || says("indentation") {
        return trouble(catalogue::INDENT, line);
    }
    if says("block sequence entries are not allowed") {
        return trouble(catalogue::LIST_HERE, rest);
    }
    trouble(catalogue::SYNTAX, here)
}

/// A comma that lacks on one side or is lacking, inside of brackets that begin on the same line.
fn within_brackets(text: &str, at: usize) -> Option<(&'static Entry, Range<usize>)> {
    let bracket = open_bracket(text, at).filter(|bracket| !text[*bracket..at].contains('\n'))?;
    let before = text[bracket..at].trim_end();
    if text[at..].starts_with(',') && before.ends_with([',', '[', '{']) {
        return Some((catalogue::EMPTY_ITEM, at..at + 1));
    }
    // `{ by: 2025 over: 160 }`: the second colon of an entry.
    let entry = before.rfind([',', '{']).map_or(0, |n| n + 1);
    let word = before.rfind(' ').filter(|word| *word > entry)?;
    let twice = text[at..].starts_with(": ") && before[entry..word].contains(": ");
    twice.then(|| (catalogue::MISSING_COMMA, bracket + word + 1..bracket + before.len()))
}

/// Entries on one line in brackets of the wrong width, or in none: `（by: 2025, over: 160）`.
fn several_entries(text: &str, line: Range<usize>, value: usize) -> Option<(&'static Entry, Range<usize>)> {
    let item =
        line.start + text[line.clone()].len() - text[line.clone()].trim_start_matches(['-', ' ']).len();
    for at in [item, value] {
        if let Some(bracket) = text.get(at..line.end)?.chars().next().filter(|c| "（｛【［".contains(*c))
        {
            return Some((catalogue::FULLWIDTH_BRACKET, at..at + bracket.len_utf8()));
        }
    }
    let (_, next) = text.get(value..line.end)?.split_once(", ")?;
    let (key, _) = next.split_once(": ")?;
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    is_key.then_some((catalogue::MISSING_BRACES, item..line.end))
}

/// The line before, where it stands as far in and is no entry: `高新技术企业 128`.
fn without_colon(text: &str, line_start: usize, indent: usize) -> Option<Range<usize>> {
    let before = text[..line_start].trim_end();
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    let line = &before[start..];
    let bare = line.trim_start();
    let entry = bare.contains(": ") || bare.ends_with(':') || bare.starts_with(['-', '#', '"', '\'']);
    (line.len() - bare.len() == indent && !bare.is_empty() && !entry).then_some(start + indent..before.len())
}

/// The first backslash of a line that begins no escape of double quotes.
fn bad_escape(line: &str) -> Option<usize> {
    let mut rest = line.char_indices();
    while let Some((at, c)) = rest.next() {
        if c == '\\' && !rest.next().is_some_and(|(_, c)| "0abtnvfre \"/\\N_LPxuU\t".contains(c)) {
            return Some(at);
        }
    }
    None
}

/// The length of a key that begins with a bracket and so is a list to YAML: `[试点]企业: 3`.
fn bracketed_key(line: &str) -> Option<usize> {
    let colon = line.find(": ").or(line.strip_suffix(':').map(str::len))?;
    let close = line.find([']', '}'])?;
    (line.starts_with(['[', '{']) && close < colon).then_some(colon)
}
