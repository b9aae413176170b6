//! A preview that runs beside a test, and what a browser would ask of it.

use super::{Folder, TODAY, gongbao};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// A machine that is busy with other things needs no longer than this for anything asked here.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);

/// A running preview, ended when it is dropped.
pub(crate) struct Preview {
    /// The program.
    pub(crate) child: Child,
    /// Of this machine.
    pub(crate) port: u16,
    /// What it has said so far.
    said: Arc<Mutex<String>>,
}

/// What was answered.
pub(crate) struct Answer {
    /// The code of HTTP.
    pub(crate) status: u16,
    /// Its lines before the body.
    pub(crate) head: String,
    /// What follows.
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The body, as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Waits until there is something.
pub(crate) fn wait<T>(what: &str, mut find: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = find() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

impl Preview {
    /// Of a site, at any free port.
    pub(crate) fn of(site: &Folder) -> Preview {
        Preview::with(site, |_| {})
    }

    /// The same, with what is done to the command before.
    pub(crate) fn with(site: &Folder, prepare: impl FnOnce(&mut Command)) -> Preview {
        let root = site.path().to_str().unwrap();
        let mut command = gongbao(&["--root", root, "--as-of", TODAY, "serve", "--port", "0"]);
        command.env_remove("VISUAL").env_remove("EDITOR");
        prepare(&mut command);
        Preview::start(command)
    }

    /// Runs a command that serves, until it has told its address.
    pub(crate) fn start(mut command: Command) -> Preview {
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (lines, all) = (BufReader::new(child.stderr.take().unwrap()), said.clone());
        thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                *all.lock().unwrap() += &format!("{line}\n");
            }
        });
        let port = wait("the address", || {
            let said = said.lock().unwrap();
            let after = said.split("http://127.0.0.1:").nth(1)?;
            after.split('/').next()?.parse().ok()
        });
        Preview { child, port, said }
    }

    /// What it has said so far.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has said something.
    pub(crate) fn says(&self, words: &str) {
        wait(words, || self.said().contains(words).then_some(()));
    }

    /// Sends a request as written, `{port}` filled in, and reads until the end.
    pub(crate) fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.replace("{port}", &self.port.to_string()).as_bytes()).unwrap();
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        let end = all.windows(4).position(|part| part == b"\r\n\r\n").expect("a whole head");
        let head = String::from_utf8(all[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: all[end + 4..].to_vec() }
    }

    /// Asks for a path as a browser does.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(&format!("GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\nConnection: close\r\n\r\n"))
    }

    /// Waits until a path shows these words.
    pub(crate) fn shows(&self, path: &str, words: &str) {
        wait(words, || self.get(path).text().contains(words).then_some(()));
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
