//! Round numbers for the axis of values, and dates for the axis of months.

use crate::model::{Language, Month, Period};

/// An axis of values: a few lines, at round numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    pub(super) lines: Vec<f64>,
}

/// Beyond this, figures are not told apart any more.
const FAR: f64 = 1e15;

impl Scale {
    /// An axis that holds all values, of at most so many lines. It starts at zero where the values come near it, else at a round value below
    /// the least; whole values get whole lines.
    pub(super) fn of(values: impl Iterator<Item = f64> + Clone, most: i32) -> Self {
        let values = values.filter(|v| v.is_finite()).map(|v| v.clamp(-FAR, FAR));
        let whole = values.clone().all(|v| v.fract() == 0.0);
        let (mut low, mut high) =
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if high - low < 1e-5 {
            let room = if low == 0.0 { 1.0 } else { (low.abs() / 10.0).max(if whole { 1.0 } else { 1e-5 }) };
            let positive = low >= 0.0;
            (low, high) = (low - room, high + room);
            if positive {
                low = low.max(0.0);
            }
        }
        if low > 0.0 && low <= high / 3.0 {
            low = 0.0;
        } else if high < 0.0 && high >= low / 3.0 {
            high = 0.0;
        }
        for step in steps().filter(|step| !whole || step.fract() == 0.0) {
            let (first, last) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
            if last - first < f64::from(most) {
                let count = (last - first).max(1.0) as i32;
                return Scale { lines: (0..=count).map(|k| (first + f64::from(k)) * step).collect() };
            }
        }
        Scale { lines: vec![low, high] }
    }

    pub(super) fn low(&self) -> f64 {
        self.lines.first().copied().unwrap_or(0.0)
    }

    pub(super) fn high(&self) -> f64 {
        self.lines.last().copied().unwrap_or(1.0)
    }
}

/// 1, 2, 2.5, 5, 10, 20 …
fn steps() -> impl Iterator<Item = f64> {
    (-5..=16).flat_map(|power| {
        [1.0, 2.0, 2.5, 5.0]
            .map(|digit| if power < 0 { digit / 10_f64.powi(-power) } else { digit * 10_f64.powi(power) })
    })
}

/// The month ends that an axis marks between two months: year ends, or quarter or month ends if the time is short.
/// Never more than thirteen.
pub(super) fn dates(first: Month, last: Month) -> Vec<Month> {
    let span = i64::from(last.0) - i64::from(first.0);
    let step = match span {
        ..=6 => 1,
        7..=21 => 3,
        _ => [12, 24, 60, 120, 240, 600]
            .into_iter()
            .find(|step| span / step <= 12)
            .unwrap_or((span / 12).max(1)),
    };
    // Months count from zero, so that a month ends a step where the next one is a multiple of it; counted back from
    // the last such month, so that the year of the last target is named.
    let end = (i64::from(last.0) + 1).div_euclid(step.min(12)) * step.min(12) - 1;
    let mut out: Vec<Month> = (0..=13)
        .map(|k| end - k * step)
        .take_while(|&month| month >= i64::from(first.0))
        .filter_map(|month| i32::try_from(month).ok().map(Month))
        .collect();
    out.reverse();
    out
}

/// A date on an axis: 2022年底, 2024年6月底.
pub(super) fn date_label(month: Month, language: Language) -> String {
    let period = if month.month() == 12 { Period::Year(month.year()) } else { Period::Month(month) };
    match language {
        Language::Chinese => period.end_name(language),
        Language::English => format!("end {}", period.name(language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::number;

    fn lines(values: &[f64]) -> Vec<f64> {
        Scale::of(values.iter().copied(), 5).lines
    }

    #[test]
    fn lines_are_round_and_few() {
        assert_eq!(lines(&[100.0, 128.0, 200.0]), [100.0, 125.0, 150.0, 175.0, 200.0]);
        assert_eq!(lines(&[800.0, 1600.0]), [800.0, 1000.0, 1200.0, 1400.0, 1600.0]);
        assert_eq!(lines(&[0.0, 2.0]), [0.0, 1.0, 2.0]);
        assert_eq!(lines(&[10.0, 100.0]), [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(lines(&[86_000.0, 91_000.0]).len(), 4);
        assert_eq!(lines(&[-3.0, 5.0]), [-5.0, 0.0, 5.0]);
        let printed: Vec<String> = lines(&[0.6, 0.9]).into_iter().map(number).collect();
        assert_eq!(printed, ["0.6", "0.7", "0.8", "0.9"]);
    }

    #[test]
    fn nothing_and_equal_values_still_have_an_axis() {
        assert_eq!(lines(&[]), [0.0, 1.0]);
        assert_eq!(lines(&[0.0]), [0.0, 1.0]);
        assert_eq!(lines(&[3.0, 3.0]), [2.0, 3.0, 4.0]);
        assert_eq!(lines(&[86_000.0]), [75_000.0, 80_000.0, 85_000.0, 90_000.0, 95_000.0]);
        assert_eq!(lines(&[f64::NAN, f64::INFINITY]), [0.0, 1.0]);
    }

    #[test]
    fn every_axis_holds_its_values_with_at_most_five_lines() {
        for low in [-1e15, -7e4, -3.7, -1e-4, 0.0, 1e-4, 0.3, 1.0, 9.99, 1234.5, 8e9] {
            for range in [0.0, 1e-4, 0.5, 1.0, 7.0, 99.0, 12_345.6, 9e14] {
                let scale = Scale::of([low, low + range].into_iter(), 5);
                assert!(scale.lines.len() <= 5 && scale.low() < scale.high(), "{low} {range} {scale:?}");
                let room = (scale.high() - scale.low()) * 1e-6;
                assert!(
                    scale.low() - room <= low && scale.high() + room >= low + range,
                    "{low} {range} {scale:?}"
                );
            }
        }
    }

    #[test]
    fn dates_are_year_ends_or_quarter_ends() {
        let name = |months: Vec<Month>| -> Vec<String> {
            months.into_iter().map(|m| date_label(m, Language::Chinese)).collect()
        };
        assert_eq!(
            name(dates(Month::new(2022, 12), Month::new(2025, 12))),
            ["2022年底", "2023年底", "2024年底", "2025年底"]
        );
        assert_eq!(
            name(dates(Month::new(2024, 1), Month::new(2024, 12))),
            ["2024年3月底", "2024年6月底", "2024年9月底", "2024年底"]
        );
        assert_eq!(name(dates(Month::new(2024, 5), Month::new(2024, 6))), ["2024年5月底", "2024年6月底"]);
        assert!(dates(Month(i32::MIN), Month(i32::MAX)).len() <= 14);
        assert_eq!(date_label(Month::new(2025, 12), Language::English), "end 2025");
    }
}
