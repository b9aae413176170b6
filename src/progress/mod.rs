//! What each figure means on the day `as_of`: planned path, gap, pace, status, verdicts, roll-up. Pure.
//!
//! Months are the clock and the planned path is the measure: never raw completion against the calendar.
//! The way: `day` (what was known) -> `path` -> `status`, `milestone` -> `verdicts`, `marks`, `pace`,
//! `history`, `breakdown` -> a [`Standing`]; then `sentence` says it.

mod breakdown;
mod clauses;
mod counts;
mod day;
mod goal;
mod history;
mod legend;
mod marks;
mod milestone;
mod pace;
mod path;
mod phrase;
mod rounding;
mod sentence;
mod sentence_en;
mod sentence_zh;
mod splice;
mod standing;
mod status;
mod verdicts;
mod words;
mod working;

#[cfg(test)]
mod tests;

pub use counts::{Count, Over, indicator_counts, percentages, task_counts};
pub use legend::legend;
pub use pace::{counts_whole, forecast};
pub use path::PlannedPath;
pub use phrase::{
    amount, baseline_words, below_baseline_word, difference, gap_words, share_of_target, target_words,
};
pub use sentence::{PaceWords, pace_words, sentence};
pub use standing::{
    Assessment, BreakdownStanding, ClauseStanding, Forecast, Judged, Marks, Need, RowStanding, RowStatus,
    Standing, Status, Verdict,
};
pub use words::{Family, Worded, unstated};
pub use working::{Step, working};

use crate::model::{Bands, Indicator, Kind, Period, Policy};
use day::Day;
use jiff::civil::Date;
use milestone::Steps;
use status::Case;

/// What a policy's figures mean on the day `as_of`; later periods are as if not yet written.
pub fn assess(policy: &Policy, as_of: Date, bands: &Bands) -> Assessment {
    let day = Day::new(policy, as_of, bands);
    let clauses = clauses::clauses(policy, &day);
    Assessment {
        as_of: newest_data(policy, &day),
        standings: policy.indicators.iter().map(|indicator| standing(indicator, &day)).collect(),
        stated: clauses.iter().any(|clause| clause.state.is_some()),
        clauses,
    }
}

/// How one indicator stood on a day on which only these period files had been published.
///
/// `indicator` holds the figures that were known by then; breakdowns it may lack.
pub fn standing_on(
    policy: &Policy,
    indicator: &Indicator,
    published: &[Period],
    date: Date,
    bands: &Bands,
) -> Standing {
    let mut day = Day::new(policy, date, bands);
    day.reports.retain(|period| published.contains(period));
    standing(indicator, &day)
}

/// How one indicator stood after the figure of a period, read at that period's end as if later ones had not
/// been written; corrected figures count as corrected. None where the period has no figure.
pub fn standing_after(
    policy: &Policy,
    indicator: &Indicator,
    period: Period,
    bands: &Bands,
) -> Option<(Indicator, Standing)> {
    let at = indicator.figures.iter().position(|figure| figure.period == period)?;
    let mut then = indicator.clone();
    then.figures.truncate(at + 1);
    let date = then.figures[at].as_of.max(period.last().last_day());
    let mut day = Day::new(policy, date, bands);
    day.reports.retain(|report| report.last() <= period.last());
    let standing = standing(&then, &day);
    Some((then, standing))
}

fn standing(indicator: &Indicator, day: &Day) -> Standing {
    let path = PlannedPath::new(indicator, day.start);
    let figures = day.figures(&indicator.figures);
    let case = Case { indicator, path: &path, figures, date: day.date, bands: day.bands };
    let steps = Steps::new(indicator, day);
    let milestone = indicator.kind == Kind::Milestone;
    let (reading, step) = if milestone { steps.read() } else { (status::read(&case), None) };
    let verdicts = if milestone { steps.verdicts() } else { verdicts::verdicts(&case) };
    let newest = figures.len().checked_sub(1).filter(|_| !milestone);
    let figure = newest.map(|at| &figures[at]);
    let done = milestone && reading.status == Status::Achieved;
    let next_due = marks::next_due(indicator, day).filter(|_| !done);
    let start = path.start().or(indicator.baseline.map(|baseline| (baseline.period.last(), baseline.value)));
    let had = pace::had(indicator, figures, start);
    let mut standing = Standing {
        newest,
        period: if milestone { steps.reported } else { figure.map(|figure| figure.period) },
        status: reading.status,
        goal: reading.goal,
        planned: reading.planned,
        attained: reading.attained,
        due: reading.due,
        gap: reading.gap,
        gap_points: reading.gap_points,
        gap_months: reading.gap_months,
        marks: marks::marks(indicator, newest, next_due.filter(|due| day.date > *due)),
        next_due,
        need: figure.and_then(|figure| pace::need(indicator, figure, &verdicts)),
        verdicts,
        had: had.map(|(change, _)| change),
        had_months: had.map(|(_, months)| months),
        forecast: None,
        history: history::history(indicator, &path, day),
        breakdowns: indicator.breakdowns.iter().map(|b| breakdown::breakdown(indicator, b, day)).collect(),
        step,
        path,
    };
    // From a figure past its due date nothing is told of the months to come.
    let told = standing.need.as_ref().filter(|_| standing.marks.stale.is_none());
    standing.forecast = told.and_then(|need| pace::forecast(indicator, &standing, &need.target));
    standing
}

/// The day of the newest data: of any indicator's figure, row or step.
fn newest_data(policy: &Policy, day: &Day) -> Option<Date> {
    let rows = |indicator: &Indicator| -> Vec<Date> {
        let rows = indicator.breakdowns.iter().flat_map(|breakdown| &breakdown.rows);
        let own = day.figures(&indicator.figures).last().into_iter();
        let figures = own.chain(rows.filter_map(|row| day.figures(&row.figures).last()));
        let steps = indicator.reached.iter().filter(|step| step.on <= day.date && day.seen(step.period));
        figures.map(|figure| figure.as_of).chain(steps.map(|step| step.on)).collect()
    };
    policy.indicators.iter().flat_map(rows).max()
}
