//! A folder of this machine, such as a mounted drive that a web server reads.

use super::Target;
use crate::publish::trouble::Trouble;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A folder.
pub(super) struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Opens it; it need not exist. What the site is made from, and what is built, is no target.
    pub(super) fn open(path: &str, root: &Path, output: &Path) -> Result<Self, Trouble> {
        let path = root.join(path);
        let own = real(&path);
        let inside = ["content", "themes", ".gongbao"].map(|name| real(&root.join(name)));
        let touches = |other: &Path| own.starts_with(other) || other.starts_with(&own);
        if touches(&real(output)) || inside.iter().any(|folder| touches(folder)) {
            return Err(Trouble::lasting(
                format!(
                    "`{}` 是站点的原始资料或输出文件夹，或在其中、包含它们，不能作为发布目标",
                    path.display()
                ),
                format!(
                    "`{}` is, contains or is inside what the site is made from or its output folder, so it is no target",
                    path.display()
                ),
            ));
        }
        Ok(Folder { path })
    }

    fn at(&self, path: &str) -> PathBuf {
        self.path.join(path)
    }
}

/// The path without symbolic links, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for there in absolute.ancestors() {
        if let Ok(found) = fs::canonicalize(there) {
            let rest = absolute.strip_prefix(there).unwrap_or(Path::new(""));
            return if rest.as_os_str().is_empty() { found } else { found.join(rest) };
        }
    }
    absolute
}

/// A full disk may be emptied, but not in a moment; a file that a server or scanner holds is soon free.
fn trouble(zh: &'static str, en: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Trouble {
    move |error| {
        let told = Trouble::local(zh, en, &path.display().to_string(), &error);
        let busy = matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::Interrupted)
            || cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied;
        told.that_may_pass(busy)
    }
}

impl Target for Folder {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let path = self.at(path);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(trouble("读取", "read", &path)(error)),
        }
    }

    fn put(&self, path: &str, part: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let (path, part) = (self.at(path), self.at(part));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(trouble("建立文件夹", "make the folder", folder))?;
        }
        let written = fs::File::create(&part).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        let put = written.and_then(|()| fs::rename(&part, &path));
        put.map_err(|error| {
            // Half a file is nobody's; if this fails too, the next run replaces it.
            let _ = fs::remove_file(&part);
            trouble("写入", "write", &path)(error)
        })
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        let path = self.at(path);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(trouble("删除", "remove", &path)(error))
            }
            _ => Ok(()),
        }
    }

    fn names(&self) -> Result<Vec<String>, Trouble> {
        let failed = trouble("列出", "list", &self.path);
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(failed(error)),
        };
        let names: io::Result<Vec<String>> =
            entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect();
        names.map_err(failed)
    }

    fn remove_folder(&self, path: &str) {
        // Fails where it is not empty, and then it stays.
        let _ = fs::remove_dir(self.at(path));
    }

    fn has_parts(&self) -> bool {
        true
    }
}
