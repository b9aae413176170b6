//! From the files to the plan: the stages that everything is made after, whether it is written or shown.

use super::{Kept, Options};
use crate::changes::{self, Changes};
use crate::content;
use crate::diagnostic::Diagnostics;
use crate::inspect;
use crate::model::Site;
use crate::plan::{self, Plan};
use crate::progress::Assessment;
use crate::render;
use crate::source::Sources;
use crate::theme::Theme;
use jiff::civil::Date;
use std::sync::Arc;

/// All that rendering reads, but the files.
#[derive(Debug)]
pub struct Ready {
    /// The content.
    pub site: Site,
    /// What it means, policy by policy.
    pub assessments: Vec<Arc<Assessment>>,
    /// What changed.
    pub changes: Changes,
    /// How it looks; the site's view already in it.
    pub theme: Arc<Theme>,
    /// What is made.
    pub plan: Plan,
    /// Today.
    pub as_of: Date,
}

impl Ready {
    /// True where pages of the same policies look the same and link to the same addresses.
    pub fn shares(&self, other: &Ready) -> bool {
        let (own, theirs) = (&self.plan.jobs, &other.plan.jobs);
        let same = || own.iter().map(|job| &job.path).eq(theirs.iter().map(|job| &job.path));
        Arc::ptr_eq(&self.theme, &other.theme) && same()
    }

    /// The same for rendering. `sources` are those that it was prepared from.
    pub fn input<'a>(&'a self, sources: &'a Sources) -> render::Input<'a> {
        render::Input {
            site: &self.site,
            assessments: &self.assessments,
            changes: &self.changes,
            theme: &self.theme,
            plan: &self.plan,
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
    dress: impl FnOnce(Theme) -> Theme,
    d: &mut Diagnostics,
) -> Option<Ready> {
    let reading = content::Options { as_of: options.as_of, drafts: options.drafts };
    let site = content::read(sources, &reading, &mut kept.content, d);
    if !kept.keeps {
        sources.let_go(&d.files());
    }
    let theme = site.as_ref().and_then(|site| kept.theme(sources, &site.settings, dress, d));
    if let Some(site) = site.as_ref().filter(|_| d.has_errors()) {
        inspect::allowed(site, sources, d);
    }
    let (Some(site), Some(theme), false) = (site, theme, d.has_errors()) else { return None };

    let assessments = kept.assessments(&site, options.as_of);
    let changes = changes::changes(&site, options.as_of, options.since, &mut kept.changes);
    let plan = plan::plan(&site, &changes, &theme, options.pictures, &mut kept.plan, d);
    if d.has_errors() {
        inspect::allowed(&site, sources, d);
        return None;
    }
    let view = render::site_view(&site, (&assessments, options.as_of), &theme, &plan);
    let theme = kept.with_site(theme, view);
    Some(Ready { site, assessments, changes, theme, plan, as_of: options.as_of })
}
