//! A breakdown as a table: targets by year, the newest figure, what is missing.

use super::{Input, charts, words};
use crate::model::{Breakdown, Indicator, Policy, Row, Show, number};
use crate::plan::urls;
use crate::progress::{BreakdownStanding, RowStanding};
use crate::theme::view::{BreakdownView, Link, RowView};

/// No task, or nothing missing. A figure that was not reported is said in words, so that the two cannot be mixed up.
const NONE: &str = "—";

/// A breakdown's view.
pub(super) fn view(
    input: &Input,
    policy: &Policy,
    indicator: &Indicator,
    n: usize,
    standing: &BreakdownStanding,
) -> BreakdownView {
    let language = input.site.settings.language;
    let breakdown = &indicator.breakdowns[n];
    let rows: Vec<RowView> = breakdown
        .rows
        .iter()
        .zip(&standing.rows)
        .map(|(row, at)| row_view(input, breakdown, row, at, standing))
        .collect();
    let id = id(indicator, breakdown);
    BreakdownView {
        title: breakdown.title.clone(),
        note: note(input, indicator, standing),
        marks: words::quality(input, breakdown.quality).into_iter().collect(),
        columns: columns(input, breakdown),
        current: standing.column,
        now: standing.period.map_or(String::new(), |period| period.end_label(language)),
        total: total(input, breakdown, standing),
        rows,
        chart: charts::bars(input, indicator, breakdown, standing, &format!("bars-{id}")),
        csv: urls::breakdown_csv(&policy.id, &indicator.id, &breakdown.id),
        id,
    }
}

/// The anchor of its table.
pub(super) fn id(indicator: &Indicator, breakdown: &Breakdown) -> String {
    format!("{}-{}", indicator.id, breakdown.id)
}

/// `高新技术企业，家。2024年6月，55个单位中54个已报。`
pub(super) fn note(input: &Input, indicator: &Indicator, standing: &BreakdownStanding) -> String {
    let head = [("name", &*indicator.name), ("unit", &*indicator.unit)];
    let head = input.theme.say("table_head", &head);
    let Some(period) = standing.period else {
        return format!("{head}{}", input.theme.say("table_unreported", &[]));
    };
    let period = period.name(input.site.settings.language);
    let (reported, expected) = (standing.reported.to_string(), standing.expected.to_string());
    let blanks = [("period", &*period), ("n", &*reported), ("of", &*expected)];
    let key = if standing.reported == standing.expected { "table_all" } else { "table_some" };
    format!("{head}{}", input.theme.say(key, &blanks))
}

/// The heads: the baseline is a year's figure, the others are targets.
fn columns(input: &Input, breakdown: &Breakdown) -> Vec<String> {
    let language = input.site.settings.language;
    breakdown
        .columns
        .iter()
        .enumerate()
        .map(|(n, period)| {
            let baseline = n == 0 && breakdown.baseline_column;
            let key = if baseline { "column_baseline" } else { "column_target" };
            input.theme.say(key, &[("period", &period.name(language))])
        })
        .collect()
}

/// One row. An older figure does not stand under the head of a newer period.
fn row_view(
    input: &Input,
    breakdown: &Breakdown,
    row: &Row,
    at: &RowStanding,
    standing: &BreakdownStanding,
) -> RowView {
    let newest = at.newest.map(|n| &row.figures[n]).filter(|figure| Some(figure.period) == standing.period);
    let cell = |cell: Option<f64>| cell.map_or(NONE.into(), number);
    RowView {
        organisation: words::organisation(input, row.organisation),
        cells: row.targets.iter().map(|target| cell(*target)).collect(),
        now: match newest {
            Some(figure) => number(figure.value),
            None => input.theme.say("cell_unreported", &[]),
        },
        remaining: match newest {
            Some(_) => cell(at.remaining.filter(|rest| *rest > 0.0)),
            None => String::new(),
        },
        status: (breakdown.show == Show::Status)
            .then(|| words::chip(at.status, input.site.settings.language)),
    }
}

/// The sums of the columns; the newest figures are added only when all rows have reported.
fn total(input: &Input, breakdown: &Breakdown, standing: &BreakdownStanding) -> Option<RowView> {
    if breakdown.rows.len() < 2 {
        return None;
    }
    let sum = |column: usize| {
        let cells: Vec<f64> =
            breakdown.rows.iter().filter_map(|row| row.targets.get(column).copied().flatten()).collect();
        if cells.is_empty() { String::new() } else { number(cells.iter().sum()) }
    };
    Some(RowView {
        organisation: Link { title: input.theme.say("total", &[]), url: String::new() },
        cells: (0..breakdown.columns.len()).map(sum).collect(),
        now: standing.sum.map_or(NONE.into(), number),
        remaining: String::new(),
        status: None,
    })
}
