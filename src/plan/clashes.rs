//! Files that would stand in each other's way, and names that some host would not take.

use super::{Job, names};
use crate::diagnostic::{Diagnostic, Diagnostics, Entry, Words, catalogue::plan as code};
use std::collections::BTreeMap;

/// Two files of one path, or of paths that differ only in case, a file where a folder must be, and
/// paths that some host would not take, are errors.
pub(super) fn refuse(jobs: &[Job], d: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &Job> = BTreeMap::new();
    let mut bad = Vec::new();
    for job in jobs {
        if !job.path.is_ascii() {
            d.push(about(job, code::NOT_ASCII));
        } else if names::fault(&job.path).is_some() && !bad.contains(&job.asked_by) {
            // What has a bad name has it in the names of all its files.
            bad.push(job.asked_by);
            d.push(about(job, code::BAD_NAME));
        }
        if let Some(first) = seen.insert(job.path.to_ascii_lowercase(), job) {
            d.push(clash(job, first));
        }
    }
    // Only layout knows how many files a picture has: its folder is its own.
    for owner in jobs.iter().filter(|job| job.what.is_picture()) {
        let folder = owner.path.trim_end_matches("index.html").to_ascii_lowercase();
        let inside = seen.range(folder.clone()..).take_while(|(path, _)| path.starts_with(&folder));
        for (_, other) in inside.filter(|(_, other)| !other.what.is_picture()) {
            d.push(clash(other, owner));
        }
    }
    for (path, job) in &seen {
        let above = path.rmatch_indices('/').find_map(|(at, _)| seen.get(&path[..at]));
        if let Some(file) = above {
            d.push(clash(file, job));
        }
    }
}

/// A problem with the path of a job.
fn about(job: &Job, code: &'static Entry) -> Diagnostic {
    let problem = Diagnostic::nowhere(code).with("path", &job.path);
    Diagnostic { place: job.asked_by, ..problem }
}

fn clash(job: &Job, other: &Job) -> Diagnostic {
    let problem = about(job, code::SAME_URL);
    match other.asked_by {
        Some(place) => problem.also(place, Words { zh: "另一处", en: "the other one" }),
        None => problem,
    }
}
