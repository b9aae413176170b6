//! Documents taken in, through the front door: what is written of a text, a page and a Word file, what
//! is said, and that the site then builds. Nothing is overwritten, and nothing is half written.
//!
//! `tests/import/NAME.expected/` holds what comes of a document, and `said.txt` what is said of it;
//! `BLESS=1` writes them.

mod harness;

use gongbao::content;
use gongbao::diagnostic::{Diagnostics, Format, Severity, print};
use gongbao::intake::document::{Plan, Refusal, Request, plan};
use gongbao::model::{Language, parse_date};
use gongbao::source::Sources;
use harness::{Folder, Ran, Tree, build_in_memory, repository, tree, word_file};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

/// A Word file in the shape of a plan: its clauses are numbered by Word alone.
fn word_plan() -> Vec<u8> {
    let paragraphs = [
        (0, "青禾区湿地保护实施方案"),
        (0, "|索引号|11500999008630031F/2024-00009|发文字号|青禾府办发〔2024〕9号"),
        (0, "|成文日期|2024-03-01|发布日期|2024-03-05"),
        (0, "|发布机构|青禾区政府办公室|有效性|有效"),
        (1, "总体目标"),
        (0, "到2026年，湿地保护率达到75%，湿地公园不少于4个。"),
        (1, "重点任务"),
        (2, "摸清家底。开展湿地调查2次。（责任单位：区林业局）"),
        (2, "修复湿地。"),
        (3, "退塘还湿。2025年底前，修复湿地1200亩。（责任单位：区水利局、区林业局）"),
        (3, "补植水生植物。"),
        (1, "保障措施"),
        (2, "落实责任。"),
        (0, "附件：湿地名录"),
    ];
    let levels = [("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")];
    word_file(&paragraphs, &levels)
}

/// The documents: name and bytes.
fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let read = |name: &str| fs::read(repository().join("tests/import").join(name)).unwrap();
    vec![
        ("plan.txt", read("plan.txt")),
        ("portal.html", read("portal.html")),
        ("damaged.txt", read("damaged.txt")),
        ("word.docx", word_plan()),
    ]
}

/// Takes a document into a site.
fn import(site: &Folder, name: &str, bytes: &[u8], more: &[&str]) -> Ran {
    let file = Folder::empty();
    file.write(name, bytes);
    let path = file.at(name);
    site.run(&[&["import", path.to_str().unwrap()], more].concat())
}

fn without_root(text: &str, site: &Folder) -> String {
    text.replace(&format!("{}/", site.path().display()), "").replace(&site.path().display().to_string(), ".")
}

#[test]
fn every_document_becomes_what_is_expected_and_the_site_builds() {
    let bless = std::env::var_os("BLESS").is_some();
    for (name, bytes) in documents() {
        let site = Folder::empty();
        let ran = import(&site, name, &bytes, &[]);
        assert_eq!(ran.code, 0, "{name}: {}", ran.stderr);
        let folder = repository().join(format!("tests/import/{name}.expected"));
        let mut found: Tree = tree(&site.at("content"));
        found.insert("said.txt".into(), without_root(&ran.stderr, &site).into_bytes());
        if bless {
            let _ = fs::remove_dir_all(&folder);
            for (path, bytes) in &found {
                let path = folder.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
        }
        let expected = tree(&folder);
        for path in expected.keys().chain(found.keys()) {
            let text = |tree: &Tree| tree.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            assert_eq!(text(&found), text(&expected), "{name}: {path}");
        }
        if name != "damaged.txt" {
            let files = site.build();
            assert!(files.len() > 10, "{name}: {} files", files.len());
            let checked = site.run(&["check", "--format", "short"]);
            assert_eq!(checked.code, 0, "{name}: {}", checked.stderr);
        }
    }
}

#[test]
fn a_confirmed_indicator_is_published_with_its_targets() {
    let site = Folder::empty();
    let (name, bytes) = documents().remove(0);
    import(&site, name, &bytes, &[]);
    let built = build_in_memory(site.path(), harness::TODAY);
    assert!(!built.files.contains_key("policies/koudaigongyuan/progress/index.html"));
    let path = "content/policies/koudaigongyuan/indicators.yaml";
    let text = fs::read_to_string(site.at(path)).unwrap();
    let confirmed: String = text
        .lines()
        .filter(|line| !line.starts_with("  proposed:"))
        .map(|line| format!("{line}\n"))
        .collect();
    site.write(path, confirmed);
    let built = build_in_memory(site.path(), harness::TODAY);
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    let data: serde_json::Value =
        serde_json::from_str(built.text("policies/koudaigongyuan/data/progress.json")).unwrap();
    let all = data["indicators"].as_array().unwrap();
    let parks = all.iter().find(|indicator| indicator["name"] == "口袋公园").unwrap();
    let targets: Vec<String> = parks["targets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|target| {
            format!(
                "{} {} {}",
                target["by"].as_str().unwrap(),
                target["word"].as_str().unwrap(),
                target["value"]
            )
        })
        .collect();
    assert_eq!(targets, ["2023 reach 40", "2025 over 60"]);
}

#[test]
fn nothing_that_is_there_is_touched() {
    let (name, bytes) = documents().remove(0);
    let cases: [(&str, &str); 3] = [
        ("content/policies/koudaigongyuan/policy.md", "koudaigongyuan"),
        ("content/policies/koudaigongyuan/notes.txt", "koudaigongyuan"),
        ("content/policies", "policies"),
    ];
    for (taken, named) in cases {
        let site = Folder::empty();
        site.write(taken, "自己的");
        let before = tree(site.path());
        let ran = import(&site, name, &bytes, &[]);
        assert_eq!(ran.code, 2, "{taken}");
        assert!(ran.stderr.starts_with("错误：") && ran.stderr.contains(named), "{}", ran.stderr);
        assert_eq!(tree(site.path()), before, "{taken}");
    }
    let site = Folder::empty();
    assert_eq!(import(&site, name, &bytes, &[]).code, 0);
    let before = tree(site.path());
    assert_eq!(import(&site, name, &bytes, &[]).code, 2);
    assert_eq!(tree(site.path()), before);
    // Under another name the same document is a second policy, and the register stays as it is.
    let ran = import(&site, name, &bytes, &["--id", "parks"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    let after = tree(site.path());
    assert!(before.iter().all(|(path, bytes)| after[path] == *bytes));
    assert_eq!(after.len(), before.len() + 2);
}

#[cfg(unix)]
#[test]
fn a_link_leads_no_file_out_of_the_site() {
    let (name, bytes) = documents().remove(0);
    let (site, other) = (Folder::empty(), Folder::empty());
    fs::create_dir(site.at("content")).unwrap();
    std::os::unix::fs::symlink(other.path(), site.at("content/policies")).unwrap();
    let ran = import(&site, name, &bytes, &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("不在站点文件夹里"), "{}", ran.stderr);
    assert!(tree(other.path()).is_empty() && !site.at("content/site.yaml").exists());
}

#[test]
fn a_register_that_is_there_is_left_alone_and_what_it_lacks_is_printed() {
    let (name, bytes) = documents().remove(0);
    let site = Folder::small();
    let register = "- { name: 区园林局, kind: department }\n- { name: 各乡镇（街道）, kind: group, members: { kinds: [township] } }\n";
    site.write("content/organisations.yaml", register);
    let ran = import(&site, name, &bytes, &[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.starts_with("- { name: 区财政局, kind: department }"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("园林局") && !ran.stdout.contains("乡镇"), "{}", ran.stdout);
    assert_eq!(fs::read_to_string(site.at("content/organisations.yaml")).unwrap(), register);
    site.write("content/organisations.yaml", format!("{register}{}", ran.stdout));
    let built = build_in_memory(site.path(), harness::TODAY);
    assert!(!built.problems().contains("content/unregistered-organisation"), "{}", built.problems());
}

#[test]
fn a_dry_run_shows_everything_and_writes_nothing() {
    let (name, bytes) = documents().remove(0);
    let site = Folder::empty();
    let ran = import(&site, name, &bytes, &["--dry-run"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(tree(site.path()).is_empty());
    let wet = import(&site, name, &bytes, &[]);
    assert_eq!(wet.stdout, "");
    let again = import(&site, name, &bytes, &["--dry-run"]);
    assert_eq!((again.code, again.stdout.as_str()), (2, ""));
    for (path, bytes) in tree(&site.at("content")) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(ran.stdout.contains(&format!("# ---- content/{path}\n{text}")), "{path}");
    }
}

#[test]
fn the_encoding_makes_no_difference() {
    let (name, bytes) = documents().remove(0);
    let text = String::from_utf8(bytes.clone()).unwrap();
    let (gb, _, lost) = encoding_rs::GB18030.encode(&text);
    assert!(!lost);
    let bom = [b"\xEF\xBB\xBF", bytes.as_slice()].concat();
    let windows = text.replace('\n', "\r\n").into_bytes();
    let plain = Folder::empty();
    import(&plain, name, &bytes, &[]);
    for other in [gb.into_owned(), bom, windows] {
        let site = Folder::empty();
        assert_eq!(import(&site, name, &other, &[]).code, 0);
        assert_eq!(tree(site.path()), tree(plain.path()));
    }
}

#[test]
fn in_english_every_word_of_the_program_is_english() {
    for (name, bytes) in documents() {
        let site = Folder::empty();
        let ran = import(&site, name, &bytes, &["--lang", "en"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        for words in ["找到", "写入", "没有", "请核对", "推断"] {
            assert!(!ran.stderr.contains(words), "{name}: {}", ran.stderr);
            for (path, bytes) in tree(&site.at("content")) {
                let text = String::from_utf8(bytes).unwrap();
                let comment = text
                    .lines()
                    .filter_map(|line| line.split_once("# "))
                    .any(|(_, note)| note.contains(words));
                assert!(!comment, "{name}: {path}:\n{text}");
            }
        }
        if name != "damaged.txt" {
            site.build();
        }
    }
}

#[test]
fn what_cannot_be_taken_in_is_a_sentence() {
    let cases: [(&str, &[u8], &[&str], &str); 8] = [
        ("a.pdf", b"%PDF", &[], "不能读 .pdf 文件"),
        ("a.doc", b"x", &[], "另存为 .docx"),
        ("a.docx", b"x", &[], "不是完整的 .docx 文件"),
        ("a.txt", b" \n", &[], "文件里没有文字"),
        ("a.html", b"<script>1</script>", &[], "文件里没有文字"),
        ("a.txt", "一、目标".as_bytes(), &["--id", "A b"], "--id 只能用小写字母"),
        ("a.txt", "一、目标".as_bytes(), &[], "从标题取不出 id"),
        ("a", b"x", &[], "能导入的是 .txt、.html 和 .docx"),
    ];
    for (name, bytes, more, said) in cases {
        let site = Folder::empty();
        let ran = import(&site, name, bytes, more);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{name}");
        assert!(ran.stderr.starts_with("错误：") && ran.stderr.contains(said), "{name}: {}", ran.stderr);
        assert!(tree(site.path()).is_empty(), "{name}");
        let ran = import(&site, name, bytes, &[more, &["--lang", "en"]].concat());
        assert!(ran.stderr.starts_with("error: ") && ran.stderr.is_ascii(), "{name}: {}", ran.stderr);
    }
    let site = Folder::empty();
    assert_eq!(site.run(&["import", "none.txt"]).code, 2);
    let ran = import(&site, "a.txt", b"\xFF\xFF\xC3", &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("错误[source/encoding]"), "{}", ran.stderr);
    assert!(tree(site.path()).is_empty());
}

/// What would be written of a document, in an empty folder.
fn planned(name: &str, bytes: Vec<u8>) -> Result<Plan, Refusal> {
    let root = Path::new("/nowhere/at/all");
    plan(Request { root, name, bytes, id: Some("p"), language: Language::Chinese })
}

/// Reads what would be written as a site.
fn read_back(plan: &Plan) -> (String, usize) {
    let mut sources = Sources::default();
    for file in &plan.files {
        sources.add(file.path.as_str(), file.text.as_str());
    }
    let mut d = Diagnostics::new();
    let options = content::Options { as_of: parse_date("2030-01-01").unwrap(), drafts: false };
    content::read(&sources, &options, &mut content::Kept::default(), &mut d);
    (print(&d, &sources, Format::Human, Language::Chinese, false), d.count(Severity::Error))
}

/// Pieces of documents, and what could upset YAML, Markdown and the reading of figures.
const PIECES: [&str; 64] = [
    "到2025年",
    "到2025",
    "2024年6月底前",
    "2023—2027年",
    "每年",
    "在2022年的基础上",
    "，",
    ",",
    "、",
    "和",
    "。",
    "\n",
    "\n",
    "\n一、",
    "\n三、",
    "\n(一)",
    "\n1.",
    "\n12．",
    "高新技术企业",
    "科技型企业",
    "覆盖率",
    "突破",
    "超过",
    "达到",
    "不低于",
    "控制在",
    "以内",
    "以上",
    "分别",
    "新增",
    "培育",
    "160家",
    "200",
    "1６0个",
    "10%",
    "20—30亩",
    "5亿元",
    "0.5",
    "家",
    "的",
    "增长",
    "给予",
    "〔责任单位:",
    "区科技局、",
    "各乡镇(街道)",
    "等〕",
    "）",
    "（",
    "附件:1.",
    "附件2",
    "《",
    "》",
    "\u{FFFD}",
    "\u{E000}",
    "#",
    "---\n",
    "'",
    "\"",
    ": ",
    "{",
    "|",
    "<!--",
    "\t",
    "：",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_text_says_what_is_written_is_right(pieces in prop::collection::vec(0..PIECES.len(), 0..80)) {
        let body: String = pieces.iter().map(|&n| PIECES[n]).collect();
        let head = "索引号 | 甲 | 发布机构 | 青禾区政府办公室 |\n标题：青禾区方案\n成文日期：2023-01-02\n发布日期：2023-01-03\n";
        let plan = planned("a.txt", format!("{head}{body}").into_bytes()).unwrap();
        let paths: Vec<&str> = plan.files.iter().map(|file| file.path.as_str()).collect();
        let known = ["content/policies/p/policy.md", "content/policies/p/indicators.yaml", "content/organisations.yaml", "content/site.yaml"];
        prop_assert!(paths.iter().all(|path| known.contains(path)), "{:?}", paths);
        let (said, errors) = read_back(&plan);
        prop_assert_eq!(errors, 0, "{}\n{}", said, plan.files[0].text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), text in ".{0,200}") {
        for name in ["a.txt", "a.html", "a.docx"] {
            let _ = planned(name, bytes.clone());
            let _ = planned(name, text.clone().into_bytes());
        }
        let _ = planned("a.docx", word_file(&[(1, &text.replace(['<', '&'], "")), (3, "甲")], &[("decimal", &text.replace(['<', '&', '"'], ""))]));
    }
}
