//! One job -> one output file: pages, charts, data. Pure, and in parallel.
//!
//! Render does not know the disk: it is given a [`Sink`]. A file that cannot be made is a
//! diagnostic; only a sink that fails is an error.

mod article;
#[cfg(feature = "booklet")]
mod booklet;
mod bulletin;
mod card;
mod changes;
mod charts;
mod clause;
mod days;
mod downloads;
mod embed;
mod feed;
mod filter;
mod force;
mod home;
mod indicator;
mod language;
mod linked;
mod links;
mod moved;
mod once;
mod organisation;
mod own;
mod page;
mod picture;
mod policy;
mod progress;
mod review;
mod robots;
mod shared;
mod sink;
mod sites;
mod summary;
mod table;
mod tongues;
mod whole;
mod words;

pub use charts::{Alone, alone};
pub use clause::prose;
pub use once::each;
pub use page::site_view;
pub use review::review;
pub use sink::{Sink, Within};
pub use whole::Whole;

use crate::changes::Changes;
use crate::data;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Policy, Site};
use crate::plan::downloads::TableOf;
use crate::plan::{Job, Plan, What};
use crate::progress::Assessment;
use crate::search;
use crate::source::Sources;
use crate::theme::Theme;
use crate::theme::view::PageView;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;
use shared::Shared;
use std::io;
use std::sync::{Arc, Mutex};

/// Everything that rendering reads.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The content.
    pub site: &'a Site,
    /// What it means, policy by policy.
    pub assessments: &'a [Arc<Assessment>],
    /// What changed.
    pub changes: &'a Changes,
    /// How it looks; the site's view already in it.
    pub theme: &'a Theme,
    /// What is made.
    pub plan: &'a Plan,
    /// The day on which it is made.
    pub as_of: Date,
    /// The texts that places refer to, and the root below which files to copy lie.
    pub sources: &'a Sources,
}

impl<'a> Input<'a> {
    /// A policy with its assessment.
    fn policy(&self, n: usize) -> (&'a Policy, &'a Assessment) {
        (&self.site.policies[n], &self.assessments[n])
    }
}

/// Makes all files of the plan and hands them to the sink, one by one. `done` is called after each.
///
/// # Errors
/// When the sink cannot take a file.
pub fn render(
    input: &Input,
    sink: &dyn Sink,
    d: &mut Diagnostics,
    done: &(dyn Fn() + Sync),
) -> io::Result<()> {
    let found = Mutex::new(Vec::new());
    let whole = Whole::of(input);
    #[cfg(feature = "booklet")]
    let whole = {
        let sizes = booklet::make(input, &whole.fonts, sink, d)?;
        whole.with_booklets(sizes)
    };
    let one = |shared: &Shared, n: usize, job: &Job| {
        let mut own = Diagnostics::new();
        let result = make_beside(input, &whole, shared, job, sink, &mut own);
        if !own.is_empty()
            && let Ok(mut found) = found.lock()
        {
            found.push((n, own));
        }
        done();
        result
    };
    let jobs: Vec<(usize, &Job)> = input.plan.jobs.iter().enumerate().collect();
    let groups: Vec<&[(usize, &Job)]> =
        jobs.chunk_by(|(_, a), (_, b)| a.what.is_of_one_policy(&b.what)).collect();
    let (policies, others): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|group| group[0].1.what.policy().is_some());
    let all = |groups: Vec<&[(usize, &Job)]>| {
        groups.into_par_iter().try_for_each(|group| {
            let shared = Shared::for_job(input, group[0].1);
            group.par_iter().try_for_each(|(n, job)| one(&shared, *n, job))
        })
    };
    // What lists the files of all policies with their sizes comes last, when these are known.
    let (last, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|group| group[0].1.what.is_listing());
    // What tells of all policies is made first: the longest of all files would else be waited for at the end.
    let (others, policies) = rayon::join(|| all(others), || all(policies));
    others.and(policies)?;
    all(last)?;
    // Threads finish in any order; problems are told in the order of the plan.
    let mut found = found.into_inner().unwrap_or_default();
    found.sort_by_key(|(n, _)| *n);
    each(found.into_iter().map(|(_, own)| own), d);
    Ok(())
}

/// What the templates of these pages get, as JSON: path and text. The theme is one of
/// [`Theme::showing_views`].
pub fn given(input: &Input, wanted: impl Fn(&str) -> bool, d: &mut Diagnostics) -> Vec<(String, String)> {
    let jobs = input.plan.jobs.iter().filter(|job| job.what.has_view() && wanted(&job.path));
    let whole = Whole::of(input);
    let text = |job: &Job, d: &mut Diagnostics| match job.what {
        #[cfg(feature = "booklet")]
        What::Booklet(n) => Some(booklet::given(input, &whole.fonts, n)),
        What::Chart(of) => picture::given_chart(input, of),
        ref what if what.is_picture() => picture::given(input, &whole.fonts, job, d),
        _ => String::from_utf8(page(input, &whole, &Shared::for_job(input, job), job, d)?).ok(),
    };
    jobs.filter_map(|job| Some((job.path.clone(), text(job, d)?))).collect()
}

/// Makes what one job asks for, by itself: a file, or all files of a picture or of the search's index. `whole`
/// is that of the input.
///
/// # Errors
/// When the sink cannot take a file.
pub fn make(input: &Input, whole: &Whole, job: &Job, sink: &dyn Sink, d: &mut Diagnostics) -> io::Result<()> {
    make_beside(input, whole, &Shared::for_job(input, job), job, sink, d)
}

/// The same beside other pages of the policy.
fn make_beside(
    input: &Input,
    whole: &Whole,
    shared: &Shared,
    job: &Job,
    sink: &dyn Sink,
    d: &mut Diagnostics,
) -> io::Result<()> {
    let emit = |text: String| sink.emit(&job.path, text.into_bytes());
    match &job.what {
        What::File(source) => sink.copy(&job.path, &input.sources.root().join(source)),
        What::Asset(name) => match input.theme.assets().find(|(asset, _)| asset == name) {
            Some((_, bytes)) => sink.emit(&job.path, bytes.to_vec()),
            None => Ok(()),
        },
        What::PolicyData(_) => emit(shared.data_text(input, 0).to_owned()),
        What::FiguresCsv(n, i) => {
            let position = downloads::position(input, *n, TableOf::Figures(*i));
            emit(shared.data_text(input, position).to_owned())
        }
        What::BreakdownCsv(n, i, b) => {
            let position = downloads::position(input, *n, TableOf::Rows(*i, *b));
            emit(shared.data_text(input, position).to_owned())
        }
        What::DataPackage(n) => emit(downloads::package(input, whole, shared, *n)),
        What::SitePackage => emit(downloads::site_package(input, whole)),
        What::Catalog => emit(downloads::catalog(input, whole)),
        What::SiteTable => emit(whole.site_table(input).to_owned()),
        What::Chart(of) => picture::make_chart((input, &whole.fonts, job, sink), *of, d),
        What::Workbook(_) => {
            let book = shared.workbook(input).map_err(io::Error::other)?;
            sink.emit(&job.path, book.to_vec())
        }
        what if what.is_picture() => picture::make(input, &whole.fonts, job, sink, d),
        What::SearchIndex => {
            let emit = |path: &str, text: String| sink.emit(path, text.into_bytes());
            search::write(input.site, input.as_of, input.plan, input.theme, &emit)
        }
        What::SitesCsv => emit(data::sites_csv(input.site)),
        What::SiteData => emit(whole.site_data(input).to_owned()),
        What::ChangesData => emit(data::changes_json(input.site, input.changes)),
        // In a build made before all pages, which print its size.
        #[cfg(feature = "booklet")]
        What::Booklet(n) if whole.booklets.is_none() => booklet::one(input, &whole.fonts, *n, job, sink, d),
        What::Booklet(_) => Ok(()),
        What::Feed => emit(feed::feed(input)),
        What::Robots => emit(robots::robots(input)),
        What::Sitemap => emit(robots::sitemap(input)),
        _ => match page(input, whole, shared, job, d) {
            Some(html) => sink.emit(&job.path, spoken(input, html)),
            None => Ok(()),
        },
    }
}

/// Renders a page through the theme.
fn page(input: &Input, whole: &Whole, shared: &Shared, job: &Job, d: &mut Diagnostics) -> Option<Vec<u8>> {
    match &job.what {
        What::Home { number, policies } => {
            let (page, view) = home::view(input, whole.overview(input), job, *number, policies.clone());
            finish(input, job, "home", page, &view, d)
        }
        What::Policy(n) => {
            let (page, view) = policy::view(input, (whole, shared), job, *n, d);
            finish(input, job, "policy", page, &view, d)
        }
        What::Progress(n) => {
            let (page, view) = progress::view(input, shared, job, *n);
            finish(input, job, "progress", page, &view, d)
        }
        What::Bulletin(n, r) => {
            let (page, view) = bulletin::view(input, job, *n, *r, d);
            finish(input, job, "bulletin", page, &view, d)
        }
        What::Indicator(n, i) => {
            let (page, view) = indicator::view(input, shared, job, *n, *i);
            finish(input, job, "indicator", page, &view, d)
        }
        What::Interpretation(n, x) => {
            let article = &input.site.policies[*n].interpretations[*x];
            let (page, view) = article::view(input, job, *n, article, d);
            finish(input, job, "article", page, &view, d)
        }
        What::Case(n, x) => {
            let article = &input.site.policies[*n].cases[*x];
            let (page, view) = article::view(input, job, *n, article, d);
            finish(input, job, "article", page, &view, d)
        }
        What::Organisation { ix, number, duties } => {
            let (page, view) = organisation::view(input, job, *ix, *number, duties.clone());
            finish(input, job, "organisation", page, &view, d)
        }
        What::Changes => {
            let (page, view) = changes::view(input, job);
            finish(input, job, "changes", page, &view, d)
        }
        What::Sites => {
            let (page, view) = sites::view(input, job);
            finish(input, job, "sites", page, &view, d)
        }
        What::GatheredSite(n) => {
            let (page, view) = sites::one(input, job, *n);
            finish(input, job, "gathered", page, &view, d)
        }
        What::Free(n) => {
            let (page, view) = article::free(input, job, &input.site.pages[*n], d);
            finish(input, job, "page", page, &view, d)
        }
        What::Data(n) => {
            let (page, view) = downloads::view(input, whole, shared, job, *n);
            finish(input, job, "data", page, &view, d)
        }
        What::SiteDataPage => {
            let (page, view) = downloads::site_view(input, whole, job);
            finish(input, job, "data", page, &view, d)
        }
        What::Embed(of) => {
            let (page, view) = embed::view(input, shared, job, *of)?;
            finish(input, job, "embed", page, &view, d)
        }
        What::Moved(to) => {
            let (page, view) = moved::view(input, job, to);
            finish(input, job, "moved", page, &view, d)
        }
        What::NotFound => {
            let page = page::not_found(input, job);
            finish(input, job, "404", page, &(), d)
        }
        What::Search => finish(input, job, "search", page::search(input, job), &(), d),
        _ => None,
    }
}

/// Where a file stands in the output, for messages.
fn address(input: &Input, job: &Job) -> String {
    format!("{}{}", input.site.settings.folder(), job.path)
}

/// A finished page; of a translated site, with the language of what is not translated.
fn spoken(input: &Input, page: Vec<u8>) -> Vec<u8> {
    if !language::is_translated(input) || input.theme.shows_views() {
        return page;
    }
    match str::from_utf8(&page) {
        Ok(html) => tongues::mark(html, input.site.settings.language).into_bytes(),
        Err(_) => page,
    }
}

/// Fills the template; a template that fails is told with the content that was being rendered.
fn finish<V: Serialize>(
    input: &Input,
    job: &Job,
    template: &str,
    page: PageView,
    view: &V,
    d: &mut Diagnostics,
) -> Option<Vec<u8>> {
    let name = match template {
        "page" => "free",
        "404" | "search" => "",
        own => own,
    };
    match input.theme.render(&format!("{template}.html"), &page, name, view) {
        Ok(html) => Some(html),
        Err(problem) => {
            d.push(with_content(problem.with("page", address(input, job)), job));
            None
        }
    }
}

/// The same for the page of a picture, whose boxes got a view too.
fn finish_picture<V: Serialize, B: Serialize>(
    input: &Input,
    job: &Job,
    template: &str,
    page: &PageView,
    (name, view): (&str, &V),
    boxes: &B,
    d: &mut Diagnostics,
) -> Option<Vec<u8>> {
    match input.theme.render_beside(template, page, (name, view), boxes) {
        Ok(html) => Some(html),
        Err(problem) => {
            d.push(with_content(problem.with("page", address(input, job)), job));
            None
        }
    }
}

/// Adds the place of the content that was being rendered.
fn with_content(problem: Diagnostic, job: &Job) -> Diagnostic {
    match job.asked_by {
        Some(place) => {
            problem.also(place, Words { zh: "正在生成这项内容的页面", en: "while rendering this content" })
        }
        None => problem,
    }
}
