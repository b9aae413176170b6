//! Tables as CSV: UTF-8 with a byte order mark and CRLF, which Excel and WPS need to show Chinese.

use super::{aligned, periods};
use crate::model::{Breakdown, Indicator, Language, Site, push_whole};
use crate::progress::{Standing, Worded as _};
use std::fmt::{Display, Write as _};

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
    let mut table = Table::new();
    head.into_iter().for_each(|name| table.text(name));
    table.end();
    for figure in &indicator.figures {
        let status = standing.history.iter().find(|(period, _)| *period == figure.period);
        table.text(&indicator.name);
        table.text(&indicator.unit);
        table.display(figure.period);
        table.number(Some(figure.value));
        table.number(standing.path.at(figure.period.last()));
        table.text(status.map_or("", |(_, status)| status.word(language)));
        table.text(figure.quality.max(indicator.quality).word(language));
        table.number(figure.was().map(|(was, _)| was));
        table.text(figure.note().unwrap_or_default());
        table.end();
    }
    table.text
}

/// A breakdown: organisation, the targets by column, then every period that was reported.
pub fn breakdown_csv(breakdown: &Breakdown, site: &Site) -> String {
    let language = site.settings.language;
    let periods = periods(breakdown.rows.iter().map(|row| &*row.figures));
    let (id, organisation, target, actual, quality) = match language {
        Language::Chinese => ("编号", "单位", "目标", "实际", "数据质量"),
        Language::English => ("id", "organisation", "target", "actual", "quality"),
    };
    let mut table = Table::new();
    table.text(id);
    table.text(organisation);
    for (n, column) in breakdown.columns.iter().enumerate() {
        let what = if n == 0 && breakdown.baseline_column { actual } else { target };
        table.display(format_args!("{column} {what}"));
    }
    periods.iter().for_each(|period| table.display(format_args!("{period} {actual}")));
    table.text(quality);
    table.end();
    for row in &breakdown.rows {
        let organisation = site.organisations.get(row.organisation);
        table.text(&organisation.id);
        table.text(&organisation.name);
        row.targets.iter().for_each(|target| table.number(*target));
        aligned(&row.figures, &periods).for_each(|value| table.number(value));
        table.text(breakdown.quality.word(language));
        table.end();
    }
    table.text
}

/// A table being written, cell by cell.
pub(super) struct Table {
    /// What is written so far.
    pub(super) text: String,
    begins: bool,
}

impl Table {
    /// With the byte order mark and nothing else.
    pub(super) fn new() -> Self {
        Table { text: "\u{feff}".into(), begins: true }
    }

    fn comma(&mut self) {
        if !std::mem::take(&mut self.begins) {
            self.text.push(',');
        }
    }

    /// Words. What a spreadsheet would take for a formula is kept a text.
    pub(super) fn text(&mut self, cell: &str) {
        self.comma();
        let formula = cell.starts_with(['=', '+', '@', '\t'])
            || (cell.starts_with('-') && cell.parse::<f64>().is_err());
        let apostrophe = if formula { "'" } else { "" };
        if cell.contains(['"', ',', '\r', '\n']) {
            let _ = write!(self.text, "\"{apostrophe}{}\"", cell.replace('"', "\"\""));
        } else {
            self.text.push_str(apostrophe);
            self.text.push_str(cell);
        }
    }

    /// What is known to hold neither quotes nor commas.
    fn display(&mut self, cell: impl Display) {
        self.comma();
        let _ = write!(self.text, "{cell}");
    }

    /// A number for machines: no thousands separators; missing is an empty cell, never zero.
    pub(super) fn number(&mut self, value: Option<f64>) {
        self.comma();
        let Some(value) = value else { return };
        // Most figures are whole, and written much faster as such.
        if value.fract() == 0.0 && value.abs() < 9e15 && value != 0.0 {
            push_whole(&mut self.text, value as i64);
        } else {
            let _ = write!(self.text, "{}", (value * 1e6).round() / 1e6);
        }
    }

    /// Ends the row.
    pub(super) fn end(&mut self) {
        self.text.push_str("\r\n");
        self.begins = true;
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_formulas_stay_texts() {
        let mut table = Table::new();
        ["a,b", "say \"x\"", "=1+1", "-x", "-1", "", "two\nlines"]
            .into_iter()
            .for_each(|cell| table.text(cell));
        table.number(None);
        table.number(Some(-0.25));
        table.end();
        let text = "\u{feff}\"a,b\",\"say \"\"x\"\"\",'=1+1,'-x,-1,,\"two\nlines\",,-0.25\r\n";
        assert_eq!(table.text, text);
    }
}
