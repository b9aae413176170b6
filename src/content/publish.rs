//! `publish` of `content/site.yaml` -> the places to publish to.

use super::decode::{self, Fields};
use super::ident;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{PublishPlace, PublishTarget, is_readable_on_the_way};
use crate::source::yaml::{Key, Node, Value};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Folder,
    Sftp,
    S3,
    WebDav,
}

const KINDS: &[decode::Allowed<Kind>] = &[
    ("folder", "文件夹", Kind::Folder),
    ("sftp", "SFTP 服务器", Kind::Sftp),
    ("s3", "S3 对象存储", Kind::S3),
    ("webdav", "WebDAV 服务器", Kind::WebDav),
];

/// The keys of each kind.
const KEYS: [(Kind, &[&str]); 4] = [
    (Kind::Folder, &["path"]),
    (Kind::Sftp, &["host", "port", "user", "path", "host_key"]),
    (Kind::S3, &["endpoint", "bucket", "region", "prefix", "virtual_host"]),
    (Kind::WebDav, &["url", "user"]),
];

/// Keys under which people write secrets, each with the variable of the environment that takes it.
const SECRETS: [(&str, &str); 12] = [
    ("password", "PASSWORD"),
    ("passwd", "PASSWORD"),
    ("pass", "PASSWORD"),
    ("token", "PASSWORD"),
    ("passphrase", "PASSPHRASE"),
    ("private_key", "KEY"),
    ("access_key", "ACCESS_KEY_ID"),
    ("access_key_id", "ACCESS_KEY_ID"),
    ("secret", "SECRET_ACCESS_KEY"),
    ("secret_key", "SECRET_ACCESS_KEY"),
    ("secret_access_key", "SECRET_ACCESS_KEY"),
    ("access_key_secret", "SECRET_ACCESS_KEY"),
];

/// The targets, by name.
pub(super) fn targets(node: &Node, d: &mut Diagnostics) -> Vec<PublishTarget> {
    let entries = decode::entries(node, "publish", d).unwrap_or_default();
    entries.iter().filter_map(|(key, node)| target(key, node, d)).collect()
}

fn target(key: &Key, node: &Node, d: &mut Diagnostics) -> Option<PublishTarget> {
    ident::check(&key.text, key.place, d);
    let mut fields = Fields::of(node, &key.text, d)?;
    let mut place = None;
    if let Some(kind) = fields.required("kind").and_then(|node| decode::word(node, "kind", KINDS, d)) {
        place = match kind {
            Kind::Folder => folder(&mut fields, d),
            Kind::Sftp => sftp(&mut fields, d),
            Kind::S3 => s3(&mut fields, d),
            Kind::WebDav => webdav(&mut fields, d),
        };
        others(kind, node, &mut fields, d);
    }
    KEYS.iter().for_each(|(_, keys)| fields.know(keys));
    secrets(&key.text, node, &mut fields, d);
    fields.finish(d);
    Some(PublishTarget { name: key.text.to_string(), place: place? })
}

/// Reports keys that only targets of other kinds have.
fn others(kind: Kind, node: &Node, fields: &mut Fields, d: &mut Diagnostics) {
    let own = KEYS.iter().find(|(of, _)| *of == kind).map(|(_, keys)| *keys).unwrap_or_default();
    let word = KINDS.iter().find(|(.., of)| *of == kind).map(|(word, ..)| *word).unwrap_or_default();
    let mut told = Vec::new();
    for key in KEYS.iter().flat_map(|(_, keys)| keys.iter().copied()) {
        let written = decode::find(node, key).is_some_and(|value| value.value != Value::Null);
        if written && !own.contains(&key) && !told.contains(&key) {
            told.push(key);
            let place = fields.key_place(key).unwrap_or(node.place);
            let known = own.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" / ");
            let problem = Diagnostic::at(content::PUBLISH_KIND, place).with("key", key);
            d.push(problem.with("kind", word).with("known", known));
        }
    }
}

/// Reports secrets by what they are, and never shows them.
fn secrets(name: &str, node: &Node, fields: &mut Fields, d: &mut Diagnostics) {
    for (key, variable) in SECRETS {
        if let Some(value) = decode::find(node, key) {
            fields.know(&[key]);
            let place = if value.value == Value::Null { fields.key_place(key) } else { Some(value.place) };
            let variable = format!("GONGBAO_{}_{variable}", name.to_ascii_uppercase().replace('-', "_"));
            let problem = Diagnostic::at(content::SECRET, place.unwrap_or(value.place));
            d.push(problem.with("key", key).with("variable", variable).secret());
        }
    }
}

fn folder(fields: &mut Fields, d: &mut Diagnostics) -> Option<PublishPlace> {
    Some(PublishPlace::Folder { path: fields.required_text("path", d)? })
}

fn sftp(fields: &mut Fields, d: &mut Diagnostics) -> Option<PublishPlace> {
    let host = checked(fields.required("host"), "host", "www.example.gov.cn", is_host, d);
    let port = match fields.node("port") {
        Some(node) => decode::integer(node, "port", 1..=65535, d).and_then(|port| u16::try_from(port).ok()),
        None => Some(22),
    };
    let user = fields.required_text("user", d);
    let path = fields.required_text("path", d);
    let example = "SHA256:uNiVztksCsDhcc0u9e8BrX7Vb9Sy4pFrNP4xDWw1vbs";
    let (written, host_key) = match fields.node("host_key") {
        Some(node) => (true, checked(Some(node), "host_key", example, is_fingerprint, d)),
        None => (false, None),
    };
    if written && host_key.is_none() {
        return None;
    }
    Some(PublishPlace::Sftp { host: host?, port: port?, user: user?, path: path?, host_key })
}

fn s3(fields: &mut Fields, d: &mut Diagnostics) -> Option<PublishPlace> {
    let endpoint = address(fields.required("endpoint"), "endpoint", "https://s3.example.gov.cn", d);
    let bucket = checked(fields.required("bucket"), "bucket", "jinzhan", is_bucket, d);
    let region = fields.text("region", d).unwrap_or_else(|| "us-east-1".to_string());
    let prefix = fields.text("prefix", d).unwrap_or_default();
    let virtual_host = fields.flag("virtual_host", d);
    let prefix = prefix.trim_matches('/').to_string();
    Some(PublishPlace::S3 { endpoint: endpoint?, bucket: bucket?, region, prefix, virtual_host })
}

fn webdav(fields: &mut Fields, d: &mut Diagnostics) -> Option<PublishPlace> {
    let url = address(fields.required("url"), "url", "https://dav.example.gov.cn/zt/jinzhan/", d);
    let user = fields.text("user", d);
    Some(PublishPlace::WebDav { url: url?, user })
}

/// The address of a server, without the final slash.
fn address(node: Option<&Node>, key: &'static str, example: &str, d: &mut Diagnostics) -> Option<String> {
    let written = checked(node, key, example, is_address, d)?;
    if is_readable_on_the_way(&written)
        && let Some(node) = node
    {
        d.push(Diagnostic::at(content::PLAIN_HTTP, node.place).with("key", key));
    }
    Some(written.trim_end_matches('/').to_string())
}

/// A text of a form; anything else is reported with an example. What is wrong may be a password in an
/// address, so it is not repeated where it has an `@`.
fn checked(
    node: Option<&Node>,
    key: &'static str,
    example: &str,
    is_right: fn(&str) -> bool,
    d: &mut Diagnostics,
) -> Option<String> {
    let node = node?;
    let Some(written) = decode::text(node, key, d) else {
        if matches!(node.value, Value::Scalar(_)) {
            d.push(Diagnostic::at(content::MISSING_KEY, node.place).with("key", key));
        }
        return None;
    };
    if is_right(&written) {
        return Some(written);
    }
    let hidden = written.contains('@');
    let value = if hidden { "…@…" } else { &written };
    let problem = Diagnostic::at(content::PUBLISH_VALUE, node.place);
    let problem = problem.with("key", key).with("value", value).with("example", example);
    d.push(if hidden { problem.secret() } else { problem });
    None
}

fn is_host(text: &str) -> bool {
    !text.contains([' ', '/', '@'])
}

fn is_bucket(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains([' ', '?', '#', '@']))
}

fn is_fingerprint(text: &str) -> bool {
    let letters = text.strip_prefix("SHA256:").unwrap_or_default();
    letters.len() == 43
        && letters.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
}
