//! OpenSSH's server as a process of this user, on a free port, with keys of its own. `tests/run` installs it.

use crate::harness::Folder;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// The keys of a server and of a person who may sign in, in a folder that also takes what is published.
pub(crate) struct Keys {
    /// The fingerprint of the server's own key.
    pub(crate) fingerprint: String,
    /// `host` and `user`, each with its `.pub`.
    pub(crate) folder: Folder,
}

impl Keys {
    /// Makes new ones.
    pub(crate) fn new() -> Self {
        let folder = Folder::empty();
        for name in ["host", "user"] {
            said(
                Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(folder.at(name)),
            );
        }
        fs::copy(folder.at("user.pub"), folder.at("authorized")).unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        let fingerprint = said(Command::new("ssh-keygen").args(["-l", "-f"]).arg(folder.at("host.pub")));
        Keys { fingerprint: fingerprint.split(' ').nth(1).unwrap().to_string(), folder }
    }
}

/// A server, stopped when it is dropped.
pub(crate) struct Sshd {
    /// Where it listens.
    pub(crate) port: u16,
    /// Who may sign in.
    pub(crate) user: String,
    /// With this key.
    pub(crate) key: PathBuf,
    /// Its keys, and what is published.
    pub(crate) keys: Keys,
    process: Child,
}

impl Sshd {
    /// Starts one and waits until it answers.
    pub(crate) fn start() -> Self {
        let keys = Keys::new();
        let folder = &keys.folder;
        let user = said(Command::new("id").arg("-un")).trim().to_string();
        if user == "root" {
            // Where it puts itself apart; the package makes it when the service starts.
            fs::create_dir_all("/run/sshd").unwrap();
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let settings = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\nStrictModes no\n\
             UsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nMaxStartups 50\nSubsystem sftp internal-sftp\n",
            folder.at("host").display(),
            folder.at("authorized").display(),
        );
        folder.write("sshd_config", settings);
        let log = fs::File::create(folder.at("log")).unwrap();
        let process = Command::new("/usr/sbin/sshd")
            .args(["-D", "-e", "-f"])
            .arg(folder.at("sshd_config"))
            .stderr(log)
            .spawn()
            .expect("sshd of openssh-server is installed, as tests/run does");
        let server = Sshd { port, user, key: folder.at("user"), keys, process };
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return server;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("sshd does not answer:\n{}", fs::read_to_string(server.keys.folder.at("log")).unwrap());
    }

    /// Its key as known_hosts has it.
    pub(crate) fn host_key(&self) -> String {
        let line = fs::read_to_string(self.keys.folder.at("host.pub")).unwrap();
        line.split(' ').take(2).collect::<Vec<_>>().join(" ")
    }

    /// An agent that holds the key of the user.
    pub(crate) fn agent(&self) -> Agent {
        let socket = self.keys.folder.at("agent").to_str().unwrap().to_string();
        let process =
            Command::new("ssh-agent").args(["-D", "-a", &socket]).stdout(Stdio::null()).spawn().unwrap();
        let agent = Agent { socket, process };
        for _ in 0..200 {
            let added =
                Command::new("ssh-add").arg("-q").arg(&self.key).env("SSH_AUTH_SOCK", &agent.socket).output();
            if added.unwrap().status.success() {
                return agent;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("the agent does not take the key");
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        stop(&mut self.process);
    }
}

/// An agent, stopped when it is dropped.
pub(crate) struct Agent {
    /// Where it listens.
    pub(crate) socket: String,
    process: Child,
}

impl Drop for Agent {
    fn drop(&mut self) {
        stop(&mut self.process);
    }
}

fn stop(process: &mut Child) {
    // One that has ended already is as good.
    let _ = process.kill();
    let _ = process.wait();
}

/// What a program said; it must succeed.
fn said(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
