//! Figures that are past their day, rows that are missing, figures that nobody answers for.

use super::Input;
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Breakdown, Indicator, OrgIx, Period};
use crate::progress::Standing;
use jiff::civil::Date;

/// Checks every indicator of every policy.
pub(super) fn check(input: &Input, d: &mut Diagnostics) {
    for (policy, assessment) in input.site.policies.iter().zip(input.assessments) {
        // Another policy's indicator is told there.
        let own = policy.indicators.iter().zip(&assessment.standings).filter(|(i, _)| i.same_as.is_none());
        for (indicator, standing) in own {
            // Nobody owes a figure that was invented to show how it is done.
            if !standing.marks.illustrative {
                overdue(input, indicator, standing, d);
                rows(input, indicator, standing, d);
            }
            if !indicator.figures.is_empty() && indicator.owner.is_none() && indicator.source.is_none() {
                d.push(Diagnostic::at(code::NO_SOURCE, indicator.place).with("name", &indicator.name));
            }
        }
    }
}

fn overdue(input: &Input, indicator: &Indicator, standing: &Standing, d: &mut Diagnostics) {
    let Some(due) = standing.marks.stale else { return };
    let last = standing.period.or(indicator.baseline.map(|baseline| baseline.period));
    let mut problem = Diagnostic::at(code::OVERDUE, indicator.place)
        .with("name", &indicator.name)
        .with("due", due)
        .with("last", last.map_or_else(|| "—".to_string(), |last| last.to_string()));
    if let Some(owner) = indicator.owner {
        let shows = Words { zh: "由这个单位报数", en: "reported by this organisation" };
        problem = problem.also(input.site.organisations.get(owner).place, shows);
    }
    d.push(problem);
}

fn rows(input: &Input, indicator: &Indicator, standing: &Standing, d: &mut Diagnostics) {
    let Some((period, due)) = past_due(indicator, standing, input.as_of) else { return };
    for breakdown in &indicator.breakdowns {
        let missing = missing(breakdown, period);
        if missing.is_empty() {
            continue;
        }
        let names: Vec<&str> =
            missing.iter().map(|ix| input.site.organisations.get(*ix).name.as_str()).collect();
        d.push(
            Diagnostic::at(code::ROWS_MISSING, breakdown.place)
                .with("name", &indicator.name)
                .with("period", period)
                .with("due", due)
                .with("count", names.len())
                .with("names", names.join("、")),
        );
    }
}

/// The newest period of an indicator and the day until which it had to be whole, where that day has passed.
pub(super) fn past_due(indicator: &Indicator, standing: &Standing, as_of: Date) -> Option<(Period, Date)> {
    let period = standing.newest.and(standing.period)?;
    let due = indicator.due?.date(period);
    (due < as_of).then_some((period, due))
}

/// The rows with a task that have not reported a period; none where nobody has, as its rows then come
/// less often than the whole.
pub(super) fn missing(breakdown: &Breakdown, period: Period) -> Vec<OrgIx> {
    let reported = |row: &crate::model::Row| row.figures.iter().any(|figure| figure.period == period);
    if !breakdown.rows.iter().any(reported) {
        return Vec::new();
    }
    let tasked =
        breakdown.rows.iter().filter(|row| row.targets.iter().flatten().any(|target| *target != 0.0));
    tasked.filter(|row| !reported(row)).map(|row| row.organisation).collect()
}
