//! What is needed, what there was, and when that would do.

use super::build::*;
use crate::model::{Indicator, Period, number};
use crate::progress::{Forecast, counts_whole, forecast};

/// `2025: 33 in 18 months`.
fn need(indicator: &Indicator, day: &str) -> String {
    indicator.on(day).need.map_or("none".into(), |need| {
        format!("{}: {} in {} months", need.target.by, number(need.rest), need.months)
    })
}

#[test]
fn what_is_needed() {
    let firms = |figures: &str| level("2022=100", "2025>160 2027>200").figures(figures);
    #[rustfmt::skip]
    let cases = [
        // More than 160 firms are 161: from 128 it takes 33, not 32.
        ("strict and whole", firms("2024-06=128"), "2024-07-20", "2025: 33 in 18 months"),
        ("inclusive", level("2022=100", "2025>=160").figures("2024-06=128"), "2024-07-20", "2025: 32 in 18 months"),
        // A fraction shows that it is no count of things: then the difference is all that can be said.
        ("strict, not whole", firms("2024-06=128.5"), "2024-07-20", "2025: 31.5 in 18 months"),
        ("strict, a rate", level("2022=50", "2025>60").named("覆盖率", "%").figures("2024-06=55"), "2024-07-20", "2025: 5 in 18 months"),
        ("strict, money", level("2022=50", "2025>60").named("投资额", "亿元").figures("2024-06=55"), "2024-07-20", "2025: 5 in 18 months"),
        ("down and strict", level("2022=80", "2025<40").figures("2024-06=60"), "2024-07-20", "2025: 21 in 18 months"),
        ("down and inclusive", level("2022=80", "2025<=40").figures("2024-06=60"), "2024-07-20", "2025: 20 in 18 months"),
        ("the interim target is met, the last is next", firms("2024-06=170"), "2024-07-20", "2027: 31 in 42 months"),
        ("exactly 160 lacks one", firms("2024-06=160"), "2024-07-20", "2025: 1 in 18 months"),
        ("a missed deadline is not next", firms("2025-12=150"), "2026-01-20", "2027: 51 in 24 months"),
        ("at least one month", firms("2025-11=150"), "2025-12-20", "2025: 11 in 1 months"),
        ("all reached", firms("2024-06=201"), "2024-07-20", "none"),
        ("over", firms("2027-12=150"), "2028-01-20", "none"),
        ("no baseline, but a rest", level("", "2025>160").figures("2024-06=128"), "2024-07-20", "2025: 33 in 18 months"),
        ("a year's total asks within its year", yearly("2024>=120 2025>=240").figures("2024-06=50"), "2024-07-20", "2024: 70 in 6 months"),
        ("and not in the next", yearly("2024>=120 2025>=240").figures("2024-12=120"), "2025-01-20", "none"),
        ("nothing reported", firms(""), "2024-07-20", "none"),
    ];
    check(cases.into_iter().map(|(why, case, day, expected)| (why, need(&case, day), expected)));
    let monthly = firms("2024-06=128").on("2024-07-20").need.unwrap().monthly;
    assert!((monthly - 33.0 / 18.0).abs() < 1e-12);
}

#[test]
fn whole_things_are_counted() {
    for unit in ["家", "个", "人", "项", "分钟"] {
        assert!(counts_whole(&level("2022=1", "2025>2").named("", unit)), "{unit}");
    }
    for unit in ["%", "亿元", "万人", "公里", "平方米", "百分点"] {
        assert!(!counts_whole(&level("2022=1", "2025>2").named("", unit)), "{unit}");
    }
}

#[test]
fn what_there_was() {
    let had = |indicator: &Indicator, day: &str| {
        let standing = indicator.on(day);
        standing
            .had
            .zip(standing.had_months)
            .map_or("none".into(), |(had, months)| format!("{had} over {months}"))
    };
    let firms = |figures: &str| level("2022=100", "2025>160").figures(figures);
    #[rustfmt::skip]
    let cases = [
        ("twelve months back", firms("2023-05=101 2023-06=116 2023-12=119 2024-06=128"), "2024-07-20", "1 over 12"),
        // June 2023 is not there: the earliest after it, over its own months.
        ("a gap", firms("2023-05=101 2023-09=119 2024-06=128"), "2024-07-20", "1 over 9"),
        ("since the baseline, if shorter", firms("2023-06=109"), "2023-07-20", "1.5 over 6"),
        ("the baseline is the twelfth month", firms("2023-06=106 2023-12=118"), "2024-01-20", "1.5 over 12"),
        ("nothing within twelve months", firms("2024-06=128"), "2024-07-20", "none"),
        ("falling", firms("2023-06=140 2024-06=128"), "2024-07-20", "-1 over 12"),
        ("a year's total since January", yearly("2024>=120").figures("2023-12=300 2024-06=48"), "2024-07-20", "8 over 6"),
        ("a total since the policy began", total("2027>=60").figures("2023-06=9"), "2023-07-20", "1.5 over 6"),
    ];
    check(cases.into_iter().map(|(why, case, day, expected)| (why, had(&case, day), expected)));
}

#[test]
fn when_that_would_do() {
    let when = |indicator: &Indicator| match indicator.on("2024-07-20").forecast {
        None => "none".to_owned(),
        Some(Forecast::Month(month)) => Period::Month(month).to_string(),
        Some(Forecast::TooFew) => "too few".to_owned(),
        Some(Forecast::Never) => "never".to_owned(),
    };
    let firms = |figures: &str| level("2022=100", "2025>160 2027>200").figures(figures);
    let down = |figures: &str| level("2022=80", "2026<=32").figures(figures);
    let one_a_month = "2024-01=1 2024-02=2 2024-03=3 2024-04=4 2024-05=5 2024-06=6";
    #[rustfmt::skip]
    let cases = [
        ("33 firms at 1.5 a month: 22 months", firms("2023-06=110 2023-09=115 2023-12=119 2024-03=124 2024-05=126 2024-06=128"), "2026-04"),
        ("five observations", firms("2023-09=115 2023-12=119 2024-03=124 2024-05=126 2024-06=128"), "too few"),
        ("standing still", firms("2023-06=128 2023-09=128 2023-12=128 2024-03=128 2024-05=128 2024-06=128"), "never"),
        ("falling", firms("2023-06=130 2023-09=128 2023-12=128 2024-03=128 2024-05=128 2024-06=128"), "never"),
        ("so slow that it is no forecast", firms("2023-06=127.999 2023-09=128 2023-12=128 2024-03=128 2024-05=128 2024-06=128"), "never"),
        ("downwards, falling is forward", down("2023-06=72 2023-09=70 2023-12=68 2024-03=64 2024-05=62 2024-06=60"), "2026-10"),
        // At one a month it takes ten years, and each January it starts again.
        ("a year's total has no next year", yearly("2024>=120").figures(one_a_month), "never"),
        ("a year's total in time", yearly("2024>=12").figures(one_a_month), "2024-12"),
        ("nothing is asked any more", firms("2024-06=201"), "none"),
    ];
    check(cases.into_iter().map(|(why, case, expected)| (why, when(&case), expected)));
}

#[test]
fn each_target_can_be_asked() {
    let firms = level("2022=100", "2025>160 2027>200")
        .figures("2023-06=116 2023-09=118 2023-12=120 2024-03=124 2024-05=126 2024-06=128");
    let standing = firms.on("2024-07-20");
    let months: Vec<_> = firms.targets.iter().map(|target| forecast(&firms, &standing, target)).collect();
    // 1 a month: 33 months and 73 months.
    assert_eq!(months, [Some(Forecast::Month(month("2027-03"))), Some(Forecast::Month(month("2030-07")))]);
}
