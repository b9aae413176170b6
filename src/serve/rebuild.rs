//! From what is on disk now to the next state: only what changed is read and judged again.

use super::shown::Shown;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Kept, Options};
use crate::source::Sources;
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Looks at the folder again and again.
pub struct Rebuild {
    options: Options,
    kept: Kept,
    /// As read last; none before the first time.
    sources: Option<Arc<Sources>>,
    number: u64,
}

/// What a look that found something new gave.
pub struct News {
    /// The paths that changed; none the first time.
    pub changed: Vec<String>,
    /// How long it took, from the look to the plan.
    pub took: Duration,
    /// All problems up to the plan.
    pub problems: Diagnostics,
    /// The files that their places refer to.
    pub sources: Arc<Sources>,
    /// The new state; none where an error stopped it.
    pub shown: Option<Arc<Shown>>,
}

impl Rebuild {
    /// Of the site that the options name. Nothing is read yet.
    pub fn new(options: Options) -> Rebuild {
        Rebuild { options, kept: Kept::keeping(), sources: None, number: 0 }
    }

    /// Reads what is new, files of which the disk says nothing new only if they are `named`. None where
    /// everything has the content that it had.
    ///
    /// # Errors
    /// When a folder or file cannot be read, which an editor that is saving can bring about; the next
    /// look begins where this one did.
    pub fn look(&mut self, named: &BTreeSet<String>) -> io::Result<Option<News>> {
        let start = Instant::now();
        let mut d = Diagnostics::new();
        let mut sources = match &self.sources {
            Some(before) => again(before, named, &mut d)?,
            None => Sources::read(&self.options.root, &mut d)?,
        };
        let mut changed = Vec::new();
        if let Some(before) = &self.sources {
            changed = sources.changed_since(before).into_iter().map(str::to_owned).collect();
            if changed.is_empty() {
                self.sources = Some(Arc::new(sources));
                return Ok(None);
            }
        }
        // Without `content/` all that could follow is that everything is missing from it.
        let is_site = sources.iter().any(|file| file.path.starts_with("content/"));
        let ready = is_site
            .then(|| pipeline::prepare(&self.options, &mut sources, &mut self.kept, |theme| theme, &mut d))
            .flatten();
        let sources = Arc::new(sources);
        self.sources = Some(sources.clone());
        self.number += 1;
        let shown = ready.map(|ready| Arc::new(Shown::new(self.number, ready, sources.clone())));
        Ok(Some(News { changed, took: start.elapsed(), problems: d, sources, shown }))
    }
}

/// The files as they are now. Where the system named those that were saved, the others are looked at later.
fn again(before: &Sources, named: &BTreeSet<String>, d: &mut Diagnostics) -> io::Result<Sources> {
    if !named.is_empty()
        && let Some(sources) = before.read_named(named, d)?
    {
        return Ok(sources);
    }
    before.read_again(named, d)
}
