//! The small vocabulary that all decoders share: a located YAML node in, a value of the domain out.
//!
//! Every reader reports what is wrong at the node's own place and answers `None`, so that a
//! decoder can go on and a file shows all of its mistakes at once.

mod fields;
mod number;
mod time;

pub(crate) use fields::Fields;
pub(crate) use number::number;
pub(crate) use time::{date, moment, period};

use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Place, Quality};
use crate::source::yaml::{Key, Node, Value};
use crate::text::{self, Piece};

/// A word allowed for a key: as written in YAML, its Chinese, its meaning.
pub(crate) type Allowed<T> = (&'static str, &'static str, T);

/// The words of `quality`, wherever it may stand.
pub(crate) const QUALITY: &[Allowed<Quality>] = &[
    ("final", "正式数", Quality::Final),
    ("provisional", "初步数", Quality::Provisional),
    ("estimated", "估计数", Quality::Estimated),
    ("illustrative", "示例", Quality::Illustrative),
];

/// A scalar's text, trimmed; none where it is empty.
pub(crate) fn text(node: &Node, key: &str, d: &mut Diagnostics) -> Option<String> {
    match &node.value {
        Value::Null | Value::Broken => None,
        Value::Scalar(scalar) => Some(scalar.text.trim().to_string()).filter(|text| !text.is_empty()),
        _ => wrong(content::NOT_TEXT, node, key, d),
    }
}

/// A text in Markdown, as HTML. Of a block (`|`) the place is that of its first line.
pub(crate) fn markdown(node: &Node, key: &str, d: &mut Diagnostics) -> Option<String> {
    let text = text(node, key, d)?;
    let piece = Piece { file: node.place.file, offset: node.place.start as usize, text: &text };
    Some(text::html(piece, 1, d))
}

/// A list of texts, each with its place; a single text is a list of one.
pub(crate) fn texts(node: &Node, key: &str, d: &mut Diagnostics) -> Vec<(String, Place)> {
    let one = std::slice::from_ref(node);
    let items = match &node.value {
        Value::Sequence(items) => items,
        _ => one,
    };
    items.iter().filter_map(|item| Some((text(item, key, d)?, item.place))).collect()
}

/// One of the allowed words.
pub(crate) fn word<T: Copy>(
    node: &Node,
    key: &str,
    allowed: &[Allowed<T>],
    d: &mut Diagnostics,
) -> Option<T> {
    let written = text(node, key, d)?;
    if let Some(&(_, _, value)) = allowed.iter().find(|(word, ..)| *word == written) {
        return Some(value);
    }
    let words: Vec<String> = allowed.iter().map(|(word, ..)| format!("`{word}`")).collect();
    let list: Vec<String> = allowed
        .iter()
        .map(|(word, chinese, _)| match *word == *chinese || chinese.is_empty() {
            true => format!("`{word}`"),
            false => format!("`{word}` {chinese}"),
        })
        .collect();
    let mut problem = Diagnostic::at(content::UNKNOWN_WORD, node.place)
        .with("key", key)
        .with("value", &written)
        .with("allowed", list.join(" / "))
        .with("words", words.join(" / "))
        .suggest(&written.to_lowercase(), allowed.iter().map(|(word, ..)| *word));
    let chinese = crate::diagnostic::nearest(&written, allowed.iter().map(|(_, chinese, _)| *chinese));
    if let Some((word, ..)) = allowed.iter().find(|(word, label, _)| {
        *label == written
            || chinese.as_deref() == Some(*label)
            || word.eq_ignore_ascii_case(&written.replace(['_', ' '], "-"))
    }) {
        problem.suggestion = Some((*word).to_string());
    }
    d.push(problem);
    None
}

/// `true` or `false`.
pub(crate) fn flag(node: &Node, key: &str, d: &mut Diagnostics) -> Option<bool> {
    word(node, key, &[("true", "是", true), ("false", "否", false)], d)
}

/// A figure.
pub(crate) fn figure(node: &Node, name: &str, d: &mut Diagnostics) -> Option<f64> {
    match &node.value {
        Value::Null | Value::Broken => None,
        Value::Scalar(scalar) => number(&scalar.text, node.place, name, d),
        _ => {
            d.push(Diagnostic::at(data::NOT_ONE_NUMBER, node.place).with("name", name));
            None
        }
    }
}

/// A whole number between two bounds.
pub(crate) fn integer(
    node: &Node,
    key: &str,
    bounds: std::ops::RangeInclusive<i32>,
    d: &mut Diagnostics,
) -> Option<i32> {
    let mut own = Diagnostics::new();
    let value = figure(node, key, &mut own);
    let is_text = own.iter().any(|problem| problem.entry == data::NOT_A_NUMBER);
    if !is_text {
        d.append(own);
    }
    let value = if is_text { f64::NAN } else { value? };
    if value.fract() == 0.0 && value >= f64::from(*bounds.start()) && value <= f64::from(*bounds.end()) {
        return Some(value as i32);
    }
    d.push(
        Diagnostic::at(data::NOT_A_WHOLE_NUMBER, node.place)
            .with("key", key)
            .with("from", bounds.start())
            .with("to", bounds.end()),
    );
    None
}

/// The items of a list; nothing is an empty list.
pub(crate) fn list<'a>(node: &'a Node<'a>, key: &str, d: &mut Diagnostics) -> Option<&'a [Node<'a>]> {
    match &node.value {
        Value::Null => Some(&[]),
        Value::Broken => None,
        Value::Sequence(items) => Some(items),
        _ => wrong(content::NOT_A_LIST, node, key, d),
    }
}

/// The entries of a mapping whose keys are names, not words of the format; nothing is an empty one.
pub(crate) fn entries<'a>(
    node: &'a Node<'a>,
    key: &str,
    d: &mut Diagnostics,
) -> Option<&'a [(Key<'a>, Node<'a>)]> {
    match &node.value {
        Value::Null => Some(&[]),
        Value::Broken => None,
        Value::Mapping(entries) => Some(entries),
        _ => wrong(content::NOT_A_MAPPING, node, key, d),
    }
}

/// The value of a key, where the node is a mapping that has it.
pub(crate) fn find<'a>(node: &'a Node<'a>, key: &str) -> Option<&'a Node<'a>> {
    let Value::Mapping(entries) = &node.value else { return None };
    entries.iter().find(|(k, _)| k.text == key).map(|(_, node)| node)
}

/// Reports a node of the wrong type.
fn wrong<T>(
    entry: &'static crate::diagnostic::Entry,
    node: &Node,
    key: &str,
    d: &mut Diagnostics,
) -> Option<T> {
    d.push(Diagnostic::at(entry, node.place).with("key", key));
    None
}
