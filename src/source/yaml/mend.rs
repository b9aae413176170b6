//! Which slips are believed: the parser is asked about the text with the repairs made.

use super::raw::{Raw, load};
use super::repair;
use super::slip::{self, Kind, Slip, is_cjk, repaired};
use super::{Reader, floor, offset_of, trouble};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::yaml as catalogue;
use serde_yaml::{Error, Spanned};
use std::borrow::Cow;
use std::ops::Range;

impl Reader<'_, '_> {
    /// After an error: reports the slips that the parser stumbled over, and what is wrong besides.
    /// Gives the mended text where nothing is and its places hold for the original.
    pub(super) fn mend(&mut self, error: Error) -> Option<(Cow<'static, str>, Spanned<Raw>)> {
        let found = repair::slips(self.text);
        let (mut slips, error) = self.believed(&found, error);
        let mended = repaired(self.text, &slips);
        if let Some(error) = error {
            let mut trouble = trouble::name(&error, &mended, offset(&error, &mended));
            trouble.span = original(self.text, &slips, trouble.span.start)
                ..original(self.text, &slips, trouble.span.end);
            // Who writes one full-width colon writes more; and spaces that are none explain what
            // is not aligned.
            let colons = slips.iter().any(|slip| slip.kind == Kind::FullwidthColon);
            let more = |slip: &&Slip| match slip.kind {
                Kind::FullwidthColon => colons && slip.plain_case,
                Kind::Tab | Kind::WideSpace => trouble.is_vague() && slip.at.start <= trouble.span.end,
                _ => false,
            };
            let more: Vec<Slip> =
                found.iter().filter(more).filter(|slip| !slips.contains(slip)).cloned().collect();
            let spaces = more.iter().any(|slip| slip.kind != Kind::FullwidthColon);
            slips.extend(more);
            self.report(&slips);
            if !spaces {
                self.d.push(trouble.diagnostic(self.place(trouble.span.clone())));
            }
            return None;
        }
        self.report(&slips);
        let raw = load(&mended).ok().filter(|_| mended.len() == self.text.len())?;
        Some((Cow::Owned(mended), raw))
    }

    /// Those slips that are proved by the parser, and the error that is left.
    fn believed(&self, found: &[Slip], error: Error) -> (Vec<Slip>, Option<Error>) {
        let all: Vec<Slip> = found.to_vec();
        let by_kind = Kind::ALL.map(|kind| found.iter().filter(|slip| slip.kind == kind).cloned().collect());
        for set in by_kind.into_iter().chain([all]).filter(|set: &Vec<Slip>| !set.is_empty()) {
            if load(&repaired(self.text, &set)).is_ok() {
                return (self.needed(set), None);
            }
        }
        // There is more than slips: mend line by line, as far as each repair brings the parser on.
        let mut chosen: Vec<Slip> = Vec::new();
        let mut error = error;
        let mut at = offset(&error, self.text);
        for _ in 0..TRIES {
            let mut trial = chosen.clone();
            trial.extend(slips_near(self.text, at, found).filter(|slip| !chosen.contains(slip)).cloned());
            if trial.len() == chosen.len() {
                break;
            }
            trial.sort_by_key(|slip| slip.at.start);
            let mended = repaired(self.text, &trial);
            match load(&mended) {
                Ok(_) => return (self.needed(trial), None),
                Err(next) => {
                    let next_at = original(self.text, &trial, offset(&next, &mended));
                    if next_at <= at {
                        break;
                    }
                    (chosen, error, at) = (trial, next, next_at);
                }
            }
        }
        (chosen, Some(error))
    }

    /// Without those that the parser can do without, unless they are plain cases.
    fn needed(&self, set: Vec<Slip>) -> Vec<Slip> {
        if set.len() > TRIES {
            return set;
        }
        let mut kept = set.clone();
        for slip in set.iter().filter(|slip| !slip.plain_case) {
            let without: Vec<Slip> = kept.iter().filter(|other| *other != slip).cloned().collect();
            if load(&repaired(self.text, &without)).is_ok() {
                kept = without;
            }
        }
        kept
    }

    pub(super) fn report(&mut self, slips: &[Slip]) {
        let mut counted: Vec<Kind> = Vec::new();
        for slip in slips {
            let entry = match slip.kind {
                Kind::FullwidthColon => catalogue::FULLWIDTH_COLON,
                Kind::FullwidthComma => catalogue::FULLWIDTH_COMMA,
                Kind::WideSpace => catalogue::WIDE_SPACE,
                Kind::Tab => catalogue::TAB,
                Kind::NoSpace => catalogue::NO_SPACE,
                Kind::Dash => catalogue::DASH,
            };
            let mut diagnostic = Diagnostic::at(entry, self.place(slip.at.clone()))
                .with("word", &slip.word)
                .with("after", slip::value_after(self.text, slip.at.end));
            // Spaces are put right by one replacement, so they are one problem.
            if [Kind::Tab, Kind::WideSpace].contains(&slip.kind) {
                if counted.contains(&slip.kind) {
                    continue;
                }
                counted.push(slip.kind);
                let lines = slips.iter().filter(|other| other.kind == slip.kind).count();
                diagnostic = diagnostic.with("lines", lines);
            }
            self.d.push(diagnostic);
        }
    }

    /// The slips in what the parser accepted but took for something else than was meant.
    pub(super) fn misread(&self, raw: &Spanned<Raw>) -> Vec<Slip> {
        let mut slips = Vec::new();
        self.collect_misread(raw, &mut slips);
        slips.sort_by_key(|slip| slip.at.start);
        // An alias shows the same text again.
        slips.dedup();
        slips
    }

    fn collect_misread(&self, raw: &Spanned<Raw>, slips: &mut Vec<Slip>) {
        match &raw.value {
            Raw::Null | Raw::Typed => {}
            Raw::Text(text) => {
                let span = self.span(&raw.defined);
                let written = &self.text[span.clone()];
                let may_be = written.starts_with('-') || written.contains(['：', ':']);
                if may_be && self.is_plain(&span, text) {
                    slips.extend(repair::misread(self.text, span));
                }
            }
            Raw::Sequence(items) => items.iter().for_each(|item| self.collect_misread(item, slips)),
            Raw::Mapping(entries) => {
                let mut after_sentence = false;
                for (key, value) in entries {
                    if self.lacks_colon(key, value) {
                        let found = repair::flow_slips(self.text, self.span(&key.defined));
                        slips.extend(found.into_iter().filter(|slip| slip.plain_case || !after_sentence));
                    } else {
                        let written = self.span(&key.defined);
                        slips.extend(repair::key_slip(self.text, written));
                        after_sentence = matches!(&value.value, Raw::Text(text) if text.contains(is_cjk));
                    }
                    self.collect_misread(value, slips);
                }
            }
        }
    }
}

/// How often the parser is asked about single slips.
const TRIES: usize = 40;

/// The slips on the line of a byte, or else on the line before it that is not blank.
fn slips_near<'a>(text: &str, at: usize, found: &'a [Slip]) -> impl Iterator<Item = &'a Slip> + use<'a> {
    let line_of = |at: usize| {
        let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
        start..text[at..].find('\n').map_or(text.len(), |n| at + n)
    };
    let on = |line: &Range<usize>| found.iter().any(|slip| line.contains(&slip.at.start));
    let mut line = line_of(at);
    if !on(&line) {
        line = line_of(text[..line.start].trim_end().len());
    }
    found.iter().filter(move |slip| line.contains(&slip.at.start))
}

/// The byte of the original that a byte of the mended text stands for.
fn original(text: &str, slips: &[Slip], at: usize) -> usize {
    // How much longer the mended text is up to here; it may be shorter.
    let mut grown = 0_isize;
    for slip in slips {
        let start = slip.at.start.saturating_add_signed(grown);
        if at < start {
            break;
        }
        if at < start + slip.instead.len() {
            return slip.at.start;
        }
        grown += slip.instead.len() as isize - slip.at.len() as isize;
    }
    floor(text, at.saturating_add_signed(-grown))
}

/// Where the parser stopped.
fn offset(error: &Error, text: &str) -> usize {
    let Some(location) = error.location() else { return 0 };
    let exact = location.span().byte_offset().map(|offset| offset as usize);
    floor(
        text,
        exact.unwrap_or_else(|| offset_of(text, location.line() as usize, location.column() as usize)),
    )
}
