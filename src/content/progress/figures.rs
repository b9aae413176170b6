//! `indicators:` of a progress file: figures, corrections and steps reached.

use super::{Issue, Layout};
use crate::content::decode::{self, Fields};
use crate::content::indicators::Measures;
use crate::content::policy::Scope;
use crate::content::tables::{self, Sheet};
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Figure, Indicator, Kind, Place, Remark, StepReached, fold_name};
use crate::source::yaml::{Node, Value};
use jiff::civil::Date;

/// Reads the block into the indicators.
pub(crate) fn read(
    scope: &Scope,
    measures: &mut Measures,
    layout: &Layout,
    node: &Node,
    d: &mut Diagnostics,
) {
    let entries = decode::entries(node, "indicators", d).unwrap_or_default();
    if let Some(table) = tables::named(entries, d) {
        if let Some(sheet) = tables::open(scope, table, "progress", d) {
            from_table(measures, layout, &sheet, d);
        }
        return;
    }
    for (key, node) in entries {
        let Some(position) = own(measures, &key.text, key.place, d) else { continue };
        for (issue, cell) in layout.spread(&key.text, node, d) {
            let indicator = &mut measures.indicators[position];
            if indicator.kind == Kind::Milestone {
                reached(indicator, issue, scope.options.as_of, cell, d);
            } else if let Some(figure) = figure(cell, &key.text, issue, scope.options.as_of, d) {
                indicator.figures.push(figure.covered_by(indicator.quality));
            }
        }
    }
}

/// The position of an indicator whose figures are typed here, not in another policy, and which
/// somebody has confirmed.
pub(crate) fn own(measures: &Measures, name: &str, place: Place, d: &mut Diagnostics) -> Option<usize> {
    let position = measures.resolve(name, place, d)?;
    let indicator = &measures.indicators[position];
    if let Some(proposal) = measures.proposal(position) {
        let shows = Words { zh: "这里写着 proposed", en: "declared with proposed here" };
        d.push(Diagnostic::at(data::OF_PROPOSED, place).with("name", name).also(proposal, shows));
        return None;
    }
    if indicator.same_as.is_some() {
        let shows = Words { zh: "这里写着 same_as", en: "declared with same_as here" };
        d.push(Diagnostic::at(data::TYPED_TWICE, place).with("key", name).also(indicator.place, shows));
        return None;
    }
    Some(position)
}

/// A figure: a number, or `{ value, quality, was, revised, note }`.
///
/// A correction that is dated after the day of the build is not made yet: the old value stands.
pub(crate) fn figure(
    node: &Node,
    name: &str,
    issue: &Issue,
    today: Date,
    d: &mut Diagnostics,
) -> Option<Figure> {
    if !matches!(node.value, Value::Mapping(_)) {
        return decode::figure(node, name, d).map(|value| plain(value, node.place, issue));
    }
    let mut fields = Fields::of(node, name, d)?;
    let value_node = fields.required("value");
    let place = value_node.map_or(node.place, |node| node.place);
    let value = value_node.and_then(|node| decode::figure(node, name, d));
    let quality = fields.quality(d).max(issue.quality);
    let was = fields.figure("was", d);
    let (revised_node, was_node) = (fields.node("revised"), fields.node("was"));
    let mut revised = revised_node.and_then(|node| decode::date(node, "revised", d));
    let note = fields.text("note", d);
    fields.finish(d);
    if let (Some(node), None) = (revised_node, was_node) {
        d.push(Diagnostic::at(content::MISSING_KEY, node.place).with("key", "was"));
    }
    if let (Some(node), Some(date), Some(published)) = (revised_node, revised, issue.published)
        && date < published.date
    {
        let problem = Diagnostic::at(data::REVISED_BEFORE_PUBLISHED, node.place);
        d.push(problem.with("date", date).with("published", published.date));
        revised = None;
    }
    let figure = plain(value?, place, issue).covered_by(quality);
    if let Some(was) = was
        && revised.is_some_and(|date| date > today)
    {
        return Some(figure.with_value(was));
    }
    let remark = Remark { was: was.map(|was| (was, revised)), note };
    Some(figure.with_remark((remark != Remark::default()).then_some(remark)))
}

/// `{ step: 签订出资协议, on: 2024-06-18 }`, or a list of them.
fn reached(indicator: &mut Indicator, issue: &Issue, today: Date, node: &Node, d: &mut Diagnostics) {
    match &node.value {
        Value::Null | Value::Broken => {}
        Value::Sequence(items) => {
            for item in items {
                step(indicator, issue, today, item, d);
            }
        }
        Value::Mapping(_) => step(indicator, issue, today, node, d),
        Value::Scalar(_) => {
            let problem = Diagnostic::at(data::STEP_EXPECTED, node.place).with("name", &indicator.name);
            d.push(problem.with("step", indicator.steps.first().map_or("…", |step| step.name.as_str())));
        }
    }
}

fn step(indicator: &mut Indicator, issue: &Issue, today: Date, node: &Node, d: &mut Diagnostics) {
    let Some(mut fields) = Fields::of(node, &indicator.name, d) else { return };
    let step = fields.required("step");
    let on_node = fields.required("on");
    let quality = fields.quality(d).max(issue.quality).max(indicator.quality);
    fields.finish(d);
    let step = step.and_then(|node| {
        let name = decode::text(node, "step", d)?;
        let found = indicator.steps.iter().position(|step| fold_name(&step.name) == fold_name(&name));
        if found.is_none() && !indicator.steps.is_empty() {
            let names = indicator.steps.iter().map(|step| step.name.as_str());
            let shows = Words { zh: "步骤在这里定义", en: "its steps are declared here" };
            let problem =
                Diagnostic::at(data::UNKNOWN_STEP, node.place).with("step", &name).suggest(&name, names);
            d.push(problem.also(indicator.place, shows));
        }
        Some((found?, node.place))
    });
    let on = on_node.and_then(|node| Some((decode::date(node, "on", d)?, node.place)));
    let (Some((step, place)), Some((on, on_place))) = (step, on) else { return };
    if on > issue.as_of {
        d.push(Diagnostic::at(data::STEP_AFTER_AS_OF, on_place).with("date", on).with("as_of", issue.as_of));
    } else if on <= today {
        indicator.reached.push(StepReached { step, on, period: issue.period, quality, place });
    }
}

/// A table whose rows are indicators.
fn from_table(measures: &mut Measures, layout: &Layout, sheet: &Sheet, d: &mut Diagnostics) {
    for (column, issue) in columns(layout, sheet, &[], d) {
        for entry in sheet.column(column, d) {
            let Some(position) = own(measures, &entry.name.text, entry.name.place, d) else { continue };
            let Some(value) = entry.value else { continue };
            let indicator = &mut measures.indicators[position];
            if indicator.kind == Kind::Milestone {
                let problem = Diagnostic::at(data::STEP_EXPECTED, entry.place).with("name", &indicator.name);
                d.push(problem.with("step", indicator.steps.first().map_or("…", |step| step.name.as_str())));
                continue;
            }
            indicator.figures.push(plain(value, entry.place, &issue).covered_by(indicator.quality));
        }
    }
}

/// A figure from a cell.
pub(crate) fn plain(value: f64, place: Place, issue: &Issue) -> Figure {
    Figure::new(value, issue.quality, place, &issue.issued)
}

/// The columns of a sheet that a file asks for, each with its issue: in a period file the one whose
/// head is one of these names, or the period, or the only one; in a column file those of its periods.
pub(crate) fn columns(
    layout: &Layout,
    sheet: &Sheet,
    names: &[&str],
    d: &mut Diagnostics,
) -> Vec<(usize, Issue)> {
    let file = sheet.columns[0].1.place.file;
    let named = |issue: &Issue| {
        let dated = |head: &str| tables::head_period(head) == Some(issue.period);
        let found = sheet
            .columns
            .iter()
            .find(|(_, head)| names.iter().any(|n| fold_name(n) == fold_name(&head.text)));
        let found = found.or_else(|| sheet.columns.iter().find(|(_, head)| dated(&head.text)));
        found.or(if sheet.columns.len() == 1 { sheet.columns.first() } else { None }).map(|(n, _)| *n)
    };
    match layout {
        Layout::One(issue) => match named(issue) {
            Some(column) => vec![(column, issue.within(file))],
            None => {
                let column =
                    names.first().map_or_else(|| issue.period.to_string(), |name| (*name).to_string());
                d.push(
                    Diagnostic::at(data::COLUMN_NOT_IN_TABLE, sheet.columns[0].1.place)
                        .with("column", column),
                );
                Vec::new()
            }
        },
        Layout::Columns(columns) => {
            let mut found = Vec::new();
            for (issue, place) in columns.iter().filter_map(|(issue, place)| Some((issue.as_ref()?, place))) {
                match sheet
                    .columns
                    .iter()
                    .find(|(_, head)| tables::head_period(&head.text) == Some(issue.period))
                {
                    Some((column, _)) => found.push((*column, issue.within(file))),
                    None => {
                        let shows = Words { zh: "表在这里", en: "the table" };
                        let problem = Diagnostic::at(data::COLUMN_NOT_IN_TABLE, *place);
                        d.push(problem.with("column", issue.period).also(sheet.columns[0].1.place, shows));
                    }
                }
            }
            found
        }
    }
}
