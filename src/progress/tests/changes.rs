//! Later documents that changed targets: the old path holds until then, promises stay on record.

use super::build::*;
use crate::model::Indicator;
use crate::progress::rounding::six;
use crate::progress::{PlannedPath, Status};

/// From March 2025 on the targets are 150 for 2025 and 190 for 2027, instead of 160 and 200.
fn lowered() -> Indicator {
    level("2022=100", "2025>160 2027>200").changed("2025-03", "2025>150 2027>190")
}

fn path(indicator: &Indicator) -> PlannedPath {
    PlannedPath::new(indicator, month("2022-12"))
}

#[test]
fn the_old_path_holds_until_the_change() {
    let path = path(&lowered());
    let cases = [
        ("2024-06", 130.0),
        ("2025-02", 143.333333), // still the old one
        ("2025-03", 144.0),      // from there to 150 in ten months
        ("2025-12", 150.0),
        ("2026-12", 170.0),
    ];
    for (when, planned) in cases {
        assert_eq!(path.at(month(when)).map(six), Some(planned), "{when}");
    }
    // The cut itself is in no document.
    assert!(!path.is_given(month("2025-02")));
}

#[test]
fn status_before_and_after_a_change() {
    let before = lowered().figures("2024-06=128");
    assert_eq!(summary(&before.on("2025-06-30")), "slightly-behind planned 130 gap -2 months -1.2");
    let after = lowered().figures("2025-12=151");
    assert_eq!(summary(&after.on("2026-01-20")), "on-schedule planned 150 gap 1 months 0.6");
}

#[test]
fn targets_stay_on_record() {
    let lowered = |figures: &str| lowered().figures(figures);
    let restated = level("2022=100", "2025>160 2027>200").changed("2025-03", "2025>160 2027>190");
    let delayed = level("2022=100", "2025>160 2027>200").changed("2026-03", "2028>200");
    #[rustfmt::skip]
    let cases = [
        ("replaced", lowered("2025-12=151"), "2026-01-20", "2025* pending, 2025 met 2025-12, 2027* pending, 2027 pending"),
        ("before the change was in force nobody had replaced anything", lowered("2024-06=128"), "2024-07-20", "2025 pending, 2027 pending"),
        ("a target restated is not replaced", restated.figures("2025-06=150"), "2025-07-20", "2025 pending, 2027* pending, 2027 pending"),
        // 2025 was missed; only then is the end put off to 2028. The miss stays.
        ("a later document does not mend a broken promise", delayed.figures("2025-12=150 2026-06=160"), "2026-07-20", "2025 missed 2025-12, 2027* pending, 2028 pending"),
    ];
    check(cases.into_iter().map(|(why, case, day, expected)| (why, verdicts(&case.on(day)), expected)));
}

#[test]
fn need_asks_for_the_targets_in_force() {
    let need = |day: &str| lowered().figures("2024-06=128").on(day).need.unwrap();
    assert_eq!(need("2024-07-20").rest, 33.0);
    // In March the figure is still June's, but what is asked of it is 150.
    assert_eq!(need("2025-03-20").rest, 23.0);
}

#[test]
fn the_last_deadline_is_the_one_in_force_today() {
    // The end was 2025; a document of October moved it to 2026: in January nothing is awaited.
    let moved = level("2022=100", "2025>160").changed("2025-10", "2026>160").figures("2025-09=154");
    assert_eq!(moved.on("2026-01-20").status, Status::SlightlyBehind);
    // And where the end is drawn nearer, it is awaited.
    let nearer = level("2022=100", "2027>160").changed("2025-10", "2025>140").figures("2025-09=130");
    assert_eq!(nearer.on("2026-01-20").status, Status::Awaiting);
}

#[test]
fn two_changes_and_one_from_the_start() {
    let twice = level("2022=100", "2027>200").changed("2024", "2027>190").changed("2026", "2027>170");
    for (when, planned) in [("2023-12", 120.0), ("2025-12", 155.0), ("2027-12", 170.0)] {
        assert_eq!(path(&twice).at(month(when)), Some(planned), "{when}");
    }
    // A change before the path begins replaces all but its start.
    let early = level("2022=100", "2027>200").changed("2021", "2027>160");
    assert_eq!(path(&early).at(month("2025-06")), Some(130.0));
}

#[test]
fn a_yearly_total_changed_within_its_year() {
    // 120 a year; from July on 180: 60 at the end of June, then 20 a month.
    let changed = yearly("2024>=120 2025>=120").changed("2024-07", "2024>=180 2025>=240");
    for (when, planned) in [("2024-06", 60.0), ("2024-09", 120.0), ("2024-12", 180.0), ("2025-06", 120.0)] {
        assert_eq!(path(&changed).at(month(when)), Some(planned), "{when}");
    }
}
