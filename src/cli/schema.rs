//! `gongbao schema`: JSON Schema of every YAML file and front matter, for editors.

use super::{FAILED, FINE, Shared, fail_to_write};
use crate::content::schema::{ALL, Described, find};
use crate::model::Language;
use clap::ArgMatches;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The names, for the command line to check.
pub(super) fn names() -> Vec<&'static str> {
    ALL.iter().map(|described| described.name).collect()
}

/// Lists the schemas, prints one, or writes them into a folder.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let named = matches.get_one::<String>("name").and_then(|name| find(name));
    if let Some(folder) = matches.get_one::<PathBuf>("output") {
        let chosen: Vec<&Described> = match named {
            Some(one) => vec![one],
            None => ALL.iter().collect(),
        };
        return write_all(shared, &chosen, folder);
    }
    let text = named.map_or_else(|| list(shared), Described::text);
    // A closed pipe is the reader's wish, not our failure.
    let _ = io::stdout().write_all(text.as_bytes());
    FINE
}

/// A line for each: name, what it is, which files.
fn list(shared: &Shared) -> String {
    let width = ALL.iter().map(|described| described.name.len()).max().unwrap_or_default();
    let line = |described: &Described| {
        let Described { name, files, words, .. } = described;
        match shared.language {
            Language::Chinese => format!("{name:width$}  {}（{files}）\n", words.zh),
            Language::English => format!("{name:width$}  {} ({files})\n", words.en),
        }
    };
    ALL.iter().map(line).collect()
}

/// Writes NAME.schema.json for each, and says so; other files of the folder stay.
fn write_all(shared: &Shared, chosen: &[&Described], folder: &Path) -> u8 {
    for described in chosen {
        let path = folder.join(described.file_name());
        let done = match write(&path, &described.text()) {
            Ok(true) => shared.say("写入", "wrote"),
            Ok(false) => shared.say("未变", "unchanged:"),
            Err(error) => {
                fail_to_write(&path, &error, shared.language);
                return FAILED;
            }
        };
        // A closed standard error is nobody's problem.
        let _ = writeln!(io::stderr(), "{done} {}", path.display());
    }
    FINE
}

/// True where the file is new or was another.
fn write(path: &Path, text: &str) -> io::Result<bool> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(false);
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)?;
    Ok(true)
}
