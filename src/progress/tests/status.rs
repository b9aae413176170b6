//! Every status of a level, in the order of the table.

use super::build::*;
use crate::model::{Bands, Indicator, Measure};
use crate::progress::{Status, assess};

/// 100 at the end of 2022; more than 160 by 2025, more than 200 by 2027: the worked example.
fn firms(figures: &str) -> Indicator {
    level("2022=100", "2025>160 2027>200").figures(figures)
}

#[test]
fn the_table_from_the_top() {
    #[rustfmt::skip]
    let cases = [
        ("nothing reported", firms(""), "2024-07-20", "no-data"),
        // 2027-12 is past and only November is known: the last word is not spoken, even though 201 would do.
        ("the last figure is missing", firms("2027-11=201"), "2028-01-20", "awaiting planned 198.333333 gap 2.666667 months 1"),
        ("on the deadline's last day it is not past", firms("2027-11=201"), "2027-12-31", "achieved-early planned 198.333333 gap 2.666667 months 1"),
        ("more than 200 is 201", firms("2027-12=201"), "2028-01-20", "achieved planned 200 gap 1 months 0"),
        ("200 is not more than 200", firms("2027-12=200"), "2028-01-20", "missed planned 200 gap 0 months 0"),
        ("reached after the end", firms("2027-12=195 2028-03=201"), "2028-04-20", "achieved planned 200 gap 1 months 0"),
        ("short after the end", firms("2028-03=190"), "2028-04-20", "missed planned 200 gap -10 months -9"),
        ("two years early", firms("2025-12=201"), "2026-01-20", "achieved-early planned 160 gap 41 months 24"),
        ("and lost again", firms("2025-12=201 2026-01=158"), "2026-02-20", "behind planned 161.666667 gap -3.666667 months -2.2"),
        ("no baseline published", level("", "2025>160 2027>200").figures("2024-06=128"), "2024-07-20", "no-baseline"),
        ("no baseline, but the end decides", level("", "2025>160").figures("2025-12=161"), "2026-01-20", "achieved"),
        ("no baseline, reached early", level("", "2025>160").figures("2024-06=161"), "2024-07-20", "achieved-early"),
        ("at the baseline nothing is due", firms("2022-12=100"), "2023-01-20", "not-due planned 100 gap 0 months 0"),
        ("before the baseline neither", firms("2022-06=104"), "2022-07-20", "not-due planned 100 gap 4 months 8.4"),
        ("short before the path begins is not on schedule", firms("2022-12=98"), "2023-01-20", "slightly-behind planned 100 gap -2 months 0"),
        ("exactly two months ahead", firms("2024-06=133.333333333333"), "2024-07-20", "ahead planned 130 gap 3.333333 months 2"),
        ("a little less", firms("2024-06=133"), "2024-07-20", "on-schedule planned 130 gap 3 months 1.8"),
        ("on the path", firms("2024-06=130"), "2024-07-20", "on-schedule planned 130 gap 0 months 0"),
        ("the worked example", firms("2024-06=128"), "2024-07-20", "slightly-behind planned 130 gap -2 months -1.2"),
        ("exactly two months behind", firms("2024-06=126.666666666667"), "2024-07-20", "slightly-behind planned 130 gap -3.333333 months -2"),
        ("a little more", firms("2024-06=126"), "2024-07-20", "behind planned 130 gap -4 months -2.4"),
        ("exactly six months behind", firms("2024-06=120"), "2024-07-20", "behind planned 130 gap -10 months -6"),
        ("more than six", firms("2024-06=119"), "2024-07-20", "far-behind planned 130 gap -11 months -6.6"),
        ("below the baseline: since the baseline", firms("2024-06=95"), "2024-07-20", "far-behind planned 130 gap -35 months -18"),
        ("no target was ever set", level("2022=100", "").figures("2024-06=128"), "2024-07-20", "not-judged"),
    ];
    check(
        cases.into_iter().map(|(why, indicator, day, expected)| (why, summary(&indicator.on(day)), expected)),
    );
}

#[test]
fn downwards_less_is_better() {
    let days = |figures: &str| level("2022=80", "2026<=32").figures(figures);
    #[rustfmt::skip]
    let cases = [
        ("half way at half time", days("2024-12=56"), "2025-01-20", "on-schedule planned 56 gap 0 months 0"),
        ("faster", days("2024-12=50"), "2025-01-20", "ahead planned 56 gap -6 months 6"),
        ("slower", days("2024-12=57"), "2025-01-20", "slightly-behind planned 56 gap 1 months -1"),
        ("worse than at the start", days("2024-12=90"), "2025-01-20", "far-behind planned 56 gap 34 months -24"),
        ("within 32 is 32", days("2026-12=32"), "2027-01-20", "achieved planned 32 gap 0 months 0"),
        ("under 32 is not 32", level("2022=80", "2026<32").figures("2026-12=32"), "2027-01-20", "missed planned 32 gap 0 months 0"),
        ("reached early", days("2024-12=30"), "2025-01-20", "achieved-early planned 56 gap -26 months 24"),
    ];
    check(
        cases.into_iter().map(|(why, indicator, day, expected)| (why, summary(&indicator.on(day)), expected)),
    );
}

#[test]
fn the_clock_is_the_figures_period_not_the_build() {
    // June's figure says the same in July and a year later: only the last deadline and `stale` know the day.
    for day in ["2024-06-30", "2024-07-20", "2025-07-20"] {
        assert_eq!(summary(&firms("2024-06=128").on(day)), "slightly-behind planned 130 gap -2 months -1.2");
    }
    // Later periods are as if not yet written.
    let later = firms("2024-06=128 2024-07=140");
    assert_eq!(later.on("2024-07-30").newest, Some(0));
    assert_eq!(later.on("2024-07-31").newest, Some(1));
    assert_eq!(later.on("2024-06-29").status, Status::NoData);
}

#[test]
fn a_figure_is_known_from_the_day_of_its_data() {
    // Published late is not known late: what counts is the day of the data, and a figure has no other.
    let mut late = firms("2024-06=128");
    assert_eq!(late.on("2024-07-20").newest, Some(0));
    // Data gathered before the month is over still stand for its end.
    gathered(late.newest(), date("2024-06-25"));
    assert_eq!(summary(&late.on("2024-06-26")), "slightly-behind planned 130 gap -2 months -1.2");
}

#[test]
fn quarters_and_years_count_as_their_last_month() {
    for figures in ["2024-06=128", "2024-Q2=128"] {
        assert_eq!(
            summary(&firms(figures).on("2024-07-20")),
            "slightly-behind planned 130 gap -2 months -1.2"
        );
    }
    assert_eq!(summary(&firms("2024=140").on("2025-01-20")), "on-schedule planned 140 gap 0 months 0");
}

#[test]
fn bands_are_asked_with_six_decimals() {
    // 3 x 0.1 is 0.30000000000000004 in binary: dust must not make anyone late.
    let dust = level("2022=0", "2024-08>=2").figures("2023-03=0.3");
    assert_eq!(dust.on("2023-04-20").status, Status::OnSchedule);
    // 0.0000004 months is no delay, 0.000001 is one.
    assert_eq!(firms("2024-06=129.9999994").on("2024-07-20").status, Status::OnSchedule);
    assert_eq!(firms("2024-06=129.999998").on("2024-07-20").status, Status::SlightlyBehind);
}

#[test]
fn shares_of_the_way() {
    let standing = firms("2024-06=128").on("2024-07-20");
    assert_eq!((standing.attained, standing.due), (Some(0.28), Some(0.3)));
    assert!((standing.gap_points.unwrap() + 2.0).abs() < 1e-9);
}

#[test]
fn bands_in_points_where_a_site_asks() {
    let bands = Bands { measure: Measure::Points, edges: [5.0, 0.0, -5.0, -20.0] };
    let status = |indicator: Indicator| {
        assess(&policy(vec![indicator], &[]), date("2025-07-20"), &bands).standings[0].status
    };
    for (figures, expected) in [
        ("2025-06=55", Status::Ahead),
        ("2025-06=54.9", Status::OnSchedule),
        ("2025-06=45", Status::SlightlyBehind),
        ("2025-06=44.9", Status::Behind),
        ("2025-06=29.9", Status::FarBehind),
    ] {
        assert_eq!(status(level("2022=0", "2027>=100").figures(figures)), expected, "{figures}");
    }
    // No way to go has no points: short is behind, and no number is invented.
    assert_eq!(status(level("2022=50", "2027>=50").figures("2025-06=45")), Status::Behind);
}

#[test]
fn a_path_in_steps_knows_no_months() {
    let steps = |figures: &str| level("2022=100", "2025>160 2026>180 2027>200").figures(figures).year_end();
    #[rustfmt::skip]
    let cases = [
        ("before the first deadline nothing is due", steps("2024-06=128"), "2024-07-20", "not-due planned 100 gap 28"),
        ("but the baseline is to be held", steps("2024-06=99"), "2024-07-20", "behind planned 100 gap -1"),
        ("the last value reached is kept", steps("2026-06=170"), "2026-07-20", "on-schedule planned 160 gap 10"),
        ("the next target met too", steps("2026-06=181"), "2026-07-20", "ahead planned 160 gap 21"),
        ("the last value lost", steps("2026-06=159"), "2026-07-20", "behind planned 160 gap -1"),
        ("160 is not short of a planned 160; its own verdict is stricter", steps("2025-12=160"), "2026-01-20", "on-schedule planned 160 gap 0"),
        ("at the end as always", steps("2027-12=201"), "2028-01-20", "achieved planned 200 gap 1"),
    ];
    check(
        cases.into_iter().map(|(why, indicator, day, expected)| (why, summary(&indicator.on(day)), expected)),
    );
}

#[test]
fn gaps_in_the_data_change_nothing() {
    // The newest figure speaks, however long before it nobody did; a missing month is neither zero nor a fall.
    let gap = firms("2023-01=101 2024-06=128");
    assert_eq!(summary(&gap.on("2024-07-20")), "slightly-behind planned 130 gap -2 months -1.2");
    assert_eq!(gap.on("2024-07-20").history.len(), 2);
}

#[test]
fn history_reads_each_figure_at_its_own_end() {
    let standing = firms("2022-12=100 2023-06=111 2024-06=128 2025-12=161").on("2028-06-30");
    let statuses: Vec<Status> = standing.history.iter().map(|(_, status)| *status).collect();
    // Only today is 2027's figure awaited; at the time it was not.
    assert_eq!(statuses, [Status::NotDue, Status::OnSchedule, Status::SlightlyBehind, Status::OnSchedule]);
    assert_eq!(standing.status, Status::Awaiting);
}
