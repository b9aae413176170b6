//! `manifest.json` of a package: what it is, and every file of the site with its sums.
//!
//! It is an interface between two sides that may have different programs: keys are never renamed, unknown ones
//! are passed over, and `version` rises when an older program could no longer read it rightly.

use super::fault::Fault;
use super::sums::Sums;
use crate::plan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::Path;

/// The version that this program writes.
const VERSION: u32 = 1;

/// The manifest's own name.
pub(super) const MANIFEST: &str = "manifest.json";
/// Sums for `sha256sum -c`.
pub(super) const SHA256: &str = "SHA256SUMS";
/// Sums for `cksum -a sm3 -c`, and as `openssl dgst -sm3` prints them.
pub(super) const SM3: &str = "SM3SUMS";
/// What changed, for people; only in a package of changes.
pub(super) const NOTE: &str = "UPDATE.txt";

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// 1.
    pub version: u32,
    /// The program that made it: `gongbao 0.1.0`.
    pub tool: String,
    /// The site's title.
    pub site: String,
    /// The address that it is made for, if it has one.
    pub base_url: Option<String>,
    /// The day on which the site counts as built.
    pub as_of: String,
    /// Of a package of changes: what they are changes to.
    #[serde(default)]
    pub since: Option<Since>,
    /// The site's files that are in the package, by path.
    pub files: Vec<Entry>,
    /// Of a package of changes: the site's files that are as they were, and not in the package.
    #[serde(default)]
    pub unchanged: Vec<Entry>,
    /// Of a package of changes: the files that the site has no longer.
    #[serde(default)]
    pub removed: Vec<String>,
}

/// The package that a package of changes follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Since {
    /// Its file's name.
    pub package: String,
    /// Its day.
    pub as_of: String,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// From the top of the site, with `/`.
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// SHA-256.
    pub sha256: String,
    /// SM3.
    pub sm3: String,
}

impl Entry {
    /// A file with these sums.
    pub(super) fn new(path: &str, sums: &Sums) -> Entry {
        Entry { path: path.into(), size: sums.size, sha256: sums.sha256.clone(), sm3: sums.sm3.clone() }
    }

    /// True where a file has these sums.
    pub(super) fn is(&self, sums: &Sums) -> bool {
        self.size == sums.size && self.sha256 == sums.sha256 && self.sm3 == sums.sm3
    }
}

impl Manifest {
    /// Of a whole site.
    pub(super) fn of(site: &str, base_url: Option<&str>, as_of: &str, files: Vec<Entry>) -> Manifest {
        Manifest {
            version: VERSION,
            tool: concat!("gongbao ", env!("CARGO_PKG_VERSION")).into(),
            site: site.into(),
            base_url: base_url.map(Into::into),
            as_of: as_of.into(),
            since: None,
            files,
            unchanged: Vec::new(),
            removed: Vec::new(),
        }
    }

    /// Reads one that came from elsewhere. `from` names it in messages.
    ///
    /// # Errors
    /// Where it is of a newer program, is no manifest, or has names that cannot be used.
    pub(super) fn read(bytes: &[u8], from: &Path) -> Result<Manifest, Fault> {
        let wrong = |why: serde_json::Error| Fault::Manifest(from.into(), why.to_string());
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(wrong)?;
        if value["version"].as_u64().is_some_and(|version| version > u64::from(VERSION)) {
            return Err(Fault::Newer(from.into()));
        }
        let manifest: Manifest = serde_json::from_value(value).map_err(wrong)?;
        let mut seen = BTreeSet::new();
        let listed = manifest.files.iter().chain(&manifest.unchanged).map(|entry| &entry.path);
        for path in listed.chain(&manifest.removed) {
            if let Some(why) = plan::fault(path) {
                return Err(Fault::Name(path.clone(), why));
            }
            if !seen.insert(path.to_ascii_lowercase()) {
                return Err(Fault::Twice(from.into()));
            }
        }
        Ok(manifest)
    }

    /// As it is written: indented, so that a webmaster can read it.
    pub(super) fn to_json(&self) -> Vec<u8> {
        // Only a map with keys that are no strings, or a failing writer, could fail here.
        let mut text = serde_json::to_vec_pretty(self).expect("a manifest is plain data");
        text.push(b'\n');
        text
    }

    /// Every file of the site: those in the package, and those that are as they were.
    pub(super) fn site_files(&self) -> impl Iterator<Item = &Entry> {
        self.files.iter().chain(&self.unchanged)
    }
}

/// The lines of `SHA256SUMS`: `sha256sum -c SHA256SUMS` checks them.
pub(super) fn sha256_lines<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<u8> {
    entries.map(|entry| format!("{}  {}\n", entry.sha256, entry.path)).collect::<String>().into_bytes()
}

/// The lines of `SM3SUMS`, as `openssl dgst -sm3` prints them; `cksum -a sm3 -c SM3SUMS` checks them.
pub(super) fn sm3_lines<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<u8> {
    entries.map(|entry| format!("SM3({})= {}\n", entry.path, entry.sm3)).collect::<String>().into_bytes()
}
