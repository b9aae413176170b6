//! A bureau's own sheet as a table: where its names stand, where its heads end and its rows begin.

use crate::content::{Clauses, is_total};
use crate::intake::sheet::value::{is_figure, is_nothing};
use crate::model::{ClauseIx, OrgIx, Place, Policy, Site, fold_name};
use crate::source::table::{Cell, Sheet};
use std::collections::{BTreeMap, BTreeSet};

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// Organisations.
    Organisations,
    /// Indicators.
    Indicators,
    /// Tasks.
    Clauses,
}

/// A table in a sheet.
pub(super) struct Table<'a> {
    /// The sheet.
    pub(super) sheet: &'a Sheet,
    /// What its rows are.
    pub(super) rows: Rows,
    /// The column of names.
    pub(super) names: usize,
    /// The first row that is not above the table any more.
    pub(super) first: usize,
    /// The rows of heads.
    heads: Vec<usize>,
    /// What stands above the heads: titles, `单位：万元`.
    pub(super) titles: Vec<String>,
}

/// The names of a policy, as sheets write them.
pub(super) struct Names<'a> {
    site: &'a Site,
    policy: &'a Policy,
    clauses: Clauses,
}

impl<'a> Names<'a> {
    pub(super) fn new(site: &'a Site, policy: &'a Policy) -> Self {
        Names { site, policy, clauses: Clauses::of(&policy.text, policy.place) }
    }

    /// An organisation, also behind a number: `1.高峰街道`.
    pub(super) fn organisation(&self, text: &str) -> Option<OrgIx> {
        let register = &self.site.organisations;
        register.find(text).or_else(|| register.find(unnumbered(text)))
    }

    /// An indicator by id or name, also behind a number and with its unit: `1.高新技术企业（家）`.
    pub(super) fn indicator(&self, text: &str) -> Option<usize> {
        let whole = fold_name(unnumbered(text));
        let bare = whole.split('(').next().unwrap_or_default().to_string();
        let is = |name: &str| {
            let name = fold_name(name);
            name == whole || name == bare || bare.strip_suffix('数') == Some(&name)
        };
        self.policy.indicators.iter().position(|indicator| is(&indicator.name) || is(&indicator.id))
    }

    /// A clause by path or heading, also behind its number: `1.培育孵化科技型企业`.
    pub(super) fn clause(&self, text: &str) -> Option<ClauseIx> {
        let heading = text.trim().trim_end_matches(['。', '；', ';']);
        self.clauses.named(heading, false).or_else(|| self.clauses.named(unnumbered(heading), false))
    }

    /// The indicators whose names stand in a text; of two of which one holds the other, the longer.
    pub(super) fn mentioned(&self, text: &str) -> Vec<usize> {
        let text = fold_name(text);
        let named = |i: &usize| text.contains(&fold_name(&self.policy.indicators[*i].name));
        let found: Vec<usize> = (0..self.policy.indicators.len()).filter(named).collect();
        let name = |i: usize| fold_name(&self.policy.indicators[i].name);
        let inside =
            |i: usize| found.iter().any(|&j| j != i && name(j).contains(&name(i)) && name(j) != name(i));
        found.iter().copied().filter(|&i| !inside(i)).collect()
    }

    fn is(&self, rows: Rows, text: &str) -> bool {
        match rows {
            Rows::Organisations => {
                self.organisation(text).is_some_and(|organisation| self.has_row(organisation))
            }
            Rows::Indicators => self.indicator(text).is_some(),
            Rows::Clauses => self.clause(text).is_some(),
        }
    }

    fn has_row(&self, organisation: OrgIx) -> bool {
        let breakdowns = self.policy.indicators.iter().flat_map(|indicator| &indicator.breakdowns);
        breakdowns.flat_map(|breakdown| &breakdown.rows).any(|row| row.organisation == organisation)
    }
}

/// Without a number and its mark in front: `1.`, `（一）`, `①`.
fn unnumbered(text: &str) -> &str {
    let text = text.trim();
    let number = |c: char| c.is_ascii_digit() || "０１２３４５６７８９一二三四五六七八九十".contains(c);
    let bare = text.trim_start_matches(['(', '（']);
    let rest = bare.trim_start_matches(number);
    let mark = rest.trim_start_matches(['.', '．', '、', ')', '）', ' ', '　']);
    if rest.len() < bare.len() && mark.len() < rest.len() && !mark.is_empty() { mark } else { text }
}

/// Heads of columns of what is said of tasks.
const TASK_HEADS: [&str; 6] = ["状态", "进展", "存在问题", "问题", "下一步", "完成情况"];

impl<'a> Table<'a> {
    /// The table of a sheet; none where nothing in it is known.
    pub(super) fn find(sheet: &'a Sheet, names: &Names) -> Option<Self> {
        let tasks = Self::tasks(sheet, names).map(|column| (Rows::Clauses, column));
        let (rows, names_at) = tasks.or_else(|| Self::figures(sheet, names))?;
        let is_row = |row: &usize| names.is(rows, sheet.text(*row, names_at));
        let first_name = sheet.rows().into_iter().find(is_row)?;
        // A row of totals may stand above the first name.
        let totals = |row: &usize| *row < first_name && is_total(sheet.text(*row, names_at));
        let first = sheet.rows().into_iter().find(totals).unwrap_or(first_name);
        let mut table = Table {
            sheet,
            rows,
            names: names_at,
            first,
            heads: Vec::new(),
            titles: vec![sheet.name.clone()],
        };
        for row in sheet.rows().into_iter().filter(|row| *row < first) {
            let texts: BTreeSet<String> = sheet
                .columns()
                .into_iter()
                .map(|column| table.shown(row, column))
                .filter(|t| !t.is_empty())
                .collect();
            match texts.len() {
                0 => {}
                1 => table.titles.extend(texts),
                _ if table.is_caption(row) => table.titles.extend(texts),
                _ => table.heads.push(row),
            }
        }
        Some(table)
    }

    /// The column with the most names of organisations, or of indicators with figures behind them.
    fn figures(sheet: &Sheet, names: &Names) -> Option<(Rows, usize)> {
        // The last cell of a row that may be a figure: names stand before it.
        let mut last: BTreeMap<usize, usize> = BTreeMap::new();
        for ((row, column), cell) in &sheet.cells {
            if is_figure(&cell.text) || is_nothing(&cell.text) || cell.text.starts_with('#') {
                last.insert(*row, *column);
            }
        }
        let mut known: BTreeMap<(usize, usize), BTreeSet<String>> = BTreeMap::new();
        for ((row, column), cell) in &sheet.cells {
            // An indicator's name without figures behind it is a head.
            let leads = last.get(row).is_some_and(|last| last > column);
            for (n, rows) in [Rows::Organisations, Rows::Indicators].into_iter().enumerate() {
                if (leads || rows == Rows::Organisations) && names.is(rows, &cell.text) {
                    // One name over and over is a remark, not the names of rows.
                    known.entry((n, *column)).or_default().insert(fold_name(&cell.text));
                }
            }
        }
        // Of as many the first: organisations before indicators, columns from the left.
        let most = known.values().map(BTreeSet::len).max()?;
        let ((n, column), _) = known.into_iter().find(|(_, names)| names.len() == most)?;
        Some((if n == 0 { Rows::Organisations } else { Rows::Indicators }, column))
    }

    /// The column of tasks, where the heads say that this is a table of tasks.
    fn tasks(sheet: &Sheet, names: &Names) -> Option<usize> {
        let is_head = |row: usize| {
            let heads = sheet.cells.range((row, 0)..(row + 1, 0)).map(|(_, cell)| fold_name(&cell.text));
            heads
                .filter(|head| TASK_HEADS.iter().any(|word| head.contains(word)) && head.chars().count() < 10)
                .count()
        };
        sheet.rows().into_iter().find(|row| is_head(*row) >= 2)?;
        let known = |column: &usize| {
            let cells = sheet.cells.iter().filter(|((_, c), _)| c == column);
            cells.filter(|(_, cell)| names.clause(&cell.text).is_some()).count()
        };
        sheet
            .columns()
            .into_iter()
            .filter(|column| known(column) > 0)
            .max_by_key(|column| (known(column), usize::MAX - column))
    }

    /// A line above the heads in two cells: `填报单位：…`, `单位：万元`.
    fn is_caption(&self, row: usize) -> bool {
        let mut cells = self.sheet.cells.range((row, 0)..(row + 1, 0)).map(|(_, cell)| cell.text.as_str());
        cells.all(|text| text.contains(['：', ':']))
    }

    /// The text of a cell, that of a merged cell in all of its places.
    pub(super) fn shown(&self, row: usize, column: usize) -> String {
        let merged =
            self.sheet.merged.iter().find(|(rows, columns)| rows.contains(&row) && columns.contains(&column));
        let (row, column) = merged.map_or((row, column), |(rows, columns)| (*rows.start(), *columns.start()));
        self.sheet.text(row, column).to_string()
    }

    /// The head of a column: what its rows of heads say, from above, each once.
    pub(super) fn head(&self, column: usize) -> String {
        let mut parts: Vec<String> = Vec::new();
        for row in &self.heads {
            let text = self.shown(*row, column);
            // A CSV file, and a sheet whose cells are only centred, leave the cells of a wide head empty.
            let text = if text.is_empty() && *row != *self.heads.last().unwrap_or(row) {
                self.left_of(*row, column)
            } else {
                text
            };
            if !text.is_empty() && !parts.contains(&text) {
                parts.push(text);
            }
        }
        parts.join(" ")
    }

    /// The head to the left, where a head above several columns is written in the first only.
    fn left_of(&self, row: usize, column: usize) -> String {
        if !self.sheet.merged.is_empty() {
            return String::new();
        }
        let cells = self.sheet.cells.range((row, self.names + 1)..(row, column + 1));
        cells.last().map_or(String::new(), |(_, cell)| cell.text.clone())
    }

    /// Where a head stands: its lowest cell, else the table's first.
    pub(super) fn head_place(&self, column: usize) -> Place {
        let own = self.heads.iter().rev().find_map(|row| self.sheet.cells.get(&(*row, column)));
        own.or_else(|| self.cells(column).next().map(|(_, cell)| cell))
            .map_or(self.place(), |cell| cell.place)
    }

    /// The first cell of the sheet.
    pub(super) fn place(&self) -> Place {
        self.sheet.cells.values().next().map_or(Place::default(), |cell| cell.place)
    }

    /// The cells of a column below its head, with their rows.
    pub(super) fn cells(&self, column: usize) -> impl Iterator<Item = (usize, &'a Cell)> {
        let first = self.first;
        let all = self.sheet.cells.iter().filter(move |((row, c), _)| *c == column && *row >= first);
        all.map(|((row, _), cell)| (*row, cell))
    }

    /// The columns beside that of the names, with anything in them.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        let names = self.names;
        self.sheet.columns().into_iter().filter(move |column| *column != names)
    }

    /// True where a cell is hidden.
    pub(super) fn is_hidden(&self, row: usize, column: usize) -> bool {
        self.sheet.hidden_rows.contains(&row) || self.sheet.hidden_columns.contains(&column)
    }
}

/// `A`, `Z`, `AA` … of a column counted from 0.
pub(super) fn letter(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.insert(0, char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            return letters.into_iter().collect();
        }
        column = column / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_front() {
        for (text, bare) in [
            ("1.高峰街道", "高峰街道"),
            ("（一）高峰街道", "高峰街道"),
            ("12、 高峰街道", "高峰街道"),
            ("高峰街道", "高峰街道"),
            ("3D打印", "3D打印"),
            ("1.", "1."),
            ("一二三街道", "一二三街道"),
        ] {
            assert_eq!(unnumbered(text), bare);
        }
        assert_eq!([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
