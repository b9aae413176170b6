//! The folder of packages: what a package is called, which one came last, and that none is ever overwritten.
//!
//! A package that was handed over is a record of what was published. So another one of the same day gets a
//! number of its own, `SITE-2024-07-15-2.zip`, and the same bytes are not written twice.

use super::fault::Fault;
use super::files::{Files as _, MOST};
use super::manifest::{MANIFEST, Manifest};
use super::zip::Archive;
use crate::content;
use crate::model::parse_date;
use jiff::civil::Date;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The longest part of a name that says which site it is.
const LONGEST: usize = 40;

/// What packages of a site begin with: its title in letters that every system takes.
pub(super) fn stem(title: &str) -> String {
    let id: String = content::id_of(title).chars().take(LONGEST).collect();
    let id = id.trim_end_matches('-');
    if id.is_empty() { "site".into() } else { id.into() }
}

/// The whole package that came last, not after this day; none where there is none.
///
/// # Errors
/// Where the folder cannot be read.
pub(super) fn newest(folder: &Path, stem: &str, upto: Date) -> Result<Option<PathBuf>, Fault> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Fault::Machine(folder.into(), error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(Fault::at(folder))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if let Some(order) = whole(&name, stem).filter(|(day, _)| *day <= upto) {
            found.push((order, path));
        }
    }
    Ok(found.into_iter().max().map(|(_, path)| path))
}

/// Day and number of a whole package, by its name: `SITE-2024-07-15.zip` is the first of its day.
fn whole(name: &str, stem: &str) -> Option<(Date, u32)> {
    let rest = name.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(".zip")?;
    let day = parse_date(rest.get(..10)?)?;
    let number = match rest.get(10..)? {
        "" => 1,
        rest => rest.strip_prefix('-')?.parse().ok()?,
    };
    Some((day, number))
}

/// A package with its manifest.
///
/// # Errors
/// Where it is none.
pub(super) fn read(path: &Path) -> Result<(Archive, Manifest), Fault> {
    if !path.exists() {
        return Err(Fault::NotThere(path.into()));
    }
    let mut archive = Archive::open(path)?;
    let bytes = archive.read(MANIFEST, MOST)?.ok_or_else(|| Fault::NoManifest(path.into()))?;
    let manifest = Manifest::read(&bytes, path)?;
    Ok((archive, manifest))
}

/// Where bytes came to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// In a new file.
    New,
    /// In a new file with a number, beside another of the same day.
    Beside,
    /// They stood there already.
    Same,
}

/// Writes a package under a name that is free, or finds it there. A reader never sees half a file.
///
/// # Errors
/// When the machine fails.
pub(super) fn put(folder: &Path, name: &str, ending: &str, bytes: &[u8]) -> Result<(PathBuf, Put), Fault> {
    fs::create_dir_all(folder).map_err(Fault::at(folder))?;
    let mut number = 1;
    loop {
        let file = match number {
            1 => format!("{name}{ending}"),
            n => format!("{name}-{n}{ending}"),
        };
        let path = folder.join(file);
        match fs::metadata(&path) {
            Err(_) => {
                write(&path, bytes)?;
                return Ok((path, if number == 1 { Put::New } else { Put::Beside }));
            }
            Ok(metadata) if metadata.len() == bytes.len() as u64 => {
                if fs::read(&path).map_err(Fault::at(&path))? == bytes {
                    return Ok((path, Put::Same));
                }
            }
            Ok(_) => {}
        }
        number += 1;
    }
}

/// Writes a file whole: beside its place first, then there.
///
/// # Errors
/// When the machine fails.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Fault::at(folder))?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    fs::write(&beside, bytes).map_err(Fault::at(&beside))?;
    fs::rename(&beside, path).map_err(Fault::at(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_known_by_its_name() {
        let day = jiff::civil::date(2024, 7, 15);
        assert_eq!(stem("万州区政策进展公开"), "wanzhouquzhengcejinzhangongkai");
        assert_eq!(stem("！"), "site");
        assert_eq!(whole("a-2024-07-15.zip", "a"), Some((day, 1)));
        assert_eq!(whole("a-2024-07-15-2.zip", "a"), Some((day, 2)));
        assert_eq!(whole("a-2024-07-15-since-2024-06-15.zip", "a"), None);
        assert_eq!(whole("b-2024-07-15.zip", "a"), None);
        assert_eq!(whole("a-2024-07-15.zip.part", "a"), None);
    }
}
