//! Size and hash of a file: how two files are told apart. Outside crate: xxhash-rust.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// Size and hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Digest {
    /// Length in bytes.
    pub(super) size: u64,
    /// XXH3 of 128 bits.
    #[serde(with = "hex")]
    pub(super) hash: u128,
}

impl Digest {
    /// Of bytes in memory.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Digest { size: bytes.len() as u64, hash: xxh3_128(bytes) }
    }

    /// Of a file on disk, a piece at a time.
    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        match transfer(&mut File::open(path)?, &mut io::sink()) {
            Ok(digest) => Ok(digest),
            Err(Side::Reading(error) | Side::Writing(error)) => Err(error),
        }
    }
}

/// Which end of a transfer failed.
pub(super) enum Side {
    /// The end that is read.
    Reading(io::Error),
    /// The end that is written.
    Writing(io::Error),
}

/// Copies all that is left in a reader, and says what it was.
pub(super) fn transfer(from: &mut dyn Read, to: &mut dyn Write) -> Result<Digest, Side> {
    let mut state = Xxh3::new();
    let mut size = 0;
    let mut piece = vec![0; 64 * 1024];
    loop {
        let count = match from.read(&mut piece) {
            Ok(0) => return Ok(Digest { size, hash: state.digest128() }),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Side::Reading(error)),
        };
        state.update(&piece[..count]);
        to.write_all(&piece[..count]).map_err(Side::Writing)?;
        size += count as u64;
    }
}

/// A hash in JSON: a string, since JSON numbers are not that long.
pub(super) mod hex {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(in crate::output) fn serialize<S: Serializer>(hash: &u128, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("{hash:032x}"))
    }

    pub(in crate::output) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u128, D::Error> {
        let text = String::deserialize(from)?;
        u128::from_str_radix(&text, 16).map_err(|_| D::Error::custom("a hash has 32 hexadecimal digits"))
    }
}
