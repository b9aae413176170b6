//! A bureau's own sheet: no ids, titles above, heads in two rows, totals, footnotes. What it says is found
//! by the names that the site knows; what could be two things is asked back, never guessed.

mod columns;
mod grid;
mod rows;
mod tasks;

use super::Wish;
use super::said::{Note, Read, Said};
use crate::diagnostic::catalogue::sheet as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Period, Place, Site, fold_name};
use crate::source::table::Sheet;
use grid::{Names, Rows, Table};

/// Reads the tables of a file. None where they are unclear; that was reported.
pub(super) fn read(site: &Site, sheets: &[Sheet], wish: &Wish, d: &mut Diagnostics) -> Option<Read> {
    let is_asked = |sheet: &&Sheet| match &wish.sheet {
        Some(name) => sheet.name == *name,
        None => sheet.visible,
    };
    let asked: Vec<&Sheet> = sheets.iter().filter(is_asked).collect();
    let policy = policy(site, &asked, wish, d)?;
    let names = Names::new(site, &site.policies[policy]);
    let mut notes: Vec<Note> = Vec::new();
    let hidden = sheets.iter().filter(|sheet| wish.sheet.is_none() && !sheet.visible);
    notes.extend(hidden.map(|sheet| Note::HiddenSheet(sheet.name.clone())));
    let narrowed = breakdown(site, policy, wish, &asked, d)?;
    let mut said: Vec<Said> = Vec::new();
    let mut empty = 0;
    let mut period: Option<(Period, Place)> = None;
    for sheet in asked {
        let Some(table) = Table::find(sheet, &names) else {
            notes.push(Note::OtherSheet(sheet.name.clone()));
            continue;
        };
        let reading =
            rows::Reading { site, policy: &site.policies[policy], names: &names, table: &table, narrowed };
        let read = match table.rows {
            Rows::Clauses => tasks::read(&reading, wish, &mut notes, d),
            _ => rows::read(&reading, wish, &mut notes, d),
        };
        let Some((own, found, blank)) = read else { continue };
        if let Some((first, place)) = period.filter(|(first, _)| *first != own) {
            let found = format!("{first}、{own}");
            let problem = Diagnostic::at(catalogue::WHICH_PERIOD, table.place());
            let problem = problem.with("sheet", &sheet.name).with("found", found);
            d.push(problem.also(place, crate::diagnostic::Words { zh: "另一期", en: "the other period" }));
        }
        period = period.or(Some((own, table.place())));
        said.extend(found);
        empty += blank;
    }
    if d.has_errors() {
        return None;
    }
    rows::once(&said, &site.policies[policy], site, d);
    Some(Read { policy, period: period?.0, said, empty, notes })
}

/// The policy that was asked for, or the only one that knows the sheets.
fn policy(site: &Site, sheets: &[&Sheet], wish: &Wish, d: &mut Diagnostics) -> Option<usize> {
    let knows = |n: &usize| {
        let names = Names::new(site, &site.policies[*n]);
        sheets.iter().any(|sheet| Table::find(sheet, &names).is_some())
    };
    let place =
        sheets.first().and_then(|sheet| sheet.cells.values().next()).map_or(Place::default(), |c| c.place);
    let all = 0..site.policies.len();
    let found: Vec<usize> = match &wish.policy {
        Some(id) => all.filter(|n| site.policies[*n].id == *id).filter(knows).collect(),
        None => all.filter(knows).collect(),
    };
    match found.as_slice() {
        [one] => Some(*one),
        [] => {
            let name = sheets.first().map_or("", |sheet| sheet.name.as_str());
            d.push(Diagnostic::at(catalogue::NOT_A_SHEET, place).with("sheet", name));
            None
        }
        several => {
            let ids: Vec<&str> = several.iter().map(|n| site.policies[*n].id.as_str()).collect();
            let problem = Diagnostic::at(catalogue::WHICH_POLICY, place);
            d.push(problem.with("policies", ids.join(" / ")).with("first", ids[0]));
            None
        }
    }
}

/// `--breakdown`: the indicator, and its breakdown where one is named. `Some(None)` where nothing was asked.
type Narrowed = Option<(usize, Option<usize>)>;

fn breakdown(
    site: &Site,
    policy: usize,
    wish: &Wish,
    sheets: &[&Sheet],
    d: &mut Diagnostics,
) -> Option<Narrowed> {
    let Some(wanted) = &wish.breakdown else { return Some(None) };
    let policy = &site.policies[policy];
    let (of, part) = wanted.split_once('/').map_or((wanted.as_str(), None), |(of, part)| (of, Some(part)));
    let is = |name: &str, other: &str| fold_name(name) == fold_name(other);
    let indicator = policy.indicators.iter().position(|i| is(&i.id, of) || is(&i.name, of));
    let found = indicator.and_then(|i| match part {
        None => Some((i, None)),
        Some(part) => {
            let breakdowns = &policy.indicators[i].breakdowns;
            Some((i, Some(breakdowns.iter().position(|b| is(&b.id, part) || is(&b.title, part))?)))
        }
    });
    // The breakdown's own name, where only one indicator has it.
    let alone: Vec<(usize, usize)> = policy
        .indicators
        .iter()
        .enumerate()
        .flat_map(|(i, indicator)| indicator.breakdowns.iter().enumerate().map(move |(b, own)| (i, b, own)))
        .filter(|(_, _, own)| is(&own.id, wanted) || is(&own.title, wanted))
        .map(|(i, b, _)| (i, b))
        .collect();
    let found = found.or(match alone.as_slice() {
        [(i, b)] => Some((*i, Some(*b))),
        _ => None,
    });
    if found.is_none() {
        let known = policy.indicators.iter().flat_map(|indicator| {
            let own = indicator.breakdowns.iter().map(|b| format!("{}/{}", indicator.id, b.id));
            own.collect::<Vec<_>>()
        });
        let place =
            sheets.first().and_then(|s| s.cells.values().next()).map_or(Place::default(), |c| c.place);
        let problem = Diagnostic::at(catalogue::NO_SUCH_BREAKDOWN, place).with("name", wanted);
        d.push(problem.with("known", known.collect::<Vec<_>>().join(" / ")));
    }
    found.map(Some)
}
