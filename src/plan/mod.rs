//! Which pages and files the site has, their URLs, and who asked for each.
//!
//! A map over policies, then a cheap join: the pages of organisations, the home page, the files
//! about the whole. No page without content is planned, and no link is written to one that is not.

mod duties;
mod kept;
mod names;
pub mod pictures;
pub mod urls;

pub use duties::{Duties, OwnFigure, PolicyDuty};
pub use kept::Kept;
pub use names::fault;

use crate::changes::Changes;
use crate::diagnostic::{Diagnostic, Diagnostics, Entry, Words, catalogue::plan as code};
use crate::model::{OrgIx, Place, Policy, Site};
use crate::theme::Theme;
use kept::Part;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Policies on one page of the home list.
const POLICIES_A_PAGE: usize = 100;

/// Policies on one page of an organisation, most of them a line each.
const DUTIES_A_PAGE: usize = 300;

/// What a file of the output holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The home page, or a further page of its list.
    Home {
        /// From 0.
        number: usize,
        /// The policies that it lists.
        policies: Range<usize>,
    },
    /// A policy's text.
    Policy(usize),
    /// A policy's dashboard.
    Progress(usize),
    /// A period file's bulletin: policy and report.
    Bulletin(usize, usize),
    /// An indicator: policy and indicator.
    Indicator(usize, usize),
    /// An interpretation: policy and position.
    Interpretation(usize, usize),
    /// A case: policy and position.
    Case(usize, usize),
    /// What an organisation answers for, or a further page of it.
    Organisation {
        /// Its position.
        ix: OrgIx,
        /// From 0.
        number: usize,
        /// Those of its duties that the page tells.
        duties: Range<usize>,
    },
    /// What changed last on the whole site.
    Changes,
    /// The overview of other sites.
    Sites,
    /// One of them.
    GatheredSite(usize),
    /// Their indicators, as CSV.
    SitesCsv,
    /// A free page.
    Free(usize),
    /// 一图读懂 of a policy, with all its files.
    Picture(usize),
    /// The poster of a policy, to be printed.
    Poster(usize),
    /// The sheets of the organisations that have rows in a policy, to be printed.
    Sheets(usize),
    /// 一图看进展 of a period, with all its files: policy and report.
    ProgressPicture(usize, usize),
    /// The same for one organisation: policy, report and organisation.
    OrganisationPicture(usize, usize, OrgIx),
    /// The page of a wrong address.
    NotFound,
    /// The page on which people search.
    Search,
    /// The index of the search: as many files in the page's folder as it turns out to need.
    SearchIndex,
    /// A policy's data as JSON.
    PolicyData(usize),
    /// An indicator's figures as CSV: policy and indicator.
    FiguresCsv(usize, usize),
    /// A breakdown as CSV: policy, indicator and breakdown.
    BreakdownCsv(usize, usize, usize),
    /// The whole site's data as JSON.
    SiteData,
    /// What changed last, as JSON.
    ChangesData,
    /// What changed last, as an Atom feed; only with an address.
    Feed,
    /// The list of all pages; only with an address.
    Sitemap,
    /// For crawlers.
    Robots,
    /// A file of the theme.
    Asset(String),
    /// A file of the content, copied as it is; its source path.
    File(String),
}

impl What {
    /// True for a page that people open.
    pub fn is_page(&self) -> bool {
        !matches!(
            self,
            What::PolicyData(_)
                | What::FiguresCsv(..)
                | What::BreakdownCsv(..)
                | What::SiteData
                | What::SitesCsv
                | What::ChangesData
                | What::Feed
                | What::SearchIndex
                | What::Sitemap
                | What::Robots
                | What::Asset(_)
                | What::File(_)
        )
    }

    /// The position of the policy that it belongs to.
    pub fn policy(&self) -> Option<usize> {
        match self {
            What::Policy(n)
            | What::Progress(n)
            | What::Bulletin(n, _)
            | What::Indicator(n, _)
            | What::Interpretation(n, _)
            | What::Case(n, _)
            | What::Picture(n)
            | What::Poster(n)
            | What::Sheets(n)
            | What::ProgressPicture(n, _)
            | What::OrganisationPicture(n, ..)
            | What::PolicyData(n)
            | What::FiguresCsv(n, _)
            | What::BreakdownCsv(n, ..) => Some(*n),
            _ => None,
        }
    }

    /// True where both belong to the same policy.
    pub fn is_of_one_policy(&self, other: &What) -> bool {
        self.policy().is_some() && self.policy() == other.policy()
    }

    /// True for a file without words of ours, which is the same in every language and made once.
    pub fn is_shared(&self) -> bool {
        matches!(self, What::Sitemap | What::Robots | What::Asset(_) | What::File(_))
    }

    /// True for a page that comes with pictures, in a folder of its own.
    pub fn is_picture(&self) -> bool {
        matches!(
            self,
            What::Picture(_)
                | What::Poster(_)
                | What::Sheets(_)
                | What::ProgressPicture(..)
                | What::OrganisationPicture(..)
        )
    }
}

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
    for (policy, part) in site.policies.iter().zip(&parts) {
        for (path, what, place) in part.jobs.iter() {
            ask(path.clone(), what.clone(), Some(*place));
        }
        pictures::check(policy, theme, d);
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
    let total = site.policies.len();
    for number in 0..total.div_ceil(POLICIES_A_PAGE).max(1) {
        let start = number * POLICIES_A_PAGE;
        let policies = start..(start + POLICIES_A_PAGE).min(total);
        ask(urls::home(number), What::Home { number, policies }, None);
    }
    ask("404.html".into(), What::NotFound, None);
    ask(urls::search("index.html"), What::Search, None);
    ask(urls::search("parts.js"), What::SearchIndex, None);
    ask("data/site.json".into(), What::SiteData, None);
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
        refuse_clashes(&jobs, &mut own);
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
    let mut jobs = vec![
        (urls::policy(id), What::Policy(n), policy.place),
        (urls::policy_data(id), What::PolicyData(n), policy.place),
    ];
    if has_progress(policy) {
        jobs.push((urls::progress(id), What::Progress(n), policy.place));
    }
    for (r, report) in policy.reports.iter().enumerate() {
        jobs.push((urls::bulletin(id, report.period), What::Bulletin(n, r), report.place));
    }
    for (i, indicator) in policy.indicators.iter().enumerate() {
        jobs.push((urls::indicator(id, &indicator.id), What::Indicator(n, i), indicator.place));
        if !indicator.figures.is_empty() {
            jobs.push((urls::figures_csv(id, &indicator.id), What::FiguresCsv(n, i), indicator.place));
        }
        for (b, breakdown) in indicator.breakdowns.iter().enumerate() {
            let path = urls::breakdown_csv(id, &indicator.id, &breakdown.id);
            jobs.push((path, What::BreakdownCsv(n, i, b), breakdown.place));
        }
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

/// True where a policy has a dashboard: something to measure, or something that was said.
pub fn has_progress(policy: &Policy) -> bool {
    !policy.indicators.is_empty() || !policy.reports.is_empty() || !policy.statements.is_empty()
}

/// Two files of one path, or of paths that differ only in case, a file where a folder must be, and
/// paths that some host would not take, are errors.
fn refuse_clashes(jobs: &[Job], d: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &Job> = BTreeMap::new();
    for job in jobs {
        if !job.path.is_ascii() {
            d.push(about(job, code::NOT_ASCII));
        } else if names::fault(&job.path).is_some() {
            d.push(about(job, code::BAD_NAME));
        }
        if let Some(first) = seen.insert(job.path.to_ascii_lowercase(), job) {
            d.push(clash(job, first));
        }
    }
    // Only layout knows how many files a picture has: its folder is its own.
    for owner in jobs.iter().filter(|job| job.what.is_picture()) {
        let folder = owner.path.trim_end_matches("index.html").to_ascii_lowercase();
        let inside = seen.range(folder.clone()..).take_while(|(path, _)| path.starts_with(&folder));
        for (_, other) in inside.filter(|(_, other)| !other.what.is_picture()) {
            d.push(clash(other, owner));
        }
    }
    for (path, job) in &seen {
        let above = path.rmatch_indices('/').find_map(|(at, _)| seen.get(&path[..at]));
        if let Some(file) = above {
            d.push(clash(file, job));
        }
    }
}

/// A problem with the path of a job.
fn about(job: &Job, code: &'static Entry) -> Diagnostic {
    let problem = Diagnostic::nowhere(code).with("path", &job.path);
    Diagnostic { place: job.asked_by, ..problem }
}

fn clash(job: &Job, other: &Job) -> Diagnostic {
    let problem = about(job, code::SAME_URL);
    match other.asked_by {
        Some(place) => problem.also(place, Words { zh: "另一处", en: "the other one" }),
        None => problem,
    }
}
