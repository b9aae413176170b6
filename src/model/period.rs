//! Months are the clock: a period is a month, a quarter or a year, and counts as its last month.

use super::Language;
use super::number::push_whole;
use jiff::civil::Date;
use std::fmt;

/// A calendar month, counted from January of year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub i32);

impl Month {
    /// `month` from 1 to 12.
    pub fn new(year: i32, month: i32) -> Self {
        Month(year * 12 + month - 1)
    }

    /// The month in which a day lies.
    pub fn of(date: Date) -> Self {
        Month::new(i32::from(date.year()), i32::from(date.month()))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// The first day of the month.
    pub fn first_day(self) -> Date {
        let year = i16::try_from(self.year()).unwrap_or(i16::MAX).clamp(1, 9998);
        Date::new(year, self.month() as i8, 1).unwrap_or(Date::ZERO)
    }

    /// The last day of the month.
    pub fn last_day(self) -> Date {
        self.first_day().last_of_month()
    }

    /// `2024年6月` or `June 2024`.
    pub fn name(self, language: Language) -> String {
        const ENGLISH: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        match language {
            Language::Chinese => {
                let mut name = String::with_capacity(16);
                push_whole(&mut name, self.year().into());
                name.push('年');
                push_whole(&mut name, self.month().into());
                name.push('月');
                name
            }
            Language::English => format!("{} {}", ENGLISH[(self.month() - 1) as usize], self.year()),
        }
    }
}

/// A reporting period. Ordered by its last month, then by length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A month: `2024-06`.
    Month(Month),
    /// A quarter, 1 to 4: `2024-Q2`.
    Quarter(i32, i32),
    /// A year: `2024`.
    Year(i32),
}

impl Period {
    /// Reads `2024-06`, `2024-Q2` or `2024`; years 1900 to 2200.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        let year = year.parse::<i32>().ok().filter(|y| year.len() == 4 && (1900..=2200).contains(y))?;
        match rest {
            None => Some(Period::Year(year)),
            Some(rest) => match rest.strip_prefix(['Q', 'q']) {
                Some(quarter) => match quarter {
                    "1" | "2" | "3" | "4" => Some(Period::Quarter(year, quarter.parse().ok()?)),
                    _ => None,
                },
                None => {
                    let month = rest.parse().ok().filter(|m| rest.len() == 2 && (1..=12).contains(m))?;
                    Some(Period::Month(Month::new(year, month)))
                }
            },
        }
    }

    /// The quarter in which a month lies.
    pub fn quarter_of(month: Month) -> Self {
        Period::Quarter(month.year(), (month.month() - 1) / 3 + 1)
    }

    /// The next period of the same length.
    pub fn following(self) -> Self {
        let month = Month(self.last().0 + 1);
        match self {
            Period::Month(_) => Period::Month(month),
            Period::Quarter(..) => Period::quarter_of(month),
            Period::Year(_) => Period::Year(month.year()),
        }
    }

    /// The first month.
    pub fn first(self) -> Month {
        match self {
            Period::Month(month) => month,
            Period::Quarter(year, quarter) => Month::new(year, quarter * 3 - 2),
            Period::Year(year) => Month::new(year, 1),
        }
    }

    /// The last month, as which the period counts on every path.
    pub fn last(self) -> Month {
        match self {
            Period::Month(month) => month,
            Period::Quarter(year, quarter) => Month::new(year, quarter * 3),
            Period::Year(year) => Month::new(year, 12),
        }
    }

    /// `2024年6月`, `2024年第二季度`, `2024年`; `June 2024`, `2nd quarter of 2024`, `2024`.
    pub fn name(self, language: Language) -> String {
        match (self, language) {
            (Period::Month(month), _) => month.name(language),
            (Period::Quarter(year, quarter), Language::Chinese) => {
                format!("{year}年第{}季度", ["一", "二", "三", "四"][(quarter - 1) as usize])
            }
            (Period::Quarter(year, quarter), Language::English) => {
                format!("{} quarter of {year}", ["1st", "2nd", "3rd", "4th"][(quarter - 1) as usize])
            }
            (Period::Year(year), Language::Chinese) => {
                let mut name = String::with_capacity(10);
                push_whole(&mut name, year.into());
                name.push('年');
                name
            }
            (Period::Year(year), Language::English) => year.to_string(),
        }
    }

    /// The end of the period in words: `2024年6月底`, `2024年第二季度末`, `2025年底`; `the end of June 2024`.
    pub fn end_name(self, language: Language) -> String {
        match (self, language) {
            (Period::Quarter(..), Language::Chinese) => self.name(language) + "末",
            (_, Language::Chinese) => self.name(language) + "底",
            (_, Language::English) => format!("the end of {}", self.name(language)),
        }
    }
}

impl Period {
    /// The end of the period as a label that stands alone: `2025年底`; `end of 2025`.
    pub fn end_label(self, language: Language) -> String {
        match language {
            Language::Chinese => self.end_name(language),
            Language::English => format!("end of {}", self.name(language)),
        }
    }
}

impl fmt::Display for Period {
    /// The form used in file names, URLs and data: `2024-06`, `2024-Q2`, `2024`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Month(month) => write!(f, "{:04}-{:02}", month.year(), month.month()),
            Period::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Period::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.last(), other.first()).cmp(&(other.last(), self.first()))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_after() {
        let cases =
            [("2024-12", "2025-01"), ("2024-Q4", "2025-Q1"), ("2024-Q1", "2024-Q2"), ("2024", "2025")];
        for (before, next) in cases {
            assert_eq!(Period::parse(before).unwrap().following().to_string(), next);
        }
    }
}
