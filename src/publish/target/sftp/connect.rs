//! Connects and signs in: with the password, else a key file, else the agent, else the usual key files.

use super::Trouble;
use super::host_key::{Guard, Known};
use crate::model::PublishPlace;
use crate::publish::secrets::Secrets;
use russh::client::{Config, Handle, KeyboardInteractiveAuthResponse};
use russh::keys::agent::{AgentIdentity, client::AgentClient};
use russh::keys::{PrivateKeyWithHashAlg, load_secret_key};
use russh_sftp::client::RawSftpSession;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The extension that renames over a file.
pub(super) const POSIX_RENAME: &str = "posix-rename@openssh.com";

/// A connection that is signed in.
pub(super) struct Live {
    handle: Handle<Guard>,
    pub(super) sftp: RawSftpSession,
    /// Whether the server can put a file in the place of another.
    pub(super) replaces: bool,
}

impl Live {
    pub(super) fn is_closed(&self) -> bool {
        self.handle.is_closed()
    }
}

/// Who signs in where, and with what.
pub(super) struct Account {
    known: Known,
    user: String,
    password: Option<String>,
    key: Option<PathBuf>,
    passphrase: Option<String>,
    agent: Option<String>,
    home: Option<PathBuf>,
}

impl Account {
    /// From the settings and the environment.
    pub(super) fn of(place: &PublishPlace, secrets: &Secrets) -> Result<Self, Trouble> {
        let PublishPlace::Sftp { host, port, user, host_key, .. } = place else {
            return Err(Trouble::lasting(
                "程序内部错误：这个目标不是 SFTP",
                "internal error: this target is no SFTP server",
            ));
        };
        let home = secrets.home.as_ref().map(PathBuf::from);
        let file = home.as_ref().map(|home| home.join(".ssh/known_hosts"));
        let text = |name| secrets.get(name).map(str::to_string);
        Ok(Account {
            known: Known { host: host.clone(), port: *port, pinned: host_key.clone(), file },
            user: text("USER").unwrap_or_else(|| user.clone()),
            password: text("PASSWORD"),
            key: secrets.get("KEY").map(PathBuf::from),
            passphrase: text("PASSPHRASE"),
            agent: secrets.agent.clone(),
            home,
        })
    }

    /// A new connection.
    pub(super) async fn connect(&self) -> Result<Live, Trouble> {
        let mut config = Config { nodelay: true, ..Config::default() };
        config.keepalive_interval = Some(Duration::from_secs(15));
        let mut kinds = self.known.algorithms();
        kinds.extend(
            config.preferred.key.iter().filter(|kind| !kinds.contains(kind)).cloned().collect::<Vec<_>>(),
        );
        config.preferred.key = kinds.into();
        let refusal = Arc::new(Mutex::new(None));
        let guard = Guard { known: self.known.clone(), refusal: refusal.clone() };
        let (host, port) = (self.known.host.as_str(), self.known.port);
        let connected = russh::client::connect(Arc::new(config), (host, port), guard).await;
        let mut handle = connected.map_err(|error| {
            let refused = refusal.lock().unwrap_or_else(PoisonError::into_inner).take();
            refused.unwrap_or_else(|| {
                Trouble::passing(
                    format!("连不上 `{host}` 的 {port} 端口（{error}）"),
                    format!("cannot connect to `{host}`, port {port} ({error})"),
                )
            })
        })?;
        self.sign_in(&mut handle).await?;
        let broken = |error: &dyn std::fmt::Display| {
            Trouble::passing(
                format!("服务器没有开通 SFTP，或连接断了（{error}）"),
                format!("the server does not offer SFTP, or the connection broke ({error})"),
            )
        };
        let channel = handle.channel_open_session().await.map_err(|error| broken(&error))?;
        channel.request_subsystem(true, "sftp").await.map_err(|error| broken(&error))?;
        let sftp = RawSftpSession::new(channel.into_stream());
        sftp.set_timeout(30);
        let version = sftp.init().await.map_err(|error| broken(&error))?;
        Ok(Live { replaces: version.extensions.contains_key(POSIX_RENAME), sftp, handle })
    }

    async fn sign_in(&self, handle: &mut Handle<Guard>) -> Result<(), Trouble> {
        let signed_in = match (&self.password, &self.key) {
            (Some(password), _) => self.by_password(handle, password).await?,
            (None, Some(key)) => self.by_file(handle, key).await?,
            (None, None) => self.by_agent(handle).await? || self.by_usual_files(handle).await?,
        };
        if signed_in { Ok(()) } else { Err(self.refused()) }
    }

    fn refused(&self) -> Trouble {
        let user = &self.user;
        let (zh, en) = match (&self.password, &self.key) {
            (Some(_), _) => ("密码", "the password"),
            (None, Some(_)) => ("密钥文件", "the key file"),
            (None, None) => ("密钥代理和 ~/.ssh 里的密钥", "the keys of the agent and of ~/.ssh"),
        };
        Trouble::lasting(
            format!(
                "服务器不让 `{user}` 登录：它不接受{zh}；密码放在环境变量 …_PASSWORD 里，密钥文件的路径放在 …_KEY 里"
            ),
            format!(
                "the server does not let `{user}` in: it refuses {en}; put the password into …_PASSWORD, or the path of a key into …_KEY"
            ),
        )
    }

    async fn by_password(&self, handle: &mut Handle<Guard>, password: &str) -> Result<bool, Trouble> {
        if handle.authenticate_password(&self.user, password).await.map_err(broke)?.success() {
            return Ok(true);
        }
        // Many servers take a password only as the answer to a question.
        let mut answer =
            handle.authenticate_keyboard_interactive_start(&self.user, None).await.map_err(broke)?;
        for _ in 0..4 {
            let KeyboardInteractiveAuthResponse::InfoRequest { prompts, .. } = answer else { break };
            let answers = prompts.iter().map(|_| password.to_string()).collect();
            answer = handle.authenticate_keyboard_interactive_respond(answers).await.map_err(broke)?;
        }
        Ok(matches!(answer, KeyboardInteractiveAuthResponse::Success))
    }

    async fn by_file(&self, handle: &mut Handle<Guard>, path: &Path) -> Result<bool, Trouble> {
        let key = load_secret_key(path, self.passphrase.as_deref()).map_err(|error| {
            let path = path.display();
            Trouble::lasting(
                format!("不能用密钥文件 `{path}`（{error}）；它有口令的话，口令放在环境变量 …_PASSPHRASE 里"),
                format!("cannot use the key file `{path}` ({error}); if it has a passphrase, put that into …_PASSPHRASE"),
            )
        })?;
        let hash = handle.best_supported_rsa_hash().await.map_err(broke)?.flatten();
        let key = PrivateKeyWithHashAlg::new(Arc::new(key), hash);
        Ok(handle.authenticate_publickey(&self.user, key).await.map_err(broke)?.success())
    }

    /// The files that ssh itself takes; those with a passphrase are for the agent.
    async fn by_usual_files(&self, handle: &mut Handle<Guard>) -> Result<bool, Trouble> {
        let Some(home) = &self.home else { return Ok(false) };
        for name in ["id_ed25519", "id_ecdsa", "id_rsa"] {
            let path = home.join(".ssh").join(name);
            if load_secret_key(&path, None).is_ok() && self.by_file(handle, &path).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    #[cfg(unix)]
    async fn by_agent(&self, handle: &mut Handle<Guard>) -> Result<bool, Trouble> {
        // No agent is no fault: the usual files come next.
        let Some(path) = &self.agent else { return Ok(false) };
        let Ok(agent) = AgentClient::connect_uds(path).await else { return Ok(false) };
        self.by_agent_at(handle, agent).await
    }

    #[cfg(windows)]
    async fn by_agent(&self, handle: &mut Handle<Guard>) -> Result<bool, Trouble> {
        let pipe = self.agent.as_deref().unwrap_or(r"\\.\pipe\openssh-ssh-agent");
        if let Ok(agent) = AgentClient::connect_named_pipe(pipe).await
            && self.by_agent_at(handle, agent).await?
        {
            return Ok(true);
        }
        // PuTTY's agent.
        let Ok(agent) = AgentClient::connect_pageant().await else { return Ok(false) };
        self.by_agent_at(handle, agent).await
    }

    async fn by_agent_at<S>(
        &self,
        handle: &mut Handle<Guard>,
        mut agent: AgentClient<S>,
    ) -> Result<bool, Trouble>
    where
        S: russh::keys::agent::client::AgentStream + Unpin + Send,
    {
        let Ok(identities) = agent.request_identities().await else { return Ok(false) };
        for identity in identities {
            let AgentIdentity::PublicKey { key, .. } = identity else { continue };
            let hash = match key.algorithm().is_rsa() {
                true => handle.best_supported_rsa_hash().await.map_err(broke)?.flatten(),
                false => None,
            };
            // An agent that declines to sign with one key may sign with the next.
            let tried = handle.authenticate_publickey_with(&self.user, key, hash, &mut agent).await;
            if tried.is_ok_and(|result| result.success()) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn broke(error: russh::Error) -> Trouble {
    Trouble::passing(
        format!("登录时连接断了（{error}）"),
        format!("the connection broke while signing in ({error})"),
    )
}
