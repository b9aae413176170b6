//! Sheets in place of mappings.

use super::*;

const ROWS: &str = "        高峰街道: [60, 100]\n        龙都街道: [40, ~]\n";
const JUNE_FILE: &str = "content/policies/p/progress/2024-06.yaml";

/// The tiny site with a sheet as its breakdown.
fn annex(columns: &str) -> String {
    INDICATORS
        .replace(&format!("      rows:\n{ROWS}"), "      rows: { table: annex.csv }\n")
        .replace("      columns: [2022, 2025]\n", columns)
}

#[test]
fn a_breakdown_from_a_sheet() {
    let csv = "序号,单位,2022年,2025年,备注\n1,高峰街道,60,100,\n2,龙都街道,40,,无任务\n,合计,100,100,\n";
    let files = [("content/policies/p/files/annex.csv", csv)];
    for columns in ["", "      columns: [2022, 2025]\n"] {
        let indicators = annex(columns);
        let site = tiny(&[files[0], ("content/policies/p/indicators.yaml", &indicators)]).fine();
        let breakdown = &site.policies[0].indicators[0].breakdowns[0];
        assert_eq!(breakdown.columns.len(), 2);
        assert_eq!(breakdown.rows[0].targets, [Some(60.0), Some(100.0)]);
        assert_eq!(breakdown.rows[1].targets, [Some(40.0), None]);
    }
}

#[test]
fn mistakes_in_a_sheet() {
    let with = |csv: &str, columns: &str| {
        tiny(&[
            ("content/policies/p/annex.csv", csv),
            ("content/policies/p/indicators.yaml", &annex(columns)),
        ])
        .problems()
    };
    assert_eq!(with("单位,2022\n高峰街道,60\n龙都街道,40\n合计,101\n", ""), ["annex.csv:4:4 data/total-row"]);
    assert_eq!(with("单位,2022\n高峰街道,60\n小计,60\n龙都街道,40\n合计,100\n", ""), Vec::<String>::new());
    assert_eq!(
        with("单位,2022\n高峰街道,60家\n龙都街道,40\n合计,101\n", ""),
        ["annex.csv:2:6 data/number-with-unit"]
    );
    assert_eq!(
        with("单位,2022\n高峰街道,60\n龙都乡,40\n", ""),
        ["annex.csv:3:1 content/unknown-organisation"]
    );
    assert_eq!(with("单位,目标\n高峰街道,60\n", ""), ["annex.csv:1:4 data/table-without-periods"]);
    assert_eq!(
        with("单位,2022\n高峰街道,60\n", "      columns: [2022, 2025]\n"),
        ["indicators.yaml:15:23 data/column-not-in-table"]
    );
    let missing = tiny(&[("content/policies/p/indicators.yaml", &annex(""))]).problems();
    assert_eq!(missing, ["indicators.yaml:15:22 content/missing-file"]);
}

#[test]
fn figures_from_a_workbook() {
    let june = |block: &str| JUNE.replace("      高峰街道: 80\n", &format!("      {block}\n"));
    let text = june("table: june.xlsx");
    let rows: &[&[&str]] = &[
        &["单位", "高新技术企业", "其他"],
        &["高峰街道", "80", "x"],
        &["龙都街道", "45", ""],
        &["合 计", "125", ""],
    ];
    let site = tiny(&[(JUNE_FILE, &text)]).workbook("content/policies/p/progress/june.xlsx", rows).fine();
    let rows = &site.policies[0].indicators[0].breakdowns[0].rows;
    assert_eq!((rows[0].figures[0].value, rows[1].figures[0].value), (80.0, 45.0));
    let wrong: &[&[&str]] = &[&["单位", "高新企业", "其他"], &["高峰街道", "80", "1"]];
    let wrong = tiny(&[(JUNE_FILE, &text)]).workbook("content/policies/p/progress/june.xlsx", wrong);
    assert_eq!(wrong.problems(), ["june.xlsx:1:2 data/column-not-in-table"]);
    let both = tiny(&[
        (JUNE_FILE, &june("table: june.csv\n      高峰街道: 1")),
        ("content/policies/p/progress/june.csv", "单位,高新技术企业\n高峰街道,80\n"),
    ]);
    assert_eq!(both.problems(), ["2024-06.yaml:10:7 data/table-and-rows"]);
}

#[test]
fn one_sheet_for_the_whole_block() {
    let text = "breakdowns: { table: june.csv }\nindicators: { table: own.csv }\n";
    let site = tiny(&[
        (JUNE_FILE, text),
        ("content/policies/p/progress/june.csv", "单位,高新技术企业\n高峰街道,80\n龙都街道,45\n"),
        ("content/policies/p/progress/own.csv", "指标,2024-06\n高新技术企业,125\n"),
    ])
    .fine();
    let indicator = &site.policies[0].indicators[0];
    assert_eq!(indicator.figures[0].value, 125.0);
    assert_eq!(indicator.breakdowns[0].rows[1].figures[0].value, 45.0);
}

#[test]
fn nothing_beside_a_table_is_dropped() {
    let table = "单位,高新技术企业\n高峰街道,80\n";
    let beside = JUNE.replacen("indicators:\n", "indicators:\n  table: all.csv\n", 1);
    let beside = tiny(&[
        (JUNE_FILE, &beside),
        ("content/policies/p/progress/all.csv", "指标,2024-06\n高新技术企业,128\n"),
    ]);
    assert_eq!(
        beside.problems(),
        ["2024-06.yaml:5:3 data/table-and-rows", "2024-06.yaml:6:3 data/table-and-rows"]
    );
    let rows = INDICATORS.replacen("      rows:\n", "      rows:\n        table: rows.csv\n", 1);
    let rows = tiny(&[
        ("content/policies/p/indicators.yaml", &rows),
        ("content/policies/p/rows.csv", "单位,2022,2025\n高峰街道,60,100\n龙都街道,40,\n"),
    ]);
    assert!(
        rows.problems().iter().any(|problem| problem.ends_with("data/table-and-rows")),
        "{:?}",
        rows.problems()
    );
    // The columns of this table are indicators: in a column file nobody could say of which period.
    let history = "columns: [2024-04, 2024-05]\nbreakdowns: { table: old.csv }\n";
    let history = tiny(&[
        ("content/policies/p/progress/history.yaml", history),
        ("content/policies/p/progress/old.csv", table),
    ]);
    assert_eq!(history.problems(), ["old.csv:1:4 data/not-a-period"]);
}
