//! Whether the server is the one that is meant: by the fingerprint in the settings, else by `known_hosts`.

use super::Trouble;
use russh::keys::known_hosts::{check_known_hosts_path, known_host_keys_path};
use russh::keys::{Algorithm, HashAlg, PublicKey, PublicKeyOrCertificate};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// What is known of a server.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) host: String,
    pub(super) port: u16,
    /// `SHA256:…`, from the settings.
    pub(super) pinned: Option<String>,
    /// `~/.ssh/known_hosts`.
    pub(super) file: Option<PathBuf>,
}

/// Looks at the key that a server shows; why it was refused stays in `refusal`.
pub(super) struct Guard {
    pub(super) known: Known,
    pub(super) refusal: Arc<Mutex<Option<Trouble>>>,
}

impl Known {
    /// The kinds of keys that are known of the server, which it is asked for first.
    pub(super) fn algorithms(&self) -> Vec<Algorithm> {
        let keys = self.file.as_ref().filter(|_| self.pinned.is_none()).and_then(|file| {
            // A file that is missing knows nobody.
            known_host_keys_path(&self.host, self.port, file).ok()
        });
        keys.unwrap_or_default().into_iter().map(|(_, key)| key.algorithm()).collect()
    }

    fn check(&self, key: &PublicKey) -> Result<(), Trouble> {
        let shown = key.fingerprint(HashAlg::Sha256).to_string();
        let (host, kind) = (&self.host, key.algorithm());
        if let Some(pinned) = &self.pinned {
            return if *pinned == shown { Ok(()) } else { Err(changed(host, kind.as_str(), &shown)) };
        }
        let known = self.file.as_ref().filter(|file| file.exists());
        match known.map(|file| check_known_hosts_path(host, self.port, key, file)) {
            Some(Ok(true)) => Ok(()),
            Some(Err(russh::keys::Error::KeyChanged { .. })) => Err(changed(host, kind.as_str(), &shown)),
            _ => Err(unknown(host, kind.as_str(), &shown)),
        }
    }
}

fn unknown(host: &str, kind: &str, shown: &str) -> Trouble {
    Trouble::lasting(
        format!(
            "还不认识服务器 `{host}`，没有发送任何内容；请向管理服务器的人核对 {kind} 公钥的指纹 {shown}，一致就在 site.yaml 的这个目标下加一行 `host_key: {shown}`"
        ),
        format!(
            "the server `{host}` is not known yet, and nothing was sent; ask those who run it whether the fingerprint of its {kind} key is {shown}, and if it is, add the line `host_key: {shown}` to this target in site.yaml"
        ),
    )
}

fn changed(host: &str, kind: &str, shown: &str) -> Trouble {
    Trouble::lasting(
        format!(
            "服务器 `{host}` 出示的公钥与登记的不一致，没有发送任何内容，也可能有人在冒充它；它出示的是 {kind} {shown}，请向管理服务器的人核对，确实换过才改 `host_key` 或 known_hosts"
        ),
        format!(
            "the server `{host}` shows another key than the one on record, so nothing was sent: somebody may pose as it. It shows {kind} {shown}; ask those who run it, and change `host_key` or known_hosts only if the key was really renewed"
        ),
    )
}

impl russh::client::Handler for Guard {
    type Error = russh::Error;

    async fn check_server_key(&mut self, shown: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        let result = match shown {
            PublicKeyOrCertificate::PublicKey { key, .. } => self.known.check(key),
            // None was asked for.
            PublicKeyOrCertificate::Certificate(_) => Err(Trouble::lasting(
                "服务器出示的是证书，不是公钥",
                "the server shows a certificate instead of a key",
            )),
        };
        let trusted = result.is_ok();
        *self.refusal.lock().unwrap_or_else(PoisonError::into_inner) = result.err();
        Ok(trusted)
    }
}
