//! The rows of a table: whose each is, and what it says in the columns that are read.

use super::columns::{self, Column};
use super::grid::{Names, Rows, Table};
use crate::content::{Entry, check_totals, is_total};
use crate::diagnostic::catalogue::{content, data, sheet as catalogue};
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::intake::sheet::Wish;
use crate::intake::sheet::said::{Content, Note, Said, Subject, row_of};
use crate::intake::sheet::value::{self, Unit, is_nothing};
use crate::model::{Kind, OrgIx, Period, Place, Policy, Site};
use crate::source::table::Cell;
use std::collections::BTreeMap;

/// How footnotes and signatures begin.
const FOOTNOTES: [&str; 12] =
    ["注", "备注", "说明", "填表", "填报", "制表", "审核", "联系", "单位负责人", "负责人", "※", "*"];

fn is_footnote(text: &str) -> bool {
    FOOTNOTES.iter().any(|word| text.starts_with(word))
}

/// What a table is read against.
pub(super) struct Reading<'a> {
    pub(super) site: &'a Site,
    pub(super) policy: &'a Policy,
    pub(super) names: &'a Names<'a>,
    pub(super) table: &'a Table<'a>,
    /// `--breakdown`.
    pub(super) narrowed: super::Narrowed,
}

/// The period, what is said, and how many cells are empty.
pub(super) type Found = (Period, Vec<Said>, usize);

/// Reads a table of organisations or of indicators.
pub(super) fn read(
    reading: &Reading,
    wish: &Wish,
    notes: &mut Vec<Note>,
    d: &mut Diagnostics,
) -> Option<Found> {
    let default = reading.narrowed.map(|(indicator, _)| indicator);
    let Reading { table, names, policy, .. } = reading;
    let (period, columns) = columns::find(table, names, policy, wish, (default, notes), d)?;
    for (row, column, place) in &table.sheet.uncomputed {
        if *row >= table.first && columns.iter().any(|own| own.at == *column) {
            d.push(Diagnostic::at(catalogue::UNCOMPUTED, *place));
        }
    }
    let mut said = Vec::new();
    let mut empty = 0;
    let rows: Vec<usize> = table.sheet.rows().into_iter().filter(|row| *row >= table.first).collect();
    let known: Vec<usize> =
        rows.iter().copied().filter(|row| reading.is_known(*row, &columns, notes, d)).collect();
    for column in &columns {
        let (own, blank) = reading.column(column, &known, notes, d);
        said.extend(own);
        empty += blank;
    }
    Some((period, said, empty))
}

/// Whatever a table says, it says once.
pub(super) fn once(said: &[Said], policy: &Policy, site: &Site, d: &mut Diagnostics) {
    let mut seen: BTreeMap<Subject, Place> = BTreeMap::new();
    for one in said {
        let first = *seen.entry(one.subject).or_insert(one.place);
        if first != one.place {
            let problem = Diagnostic::at(data::ROW_TWICE, one.place);
            let problem = problem.with("name", one.subject.name(policy, site));
            d.push(problem.also(first, Words { zh: "先写在这里", en: "first written here" }));
        }
    }
}

impl Reading<'_> {
    fn name_of(&self, row: usize) -> Option<&Cell> {
        self.table.sheet.cells.get(&(row, self.table.names))
    }

    /// True for a row that has a known name, or of totals. What has figures and no known name is an error.
    fn is_known(&self, row: usize, columns: &[Column], notes: &mut Vec<Note>, d: &mut Diagnostics) -> bool {
        let sheet = self.table.sheet;
        let figure =
            columns.iter().filter_map(|c| sheet.cells.get(&(row, c.at))).find(|cell| !is_nothing(&cell.text));
        let Some(name) = self.name_of(row) else {
            // 合计 may stand in a cell merged with the ordinals.
            let before = (0..self.table.names).filter_map(|column| sheet.cells.get(&(row, column)));
            let total = before.clone().any(|cell| is_total(&cell.text));
            let footnote = before.clone().find(|cell| is_footnote(&cell.text));
            match (figure.filter(|cell| value::is_figure(&cell.text)), footnote) {
                (_, Some(footnote)) => notes.push(Note::Row(footnote.place, footnote.text.clone())),
                (Some(cell), None) if !total => {
                    d.push(Diagnostic::at(catalogue::ROW_WITHOUT_NAME, cell.place).with("value", &cell.text));
                }
                _ => {}
            }
            return total;
        };
        let known = match self.table.rows {
            Rows::Indicators => self.names.indicator(&name.text).is_some(),
            _ => self.names.organisation(&name.text).is_some(),
        };
        if known || is_total(&name.text) {
            return true;
        }
        let figure = figure.filter(|cell| !is_footnote(&name.text) && value::is_figure(&cell.text));
        if figure.is_none() {
            notes.push(Note::Row(name.place, name.text.clone()));
            return false;
        }
        d.push(match self.table.rows {
            Rows::Indicators => {
                let own = self.policy.indicators.iter().map(|indicator| indicator.name.as_str());
                Diagnostic::at(content::UNKNOWN_INDICATOR, name.place)
                    .with("name", &name.text)
                    .suggest(&name.text, own)
            }
            _ => Diagnostic::at(content::UNKNOWN_ORGANISATION, name.place)
                .with("name", &name.text)
                .suggest(&name.text, self.site.organisations.names()),
        });
        false
    }

    /// What a column says, and how many of its cells are empty.
    fn column(
        &self,
        column: &Column,
        rows: &[usize],
        notes: &mut Vec<Note>,
        d: &mut Diagnostics,
    ) -> (Vec<Said>, usize) {
        let (mut said, mut empty) = (Vec::new(), 0);
        let mut sums: Vec<(Cell, Option<f64>, Place)> = Vec::new();
        let before = d.iter().count();
        for &row in rows {
            let name = self.name_of(row).cloned().unwrap_or_else(|| self.total_beside(row));
            let is_total = is_total(&name.text);
            let Some(cell) =
                self.table.sheet.cells.get(&(row, column.at)).filter(|cell| !is_nothing(&cell.text))
            else {
                empty += usize::from(!is_total);
                continue;
            };
            let Some(indicator) = column.indicator.or_else(|| self.names.indicator(&name.text)) else {
                continue;
            };
            let own = &self.policy.indicators[indicator];
            if own.kind == Kind::Milestone {
                let step = own.steps.first().map_or("…", |step| step.name.as_str());
                d.push(
                    Diagnostic::at(data::STEP_EXPECTED, cell.place)
                        .with("name", &own.name)
                        .with("step", step),
                );
                continue;
            }
            if self.is_merged(row, column.at) {
                d.push(Diagnostic::at(catalogue::MERGED_FIGURE, cell.place).with("value", &cell.text));
                continue;
            }
            let unit = Unit::named(&column.unit);
            let found = value::figure(&cell.text, cell.place, &name.text, &own.unit, unit, d);
            sums.push((name.clone(), found, cell.place));
            let (Some(value), false) = (found, is_total) else { continue };
            let subject = match self.table.rows {
                Rows::Indicators => Some(Subject::Indicator(indicator)),
                _ => self.row(indicator, &name, d),
            };
            let Some(subject) = subject else { continue };
            let content = Content::Figure { value: Some(value), quality: None, note: None };
            let hidden = self.table.is_hidden(row, column.at);
            said.push(Said { subject, content, place: cell.place, hidden });
        }
        if d.iter().count() == before && self.table.rows == Rows::Organisations {
            let entries: Vec<Entry> = sums
                .iter()
                .map(|(name, value, place)| Entry { name, value: *value, place: *place })
                .collect();
            check_totals(&entries, d);
            if d.iter().count() == before {
                let totals = sums.iter().filter(|(name, ..)| is_total(&name.text));
                notes.extend(totals.map(|(name, _, place)| Note::Total(*place, name.text.clone())));
            }
        }
        (said, empty)
    }

    /// 合计 in a cell to the left of the names.
    fn total_beside(&self, row: usize) -> Cell {
        let sheet = self.table.sheet;
        let found = (0..self.table.names).filter_map(|column| sheet.cells.get(&(row, column)));
        found
            .clone()
            .find(|cell| is_total(&cell.text))
            .cloned()
            .unwrap_or(Cell { text: String::new(), place: self.table.place() })
    }

    fn is_merged(&self, row: usize, column: usize) -> bool {
        let over = |rows: &std::ops::RangeInclusive<usize>| rows.end() > rows.start();
        self.table
            .sheet
            .merged
            .iter()
            .any(|(rows, columns)| rows.contains(&row) && columns.contains(&column) && over(rows))
    }

    /// The row of an organisation: in the breakdown that was asked for, or the only one that has it.
    fn row(&self, indicator: usize, name: &Cell, d: &mut Diagnostics) -> Option<Subject> {
        let organisation: OrgIx = self.names.organisation(&name.text)?;
        let own = &self.policy.indicators[indicator];
        let asked = self.narrowed.filter(|(i, _)| *i == indicator).and_then(|(_, breakdown)| breakdown);
        let candidates = (0..own.breakdowns.len()).filter(|b| asked.is_none_or(|asked| asked == *b));
        let found: Vec<(usize, usize)> =
            candidates.filter_map(|b| Some((b, row_of(own, b, organisation)?))).collect();
        match found.as_slice() {
            [(b, r)] => Some(Subject::Row(indicator, *b, *r)),
            [] => {
                let title = asked.map_or(own.name.as_str(), |b| own.breakdowns[b].title.as_str());
                d.push(
                    Diagnostic::at(data::UNKNOWN_ROW, name.place)
                        .with("name", &name.text)
                        .with("title", title),
                );
                None
            }
            several => {
                let ids: Vec<String> =
                    several.iter().map(|(b, _)| format!("{}/{}", own.id, own.breakdowns[*b].id)).collect();
                d.push(
                    Diagnostic::at(catalogue::WHICH_BREAKDOWN, name.place)
                        .with("name", &name.text)
                        .with("breakdowns", ids.join(" / "))
                        .with("first", &ids[0]),
                );
                None
            }
        }
    }
}
