//! The other side: is a package, or what was published of it, byte for byte what was packed?

use super::fault::Fault;
use super::files::{self, Files, MOST};
use super::manifest::{self, Entry, MANIFEST, Manifest, NOTE, SHA256, SM3};
use super::sums::Sums;
use crate::model::Language;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What came of a check.
#[derive(Debug)]
pub struct Verified {
    /// The manifest that everything was held to.
    pub manifest: Manifest,
    /// How many files were compared.
    pub compared: usize,
    /// What is not as it should be, in order.
    pub findings: Vec<Finding>,
}

/// A file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The package or folder that was looked at.
    pub within: PathBuf,
    /// The file.
    pub path: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What can be wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// It is in the manifest and not there.
    Missing,
    /// Its bytes are other ones.
    Changed,
    /// It is there and not in the manifest.
    Foreign,
    /// The manifest says that it was removed, and it is there.
    Left,
}

impl Finding {
    /// One line.
    pub fn words(&self, language: Language) -> String {
        let (zh, en) = match self.wrong {
            Wrong::Missing => ("缺少", "missing"),
            Wrong::Changed => ("内容不同", "changed"),
            Wrong::Foreign => ("清单里没有", "not in the manifest"),
            Wrong::Left => ("应已删除", "should be removed"),
        };
        let path: String = self.path.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
        match language {
            Language::Chinese => format!("{zh}：{path}"),
            Language::English => format!("{en}: {path}"),
        }
    }
}

/// Checks a package or an unpacked or published folder by its own manifest; and `against`, a folder, by the
/// manifest of the package.
///
/// # Errors
/// Where there is nothing to check by, or a package that nobody should unpack.
pub fn verify(path: &Path, against: Option<&Path>) -> Result<Verified, Fault> {
    let mut own = files::open(path)?;
    let bytes = own.read(MANIFEST, MOST)?.ok_or_else(|| Fault::NoManifest(path.into()))?;
    let manifest = Manifest::read(&bytes, path)?;
    let mut check = Check { findings: BTreeSet::new(), compared: 0 };
    if path.is_dir() {
        check.published(own.as_mut(), &manifest)?;
    } else {
        check.package(own.as_mut(), &manifest)?;
    }
    check.lists(own.as_mut(), &manifest, &bytes)?;
    if let Some(against) = against {
        check.published(files::open(against)?.as_mut(), &manifest)?;
    }
    Ok(Verified { manifest, compared: check.compared, findings: check.findings.into_iter().collect() })
}

struct Check {
    findings: BTreeSet<Finding>,
    compared: usize,
}

impl Check {
    /// A package has the files of its manifest and its own, and no others.
    fn package(&mut self, files: &mut dyn Files, manifest: &Manifest) -> Result<(), Fault> {
        self.entries(files, manifest.files.iter(), true)?;
        let known: BTreeSet<&str> = manifest.files.iter().map(|entry| entry.path.as_str()).collect();
        self.foreign(files, &known)
    }

    /// A folder has the whole site, also what a package of changes did not bring.
    fn published(&mut self, files: &mut dyn Files, manifest: &Manifest) -> Result<(), Fault> {
        self.entries(files, manifest.site_files(), false)?;
        let removed: BTreeSet<&str> = manifest.removed.iter().map(String::as_str).collect();
        let known: BTreeSet<&str> = manifest.site_files().map(|entry| entry.path.as_str()).collect();
        for path in files.paths()?.iter().filter(|path| removed.contains(path.as_str())) {
            self.find(files, path, Wrong::Left);
        }
        self.foreign(files, &known.union(&removed).copied().collect())
    }

    fn entries<'a>(
        &mut self,
        files: &mut dyn Files,
        entries: impl Iterator<Item = &'a Entry>,
        distrust: bool,
    ) -> Result<(), Fault> {
        for entry in entries {
            self.compared += 1;
            match files.sums(&entry.path, entry.size)? {
                None => self.find(files, &entry.path, Wrong::Missing),
                // Of a package that unpacks to more than it says, nothing more is read.
                Some(sums) if distrust && sums.size > entry.size => {
                    return Err(Fault::Large(entry.path.clone()));
                }
                Some(sums) if !entry.is(&sums) => self.find(files, &entry.path, Wrong::Changed),
                Some(_) => {}
            }
        }
        Ok(())
    }

    fn foreign(&mut self, files: &dyn Files, known: &BTreeSet<&str>) -> Result<(), Fault> {
        for path in files.paths()? {
            if !known.contains(path.as_str()) && ![MANIFEST, SHA256, SM3, NOTE].contains(&path.as_str()) {
                self.find(files, &path, Wrong::Foreign);
            }
        }
        Ok(())
    }

    /// The lists for those without this program say the same as the manifest.
    fn lists(&mut self, files: &mut dyn Files, manifest: &Manifest, bytes: &[u8]) -> Result<(), Fault> {
        let mut listed = manifest.files.clone();
        listed.push(Entry::new(MANIFEST, &Sums::of(bytes)));
        if let Some(note) = files.sums(NOTE, MOST)? {
            listed.push(Entry::new(NOTE, &note));
        }
        let lists =
            [(SHA256, manifest::sha256_lines(listed.iter())), (SM3, manifest::sm3_lines(listed.iter()))];
        for (name, lines) in lists {
            match files.read(name, MOST)? {
                None => self.find(files, name, Wrong::Missing),
                Some(found) if found != lines => self.find(files, name, Wrong::Changed),
                Some(_) => {}
            }
        }
        Ok(())
    }

    fn find(&mut self, files: &dyn Files, path: &str, wrong: Wrong) {
        self.findings.insert(Finding { within: files.origin().into(), path: path.into(), wrong });
    }
}
