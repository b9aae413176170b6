//! Links of the rendered pages: every file and every anchor that they lead to is there, and nothing is
//! fetched from another host.

use super::{Input, texts};
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;
use crate::plan::urls;
use std::collections::BTreeSet;

/// Checks every page. What stands on many pages is told once.
pub(super) fn check(input: &Input, d: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    let root = input.site.settings.base_url.as_deref().map(urls::root_of);
    for (page, link, target, anchor) in input.pages.dead(root.as_deref()) {
        let written = written(input, &page, &anchor);
        let key = (written, if written.is_some() { String::new() } else { format!("{target}#{anchor}") });
        if !told.insert(key) {
            continue;
        }
        let place = written.or_else(|| input.plan.job(&page).and_then(|job| job.asked_by));
        let entry = if anchor.is_empty() { code::DEAD_PAGE_LINK } else { code::DEAD_ANCHOR };
        let mut problem = Diagnostic::nowhere(entry).with("link", link).with("page", page);
        problem.place = place.or_else(|| theme(input));
        d.push(problem.with("target", target).with("anchor", anchor));
    }
    let mut told = BTreeSet::new();
    input.pages.each(|path, page| {
        for address in page.outside.iter().filter(|address| told.insert((*address).clone())) {
            let mut problem = Diagnostic::nowhere(code::OTHER_HOST).with("page", path);
            problem.place = theme(input);
            d.push(problem.with("address", address));
        }
    });
}

/// Where the text that a page is made of has the anchor in a link; none for a link that the theme writes.
fn written(input: &Input, page: &str, anchor: &str) -> Option<Place> {
    let asked_by = input.plan.job(page)?.asked_by.filter(|_| !anchor.is_empty())?;
    let link = texts::find(input, asked_by.file, 0, &format!("#{anchor})"))?;
    Some(Place { len: link.len - 1, ..link })
}

/// The theme's own file, for what its templates write.
fn theme(input: &Input) -> Option<Place> {
    let path = format!("themes/{}/theme.yaml", input.site.settings.theme);
    input.sources.find(&path).map(|file| Place::new(file.id, 0, 0))
}
