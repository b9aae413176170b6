//! Targets held against each other: words agree with the way to go, and values do not turn back.

use crate::content::tables::same;
use crate::diagnostic::catalogue::data;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Baseline, Direction, Kind, Resets, Target, number};

/// Checks a list of targets, as issued or as changed.
pub(crate) fn check(kind: Kind, baseline: Option<&Baseline>, targets: &[Target], d: &mut Diagnostics) {
    let keeps = matches!(kind, Kind::KeepAtLeast | Kind::KeepAtMost);
    let start = baseline.filter(|_| !keeps);
    let Some(way) = way(kind, start, targets) else { return };
    let mut right = true;
    for target in targets {
        let against_word = target.word.direction() != way;
        let against_start = start.is_some_and(|start| falls_back(way, start.value, target.value));
        if let (true, Some(start)) = (against_word || against_start, start) {
            d.push(
                Diagnostic::at(data::WRONG_DIRECTION, target.place)
                    .with("word", target.word.key())
                    .with("value", number(target.value))
                    .with("start", number(start.value))
                    .also(start.place, Words { zh: "基数在这里", en: "the baseline" }),
            );
            right = false;
        } else if against_word {
            d.push(Diagnostic::at(data::MIXED_DIRECTIONS, target.place).with("word", target.word.key()));
            right = false;
        }
    }
    // A bound may loosen, and a total that starts again each year may be lower the next.
    if right && matches!(kind, Kind::Level | Kind::Cumulative(Resets::Never)) {
        check_values(way, targets, d);
    }
}

/// The way to go: that of the kind, else from the baseline to the last target, else the first word's.
fn way(kind: Kind, start: Option<&Baseline>, targets: &[Target]) -> Option<Direction> {
    let last = targets.last()?;
    match (kind, start) {
        (Kind::KeepAtLeast | Kind::Cumulative(_), _) => Some(Direction::Up),
        (Kind::KeepAtMost, _) => Some(Direction::Down),
        (_, Some(start)) if falls_back(Direction::Up, start.value, last.value) => Some(Direction::Down),
        (_, Some(start)) if falls_back(Direction::Down, start.value, last.value) => Some(Direction::Up),
        _ => targets.first().map(|target| target.word.direction()),
    }
}

fn check_values(way: Direction, targets: &[Target], d: &mut Diagnostics) {
    for pair in targets.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        if falls_back(way, before.value, after.value) {
            let shows = Words { zh: "前一个目标在这里", en: "the target before it" };
            d.push(
                Diagnostic::at(data::TARGETS_TURN_BACK, after.place)
                    .with("by", after.by)
                    .with("value", number(after.value))
                    .with("before", before.by)
                    .with("was", number(before.value))
                    .also(before.place, shows),
            );
        }
    }
}

/// True where `to` lies behind `from`; equal is not behind.
pub(crate) fn falls_back(way: Direction, from: f64, to: f64) -> bool {
    !same(from, to)
        && match way {
            Direction::Up => to < from,
            Direction::Down => to > from,
        }
}
