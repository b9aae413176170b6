//! SHA-256 and SM3 (GB/T 32905) of a file. The only file that knows `sha2` and `sm3`.

use sha2::{Digest as _, Sha256};
use sm3::Sm3;
use std::io::{self, Read};

/// Size and sums of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    /// In bytes.
    pub size: u64,
    /// SHA-256, 64 hexadecimal digits in lower case.
    pub sha256: String,
    /// SM3, 64 hexadecimal digits in lower case.
    pub sm3: String,
}

impl Sums {
    /// Of bytes in memory.
    pub fn of(bytes: &[u8]) -> Sums {
        Sums { size: bytes.len() as u64, sha256: hex(&Sha256::digest(bytes)), sm3: hex(&Sm3::digest(bytes)) }
    }

    /// Of what a reader gives, a piece at a time; it stops after `most` bytes and one more.
    ///
    /// # Errors
    /// Those of the reader.
    pub fn of_reader(reader: &mut dyn Read, most: u64) -> io::Result<Sums> {
        let (mut sha256, mut sm3, mut size) = (Sha256::new(), Sm3::new(), 0);
        let mut piece = vec![0; 64 * 1024];
        let mut reader = reader.take(most.saturating_add(1));
        loop {
            let count = match reader.read(&mut piece) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            sha256.update(&piece[..count]);
            sm3.update(&piece[..count]);
            size += count as u64;
        }
        Ok(Sums { size, sha256: hex(&sha256.finalize()), sm3: hex(&sm3.finalize()) })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_are_those_of_the_standards() {
        let sums = Sums::of(b"abc");
        assert_eq!(sums.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        // The first example of GB/T 32905-2016.
        assert_eq!(sums.sm3, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assert_eq!(Sums::of_reader(&mut &b"abc"[..], 3).unwrap(), sums);
        assert_eq!(Sums::of_reader(&mut &b"abcdef"[..], 3).unwrap().size, 4);
    }
}
