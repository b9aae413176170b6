//! A policy's folder: its files by name, and the ones that nobody knows.

use super::translation::beside;
use super::{document, fonts, gathered, inspection};
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{FileId, Place};
use crate::source::{SourceFile, Sources};
use std::collections::BTreeMap;

/// Where the policies stand.
const POLICIES: &str = "content/policies/";

/// The files of one policy.
pub(crate) struct Folder<'a> {
    /// The folder's name, which is the policy's id.
    pub(crate) id: &'a str,
    /// Its files by path below the folder, sorted.
    files: Vec<(&'a str, &'a SourceFile)>,
}

impl<'a> Folder<'a> {
    /// A file by its path below the folder.
    pub(crate) fn file(&self, path: &str) -> Option<&'a SourceFile> {
        let position = self.files.binary_search_by(|(name, _)| (*name).cmp(path)).ok()?;
        Some(self.files[position].1)
    }

    /// The files right below `under` whose names end in `ending`, sorted by name.
    pub(crate) fn within<'s>(
        &'s self,
        under: &'s str,
        ending: &'s str,
    ) -> impl Iterator<Item = &'a SourceFile> {
        self.files.iter().filter_map(move |(path, file)| {
            let name = path.strip_prefix(under)?.strip_prefix('/')?;
            (name.ends_with(ending) && !name.contains('/')).then_some(*file)
        })
    }

    /// A file that YAML names, looked for in these folders of the policy in turn; none is an error.
    pub(crate) fn look_for(
        &self,
        name: &str,
        place: Place,
        under: &[&str],
        d: &mut Diagnostics,
    ) -> Option<&'a SourceFile> {
        let below =
            |under: &&str| if under.is_empty() { name.to_string() } else { format!("{under}/{name}") };
        let found = under.iter().find_map(|under| self.file(&below(under)));
        if found.is_none() {
            let expected = under.first().map(below).unwrap_or_default();
            let near = under.iter().flat_map(|under| self.names(under));
            d.push(
                Diagnostic::at(content::MISSING_FILE, place)
                    .with("file", format!("{POLICIES}{}/{expected}", self.id))
                    .suggest(name, near),
            );
        }
        found
    }

    /// The names of the files right below `under`.
    fn names(&self, under: &str) -> impl Iterator<Item = &'a str> {
        let paths = self.files.iter().filter_map(move |(path, _)| match under {
            "" => Some(*path),
            _ => path.strip_prefix(under)?.strip_prefix('/'),
        });
        paths.filter(|name| !name.contains('/'))
    }

    /// All files below `files/`: the path relative to the root, and the file's start.
    pub(crate) fn published(&self) -> Vec<(String, Place)> {
        let below = self.files.iter().filter(|(path, _)| path.starts_with("files/"));
        below.map(|(_, file)| (file.path.clone(), document::start(file))).collect()
    }

    /// All files, each with its edition: the same list is the same folder.
    pub(crate) fn editions(&self) -> Vec<(FileId, u32)> {
        self.files.iter().map(|(_, file)| (file.id, file.edition)).collect()
    }

    /// Any file, for what is wrong with the folder as a whole.
    pub(crate) fn any(&self) -> Option<&'a SourceFile> {
        self.files.first().map(|(_, file)| *file)
    }

    /// Warns of the files that have no meaning and that no other file of the policy names.
    pub(crate) fn report_unknown(&self, d: &mut Diagnostics) {
        for (path, file) in &self.files {
            let name = path.rsplit('/').next().unwrap_or_default();
            if is_known(path) || self.is_named(name) {
                continue;
            }
            // Where its name was misspelt, that was told.
            let meant =
                |d: &Diagnostic| d.entry == content::MISSING_FILE && d.suggestion.as_deref() == Some(name);
            if d.iter().any(meant) {
                continue;
            }
            d.push(Diagnostic::at(content::UNKNOWN_FILE, document::start(file)).with("file", &file.path));
        }
    }

    /// True where a YAML or Markdown file of the policy names the file.
    fn is_named(&self, name: &str) -> bool {
        self.files.iter().any(|(path, file)| {
            (path.ends_with(".yaml") || path.ends_with(".md"))
                && file.text.as_deref().is_some_and(|text| text.contains(name))
        })
    }
}

/// The folders of all policies, by id; stray files are warned of.
pub(crate) fn all<'a>(sources: &'a Sources, d: &mut Diagnostics) -> Vec<Folder<'a>> {
    let mut folders: BTreeMap<&str, Vec<(&str, &SourceFile)>> = BTreeMap::new();
    for file in sources.iter() {
        let Some(below) = file.path.strip_prefix("content/") else { continue };
        match file.path.strip_prefix(POLICIES).and_then(|path| path.split_once('/')) {
            Some((id, path)) => folders.entry(id).or_default().push((path, file)),
            None if is_site_file(below) => {}
            None => {
                let problem = Diagnostic::at(content::UNKNOWN_FILE, document::start(file));
                d.push(problem.with("file", &file.path));
            }
        }
    }
    folders
        .into_iter()
        .map(|(id, mut files)| {
            files.sort_by_key(|(path, _)| *path);
            Folder { id, files }
        })
        .collect()
}

/// The files of a site that belong to no policy.
fn is_site_file(path: &str) -> bool {
    let original = beside::original(path);
    let path = original.as_ref().map_or(path, |(original, _)| original.as_str());
    let page = path.strip_prefix("pages/").is_some_and(|name| name.ends_with(".md") && !name.contains('/'));
    let own = path == "site.yaml" || path == "organisations.yaml" || inspection::is_inspection(path);
    page || fonts::is_font(path) || gathered::is_gathered(path) || own || is_clutter(path)
}

/// The files of a policy that have a meaning by their place.
fn is_known(path: &str) -> bool {
    let original = beside::original(path);
    let path = original.as_ref().map_or(path, |(original, _)| original.as_str());
    let known = ["policy.md", "indicators.yaml", "picture.yaml"].contains(&path);
    let within = |under: &str, ending: &str| {
        path.strip_prefix(under).is_some_and(|name| name.ends_with(ending) && !name.contains('/'))
    };
    known
        || path.starts_with("files/")
        || within("progress/", ".yaml")
        || within("interpretations/", ".md")
        || within("cases/", ".md")
        || is_clutter(path)
}

/// What systems and office programs leave behind.
fn is_clutter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.starts_with('.') || name.starts_with("~$") || ["Thumbs.db", "desktop.ini"].contains(&name)
}
