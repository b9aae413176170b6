//! From figures and standings to the charts' plain structs, with words in the site's language.

use super::{Input, card, words};
use crate::chart::{Actual, Bars, Caption, Cell, Form, Goal, Ink, Line, Paint, Row, Strip, Track};
use crate::model::{Breakdown, Frequency, Indicator, Kind, Language, Period, Quality, number};
use crate::progress::{self, BreakdownStanding, Standing, Worded as _, amount, target_words};
use crate::theme::view::ChartView;

/// The word 示例, where figures are invented.
fn example(language: Language, illustrative: bool) -> Option<String> {
    illustrative.then(|| Quality::Illustrative.word(language).into())
}

/// Both forms of a chart, with ids of their own.
fn both(title: &str, id: &str, draw: impl Fn(Form, &str) -> String) -> ChartView {
    ChartView {
        title: title.into(),
        wide: draw(Form::Wide, &format!("{id}-w")),
        narrow: draw(Form::Narrow, &format!("{id}-n")),
        ..ChartView::default()
    }
}

/// Target against actual; none for a milestone, or where there is nothing to draw.
pub(super) fn line(input: &Input, indicator: &Indicator, standing: &Standing, id: &str) -> Option<ChartView> {
    let line = line_of(input, indicator, standing)?;
    let chart = both(&line.caption.title, id, |form, id| line.svg(form, id, &Ink::Classes));
    Some(ChartView { points: points(input, indicator, standing), ..chart })
}

/// What each figure says when it is pointed at: period, value, planned value, and what it was before a correction.
fn points(input: &Input, indicator: &Indicator, standing: &Standing) -> String {
    let language = input.site.settings.language;
    let words = |value: f64| amount((value * 10.0).round() / 10.0, &indicator.unit, language);
    let upto = standing.newest.map_or(0, |n| n + 1);
    let mut figures: Vec<_> =
        indicator.figures[..upto].iter().filter(|figure| figure.value.is_finite()).collect();
    figures.sort_by_key(|figure| figure.period.last());
    let told = figures.into_iter().map(|figure| {
        let period = figure.period.name(language);
        let value = amount(figure.value, &indicator.unit, language);
        let text = match standing.path.at(figure.period.last()).map(words) {
            Some(planned) => input
                .theme
                .say("point_planned", &[("period", &period), ("value", &value), ("planned", &planned)]),
            None => input.theme.say("point", &[("period", &period), ("value", &value)]),
        };
        match figure.was() {
            Some(was) => {
                input.theme.say("with_mark", &[("text", &text), ("mark", &words::revised(input, was).note)])
            }
            None => text,
        }
    });
    told.collect::<Vec<_>>().join("\n")
}

/// The same before it is drawn.
pub(super) fn line_of(input: &Input, indicator: &Indicator, standing: &Standing) -> Option<Line> {
    let language = input.site.settings.language;
    if indicator.kind == Kind::Milestone || (indicator.figures.is_empty() && indicator.targets.is_empty()) {
        return None;
    }
    let newest = standing.newest.map(|n| &indicator.figures[n]);
    let targets = card::targets_in_force(indicator);
    let upto = standing.newest.map_or(0, |n| n + 1);
    Some(Line {
        caption: Caption {
            title: input.theme.say("chart_line", &[("name", &indicator.name)]),
            description: progress::sentence(indicator, standing, language),
            example: example(language, standing.marks.illustrative),
        },
        language,
        unit: indicator.unit.clone(),
        every: match indicator.frequency {
            Some(Frequency::Quarterly) => 3,
            Some(Frequency::Yearly) => 12,
            _ => 1,
        },
        baseline: indicator.baseline.map(|baseline| (baseline.period.last(), baseline.value)),
        plan: standing.path.lines().concat(),
        plan_label: input.theme.say("chart_plan", &[]),
        actual: indicator.figures[..upto]
            .iter()
            .map(|figure| Actual {
                month: figure.period.last(),
                value: figure.value,
                hollow: matches!(figure.quality, Quality::Provisional | Quality::Estimated),
                note: figure.was().map(|was| words::revised(input, was).note),
            })
            .collect(),
        actual_label: newest.map_or(String::new(), |figure| {
            let figures = amount(figure.value, &indicator.unit, language);
            input
                .theme
                .say("chart_newest", &[("figure", &figures), ("period", &figure.period.name(language))])
        }),
        targets: targets
            .iter()
            .map(|target| Goal {
                month: target.by.last(),
                value: target.value,
                date: target.by.end_label(language),
                promise: target_words(target, &indicator.unit, language),
            })
            .collect(),
    })
}

/// A chart that needs no page: its colours are its own, its letters are outlines.
pub struct Alone {
    /// The SVG, 720 px wide.
    pub svg: String,
    /// What it says, in words; 示例 is in them.
    pub words: String,
}

/// Target against actual, as a file of its own; none where there is nothing to draw.
pub fn alone(input: &Input, indicator: &Indicator, standing: &Standing) -> Option<Alone> {
    let line = line_of(input, indicator, standing)?;
    let paint = Paint { fonts: super::picture::fonts(input.site), ..Paint::default() };
    let svg = line.svg(Form::Wide, &indicator.id, &Ink::Literal(Box::new(paint)));
    let words = match &line.caption.example {
        Some(example) if input.site.settings.language == Language::Chinese => {
            format!("{}（{example}）", line.caption.description)
        }
        Some(example) => format!("{} ({example})", line.caption.description),
        None => line.caption.description.clone(),
    };
    Some(Alone { svg, words })
}

/// The thin bar from baseline to last target; empty without a baseline or a target.
pub(super) fn track(
    input: &Input,
    indicator: &Indicator,
    standing: &Standing,
    sentence: &str,
    id: &str,
) -> String {
    let language = input.site.settings.language;
    let start = standing.path.lines().first().and_then(|line| line.first().copied());
    let (Some((month, start)), Some(target)) = (start, card::targets_in_force(indicator).last()) else {
        return String::new();
    };
    let from = if month.month() == 12 { Period::Year(month.year()) } else { Period::Month(month) };
    let value = |value: f64| number(value);
    let track = Track {
        caption: Caption { title: indicator.name.clone(), description: sentence.to_owned(), example: None },
        baseline: (start, format!("{} {}", from.end_label(language), value(start))),
        target: (target.value, format!("{} {}", target.by.end_label(language), value(target.value))),
        actual: standing.newest.map(|n| indicator.figures[n].value),
        due: standing.planned.map(|planned| {
            let rounded = (planned * 10.0).round() / 10.0;
            (planned, input.theme.say("chart_due", &[("value", &value(rounded))]))
        }),
    };
    track.svg(Form::Narrow, &format!("track-{id}"), &Ink::Classes)
}

/// The status strip over the months; empty with fewer than two figures.
pub(super) fn strip(input: &Input, indicator: &Indicator, standing: &Standing, id: &str) -> String {
    let language = input.site.settings.language;
    if standing.history.len() < 2 {
        return String::new();
    }
    let title = input.theme.say("chart_strip", &[("name", &indicator.name)]);
    let cells: Vec<Cell> = standing
        .history
        .iter()
        .map(|(period, status)| Cell {
            month: period.last(),
            family: Some(words::chart_family(status.family())),
            title: input
                .theme
                .say("chart_cell", &[("period", &period.name(language)), ("word", status.word(language))]),
        })
        .collect();
    let description = cells.last().map(|cell| cell.title.clone()).unwrap_or_default();
    let caption = Caption { title, description, example: example(language, standing.marks.illustrative) };
    Strip { caption, language, cells }.svg(Form::Wide, &format!("strip-{id}"), &Ink::Classes)
}

/// Organisations compared, in official order; none where nothing was reported.
pub(super) fn bars(
    input: &Input,
    indicator: &Indicator,
    breakdown: &Breakdown,
    standing: &BreakdownStanding,
    id: &str,
) -> Option<ChartView> {
    let language = input.site.settings.language;
    let bars = bars_of(input, indicator, breakdown, standing)?;
    let title = bars.caption.title.clone();
    let unit = |value: f64| amount(value, &indicator.unit, language);
    let told = bars.rows.iter().map(|row| {
        let value = row.value.map_or_else(|| input.theme.say("not_reported", &[]), unit);
        match row.target.map(unit) {
            Some(target) => input.theme.say(
                "point_target",
                &[("name", &row.name), ("value", &value), ("word", &bars.target_label), ("target", &target)],
            ),
            None => input.theme.say("point", &[("period", &row.name), ("value", &value)]),
        }
    });
    let points = told.collect::<Vec<_>>().join("\n");
    // One form for every screen: fifty names a chart would double the page, and a wide one only has longer bars.
    let narrow = bars.svg(Form::Narrow, id, &Ink::Classes);
    Some(ChartView { title, narrow, points, ..ChartView::default() })
}

/// The same before it is drawn.
pub(super) fn bars_of(
    input: &Input,
    indicator: &Indicator,
    breakdown: &Breakdown,
    standing: &BreakdownStanding,
) -> Option<Bars> {
    let language = input.site.settings.language;
    let period = standing.period?;
    let title = input.theme.say(
        "chart_bars",
        &[("name", &indicator.name), ("period", &period.name(language)), ("unit", &indicator.unit)],
    );
    let target_label = standing.column.map_or(String::new(), |column| {
        input.theme.say("column_target", &[("period", &breakdown.columns[column].name(language))])
    });
    let rows = breakdown
        .rows
        .iter()
        .zip(&standing.rows)
        .map(|(row, standing)| {
            let newest = standing.newest.map(|n| &row.figures[n]).filter(|figure| figure.period == period);
            let value = newest.map(|figure| figure.value);
            Row {
                name: input.site.organisations.get(row.organisation).name.clone(),
                value,
                label: value.map_or(String::new(), number),
                target: standing.target,
            }
        })
        .collect();
    Some(Bars {
        caption: Caption {
            title,
            description: super::table::note(input, indicator, standing),
            example: example(language, breakdown.quality == Quality::Illustrative),
        },
        target_label,
        rows,
    })
}
