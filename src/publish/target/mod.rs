//! What a target can do, whatever it is.

mod folder;
#[cfg(feature = "publish")]
mod sftp;
#[cfg(feature = "publish")]
mod store;
#[cfg(feature = "publish")]
mod wire;

use super::secrets::Secrets;
use super::trouble::Trouble;
use crate::model::{PublishPlace, PublishTarget};
use crate::output::Standing;
use std::path::Path;

/// A place that files are put at. Paths are those of the build: relative, with `/`.
pub(super) trait Target: Sync {
    /// A file's bytes; none where there is no such file.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble>;

    /// Puts a file, with the folders above it. A reader sees the old one or the new one, whole; where that
    /// takes a name to travel under, it is `part`, in the same folder.
    fn put(&self, path: &str, part: &str, bytes: &[u8]) -> Result<(), Trouble>;

    /// Removes a file; one that is missing is fine.
    fn remove(&self, path: &str) -> Result<(), Trouble>;

    /// The names of what is at the top; none where the place does not exist yet.
    fn names(&self) -> Result<Vec<String>, Trouble>;

    /// Removes a folder that has nothing in it, where that can be done without a danger to others' files.
    fn remove_folder(&self, path: &str);

    /// Whether files travel under another name.
    fn has_parts(&self) -> bool;
}

/// Connects to a target.
pub(super) fn connect(
    to: &PublishTarget,
    standing: &Standing,
    root: &Path,
    secrets: &Secrets,
) -> Result<Box<dyn Target>, Trouble> {
    match &to.place {
        PublishPlace::Folder { path } => Ok(Box::new(folder::Folder::open(path, root, &standing.output)?)),
        other => connect_to_server(other, secrets),
    }
}

#[cfg(feature = "publish")]
fn connect_to_server(place: &PublishPlace, secrets: &Secrets) -> Result<Box<dyn Target>, Trouble> {
    match place {
        PublishPlace::Sftp { .. } => Ok(Box::new(sftp::Sftp::open(place, secrets)?)),
        _ => Ok(Box::new(store::Store::open(place, secrets)?)),
    }
}

#[cfg(not(feature = "publish"))]
fn connect_to_server(_: &PublishPlace, _: &Secrets) -> Result<Box<dyn Target>, Trouble> {
    Err(Trouble::lasting(
        "这个 gongbao 不含发布到服务器的部分，只能发布到文件夹；请用发行版，或用 `cargo install gongbao --features publish` 安装",
        "this gongbao was built without publishing to servers and can only publish to a folder; take a release, or install it with `cargo install gongbao --features publish`",
    ))
}
