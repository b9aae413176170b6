//! Small builders, so that a case fits on a line.
//!
//! `level("2022=100", "2025>160 2027>200").figures("2024-06=128")` is an indicator with its
//! baseline, dated targets and figures; `>` over, `>=` reach, `<` under, `<=` within.

use super::super::{Judged, Standing, Worded, assess};
use crate::model::*;
use jiff::civil::Date;
use std::sync::Arc;

pub(super) fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub(super) fn period(text: &str) -> Period {
    Period::parse(text).unwrap_or_else(|| panic!("no period: {text}"))
}

pub(super) fn month(text: &str) -> Month {
    period(text).last()
}

fn targets(text: &str) -> Vec<Target> {
    let target = |text: &str| {
        let words = [(">=", Word::Reach), ("<=", Word::Within), (">", Word::Over), ("<", Word::Under)];
        let (sign, word) = words.into_iter().find(|(sign, _)| text.contains(sign)).unwrap();
        let (by, value) = text.split_once(sign).unwrap();
        Target { by: period(by), word, value: value.parse().unwrap(), place: Place::default() }
    };
    text.split_whitespace().map(target).collect()
}

fn pairs(text: &str) -> Vec<(Period, f64)> {
    let pair = |text: &str| {
        let (at, value) = text.split_once('=').unwrap();
        (period(at), value.parse().unwrap())
    };
    text.split_whitespace().map(pair).collect()
}

fn figure((period, value): (Period, f64)) -> Figure {
    let issued = Issued { period, as_of: period.last().last_day(), remark: None, file: FileId::default() };
    Figure::new(value, Quality::Final, Place::default(), &Arc::new(issued))
}

/// Gathered on another day than the last of its period.
pub(super) fn gathered(figure: &mut Figure, on: Date) {
    let issued = Issued { as_of: on, ..Issued::clone(figure) };
    *figure = Figure::new(figure.value, figure.quality, figure.place(), &Arc::new(issued));
}

pub(super) fn correct(figure: &mut Figure, was: Option<(f64, Option<Date>)>) {
    *figure = figure.clone().with_remark(was.map(|was| Remark { was: Some(was), note: None }));
}

pub(super) fn indicator(kind: Kind) -> Indicator {
    Indicator {
        id: "high-tech".into(),
        name: "高新技术企业".into(),
        unit: "家".into(),
        kind,
        clause: None,
        serves: Vec::new(),
        owner: None,
        source: None,
        definition: None,
        frequency: None,
        due: None,
        baseline: None,
        targets: Vec::new(),
        path: Path::Linear,
        changes: Vec::new(),
        steps: Vec::new(),
        breakdowns: Vec::new(),
        figures: Vec::new(),
        reached: Vec::new(),
        quality: Quality::Final,
        former_ids: Vec::new(),
        same_as: None,
        place: Place::default(),
    }
}

pub(super) fn level(baseline: &str, targets: &str) -> Indicator {
    indicator(Kind::Level).base(baseline).targets(targets)
}

/// A running total that starts again each January.
pub(super) fn yearly(targets: &str) -> Indicator {
    indicator(Kind::Cumulative(Resets::Yearly)).targets(targets)
}

/// A running total since the period's start: the end of 2022 in these tests.
pub(super) fn total(targets: &str) -> Indicator {
    indicator(Kind::Cumulative(Resets::Never)).targets(targets)
}

pub(super) fn at_least(targets: &str) -> Indicator {
    indicator(Kind::KeepAtLeast).targets(targets).named("空气质量优良天数比率", "%")
}

pub(super) fn at_most(targets: &str) -> Indicator {
    indicator(Kind::KeepAtMost).targets(targets).named("平均办理时间", "天")
}

/// Two steps, June and December 2024, reached on the days given (`0=2024-06-18`).
pub(super) fn fund(reached: &str) -> Indicator {
    let mut fund = indicator(Kind::Milestone).named("渝东北科技创新基金", "步");
    for (by, name) in [("2024-06", "签订出资协议"), ("2024-12", "完成工商登记")] {
        fund.steps.push(Step { by: period(by), name: name.into(), place: Place::default() });
    }
    for text in reached.split_whitespace() {
        let (step, on) = text.split_once('=').unwrap();
        let on = date(on);
        let period = Period::Month(Month::of(on));
        let step = step.parse().unwrap();
        fund.reached.push(StepReached { step, on, period, quality: Quality::Final, place: Place::default() });
    }
    fund
}

impl Indicator {
    pub(super) fn named(mut self, name: &str, unit: &str) -> Self {
        (self.name, self.unit) = (name.into(), unit.into());
        self
    }

    /// `2022=100`; nothing where it was not published.
    pub(super) fn base(mut self, text: &str) -> Self {
        let baseline =
            |(period, value)| Baseline { period, value, quality: Quality::Final, place: Place::default() };
        self.baseline = pairs(text).first().copied().map(baseline);
        self
    }

    pub(super) fn targets(mut self, text: &str) -> Self {
        self.targets = targets(text);
        self
    }

    pub(super) fn figures(mut self, text: &str) -> Self {
        self.figures = pairs(text).into_iter().map(figure).collect();
        self
    }

    pub(super) fn year_end(mut self) -> Self {
        self.path = Path::YearEnd;
        self
    }

    pub(super) fn points(mut self, text: &str) -> Self {
        self.path = Path::Points(pairs(text));
        self
    }

    pub(super) fn changed(mut self, from: &str, text: &str) -> Self {
        self.changes.push(Change {
            from: period(from),
            document: "万州府办发〔2025〕1号".into(),
            reason: None,
            targets: targets(text),
            place: Place::default(),
        });
        self
    }

    /// Each period's figure is due on the 15th of the month after it.
    pub(super) fn every(mut self, frequency: Frequency) -> Self {
        self.frequency = Some(frequency);
        self.due = Some(Due { months: 1, day: 15 });
        self
    }

    /// A breakdown by rows of targets and figures: `~` is no task.
    pub(super) fn rows(mut self, columns: &str, rows: &[(&str, &str)]) -> Self {
        let row = |(at, (cells, figures)): (usize, &(&str, &str))| Row {
            organisation: OrgIx(at as u32),
            targets: cells.split_whitespace().map(|cell| cell.parse().ok()).collect(),
            figures: pairs(figures).into_iter().map(figure).collect(),
            place: Place::default(),
        };
        self.breakdowns.push(Breakdown {
            id: "townships".into(),
            title: "目标任务分解表".into(),
            annex: Some(1),
            sum: SumRule::AtLeast,
            show: Show::Figures,
            columns: columns.split_whitespace().map(period).collect(),
            baseline_column: columns.starts_with("2022"),
            rows: rows.iter().enumerate().map(row).collect(),
            quality: Quality::Final,
            place: Place::default(),
        });
        self
    }

    pub(super) fn newest(&mut self) -> &mut Figure {
        self.figures.last_mut().unwrap()
    }

    /// Its standing on a day, in a policy from 2023 to 2027 that has a report for each figure's period.
    pub(super) fn on(&self, day: &str) -> Standing {
        let periods: Vec<Period> = self.figures.iter().map(|figure| figure.period).collect();
        assess(&policy(vec![self.clone()], &periods), date(day), &Bands::default()).standings.remove(0)
    }

    /// The same with reports for other periods, for milestones.
    pub(super) fn reported(&self, periods: &str, day: &str) -> Standing {
        let periods: Vec<Period> = periods.split_whitespace().map(period).collect();
        assess(&policy(vec![self.clone()], &periods), date(day), &Bands::default()).standings.remove(0)
    }
}

pub(super) fn policy(indicators: Vec<Indicator>, reports: &[Period]) -> Policy {
    let report = |period: &Period| Report {
        period: *period,
        published: None,
        as_of: period.last().last_day(),
        summary: None,
        quality: Quality::Final,
        place: Place::default(),
    };
    Policy {
        id: "double-growth".into(),
        metadata: Metadata {
            title: "方案".into(),
            short_title: "方案".into(),
            index_number: None,
            document_number: None,
            topic: None,
            genre: None,
            issuer: "万州区政府办公室".into(),
            issued: date("2023-06-28"),
            published: Moment { date: date("2023-07-19"), time: None },
            validity: Validity::default(),
            period: Some((period("2023-01"), period("2027-12"))),
            contact: None,
            based_on: Vec::new(),
            replaces: Vec::new(),
            amended_by: Vec::new(),
            replaced_by: Vec::new(),
            repealed: None,
            aliases: Vec::new(),
        },
        text: PolicyText::default(),
        attachments: Vec::new(),
        indicators,
        reports: reports.iter().map(report).collect(),
        statements: Vec::new(),
        interpretations: Vec::new(),
        picture: PictureChoice::default(),
        cases: Vec::new(),
        files: Vec::new(),
        place: Place::default(),
    }
}

/// `slightly-behind planned 130 gap -2 months -1.2`: a standing on one line.
pub(super) fn summary(standing: &Standing) -> String {
    let mut text = standing.status.key().to_owned();
    let numbers = [("planned", standing.planned), ("gap", standing.gap), ("months", standing.gap_months)];
    for (name, value) in numbers {
        if let Some(value) = value {
            text.push_str(&format!(" {name} {}", number(value)));
        }
    }
    text
}

/// `2025 met 2025-12, 2027 pending`: the verdicts on one line; a replaced target has a `*`.
pub(super) fn verdicts(standing: &Standing) -> String {
    let line = |judged: &Judged| {
        let replaced = if judged.replaced { "*" } else { "" };
        let at = judged.at.map(|at| format!(" {at}")).unwrap_or_default();
        format!("{}{replaced} {}{at}", judged.target.by, judged.verdict.key())
    };
    standing.verdicts.iter().map(line).collect::<Vec<_>>().join(", ")
}

/// Compares every case and names all that differ, not only the first.
pub(super) fn check(cases: impl IntoIterator<Item = (&'static str, String, &'static str)>) {
    let wrong: Vec<String> = cases
        .into_iter()
        .filter(|(_, got, expected)| got != expected)
        .map(|(why, got, expected)| format!("{why}\n  expected: {expected}\n  got:      {got}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
