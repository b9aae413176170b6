//! The data of a policy, and the charts that other sites may show: which files there are, and where.

use super::{What, urls};
use crate::model::{Indicator, Kind, Place, Policy};

/// A chart: that of an indicator, or of one of its breakdowns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartOf {
    /// The policy.
    pub policy: usize,
    /// The indicator.
    pub indicator: usize,
    /// The breakdown; none for the indicator's own chart.
    pub breakdown: Option<usize>,
}

impl ChartOf {
    /// The file `name` of this chart: `chart.svg`, `chart.png`, `embed/index.html`.
    pub fn url(&self, policy: &Policy, name: &str) -> String {
        let indicator = &policy.indicators[self.indicator];
        let breakdown = self.breakdown.map(|b| indicator.breakdowns[b].id.as_str());
        urls::chart(&policy.id, &indicator.id, breakdown, name)
    }
}

/// A table of a policy as CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableOf {
    /// An indicator's figures.
    Figures(usize),
    /// A breakdown of an indicator.
    Rows(usize, usize),
}

/// The tables of a policy with their URLs, in the order of the indicators.
pub fn tables(policy: &Policy) -> Vec<(TableOf, String)> {
    let mut tables = Vec::new();
    for (i, indicator) in policy.indicators.iter().enumerate() {
        if !indicator.figures.is_empty() {
            tables.push((TableOf::Figures(i), urls::figures_csv(&policy.id, &indicator.id)));
        }
        for (b, breakdown) in indicator.breakdowns.iter().enumerate() {
            tables.push((TableOf::Rows(i, b), urls::breakdown_csv(&policy.id, &indicator.id, &breakdown.id)));
        }
    }
    tables
}

/// The charts of a policy: what an indicator's page draws.
pub fn charts(n: usize, policy: &Policy) -> Vec<ChartOf> {
    let mut charts = Vec::new();
    for (i, indicator) in policy.indicators.iter().enumerate() {
        let of = |breakdown| ChartOf { policy: n, indicator: i, breakdown };
        if has_chart(indicator) {
            charts.push(of(None));
        }
        let rows = indicator.breakdowns.iter().enumerate();
        let reported = rows.filter(|(_, breakdown)| breakdown.rows.iter().any(|row| !row.figures.is_empty()));
        charts.extend(reported.map(|(b, _)| of(Some(b))));
    }
    charts
}

/// True where there is something to draw: a figure or a target over time.
pub fn has_chart(indicator: &Indicator) -> bool {
    indicator.kind != Kind::Milestone && !(indicator.figures.is_empty() && indicator.targets.is_empty())
}

/// The files about the data of a policy, and those of its charts; a chart as a file is a picture, and goes with them.
pub(super) fn jobs(n: usize, policy: &Policy, with_pictures: bool) -> Vec<(String, What, Place)> {
    let id = &policy.id;
    let mut jobs = vec![
        (urls::policy_data(id), What::PolicyData(n), policy.place),
        (urls::data_page(id), What::Data(n), policy.place),
        (urls::data_package(id), What::DataPackage(n), policy.place),
    ];
    for (table, path) in tables(policy) {
        jobs.push(match table {
            TableOf::Figures(i) => (path, What::FiguresCsv(n, i), policy.indicators[i].place),
            TableOf::Rows(i, b) => {
                (path, What::BreakdownCsv(n, i, b), policy.indicators[i].breakdowns[b].place)
            }
        });
    }
    for of in charts(n, policy) {
        let place = policy.indicators[of.indicator].place;
        if with_pictures {
            jobs.push((of.url(policy, "chart.svg"), What::Chart(of), place));
        }
        jobs.push((of.url(policy, "embed/index.html"), What::Embed(of), place));
    }
    jobs
}
