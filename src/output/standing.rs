//! What stands in an output folder: asked by those who hand it on. While the answer lives, no build writes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::folders::Folders;
use super::lock::Lock;
use super::manifest::Manifest;
use super::open::recover;
use super::refusal::Refusal;

/// The files of a finished build.
#[derive(Debug)]
pub struct Standing {
    /// The output folder.
    pub output: PathBuf,
    /// Each file and its size in bytes.
    pub files: BTreeMap<String, u64>,
    /// Files that are no longer as they were built: changed by hand, or gone.
    pub changed: Vec<String>,
    /// Held so that no build writes meanwhile.
    _lock: Lock,
}

/// Reads what the last build left; a commit that was interrupted is finished first. None where no build
/// of ours ever filled the folder. `root` is the folder that has `content/` and `themes/`.
pub fn standing(output: &Path, root: &Path) -> Result<Option<Standing>, Refusal> {
    let folders = Folders::find(output, root)?;
    if !folders.manifest().exists() && !folders.journal().exists() {
        return Ok(None);
    }
    let lock = Lock::take(&folders)?;
    recover(&folders)?;
    let Some(manifest) = Manifest::read(&folders.manifest())? else { return Ok(None) };
    let changed = manifest.files.iter().filter(|(path, entry)| {
        let target = folders.target(path);
        manifest.stands(&target, entry).is_none()
    });
    let changed = changed.map(|(path, _)| path.clone()).collect();
    let files = manifest.files.iter().map(|(path, entry)| (path.clone(), entry.digest.size)).collect();
    Ok(Some(Standing { output: folders.output, files, changed, _lock: lock }))
}
