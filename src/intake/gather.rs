//! Published `data/site.json` files -> `content/gathered/`: what several sites say of themselves.
//!
//! A source is such a file, a folder that a site was built or copied into, or a folder of either. A site
//! that is there already is known by its address, and only a newer or equal account takes its place.

use crate::content::{self, NotPublished};
use crate::model::{FileId, GatheredSite, Place};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where they go, below the site's root.
pub const FOLDER: &str = "content/gathered";

/// The largest file that is read: the data of some ten thousand policies.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What was found at a path that was named, and what became of it.
#[derive(Debug)]
pub struct Found {
    /// The file.
    pub file: PathBuf,
    /// Its site, and what was done with it; else why not.
    pub site: Result<(GatheredSite, Done), Refused>,
}

/// What was done with a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was not there before.
    New,
    /// It took the place of an older account of the same site.
    Renewed,
    /// The very same bytes were there.
    Unchanged,
    /// The account that is there is newer; it stays.
    Older,
}

/// Why a file was not taken.
#[derive(Debug)]
pub enum Refused {
    /// It is no site's data.
    NotPublished(NotPublished),
    /// It cannot be read or written, or is no UTF-8.
    Failed(io::Error),
    /// Its id is that of another site; a name of its own is needed.
    Taken(String),
    /// No id can be made of its title.
    Nameless,
}

/// The files that a path stands for, sorted; none where nothing of the kind is there.
///
/// # Errors
/// When a folder cannot be read, or there is nothing at the path.
pub fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let own = path.join("data/site.json");
    if own.is_file() {
        return Ok(vec![own]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path)? {
        let below = entry?.path();
        if below.is_dir() {
            found.extend(Some(below.join("data/site.json")).filter(|file| file.is_file()));
        } else if below.extension().is_some_and(|ending| ending == "json") {
            found.push(below);
        }
    }
    found.sort();
    Ok(found)
}

/// Takes the files in; `id` names a single one. With `dry` nothing is written.
pub fn take(root: &Path, files: &[PathBuf], id: Option<&str>, dry: bool) -> Vec<Found> {
    let mut there = there(root);
    let one = |file: &PathBuf| {
        let site = one(root, file, id, dry, &mut there);
        Found { file: file.clone(), site }
    };
    files.iter().map(one).collect()
}

/// The sites that are there already, by file name.
fn there(root: &Path) -> Vec<GatheredSite> {
    let Ok(files) = files(&root.join(FOLDER)) else { return Vec::new() };
    let read = |file: &PathBuf| {
        let id = file.file_stem()?.to_str()?;
        content::published_site(id, &fs::read_to_string(file).ok()?, Place::new(FileId(0), 0, 0)).ok()
    };
    files.iter().filter_map(read).collect()
}

fn one(
    root: &Path,
    file: &Path,
    id: Option<&str>,
    dry: bool,
    there: &mut Vec<GatheredSite>,
) -> Result<(GatheredSite, Done), Refused> {
    let size = fs::metadata(file).map_err(Refused::Failed)?.len();
    if size > LARGEST {
        return Err(Refused::Failed(io::Error::new(io::ErrorKind::FileTooLarge, format!("{size} bytes"))));
    }
    let text = fs::read_to_string(file).map_err(Refused::Failed)?;
    let read = |id: &str| content::published_site(id, &text, Place::new(FileId(0), 0, 0));
    let mut site = read("").map_err(Refused::NotPublished)?;
    let same = |old: &&GatheredSite| match (&old.base_url, &site.base_url) {
        (Some(old), Some(new)) => old == new,
        _ => old.title == site.title && old.organisation == site.organisation,
    };
    let before = there.iter().find(same);
    site.id = match (before, id) {
        (Some(before), _) => before.id.clone(),
        (None, Some(id)) => id.to_string(),
        (None, None) => name(file, &site),
    };
    if !content::is_id(&site.id) {
        return Err(Refused::Nameless);
    }
    if before.is_none() && there.iter().any(|old| old.id == site.id) {
        return Err(Refused::Taken(site.id));
    }
    let target = root.join(FOLDER).join(format!("{}.json", site.id));
    let done = match before {
        None => Done::New,
        Some(_) if fs::read_to_string(&target).is_ok_and(|old| old == text) => Done::Unchanged,
        Some(before) if before.as_of() > site.as_of() => Done::Older,
        Some(_) => Done::Renewed,
    };
    if !dry && matches!(done, Done::New | Done::Renewed) {
        write(&target, &text).map_err(Refused::Failed)?;
    }
    if matches!(done, Done::New | Done::Renewed) {
        there.retain(|old| old.id != site.id);
        there.push(site.clone());
    }
    Ok((site, done))
}

/// The file's name, or that of the folder which the site was copied into; else the title in pinyin.
fn name(file: &Path, site: &GatheredSite) -> String {
    let text =
        |path: Option<&Path>| path.and_then(|path| path.file_name()?.to_str()).map(str::to_ascii_lowercase);
    let own = match text(Some(file)).as_deref() {
        Some("site.json") => {
            text(file.parent().filter(|folder| folder.ends_with("data")).and_then(Path::parent))
        }
        name => name.map(|name| name.trim_end_matches(".json").to_string()),
    };
    let generic = |name: &String| ["output", "public", "html", "www", "site"].contains(&name.as_str());
    own.filter(|name| content::is_id(name) && !generic(name)).unwrap_or_else(|| content::id_of(&site.title))
}

/// Beside the place, then into it: whoever reads sees the old file or the new one.
fn write(target: &Path, text: &str) -> io::Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let beside = target.with_extension("json.new");
    let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, target));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}
