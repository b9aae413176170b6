//! Files on disk -> texts with places. The only room that walks folders, reads YAML and opens sheets.
//!
//! Everything below `content/` and `themes/` is listed once, sorted by path; texts are decoded
//! once (UTF-8 with or without BOM, GB18030, UTF-16), other files are only named until somebody asks.

pub mod front_matter;
pub mod table;
mod text;
mod walk;
pub mod yaml;

use crate::diagnostic::catalogue::source as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics, Files};
use crate::model::{FileId, Place};
use rayon::prelude::*;
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
}

/// All files of a site, sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    root: PathBuf,
    files: Vec<SourceFile>,
    /// How many of the files were found on disk, and so stand in order of path.
    sorted: usize,
    /// The names of the sheets of those workbooks that a printed place was in.
    sheets: Arc<Mutex<BTreeMap<FileId, Vec<String>>>>,
    /// Where the lines end in those texts that a printed place was in.
    line_ends: Arc<Mutex<BTreeMap<FileId, Vec<usize>>>>,
    /// Where those files lie that are no part of the site.
    outside: BTreeMap<FileId, PathBuf>,
}

impl Sources {
    /// Reads `content/` and `themes/` below `root`.
    ///
    /// Hidden files and what editors leave behind are not there. A text in another encoding is
    /// converted with a warning; one that cannot be read keeps U+FFFD where it cannot, so that the
    /// rest of it is still checked.
    ///
    /// # Errors
    /// When a folder or file cannot be read.
    pub fn read(root: &Path, d: &mut Diagnostics) -> io::Result<Sources> {
        let mut sources = Sources { root: root.to_path_buf(), ..Sources::default() };
        if !root.join("content").is_dir() {
            d.push(Diagnostic::nowhere(catalogue::NO_CONTENT).with("root", root.display()));
            return Ok(sources);
        }
        let found = walk::walk(root, d)?;
        let texts: Vec<io::Result<text::Reading>> =
            found.par_iter().map(|entry| text::read(root, entry)).collect();
        for (entry, reading) in found.into_iter().zip(texts) {
            let id = FileId(sources.files.len() as u32);
            let reading = match reading {
                // Editors save by replacing the file; one that has just gone was never there.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                reading => reading?,
            };
            if let Some(trouble) = entry.trouble {
                d.push(Diagnostic::at(trouble, Place::new(id, 0, 0)));
            }
            let damaged = entry.trouble.is_some()
                || reading.trouble.as_ref().is_some_and(|trouble| !trouble.is_mended());
            if let Some(trouble) = reading.trouble {
                d.push(trouble.diagnostic(id));
            }
            sources.files.push(SourceFile { id, path: entry.path, text: reading.text, damaged, again: None });
        }
        sources.sorted = sources.files.len();
        Ok(sources)
    }

    /// Adds a text that is not on disk, such as a template of the built-in theme.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId(self.files.len() as u32);
        self.files.push(SourceFile {
            id,
            path: path.into(),
            text: Some(text.into()),
            damaged: false,
            again: None,
        });
        id
    }

    /// Reads a file that is no part of the site, such as a sheet that somebody sent. Messages call it by
    /// the path that was typed. A text that had to be converted is no problem in such a file: the name of
    /// its encoding comes with it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_outside(
        &mut self,
        path: &Path,
        d: &mut Diagnostics,
    ) -> io::Result<(FileId, Option<&'static str>)> {
        let id = FileId(self.files.len() as u32);
        let shown = path.to_string_lossy().replace('\\', "/");
        let size = std::fs::metadata(path)?.len();
        let found = walk::Found { path: path.to_string_lossy().into_owned(), size, trouble: None };
        // An absolute path joined to any root is itself.
        let absolute = std::path::absolute(path)?;
        let reading = text::read(Path::new(""), &found)?;
        let encoding = reading.trouble.as_ref().and_then(text::Trouble::encoding);
        let damaged = reading.trouble.as_ref().is_some_and(|trouble| !trouble.is_mended());
        if let (Some(trouble), true) = (reading.trouble, damaged) {
            d.push(trouble.diagnostic(id));
        }
        self.files.push(SourceFile { id, path: shown, text: reading.text, damaged, again: None });
        self.outside.insert(id, absolute);
        Ok((id, encoding))
    }

    /// The same sources, but for one file of `content/`, which says `text` or is new: what would be read
    /// if it were written. The ids are new.
    pub fn with(&self, path: &str, text: &str) -> Sources {
        let mut files: Vec<SourceFile> = self.files[..self.sorted].to_vec();
        let new = SourceFile {
            id: FileId(0),
            path: path.to_string(),
            text: Some(text.into()),
            damaged: false,
            again: None,
        };
        match files.binary_search_by(|file| file.path.as_str().cmp(path)) {
            Ok(at) => files[at] = new,
            Err(at) => files.insert(at, new),
        }
        files.iter_mut().enumerate().for_each(|(n, file)| file.id = FileId(n as u32));
        Sources { root: self.root.clone(), sorted: files.len(), files, ..Sources::default() }
    }

    /// The root that paths are relative to.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// All files, sorted by path; added ones last.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// A file by its path.
    pub fn find(&self, path: &str) -> Option<&SourceFile> {
        let (sorted, added) = self.files.split_at(self.sorted);
        match sorted.binary_search_by(|file| file.path.as_str().cmp(path)) {
            Ok(n) => sorted.get(n),
            Err(_) => added.iter().find(|file| file.path == path),
        }
    }

    /// A file by its id.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Lets go of the texts of the policies, which nobody needs once they are read: only those are
    /// kept that have a problem to be printed. Should one be printed later, it is read again.
    pub fn let_go(&mut self, keep: &BTreeSet<FileId>) {
        for file in self.files.iter_mut().take(self.sorted) {
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

/// The text of bytes from outside the site, in UTF-8 with or without BOM, UTF-16 or GB18030, with `\n`
/// line ends; and the first byte, from 0, that is in none of them.
pub fn decode(bytes: Vec<u8>) -> (String, Option<usize>) {
    let (text, trouble) = text::decode(bytes);
    let byte = match trouble {
        Some(text::Trouble::Unreadable { byte, .. }) => Some(byte),
        _ => None,
    };
    (text, byte)
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
