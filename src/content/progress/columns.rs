//! A column file: periods that lie behind, a column each, without a bulletin of their own.

use super::{Issue, Layout, figures, rows};
use crate::content::decode::Fields;
use crate::content::indicators::Measures;
use crate::content::indicators::breakdowns::columns;
use crate::content::policy::Scope;
use crate::diagnostic::Diagnostics;
use crate::source::yaml::Node;

/// Reads a column file. A column whose period begins after the day of the build is not there yet.
pub(crate) fn read(scope: &Scope, node: &Node, measures: &mut Measures, d: &mut Diagnostics) {
    let Some(mut fields) = Fields::of(node, "columns", d) else { return };
    let today = scope.options.as_of;
    let published = fields.moment("published", d);
    if published.is_some_and(|moment| moment.date > today) {
        return;
    }
    let quality = fields.quality(d);
    let periods = fields.required("columns").map(|node| columns(node, d)).unwrap_or_default();
    let issue = |period: crate::model::Period| {
        let begun = period.first().first_day() <= today;
        begun.then(|| Issue::new(period, published, period.last().last_day(), quality, node.place.file))
    };
    let columns = periods.into_iter().map(|(period, place)| (period.and_then(issue), place));
    let layout = Layout::Columns(columns.collect());
    if let Some(node) = fields.node("indicators") {
        figures::read(scope, measures, &layout, node, d);
    }
    if let Some(node) = fields.node("breakdowns") {
        rows::read(scope, measures, &layout, node, d);
    }
    fields.finish(d);
}
