//! The rendered pages, of which only addresses are kept: which anchors each has, and where it leads.

use crate::render::Sink;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// What is kept of one page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// The ids of its elements.
    pub(super) ids: BTreeSet<String>,
    /// The addresses of its links, as written.
    pub(super) links: BTreeSet<String>,
    /// The addresses of what a browser fetches with it, at other hosts.
    pub(super) outside: BTreeSet<String>,
}

/// A sink that reads the pages on their way to another.
pub struct Pages<'a> {
    sink: &'a dyn Sink,
    found: Mutex<Found>,
}

/// Everything that came.
#[derive(Default)]
struct Found {
    pages: BTreeMap<String, Page>,
    others: BTreeSet<String>,
}

impl<'a> Pages<'a> {
    /// Hands everything on to `sink`.
    pub fn over(sink: &'a dyn Sink) -> Self {
        Pages { sink, found: Mutex::default() }
    }

    /// True where the file was made.
    pub(super) fn has(&self, path: &str) -> bool {
        self.with(|found| found.pages.contains_key(path) || found.others.contains(path))
    }

    /// True where a page leads to another file, wherever in it.
    pub(super) fn links(&self, from: &str, to: &str) -> bool {
        self.with(|found| {
            let page = found.pages.get(from);
            page.is_some_and(|page| page.links.iter().any(|link| resolve(from, link).0 == to))
        })
    }

    /// Calls `tell` with every page in order of its path.
    pub(super) fn each(&self, mut tell: impl FnMut(&str, &Page)) {
        self.with(|found| found.pages.iter().for_each(|(path, page)| tell(path, page)));
    }

    /// Every link that leads nowhere: the page, the link as written, the file that it should lead to,
    /// and the anchor, which is empty where the file itself is not there.
    pub(super) fn dead(&self, root: Option<&str>) -> Vec<(String, String, String, String)> {
        self.with(|found| {
            let mut dead = Vec::new();
            for (path, page) in &found.pages {
                for link in page.links.iter().filter(|link| !leaves(link)) {
                    // The page of a wrong address counts from the host's root.
                    let below = root.and_then(|root| link.strip_prefix(root));
                    let (target, anchor) =
                        below.map_or_else(|| resolve(path, link), |below| resolve("", below));
                    let there = found.pages.get(&target);
                    let whole = there.is_some() || found.others.contains(&target);
                    let lost = there.is_some_and(|page| !has_anchor(page, &anchor));
                    if !whole || lost {
                        let anchor = if whole { anchor } else { String::new() };
                        dead.push((path.clone(), link.clone(), target, anchor));
                    }
                }
            }
            dead
        })
    }

    /// A poisoned lock only means that another thread failed while it rendered.
    fn with<T>(&self, ask: impl FnOnce(&mut Found) -> T) -> T {
        ask(&mut self.found.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Sink for Pages<'_> {
    fn emit(&self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        match std::str::from_utf8(&bytes).ok().filter(|_| path.ends_with(".html")) {
            Some(html) => {
                let page = read(html);
                self.with(|found| found.pages.insert(path.to_string(), page));
            }
            None => {
                self.with(|found| found.others.insert(path.to_string()));
            }
        }
        self.sink.emit(path, bytes)
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        self.with(|found| found.others.insert(path.to_string()));
        self.sink.copy(path, from)
    }

    fn kept(&self, path: &str, inputs: u128) -> bool {
        let kept = self.sink.kept(path, inputs);
        if kept {
            self.with(|found| found.others.insert(path.to_string()));
        }
        kept
    }

    fn kept_length(&self, path: &str, inputs: u128) -> Option<u64> {
        let length = self.sink.kept_length(path, inputs)?;
        self.with(|found| found.others.insert(path.to_string()));
        Some(length)
    }

    fn is_seen(&self) -> bool {
        self.sink.is_seen()
    }
}

/// The top of a page needs no id.
fn has_anchor(page: &Page, anchor: &str) -> bool {
    anchor.is_empty() || anchor == "top" || page.ids.contains(anchor)
}

/// True for a link that leaves the site, or that is none.
fn leaves(link: &str) -> bool {
    let scheme =
        link.split_once(':').is_some_and(|(scheme, _)| scheme.chars().all(|c| c.is_ascii_alphanumeric()));
    link.starts_with("//") || scheme
}

/// The file and the anchor that a link leads to, by the path of its page.
pub fn resolve(from: &str, link: &str) -> (String, String) {
    let (address, anchor) = link.split_once('#').unwrap_or((link, ""));
    let path = address.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return (from.to_string(), decoded(anchor));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let target = parts.join("/");
    let target = if target.is_empty() || target.ends_with('/') { target + "index.html" } else { target };
    (decoded(&target), decoded(anchor))
}

/// Undoes percent signs.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The addresses of a page. Its text never holds a bare `<`; scripts and styles may, and are stepped over.
pub(super) fn read(html: &str) -> Page {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        let name: &str = &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())];
        let (attributes, after) = attributes(&rest[name.len()..]);
        let value = |wanted: &str| attributes.iter().find(|(key, _)| *key == wanted).map(|(_, value)| *value);
        page.ids.extend(value("id").map(unescaped));
        match name {
            "a" | "area" => page.links.extend(value("href").map(unescaped)),
            "link" if value("rel").is_some_and(|rel| rel != "canonical" && rel != "alternate") => {
                page.outside.extend(value("href").filter(|href| is_outside(href)).map(unescaped));
            }
            _ => page.outside.extend(value("src").filter(|src| is_outside(src)).map(unescaped)),
        }
        rest = after;
        if name == "script" || name == "style" {
            rest = rest.find(&format!("</{name}")).map_or("", |end| &rest[end..]);
        }
    }
    page
}

fn is_outside(address: &str) -> bool {
    ["http://", "https://", "//"].iter().any(|start| address.starts_with(start))
}

/// The attributes of a tag with their values, and what stands behind its `>`.
fn attributes(tag: &str) -> (Vec<(&str, &str)>, &str) {
    let mut found = Vec::new();
    let mut rest = tag;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c)).unwrap_or(rest.len());
        let name = &rest[..end];
        rest = rest[end..].trim_start();
        if let Some(value) = rest.strip_prefix("=\"") {
            let close = value.find('"').unwrap_or(value.len());
            found.push((name, &value[..close]));
            rest = value.get(close + 1..).unwrap_or_default();
        } else if let Some(after) = rest.strip_prefix('>') {
            return (found, after);
        } else if rest.is_empty() {
            return (found, rest);
        } else if end == 0 {
            rest = rest.get(1..).unwrap_or_default();
        } else if let Some(after) = rest.strip_prefix('=') {
            rest = after;
        }
    }
}

fn unescaped(value: &str) -> String {
    let marks = [("&quot;", "\""), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    marks.iter().fold(value.to_string(), |text, (mark, c)| text.replace(mark, c))
}
