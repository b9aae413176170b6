//! From the files to the plan: the stages that everything is made after, whether it is written or shown.

use super::{Kept, Options};
use crate::changes::{self, Changes};
use crate::content;
use crate::diagnostic::Diagnostics;
use crate::inspect;
use crate::model::{Language, Site};
use crate::plan::{self, Job, Plan};
use crate::progress::Assessment;
use crate::render;
use crate::source::Sources;
use crate::theme::Theme;
use jiff::civil::Date;
use std::sync::Arc;

/// All that rendering reads, but the files.
#[derive(Debug)]
pub struct Ready {
    /// The site in each of its languages, the main one first.
    pub editions: Vec<Edition>,
    /// What it means, policy by policy: figures and positions are the same in all languages.
    pub assessments: Vec<Arc<Assessment>>,
    /// Today.
    pub as_of: Date,
}

/// A site in one of its languages, with how it looks and what is made of it.
#[derive(Debug)]
pub struct Edition {
    /// The content.
    pub site: Site,
    /// What changed.
    pub changes: Changes,
    /// How it looks; the site's view already in it.
    pub theme: Arc<Theme>,
    /// What is made.
    pub plan: Plan,
}

impl Edition {
    /// True where pages of the same policies look the same and link to the same addresses.
    fn shares(&self, other: &Edition) -> bool {
        let (own, theirs) = (&self.plan.jobs, &other.plan.jobs);
        let same = || own.iter().map(|job| &job.path).eq(theirs.iter().map(|job| &job.path));
        Arc::ptr_eq(&self.theme, &other.theme) && same()
    }
}

impl Ready {
    /// True where pages of the same policies look the same and link to the same addresses.
    pub fn shares(&self, other: &Ready) -> bool {
        let mut both = self.editions.iter().zip(&other.editions);
        self.editions.len() == other.editions.len() && both.all(|(own, theirs)| own.shares(theirs))
    }

    /// The file under a path of the output, with the position of its edition.
    pub fn job(&self, path: &str) -> Option<(usize, &Job)> {
        self.within(path, Plan::job)
    }

    /// What makes the file under a path of the output, with the position of its edition.
    pub fn maker(&self, path: &str) -> Option<(usize, &Job)> {
        self.within(path, Plan::maker)
    }

    fn within<'a>(
        &'a self,
        path: &str,
        find: impl Fn(&'a Plan, &str) -> Option<&'a Job>,
    ) -> Option<(usize, &'a Job)> {
        self.editions.iter().enumerate().find_map(|(n, edition)| {
            let path = path.strip_prefix(&edition.site.settings.folder())?;
            Some((n, find(&edition.plan, path)?))
        })
    }

    /// The same for rendering, language by language. `sources` are those that it was prepared from.
    pub fn inputs<'a>(&'a self, sources: &'a Sources) -> impl Iterator<Item = render::Input<'a>> {
        self.editions.iter().map(move |edition| self.input(edition, sources))
    }

    /// One of its editions for rendering.
    pub fn input<'a>(&'a self, edition: &'a Edition, sources: &'a Sources) -> render::Input<'a> {
        render::Input {
            site: &edition.site,
            assessments: &self.assessments,
            changes: &edition.changes,
            theme: &edition.theme,
            plan: &edition.plan,
            as_of: self.as_of,
            sources,
        }
    }
}

/// The stages up to the plan and the gates between them. None where an error stopped them: it is in `d`.
/// What `kept` holds of an earlier run over the same folder is not made again where its inputs are the same.
pub fn prepare(
    options: &Options,
    sources: &mut Sources,
    kept: &mut Kept,
    dress: impl Fn(Theme) -> Theme,
    d: &mut Diagnostics,
) -> Option<Ready> {
    let reading = content::Options { as_of: options.as_of, drafts: options.drafts };
    let site = content::read(sources, &reading, &mut kept.content, d).map(|mut site| {
        site.settings.workbooks |= options.workbooks;
        site
    });
    let sites = site.map(|site| in_all_languages(site, sources, d));
    if !kept.keeps {
        sources.let_go(&d.files());
    }
    let themes = sites.as_ref().and_then(|sites| themes(sites, sources, kept, &dress, d));
    if let Some(sites) = sites.as_ref().filter(|_| d.has_errors()) {
        inspect::allowed(&sites[0], sources, d);
    }
    let (Some(sites), Some(themes), false) = (sites, themes, d.has_errors()) else { return None };

    let assessments = kept.assessments(&sites[0], options.as_of);
    let mut editions = Vec::with_capacity(sites.len());
    for (site, theme) in sites.into_iter().zip(themes) {
        let kept = kept.edition(site.settings.language);
        let changes = changes::changes(&site, options.as_of, options.since, &mut kept.changes);
        let mut own = Diagnostics::new();
        let plan = plan::plan(&site, &changes, &theme, options.pictures, &mut kept.plan, &mut own);
        d.append_new(own);
        editions.push(Edition { site, changes, theme, plan });
    }
    if d.has_errors() {
        if let Some(main) = editions.first() {
            inspect::allowed(&main.site, sources, d);
        }
        return None;
    }
    let mut with_site = |Edition { site, changes, theme, plan }: Edition| {
        let view = render::site_view(&site, (&assessments, options.as_of), &theme, &plan);
        let mut own = Diagnostics::new();
        let theme = kept.edition(site.settings.language).with_site(theme, view, &mut own);
        d.append_new(own);
        Edition { site, changes, theme, plan }
    };
    let editions = editions.into_iter().map(&mut with_site).collect();
    if d.has_errors() {
        return None;
    }
    Some(Ready { editions, assessments, as_of: options.as_of })
}

/// The site as written, then translated into its other languages. A mistake of the content is not told again
/// of its translations: they are read once it is right.
fn in_all_languages(site: Site, sources: &Sources, d: &mut Diagnostics) -> Vec<Site> {
    let main = site.settings.main;
    let others: Vec<Language> =
        site.settings.languages.iter().copied().filter(|language| *language != main).collect();
    let mut sites = vec![site];
    if d.has_errors() {
        return sites;
    }
    for language in others {
        let translated = content::translate(sources, &sites[0], language, d);
        sites.push(translated);
    }
    sites
}

/// The theme in the language of each site; what is wrong with it is told once. None where it cannot be used.
fn themes(
    sites: &[Site],
    sources: &mut Sources,
    kept: &mut Kept,
    dress: &impl Fn(Theme) -> Theme,
    d: &mut Diagnostics,
) -> Option<Vec<Arc<Theme>>> {
    let themes: Vec<Option<Arc<Theme>>> = sites
        .iter()
        .map(|Site { settings, .. }| {
            let mut own = Diagnostics::new();
            let theme = kept.edition(settings.language).theme(sources, settings, dress, &mut own);
            d.append_new(own);
            theme
        })
        .collect();
    themes.into_iter().collect()
}
