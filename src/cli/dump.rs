//! `gongbao build --dump-view PAGE`: what the template of a page gets, as JSON on standard output.

use super::meter::Meter;
use super::{FAILED, FINE, Shared, faulty, say_error, stopped};
use crate::diagnostic::nearest;
use crate::model::Language;
use crate::pipeline::{self, Options};
use std::io::Write;

/// How many pages are named where the one asked for is not there.
const NAMED: usize = 3;

/// Prints the view of one page, or an object of page and view for all whose paths begin so.
pub(super) fn run(shared: &Shared, options: &Options, page: &str) -> u8 {
    let asked = page.trim_start_matches("./").trim_start_matches('/');
    let folder = format!("{}/index.html", asked.trim_end_matches('/'));
    let folder = folder.trim_start_matches('/');
    let is_one = |path: &str| path == asked || path == folder;
    let wanted = |path: &str, pages: &[String]| {
        let one = pages.iter().any(|page| is_one(page));
        if one { is_one(path) } else { path.starts_with(asked) }
    };
    let meter = Meter::new(shared);
    let result = pipeline::given(options, wanted, &meter);
    meter.finish();
    let (outcome, given) = match result {
        Ok(both) => both,
        Err(stop) => return stopped(&stop, shared),
    };
    if outcome.diagnostics.has_errors() {
        return faulty(&outcome.diagnostics, &outcome.sources, shared);
    }
    let text = match &given.views[..] {
        [] => {
            say_error(&unknown(asked, &given.pages, shared.language), shared.language);
            return FAILED;
        }
        [(path, view)] if is_one(path) => format!("{view}\n"),
        views => {
            let entries: Vec<String> = views
                .iter()
                .map(|(path, view)| format!("{}: {view}", serde_json::Value::from(&path[..])))
                .collect();
            format!("{{\n{}\n}}\n", entries.join(",\n"))
        }
    };
    // A closed pipe is the reader's wish, not our failure.
    let _ = std::io::stdout().write_all(text.as_bytes());
    FINE
}

/// No page begins so: the nearest ones.
fn unknown(asked: &str, pages: &[String], language: Language) -> String {
    let mut left: Vec<&str> = pages.iter().map(String::as_str).collect();
    let mut near = Vec::new();
    while let Some(page) = nearest(asked, left.iter().copied()).filter(|_| near.len() < NAMED) {
        left.retain(|path| *path != page);
        near.push(page);
    }
    // Where nothing is near, those that begin most alike.
    left.sort_by_key(|path| {
        std::cmp::Reverse(path.chars().zip(asked.chars()).take_while(|(a, b)| a == b).count())
    });
    near.extend(left.into_iter().take(NAMED.saturating_sub(near.len())).map(str::to_owned));
    match language {
        Language::Chinese => format!("没有以“{asked}”开头的网页；相近的有：{}", near.join("、")),
        Language::English => format!("no page begins with `{asked}`; the nearest are: {}", near.join(", ")),
    }
}
