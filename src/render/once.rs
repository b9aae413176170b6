//! A mistake of a template that many pages share is told once, with one page and how many there are.

use crate::diagnostic::{Diagnostic, Diagnostics};

/// Adds what was found page by page, in the order of the plan.
pub fn each(found: impl Iterator<Item = Diagnostics>, d: &mut Diagnostics) {
    let mut of_pages: Vec<(Diagnostic, usize)> = Vec::new();
    for problem in found.flat_map(|own| own.iter().cloned().collect::<Vec<_>>()) {
        // A letter that no font has is missing in several pictures of a policy.
        if problem.entry.code.starts_with("picture/") {
            if !d.iter().any(|known| same(known, &problem)) {
                d.push(problem);
            }
            continue;
        }
        if !problem.entry.code.starts_with("theme/page") {
            d.push(problem);
            continue;
        }
        match of_pages.iter_mut().find(|(known, _)| same(known, &problem)) {
            Some((_, pages)) => *pages += 1,
            None => of_pages.push((problem, 1)),
        }
    }
    for (problem, pages) in of_pages {
        d.push(problem.with("pages", pages));
    }
}

/// The same words at the same place, whatever the page.
fn same(a: &Diagnostic, b: &Diagnostic) -> bool {
    let words = |of: &Diagnostic| -> Vec<(&str, String)> {
        of.args.iter().filter(|(name, _)| *name != "page").cloned().collect()
    };
    a.entry == b.entry && a.place == b.place && words(a) == words(b)
}
