//! Indicators in the booklet: figure, status, the one sentence, a chart, and who has which share.

use super::drawings::Drawings;
use crate::model::Policy;
use crate::progress::Assessment;
use crate::render::{Input, card, charts, language, table};
use crate::theme::view::{BookletIndicator, BookletTable, BreakdownView, Mark, RowView};

/// All indicators, in the order of the policy.
pub(super) fn indicators(
    input: &Input,
    policy: &Policy,
    assessment: &Assessment,
    drawings: &mut Drawings,
) -> Vec<BookletIndicator> {
    (0..policy.indicators.len()).map(|i| indicator(input, policy, assessment, i, drawings)).collect()
}

fn indicator(
    input: &Input,
    policy: &Policy,
    assessment: &Assessment,
    i: usize,
    drawings: &mut Drawings,
) -> BookletIndicator {
    let (indicator, standing) = (&policy.indicators[i], &assessment.standings[i]);
    let fallback = input.site.fallback.of(&policy.id);
    let untranslated = fallback.is_some_and(|own| own.indicators.contains(&i));
    let card = card::card(input, policy, assessment, i, card::Detail::Whole);
    let chart = match charts::line_of(input, indicator, standing) {
        Some(line) => {
            let id = format!("line-{}", indicator.id);
            drawings.line(&id, &line);
            id
        }
        None => String::new(),
    };
    let tables = standing.breakdowns.iter().enumerate();
    BookletIndicator {
        name: card.name,
        only: language::only(input, untranslated),
        figure: card.figure,
        unit: card.unit,
        period: card.period,
        status: card.status,
        marks: words(card.marks),
        stale: card.stale,
        sentence: card.sentence,
        chart,
        definition: indicator.definition.clone().unwrap_or_default(),
        tables: tables.map(|(n, at)| plain(input, table::view(input, policy, indicator, n, at))).collect(),
    }
}

fn words(marks: Vec<Mark>) -> Vec<String> {
    marks.into_iter().map(|mark| mark.word).collect()
}

/// A breakdown as cells: the newest figure and what is missing stand after the current year, as on the page.
fn plain(input: &Input, breakdown: BreakdownView) -> BookletTable {
    let at = breakdown.current.filter(|_| !breakdown.now.is_empty());
    let with_status = breakdown.rows.first().is_some_and(|row| row.status.is_some());
    let say = |key: &str| input.theme.say(key, &[]);
    let row = |row: &RowView| {
        let mut cells = vec![row.organisation.title.clone()];
        for (n, cell) in row.cells.iter().enumerate() {
            cells.push(cell.clone());
            if Some(n) == at {
                cells.extend([row.now.clone(), row.remaining.clone()]);
            }
        }
        if with_status {
            cells.push(row.status.as_ref().map_or(String::new(), |status| status.word.clone()));
        }
        cells
    };
    let mut head = vec![say("organisation")];
    for (n, column) in breakdown.columns.iter().enumerate() {
        head.push(column.clone());
        if Some(n) == at {
            head.extend([breakdown.now.clone(), say("remaining")]);
        }
    }
    if with_status {
        head.push(say("status"));
    }
    BookletTable {
        rows: breakdown.rows.iter().map(row).collect(),
        total: breakdown.total.as_ref().map_or(Vec::new(), row),
        title: breakdown.title,
        note: breakdown.note,
        marks: words(breakdown.marks),
        head,
    }
}
