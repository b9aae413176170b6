//! The rule that decided, as it is written down: true as printed, whatever was rounded.

use super::super::{Worded, working};
use super::build::*;
use crate::model::{Bands, Indicator, Language, Measure};

/// The status and its rule in a language, on a day.
fn rule(indicator: &Indicator, day: &str, bands: &Bands, language: Language) -> String {
    let standing = indicator.on(day);
    let steps = working(indicator, &standing, bands, language);
    let status = standing.status.word(language);
    let step = steps.iter().find(|step| step.value == status).unwrap();
    format!("{} {}", step.value, step.how)
}

#[test]
fn every_status_says_the_comparison_that_decided_it() {
    let plan = || level("2022=100", "2025>160 2027>200");
    let cases = [
        (plan().figures("2024-06=128"), "2024-07-15", "略有滞后 −2 ≤ −1.2 < 0（个月）"),
        (plan().figures("2024-06=130"), "2024-07-15", "达进度 0 ≤ 0 < 2（个月）"),
        (plan().figures("2024-06=140"), "2024-07-15", "超进度 2 ≤ 6（个月）"),
        (plan().figures("2024-06=124"), "2024-07-15", "滞后 −6 ≤ −3.6 < −2（个月）"),
        (plan().figures("2024-06=101"), "2024-07-15", "严重滞后 −17.4 < −6（个月）"),
        // 126.666 is −2.0004 months off: with one decimal the sum would not come out.
        (plan().figures("2024-06=126.666"), "2024-07-15", "滞后 −6 ≤ −2.0004 < −2（个月）"),
        (plan().figures("2024-06=201"), "2024-07-15", "提前达到 201 > 200，成立"),
        (plan().figures("2027-12=200"), "2028-01-15", "到期未完成 200 > 200，不成立"),
        (plan().figures("2027-12=201"), "2028-01-15", "已完成 201 > 200，成立"),
        (plan().figures("2027-06=190"), "2028-01-15", "待验收 最后期限已过，到期的数尚未公布"),
        (level("", "2025>160").figures("2024-06=128"), "2024-07-15", "基数未公布 没有基数，到期之前不评"),
        (plan().year_end().figures("2024-06=128"), "2024-07-15", "未到时点 当期应达数即基数，且不差于基数"),
        (plan().year_end().figures("2026-06=150"), "2026-07-15", "滞后 差于当期应达数"),
        (plan().year_end().figures("2026-06=161"), "2026-07-15", "达进度 不差于当期应达数"),
        (at_least("2024>=95 2025>=95").figures("2024-06=94.5"), "2024-07-15", "滞后 94.5 ≥ 95，不成立"),
        (at_most("2025<=10").figures("2024-06=9"), "2024-07-15", "达进度 9 ≤ 10，成立"),
    ];
    for (indicator, day, expected) in cases {
        assert_eq!(rule(&indicator, day, &Bands::default(), Language::Chinese), expected);
    }
}

#[test]
fn bands_in_points_and_english_say_their_unit() {
    let plan = level("2022=100", "2025>160").figures("2024-06=128");
    let english = rule(&plan, "2024-07-15", &Bands::default(), Language::English);
    assert_eq!(english, "slightly behind −2 ≤ −1.2 < 0 (months)");
    let points = Bands { measure: Measure::Points, edges: [10.0, 0.0, -5.0, -20.0] };
    let standing = plan.on("2024-07-15");
    let steps = working(&plan, &standing, &points, Language::Chinese);
    assert!(steps.iter().any(|step| step.how == "−5 ≤ −3.3 < 0（个百分点）"), "{steps:#?}");
}

#[test]
fn nothing_is_worked_out_without_a_figure_or_of_steps() {
    for indicator in [level("2022=100", "2025>160"), fund("0=2024-06-18")] {
        let standing = indicator.on("2024-07-15");
        assert!(working(&indicator, &standing, &Bands::default(), Language::Chinese).is_empty());
    }
}
