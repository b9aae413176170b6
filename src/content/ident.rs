//! Ids: they become names of folders in URLs, so they are plain ASCII in lower case.

use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;
use pinyin::ToPinyin;

/// Reports an id that cannot stand in a URL, with one that can.
pub(crate) fn check(id: &str, place: Place, d: &mut Diagnostics) {
    if valid(id) {
        return;
    }
    let mut problem = Diagnostic::at(content::BAD_ID, place).with("id", id);
    problem.suggestion = Some(pinyin(id)).filter(|id| !id.is_empty());
    d.push(problem);
}

/// Lower-case letters, digits, `-` and `_`, a letter or digit first.
pub(crate) fn valid(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

/// The id of a name: `高峰街道` -> `gaofengjiedao`; brackets and other marks divide it.
pub(crate) fn pinyin(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars() {
        match c.to_pinyin() {
            Some(syllable) => id.push_str(&syllable.plain().replace('ü', "v")),
            None if c.is_ascii_alphanumeric() => id.push(c.to_ascii_lowercase()),
            None if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            None => {}
        }
    }
    id.trim_end_matches('-').to_string()
}
