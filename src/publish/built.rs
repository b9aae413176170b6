//! What is to stand at the target: path -> size and hash. Outside crate: sha2.

use super::trouble::Trouble;
use crate::output::Standing;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A file by what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Length in bytes.
    pub size: u64,
    /// SHA-256, in lower-case hexadecimal.
    pub sha256: String,
}

impl Content {
    /// Of bytes in memory.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let hash = Sha256::digest(bytes);
        let sha256 = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        Content { size: bytes.len() as u64, sha256 }
    }
}

/// Reads every file of the build once.
pub(super) fn read(standing: &Standing) -> Result<BTreeMap<String, Content>, Trouble> {
    let read = |path: &String| Ok((path.clone(), Content::of(&bytes(&standing.output, path)?)));
    standing.files.keys().collect::<Vec<_>>().into_par_iter().map(read).collect()
}

/// A file of the build.
pub(super) fn bytes(output: &Path, path: &str) -> Result<Vec<u8>, Trouble> {
    fs::read(output.join(path)).map_err(|error| Trouble::local("读取", "read", path, &error))
}
