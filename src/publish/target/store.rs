//! S3-compatible stores and WebDAV servers. Outside crates: opendal, rustls.

use super::wire::{RECORD, STEP, runtime, time_for, within};
use super::{Target, Trouble};
use crate::model::{PublishPlace, is_readable_on_the_way};
use crate::publish::secrets::Secrets;
use opendal::services::{S3, Webdav};
use opendal::{ErrorKind, Operator};
use tokio::runtime::Runtime;

/// A store or a server, and how a file is put there.
pub(super) struct Store {
    operator: Operator,
    runtime: Runtime,
    /// True where a file is sent under another name and then moved: a PUT of WebDAV may be seen half done.
    moves: bool,
}

impl Store {
    /// Makes ready; the first step that is asked for connects.
    pub(super) fn open(place: &PublishPlace, secrets: &Secrets) -> Result<Self, Trouble> {
        // Fails only where it was done before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let runtime = runtime()?;
        let (operator, moves) = match place {
            PublishPlace::S3 { endpoint, bucket, region, prefix, virtual_host } => {
                let mut store = S3::default()
                    .endpoint(endpoint)
                    .bucket(bucket)
                    .region(region)
                    .root(&format!("/{prefix}"))
                    .access_key_id(secrets.needed("ACCESS_KEY_ID")?)
                    .secret_access_key(secrets.needed("SECRET_ACCESS_KEY")?)
                    .disable_config_load()
                    .disable_ec2_metadata();
                if let Some(token) = secrets.get("SESSION_TOKEN") {
                    store = store.session_token(token);
                }
                if *virtual_host {
                    store = store.enable_virtual_host_style();
                }
                (Operator::new(store).map_err(|error| told(&error))?.finish(), false)
            }
            PublishPlace::WebDav { url, user } => {
                let mut server = Webdav::default().endpoint(url).root("/");
                if let Some(user) = secrets.get("USER").or(user.as_deref()) {
                    if is_readable_on_the_way(url) {
                        return Err(unsafe_password());
                    }
                    server = server.username(user).password(secrets.needed("PASSWORD")?);
                }
                (Operator::new(server).map_err(|error| told(&error))?.finish(), true)
            }
            // The caller sends other places elsewhere.
            _ => {
                return Err(Trouble::lasting(
                    "程序内部错误：这个目标不是对象存储",
                    "internal error: this target is no store",
                ));
            }
        };
        Ok(Store { operator, runtime, moves })
    }
}

fn unsafe_password() -> Trouble {
    Trouble::lasting(
        "网址以 http:// 开头，密码在途中会被别人看到，所以没有发送；请改成 https://",
        "the address begins with http://, so others could read the password on its way; it was not sent: write https://",
    )
}

/// What went wrong. The library repeats what the server answered, so it is scrubbed before it is printed.
fn told(error: &opendal::Error) -> Trouble {
    let text = error.to_string();
    let status = status(&text);
    let (zh, en) = match (error.kind(), status) {
        (_, Some(401 | 403)) | (ErrorKind::PermissionDenied, _) => (
            "服务器不接受这个用户名和密码（或密钥），或不允许写入",
            "the server refuses these credentials, or forbids writing",
        ),
        (_, Some(507 | 413)) => ("服务器的空间不够", "the server has not enough space"),
        (_, Some(405 | 501)) => {
            ("这个网址不提供 WebDAV；请核对", "there is no WebDAV at this address; look at it again")
        }
        (ErrorKind::NotFound, _) => (
            "服务器说没有这个地方；请核对网址和桶",
            "the server says that there is no such place; look at the address and the bucket",
        ),
        (ErrorKind::RateLimited, _) | (_, Some(429 | 500..600)) => ("服务器忙", "the server is busy"),
        (ErrorKind::ConfigInvalid, _) => ("目标的设置不完整", "the settings of the target are incomplete"),
        (_, Some(_)) => ("服务器没有接受", "the server did not take it"),
        (_, None) => ("连不上服务器，或连接断了", "the server cannot be reached, or the connection broke"),
    };
    let said = said(error, &text, status);
    let passing = error.is_temporary() || error.kind() == ErrorKind::RateLimited;
    let lasts = matches!(status, Some(401 | 403 | 405 | 413 | 501 | 507));
    Trouble::lasting(format!("{zh}（{said}）"), format!("{en} ({said})")).that_may_pass(passing && !lasts)
}

/// The status of HTTP in the words of the library.
fn status(text: &str) -> Option<u16> {
    let digits = text.split("status: ").nth(1)?;
    digits.get(..3)?.parse().ok()
}

/// The message of the server or, where it was not reached, the first cause; the rest is for programmers.
fn said(error: &opendal::Error, text: &str, status: Option<u16>) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    let message = match (status, text.split_once(" => ")) {
        (Some(_), Some((_, message))) => message.to_string(),
        (Some(_), None) => String::new(),
        (None, _) => cause.to_string(),
    };
    let message: String =
        message.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(300).collect();
    match (status, message.is_empty()) {
        (Some(status), true) => format!("HTTP {status}"),
        (Some(status), false) => format!("HTTP {status}: {message}"),
        (None, _) => message,
    }
}

impl Target for Store {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        within(&self.runtime, RECORD, async {
            match self.operator.read(path).await {
                Ok(bytes) => Ok(Some(bytes.to_vec())),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(error) => Err(told(&error)),
            }
        })
    }

    fn put(&self, path: &str, part: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let name = if self.moves { part } else { path };
        within(&self.runtime, time_for(bytes.len()), async {
            let write = self.operator.write_with(name, bytes.to_vec()).content_type(content_type(path));
            write.await.map_err(|error| told(&error))?;
            if self.moves {
                self.operator.rename(part, path).await.map_err(|error| told(&error))?;
            }
            Ok(())
        })
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        within(&self.runtime, STEP, async {
            match self.operator.delete(path).await {
                Err(error) if error.kind() != ErrorKind::NotFound => Err(told(&error)),
                _ => Ok(()),
            }
        })
    }

    fn names(&self) -> Result<Vec<String>, Trouble> {
        within(&self.runtime, RECORD, async {
            match self.operator.list("/").await {
                Ok(entries) => {
                    Ok(entries.iter().map(|entry| entry.name().trim_end_matches('/').to_string()).collect())
                }
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
                Err(error) => Err(told(&error)),
            }
        })
    }

    /// A store has no folders; WebDAV removes one with all that is in it, so it is left alone.
    fn remove_folder(&self, _: &str) {}

    fn has_parts(&self) -> bool {
        self.moves
    }
}

/// What a store tells browsers that a file is. Servers go by the name.
fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}
