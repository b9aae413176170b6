//! `site.yaml`, the register, heads of files and pages.

use super::*;
use crate::model::{Language, Measure, OrganisationKind};

#[test]
fn a_tiny_site_is_fine() {
    let site = tiny(&[]).fine();
    assert_eq!((site.settings.language, site.settings.theme.as_str()), (Language::Chinese, "portal"));
    assert_eq!((site.policies.len(), site.organisations.len()), (1, 4));
}

#[test]
fn what_is_optional_may_be_missing() {
    let site = site(&[
        (
            "content/site.yaml",
            "title: 站点\nlanguage: en\norganisation: 办公室\nbase_url: https://x.gov.cn/a\nportal:\n",
        ),
        ("content/policies/p/policy.md", POLICY),
        ("content/policies/p/indicators.yaml", "# 还没有\n"),
        ("content/policies/p/progress/2024-06.yaml", ""),
    ]);
    let found = site.problems();
    assert_eq!(found.len(), 2, "two names that nobody registered: {found:?}");
    let site = site.read().0.unwrap();
    assert_eq!(site.settings.base_url.as_deref(), Some("https://x.gov.cn/a/"));
    assert!(site.policies[0].indicators.is_empty() && site.policies[0].reports.is_empty());
}

#[test]
fn mistakes_in_the_settings() {
    check(
        "content/site.yaml",
        SITE,
        &[
            ("title: 站点\n", "", &["site.yaml:1:1 content/missing-key"]),
            ("title: 站点", "title:", &["site.yaml:1:1 content/missing-key"]),
            ("title: 站点", "titel: 站点", &["site.yaml:1:1 content/unknown-key"]),
            ("zh-CN", "cn", &["site.yaml:2:11 content/unknown-word"]),
            ("title: 站点", "title: [站点]", &["site.yaml:1:8 content/not-text"]),
            ("title: 站点", "title: 站点\nbase_url: x.gov.cn", &["site.yaml:2:11 content/bad-url"]),
            ("title: 站点", "title: 站点\nranking: 是", &["site.yaml:2:10 content/unknown-word"]),
            ("title: 站点", "title: 站点\nportal: 区政府", &["site.yaml:2:9 content/not-a-mapping"]),
            (
                "title: 站点",
                "title: 站点\nstatus:\n  bands: { edges: [2, 0, 0, -6] }",
                &["site.yaml:3:19 content/bands"],
            ),
            (
                "title: 站点",
                "title: 站点\nstatus:\n  bands: { edges: [2, 0, -2] }",
                &["site.yaml:3:19 content/bands"],
            ),
            (
                "title: 站点",
                "title: 站点\nstatus:\n  bands: { edges: [2, 0, 低, -6] }",
                &["site.yaml:3:26 data/not-a-number"],
            ),
        ],
    );
    let none = site(&[("content/pages/a.md", "---\ntitle: 甲\n---\n")]);
    assert_eq!(none.problems(), ["content/no-site"]);
    assert!(none.read().0.is_none());
}

#[test]
fn bands_may_be_points() {
    let yaml = format!("{SITE}status:\n  bands: {{ measure: points, edges: [5, 0, -5, -15] }}\n");
    let bands = tiny(&[("content/site.yaml", &yaml)]).fine().settings.bands;
    assert_eq!((bands.measure, bands.edges), (Measure::Points, [5.0, 0.0, -5.0, -15.0]));
}

#[test]
fn mistakes_in_the_register() {
    check(
        "content/organisations.yaml",
        ORGANISATIONS,
        &[
            ("id: longdu", "id: gaofeng", &["organisations.yaml:3:9 content/duplicate-id"]),
            (
                "name: 龙都街道",
                "name: 区科学技术局",
                &[
                    "organisations.yaml:3:23 content/name-clash",
                    "indicators.yaml:18:9 content/unknown-organisation",
                ],
            ),
            ("id: longdu", "id: 龙都", &["organisations.yaml:3:9 content/bad-id"]),
            ("kind: department", "kind: 部门", &["organisations.yaml:1:32 content/unknown-word"]),
            ("except: []", "except: [龙都镇]", &["organisations.yaml:4:81 content/unknown-organisation"]),
            (
                "kind: department",
                "kind: department, part_of: kjj",
                &["organisations.yaml:1:20 content/circle"],
            ),
            (
                "kind: department",
                "kind: department, part_of: [gaofeng, longdu]",
                &["organisations.yaml:1:53 content/not-text"],
            ),
            (
                "id: kjj, name: 区科技局, kind",
                "id: kjj, kind",
                &[
                    "organisations.yaml:1:3 content/missing-key",
                    "indicators.yaml:7:10 content/unknown-organisation",
                    "policy.md:18:22 content/unregistered-organisation",
                ],
            ),
        ],
    );
    // A register that cannot be read makes no name unknown.
    let broken = tiny(&[("content/organisations.yaml", "- { id: kjj, name: \"区科技局 }\n")]);
    assert!(broken.problems().iter().all(|problem| problem.contains(" yaml/")), "{:?}", broken.problems());
}

#[test]
fn an_id_left_out_is_pinyin() {
    let register = "- { name: 高峰街道, kind: township }\n- { name: 龙都街道, kind: township }\n- { name: 女儿湾 }\n\
        - { name: 各乡镇（街道）, kind: group, members: { kinds: [township], except: [高峰街道] } }\n- { id: kjj, name: 区科技局 }\n";
    let site = tiny(&[("content/organisations.yaml", register)]).fine();
    let ids: Vec<&str> =
        site.organisations.iter().map(|(_, organisation)| organisation.id.as_str()).collect();
    assert_eq!(ids, ["gaofengjiedao", "longdoujiedao", "nverwan", "gexiangzhen-jiedao", "kjj"]);
    let group = site.organisations.get(site.organisations.find("各乡镇(街道)").unwrap());
    assert_eq!(group.members, [crate::model::OrgIx(1)]);
    assert_eq!(site.organisations.get(crate::model::OrgIx(2)).kind, OrganisationKind::Department);
}

#[test]
fn mistakes_in_heads() {
    check(
        "content/policies/p/policy.md",
        POLICY,
        &[
            ("issuer: 区政府办公室\n", "", &["policy.md:2:1 content/missing-key"]),
            ("issued: 2023-06-28", "issued: 2023年6月", &["policy.md:4:9 data/not-a-date"]),
            ("issued: 2023-06-28", "issued: 2023-06-31", &["policy.md:4:9 data/no-such-date"]),
            (
                "---\n\n一、",
                "attachments: [{ n: 1, file: annex-1.xlsx }]\n---\n\n一、",
                &["policy.md:6:29 content/missing-file"],
            ),
            (
                "---\n\n一、",
                "contact: { organisation: 科技局 }\n---\n\n一、",
                &["policy.md:6:26 content/unknown-organisation"],
            ),
            ("---\n\n一、", "based_on: [q]\n---\n\n一、", &["policy.md:6:12 content/unknown-policy"]),
            ("---\n\n一、", "replaces: p\n---\n\n一、", &["policy.md:6:11 content/refers-to-itself"]),
            (
                "---\n\n一、",
                "period: { start: 2023-01, end: 2022-12 }\n---\n\n一、",
                &["policy.md:6:32 data/dates-turn-back"],
            ),
            (
                "---\n\n一、",
                "roles: { 二(一)9: { lead: 区科技局 } }\n---\n\n一、",
                &["policy.md:6:10 content/unknown-clause"],
            ),
            (
                "---\n\n一、",
                "roles: { 1: { leads: 区科技局 } }\n---\n\n一、",
                &["policy.md:6:15 content/unknown-key"],
            ),
        ],
    );
    let page = tiny(&[("content/pages/a.md", "关于\n"), ("content/pages/B.md", "---\ntitel: 乙\n---\n")]);
    assert_eq!(
        page.problems(),
        ["B.md:1:1 content/bad-id", "B.md:2:1 content/unknown-key", "a.md:1:1 content/no-head"]
    );
}

#[test]
fn roles_replace_and_add_tails() {
    let policy =
        POLICY.replace("---\n\n一、", "roles: { 1: { responsible: 高峰街道, lead: [kjj] } }\n---\n\n一、");
    let site = tiny(&[("content/policies/p/policy.md", &policy)]).fine();
    let clause = site.policies[0].text.clauses.iter().find(|clause| clause.path == "二(一)1").unwrap();
    let tails: Vec<(&str, &str)> =
        clause.tails.iter().map(|tail| (tail.label.as_str(), tail.names[0].name.as_str())).collect();
    assert_eq!(tails, [("责任单位", "高峰街道"), ("牵头单位", "kjj")]);
}

#[test]
fn what_is_not_published_yet_is_not_there() {
    let other = POLICY.replace("2023-07-19", "2024-08-02");
    let naming = POLICY.replace("---\n\n一、", "based_on: [q]\n---\n\n一、");
    let draft = POLICY.replace("---\n\n一、", "draft: true\n---\n\n一、");
    let same = format!("{INDICATORS}- {{ id: city, same_as: q/high-tech }}\n");
    let held = [
        ("content/policies/p/policy.md", naming.as_str()),
        ("content/policies/p/indicators.yaml", same.as_str()),
        ("content/policies/q/indicators.yaml", INDICATORS),
        ("content/pages/a.md", "---\ntitle: 甲\npublished: 2024-08-02\n---\n"),
    ];
    for text in [&other, &draft] {
        let files = [&held[..], &[("content/policies/q/policy.md", text.as_str())]].concat();
        let site = tiny(&files).fine();
        assert_eq!((site.policies.len(), site.pages.len()), (1, 0));
        assert!(site.policies[0].metadata.based_on.is_empty());
        assert_eq!(site.policies[0].indicators.len(), 2);
    }
    let files = [&held[..], &[("content/policies/q/policy.md", other.as_str())]].concat();
    let site = tiny(&files).on(date(2024, 8, 2)).fine();
    assert_eq!((site.policies.len(), site.pages.len()), (2, 1));
    assert_eq!(site.policies[1].metadata.based_on, ["q"]);
    assert_eq!(site.policies[1].indicators[2].targets.len(), 2);
}

#[test]
fn stray_files_are_warned_of() {
    let stray = tiny(&[
        ("content/policies/p/notes.txt", ""),
        ("content/policies/p/picture.yaml", ""),
        ("content/policies/p/files/a.txt", ""),
        ("content/policies/readme.txt", ""),
        ("content/policies/q/indicators.yaml", ""),
    ]);
    assert_eq!(
        stray.problems(),
        [
            "notes.txt:1:1 content/unknown-file",
            "indicators.yaml:1:1 content/missing-file",
            "readme.txt:1:1 content/unknown-file"
        ]
    );
}
