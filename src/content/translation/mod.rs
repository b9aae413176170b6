//! Site -> the same site in another language: words replaced, nothing else changed.
//!
//! Translations stand beside their originals (`beside`), hold only words, and name what they translate
//! as any other file would. A word without translation stays as it is; its place is kept, so that pages
//! mark it and one warning a policy tells how many there are. Since structure, figures and positions are
//! those of the original, what was assessed of the one holds for the other.

mod articles;
pub(super) mod beside;
mod clauses;
mod indicators;
mod organisations;
mod picture;
pub(super) mod policy;
mod progress;
mod settings;
mod translator;

use super::document;
use crate::diagnostic::Diagnostics;
use crate::model::{Fallback, Language, Place, Policy, Site};
use crate::source::Sources;
use std::sync::Arc;
use translator::Translator;

/// Translates the site into one of its languages.
pub fn translate(sources: &Sources, site: &Site, to: Language, d: &mut Diagnostics) -> Site {
    let from = site.settings.main;
    let mut fallback = Fallback::default();
    let beside = |original: &str| sources.find(&beside::path(original, to));
    let start = |path: &str| sources.find(path).map_or(Place::default(), document::start);

    let mut at = Translator { from, gaps: Vec::new(), d };
    let file = beside("content/organisations.yaml");
    let node = file.and_then(|file| document::read_yaml(file, at.d));
    let (organisations, missing) = organisations::translate(&site.organisations, node.as_ref(), &mut at);
    fallback.organisations = missing;
    tell(&mut at, start("content/organisations.yaml"), "organisations.yaml", to, "organisations");

    let mut settings = site.settings.clone();
    settings.language = to;
    settings.base_url = settings.base_url.map(|base| format!("{base}{}", site.settings.folder_of(to)));
    let node = beside("content/site.yaml").and_then(|file| document::read_yaml(file, at.d));
    let place = start("content/site.yaml");
    settings::translate(&mut settings, node.as_ref(), (&site.organisations, &organisations), place, &mut at);
    tell(&mut at, place, "site.yaml", to, "site");

    let mut pages = site.pages.clone();
    for page in &mut pages {
        let title = page.title.clone();
        if articles::page(sources, to, page, &mut at) {
            fallback.pages.insert(page.id.clone());
            tell(&mut at, page.place, &title, to, &format!("pages/{}", page.id));
        }
    }

    let scope = policy::Scope { sources, to, register: &site.organisations, translated: &organisations };
    let mut policies: Vec<Policy> = Vec::with_capacity(site.policies.len());
    for original in &site.policies {
        let (policy, missing) = policy::translate(&scope, from, original, at.d);
        fallback.policies.insert(policy.id.clone(), missing);
        policies.push(policy);
    }
    follow(site, &mut policies);
    let policies = policies.into_iter().map(Arc::new).collect();
    Site {
        settings,
        organisations,
        policies,
        pages,
        fonts: site.fonts.clone(),
        inspection: site.inspection.clone(),
        gathered: site.gathered.clone(),
        fallback,
    }
}

/// The one warning of a file that belongs to no policy.
fn tell(at: &mut Translator, place: Place, what: &str, to: Language, files: &str) {
    let gaps = std::mem::take(&mut at.gaps);
    if !gaps.is_empty() {
        at.d.push(policy::untranslated(place, what, &gaps, to, files));
    }
}

/// Gives indicators that are another policy's the words of that one.
fn follow(site: &Site, policies: &mut [Policy]) {
    let mut words = Vec::new();
    for (n, policy) in site.policies.iter().enumerate() {
        for (i, indicator) in policy.indicators.iter().enumerate() {
            let Some(other) = &indicator.same_as else { continue };
            let at = site.policies.iter().position(|policy| policy.id == other.policy);
            let Some(at) = at else { continue };
            let found = site.policies[at].indicators.iter().position(|theirs| theirs.id == other.indicator);
            words.extend(found.map(|found| (n, i, at, found)));
        }
    }
    for (n, i, at, found) in words {
        let translated = policies[at].indicators[found].clone();
        let original = &site.policies[at].indicators[found];
        let own = &mut policies[n].indicators[i];
        // One that has an entry of its own keeps it.
        if own.name == site.policies[n].indicators[i].name {
            indicators::follow(own, original, &translated);
        }
    }
}
