//! What the preview shows now: the last good state of the site, and all errors since.

use super::editor::Editor;
use super::guard::Guard;
use super::rebuild::News;
use super::shown::Shown;
use crate::diagnostic::{Diagnostics, Overlay};
use crate::model::Language;
use crate::source::Sources;
use serde::Serialize;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::watch;

/// Shared by all requests and by whoever rebuilds.
pub(super) struct State {
    pub(super) guard: Guard,
    pub(super) editor: Editor,
    pub(super) language: Language,
    current: RwLock<Current>,
    /// The message that every open page gets, as JSON.
    message: watch::Sender<Arc<str>>,
}

#[derive(Default)]
struct Current {
    /// The last good state.
    shown: Option<Arc<Shown>>,
    /// True where nothing newer failed.
    newest: bool,
    /// What is wrong up to the plan, and the files that it stands in.
    problems: Diagnostics,
    sources: Arc<Sources>,
}

/// What an open page is told.
#[derive(Serialize)]
struct Message<'a> {
    /// Another run of the program: pages begin afresh.
    run: &'a str,
    /// The number of the state that is shown; 0 where there is none.
    build: u64,
    /// Style sheets and scripts, each with a hash of its bytes.
    assets: BTreeMap<&'a str, String>,
    #[serde(flatten)]
    overlay: Overlay,
}

impl State {
    /// With nothing to show yet.
    pub(super) fn new(guard: Guard, editor: Editor, language: Language) -> State {
        let message = watch::Sender::new(Arc::from("{}"));
        State { guard, editor, language, current: RwLock::default(), message }
    }

    /// The last good state.
    pub(super) fn shown(&self) -> Option<Arc<Shown>> {
        self.read(|current| current.shown.clone())
    }

    /// The files as they were read last.
    pub(super) fn sources(&self) -> Arc<Sources> {
        self.read(|current| current.sources.clone())
    }

    /// True where this state is the newest of all, failed ones among them.
    pub(super) fn is_newest(&self, shown: &Shown) -> bool {
        self.read(|current| {
            current.newest && current.shown.as_ref().is_some_and(|now| now.number == shown.number)
        })
    }

    /// Shows what a look gave, and tells all open pages.
    pub(super) fn take(&self, news: &News) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        current.newest = news.shown.is_some();
        current.problems = news.problems.clone();
        current.sources = news.sources.clone();
        if news.shown.is_some() {
            current.shown.clone_from(&news.shown);
        }
        drop(current);
        self.tell();
    }

    /// Tells all open pages, where there is anything new.
    pub(super) fn tell(&self) {
        let text: Arc<str> = self.read(|current| self.message(current)).into();
        self.message.send_if_modified(|now| {
            let new = **now != *text;
            *now = text;
            new
        });
    }

    /// What open pages are told, now and from now on.
    pub(super) fn messages(&self) -> watch::Receiver<Arc<str>> {
        self.message.subscribe()
    }

    fn message(&self, current: &Current) -> String {
        let mut problems = current.problems.clone();
        let shown = current.shown.as_deref();
        if let Some(shown) = shown.filter(|_| current.newest) {
            problems.append(shown.problems());
        }
        let assets = shown.into_iter().flat_map(|shown| shown.ready.editions[0].theme.assets());
        let message = Message {
            run: &self.guard.run,
            build: shown.map_or(0, |shown| shown.number),
            assets: assets
                .filter(|(name, _)| is_loaded(name))
                .map(|(name, bytes)| (name, hash(bytes)))
                .collect(),
            overlay: Overlay::of(&problems, &*current.sources, self.language),
        };
        // Nothing in it can fail to be written.
        serde_json::to_string(&message).unwrap_or_default()
    }

    fn read<T>(&self, of: impl FnOnce(&Current) -> T) -> T {
        of(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What a page loads once and keeps.
fn is_loaded(name: &str) -> bool {
    name.ends_with(".css") || name.ends_with(".js")
}

fn hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
