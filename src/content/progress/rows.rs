//! `breakdowns:` of a progress file: figures of organisations, in YAML or in a table.

use super::figures::{columns, figure, own, plain};
use super::{Issue, Layout};
use crate::content::decode;
use crate::content::indicators::Measures;
use crate::content::policy::Scope;
use crate::content::tables::{self, Sheet};
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Figure, Indicator, Place, fold_name};
use crate::source::yaml::{Key, Node};

/// Reads the block into the rows.
pub(crate) fn read(
    scope: &Scope,
    measures: &mut Measures,
    layout: &Layout,
    node: &Node,
    d: &mut Diagnostics,
) {
    let entries = decode::entries(node, "breakdowns", d).unwrap_or_default();
    if let Some(sheet) = table(scope, entries, d) {
        for (column, head) in sheet.iter().flat_map(|sheet| &sheet.columns) {
            let Layout::One(issue) = layout else {
                // The columns of this table are indicators: it cannot say which period a figure is of.
                let problem = Diagnostic::at(data::NOT_A_PERIOD, head.place).with("key", "table");
                d.push(problem.with("value", &head.text));
                continue;
            };
            let Some(position) = own(measures, &head.text, head.place, d) else { continue };
            if let Some(sheet) = &sheet {
                let issue = issue.within(head.place.file);
                fill(scope, &mut measures.indicators[position], None, (sheet, *column, issue), d);
            }
        }
        return;
    }
    for (key, node) in entries {
        let Some(position) = own(measures, &key.text, key.place, d) else { continue };
        let indicator = &mut measures.indicators[position];
        indicator_block(scope, indicator, layout, key, node, d);
    }
}

/// The breakdowns of one indicator, or one table for all of them.
fn indicator_block(
    scope: &Scope,
    indicator: &mut Indicator,
    layout: &Layout,
    key: &Key,
    node: &Node,
    d: &mut Diagnostics,
) {
    let entries = decode::entries(node, &key.text, d).unwrap_or_default();
    if let Some(sheet) = table(scope, entries, d) {
        from_sheet(scope, indicator, None, layout, sheet.as_ref(), d);
        return;
    }
    for (key, node) in entries {
        let wanted = fold_name(&key.text);
        let known = |text: &str| fold_name(text) == wanted;
        let Some(breakdown) = indicator.breakdowns.iter().position(|b| known(&b.id) || known(&b.title))
        else {
            let ids = indicator.breakdowns.iter().map(|breakdown| breakdown.id.as_str());
            let shows = Words { zh: "指标在这里定义", en: "the indicator" };
            let problem = Diagnostic::at(content::UNKNOWN_BREAKDOWN, key.place).with("name", &key.text);
            d.push(problem.suggest(&key.text, ids).also(indicator.place, shows));
            continue;
        };
        let entries = decode::entries(node, &key.text, d).unwrap_or_default();
        if let Some(sheet) = table(scope, entries, d) {
            from_sheet(scope, indicator, Some(breakdown), layout, sheet.as_ref(), d);
            continue;
        }
        for (key, node) in entries {
            if tables::is_total(&key.text) {
                d.push(Diagnostic::at(data::TOTAL_NOT_NEEDED, key.place).with("name", &key.text));
                continue;
            }
            let row = row(scope, indicator, Some(breakdown), &key.text, key.place, d);
            let cells = layout.spread(&key.text, node, d);
            // A row's figures are most of what a site keeps in memory: no more room than they need.
            if let Some((breakdown, row)) = row {
                indicator.breakdowns[breakdown].rows[row].figures.reserve_exact(cells.len());
            }
            for (issue, cell) in cells {
                let figure = figure(cell, &key.text, issue, scope.options.as_of, d);
                if let (Some(row), Some(figure)) = (row, figure) {
                    put(indicator, row, figure);
                }
            }
        }
    }
}

/// The table of a block; `Some(None)` where one is named that cannot be opened.
fn table(scope: &Scope, entries: &[(Key, Node)], d: &mut Diagnostics) -> Option<Option<Sheet>> {
    let node = tables::named(entries, d)?;
    Some(tables::open(scope, node, "progress", d))
}

/// Figures of one indicator from the columns of a sheet that are its own.
fn from_sheet(
    scope: &Scope,
    indicator: &mut Indicator,
    breakdown: Option<usize>,
    layout: &Layout,
    sheet: Option<&Sheet>,
    d: &mut Diagnostics,
) {
    let Some(sheet) = sheet else { return };
    let names = [indicator.name.clone(), indicator.id.clone()];
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for (column, issue) in columns(layout, sheet, &names, d) {
        fill(scope, indicator, breakdown, (sheet, column, issue), d);
    }
}

/// The figures of one column.
fn fill(
    scope: &Scope,
    indicator: &mut Indicator,
    breakdown: Option<usize>,
    (sheet, column, issue): (&Sheet, usize, Issue),
    d: &mut Diagnostics,
) {
    for entry in sheet.column(column, d) {
        let row = row(scope, indicator, breakdown, &entry.name.text, entry.name.place, d);
        if let (Some(row), Some(value)) = (row, entry.value) {
            put(indicator, row, plain(value, entry.place, &issue));
        }
    }
}

/// The row of a named organisation: breakdown and position. Without a breakdown, the first that has it.
fn row(
    scope: &Scope,
    indicator: &Indicator,
    breakdown: Option<usize>,
    name: &str,
    place: Place,
    d: &mut Diagnostics,
) -> Option<(usize, usize)> {
    let organisation = scope.organisations.resolve(name, place, d)?;
    let candidates =
        indicator.breakdowns.iter().enumerate().filter(|(n, _)| breakdown.is_none_or(|b| b == *n));
    let found = candidates.clone().find_map(|(n, breakdown)| {
        Some((n, breakdown.rows.iter().position(|row| row.organisation == organisation)?))
    });
    // A breakdown without rows could not be read, and was reported.
    if found.is_none() && candidates.clone().all(|(_, breakdown)| !breakdown.rows.is_empty()) {
        let at = candidates.map(|(_, breakdown)| (breakdown.place, breakdown.title.as_str())).next();
        let (at, title) = at.unwrap_or((indicator.place, indicator.name.as_str()));
        let shows = Words { zh: "分解表在这里定义", en: "the breakdown" };
        d.push(
            Diagnostic::at(data::UNKNOWN_ROW, place).with("name", name).with("title", title).also(at, shows),
        );
    }
    found
}

/// Adds a figure to a row; the indicator's own quality covers it.
fn put(indicator: &mut Indicator, (breakdown, row): (usize, usize), figure: Figure) {
    let quality = indicator.quality;
    if let Some(row) = indicator.breakdowns.get_mut(breakdown).and_then(|b| b.rows.get_mut(row)) {
        row.figures.push(figure.covered_by(quality));
    }
}
