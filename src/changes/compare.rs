//! One policy's publication: what was published, and what differs between the two states.

use super::days::{Days, moment};
use super::then::{self, Then};
use super::window::Window;
use super::{Change, Publication, What, figures, issued, stated};
use crate::model::{Bands, Policy, Quality};
use crate::progress::{Judged, Status, Verdict};

/// What was published of policy `n` in a window; nothing is asked of the figures where none were published.
pub(super) fn publication(
    (n, policy): (usize, &Policy),
    days: &Days,
    window: Window,
    bands: &Bands,
) -> Publication {
    let mut changes = issued::before(policy, &window);
    let reported = days.reporting.iter().any(|day| window.holds(*day));
    if reported {
        let (old, new) = (then::on(policy, window.before, bands), then::on(policy, window.until, bands));
        for (i, (old, new)) in old.into_iter().zip(new).enumerate() {
            let (Some(old), Some(new)) = (old, new) else { continue };
            changes.extend(figures::newest(policy, i, &new.indicator, &window));
            changes.extend(verdicts(i, &old, &new));
            changes.extend(figures::revisions(policy, i, &window));
            changes.extend(figures::rows(policy, i, &window));
            changes.extend(status(i, &old, new));
        }
        changes.extend(stated::changes(policy, &window));
    }
    changes.extend(issued::after(policy, &window));
    changes.sort_by_key(|change| order(&change.what));
    let reports = policy.reports.iter().enumerate();
    let here = reports.filter(|(_, report)| report.published.is_some_and(|at| window.holds(at.date)));
    Publication {
        policy: n,
        moment: moment(policy, window.until),
        before: (reported && compared(days, &window)).then_some(window.before),
        reports: here.map(|(r, _)| r).collect(),
        changes,
    }
}

/// True where anything had been reported that the new state can be compared with.
fn compared(days: &Days, window: &Window) -> bool {
    days.reporting.iter().any(|day| *day <= window.before)
}

/// First the policy as a whole, then indicator by indicator, of each the figure before what it means,
/// then tasks and articles.
fn order(what: &What) -> (u8, usize, u8) {
    let part = match what {
        What::Policy | What::Ended => 0,
        What::State { .. } | What::Reported { .. } => 2,
        What::Interpretation(_) | What::Case(_) => 3,
        _ => 1,
    };
    let kind = match what {
        What::Targets { .. } => 0,
        What::Figure { .. } => 1,
        What::Revision { .. } => 2,
        What::Status { .. } => 3,
        What::Verdict { .. } => 4,
        _ => 5,
    };
    (part, what.indicator().unwrap_or_default(), kind)
}

/// A status that is another one than before, with how the indicator stands now.
fn status(indicator: usize, old: &Then, new: Then) -> Option<Change> {
    let (from, to) = (old.standing.status, new.standing.status);
    // What is not judged, or no longer known, has no status to move to.
    if from == to || matches!(to, Status::NotJudged | Status::NoData) {
        return None;
    }
    let quality = quality(&new);
    Some(Change { what: What::Status { indicator, from, then: Box::new(new) }, quality })
}

/// Verdicts that fell, and those that a correction turned.
fn verdicts(indicator: usize, old: &Then, new: &Then) -> Vec<Change> {
    let milestone = !new.indicator.steps.is_empty();
    let before = |n: usize, judged: &Judged| {
        let same = |other: &&Judged| {
            let (a, b) = (&other.target, &judged.target);
            a.by == b.by && a.word == b.word && a.value == b.value && !other.replaced
        };
        let other =
            if milestone { old.standing.verdicts.get(n) } else { old.standing.verdicts.iter().find(same) };
        other.map_or(Verdict::Pending, |other| other.verdict)
    };
    let open = |verdict: Verdict| matches!(verdict, Verdict::Pending | Verdict::Awaiting);
    let mut changes = Vec::new();
    for (n, judged) in new.standing.verdicts.iter().enumerate() {
        let from = before(n, judged);
        if judged.replaced || open(judged.verdict) || from == judged.verdict {
            continue;
        }
        let reached = || new.indicator.reached.iter().find(|reached| reached.step == n);
        let step = milestone.then(|| (n, reached().map(|reached| reached.on)));
        let what = What::Verdict { indicator, from, judged: judged.clone(), step };
        changes.push(Change { what, quality: quality(new) });
    }
    changes
}

/// How good the figures are by which an indicator was judged.
fn quality(then: &Then) -> Quality {
    let marks = &then.standing.marks;
    match (marks.illustrative, marks.estimated, marks.provisional) {
        (true, ..) => Quality::Illustrative,
        (_, true, _) => Quality::Estimated,
        (_, _, true) => Quality::Provisional,
        _ => Quality::Final,
    }
}
