//! Files on disk -> texts with places. The only room that walks folders, reads YAML and opens sheets.
//!
//! Everything below `content/` and `themes/` is listed once, sorted by path; texts are decoded
//! once (UTF-8 with or without BOM, GB18030, UTF-16), other files are only named until somebody asks.

pub mod front_matter;
mod outside;
mod reading;
mod seen;
pub mod table;
mod text;
mod walk;
pub mod yaml;

pub use outside::decode;
pub use walk::is_leftover;

use crate::diagnostic::Files;
use crate::model::FileId;
use seen::Seen;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// One file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its id.
    pub id: FileId,
    /// Path relative to the root, with `/`, such as `content/site.yaml`.
    pub path: String,
    /// The text, with `\n` line ends and no BOM; none for a file that is not text by its name.
    pub text: Option<Arc<str>>,
    /// Of a text that was let go: the text, once it is asked for again.
    again: Option<OnceLock<Option<Arc<str>>>>,
    /// True where its bytes are no whole text, which was reported: what is missing in it says nothing.
    pub damaged: bool,
    /// The reading in which its content was last another one: the same number, the same content.
    pub edition: u32,
    /// What the disk said of it, and what was wrong with its bytes.
    seen: Seen,
}

/// All files of a site, sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    root: PathBuf,
    /// By id. Ids outlive a reading: files that have gone keep theirs, new ones come last.
    files: Vec<SourceFile>,
    /// Those that were found on disk, in order of path.
    found: Vec<FileId>,
    /// Those that stand elsewhere.
    added: Vec<FileId>,
    /// How often the disk was read.
    readings: u32,
    /// The names of the sheets of those workbooks that a printed place was in.
    sheets: Arc<Mutex<BTreeMap<FileId, Vec<String>>>>,
    /// Where the lines end in those texts that a printed place was in.
    line_ends: Arc<Mutex<BTreeMap<FileId, Vec<usize>>>>,
    /// Where those files lie that are no part of the site.
    outside: BTreeMap<FileId, PathBuf>,
}

impl Sources {
    /// The paths whose content is another one than `before`, those that came or have gone among them.
    pub fn changed_since(&self, before: &Sources) -> Vec<&str> {
        let edition = |file: &SourceFile| before.files.get(file.id.0 as usize).map(|old| old.edition);
        let changed = self.files.iter().filter(|file| edition(file) != Some(file.edition));
        changed.map(|file| file.path.as_str()).collect()
    }

    /// Adds a text that is not on disk, such as a template of the built-in theme; in place of one of that path.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        let path = path.into();
        let known = self.added.iter().copied().find(|id| self.get(*id).path == path);
        let id = known.unwrap_or(FileId(self.files.len() as u32));
        let file = SourceFile::new(id, path, Some(text.into()));
        if known.is_some() {
            self.files[id.0 as usize] = file;
        } else {
            self.files.push(file);
            self.added.push(id);
        }
        id
    }

    /// The root that paths are relative to.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// All files, sorted by path; added ones last.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.found.iter().chain(&self.added).map(|id| self.get(*id))
    }

    /// A file by its path.
    pub fn find(&self, path: &str) -> Option<&SourceFile> {
        let at = self.found.binary_search_by(|id| self.get(*id).path.as_str().cmp(path));
        let id = match at {
            Ok(at) => Some(&self.found[at]),
            Err(_) => self.added.iter().find(|id| self.get(**id).path == path),
        };
        id.map(|id| self.get(*id))
    }

    /// A file by its id.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// True for a file on the disk; false for what was added, or has gone.
    pub fn is_on_disk(&self, path: &str) -> bool {
        self.find(path).is_some_and(|file| file.seen.is_on_disk())
    }

    /// Lets go of the texts of the policies, which nobody needs once they are read: only those are
    /// kept that have a problem to be printed. Should one be printed later, it is read again.
    pub fn let_go(&mut self, keep: &BTreeSet<FileId>) {
        for id in &self.found {
            let file = &mut self.files[id.0 as usize];
            let in_policy = file.text.is_some() && file.path.starts_with("content/policies/");
            if in_policy && !keep.contains(&file.id) {
                file.text = None;
                file.again = Some(OnceLock::new());
            }
        }
    }

    /// The bytes of a file, read now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn bytes(&self, file: &SourceFile) -> io::Result<Vec<u8>> {
        match self.outside.get(&file.id) {
            Some(path) => std::fs::read(path),
            None => std::fs::read(self.root.join(&file.path)),
        }
    }
}

impl Files for Sources {
    fn path(&self, file: FileId) -> &str {
        &self.get(file).path
    }

    fn text(&self, file: FileId) -> Option<&str> {
        let file = self.get(file);
        match &file.again {
            Some(again) => again.get_or_init(|| text::again(&self.root, &file.path)).as_deref(),
            None => file.text.as_deref(),
        }
    }

    fn sheet(&self, file: FileId, sheet: usize) -> Option<String> {
        // A poisoned lock only means that another thread failed while it printed.
        let mut sheets = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        let names = sheets.entry(file).or_insert_with(|| table::sheet_names(self, self.get(file)));
        names.get(sheet).cloned()
    }

    fn line(&self, file: FileId, at: usize) -> usize {
        let mut line_ends = self.line_ends.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = line_ends.entry(file).or_insert_with(|| {
            let text = self.text(file).unwrap_or_default();
            text.match_indices('\n').map(|(at, _)| at).collect()
        });
        ends.partition_point(|&end| end < at) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use std::fs;

    /// A site with these files, and what reading it reports.
    fn site(files: &[(&str, &[u8])]) -> (tempfile::TempDir, Sources, Vec<&'static str>) {
        let dir = tempfile::tempdir().unwrap();
        for (path, bytes) in files {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let (sources, codes) = read(dir.path());
        (dir, sources, codes)
    }

    fn read(root: &Path) -> (Sources, Vec<&'static str>) {
        let mut d = Diagnostics::new();
        let sources = Sources::read(root, &mut d).unwrap();
        (sources, d.sorted().iter().map(|d| d.entry.code).collect())
    }

    fn paths(sources: &Sources) -> Vec<&str> {
        sources.iter().map(|file| file.path.as_str()).collect()
    }

    #[test]
    fn lists_in_byte_order_and_skips_leftovers() {
        let (_dir, mut sources, codes) = site(&[
            ("content/b/1.md", b"x"),
            ("content/b.md", b"x"),
            ("content/.git/config", b"x"),
            ("content/.a.yaml.swp", b"x"),
            ("content/a.yaml~", b"x"),
            ("content/~$table.xlsx", b"x"),
            ("content/table.xlsx", b"x"),
            ("content/Thumbs.db", b"x"),
            ("themes/portal/base.html", b"x"),
            ("output/index.html", b"x"),
        ]);
        let expected = ["content/b.md", "content/b/1.md", "content/table.xlsx", "themes/portal/base.html"];
        assert_eq!(paths(&sources), expected);
        assert_eq!(codes, [""; 0]);
        sources.add("builtin/base.html", "y");
        for path in expected.into_iter().chain(["builtin/base.html"]) {
            assert_eq!(sources.find(path).map(|file| file.path.as_str()), Some(path));
        }
        assert!(sources.find("content/none.md").is_none());
        assert_eq!(sources.bytes(sources.find("content/table.xlsx").unwrap()).unwrap(), b"x");
    }

    #[test]
    fn decodes_texts() {
        let gb = encoding_rs::GB18030.encode("万州区").0.into_owned();
        type Case<'a> = (&'a str, &'a [u8], Option<&'a str>, &'a [&'a str]);
        let cases: [Case; 9] = [
            ("a.md", b"a\r\nb\rc\n", Some("a\nb\nc\n"), &[]),
            ("bom.md", b"\xEF\xBB\xBFa", Some("a"), &[]),
            ("gb.csv", &gb, Some("万州区"), &["source/gb18030"]),
            ("utf16.csv", b"\xFF\xFEa\0\x07\x4E", Some("a万"), &["source/gb18030"]),
            ("be.csv", b"\xFE\xFF\0a", Some("a"), &["source/gb18030"]),
            ("bad.yaml", b"a: 1\r\nb\xFF\xFFc", Some("a: 1\nb\u{FFFD}\u{FFFD}c"), &["source/encoding"]),
            ("empty.yaml", b"", Some(""), &[]),
            ("UPPER.MD", b"a", Some("a"), &[]),
            ("p.png", b"\xFF\xFE", None, &[]),
        ];
        for (name, bytes, text, codes) in cases {
            let (_dir, sources, found) = site(&[(&format!("content/{name}"), bytes)]);
            assert_eq!(sources.iter().next().unwrap().text.as_deref(), text, "{name}");
            assert_eq!(found, codes, "{name}");
        }
    }

    #[test]
    fn an_unreadable_byte_has_its_place_in_the_normalised_text() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("content")).unwrap();
        fs::write(dir.path().join("content/a.yaml"), b"a: 1\r\nb: \xFF\xFF").unwrap();
        let mut d = Diagnostics::new();
        let sources = Sources::read(dir.path(), &mut d).unwrap();
        let location = crate::diagnostic::locate(&sources, d.sorted()[0].place.unwrap());
        assert_eq!((location.line, location.column), (2, 4));
    }

    #[test]
    fn a_site_without_content() {
        let dir = tempfile::tempdir().unwrap();
        let (sources, codes) = read(dir.path());
        assert_eq!(codes, ["source/no-content"]);
        assert_eq!(sources.iter().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn links_may_not_leave_the_site() {
        use std::os::unix::fs::symlink;
        let (dir, ..) = site(&[("content/a.md", b"x"), ("themes/t/base.html", b"x")]);
        let other = tempfile::tempdir().unwrap();
        fs::write(other.path().join("secret.md"), "secret").unwrap();
        let content = dir.path().join("content");
        symlink(content.join("a.md"), content.join("inside.md")).unwrap();
        symlink(other.path(), content.join("out")).unwrap();
        symlink(other.path().join("secret.md"), content.join("out.md")).unwrap();
        symlink(&content, content.join("circle")).unwrap();
        symlink(content.join("gone.md"), content.join("gone-link.md")).unwrap();
        let (sources, codes) = read(dir.path());
        assert_eq!(
            codes,
            ["source/link-broken", "source/link-broken", "source/link-outside", "source/link-outside"]
        );
        assert!(sources.iter().all(|file| file.text.as_deref() != Some("secret")));
        assert_eq!(sources.find("content/inside.md").unwrap().text.as_deref(), Some("x"));
    }
}
