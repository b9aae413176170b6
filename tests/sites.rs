//! Whole sites: each folder of `tests/sites/` is built, and what comes out is compared.
//!
//! `README.md` beside them says how a fixture is made. In short: `expected/FILE` is a file of the
//! output, whole; `expected/PAGE.html.txt` is the words and links of a page; `PAGE.html.head.txt`
//! its head; `errors.txt` is everything that is said, in Chinese. `BLESS=1` rewrites them.

mod harness;

use gongbao::diagnostic::{Format, print};
use gongbao::model::Language;
use harness::{Built, Folder, TODAY, build_fixture, build_in_memory, page, repository, tree};
use std::fs;
use std::path::{Path, PathBuf};

/// The files that hold what is said, in a form and a language; only the first must agree where it is missing.
const FORMS: [(&str, Format, Language); 5] = [
    ("errors.txt", Format::Human, Language::Chinese),
    ("errors.en.txt", Format::Human, Language::English),
    ("errors.short.txt", Format::Short, Language::Chinese),
    ("errors.jsonl", Format::Json, Language::Chinese),
    ("errors.github.txt", Format::Github, Language::Chinese),
];

/// The fixtures, sorted.
fn fixtures() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository().join("tests/sites")).unwrap();
    let mut folders: Vec<PathBuf> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

#[test]
fn every_site_gives_what_it_should() {
    let bless = std::env::var_os("BLESS").is_some();
    let only = std::env::var("SITE").unwrap_or_default();
    let mut told = Vec::new();
    for site in fixtures().into_iter().filter(|site| site.to_string_lossy().contains(&only)) {
        let name = site.file_name().unwrap().to_string_lossy().into_owned();
        // A site that breaks the program is told like any other, and the rest is still compared.
        match std::panic::catch_unwind(|| compare(&site, bless)) {
            Ok(problems) => told.extend(problems.into_iter().map(|problem| format!("{name}: {problem}"))),
            Err(_) => told.push(format!("{name}: the program panicked; see above")),
        }
    }
    assert!(
        told.is_empty(),
        "\n\n{}\n\nBLESS=1 cargo test --test sites rewrites what is expected.\n",
        told.join("\n\n")
    );
}

#[test]
fn a_mistake_is_told_once() {
    let site = repository().join("tests/sites/twenty-mistakes");
    let edits = fs::read_to_string(site.join("edits.txt")).unwrap().split("\n\n").count();
    let built = build_in_memory(Folder::fixture(&site).path(), TODAY);
    assert_eq!(built.diagnostics.iter().count(), edits, "{}", built.problems());
}

/// Everything about a fixture that is not as it should be.
fn compare(site: &Path, bless: bool) -> Vec<String> {
    let day = fs::read_to_string(site.join("as-of.txt"));
    let copy = Folder::fixture(site);
    let day = day.as_deref().map_or(TODAY, str::trim);
    let built = build_fixture(site, copy.path(), day);
    let expected = tree(&site.join("expected"));
    let errors = site.join("errors.txt");
    let mut problems = Vec::new();

    if expected.is_empty() && !errors.exists() {
        problems.push(
            "nothing is expected of it; make an empty `errors.txt` or `expected/FILE` and bless".into(),
        );
    }
    for (name, format, language) in FORMS {
        let errors = site.join(name);
        if name != "errors.txt" && !errors.exists() {
            continue;
        }
        let said = print(&built.diagnostics, &built.sources, format, language, false);
        if bless && errors.exists() {
            fs::write(&errors, &said).unwrap();
        }
        let should = fs::read_to_string(&errors).unwrap_or_default();
        if said != should {
            problems.push(difference(name, &should, &said));
        }
    }
    for (path, should) in expected {
        let Some(made) = made(&built, &path) else {
            problems.push(format!("expected/{path}: nobody made this file"));
            continue;
        };
        if bless {
            fs::write(site.join("expected").join(&path), &made).unwrap();
        } else if made.as_bytes() != should {
            problems.push(difference(&format!("expected/{path}"), &String::from_utf8_lossy(&should), &made));
        }
    }
    problems
}

/// A page as plain lines.
type Digest = fn(&str) -> String;

/// What is to be compared with an expected file; none where the build did not make it.
fn made(built: &Built, path: &str) -> Option<String> {
    if built.files.contains_key(path) {
        return Some(match path.strip_suffix(".json") {
            Some(_) => indented(built.text(path)),
            None => built.text(path).to_string(),
        });
    }
    let digests: [(&str, Digest); 2] = [(".head.txt", page::head), (".txt", page::digest)];
    let (page, digest) = digests.iter().find_map(|(ending, digest)| {
        let page = path.strip_suffix(ending).filter(|page| built.files.contains_key(*page))?;
        Some((page, digest))
    })?;
    Some(digest(built.text(page)))
}

/// JSON with a line for each value, so that a difference is one line.
fn indented(text: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    serde_json::to_string_pretty(&value).unwrap() + "\n"
}

/// The lines that only one of the two has, the first thirty.
fn difference(name: &str, should: &str, is: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (should.lines().collect(), is.lines().collect());
    // How many lines of what is left are the same, at best.
    let mut same = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (o, old_line) in old.iter().enumerate().rev() {
        for (n, new_line) in new.iter().enumerate().rev() {
            let either = same[o + 1][n].max(same[o][n + 1]);
            same[o][n] = if old_line == new_line { same[o + 1][n + 1] + 1 } else { either };
        }
    }
    let (mut o, mut n, mut told) = (0, 0, Vec::new());
    while o < old.len() || n < new.len() {
        if o < old.len() && n < new.len() && old[o] == new[n] {
            (o, n) = (o + 1, n + 1);
        } else if n == new.len() || (o < old.len() && same[o + 1][n] >= same[o][n + 1]) {
            told.push(format!("    {:>4} - {}", o + 1, old[o]));
            o += 1;
        } else {
            told.push(format!("    {:>4} + {}", n + 1, new[n]));
            n += 1;
        }
    }
    let more = told.len().saturating_sub(30);
    told.truncate(30);
    if more > 0 {
        told.push(format!("    and {more} more lines"));
    }
    format!("{name} differs:\n{}", told.join("\n"))
}
