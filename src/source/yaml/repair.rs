//! What clerks get wrong in YAML, found in the text alone.
//!
//! The scan is a guess: it follows lines, quotes, brackets and block scalars, but does not know
//! YAML. Its finds are believed only where the parser accepts the text with the edits made, or
//! where the tree shows that the line was misread (see [`misread`]).

use super::scan::Scan;
use super::slip::{Kind, Slip, colon, comma, flow_slip, is_entry_after_comma};
use std::ops::Range;

/// All slips that the text may have, in order.
pub(super) fn slips(text: &str) -> Vec<Slip> {
    let mut scan = Scan::new(text);
    scan.run();
    scan.slips.sort_by_key(|slip| slip.at.start);
    scan.slips
}

/// The slips of a plain scalar that the parser took for text, though each of its lines is an entry
/// with a slip in it; empty where it may be text after all.
pub(super) fn misread(text: &str, span: Range<usize>) -> Vec<Slip> {
    let line_start = text[..span.start].rfind('\n').map_or(0, |n| n + 1);
    if !text[line_start..span.start].trim_start().trim_matches(['-', ' ']).is_empty() {
        return Vec::new();
    }
    let mut scan = Scan { at: line_start, stop: span.end, ..Scan::new(text) };
    scan.run();
    let wrong = |kind| [Kind::FullwidthColon, Kind::NoSpace, Kind::Dash].contains(&kind);
    let slips: Vec<Slip> =
        scan.slips.into_iter().filter(|slip| wrong(slip.kind) && slip.at.start >= span.start).collect();
    let lines = text[span].lines().filter(|line| !line.trim().is_empty()).count();
    let certain = slips.iter().any(|slip| slip.plain_case) && slips.len() >= lines;
    if certain { slips } else { Vec::new() }
}

/// The slips of an entry of `{ }` that the parser took for a key without a value.
pub(super) fn flow_slips(text: &str, key: Range<usize>) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut at = key.start;
    loop {
        let end = text[at..key.end].find('，').map_or(key.end, |n| at + n);
        slips.extend(flow_slip(text, at..end));
        at = end + '，'.len_utf8();
        if at > key.end {
            return slips;
        }
        if is_entry_after_comma(text, at) {
            slips.push(comma(end));
        }
    }
}

/// The slips of a plain key that the parser accepted: `键： { a: 1 }`, or spaces that are none.
pub(super) fn key_slip(text: &str, key: Range<usize>) -> Option<Slip> {
    let written = &text[key.clone()];
    let start = written.len() - written.trim_start().len();
    if start > 0 {
        let at = key.start..key.start + start;
        let instead = "  ".repeat(written[..start].chars().count());
        let kind = Kind::WideSpace;
        return Some(Slip { kind, at, instead, word: String::new(), plain_case: true });
    }
    let (word, after) = written.split_once('：')?;
    let slip = colon(text, key.start, key.start + word.len());
    (slip.plain_case && after.trim_start().starts_with(['{', '['])).then_some(slip)
}

/// The bracket that is open at a byte, the innermost.
pub(super) fn open_bracket(text: &str, stop: usize) -> Option<usize> {
    let mut scan = Scan { stop, ..Scan::new(text) };
    scan.run();
    scan.unclosed.or(scan.open.last().copied())
}
