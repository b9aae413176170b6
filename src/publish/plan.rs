//! What has to travel, and in which order. Pure.
//!
//! New files of support, then new pages, which nobody can reach yet; then changed data, pictures and styles,
//! and changed pages from the leaves up, which now point to nothing that is missing; then the lists that
//! point to pages by themselves (search, feed, sitemap) and the home page; at last what is no longer part
//! of the site is removed.

use super::built::Content;
use super::record::{Entry, Record};
use std::collections::BTreeMap;

/// One file to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Where it stands, in the build and at the target.
    pub path: String,
    /// What is in it.
    pub content: Content,
    /// Whether nothing of that name is there yet.
    pub new: bool,
    /// Whether an earlier run may have left a part of it.
    pub(super) begun: bool,
}

/// All that is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What to send: one phase after the other, the files of one phase at the same time.
    pub phases: Vec<Vec<Upload>>,
    /// What to remove, pages first.
    pub removals: Vec<String>,
    /// Files that are there already.
    pub unchanged: usize,
    /// Whether the last run stopped before its end.
    pub resumes: bool,
}

/// The phases in order.
#[derive(Clone, Copy)]
enum Phase {
    NewSupport,
    NewPage,
    ChangedSupport,
    ChangedPage,
    List,
    Home,
}

impl Plan {
    /// Compares a build with what is at the target.
    pub(super) fn of(built: &BTreeMap<String, Content>, record: Option<&Record>, everything: bool) -> Self {
        let mut plan = Plan { resumes: record.is_some_and(|record| !record.complete), ..Plan::default() };
        let mut phases = vec![Vec::new(); Phase::Home as usize + 1];
        for (path, content) in built {
            let there = record.and_then(|record| record.files.get(path));
            if !everything && matches!(there, Some(Entry::There(known)) if known == content) {
                plan.unchanged += 1;
                continue;
            }
            let new = matches!(there, None | Some(Entry::Sending { new: true }));
            let begun = matches!(there, Some(Entry::Sending { .. }));
            let upload = Upload { path: path.clone(), content: content.clone(), new, begun };
            phases[phase(path, new) as usize].push(upload);
        }
        for phase in &mut phases {
            // The deeper, the nearer to a leaf.
            phase.sort_by_key(|upload| std::cmp::Reverse(depth(&upload.path)));
        }
        phases.retain(|phase| !phase.is_empty());
        plan.phases = phases;
        let known = record.iter().flat_map(|record| record.files.keys());
        plan.removals = known.filter(|path| !built.contains_key(*path)).cloned().collect();
        plan.removals.sort_by_key(|path| (!is_page(path), std::cmp::Reverse(depth(path))));
        plan
    }

    /// All files to send, in order.
    pub fn uploads(&self) -> impl Iterator<Item = &Upload> {
        self.phases.iter().flatten()
    }

    /// Bytes to send.
    pub fn bytes(&self) -> u64 {
        self.uploads().map(|upload| upload.content.size).sum()
    }

    /// Whether the target is as it should be.
    pub fn is_empty(&self) -> bool {
        self.phases.is_empty() && self.removals.is_empty() && !self.resumes
    }
}

fn phase(path: &str, new: bool) -> Phase {
    match (is_page(path), new) {
        // The entry of the site comes last even where it is new: before it there is no site.
        (true, _) if depth(path) == 0 && path == "index.html" => Phase::Home,
        (true, true) => Phase::NewPage,
        (true, false) => Phase::ChangedPage,
        (false, true) => Phase::NewSupport,
        (false, false) if is_list(path) => Phase::List,
        (false, false) => Phase::ChangedSupport,
    }
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// Whether a file points to pages without being one.
fn is_list(path: &str) -> bool {
    let within = path.strip_prefix("en/").unwrap_or(path);
    within.starts_with("search/")
        || ["feed.xml", "sitemap.xml", "changes.json", "data/site.json"].contains(&within)
}

fn depth(path: &str) -> usize {
    path.matches('/').count()
}
