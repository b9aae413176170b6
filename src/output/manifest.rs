//! What the last build left in the output folder: path -> size, hash, time and inputs.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::digest::{Digest, hex};
use super::failure::{Action, Failure};
use super::refusal::Refusal;
use crate::plan::fault;

/// Rises when a manifest of an older version can no longer be read.
const VERSION: u32 = 1;

/// All files of a build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    version: u32,
    /// By path.
    pub(super) files: BTreeMap<String, Entry>,
    /// When the manifest itself was written.
    #[serde(skip)]
    written: i64,
}

/// One file of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// What was written.
    pub(super) digest: Digest,
    /// The file's time of modification, in nanoseconds since 1970: same time and size, same file.
    pub(super) modified: i64,
    /// The hash of what a dear file was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) inputs: Option<Inputs>,
}

/// A hash of inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Inputs(#[serde(with = "hex")] pub(super) u128);

impl Default for Manifest {
    fn default() -> Self {
        Manifest { version: VERSION, files: BTreeMap::new(), written: i64::MIN }
    }
}

impl Manifest {
    /// The manifest of these files.
    pub(super) fn of(files: BTreeMap<String, Entry>) -> Self {
        Manifest { files, ..Manifest::default() }
    }

    /// Reads the manifest; none where no build was committed.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, Refusal> {
        let text = match fs::read(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::machine(Action::Read, path)(error).into()),
        };
        let metadata = fs::metadata(path).map_err(Failure::machine(Action::Read, path))?;
        match serde_json::from_slice::<Manifest>(&text) {
            // A path that leads out of the folder would have us remove other people's files.
            Ok(manifest)
                if manifest.version == VERSION && manifest.files.keys().all(|path| fault(path).is_none()) =>
            {
                Ok(Some(Manifest { written: modified(&metadata), ..manifest }))
            }
            _ => Err(Refusal::Unreadable(path.to_owned())),
        }
    }

    /// The bytes to write.
    pub(super) fn to_json(&self) -> Vec<u8> {
        // Only a map with keys that are no strings, or a failing writer, could fail here.
        let mut text = serde_json::to_vec(self).expect("a manifest is plain data");
        text.push(b'\n');
        text
    }

    /// Whether the file on disk is the one that was written; if so, its present time of modification.
    ///
    /// Its time speaks for it only where that is older than the manifest: within one tick of the clock
    /// somebody may have changed it after us. Otherwise its bytes are compared.
    pub(super) fn stands(&self, file: &Path, entry: &Entry) -> Option<i64> {
        let metadata = fs::symlink_metadata(file).ok()?;
        if !metadata.is_file() || metadata.len() != entry.digest.size {
            return None;
        }
        let now = modified(&metadata);
        let trusted = now == entry.modified && now < self.written;
        (trusted || Digest::of_file(file).is_ok_and(|digest| digest == entry.digest)).then_some(now)
    }
}

/// A file's time of modification, in nanoseconds; the same unlikely time where a system keeps none.
pub(super) fn modified(metadata: &Metadata) -> i64 {
    let Ok(time) = metadata.modified() else { return i64::MAX };
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MAX, |nanos| -nanos),
    }
}
