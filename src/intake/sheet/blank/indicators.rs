//! The sheet of indicators: last figure, target, and the cell for this period's figure.

use super::super::marker::{self, Part};
use super::{Asked, column, figure, ids};
use crate::data::xlsx::{Cell, Input, Sheet, Value};
use crate::model::{Figure, Indicator, Kind, Language, Quality, Target, Word, number};
use crate::progress::Worded as _;

/// The qualities that a reporter may choose.
const QUALITIES: [Quality; 3] = [Quality::Final, Quality::Provisional, Quality::Estimated];

/// The sheet; none where no indicator is asked for.
pub(super) fn sheet(asked: &Asked) -> Option<Sheet> {
    // What `same_as` shows is reported in the other policy.
    let own = asked.policy.indicators.iter().filter(|i| i.same_as.is_none() && asked.owns(i));
    let rows: Vec<Vec<Cell>> = own.flat_map(|indicator| rows(asked, indicator)).collect();
    if rows.is_empty() {
        return None;
    }
    let this = asked.period.name(asked.language());
    let value = format!("{this}{}", asked.say("填报数", " figure"));
    let with_days = format!("{value}\n{}", asked.say("（分步任务填完成日期）", "(of a step: its date)"));
    let mut columns = vec![
        ids(),
        column(asked.say("指标", "indicator"), 42.0),
        column(asked.say("计量单位", "unit"), 10.0),
        column(asked.say("上期数", "last figure"), 12.0),
        column(asked.say("上期", "its period"), 12.0),
        column(asked.say("目标", "target"), 24.0),
        column(&with_days, 24.0),
        column(asked.say("数据质量", "quality"), 12.0),
        column(asked.say("说明", "note"), 36.0),
    ];
    if rows.iter().all(|row| !matches!(row[6].input, Some(Input::Day { .. }))) {
        columns[6].head = value;
    }
    let keys =
        [&*asked.key(Part::Indicators), "", "", "", "", "", marker::VALUE, marker::QUALITY, marker::NOTE];
    Some(Sheet {
        name: asked.say("指标", "indicators").to_string(),
        title: format!("{}　{}", asked.policy.metadata.short_title, asked.say("指标", "Indicators")),
        notes: vec![
            asked
                .say(
                    "只填浅黄色的格；没有数据就空着，不填0",
                    "fill in the tinted cells only; leave empty what is not known",
                )
                .to_string(),
        ],
        keys: keys.map(str::to_string).to_vec(),
        columns,
        rows,
        locked: true,
    })
}

/// The row of an indicator, or a row for each step that is still to be reached.
fn rows(asked: &Asked, indicator: &Indicator) -> Vec<Vec<Cell>> {
    if indicator.kind == Kind::Milestone {
        return steps(asked, indicator);
    }
    let at = |figure: &&Figure| figure.period.last() == asked.period.last();
    let before = |figure: &&Figure| figure.period.last() < asked.period.last();
    let last = indicator.figures.iter().rev().find(before);
    let this = indicator.figures.iter().find(at);
    vec![vec![
        Cell::text(&indicator.id),
        Cell::text(&indicator.name),
        Cell::text(&indicator.unit),
        Cell::number(last.map(|figure| figure.value)),
        Cell::text(last.map_or(String::new(), |figure| figure.period.to_string())),
        Cell::text(target(asked, indicator)),
        figure(asked, &indicator.unit, this.map(|figure| figure.value)),
        quality(asked),
        Cell::text(this.and_then(|figure| figure.note()).unwrap_or_default()).takes(Input::Text),
    ]]
}

/// The drop-down of qualities; what the file says for all of a period needs no choice.
fn quality(asked: &Asked) -> Cell {
    let words = QUALITIES.map(|quality| quality.word(asked.language()).to_string()).to_vec();
    let otherwise =
        asked.say("从下拉列表中选择，或空着", "choose from the list, or leave it empty").to_string();
    Cell::default().takes(Input::Choice { words, otherwise })
}

/// The steps that were not reached before this period.
fn steps(asked: &Asked, indicator: &Indicator) -> Vec<Vec<Cell>> {
    let language = asked.language();
    let row = |(n, step): (usize, &crate::model::Step)| {
        let reached = indicator.reached.iter().find(|reached| reached.step == n);
        if reached.is_some_and(|reached| reached.period.last() < asked.period.last()) {
            return None;
        }
        let otherwise = asked.say(
            "填完成的日期，例如 2024-06-18；没有完成就空着",
            "the day on which it was done, such as 2024-06-18",
        );
        let day =
            reached.filter(|reached| reached.period == asked.period).map(|reached| Value::Day(reached.on));
        let day = Cell { value: day.unwrap_or_default(), input: None };
        let by = match language {
            Language::Chinese => format!("{}前", step.by.end_name(language)),
            Language::English => format!("by {}", step.by.end_name(language)),
        };
        Some(vec![
            Cell::text(format!("{}#{}", indicator.id, n + 1)),
            Cell::text(format!("{}{}{}", indicator.name, asked.say("：", ": "), step.name)),
            Cell::text(asked.say("日期", "date")),
            Cell::default(),
            Cell::default(),
            Cell::text(by),
            day.takes(Input::Day { otherwise: otherwise.to_string() }),
            Cell::default(),
            Cell::default(),
        ])
    };
    indicator.steps.iter().enumerate().filter_map(row).collect()
}

/// The next target: `2025年底突破160`.
fn target(asked: &Asked, indicator: &Indicator) -> String {
    let targets = indicator.targets_at(asked.period);
    let next = targets.iter().find(|target| target.by.last() >= asked.period.last()).or(targets.last());
    next.map_or(String::new(), |target| words(target, asked.language()))
}

fn words(target: &Target, language: Language) -> String {
    let word = match (target.word, language) {
        (Word::Over, Language::Chinese) => "超过",
        (Word::Reach, Language::Chinese) => "达到",
        (Word::Under, Language::Chinese) => "低于",
        (Word::Within, Language::Chinese) => "不超过",
        (Word::Over, Language::English) => "over",
        (Word::Reach, Language::English) => "at least",
        (Word::Under, Language::English) => "under",
        (Word::Within, Language::English) => "at most",
    };
    match language {
        Language::Chinese => format!("{}{word}{}", target.by.end_name(language), number(target.value)),
        Language::English => format!("{word} {} by {}", number(target.value), target.by.end_name(language)),
    }
}
