//! One state of the site, ready to be looked at: files are made when somebody asks for them, by the
//! very jobs of a build, and kept as long as the state is shown. A booklet that nobody has asked for has no size yet, so its link prints none.

use crate::diagnostic::Diagnostics;
use crate::pipeline::Ready;
use crate::plan::Job;
use crate::render::{self, Input, Sink, Whole, Within};
use crate::source::Sources;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// A state of the site.
pub struct Shown {
    /// Which state it is: a later one has a higher number.
    pub(super) number: u64,
    /// What it is made from.
    pub(super) ready: Ready,
    /// The files that places of its problems refer to.
    pub(super) sources: Arc<Sources>,
    /// By language, gathered when the first page is made.
    whole: Vec<OnceLock<Whole>>,
    /// What was made so far, by path.
    made: Mutex<BTreeMap<String, Arc<Vec<u8>>>>,
    /// What is dear is made one after the other: a page asks for all slices of its picture at once, and a
    /// reader of PDF for the same file in pieces.
    dear: Mutex<()>,
    /// What was found wrong with each page while it was made, by the position of its edition and its path there.
    found: Mutex<BTreeMap<(usize, String), Diagnostics>>,
}

/// What there is under an address.
pub(super) enum Found {
    /// A file.
    File(Arc<Vec<u8>>),
    /// Nothing.
    Nothing,
    /// A page that could not be made: what is wrong is told with the site's other errors.
    Faulty,
}

impl Shown {
    /// A state of this number, of which nothing is made yet.
    pub fn new(number: u64, ready: Ready, sources: Arc<Sources>) -> Shown {
        Shown {
            number,
            whole: ready.editions.iter().map(|_| OnceLock::new()).collect(),
            ready,
            sources,
            made: Mutex::default(),
            dear: Mutex::default(),
            found: Mutex::default(),
        }
    }

    /// The bytes of a path of the output; none where the plan has none such. The same bytes as a build writes, but for the sizes of
    /// booklets.
    ///
    /// # Errors
    /// When an attachment cannot be read.
    pub fn bytes(&self, path: &str) -> io::Result<Option<Arc<Vec<u8>>>> {
        if let Some(bytes) = held(&self.made).get(path) {
            return Ok(Some(bytes.clone()));
        }
        let Some((n, job)) = self.ready.maker(path) else { return Ok(None) };
        let _one = job.what.is_dear().then(|| held(&self.dear));
        if let Some(bytes) = held(&self.made).get(path) {
            return Ok(Some(bytes.clone()));
        }
        self.make(n, job, path)?;
        Ok(held(&self.made).get(path).cloned())
    }

    /// What there is under a path.
    pub(super) fn find(&self, path: &str) -> io::Result<Found> {
        let bytes = self.bytes(path)?;
        Ok(match (bytes, self.ready.job(path)) {
            (Some(bytes), _) => Found::File(bytes),
            (None, Some(_)) => Found::Faulty,
            (None, None) => Found::Nothing,
        })
    }

    /// Makes a page only to see what is wrong with it.
    pub(super) fn try_page(&self, n: usize, job: &Job) {
        let known = held(&self.found).contains_key(&(n, job.path.clone()));
        if !known {
            let mut d = Diagnostics::new();
            let nowhere = Only { wanted: "", made: Mutex::default() };
            // It takes nothing, so it cannot fail.
            let _ = render::make(&self.input(n), self.whole(n), job, &nowhere, &mut d);
            held(&self.found).insert((n, job.path.clone()), d);
        }
    }

    /// Takes what another state found, of pages that are the same here.
    pub(super) fn inherit(&self, before: &Shown, same: impl Fn(usize, &str) -> bool) {
        let theirs = held(&before.found).clone();
        let mut own = held(&self.found);
        for (page, d) in theirs.into_iter().filter(|((n, path), _)| same(*n, path)) {
            own.entry(page).or_insert(d);
        }
    }

    /// What was found wrong while pages were made, what many share told once.
    pub(super) fn problems(&self) -> Diagnostics {
        let mut d = Diagnostics::new();
        let found = held(&self.found);
        for n in 0..self.whole.len() {
            let mut own = Diagnostics::new();
            let pages = found.iter().filter(|((of, _), _)| *of == n);
            render::each(pages.map(|(_, d)| d.clone()), &mut own);
            d.append_new(own);
        }
        d
    }

    fn input(&self, n: usize) -> Input<'_> {
        self.ready.input(&self.ready.editions[n], &self.sources)
    }

    fn whole(&self, n: usize) -> &Whole {
        self.whole[n].get_or_init(|| Whole::of(&self.input(n)))
    }

    fn make(&self, n: usize, job: &Job, path: &str) -> io::Result<()> {
        let mut d = Diagnostics::new();
        let sink = Only { wanted: path, made: Mutex::default() };
        let input = self.input(n);
        render::make(&input, self.whole(n), job, &Within::of(&input, &sink), &mut d)?;
        held(&self.found).insert((n, job.path.clone()), d);
        let made = sink.made.into_inner().unwrap_or_else(PoisonError::into_inner);
        held(&self.made).extend(made);
        Ok(())
    }
}

/// A sink that wants one file of a job: what is dear beside it is not made.
struct Only<'a> {
    wanted: &'a str,
    made: Mutex<BTreeMap<String, Arc<Vec<u8>>>>,
}

impl Sink for Only<'_> {
    fn emit(&self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        held(&self.made).insert(path.to_owned(), Arc::new(bytes));
        Ok(())
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        if path == self.wanted { self.emit(path, fs::read(from)?) } else { Ok(()) }
    }

    fn kept(&self, path: &str, _: u128) -> bool {
        // Slices are cut from one drawing, which tells how many there are.
        let slices = |path: &str| path.rsplit('/').next().is_some_and(|name| name.starts_with("slice"));
        path != self.wanted && !(slices(path) && slices(self.wanted))
    }
}

/// A lock that a thread failed under guards only what can be made again.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
