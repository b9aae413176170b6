//! When to look: the system says that something was saved, or time has passed. notify is fenced in here.
//!
//! What an event says is only a hint: the look itself finds what changed, so a lost or doubled event
//! costs nothing, and no event can start a loop.

use crate::source::is_leftover;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// The folders of a site that matter.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Nothing more was saved for so long: a save is several events, and a thousand files come one by one.
const QUIET: Duration = Duration::from_millis(12);

/// However much is saved, a look is made after so long.
const PATIENCE: Duration = Duration::from_millis(300);

/// A second look after an event: a folder that is new may have been filled before it was watched.
const AFTERWARDS: Duration = Duration::from_millis(250);

/// A look without any event.
const REGULAR: Duration = Duration::from_secs(2);

/// The same where the system tells nothing.
const POLLING: Duration = Duration::from_millis(400);

/// A look without an event may take this part of the time at most.
const SHARE: u32 = 20;

/// Waits for the next reason to look.
pub(super) struct Watch {
    root: PathBuf,
    watcher: Option<RecommendedWatcher>,
    /// Paths relative to the root, as the system names them.
    named: Receiver<Vec<String>>,
    /// Held where there is no watcher, so that nobody seems to have hung up.
    _sender: Sender<Vec<String>>,
    /// When to look again after an event.
    afterwards: Option<Instant>,
    /// How long the last look took.
    last_look: Duration,
}

impl Watch {
    /// Watches `content/` and `themes/` below the root. Where that cannot be done, why is returned too,
    /// and the folders are looked through again and again instead.
    pub(super) fn new(root: &Path) -> (Watch, Option<String>) {
        let (sender, named) = channel();
        let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        let (own, tell) = (root.clone(), sender.clone());
        let heard = move |event: notify::Result<Event>| {
            let names = event.map_or(vec![String::new()], |event| names(&own, &event));
            if !names.is_empty() {
                // Nobody listens only where the preview has ended.
                let _ = tell.send(names);
            }
        };
        let mut problem = None;
        let mut refused = |error: notify::Error| problem = Some(error.to_string());
        let mut watcher = recommended_watcher(heard).map_err(&mut refused).ok();
        if let Some(made) = &mut watcher
            && let Err(error) = begin(made, &root)
        {
            refused(error);
            watcher = None;
        }
        let watch =
            Watch { root, watcher, named, _sender: sender, afterwards: None, last_look: Duration::ZERO };
        (watch, problem)
    }

    /// Waits until it is time to look, and returns the paths that were named; none where only time passed.
    pub(super) fn wait(&mut self) -> BTreeSet<String> {
        let regular = if self.watcher.is_some() { REGULAR } else { POLLING };
        let regular = regular.max(self.last_look * SHARE);
        let soon = self.afterwards.take().map(|at| at.saturating_duration_since(Instant::now()));
        let mut all = BTreeSet::new();
        match self.named.recv_timeout(soon.map_or(regular, |soon| soon.min(regular))) {
            Ok(names) => all.extend(names),
            Err(_) => return all,
        }
        let first = Instant::now();
        while let Ok(names) = self.named.recv_timeout(QUIET) {
            all.extend(names);
            if first.elapsed() > PATIENCE {
                break;
            }
        }
        self.afterwards = Some(Instant::now() + AFTERWARDS);
        // The folder itself may be another one now, which nobody watches yet.
        if all.iter().any(|name| FOLDERS.contains(&name.as_str()))
            && let Some(watcher) = &mut self.watcher
        {
            for folder in FOLDERS {
                let _ = watcher.unwatch(&self.root.join(folder));
            }
            let _ = begin(watcher, &self.root);
        }
        all
    }

    /// Notes how long the look took, and whether it has to be made again soon.
    pub(super) fn looked(&mut self, took: Duration, again: bool) {
        self.last_look = took;
        if again {
            self.afterwards = Some(Instant::now() + AFTERWARDS);
        }
    }
}

/// Watches the folders that are there, and the root itself for those that come.
fn begin(watcher: &mut RecommendedWatcher, root: &Path) -> notify::Result<()> {
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.map(|name| root.join(name)).iter().filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(())
}

/// The paths of an event, relative to the root; none where nothing of the site can have changed. An
/// empty path stands for anything.
fn names(root: &Path, event: &Event) -> Vec<String> {
    if event.need_rescan() {
        return vec![String::new()];
    }
    if matches!(event.kind, EventKind::Access(_)) {
        return Vec::new();
    }
    let below = |path: &PathBuf| Some(path.strip_prefix(root).ok()?.to_str()?.replace('\\', "/"));
    event.paths.iter().filter_map(below).filter(|name| is_of_site(name)).collect()
}

/// True for what lies in the folders of the site and is not what editors leave beside the work.
fn is_of_site(name: &str) -> bool {
    let mut parts = name.split('/');
    let top = parts.next().is_some_and(|top| FOLDERS.contains(&top));
    // Vim tries out with a file of this name whether it may write here.
    top && !parts.any(is_leftover) && !name.ends_with("/4913")
}

#[test]
fn what_editors_leave_is_no_reason_to_look() {
    let look = ["content", "content/site.yaml", "content/policies/a/policy.md", "themes/portal/base.html"];
    let none = [
        "output/index.html",
        ".gongbao/output/manifest",
        "content/policies/a/.policy.md.swp",
        "content/policies/a/policy.md~",
        "content/policies/a/4913",
        "content/policies/a/files/~$annex.xlsx",
        "content/policies/a/.DS_Store",
        "content/x.tmp",
        "content/.#site.yaml",
        "content/#site.yaml#",
    ];
    assert_eq!(look.map(is_of_site), [true; 4]);
    assert_eq!(none.map(is_of_site), [false; 10]);
}
