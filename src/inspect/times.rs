//! Publishing times: to the minute on a portal, and never before the document itself.

use super::{Input, texts};
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Moment, Place};

/// Checks what has a publishing time.
pub(super) fn check(input: &Input, d: &mut Diagnostics) {
    for policy in &input.site.policies {
        let metadata = &policy.metadata;
        if metadata.published.date < metadata.issued {
            let place = texts::value_of(input, policy.place.file, "published").unwrap_or(policy.place);
            let problem = Diagnostic::at(code::PUBLISHED_EARLY, place).with("issued", metadata.issued);
            d.push(problem.with("published", metadata.published.date));
        }
    }
    // Only a portal that is registered answers for the form of its times.
    if input.site.settings.portal.site_id_code.is_none() {
        return;
    }
    for policy in &input.site.policies {
        without_time(input, Some(policy.metadata.published), policy.place, d);
        for article in policy.interpretations.iter().chain(&policy.cases) {
            without_time(input, Some(article.published), article.place, d);
        }
        for report in &policy.reports {
            without_time(input, report.published, report.place, d);
        }
    }
    for page in &input.site.pages {
        without_time(input, page.published, page.place, d);
    }
}

fn without_time(input: &Input, published: Option<Moment>, at: Place, d: &mut Diagnostics) {
    let Some(Moment { date, time: None }) = published else { return };
    let place = texts::value_of(input, at.file, "published").unwrap_or(at);
    d.push(Diagnostic::at(code::NO_TIME, place).with("date", date));
}
