//! Baselines, targets, paths, breakdowns and their sums.

use super::*;
use crate::model::{Kind, Path, Period, Resets};

const FILE: &str = "content/policies/p/indicators.yaml";

#[test]
fn mistakes_in_targets() {
    check(
        FILE,
        INDICATORS,
        &[
            ("by: 2027", "by: 2025", &["indicators.yaml:11:13 data/dates-turn-back"]),
            ("by: 2025", "by: 2022", &["indicators.yaml:10:13 data/dates-turn-back"]),
            ("over: 160", "under: 160", &["indicators.yaml:10:26 data/wrong-direction"]),
            ("over: 160", "over: 90", &["indicators.yaml:10:25 data/wrong-direction"]),
            ("over: 200", "over: 150", &["indicators.yaml:11:25 data/targets-turn-back"]),
            ("over: 200", "reach: 160", &[]),
            ("over: 200", "within: 200", &["indicators.yaml:11:27 data/wrong-direction"]),
            ("over: 200", "over: 200, reach: 210", &["indicators.yaml:11:37 data/target-word"]),
            ("over: 200", "above: 200", &["indicators.yaml:11:19 content/unknown-key"]),
            // A value that could not be read leads to nothing else.
            ("over: 200", "over: 1,200", &["indicators.yaml:11:25 yaml/comma-in-number"]),
            ("value: 100", "value: 1,000", &["indicators.yaml:8:36 yaml/comma-in-number"]),
            ("value: 100", "value: 一百", &["indicators.yaml:8:36 data/not-a-number"]),
            ("over: 200", "over: 9999999999999999", &["indicators.yaml:11:25 data/too-large"]),
            ("by: 2027", "by: 2027年", &["indicators.yaml:11:13 data/not-a-period"]),
            ("period: 2022", "period: 2022-13", &["indicators.yaml:8:23 data/no-such-date"]),
            ("kind: level", "kind: level\n  resets: yearly", &["indicators.yaml:5:3 data/not-for-kind"]),
            (
                "kind: level",
                "kind: keep-at-most",
                &[
                    "indicators.yaml:10:25 data/mixed-directions",
                    "indicators.yaml:11:25 data/mixed-directions",
                ],
            ),
            (
                "kind: level",
                "kind: level\n  due: { day: 32 }",
                &["indicators.yaml:5:15 data/not-a-whole-number"],
            ),
            (
                "kind: level",
                "kind: level\n  changes: [{ from: 2025-03, targets: [{ by: 2027, over: 180 }] }]",
                &["indicators.yaml:5:13 content/missing-key"],
            ),
            ("by: 2024-06, name", "by: 2025-06, name", &["indicators.yaml:25:28 data/dates-turn-back"]),
            ("完成登记", "签订协议", &["indicators.yaml:25:28 content/name-clash"]),
            (
                "kind: milestone",
                "kind: milestone\n  targets: []",
                &["indicators.yaml:23:3 data/not-for-kind"],
            ),
            ("value: 100", "value: 100.5", &["indicators.yaml:8:36 data/fraction"]),
        ],
    );
}

#[test]
fn mistakes_in_paths() {
    let with = |path: &str| INDICATORS.replacen("kind: level", &format!("kind: level\n  path: {path}"), 1);
    let cases: [(&str, &[&str]); 9] = [
        ("year-end", &[]),
        ("linear", &[]),
        ("{ 2023: 113, 2024: 135, 2026: 160 }", &[]),
        ("straight", &["indicators.yaml:5:9 content/unknown-word"]),
        ("{ 2023: 99 }", &["indicators.yaml:5:17 data/path-turns-back"]),
        ("{ 2024: 161 }", &["indicators.yaml:5:17 data/path-turns-back"]),
        ("{ 2025: 150 }", &["indicators.yaml:5:17 data/path-turns-back"]),
        ("{ 今年: 150 }", &["indicators.yaml:5:11 data/not-a-period"]),
        ("{ from: towns }", &["indicators.yaml:5:17 content/unknown-breakdown"]),
    ];
    for (path, expected) in cases {
        assert_eq!(tiny(&[(FILE, &with(path))]).problems(), expected, "{path}");
    }
}

#[test]
fn a_path_from_a_breakdown_is_its_sums() {
    let indicators = INDICATORS
        .replacen("kind: level", "kind: level\n  path: { from: townships }", 1)
        .replacen("columns: [2022, 2025]", "columns: [2022, 2023, 2025]", 1)
        .replacen("[60, 100]", "[60, 70, 100]", 1)
        .replacen("[40, ~]", "[40, 43, ~]", 1);
    let site = tiny(&[(FILE, &indicators)]).fine();
    assert_eq!(site.policies[0].indicators[0].path, Path::Points(vec![(Period::Year(2023), 113.0)]));
}

#[test]
fn mistakes_in_breakdowns() {
    check(
        FILE,
        INDICATORS,
        &[
            ("[60, 100]", "[60, 100, 3]", &["indicators.yaml:17:15 data/cells-count"]),
            ("[60, 100]", "60", &["indicators.yaml:17:15 data/row-not-a-list"]),
            ("[60, 100]", "[60, 很多]", &["indicators.yaml:17:20 data/not-a-number"]),
            ("龙都街道", "gaofeng", &["indicators.yaml:18:9 data/row-twice"]),
            ("龙都街道", "龙都乡", &["indicators.yaml:18:9 content/unknown-organisation"]),
            ("龙都街道", "合计", &["indicators.yaml:18:9 data/total-not-needed"]),
            (
                "columns: [2022, 2025]",
                "columns: [2025, 2022]",
                &["indicators.yaml:15:23 data/dates-turn-back"],
            ),
            ("      columns: [2022, 2025]\n", "", &["indicators.yaml:13:7 content/missing-key"]),
            ("annex: 1", "annex: 1\n      sum: exact", &["indicators.yaml:16:23 data/sum"]),
            ("annex: 1", "annex: 1\n      sum: at-least", &["indicators.yaml:16:23 data/sum"]),
            ("[40, ~]", "[40, 70]", &[]),
        ],
    );
    let exact = INDICATORS.replacen("annex: 1", "annex: 1\n      sum: exact", 1);
    check(
        FILE,
        &exact,
        &[("[40, ~]", "[40, 60]", &[]), ("[40, ~]", "[41, 60]", &["indicators.yaml:16:17 data/sum"])],
    );
    let at_least = INDICATORS.replacen("annex: 1", "annex: 1\n      sum: at-least", 1);
    check(
        FILE,
        &at_least,
        &[("[40, ~]", "[41, 60]", &[]), ("[40, ~]", "[39, 60]", &["indicators.yaml:16:17 data/sum"])],
    );
}

#[test]
fn the_first_column_may_be_the_baseline() {
    let first = |indicators: &str, head: &str| {
        let policy = POLICY.replacen("---\n\n一、", &format!("{head}---\n\n一、"), 1);
        let site = tiny(&[(FILE, indicators), ("content/policies/p/policy.md", &policy)]).fine();
        site.policies[0].indicators[0].breakdowns[0].baseline_column
    };
    let unpublished = INDICATORS.replacen("  baseline: { period: 2022, value: 100 }\n", "", 1);
    let period = "period: { start: 2023-01, end: 2027-12 }\n";
    assert!(first(INDICATORS, ""));
    assert!(first(&unpublished, period));
    assert!(!first(&unpublished, ""));
    assert!(!first(&INDICATORS.replacen("[2022, 2025]", "[2023, 2025]", 1), period));
}

#[test]
fn kinds_are_read() {
    let kinds = [
        ("kind: level", Kind::Level),
        ("kind: cumulative", Kind::Cumulative(Resets::Never)),
        ("kind: cumulative\n  resets: yearly", Kind::Cumulative(Resets::Yearly)),
        ("kind: keep-at-least", Kind::KeepAtLeast),
    ];
    for (yaml, kind) in kinds {
        let site = tiny(&[(FILE, &INDICATORS.replacen("kind: level", yaml, 1))]).fine();
        assert_eq!(site.policies[0].indicators[0].kind, kind);
    }
}
