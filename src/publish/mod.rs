//! A finished build -> a server, a store or a folder that readers are served from.
//!
//! ```text
//! Standing (output) + Record (at the target) -> Plan -> send, phase by phase -> Record
//! ```
//!
//! Only what changed travels. New files go first and nothing is removed before the end, so that whatever
//! stops a run, no page that a reader can reach points to nothing. The record at the target says what we
//! put there; foreign files stay. The hash (sha2) and what talks to servers (opendal, russh) are fenced in here.

mod built;
mod plan;
mod record;
mod secrets;
mod send;
mod target;
#[cfg(test)]
mod tests;
mod trouble;

pub use built::Content;
pub use plan::{Plan, Upload};
pub use secrets::{Environment, Secrets};
pub use send::{Done, Watch};
pub use trouble::Trouble;

use crate::model::PublishTarget;
use crate::output::Standing;
use record::Record;
use std::path::Path;
use target::Target;

/// A connection to a target, with what is known to be there and what is to be done.
pub struct Publication {
    target: Box<dyn Target>,
    record: Option<Record>,
    /// What is to be done.
    pub plan: Plan,
}

/// Connects to a target and finds out what has to travel. `everything` sends all files, whatever the
/// record says, also over files of the same name that somebody else put there. Nothing is written.
pub fn prepare(
    to: &PublishTarget,
    standing: &Standing,
    root: &Path,
    secrets: &Secrets,
    everything: bool,
) -> Result<Publication, Trouble> {
    let built = built::read(standing)?;
    let target = target::connect(to, standing, root, secrets)?;
    let record = send::patiently(|| Record::read(&*target))?;
    if record.is_none() && !everything {
        let there = send::patiently(|| target.names())?;
        let taken: Vec<String> =
            there.into_iter().filter(|name| built.keys().any(|path| is_first(name, path))).collect();
        if !taken.is_empty() {
            return Err(Trouble::taken(&taken));
        }
    }
    let plan = Plan::of(&built, record.as_ref(), everything);
    Ok(Publication { target, record, plan })
}

/// Whether a name is the first part of a path.
fn is_first(name: &str, path: &str) -> bool {
    path.split('/').next() == Some(name)
}

impl Publication {
    /// Does what is planned.
    pub fn run(self, standing: &Standing, watch: &dyn Watch) -> Result<Done, Trouble> {
        send::send(&*self.target, &self.plan, self.record, &standing.output, watch)
    }
}
