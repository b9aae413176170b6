//! What changed, through the front door: small sites, and what their `data/changes.json`, page and
//! feed say.

mod harness;

use gongbao::model::parse_date;
use gongbao::output::Memory;
use gongbao::pipeline::{self, Options, Stage, Watch};
use harness::html::parse;
use harness::{Folder, build_in_memory, page};
use serde_json::{Value, json};

const P: &str = "content/policies/grow";

/// A site of one policy with one indicator, published on 10 January 2023; a baseline of 100 at the end of
/// 2022, 160 by the end of 2025.
fn site() -> Folder {
    let site = Folder::empty();
    site.write("content/site.yaml", "title: 长溪区政策进展\nlanguage: zh-CN\norganisation: 长溪区政府办公室\nbase_url: https://changxi.example/zt/\n");
    site.write("content/organisations.yaml", "- { id: kjj, name: 区科技局, kind: department }\n- { id: qingxi, name: 青溪镇, kind: township }\n- { id: baihe, name: 白河乡, kind: township }\n");
    site.write(
        &format!("{P}/policy.md"),
        "---\ntitle: 企业培育方案\nissuer: 长溪区政府办公室\nissued: 2023-01-01\npublished: 2023-01-10\nperiod: { start: 2023-01, end: 2025-12 }\n---\n\n一、重点任务\n\n1. 培育企业。建立名单。〔责任单位：区科技局〕\n\n2. 建设平台。建成一处。〔责任单位：区科技局〕\n",
    );
    site.write(
        &format!("{P}/indicators.yaml"),
        "- id: firms\n  name: 企业\n  unit: 家\n  kind: level\n  baseline: { period: 2022, value: 100 }\n  targets:\n    - { by: 2023, over: 120 }\n    - { by: 2025, over: 160 }\n  breakdowns:\n    - { id: towns, title: 各乡镇任务表, sum: none, columns: [2023, 2025], rows: { 青溪镇: [10, 12], 白河乡: [5, 8] } }\n- id: fund\n  name: 基金\n  unit: 步\n  kind: milestone\n  steps: [{ by: 2023-12, name: 签约 }, { by: 2024-06, name: 登记 }]\n",
    );
    site
}

fn report(site: &Folder, period: &str, published: &str, rest: &str) {
    site.write(&format!("{P}/progress/{period}.yaml"), format!("published: {published}\n{rest}\n"));
}

/// The newest publication of `data/changes.json`, or that of a day.
fn changed(site: &Folder, as_of: &str, day: &str) -> Vec<Value> {
    let built = build_in_memory(site.path(), as_of);
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    let file: Value = serde_json::from_str(built.text("data/changes.json")).unwrap();
    let all = file["publications"].as_array().unwrap().clone();
    let of_day = all.iter().find(|publication| publication["date"] == day);
    of_day.map(|publication| publication["changes"].as_array().unwrap().clone()).unwrap_or_default()
}

/// The changes of a kind.
fn of_kind(changes: &[Value], kind: &str) -> Vec<Value> {
    changes.iter().filter(|change| change["kind"] == kind).cloned().collect()
}

/// The sentences of a kind.
fn sentences(changes: &[Value], kind: &str) -> Vec<String> {
    of_kind(changes, kind).iter().map(|change| change["sentence"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_kind_of_change_has_its_sentence_with_its_numbers() {
    // Day of publication, kind, the sentence.
    let cases = [
        ("2023-01-10", "policy", "企业培育方案：政策公布。"),
        ("2023-07-10", "figure", "企业：首次公布，2023年6月底118家。"),
        ("2023-07-10", "status", "企业：首次评定为超进度。截至2023年6月底，企业118家；"),
        ("2023-07-10", "state", "1. 培育企业：首次填报，推进中。名单已建立。"),
        ("2023-07-10", "rows", "各乡镇任务表：2个单位有新数据（2023年6月底）。"),
        ("2024-01-10", "figure", "企业：2023年12月底119家，比2023年6月底的118家增加1家。"),
        ("2024-01-10", "status", "企业：由超进度变为略有滞后。截至2023年12月底，企业119家；"),
        ("2024-01-10", "verdict", "企业：到2023年底超过120家的目标未达到：2023年12月底为119家。"),
        ("2024-01-10", "verdict", "基金：“签约”按期达到：2023年12月20日完成，期限为2023年12月底。"),
        ("2024-01-10", "state", "2. 建设平台：首次填报，推进受阻。原因：场地未落实。"),
        ("2024-01-10", "reported", "定性任务：1项任务填报了新的进展，状态未变。"),
        ("2024-01-10", "rows", "各乡镇任务表：1个单位有新数据（2023年12月底）。"),
        ("2024-02-10", "figure", "企业：2024年1月底122家，比2023年12月底的119家增加3家。"),
        (
            "2024-02-10",
            "verdict",
            "企业：到2023年底超过120家的目标由未达到改为逾期达到：2024年1月底为122家。",
        ),
        ("2024-02-20", "revision", "企业：2024年1月底数原为122家，2024年2月20日更正为121家（剔除重复）。"),
        ("2024-02-20", "rows-revised", "各乡镇任务表：更正了1个单位的数据。"),
        (
            "2024-03-01",
            "targets",
            "企业：长溪府办〔2024〕1号调整目标，自2024年3月起执行：原为到2023年底超过120家、到2025年底超过160家，改为到2025年底超过150家。原因：区划调整。",
        ),
        ("2024-07-10", "verdict", "基金：“登记”未达到：截至2024年6月底尚未完成，期限为2024年6月底。"),
        ("2024-07-10", "state", "1. 培育企业：由推进中变为已完成。完成依据：验收文件。"),
        ("2024-07-20", "interpretation", "怎么看：发布政策解读。"),
        ("2024-07-21", "case", "一家企业：发布典型案例。"),
        ("2026-01-01", "ended", "企业培育方案：实施期已于2025年12月底届满。"),
    ];
    let site = whole();
    for (day, kind, sentence) in cases {
        let told = sentences(&changed(&site, "2026-01-05", day), kind);
        assert!(
            told.iter().any(|told| told.starts_with(sentence)),
            "{day} {kind}: {sentence}\nis not among {told:#?}"
        );
    }
    site.replace("content/site.yaml", "zh-CN", "en");
    for (day, kind, _) in cases {
        for told in sentences(&changed(&site, "2026-01-05", day), kind) {
            assert!(told.contains(": ") && !told.contains('：') && !told.contains('。'), "{told}");
        }
    }
}

/// The site with a change of every kind.
fn whole() -> Folder {
    let site = site();
    report(
        &site,
        "2023-06",
        "2023-07-10",
        "indicators: { 企业: 118 }\nbreakdowns: { 企业: { towns: { 青溪镇: 4, 白河乡: 2 } } }\nclauses: { 一1: { state: under-way, done: 名单已建立。 } }",
    );
    report(
        &site,
        "2023-12",
        "2024-01-10",
        "indicators:\n  企业: 119\n  基金: { step: 签约, on: 2023-12-20 }\nbreakdowns: { 企业: { towns: { 青溪镇: 11 } } }\nclauses:\n  一1: { state: under-way, done: 又有一批。 }\n  一2: { state: blocked, reason: 场地未落实。 }",
    );
    report(
        &site,
        "2024-01",
        "2024-02-10",
        "indicators: { 企业: { value: 121, was: 122, revised: 2024-02-20, note: 剔除重复 } }\nbreakdowns: { 企业: { towns: { 青溪镇: { value: 11, was: 12, revised: 2024-02-20 } } } }",
    );
    report(
        &site,
        "2024-06",
        "2024-07-10",
        "indicators: { 企业: 126 }\nclauses: { 一1: { state: done, evidence: 验收文件 } }",
    );
    site.replace(
        &format!("{P}/indicators.yaml"),
        "  breakdowns:\n",
        "  changes: [{ from: 2024-03, document: 长溪府办〔2024〕1号, reason: 区划调整, targets: [{ by: 2025, over: 150 }] }]\n  breakdowns:\n",
    );
    site.write(
        &format!("{P}/interpretations/how.md"),
        "---\ntitle: 怎么看\npublished: 2024-07-20\n---\n\n说明。\n",
    );
    site.write(&format!("{P}/cases/one.md"), "---\ntitle: 一家企业\npublished: 2024-07-21\n---\n\n做法。\n");
    site
}

#[test]
fn a_figure_is_told_as_it_was_published_and_the_correction_on_its_own_day() {
    let site = whole();
    let then = of_kind(&changed(&site, "2024-02-15", "2024-02-10"), "figure");
    assert_eq!((&then[0]["value"], &then[0]["difference"]), (&json!(122), &json!(3)));
    assert_eq!(then[0]["corrected"], Value::Null, "on that day nobody knew");
    let now = of_kind(&changed(&site, "2024-03-01", "2024-02-10"), "figure");
    assert_eq!(now[0]["value"], json!(122));
    assert_eq!(now[0]["corrected"], json!({ "value": 121, "on": "2024-02-20" }));
    let correction = of_kind(&changed(&site, "2024-03-01", "2024-02-20"), "revision");
    assert_eq!(
        (&correction[0]["was"], &correction[0]["value"], &correction[0]["note"]),
        (&json!(122), &json!(121), &json!("剔除重复"))
    );
    // The next figure is compared with the corrected one.
    let next = of_kind(&changed(&site, "2024-07-15", "2024-07-10"), "figure");
    assert_eq!(next[0]["before"], json!({ "period": "2024-01", "value": 121 }));
}

#[test]
fn an_earlier_day_knows_nothing_of_later_ones() {
    let site = whole();
    let built = build_in_memory(site.path(), "2024-01-31");
    let text = built.text("data/changes.json");
    let file: Value = serde_json::from_str(text).unwrap();
    let days: Vec<&str> = file["publications"]
        .as_array()
        .unwrap()
        .iter()
        .map(|publication| publication["date"].as_str().unwrap())
        .collect();
    assert_eq!(days, ["2024-01-10", "2023-07-10", "2023-01-10"]);
    for later in ["2024-02", "2024-03", "121", "122", "150", "届满"] {
        assert!(!text.contains(later), "{later} was not known");
        assert!(!page::digest(built.text("changes/index.html")).contains(later), "{later} was not known");
        assert!(!built.text("feed.xml").contains(later), "{later} was not known");
    }
}

#[test]
fn a_month_that_nobody_reported_is_no_change_and_no_zero() {
    let site = site();
    report(&site, "2023-06", "2023-07-10", "indicators: { 企业: 118 }");
    report(&site, "2023-07", "2023-08-10", "summary: 本期没有数据。");
    let changes = changed(&site, "2023-08-15", "2023-08-10");
    assert!(changes.is_empty(), "{changes:#?}");
    let built = build_in_memory(site.path(), "2023-08-15");
    let page = page::digest(built.text("changes/index.html"));
    assert!(page.contains("[2023年7月通报]"), "{page}");
}

#[test]
fn history_in_columns_is_no_news_but_is_compared_with() {
    let site = site();
    site.write(
        &format!("{P}/progress/past.yaml"),
        "columns: [2023-04, 2023-05]\nindicators: { firms: [108, 110] }\n",
    );
    report(&site, "2023-06", "2023-07-10", "indicators: { 企业: 118 }");
    let figures = of_kind(&changed(&site, "2023-07-15", "2023-07-10"), "figure");
    assert_eq!(figures.len(), 1);
    assert_eq!(figures[0]["before"], json!({ "period": "2023-05", "value": 110 }));
}

#[test]
fn a_total_that_starts_again_is_not_compared_with_last_year() {
    let site = site();
    site.write(&format!("{P}/indicators.yaml"), "- { id: trained, name: 培训, unit: 人, kind: cumulative, resets: yearly, targets: [{ by: 2023, reach: 100 }, { by: 2024, reach: 120 }] }\n");
    report(&site, "2023-12", "2024-01-10", "indicators: { 培训: 104 }");
    report(&site, "2024-01", "2024-02-10", "indicators: { 培训: 9 }");
    let changes = changed(&site, "2024-02-15", "2024-02-10");
    assert_eq!(sentences(&changes, "figure"), ["培训：2024年1月底本年累计9人。"]);
    assert_eq!(of_kind(&changes, "figure")[0]["difference"], Value::Null);
}

#[test]
fn an_indicator_of_another_policy_is_told_there_and_only_there() {
    let site = site();
    report(&site, "2023-06", "2023-07-10", "indicators: { 企业: 118 }");
    let other = "content/policies/other";
    site.write(&format!("{other}/policy.md"), "---\ntitle: 另一方案\nissuer: 长溪区政府办公室\nissued: 2023-01-01\npublished: 2023-01-10\n---\n\n一、任务\n");
    site.write(&format!("{other}/indicators.yaml"), "- { id: theirs, same_as: grow/firms }\n");
    let built = build_in_memory(site.path(), "2023-07-15");
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    let file: Value = serde_json::from_str(built.text("data/changes.json")).unwrap();
    let publications = file["publications"].as_array().unwrap();
    let newest: Vec<&Value> = publications.iter().filter(|p| p["date"] == "2023-07-10").collect();
    assert_eq!(newest.len(), 1);
    assert_eq!(newest[0]["policy"]["id"], "grow");
}

#[test]
fn illustrative_figures_are_marked_wherever_they_are_told() {
    let site = site();
    report(&site, "2023-06", "2023-07-10", "quality: illustrative\nindicators: { 企业: 118 }");
    let built = build_in_memory(site.path(), "2023-07-15");
    let figures = of_kind(&changed(&site, "2023-07-15", "2023-07-10"), "figure");
    assert_eq!(figures[0]["quality"], "illustrative");
    assert!(page::digest(built.text("changes/index.html")).contains("示例"));
    assert!(page::digest(built.text("index.html")).contains("示例"));
    assert!(built.text("feed.xml").contains("118家。（示例）"));
}

/// A build with `--since`.
fn since(site: &Folder, day: &str, as_of: &str) -> (Value, String, String) {
    let options = Options {
        root: site.path().to_path_buf(),
        as_of: parse_date(as_of).unwrap(),
        since: parse_date(day),
        drafts: false,
        strict: false,
        pictures: false,
        workbooks: false,
    };
    let shelf = Memory::new();
    assert!(pipeline::run(&options, &shelf, &Quiet).is_ok());
    let files = shelf.into_files();
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    let page = files.get("changes/index.html").map(|_| page::digest(&text("changes/index.html")));
    (serde_json::from_str(&text("data/changes.json")).unwrap(), page.unwrap_or_default(), text("feed.xml"))
}

struct Quiet;

impl Watch for Quiet {
    fn stage(&self, _: Stage) {}
    fn made(&self) {}
}

#[test]
fn since_a_day_everything_is_compared_with_that_day() {
    let site = whole();
    let (file, page, feed) = since(&site, "2023-08-01", "2024-07-15");
    assert_eq!(file["since"], "2023-08-01");
    let publications = file["publications"].as_array().unwrap();
    assert_eq!(publications.len(), 1, "one for each policy");
    assert_eq!(publications[0]["compared_with"], "2023-08-01");
    let changes = publications[0]["changes"].as_array().unwrap();
    let figure = &of_kind(changes, "figure")[0];
    assert_eq!(
        (&figure["value"], &figure["before"]),
        (&json!(126), &json!({ "period": "2023-06", "value": 118 }))
    );
    assert!(sentences(changes, "figure")[0].ends_with("共新公布3期数据。"), "{changes:#?}");
    assert_eq!(of_kind(changes, "status")[0]["from"], "ahead");
    for kind in ["targets", "revision", "verdict", "state", "rows"] {
        assert!(!of_kind(changes, kind).is_empty(), "{kind} is missing");
    }
    assert!(of_kind(changes, "policy").is_empty(), "published before");
    assert!(page.contains("2023年8月1日以来的变化") && page.contains("与2023年8月1日的情况相比"), "{page}");
    // A reader subscribes to publications, whatever day somebody asked for.
    assert_eq!(feed, build_in_memory(site.path(), "2024-07-15").text("feed.xml"));
}

#[test]
fn since_is_a_day_before_today() {
    let site = site();
    for (since, told) in [("gestern", "--since 应为日期"), ("2024-07-15", "--since 应早于“今天”")]
    {
        let ran = site.run(&["build", "--since", since]);
        assert_eq!(ran.code, 2, "{}", ran.stderr);
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
    assert_eq!(site.run(&["build", "--since", "2023-01-01"]).code, 0);
}

#[test]
fn the_feed_is_atom() {
    let site = whole();
    let built = build_in_memory(site.path(), "2024-07-30");
    let text = built.text("feed.xml");
    let (head, body) = text.split_once('\n').unwrap();
    assert_eq!(head, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    let document = roxmltree::Document::parse(text).expect("well-formed");
    let feed = document.root_element();
    const ATOM: &str = "http://www.w3.org/2005/Atom";
    assert!(feed.has_tag_name((ATOM, "feed")) && body.starts_with("<feed "));
    let one = |node: roxmltree::Node, name: &str| -> String {
        let found: Vec<_> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
        assert_eq!(found.len(), 1, "exactly one {name}");
        found[0].text().unwrap_or_default().to_owned()
    };
    let instant = |text: &str| {
        assert!(text.ends_with("+08:00"), "{text}");
        text.parse::<jiff::Timestamp>().expect("RFC 3339")
    };
    let link = |node: roxmltree::Node, rel: &str| {
        let links = node.children().filter(|child| child.has_tag_name((ATOM, "link")));
        links
            .filter(|link| link.attribute("rel") == Some(rel))
            .map(|l| l.attribute("href").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(one(feed, "id"), "https://changxi.example/zt/feed.xml");
    assert_eq!(link(feed, "self"), ["https://changxi.example/zt/feed.xml"]);
    assert_eq!(link(feed, "alternate"), ["https://changxi.example/zt/changes/"]);
    assert!(!one(feed, "title").is_empty());
    let newest = instant(&one(feed, "updated"));
    let author = feed.children().find(|child| child.has_tag_name((ATOM, "author"))).unwrap();
    assert_eq!(one(author, "name"), "长溪区政府办公室");

    let entries: Vec<_> = feed.children().filter(|child| child.has_tag_name((ATOM, "entry"))).collect();
    assert_eq!(entries.len(), 9);
    let mut ids = std::collections::BTreeSet::new();
    for entry in &entries {
        assert!(ids.insert(one(*entry, "id")), "an id is used twice");
        assert!(!one(*entry, "title").is_empty());
        assert!(instant(&one(*entry, "updated")) <= newest);
        let [alternate] = &link(*entry, "alternate")[..] else { panic!("one alternate link an entry") };
        let path = alternate.strip_prefix("https://changxi.example/zt/").unwrap();
        assert!(built.files.contains_key(&format!("{path}index.html")), "{path} is no page");
        // Escaped once for XML, so that what a reader gets is well-formed HTML.
        let summary = one(*entry, "summary");
        assert!(summary.starts_with("<ul><li>"), "{summary}");
        parse(&format!("<html>{summary}</html>")).unwrap();
    }
    assert!(ids.contains("tag:changxi.example,2024-01-10:/zt/policies/grow/"));
    assert!(built.text("index.html").contains("type=\"application/atom+xml\""));
}

#[test]
fn a_feed_keeps_its_ids_and_times_when_more_is_published() {
    let site = whole();
    let entries = |as_of: &str| -> Vec<(String, String)> {
        let built = build_in_memory(site.path(), as_of);
        let document = roxmltree::Document::parse(built.text("feed.xml")).unwrap();
        let text = |entry: roxmltree::Node, name: &str| {
            entry.children().find(|child| child.tag_name().name() == name).unwrap().text().unwrap().to_owned()
        };
        let all = document.root_element().children().filter(|child| child.tag_name().name() == "entry");
        all.map(|entry| (text(entry, "id"), text(entry, "updated"))).collect()
    };
    let (early, late) = (entries("2024-01-31"), entries("2024-07-30"));
    assert_eq!(early[..], late[late.len() - early.len()..]);
}

#[test]
fn titles_with_markup_stay_words() {
    let site = site();
    site.replace(&format!("{P}/policy.md"), "title: 企业培育方案", "title: '甲 & 乙 <b>\"丙\"</b>'");
    let built = build_in_memory(site.path(), "2023-07-15");
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    let document = roxmltree::Document::parse(built.text("feed.xml")).expect("well-formed");
    let entry = document.descendants().find(|node| node.has_tag_name("entry")).unwrap();
    let text = |name: &str| entry.children().find(|child| child.has_tag_name(name)).unwrap().text().unwrap();
    assert!(text("title").starts_with("甲 & 乙 <b>\"丙\"</b>"), "{}", text("title"));
    assert!(text("summary").contains("甲 &amp; 乙 &lt;b&gt;"), "{}", text("summary"));
}

#[test]
fn without_an_address_there_is_no_feed_and_without_policies_no_page() {
    let site = site();
    site.replace("content/site.yaml", "base_url: https://changxi.example/zt/\n", "");
    let built = build_in_memory(site.path(), "2023-07-15");
    assert!(built.files.contains_key("changes/index.html") && !built.files.contains_key("feed.xml"));
    assert!(!built.text("index.html").contains("atom+xml"));
    let empty = Folder::empty();
    empty.write("content/site.yaml", "title: 空\nlanguage: zh-CN\norganisation: 办公室\n");
    let built = build_in_memory(empty.path(), "2023-07-15");
    assert!(!built.files.contains_key("changes/index.html"));
    assert!(!built.text("index.html").contains("changes/"));
    let file: Value = serde_json::from_str(built.text("data/changes.json")).unwrap();
    assert_eq!(file["publications"], json!([]));
}

#[test]
fn however_much_is_published_the_lists_are_bounded() {
    let site = site();
    for n in 0..60 {
        let other = format!("content/policies/p{n:02}");
        site.write(&format!("{other}/policy.md"), format!("---\ntitle: 方案{n}\nissuer: 长溪区政府办公室\nissued: 2023-01-01\npublished: 2023-01-10\n---\n\n一、任务\n"));
        let indicators: String =
            (0..5).map(|i| format!("- {{ id: i{i}, name: 指标{i}, unit: 家, kind: level }}\n")).collect();
        site.write(&format!("{other}/indicators.yaml"), indicators);
        site.write(
            &format!("{other}/progress/2023-06.yaml"),
            "published: 2023-07-10\nindicators: { i0: 1, i1: 2, i2: 3, i3: 4, i4: 5 }\n",
        );
    }
    let built = build_in_memory(site.path(), "2023-07-15");
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    let file: Value = serde_json::from_str(built.text("data/changes.json")).unwrap();
    let told: usize =
        file["publications"].as_array().unwrap().iter().map(|p| p["changes"].as_array().unwrap().len()).sum();
    assert_eq!((told, &file["more"]), (200, &json!(true)));
    assert!(page::digest(built.text("changes/index.html")).contains("更早的变化"));
    // A policy that the list has no room for still tells its own.
    let own = page::digest(built.text("policies/p59/progress/index.html"));
    assert!(own.contains("最近变化") && own.contains("首次公布，2023年6月底1家。"), "{own}");
    let home = page::digest(built.text("index.html"));
    assert_eq!(home.matches("首次公布，").count(), 5, "{home}");

    let site = self::site();
    for month in 1..=11 {
        report(
            &site,
            &format!("2023-{month:02}"),
            &format!("2023-{:02}-10", month + 1),
            &format!("indicators: {{ 企业: {} }}", 100 + month),
        );
    }
    report(&site, "2023-12", "2024-01-10", "indicators: { 企业: 112 }");
    let file: Value =
        serde_json::from_str(build_in_memory(site.path(), "2024-01-15").text("data/changes.json")).unwrap();
    assert_eq!(file["publications"].as_array().unwrap().len(), 12);
    assert_eq!(file["more"], json!(true));
}

#[test]
fn every_key_of_the_data_is_in_the_documents() {
    fn keys(value: &Value, found: &mut std::collections::BTreeSet<String>) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| {
                found.insert(key.clone());
                keys(value, found);
            }),
            Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
            _ => {}
        }
    }
    let built = build_in_memory(whole().path(), "2026-01-05");
    let file: Value = serde_json::from_str(built.text("data/changes.json")).unwrap();
    let mut found = std::collections::BTreeSet::new();
    keys(&file, &mut found);
    let all = file["publications"].as_array().unwrap().iter().flat_map(|p| p["changes"].as_array().unwrap());
    found.extend(all.map(|change| change["kind"].as_str().unwrap().to_owned()));
    for document in ["docs/changes.md", "docs/changes.zh-CN.md"] {
        let text = std::fs::read_to_string(harness::repository().join(document)).unwrap();
        let missing: Vec<&String> = found.iter().filter(|key| !text.contains(&format!("`{key}`"))).collect();
        assert!(missing.is_empty(), "{document} does not say what {missing:?} is");
    }
}
