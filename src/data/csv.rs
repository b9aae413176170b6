//! Tables as CSV: UTF-8 with a byte order mark and CRLF, which Excel and WPS need to show Chinese.

use super::columns::{self, Column};
use super::deviations::{Deviations, in_day, in_quality};
use super::{aligned, data_source, effective, periods};
use crate::model::{Breakdown, Figure, Indicator, Period, Policy, Row, Site, push_whole};
use crate::progress::{Assessment, Standing, Worded as _};
use std::fmt::{Display, Write as _};
use std::sync::Arc;

/// An indicator's figures, each with its period, planned value, status, quality, what it was before, day and source.
pub fn figures_csv((policy, indicator): (&Policy, &Indicator), standing: &Standing, site: &Site) -> String {
    let mut table = Table::with_heads(&columns::figures(indicator, site.settings.language));
    for figure in &indicator.figures {
        table.text(&indicator.name);
        table.text(&indicator.unit);
        of_figure(&mut table, (policy, indicator), (figure, standing), site);
    }
    table.text
}

/// What stands behind an indicator's unit.
fn of_figure(
    table: &mut Table,
    (policy, indicator): (&Policy, &Indicator),
    (figure, standing): (&Figure, &Standing),
    site: &Site,
) {
    let language = site.settings.language;
    let status = standing.history.iter().find(|(period, _)| *period == figure.period);
    table.display(figure.period);
    table.number(Some(figure.value));
    table.number(standing.path.at(figure.period.last()));
    table.text(status.map_or("", |(_, status)| status.word(language)));
    table.text(effective(figure, indicator.quality).word(language));
    table.number(figure.was().map(|(was, _)| was));
    table.text(figure.note().unwrap_or_default());
    table.display(figure.as_of);
    table.text(data_source(site, policy, indicator));
    table.end();
}

/// All figures of all indicators of the site. An indicator that is the same as another policy's stands there only.
pub fn site_csv(site: &Site, assessments: &[Arc<Assessment>]) -> String {
    let mut table = Table::with_heads(&columns::site(site.settings.language));
    for (policy, assessment) in site.policies.iter().zip(assessments) {
        for (indicator, standing) in policy.indicators.iter().zip(&assessment.standings) {
            for figure in indicator.figures.iter().filter(|_| indicator.same_as.is_none()) {
                table.text(&policy.id);
                table.text(&policy.metadata.title);
                table.text(&indicator.id);
                table.text(&indicator.name);
                table.text(&indicator.unit);
                of_figure(&mut table, (policy, indicator), (figure, standing), site);
            }
        }
    }
    table.text
}

/// A breakdown: organisation, the targets by column, then every period that was reported, quality, source and day.
pub fn breakdown_csv(
    (policy, indicator): (&Policy, &Indicator),
    breakdown: &Breakdown,
    site: &Site,
) -> String {
    let language = site.settings.language;
    let periods = periods(breakdown.rows.iter().map(|row| &*row.figures));
    let deviations = Deviations::of(breakdown);
    let mut table = Table::with_heads(&columns::rows(indicator, breakdown, &periods, &deviations, language));
    let source = data_source(site, policy, indicator);
    let of = |row: &Row, period: &Period| {
        let at = row.figures.binary_search_by(|figure| figure.period.cmp(period)).ok()?;
        row.figures.get(at).cloned()
    };
    for row in &breakdown.rows {
        let organisation = site.organisations.get(row.organisation);
        table.text(&organisation.id);
        table.text(&organisation.name);
        row.targets.iter().for_each(|target| table.number(*target));
        aligned(&row.figures, &periods).for_each(|value| table.number(value));
        table.text(breakdown.quality.word(language));
        table.text(source);
        match row.figures.last() {
            Some(figure) => table.display(figure.as_of),
            None => table.text(""),
        }
        for period in &deviations.quality {
            let figure = of(row, period).filter(|figure| in_quality(breakdown, figure));
            table.text(figure.map_or("", |figure| effective(&figure, breakdown.quality).word(language)));
        }
        for period in &deviations.as_of {
            match of(row, period).filter(in_day) {
                Some(figure) => table.display(figure.as_of),
                None => table.text(""),
            }
        }
        table.end();
    }
    table.text
}

/// The columns of a breakdown, as its CSV has them.
pub(super) fn breakdown_columns(indicator: &Indicator, breakdown: &Breakdown, site: &Site) -> Vec<Column> {
    let periods = periods(breakdown.rows.iter().map(|row| &*row.figures));
    columns::rows(indicator, breakdown, &periods, &Deviations::of(breakdown), site.settings.language)
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

    /// With the heads of its columns.
    fn with_heads(columns: &[Column]) -> Self {
        let mut table = Table::new();
        columns.iter().for_each(|column| table.text(&column.name));
        table.end();
        table
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
