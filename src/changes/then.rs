//! A policy's indicators as they stood when only part of their figures had been published.

use super::window::{known_from, published, value_on};
use crate::model::{Bands, Figure, Indicator, Period, Policy};
use crate::progress::{Standing, standing_on};
use jiff::civil::Date;

/// An indicator as it was known on a day, with its standing; without breakdowns.
#[derive(Clone, Debug)]
pub struct Then {
    /// The indicator with the figures known by then, as they stood.
    pub indicator: Indicator,
    /// What they meant on that day.
    pub standing: Standing,
}

/// All indicators of a policy on a day, in its order; none for one whose data are another policy's,
/// because they are told there.
pub(super) fn on(policy: &Policy, day: Date, bands: &Bands) -> Vec<Option<Then>> {
    let known = |period: &Period| published(policy, *period).is_none_or(|date| date <= day);
    let reports: Vec<Period> = policy.reports.iter().map(|report| report.period).filter(known).collect();
    let then = |indicator: &Indicator| {
        let indicator = known_by(policy, indicator, day);
        let standing = standing_on(policy, &indicator, &reports, day, bands);
        Then { indicator, standing }
    };
    policy.indicators.iter().map(|own| own.same_as.is_none().then(|| then(own))).collect()
}

/// The indicator with what had been published by a day. Breakdowns are the bulk of it and judge nothing here.
fn known_by(policy: &Policy, of: &Indicator, day: Date) -> Indicator {
    let figures = of.figures.iter().filter(|figure| known_from(policy, figure) <= day);
    let reached = of.reached.iter().filter(|step| {
        step.on <= day && published(policy, step.period).unwrap_or(step.period.last().last_day()) <= day
    });
    Indicator {
        id: of.id.clone(),
        name: of.name.clone(),
        unit: of.unit.clone(),
        kind: of.kind,
        clause: of.clause,
        serves: Vec::new(),
        owner: of.owner,
        source: None,
        definition: None,
        frequency: of.frequency,
        due: of.due,
        baseline: of.baseline,
        targets: of.targets.clone(),
        path: of.path.clone(),
        changes: of.changes.clone(),
        steps: of.steps.clone(),
        breakdowns: Vec::new(),
        figures: figures.map(|figure| stood(figure, day)).collect(),
        reached: reached.cloned().collect(),
        quality: of.quality,
        former_ids: Vec::new(),
        same_as: None,
        place: of.place,
    }
}

/// A figure as it stood on a day.
fn stood(figure: &Figure, day: Date) -> Figure {
    let value = value_on(figure, day);
    let made = figure.was().is_none_or(|(_, on)| on.is_none_or(|on| on <= day));
    // Before it was made, neither the old value nor the note that tells why was there to be read.
    let remark = figure.remark.clone().filter(|_| made);
    figure.clone().with_value(value).with_remark(remark)
}
