//! A form of ours that comes back filled in.

use super::Wish;
use super::marker::{self, Marker, Part, Reading};
use super::said::{Content, Note, Read, Said, Statement, Subject, row_of};
use super::statement;
use super::value;
use crate::content;
use crate::diagnostic::catalogue::{data, sheet as catalogue};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Indicator, Kind, Place, Policy, Quality, Site, parse_date};
use crate::source::table::{Cell, Sheet};
use std::collections::BTreeMap;

/// A sheet of ours and where its marker stands.
pub(super) struct Form<'a> {
    sheet: &'a Sheet,
    marker: Marker,
    place: Place,
    at: (usize, usize),
}

/// The sheets of ours in a file; none in one of somebody else's.
pub(super) fn forms<'a>(sheets: &'a [Sheet], d: &mut Diagnostics) -> Vec<Form<'a>> {
    let mut forms = Vec::new();
    for sheet in sheets {
        for (at, cell) in &sheet.cells {
            match marker::read(&cell.text) {
                Reading::Foreign => continue,
                Reading::Unknown => {
                    d.push(Diagnostic::at(catalogue::UNKNOWN_FORM, cell.place).with("cell", &cell.text));
                }
                Reading::Ours(marker) => forms.push(Form { sheet, marker, place: cell.place, at: *at }),
            }
            break;
        }
    }
    forms
}

/// What the forms say. None where they are of no policy of the site, or not all of one; that was reported.
pub(super) fn read(site: &Site, forms: &[Form], wish: &Wish, d: &mut Diagnostics) -> Option<Read> {
    let first = forms.first()?;
    if let Some(other) = forms
        .iter()
        .find(|form| (&form.marker.policy, form.marker.period) != (&first.marker.policy, first.marker.period))
    {
        let name = |form: &Form| format!("{} {}", form.marker.policy, form.marker.period);
        let problem = Diagnostic::at(catalogue::MIXED_FORMS, other.place);
        d.push(problem.with("first", name(first)).with("second", name(other)));
        return None;
    }
    let (id, period) = (&first.marker.policy, first.marker.period);
    if let Some(wanted) = wish.period.filter(|wanted| *wanted != period) {
        let problem = Diagnostic::at(catalogue::OTHER_PERIOD, first.place);
        d.push(problem.with("period", period).with("wanted", wanted));
    }
    let found = site.policies.iter().position(|policy| policy.id == *id);
    let Some(policy) = found.filter(|_| wish.policy.as_ref().is_none_or(|wanted| wanted == id)) else {
        d.push(Diagnostic::at(catalogue::OTHER_POLICY, first.place).with("policy", id));
        return None;
    };
    let mut read = Read { policy, period, said: Vec::new(), empty: 0, notes: Vec::new() };
    for form in forms.iter().filter(|form| wish.sheet.as_ref().is_none_or(|name| *name == form.sheet.name)) {
        Reader { site, policy: &site.policies[policy], form, read: &mut read }.form(d);
    }
    Some(read)
}

/// Reads one form.
struct Reader<'a> {
    site: &'a Site,
    policy: &'a Policy,
    form: &'a Form<'a>,
    read: &'a mut Read,
}

/// The cells of a row, by the keys of their columns.
type Cells<'a> = BTreeMap<&'a str, &'a Cell>;

impl<'a> Reader<'a> {
    fn form(&mut self, d: &mut Diagnostics) {
        let Form { sheet, at: (top, left), .. } = *self.form;
        let keyed = |column: &usize| !sheet.text(top, *column).is_empty();
        let columns: Vec<usize> = sheet.columns().into_iter().filter(|c| *c > left).filter(keyed).collect();
        for (row, column, place) in &sheet.uncomputed {
            if columns.contains(column) && *row > top && sheet.text(*row, left) != marker::TOTAL {
                d.push(Diagnostic::at(catalogue::UNCOMPUTED, *place));
            }
        }
        let mut begun = false;
        for row in sheet.rows().into_iter().filter(|row| *row > top) {
            let cells: Cells = columns
                .iter()
                .filter_map(|column| Some((sheet.text(top, *column), sheet.cells.get(&(row, *column))?)))
                .collect();
            let id = sheet.text(row, left);
            begun |= !id.is_empty();
            if id == marker::TOTAL || (id.is_empty() && (!begun || cells.is_empty())) {
                continue;
            }
            let Some(id_cell) = sheet.cells.get(&(row, left)) else {
                if let Some(cell) = cells.values().next().filter(|_| !is_total_row(sheet, row)) {
                    d.push(Diagnostic::at(catalogue::ROW_WITHOUT_ID, cell.place).with("value", &cell.text));
                }
                continue;
            };
            let Some(subject) = self.subject(id) else {
                d.push(Diagnostic::at(catalogue::UNKNOWN_ID, id_cell.place).with("id", id));
                continue;
            };
            let hidden = sheet.hidden_rows.contains(&row)
                || columns.iter().any(|column| sheet.hidden_columns.contains(column));
            match self.content(subject, &cells, d) {
                Some((content, place)) => self.read.said.push(Said { subject, content, place, hidden }),
                None => self.read.empty += 1,
            }
        }
    }

    /// Of what a row is.
    fn subject(&self, id: &str) -> Option<Subject> {
        let indicator =
            |id: &str| self.policy.indicators.iter().position(|i| i.id == id && i.same_as.is_none());
        match &self.form.marker.part {
            Part::Clauses => {
                let found = self.policy.text.iter().find(|(_, clause)| clause.anchor == id);
                found.map(|(ix, _)| Subject::Clause(ix))
            }
            Part::Indicators => match id.split_once('#') {
                None => indicator(id).map(Subject::Indicator),
                Some((id, n)) => {
                    let (i, n) = (indicator(id)?, n.parse::<usize>().ok()?.checked_sub(1)?);
                    (n < self.policy.indicators[i].steps.len()).then_some(Subject::Step(i, n))
                }
            },
            Part::Breakdown { indicator: of, breakdown } => {
                let i = indicator(of)?;
                let own: &Indicator = &self.policy.indicators[i];
                let b = own.breakdowns.iter().position(|other| other.id == *breakdown)?;
                Some(Subject::Row(i, b, row_of(own, b, self.site.organisations.find(id)?)?))
            }
        }
    }

    /// What a row says; none where it is empty.
    fn content(&self, subject: Subject, cells: &Cells, d: &mut Diagnostics) -> Option<(Content, Place)> {
        let name = subject.name(self.policy, self.site);
        match subject {
            Subject::Indicator(i) | Subject::Row(i, ..) => {
                figure(&self.policy.indicators[i], &name, cells, d)
            }
            Subject::Step(..) => {
                let cell = cells.get(marker::VALUE).filter(|cell| !value::is_nothing(&cell.text))?;
                let Some(day) = parse_date(cell.text.split('T').next().unwrap_or_default()) else {
                    let problem = Diagnostic::at(data::NOT_A_DATE, cell.place);
                    d.push(problem.with("key", &name).with("value", &cell.text));
                    return None;
                };
                Some((Content::Day(day), cell.place))
            }
            Subject::Clause(_) => self.statement(cells, d),
        }
    }

    fn statement(&self, cells: &Cells, d: &mut Diagnostics) -> Option<(Content, Place)> {
        let place = cells.values().next()?.place;
        let cell = |key: &str| cells.get(key).filter(|cell| !value::is_nothing(&cell.text));
        let state = match cell(marker::STATE) {
            Some(cell) => Some((statement::state(cell, d)?, cell.place)),
            None => None,
        };
        let text = |key: &str| cell(key).map(|cell| (cell.text.clone(), cell.place));
        let words = [marker::DONE, marker::OBSTACLE, marker::NEXT, marker::DOCUMENT];
        let words = words.into_iter().filter_map(|key| text(key).map(|(text, place)| (key, text, place)));
        let statement = Statement { state, words: words.collect(), grounds: text(marker::GROUNDS) };
        (statement != Statement::default()).then_some((Content::Statement(statement), place))
    }
}

/// 合计 whose id was lost is still no row of anybody.
fn is_total_row(sheet: &Sheet, row: usize) -> bool {
    sheet.cells.range((row, 0)..(row + 1, 0)).any(|(_, cell)| content::is_total(&cell.text))
}

fn figure(indicator: &Indicator, name: &str, cells: &Cells, d: &mut Diagnostics) -> Option<(Content, Place)> {
    let place = cells.get(marker::VALUE).or(cells.values().next().as_ref().map(|cell| *cell))?.place;
    if indicator.kind == Kind::Milestone {
        return None;
    }
    let before = d.iter().count();
    let value = cells
        .get(marker::VALUE)
        .and_then(|cell| value::figure(&cell.text, cell.place, name, &indicator.unit, None, d));
    let cell = |key: &str| cells.get(key).filter(|cell| !value::is_nothing(&cell.text));
    let quality = cell(marker::QUALITY).and_then(|cell| Some((quality(cell, d)?, cell.place)));
    let note = cell(marker::NOTE).map(|cell| (cell.text.clone(), cell.place));
    let said = value.is_some() || quality.is_some() || note.is_some();
    (said && d.iter().count() == before).then_some((Content::Figure { value, quality, note }, place))
}

/// A quality, by its Chinese, its key or its English.
fn quality(cell: &Cell, d: &mut Diagnostics) -> Option<Quality> {
    statement::word(cell, "quality", content::QUALITY, d)
}

impl Form<'_> {
    /// The name of its sheet.
    pub(super) fn name(&self) -> &str {
        &self.sheet.name
    }
}

/// What is said of sheets that are not ours in a file of ours: the cover needs no word.
pub(super) fn notes(forms: &[Form], sheets: &[Sheet]) -> Vec<Note> {
    let ours = |sheet: &&Sheet| forms.iter().any(|form| form.name() == sheet.name);
    let others = sheets.iter().skip(1).filter(|sheet| !ours(sheet) && sheet.visible);
    others.map(|sheet| Note::OtherSheet(sheet.name.clone())).collect()
}
