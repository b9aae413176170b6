//! `path`: how the planned value runs between the dates of the targets.

use super::direction::falls_back;
use crate::content::decode;
use crate::content::tables::same;
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Breakdown, Indicator, Kind, Path, Period, Place, Resets, fold_name, number};
use crate::source::yaml::{Key, Node, Value};

/// A point of the path, of whatever origin.
struct Point {
    period: Period,
    value: f64,
    place: Place,
    /// A baseline or target: it stands, and a point beside it is at fault.
    fixed: bool,
}

/// Reads a path; a broken one is a straight line.
pub(crate) fn read(node: &Node, indicator: &Indicator, d: &mut Diagnostics) -> Path {
    let Value::Mapping(entries) = &node.value else {
        let words = [("linear", "直线", false), ("year-end", "年底到位", true)];
        let year_end = decode::word(node, "path", &words, d) == Some(true);
        return if year_end { Path::YearEnd } else { Path::Linear };
    };
    let points = match entries.as_slice() {
        [(key, node)] if key.text == "from" => from_breakdown(node, indicator, d),
        entries => entries.iter().filter_map(|(key, node)| point(key, node, d)).collect(),
    };
    let mut points: Vec<Point> = points;
    points.sort_by_key(|point| point.period);
    check(&points, indicator, d);
    // Where a target stands, the path runs through the target.
    points.retain(|point| indicator.targets.iter().all(|target| target.by.last() != point.period.last()));
    Path::Points(points.into_iter().map(|point| (point.period, point.value)).collect())
}

/// `2023: 113`.
fn point(key: &Key, node: &Node, d: &mut Diagnostics) -> Option<Point> {
    let Some(period) = Period::parse(&key.text) else {
        let problem =
            Diagnostic::at(data::NOT_A_PERIOD, key.place).with("key", "path").with("value", &key.text);
        d.push(problem);
        return None;
    };
    let value = decode::figure(node, &key.text, d)?;
    Some(Point { period, value, place: node.place, fixed: false })
}

/// The sums of a breakdown's columns.
fn from_breakdown(node: &Node, indicator: &Indicator, d: &mut Diagnostics) -> Vec<Point> {
    let Some(id) = decode::text(node, "from", d) else { return Vec::new() };
    let Some(breakdown) = indicator.breakdowns.iter().find(|b| fold_name(&b.id) == fold_name(&id)) else {
        let ids = indicator.breakdowns.iter().map(|b| b.id.as_str());
        let problem =
            Diagnostic::at(content::UNKNOWN_BREAKDOWN, node.place).with("name", &id).suggest(&id, ids);
        d.push(problem.also(indicator.place, Words { zh: "指标在这里定义", en: "the indicator" }));
        return Vec::new();
    };
    let first = usize::from(breakdown.baseline_column);
    let columns = breakdown.columns.iter().enumerate().skip(first);
    let points = columns.filter_map(|(column, period)| {
        let value = sum(breakdown, column)?;
        Some(Point { period: *period, value, place: node.place, fixed: false })
    });
    // A target's own column may add up to more than the target (`sum: at-least`); the target stands.
    points
        .filter(|point| indicator.targets.iter().all(|target| target.by.last() != point.period.last()))
        .collect()
}

/// The sum of a column; none where no row has a cell.
fn sum(breakdown: &Breakdown, column: usize) -> Option<f64> {
    let cells = breakdown.rows.iter().filter_map(|row| row.targets.get(column).copied().flatten());
    cells.fold(None, |sum, cell| Some(sum.unwrap_or(0.0) + cell))
}

/// Each point lies between its neighbours, in the direction of the targets.
fn check(points: &[Point], indicator: &Indicator, d: &mut Diagnostics) {
    let runs = matches!(indicator.kind, Kind::Level | Kind::Cumulative(Resets::Never));
    let Some(direction) = indicator.targets.first().map(|target| target.word.direction()) else { return };
    if !runs {
        return;
    }
    let baseline = indicator.baseline.iter();
    let fixed = baseline
        .map(|b| (b.period, b.value, b.place))
        .chain(indicator.targets.iter().map(|t| (t.by, t.value, t.place)))
        .map(|(period, value, place)| Point { period, value, place, fixed: true });
    let own = points.iter().map(|point| Point { ..*point });
    let mut line: Vec<Point> = fixed.chain(own).collect();
    line.sort_by_key(|point| (point.period.last(), !point.fixed));
    for pair in line.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let together = before.period.last() == after.period.last();
        let wrong = match direction {
            _ if before.fixed && after.fixed => false,
            _ if together => !same(before.value, after.value),
            _ => falls_back(direction, before.value, after.value),
        };
        if wrong {
            let (at, beside) = if after.fixed { (before, after) } else { (after, before) };
            let shows = Words { zh: "相邻的数在这里", en: "the value beside it" };
            d.push(
                Diagnostic::at(data::PATH_TURNS_BACK, at.place)
                    .with("period", at.period)
                    .with("value", number(at.value))
                    .with("beside", beside.period)
                    .with("other", number(beside.value))
                    .also(beside.place, shows),
            );
        }
    }
}
