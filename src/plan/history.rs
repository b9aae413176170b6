//! Addresses that pages had before: each former one has a small page that leads to where the content stands now.

use super::{What, urls};
use crate::model::{Alias, Place, Policy, Site};

/// The former addresses of a policy, its articles and its indicators.
pub(super) fn of_policy(n: usize, policy: &Policy) -> Vec<(String, What, Place)> {
    let id = &policy.id;
    let mut jobs = Vec::new();
    let mut lead = |aliases: &[Alias], to: &str| {
        jobs.extend(aliases.iter().map(|alias| moved(&alias.path, to, alias.place)));
    };
    lead(&policy.metadata.aliases, &urls::policy(id));
    for article in &policy.interpretations {
        lead(&article.aliases, &urls::interpretation(id, &article.id));
    }
    for article in &policy.cases {
        lead(&article.aliases, &urls::case(id, &article.id));
    }
    for (i, indicator) in policy.indicators.iter().enumerate() {
        for (former, place) in &indicator.former_ids {
            jobs.push(moved(&urls::indicator(id, former), &urls::indicator(id, &indicator.id), *place));
            // A program that reads the data follows no page: the files themselves stay.
            if !indicator.figures.is_empty() {
                jobs.push((urls::figures_csv(id, former), What::FiguresCsv(n, i), *place));
            }
            for (b, breakdown) in indicator.breakdowns.iter().enumerate() {
                let path = urls::breakdown_csv(id, former, &breakdown.id);
                jobs.push((path, What::BreakdownCsv(n, i, b), *place));
            }
        }
    }
    jobs
}

/// The former addresses of the free pages.
pub(super) fn of_pages(site: &Site) -> Vec<(String, What, Place)> {
    let pages = site.pages.iter();
    let of = |page: &crate::model::Page| {
        let to = urls::free(&page.id);
        page.aliases.iter().map(|alias| moved(&alias.path, &to, alias.place)).collect::<Vec<_>>()
    };
    pages.flat_map(of).collect()
}

fn moved(from: &str, to: &str, place: Place) -> (String, What, Place) {
    (from.to_owned(), What::Moved(to.to_owned()), place)
}
