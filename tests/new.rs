//! `gongbao new`: blank files that say nothing to the public until they are filled in.

mod harness;

use harness::{Folder, gongbao, repository, tree};
use std::fs;

/// The sample of this repository, in a folder of its own, to be written to.
fn sample() -> Folder {
    let site = Folder::empty();
    for (path, bytes) in tree(&repository().join("content")) {
        site.write(&format!("content/{path}"), bytes);
    }
    site
}

#[test]
fn the_next_period_names_everything_that_is_due_with_the_last_figures() {
    let site = sample();
    let ran = site.run(&["new", "period", "--policy", "double-growth"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let text = fs::read_to_string(site.at("content/policies/double-growth/progress/2024-07.yaml")).unwrap();
    for line in [
        "as_of: 2024-07-31            # 数据截止日",
        "quality: illustrative        # 示例数；真实数据删去这一行",
        "  高新技术企业:        # 家；上期（2024年6月）128；按序时进度应达131.7",
        "  # 渝东北科技创新基金:             # 完成了才写，去掉行首的 #；2024年12月底前须完成",
        "      高峰街道:              # 上期2",
        "#   二(一)1:             # 培育孵化科技型企业；上期：推进中；上期说下一步：启动下半年企业入库。",
    ] {
        assert!(text.lines().any(|found| found == line), "no line\n{line}\nin\n{text}");
    }
    // A row that has not reported has no last figure, and no figure is filled in anywhere.
    assert!(text.lines().any(|line| line == "      武陵镇:"), "{text}");
}

#[test]
fn a_blank_period_is_no_report_and_a_filled_one_is() {
    let site = sample();
    site.run(&["new", "period", "--policy", "double-growth"]);
    let later = |site: &Folder, arguments: &[&str]| {
        let root = site.path().to_str().unwrap();
        let all = [&["--root", root, "--as-of", "2024-08-15"], arguments].concat();
        let ran: harness::Ran = gongbao(&all).output().unwrap().into();
        ran
    };
    let ran = later(&site, &["check", "--format", "short"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("warning[data/empty-period]"), "{}", ran.stderr);
    assert_eq!(later(&site, &["build", "--no-pictures"]).code, 0);
    assert!(!site.at("output/policies/double-growth/progress/2024-07/index.html").exists());

    let path = "content/policies/double-growth/progress/2024-07.yaml";
    let text = fs::read_to_string(site.at(path)).unwrap();
    let filled = text
        .replace("  高新技术企业:   ", "  高新技术企业: 131   ")
        .replace("# published:   ", "published: 2024-08-10   ")
        .replace("#   二(一)1: ", "clauses:\n  二(一)1: ")
        .replacen("#     state:\n#     done:", "    state: under-way\n    done: 已入库三十家", 1);
    site.write(path, filled);
    // What is said in Chinese is said in English too, as in the months before.
    let english = "clauses:\n  二(一)1: { done: Thirty firms entered the register. }\n";
    site.write("content/policies/double-growth/progress/2024-07.en.yaml", english);
    let ran = later(&site, &["check"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "没有发现问题\n"));
    assert_eq!(later(&site, &["build", "--no-pictures"]).code, 0);
    let page =
        fs::read_to_string(site.at("output/policies/double-growth/progress/2024-07/index.html")).unwrap();
    assert!(page.contains("131"), "{page}");
}

#[test]
fn a_file_that_is_not_published_yet_is_followed_too() {
    let site = sample();
    let path = "content/policies/double-growth/progress/2024-07.yaml";
    site.write(path, "published: 2024-08-10\nindicators:\n  高新技术企业: 131\n");
    let ran = site.run(&["new", "period", "--policy", "double-growth"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let text = fs::read_to_string(site.at("content/policies/double-growth/progress/2024-08.yaml")).unwrap();
    assert!(text.contains("上期（2024年7月）131"), "{text}");
}

#[test]
fn quarters_follow_quarters_and_a_first_period_is_the_last_one_over() {
    let site = Folder::empty();
    site.write("content/site.yaml", "title: 一\nlanguage: zh-CN\norganisation: 一\n");
    let policy = "---\ntitle: 一\nissuer: 一\nissued: 2024-01-26\npublished: 2024-02-02\n---\n\n一、目标\n";
    site.write("content/policies/one/policy.md", policy);
    let indicator = "- { id: a, name: \"100: 甲\", unit: 个, kind: level, frequency: quarterly }\n";
    site.write("content/policies/one/indicators.yaml", indicator);
    assert_eq!(site.run(&["new", "period"]).code, 0);
    let first = site.at("content/policies/one/progress/2024-Q2.yaml");
    let text = fs::read_to_string(&first).unwrap();
    // A name that YAML would misread is quoted.
    assert!(text.contains("  \"100: 甲\":        # 个\n"), "{text}");
    fs::write(&first, text.replace("甲\":  ", "甲\": 5 ")).unwrap();
    let ran = site.run(&["new", "period"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let text = fs::read_to_string(site.at("content/policies/one/progress/2024-Q3.yaml")).unwrap();
    assert!(text.contains("上期（2024年第二季度）5"), "{text}");
}

#[test]
fn a_new_policy_is_a_draft_that_hinders_nobody() {
    let site = sample();
    let ran = site.run(&["new", "policy", "xue-qian", "--title", "学前教育：三年行动"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let ran = site.run(&["check"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "没有发现问题\n"));
    // As soon as drafts count, what is missing is said.
    let ran = site.run(&["check", "--drafts", "--format", "short"]);
    assert_eq!(ran.code, 1);
    for key in ["issuer", "issued", "published"] {
        assert!(ran.stderr.contains(&format!("`{key}`")), "{}", ran.stderr);
    }
}

#[test]
fn an_interpretation_asks_for_its_date() {
    let site = sample();
    let ran = site.run(&["new", "interpretation", "why", "--policy", "double-growth", "--title", "为什么"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let path = "content/policies/double-growth/interpretations/why.md";
    let ran = site.run(&["check", "--format", "short"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains(path) && ran.stderr.contains("`published`"), "{}", ran.stderr);
    let text = fs::read_to_string(site.at(path)).unwrap();
    site.write(path, text.replace("published:  ", "published: 2024-07-01  "));
    assert_eq!(site.run(&["check"]).code, 0);
}

#[test]
fn nothing_is_overwritten_and_every_mistake_is_a_sentence() {
    let site = sample();
    let before = tree(site.path());
    for (arguments, sentence) in [
        (vec!["new", "period"], "请用 --policy 指明哪项政策：double-growth、chongqing-plan"),
        (
            vec!["new", "period", "--policy", "double-grow"],
            "没有“double-grow”这项政策，是不是“double-growth”？",
        ),
        (vec!["new", "period", "2024-06", "--policy", "double-growth"], "没有改动"),
        (
            vec!["new", "period", "7月", "--policy", "double-growth"],
            "PERIOD 应为月、季或年，如 2024-07、2024-Q3 或 2024，这里是“7月”",
        ),
        (vec!["new", "policy", "学前教育"], "“学前教育”不能作网址"),
        (vec!["new", "policy", "../x"], "“../x”不能作网址"),
        (vec!["new", "policy", "double-growth"], "没有改动"),
        (vec!["new", "interpretation", "text", "--policy", "double-growth"], "没有改动"),
    ] {
        let ran = site.run(&arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(sentence), "{arguments:?}: {}", ran.stderr);
    }
    assert_eq!(tree(site.path()), before);
    let empty = Folder::empty();
    let ran = empty.run(&["new", "policy", "one"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("没有 content/ 文件夹"), "{}", ran.stderr);
    assert!(tree(empty.path()).is_empty());
}

#[test]
fn init_wires_editors_up_with_schemas_that_are_there() {
    let site = Folder::empty();
    assert_eq!(site.run(&["init"]).code, 0);
    let files = tree(site.path());
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    // Every schema that the settings name is there, and every YAML file's first line leads to one.
    let settings: serde_json::Value = serde_json::from_str(&text(".vscode/settings.json")).unwrap();
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    for schema in schemas.keys() {
        assert!(files.contains_key(schema.trim_start_matches("./")), "{schema}");
    }
    // And every schema of a YAML file is named there.
    for described in gongbao::content::schema::ALL.iter().filter(|one| one.files.ends_with(".yaml")) {
        let name = format!("./schemas/{}", described.file_name());
        let translated = described.files.replace("*.yaml", "*.en.yaml");
        // A period's translation is no period.
        let files = match translated == described.files || !described.files.contains("*.yaml") {
            true => described.files.into(),
            false => serde_json::json!([described.files, format!("!{translated}")]),
        };
        assert_eq!(schemas.get(&name), Some(&files), "{name}");
    }
    for path in files.keys().filter(|path| path.starts_with("content/") && path.ends_with(".yaml")) {
        let first = text(path);
        let schema = first.lines().next().unwrap().strip_prefix("# yaml-language-server: $schema=").unwrap();
        let folder = site.at(path);
        assert!(folder.parent().unwrap().join(schema).is_file(), "{path}: {schema}");
    }
    let snippets: serde_json::Value = serde_json::from_str(&text(".vscode/gongbao.code-snippets")).unwrap();
    assert!(snippets.as_object().unwrap().values().all(|snippet| snippet["prefix"].is_string()));
    // The next period's file leads to its schema too.
    assert_eq!(site.run(&["new", "period"]).code, 0);
    let next = fs::read_to_string(site.at("content/policies/lao-jiu-xiao-qu/progress/2024-07.yaml")).unwrap();
    assert!(next.starts_with("# yaml-language-server: $schema=../../../../schemas/progress.schema.json\n"));
}
