//! Letters that no font has: PDF/UA forbids to print them, so the view gets 〓 in their place.

use crate::font::{Fonts, GETA, Weight};
use serde_json::Value;
use std::collections::BTreeSet;

/// Puts 〓 in the place of every letter of a view that no font has, and returns those letters.
pub fn legible(view: &mut Value, fonts: &Fonts) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    walk(view, fonts, &mut missing);
    missing
}

fn walk(value: &mut Value, fonts: &Fonts, missing: &mut BTreeSet<char>) {
    match value {
        Value::String(text) => {
            let lacks = |c: char| !c.is_control() && fonts.glyph(c, Weight::Regular).is_none();
            text.retain(|c| !is_forbidden(c));
            if text.contains(lacks) {
                missing.extend(text.chars().filter(|c| lacks(*c)));
                *text = text.chars().map(|c| if lacks(c) { GETA } else { c }).collect();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, fonts, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, fonts, missing)),
        _ => {}
    }
}

/// What PDF/UA takes in no text: nothing to be seen, and left behind by editors.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0' | '\u{FEFF}' | '\u{FFFE}')
}
