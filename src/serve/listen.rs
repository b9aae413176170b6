//! The place at which the preview can be reached: this machine only, in both of its addresses.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

/// The port that is tried first where none was asked for.
pub const PORT: u16 = 4747;

/// How many ports are tried.
const TRIED: u16 = 20;

/// Listening.
pub(super) struct Listening {
    /// 127.0.0.1 and, where this machine has it, ::1.
    pub(super) listeners: Vec<TcpListener>,
    /// The port of both.
    pub(super) port: u16,
}

/// Why there is nowhere to listen.
#[derive(Debug)]
pub enum Taken {
    /// Another program listens at the port that was asked for.
    Port(u16),
    /// At all ports that were tried.
    All(u16, u16),
    /// The machine refuses.
    Refused(io::Error),
}

/// Listens at the port that was asked for; 0 is any that is free. Else at the first free one from [`PORT`] on.
pub(super) fn listen(asked: Option<u16>) -> Result<Listening, Taken> {
    match asked {
        Some(0) => any(),
        Some(port) => at(port).map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => Taken::Port(port),
            _ => Taken::Refused(error),
        }),
        None => {
            let last = PORT + TRIED - 1;
            (PORT..=last).find_map(|port| at(port).ok()).ok_or(Taken::All(PORT, last))
        }
    }
}

/// Both addresses, or none: a browser that is sent to `localhost` asks either.
fn at(port: u16) -> io::Result<Listening> {
    let four = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = four.local_addr()?.port();
    let mut listeners = vec![four];
    match TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port))) {
        Ok(six) => listeners.push(six),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(error),
        // A machine without the newer protocol.
        Err(_) => {}
    }
    for listener in &listeners {
        listener.set_nonblocking(true)?;
    }
    Ok(Listening { listeners, port })
}

/// Any free port; one that is free in one address only is passed over.
fn any() -> Result<Listening, Taken> {
    let mut last = at(0);
    for _ in 0..TRIED {
        if last.is_ok() {
            break;
        }
        last = at(0);
    }
    last.map_err(Taken::Refused)
}

#[test]
fn a_taken_port_is_passed_over_or_told() {
    let first = listen(Some(0)).unwrap();
    assert!(first.port > 0);
    assert!(matches!(listen(Some(first.port)), Err(Taken::Port(port)) if port == first.port));
    for listener in &first.listeners {
        assert!(listener.local_addr().unwrap().ip().is_loopback());
    }
}
