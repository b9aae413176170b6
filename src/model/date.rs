//! Dates as clerks write them, and a publishing time.

use super::Language;
use jiff::civil::{Date, DateTime, Time};

/// When something was published: a date, with a time of day where one is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time of day, local; none where the source gives only a day.
    pub time: Option<Time>,
}

impl Moment {
    /// Reads `2023-07-19`, `2023/7/19`, `2023-07-19 09:00` or `2023-07-19T09:00:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(date) = parse_date(text) {
            return Some(Moment { date, time: None });
        }
        let (day, clock) = text.split_once(['T', ' '])?;
        let date = parse_date(day)?;
        let mut parts = clock.trim().split(':').map(|n| n.parse::<i8>().ok());
        let hour = parts.next()??;
        let minute = parts.next()??;
        let second = parts.next().unwrap_or(Some(0))?;
        let time = Time::new(hour, minute, second, 0).ok()?;
        Some(Moment { date, time: Some(time) })
    }

    /// The 47号 form `YYYY-MM-DD HH:MM`; without a known time the day alone, never an invented hour.
    pub fn stamp(self) -> String {
        match self.time {
            Some(time) => DateTime::from_parts(self.date, time).strftime("%Y-%m-%d %H:%M").to_string(),
            None => self.date.to_string(),
        }
    }
}

/// Reads a day: `2023-06-28`, `2023-6-28`, `2023/6/28` or `2023年6月28日`.
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim().trim_end_matches('日');
    let mut parts = text.split(['-', '/', '年', '月']);
    let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let month = parts.next().filter(|m| m.len() <= 2)?.parse().ok()?;
    let day = parts.next().filter(|d| d.len() <= 2)?.parse().ok()?;
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, month, day).ok()
}

/// A day in words: `2024年6月30日`, `30 June 2024`; months and days without leading zeros, as GB/T 9704 asks.
pub fn day_words(date: Date, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::English => date.strftime("%-d %B %Y").to_string(),
    }
}
