//! A sheet for each breakdown: organisations in their order, and a sum that the spreadsheet computes.

use super::super::marker::{self, Part};
use super::{Asked, column, figure, ids};
use crate::data::xlsx::{Cell, Input, Sheet, Value};
use crate::model::{Breakdown, Indicator, Row};

/// The sheets. Of an indicator that is another's only the own row is asked for.
pub(super) fn sheets(asked: &Asked) -> Vec<Sheet> {
    let own = asked.policy.indicators.iter().filter(|indicator| indicator.same_as.is_none());
    let all =
        own.flat_map(|indicator| indicator.breakdowns.iter().map(move |breakdown| (indicator, breakdown)));
    all.filter_map(|(indicator, breakdown)| sheet(asked, indicator, breakdown)).collect()
}

fn sheet(asked: &Asked, indicator: &Indicator, breakdown: &Breakdown) -> Option<Sheet> {
    let is_asked = |row: &&Row| asked.owns(indicator) || asked.organisation == Some(row.organisation);
    let asked_of: Vec<&Row> = breakdown.rows.iter().filter(is_asked).collect();
    if asked_of.is_empty() {
        return None;
    }
    let last = asked_of.iter().flat_map(|row| &row.figures).map(|figure| figure.period);
    let last = last.filter(|period| period.last() < asked.period.last()).max();
    let target = target_column(asked, breakdown);
    let at = |row: &Row, period: crate::model::Period| {
        row.figures.iter().find(|figure| figure.period.last() == period.last()).map(|figure| figure.value)
    };
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(asked_of.len() + 1);
    for row in &asked_of {
        let organisation = asked.site.organisations.get(row.organisation);
        let this = row.figures.iter().find(|figure| figure.period.last() == asked.period.last());
        rows.push(vec![
            Cell::text(&organisation.id),
            Cell::text(&organisation.name),
            Cell::number(last.and_then(|period| at(row, period))),
            Cell::number(target.and_then(|column| row.targets.get(column).copied().flatten())),
            figure(asked, &indicator.unit, this.map(|figure| figure.value)),
            Cell::text(this.and_then(|figure| figure.note()).unwrap_or_default()).takes(Input::Text),
        ]);
    }
    rows.push(totals(asked, &rows));
    let language = asked.language();
    let unit = &indicator.unit;
    let heads = [
        last.map_or(asked.say("上期数", "last figure").to_string(), |period| {
            format!("{}{}", period.name(language), asked.say("数", " figure"))
        }),
        target.map_or(asked.say("目标", "target").to_string(), |column| {
            format!("{}{}", breakdown.columns[column].name(language), asked.say("目标", " target"))
        }),
        format!("{}{}", asked.period.name(language), asked.say("填报数", " figure")),
    ];
    let part = Part::Breakdown { indicator: indicator.id.clone(), breakdown: breakdown.id.clone() };
    let keys = [&*asked.key(part), "", "", "", marker::VALUE, marker::NOTE];
    Some(Sheet {
        name: match breakdown.annex {
            Some(n) => format!("{}{n} {}", asked.say("附件", "annex "), indicator.name),
            None => format!("{} {}", indicator.name, breakdown.id),
        },
        title: breakdown.title.clone(),
        notes: vec![match language {
            crate::model::Language::Chinese => {
                format!("指标：{}　计量单位：{unit}　只填浅黄色的格；没有数据就空着，不填0", indicator.name)
            }
            crate::model::Language::English => {
                format!(
                    "{} ({unit}); fill in the tinted cells only, leave empty what is not known",
                    indicator.name
                )
            }
        }],
        keys: keys.map(str::to_string).to_vec(),
        columns: vec![
            ids(),
            column(asked.say("单位", "organisation"), 28.0),
            column(&heads[0], 18.0),
            column(&heads[1], 18.0),
            column(&heads[2], 20.0),
            column(asked.say("说明", "note"), 40.0),
        ],
        rows,
        locked: true,
    })
}

/// 合计: formulas, so that whoever fills in sees the sum.
fn totals(asked: &Asked, rows: &[Vec<Cell>]) -> Vec<Cell> {
    let sum = |column: usize| {
        let values: Vec<f64> = rows
            .iter()
            .filter_map(|row| match row[column].value {
                Value::Number(number) => Some(number),
                _ => None,
            })
            .collect();
        let result = if values.is_empty() { f64::NAN } else { values.iter().sum() };
        Cell { value: Value::Sum(0..rows.len(), result), input: None }
    };
    let name = Cell::text(asked.say("合计", "total"));
    vec![Cell::text(marker::TOTAL), name, sum(2), sum(3), sum(4), Cell::default()]
}

/// The column that this period is held against: the first that ends with it or later.
fn target_column(asked: &Asked, breakdown: &Breakdown) -> Option<usize> {
    let first = usize::from(breakdown.baseline_column);
    let columns = breakdown.columns.iter().enumerate().skip(first);
    columns.clone().find(|(_, by)| by.last() >= asked.period.last()).or(columns.last()).map(|(n, _)| n)
}
