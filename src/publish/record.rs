//! What we put at a target, kept there in a file of its own: the next run sends only what differs.

use super::built::Content;
use super::target::Target;
use super::trouble::Trouble;
use crate::plan::fault;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher};

/// Its name at the target; without a dot in front, which portals refuse.
pub(super) const NAME: &str = "gongbao-published.json";

/// Rises when a record of an older version can no longer be read.
const VERSION: u32 = 1;

/// All that we put there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    version: u32,
    /// A chance number of the run that wrote it: whoever finds another one has been overtaken.
    pub(super) run: String,
    /// The runs before it that did not come to their end, whose parts may lie about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) unfinished: Vec<String>,
    /// Whether that run came to its end.
    pub(super) complete: bool,
    /// By path.
    pub(super) files: BTreeMap<String, Entry>,
}

/// One file at the target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Entry {
    /// It is there, with this content.
    There(Content),
    /// It was being sent: it may be there or not, in its old or its new content.
    Sending {
        /// True where nothing of that name was there before.
        new: bool,
    },
}

impl Record {
    /// Of a run that begins, after another one if there was any.
    pub(super) fn begin(files: BTreeMap<String, Entry>, before: Option<Record>) -> Self {
        let mut unfinished = Vec::new();
        if let Some(before) = before.filter(|before| !before.complete) {
            unfinished = before.unfinished;
            unfinished.push(before.run);
        }
        Record { version: VERSION, run: chance(), unfinished, complete: false, files }
    }

    /// The names under which a file may lie half sent since earlier runs.
    pub(super) fn old_parts(&self, path: &str) -> impl Iterator<Item = String> {
        self.unfinished.iter().map(move |run| part(path, run))
    }

    /// Reads that of a target; none where nothing was ever published.
    pub(super) fn read(target: &dyn Target) -> Result<Option<Self>, Trouble> {
        let Some(bytes) = target.read(NAME)? else { return Ok(None) };
        match serde_json::from_slice::<Record>(&bytes) {
            // A path that leads out of the folder would have us remove other people's files.
            Ok(record) if record.version == VERSION && record.is_safe() => Ok(Some(record)),
            _ => Err(Trouble::lasting(
                format!(
                    "目标里的发布记录 `{NAME}` 已损坏，或由其他版本的 gongbao 写成；删去它，再加 --all 发布"
                ),
                format!(
                    "the record `{NAME}` at the target is damaged or was written by another version of gongbao; \
                     remove it and publish with --all"
                ),
            )),
        }
    }

    fn is_safe(&self) -> bool {
        let is_plain = |run: &String| run.bytes().all(|byte| byte.is_ascii_alphanumeric());
        self.files.keys().all(|path| fault(path).is_none())
            && is_plain(&self.run)
            && self.unfinished.iter().all(is_plain)
    }

    /// Writes it to a target.
    pub(super) fn write(&self, target: &dyn Target) -> Result<(), Trouble> {
        // Only a map with keys that are no strings could fail here.
        let mut text = serde_json::to_vec(self).expect("a record is plain data");
        text.push(b'\n');
        target.put(NAME, &self.part(NAME), &text)
    }

    /// The name under which a file travels before it takes its place.
    pub(super) fn part(&self, path: &str) -> String {
        part(path, &self.run)
    }

    /// Whether a name is that of a record which did not arrive whole.
    pub(super) fn is_part(name: &str) -> bool {
        name.strip_prefix(NAME)
            .is_some_and(|rest| rest.len() > 5 && rest.starts_with('.') && rest.ends_with(".part"))
    }

    /// Fails where another run has begun since.
    pub(super) fn still_ours(&self, target: &dyn Target) -> Result<(), Trouble> {
        match Record::read(target)? {
            Some(there) if there.run == self.run => Ok(()),
            _ => Err(Trouble::overtaken()),
        }
    }
}

fn part(path: &str, run: &str) -> String {
    format!("{path}.{run}.part")
}

/// Eight letters that no other run has. The standard library seeds its hashes by chance.
fn chance() -> String {
    let mut hasher = std::collections::hash_map::RandomState::new().build_hasher();
    hasher.write_u32(std::process::id());
    format!("{:08x}", hasher.finish() as u32)
}
