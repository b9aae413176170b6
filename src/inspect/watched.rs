//! The site's own list of words, `content/words.yaml`.

use super::texts::Text;
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::WatchedWord;

/// Looks for every word in every text.
pub(super) fn check(words: &[WatchedWord], texts: &[Text], d: &mut Diagnostics) {
    for (text, word) in texts.iter().flat_map(|text| words.iter().map(move |word| (text, word))) {
        for line in text.lines() {
            for at in places(line.words, word) {
                let place = text.place(&line, at, word.word.len());
                let entry = if word.forbidden { code::FORBIDDEN_WORD } else { code::WORD };
                let reason = match word.reason.is_empty() {
                    true => String::new(),
                    false => format!("（{}）", word.reason),
                };
                let mut problem = Diagnostic::at(entry, place).with("value", &word.word);
                problem = problem.with("reason", reason);
                problem.suggestion = Some(word.instead.clone()).filter(|instead| !instead.is_empty());
                d.push(problem);
            }
        }
    }
}

/// Where the word stands in a line, but not inside of a longer word that is right.
pub(super) fn places(line: &str, word: &WatchedWord) -> Vec<usize> {
    let right: Vec<(usize, usize)> = word
        .except
        .iter()
        .flat_map(|except| line.match_indices(except.as_str()))
        .map(|(at, except)| (at, at + except.len()))
        .collect();
    let found = line.match_indices(word.word.as_str()).map(|(at, _)| at);
    let inside = |at: usize| right.iter().any(|(from, to)| *from <= at && at + word.word.len() <= *to);
    found.filter(|at| !inside(*at)).collect()
}
