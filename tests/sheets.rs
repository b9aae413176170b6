//! Sheets out and in, through the front door: what `export` makes is filled in, sent through a real
//! spreadsheet program, and imported; and so are the sheets that bureaus make themselves.

mod harness;

use gongbao::model::Language;
use harness::import::{ARRIVAL, Fill, JULY, JUNE, filled, import, read, rewritten, small_site};
use harness::{Folder, gongbao, tree};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::fs;
use std::process::Command;

const ZH: Language = Language::Chinese;

/// Exports and gives the bytes of the one sheet.
fn exported(site: &Folder, more: &[&str]) -> Vec<u8> {
    let root = site.path().to_str().unwrap();
    let file = site.at("form.xlsx");
    let fixed =
        ["--root", root, "--as-of", ARRIVAL, "export", "--overwrite", "--output", file.to_str().unwrap()];
    let ran: harness::Ran = gongbao(&[&fixed[..], more].concat()).output().unwrap().into();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    fs::read(file).unwrap()
}

/// The cells that a bureau fills in for July.
fn answers() -> Vec<(usize, &'static str, Fill<'static>)> {
    use Fill::{Number, Words};
    vec![
        (2, "G5", Number(125.0)),
        (2, "H5", Words("初步数")),
        (2, "G6", Number(5200.5)),
        (2, "I6", Words("含免税收入")),
        (2, "G7", Number(45488.0)),
        (3, "E5", Number(49.0)),
        (3, "E6", Number(0.0)),
        (6, "F5", Words("已完成")),
        (6, "G5", Words("走访了四十八户：问题已交办")),
        (6, "J5", Words("走访台账已经公示")),
        (6, "F6", Words("推进受阻")),
        (6, "H6", Words("无")),
        (6, "I6", Words("会同财政部门核对")),
        (6, "J6", Words("名单尚未核定")),
    ]
}

/// The file that those answers give.
const ANSWERED: &str = "\
indicators:
  企业数量: { value: 125, quality: provisional }
  营业收入: { value: 5200.5, note: 含免税收入 }
  引导基金: { step: 完成登记, on: 2024-07-15 }
breakdowns:
  企业数量:
    streets:
      高峰街道: 49
      五桥街道: 0
clauses:
  一1:
    state: done
    done: \"走访了四十八户：问题已交办\"
    evidence: 走访台账已经公示
  一2:
    state: blocked
    next: 会同财政部门核对
    reason: 名单尚未核定
";

#[test]
fn a_form_that_comes_back_is_a_period() {
    let site = small_site();
    site.write("b.xlsx", filled(&exported(&site, &[]), &answers()));
    let before = tree(site.path());
    let ran = import(&site, "b.xlsx", &["--dry-run"], ZH);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(tree(site.path()) == before, "a preview writes nothing");
    for line in [
        "企业培育方案 2024年7月 → content/policies/p/progress/2024-07.yaml",
        "指标!G5",
        "未填 → 125（上期 2024-06：121）",
        "任务!F5",
        "未填 → 推进受阻",
        "变化 13 处：新填 13，修改 0",
        "⚠ 变化过大，请核对",
        "没有写入",
    ] {
        assert!(ran.stderr.contains(line), "`{line}` is missing in\n{}", ran.stderr);
    }
    // 36 became 0: somebody must have looked at it.
    let ran = import(&site, "b.xlsx", &[], ZH);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("--write"), "{}", ran.stderr);
    assert!(tree(site.path()) == before);
    let ran = import(&site, "b.xlsx", &["--write"], ZH);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let text = read(&site, JULY);
    assert!(text.starts_with('#') && text.ends_with(ANSWERED), "{text}");
    let again = import(&site, "b.xlsx", &[], ZH);
    assert_eq!(again.code, 0);
    assert!(again.stderr.contains("变化 0 处") && again.stderr.contains("没有变化"), "{}", again.stderr);
    assert_eq!(read(&site, JULY), text);
    // What is exported now is filled in already, and says nothing new.
    site.write("c.xlsx", exported(&site, &["--period", "2024-07"]));
    let again = import(&site, "c.xlsx", &[], ZH);
    assert!(again.stderr.contains("没有变化"), "{}", again.stderr);
    assert_eq!(site.run(&["check"]).code, 0);
}

/// Runs LibreOffice; without it the test fails and says so.
fn convert(site: &Folder, to: &str, file: &str) {
    let home = format!("-env:UserInstallation=file://{}", site.at("office").display());
    let ran = Command::new("soffice")
        .args([&home, "--headless", "--convert-to", to, file])
        .current_dir(site.path())
        .output()
        .expect("`soffice` is missing: install LibreOffice Calc, on Debian libreoffice-calc-nogui; ./tests/run does");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn a_form_survives_a_spreadsheet_program() {
    let site = small_site();
    site.write("b.xlsx", filled(&exported(&site, &[]), &answers()));
    let wanted = |site: &Folder, files: &[&str]| {
        let _ = fs::remove_file(site.at(JULY));
        for file in files {
            let ran = import(site, file, &["--write"], ZH);
            assert_eq!(ran.code, 0, "{file}: {}", ran.stderr);
        }
        let text = read(site, JULY);
        assert!(text.ends_with(ANSWERED), "{files:?}: {text}");
    };
    // Opened, saved, sent on.
    fs::create_dir(site.at("saved")).unwrap();
    fs::copy(site.at("b.xlsx"), site.at("saved/b.xlsx")).unwrap();
    convert(&site, "ods", "b.xlsx");
    wanted(&site, &["b.ods"]);
    convert(&site, "xlsx:Calc MS Excel 2007 XML", "b.ods");
    assert_ne!(fs::read(site.at("b.xlsx")).unwrap(), fs::read(site.at("saved/b.xlsx")).unwrap());
    wanted(&site, &["b.xlsx"]);
    convert(&site, "xls", "b.xlsx");
    wanted(&site, &["b.xls"]);
    // Each sheet alone, as CSV in UTF-8 (76) and in GB18030 (85).
    for encoding in ["76", "85"] {
        let filter =
            format!("csv:Text - txt - csv (StarCalc):44,34,{encoding},1,,0,false,true,false,false,false,-1");
        convert(&site, &filter, "b.ods");
        wanted(&site, &["b-指标.csv", "b-企业数量 streets.csv", "b-任务.csv"]);
        let ran = import(&site, "b-任务.csv", &[], ZH);
        assert_eq!(ran.stderr.contains("GB18030"), encoding == "85", "{}", ran.stderr);
    }
}

#[test]
fn the_sample_goes_round_unchanged() {
    let site = Folder::sample();
    let root = site.path().to_str().unwrap();
    for period in ["2024-04", "2024-05", "2024-06"] {
        let out = site.at("sheets");
        let export =
            ["--root", root, "export", "--overwrite", "--policy", "double-growth", "--period", period];
        let ran: harness::Ran =
            gongbao(&[&export[..], &["--output", out.to_str().unwrap()]].concat()).output().unwrap().into();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let ran = import(&site, &format!("sheets/double-growth-{period}.xlsx"), &[], ZH);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(ran.stderr.contains("变化 0 处"), "{}", ran.stderr);
    }
}

#[test]
fn an_organisation_is_asked_for_its_own() {
    let site = small_site();
    let bytes = exported(&site, &["--organisation", "高峰"]);
    let text = |name: &str| {
        let found = std::cell::RefCell::new(String::new());
        let _ = rewritten(&bytes, |own, text| {
            if own == name {
                found.replace(text.clone());
            }
            text
        });
        found.into_inner()
    };
    let words = text("xl/sharedStrings.xml");
    assert!(words.contains("高峰街道") && !words.contains("五桥街道"), "{words}");
    assert!(words.contains("落实奖补资金") && !words.contains("开展走访服务"), "{words}");
    assert!(!words.contains(":indicators"), "{words}");
    let sheet = text("xl/worksheets/sheet2.xml");
    for part in [
        "<sheetProtection",
        "<dataValidation",
        "orientation=\"landscape\"",
        "state=\"frozen\"",
        "hidden=\"1\"",
        "SUM(",
    ] {
        assert!(sheet.contains(part), "{part}");
    }
    assert!(text("xl/workbook.xml").contains("_xlnm.Print_Titles"));
    // Nobody else's name is asked of it.
    for (more, told) in [
        (&["--organisation", "高锋街道"][..], "是不是“高峰街道”"),
        (&["--policy", "x"], "没有“x”这项政策；有：p"),
        (&["--period", "七月"], "--period 应为月、季或年"),
    ] {
        let ran = site.run(&[&["export"], more].concat());
        assert_eq!(ran.code, 2);
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
}

#[test]
fn a_form_that_is_there_is_not_overwritten() {
    let site = small_site();
    assert_eq!(site.run(&["export"]).code, 0);
    let file = site.at("sheets/p-2024-07.xlsx");
    fs::write(&file, "filled in").unwrap();
    let ran = site.run(&["export"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("没有覆盖") && ran.stderr.contains("p-2024-07.xlsx"), "{}", ran.stderr);
    assert_eq!(fs::read(&file).unwrap(), b"filled in");
    assert_eq!(site.run(&["export", "--overwrite"]).code, 0);
    assert_ne!(fs::read(&file).unwrap(), b"filled in");
    let first = fs::read(&file).unwrap();
    assert_eq!(site.run(&["export", "--overwrite"]).code, 0);
    assert_eq!(fs::read(&file).unwrap(), first, "the same form is the same bytes");
}

#[test]
fn a_published_figure_is_corrected_and_the_rest_of_the_file_stays() {
    let site = small_site();
    let text = read(&site, JUNE).replace('\n', "\r\n");
    site.write(JUNE, format!("\u{FEFF}{text}"));
    site.write("a.csv", "指标,2024年6月\n企业数量,119\n");
    let ran = import(&site, "a.csv", &[], ZH);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("121 → 119") && ran.stderr.contains("⚠ 更正已公布的数"), "{}", ran.stderr);
    assert_eq!(import(&site, "a.csv", &["--write"], ZH).code, 0);
    let expected = text.replace("121   # 核过", "{ value: 119, was: 121, revised: 2024-08-12 }   # 核过");
    assert_eq!(read(&site, JUNE), format!("\u{FEFF}{expected}"));
    let ran = import(&site, "a.csv", &["--write"], ZH);
    assert!(ran.stderr.contains("没有变化"), "{}", ran.stderr);
}

/// A bureau's own sheet: a merged title, heads in two rows, dates as numbers, a hidden row, totals, a footnote.
fn own_sheet() -> Vec<u8> {
    let mut book = Workbook::new();
    let plain = Format::new();
    let cover = book.add_worksheet().set_name("封面").unwrap();
    cover.write(0, 0, "企业培育情况").unwrap();
    book.add_worksheet().set_name("旧表").unwrap().set_hidden(true).write(0, 0, "高峰街道").unwrap();
    let sheet = book.add_worksheet().set_name("街道").unwrap();
    sheet.merge_range(0, 0, 0, 7, "各街道企业数量和营业收入情况表", &plain).unwrap();
    sheet.write(1, 0, "填报单位：区经信局").unwrap().write(1, 6, "单位：家").unwrap();
    sheet.merge_range(2, 0, 3, 0, "序号", &plain).unwrap();
    sheet.merge_range(2, 1, 3, 1, "街道名称", &plain).unwrap();
    sheet.merge_range(2, 2, 2, 4, "企业数量", &plain).unwrap();
    sheet.merge_range(2, 5, 2, 6, "营业收入（亿元）", &plain).unwrap();
    let month = |m| ExcelDateTime::from_ymd(2024, m, 1).unwrap();
    let dated = Format::new().set_num_format("yyyy年m月");
    sheet.write(3, 2, "2024年目标").unwrap();
    sheet.write_datetime_with_format(3, 3, month(6), &dated).unwrap();
    sheet.write_datetime_with_format(3, 4, month(7), &dated).unwrap();
    // 45474 is the first of July, its format lost.
    sheet.write(3, 5, "2024年目标").unwrap().write(3, 6, 45474).unwrap();
    sheet.merge_range(2, 7, 3, 7, "备注", &plain).unwrap();
    sheet
        .write(4, 2, 45)
        .unwrap()
        .write(4, 1, "高 峰 街 道")
        .unwrap()
        .write(4, 3, 48)
        .unwrap()
        .write(4, 4, "４９")
        .unwrap();
    sheet.write(4, 6, "0.35").unwrap().write(4, 7, "新增1家").unwrap();
    sheet.write(5, 1, "2.五桥街道").unwrap().write(5, 3, 36).unwrap().write(5, 4, "37家").unwrap();
    sheet.write(5, 6, "2100万元").unwrap();
    sheet.write(6, 1, "天城街道").unwrap().write(6, 3, 37).unwrap().write(6, 4, "—").unwrap();
    sheet
        .write(7, 1, "合 计")
        .unwrap()
        .write(7, 3, 121)
        .unwrap()
        .write(7, 4, 86)
        .unwrap()
        .write(7, 6, 0.56)
        .unwrap();
    sheet.write(8, 1, "注：天城街道未报。").unwrap();
    sheet.set_row_hidden(5).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_bureaus_own_sheet_is_read() {
    let site = small_site();
    site.write("own.xlsx", own_sheet());
    let ran = import(&site, "own.xlsx", &["--breakdown", "income/streets"], ZH);
    assert_eq!(ran.code, 1, "no period was said: {}", ran.stderr);
    assert!(
        ran.stderr.contains("sheet/which-period") && ran.stderr.contains("2024-06、2024-07"),
        "{}",
        ran.stderr
    );
    let arguments = ["--breakdown", "income/streets", "--period", "2024-07"];
    let ran = import(&site, "own.xlsx", &arguments, ZH);
    assert_eq!(ran.code, 1, "a hidden row is to be looked at: {}", ran.stderr);
    for line in [
        "街道!E5",
        "未填 → 49（上期 2024-06：48）",
        "⚠ 来自隐藏的行或列",
        "街道!E8 与各行之和相符，不导入：合 计",
        "街道!C4 这一列没有读：企业数量 2024年目标",
        "注：天城街道未报。",
        "隐藏的工作表“旧表”没有读",
        "工作表“封面”里没有要导入的数据",
    ] {
        assert!(ran.stderr.contains(line), "`{line}` is missing in\n{}", ran.stderr);
    }
    assert_eq!(import(&site, "own.xlsx", &[&arguments[..], &["--write"]].concat(), ZH).code, 0);
    let expected = "breakdowns:\n  企业数量:\n    streets:\n      高峰街道: 49\n      五桥街道: 37\n  营业收入:\n    streets:\n      高峰街道: 3500\n      五桥街道: 2100\n";
    assert!(read(&site, JULY).ends_with(expected), "{}", read(&site, JULY));
}

#[test]
fn sheets_in_other_shapes() {
    let cases: [(&str, &str, &[&str], &str); 8] = [
        // Indicators in rows, a title with the month, thousands.
        (
            "indicators",
            "2024年7月企业培育进展\n序号,指标,计量单位,年度目标,实际完成\n1,企业数量,家,160,\"1,25\"\n",
            &[],
            "decimal",
        ),
        (
            "indicators",
            "2024年7月企业培育进展\n序号,指标,计量单位,年度目标,实际完成\n1,企业数量,家,160,125\n2,营业收入（万元）,万元,,\"5,200\"\n",
            &[],
            "indicators:\n  企业数量: 125\n  营业收入: 5200\n",
        ),
        (
            "semicolons",
            "街道;2024年7月企业数量\n高峰;49\n",
            &[],
            "breakdowns:\n  企业数量:\n    streets:\n      高峰街道: 49\n",
        ),
        (
            "one column by letter",
            "街道,规上企业数量,全部企业数量\n高峰,3,49\n",
            &["--column", "C", "--period", "2024-07"],
            "breakdowns:\n  企业数量:\n    streets:\n      高峰街道: 49\n",
        ),
        (
            "one column by head",
            "街道,规上,全部\n高峰,3,49\n",
            &["--column", "全部", "--period", "2024-07", "--breakdown", "firms"],
            "breakdowns:\n  企业数量:\n    streets:\n      高峰街道: 49\n",
        ),
        (
            "no heads",
            "高峰街道,49\n五桥街道,37\n",
            &["--period", "2024-07", "--breakdown", "firms/streets"],
            "breakdowns:\n  企业数量:\n    streets:\n      高峰街道: 49\n      五桥街道: 37\n",
        ),
        (
            "a running total",
            "街道,2024年1—7月企业数量\n高峰街道,49\n小计,49\n",
            &[],
            "breakdowns:\n  企业数量:\n    streets:\n      高峰街道: 49\n",
        ),
        (
            "tasks",
            "2024年7月任务进展\n序号,工作任务,进展状态,进展情况,存在的问题,下一步打算\n1,开展走访服务,推进中,已走访三十户。,无,继续走访。\n2,2.落实奖补资金,,,,\n",
            &[],
            "clauses:\n  一1:\n    state: under-way\n    done: 已走访三十户。\n    next: 继续走访。\n",
        ),
    ];
    for (name, csv, more, expected) in cases {
        let site = small_site();
        site.write("a.csv", csv);
        let ran = import(&site, "a.csv", more, ZH);
        if expected.contains(':') {
            assert_eq!(ran.code, 0, "{name}: {}", ran.stderr);
            let text = read(&site, JULY);
            assert!(text.ends_with(expected), "{name}: {text}\n{}", ran.stderr);
        } else {
            assert!(ran.code == 1 && ran.stderr.contains(expected), "{name}: {}", ran.stderr);
        }
    }
}

#[test]
fn what_stands_below_a_table_is_passed_over_and_named() {
    let site = small_site();
    let csv = "序号,街道,2024年7月企业数量\n1,高峰街道,49\n合计,,49\n注：其余街道未报。,,\n填表人：甲,,审核人：乙\n";
    site.write("a.csv", csv);
    let ran = import(&site, "a.csv", &[], ZH);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for told in ["3:5 与各行之和相符", "4:1 这一行没有读：注：其余街道未报。", "5:1 这一行没有读：填表人：甲"]
    {
        assert!(ran.stderr.contains(told), "`{told}` is missing in\n{}", ran.stderr);
    }
}

#[test]
fn what_the_file_says_is_changed_where_it_stands() {
    let cases = [
        (
            "indicators:\n  firms: { value: 123, quality: provisional }  # 初步\n",
            "gongbao:1:p:2024-07:indicators,value,quality\nfirms,124,正式数\n",
            "indicators:\n  firms: { value: 124, quality: final }  # 初步\n",
        ),
        (
            "# 注\nindicators:\n  企业数量:\n    value: 123\n    note: 旧\nbreakdowns: {}\n",
            "gongbao:1:p:2024-07:indicators,value,note\nfirms,124,\"新：一\"\nincome,1,\n",
            "# 注\nindicators:\n  企业数量:\n    value: 124\n    note: \"新：一\"\n  营业收入: 1\nbreakdowns: {}\n",
        ),
        (
            "published: 2024-08-20\nindicators: { firms: 123 }",
            "gongbao:1:p:2024-07:indicators,value\nfirms,124\nfund#2,2024-07-30\n",
            "published: 2024-08-20\nindicators: { firms: 124, 引导基金: { step: 完成登记, on: 2024-07-30 } }",
        ),
        (
            "clauses:\n  # 走访\n  二1:\n    state: under-way\n  开展走访服务:\n    state: under-way\n    done: |\n      一户。\n      二户。\n    next: 再说\n",
            "gongbao:1:p:2024-07:clauses,state,done,next\nc-1-1,,三户。,再说\n",
            "clauses:\n  # 走访\n  二1:\n    state: under-way\n  开展走访服务:\n    state: under-way\n    done: 三户。\n    next: 再说\n",
        ),
    ];
    for (before, csv, after) in cases {
        let site = small_site();
        site.write(JULY, before).write("a.csv", csv);
        let ran = import(&site, "a.csv", &[], ZH);
        assert_eq!(ran.code, 0, "{before}: {}", ran.stderr);
        assert_eq!(read(&site, JULY), after, "{}", ran.stderr);
    }
}

#[test]
fn figures_in_a_table_of_their_own_are_left_there() {
    let site = Folder::sample();
    let before = tree(site.path());
    let csv = "单位,2024年6月科技型企业\n高笋塘街道,33\n太白街道,22\n";
    site.write("a.csv", csv);
    let ran = import(&site, "a.csv", &["--write"], ZH);
    assert_eq!(ran.code, 1);
    for told in ["sheet/elsewhere", "a.csv:2:7", "progress/2024-06.csv:2:7"] {
        assert!(ran.stderr.contains(told), "`{told}` is missing in\n{}", ran.stderr);
    }
    fs::remove_file(site.at("a.csv")).unwrap();
    assert!(tree(site.path()) == before);
}

#[test]
fn an_english_site_has_english_forms() {
    let site = small_site();
    site.replace("content/site.yaml", "zh-CN", "en");
    let bytes = exported(&site, &[]);
    let sheets = std::cell::RefCell::new(String::new());
    let bytes = rewritten(&bytes, |name, text| {
        if name == "xl/workbook.xml" {
            sheets.replace(text.clone());
        }
        text
    });
    assert!(
        ["read me", "indicators", "tasks"].iter().all(|name| sheets.borrow().contains(name)),
        "{sheets:?}"
    );
    site.write(
        "b.xlsx",
        filled(
            &bytes,
            &[
                (6, "F5", Fill::Words("under way")),
                (2, "H5", Fill::Words("provisional")),
                (2, "G5", Fill::Number(122.0)),
            ],
        ),
    );
    let ran = import(&site, "b.xlsx", &[], Language::English);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("nothing → under way"), "{}", ran.stderr);
    assert!(read(&site, JULY).ends_with("indicators:\n  企业数量: { value: 122, quality: provisional }\nclauses:\n  一1:\n    state: under-way\n"), "{}", read(&site, JULY));
}

#[test]
fn encodings_of_csv() {
    let csv = "街道,2024年7月企业数量\n高峰街道,49\n";
    let utf16: Vec<u8> =
        "\u{FEFF}".chars().chain(csv.chars()).flat_map(|c| (c as u16).to_le_bytes()).collect();
    let gb = encoding_rs::GB18030.encode(csv).0.into_owned();
    for (name, bytes, told) in [
        ("gb", gb, "GB18030"),
        ("utf16", utf16, "UTF-16"),
        ("bom", format!("\u{FEFF}{csv}").into_bytes(), ""),
    ] {
        let site = small_site();
        site.write("a.csv", bytes);
        let ran = import(&site, "a.csv", &[], ZH);
        assert_eq!(ran.code, 0, "{name}: {}", ran.stderr);
        assert!(
            ran.stderr.contains(told) && read(&site, JULY).contains("高峰街道: 49"),
            "{name}: {}",
            ran.stderr
        );
    }
    let site = small_site();
    site.write("a.csv", b"\xFF\xFF\xFF\x01");
    let ran = import(&site, "a.csv", &[], ZH);
    assert!(ran.code == 1 && ran.stderr.contains("source/encoding"), "{}", ran.stderr);
}

#[test]
fn what_is_wrong_is_told_with_sheet_and_cell_in_both_languages() {
    let site = small_site();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("七月").unwrap();
    sheet.write(0, 0, "单位").unwrap().write(0, 1, "2024年7月企业数量").unwrap();
    sheet.write(1, 0, "高峰街道").unwrap().write(1, 1, "很多").unwrap();
    sheet.write(2, 0, "六桥街道").unwrap().write(2, 1, 3).unwrap();
    sheet
        .write(3, 0, "天城街道")
        .unwrap()
        .write_formula(3, 1, rust_xlsxwriter::Formula::new("=A9").set_result("#REF!"))
        .unwrap();
    site.write("a.xlsx", book.save_to_buffer().unwrap());
    let before = tree(site.path());
    let ran = import(&site, "a.xlsx", &["--write"], ZH);
    assert_eq!(ran.code, 1);
    for told in [
        "七月!B2",
        "应为数字，这里是文字“很多”",
        "七月!A3",
        "是不是“五桥街道”",
        "七月!B4",
        "“#REF!”是表格软件的公式错误",
        "没有写入任何文件",
    ] {
        assert!(ran.stderr.contains(told), "`{told}` is missing in\n{}", ran.stderr);
    }
    let ran = import(&site, "a.xlsx", &["--write"], Language::English);
    for told in ["七月!B2", "should be a number", "did you mean \"五桥街道\"", "nothing was written"] {
        assert!(ran.stderr.contains(told), "`{told}` is missing in\n{}", ran.stderr);
    }
    assert!(tree(site.path()) == before);
}

#[test]
fn what_the_merged_file_would_break_is_not_written() {
    let site = small_site();
    site.write("a.csv", "gongbao:1:p:2024-07:clauses,state\nc-1-1,已完成\n");
    let ran = import(&site, "a.csv", &[], ZH);
    assert!(ran.code == 1 && ran.stderr.contains("data/state-without-reason"), "{}", ran.stderr);
    assert!(ran.stderr.contains("a.csv:2:7"), "{}", ran.stderr);
    // A step in the future of its period is found by the decoders, in the file as it would be.
    site.write("a.csv", "gongbao:1:p:2024-07:indicators,value\nfund#2,2024-09-01\n");
    let ran = import(&site, "a.csv", &[], ZH);
    assert!(ran.code == 1 && ran.stderr.contains("data/step-after-as-of"), "{}", ran.stderr);
    assert!(!site.at(JULY).exists());
}

#[test]
fn wrong_use_is_a_sentence() {
    let site = small_site();
    site.write("a.zip", "x");
    for (file, told) in
        [("a.zip", "能导入的是 .txt、.html 和 .docx，以及 xlsx"), ("none.csv", "读不到 `none.csv`")]
    {
        let ran = import(&site, file, &[], ZH);
        assert!(ran.code == 2 && ran.stderr.contains(told), "{}", ran.stderr);
    }
    site.replace(JUNE, "121", "很高");
    site.write("a.csv", "指标,2024年7月\n企业数量,125\n");
    let ran = import(&site, "a.csv", &[], ZH);
    assert!(
        ran.code == 1 && ran.stderr.contains("data/not-a-number") && ran.stderr.contains("先改好这些错误"),
        "{}",
        ran.stderr
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 24, ..Default::default() })]

    /// Whatever is sent, the program ends in words.
    #[test]
    fn any_bytes_are_refused_or_read(
        bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200),
        csv in "([,;\n\"高峰街道企业数量2024年7月合计—0-9:#]|gongbao:1:p:2024-07:){0,60}",
        cut in 0..6000usize,
    ) {
        let site = small_site();
        let whole = own_sheet();
        let broken = [&whole[..cut.min(whole.len())], &bytes].concat();
        for (name, bytes) in [("a.xlsx", bytes.clone()), ("b.csv", bytes), ("c.csv", csv.into_bytes()), ("d.xlsx", broken)] {
            site.write(name, bytes);
            let ran = import(&site, name, &["--dry-run"], ZH);
            proptest::prop_assert!([0, 1].contains(&ran.code), "{}: {}", name, ran.stderr);
            proptest::prop_assert!(!ran.stderr.contains("panicked"), "{}: {}", name, ran.stderr);
        }
    }
}
