//! What was planned of each policy, for whoever plans the same site again.

use super::duties::PolicyDuty;
use super::{Job, What};
use crate::model::{OrgIx, Place, Policy};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One policy's part of the plan.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its files.
    pub(super) jobs: Arc<Vec<(String, What, Place)>>,
    /// Who answers for what in it.
    pub(super) duties: Arc<Vec<(OrgIx, Arc<PolicyDuty>)>>,
}

/// Kept parts. `Kept::default()` keeps nothing.
#[derive(Debug, Default)]
pub struct Kept {
    keeps: bool,
    with_pictures: bool,
    /// By the policy's id, with the policy, the very same, and its position.
    parts: BTreeMap<String, (Arc<Policy>, usize, Part)>,
    /// Paths among which there is no clash, in order.
    clear: Vec<String>,
}

impl Kept {
    /// Keeps what is planned.
    pub fn keeping() -> Kept {
        Kept { keeps: true, ..Kept::default() }
    }

    /// Forgets everything where pictures are wanted now and were not before, or the other way.
    pub(super) fn begin(&mut self, with_pictures: bool) {
        if self.with_pictures != with_pictures {
            *self = Kept { keeps: self.keeps, with_pictures, ..Kept::default() };
        }
    }

    /// The part of the very same policy at the same position.
    pub(super) fn part(&self, n: usize, policy: &Arc<Policy>) -> Option<Part> {
        let (of, at, part) = self.parts.get(&policy.id)?;
        (Arc::ptr_eq(of, policy) && *at == n).then(|| part.clone())
    }

    /// Takes the parts of this time.
    pub(super) fn keep(&mut self, policies: &[Arc<Policy>], parts: &[Part]) {
        if self.keeps {
            let all = policies.iter().zip(parts).enumerate();
            self.parts = all.map(|(n, (of, part))| (of.id.clone(), (of.clone(), n, part.clone()))).collect();
        }
    }

    /// True where these paths, in order, were clear of clashes before.
    pub(super) fn is_clear(&self, jobs: &[Job]) -> bool {
        self.keeps && self.clear.iter().eq(jobs.iter().map(|job| &job.path))
    }

    /// Notes that they are.
    pub(super) fn note_clear(&mut self, jobs: &[Job]) {
        if self.keeps {
            self.clear = jobs.iter().map(|job| job.path.clone()).collect();
        }
    }
}
