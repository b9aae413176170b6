//! What became of each target: kept for ever, printed and in the data.
//!
//! The figure of the deadline's own month decides. A later figure can mend a miss (met-late) but
//! cannot prove the deadline.

use super::day::past;
use super::status::Case;
use super::{Judged, Verdict};
use crate::model::{Figure, Kind, Target};

/// Every target's verdict, in order of date; replaced ones too.
pub(super) fn verdicts(case: &Case) -> Vec<Judged> {
    let mut judged: Vec<Judged> = targets(case)
        .into_iter()
        .map(|(target, replaced)| if replaced { unjudged(target, true) } else { judge(case, target) })
        .collect();
    judged.sort_by_key(|judged| judged.target.by.last());
    judged
}

/// The targets as issued and as changed by the day, each with whether it was replaced.
fn targets(case: &Case) -> Vec<(Target, bool)> {
    let alike = |a: &Target, b: &Target| a.by.last() == b.by.last() && a.word == b.word && a.value == b.value;
    let mut known: Vec<(Target, bool)> =
        case.indicator.targets.iter().map(|target| (*target, false)).collect();
    let in_force =
        case.indicator.changes.iter().filter(|change| change.from.first().first_day() <= case.date);
    for change in in_force {
        let from = change.from.first();
        // A deadline that had come before the change keeps its own verdict: a broken promise stays one.
        for (target, replaced) in known.iter_mut().filter(|(target, _)| target.by.last() >= from) {
            *replaced |= !change.targets.iter().any(|new| alike(new, target));
        }
        for new in change.targets.iter().filter(|new| new.by.last() >= from) {
            if !known.iter().any(|(target, replaced)| !replaced && alike(new, target)) {
                known.push((*new, false));
            }
        }
    }
    known
}

fn judge(case: &Case, target: Target) -> Judged {
    let deadline = target.by.last();
    // Another year's total says nothing about this one.
    let same_total =
        |figure: &&Figure| !case.indicator.resets_yearly() || figure.period.last().year() == deadline.year();
    let since: Vec<&Figure> =
        case.figures.iter().filter(|figure| figure.period.last() >= deadline).filter(same_total).collect();
    let met = |figure: &&&Figure| target.word.met(figure.value, target.value);
    let decided = |verdict, figure: &Figure| Judged {
        target,
        verdict,
        at: Some(figure.period),
        actual: Some(figure.value),
        replaced: false,
    };
    let Some(&first) = since.first() else {
        let verdict = if past(target.by, case.date) { Verdict::Awaiting } else { Verdict::Pending };
        return Judged { verdict, ..unjudged(target, false) };
    };
    let at_deadline = first.period.last() == deadline;
    if at_deadline && met(&&first) {
        return decided(Verdict::Met, first);
    }
    // A bound that was not kept on its day cannot be kept late.
    let keeps = matches!(case.indicator.kind, Kind::KeepAtLeast | Kind::KeepAtMost);
    match since.iter().find(met) {
        Some(later) if !(keeps && at_deadline) => decided(Verdict::MetLate, later),
        _ => decided(Verdict::Missed, first),
    }
}

fn unjudged(target: Target, replaced: bool) -> Judged {
    Judged { target, verdict: Verdict::Pending, at: None, actual: None, replaced }
}
