//! Which pages and files the site has, their URLs, and who asked for each.
//!
//! A map over policies, then a cheap join: the pages of organisations, the home page, the files
//! about the whole. No page without content is planned, and no link is written to one that is not.

mod clashes;
pub mod downloads;
mod duties;
mod history;
mod kept;
mod names;
pub mod pictures;
pub mod urls;
mod what;

pub use downloads::ChartOf;
pub use duties::{Duties, OwnFigure, PolicyDuty};
pub use kept::Kept;
pub use names::fault;
pub use what::What;

use crate::changes::Changes;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::plan as code};
use crate::model::{OrgIx, Place, Policy, Site};
use crate::theme::Theme;
use kept::Part;
use rayon::prelude::*;
use std::sync::Arc;

/// Policies on one page of the home list.
const POLICIES_A_PAGE: usize = 100;

/// Policies on one page of an organisation, most of them a line each.
const DUTIES_A_PAGE: usize = 300;

/// The most bytes of a text that is set as a booklet, some 300 leaves of A5: nobody folds more.
const BOOKLET_BYTES: usize = 600_000;

/// One file to be made.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its path in the output, which is its URL from the root.
    pub path: String,
    /// What it holds.
    pub what: What,
    /// What in the content asked for it; none for files about the whole.
    pub asked_by: Option<Place>,
}

/// Everything that will be made.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The files, sorted by path.
    pub jobs: Vec<Job>,
    /// What each organisation answers for, by its position in the register.
    pub duties: Vec<Duties>,
    /// The way from the first folder of the pages to the top of the output, where the files stand that all
    /// languages share: none for the main language, else `../`.
    pub up: &'static str,
    /// The files that all languages share and that the main language makes, by their paths from the top,
    /// sorted; none for the main language itself.
    pub shared: Vec<String>,
}

impl Plan {
    /// The job of a path.
    pub fn job(&self, path: &str) -> Option<&Job> {
        self.jobs.binary_search_by(|job| job.path.as_str().cmp(path)).ok().map(|at| &self.jobs[at])
    }

    /// The job that makes the file of a path: its own, or that of the page in whose folder it comes to lie.
    pub fn maker(&self, path: &str) -> Option<&Job> {
        self.job(path).or_else(|| {
            if let Some(beside) = path.strip_suffix("chart.png") {
                return self.job(&format!("{beside}chart.svg"));
            }
            let index = self.job(&urls::search("parts.js")).filter(|_| path.ends_with(".js"));
            // The poster stands beside the picture, not below the page that prints it.
            let folder = match path.strip_suffix("poster.svg") {
                Some(folder) => format!("{folder}poster/"),
                None => path[..=path.rfind('/')?].to_owned(),
            };
            let page = self.job(&format!("{folder}index.html"))?;
            match &page.what {
                What::Search => index,
                what => what.is_picture().then_some(page),
            }
        })
    }

    /// The URL, where it is made; else empty.
    pub fn made(&self, url: String) -> String {
        if self.job(&url).is_some() { url } else { String::new() }
    }

    /// The URL of a file of the content, by its source path.
    pub fn file(&self, source: &str) -> String {
        format!("{}{}", self.up, urls::file(source))
    }

    /// The URL of a file that all languages share, by its path from the top; none where there is no such file.
    pub fn shared(&self, path: &str) -> Option<String> {
        let found = self.shared.binary_search_by(|own| own.as_str().cmp(path));
        found.is_ok().then(|| format!("{}{path}", self.up))
    }

    /// The URL of an organisation's page; none where it has none.
    pub fn organisation_url(&self, site: &Site, ix: OrgIx) -> Option<String> {
        let duties = self.duties.get(ix.0 as usize)?;
        (!duties.is_empty()).then(|| urls::organisation(&site.organisations.get(ix).id))
    }
}

/// Plans the site, with pictures or without. What `kept` holds of the very same policies is not planned again.
pub fn plan(
    site: &Site,
    changes: &Changes,
    theme: &Theme,
    with_pictures: bool,
    kept: &mut Kept,
    d: &mut Diagnostics,
) -> Plan {
    kept.begin(with_pictures);
    let part = |(n, policy): (usize, &Arc<Policy>)| {
        kept.part(n, policy).unwrap_or_else(|| {
            let mut jobs = policy_jobs(n, policy);
            jobs.extend(downloads::jobs(n, policy, with_pictures));
            jobs.extend(history::of_policy(n, policy));
            if with_pictures {
                jobs.extend(pictures::jobs(site, n, policy));
            }
            let duties = duties::of_policy(site, n, policy);
            Part { jobs: Arc::new(jobs), duties: Arc::new(duties) }
        })
    };
    let parts: Vec<Part> = site.policies.par_iter().enumerate().map(part).collect();
    kept.keep(&site.policies, &parts);

    let mut jobs = Vec::new();
    let mut ask = |path: String, what: What, asked_by: Option<Place>| jobs.push(Job { path, what, asked_by });
    for (n, (policy, part)) in site.policies.iter().zip(&parts).enumerate() {
        for (path, what, place) in part.jobs.iter() {
            ask(path.clone(), what.clone(), Some(*place));
        }
        pictures::check(policy, theme, d);
        if with_pictures && has_booklet(site, policy) {
            ask(urls::booklet(&policy.id), What::Booklet(n), Some(policy.place));
        }
    }
    if let Some((true, place)) = site.settings.booklet
        && !cfg!(feature = "booklet")
    {
        d.push(Diagnostic::at(code::NO_BOOKLET, place));
    }

    if site.settings.workbooks {
        for (n, policy) in site.policies.iter().enumerate() {
            ask(urls::workbook(&policy.id), What::Workbook(n), Some(policy.place));
        }
    }

    let duties = duties::gather(site, &parts);
    for (ix, organisation) in site.organisations.iter() {
        let own = &duties[ix.0 as usize];
        let pages = own.policies.len().div_ceil(DUTIES_A_PAGE).max(usize::from(!own.is_empty()));
        for number in 0..pages {
            let start = number * DUTIES_A_PAGE;
            let duties = start..(start + DUTIES_A_PAGE).min(own.policies.len());
            let what = What::Organisation { ix, number, duties };
            ask(urls::organisation_page(&organisation.id, number), what, Some(organisation.place));
        }
    }
    for (n, page) in site.pages.iter().enumerate() {
        ask(urls::free(&page.id), What::Free(n), Some(page.place));
    }
    for (n, other) in site.gathered.iter().enumerate() {
        ask(urls::gathered(&other.id), What::GatheredSite(n), Some(other.place));
    }
    if !site.gathered.is_empty() {
        ask(urls::SITES.into(), What::Sites, None);
        ask(urls::SITES_CSV.into(), What::SitesCsv, None);
    }
    for (path, what, place) in history::of_pages(site) {
        ask(path, what, Some(place));
    }
    let total = site.policies.len();
    for number in 0..total.div_ceil(POLICIES_A_PAGE).max(1) {
        let start = number * POLICIES_A_PAGE;
        let policies = start..(start + POLICIES_A_PAGE).min(total);
        ask(urls::home(number), What::Home { number, policies }, None);
    }
    ask("404.html".into(), What::NotFound, None);
    ask(urls::search("index.html"), What::Search, None);
    ask(urls::search("parts.js"), What::SearchIndex, None);
    ask(urls::SITE_DATA.into(), What::SiteData, None);
    ask(urls::SITE_TABLE.into(), What::SiteTable, None);
    ask(urls::SITE_PACKAGE.into(), What::SitePackage, None);
    ask(urls::CATALOG.into(), What::Catalog, None);
    ask(urls::SITE_DATA_PAGE.into(), What::SiteDataPage, None);
    ask(urls::CHANGES_DATA.into(), What::ChangesData, None);
    if !changes.publications.is_empty() {
        ask(urls::CHANGES.into(), What::Changes, None);
    }
    if !changes.subscribed.is_empty() && site.settings.base_url.is_some() {
        ask(urls::FEED.into(), What::Feed, None);
    }
    ask("robots.txt".into(), What::Robots, None);
    if site.settings.base_url.is_some() {
        ask("sitemap.xml".into(), What::Sitemap, None);
    }
    for (name, _) in theme.assets() {
        ask(name.to_string(), What::Asset(name.to_string()), None);
    }

    jobs.sort_by(|a, b| a.path.cmp(&b.path));
    if !kept.is_clear(&jobs) {
        let mut own = Diagnostics::new();
        clashes::refuse(&jobs, &mut own);
        if own.is_empty() {
            kept.note_clear(&jobs);
        }
        d.append(own);
    }
    if site.settings.language == site.settings.main {
        return Plan { jobs, duties, ..Plan::default() };
    }
    let (shared, jobs): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(|job| job.what.is_shared());
    let shared = shared.into_iter().map(|job| job.path).collect();
    Plan { jobs, duties, up: "../", shared }
}

/// The files of one policy.
fn policy_jobs(n: usize, policy: &Policy) -> Vec<(String, What, Place)> {
    let id = &policy.id;
    let mut jobs = vec![(urls::policy(id), What::Policy(n), policy.place)];
    if has_progress(policy) {
        jobs.push((urls::progress(id), What::Progress(n), policy.place));
    }
    for (r, report) in policy.reports.iter().enumerate() {
        jobs.push((urls::bulletin(id, report.period), What::Bulletin(n, r), report.place));
    }
    for (i, indicator) in policy.indicators.iter().enumerate() {
        jobs.push((urls::indicator(id, &indicator.id), What::Indicator(n, i), indicator.place));
    }
    for (x, article) in policy.interpretations.iter().enumerate() {
        jobs.push((urls::interpretation(id, &article.id), What::Interpretation(n, x), article.place));
    }
    for (x, article) in policy.cases.iter().enumerate() {
        jobs.push((urls::case(id, &article.id), What::Case(n, x), article.place));
    }
    for (source, place) in &policy.files {
        jobs.push((urls::file(source), What::File(source.clone()), *place));
    }
    jobs
}

/// True where a policy has a booklet: the program can set one, nobody said no, and there is something to print.
fn has_booklet(site: &Site, policy: &Policy) -> bool {
    let wanted = site.settings.booklet.is_none_or(|(wanted, _)| wanted);
    let text = &policy.text;
    let empty = text.clauses.is_empty() && policy.indicators.is_empty();
    let bytes = text.lead.len() + text.tail.len() + text.clauses.iter().map(|c| c.body.len()).sum::<usize>();
    cfg!(feature = "booklet") && wanted && !empty && bytes <= BOOKLET_BYTES
}

/// True where a policy has a dashboard: something to measure, or something that was said.
pub fn has_progress(policy: &Policy) -> bool {
    !policy.indicators.is_empty() || !policy.reports.is_empty() || !policy.statements.is_empty()
}
