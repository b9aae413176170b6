//! Carries a plan out: several files at a time, phase after phase, and keeps the record true on the way.

use super::built::{self, Content};
use super::plan::{Plan, Upload};
use super::record::{Entry, Record};
use super::target::Target;
use super::trouble::Trouble;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How many files travel at the same time.
const AT_ONCE: usize = 4;

/// How long a run may go on before it notes what has arrived.
const NOTE_AFTER: Duration = Duration::from_secs(3);

/// The same, in files.
const NOTE_EVERY: usize = 100;

/// How long to wait before each new try, where a trouble may pass.
const WAITS: [Duration; 3] = [Duration::from_millis(300), Duration::from_secs(1), Duration::from_secs(3)];

/// Told of what happens on the way.
pub trait Watch: Sync {
    /// A file has arrived, of so many bytes.
    fn sent(&self, bytes: u64);
    /// A file was removed.
    fn removed(&self);
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Files that are new.
    pub new: usize,
    /// Files that were replaced.
    pub changed: usize,
    /// Files that were removed.
    pub removed: usize,
    /// Files that were there already.
    pub unchanged: usize,
    /// Bytes that were sent.
    pub bytes: u64,
}

/// No new try is begun after so long: a server that never answers is not waited for four times.
const PATIENCE: Duration = Duration::from_secs(60);

/// Does something that may fail for a moment, with pauses between the tries.
pub(super) fn patiently<T>(act: impl Fn() -> Result<T, Trouble>) -> Result<T, Trouble> {
    let begun = Instant::now();
    for wait in WAITS {
        match act() {
            Err(trouble) if trouble.passing && begun.elapsed() < PATIENCE => thread::sleep(wait),
            other => return other,
        }
    }
    act()
}

/// What all threads of a run share.
struct Run<'a> {
    target: &'a dyn Target,
    output: &'a Path,
    watch: &'a dyn Watch,
    state: Mutex<State>,
    /// Held by the one thread that writes the record.
    noting: Mutex<()>,
}

struct State {
    record: Record,
    done: Done,
    noted: Instant,
    since: usize,
}

/// Sends, notes and removes. After any failure the target can be read, and the next run goes on from there.
pub(super) fn send(
    target: &dyn Target,
    plan: &Plan,
    record: Option<Record>,
    output: &Path,
    watch: &dyn Watch,
) -> Result<Done, Trouble> {
    let done = Done { unchanged: plan.unchanged, ..Done::default() };
    if plan.is_empty() {
        return Ok(done);
    }
    let mut files: BTreeMap<String, Entry> =
        record.as_ref().map(|record| record.files.clone()).unwrap_or_default();
    for upload in plan.uploads() {
        files.insert(upload.path.clone(), Entry::Sending { new: upload.new });
    }
    let begun = Record::begin(files, record);
    // Before anything travels: so that the next run knows what may be half there, and that it is ours.
    patiently(|| begun.write(target))?;
    let state = State { record: begun, done, noted: Instant::now(), since: 0 };
    let run = Run { target, output, watch, state: Mutex::new(state), noting: Mutex::new(()) };
    let result = run.all(plan);
    if let Err(trouble) = &result
        && *trouble != Trouble::overtaken()
    {
        // What has arrived need not travel again; if this fails too, it does.
        let _ = run.note();
    }
    result?;
    Ok(run.state.into_inner().unwrap_or_else(PoisonError::into_inner).done)
}

impl Run<'_> {
    fn all(&self, plan: &Plan) -> Result<(), Trouble> {
        for phase in &plan.phases {
            // Nothing that readers see is changed behind another run's back.
            patiently(|| self.record().still_ours(self.target))?;
            self.at_once(phase, |upload| self.upload(upload))?;
        }
        if !plan.removals.is_empty() {
            patiently(|| self.note())?;
            self.at_once(&plan.removals, |path| self.remove(path))?;
            self.prune(&plan.removals);
        }
        let mut record = self.record();
        patiently(|| record.still_ours(self.target))?;
        record.complete = true;
        record.unfinished.clear();
        patiently(|| record.write(self.target))?;
        self.sweep_records();
        Ok(())
    }

    fn record(&self) -> Record {
        self.lock().record.clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does all items with several threads; after the first failure no other is begun.
    fn at_once<T: Sync>(
        &self,
        items: &[T],
        act: impl Fn(&T) -> Result<(), Trouble> + Sync,
    ) -> Result<(), Trouble> {
        let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let failed = Mutex::new(None);
        let work = || {
            while !stop.load(Ordering::Relaxed) {
                let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
                if let Err(trouble) = act(item).and_then(|()| self.note_in_time()) {
                    stop.store(true, Ordering::Relaxed);
                    failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(trouble);
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..AT_ONCE.min(items.len()) {
                scope.spawn(work);
            }
        });
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(trouble) => Err(trouble),
            None => Ok(()),
        }
    }

    fn upload(&self, upload: &Upload) -> Result<(), Trouble> {
        let path = &upload.path;
        let bytes = built::bytes(self.output, path)?;
        if Content::of(&bytes) != upload.content {
            return Err(Trouble::lasting(
                format!("发布期间 `{path}` 变了；请不要在发布时改动输出文件夹，再运行一次"),
                format!(
                    "`{path}` changed while it was published; leave the output folder alone and run this again"
                ),
            ));
        }
        let (part, old): (String, Vec<String>) = {
            let state = self.lock();
            (state.record.part(path), state.record.old_parts(path).collect())
        };
        let sent = patiently(|| self.target.put(path, &part, &bytes));
        sent.map_err(|trouble| trouble.during(&format!("发送 `{path}`"), &format!("sending `{path}`")))?;
        if upload.begun {
            self.sweep(&old);
        }
        let size = upload.content.size;
        let mut state = self.lock();
        state.record.files.insert(path.clone(), Entry::There(upload.content.clone()));
        state.done.bytes += size;
        if upload.new {
            state.done.new += 1
        } else {
            state.done.changed += 1
        }
        state.since += 1;
        drop(state);
        self.watch.sent(size);
        Ok(())
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        let removed = patiently(|| self.target.remove(path));
        removed
            .map_err(|trouble| trouble.during(&format!("删除 `{path}`"), &format!("removing `{path}`")))?;
        let mut state = self.lock();
        if let Some(Entry::Sending { .. }) = state.record.files.remove(path) {
            let old: Vec<String> = state.record.old_parts(path).collect();
            drop(state);
            self.sweep(&old);
            state = self.lock();
        }
        state.done.removed += 1;
        state.since += 1;
        drop(state);
        self.watch.removed();
        Ok(())
    }

    /// Removes what broken connections left. Where that cannot be done it does no harm.
    fn sweep(&self, parts: &[String]) {
        for part in parts.iter().filter(|_| self.target.has_parts()) {
            let _ = self.target.remove(part);
        }
    }

    /// The same for the record itself, of which nobody knows who failed to write it.
    fn sweep_records(&self) {
        if self.target.has_parts()
            && let Ok(names) = self.target.names()
        {
            self.sweep(&names.into_iter().filter(|name| Record::is_part(name)).collect::<Vec<_>>());
        }
    }

    /// Removes the folders that removals left empty, the deepest first. Those with other files stay.
    fn prune(&self, removals: &[String]) {
        let files = self.record().files;
        let mut folders: Vec<&str> = Vec::new();
        for path in removals {
            folders.extend(path.rmatch_indices('/').map(|(at, _)| &path[..at]));
        }
        folders.sort_by_key(|folder| (std::cmp::Reverse(folder.len()), *folder));
        folders.dedup();
        folders.retain(|folder| !files.keys().any(|path| path.starts_with(&format!("{folder}/"))));
        for folder in folders {
            self.target.remove_folder(folder);
        }
    }

    fn note_in_time(&self) -> Result<(), Trouble> {
        let state = self.lock();
        let due = state.since > 0 && (state.since >= NOTE_EVERY || state.noted.elapsed() >= NOTE_AFTER);
        drop(state);
        if due { self.note() } else { Ok(()) }
    }

    /// Writes down what has arrived so far, unless another run has begun.
    fn note(&self) -> Result<(), Trouble> {
        // One thread writes, the others go on with their files.
        let _noting = self.noting.lock().unwrap_or_else(PoisonError::into_inner);
        let record = {
            let mut state = self.lock();
            state.noted = Instant::now();
            state.since = 0;
            state.record.clone()
        };
        record.still_ours(self.target)?;
        record.write(self.target)
    }
}
