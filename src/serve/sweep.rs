//! Makes every page once, when nothing else is to be done: so that errors show which only a page brings to
//! light, also of pages that nobody has open. Pictures are made when somebody looks at them.

use super::shown::Shown;
use super::state::State;
use super::{Tell, Told};
use crate::diagnostic::Diagnostics;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

/// So long the page that somebody has open goes first.
const AFTER: Duration = Duration::from_millis(400);

/// Sweeps each state that comes, until a newer one does.
pub(super) fn sweep(states: &Receiver<Arc<Shown>>, state: &State, tell: &dyn Tell) {
    let mut before: Option<Arc<Shown>> = None;
    let mut told = String::new();
    while let Ok(shown) = states.recv() {
        if let Some(before) = &before {
            let shares = before.ready.shares(&shown.ready);
            shown.inherit(before, |n, path| shares && is_same(before, &shown, n, path));
        }
        std::thread::sleep(AFTER);
        let editions = shown.ready.editions.iter().enumerate();
        let jobs = editions.flat_map(|(n, edition)| edition.plan.jobs.iter().map(move |job| (n, job)));
        for (n, job) in jobs.filter(|(_, job)| job.what.is_page() && !job.what.is_picture()) {
            if !state.is_newest(&shown) {
                break;
            }
            shown.try_page(n, job);
        }
        if state.is_newest(&shown) {
            state.tell();
            let problems = shown.problems();
            let now = words(&problems);
            if problems.has_errors() && now != told {
                tell.tell(Told::Pages { problems: &problems, sources: &shown.sources });
            }
            told = now;
        }
        before = Some(shown);
    }
}

/// True where a page of the edition at this position is one of the very same policy.
fn is_same(before: &Shown, now: &Shown, edition: usize, path: &str) -> bool {
    let policy = |shown: &Shown| {
        let edition = &shown.ready.editions[edition];
        let n = edition.plan.job(path)?.what.policy()?;
        Some(edition.site.policies[n].clone())
    };
    match (policy(before), policy(now)) {
        (Some(old), Some(new)) => Arc::ptr_eq(&old, &new),
        _ => false,
    }
}

/// What is wrong, for telling it once.
fn words(problems: &Diagnostics) -> String {
    let all: BTreeSet<String> = problems
        .iter()
        .map(|problem| format!("{}{:?}{:?}", problem.entry.code, problem.place, problem.args))
        .collect();
    all.into_iter().collect()
}
