//! The rules that keep the house in order, read from the text of `src/`: imports run one way, each
//! outside crate stays in its room, files are small and say what they are for.
//!
//! A rule that is broken fails with a sentence that names file and line.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the bottom up. A room may use the rooms of the lines below its own, and itself.
const ORDER: [&[&str]; 19] = [
    &["model"],
    &["diagnostic"],
    &["font"],
    &["source", "text", "chart"],
    &["content"],
    &["progress"],
    &["changes"],
    &["theme"],
    &["plan"],
    &["explain"],
    &["picture"],
    &["booklet"],
    &["data", "search"],
    &["render"],
    &["inspect"],
    &["output"],
    &["pipeline"],
    &["intake", "package", "publish"],
    &["serve"],
];

/// The top: uses everything, and nothing but `main.rs` uses it.
const TOP: &str = "cli";

/// Crates that name a technology, each with the only rooms that may know it.
const FENCED: [(&str, &[&str]); 42] = [
    ("walkdir", &["source"]),
    ("serde_yaml", &["source"]),
    ("calamine", &["source"]),
    ("csv", &["source", "data"]),
    ("zip", &["source", "intake", "package"]),
    ("sha2", &["package", "publish"]),
    ("sm3", &["package"]),
    ("base64", &["package"]),
    ("quick_xml", &["source"]),
    ("rust_xlsxwriter", &["data"]),
    ("encoding_rs", &["source"]),
    ("pulldown_cmark", &["text"]),
    ("plotters", &["chart"]),
    ("plotters_backend", &["chart"]),
    ("tera", &["theme"]),
    ("ttf_parser", &["font"]),
    ("unicode_width", &["font", "diagnostic"]),
    ("pinyin", &["content"]),
    ("taffy", &["picture"]),
    ("resvg", &["picture"]),
    ("roxmltree", &["picture", "booklet", "intake"]),
    ("qrcodegen", &["picture"]),
    ("unicode_linebreak", &["picture"]),
    ("png", &["picture"]),
    ("xxhash_rust", &["output", "render"]),
    ("annotate_snippets", &["diagnostic"]),
    ("typst", &["booklet"]),
    ("typst_layout", &["booklet"]),
    ("typst_pdf", &["booklet"]),
    ("html5gum", &["intake"]),
    ("hyper", &["serve"]),
    ("hyper_util", &["serve"]),
    ("http_body_util", &["serve"]),
    ("tokio", &["serve", "publish"]),
    ("opendal", &["publish"]),
    ("russh", &["publish"]),
    ("russh_sftp", &["publish"]),
    ("rustls", &["publish"]),
    ("notify", &["serve"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("open", &["cli"]),
];

/// Names under which anything could be put.
const NAMELESS: [&str; 5] = ["utils", "helpers", "common", "context", "manager"];

/// The most lines of a file that is not a test.
const MOST_LINES: usize = 450;

/// A file of `src/`.
struct Source {
    /// Its path below `src/`.
    path: String,
    /// `content` of `content/mod.rs`; `pipeline` of `pipeline.rs`.
    room: String,
    /// Its lines, without comments and without what follows the first `#[cfg(test)]` at the margin
    /// that opens a module of its own.
    lines: Vec<(usize, String)>,
    /// All lines.
    length: usize,
    /// The first line.
    first: String,
    /// True where it is compiled for tests only.
    test: bool,
}

/// Every file of `src/`, sorted.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    gather(&root, &mut paths);
    paths.sort();
    let tests = test_modules(&root, &paths);
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let below = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let room = below.split('/').next().unwrap().trim_end_matches(".rs").to_string();
        let test =
            tests.iter().any(|module| path.starts_with(module) || *path == module.with_extension("rs"));
        let code =
            text.lines().enumerate().map(|(n, line)| (n + 1, line.split("//").next().unwrap().to_string()));
        Source {
            room,
            lines: code.take_while(|(_, line)| !line.starts_with("mod tests {")).collect(),
            length: text.lines().count(),
            first: text.lines().next().unwrap_or_default().to_string(),
            test,
            path: below,
        }
    };
    paths.iter().map(read).collect()
}

fn gather(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

/// The modules declared behind `#[cfg(test)]`, as paths without ending.
fn test_modules(root: &Path, paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    let mut modules = BTreeSet::new();
    for path in paths {
        let text = fs::read_to_string(path).unwrap();
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let inside = match path.file_name().unwrap().to_str().unwrap() {
            "mod.rs" => path.parent().unwrap().to_path_buf(),
            "lib.rs" | "main.rs" => root.to_path_buf(),
            _ => path.with_extension(""),
        };
        for pair in lines.windows(2).filter(|pair| pair[0].starts_with("#[cfg(test)]")) {
            if let Some(name) =
                pair[1].trim_start_matches("pub ").strip_prefix("mod ").and_then(|m| m.strip_suffix(';'))
            {
                modules.insert(inside.join(name));
            }
        }
    }
    modules
}

/// Where a room stands, from the bottom.
fn height(room: &str) -> Option<usize> {
    if room == TOP { Some(ORDER.len()) } else { ORDER.iter().position(|rooms| rooms.contains(&room)) }
}

/// The rooms that a line names with `crate::`, also inside `crate::{ … }` on one line.
fn named(line: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for rest in line.split("crate::").skip(1) {
        let word =
            |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        match rest.strip_prefix('{') {
            Some(list) => {
                rooms.extend(list.split('}').next().unwrap().split(',').map(|item| word(item.trim())))
            }
            None => rooms.push(word(rest)),
        }
    }
    rooms.retain(|room| !room.is_empty());
    rooms
}

/// True where the line uses an outside crate: `name::` that is not the end of a longer path.
/// Where the room has a module of that name, the crate is written `::name::`.
fn uses(line: &str, name: &str, module: bool) -> bool {
    if module {
        return line.split("::").zip(line.split("::").skip(1)).any(|(before, word)| {
            word == name && !before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
        });
    }
    let mut from = 0;
    while let Some(at) = line[from..].find(&format!("{name}::")) {
        let before = line[..from + at].trim_end_matches("::");
        let rooted = line[..from + at].ends_with("::");
        let whole = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        // `::csv::` names the crate; `super::csv::` does not.
        if whole && (rooted || !line[..from + at].ends_with(':')) {
            return true;
        }
        from += at + name.len();
    }
    line.trim_start().starts_with(&format!("use {name};"))
}

/// `output/open` of `output/open.rs` and of `output/open/mod.rs`.
fn module_of(path: &str) -> String {
    path.trim_end_matches(".rs").trim_end_matches("/mod").to_string()
}

/// Fails with all sentences at once.
fn none(broken: Vec<String>) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn imports_run_one_way() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some(own) = height(&source.room) else { continue };
        let depth = source.path.trim_end_matches("/mod.rs").split('/').count();
        for (n, line) in &source.lines {
            if line.contains("crate::{") && !line.contains('}') || line.contains(&"super::".repeat(depth)) {
                broken.push(format!(
                    "src/{}:{n}: name the other room on this line, as `crate::ROOM`",
                    source.path
                ));
            }
            for room in named(line).iter().filter(|room| **room != source.room) {
                let Some(theirs) = height(room) else { continue };
                if theirs >= own {
                    broken.push(format!(
                        "src/{}:{n}: `{}` may not use `{room}`, which stands above or beside it; move what both need down",
                        source.path, source.room
                    ));
                }
            }
        }
    }
    none(broken);
}

#[test]
fn every_room_has_its_place_in_the_order() {
    let rooms: BTreeSet<String> = sources().into_iter().map(|source| source.room).collect();
    let unplaced =
        rooms.iter().filter(|room| !["lib", "main"].contains(&room.as_str()) && height(room).is_none());
    none(
        unplaced
            .map(|room| format!("src/{room}: give the room its place in ORDER of tests/architecture.rs"))
            .collect(),
    );
}

#[test]
fn an_outside_crate_stays_in_its_room() {
    let mut broken = Vec::new();
    let sources = sources();
    let modules: BTreeSet<String> = sources.iter().map(|source| module_of(&source.path)).collect();
    for source in sources.iter().filter(|source| !source.test) {
        for (n, line) in &source.lines {
            for (name, rooms) in FENCED {
                if !rooms.contains(&source.room.as_str())
                    && uses(line, name, modules.contains(&format!("{}/{name}", source.room)))
                {
                    broken.push(format!(
                        "src/{}:{n}: `{name}` is fenced in {}; ask that room instead",
                        source.path,
                        rooms.join(" and ")
                    ));
                }
            }
        }
    }
    none(broken);
}

#[test]
fn a_table_is_read_in_source_and_only_written_in_data() {
    let reads = |line: &str| ["ReaderBuilder", "csv::Reader"].iter().any(|word| line.contains(word));
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.room == "data") {
        for (n, _) in source.lines.iter().filter(|(_, line)| reads(line)) {
            broken.push(format!("src/{}:{n}: `data` writes CSV and does not read it", source.path));
        }
    }
    none(broken);
}

#[test]
fn only_main_reads_the_environment() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.path != "main.rs" && !source.test) {
        for (n, line) in &source.lines {
            if line.contains("std::env") || line.contains("env::var") || line.contains("env::args") {
                broken.push(format!(
                    "src/{}:{n}: the environment is read in main.rs; take it as an argument",
                    source.path
                ));
            }
        }
    }
    none(broken);
}

#[test]
fn no_file_is_long() {
    let long = sources().into_iter().filter(|source| !source.test && source.length > MOST_LINES);
    none(
        long.map(|source| {
            format!(
                "src/{}:{MOST_LINES}: {} lines; a file holds one idea, cut it in two",
                source.path, source.length
            )
        })
        .collect(),
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent =
        sources().into_iter().filter(|source| !source.first.starts_with("//! ") || source.first.len() < 12);
    none(silent.map(|source| format!("src/{}:1: begin with `//! ` and a sentence", source.path)).collect());
}

#[test]
fn no_file_has_a_name_for_anything() {
    let named = sources()
        .into_iter()
        .filter(|source| source.path.trim_end_matches(".rs").split('/').any(|part| NAMELESS.contains(&part)));
    none(named.map(|source| format!("src/{}:1: name it after what it holds", source.path)).collect());
}

#[test]
fn the_readers_of_this_test_see_what_they_should() {
    assert_eq!(named("use crate::{model::Site, plan};"), ["model", "plan"]);
    assert_eq!(named("let x = crate::model::number(1.0);"), ["model"]);
    assert!(uses("use ::csv::ReaderBuilder;", "csv", true));
    assert!(uses("use ::csv::ReaderBuilder;", "csv", false));
    assert!(uses("    tera::Tera::new()", "tera", false));
    assert!(!uses("use super::csv::read;", "csv", false));
    assert!(!uses("use super::csv::read;", "csv", true));
    assert!(!uses("pub use open::open;", "open", true));
    assert!(!uses("reopen::x()", "open", false));
}
