//! Pace: what the next target still asks for each month, what the last months brought, and when that would do.

use super::rounding::finite;
use super::{Forecast, Judged, Need, Standing, Verdict};
use crate::model::{Direction, Figure, Indicator, Kind, Month, Resets, Target};

/// The months over which the pace is taken.
const WINDOW: i32 = 12;
/// Fewer observations than this carry no forecast.
const OBSERVATIONS: usize = 6;
/// A month farther away than this is no forecast: a century of the same pace.
const HORIZON: f64 = 1200.0;

/// What the next unmet target asks for after the newest figure; none where there is no such target.
pub(super) fn need(indicator: &Indicator, figure: &Figure, verdicts: &[Judged]) -> Option<Need> {
    if !matches!(indicator.kind, Kind::Level | Kind::Cumulative(_)) {
        return None;
    }
    let now = figure.period.last();
    let open = |judged: &&Judged| {
        let target = &judged.target;
        judged.verdict == Verdict::Pending
            && !judged.replaced
            && target.by.last() > now
            && !target.word.met(figure.value, target.value)
            && (!indicator.resets_yearly() || target.by.last().year() == now.year())
    };
    let target = verdicts.iter().find(open)?.target;
    let rest = finite(rest(indicator, figure.value, &target))?;
    let months = (target.by.last().0 - now.0).max(1);
    Some(Need { target, rest, months, monthly: rest / f64::from(months) })
}

/// What a figure lacks to a target, in the unit; 0 or less where it is met. Whole counts are
/// rounded up to what a strict word really needs: more than 160 firms are 161.
pub(super) fn rest(indicator: &Indicator, actual: f64, target: &Target) -> f64 {
    let more = if target.word.strict() && counts_whole(indicator) { 1.0 } else { 0.0 };
    match target.word.direction() {
        Direction::Up => target.value + more - actual,
        Direction::Down => actual - (target.value - more),
    }
}

/// Whether the indicator counts things: all its numbers are whole, and its unit is not a measure
/// of something that can be divided.
pub fn counts_whole(indicator: &Indicator) -> bool {
    const DIVISIBLE: [&str; 14] =
        ["%", "％", "‰", "元", "点", "吨", "米", "里", "亩", "公顷", "小时", "分", "度", "万"];
    let unit = indicator.unit.trim();
    let scaled = unit.starts_with(['万', '亿', '千', '百']);
    let changed = indicator.changes.iter().flat_map(|change| &change.targets);
    let targets = indicator.targets.iter().chain(changed).map(|target| target.value);
    let figures = indicator.figures.iter().map(|figure| figure.value);
    let mut numbers = targets.chain(figures).chain(indicator.baseline.map(|baseline| baseline.value));
    !scaled && !DIVISIBLE.iter().any(|end| unit.ends_with(end)) && numbers.all(|n| n.fract() == 0.0)
}

/// The mean monthly change over the last twelve months, and over how many it really is: since the
/// figure twelve months before, else the earliest after it, else the start of the path.
pub(super) fn had(
    indicator: &Indicator,
    figures: &[Figure],
    start: Option<(Month, f64)>,
) -> Option<(f64, i32)> {
    if matches!(indicator.kind, Kind::Milestone | Kind::KeepAtLeast | Kind::KeepAtMost) {
        return None;
    }
    let newest = figures.last()?;
    let now = newest.period.last();
    let yearly = indicator.kind == Kind::Cumulative(Resets::Yearly);
    // A total that starts again stood at 0 at the end of the December before.
    let first = if yearly { Month::new(now.year() - 1, 12) } else { Month(now.0 - WINDOW) };
    let start = if yearly { Some((first, 0.0)) } else { start };
    let earlier = figures.iter().map(|figure| (figure.period.last(), figure.value));
    let earlier = earlier.filter(|(month, _)| !yearly || *month > first);
    let since = earlier.chain(start).filter(|(month, _)| (first..now).contains(month));
    // Of a figure and the start in the same month, the figure: it comes first, and the earliest is kept.
    let (month, value) = since.min_by_key(|(month, _)| *month)?;
    let months = now.0 - month.0;
    Some((finite((newest.value - value) / f64::from(months))?, months))
}

/// When the pace `had` would reach a target; none without a figure, or where the target is not
/// ahead of it. Never in pictures, which outlive it.
pub fn forecast(indicator: &Indicator, standing: &Standing, target: &Target) -> Option<Forecast> {
    let newest = standing.newest?;
    let figure = indicator.figures.get(newest)?;
    let now = figure.period.last();
    if target.word.met(figure.value, target.value) || target.by.last() <= now {
        return None;
    }
    let same_total = |other: &&Figure| !indicator.resets_yearly() || other.period.last().year() == now.year();
    if indicator.figures[..=newest].iter().filter(same_total).count() < OBSERVATIONS {
        return Some(Forecast::TooFew);
    }
    let Some(had) = standing.had else { return Some(Forecast::TooFew) };
    let forward = match target.word.direction() {
        Direction::Up => had,
        Direction::Down => -had,
    };
    // Rounded to six decimals before it is rounded up, so that an exact month stays one.
    let months = super::rounding::six(rest(indicator, figure.value, target) / forward).ceil();
    let within = forward > 0.0 && months <= HORIZON;
    let month = Month(now.0 + if within { months as i32 } else { 0 });
    // A total that starts again has no next year to reach it in.
    let lost = indicator.resets_yearly() && month.year() > now.year();
    Some(if within && !lost { Forecast::Month(month) } else { Forecast::Never })
}
