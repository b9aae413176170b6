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
        return trouble(catalogue::ESCAPE, line);
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
    let bracket = if says("unclosed bracket") { Some(at) } else { open_bracket(text, at) };
    if let Some(bracket) = bracket {
        let broken = says("flow") || says("illegal placement") || says("bracket") || says("unclosed");
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
            return trouble(catalogue::COLON_IN_TEXT, value..line.end.max(value));
        }
        return trouble(catalogue::INDENT, line);
    }
    if says("tab") {
        return trouble(catalogue::TAB_HERE, here);
    }
    if says("expected ':'") {
        return trouble(catalogue::NO_COLON, line);
    }
    if says("did not find expected key") || says("expected '-'") || says("indentation") {
        return trouble(catalogue::INDENT, line);
    }
    if says("block sequence entries are not allowed") {
        return trouble(catalogue::LIST_HERE, rest);
    }
    trouble(catalogue::SYNTAX, here)
}
