//! The stages in order and the gates between them: the whole program on one screen.
//!
//! ```text
//! Sources -> Site, Theme | gate | Assessment, Changes -> Plan | gate | pages -> sink | gate | commit
//! ```
//!
//! `check` has a sink that keeps only addresses, and the inspector looks at everything afterwards.
//! A site of several languages is one `Site` a language, and from there on goes the same way for each.
//!
//! A stage reports all of its errors, then the build stops, so one mistake never shows as twenty.
//! Whatever goes wrong before the commit, the output folder stays as it was.

mod kept;
mod ready;

pub use kept::Kept;
pub use ready::{Edition, Ready, prepare};

use crate::diagnostic::{Diagnostics, Severity};
use crate::inspect::{self, Report};
use crate::model::Language;
use crate::output::{self, Failure, Nothing, Refusal, Summary};
use crate::render::{self, Sink};
use crate::source::Sources;
use crate::theme::Theme;
use crate::theme::view::PageView;
use jiff::civil::Date;
use std::io;
use std::path::{Path, PathBuf};

/// What a run is asked for. Nothing of it is read from the environment.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder that holds `content/` and, if it has any, `themes/`.
    pub root: PathBuf,
    /// Today.
    pub as_of: Date,
    /// The day with which the newest publication is compared, instead of the publication before it.
    pub since: Option<Date>,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether warnings stop the build too.
    pub strict: bool,
    /// Whether pictures and booklets are made, with their pages and links.
    pub pictures: bool,
    /// Whether the tables of each policy are made as workbooks, whatever the site says.
    pub workbooks: bool,
}

/// What stage a run is in, for whoever shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading and joining the content.
    Reading,
    /// Making this many files.
    Rendering(usize),
    /// Putting them in place.
    Committing,
}

/// Is told how a run goes on.
pub trait Watch: Sync {
    /// A stage begins.
    fn stage(&self, stage: Stage);
    /// One more file is made.
    fn made(&self);
}

/// What came of a run.
#[derive(Debug)]
pub struct Outcome {
    /// All problems.
    pub diagnostics: Diagnostics,
    /// The files that their places refer to.
    pub sources: Sources,
    /// What the commit did; none where nothing was committed.
    pub summary: Option<Summary>,
    /// How many policies the site has.
    pub policies: usize,
    /// How many pages it has.
    pub pages: usize,
}

/// Why a run could not be made at all: a refused output folder, or a machine that fails.
#[derive(Debug)]
pub enum Stop {
    /// The output folder is not ours to write.
    Refused(Refusal),
    /// Reading or writing failed.
    Failed(io::Error),
}

impl Stop {
    /// One sentence: what failed and, where it can be said, what to do.
    pub fn words(&self, language: Language) -> String {
        match self {
            Stop::Refused(refusal) => refusal.words(language),
            Stop::Failed(error) => match Failure::within(error) {
                Some(failure) => failure.words(language),
                None => error.to_string(),
            },
        }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Failed(error)
    }
}

/// `content/` and `themes/` -> `output`, committed only without errors.
///
/// # Errors
/// When the output folder is refused, or the machine fails.
pub fn build(options: &Options, output: &Path, watch: &dyn Watch) -> Result<Outcome, Stop> {
    // A folder that is no site is told as such, and nothing is left behind in it.
    if !options.root.join("content").is_dir() {
        return check(options, watch);
    }
    // Before anything is read: a folder that cannot be written is told at once, and so is a second build.
    let stage = output::open(output, &options.root).map_err(Stop::Refused)?;
    let mut outcome = run(options, &stage, watch)?;
    let stopped = outcome.diagnostics.has_errors()
        || (options.strict && outcome.diagnostics.count(Severity::Warning) > 0);
    if !stopped {
        watch.stage(Stage::Committing);
        let summary = stage.commit()?;
        summary.report(&mut outcome.diagnostics);
        outcome.summary = Some(summary);
    }
    Ok(outcome)
}

/// Everything that `build` does but the writing, and then what the inspector finds.
///
/// # Errors
/// When the machine fails.
pub fn check(options: &Options, watch: &dyn Watch) -> Result<Outcome, Stop> {
    Ok(inspected(options, watch, |_, _, _| ())?.0)
}

/// The same, and what `then` makes of a site that gets so far; what it finds is told with the rest.
///
/// # Errors
/// When the machine fails.
pub fn check_and<T>(
    options: &Options,
    then: impl FnOnce(&render::Input, &mut Diagnostics) -> T,
    watch: &dyn Watch,
) -> Result<(Outcome, Option<T>), Stop> {
    inspected(options, watch, |input, _, d| then(input, d))
}

/// The same, and a report for each organisation; without any where the content or theme has errors that
/// keep the inspector out.
///
/// # Errors
/// When the machine fails.
pub fn check_by_organisation(
    options: &Options,
    language: Language,
    watch: &dyn Watch,
) -> Result<(Outcome, Vec<Report>), Stop> {
    let (outcome, reports) =
        inspected(options, watch, |_, look, d| inspect::by_organisation(look, d, language))?;
    Ok((outcome, reports.unwrap_or_default()))
}

/// The stages into nothing, the inspector, and what follows where they get so far.
fn inspected<T>(
    options: &Options,
    watch: &dyn Watch,
    then: impl FnOnce(&render::Input, &inspect::Input, &mut Diagnostics) -> T,
) -> Result<(Outcome, Option<T>), Stop> {
    let mut made = None;
    let nothing = Nothing::new();
    let pages = inspect::Pages::over(&nothing);
    let outcome = through(
        options,
        watch,
        |theme| theme,
        |input, d| render::render(input, &render::Within::of(input, &pages), d, &|| watch.made()),
        |input, d| {
            let look = inspect::Input {
                site: input.site,
                assessments: input.assessments,
                plan: input.plan,
                sources: input.sources,
                pages: &pages,
                as_of: input.as_of,
            };
            inspect::inspect(&look, d);
            let used = inspect::allowed(input.site, input.sources, d);
            inspect::report_unused(input.site, input.sources, &used, d);
            made = Some(then(input, &look, d));
        },
    )?;
    Ok((outcome, made))
}

/// The stages, into any sink.
///
/// # Errors
/// When the machine fails.
pub fn run(options: &Options, sink: &dyn Sink, watch: &dyn Watch) -> Result<Outcome, Stop> {
    Ok(run_and(options, Some(sink), |_, _| (), watch)?.0)
}

/// The same, or without a sink only as far as the plan; and what `last` makes of the site in its main language.
///
/// # Errors
/// When the machine fails.
pub fn run_and<T>(
    options: &Options,
    sink: Option<&dyn Sink>,
    last: impl FnOnce(&render::Input, &mut Diagnostics) -> T,
    watch: &dyn Watch,
) -> Result<(Outcome, Option<T>), Stop> {
    let mut made = None;
    let outcome = through(
        options,
        watch,
        |theme| theme,
        |input, d| match sink {
            Some(sink) => render::render(input, &render::Within::of(input, sink), d, &|| watch.made()),
            None => Ok(()),
        },
        |input, d| {
            inspect::allowed(input.site, input.sources, d);
            made = Some(last(input, d));
        },
    )?;
    Ok((outcome, made))
}

/// What the templates of some pages get.
#[derive(Debug, Default)]
pub struct Given {
    /// Path of the page, and what its template gets, as JSON.
    pub views: Vec<(String, String)>,
    /// The paths of all pages and booklets.
    pub pages: Vec<String>,
}

/// What the templates of the pages get that `wanted` picks by their paths; nothing else is made.
///
/// # Errors
/// When the machine fails.
pub fn given(
    options: &Options,
    wanted: impl Fn(&str, &[String]) -> bool,
    watch: &dyn Watch,
) -> Result<(Outcome, Given), Stop> {
    let mut given = Given::default();
    let outcome = through(
        options,
        watch,
        Theme::showing_views,
        |input, d| {
            let folder = input.site.settings.folder();
            let pages = input.plan.jobs.iter().filter(|job| job.what.has_view());
            let pages: Vec<String> = pages.map(|job| format!("{folder}{}", job.path)).collect();
            let views = render::given(input, |path| wanted(&format!("{folder}{path}"), &pages), d);
            given.views.extend(views.into_iter().map(|(path, view)| (format!("{folder}{path}"), view)));
            given.pages.extend(pages);
            Ok(())
        },
        |_, _| (),
    )?;
    Ok((outcome, given))
}

/// Whatever `look` sees in a site without errors, and in its warnings; nothing is made. None with errors.
///
/// # Errors
/// When the machine fails.
pub fn look<T>(
    options: &Options,
    look: impl FnOnce(&render::Input, &Diagnostics) -> T,
    watch: &dyn Watch,
) -> Result<(Outcome, Option<T>), Stop> {
    let mut seen = None;
    let outcome =
        through(options, watch, |theme| theme, |_, _| Ok(()), |input, d| seen = Some(look(input, d)))?;
    Ok((outcome, seen))
}

/// The review sheet of the newest publication, as HTML, with all that `check` would say; none with errors.
///
/// # Errors
/// When the machine fails.
pub fn review(options: &Options, watch: &dyn Watch) -> Result<(Outcome, Option<Vec<u8>>), Stop> {
    let (outcome, sheet) = inspected(options, watch, |input, _, d| {
        let view = render::review(input, d);
        let page = input.theme.render("review.html", &PageView::default(), "review", &view);
        page.map_err(|problem| d.push(problem.with("page", "review.html"))).ok()
    })?;
    let sheet = sheet.flatten().filter(|_| !outcome.diagnostics.has_errors());
    Ok((outcome, sheet))
}

/// The stages, with what is made of the theme and, language by language, at the end; `last` sees the main
/// language and all that was found.
fn through(
    options: &Options,
    watch: &dyn Watch,
    dress: impl Fn(Theme) -> Theme,
    mut make: impl FnMut(&render::Input, &mut Diagnostics) -> io::Result<()>,
    last: impl FnOnce(&render::Input, &mut Diagnostics),
) -> Result<Outcome, Stop> {
    let mut d = Diagnostics::new();
    watch.stage(Stage::Reading);
    let mut sources = Sources::read(&options.root, &mut d)?;
    // Without `content/` all that could follow is that everything is missing from it.
    if d.has_errors() && !sources.iter().any(|file| file.path.starts_with("content/")) {
        return Ok(Outcome { diagnostics: d, sources, summary: None, policies: 0, pages: 0 });
    }
    let ready = ready::prepare(options, &mut sources, &mut Kept::default(), dress, &mut d);
    let done = |diagnostics, sources, policies, pages| Outcome {
        diagnostics,
        sources,
        summary: None,
        policies,
        pages,
    };
    let Some(ready) = ready else { return Ok(done(d, sources, 0, 0)) };
    let jobs = || ready.editions.iter().flat_map(|edition| &edition.plan.jobs);
    watch.stage(Stage::Rendering(jobs().count()));
    for input in ready.inputs(&sources) {
        let mut own = Diagnostics::new();
        make(&input, &mut own)?;
        d.append_new(own);
    }
    if let Some(main) = ready.inputs(&sources).next() {
        last(&main, &mut d);
    }
    let pages = jobs().filter(|job| job.what.is_page()).count();
    let policies = ready.assessments.len();
    Ok(done(d, sources, policies, pages))
}
