//! `gongbao init`: a small working site in Chinese.

use super::{FAILED, FINE, Shared, say_error};
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
    if let Err((path, error)) = write(&STARTER, &folder, &mut done) {
        let sentence = match shared.language {
            crate::model::Language::Chinese => format!("无法写入 `{}`：{error}", path.display()),
            crate::model::Language::English => format!("cannot write `{}`: {error}", path.display()),
        };
        say_error(&sentence, shared.language);
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
            DirEntry::File(file) => {
                if let Some(parent) = path.parent() {
                    fs::create_dir_all(parent).map_err(|error| (parent.to_path_buf(), error))?;
                }
                // Made anew or not at all: two runs at once cannot overwrite each other either.
                match OpenOptions::new().write(true).create_new(true).open(&path) {
                    Ok(mut target) => {
                        target.write_all(file.contents()).map_err(|error| (path.clone(), error))?;
                        done.written.push(path);
                    }
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => done.kept.push(path),
                    Err(error) => return Err((path, error)),
                }
            }
        }
    }
    Ok(())
}
