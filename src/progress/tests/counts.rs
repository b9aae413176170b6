//! Counts in rows that add up to a hundred.

use super::build::*;
use crate::model::{Bands, IndicatorRef};
use crate::progress::{Over, Status, assess, indicator_counts, percentages};

#[test]
fn shares_add_up_to_a_hundred() {
    // 金寨, 222 items: the page printed 72.9 for 162 of them and 4.1 for 9 so that the column came out; the
    // largest remainders are those of 162 (72.97) and 17 (7.66), so it is 73.0 and 4.0.
    assert_eq!(percentages(&[17, 162, 10, 24, 9]), [7.7, 73.0, 4.5, 10.8, 4.0]);
    assert_eq!(percentages(&[1, 1, 1]), [33.4, 33.3, 33.3]);
    assert_eq!(percentages(&[44, 11]), [80.0, 20.0]);
    assert_eq!(percentages(&[0, 5]), [0.0, 100.0]);
    assert_eq!(percentages(&[0, 0]), [0.0, 0.0]);
    assert!(percentages(&[]).is_empty());
    for counts in [vec![17, 162, 10, 24, 9], vec![1; 7], vec![1, 2, 3, 5, 8, 13, 21], vec![1, 999_999]] {
        let tenths: i64 = percentages(&counts).iter().map(|percent| (percent * 10.0).round() as i64).sum();
        assert_eq!(tenths, 1000, "{counts:?}");
    }
}

#[test]
fn indicators_by_computed_status_best_first() {
    let firms = |figures: &str| level("2022=100", "2025>160").figures(figures);
    let mut indicators = vec![firms(""), firms("2024-06=128"), firms("2024-06=170"), firms("2024-06=128")];
    indicators[3].same_as = Some(IndicatorRef { policy: "other".into(), indicator: "high-tech".into() });
    let policy = policy(indicators, &[]);
    let assessment = assess(&policy, date("2024-07-20"), &Bands::default());
    let counts = |over: Over| -> Vec<(Status, usize)> {
        indicator_counts(&policy, &assessment, over).iter().map(|count| (count.of, count.count)).collect()
    };
    assert_eq!(
        counts(Over::OnePolicy),
        [(Status::AchievedEarly, 1), (Status::SlightlyBehind, 2), (Status::NoData, 1)]
    );
    // A shared indicator counts once, where its data are.
    assert_eq!(
        counts(Over::AllPolicies),
        [(Status::AchievedEarly, 1), (Status::SlightlyBehind, 1), (Status::NoData, 1)]
    );
}
