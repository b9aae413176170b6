//! The inspector from outside: silent where nothing is wrong, discreet, and told what is allowed.

mod harness;

use gongbao::diagnostic::{Format, Severity, print};
use gongbao::model::Language;
use harness::{Folder, TODAY, check, repository, tree};
use rust_xlsxwriter::Workbook;

/// The site with a mistake for every rule.
fn faults() -> Folder {
    Folder::fixture(&repository().join("tests/sites/inspect-faults"))
}

#[test]
fn nothing_is_said_of_a_site_that_is_right() {
    for site in [Folder::sample(), Folder::copy_of(&repository().join("src/cli/starter"))] {
        // Illustrative figures are owed by nobody, however old they get.
        for day in [TODAY, "2026-01-01"] {
            let checked = check(site.path(), day);
            assert!(checked.diagnostics.is_empty(), "{}", checked.problems());
        }
    }
}

#[test]
fn personal_numbers_are_not_printed_in_any_form() {
    let site = faults();
    let checked = check(site.path(), TODAY);
    let text = std::fs::read_to_string(site.at("content/policies/grow/policy.md")).unwrap();
    let numbers = ["110101199003070038", "13812345678", "6222021234567890128"];
    for number in numbers {
        assert!(text.contains(number), "the site has no {number}");
    }
    for format in [Format::Human, Format::Short, Format::Json, Format::Github] {
        for language in [Language::Chinese, Language::English] {
            let said = print(&checked.diagnostics, &checked.sources, format, language, true);
            assert!(said.contains("138****5678"), "{format:?}");
            for number in numbers {
                assert!(!said.contains(number), "{format:?} prints {number}");
            }
        }
    }
}

#[test]
fn workbooks_to_download_are_looked_through_hidden_sheets_too() {
    let site = Folder::small();
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "名单").unwrap();
    let hidden = workbook.add_worksheet();
    hidden.write_string(2, 1, "王某 110101199003070038").unwrap();
    hidden.write_number(3, 1, 13_812_345_678.0).unwrap();
    hidden.set_hidden(true);
    site.write("content/policies/shade/files/list.xlsx", workbook.save_to_buffer().unwrap());
    let checked = check(site.path(), TODAY);
    let said = print(&checked.diagnostics, &checked.sources, Format::Short, Language::English, false);
    let expected = [
        "content/policies/shade/files/list.xlsx:3:2: warning[inspect/identity-card]",
        "content/policies/shade/files/list.xlsx:4:2: warning[inspect/mobile]",
    ];
    let codes: Vec<&str> = said.lines().map(|line| line.split("]: ").next().unwrap()).collect();
    assert_eq!(codes, expected.map(|line| line.trim_end_matches(']')), "{said}");
    assert!(checked.problems().contains("list.xlsx:Sheet2!B3"), "{}", checked.problems());
}

#[test]
fn the_lines_that_are_printed_allow_it_once_they_have_a_reason() {
    let site = faults();
    let checked = check(site.path(), TODAY);
    let warnings = checked.diagnostics.iter().filter(|d| d.entry.severity == Severity::Warning);
    let lines: Vec<&str> = warnings.map(|d| d.allow.as_deref().expect(d.entry.code)).collect();
    assert!(lines.len() > 25, "{}", lines.len());

    site.write("content/allow.yaml", lines.join("\n") + "\n");
    let codes = |site: &Folder| {
        let checked = check(site.path(), TODAY);
        checked.diagnostics.iter().map(|d| d.entry.code).collect::<Vec<_>>()
    };
    let without_reason = codes(&site);
    assert!(without_reason.iter().filter(|code| **code == "content/missing-key").count() >= lines.len());

    let reasons: Vec<String> = lines.iter().map(|line| format!("{line} 看过\n")).collect();
    site.write("content/allow.yaml", reasons.concat());
    assert_eq!(codes(&site), ["inspect/forbidden-word"], "{}", reasons.concat());

    // What is allowed and not there any more is told.
    site.replace("content/pages/help.md", "。。", "。");
    assert_eq!(codes(&site), ["inspect/forbidden-word", "inspect/allow-unused"]);
}

#[test]
fn a_build_has_no_inspector_but_knows_what_is_allowed() {
    let site = faults();
    let ran = site.run(&["build", "--no-pictures"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    // An organisation that the register lacks; a warning of the content.
    assert!(ran.stderr.contains("警告 1 处"), "{}", ran.stderr);
    site.write(
        "content/allow.yaml",
        "- code: content/unregistered-organisation\n  file: policies/grow/policy.md\n  reason: 待定\n",
    );
    let ran = site.run(&["build", "--no-pictures", "--strict"]);
    assert!(ran.code == 0 && !ran.stderr.contains("警告"), "{}", ran.stderr);
    // An error elsewhere does not bring it back.
    site.write("content/pages/bad.md", "---\ntitel: 甲\n---\n");
    let ran = site.run(&["check", "--format", "short"]);
    assert!(ran.code == 1 && !ran.stderr.contains("warning"), "{}", ran.stderr);
}

#[test]
fn a_report_for_each_organisation() {
    let site = faults();
    let before = tree(site.path());
    let ran = site.run(&["check", "--by-organisation"]);
    // The forbidden word is an error.
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    let expected = [
        "# 区科技局：《澄江区政策公开》检查情况",
        "科技企业（澄江区科技企业培育方案）：应在2024年6月15日前公布，最近一期是2024年4月",
        "# 白鹤镇：《澄江区政策公开》检查情况",
        "必须改：不能出现“澄江县”",
        "有疑问请联系澄江区政府办公室，电话023-00000000。",
    ];
    for words in expected {
        assert!(ran.stdout.contains(words), "{words}\n{}", ran.stdout);
    }
    assert_eq!(tree(site.path()), before, "a check writes nothing");

    let folder = site.at("reports");
    let ran = site.run(&["--lang", "en", "check", "--by-organisation", "--output", folder.to_str().unwrap()]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    let files = tree(&folder);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["baihe.md", "jw.md", "kjj.md", "zfb.md"]);
    let report = String::from_utf8(files["baihe.md"].clone()).unwrap();
    assert!(report.contains("the figure for April 2024 was due by 15 May 2024"), "{report}");
    let ran =
        site.run(&["check", "--by-organisation", "--output", site.at("content/site.yaml").to_str().unwrap()]);
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("无法写入"), "{}", ran.stderr);
}

#[test]
fn what_is_due_next_is_told_to_those_whose_figures_are_in_time() {
    let ran = Folder::sample().run(&["check", "--by-organisation"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("## 接下来要报的数"), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("高新技术企业（科技企业“双倍增”，示例数）：2024年8月15日前"),
        "{}",
        ran.stdout
    );
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    let site = Folder::small();
    for arguments in [&["check", "--output", "x"][..], &["check", "--by-organisation", "--format", "json"]] {
        let ran = site.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.stderr.contains("--by-organisation"), "{}", ran.stderr);
    }
    // Mistakes that keep the inspector out are told as they always are.
    site.write("content/site.yaml", "title: 甲\n");
    let ran = site.run(&["check", "--by-organisation"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("content/missing-key"), "{}", ran.stderr);
}
