//! The traps of other trackers, each with the answer a fair person would give (research/reporting.md 2.1, 2.8).
//!
//! Their case: baseline at the end of 2023, target for 2027, figure of 2025, so half of the time is gone.

use super::build::*;
use crate::progress::Status;

#[test]
fn half_of_the_time_is_gone() {
    let case = |base: &str, target: &str, figure: &str| {
        level(&format!("2023={base}"), &format!("2027{target}"))
            .figures(&format!("2025={figure}"))
            .on("2026-01-20")
    };
    #[rustfmt::skip]
    let cases = [
        // An exponential model calls this "substantial", ratio 1.00; on a straight plan 150 were due: four months late.
        ("141.4 of 100 -> 200", case("100", ">=200", "141.4"), "behind planned 150 gap -8.6 months -4.128"),
        // There: ratio 5.90, "substantial", because growth from zero is infinite. It is a fifth of what was due.
        ("10 of 0 -> 100", case("0", ">=100", "10"), "far-behind planned 50 gap -40 months -19.2"),
        // There: ratio 0.97, "substantial". It is as good as nothing.
        ("0.3 of 0 -> 100", case("0", ">=100", "0.3"), "far-behind planned 50 gap -49.7 months -23.856"),
        // There: ratio 0.31, "limited". It is exactly half way at half time.
        ("40 of 80 -> 0", case("80", "<=0", "40"), "on-schedule planned 40 gap 0 months 0"),
        // There: "moderate". It is seven eighths of the way at half time.
        ("10 of 80 -> 0", case("80", "<=0", "10"), "ahead planned 40 gap -30 months 18"),
        // There, with the direction forgotten: "target achieved". The word gives it, so it cannot be forgotten.
        ("60 of 50 -> 100", case("50", ">=100", "60"), "far-behind planned 75 gap -15 months -14.4"),
        // There: a division by zero. The level was to be held and has been lost: since the baseline.
        ("45 where 50 was to be held", case("50", ">=50", "45"), "far-behind planned 50 gap -5 months -24"),
        // Holding it is what was asked, and may yet be lost.
        ("50 where 50 was to be held", case("50", ">=50", "50"), "achieved-early planned 50 gap 0 months 0"),
        // Values that cross zero are "not available" there; a straight line does not mind.
        ("0 of -20 -> 20", case("-20", ">=20", "0"), "on-schedule planned 0 gap 0 months 0"),
        ("-16 of -20 -> -5", case("-20", ">=-5", "-16"), "far-behind planned -12.5 gap -3.5 months -11.2"),
    ];
    check(cases.into_iter().map(|(why, standing, expected)| (why, summary(&standing), expected)));
}

#[test]
fn no_share_of_no_way() {
    // s = 0: attained is none, not 0 %, not 100 %, not infinite.
    let standing = level("2023=50", "2027>=50").figures("2025=45").on("2026-01-20");
    assert_eq!((standing.attained, standing.due, standing.gap_points), (None, None, None));
}

#[test]
fn missing_is_never_zero_and_never_green() {
    // Imihigo's N/A returns 0 with the trend "on track".
    let standing = level("2022=100", "2025>160").on("2024-07-20");
    assert_eq!(standing.status, Status::NoData);
    assert_eq!((standing.planned, standing.gap, standing.attained, standing.need), (None, None, None, None));
}

#[test]
fn a_stock_that_starts_at_half_has_done_nothing_on_its_first_day() {
    // 100 of 200 is "50 % done" by raw completion; of the way it is 0.
    let standing = level("2022=100", "2027>200").figures("2023-01=100").on("2023-02-20");
    assert_eq!(standing.attained, Some(0.0));
    assert_eq!(standing.status, Status::SlightlyBehind);
}
