//! A text -> its sentences, each with its place; numbers of clauses and what answers for them are no
//! part of a sentence.

use crate::text::number_len;

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake::document) struct Sentence<'a> {
    /// Its words, without blanks around them.
    pub(in crate::intake::document) text: &'a str,
    /// Where it begins in the text, in bytes.
    pub(in crate::intake::document) at: usize,
    /// Where its line begins.
    pub(in crate::intake::document) line: usize,
}

/// The most bytes of a sentence; what is longer has lost its stops and cannot be read.
const LONGEST: usize = 6000;

/// The sentences of the lines before byte `end`.
pub(in crate::intake::document) fn sentences(text: &str, end: usize) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    for range in super::super::frame::lines(&text[..end.min(text.len())]) {
        let line = range.start;
        let lead = text[range.clone()].len() - text[range.clone()].trim_start().len();
        let mut at = range.start + lead;
        at += number_len(&text[at..range.end]);
        while at < range.end {
            let rest = &text[at..range.end];
            let stop = rest.find(['。', '！', '？']).map_or(rest.len(), |stop| stop + '。'.len_utf8());
            let raw = &rest[..stop];
            let sentence = raw.trim();
            if !sentence.is_empty() && sentence.len() <= LONGEST {
                found.push(Sentence { text: sentence, at: at + raw.len() - raw.trim_start().len(), line });
            }
            at += stop;
        }
    }
    found
}
