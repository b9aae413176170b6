//! The days of each policy and its newest publication, for whoever asks the same site again.

use super::Publication;
use super::days::Days;
use crate::model::{Bands, Policy, Site};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The newest publication of a policy, if it has any.
type Newest = Option<Arc<Publication>>;

/// What is kept of a policy: the policy, the very same, its position, its days and its newest publication.
type Entry = (Arc<Policy>, usize, Arc<Days>, Newest);

/// Kept publications. `Kept::default()` keeps nothing.
#[derive(Debug, Default)]
pub struct Kept {
    keeps: bool,
    judged_by: Option<(Date, Bands)>,
    /// By the policy's id.
    entries: BTreeMap<String, Entry>,
}

impl Kept {
    /// Keeps what is compared.
    pub fn keeping() -> Kept {
        Kept { keeps: true, ..Kept::default() }
    }

    /// Forgets everything where another day, or other bands, judge.
    pub(super) fn begin(&mut self, as_of: Date, bands: Bands) {
        if self.judged_by != Some((as_of, bands)) {
            self.entries.clear();
            self.judged_by = Some((as_of, bands));
        }
    }

    /// The days of the very same policy.
    pub(super) fn days(&self, policy: &Arc<Policy>) -> Option<Arc<Days>> {
        let (of, _, days, _) = self.entries.get(&policy.id)?;
        Arc::ptr_eq(of, policy).then(|| days.clone())
    }

    /// The newest of the very same policy at the same position; the outer none where nothing is kept.
    pub(super) fn newest(&self, n: usize, policy: &Arc<Policy>) -> Option<Newest> {
        let (of, at, _, newest) = self.entries.get(&policy.id)?;
        (Arc::ptr_eq(of, policy) && *at == n).then(|| newest.clone())
    }

    /// Takes those of this time.
    pub(super) fn keep(&mut self, site: &Site, days: &[Arc<Days>], newest: &[Newest]) {
        if self.keeps {
            let entry = |(n, of): (usize, &Arc<Policy>)| {
                (of.id.clone(), (of.clone(), n, days[n].clone(), newest[n].clone()))
            };
            self.entries = site.policies.iter().enumerate().map(entry).collect();
        }
    }
}
