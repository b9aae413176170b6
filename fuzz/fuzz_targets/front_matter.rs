//! A Markdown file -> head and body, which together with the two rules are the file.
#![no_main]

use gongbao::diagnostic::Diagnostics;
use gongbao::source::{front_matter, yaml};
use gongbao_fuzz::{only, source, tell};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let sources = source("content/a.md", text);
    let file = only(&sources);
    let mut d = Diagnostics::new();
    if let Some(split) = front_matter::split(file, &mut d) {
        let text = file.text.as_deref().unwrap_or_default();
        assert_eq!(split.body.end, text.len());
        assert!(text.get(split.body).is_some());
        if let Some(head) = split.yaml {
            assert!(text.get(head.clone()).is_some());
            yaml::parse(file, head, &mut d);
        }
    }
    tell(&d, &sources);
});
