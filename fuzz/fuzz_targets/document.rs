//! A document that somebody hands in, text, HTML or Word by its first byte -> the files of a policy.
#![no_main]

use gongbao::intake::document::{Request, plan};
use gongbao::model::Language;
use gongbao_fuzz::tell;
use libfuzzer_sys::fuzz_target;
use std::path::Path;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let name = ["a.txt", "a.html", "a.docx"][usize::from(*kind) % 3];
    let request = Request {
        root: Path::new("/nowhere"),
        name,
        bytes: bytes.to_vec(),
        id: Some("a"),
        language: Language::Chinese,
    };
    if let Ok(plan) = plan(request) {
        assert!(plan.diagnostics.has_errors() || !plan.files.is_empty(), "nothing was read, and nothing was said");
        for file in &plan.files {
            assert!(file.path.starts_with("content/"), "{}", file.path);
        }
        tell(&plan.diagnostics, &plan.sources);
    }
});
