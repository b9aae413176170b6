//! Shared phrases, words and shapes.

use super::build::*;
use crate::model::{Bands, Direction, Indicator, Language, Measure};
use crate::progress::*;
use std::collections::BTreeSet;

const ZH: Language = Language::Chinese;
const EN: Language = Language::English;

#[test]
fn the_share_of_a_target_is_no_completion() {
    let share = |indicator: Indicator| share_of_target(&indicator, &indicator.on("2024-07-20"), ZH);
    let firms = |figures: &str| level("2022=100", "2025>160 2027>200").figures(figures);
    assert_eq!(share(firms("2024-06=128")).as_deref(), Some("相当于2027年目标的64%"));
    assert_eq!(share(firms("2024-06=201")).as_deref(), Some("相当于2027年目标的101%"));
    assert_eq!(share(firms("2024-06=200")).as_deref(), Some("相当于2027年目标的100%"));
    // Almost is not a hundred.
    assert_eq!(share(firms("2024-06=199.9")).as_deref(), Some("相当于2027年目标的99%"));
    // Of what is to fall, of a bound, of nothing reported it says nothing.
    assert_eq!(share(level("2022=80", "2025<=40").figures("2024-06=60")), None);
    assert_eq!(share(at_least("2025>=90").figures("2024-06=92")), None);
    assert_eq!(share(firms("")), None);
    let firms = firms("2024-06=128");
    let english = share_of_target(&firms, &firms.on("2024-07-20"), EN);
    assert_eq!(english.as_deref(), Some("equal to 64% of the target for 2027"));
}

#[test]
fn targets_amounts_and_baselines() {
    let words = |text: &str, unit: &str| {
        let target = level("", text).targets[0];
        [target_words(&target, unit, ZH), target_words(&target, unit, EN)]
    };
    assert_eq!(words("2025>1600", "家"), ["超过1,600家", "more than 1,600 家"]);
    assert_eq!(words("2025>=60", "%"), ["达到60%", "at least 60%"]);
    assert_eq!(words("2025<40", "件"), ["低于40件", "below 40 件"]);
    assert_eq!(words("2025<=40", "件"), ["控制在40件以内", "at most 40 件"]);
    let baseline = level("2022=100", "").baseline.unwrap();
    assert_eq!(baseline_words(&baseline, "家", ZH), "2022年底100家");
    assert_eq!(baseline_words(&baseline, "家", EN), "100 家 at the end of 2022");
    assert_eq!(below_baseline_word(Direction::Down, ZH), "高于基数");
}

#[test]
fn the_legend_names_every_band() {
    let points = Bands { measure: Measure::Points, edges: [5.0, 0.0, -10.0, -30.0] };
    assert_eq!(
        legend(&Bands::default(), ZH),
        "序时进度，是按时间折算、到当期应达到的数，简称“应达”。实际数与应达相比：快2个月及以上为超进度；\
         持平，或快不到2个月，为达进度；慢不超过2个月为略有滞后；慢超过2个月、不超过6个月为滞后；\
         慢超过6个月为严重滞后。"
    );
    assert!(legend(&points, ZH).contains("低超过10个百分点、不超过30个百分点为滞后"));
    assert!(legend(&points, EN).contains("5 percentage points ahead or more: ahead of schedule"));
    let apart = Bands { measure: Measure::Months, edges: [1.0, -1.0, -3.0, -6.0] };
    assert!(legend(&apart, ZH).contains("慢1个月至快1个月（不含）为达进度"));
    assert!(legend(&apart, ZH).contains("比慢6个月更差的为严重滞后"));
    assert!(legend(&apart, EN).contains("from 1 month behind to less than that: on schedule"));
}

#[test]
fn keys_are_unique_and_shapes_speak() {
    let statuses = [
        Status::NoData,
        Status::Awaiting,
        Status::Achieved,
        Status::Missed,
        Status::AchievedEarly,
        Status::NoBaseline,
        Status::NotDue,
        Status::Ahead,
        Status::OnSchedule,
        Status::SlightlyBehind,
        Status::Behind,
        Status::FarBehind,
        Status::NotJudged,
    ];
    assert_eq!(statuses.iter().map(|status| status.key()).collect::<BTreeSet<_>>().len(), statuses.len());
    assert_eq!(statuses.iter().map(|status| status.word(ZH)).collect::<BTreeSet<_>>().len(), statuses.len());
    // What is missing or not asked is never green.
    for neutral in [Status::NoData, Status::Awaiting, Status::NoBaseline, Status::NotDue, Status::NotJudged] {
        assert_eq!(neutral.family().shape(), '○');
    }
    let shapes = [Family::OnSchedule, Family::Ahead, Family::SlightlyBehind, Family::Behind, Family::Neutral];
    assert_eq!(shapes.map(Family::shape).iter().collect::<String>(), "●▲◣■○");
}
