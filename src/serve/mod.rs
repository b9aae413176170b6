//! The preview: the same jobs as a build, answered from memory, made anew when something is saved.
//!
//! ```text
//! watch -> rebuild -> State -- events --> open pages: fetch, compare, change only what differs
//!             |         ^
//!             v         |  answer: a path of the plan -> render -> bytes, and our script into pages
//!          Shown -------+
//! ```
//!
//! Nothing is written. A state that has errors is not shown: the last good one stays, and the errors are
//! told over it. Only this machine is answered.

mod answer;
mod editor;
mod events;
mod guard;
mod http;
mod listen;
mod page;
mod rebuild;
mod shown;
mod state;
mod sweep;
mod watch;

pub use editor::Editor;
pub use listen::{PORT, Taken};
pub use rebuild::{News, Rebuild};
pub use shown::Shown;

use crate::diagnostic::Diagnostics;
use crate::model::Language;
use crate::pipeline::Options;
use crate::source::Sources;
use guard::Guard;
use state::State;
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::Instant;
use watch::Watch;

/// What a preview is asked for.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What is previewed.
    pub options: Options,
    /// The port; else the first free one from [`PORT`] on. 0 is any.
    pub port: Option<u16>,
    /// The language of messages.
    pub language: Language,
    /// What opens files.
    pub editor: Editor,
}

/// What the person at the terminal is told.
pub enum Told<'a> {
    /// It can be looked at, under this address; the port is another one than usual where that is taken.
    Ready {
        /// The address.
        address: &'a str,
        /// The port that was passed over.
        taken: Option<u16>,
    },
    /// The system does not say when something is saved, for this reason.
    Polling(&'a str),
    /// A look found something new.
    News(&'a News),
    /// Pages could not be made.
    Pages {
        /// What is wrong.
        problems: &'a Diagnostics,
        /// The files that it stands in.
        sources: &'a Sources,
    },
    /// The folder could not be read; it is tried again.
    Failed(&'a io::Error),
}

/// Tells it.
pub trait Tell: Send + Sync {
    /// Tells one thing.
    fn tell(&self, told: Told);
}

/// Why there is no preview.
#[derive(Debug)]
pub enum Stop {
    /// There is nowhere to listen.
    Taken(Taken),
    /// Reading the site for the first time, or the network, failed.
    Failed(io::Error),
}

/// Previews until Ctrl-C.
///
/// # Errors
/// When there is nowhere to listen, or the machine fails at the start.
pub fn serve(settings: Settings, tell: Arc<dyn Tell>) -> Result<(), Stop> {
    let listening = listen::listen(settings.port).map_err(Stop::Taken)?;
    // Before the first reading, so that nothing is missed that is saved meanwhile.
    let (watch, problem) = Watch::new(&settings.options.root);
    if let Some(problem) = problem {
        tell.tell(Told::Polling(&problem));
    }
    let state = Arc::new(State::new(Guard::new(listening.port), settings.editor, settings.language));
    let (to_sweep, states) = channel();
    let mut rebuild = Rebuild::new(settings.options);
    if let Some(news) = rebuild.look(&BTreeSet::new()).map_err(Stop::Failed)? {
        take(news, &state, &to_sweep, &*tell);
    }
    let (swept, sweeper) = (state.clone(), tell.clone());
    std::thread::spawn(move || sweep::sweep(&states, &swept, &*sweeper));
    let usual = settings.port.is_some() || listening.port == PORT;
    let address = format!("http://127.0.0.1:{}/", listening.port);
    tell.tell(Told::Ready { address: &address, taken: (!usual).then_some(PORT) });
    let shared = state.clone();
    std::thread::spawn(move || look_again_and_again(watch, rebuild, &shared, &to_sweep, &*tell));
    http::run(listening.listeners, &state).map_err(Stop::Failed)
}

/// Looks whenever there is a reason to.
fn look_again_and_again(
    mut watch: Watch,
    mut rebuild: Rebuild,
    state: &State,
    to_sweep: &Sender<Arc<Shown>>,
    tell: &dyn Tell,
) {
    // A folder that stays unreadable is told once.
    let mut told = None;
    loop {
        let named = watch.wait();
        let start = Instant::now();
        let looked = rebuild.look(&named);
        watch.looked(start.elapsed(), looked.is_err());
        match looked {
            Ok(news) => {
                told = None;
                news.into_iter().for_each(|news| take(news, state, to_sweep, tell));
            }
            Err(error) => {
                let words = error.to_string();
                if told.as_ref() != Some(&words) {
                    tell.tell(Told::Failed(&error));
                }
                told = Some(words);
            }
        }
    }
}

/// Shows what is new, first on the open pages.
fn take(news: News, state: &State, to_sweep: &Sender<Arc<Shown>>, tell: &dyn Tell) {
    if let Some(shown) = &news.shown {
        // The other end is there as long as the program runs.
        let _ = to_sweep.send(shown.clone());
    }
    state.take(&news);
    tell.tell(Told::News(&news));
}
