//! A policy's text, as issued and as Markdown -> its clauses.
#![no_main]

use gongbao::diagnostic::Diagnostics;
use gongbao::text::{Piece, Written, outline};
use gongbao_fuzz::{only, source, tell};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let sources = source("content/a.md", text);
    let file = only(&sources);
    for written in [Written::Auto, Written::AsIssued, Written::Markdown] {
        let mut d = Diagnostics::new();
        let text = file.text.as_deref().unwrap_or_default();
        outline(Piece { file: file.id, offset: 0, text }, written, &mut d);
        tell(&d, &sources);
    }
});
