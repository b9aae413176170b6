//! Follows links through a folder as a reader would.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What the pages that can be reached from the home page point to in vain. No home page, nothing to reach.
pub(crate) fn dead(place: &Path) -> Vec<String> {
    let mut open = vec!["index.html".to_string()];
    open.retain(|home| place.join(home).is_file());
    let mut seen: BTreeSet<String> = open.iter().cloned().collect();
    let mut dead = Vec::new();
    while let Some(page) = open.pop() {
        let text = fs::read_to_string(place.join(&page)).unwrap();
        for link in links(&text) {
            let to = resolve(&page, &link);
            if !place.join(&to).is_file() {
                dead.push(format!("{page} -> {to}"));
            } else if seen.insert(to.clone()) && to.ends_with(".html") {
                open.push(to);
            }
        }
    }
    dead
}

/// The values of `href` and `src` that name files of the site.
fn links(text: &str) -> Vec<String> {
    let mut links = Vec::new();
    for name in [" href=\"", " src=\""] {
        for rest in text.split(name).skip(1) {
            let value = rest.split('"').next().unwrap();
            let path = value.split(['#', '?']).next().unwrap();
            if !path.is_empty() && !value.contains(':') && !value.starts_with("//") {
                links.push(path.to_string());
            }
        }
    }
    links
}

/// A link of a page, as a path from the top.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            other => parts.push(other),
        }
    }
    parts.join("/")
}
