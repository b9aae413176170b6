//! What an earlier run over the same folder made, for a preview: each thing beside what it was made from.

use crate::changes;
use crate::content;
use crate::diagnostic::Diagnostics;
use crate::model::{Bands, FileId, Language, Policy, Settings, Site};
use crate::plan;
use crate::progress::{self, Assessment};
use crate::source::Sources;
use crate::theme::Theme;
use crate::theme::view::SiteView;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Kept things. One that keeps nothing is for a program that runs once: it would only cost memory.
#[derive(Default)]
pub struct Kept {
    pub(super) keeps: bool,
    pub(super) content: content::Kept,
    /// What figures mean depends on these beside the policy.
    judged_by: Option<(Date, Bands)>,
    /// By the policy's id. The same policy means the very same, not an equal one.
    assessments: BTreeMap<String, (Arc<Policy>, Arc<Assessment>)>,
    /// Language by language.
    editions: BTreeMap<&'static str, KeptEdition>,
}

/// What is kept of the site in one language.
#[derive(Default)]
pub(super) struct KeptEdition {
    keeps: bool,
    pub(super) changes: changes::Kept,
    pub(super) plan: plan::Kept,
    theme: Option<KeptTheme>,
    dressed: Option<Dressed>,
}

/// A theme, what it was made from and what was found wrong with it.
struct KeptTheme {
    made_from: (String, Language, Vec<(FileId, u32)>),
    theme: Option<Arc<Theme>>,
    found: Diagnostics,
}

/// A theme with the view that all pages share.
struct Dressed {
    bare: Arc<Theme>,
    view: SiteView,
    theme: Arc<Theme>,
    found: Diagnostics,
}

impl Kept {
    /// Keeps what is made. `Kept::default()` keeps nothing.
    pub fn keeping() -> Kept {
        Kept { keeps: true, content: content::Kept::keeping(), ..Kept::default() }
    }

    /// What is kept of the site in this language.
    pub(super) fn edition(&mut self, language: Language) -> &mut KeptEdition {
        let keeps = self.keeps;
        self.editions.entry(language.tag()).or_insert_with(|| match keeps {
            true => KeptEdition {
                keeps,
                changes: changes::Kept::keeping(),
                plan: plan::Kept::keeping(),
                ..KeptEdition::default()
            },
            false => KeptEdition::default(),
        })
    }

    /// What all figures mean, policy by policy.
    pub(super) fn assessments(&mut self, site: &Site, as_of: Date) -> Vec<Arc<Assessment>> {
        let bands = site.settings.bands;
        if self.judged_by != Some((as_of, bands)) {
            self.assessments.clear();
            self.judged_by = Some((as_of, bands));
        }
        let assess = |policy: &Arc<Policy>| match self.assessments.get(&policy.id) {
            Some((of, kept)) if Arc::ptr_eq(of, policy) => kept.clone(),
            _ => Arc::new(progress::assess(policy, as_of, &bands)),
        };
        let all: Vec<Arc<Assessment>> = site.policies.par_iter().map(assess).collect();
        if self.keeps {
            let both = site.policies.iter().zip(&all);
            self.assessments = both.map(|(p, a)| (p.id.clone(), (p.clone(), a.clone()))).collect();
        }
        all
    }
}

impl KeptEdition {
    /// The theme of the settings, loaded anew where a file of `themes/` is another one.
    pub(super) fn theme(
        &mut self,
        sources: &mut Sources,
        settings: &Settings,
        dress: impl FnOnce(Theme) -> Theme,
        d: &mut Diagnostics,
    ) -> Option<Arc<Theme>> {
        let files = sources.iter().filter(|file| file.path.starts_with("themes/"));
        let editions = files.map(|file| (file.id, file.edition)).collect();
        let made_from = (settings.theme.clone(), settings.language, editions);
        if let Some(kept) = self.theme.as_ref().filter(|kept| kept.made_from == made_from) {
            d.append(kept.found.clone());
            return kept.theme.clone();
        }
        let mut found = Diagnostics::new();
        let theme = Theme::load(sources, &settings.theme, settings.language, &mut found);
        let theme = theme.map(|theme| Arc::new(dress(theme)));
        d.append(found.clone());
        if self.keeps {
            self.theme = Some(KeptTheme { made_from, theme: theme.clone(), found });
        }
        theme
    }

    /// The theme with the view that all pages share.
    pub(super) fn with_site(&mut self, theme: Arc<Theme>, view: SiteView, d: &mut Diagnostics) -> Arc<Theme> {
        let same = |kept: &&Dressed| Arc::ptr_eq(&kept.bare, &theme) && kept.view == view;
        if let Some(kept) = self.dressed.as_ref().filter(same) {
            d.append(kept.found.clone());
            return kept.theme.clone();
        }
        let bare = self.keeps.then(|| theme.clone());
        let mut found = Diagnostics::new();
        let theme = Arc::new(Arc::unwrap_or_clone(theme).with_site(&view, &mut found));
        d.append(found.clone());
        self.dressed = bare.map(|bare| Dressed { bare, view, theme: theme.clone(), found });
        theme
    }
}
