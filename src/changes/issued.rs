//! What was issued: the policy itself, other targets, interpretations and cases; and that a plan has ended.

use super::days::ended;
use super::window::Window;
use super::{Change, What};
use crate::model::{Article, Policy, Quality};

/// What is told before the figures.
pub(super) fn before(policy: &Policy, window: &Window) -> Vec<Change> {
    let mut changes = Vec::new();
    if window.holds(policy.metadata.published.date) {
        changes.push(plain(What::Policy));
    }
    if ended(policy).is_some_and(|day| window.holds(day)) {
        changes.push(plain(What::Ended));
    }
    for (n, indicator) in policy.indicators.iter().enumerate().filter(|(_, own)| own.same_as.is_none()) {
        for (c, change) in indicator.changes.iter().enumerate() {
            if window.holds(change.from.first().first_day()) {
                changes.push(plain(What::Targets { indicator: n, change: c }));
            }
        }
    }
    changes
}

/// What is told after them.
pub(super) fn after(policy: &Policy, window: &Window) -> Vec<Change> {
    let fresh = |(_, article): &(usize, &Article)| window.holds(article.published.date);
    let interpretations = policy.interpretations.iter().enumerate().filter(fresh);
    let cases = policy.cases.iter().enumerate().filter(fresh);
    let interpretations = interpretations.map(|(x, _)| plain(What::Interpretation(x)));
    interpretations.chain(cases.map(|(x, _)| plain(What::Case(x)))).collect()
}

/// A change that rests on no figure.
fn plain(what: What) -> Change {
    Change { what, quality: Quality::Final }
}
