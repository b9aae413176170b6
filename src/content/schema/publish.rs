//! `publish` of `content/site.yaml`.

use super::shape::Schema;
use super::values::{all, flag, is, text, whole, without, words};
use serde_json::json;

/// The keys of each kind, and those of them that must be there.
const KEYS: [(&str, &[&str], &[&str]); 4] = [
    ("folder", &["path"], &["path"]),
    ("sftp", &["host", "port", "user", "path", "host_key"], &["host", "user", "path"]),
    ("s3", &["endpoint", "bucket", "region", "prefix", "virtual_host"], &["endpoint", "bucket"]),
    ("webdav", &["url", "user"], &["url"]),
];

/// The schema of the targets.
pub(super) fn schema() -> Schema {
    let kinds = [
        ("folder", "文件夹", "a folder"),
        ("sftp", "SFTP 服务器", "a server by SFTP"),
        ("s3", "S3 对象存储", "an S3-compatible store"),
        ("webdav", "WebDAV 服务器", "a server by WebDAV"),
    ];
    let mut target = Schema::mapping(
        "发布目标",
        "发布到哪里；密码、密钥只放在环境变量里。",
        "Where to publish; passwords and keys only in the environment.",
    )
    .required("kind", words(&kinds, "种类", "发布到什么地方。", "What the target is."))
    .sometimes("path", path())
    .sometimes("host", host())
    .optional("port", whole((1, 65535), "端口", "默认 22。", "Default 22.").example(22))
    .sometimes("user", text("用户名", "用谁的名义登录。", "Who signs in.").example("jinzhan"))
    .optional("host_key", host_key())
    .sometimes(
        "endpoint",
        address("服务地址", "对象存储的网址。", "The store's address.", "https://s3.example.gov.cn"),
    )
    .sometimes("bucket", bucket())
    .optional("region", text("区域", "默认 us-east-1。", "Default us-east-1.").example("cn-north-1"))
    .optional(
        "prefix",
        text("前缀", "放在桶里的哪个文件夹。", "The folder in the bucket.").example("zt/jinzhan"),
    )
    .optional("virtual_host", flag("桶名在域名里", "有的云要求。", "Some clouds demand it.").example(false))
    .sometimes(
        "url",
        address(
            "网址",
            "WebDAV 文件夹的网址。",
            "The folder's address.",
            "https://dav.example.gov.cn/zt/jinzhan/",
        ),
    );
    let every: Vec<&str> = KEYS.iter().flat_map(|(_, keys, _)| keys.iter().copied()).collect();
    for (kind, own, required) in KEYS {
        let others: Vec<&str> = every.iter().copied().filter(|key| !own.contains(key)).collect();
        target = target.when(is("kind", &[kind]), without(&others)).when(is("kind", &[kind]), all(required));
    }
    Schema::named(
        target,
        "发布目标",
        "`gongbao publish` 发布到哪里，每个目标一个名称。",
        "Where `gongbao publish` puts the site, each target with a name.",
    )
    .with("propertyNames", json!({ "pattern": "^[a-z0-9][a-z0-9_-]*$" }))
    .example(json!({ "disk": { "kind": "folder", "path": "D:/jinzhan" } }))
}

fn path() -> Schema {
    text(
        "文件夹",
        "服务器或本机上的文件夹；本机的可以写相对于站点文件夹的路径。",
        "The folder on the server or machine; on this machine also relative to the site's folder.",
    )
    .example("/www/zt/jinzhan")
}

fn host() -> Schema {
    let host =
        Schema::new(&["string", "number"], "主机", "服务器的域名或地址。", "The server's name or address.");
    host.with("pattern", json!("^[^ /@]+$")).example("www.example.gov.cn")
}

fn bucket() -> Schema {
    let bucket = Schema::new(&["string", "number"], "桶", "对象存储的桶。", "The bucket.");
    bucket.with("pattern", json!("^[A-Za-z0-9._-]+$")).example("jinzhan")
}

fn host_key() -> Schema {
    let key = Schema::new(
        &["string"],
        "服务器指纹",
        "服务器公钥的 SHA256 指纹；不写就看 known_hosts。",
        "The SHA256 fingerprint of the server's key; without it known_hosts is asked.",
    );
    key.with("pattern", json!("^SHA256:[A-Za-z0-9+/]{43}$"))
        .example("SHA256:uNiVztksCsDhcc0u9e8BrX7Vb9Sy4pFrNP4xDWw1vbs")
}

fn address(title: &str, zh: &str, en: &str, example: &str) -> Schema {
    Schema::new(&["string"], title, zh, en).with("pattern", json!("^https?://[^ ?#@]+$")).example(example)
}
