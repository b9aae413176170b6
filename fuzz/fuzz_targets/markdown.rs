//! Markdown -> HTML, in which nothing of the text is markup.
#![no_main]

use gongbao::diagnostic::Diagnostics;
use gongbao::text::{Piece, html};
use gongbao_fuzz::{only, source, tell};
use libfuzzer_sys::fuzz_target;

/// Elements that Markdown may make.
const TAGS: [&str; 27] = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong",
    "a", "img", "br", "hr", "table", "thead", "tbody", "tr", "th", "td", "sup", "div",
];

/// Attributes that Markdown may make.
const ATTRIBUTES: [&str; 8] = ["href", "title", "src", "alt", "class", "start", "id", "style"];

fuzz_target!(|text: &str| {
    let sources = source("content/a.md", text);
    let file = only(&sources);
    let mut d = Diagnostics::new();
    let text = file.text.as_deref().unwrap_or_default();
    let page = html(Piece { file: file.id, offset: 0, text }, 1, &mut d);
    for tag in page.split('<').skip(1) {
        check(tag);
    }
    tell(&d, &sources);
});

/// `a href="…">…`: its name and its attributes are known, and an address runs nothing.
fn check(tag: &str) {
    let mut rest = tag.trim_start_matches('/');
    let end = rest.find(['>', ' ', '/']).unwrap_or(rest.len());
    assert!(TAGS.contains(&&rest[..end]), "<{}", &rest[..end]);
    rest = rest[end..].trim_start();
    while !rest.starts_with(['>', '/']) && !rest.is_empty() {
        let (name, after) = rest.split_once("=\"").expect("an attribute has a value");
        let (value, after) = after.split_once('"').expect("a value ends");
        assert!(ATTRIBUTES.contains(&name), "{name}");
        if name == "style" {
            assert!(value.starts_with("text-align: "), "{value}");
        }
        if ["href", "src"].contains(&name) {
            let bare: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let bare = bare.to_ascii_lowercase();
            for scheme in ["javascript:", "data:", "vbscript:", "file:"] {
                assert!(!bare.starts_with(scheme), "{value}");
            }
        }
        rest = after.trim_start();
    }
}
