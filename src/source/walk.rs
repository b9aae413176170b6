//! The list of the files of a site. The only file that knows walkdir.

use crate::diagnostic::catalogue::source as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics, Entry};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use walkdir::{DirEntry, WalkDir};

/// What was found at a path.
#[derive(Debug)]
pub(super) struct Found {
    /// Path relative to the root, with `/`.
    pub(super) path: String,
    /// Size in bytes.
    pub(super) size: u64,
    /// When it was last changed, where the disk says so.
    pub(super) modified: Option<SystemTime>,
    /// Why it must not be read, for a link that is refused.
    pub(super) trouble: Option<&'static Entry>,
}

/// Lists `content/` and `themes/`, sorted by the bytes of the path.
pub(super) fn walk(root: &Path, d: &mut Diagnostics) -> io::Result<Vec<Found>> {
    let real_root = root.canonicalize()?;
    let mut found = Vec::new();
    for top in ["content", "themes"].map(|name| root.join(name)) {
        if !top.exists() {
            continue;
        }
        let mut entries = WalkDir::new(top).follow_links(true).into_iter();
        while let Some(entry) = entries.next() {
            let nothing = (0, None);
            let (path, (size, modified), trouble) = match entry {
                Ok(entry) => {
                    let is_folder = entry.file_type().is_dir();
                    let leftover = entry.depth() > 0 && is_leftover(&entry.file_name().to_string_lossy());
                    if leftover || leaves(&entry, &real_root) {
                        if is_folder {
                            entries.skip_current_dir();
                        }
                        if leftover {
                            continue;
                        }
                        (entry.into_path(), nothing, Some(catalogue::LINK_OUTSIDE))
                    } else if entry.file_type().is_file() {
                        let metadata = entry.metadata()?;
                        (entry.into_path(), (metadata.len(), metadata.modified().ok()), None)
                    } else {
                        continue;
                    }
                }
                Err(error) => (broken_link(error)?, nothing, Some(catalogue::LINK_BROKEN)),
            };
            match relative(root, &path) {
                Some(path) => found.push(Found { path, size, modified, trouble }),
                None => d.push(Diagnostic::nowhere(catalogue::BAD_NAME).with("name", path.display())),
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// A file that is no link, by its path relative to the root; none where there is none such.
pub(super) fn plain(root: &Path, path: &str) -> Option<Found> {
    let metadata = root.join(path).symlink_metadata().ok().filter(|metadata| metadata.is_file())?;
    let modified = metadata.modified().ok();
    Some(Found { path: path.to_owned(), size: metadata.len(), modified, trouble: None })
}

/// True for the name of a hidden file, and of what editors, Office and file managers leave beside the work.
pub fn is_leftover(name: &str) -> bool {
    let office = name.starts_with("~$") || name.starts_with(".~");
    let endings = ["~", ".swp", ".tmp", "___jb_tmp___", "___jb_old___"];
    let editor = endings.iter().any(|ending| name.ends_with(ending)) || name.starts_with('#');
    let system = ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str());
    name.starts_with('.') || office || editor || system
}

/// True for a link to a place outside the root: it could publish what nobody meant to publish.
fn leaves(entry: &DirEntry, real_root: &Path) -> bool {
    entry.path_is_symlink() && entry.path().canonicalize().map_or(true, |real| !real.starts_with(real_root))
}

/// The path of a link that leads nowhere or in a circle; any other error is a failing machine.
fn broken_link(error: walkdir::Error) -> io::Result<PathBuf> {
    let path = error.path().map(Path::to_path_buf).unwrap_or_default();
    if error.loop_ancestor().is_some() || (path.is_symlink() && !path.exists()) {
        return Ok(path);
    }
    Err(error.into())
}

/// The path below the root, with `/`; none where it is not text or would be read as another path.
fn relative(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
    let joined = parts?.join("/");
    (!joined.contains('\\')).then_some(joined)
}
