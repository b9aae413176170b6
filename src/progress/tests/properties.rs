//! What holds for any numbers at all.

use super::build::*;
use crate::model::*;
use crate::progress::{PlannedPath, Standing, Status, sentence};
use proptest::prelude::*;

/// Any finite number, and often small whole ones, where equalities hide.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-20i32..200).prop_map(f64::from),
        any::<f64>().prop_filter("finite", |value| value.is_finite()),
    ]
}

fn any_kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Level),
        Just(Kind::Cumulative(Resets::Never)),
        Just(Kind::Cumulative(Resets::Yearly)),
        Just(Kind::KeepAtLeast),
        Just(Kind::KeepAtMost),
        Just(Kind::Trend(Direction::Up)),
    ]
}

fn any_path() -> impl Strategy<Value = Path> {
    let points = prop::collection::vec((0i32..80, value()), 0..4).prop_map(|mut points| {
        points.sort_by_key(|(at, _)| *at);
        Path::Points(points.into_iter().map(|(at, value)| (later(at), value)).collect())
    });
    prop_oneof![Just(Path::Linear), Just(Path::YearEnd), points]
}

/// So many months after the baseline, the end of 2022.
fn later(months: i32) -> Period {
    Period::Month(Month(month("2022-12").0 + months))
}

fn target(at: i32, word: Word, value: f64) -> Target {
    Target { by: later(at), word, value, place: Place::default() }
}

fn any_targets() -> impl Strategy<Value = Vec<Target>> {
    let word = prop_oneof![Just(Word::Over), Just(Word::Reach), Just(Word::Under), Just(Word::Within)];
    (prop::collection::vec((0i32..80, value()), 0..4), word).prop_map(|(mut targets, word)| {
        targets.sort_by_key(|(at, _)| *at);
        targets.into_iter().map(|(at, value)| target(at, word, value)).collect()
    })
}

/// An indicator of any shape, sensible or not: `content` finds fault with it, this room must survive it.
fn any_indicator() -> impl Strategy<Value = Indicator> {
    let figures = prop::collection::vec((-6i32..90, value()), 0..8);
    let change = prop::option::of((0i32..80, any_targets()));
    (any_kind(), any_path(), prop::option::of(value()), any_targets(), figures, change).prop_map(
        |(kind, path, base, targets, mut figures, change)| {
            figures.sort_by_key(|(at, _)| *at);
            figures.dedup_by_key(|(at, _)| *at);
            let mut indicator = indicator(kind);
            (indicator.path, indicator.targets) = (path, targets);
            if let Some(value) = base {
                indicator = indicator.base("2022=0");
                indicator.baseline.as_mut().unwrap().value = value;
            }
            if let Some((from, targets)) = change {
                indicator = indicator.changed(&later(from).to_string(), "");
                indicator.changes[0].targets = targets;
            }
            for (at, value) in figures {
                let mut one = level("", "").figures(&format!("{}=0", later(at)));
                one.newest().value = value;
                indicator.figures.append(&mut one.figures);
            }
            indicator
        },
    )
}

fn finite(standing: &Standing) -> bool {
    let need = standing.need.as_ref();
    let numbers = [
        standing.planned,
        standing.attained,
        standing.due,
        standing.gap,
        standing.gap_points,
        standing.gap_months,
        standing.had,
        need.map(|need| need.rest),
        need.map(|need| need.monthly),
    ];
    numbers.into_iter().flatten().all(f64::is_finite)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_panics_and_prints_only_numbers(indicator in any_indicator(), day in 0i32..100) {
        let standing = indicator.on(&later(day).last().last_day().to_string());
        prop_assert!(finite(&standing), "{standing:?}");
        for language in [Language::Chinese, Language::English] {
            let text = sentence(&indicator, &standing, language);
            prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
        }
        // A status for each figure seen, and never a word without one.
        prop_assert_eq!(standing.history.len(), standing.newest.map_or(0, |newest| newest + 1));
        prop_assert_eq!(standing.newest.is_none(), standing.status == Status::NoData);
    }

    #[test]
    fn the_sign_of_the_gap_agrees_with_the_status(
        base in 0i32..50, rise in 1i32..200, at in 0i32..60, value in -50i32..300,
    ) {
        for (sign, word) in [(1.0, Word::Reach), (-1.0, Word::Within)] {
            let mut indicator = level("2022=0", "").figures(&format!("{}=0", later(at)));
            indicator.baseline.as_mut().unwrap().value = sign * f64::from(base);
            indicator.targets = vec![target(60, word, sign * f64::from(base + rise))];
            indicator.newest().value = sign * f64::from(value);
            let standing = indicator.on(&later(at).last().last_day().to_string());
            let gap = sign * standing.gap.unwrap();
            match standing.status {
                Status::Ahead => prop_assert!(gap > 0.0),
                Status::OnSchedule | Status::NotDue => prop_assert!(gap > -1e-4, "{gap}"),
                Status::SlightlyBehind | Status::Behind | Status::FarBehind => prop_assert!(gap < 0.0, "{gap}"),
                Status::AchievedEarly => prop_assert!(gap >= 0.0),
                other => prop_assert!(false, "{other:?}"),
            }
            let months = standing.gap_months.unwrap();
            prop_assert!(months * gap >= 0.0, "{months} {gap}");
        }
    }

    #[test]
    fn the_path_rises_where_its_targets_rise(
        base in -50i32..50, rises in prop::collection::vec(0i32..100, 1..5), at in -5i32..80,
    ) {
        let mut indicator = level("2022=0", "");
        indicator.baseline.as_mut().unwrap().value = f64::from(base);
        let mut value = base;
        for (n, rise) in (1i32..).zip(rises) {
            value += rise;
            indicator.targets.push(target(n * 12, Word::Reach, f64::from(value)));
        }
        for shape in [Path::Linear, Path::YearEnd] {
            indicator.path = shape;
            let path = PlannedPath::new(&indicator, month("2022-12"));
            let (now, next) = (path.at(later(at).last()).unwrap(), path.at(later(at + 1).last()).unwrap());
            prop_assert!(now <= next && f64::from(base) <= now && next <= f64::from(value));
        }
    }

    #[test]
    fn months_lead_back_to_the_path(rise in 1i32..500, at in 1i32..60, value in 0i32..500) {
        // Where the value lies on the path, the path has that value so many months from now.
        let mut indicator = level("2022=0", "");
        indicator.targets = vec![target(60, Word::Reach, f64::from(rise))];
        let path = PlannedPath::new(&indicator, month("2022-12"));
        let value = f64::from(value.min(rise));
        let months = path.months_ahead(later(at).last(), value, Direction::Up).unwrap();
        prop_assert!((f64::from(rise) * (f64::from(at) + months) / 60.0 - value).abs() < 1e-6);
    }
}
