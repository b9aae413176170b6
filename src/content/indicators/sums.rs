//! Whether the rows of a breakdown add up to the indicator, column by column.

use super::breakdowns::Columns;
use crate::content::tables::same;
use crate::diagnostic::catalogue::data;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Breakdown, Indicator, Period, Place, SumRule, number};

/// Checks every column for which the indicator itself has a baseline or target.
pub(crate) fn check(indicator: &Indicator, breakdown: &Breakdown, columns: &Columns, d: &mut Diagnostics) {
    let rule = match breakdown.sum {
        SumRule::Exact => "exact",
        SumRule::AtLeast => "at-least",
        SumRule::None => return,
    };
    for (column, (period, place)) in columns.iter().enumerate() {
        let cells = breakdown.rows.iter().filter_map(|row| row.targets.get(column).copied().flatten());
        let sum: f64 = cells.sum();
        let wanted = wholes(indicator, *period);
        let fits = |value: f64| same(sum, value) || (breakdown.sum == SumRule::AtLeast && sum > value);
        let Some(&(whole, at)) = wanted.last() else { continue };
        if wanted.iter().any(|(value, _)| fits(*value)) {
            continue;
        }
        let shows = Words { zh: "指标的数在这里", en: "the indicator's own value" };
        d.push(
            Diagnostic::at(data::SUM, *place)
                .with("title", &breakdown.title)
                .with("column", period)
                .with("sum", number(sum))
                .with("target", number(whole))
                .with("difference", number((whole - sum).abs()))
                .with("rule", rule)
                .also(at, shows),
        );
    }
}

/// What the indicator says for a period: its baseline, its target, and what later documents made of it.
fn wholes(indicator: &Indicator, period: Period) -> Vec<(f64, Place)> {
    let baseline = indicator.baseline.iter().map(|b| (b.period, b.value, b.place));
    let changed = indicator.changes.iter().flat_map(|change| &change.targets);
    let targets = indicator.targets.iter().chain(changed).map(|t| (t.by, t.value, t.place));
    let all = baseline.chain(targets).filter(|(by, ..)| by.last() == period.last());
    all.map(|(_, value, place)| (value, place)).collect()
}
