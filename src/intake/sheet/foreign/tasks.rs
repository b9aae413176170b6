//! A table of tasks: 任务 | 状态 | 进展情况 | 存在问题 | 下一步, whatever exactly a bureau calls them.

use super::rows::{Found, Reading};
use crate::diagnostic::catalogue::{content, sheet as catalogue};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::intake::sheet::said::{Content, Note, Said, Statement, Subject};
use crate::intake::sheet::value::is_nothing;
use crate::intake::sheet::when::periods;
use crate::intake::sheet::{Wish, statement};
use crate::model::{Period, fold_name};

/// What a column says, by words in its head; the first that fits.
const HEADS: [(&str, &str); 13] = [
    ("状态", "state"),
    ("下一步", "next"),
    ("下步", "next"),
    ("下阶段", "next"),
    ("存在问题", "obstacle"),
    ("困难", "obstacle"),
    ("问题", "obstacle"),
    ("决定文件", "document"),
    ("依据", "grounds"),
    ("原因", "grounds"),
    ("进展", "done"),
    ("完成情况", "done"),
    ("推进情况", "done"),
];

/// Heads that have one of those words and mean something else.
const OTHERWISE: [&str; 3] = ["上期", "上次", "上月"];

/// Reads the table.
pub(super) fn read(
    reading: &Reading,
    wish: &Wish,
    notes: &mut Vec<Note>,
    d: &mut Diagnostics,
) -> Option<Found> {
    let table = reading.table;
    let period = period(reading, wish, d)?;
    let mut columns: Vec<(usize, &str)> = Vec::new();
    for column in table.columns() {
        let head = fold_name(&table.head(column));
        let key = HEADS.iter().find(|(word, _)| head.contains(word)).map(|(_, key)| *key);
        match key.filter(|key| columns.iter().all(|(_, other)| other != key)) {
            Some(key) if !OTHERWISE.iter().any(|word| head.contains(word)) => columns.push((column, key)),
            _ if head.is_empty() || ["序号", "备注"].contains(&head.as_str()) => {}
            _ => notes.push(Note::Column(table.head_place(column), table.head(column))),
        }
    }
    let (mut said, mut empty) = (Vec::new(), 0);
    for row in table.sheet.rows().into_iter().filter(|row| *row >= table.first) {
        let cell =
            |column: &usize| table.sheet.cells.get(&(row, *column)).filter(|cell| !is_nothing(&cell.text));
        let name = table.sheet.cells.get(&(row, table.names));
        let Some(clause) = name.and_then(|name| reading.names.clause(&name.text)) else {
            let spoken = columns.iter().any(|(column, _)| cell(column).is_some());
            if let (Some(name), true) = (name, spoken) {
                d.push(Diagnostic::at(content::UNKNOWN_CLAUSE, name.place).with("clause", &name.text));
            } else if let Some(name) = name {
                notes.push(Note::Row(name.place, name.text.clone()));
            }
            continue;
        };
        let mut statement = Statement::default();
        let mut first = None;
        let mut hidden = false;
        for (column, key) in &columns {
            let Some(cell) = cell(column) else { continue };
            first = first.or(Some(cell.place));
            hidden |= table.is_hidden(row, *column);
            let text = cell.text.clone();
            match *key {
                "state" => statement.state = statement::state(cell, d).map(|state| (state, cell.place)),
                "grounds" => statement.grounds = Some((text, cell.place)),
                "done" => statement.words.push(("done", text, cell.place)),
                "obstacle" => statement.words.push(("obstacle", text, cell.place)),
                "next" => statement.words.push(("next", text, cell.place)),
                _ => statement.words.push(("document", text, cell.place)),
            }
        }
        match first {
            Some(place) => {
                let content = Content::Statement(statement);
                said.push(Said { subject: Subject::Clause(clause), content, place, hidden });
            }
            None => empty += 1,
        }
    }
    Some((period, said, empty))
}

/// The period that was asked for, or that the title names.
fn period(reading: &Reading, wish: &Wish, d: &mut Diagnostics) -> Option<Period> {
    let table = reading.table;
    let dated: Vec<Period> = periods(&table.titles.join(" "), None)
        .into_iter()
        .filter(|period| !matches!(period, Period::Year(_)))
        .collect();
    match (wish.period, dated.as_slice()) {
        (Some(period), _) => Some(period),
        (None, [period]) => Some(*period),
        _ => {
            let found: Vec<String> = dated.iter().map(Period::to_string).collect();
            let found = if found.is_empty() { "—".to_string() } else { found.join("、") };
            let problem = Diagnostic::at(catalogue::WHICH_PERIOD, table.place());
            d.push(problem.with("sheet", &table.sheet.name).with("found", found));
            None
        }
    }
}
