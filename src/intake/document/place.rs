//! Files -> the disk: all of them, or none; nothing that is there is touched.

use super::{File, Refusal};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes the files below `root`. The folder of the policy comes last, whole, by its name: a run that is
/// cut short leaves no half policy.
///
/// # Errors
/// When a file or the policy's folder is there already, when the folder of the content leads out of the
/// site, or when the machine fails; then nothing stays written.
pub fn put(root: &Path, files: &[File]) -> Result<(), Refusal> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |error: io::Error| Refusal::Machine(path.clone(), error)
    };
    let mut done = Done::default();
    free(root, files)?;
    let policies = root.join("content/policies");
    done.make(&policies).map_err(failed(&policies))?;
    let inside = fs::canonicalize(root).and_then(|root| Ok(fs::canonicalize(&policies)?.starts_with(root)));
    if !inside.map_err(failed(&policies))? {
        return Err(Refusal::Outside(policies));
    }
    // Hidden, so that a build in between does not see it.
    let staging = policies.join(format!(".import-{}", std::process::id()));
    done.make(&staging).map_err(failed(&staging))?;
    let mut target = None;
    for file in files {
        let path = match folder(&file.path) {
            Some(folder) => {
                target = Some(root.join(folder));
                staging.join(file.path[folder.len()..].trim_start_matches('/'))
            }
            None => root.join(&file.path),
        };
        match done.write(&path, &file.text) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(Refusal::Taken(path)),
            Err(error) => return Err(Refusal::Machine(path, error)),
        }
    }
    if let Some(target) = target {
        // Renaming could replace a folder that has just been made, were it empty.
        if is_there(&target) {
            return Err(Refusal::Taken(target));
        }
        fs::rename(&staging, &target).map_err(failed(&target))?;
    }
    done.keep = true;
    Ok(())
}

/// Whether nothing of that name is there yet.
///
/// # Errors
/// Names the file or folder that is there.
pub fn free(root: &Path, files: &[File]) -> Result<(), Refusal> {
    for file in files {
        let path = root.join(&file.path);
        let taken = folder(&file.path).map(|folder| root.join(folder)).filter(|folder| is_there(folder));
        if let Some(taken) = taken.or_else(|| is_there(&path).then(|| path.clone())) {
            return Err(Refusal::Taken(taken));
        }
    }
    Ok(())
}

/// `content/policies/ID` of a path below it.
fn folder(path: &str) -> Option<&str> {
    let below = path.strip_prefix("content/policies/")?;
    let (id, _) = below.split_once('/')?;
    Some(&path[..path.len() - below.len() + id.len()])
}

/// True where anything has this name, also a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// What was made so far, taken away again unless all went well.
#[derive(Default)]
struct Done {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    keep: bool,
}

impl Done {
    /// Makes a folder and those that it needs.
    fn make(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.exists()).collect();
        for path in missing.into_iter().rev() {
            fs::create_dir(path)?;
            self.folders.push(path.to_path_buf());
        }
        Ok(())
    }

    /// Writes a file that is not there.
    fn write(&mut self, path: &Path, text: &str) -> io::Result<()> {
        if let Some(parent) = path.parent() {
            self.make(parent)?;
        }
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        self.files.push(path.to_path_buf());
        file.write_all(text.as_bytes())
    }
}

impl Drop for Done {
    fn drop(&mut self) {
        if self.keep {
            return;
        }
        // Whatever cannot be taken away was not ours alone; the sentence of the refusal stands.
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
