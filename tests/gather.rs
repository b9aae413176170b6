//! `gongbao gather`: what several sites have published becomes an overview of one's own.

mod harness;

use harness::{Folder, TODAY, gongbao, repository, run, tree};
use std::fs;

/// A site that has nothing but its name.
fn city() -> Folder {
    let city = Folder::empty();
    city.write(
        "content/site.yaml",
        "title: 江州市政策进展\nlanguage: zh-CN\norganisation: 江州市政府办公室\n",
    );
    city
}

/// The data of the fixture's sites.
fn fetched(name: &str) -> String {
    fs::read_to_string(repository().join("tests/sites/gathered/content/gathered").join(name)).unwrap()
}

#[test]
fn what_a_site_has_built_is_gathered_as_it_stands() {
    let district = Folder::sample();
    let root = district.path().to_str().unwrap();
    assert_eq!(run(&["--root", root, "--as-of", TODAY, "build", "--no-pictures"]).code, 0);
    let city = city();
    city.write("fetched/donghe.json", fetched("donghe.json"));
    let fetched = city.at("fetched");
    let ran = city.run(&["gather", &format!("{root}/output"), fetched.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("新增 东河区政策进展公开（donghe）：2项政策，数据截至 2024-06-30"),
        "{}",
        ran.stderr
    );
    // Byte for byte: whoever doubts a figure can compare.
    let published = fs::read(district.at("output/data/site.json")).unwrap();
    assert!(tree(&city.at("content/gathered")).values().any(|taken| *taken == published));
    let page = fs::read_to_string(city.at("output/sites/index.html")).unwrap();
    // The same name and unit in both, each with its own status and mark.
    assert!(
        page.contains("高新技术企业")
            && page.contains("128")
            && page.contains("略有滞后")
            && page.contains("示例")
    );
    assert!(page.contains("https://example.gov.cn/zt/jinzhan/policies/double-growth/index.html"), "{page}");
    let table = fs::read_to_string(city.at("output/data/sites.csv")).unwrap();
    assert!(table.contains("万州区政策进展公开,万州区政府办公室,"), "{table}");
    assert!(table.lines().any(|row| row.contains(",科技型企业,家,2024-06,1020,on-schedule,")), "{table}");
}

#[test]
fn a_newer_account_takes_the_place_of_an_older_one_and_never_the_other_way() {
    let city = city();
    let first = fetched("donghe.json");
    let gather = |text: &str| {
        city.write("new/site.json", text);
        let ran = city.run(&["gather", city.at("new/site.json").to_str().unwrap(), "--id", "donghe"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        (ran.stderr, fs::read_to_string(city.at("content/gathered/donghe.json")).unwrap())
    };
    let (said, there) = gather(&first);
    assert!(said.starts_with("新增 ") && there == first, "{said}");
    let (said, _) = gather(&first);
    assert!(said.starts_with("未变 "), "{said}");
    let newer = first.replace("2024-06-30", "2024-07-31");
    let (said, there) = gather(&newer);
    assert!(said.starts_with("更新 ") && there == newer, "{said}");
    let (said, there) = gather(&first);
    assert!(said.starts_with("没有取：已有的更新 ") && there == newer, "{said}");
    let gathered = tree(&city.at("content/gathered"));
    assert_eq!(gathered.keys().collect::<Vec<_>>(), ["donghe.json"]);
}

#[test]
fn what_is_no_site_is_refused_with_its_place_and_nothing_is_built() {
    let cases = [
        ("<!DOCTYPE html>\n<title>404</title>\n", 1, "第1行第1列：不是本程序生成的 data/site.json"),
        ("{\n  \"title\": \"甲区\",\n  \"organisation\": \"甲\",\n  \"policies\": 3\n}\n", 1, "第4行"),
        ("{\"title\": \"甲区\", \"organisation\": \"甲\"}", 1, "missing field `policies`"),
    ];
    for (text, code, sentence) in cases {
        let city = city();
        city.write("jia.json", text);
        let ran = city.run(&["gather", city.at("jia.json").to_str().unwrap()]);
        assert_eq!(ran.code, code, "{}", ran.stderr);
        assert!(ran.stderr.contains(sentence), "{}", ran.stderr);
        assert!(!city.at("output").exists() && !city.at("content/gathered").exists());
    }
    let city = city();
    for (arguments, sentence) in [
        (vec!["gather"], "缺少"),
        (vec!["gather", "nothing-here.json"], "`nothing-here.json` 读不了"),
        (vec!["gather", "content"], "没有 data/site.json"),
    ] {
        let root = city.path().to_str().unwrap();
        let arguments = [&["--root", root], arguments.as_slice()].concat();
        let ran: harness::Ran = gongbao(&arguments).current_dir(city.path()).output().unwrap().into();
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(sentence), "{arguments:?}: {}", ran.stderr);
    }
    // An overview is a site: without one there is nothing to put it into.
    let empty = Folder::empty();
    empty.write("donghe.json", fetched("donghe.json"));
    let ran = empty.run(&["gather", empty.at("donghe.json").to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("gongbao init"), "{}", ran.stderr);
}

#[test]
fn two_sites_never_share_a_name_and_a_dry_run_writes_nothing() {
    let city = city();
    city.write("a/qu.json", fetched("donghe.json"));
    city.write("b/qu.json", fetched("xiling.json"));
    let (a, b) = (city.at("a/qu.json"), city.at("b/qu.json"));
    let (a, b) = (a.to_str().unwrap(), b.to_str().unwrap());
    let ran = city.run(&["gather", "--dry-run", a, b]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("“qu”已经是另一个网站"), "{}", ran.stderr);
    assert!(!city.at("content/gathered").exists());
    assert_eq!(city.run(&["gather", a]).code, 0);
    let ran = city.run(&["gather", b, "--id", "xiling"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let gathered = tree(&city.at("content/gathered"));
    assert_eq!(gathered.keys().collect::<Vec<_>>(), ["qu.json", "xiling.json"]);
}

/// What comes from elsewhere is text, and leads nowhere but to its own site.
#[test]
fn a_hostile_account_is_inert() {
    let city = city();
    let text = fetched("donghe.json")
        .replace("东河区政策进展公开", "<script>alert(1)</script>")
        .replace("policies/keji/index.html", "javascript:alert(2)")
        .replace("policies/lvhua/index.html", "../../../elsewhere/");
    city.write("evil.json", text);
    let ran = city.run(&["gather", city.at("evil.json").to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for page in ["output/index.html", "output/sites/index.html", "output/sites/evil/index.html"] {
        let html = fs::read_to_string(city.at(page)).unwrap();
        assert!(html.contains("&lt;script&gt;alert(1)"), "{page}");
        for harm in ["<script>alert", "javascript:alert", "elsewhere"] {
            assert!(!html.contains(harm), "{page}: {harm}");
        }
    }
}
