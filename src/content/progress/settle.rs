//! An indicator's figures, once all files are read: in order, one a month, and held against each other.

use crate::content::tables::same;
use crate::diagnostic::catalogue::data;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Breakdown, Figure, Indicator, Kind, Resets, SumRule, number};

/// Orders and checks.
pub(crate) fn settle(indicator: &mut Indicator, d: &mut Diagnostics) {
    let kind = indicator.kind;
    let name = indicator.name.clone();
    order(&mut indicator.figures, &name, d);
    check_falls(&indicator.figures, kind, &name, d);
    for row in indicator.breakdowns.iter_mut().flat_map(|breakdown| &mut breakdown.rows) {
        order(&mut row.figures, &name, d);
        check_falls(&row.figures, kind, &name, d);
    }
    for breakdown in indicator.breakdowns.iter().filter(|breakdown| breakdown.sum == SumRule::Exact) {
        check_observed(&indicator.figures, breakdown, d);
    }
    steps(indicator, d);
}

/// Oldest first; of two figures of a month the first stays.
fn order(figures: &mut Vec<Figure>, name: &str, d: &mut Diagnostics) {
    figures.sort_by_key(|figure| (figure.period.last(), figure.place()));
    for pair in figures.windows(2).filter(|pair| pair[0].period.last() == pair[1].period.last()) {
        let shows = Words { zh: "另一个数在这里", en: "the other figure" };
        d.push(
            Diagnostic::at(data::TWO_FIGURES, pair[1].place())
                .with("name", name)
                .with("period", pair[1].period)
                .also(pair[0].place(), shows),
        );
    }
    figures.dedup_by_key(|figure| figure.period.last());
    figures.shrink_to_fit();
}

/// A running total does not fall, unless it starts again with the year.
fn check_falls(figures: &[Figure], kind: Kind, name: &str, d: &mut Diagnostics) {
    let Kind::Cumulative(resets) = kind else { return };
    for pair in figures.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let same_run = resets == Resets::Never || before.period.last().year() == after.period.last().year();
        if same_run && after.value < before.value {
            let shows = Words { zh: "前一期的数在这里", en: "the figure before it" };
            d.push(
                Diagnostic::at(data::CUMULATIVE_FALLS, after.place())
                    .with("name", name)
                    .with("value", number(after.value))
                    .with("before", number(before.value))
                    .with("period", before.period)
                    .also(before.place(), shows),
            );
        }
    }
}

/// Where all rows with a task have reported, they add up to the indicator's figure.
fn check_observed(figures: &[Figure], breakdown: &Breakdown, d: &mut Diagnostics) {
    for whole in figures {
        let at = |figures: &[Figure]| {
            figures
                .iter()
                .find(|figure| figure.period.last() == whole.period.last())
                .map(|figure| figure.value)
        };
        let mut sum = 0.0;
        let (mut complete, mut any) = (!breakdown.rows.is_empty(), false);
        for row in &breakdown.rows {
            let has_task = row.targets.iter().any(Option::is_some);
            match at(&row.figures) {
                Some(value) => (sum, any) = (sum + value, true),
                None => complete &= !has_task,
            }
        }
        if complete && any && !same(sum, whole.value) {
            let shows = Words { zh: "分解表在这里定义", en: "the breakdown" };
            d.push(
                Diagnostic::at(data::OBSERVED_SUM, whole.place())
                    .with("title", &breakdown.title)
                    .with("period", whole.period)
                    .with("sum", number(sum))
                    .with("value", number(whole.value))
                    .with("difference", number((sum - whole.value).abs()))
                    .also(breakdown.place, shows),
            );
        }
    }
}

/// Steps in order of date, each reached once.
fn steps(indicator: &mut Indicator, d: &mut Diagnostics) {
    indicator.reached.sort_by_key(|reached| (reached.step, reached.place));
    for pair in indicator.reached.windows(2).filter(|pair| pair[0].step == pair[1].step) {
        let name = indicator.steps.get(pair[1].step).map_or("", |step| step.name.as_str());
        let shows = Words { zh: "另一处在这里", en: "the other place" };
        d.push(
            Diagnostic::at(data::TWO_FIGURES, pair[1].place)
                .with("name", name)
                .with("period", pair[1].period)
                .also(pair[0].place, shows),
        );
    }
    indicator.reached.dedup_by_key(|reached| reached.step);
    indicator.reached.sort_by_key(|reached| (reached.on, reached.step));
}
