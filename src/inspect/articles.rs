//! Interpretations: in time, and linked with their policy both ways.

use super::workdays;
use super::{Input, texts};
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::plan::urls;

/// An interpretation comes out with its policy, or within so many working days.
const IN_TIME: i32 = 3;

/// Checks every interpretation.
pub(super) fn check(input: &Input, d: &mut Diagnostics) {
    for policy in &input.site.policies {
        let text = urls::policy(&policy.id);
        for article in &policy.interpretations {
            let days = workdays::at_least(policy.metadata.published.date, article.published.date);
            if days > IN_TIME {
                let place = texts::value_of(input, article.place.file, "published").unwrap_or(article.place);
                let problem = Diagnostic::at(code::INTERPRETATION_LATE, place).with("days", days);
                d.push(problem.with("published", article.published.date));
            }
            let page = urls::interpretation(&policy.id, &article.id);
            for (from, to) in [(&page, &text), (&text, &page)] {
                if input.pages.has(from) && !input.pages.links(from, to) {
                    let problem = Diagnostic::at(code::INTERPRETATION_LINK, article.place);
                    d.push(problem.with("page", from).with("target", to));
                }
            }
        }
    }
}
