//! `table:` blocks: a CSV or workbook whose rows are organisations, in place of a mapping.
//!
//! A row of totals (合计, 小计) is no organisation: it is checked against the rows that it adds up.

use super::decode;
use super::policy::Scope;
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Period, Place, fold_name, number};
use crate::source::table::{self, Cell};
use crate::source::yaml::{Key, Node, Value};

/// A table: the columns of figures, and rows that begin with a name.
pub(crate) struct Sheet {
    /// The heads of the columns, each with its position; columns of remarks are left out.
    pub(crate) columns: Vec<(usize, Cell)>,
    rows: Vec<(Cell, Vec<Cell>)>,
}

/// One cell of a column: the row's name, the figure, and where it stands.
pub(crate) struct Entry<'a> {
    /// The row's name.
    pub(crate) name: &'a Cell,
    /// The figure; none where the cell is empty or no number.
    pub(crate) value: Option<f64>,
    /// Where the figure stands.
    pub(crate) place: Place,
}

/// The node of `table:`, where a block is given as a table. What stands beside it in the block would
/// be read by nobody, and is reported.
pub(crate) fn named<'a>(entries: &'a [(Key, Node<'a>)], d: &mut Diagnostics) -> Option<&'a Node<'a>> {
    let (_, node) = entries.iter().find(|(key, _)| key.text == "table")?;
    if !matches!(node.value, Value::Scalar(_)) {
        return None;
    }
    for (key, _) in entries.iter().filter(|(key, _)| key.text != "table") {
        d.push(Diagnostic::at(data::TABLE_AND_ROWS, key.place).with("name", &key.text));
    }
    Some(node)
}

/// Opens the table that a file below `under` names: it lies beside that file or in `files/`.
pub(crate) fn open(scope: &Scope, node: &Node, under: &str, d: &mut Diagnostics) -> Option<Sheet> {
    let name = decode::text(node, "table", d)?;
    let file = scope.folder.look_for(&name, node.place, &[under, "files"], d)?;
    let table = table::read(scope.sources, file, d)?;
    let names = table.head.iter().position(|cell| !is_ordinal(&cell.text))?;
    let columns = table.head.into_iter().enumerate().skip(names + 1);
    let columns: Vec<(usize, Cell)> = columns.filter(|(_, cell)| !is_remark(&cell.text)).collect();
    if columns.is_empty() {
        d.push(Diagnostic::at(content::TABLE_WITHOUT_FIGURES, node.place).with("file", &file.path));
        return None;
    }
    let rows = table.rows.into_iter().filter_map(|cells| {
        let name = cells.get(names)?.clone();
        let blank = name.text.is_empty()
            && columns.iter().all(|(n, _)| cells.get(*n).is_none_or(|c| c.text.is_empty()));
        (!blank).then_some((name, cells))
    });
    let rows = rows.collect();
    Some(Sheet { columns, rows })
}

impl Sheet {
    /// The figures of a column, totals checked and taken out.
    pub(crate) fn column(&self, position: usize, d: &mut Diagnostics) -> Vec<Entry<'_>> {
        let mut broken = false;
        let mut entries: Vec<Entry> = Vec::with_capacity(self.rows.len());
        for (name, cells) in &self.rows {
            let Some(cell) = cells.get(position) else { continue };
            let empty = cell.text.is_empty() || cell.text == "~";
            let value = if empty { None } else { decode::number(&cell.text, cell.place, &name.text, d) };
            broken |= !empty && value.is_none();
            entries.push(Entry { name, value, place: cell.place });
        }
        if !broken {
            check_totals(&entries, d);
        }
        entries.retain(|entry| !is_total(&entry.name.text));
        entries
    }
}

/// True for the name of a row of totals.
pub(crate) fn is_total(name: &str) -> bool {
    let name = fold_name(name);
    ["合计", "总计", "小计", "共计", "总数"].iter().any(|total| name.ends_with(total))
}

/// Checks each row of totals. A 小计 adds up the rows since the last total, or up to the next one.
pub(crate) fn check_totals(entries: &[Entry], d: &mut Diagnostics) {
    let sum = |entries: &[Entry]| -> f64 {
        let rows = entries.iter().filter(|entry| !is_total(&entry.name.text));
        rows.filter_map(|entry| entry.value).sum()
    };
    for (position, entry) in entries.iter().enumerate() {
        let (true, Some(written)) = (is_total(&entry.name.text), entry.value) else { continue };
        let total_at = |n: &usize| is_total(&entries[*n].name.text);
        let candidates = if fold_name(&entry.name.text).ends_with("小计") {
            let above = (0..position).rev().find(total_at).map_or(0, |n| n + 1);
            let below = (position + 1..entries.len()).find(total_at).unwrap_or(entries.len());
            vec![sum(&entries[above..position]), sum(&entries[position + 1..below])]
        } else {
            vec![sum(entries)]
        };
        if !candidates.iter().any(|sum| same(*sum, written)) {
            d.push(
                Diagnostic::at(data::TOTAL_ROW, entry.place)
                    .with("name", &entry.name.text)
                    .with("written", number(written))
                    .with("sum", number(candidates[0]))
                    .with("difference", number((written - candidates[0]).abs())),
            );
        }
    }
}

/// The period that a column's head names: `2023`, `2023年`, `2023-06`, `2023年6月`, `2023年目标`,
/// and the date `2023-06-01`.
pub(crate) fn head_period(head: &str) -> Option<Period> {
    let head = fold_name(head);
    if let Some(period) = Period::parse(&head.to_uppercase()) {
        return Some(period);
    }
    // Typed as 2024-06, a spreadsheet makes it the first day of the month.
    if let Some(month) = head.strip_suffix("-01").and_then(Period::parse).filter(|_| head.len() == 10) {
        return Some(month);
    }
    let (year, rest) = head.split_once('年')?;
    let year_period = Period::parse(year)?;
    let Some((month, _)) = rest.split_once('月') else { return Some(year_period) };
    match month.parse::<u32>() {
        Ok(month) => Period::parse(&format!("{year}-{month:02}")),
        Err(_) => None,
    }
}

/// Equal but for the dust of adding decimals.
pub(crate) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

fn is_ordinal(head: &str) -> bool {
    ["序号", "编号", "no", "no.", "id"].contains(&fold_name(head).as_str())
}

fn is_remark(head: &str) -> bool {
    let head = fold_name(head);
    head.is_empty()
        || is_ordinal(&head)
        || ["备注", "说明", "联系人", "联系电话", "note"].contains(&head.as_str())
}
