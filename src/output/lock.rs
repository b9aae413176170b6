//! One build at a time: a lock that the system releases when its holder ends, however it ends.

use std::fs::{self, File, TryLockError};
use std::io::{Seek, Write};

use super::failure::{Action, Failure};
use super::folders::Folders;
use super::refusal::Refusal;

/// Held while it lives. The file itself stays: to remove it would let two builds lock two files of one name.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or says who holds it.
    pub(super) fn take(folders: &Folders) -> Result<Self, Refusal> {
        let path = folders.lock();
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(Failure::machine(Action::Write, &path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held(folders)),
            Err(TryLockError::Error(error)) => {
                return Err(Failure::machine(Action::Lock, &path)(error).into());
            }
        }
        // Who holds it is the number in the file, and since when is the file's own time.
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| writeln!(file, "{}", std::process::id()))
            .map_err(Failure::machine(Action::Write, &path))?;
        Ok(Lock { _file: file })
    }
}

fn held(folders: &Folders) -> Refusal {
    let path = folders.lock();
    // Windows does not let others read a locked file, but tells its time.
    let process = fs::read_to_string(&path).ok().and_then(|text| text.trim().parse().ok());
    let running = fs::metadata(&path).ok().and_then(|data| data.modified().ok()?.elapsed().ok());
    Refusal::Busy { output: folders.output.clone(), process, running }
}
