//! A site in which every key of every file is used, as JSON, which is YAML too: so that a mistake
//! can be put anywhere, and shown to the decoder and to the schema.

use serde_json::{Value, json};

/// Where a file stands, the schema that describes it, and what is in it.
pub(crate) struct File {
    /// Its path below the site's folder.
    pub(crate) path: &'static str,
    /// The name of its schema.
    pub(crate) schema: &'static str,
    /// Its content, or its head.
    pub(crate) value: Value,
}

/// Files that are not YAML.
pub(crate) const BESIDE: [(&str, &str); 4] = [
    ("content/policies/p/files/annex-1.csv", "单位,2023,2024\n东岸街道,5,6\n"),
    ("content/policies/p/cases/corner.jpg", "x"),
    ("content/policies/p/progress/townships.csv", "单位,口袋公园\n东岸街道,3\n"),
    ("content/policies/p/progress/history.csv", "指标,2023-01,2023-02\n口袋公园,3,4\n"),
];

/// What stands below the head of the first policy.
pub(crate) const TEXT: &str = "一、目标\n\n（一）总量。到2025年达到60个。\n\n二、任务\n\n1.建园。建好。\n\n2.管园。管好。\n\n3.护园。护好。\n\n4.看园。看好。\n\n附件：1.任务分解表\n";

/// The files on which the reading of all others rests.
pub(crate) const BASE: [&str; 5] = [
    "content/site.yaml",
    "content/organisations.yaml",
    "content/policies/p/policy.md",
    "content/policies/p/indicators.yaml",
    "content/policies/q/policy.md",
];

/// All files.
pub(crate) fn files() -> Vec<File> {
    let file = |path, schema, value| File { path, schema, value };
    vec![
        file("content/site.yaml", "site", site()),
        file("content/organisations.yaml", "organisations", organisations()),
        file("content/policies/p/policy.md", "policy", policy()),
        file("content/policies/p/indicators.yaml", "indicators", indicators()),
        file("content/policies/p/progress/2024-06.yaml", "progress", june()),
        file("content/policies/p/progress/2024-05.yaml", "progress", may()),
        file("content/policies/p/progress/2024-02.yaml", "progress", february()),
        file("content/policies/p/progress/history.yaml", "progress", history()),
        file("content/policies/p/progress/older.yaml", "progress", older()),
        file("content/policies/p/picture.yaml", "picture", picture()),
        file("content/policies/p/interpretations/why.md", "interpretation", interpretation()),
        file("content/policies/p/cases/corner.md", "case", case()),
        file("content/allow.yaml", "allow", allow()),
        file("content/words.yaml", "words", watched()),
        file(
            "content/pages/about.md",
            "page",
            json!({ "title": "关于", "published": "2024-01-01", "aliases": "about.html" }),
        ),
        file(
            "content/policies/q/policy.md",
            "policy",
            json!({ "title": "丙", "issuer": "甲", "issued": "2023/1/1", "published": "2023年1月2日" }),
        ),
        file(
            "content/policies/q/indicators.yaml",
            "indicators",
            json!([{ "id": "own", "name": "其他", "unit": "个", "kind": "level" }]),
        ),
        file("content/site.en.yaml", "site-translation", site_words()),
        file(
            "content/organisations.en.yaml",
            "organisations-translation",
            json!({ "ylj": { "name": "Parks", "address": "First Road", "hours": "Mornings" }, "区财政局": "Finance" }),
        ),
        file("content/policies/p/policy.en.md", "policy-translation", policy_words()),
        file("content/policies/p/indicators.en.yaml", "indicators-translation", indicator_words()),
        file("content/policies/p/progress/2024-06.en.yaml", "progress-translation", june_words()),
        file(
            "content/policies/p/picture.en.yaml",
            "picture-translation",
            json!({
                "sections": ["banner"], "title": "a", "subtitle": "b", "alt": "c",
                "short": { "二1": "d" }, "lines": { "二1": "e" },
            }),
        ),
        file(
            "content/policies/p/interpretations/why.en.md",
            "interpretation-translation",
            json!({ "title": "Why", "by": "Parks" }),
        ),
        file("content/policies/p/cases/corner.en.md", "case-translation", json!({ "title": "A corner" })),
        file("content/pages/about.en.md", "page-translation", json!({ "title": "About" })),
    ]
}

fn site() -> Value {
    json!({
        "title": "公开", "language": "zh-CN", "languages": ["zh-CN", "en"], "organisation": "区政府办公室", "theme": "portal",
        "base_url": "https://example.gov.cn/zt/", "notice": "演示", "ranking": false, "workbooks": true, "booklet": false,
        "portal": {
            "site_name": "甲", "site_domain": "乙", "site_id_code": "丙", "icp": "丁", "police_record": "戊",
            "agency_mark": "0123456789abcdef0123456789ABCDEF",
            "column": { "name": "己", "description": "庚", "keywords": ["辛", "壬"] },
        },
        "licence": { "name": "癸", "url": "https://example.gov.cn/x/" },
        "status": { "bands": { "measure": "months", "edges": [2, 0, -2, -6.5] } },
        "publish": {
            "portal": {
                "kind": "sftp", "host": "www.example.gov.cn", "port": 22, "user": "癸", "path": "/www",
                "host_key": "SHA256:uNiVztksCsDhcc0u9e8BrX7Vb9Sy4pFrNP4xDWw1vbs",
            },
            "disk": { "kind": "folder", "path": "D:/jinzhan" },
            "cloud": {
                "kind": "s3", "endpoint": "https://s3.example.gov.cn", "bucket": "jinzhan", "region": "cn-north-1",
                "prefix": "zt", "virtual_host": true,
            },
            "dav": { "kind": "webdav", "url": "https://dav.example.gov.cn/zt/", "user": "癸" },
        },
    })
}

fn allow() -> Value {
    json!([
        { "code": "inspect/mobile", "file": "pages/about.md", "text": "138****0000", "reason": "值班" },
        { "code": "data/jump", "file": "content/policies/p/progress/2024-06.yaml", "reason": "属实" },
    ])
}

fn watched() -> Value {
    json!([
        { "word": "登陆", "instead": "登录", "reason": "别字", "except": ["登陆艇"], "severity": "warning" },
        { "word": "绝密", "severity": "error" },
    ])
}

fn picture() -> Value {
    json!({
        "palette": "blue", "sections": ["banner", "goals"], "title": "甲", "subtitle": "乙",
        "short": { "二1": "丙" }, "lines": { "二1": "丁" }, "icons": { "二": "sprout" },
        "organisations": true, "alt": "戊",
    })
}

fn organisations() -> Value {
    json!([
        {
            "id": "ylj", "name": "区园林局", "kind": "department", "aliases": ["区绿化局"], "code": "500101027",
            "former": [{ "name": "区林业局", "until": "2023-12-31", "document": "一号文" }],
            "phone": 12345, "address": "一路", "hours": "早", "website": "w",
        },
        { "name": "区财政局", "part_of": "区园林局" },
        { "name": "旧局", "merged_into": { "organisation": "ylj", "since": "2024-01-01" } },
        { "name": "各街道", "kind": "group", "members": { "kinds": ["township", "park"], "except": ["西岸街道"] } },
        { "name": "东岸街道", "kind": "township" },
        { "name": "西岸街道", "kind": "township" },
    ])
}

fn policy() -> Value {
    json!({
        "title": "方案", "short_title": "短", "index_number": "1", "document_number": "二号", "topic": "三",
        "genre": "四", "issuer": "五", "issued": "2023-01-01", "published": "2023-01-02 09:00", "validity": null,
        "period": { "start": "2023-01", "end": 2026 },
        "attachments": [{ "n": 1, "file": "annex-1.csv" }, { "n": 2, "file": "annex-1.csv", "name": "别的" }],
        "contact": { "organisation": "区园林局", "phone": "1" },
        "based_on": ["q"], "replaces": [], "amended_by": "q", "draft": false, "aliases": ["old"],
        "repealed": { "on": "2026-12-31", "document": "六号", "reason": "到期" }, "text": "as-issued",
        "roles": { "二1": { "responsible": ["区园林局"], "lead": "区财政局", "support": ["旧局"] } },
    })
}

fn indicators() -> Value {
    json!([
        {
            "id": "parks", "former_ids": ["pocket"], "name": "口袋公园", "unit": "个", "kind": "level", "clause": "一(一)", "serves": ["二1", 2],
            "owner": "区园林局", "source": "别处", "definition": "数", "frequency": "monthly",
            "due": { "months": 1, "day": 15 }, "quality": "provisional",
            "baseline": { "period": 2022, "value": 2, "quality": "estimated" },
            "targets": [{ "by": 2024, "reach": 10 }, { "by": "2025-Q4", "over": 60 }],
            "path": { "2023": 5 },
            "changes": [{
                "from": "2025-03", "document": "三号", "reason": "地",
                "targets": [{ "by": 2025, "reach": 50 }, { "by": 2026, "over": 60 }],
            }],
            "breakdowns": [
                {
                    "id": "townships", "annex": 1, "sum": "none", "show": "status", "quality": "illustrative",
                    "columns": [2023, 2024], "rows": { "东岸街道": [5, null], "西岸街道": [0, 3] },
                },
                { "id": "sheet", "title": "表", "rows": { "table": "annex-1.csv" } },
            ],
        },
        { "id": "trees", "name": "栽树", "unit": "株", "kind": "cumulative", "resets": "yearly", "path": "linear" },
        {
            "id": "good", "name": "满意度", "unit": "%", "kind": "keep-at-least",
            "targets": [{ "by": 2026, "reach": 90 }],
        },
        {
            "id": "late", "name": "超期", "unit": "件", "kind": "keep-at-most",
            "targets": [{ "by": 2025, "within": 5 }, { "by": 2026, "under": 4 }],
            "changes": [{
                "from": 2025, "document": "五号", "targets": [{ "by": 2025, "within": 4 }, { "by": 2026, "under": 3 }],
            }],
        },
        {
            "id": "rules", "name": "制度", "unit": "步", "kind": "milestone",
            "steps": [{ "by": "2024-06", "name": "印发" }, { "by": "2024-12", "name": "到位" }],
        },
        { "id": "visits", "name": "人次", "unit": "次", "kind": "trend", "wanted": "up", "breakdowns": [] },
        {
            "id": "rate", "name": "比率", "unit": "个", "kind": "level", "path": { "from": "t" },
            "breakdowns": [{ "id": "t", "columns": [2024], "rows": { "东岸街道": [1] } }],
        },
        {
            "id": "benches", "name": "座椅", "unit": "把", "kind": "level", "targets": [{ "by": 2026, "reach": 90 }],
            "proposed": "到2026年，座椅达到90把。",
        },
        { "id": "other", "name": "别的", "clause": "一(一)", "serves": "二1", "same_as": "q/own" },
    ])
}

fn june() -> Value {
    json!({
        "published": "2024-07-10", "period": "2024-06", "as_of": "2024-06-30", "quality": "final", "summary": "好",
        "indicators": {
            "口袋公园": 6,
            "trees": null,
            "满意度": { "value": 92.5, "quality": "provisional", "was": 91, "revised": "2024-07-11", "note": "改" },
            "制度": { "step": "印发", "on": "2024-06-18", "quality": "final" },
        },
        "breakdowns": {
            "口袋公园": {
                "townships": {
                    "东岸街道": 3,
                    "西岸街道": { "value": 2, "quality": "estimated", "was": 1, "revised": "2024-07-11", "note": "改" },
                },
            },
        },
        "clauses": {
            "二1": {
                "state": "done", "done": "甲", "next": "乙", "obstacle": "丙", "evidence": "丁", "quality": "final",
            },
            "二2": { "state": "blocked", "reason": "没钱" },
            "二3": { "state": "terminated", "reason": "合并", "decided_by": "区政府" },
            "二4": { "state": "terminated", "reason": "合并", "document": "四号" },
        },
    })
}

fn may() -> Value {
    json!({
        "indicators": { "制度": [{ "step": "印发", "on": "2024-05-18", "quality": "final" }] },
        "breakdowns": { "口袋公园": { "table": "townships.csv" } },
    })
}

fn february() -> Value {
    json!({ "breakdowns": { "口袋公园": { "townships": { "table": "townships.csv" } } } })
}

fn history() -> Value {
    json!({
        "columns": ["2024-03", "2024-04"], "published": "2024-05-10", "quality": "final",
        "indicators": {
            "口袋公园": [4, { "value": 5, "quality": "final", "was": 4, "revised": "2024-05-11", "note": "改" }],
            "制度": [
                [{ "step": "印发", "on": "2024-03-18", "quality": "final" }],
                { "step": "到位", "on": "2024-04-18", "quality": "final" },
            ],
            "栽树": null,
        },
        "breakdowns": {
            "口袋公园": {
                "townships": {
                    "东岸街道": [2, { "value": 2, "quality": "final", "was": 1, "revised": "2024-05-11", "note": "改" }],
                },
            },
        },
    })
}

fn older() -> Value {
    json!({
        "columns": ["2023-01", "2023-02"],
        "indicators": { "table": "history.csv" },
        "breakdowns": { "口袋公园": { "townships": { "东岸街道": [1, null] } } },
    })
}

fn interpretation() -> Value {
    json!({ "title": "为什么", "published": "2024-01-02", "form": "文字", "by": "区园林局", "aliases": ["jiedu"] })
}

fn case() -> Value {
    json!({
        "title": "角落", "published": "2024-01-02", "organisation": "东岸街道", "clause": "二1", "image": "corner.jpg",
        "aliases": ["anli"],
    })
}

fn site_words() -> Value {
    json!({
        "title": "a", "organisation": "b", "notice": "c",
        "portal": { "site_name": "d", "column": { "name": "e", "description": "f", "keywords": ["g", "h"] } },
    })
}

fn policy_words() -> Value {
    json!({
        "title": "a", "short_title": "b", "issuer": "c", "topic": "d", "genre": "e", "validity": null,
        "document_number": "f", "index_number": "g", "translation": "summary", "attachments": { "1": "h" },
        "notice": { "addressees": "i", "body": "j", "signature": "k", "date": "l", "note": "m" },
    })
}

fn indicator_words() -> Value {
    json!({
        "parks": {
            "name": "a", "unit": "b", "definition": "c", "source": "d", "breakdowns": { "townships": "e" },
            "changes": { "2025-03": { "document": "f", "reason": "g" } },
        },
        "制度": { "name": "h", "steps": { "印发": "i" } },
        "满意度": "j",
    })
}

fn june_words() -> Value {
    json!({
        "summary": "a", "notes": { "口袋公园": "b" },
        "clauses": {
            "二1": {
                "done": "c", "next": "d", "obstacle": "e", "evidence": "f", "reason": "g", "decided_by": "h",
                "document": "i",
            },
        },
    })
}
