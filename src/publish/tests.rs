//! A target in memory that fails at every step once: what readers can reach is whole each time, and the
//! next run brings everything to its end.

use super::plan::Plan;
use super::record::{Entry, NAME, Record};
use super::send::{Done, Watch, send};
use super::target::Target;
use super::trouble::Trouble;
use super::{built, built::Content};
use crate::model::Language;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

/// Files in memory, and how many more steps succeed.
#[derive(Default)]
struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    left: Mutex<Option<usize>>,
    steps: Mutex<usize>,
}

impl Memory {
    fn step(&self) -> Result<(), Trouble> {
        *self.steps.lock().unwrap() += 1;
        let mut left = self.left.lock().unwrap();
        match left.as_mut() {
            Some(0) => Err(Trouble::lasting("坏了", "broken")),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Target for Memory {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        self.step()?;
        Ok(self.files.lock().unwrap().get(path).cloned())
    }

    fn put(&self, path: &str, part: &str, bytes: &[u8]) -> Result<(), Trouble> {
        // The part arrives, and then the connection may break before it takes its place.
        if self.step().is_err() {
            self.files.lock().unwrap().insert(part.to_string(), bytes[..bytes.len() / 2].to_vec());
            return Err(Trouble::lasting("坏了", "broken"));
        }
        self.files.lock().unwrap().insert(path.to_string(), bytes.to_vec());
        Ok(())
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        self.step()?;
        self.files.lock().unwrap().remove(path);
        Ok(())
    }

    fn names(&self) -> Result<Vec<String>, Trouble> {
        self.step()?;
        Ok(self.files.lock().unwrap().keys().cloned().collect())
    }

    fn remove_folder(&self, _: &str) {}

    fn has_parts(&self) -> bool {
        true
    }
}

struct Silent;

impl Watch for Silent {
    fn sent(&self, _: u64) {}
    fn removed(&self) {}
}

/// A site: each file and what it points to.
type Links = &'static [(&'static str, &'static [&'static str])];

const BEFORE: Links = &[
    ("index.html", &["a/index.html", "old/index.html", "style.css"]),
    ("a/index.html", &["index.html", "a/data.json"]),
    ("a/data.json", &[]),
    ("old/index.html", &["index.html", "old/picture.svg"]),
    ("old/picture.svg", &[]),
    ("search/list.js", &["a/index.html", "old/index.html"]),
    ("style.css", &[]),
];

/// Two pages that point to each other are new, one is gone, and everything that stays is changed.
const AFTER: Links = &[
    ("index.html", &["a/index.html", "new/index.html", "new/deep/index.html", "style.css", "late.css"]),
    ("a/index.html", &["index.html", "a/data.json", "new/index.html"]),
    ("a/data.json", &["new/index.html"]),
    ("late.css", &[]),
    ("new/index.html", &["new/deep/index.html", "new/picture.svg", "index.html"]),
    ("new/deep/index.html", &["new/index.html", "a/index.html"]),
    ("new/picture.svg", &[]),
    ("search/list.js", &["a/index.html", "new/index.html"]),
    ("style.css", &["late.css"]),
];

/// Writes a site into a folder: a line for each thing that a file points to.
fn site(links: Links, words: &str) -> (tempfile::TempDir, BTreeMap<String, Content>) {
    let folder = tempfile::tempdir().unwrap();
    let mut files = BTreeMap::new();
    for (path, to) in links {
        let text = format!("{words}\n{}\n", to.join("\n"));
        let at = folder.path().join(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        fs::write(&at, &text).unwrap();
        files.insert((*path).to_string(), Content::of(text.as_bytes()));
    }
    (folder, files)
}

fn publish(target: &Memory, output: &Path, files: &BTreeMap<String, Content>) -> Result<Done, Trouble> {
    let record = Record::read(target)?;
    let plan = Plan::of(files, record.as_ref(), false);
    send(target, &plan, record, output, &Silent)
}

/// What the pages that a reader can reach point to in vain: from the home page, and from every other page
/// that was there before and may be in somebody's favourites.
fn dead(target: &Memory, known: &[&str]) -> Vec<String> {
    let files = target.files.lock().unwrap();
    let mut open: Vec<String> =
        known.iter().filter(|path| files.contains_key(**path)).map(|path| (*path).to_string()).collect();
    let (mut seen, mut dead) = (open.clone(), Vec::new());
    while let Some(path) = open.pop() {
        let text = String::from_utf8(files[&path].clone()).unwrap();
        for to in text.lines().skip(1).filter(|line| !line.is_empty()) {
            if !files.contains_key(to) {
                dead.push(format!("{path} -> {to}"));
            } else if !seen.contains(&to.to_string()) {
                seen.push(to.to_string());
                open.push(to.to_string());
            }
        }
    }
    dead
}

const REACHED: [&str; 4] = ["index.html", "a/index.html", "search/list.js", "style.css"];

fn is_whole(target: &Memory, output: &Path, files: &BTreeMap<String, Content>) {
    let there = target.files.lock().unwrap();
    let names: Vec<&String> = there.keys().filter(|path| *path != NAME).collect();
    assert_eq!(names, files.keys().collect::<Vec<_>>());
    for path in names {
        assert_eq!(there[path], built::bytes(output, path).unwrap(), "{path}");
    }
    let record: Record = serde_json::from_slice(&there[NAME]).unwrap();
    assert!(record.complete && record.files.values().all(|entry| matches!(entry, Entry::There(_))));
}

#[test]
fn whatever_step_fails_what_readers_reach_is_whole_and_the_next_run_ends() {
    let ((before, old), (after, new)) = (site(BEFORE, "old"), site(AFTER, "new"));
    let mut broke = 0;
    for steps in 0.. {
        let target = Memory::default();
        publish(&target, before.path(), &old).unwrap();
        is_whole(&target, before.path(), &old);
        *target.left.lock().unwrap() = Some(steps);
        let result = publish(&target, after.path(), &new);
        assert_eq!(dead(&target, &REACHED), [""; 0], "after {steps} steps");
        *target.left.lock().unwrap() = None;
        if result.is_err() {
            broke += 1;
            publish(&target, after.path(), &new).unwrap();
        }
        is_whole(&target, after.path(), &new);
        if result.is_ok() {
            break;
        }
    }
    assert!(broke > 20, "only {broke} steps");
}

#[test]
fn a_first_publication_that_fails_shows_no_home_page_before_all_is_there() {
    let (output, files) = site(AFTER, "new");
    for steps in 0..8 {
        let target = Memory::default();
        *target.left.lock().unwrap() = Some(steps);
        publish(&target, output.path(), &files).unwrap_err();
        assert_eq!(dead(&target, &["index.html"]), [""; 0], "after {steps} steps");
    }
}

#[test]
fn what_has_arrived_does_not_travel_again() {
    let (output, files) = site(AFTER, "new");
    let target = Memory::default();
    publish(&target, output.path(), &files).unwrap();
    let before = *target.steps.lock().unwrap();
    let done = publish(&target, output.path(), &files).unwrap();
    assert_eq!(done, Done { unchanged: files.len(), ..Done::default() });
    // The record was read, and that was all.
    assert_eq!(*target.steps.lock().unwrap(), before + 1);
}

#[test]
fn foreign_files_stay() {
    let (output, files) = site(BEFORE, "old");
    let target = Memory::default();
    target.files.lock().unwrap().insert("theirs/index.html".to_string(), b"theirs".to_vec());
    publish(&target, output.path(), &files).unwrap();
    publish(&target, output.path(), &BTreeMap::new()).unwrap();
    let there = target.files.lock().unwrap();
    assert_eq!(there.keys().collect::<Vec<_>>(), [NAME, "theirs/index.html"]);
}

/// A target at which another run begins as soon as the first file has come.
struct Overtaken(Memory);

impl Target for Overtaken {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        self.0.read(path)
    }

    fn put(&self, path: &str, part: &str, bytes: &[u8]) -> Result<(), Trouble> {
        self.0.put(path, part, bytes)?;
        if path == "a/data.json" {
            Record::begin(BTreeMap::new(), None).write(&self.0)?;
        }
        Ok(())
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        self.0.remove(path)
    }

    fn names(&self) -> Result<Vec<String>, Trouble> {
        self.0.names()
    }

    fn remove_folder(&self, _: &str) {}

    fn has_parts(&self) -> bool {
        true
    }
}

#[test]
fn a_run_that_was_overtaken_stops_before_it_changes_a_page_and_leaves_the_others_record() {
    let (output, files) = site(AFTER, "new");
    let target = Overtaken(Memory::default());
    let plan = Plan::of(&files, None, false);
    let trouble = send(&target, &plan, None, output.path(), &Silent).unwrap_err();
    assert_eq!(trouble, Trouble::overtaken());
    let there = target.0.files.lock().unwrap();
    assert!(!there.keys().any(|path| path.ends_with(".html")), "{:?}", there.keys());
    let record: Record = serde_json::from_slice(&there[NAME]).unwrap();
    assert!(record.files.is_empty());
}

#[test]
fn a_record_that_leads_out_of_the_folder_is_refused() {
    let target = Memory::default();
    let record =
        Record::begin(BTreeMap::from([("../index.html".to_string(), Entry::Sending { new: false })]), None);
    record.write(&target).unwrap();
    let trouble = Record::read(&target).unwrap_err();
    assert!(trouble.words(Language::English).contains("damaged"), "{trouble:?}");
}
