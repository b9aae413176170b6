//! Days and publishing times as pages print them.

use crate::model::{Language, Moment};
use crate::theme::view;
use jiff::civil::Date;

pub(super) use crate::model::day_words as words;

/// A day for a view.
pub(super) fn day(date: Date, language: Language) -> view::Day {
    view::Day { text: words(date, language), iso: date.to_string() }
}

/// A publishing time for a view; the hour only where one is known.
pub(super) fn moment(moment: Moment, language: Language) -> view::Day {
    let mut day = day(moment.date, language);
    if let Some(time) = moment.time {
        day.text = format!("{} {}", day.text, time.strftime("%H:%M"));
        day.iso = format!("{}T{}", moment.date, time.strftime("%H:%M:%S"));
    }
    day
}
