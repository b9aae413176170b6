//! A server by SFTP, on Windows as elsewhere. Outside crates: russh, russh-sftp.

mod connect;
mod host_key;

use super::wire::{RECORD, STEP, runtime, time_for, within};
use super::{Target, Trouble};
use crate::model::PublishPlace;
use crate::publish::secrets::Secrets;
use connect::{Account, Live};
use russh_sftp::client::error::Error;
use russh_sftp::protocol::{FileAttributes, OpenFlags, Packet, StatusCode};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

/// What every server takes in one message.
const PIECE: usize = 32 * 1024;

/// Pieces of a file that are on their way at the same time.
const AHEAD: usize = 16;

/// A folder of a server. The connection is made when it is needed, and again after it broke.
pub(super) struct Sftp {
    account: Account,
    base: String,
    live: tokio::sync::Mutex<Option<Arc<Live>>>,
    /// Folders that are known to be there.
    folders: Mutex<BTreeSet<String>>,
    runtime: Runtime,
}

impl Sftp {
    /// Makes ready; the first step that is asked for connects.
    pub(super) fn open(place: &PublishPlace, secrets: &Secrets) -> Result<Self, Trouble> {
        let PublishPlace::Sftp { path, .. } = place else {
            return Err(Trouble::lasting(
                "程序内部错误：这个目标不是 SFTP",
                "internal error: this target is no SFTP server",
            ));
        };
        Ok(Sftp {
            account: Account::of(place, secrets)?,
            base: path.trim_end_matches('/').to_string(),
            live: tokio::sync::Mutex::new(None),
            folders: Mutex::default(),
            runtime: runtime()?,
        })
    }

    fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }

    /// The connection, made where there is none.
    async fn live(&self) -> Result<Arc<Live>, Trouble> {
        let mut live = self.live.lock().await;
        if let Some(live) = live.as_ref().filter(|live| !live.is_closed()) {
            return Ok(live.clone());
        }
        let fresh = Arc::new(self.account.connect().await?);
        *live = Some(fresh.clone());
        Ok(fresh)
    }

    /// Does a step on the connection, and gives that up where it broke.
    fn step<T>(
        &self,
        time: std::time::Duration,
        act: impl AsyncFnOnce(Arc<Live>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let result = within(&self.runtime, time, async { act(self.live().await?).await });
        if result.as_ref().is_err_and(|trouble| trouble.passing) {
            *self.runtime.block_on(self.live.lock()) = None;
        }
        result
    }

    async fn make_folders(&self, live: &Live, path: &str) -> Result<(), Trouble> {
        let known =
            |folder: &str| self.folders.lock().unwrap_or_else(PoisonError::into_inner).contains(folder);
        let mut missing = Vec::new();
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            if above.is_empty() || known(above) || live.sftp.stat(above).await.is_ok() {
                break;
            }
            missing.push(above);
            folder = above;
        }
        for folder in missing.into_iter().rev() {
            // Another thread may have made it meanwhile.
            if let Err(error) = live.sftp.mkdir(folder, FileAttributes::empty()).await
                && live.sftp.stat(folder).await.is_err()
            {
                let doing = (format!("建立文件夹 `{folder}`"), format!("making the folder `{folder}`"));
                return Err(told(&error).during(&doing.0, &doing.1));
            }
        }
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.folders.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_string());
        }
        Ok(())
    }
}

async fn write(live: &Arc<Live>, path: &str, bytes: &[u8]) -> Result<(), Error> {
    let flags = OpenFlags::WRITE | OpenFlags::CREATE | OpenFlags::TRUNCATE;
    let handle = live.sftp.open(path, flags, FileAttributes::empty()).await?.handle;
    let mut pieces = JoinSet::new();
    for (n, piece) in bytes.chunks(PIECE).enumerate() {
        if pieces.len() >= AHEAD {
            joined(pieces.join_next().await)?;
        }
        let (live, handle, piece) = (live.clone(), handle.clone(), piece.to_vec());
        pieces.spawn(async move { live.sftp.write(handle, (n * PIECE) as u64, piece).await.map(drop) });
    }
    while !pieces.is_empty() {
        joined(pieces.join_next().await)?;
    }
    live.sftp.close(handle).await.map(drop)
}

/// The end of one piece.
fn joined(piece: Option<Result<Result<(), Error>, tokio::task::JoinError>>) -> Result<(), Error> {
    match piece {
        Some(Ok(result)) => result,
        Some(Err(error)) => Err(Error::IO(error.to_string())),
        None => Ok(()),
    }
}

async fn read(live: &Live, path: &str) -> Result<Option<Vec<u8>>, Error> {
    let handle = match live.sftp.open(path, OpenFlags::READ, FileAttributes::empty()).await {
        Err(error) if is(&error, StatusCode::NoSuchFile) => return Ok(None),
        other => other?.handle,
    };
    let mut bytes = Vec::new();
    loop {
        match live.sftp.read(handle.as_str(), bytes.len() as u64, PIECE as u32).await {
            Ok(piece) if piece.data.is_empty() => break,
            Ok(piece) => bytes.extend(piece.data),
            Err(error) if is(&error, StatusCode::Eof) => break,
            Err(error) => return Err(error),
        }
    }
    live.sftp.close(handle).await?;
    Ok(Some(bytes))
}

/// Puts a file in the place of another. Only with the extension of OpenSSH is there no moment without either.
async fn replace(live: &Live, from: &str, to: &str) -> Result<(), Error> {
    if live.replaces {
        let names = [from, to].into_iter().flat_map(|name| {
            let length = u32::try_from(name.len()).unwrap_or(u32::MAX).to_be_bytes();
            length.into_iter().chain(name.bytes())
        });
        return match live.sftp.extended(connect::POSIX_RENAME, names.collect()).await? {
            Packet::Status(status) if status.status_code == StatusCode::Ok => Ok(()),
            Packet::Status(status) => Err(Error::Status(status)),
            _ => Err(Error::UnexpectedPacket),
        };
    }
    match live.sftp.remove(to).await {
        Err(error) if !is(&error, StatusCode::NoSuchFile) => return Err(error),
        _ => {}
    }
    live.sftp.rename(from, to).await.map(drop)
}

fn is(error: &Error, code: StatusCode) -> bool {
    matches!(error, Error::Status(status) if status.status_code == code)
}

/// What the server said.
fn told(error: &Error) -> Trouble {
    let Error::Status(status) = error else {
        return Trouble::passing(format!("连接断了（{error}）"), format!("the connection broke ({error})"));
    };
    let said = &status.error_message;
    match status.status_code {
        StatusCode::PermissionDenied => Trouble::lasting(
            format!("服务器不允许写入（{said}）；请核对目标的 path 和用户的权限"),
            format!("the server forbids it ({said}); look at the target's path and the user's rights"),
        ),
        StatusCode::NoSuchFile => Trouble::lasting(
            format!("服务器上没有这个文件夹（{said}）"),
            format!("there is no such folder on the server ({said})"),
        ),
        StatusCode::NoConnection | StatusCode::ConnectionLost => {
            Trouble::passing(format!("连接断了（{said}）"), format!("the connection broke ({said})"))
        }
        _ => Trouble::lasting(
            format!("服务器没有做到（{said}）；可能是磁盘满了"),
            format!("the server could not do it ({said}); its disk may be full"),
        ),
    }
}

impl Target for Sftp {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let path = self.at(path);
        self.step(RECORD, async move |live| read(&live, &path).await.map_err(|error| told(&error)))
    }

    fn put(&self, path: &str, part: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let (path, part) = (self.at(path), self.at(part));
        self.step(time_for(bytes.len()), async move |live| {
            self.make_folders(&live, &path).await?;
            write(&live, &part, bytes).await.map_err(|error| told(&error))?;
            replace(&live, &part, &path).await.map_err(|error| told(&error))
        })
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        let path = self.at(path);
        self.step(STEP, async move |live| match live.sftp.remove(path).await {
            Err(error) if !is(&error, StatusCode::NoSuchFile) => Err(told(&error)),
            _ => Ok(()),
        })
    }

    fn names(&self) -> Result<Vec<String>, Trouble> {
        let base = if self.base.is_empty() { "/".to_string() } else { self.base.clone() };
        self.step(STEP, async move |live| {
            let handle = match live.sftp.opendir(base).await {
                Err(error) if is(&error, StatusCode::NoSuchFile) => return Ok(Vec::new()),
                other => other.map_err(|error| told(&error))?.handle,
            };
            let mut names = Vec::new();
            loop {
                match live.sftp.readdir(handle.as_str()).await {
                    Ok(some) => names.extend(some.files.into_iter().map(|file| file.filename)),
                    Err(error) if is(&error, StatusCode::Eof) => break,
                    Err(error) => return Err(told(&error)),
                }
            }
            live.sftp.close(handle).await.map_err(|error| told(&error))?;
            Ok(names)
        })
    }

    fn remove_folder(&self, path: &str) {
        let path = self.at(path);
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).remove(&path);
        // Fails where it is not empty, and then it stays.
        let _ = self.step(STEP, async move |live| live.sftp.rmdir(path).await.map_err(|error| told(&error)));
    }

    fn has_parts(&self) -> bool {
        true
    }
}
