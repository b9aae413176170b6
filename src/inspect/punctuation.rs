//! Punctuation as it is published: full width in Chinese, no mark twice, quotation marks in pairs.

use super::Input;
use super::texts::{self, Text, is_chinese};
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{FileId, Place};
use std::collections::BTreeMap;

/// Half-width marks and what they should be between Chinese characters.
const HALF: [(char, char); 5] = [(',', '，'), (':', '：'), (';', '；'), ('?', '？'), ('!', '！')];

/// Marks that never stand twice, and pairs of different ones that never stand together.
const DOUBLED: [&str; 9] = ["，，", "。。", "、、", "；；", "：：", "，。", "。，", "、，", "，、"];

/// Marks that come in pairs. Round brackets are left out: 1） needs no partner.
const PAIRS: [(char, char); 4] = [('“', '”'), ('《', '》'), ('「', '」'), ('【', '】')];

/// Checks the words of the site, and the prose of its files.
pub(super) fn check(input: &Input, texts: &[Text], d: &mut Diagnostics) {
    half_width(input, d);
    for text in texts.iter().filter(|text| text.path.ends_with(".md")) {
        doubled(text, d);
        unpaired(text, d);
    }
}

/// One warning a file: whoever has one of them usually has them all.
fn half_width(input: &Input, d: &mut Diagnostics) {
    let mut found: BTreeMap<FileId, (usize, Place, String)> = BTreeMap::new();
    for (words, place) in published(input) {
        for value in between_chinese(&plain(words)) {
            let file = found.entry(place.file).or_insert_with(|| {
                let at = texts::find(input, place.file, 0, &value).unwrap_or(place);
                (0, at, value)
            });
            file.0 += 1;
        }
    }
    for (count, place, value) in found.into_values() {
        let full = |c: char| HALF.iter().find(|(half, _)| *half == c).map_or(c, |(_, full)| *full);
        let repaired: String = value.chars().filter(|c| *c != ' ').map(full).collect();
        let problem = Diagnostic::at(code::PUNCTUATION, place).with("count", count);
        d.push(problem.with("value", value).with("repaired", repaired));
    }
}

/// What is published, as HTML or text, each with where it is written. What the program itself prints in
/// full width has been so already.
fn published<'a>(input: &Input<'a>) -> Vec<(&'a str, Place)> {
    let mut words: Vec<(&str, Place)> = Vec::new();
    for policy in &input.site.policies {
        let text = &policy.text;
        words.push((&policy.metadata.title, policy.place));
        words.extend([(text.lead.as_str(), policy.place), (text.tail.as_str(), policy.place)]);
        for clause in &text.clauses {
            words.extend([(clause.heading.as_str(), clause.place), (clause.body.as_str(), clause.place)]);
        }
        for article in policy.interpretations.iter().chain(&policy.cases) {
            words.extend([(article.title.as_str(), article.place), (article.body.as_str(), article.place)]);
        }
        for indicator in policy.indicators.iter().filter(|indicator| indicator.same_as.is_none()) {
            words.push((&indicator.name, indicator.place));
            words.extend(indicator.definition.iter().map(|text| (text.as_str(), indicator.place)));
        }
        let summaries =
            policy.reports.iter().filter_map(|report| Some((report.summary.as_deref()?, report.place)));
        words.extend(summaries);
        for said in &policy.statements {
            let parts = [&said.done, &said.next, &said.obstacle, &said.evidence, &said.reason];
            words.extend(parts.into_iter().flatten().map(|text| (text.as_str(), said.place)));
        }
    }
    for page in &input.site.pages {
        words.extend([(page.title.as_str(), page.place), (page.body.as_str(), page.place)]);
    }
    words
}

/// HTML without its tags; a tag is a gap.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push('\n');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

/// Every half-width mark between two Chinese characters, with both of them; a space may follow it.
pub(super) fn between_chinese(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for n in 1..characters.len().saturating_sub(1) {
        if !HALF.iter().any(|(half, _)| *half == characters[n]) || !is_chinese(characters[n - 1]) {
            continue;
        }
        let after = if characters[n + 1] == ' ' { n + 2 } else { n + 1 };
        if characters.get(after).is_some_and(|c| is_chinese(*c)) {
            found.push(characters[n - 1..=after].iter().collect());
        }
    }
    found
}

/// One warning a line.
fn doubled(text: &Text, d: &mut Diagnostics) {
    for line in text.prose() {
        let first = DOUBLED.iter().filter_map(|mark| Some((line.words.find(mark)?, *mark))).min();
        if let Some((at, mark)) = first {
            d.push(Diagnostic::at(code::DOUBLED, text.place(&line, at, mark.len())).with("value", mark));
        }
    }
}

/// Paragraphs end at an empty line; a quotation over several of them begins each and ends but the last.
fn unpaired(text: &Text, d: &mut Diagnostics) {
    let mut paragraph: Vec<(char, Place)> = Vec::new();
    let mut quoted = false;
    for line in text.prose() {
        let words = line.words.trim();
        if words.is_empty() {
            report(&paragraph, quoted, d);
            (paragraph, quoted) = (Vec::new(), false);
            continue;
        }
        quoted |= words.starts_with('“');
        let marks = line.words.char_indices().filter(|(_, c)| PAIRS.iter().any(|(a, b)| a == c || b == c));
        paragraph.extend(marks.map(|(at, c)| (c, text.place(&line, at, c.len_utf8()))));
    }
    report(&paragraph, quoted, d);
}

/// The first mark of a paragraph that has no partner.
fn report(marks: &[(char, Place)], quoted: bool, d: &mut Diagnostics) {
    let without_partner =
        PAIRS.iter().filter(|(open, _)| !(quoted && *open == '“')).filter_map(|(open, close)| {
            let mut waiting: Vec<Place> = Vec::new();
            for (mark, place) in marks {
                if mark == open {
                    waiting.push(*place);
                } else if mark == close && waiting.pop().is_none() {
                    return Some((*place, *mark));
                }
            }
            waiting.first().map(|place| (*place, *open))
        });
    if let Some((place, mark)) = without_partner.min() {
        d.push(Diagnostic::at(code::UNPAIRED, place).with("value", mark));
    }
}
