//! Text -> a located tree; every place is in the text.
#![no_main]

use gongbao::diagnostic::Diagnostics;
use gongbao::model::Place;
use gongbao::source::yaml::{self, Node, Value};
use gongbao_fuzz::{only, source, tell};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let sources = source("content/a.yaml", text);
    let file = only(&sources);
    let mut d = Diagnostics::new();
    let length = file.text.as_deref().unwrap_or_default().len();
    if let Some(node) = yaml::parse(file, 0..length, &mut d) {
        visit(&node, file.text.as_deref().unwrap_or_default());
        if let Some(problem) = yaml::entry_misspelt(&node) {
            d.push(problem);
        }
    } else {
        assert!(d.has_errors(), "nothing was read, and nothing was said");
    }
    tell(&d, &sources);
});

fn visit(node: &Node, text: &str) {
    inside(node.place, text);
    match &node.value {
        Value::Sequence(items) => items.iter().for_each(|item| visit(item, text)),
        Value::Mapping(entries) => entries.iter().for_each(|(key, node)| {
            inside(key.place, text);
            visit(node, text);
        }),
        _ => {}
    }
}

fn inside(place: Place, text: &str) {
    let (start, end) = (place.start as usize, (place.start + place.len) as usize);
    assert!(text.get(start..end).is_some(), "{place:?} is no part of the text");
}
