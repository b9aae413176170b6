//! A plain SFTP server: it takes a password, or asks for one, and knows no extension, so that a file is
//! never renamed over another.

use crate::servers::serve;
use crate::sshd::Keys;
use russh::keys::load_secret_key;
use russh::server::{Auth, ChannelOpenHandle, Config, Handler, Msg, Response, Session};
use russh::{Channel, ChannelId};
use russh_sftp::protocol::{Attrs, Data, File, FileAttributes, Handle, Name, OpenFlags, Status, StatusCode};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{self, Seek, SeekFrom, Write};
use std::sync::Arc;
use std::time::Duration;

/// How a server wants to be told the password.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    /// As SSH's own message for passwords.
    Directly,
    /// As the answer to a question.
    ByQuestion,
}

/// Starts one that lets in whoever knows the password; its port.
pub(crate) fn old_sftp(keys: &Keys, password: &str, asks: Asks) -> u16 {
    let config = Arc::new(Config {
        keys: vec![load_secret_key(keys.folder.at("host"), None).unwrap()],
        auth_rejection_time: Duration::from_millis(10),
        ..Config::default()
    });
    let password = password.to_string();
    serve(move |stream| {
        let door = Door { password: password.clone(), asks, channels: HashMap::new() };
        let config = config.clone();
        async move {
            if let Ok(session) = russh::server::run_stream(config, stream, door).await {
                // How the connection ends is the client's affair.
                let _ = session.await;
            }
        }
    })
}

struct Door {
    password: String,
    asks: Asks,
    channels: HashMap<ChannelId, Channel<Msg>>,
}

impl Handler for Door {
    type Error = russh::Error;

    async fn auth_password(&mut self, _: &str, password: &str) -> Result<Auth, Self::Error> {
        let right = self.asks == Asks::Directly && password == self.password;
        Ok(if right { Auth::Accept } else { Auth::reject() })
    }

    async fn auth_keyboard_interactive<'a>(
        &'a mut self,
        _: &str,
        _: &str,
        response: Option<Response<'a>>,
    ) -> Result<Auth, Self::Error> {
        let Some(mut response) = response else {
            let prompts: Vec<(Cow<'static, str>, bool)> = vec![("Password: ".into(), false)];
            return Ok(Auth::Partial { name: "".into(), instructions: "".into(), prompts: prompts.into() });
        };
        let right = self.asks == Asks::ByQuestion
            && response.next().is_some_and(|answer| answer[..] == *self.password.as_bytes());
        Ok(if right { Auth::Accept } else { Auth::reject() })
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _: &mut Session,
    ) -> Result<(), Self::Error> {
        self.channels.insert(channel.id(), channel);
        reply.accept().await;
        Ok(())
    }

    async fn subsystem_request(
        &mut self,
        id: ChannelId,
        _: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_success(id)?;
        let channel = self.channels.remove(&id).unwrap();
        russh_sftp::server::run(channel.into_stream(), Files::default()).await;
        Ok(())
    }
}

/// Files of this machine; a handle is a path.
#[derive(Default)]
struct Files {
    listed: HashSet<String>,
}

fn done(id: u32, result: io::Result<()>) -> Result<Status, StatusCode> {
    result.map_err(|error| code(&error))?;
    Ok(Status { id, status_code: StatusCode::Ok, error_message: String::new(), language_tag: String::new() })
}

fn code(error: &io::Error) -> StatusCode {
    match error.kind() {
        io::ErrorKind::NotFound => StatusCode::NoSuchFile,
        _ => StatusCode::Failure,
    }
}

impl russh_sftp::server::Handler for Files {
    type Error = StatusCode;

    fn unimplemented(&self) -> Self::Error {
        StatusCode::OpUnsupported
    }

    async fn open(
        &mut self,
        id: u32,
        path: String,
        flags: OpenFlags,
        _: FileAttributes,
    ) -> Result<Handle, StatusCode> {
        let opened = match flags.contains(OpenFlags::WRITE) {
            true => fs::File::create(&path),
            false => fs::File::open(&path),
        };
        opened.map_err(|error| code(&error))?;
        Ok(Handle { id, handle: path })
    }

    async fn close(&mut self, id: u32, _: String) -> Result<Status, StatusCode> {
        done(id, Ok(()))
    }

    async fn read(&mut self, id: u32, handle: String, offset: u64, len: u32) -> Result<Data, StatusCode> {
        let bytes = fs::read(handle).map_err(|error| code(&error))?;
        let rest = bytes.get(offset as usize..).filter(|rest| !rest.is_empty()).ok_or(StatusCode::Eof)?;
        Ok(Data { id, data: rest[..rest.len().min(len as usize)].to_vec() })
    }

    async fn write(
        &mut self,
        id: u32,
        handle: String,
        offset: u64,
        data: Vec<u8>,
    ) -> Result<Status, StatusCode> {
        let written = fs::File::options().write(true).open(handle).and_then(|mut file| {
            file.seek(SeekFrom::Start(offset))?;
            file.write_all(&data)
        });
        done(id, written)
    }

    async fn stat(&mut self, id: u32, path: String) -> Result<Attrs, StatusCode> {
        let metadata = fs::metadata(path).map_err(|error| code(&error))?;
        Ok(Attrs { id, attrs: FileAttributes::from(&metadata) })
    }

    async fn opendir(&mut self, id: u32, path: String) -> Result<Handle, StatusCode> {
        fs::metadata(&path).map_err(|error| code(&error))?;
        self.listed.remove(&path);
        Ok(Handle { id, handle: path })
    }

    async fn readdir(&mut self, id: u32, handle: String) -> Result<Name, StatusCode> {
        if !self.listed.insert(handle.clone()) {
            return Err(StatusCode::Eof);
        }
        let entries = fs::read_dir(handle).map_err(|error| code(&error))?;
        let name = |entry: fs::DirEntry| {
            File::new(entry.file_name().to_string_lossy().into_owned(), FileAttributes::default())
        };
        Ok(Name { id, files: entries.flatten().map(name).collect() })
    }

    async fn remove(&mut self, id: u32, path: String) -> Result<Status, StatusCode> {
        done(id, fs::remove_file(path))
    }

    async fn mkdir(&mut self, id: u32, path: String, _: FileAttributes) -> Result<Status, StatusCode> {
        done(id, fs::create_dir(path))
    }

    async fn rmdir(&mut self, id: u32, path: String) -> Result<Status, StatusCode> {
        done(id, fs::remove_dir(path))
    }

    async fn rename(&mut self, id: u32, from: String, to: String) -> Result<Status, StatusCode> {
        // As the protocol says: not over a file that is there.
        if fs::metadata(&to).is_ok() {
            return Err(StatusCode::Failure);
        }
        done(id, fs::rename(from, to))
    }
}
