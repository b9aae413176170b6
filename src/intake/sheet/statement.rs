//! Words of the format in a cell: a state, a quality.

use crate::content::{Allowed, STATES};
use crate::diagnostic::catalogue::content as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{State, fold_name};
use crate::progress::Worded;
use crate::source::table::Cell;

/// The state of a cell: 推进中, `under-way` or `under way`.
pub(super) fn state(cell: &Cell, d: &mut Diagnostics) -> Option<State> {
    word(cell, "state", STATES, d)
}

/// One of the words of the format, in Chinese, as a key or in English.
pub(super) fn word<T: Worded>(
    cell: &Cell,
    key: &str,
    allowed: &[Allowed<T>],
    d: &mut Diagnostics,
) -> Option<T> {
    let wanted = fold_name(&cell.text).replace(['-', '_'], "");
    let is = |word: &str| fold_name(word).replace('-', "") == wanted;
    let found = allowed.iter().find(|(key, chinese, value)| is(key) || is(chinese) || is(value.entry().2));
    if let Some((_, _, value)) = found {
        return Some(*value);
    }
    let words: Vec<&str> = allowed.iter().map(|(_, chinese, _)| *chinese).collect();
    let keys: Vec<&str> = allowed.iter().map(|(key, ..)| *key).collect();
    d.push(
        Diagnostic::at(catalogue::UNKNOWN_WORD, cell.place)
            .with("key", key)
            .with("value", &cell.text)
            .with("allowed", words.join(" / "))
            .with("words", keys.join(" / "))
            .suggest(&cell.text, words),
    );
    None
}
