//! Whom the preview answers: a browser on this machine that was sent to this machine by name. A page of
//! another site, or another name that leads here, is refused.

use hyper::StatusCode;
use hyper::header::{HeaderMap, HeaderValue};
use std::hash::{BuildHasher, RandomState};

/// Who may ask.
pub(super) struct Guard {
    /// `127.0.0.1:4747` and the like.
    hosts: Vec<String>,
    /// What only our own pages know.
    pub(super) token: String,
    /// Another one each time the program is started.
    pub(super) run: String,
}

impl Guard {
    /// For a port.
    pub(super) fn new(port: u16) -> Guard {
        let hosts = ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}"));
        // Each state is seeded by the system with secret random numbers.
        let secret = |n: u8| RandomState::new().hash_one(n);
        Guard {
            hosts: hosts.to_vec(),
            token: format!("{:016x}{:016x}", secret(0), secret(1)),
            run: format!("{:016x}", secret(2)),
        }
    }

    /// Why a request is refused; none for one that is answered.
    pub(super) fn refusal(&self, headers: &HeaderMap, authority: Option<&str>) -> Option<StatusCode> {
        let mut hosts = headers.get_all("host").iter();
        let one = hosts.next().filter(|_| hosts.next().is_none());
        let asked =
            one.is_some_and(|host| self.knows(host)) && authority.is_none_or(|name| self.is_own(name));
        if !asked {
            return Some(StatusCode::MISDIRECTED_REQUEST);
        }
        let foreign = headers.get("origin").is_some_and(|origin| !self.is_own_origin(origin));
        foreign.then_some(StatusCode::FORBIDDEN)
    }

    /// True where the request can only come from one of our pages.
    pub(super) fn is_ours(&self, headers: &HeaderMap) -> bool {
        let told =
            headers.get("x-gongbao-token").is_some_and(|token| token.as_bytes() == self.token.as_bytes());
        told && headers.get("origin").is_some_and(|origin| self.is_own_origin(origin))
    }

    fn knows(&self, host: &HeaderValue) -> bool {
        host.to_str().is_ok_and(|host| self.is_own(host))
    }

    fn is_own(&self, host: &str) -> bool {
        self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host))
    }

    fn is_own_origin(&self, origin: &HeaderValue) -> bool {
        origin
            .to_str()
            .is_ok_and(|origin| origin.strip_prefix("http://").is_some_and(|host| self.is_own(host)))
    }
}

#[test]
fn only_this_machine_by_its_own_names() {
    let guard = Guard::new(4747);
    let asked = |host: &str, origin: Option<&str>| {
        let mut headers = HeaderMap::new();
        headers.insert("host", host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert("origin", origin.parse().unwrap());
        }
        guard.refusal(&headers, None)
    };
    for host in ["127.0.0.1:4747", "LOCALHOST:4747", "[::1]:4747"] {
        assert_eq!(asked(host, None), None);
        assert_eq!(asked(host, Some("http://localhost:4747")), None);
        assert_eq!(asked(host, Some("http://evil.example")), Some(StatusCode::FORBIDDEN));
        assert_eq!(asked(host, Some("null")), Some(StatusCode::FORBIDDEN));
    }
    for host in ["evil.example:4747", "127.0.0.1:80", "127.0.0.1", "127.0.0.1.evil.example:4747"] {
        assert_eq!(asked(host, None), Some(StatusCode::MISDIRECTED_REQUEST));
    }
    assert_eq!(guard.refusal(&HeaderMap::new(), None), Some(StatusCode::MISDIRECTED_REQUEST));
    let mut headers = HeaderMap::new();
    headers.insert("x-gongbao-token", guard.token.parse().unwrap());
    assert!(!guard.is_ours(&headers));
    headers.insert("origin", "http://127.0.0.1:4747".parse().unwrap());
    assert!(guard.is_ours(&headers));
    assert_ne!(Guard::new(4747).token, guard.token);
}
