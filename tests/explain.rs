//! `gongbao explain`: from a name or an address to file, line and arithmetic.

mod harness;

use harness::{Folder, TODAY, repository, run};

/// Asks the sample of this repository.
fn ask(arguments: &[&str]) -> harness::Ran {
    let root = repository().to_str().unwrap();
    run(&[&["--root", root, "--as-of", TODAY, "explain"], arguments].concat())
}

#[test]
fn a_figure_is_traced_to_its_line_and_computed_step_by_step() {
    let ran = ask(&["double-growth/high-tech"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for line in [
        "高新技术企业（double-growth/high-tech）",
        "  实际数                            128家      2024年6月底",
        "  当期应达                          130家      100 + (160 − 100) × 18 ÷ 36",
        "  折合时间                          −1.2个月   从2022年12月算起：应达数为128是第16.8个月，本期是第18个月",
        "  状态                              略有滞后   −2 ≤ −1.2 < 0（个月）",
        "  平均每月须增减                    1.9家      33 ÷ 18，只入不舍",
    ] {
        assert!(ran.stdout.lines().any(|found| found == line), "no line\n{line}\nin\n{}", ran.stdout);
    }
    // The place is where the figure stands in the file.
    let place = ran.stdout.lines().find(|line| line.contains("实际数，2024年6月底")).unwrap();
    let place = place.split_whitespace().last().unwrap();
    let [path, line, column] = place.split(':').collect::<Vec<_>>()[..] else { panic!("{place}") };
    let text = std::fs::read_to_string(repository().join(path)).unwrap();
    let line = text.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap();
    let figure: String = line.chars().skip(column.parse::<usize>().unwrap() - 1).collect();
    assert_eq!(figure, "128");
}

#[test]
fn a_name_of_two_policies_tells_both() {
    let ran = ask(&["高新技术企业"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains("（double-growth/high-tech）"), "{}", ran.stdout);
    assert!(ran.stdout.contains("（chongqing-plan/high-tech）"), "{}", ran.stdout);
}

#[test]
fn a_period_is_told_as_it_was_read_then() {
    let ran = ask(&["double-growth/high-tech", "--period", "2024-04"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("截至2024年4月底，高新技术企业124家"), "{}", ran.stdout);
    assert!(ran.stdout.contains("progress/2024-04.yaml:"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("2024-06"), "{}", ran.stdout);
}

#[test]
fn addresses_of_pages_are_understood_in_every_form() {
    let one = ask(&["double-growth/high-tech"]).stdout;
    for address in [
        "policies/double-growth/indicators/high-tech/index.html",
        "policies/double-growth/indicators/high-tech/",
        "https://example.gov.cn/zt/jinzhan/policies/double-growth/indicators/high-tech/index.html#computed",
        "file:///D:\\site\\output\\policies\\double-growth\\indicators\\high-tech\\index.html",
    ] {
        assert_eq!(ask(&[address]).stdout, one, "{address}");
    }
    // A bulletin tells the figures of its period; a milestone has none there.
    let bulletin = ask(&["policies/double-growth/progress/2024-05/index.html"]).stdout;
    assert_eq!(bulletin.matches("截至2024年5月底").count(), 2, "{bulletin}");
    let policy = ask(&["policies/double-growth/"]).stdout;
    assert_eq!(policy.lines().filter(|line| line.starts_with("计算")).count(), 2, "{policy}");
    assert!(policy.contains("渝东北科技创新基金（double-growth/fund）"), "{policy}");
}

#[test]
fn the_row_of_an_organisation_is_told_with_its_file() {
    let ran = ask(&["double-growth/high-tech", "--organisation", "高峰街道"]);
    assert!(ran.stdout.contains("高峰街道，2024年目标"), "{}", ran.stdout);
    assert!(ran.stdout.contains("高峰街道，2024年6月底"), "{}", ran.stdout);
    let none = ask(&["double-growth/high-tech", "--organisation", "区财政局"]);
    assert!(none.stdout.contains("区财政局在这个指标下没有分解任务"), "{}", none.stdout);
}

#[test]
fn what_is_not_there_is_a_sentence_with_the_nearest_name() {
    for (arguments, sentence) in [
        (vec!["高新企业"], "错误：没有名称、编号或网址是“高新企业”的指标；可以写：高新技术企业\n"),
        (
            vec!["organisations/kjj/"],
            "错误：网页“organisations/kjj/”上没有指标；可以写：高新技术企业、科技型企业、渝东北科技创新基金\n",
        ),
        (
            vec!["double-growth/high-tech", "--period", "2022-01"],
            "错误：“double-growth/high-tech”没有2022年1月的数据\n",
        ),
        (
            vec!["高新技术企业", "--period", "6月"],
            "错误：--period 应为月、季或年，如 2024-07、2024-Q3 或 2024，这里是“6月”\n",
        ),
        (
            vec!["高新技术企业", "--organisation", "高峰街到"],
            "错误：没有登记“高峰街到”，是不是“高峰街道”？\n",
        ),
    ] {
        let ran = ask(&arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.stdout.is_empty(), "{}", ran.stdout);
        assert_eq!(ran.stderr, sentence);
    }
}

#[test]
fn content_with_errors_is_told_instead() {
    let site = Folder::empty();
    site.write("content/site.yaml", "title: 一\n");
    let ran = site.run(&["explain", "高新技术企业"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("site.yaml"), "{}", ran.stderr);
}
