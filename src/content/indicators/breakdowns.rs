//! `breakdowns`: tables that divide an indicator among organisations, in YAML or in a sheet.

use super::{sums, targets};
use crate::content::decode::{self, Allowed, Fields};
use crate::content::policy::Scope;
use crate::content::{ident, tables};
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Words};
use crate::model::{Attachment, Breakdown, Indicator, OrgIx, Period, Place, Row, Show, SumRule, fold_name};
use crate::source::yaml::{Key, Node, Value};
use std::collections::BTreeMap;

/// How the rows relate to the whole, as written.
pub(crate) const SUMS: &[Allowed<SumRule>] = &[
    ("exact", "相等", SumRule::Exact),
    ("at-least", "不少于", SumRule::AtLeast),
    ("none", "无关", SumRule::None),
];

/// The columns: each a period, and where it stands.
pub(crate) type Columns = Vec<(Period, Place)>;

/// A row before anyone knows whose it is.
struct Line {
    name: String,
    place: Place,
    cells: Vec<Option<f64>>,
    /// True where a cell of it could not even be read as YAML.
    broken: bool,
}

/// Reads all breakdowns of an indicator.
pub(crate) fn read(
    scope: &Scope,
    indicator: &Indicator,
    attachments: &[Attachment],
    node: &Node,
    d: &mut Diagnostics,
) -> Vec<Breakdown> {
    let items = decode::list(node, "breakdowns", d).unwrap_or_default();
    let mut list: Vec<Breakdown> = Vec::new();
    for item in items {
        let Some(breakdown) = breakdown(scope, indicator, attachments, item, d) else { continue };
        if let Some(first) = list.iter().find(|other| fold_name(&other.id) == fold_name(&breakdown.id)) {
            let problem = Diagnostic::at(content::DUPLICATE_ID, breakdown.place).with("id", &breakdown.id);
            d.push(problem.also(first.place, Words { zh: "先定义在这里", en: "first declared here" }));
        }
        list.push(breakdown);
    }
    list
}

fn breakdown(
    scope: &Scope,
    indicator: &Indicator,
    attachments: &[Attachment],
    node: &Node,
    d: &mut Diagnostics,
) -> Option<Breakdown> {
    let shows = [("figures", "只列数字", Show::Figures), ("status", "列出状态", Show::Status)];
    let mut fields = Fields::of(node, "breakdowns", d)?;
    let id = fields.required_text("id", d);
    let place = fields.node("id").map_or(node.place, |node| node.place);
    if let Some(id) = &id {
        ident::check(id, place, d);
    }
    let attachments = scope.clauses.readable().then_some(attachments);
    let (title, annex) = title(&mut fields, indicator, attachments, d);
    let sum = fields.word("sum", SUMS, d).unwrap_or(SumRule::None);
    let show = fields.word("show", &shows, d).unwrap_or(Show::Figures);
    let quality = fields.quality(d).max(indicator.quality);
    let before = d.count(Severity::Error);
    let written = fields.node("columns").map(|node| columns(node, d));
    let (columns, lines) = rows(scope, &mut fields, written, d);
    fields.finish(d);
    let mut breakdown = Breakdown {
        id: id.unwrap_or_default(),
        title,
        annex,
        sum,
        show,
        baseline_column: starts_at_baseline(scope, indicator, &columns),
        columns: columns.iter().map(|(period, _)| *period).collect(),
        rows: Vec::new(),
        quality,
        place,
    };
    let (written, broken) = (lines.len(), lines.iter().any(|line| line.broken));
    breakdown.rows = owned(scope, lines, d);
    if breakdown.rows.len() < written || broken {
        // What is left adds up to nothing that anybody meant.
        breakdown.sum = SumRule::None;
    }
    if d.count(Severity::Error) == before {
        sums::check(indicator, &breakdown, &columns, d);
    }
    Some(breakdown)
}

/// The attachment's name, else a title of its own, else one made of the indicator's name. Without a
/// text nobody knows what it lists.
fn title(
    fields: &mut Fields,
    indicator: &Indicator,
    attachments: Option<&[Attachment]>,
    d: &mut Diagnostics,
) -> (String, Option<u32>) {
    let node = fields.node("annex");
    let annex = node.and_then(|node| decode::integer(node, "annex", 1..=999, d)).map(|n| n as u32);
    let own = fields.text("title", d);
    let listed = annex.and_then(|n| attachments?.iter().find(|attachment| attachment.n == n));
    match (listed, own) {
        (Some(listed), Some(_)) => {
            let place = fields.node("title").map_or(fields.place(), |node| node.place);
            let shows = Words { zh: "附件清单里的名称", en: "its name in the list of attachments" };
            d.push(Diagnostic::at(content::TITLE_TWICE, place).also(listed.place, shows));
            (listed.name.clone(), annex)
        }
        (Some(listed), None) => (listed.name.clone(), annex),
        (None, Some(own)) => (own, annex),
        (None, None) => {
            if let (Some(n), Some(node), Some(_)) = (annex, node, attachments) {
                d.push(Diagnostic::at(content::UNKNOWN_ATTACHMENT, node.place).with("n", n));
            }
            (format!("{}分解表", indicator.name), annex)
        }
    }
}

/// `columns`, whose periods rise; one that cannot be read keeps its place in the row.
pub(crate) fn columns(node: &Node, d: &mut Diagnostics) -> Vec<(Option<Period>, Place)> {
    let items = decode::list(node, "columns", d).unwrap_or_default();
    let period = |item: &Node, d: &mut Diagnostics| {
        // A column without a period would take its figures with it, unread.
        if item.value == Value::Null {
            let problem = Diagnostic::at(data::NOT_A_PERIOD, item.place).with("key", "columns");
            d.push(problem.with("value", "~"));
        }
        decode::period(item, "columns", d)
    };
    let columns: Vec<(Option<Period>, Place)> =
        items.iter().map(|item| (period(item, d), item.place)).collect();
    targets::rising(columns.iter().filter_map(|(period, place)| Some(((*period)?, *place))), true, d);
    columns
}

/// `rows`, from YAML or from a table, whose head may stand for `columns`.
fn rows(
    scope: &Scope,
    fields: &mut Fields,
    written: Option<Vec<(Option<Period>, Place)>>,
    d: &mut Diagnostics,
) -> (Columns, Vec<Line>) {
    let width = written.as_ref().map_or(0, Vec::len);
    let columns: Option<Columns> = written
        .map(|columns| columns.into_iter().filter_map(|(period, place)| Some((period?, place))).collect());
    let node = fields.required("rows");
    let entries = node.and_then(|node| decode::entries(node, "rows", d)).unwrap_or_default();
    if let (Some(node), []) = (node, entries) {
        d.push(Diagnostic::at(content::MISSING_KEY, node.place).with("key", "rows"));
    }
    if let Some(table) = tables::named(entries, d) {
        return from_table(scope, table, columns, d);
    }
    let Some(columns) = columns else {
        if node.is_some() {
            d.push(Diagnostic::at(content::MISSING_KEY, fields.place()).with("key", "columns"));
        }
        return (Columns::new(), Vec::new());
    };
    let mut lines: Vec<Line> = entries.iter().filter_map(|(key, node)| line(key, node, width, d)).collect();
    lines.iter_mut().for_each(|line| line.cells.truncate(columns.len()));
    (columns, lines)
}

/// `高峰街道: [2, 2, 3]`: as many cells as columns.
fn line(key: &Key, node: &Node, width: usize, d: &mut Diagnostics) -> Option<Line> {
    if tables::is_total(&key.text) {
        d.push(Diagnostic::at(data::TOTAL_NOT_NEEDED, key.place).with("name", &key.text));
        return None;
    }
    let Value::Sequence(items) = &node.value else {
        if node.value != Value::Broken {
            let problem = Diagnostic::at(data::ROW_NOT_A_LIST, node.place);
            d.push(problem.with("name", &key.text).with("columns", width));
        }
        let broken = node.value == Value::Broken;
        return Some(Line { name: key.text.to_string(), place: key.place, cells: vec![None; width], broken });
    };
    if items.len() != width {
        d.push(
            Diagnostic::at(data::CELLS_COUNT, node.place)
                .with("name", &key.text)
                .with("cells", items.len())
                .with("columns", width),
        );
    }
    let mut cells: Vec<Option<f64>> = items.iter().map(|item| decode::figure(item, &key.text, d)).collect();
    cells.resize(width, None);
    let broken = items.iter().any(|item| item.value == Value::Broken);
    Some(Line { name: key.text.to_string(), place: key.place, cells, broken })
}

/// Rows from a sheet. Its columns are those whose heads are periods, or those that `columns` names.
fn from_table(
    scope: &Scope,
    node: &Node,
    wanted: Option<Columns>,
    d: &mut Diagnostics,
) -> (Columns, Vec<Line>) {
    let Some(sheet) = tables::open(scope, node, "", d) else {
        return (wanted.unwrap_or_default(), Vec::new());
    };
    let dated = |head: &str| tables::head_period(head);
    let found: Vec<(usize, Period, Place)> =
        sheet.columns.iter().filter_map(|(n, cell)| Some((*n, dated(&cell.text)?, cell.place))).collect();
    let mut chosen = found.clone();
    if let Some(wanted) = &wanted {
        chosen.clear();
        for (period, place) in wanted {
            match found.iter().find(|(_, head, _)| head.last() == period.last()) {
                Some(column) => chosen.push(*column),
                None => {
                    let shows = Words { zh: "表在这里", en: "the table" };
                    let problem = Diagnostic::at(data::COLUMN_NOT_IN_TABLE, *place).with("column", period);
                    d.push(problem.also(sheet.columns[0].1.place, shows));
                }
            }
        }
    }
    if chosen.is_empty() {
        d.push(Diagnostic::at(data::TABLE_WITHOUT_PERIODS, sheet.columns[0].1.place));
    }
    if wanted.is_none() {
        targets::rising(chosen.iter().map(|(_, period, place)| (*period, *place)), true, d);
    }
    let mut lines: Vec<Line> = Vec::new();
    for (column, (n, ..)) in chosen.iter().enumerate() {
        for (row, entry) in sheet.column(*n, d).into_iter().enumerate() {
            if column == 0 {
                let name = entry.name.text.clone();
                lines.push(Line { name, place: entry.name.place, cells: Vec::new(), broken: false });
            }
            if let Some(line) = lines.get_mut(row) {
                line.cells.push(entry.value);
            }
        }
    }
    (chosen.into_iter().map(|(_, period, place)| (period, place)).collect(), lines)
}

/// The rows of known organisations, each once. A row whose name is misspelt counts as declared for
/// the organisation that was probably meant.
fn owned(scope: &Scope, lines: Vec<Line>, d: &mut Diagnostics) -> Vec<Row> {
    let mut seen: BTreeMap<OrgIx, Place> = BTreeMap::new();
    let mut rows = Vec::with_capacity(lines.len());
    let mut unknown = Vec::new();
    let row = |organisation, line: Line| Row {
        organisation,
        targets: line.cells,
        figures: Vec::new(),
        place: line.place,
    };
    for line in lines {
        let Some(organisation) = scope.organisations.resolve(&line.name, line.place, d) else {
            unknown.push(line);
            continue;
        };
        let first = *seen.entry(organisation).or_insert(line.place);
        if first != line.place {
            let problem = Diagnostic::at(data::ROW_TWICE, line.place).with("name", &line.name);
            d.push(problem.also(first, Words { zh: "先写在这里", en: "first written here" }));
            continue;
        }
        rows.push(row(organisation, line));
    }
    for line in unknown {
        let meant = scope.organisations.nearest(&line.name);
        if let Some(organisation) = meant.filter(|ix| seen.insert(*ix, line.place).is_none()) {
            rows.push(row(organisation, line));
        }
    }
    rows
}

/// True where the first column is no target but the baseline: its period is the baseline's or,
/// where none was published, lies before the plan begins.
fn starts_at_baseline(scope: &Scope, indicator: &Indicator, columns: &Columns) -> bool {
    let Some((first, _)) = columns.first() else { return false };
    match (&indicator.baseline, scope.start) {
        (Some(baseline), _) => first.last() <= baseline.period.last(),
        (None, Some(start)) => first.last() < start.first(),
        (None, None) => false,
    }
}
