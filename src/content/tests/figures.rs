//! Period files and column files: figures, corrections, steps and statements.

use super::*;
use crate::model::{Quality, State};

const FILE: &str = "content/policies/p/progress/2024-06.yaml";

#[test]
fn mistakes_in_a_period_file() {
    check(
        FILE,
        JUNE,
        &[
            ("128", "很高", &["2024-06.yaml:4:11 data/not-a-number"]),
            ("128", "[128]", &["2024-06.yaml:4:11 data/not-one-number"]),
            ("128", "{ valeu: 128 }", &["2024-06.yaml:4:13 content/unknown-key"]),
            ("as_of: 2024-06-30", "as_of: 2023-06-30", &["2024-06.yaml:2:8 data/as-of-before-period"]),
            ("as_of: 2024-06-30", "as_of: 2024-07-11", &["2024-06.yaml:2:8 data/as-of-after-published"]),
            ("as_of: 2024-06-30", "period: 2024-05", &["2024-06.yaml:2:9 data/period-name"]),
            ("as_of: 2024-06-30", "period: 2024-06", &[]),
            ("on: 2024-06-18", "on: 2024-07-01", &["2024-06.yaml:5:27 data/step-after-as-of"]),
            ("on: 2024-06-18 }", "on: 2024-06-18, note: 已签 }", &["2024-06.yaml:5:39 content/unknown-key"]),
            ("{ step: 签订协议, on: 2024-06-18 }", "1", &["2024-06.yaml:5:9 data/step-expected"]),
            (
                "128",
                "{ value: 128, was: 127, revised: 2024-07-09 }",
                &["2024-06.yaml:4:44 data/revised-before-published"],
            ),
            ("128", "{ value: 128, revised: 2024-07-19 }", &["2024-06.yaml:4:34 content/missing-key"]),
            ("128", "{ value: 128, was: 127 }", &[]),
            ("under-way", "推进中", &["2024-06.yaml:12:12 content/unknown-word"]),
            ("under-way", "done", &["2024-06.yaml:12:12 data/state-without-reason"]),
            ("under-way", "blocked", &["2024-06.yaml:12:12 data/state-without-reason"]),
            ("under-way", "terminated\n    reason: 合并", &["2024-06.yaml:12:12 data/state-without-reason"]),
            ("under-way", "terminated\n    reason: 合并\n    document: 某号文件", &[]),
            (
                "done: 已入库三十家",
                "done: 已入库\n  1: { next: 走访 }",
                &["2024-06.yaml:14:3 data/two-statements"],
            ),
            ("高峰街道: 80", "高峰街道: 80\n      gaofeng: 81", &["2024-06.yaml:10:16 data/two-figures"]),
            ("128", "-128", &["2024-06.yaml:4:11 data/negative"]),
        ],
    );
}

#[test]
fn a_statement_and_its_words() {
    let site = tiny(&[]).fine();
    let statement = &site.policies[0].statements[0];
    assert_eq!((statement.state, statement.done.as_deref()), (Some(State::UnderWay), Some("已入库三十家")));
    assert_eq!(site.policies[0].text.clause(statement.clause).path, "二(一)1");
}

#[test]
fn the_weakest_quality_wins() {
    let june = JUNE.replacen("published", "quality: provisional\npublished", 1);
    let june = june.replacen("高峰街道: 80", "高峰街道: { value: 80, quality: illustrative }", 1);
    let site = tiny(&[(FILE, &june)]).fine();
    let indicator = &site.policies[0].indicators[0];
    assert_eq!(indicator.figures[0].quality, Quality::Provisional);
    assert_eq!(indicator.breakdowns[0].rows[0].figures[0].quality, Quality::Illustrative);
    assert_eq!(site.policies[0].statements[0].quality, Quality::Provisional);
}

#[test]
fn columns_stand_beside_period_files() {
    let columns = |text: &str| tiny(&[("content/policies/p/progress/history.yaml", text)]);
    let good = "columns: [2024-04, 2024-05, 2024-09]\nindicators: { high-tech: [120, ~, 999] }\n\
        breakdowns: { high-tech: { townships: { 龙都街道: [41, 42, 43] } } }\n";
    let site = columns(good).fine();
    let indicator = &site.policies[0].indicators[0];
    let values: Vec<f64> = indicator.figures.iter().map(|figure| figure.value).collect();
    assert_eq!(values, [120.0, 128.0]);
    assert_eq!(indicator.breakdowns[0].rows[1].figures.len(), 2);
    assert_eq!(site.policies[0].reports.len(), 1);
    let mistakes: [(&str, &[&str]); 7] = [
        ("columns: [2024-05]\nindicators: { high-tech: [1, 2] }\n", &["history.yaml:2:26 data/cells-count"]),
        ("columns: [2024-05]\nindicators: { high-tech: 1 }\n", &["history.yaml:2:26 data/row-not-a-list"]),
        // A column without a period would take its figures with it.
        (
            "columns: [2024-05, ~]\nindicators: { high-tech: [120, 121] }\n",
            &["history.yaml:1:20 data/not-a-period"],
        ),
        ("columns: [2024-05, 2024-04]\n", &["history.yaml:1:20 data/dates-turn-back"]),
        ("columns: [2024-06]\nindicators: { high-tech: [127] }\n", &["history.yaml:2:27 data/two-figures"]),
        ("columns: [2024-Q2]\nindicators: { high-tech: [127] }\n", &["history.yaml:2:27 data/two-figures"]),
        ("indicators: { high-tech: 127 }\n", &["history.yaml:1:1 data/file-name"]),
    ];
    for (text, expected) in mistakes {
        assert_eq!(columns(text).problems(), expected, "{text}");
    }
}

#[test]
fn a_running_total_does_not_fall() {
    let with = |kind: &str, columns: &str| {
        let indicators = INDICATORS.replacen("kind: level", kind, 1).replacen("value: 100", "value: 0", 1);
        tiny(&[
            ("content/policies/p/indicators.yaml", &indicators),
            ("content/policies/p/progress/history.yaml", columns),
        ])
        .problems()
    };
    let falls = "columns: [2023-11, 2023-12, 2024-05]\nindicators: { high-tech: [10, 9, 130] }\n";
    let expected = ["2024-06.yaml:4:11 data/cumulative-falls", "history.yaml:2:31 data/cumulative-falls"];
    assert_eq!(with("kind: cumulative", falls), expected);
    let again = "columns: [2023-12, 2024-01]\nindicators: { high-tech: [900, 20] }\n";
    assert_eq!(with("kind: cumulative\n  resets: yearly", again), Vec::<String>::new());
}

#[test]
fn what_is_later_than_the_day_is_not_there() {
    assert_eq!(tiny(&[]).on(date(2024, 7, 9)).fine().policies[0].reports.len(), 0);
    let broken = "indicators: { nobody: 很高 }\n";
    assert_eq!(
        tiny(&[("content/policies/p/progress/2024-09.yaml", broken)]).fine().policies[0].reports.len(),
        1
    );
    let revised = JUNE.replacen("128", "{ value: 128, was: 127, revised: 2024-07-20 }", 1);
    let tiny = tiny(&[(FILE, &revised)]);
    let figure = |site: Site| site.policies[0].indicators[0].figures[0].clone();
    let now = figure(tiny.fine());
    assert_eq!((now.value, now.was()), (128.0, Some((127.0, Some(date(2024, 7, 20))))));
    let then = figure(tiny.on(date(2024, 7, 19)).fine());
    assert_eq!((then.value, then.was()), (127.0, None));
}

#[test]
fn slips_are_warned_of() {
    let history = |values: &str| {
        let text = format!("columns: [2024-03, 2024-04, 2024-05]\nindicators: {{ high-tech: {values} }}\n");
        tiny(&[("content/policies/p/progress/history.yaml", &text)]).problems()
    };
    assert_eq!(history("[120, 122, 125]"), Vec::<String>::new());
    assert_eq!(history("[120, 122.5, 125]"), ["history.yaml:2:32 data/fraction"]);
    assert_eq!(history("[120, 1220, 125]"), ["history.yaml:2:32 data/jump"]);
    assert_eq!(history("[120, 12, 125]"), ["history.yaml:2:32 data/jump", "history.yaml:2:36 data/jump"]);
}

#[test]
fn observed_rows_add_up_once_all_have_reported() {
    let exact =
        INDICATORS.replacen("annex: 1", "annex: 1\n      sum: exact", 1).replacen("[40, ~]", "[40, 60]", 1);
    let with = |rows: &str| {
        let june = JUNE.replacen("高峰街道: 80", rows, 1);
        tiny(&[("content/policies/p/indicators.yaml", &exact), (FILE, &june)]).problems()
    };
    assert_eq!(with("高峰街道: 80"), Vec::<String>::new());
    assert_eq!(with("高峰街道: 80\n      龙都街道: 48"), Vec::<String>::new());
    assert_eq!(with("高峰街道: 80\n      龙都街道: 47"), ["2024-06.yaml:4:11 data/observed-sum"]);
}
