//! Tables as CSV: UTF-8 with a byte order mark and CRLF, which Excel and WPS need to show Chinese.

use super::aligned;
use crate::model::{Breakdown, Indicator, Language, Period, Site};
use crate::progress::{Standing, Worded as _};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The byte order mark.
const BOM: &str = "\u{feff}";

/// A figure with every period, its planned value, status, quality and what it was before.
pub fn figures_csv(indicator: &Indicator, standing: &Standing, language: Language) -> String {
    let head: [&str; 9] = match language {
        Language::Chinese => {
            ["指标", "单位", "时期", "数值", "应达数", "进度状态", "数据质量", "更正前", "说明"]
        }
        Language::English => {
            ["indicator", "unit", "period", "value", "planned", "status", "quality", "was", "note"]
        }
    };
    let rows = indicator.figures.iter().map(|figure| {
        let status = standing.history.iter().find(|(period, _)| *period == figure.period);
        vec![
            indicator.name.clone(),
            indicator.unit.clone(),
            figure.period.to_string(),
            plain(Some(figure.value)),
            plain(standing.path.at(figure.period.last())),
            status.map_or(String::new(), |(_, status)| status.word(language).to_string()),
            figure.quality.max(indicator.quality).word(language).to_string(),
            plain(figure.was().map(|(was, _)| was)),
            figure.note().unwrap_or_default().to_string(),
        ]
    });
    table(&head.map(String::from), rows)
}

/// A breakdown: organisation, the targets by column, then every period that was reported.
pub fn breakdown_csv(breakdown: &Breakdown, site: &Site) -> String {
    let language = site.settings.language;
    let periods: Vec<Period> = breakdown
        .rows
        .iter()
        .flat_map(|row| &row.figures)
        .map(|figure| figure.period)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let (id, organisation, target, actual, quality) = match language {
        Language::Chinese => ("编号", "单位", "目标", "实际", "数据质量"),
        Language::English => ("id", "organisation", "target", "actual", "quality"),
    };
    let mut head = vec![id.to_string(), organisation.to_string()];
    for (n, column) in breakdown.columns.iter().enumerate() {
        let what = if n == 0 && breakdown.baseline_column { actual } else { target };
        head.push(format!("{column} {what}"));
    }
    head.extend(periods.iter().map(|period| format!("{period} {actual}")));
    head.push(quality.into());
    let rows = breakdown.rows.iter().map(|row| {
        let organisation = site.organisations.get(row.organisation);
        let mut cells = vec![organisation.id.clone(), organisation.name.clone()];
        cells.extend(row.targets.iter().map(|target| plain(*target)));
        cells.extend(aligned(&row.figures, &periods).map(plain));
        cells.push(breakdown.quality.word(language).to_string());
        cells
    });
    table(&head, rows)
}

/// A number for machines: no thousands separators; missing is an empty cell, never zero.
fn plain(value: Option<f64>) -> String {
    value.map_or(String::new(), |value| match value {
        // Most figures are whole, and written much faster as such.
        value if value.fract() == 0.0 && value.abs() < 9e15 && value != 0.0 => (value as i64).to_string(),
        value => ((value * 1e6).round() / 1e6).to_string(),
    })
}

/// Writes a table. A cell that a spreadsheet would take for a formula is kept a text.
fn table(head: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    fn safe(cell: &String) -> Cow<'_, str> {
        let formula = cell.starts_with(['=', '+', '@', '\t'])
            || (cell.starts_with('-') && cell.parse::<f64>().is_err());
        if formula { format!("'{cell}").into() } else { cell.into() }
    }
    // Writing to memory does not fail; rows are as long as the head.
    let _ = writer.write_record(head);
    for row in rows {
        for cell in row.iter().map(safe) {
            let _ = writer.write_field(cell.as_bytes());
        }
        let _ = writer.write_record(None::<&[u8]>);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{BOM}{}", String::from_utf8_lossy(&bytes))
}
