//! Clauses, indicators and organisations by whatever name.

use super::*;
use crate::content::clauses::Clauses;
use crate::model::{FileId, Place};

#[test]
fn a_clause_has_many_names() {
    let site = tiny(&[]).fine();
    let text = &site.policies[0].text;
    let place = Place::new(FileId(0), 0, 0);
    let clauses = Clauses::of(text, place);
    let task = text.clauses.iter().position(|clause| clause.path == "二(一)1").unwrap() as u32;
    let names = [
        "二(一)1",
        "二（一）1",
        "二（一）１",
        "二、（一）1.",
        "二〔一〕1",
        " 二(一) 1 ",
        "1",
        "1.",
        "１．",
        "培育科技型企业",
        "#c-2-1-1",
    ];
    for name in names {
        let mut d = Diagnostics::new();
        let found = clauses.resolve(name, place, &mut d);
        assert_eq!(found.map(|ix| ix.0), Some(task), "{name}");
    }
    let mistakes = [
        ("(一)", "content/ambiguous-clause", None),
        ("一(一)1", "content/unknown-clause", Some("二(一)1")),
        ("培育科技企业", "content/unknown-clause", Some("培育科技型企业")),
        ("", "content/unknown-clause", None),
    ];
    for (name, code, meant) in mistakes {
        let mut d = Diagnostics::new();
        assert_eq!(clauses.resolve(name, place, &mut d), None);
        let problem = d.iter().next().unwrap();
        assert_eq!((problem.entry.code, problem.suggestion.as_deref()), (code, meant), "{name}");
    }
}

#[test]
fn names_that_nobody_declared() {
    check(
        "content/policies/p/progress/2024-06.yaml",
        JUNE,
        &[
            ("高新技术企业: 128", "高新企业: 128", &["2024-06.yaml:4:3 content/unknown-indicator"]),
            ("townships:", "township:", &["2024-06.yaml:8:5 content/unknown-breakdown"]),
            ("高峰街道: 80", "高峯街道: 80", &["2024-06.yaml:9:7 content/unknown-organisation"]),
            ("高峰街道: 80", "区科技局: 80", &["2024-06.yaml:9:7 data/unknown-row"]),
            ("高峰街道: 80", "合计: 80", &["2024-06.yaml:9:7 data/total-not-needed"]),
            ("二(一)1:", "二(二)1:", &["2024-06.yaml:11:3 content/unknown-clause"]),
            ("step: 签订协议", "step: 签协议", &["2024-06.yaml:5:17 data/unknown-step"]),
        ],
    );
}

#[test]
fn a_broken_item_still_counts_as_declared() {
    check(
        "content/policies/p/indicators.yaml",
        INDICATORS,
        &[
            ("unit: 家", "units: 家", &["indicators.yaml:3:3 content/unknown-key"]),
            ("kind: level", "kind: stock", &["indicators.yaml:4:9 content/unknown-word"]),
            ("id: fund", "id: Fund", &["indicators.yaml:19:7 content/bad-id"]),
            ("name: 基金", "name: 高新技术企业", &["indicators.yaml:20:9 content/name-clash"]),
            (
                "serves: [二(一)1, 2]",
                "serves: [二(一)1, 7]",
                &["indicators.yaml:6:19 content/unknown-clause"],
            ),
            ("annex: 1", "annex: 2", &["indicators.yaml:14:14 content/unknown-attachment"]),
            ("annex: 1", "annex: 1\n      title: 表", &["indicators.yaml:15:14 content/title-twice"]),
        ],
    );
    // An indicators.yaml that is no YAML makes no name unknown.
    let broken = tiny(&[("content/policies/p/indicators.yaml", "- id: [high-tech\n")]);
    assert!(broken.problems().iter().all(|problem| problem.contains(" yaml/")), "{:?}", broken.problems());
}

#[test]
fn a_broken_head_hides_no_other_mistake() {
    let policy = POLICY.replacen("title: ", "title： ", 1).replacen("issued:", "- issued:", 1);
    let june = JUNE.replace("128", "很高");
    let tiny = tiny(&[
        ("content/policies/p/policy.md", &policy),
        ("content/policies/p/progress/2024-06.yaml", &june),
    ]);
    let problems = tiny.problems();
    assert!(problems.iter().any(|problem| problem.ends_with("data/not-a-number")), "{problems:?}");
    assert!(!problems.iter().any(|problem| problem.contains("unknown")), "{problems:?}");
}

#[test]
fn the_same_figure_is_never_typed_twice() {
    let q = |item: &str| {
        tiny(&[
            ("content/policies/q/policy.md", POLICY),
            ("content/policies/q/indicators.yaml", item),
            ("content/policies/q/progress/2024-06.yaml", "indicators: { city: 5 }\n"),
        ])
        .problems()
    };
    let twice = "2024-06.yaml:1:15 data/typed-twice";
    assert_eq!(q("- { id: city, same_as: p/high-tech, clause: 1 }\n"), [twice]);
    assert_eq!(
        q("- { id: city, same_as: p/高新 }\n"),
        ["indicators.yaml:1:24 content/unknown-indicator", twice]
    );
    assert_eq!(
        q("- { id: city, same_as: x/high-tech }\n"),
        ["indicators.yaml:1:24 content/unknown-policy", twice]
    );
    assert_eq!(q("- { id: city, same_as: high-tech }\n"), ["indicators.yaml:1:24 content/not-a-reference"]);
    assert_eq!(
        q("- { id: city, same_as: p/high-tech, unit: 家 }\n"),
        ["indicators.yaml:1:37 data/typed-twice", twice]
    );
    let circle = "- { id: city, same_as: q/town }\n- { id: town, same_as: q/city }\n";
    assert_eq!(
        q(circle),
        ["indicators.yaml:1:24 content/same-as-twice", "indicators.yaml:2:24 content/same-as-twice", twice]
    );
}

#[test]
fn an_unregistered_name_is_one_warning() {
    let policy = POLICY.replace("区科技局", "区商务委");
    let tiny = tiny(&[("content/policies/p/policy.md", &policy)]);
    assert_eq!(tiny.problems(), ["policy.md:18:22 content/unregistered-organisation"]);
    let (_, _, d) = tiny.read();
    assert!(!d.has_errors());
    let yaml = d.iter().flat_map(|problem| &problem.args).find(|(name, _)| *name == "yaml").unwrap();
    assert_eq!(yaml.1, "- { name: 区商务委, kind: department }");
}

#[test]
fn cases_and_interpretations() {
    let article = |place: &'static str, head: &str| {
        tiny(&[(place, &format!("---\ntitle: 甲\n{head}---\n正文\n"))]).problems()
    };
    let case = "content/policies/p/cases/a.md";
    let reading = "content/policies/p/interpretations/a.md";
    let none: [&str; 0] = [];
    assert_eq!(article(case, "published: 2024-01-02\nclause: 2\norganisation: 区科学技术局\n"), none);
    assert_eq!(article(case, ""), ["a.md:2:1 content/missing-key"]);
    assert_eq!(article(case, "published: 2024-01-02\nimage: a.jpg\n"), ["a.md:4:8 content/missing-file"]);
    assert_eq!(article(case, "published: 2024-01-02\nform: 文字\n"), ["a.md:4:1 content/unknown-key"]);
    assert_eq!(article(reading, "published: 2024-01-02\nform: 漫画\n"), ["a.md:4:7 content/unknown-word"]);
    assert_eq!(article(reading, "published: 2024-01-02 09:30\nform: 图解\nby: 区科技局\n"), none);
}
