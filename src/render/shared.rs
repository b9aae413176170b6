//! What several pages of one policy show, made when the first of them asks for it.

use super::{Input, card, charts, downloads};
use crate::data;
use crate::plan::Job;
use crate::plan::downloads::tables;
use crate::theme::view::{ChartView, IndicatorCard};
use std::sync::OnceLock;

/// The indicators of one policy, in their order, as its own pages show them.
#[derive(Default)]
pub(super) struct Shared {
    policy: usize,
    indicators: Vec<Shown>,
    /// The texts of the data files, of which others tell the size.
    data: OnceLock<Vec<OnceLock<String>>>,
    workbook: OnceLock<Result<Vec<u8>, String>>,
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
        Shared { policy, indicators, ..Shared::default() }
    }

    /// Of the policy that a file belongs to; of no policy, for files that show none in short.
    pub(super) fn for_job(input: &Input, job: &Job) -> Shared {
        job.what.policy().map(|n| Shared::of(input, n)).unwrap_or_default()
    }

    /// The data files.
    fn data(&self, input: &Input) -> &[OnceLock<String>] {
        self.data.get_or_init(|| {
            let tables = tables(input.policy(self.policy).0).len();
            (0..=tables).map(|_| OnceLock::new()).collect()
        })
    }

    /// The text of a data file, by its position.
    pub(super) fn data_text(&self, input: &Input, position: usize) -> &str {
        let files = self.data(input);
        files
            .get(position)
            .map_or("", |file| file.get_or_init(|| downloads::text(input, self.policy, position)))
    }

    /// All tables as a workbook.
    pub(super) fn workbook(&self, input: &Input) -> Result<&[u8], &str> {
        let made = || data::policy_workbook(input.policy(self.policy), input.site);
        self.workbook.get_or_init(made).as_ref().map(Vec::as_slice).map_err(String::as_str)
    }

    /// The sizes of all data files, in the order of [`data::files::of_policy`].
    pub(super) fn sizes(&self, input: &Input) -> Vec<usize> {
        let texts = (0..self.data(input).len()).map(|position| self.data_text(input, position).len());
        let workbook = input.site.settings.workbooks.then(|| self.workbook(input).map_or(0, <[u8]>::len));
        texts.chain(workbook).collect()
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
