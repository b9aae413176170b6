//! A breakdown in short: what its rows say together. The rows themselves stand once, on the indicator's page.

use super::{Input, table, words};
use crate::model::{Breakdown, Indicator, Policy, Show, SumRule};
use crate::plan::urls;
use crate::progress::{self, BreakdownStanding, RowStatus, amount};
use crate::theme::view::{BreakdownSummary, Tally};

/// The breakdown in short.
pub(super) fn view(
    input: &Input,
    policy: &Policy,
    indicator: &Indicator,
    n: usize,
    standing: &BreakdownStanding,
) -> BreakdownSummary {
    let breakdown = &indicator.breakdowns[n];
    let id = table::id(indicator, breakdown);
    BreakdownSummary {
        title: breakdown.title.clone(),
        url: format!("{}#{id}", urls::indicator(&policy.id, &indicator.id)),
        note: table::note(input, indicator, standing),
        marks: words::quality(input, breakdown.quality).into_iter().collect(),
        count: breakdown.rows.len(),
        sum: sum(input, indicator, breakdown, standing),
        tallies: match breakdown.show {
            Show::Status => tallies(input, standing),
            Show::Figures => Vec::new(),
        },
        csv: urls::breakdown_csv(&policy.id, &indicator.id, &breakdown.id),
        id,
    }
}

/// `各单位合计128家，2024年目标合计136家。`; what was reported is left out until the last row is in.
fn sum(input: &Input, indicator: &Indicator, breakdown: &Breakdown, standing: &BreakdownStanding) -> String {
    let language = input.site.settings.language;
    // Rows that do not add up to the whole, such as rates, are not added up.
    let (false, Some(column)) = (breakdown.sum == SumRule::None, standing.column) else {
        return String::new();
    };
    let words = |value: f64| amount(value, &indicator.unit, language);
    let goal = words(standing.rows.iter().filter_map(|row| row.target).sum());
    let by = breakdown.columns[column].name(language);
    match standing.sum.map(words) {
        Some(now) => input.theme.say("sum_and_goal", &[("now", &now), ("by", &by), ("goal", &goal)]),
        None => input.theme.say("sum_of_goals", &[("by", &by), ("goal", &goal)]),
    }
}

/// How many rows have which status, in the order of the statuses.
fn tallies(input: &Input, standing: &BreakdownStanding) -> Vec<Tally> {
    let all = [
        RowStatus::YearMet,
        RowStatus::UnderWay,
        RowStatus::Awaiting,
        RowStatus::YearMissed,
        RowStatus::NoTask,
        RowStatus::NoData,
    ];
    let counts = all.map(|status| standing.rows.iter().filter(|row| row.status == status).count());
    let shares = progress::percentages(&counts);
    let language = input.site.settings.language;
    let tally = |((status, count), share): ((RowStatus, usize), f64)| Tally {
        chip: words::chip(status, language),
        count,
        share: format!("{share:.1}"),
    };
    all.into_iter().zip(counts).zip(shares).filter(|((_, count), _)| *count > 0).map(tally).collect()
}
