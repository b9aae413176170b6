//! How a status was computed, step by step, so that anyone can do the sum again.
//!
//! The numbers are those of the standing; here they are only written down, in both languages.

use super::rounding::at;
use super::sentence::pace_words;
use super::{Forecast, Standing, Status, Worded, amount, gap_words};
use crate::model::{Bands, Figure, Indicator, Language, Measure, Month, Target, Word, number};

/// A step: what, its value, and the arithmetic that gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What: 当期应达.
    pub name: &'static str,
    /// Its value with its unit: `130家`.
    pub value: String,
    /// The arithmetic: `100 + (160 − 100) × 18 ÷ 36`; empty where there is none.
    pub how: String,
}

/// The steps from the newest figure to the status and the pace; none without a figure, and none of a milestone,
/// whose steps and dates are all there is to see.
pub fn working(indicator: &Indicator, standing: &Standing, bands: &Bands, language: Language) -> Vec<Step> {
    let Some(figure) = standing.newest.map(|newest| &indicator.figures[newest]) else { return Vec::new() };
    let said = Said { indicator, standing, figure, language };
    let mut steps = vec![said.step(
        ("实际数", "Actual"),
        amount(figure.value, &indicator.unit, language),
        figure.period.end_label(language),
    )];
    steps.extend(said.planned());
    steps.extend(said.gap());
    steps.extend(said.shares());
    steps.push(said.step(
        ("状态", "Status"),
        standing.status.word(language).to_owned(),
        said.rule(bands).unwrap_or_default(),
    ));
    steps.extend(said.paces());
    steps
}

/// What is written down.
struct Said<'a> {
    indicator: &'a Indicator,
    standing: &'a Standing,
    /// The newest figure.
    figure: &'a Figure,
    language: Language,
}

impl Said<'_> {
    fn step(&self, (zh, en): (&'static str, &'static str), value: String, how: String) -> Step {
        Step { name: self.say(zh, en), value, how }
    }

    fn say<'w>(&self, zh: &'w str, en: &'w str) -> &'w str {
        self.language.pick(zh, en)
    }

    fn month(&self) -> Month {
        self.figure.period.last()
    }

    /// 当期应达, and how it lies between two corners of the path.
    fn planned(&self) -> Option<Step> {
        let planned = self.standing.planned?;
        let value = amount(at(planned, 2), &self.indicator.unit, self.language);
        Some(self.step(("当期应达", "Due by then"), value, planned_how(self.standing, self.month())))
    }

    /// 差距 in the unit and in months.
    fn gap(&self) -> Vec<Step> {
        let Some((planned, gap)) = self.standing.planned.zip(self.standing.gap) else { return Vec::new() };
        let how = format!("{} − {}", number(self.figure.value), number(at(planned, 2)));
        let value = gap_words(at(gap, 2), &self.indicator.unit, self.language);
        let mut steps = vec![self.step(("差距", "Gap"), value, how)];
        if let Some(months) = self.standing.gap_months {
            let signed = signed(at(months, 1));
            let value = match self.language {
                Language::Chinese => format!("{signed}个月"),
                Language::English => format!("{signed} months"),
            };
            steps.push(self.step(("折合时间", "Gap in time"), value, self.months_how(months)));
        }
        steps
    }

    /// 应达数在第16.8个月达到128，本期是第18个月, counted from where the path starts.
    fn months_how(&self, months: f64) -> String {
        let Some((from, _)) = self.standing.path.origin(self.month()) else { return String::new() };
        let now = self.month().0 - from.0;
        let reached = number(at(f64::from(now) + months, 1));
        let value = number(self.figure.value);
        let from = from.name(self.language);
        match self.language {
            Language::Chinese => {
                format!("从{from}算起：应达数为{value}是第{reached}个月，本期是第{now}个月")
            }
            Language::English => {
                format!("from {from}: {value} was due in month {reached}; this is month {now}")
            }
        }
    }

    /// How much of the way from baseline to the final target is covered, and how much should be.
    fn shares(&self) -> Vec<Step> {
        let standing = self.standing;
        let Some((_, start)) = standing.path.origin(self.month()) else { return Vec::new() };
        let (Some(goal), Some(planned), Some(attained), Some(due)) =
            (standing.goal, standing.planned, standing.attained, standing.due)
        else {
            return Vec::new();
        };
        let percent = |share: f64| format!("{}%", number(at(share * 100.0, 1)));
        let span = format!("({} − {})", number(goal.value), number(start));
        let how = |value: f64| format!("({} − {}) ÷ {span}", number(at(value, 2)), number(start));
        let covered = ("从基数到最终目标，已走完", "Covered, from baseline to final target");
        let expected = ("从基数到最终目标，应走完", "Due, from baseline to final target");
        vec![
            self.step(covered, percent(attained), how(self.figure.value)),
            self.step(expected, percent(due), how(planned)),
        ]
    }

    /// The comparison that decided: the bound of a target, or the band.
    fn rule(&self, bands: &Bands) -> Option<String> {
        let standing = self.standing;
        let actual = self.figure.value;
        match standing.status {
            Status::Achieved | Status::Missed | Status::AchievedEarly => {
                standing.goal.map(|goal| self.compared(actual, &goal))
            }
            Status::Ahead
            | Status::OnSchedule
            | Status::SlightlyBehind
            | Status::Behind
            | Status::FarBehind => {
                let distance = match bands.measure {
                    Measure::Months => standing.gap_months,
                    Measure::Points => standing.gap_points.map(|points| at(points, 6)),
                };
                if standing.attained.is_none() {
                    return standing.goal.map(|goal| self.compared(actual, &goal));
                }
                if standing.path.has_steps() {
                    return Some(self.against_steps());
                }
                let band = band_words(bands, standing.status, distance?)?;
                let (zh, en) = match bands.measure {
                    Measure::Months => ("个月", "months"),
                    Measure::Points => ("个百分点", "percentage points"),
                };
                Some(match self.language {
                    Language::Chinese => format!("{band}（{zh}）"),
                    Language::English => format!("{band} ({en})"),
                })
            }
            Status::NoBaseline => {
                Some(self.say("没有基数，到期之前不评", "not judged before the deadline").to_owned())
            }
            Status::NotDue => Some(
                self.say("当期应达数即基数，且不差于基数", "nothing is due yet beyond the baseline")
                    .to_owned(),
            ),
            Status::Awaiting => {
                Some(self.say("最后期限已过，到期的数尚未公布", "the last deadline has passed").to_owned())
            }
            Status::NoData | Status::NotJudged => None,
        }
    }

    /// `158 > 160 不成立`
    fn compared(&self, actual: f64, goal: &Target) -> String {
        let sign = match goal.word {
            Word::Over => '>',
            Word::Reach => '≥',
            Word::Under => '<',
            Word::Within => '≤',
        };
        let holds = if goal.word.met(actual, goal.value) {
            self.say("成立", "holds")
        } else {
            self.say("不成立", "does not hold")
        };
        let comma = self.say("，", ", ");
        format!("{} {sign} {}{comma}{holds}", number(actual), number(goal.value))
    }

    /// On a path that rises only at deadlines nothing can be said in months.
    fn against_steps(&self) -> String {
        let words = match self.standing.status {
            Status::Ahead => ("已达到下一个期限的目标", "the next deadline's target is met already"),
            Status::OnSchedule => ("不差于当期应达数", "no worse than what is due by then"),
            _ => ("差于当期应达数", "worse than what is due by then"),
        };
        self.say(words.0, words.1).to_owned()
    }

    /// What is still missing, the pace that it needs, the pace there was, and where that would lead.
    fn paces(&self) -> Vec<Step> {
        let paces = pace_words(self.indicator, self.standing, self.language);
        let mut steps = Vec::new();
        if let (Some(need), Some(rest)) = (&self.standing.need, paces.rest) {
            let by = need.target.by.end_name(self.language);
            let how = match self.language {
                Language::Chinese => format!("距{by}的目标"),
                Language::English => format!("to the target by {by}"),
            };
            steps.push(self.step(("还差", "Still to go"), rest, how));
            if let Some(monthly) = paces.need {
                let rounded = self.say("，只入不舍", ", rounded up");
                let how = format!("{} ÷ {}{rounded}", number(at(need.rest, 2)), need.months);
                steps.push(self.step(("平均每月须增减", "Change needed each month"), monthly, how));
            }
        }
        if let Some(had) = paces.had {
            let name = ("近12个月内平均每月增减", "Mean monthly change, within the last 12 months");
            steps.push(self.step(name, had, String::new()));
        }
        if let Some(forecast) = &self.standing.forecast {
            let words = match forecast {
                Forecast::Month(month) => month.name(self.language),
                Forecast::TooFew => self.say("尚不能推算", "too few figures to tell").to_owned(),
                Forecast::Never => self.say("按此速度不能达到", "not at that pace").to_owned(),
            };
            let name = ("按此速度，推算达到上述目标的时间", "At that pace, this target would be reached");
            let how = self.say("只是推算，不影响状态", "an extrapolation; it does not change the status");
            steps.push(self.step(name, words, how.to_owned()));
        }
        steps
    }
}

/// The arithmetic of the planned value: `100 + (160 − 100) × 18 ÷ 36`; empty on a corner of the path.
fn planned_how(standing: &Standing, month: Month) -> String {
    let lines = standing.path.lines();
    let between = |line: &Vec<(Month, f64)>| {
        line.windows(2).find(|ends| ends[0].0 < month && month < ends[1].0).map(|ends| (ends[0], ends[1]))
    };
    match lines.iter().find_map(between) {
        Some(((from, start), (to, end))) if start != end => {
            let (run, span) = (month.0 - from.0, to.0 - from.0);
            let start = number(at(start, 2));
            format!("{start} + ({} − {start}) × {run} ÷ {span}", number(end))
        }
        _ => String::new(),
    }
}

/// `−2 ≤ −1.2 < 0`: the edges between which the distance lies, with so many decimals that it is true as printed.
/// None where the status did not come from a band: short before the path has begun.
fn band_words(bands: &Bands, status: Status, distance: f64) -> Option<String> {
    let edges = bands.edges;
    let (low, high) = match status {
        Status::Ahead => (Some(edges[0]), None),
        Status::OnSchedule => (Some(edges[1]), Some(edges[0])),
        Status::SlightlyBehind => (Some(edges[2]), Some(edges[1])),
        Status::Behind => (Some(edges[3]), Some(edges[2])),
        _ => (None, Some(edges[3])),
    };
    let within = |value: f64| low.is_none_or(|low| low <= value) && high.is_none_or(|high| value < high);
    let shown = (1..=6).map(|decimals| at(distance, decimals)).find(|value| within(*value))?;
    let low = low.map(|low| format!("{} ≤ ", minus(low))).unwrap_or_default();
    let high = high.map(|high| format!(" < {}", minus(high))).unwrap_or_default();
    Some(format!("{low}{}{high}", minus(shown)))
}

/// A number with a real minus.
fn minus(value: f64) -> String {
    number(value).replace('-', "−")
}

/// A number with its sign.
fn signed(value: f64) -> String {
    let plus = if value > 0.0 { "+" } else { "" };
    format!("{plus}{}", minus(value))
}
