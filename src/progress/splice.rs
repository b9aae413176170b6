//! A later document that changed the targets: the old path holds until then, and the new one starts from it.

use super::path::{Knot, Stretch, target};
use crate::model::{Change, Direction, Month};

/// The path with a change: before `from` as it was, from then on through the new targets,
/// starting at the old path's planned value at the end of the month before.
///
/// The start is the planned value, not the actual one: what had been promised by then stays promised.
/// Where a document lowers its ambition below that, the path does not run backwards: from the change on
/// it asks for the first new target and no more.
pub(super) fn spliced(stretch: Stretch, change: &Change) -> Stretch {
    let from = change.from.first();
    if stretch.year.is_some_and(|year| year < from.year()) {
        return stretch;
    }
    let cut = Month(from.0 - 1);
    let Some(first) = stretch.knots.first().copied() else { return stretch };
    let mut knots: Vec<Knot> = stretch.knots.iter().copied().filter(|knot| knot.month <= cut).collect();
    match knots.last() {
        // The change came before the path began: only its start remains.
        None => knots.push(first),
        Some(last) if last.month < cut => {
            knots.push(Knot { month: cut, value: stretch.value(cut), given: false });
        }
        Some(_) => {}
    }
    let eased = change.targets.iter().find(|target| target.by.last() >= from).and_then(|first| {
        let planned = knots.last()?.value;
        let back = match first.word.direction() {
            Direction::Up => first.value < planned,
            Direction::Down => first.value > planned,
        };
        (back && first.by.last() > from && knots.last()?.month < from).then_some(first.value)
    });
    if let Some(value) = eased {
        knots.push(Knot { month: from, value, given: false });
    }
    let in_year = |month: Month| stretch.year.is_none_or(|year| year == month.year());
    for knot in change.targets.iter().map(target) {
        // A target that the document restates from before its own time is history.
        if knot.month >= from
            && in_year(knot.month)
            && knots.last().is_none_or(|last| last.month < knot.month)
        {
            knots.push(knot);
        }
    }
    Stretch { knots, ..stretch }
}
