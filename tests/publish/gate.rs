//! A gate before a server: passes so many bytes, then breaks every connection and lets no other in.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// Its port, and what passes.
pub(crate) struct Gate {
    /// Where clients connect.
    pub(crate) port: u16,
    left: Arc<AtomicU64>,
    passed: Arc<AtomicU64>,
}

impl Gate {
    /// An open gate before a port of this machine.
    pub(crate) fn before(server: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (left, passed) = (Arc::new(AtomicU64::new(u64::MAX)), Arc::new(AtomicU64::new(0)));
        let counts = (left.clone(), passed.clone());
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if counts.0.load(Ordering::SeqCst) == 0 {
                    continue;
                }
                let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else { continue };
                let (back, forth) = (server.try_clone().unwrap(), client.try_clone().unwrap());
                let (left, passed) = counts.clone();
                thread::spawn(move || pass(client, server, &left, &passed));
                thread::spawn(move || answer(back, forth));
            }
        });
        Gate { port, left, passed }
    }

    /// Bytes that clients have sent so far.
    pub(crate) fn passed(&self) -> u64 {
        self.passed.load(Ordering::SeqCst)
    }

    /// Lets so many bytes of clients pass, and no more.
    pub(crate) fn allow(&self, bytes: u64) {
        self.left.store(bytes, Ordering::SeqCst);
    }

    /// Lets everything pass.
    pub(crate) fn open(&self) {
        self.allow(u64::MAX);
    }
}

/// From a client to the server, as long as there is something left.
fn pass(mut from: TcpStream, mut to: TcpStream, left: &AtomicU64, passed: &AtomicU64) {
    let mut piece = [0; 4096];
    while let Ok(count @ 1..) = from.read(&mut piece) {
        passed.fetch_add(count as u64, Ordering::SeqCst);
        let before = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
            Some(if left == u64::MAX { left } else { left.saturating_sub(count as u64) })
        });
        let allowed = usize::try_from(before.unwrap()).unwrap_or(count).min(count);
        if to.write_all(&piece[..allowed]).is_err() || allowed < count {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

fn answer(mut from: TcpStream, mut to: TcpStream) {
    let _ = std::io::copy(&mut from, &mut to);
    let _ = to.shutdown(Shutdown::Both);
}
