//! Links inside texts: written relative to their source file, they must lead somewhere in the output.

use super::Input;
use crate::diagnostic::{Diagnostic, Diagnostics, Files as _, catalogue::plan as code};
use crate::model::Place;
use crate::plan::urls;

/// Rewrites the relative links of a text's HTML, as our own Markdown writer made it, to where
/// their targets stand in the output; a link that leads nowhere is an error at `place`.
pub(super) fn rewrite(input: &Input, html: &str, from: &From, d: &mut Diagnostics) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((at, attribute)) = next_attribute(rest) {
        let start = at + attribute.len();
        let end = rest[start..].find('"').map_or(rest.len(), |n| start + n);
        out.push_str(&rest[..start]);
        out.push_str(&resolve(input, &rest[start..end], from, d));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Where a text stands: its source file, its page, and a place to name.
pub(super) struct From<'a> {
    /// Source path, such as `content/pages/about.md`.
    pub(super) source: &'a str,
    /// Path of the page in the output.
    pub(super) page: &'a str,
    /// Where to report.
    pub(super) place: Place,
}

/// The next `<a href="` or `<img src="`. Text may hold the like, but never a `<`, which is escaped there.
///
/// One search for both: two would each run to the end of a text that has many of the one and none of the other.
fn next_attribute(html: &str) -> Option<(usize, &'static str)> {
    html.match_indices('<').find_map(|(at, _)| {
        let name = ["<a href=\"", "<img src=\""].into_iter().find(|name| html[at..].starts_with(name))?;
        Some((at, name))
    })
}

/// The new value of one link.
fn resolve(input: &Input, link: &str, from: &From, d: &mut Diagnostics) -> String {
    let outside = link.is_empty() || link.starts_with('#') || link.starts_with("//") || has_scheme(link);
    if outside {
        return link.to_string();
    }
    let (path, fragment) = link.split_at(link.find(['#', '?']).unwrap_or(link.len()));
    let target = join(from.source, &decode(path)).and_then(|source| target(input, &source));
    match target {
        Some(url) => format!("{}{url}{fragment}", urls::root_from(from.page)),
        None => {
            d.push(Diagnostic::at(code::DEAD_LINK, place(input, from, link)).with("link", link));
            link.to_string()
        }
    }
}

/// Where the link is written, at or after the text's own place; that place where it cannot be found,
/// because the writer of HTML had to change a character of it.
fn place(input: &Input, from: &From, link: &str) -> Place {
    let text = input.sources.text(from.place.file).unwrap_or_default();
    let start = from.place.start as usize;
    let found = text.get(start..).and_then(|rest| rest.find(&format!("({link}")));
    found.map_or(from.place, |at| Place::new(from.place.file, start + at + 1, link.len()))
}

/// `mailto:…`, `https://…`.
fn has_scheme(link: &str) -> bool {
    link.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// The URL of a source file or of a page named by its URL.
fn target(input: &Input, source: &str) -> Option<String> {
    let path = source.strip_prefix("content/")?;
    let mut candidates = vec![path.to_string()];
    if let Some(stem) = path.strip_suffix(".md") {
        let page = stem.strip_suffix("/policy").unwrap_or(stem);
        candidates.push(format!("{page}/index.html"));
    }
    candidates.push(format!("{}/index.html", path.trim_end_matches('/')));
    candidates.into_iter().find_map(|path| match input.plan.job(&path) {
        Some(_) => Some(path),
        None => input.plan.shared(&path),
    })
}

/// Joins a relative path to the folder of a file, and one that begins with `/` to `content/`; none
/// where it leaves the root.
fn join(file: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> =
        if relative.starts_with('/') { vec!["content"] } else { file.split('/').collect() };
    if !relative.starts_with('/') {
        parts.pop();
    }
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Undoes `&amp;`, `&#x27;` and percent signs, which the Markdown writer put in.
fn decode(path: &str) -> String {
    let path = path.replace("&amp;", "&").replace("&#x27;", "'");
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|h| std::str::from_utf8(h).ok()).filter(|_| first == b'%');
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_link_is_found_whatever_stands_before() {
        let html =
            r#"<p class="a">&lt;img src="x"&gt; href="y" <img src="b.png" alt="c" /><a href="d">e</a>"#;
        let (at, name) = next_attribute(html).unwrap();
        assert_eq!((name, &html[at..at + 15]), ("<img src=\"", "<img src=\"b.png"));
        let rest = &html[at + name.len()..];
        let (at, name) = next_attribute(rest).unwrap();
        assert_eq!((name, &rest[at..at + 10]), ("<a href=\"", "<a href=\"d"));
        assert!(next_attribute(r#"<p class="a">b</p>"#).is_none());
    }
}
