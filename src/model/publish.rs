//! Where a site is put: the targets of `publish` in `content/site.yaml`. No secret is part of them.

/// A place to publish to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishTarget {
    /// Its name, by which `gongbao publish` and the environment call it.
    pub name: String,
    /// What it is.
    pub place: PublishPlace,
}

/// What a target is, with all that is known without secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishPlace {
    /// A folder of this machine, or of a drive that it has.
    Folder {
        /// Absolute, or relative to the site's folder.
        path: String,
    },
    /// A folder of a server, by SFTP.
    Sftp {
        /// The server's name or address.
        host: String,
        /// Its port, 22 unless said.
        port: u16,
        /// Who signs in.
        user: String,
        /// The folder there.
        path: String,
        /// The fingerprint of the server's key, `SHA256:…`; without it `known_hosts` must know the server.
        host_key: Option<String>,
    },
    /// A bucket of an S3-compatible store.
    S3 {
        /// The address of the store.
        endpoint: String,
        /// The bucket.
        bucket: String,
        /// The region; `us-east-1` unless said, which stores without regions take.
        region: String,
        /// The folder in the bucket; empty is all of it.
        prefix: String,
        /// Whether the bucket is part of the host's name, as some clouds demand.
        virtual_host: bool,
    },
    /// A folder of a server, by WebDAV.
    WebDav {
        /// The address of the folder.
        url: String,
        /// Who signs in, if anyone.
        user: Option<String>,
    },
}

/// Whether an address is plain HTTP to another machine than this one, so that others can read what passes.
pub fn is_readable_on_the_way(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("http://") else { return false };
    let host = rest.split('/').next().unwrap_or_default();
    let host = match host.strip_prefix('[') {
        Some(inner) => inner.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let own = host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    !own
}

#[cfg(test)]
mod tests {
    use super::is_readable_on_the_way;

    #[test]
    fn only_plain_addresses_of_other_machines_can_be_read_on_the_way() {
        for url in ["http://dav.example.gov.cn/a", "http://10.0.0.8:9000", "http://127.example.org/"] {
            assert!(is_readable_on_the_way(url), "{url}");
        }
        for url in [
            "https://dav.example.gov.cn/a",
            "http://127.0.0.1:9000/",
            "http://localhost",
            "http://[::1]:80/x",
        ] {
            assert!(!is_readable_on_the_way(url), "{url}");
        }
    }
}
