//! All tables of a policy as one workbook, `policies/ID/data/policy.xlsx`: a sheet a table.
//!
//! Every sheet stands alone once it is copied out of the book, so each begins with what has to be known of its
//! figures: the notice, the day of the data, how good they are, and where they come from.

use super::periods;
use super::xlsx::{Cell, Column, Sheet, Value, width, workbook};
use crate::model::{Breakdown, Clause, Indicator, Language, Period, Policy, Quality, Site};
use crate::progress::{
    self, Assessment, ClauseStanding, Standing, Worded as _, baseline_words, target_words,
};
use jiff::civil::Date;

/// The workbook of a policy. Its only day is that of the data, or of the policy, so that it changes with them alone.
///
/// # Errors
/// Only for tables larger than a spreadsheet can hold.
pub fn policy_workbook((policy, assessment): (&Policy, &Assessment), site: &Site) -> Result<Vec<u8>, String> {
    let book = Book { policy, assessment, site, language: site.settings.language };
    let mut sheets = Vec::new();
    if !policy.indicators.is_empty() {
        sheets.push(book.indicators());
    }
    if policy.indicators.iter().any(|indicator| !indicator.figures.is_empty()) {
        sheets.push(book.figures());
    }
    for indicator in &policy.indicators {
        sheets.extend(indicator.breakdowns.iter().map(|breakdown| book.breakdown(indicator, breakdown)));
    }
    sheets.push(book.clauses());
    workbook(&sheets, book.day()).map_err(|error| error.to_string())
}

struct Book<'a> {
    policy: &'a Policy,
    assessment: &'a Assessment,
    site: &'a Site,
    language: Language,
}

impl Book<'_> {
    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        self.language.pick(zh, en)
    }

    fn day(&self) -> Date {
        self.assessment.as_of.unwrap_or(self.policy.metadata.published.date)
    }

    /// What has to be known of the figures of a sheet.
    fn notes(&self, quality: Quality, source: Option<&str>) -> Vec<String> {
        let colon = self.say("：", ": ");
        let mut notes: Vec<String> = self.site.settings.notice.iter().cloned().collect();
        if let Some(day) = self.assessment.as_of {
            notes.push(format!("{}{colon}{day}", self.say("数据截至", "Data as of")));
        }
        if quality != Quality::Final {
            notes.push(format!("{}{colon}{}", self.say("数据质量", "Quality"), quality.word(self.language)));
        }
        if let Some(source) = source {
            notes.push(format!("{}{colon}{source}", self.say("数据来源", "Source of the figures")));
        }
        let metadata = &self.policy.metadata;
        let document = match &metadata.document_number {
            Some(number) => format!("{}{}", metadata.title, self.in_brackets(number)),
            None => metadata.title.clone(),
        };
        notes.push(format!("{}{colon}{document}", self.say("出自", "From")));
        notes.push(format!(
            "{}{colon}{}",
            self.say("公布单位", "Published by"),
            self.site.settings.organisation
        ));
        notes
    }

    fn in_brackets(&self, text: &str) -> String {
        match self.language {
            Language::Chinese => format!("（{text}）"),
            Language::English => format!(" ({text})"),
        }
    }

    fn sheet(&self, name: &str, title: &str, notes: Vec<String>, heads: &[(&str, f64)]) -> Sheet {
        let columns = heads.iter().map(|(head, width)| column(head, *width)).collect();
        Sheet { name: name.into(), title: title.into(), notes, columns, ..Sheet::default() }
    }

    /// The indicators, one a line: what was promised and how it stands.
    fn indicators(&self) -> Sheet {
        let heads = [
            (self.say("指标", "Indicator"), 24.0),
            (self.say("计量单位", "Unit"), 10.0),
            (self.say("基数", "Baseline"), 18.0),
            (self.say("目标", "Targets"), 36.0),
            (self.say("时期", "Period"), 10.0),
            (self.say("数值", "Value"), 12.0),
            (self.say("应达数", "Planned"), 12.0),
            (self.say("差额", "Gap"), 12.0),
            (self.say("进度状态", "Status"), 14.0),
            (self.say("责任单位", "Owner"), 18.0),
            (self.say("说明", "In words"), 60.0),
        ];
        let quality = self.policy.indicators.iter().map(worst).max().unwrap_or_default();
        let title = self.say("指标完成情况", "Indicators");
        let mut sheet = self.sheet(self.say("指标", "Indicators"), title, self.notes(quality, None), &heads);
        let both = self.policy.indicators.iter().zip(&self.assessment.standings);
        sheet.rows = both.map(|(indicator, standing)| self.indicator(indicator, standing)).collect();
        sheet
    }

    fn indicator(&self, indicator: &Indicator, standing: &Standing) -> Vec<Cell> {
        let language = self.language;
        let newest = standing.newest.map(|n| &indicator.figures[n]);
        let in_force =
            standing.verdicts.iter().filter(|judged| !judged.replaced).map(|judged| &judged.target);
        let targets: Vec<String> = match indicator.steps.is_empty() {
            true => in_force
                .map(|target| {
                    let by = target.by.end_label(language);
                    format!("{by} {}", target_words(target, &indicator.unit, language))
                })
                .collect(),
            false => {
                let label =
                    |step: &crate::model::Step| format!("{} {}", step.by.end_label(language), step.name);
                indicator.steps.iter().map(label).collect()
            }
        };
        let baseline =
            indicator.baseline.map(|baseline| baseline_words(&baseline, &indicator.unit, language));
        let owner = indicator.owner.map(|ix| self.site.organisations.get(ix).name.clone());
        vec![
            Cell::text(&indicator.name),
            Cell::text(&indicator.unit),
            Cell::text(baseline.unwrap_or_default()),
            Cell::text(targets.join("\n")),
            Cell::text(newest.map(|figure| figure.period.to_string()).unwrap_or_default()),
            number(newest.map(|figure| figure.value)),
            number(standing.planned),
            number(standing.gap),
            Cell::text(standing.status.word(language)),
            Cell::text(owner.unwrap_or_default()),
            Cell::text(progress::sentence(indicator, standing, language)),
        ]
    }

    /// Every figure that was published, period by period.
    fn figures(&self) -> Sheet {
        let language = self.language;
        let heads = [
            (self.say("指标", "Indicator"), 24.0),
            (self.say("计量单位", "Unit"), 10.0),
            (self.say("时期", "Period"), 12.0),
            (self.say("数值", "Value"), 12.0),
            (self.say("应达数", "Planned"), 12.0),
            (self.say("进度状态", "Status"), 14.0),
            (self.say("数据质量", "Quality"), 12.0),
            (self.say("更正前", "Before correction"), 12.0),
            (self.say("更正日期", "Corrected on"), 14.0),
            (self.say("备注", "Note"), 30.0),
        ];
        let quality = self.policy.indicators.iter().map(worst).max().unwrap_or_default();
        let title = self.say("历次公布的数据", "All figures as published");
        let mut sheet = self.sheet(self.say("历次数据", "Figures"), title, self.notes(quality, None), &heads);
        for (indicator, standing) in self.policy.indicators.iter().zip(&self.assessment.standings) {
            for figure in &indicator.figures {
                let status = standing.history.iter().find(|(period, _)| *period == figure.period);
                let (was, on) = figure.was().unzip();
                sheet.rows.push(vec![
                    Cell::text(&indicator.name),
                    Cell::text(&indicator.unit),
                    Cell::text(figure.period.to_string()),
                    number(Some(figure.value)),
                    number(standing.path.at(figure.period.last())),
                    Cell::text(status.map_or("", |(_, status)| status.word(language))),
                    Cell::text(figure.quality.max(indicator.quality).word(language)),
                    number(was),
                    Cell { value: on.flatten().map_or(Value::Nothing, Value::Day), input: None },
                    Cell::text(figure.note().unwrap_or_default()),
                ]);
            }
        }
        sheet
    }

    /// A breakdown: targets by column, then every period that was reported.
    fn breakdown(&self, indicator: &Indicator, breakdown: &Breakdown) -> Sheet {
        let (target, actual) = (self.say("目标", "target"), self.say("实际", "actual"));
        let periods = periods(breakdown.rows.iter().map(|row| &*row.figures));
        let mut columns =
            vec![column(self.say("编号", "Id"), 20.0), column(self.say("单位", "Organisation"), 24.0)];
        for (n, period) in breakdown.columns.iter().enumerate() {
            let what = if n == 0 && breakdown.baseline_column { actual } else { target };
            columns.push(column(&format!("{period} {what}"), 12.0));
        }
        columns.extend(periods.iter().map(|period| column(&format!("{period} {actual}"), 14.0)));
        let quality = worst(indicator).max(breakdown.quality);
        Sheet {
            name: format!("{} {}", indicator.name, breakdown.id),
            title: format!("{}{}", breakdown.title, self.in_brackets(&indicator.unit)),
            notes: self.notes(quality, indicator.source.as_deref()),
            columns,
            rows: breakdown.rows.iter().map(|row| self.row(row, &periods)).collect(),
            ..Sheet::default()
        }
    }

    fn row(&self, row: &crate::model::Row, periods: &[Period]) -> Vec<Cell> {
        let organisation = self.site.organisations.get(row.organisation);
        let mut cells = vec![Cell::text(&organisation.id), Cell::text(&organisation.name)];
        cells.extend(row.targets.iter().map(|target| number(*target)));
        cells.extend(super::aligned(&row.figures, periods).map(number));
        cells
    }

    /// The clauses: who answers, how each stands, what was said last.
    fn clauses(&self) -> Sheet {
        let heads = [
            (self.say("条款", "Clause"), 16.0),
            (self.say("内容", "Heading"), 40.0),
            (self.say("责任单位", "Responsible"), 40.0),
            (self.say("任务状态", "State"), 12.0),
            (self.say("填报时期", "Reported in"), 12.0),
            (self.say("已完成", "Done"), 40.0),
            (self.say("存在问题", "Obstacle"), 30.0),
            (self.say("下一步", "Next"), 30.0),
            (self.say("相关指标", "Indicators"), 24.0),
        ];
        let said = |standing: &ClauseStanding| standing.statement.map(|n| self.policy.statements[n].quality);
        let quality = self.assessment.clauses.iter().filter_map(said).max().unwrap_or_default();
        let title = self.say("条款和任务进展", "Clauses and tasks");
        let mut sheet = self.sheet(self.say("条款", "Clauses"), title, self.notes(quality, None), &heads);
        let both = self.policy.text.clauses.iter().zip(&self.assessment.clauses);
        sheet.rows = both.map(|(clause, standing)| self.clause(clause, standing)).collect();
        sheet
    }

    fn clause(&self, clause: &Clause, standing: &ClauseStanding) -> Vec<Cell> {
        let comma = self.say("、", ", ");
        let tails: Vec<String> = clause
            .tails
            .iter()
            .map(|tail| {
                let names: Vec<&str> = tail.names.iter().map(|named| named.name.as_str()).collect();
                let others = if tail.open { self.say("等", " and others") } else { "" };
                let label = if tail.label.is_empty() {
                    String::new()
                } else {
                    format!("{}{}", tail.label, self.say("：", ": "))
                };
                format!("{label}{}{others}", names.join(comma))
            })
            .collect();
        let statement = standing.statement.map(|n| &self.policy.statements[n]);
        let text = |of: fn(&crate::model::Statement) -> &Option<String>| {
            Cell::text(statement.and_then(|statement| of(statement).clone()).unwrap_or_default())
        };
        let indicators: Vec<&str> =
            standing.indicators.iter().map(|&i| self.policy.indicators[i].name.as_str()).collect();
        vec![
            Cell::text(&clause.path),
            Cell::text(&clause.heading),
            Cell::text(tails.join("\n")),
            Cell::text(standing.state.map_or("", |state| state.word(self.language))),
            Cell::text(statement.map(|statement| statement.period.to_string()).unwrap_or_default()),
            text(|statement| &statement.done),
            text(|statement| &statement.obstacle),
            text(|statement| &statement.next),
            Cell::text(indicators.join(comma)),
        ]
    }
}

/// A column as wide as its head at least.
fn column(head: &str, least: f64) -> Column {
    Column { head: head.into(), width: least.max(width(head) + 4.0), hidden: false }
}

/// A number as the other data have it: six decimals.
fn number(value: Option<f64>) -> Cell {
    Cell::number(value.map(|value| (value * 1e6).round() / 1e6))
}

/// The weakest word that covers any of the figures.
fn worst(indicator: &Indicator) -> Quality {
    indicator.figures.iter().map(|figure| figure.quality).max().unwrap_or_default().max(indicator.quality)
}
