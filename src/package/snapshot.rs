//! What a built site says, gathered from its files: the data of each policy, the texts of its clauses, its pages.

use super::fault::Fault;
use super::files::{self, Files, MOST};
use super::markup::{self, Token};
use super::record::Record;
use std::collections::BTreeMap;
use std::path::Path;

/// The class of the element that holds the text of a clause, and nothing that changes with its progress.
const BODY: &str = "clause-body";

/// A built site, as far as two of them are compared.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// By id.
    pub(super) policies: BTreeMap<String, Policy>,
    /// The SHA-256 of each page, by path.
    pub(super) pages: BTreeMap<String, String>,
}

/// A policy.
#[derive(Debug, Default)]
pub(super) struct Policy {
    pub(super) record: Record,
    /// The texts of clauses by their anchors.
    pub(super) texts: BTreeMap<String, String>,
}

impl Snapshot {
    /// Of an output folder or a package.
    ///
    /// # Errors
    /// Where there is neither, or no site in it.
    pub fn open(path: &Path) -> Result<Snapshot, Fault> {
        Snapshot::of(files::open(path)?.as_mut())
    }

    /// Of the files of a built site.
    ///
    /// # Errors
    /// Where they are none, or cannot be read.
    pub(super) fn of(files: &mut dyn Files) -> Result<Snapshot, Fault> {
        let paths = files.paths()?;
        if !paths.iter().any(|path| path == "data/site.json") {
            return Err(Fault::NoSite(files.origin().into()));
        }
        let mut snapshot = Snapshot::default();
        for path in paths {
            if let Some(id) = policy_of(&path) {
                let record = record(files, id)?.unwrap_or_default();
                let page = files.read(&format!("policies/{id}/index.html"), MOST)?.unwrap_or_default();
                let anchors = record.clauses.iter().map(|clause| clause.anchor.as_str()).collect();
                let texts = texts(&String::from_utf8_lossy(&page), &anchors);
                snapshot.policies.insert(id.into(), Policy { record, texts });
            } else if path.ends_with(".html")
                && let Some(sums) = files.sums(&path, MOST)?
            {
                snapshot.pages.insert(path, sums.sha256);
            }
        }
        Ok(snapshot)
    }
}

/// The policy whose data a file holds, in the main language.
fn policy_of(path: &str) -> Option<&str> {
    let id = path.strip_prefix("policies/")?.strip_suffix("/data/progress.json")?;
    (!id.contains('/')).then_some(id)
}

/// The data of a policy; none where the site does not have it.
///
/// # Errors
/// Where they cannot be read.
pub(super) fn record(files: &mut dyn Files, id: &str) -> Result<Option<Record>, Fault> {
    let path = format!("policies/{id}/data/progress.json");
    let Some(bytes) = files.read(&path, MOST)? else { return Ok(None) };
    let wrong = |error: serde_json::Error| {
        Fault::Machine(files.origin().join(&path), std::io::Error::other(error.to_string()))
    };
    serde_json::from_slice(&bytes).map(Some).map_err(wrong)
}

/// The text of each clause: what stands in the element of class `clause-body` after its anchor.
fn texts(html: &str, anchors: &std::collections::BTreeSet<&str>) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut clause: Option<&str> = None;
    // How many elements are open inside of the body; none outside.
    let mut depth: Option<usize> = None;
    for token in markup::tokens(html) {
        match token {
            Token::Open(tag) => {
                if let Some(anchor) =
                    tag.value("id").and_then(|id| anchors.get(markup::unescaped(id).as_str()))
                {
                    clause = Some(anchor);
                }
                if depth.is_some() && !tag.is_void() {
                    depth = depth.map(|depth| depth + 1);
                } else if depth.is_none() && tag.has_class(BODY) {
                    depth = Some(1);
                }
            }
            Token::Close(_) => depth = depth.map(|depth| depth - 1).filter(|depth| *depth > 0),
            Token::Text(text) => {
                if let (Some(clause), Some(_)) = (clause, depth) {
                    found.entry(clause.into()).or_default().push_str(text);
                }
            }
            Token::Other(_) => {}
        }
    }
    for text in found.values_mut() {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_clause_is_what_stands_in_its_body() {
        let html = "<section id=\"c-1\"><h2>一</h2><div class=\"clause-body prose\"><p>甲<br>乙</p>\n<p>丙</p></div>\
                    <p>达进度</p></section><section id=\"c-2\"><div class=\"clause-body\">丁</div></section>";
        let texts = texts(html, &["c-1", "c-2"].into_iter().collect());
        assert_eq!(texts["c-1"], "甲乙 丙");
        assert_eq!(texts["c-2"], "丁");
    }
}
