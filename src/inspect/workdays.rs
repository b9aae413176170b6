//! Working days between two days, counted in the favour of whoever is judged.

use jiff::civil::{Date, Weekday};

/// Working days after `from`, up to and with `to`; never more than there were.
///
/// The calendar of holidays is announced anew each year, so days on which it may well have been a holiday
/// are not counted: 1 to 3 January, 3 to 6 April, 1 to 5 May, 1 to 8 October; the weeks in which the
/// Spring Festival can fall, and the days of June and September for the two lunar feasts.
pub(super) fn at_least(from: Date, to: Date) -> i32 {
    let (mut day, mut count) = (from, 0);
    let (mut spring, mut dragon, mut moon) = (0, 0, 0);
    while day < to {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        if weekend || is_fixed(day) {
            continue;
        }
        count += 1;
        match (day.month(), day.day()) {
            (1, 20..) | (2, _) => spring += 1,
            (5, 28..) | (6, _) => dragon += 1,
            (9, 8..) => moon += 1,
            _ => {}
        }
    }
    count - spring.min(6) - dragon.min(1) - moon.min(1)
}

/// A holiday of the solar calendar, with the days that are usually moved beside it.
fn is_fixed(day: Date) -> bool {
    matches!((day.month(), day.day()), (1, 1..=3) | (4, 3..=6) | (5, 1..=5) | (10, 1..=8))
}
