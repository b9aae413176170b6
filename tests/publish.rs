//! `gongbao publish` against real servers on this machine: OpenSSH's sshd, an S3-compatible store and a
//! WebDAV server, each also behind a gate that breaks every connection half-way.
#![cfg(all(feature = "publish", unix))]

#[path = "publish/gate.rs"]
mod gate;
mod harness;
#[path = "publish/old_sftp.rs"]
mod old_sftp;
#[path = "publish/servers.rs"]
mod servers;
#[path = "publish/site.rs"]
mod site;
#[path = "publish/sshd.rs"]
mod sshd;
#[path = "publish/walk.rs"]
mod walk;

use gate::Gate;
use harness::{Folder, tree};
use old_sftp::{Asks, old_sftp};
use servers::{echo, s3, webdav};
use site::{PASSWORD, Site, lives, ours};
use sshd::{Keys, Sshd};
use std::fs;
use std::path::{Path, PathBuf};
use walk::dead;

impl Site {
    /// Sets a variable of the environment.
    fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.environment.push((name.to_string(), value.into()));
        self
    }
}

/// Breaks every connection after a part of what a run sends, looks at what readers have, and goes on: a
/// first publication, and a change of what is there.
fn survives(site: &Site, gate: &Gate, place: &Path) {
    site.published();
    let first = gate.passed();
    for part in [0.4, 0.9] {
        empty(place);
        breaks(site, gate, place, (first as f64 * part) as u64);
    }
    let before = tree(place);
    site.change();
    let until = gate.passed();
    site.published();
    let change = gate.passed() - until;
    for part in [0.3, 0.55, 0.8] {
        empty(place);
        for (path, bytes) in &before {
            let path = place.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        breaks(site, gate, place, (change as f64 * part) as u64);
    }
}

/// One run that breaks after so many bytes, and one that goes on.
fn breaks(site: &Site, gate: &Gate, place: &Path, bytes: u64) {
    gate.allow(bytes);
    let ran = site.publish(&[]);
    assert_eq!(ran.code, 2, "did not break after {bytes} bytes");
    assert!(ran.stderr.contains("run it again"), "{}", ran.stderr);
    assert_eq!(dead(place), [""; 0], "broken after {bytes} bytes");
    assert!(site.folder.output() != ours(place), "everything had arrived after {bytes} bytes");
    gate.open();
    assert!(site.published().contains("going on from there"));
    site.is_at(place);
}

/// Takes all files away, as if nothing had ever been published.
fn empty(place: &Path) {
    for entry in fs::read_dir(place).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
    }
}

fn s3_site(port: u16) -> Site {
    Site::new(&format!(
        "{{ kind: s3, endpoint: \"http://127.0.0.1:{port}\", bucket: bucket, prefix: zt/jinzhan }}"
    ))
    .with("GONGBAO_HERE_ACCESS_KEY_ID", servers::ACCESS_KEY)
    .with("GONGBAO_HERE_SECRET_ACCESS_KEY", PASSWORD)
}

fn webdav_site(port: u16) -> Site {
    Site::new(&format!("{{ kind: webdav, url: \"http://127.0.0.1:{port}/\", user: clerk }}"))
        .with("GONGBAO_HERE_PASSWORD", PASSWORD)
}

fn sftp_site(server: &Sshd, port: u16, path: &Path) -> Site {
    let (user, path, key) = (&server.user, path.display(), &server.keys.fingerprint);
    Site::new(&format!(
        "{{ kind: sftp, host: 127.0.0.1, port: {port}, user: {user}, path: \"{path}\", host_key: \"{key}\" }}"
    ))
    .with("GONGBAO_HERE_KEY", server.key.to_str().unwrap())
}

/// The folder of a store's bucket in which the site is.
fn in_bucket(folder: &Folder) -> PathBuf {
    let place = folder.at("bucket/zt/jinzhan");
    fs::create_dir_all(&place).unwrap();
    place
}

#[test]
fn a_store_is_published_to() {
    let folder = Folder::empty();
    let place = in_bucket(&folder);
    lives(&s3_site(s3(folder.path(), PASSWORD)), &place);
}

#[test]
fn a_store_that_breaks_half_way_leaves_no_dead_link() {
    let folder = Folder::empty();
    let place = in_bucket(&folder);
    let gate = Gate::before(s3(folder.path(), PASSWORD));
    survives(&s3_site(gate.port), &gate, &place);
}

#[test]
fn a_webdav_server_is_published_to() {
    let folder = Folder::empty();
    lives(&webdav_site(webdav(folder.path(), "clerk", PASSWORD)), folder.path());
}

#[test]
fn a_webdav_server_that_breaks_half_way_leaves_no_dead_link() {
    let folder = Folder::empty();
    let gate = Gate::before(webdav(folder.path(), "clerk", PASSWORD));
    survives(&webdav_site(gate.port), &gate, folder.path());
}

#[test]
fn a_webdav_server_that_refuses_the_password_says_so() {
    let folder = Folder::empty();
    let site = webdav_site(webdav(folder.path(), "clerk", "another"));
    let ran = site.publish(&[]);
    assert_eq!(ran.code, 2);
    assert_eq!(tree(folder.path()).len(), 0);
    let missing = Site { environment: Vec::new(), ..site }.publish(&[]);
    assert!(missing.stderr.contains("`GONGBAO_HERE_PASSWORD` is not set"), "{}", missing.stderr);
}

#[test]
fn what_a_server_echoes_is_shown_without_secrets() {
    let port = echo(PASSWORD);
    for site in [webdav_site(port), s3_site(port)] {
        for arguments in [&[][..], &["--dry-run"], &["--all"]] {
            // `publish` looks for the password itself; what the header held is looked for here.
            let ran = site.publish(arguments);
            assert_eq!(ran.code, 2, "{}", ran.stderr);
            let said = ran.stdout + &ran.stderr;
            for echoed in ["Y2xlcms6", "VHIwdWI0ZG9y", "wdWI0ZG9yJj", servers::ACCESS_KEY, "Tr0ub4dor%26"] {
                assert!(!said.contains(echoed), "`{echoed}` in {said}");
            }
        }
    }
}

#[test]
fn a_server_is_published_to_by_sftp() {
    let server = Sshd::start();
    let place = server.keys.folder.at("www/zt/jinzhan");
    lives(&sftp_site(&server, server.port, &place), &place);
    // Folders that became empty are gone.
    assert!(!place.join("policies/old").exists());
}

#[test]
fn a_server_that_breaks_half_way_leaves_no_dead_link() {
    let server = Sshd::start();
    let gate = Gate::before(server.port);
    let place = server.keys.folder.at("www");
    survives(&sftp_site(&server, gate.port, &place), &gate, &place);
}

#[test]
fn a_server_with_another_key_is_sent_nothing() {
    let server = Sshd::start();
    let place = server.keys.folder.at("www");
    let site = sftp_site(&server, server.port, &place);
    let other = "SHA256:uNiVztksCsDhcc0u9e8BrX7Vb9Sy4pFrNP4xDWw1vbs";
    site.folder.replace("content/site.yaml", &server.keys.fingerprint, other);
    let ran = site.publish(&[]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.stderr.contains("another key") && ran.stderr.contains(&server.keys.fingerprint),
        "{}",
        ran.stderr
    );
    assert!(!place.exists());
}

#[test]
fn an_unknown_server_is_refused_with_the_line_that_makes_it_known() {
    let server = Sshd::start();
    let place = server.keys.folder.at("www");
    let site = sftp_site(&server, server.port, &place);
    let line = format!(", host_key: \"{}\"", server.keys.fingerprint);
    site.folder.replace("content/site.yaml", &line, "");
    let ran = site.publish(&[]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains(&format!("`host_key: {}`", server.keys.fingerprint)), "{}", ran.stderr);
    assert!(!place.exists());
    // As ssh itself writes it down.
    let known = format!("[127.0.0.1]:{} {}\n", server.port, server.host_key());
    site.folder.write(".ssh/known_hosts", known);
    site.published();
    site.is_at(&place);
}

#[test]
fn the_agent_signs_in() {
    let server = Sshd::start();
    let place = server.keys.folder.at("www");
    let site = sftp_site(&server, server.port, &place);
    let alone = Site { environment: Vec::new(), ..site };
    let refused = alone.publish(&[]);
    assert!(refused.stderr.contains("does not let"), "{}", refused.stderr);
    let agent = server.agent();
    let site = Site { environment: vec![("SSH_AUTH_SOCK".to_string(), agent.socket.clone())], ..alone };
    site.published();
    site.is_at(&place);
}

#[test]
fn a_plain_server_is_published_to_with_a_password() {
    for asks in [Asks::Directly, Asks::ByQuestion] {
        let keys = Keys::new();
        let place = keys.folder.at("www/zt");
        let port = old_sftp(&keys, PASSWORD, asks);
        let (path, key) = (place.display(), &keys.fingerprint);
        let site = Site::new(&format!(
            "{{ kind: sftp, host: 127.0.0.1, port: {port}, user: clerk, path: \"{path}\", host_key: \"{key}\" }}"
        ));
        let site = site.with("GONGBAO_HERE_PASSWORD", "another");
        let refused = site.publish(&[]);
        assert_eq!(refused.code, 2);
        assert!(refused.stderr.contains("refuses the password"), "{}", refused.stderr);
        assert!(!place.exists());
        lives(&site.with("GONGBAO_HERE_PASSWORD", PASSWORD), &place);
    }
}
