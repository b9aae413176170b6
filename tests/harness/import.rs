//! Sheets that somebody sends: a small site, workbooks that are filled in, and every mistake that only an
//! import can find.

use super::{Folder, Ran, gongbao};
use gongbao::model::Language;
use rust_xlsxwriter::{Format, Workbook};
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

/// The day on which these sheets arrive.
pub(crate) const ARRIVAL: &str = "2024-08-12";

/// A policy with two divided indicators, one in 万元, a milestone and three tasks; June is published.
pub(crate) fn small_site() -> Folder {
    let site = Folder::empty();
    site.write("content/site.yaml", "title: 甲区\nlanguage: zh-CN\norganisation: 甲区政府办公室\n");
    site.write(
        "content/organisations.yaml",
        "- { id: jxj, name: 区经信局, kind: department, aliases: [区经济和信息化局] }\n\
         - { id: gaofeng, name: 高峰街道, kind: township, aliases: [高峰] }\n\
         - { id: wuqiao, name: 五桥街道, kind: township }\n\
         - { id: tiancheng, name: 天城街道, kind: township }\n\
         - { name: 各街道, kind: group, members: { kinds: [township] } }\n",
    );
    site.write(
        "content/policies/p/policy.md",
        "---\ntitle: 企业培育方案\nissuer: 甲区政府办公室\nissued: 2024-01-01\npublished: 2024-01-02\n---\n\n\
         一、重点任务\n1.开展走访服务。逐户走访。（责任单位：区经信局）\n2.落实奖补资金。按时兑付。（责任单位：区经信局、各街道）\n\
         二、保障措施\n1.加强宣传解读。（责任单位：各街道）\n",
    );
    site.write(
        "content/policies/p/indicators.yaml",
        "- id: firms\n  name: 企业数量\n  unit: 家\n  kind: level\n  owner: 区经信局\n  frequency: monthly\n  due: { months: 1, day: 10 }\n\
         \x20 baseline: { period: 2023, value: 100 }\n  targets: [{ by: 2025, over: 160 }]\n\
         \x20 breakdowns:\n    - id: streets\n      title: 各街道企业数量\n      columns: [2023, 2024, 2025]\n\
         \x20     rows:\n        高峰街道: [40, 45, 60]\n        五桥街道: [30, 35, 50]\n        天城街道: [30, 40, 50]\n\
         - id: income\n  name: 营业收入\n  unit: 万元\n  kind: level\n  owner: 区经信局\n\
         \x20 breakdowns:\n    - { id: streets, title: 各街道营业收入, columns: [2024], rows: { 高峰街道: [3000], 五桥街道: [2000] } }\n\
         \x20   - { id: parks, title: 园区营业收入, columns: [2024], rows: { 高峰街道: [1000] } }\n\
         - id: fund\n  name: 引导基金\n  unit: 步\n  kind: milestone\n  owner: 区经信局\n\
         \x20 steps: [{ by: 2024-06, name: 签订协议 }, { by: 2024-12, name: 完成登记 }]\n",
    );
    site.write(JUNE, "# 六月\npublished: 2024-07-10\nindicators:\n  企业数量: 121   # 核过\n  fund: { step: 签订协议, on: 2024-06-18 }\nbreakdowns:\n  企业数量:\n    streets:\n      高峰街道: 48\n      五桥街道: 36\n      天城街道: 37\n# 尾\n");
    site
}

/// The file of June of [`small_site`].
pub(crate) const JUNE: &str = "content/policies/p/progress/2024-06.yaml";

/// The file of July of [`small_site`].
pub(crate) const JULY: &str = "content/policies/p/progress/2024-07.yaml";

/// Runs `import` on a file of the site's folder, in its folder, so that messages show short paths.
pub(crate) fn import(site: &Folder, file: &str, more: &[&str], language: Language) -> Ran {
    let code = if language == Language::Chinese { "zh-CN" } else { "en" };
    let fixed = ["--as-of", ARRIVAL, "--lang", code, "import", file];
    gongbao(&[&fixed[..], more].concat()).current_dir(site.path()).output().unwrap().into()
}

/// What stands in a cell that is filled in.
#[derive(Clone, Debug)]
pub(crate) enum Fill<'a> {
    /// A number.
    Number(f64),
    /// Words.
    Words(&'a str),
}

/// A workbook with cells filled in as a person would: `(sheet from 1, cell, what)`.
pub(crate) fn filled(bytes: &[u8], cells: &[(usize, &str, Fill)]) -> Vec<u8> {
    rewritten(bytes, |name, mut text| {
        for (_, cell, fill) in cells.iter().filter(|(n, ..)| name == format!("xl/worksheets/sheet{n}.xml")) {
            let start =
                text.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("{name} has no {cell}"));
            let tag = start + text[start..].find('>').unwrap();
            let end = if text[..tag].ends_with('/') {
                tag + 1
            } else {
                start + text[start..].find("</c>").unwrap() + 4
            };
            let style =
                text[start..tag].split("s=\"").nth(1).map_or("0", |rest| rest.split('"').next().unwrap());
            let new = match fill {
                Fill::Number(number) => format!("<c r=\"{cell}\" s=\"{style}\"><v>{number}</v></c>"),
                Fill::Words(words) => {
                    format!("<c r=\"{cell}\" s=\"{style}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
                }
            };
            text.replace_range(start..end, &new);
        }
        text
    })
}

/// A workbook whose sheets were changed as text.
pub(crate) fn rewritten(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..old.len() {
        let mut part = old.by_index(n).unwrap();
        let name = part.name().unwrap().to_string();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        new.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(change(&name, text).as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// `file`, written into the site, imported, and what is said of `code`.
fn said(file: &str, bytes: impl AsRef<[u8]>, more: &[&str], language: Language) -> String {
    said_of(&small_site(), file, bytes, more, language)
}

fn said_of(site: &Folder, file: &str, bytes: impl AsRef<[u8]>, more: &[&str], language: Language) -> String {
    site.write(file, bytes);
    let ran = import(site, file, more, language);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    // Below the diagnostics stand the lines of the command itself.
    let blocks: Vec<&str> = ran.stderr.split("\n\n").filter(|block| block.contains('[')).collect();
    blocks.join("\n\n") + "\n"
}

/// A workbook of these cells.
fn book(fill: impl Fn(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

/// A line of ours before the head, for the forms that are made by hand here.
const FORM: &str = "gongbao:1:p:2024-07:indicators,value\n";

/// What an import says, in a language.
type Shown = fn(Language) -> String;

/// Every code that only an import shows, with an import that shows it.
pub(crate) const MISTAKES: [(&str, Shown); 23] = [
    ("sheet/not-recognised", |l| said("a.csv", "甲,乙\n1,2\n", &[], l)),
    ("sheet/no-such-sheet", |l| said("a.csv", "单位,企业数量\n高峰街道,3\n", &["--sheet", "表2"], l)),
    ("sheet/unknown-form", |l| said("a.csv", "gongbao:9:p:2024-07:indicators,value\n", &[], l)),
    ("sheet/mixed-forms", |l| {
        let bytes = book(|book| {
            for period in ["2024-06", "2024-07"] {
                book.add_worksheet().write(0, 0, format!("gongbao:1:p:{period}:clauses")).unwrap();
            }
        });
        said("a.xlsx", bytes, &[], l)
    }),
    ("sheet/other-period", |l| said("a.csv", FORM, &["--period", "2024-06"], l)),
    ("sheet/other-policy", |l| said("a.csv", FORM.replace(":p:", ":q:"), &[], l)),
    ("sheet/unknown-id", |l| said("a.csv", format!("{FORM}none,3\n"), &[], l)),
    ("sheet/row-without-id", |l| said("a.csv", format!("{FORM}firms,125\n,3\n"), &[], l)),
    ("sheet/row-without-name", |l| said("a.csv", "单位,2024年7月企业数量\n高峰街道,49\n,37\n", &[], l)),
    ("sheet/which-policy", |l| {
        let site = small_site();
        let indicators = std::fs::read(site.at("content/policies/p/indicators.yaml")).unwrap();
        let text = std::fs::read(site.at("content/policies/p/policy.md")).unwrap();
        site.write("content/policies/q/indicators.yaml", indicators)
            .write("content/policies/q/policy.md", text);
        said_of(&site, "a.csv", "单位,2024年7月企业数量\n高峰街道,49\n", &[], l)
    }),
    ("sheet/which-period", |l| said("a.csv", "单位,企业数量\n高峰街道,49\n", &[], l)),
    ("sheet/which-column", |l| {
        said("a.csv", "单位,企业数量（规上）,企业数量（规下）\n高峰街道,49,3\n", &["--period", "2024-07"], l)
    }),
    ("sheet/no-such-column", |l| {
        said("a.csv", "单位,2024年7月企业数量\n高峰街道,49\n", &["--column", "本期"], l)
    }),
    ("sheet/which-indicator", |l| said("a.csv", "单位,2024年7月\n高峰街道,49\n", &[], l)),
    ("sheet/which-breakdown", |l| said("a.csv", "单位,2024年7月营业收入\n高峰街道,49\n", &[], l)),
    ("sheet/no-such-breakdown", |l| {
        said("a.csv", "单位,2024年7月\n高峰街道,49\n", &["--breakdown", "firms/parks"], l)
    }),
    ("sheet/other-unit", |l| said("a.csv", "单位,2024年7月企业数量\n高峰街道,49个\n", &[], l)),
    ("sheet/scale-twice", |l| {
        said("a.csv", "单位,2024年7月营业收入\n五桥街道,1.2万\n", &["--breakdown", "income/streets"], l)
    }),
    ("sheet/merged-figure", |l| {
        let bytes = book(|book| {
            let sheet = book.add_worksheet().set_name("七月").unwrap();
            sheet.write(0, 0, "单位").unwrap().write(0, 1, "2024年7月企业数量").unwrap();
            sheet.write(1, 0, "高峰街道").unwrap().write(2, 0, "五桥街道").unwrap();
            sheet.merge_range(1, 1, 2, 1, "", &Format::new()).unwrap();
            sheet.write(1, 1, 85).unwrap();
        });
        said("a.xlsx", bytes, &[], l)
    }),
    ("sheet/uncomputed", |l| said("a.xlsx", uncomputed(), &[], l)),
    ("sheet/elsewhere", |l| {
        let site = small_site();
        site.write(
            "content/policies/p/progress/history.yaml",
            "columns: [2024-05]\nindicators:\n  firms: [119]\n",
        );
        said_of(&site, "a.csv", "指标,2024年5月\n企业数量,118\n", &[], l)
    }),
    ("sheet/by-hand", |l| {
        let site = small_site();
        site.write(JULY, "indicators: {\n  firms: 123\n}\n");
        said_of(&site, "a.csv", "指标,2024年7月\n企业数量,124\n", &[], l)
    }),
    ("sheet/not-proven", |l| {
        let site = small_site();
        site.write(JULY, "indicators:\n  firms: &same 123\n  income: *same\n");
        said_of(&site, "a.csv", "指标,2024年7月\n企业数量,124\n", &[], l)
    }),
];

/// A sheet with a formula that nobody has computed.
pub(crate) fn uncomputed() -> Vec<u8> {
    let bytes = book(|book| {
        let sheet = book.add_worksheet().set_name("七月").unwrap();
        sheet.write(0, 0, "单位").unwrap().write(0, 1, "2024年7月企业数量").unwrap();
        sheet.write(1, 0, "高峰街道").unwrap().write(1, 1, 49).unwrap();
        sheet.write(2, 0, "五桥街道").unwrap().write_formula(2, 1, "=B2-12").unwrap();
    });
    rewritten(&bytes, |_, text| text.replace("</f><v>0</v>", "</f>"))
}

/// A file of the site, as text.
pub(crate) fn read(site: &Folder, path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(site.path().join(path)).unwrap()
}
