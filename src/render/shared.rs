//! What several pages of one policy show, made when the first of them asks for it.

use super::{Input, card, charts};
use crate::plan::Job;
use crate::theme::view::{ChartView, IndicatorCard};
use std::sync::OnceLock;

/// The indicators of one policy, in their order, as its own pages show them.
#[derive(Default)]
pub(super) struct Shared {
    policy: usize,
    indicators: Vec<Shown>,
}

/// One indicator.
#[derive(Default)]
struct Shown {
    card: OnceLock<IndicatorCard>,
    chart: OnceLock<Option<ChartView>>,
}

impl Shared {
    /// Nothing yet, of the policy at this position.
    pub(super) fn of(input: &Input, policy: usize) -> Shared {
        let indicators = input.policy(policy).0.indicators.iter().map(|_| Shown::default()).collect();
        Shared { policy, indicators }
    }

    /// Of the policy that a file belongs to; of no policy, for files that show none in short.
    pub(super) fn for_job(input: &Input, job: &Job) -> Shared {
        job.what.policy().map(|n| Shared::of(input, n)).unwrap_or_default()
    }

    /// An indicator in short.
    pub(super) fn card(&self, input: &Input, i: usize) -> &IndicatorCard {
        self.indicators[i].card.get_or_init(|| {
            let (policy, assessment) = input.policy(self.policy);
            card::card(input, policy, assessment, i, card::Detail::Whole)
        })
    }

    /// Target against actual; none for a milestone, or where there is nothing to draw.
    pub(super) fn chart(&self, input: &Input, i: usize) -> Option<&ChartView> {
        let chart = self.indicators[i].chart.get_or_init(|| {
            let (policy, assessment) = input.policy(self.policy);
            let (indicator, standing) = (&policy.indicators[i], &assessment.standings[i]);
            charts::line(input, indicator, standing, &format!("line-{}", indicator.id))
        });
        chart.as_ref()
    }
}
