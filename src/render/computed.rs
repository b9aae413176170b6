//! How an indicator's status was computed: the numbers and the arithmetic, line by line.

use super::{Input, words};
use crate::model::{Indicator, Month, number};
use crate::progress::{self, Forecast, Standing, amount};
use crate::theme::view::Computed;

/// How the status was computed, step by step, with the numbers.
pub(super) fn computed(input: &Input, indicator: &Indicator, standing: &Standing) -> Vec<Computed> {
    let language = input.site.settings.language;
    let Some(newest) = standing.newest.map(|n| &indicator.figures[n]) else { return Vec::new() };
    let mut lines = Vec::new();
    let mut line = |key: &str, value: String, how: String| {
        lines.push(Computed { name: input.theme.say(key, &[]), value, how });
    };
    let unit = &indicator.unit;
    let places = |value: f64, places: i32| (value * 10f64.powi(places)).round() / 10f64.powi(places);
    let round = |value: f64, decimals: i32| number(places(value, decimals));
    line("computed_actual", amount(newest.value, unit, language), newest.period.end_label(language));
    if let Some(planned) = standing.planned {
        let how = planned_how(standing, newest.period.last());
        line("computed_planned", amount(places(planned, 2), unit, language), how);
        if let Some(gap) = standing.gap {
            let how = format!("{} − {}", number(newest.value), round(planned, 2));
            line("computed_gap", progress::gap_words(places(gap, 2), unit, language), how);
        }
    }
    if let Some(months) = standing.gap_months {
        let text = input.theme.say("months", &[("n", &words::signed((months * 10.0).round() / 10.0))]);
        line("computed_gap_months", text, input.theme.say("computed_gap_months_how", &[]));
    }
    let start = standing.path.base(newest.period.last());
    if let (Some(start), Some(goal), Some(attained), Some(due)) =
        (start, standing.goal, standing.attained, standing.due)
    {
        let percent = |share: f64| format!("{}%", round(share * 100.0, 1));
        let span = format!("({} − {})", number(goal.value), number(start));
        let how = |value: f64| format!("({} − {}) ÷ {span}", round(value, 2), number(start));
        line("computed_attained", percent(attained), how(newest.value));
        if let Some(planned) = standing.planned {
            line("computed_due", percent(due), how(planned));
        }
    }
    let paces = progress::pace_words(indicator, standing, language);
    if let (Some(need), Some(rest)) = (&standing.need, paces.rest) {
        let by = need.target.by.end_name(language);
        line("computed_rest", rest, input.theme.say("computed_rest_how", &[("by", &by)]));
        if let Some(monthly) = paces.need {
            line("computed_need", monthly, format!("{} ÷ {}", round(need.rest, 2), need.months));
        }
    }
    if let Some(had) = paces.had {
        line("computed_had", had, String::new());
    }
    if let Some(forecast) = &standing.forecast {
        let words = match forecast {
            Forecast::Month(month) => month.name(language),
            Forecast::TooFew => input.theme.say("forecast_too_few", &[]),
            Forecast::Never => input.theme.say("forecast_never", &[]),
        };
        line("computed_forecast", words, input.theme.say("computed_forecast_how", &[]));
    }
    lines
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
            let start = number((start * 100.0).round() / 100.0);
            format!("{start} + ({} − {start}) × {run} ÷ {span}", number(end))
        }
        _ => String::new(),
    }
}
