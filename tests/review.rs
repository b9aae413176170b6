//! `gongbao review`: everything that is about to be published stands on the sheet, old beside new.

mod harness;

use harness::{Folder, TODAY, repository, run, tree};
use std::fs;

/// The words of a page, without its tags and styles, and without space between them.
fn words(html: &str) -> String {
    let body = html.split_once("<main>").expect("a main part").1;
    let mut words = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                words.push('|');
            }
            c if !inside && c != '\n' => words.push(c),
            _ => {}
        }
    }
    while words.contains("||") {
        words = words.replace("||", "|");
    }
    words
}

/// The sheet of the sample of this repository.
fn sample(arguments: &[&str]) -> String {
    let folder = Folder::empty();
    let path = folder.at("sheet.html");
    let (root, out) = (repository().to_str().unwrap(), path.to_str().unwrap());
    let all = [&["--root", root, "--as-of", TODAY, "review", "--output", out], arguments].concat();
    let ran = run(&all);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    fs::read_to_string(path).unwrap()
}

#[test]
fn new_figures_corrections_statuses_rows_and_tasks_stand_old_beside_new() {
    let html = sample(&[]);
    let words = words(&html);
    for told in [
        // A correction with what was published, and why.
        "|高新技术企业|2024年5月|127家|125家|−2家|更正：剔除重复2家",
        // A new figure beside the one before, with file and line.
        "|高新技术企业|2024年6月|125家（2024年5月）|128家|+3家|",
        "|content/policies/double-growth/progress/2024-06.yaml:8|",
        // The status that moves, and the sentence that will be public.
        "|渝东北科技创新基金|未到时点|达进度|截至2024年6月底，渝东北科技创新基金已完成3步中的1步",
        "|高峰街道|—|2|",
        "|已报合计|126|",
        "（页面上为“未报”）：武陵镇。",
        "|推进中|推进受阻|",
        "“签订出资协议”按期达到",
        "检查没有发现问题。",
        "|经办|",
        "|签发|",
        // What is invented says so.
        "演示站点：进度数据为示例",
    ] {
        assert!(words.contains(told), "no {told}\nin {words}");
    }
    // Nothing is asked of any other file or host.
    assert!(!html.contains("src=") && !html.contains("href="));
}

#[test]
fn a_day_to_compare_with_gathers_everything_since() {
    let words = words(&sample(&["--since", "2024-05-31"]));
    assert!(words.contains("|变化起算日|2024年5月31日|"), "{words}");
    assert!(words.contains("|高新技术企业|2024年5月|"), "{words}");
    assert!(words.contains("|高新技术企业|2024年6月|"), "{words}");
}

/// A site with one policy and one figure of June.
fn small(progress: &str) -> Folder {
    let site = Folder::empty();
    site.write("content/site.yaml", "title: 一\nlanguage: zh-CN\norganisation: 一\n");
    let policy = "---\ntitle: 一\nissuer: 一\nissued: 2024-01-26\npublished: 2024-02-02\n---\n\n一、目标\n";
    site.write("content/policies/one/policy.md", policy);
    site.write("content/policies/one/indicators.yaml", "- { id: a, name: 甲, unit: 个, kind: level }\n");
    site.write("content/policies/one/progress/2024-06.yaml", progress);
    site
}

#[test]
fn a_period_without_its_day_is_named_and_warnings_are_listed() {
    let site = small("summary: 待补充\nindicators:\n  甲: 5.5\n");
    let ran = site.run(&["review"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let html = fs::read_to_string(site.at("发布审核单-2024-07-15.html")).unwrap();
    let words = words(&html);
    assert!(words.contains("不在本单之内：content/policies/one/progress/2024-06.yaml。"), "{words}");
    assert!(words.contains("data/fraction"), "{words}");
    // What only an inspector would find stands there too.
    assert!(words.contains("inspect/placeholder"), "{words}");
    // An older sheet of the same day is replaced.
    assert_eq!(site.run(&["review"]).code, 0);
}

#[test]
fn a_site_with_errors_has_no_sheet_and_no_file_is_written_where_it_should_not_be() {
    let site = small("indicators:\n  甲: 很多\n");
    let before = tree(site.path());
    let ran = site.run(&["review"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("data/not-a-number"), "{}", ran.stderr);
    for path in ["content/site.yaml", "content/sheet.html", "sheet.txt"] {
        let ran = site.run(&["review", "--output", site.at(path).to_str().unwrap()]);
        assert_eq!(ran.code, 2, "{path}");
        assert!(ran.stderr.contains("以外的 .html 文件"), "{}", ran.stderr);
    }
    assert_eq!(tree(site.path()), before);
}
