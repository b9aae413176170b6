//! A period file, `2024-06.yaml`: its name says which period it reports.

use super::{Issue, Layout, Reported, figures, rows, statements};
use crate::content::decode::{self, Fields};
use crate::content::document;
use crate::content::indicators::Measures;
use crate::content::policy::Scope;
use crate::diagnostic::catalogue::data;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Moment, Period, Report};
use crate::source::SourceFile;
use crate::source::yaml::{Node, Value};
use jiff::civil::Date;

/// Reads a period file. One that begins or was published after the day of the build is not there yet.
pub(crate) fn read(
    scope: &Scope,
    file: &SourceFile,
    period: Period,
    node: &Node,
    measures: &mut Measures,
    reported: &mut Reported,
    d: &mut Diagnostics,
) {
    let Some(mut fields) = Fields::of(node, document::stem(file), d) else { return };
    let published = fields.moment("published", d);
    let today = scope.options.as_of;
    if period.first().first_day() > today || published.is_some_and(|moment| moment.date > today) {
        return;
    }
    if let Some(node) = fields.node("period")
        && let Some(written) = decode::period(node, "period", d)
        && written != period
    {
        d.push(Diagnostic::at(data::PERIOD_NAME, node.place).with("written", written).with("period", period));
    }
    let as_of = as_of(&mut fields, period, published, d);
    let issue = Issue::new(period, published, as_of, fields.quality(d), file.id);
    let mut filled = false;
    let summary = fields.node("summary").and_then(|node| {
        filled |= says(node);
        decode::markdown(node, "summary", d)
    });
    let layout = Layout::One(issue.clone());
    if let Some(node) = fields.node("indicators") {
        filled |= says(node);
        figures::read(scope, measures, &layout, node, d);
    }
    if let Some(node) = fields.node("breakdowns") {
        filled |= says(node);
        rows::read(scope, measures, &layout, node, d);
    }
    if let Some(node) = fields.node("clauses") {
        filled |= says(node);
        reported.statements.extend(statements::read(scope, &issue, node, d));
    }
    fields.finish(d);
    let place = document::start(file);
    // A form that nobody has filled in yet is no report: it would claim that there are data of its period.
    if !filled {
        d.push(Diagnostic::at(data::EMPTY_PERIOD, place).with("period", period));
        return;
    }
    reported.reports.push(Report { period, published, as_of, summary, quality: issue.quality, place });
}

/// Whether anything stands in it but keys.
fn says(node: &Node) -> bool {
    match &node.value {
        Value::Null => false,
        Value::Broken | Value::Scalar(_) => true,
        Value::Sequence(items) => items.iter().any(says),
        Value::Mapping(entries) => entries.iter().any(|(_, value)| says(value)),
    }
}

/// The day of the data: by default the period's end, or the day of publishing where that comes first.
fn as_of(fields: &mut Fields, period: Period, published: Option<Moment>, d: &mut Diagnostics) -> Date {
    let end = period.last().last_day();
    let default = published.map_or(end, |moment| moment.date.min(end)).max(period.first().first_day());
    let Some(node) = fields.node("as_of") else { return default };
    let Some(date) = decode::date(node, "as_of", d) else { return default };
    if date < period.first().first_day() {
        d.push(
            Diagnostic::at(data::AS_OF_BEFORE_PERIOD, node.place).with("date", date).with("period", period),
        );
        return default;
    }
    if let Some(moment) = published.filter(|moment| date > moment.date) {
        let problem = Diagnostic::at(data::AS_OF_AFTER_PUBLISHED, node.place);
        d.push(problem.with("date", date).with("published", moment.date));
        return default;
    }
    date
}
