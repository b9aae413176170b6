//! What the disk said of a file when it was last read: whether it must be read again, and what was wrong.

use super::text::{Reading, Trouble};
use super::walk::Found;
use crate::diagnostic::{Diagnostic, Diagnostics, Entry};
use crate::model::{FileId, Place};
use std::time::SystemTime;

/// What was seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// Size in bytes and time of the last change; none for what is not on disk.
    stamp: Option<(u64, Option<SystemTime>)>,
    /// Why it was not read.
    refused: Option<&'static Entry>,
    /// What was wrong with its bytes.
    trouble: Option<Trouble>,
}

impl Seen {
    /// After a reading.
    pub(super) fn of(found: &Found, trouble: Option<Trouble>) -> Seen {
        Seen { stamp: Some((found.size, found.modified)), refused: found.trouble, trouble }
    }

    /// True where the disk says nothing new. Where it does not say when a file was changed, it may be new.
    pub(super) fn is_still(&self, found: &Found) -> bool {
        found.modified.is_some() && self.is_stamped(found)
    }

    /// True where a file of the same text is the same file. One that is no text by its name is known by its stamp.
    pub(super) fn is_same(&self, found: &Found, reading: &Reading) -> bool {
        let fine = self.refused == found.trouble && self.trouble == reading.trouble;
        fine && self.is_on_disk() && (reading.text.is_some() || self.is_stamped(found))
    }

    fn is_stamped(&self, found: &Found) -> bool {
        self.stamp == Some((found.size, found.modified)) && self.refused == found.trouble
    }

    /// True where it was found on disk.
    pub(super) fn is_on_disk(&self) -> bool {
        self.stamp.is_some()
    }

    /// True where its bytes are no whole text.
    pub(super) fn is_damaged(&self) -> bool {
        self.refused.is_some() || self.trouble.as_ref().is_some_and(|trouble| !trouble.is_mended())
    }

    /// Tells what was wrong.
    pub(super) fn report(&self, id: FileId, d: &mut Diagnostics) {
        if let Some(refused) = self.refused {
            d.push(Diagnostic::at(refused, Place::new(id, 0, 0)));
        }
        if let Some(trouble) = &self.trouble {
            d.push(trouble.diagnostic(id));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::source::Sources;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    fn named(path: &str) -> BTreeSet<String> {
        BTreeSet::from([path.to_owned()])
    }

    fn again(before: &Sources, path: &str) -> (Sources, Vec<String>) {
        let now = before.read_again(&named(path), &mut Diagnostics::new()).unwrap();
        let changed = now.changed_since(before).into_iter().map(str::to_owned).collect();
        (now, changed)
    }

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn a_file_keeps_its_id_and_only_another_content_is_another_edition() {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in [("content/b.md", "b"), ("content/d.md", "d")] {
            write(dir.path(), path, text);
        }
        let first = Sources::read(dir.path(), &mut Diagnostics::new()).unwrap();
        let id = |sources: &Sources, path: &str| sources.find(path).map(|file| file.id);
        write(dir.path(), "content/d.md", "d");
        write(dir.path(), "content/c.md", "c");
        let (second, changed) = again(&first, "content/d.md");
        assert_eq!(changed, ["content/c.md"]);
        assert_eq!(id(&second, "content/d.md"), id(&first, "content/d.md"));
        let paths: Vec<&str> = second.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["content/b.md", "content/c.md", "content/d.md"]);

        fs::remove_file(dir.path().join("content/b.md")).unwrap();
        let (third, changed) = again(&second, "content/b.md");
        assert_eq!((changed, id(&third, "content/b.md")), (vec!["content/b.md".to_owned()], None));
        write(dir.path(), "content/b.md", "b");
        let (fourth, changed) = again(&third, "content/b.md");
        assert_eq!(changed, ["content/b.md"]);
        assert_eq!(id(&fourth, "content/b.md"), id(&first, "content/b.md"));
        assert_eq!(again(&fourth, "content/b.md").1, [""; 0]);
    }

    #[test]
    fn named_files_are_read_without_looking_through_the_folders() {
        let dir = tempfile::tempdir().unwrap();
        write(dir.path(), "content/a.md", "a");
        write(dir.path(), "content/bad.md", "b");
        fs::write(dir.path().join("content/bad.md"), b"\xFF\xFF").unwrap();
        let mut d = Diagnostics::new();
        let first = Sources::read(dir.path(), &mut d).unwrap();
        assert_eq!(d.count(crate::diagnostic::Severity::Error), 1);
        write(dir.path(), "content/a.md", "A");
        let mut d = Diagnostics::new();
        let second = first.read_named(&named("content/a.md"), &mut d).unwrap().unwrap();
        assert_eq!(second.changed_since(&first), ["content/a.md"]);
        assert_eq!(second.find("content/a.md").unwrap().text.as_deref(), Some("A"));
        // What is wrong with files that were not named is told again.
        assert_eq!(d.count(crate::diagnostic::Severity::Error), 1);
        let other = |path: &str| first.read_named(&named(path), &mut Diagnostics::new()).unwrap().is_none();
        assert!(other("content/new.md") && other("content"));
        fs::remove_file(dir.path().join("content/a.md")).unwrap();
        assert!(other("content/a.md"));
    }
}
