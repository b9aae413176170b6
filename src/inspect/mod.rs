//! What an inspector of government pages finds fault with, in `check` only: a family of rules a file.
//!
//! Each rule reads what the stages before it have made and reports warnings with a place. A rule that
//! may be wrong stays silent: a false alarm costs more trust than a fault that is missed.

mod allow;
mod articles;
mod attachments;
mod check_digit;
mod digits;
mod documents;
mod empty;
mod links;
mod overdue;
mod owners;
mod pages;
mod personal;
mod placeholders;
mod promises;
mod punctuation;
mod reports;
mod tags;
#[cfg(test)]
mod tests;
mod texts;
mod times;
mod watched;
mod workdays;

pub use allow::{allowed, report_unused};
pub use pages::{Pages, resolve};
pub use reports::{Report, by_organisation};

use crate::diagnostic::Diagnostics;
use crate::model::Site;
use crate::plan::Plan;
use crate::progress::Assessment;
use crate::source::Sources;
use jiff::civil::Date;
use std::sync::Arc;

/// Everything that the inspector looks at.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The content.
    pub site: &'a Site,
    /// What it means, policy by policy.
    pub assessments: &'a [Arc<Assessment>],
    /// What is made.
    pub plan: &'a Plan,
    /// The texts.
    pub sources: &'a Sources,
    /// The pages as they were rendered.
    pub pages: &'a Pages<'a>,
    /// The day of the check.
    pub as_of: Date,
}

/// Applies every rule.
pub fn inspect(input: &Input, d: &mut Diagnostics) {
    let texts = texts::public(input);
    tags::check(input, d);
    times::check(input, d);
    articles::check(input, d);
    attachments::check(input, d);
    documents::check(input, d);
    empty::check(input, &texts, d);
    links::check(input, d);
    overdue::check(input, d);
    promises::check(input, d);
    punctuation::check(input, &texts, d);
    placeholders::check(&texts, d);
    personal::check(input, &texts, d);
    watched::check(&input.site.inspection.words, &texts, d);
}
