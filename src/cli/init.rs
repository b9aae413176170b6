//! `gongbao init`: a small working site in Chinese, with what editors need to complete and check its YAML.

use super::{FAILED, FINE, Shared, fail_to_write};
use crate::content::schema;
use clap::ArgMatches;
use include_dir::{Dir, DirEntry, include_dir};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The site that is written.
static STARTER: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

/// Writes the site; a file that is there already is left as it is, and named.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let folder = matches.get_one::<PathBuf>("dir").cloned().unwrap_or_else(|| shared.root.clone());
    let mut done = Done::default();
    let written = write(&STARTER, &folder, &mut done).and_then(|()| write_schemas(&folder, &mut done));
    if let Err((path, error)) = written {
        fail_to_write(&path, &error, shared.language);
        return FAILED;
    }
    let mut text = String::new();
    for path in &done.written {
        text += &format!("{} {}\n", shared.say("写入", "wrote"), path.display());
    }
    for path in &done.kept {
        text += &format!("{} {}\n", shared.say("已有，未改动", "already there, left alone:"), path.display());
    }
    text += &match shared.language {
        crate::model::Language::Chinese => {
            format!("接着：gongbao --root {} build --open\n", folder.display())
        }
        crate::model::Language::English => {
            format!("next: gongbao --root {} build --open\n", folder.display())
        }
    };
    let _ = io::stderr().write_all(text.as_bytes());
    FINE
}

/// What was done.
#[derive(Default)]
struct Done {
    written: Vec<PathBuf>,
    kept: Vec<PathBuf>,
}

/// Writes a folder of the starter.
fn write(from: &Dir, to: &Path, done: &mut Done) -> Result<(), (PathBuf, io::Error)> {
    for entry in from.entries() {
        let path = to.join(entry.path());
        match entry {
            DirEntry::Dir(folder) => write(folder, to, done)?,
            DirEntry::File(file) => write_file(path, file.contents(), done)?,
        }
    }
    Ok(())
}

/// Writes the schemas to which the first lines of the YAML files and the settings of VS Code lead.
fn write_schemas(folder: &Path, done: &mut Done) -> Result<(), (PathBuf, io::Error)> {
    for described in schema::ALL {
        let path = folder.join("schemas").join(described.file_name());
        write_file(path, described.text().as_bytes(), done)?;
    }
    Ok(())
}

/// Made anew or not at all: two runs at once cannot overwrite each other either.
fn write_file(path: PathBuf, bytes: &[u8], done: &mut Done) -> Result<(), (PathBuf, io::Error)> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| (parent.to_path_buf(), error))?;
    }
    match OpenOptions::new().write(true).create_new(true).open(&path) {
        Ok(mut target) => {
            target.write_all(bytes).map_err(|error| (path.clone(), error))?;
            done.written.push(path);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            done.kept.push(path);
            Ok(())
        }
        Err(error) => Err((path, error)),
    }
}
