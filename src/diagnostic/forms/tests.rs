//! The look of each form, checked as whole texts.

use super::*;
use crate::diagnostic::{Diagnostic, Entry, Severity, Words};
use crate::model::{FileId, Place};

const NOT_A_NUMBER: &Entry = &Entry {
    code: "data/not-a-number",
    severity: Severity::Error,
    message: Words {
        zh: "`{name}` 应为数字，这里是文字“{found}”",
        en: "`{name}` must be a number, but this is the text \"{found}\"",
    },
    help: Words {
        zh: "只写数字，例如 138；单位写在 indicators.yaml 的 `unit`",
        en: "write a plain number such as 138; the unit belongs in `unit` of indicators.yaml",
    },
};

struct Fake(Vec<(&'static str, Option<String>)>);

impl Files for Fake {
    fn path(&self, file: FileId) -> &str {
        self.0[file.0 as usize].0
    }

    fn text(&self, file: FileId) -> Option<&str> {
        self.0[file.0 as usize].1.as_deref()
    }

    fn sheet(&self, _: FileId, sheet: usize) -> Option<String> {
        (sheet == 0).then(|| "表1".to_string())
    }
}

const PROGRESS: &str = "period: 2024-06\n# 1\n# 2\n# 3\nindicators:\n  高新技术企业: 很高\n";
const AGAIN: Words = Words { zh: "第一次写在这里", en: "first written here" };

fn files() -> Fake {
    Fake(vec![
        ("content/policies/double-growth/progress/2024-06.yaml", Some(PROGRESS.to_string())),
        ("content/表,1.xlsx", None),
        ("content/b.yaml", Some("一\n二: 三\n".to_string())),
    ])
}

fn at(needle: &str) -> Place {
    Place::new(FileId(0), PROGRESS.find(needle).unwrap(), needle.len())
}

fn not_a_number() -> Diagnostic {
    Diagnostic::at(NOT_A_NUMBER, at("很高")).with("name", "高新技术企业").with("found", "很高")
}

fn printed(diagnostic: Diagnostic, format: Format, language: Language) -> String {
    let mut d = Diagnostics::new();
    d.push(diagnostic);
    print(&d, &files(), format, language, false)
}

fn human(diagnostic: Diagnostic) -> String {
    printed(diagnostic, Format::Human, Language::Chinese)
}

#[test]
fn the_sample_of_the_design() {
    let expected = "\
错误[data/not-a-number]: `高新技术企业` 应为数字，这里是文字“很高”
  --> content/policies/double-growth/progress/2024-06.yaml:6:11
   |
 6 |   高新技术企业: 很高
   |                 ^^^^
   = 改法：只写数字，例如 138；单位写在 indicators.yaml 的 `unit`

";
    assert_eq!(human(not_a_number()), expected);
}

#[test]
fn the_sample_in_english() {
    let expected = "\
error[data/not-a-number]: `高新技术企业` must be a number, but this is the text \"很高\"
  --> content/policies/double-growth/progress/2024-06.yaml:6:11
   |
 6 |   高新技术企业: 很高
   |                 ^^^^
   = help: write a plain number such as 138; the unit belongs in `unit` of indicators.yaml

";
    assert_eq!(printed(not_a_number(), Format::Human, Language::English), expected);
}

#[test]
fn other_places_in_this_file_and_in_others() {
    let elsewhere = Place::new(FileId(2), 4, 3);
    let diagnostic = not_a_number()
        .also(at("2024-06"), AGAIN)
        .also(elsewhere, AGAIN)
        .also(Place::cell(FileId(1), 0, 1, 2), AGAIN);
    let expected = "\
错误[data/not-a-number]: `高新技术企业` 应为数字，这里是文字“很高”
  --> content/policies/double-growth/progress/2024-06.yaml:6:11
   |
 1 | period: 2024-06
   |         ------- 第一次写在这里
 ...
 6 |   高新技术企业: 很高
   |                 ^^^^
   |
  ::: content/b.yaml:2:1
   |
 2 | 二: 三
   | -- 第一次写在这里
   = 第一次写在这里：content/表,1.xlsx:表1!C2
   = 改法：只写数字，例如 138；单位写在 indicators.yaml 的 `unit`

";
    assert_eq!(human(diagnostic), expected);
}

#[test]
fn cells_and_no_place() {
    let cell = Diagnostic::at(NOT_A_NUMBER, Place::cell(FileId(1), 0, 4, 2)).with("name", "甲");
    assert_eq!(
        human(cell),
        "\
错误[data/not-a-number]: `甲` 应为数字，这里是文字“{found}”
 --> content/表,1.xlsx:表1!C5
  = 改法：只写数字，例如 138；单位写在 indicators.yaml 的 `unit`

"
    );
    let expected = "\
错误[data/not-a-number]: `{name}` 应为数字，这里是文字“{found}”
  = 改法：只写数字，例如 138；单位写在 indicators.yaml 的 `unit`

";
    assert_eq!(human(Diagnostic::nowhere(NOT_A_NUMBER)), expected);
}

#[test]
fn long_lines_are_cut_around_the_caret() {
    let text = format!("a: {}很高{}", "长文字，".repeat(800), "后面".repeat(1000));
    let place = Place::new(FileId(0), text.find("很高").unwrap(), "很高".len());
    let files = Fake(vec![("content/long.md", Some(text))]);
    let mut d = Diagnostics::new();
    d.push(Diagnostic::at(NOT_A_NUMBER, place));
    let printed = print(&d, &files, Format::Human, Language::Chinese, false);
    let lines: Vec<&str> = printed.lines().collect();
    assert!(lines[3].contains("很高") && lines[3].chars().count() < 130, "{printed}");
    let before = &lines[3][..lines[3].find("很高").unwrap()];
    let width = unicode_width::UnicodeWidthStr::width(before);
    assert_eq!(lines[4].find('^'), Some(width), "{printed}");
}

#[test]
fn any_place_can_be_printed() {
    for start in 0..PROGRESS.len() + 3 {
        for len in [0, 1, 2, 7, 1000] {
            for format in [Format::Human, Format::Short, Format::Json, Format::Github] {
                let place = Place::new(FileId(0), start, len);
                let diagnostic = Diagnostic::at(NOT_A_NUMBER, place).also(at("2024-06"), AGAIN);
                assert!(!printed(diagnostic, format, Language::Chinese).is_empty());
            }
        }
    }
}

#[test]
fn colour_changes_nothing_but_the_colour() {
    let mut d = Diagnostics::new();
    d.push(not_a_number());
    let coloured = print(&d, &files(), Format::Human, Language::Chinese, true);
    let mut bare = String::new();
    for (n, part) in coloured.split('\u{1b}').enumerate() {
        bare.push_str(if n == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_ne!(coloured, bare);
    assert_eq!(bare, human(not_a_number()));
}

#[test]
fn suggestions_lead_the_help() {
    let diagnostic = not_a_number().suggest("targt", ["target", "title"]);
    assert!(human(diagnostic.clone()).contains("= 改法：是不是“target”？只写数字"));
    let english = printed(diagnostic, Format::Human, Language::English);
    assert!(english.contains("= help: did you mean \"target\"? write a plain number"));
}

#[test]
fn blanks_are_filled_once_and_stay_on_one_line() {
    let diagnostic =
        Diagnostic::at(NOT_A_NUMBER, at("很高")).with("name", "{found}").with("found", "甲\n{name}");
    let short = printed(diagnostic, Format::Short, Language::Chinese);
    assert!(short.ends_with("`{found}` 应为数字，这里是文字“甲 {name}”\n"), "{short}");
}

#[test]
fn short() {
    assert_eq!(
        printed(not_a_number(), Format::Short, Language::Chinese),
        "content/policies/double-growth/progress/2024-06.yaml:6:11: error[data/not-a-number]: \
         `高新技术企业` 应为数字，这里是文字“很高”\n"
    );
    assert_eq!(
        printed(Diagnostic::nowhere(NOT_A_NUMBER), Format::Short, Language::English),
        "error[data/not-a-number]: `{name}` must be a number, but this is the text \"{found}\"\n"
    );
}

#[test]
fn json() {
    let diagnostic = not_a_number().also(Place::cell(FileId(1), 0, 1, 2), AGAIN);
    assert_eq!(
        printed(diagnostic, Format::Json, Language::Chinese),
        "{\"severity\":\"error\",\"code\":\"data/not-a-number\",\
         \"message\":\"`高新技术企业` 应为数字，这里是文字“很高”\",\
         \"file\":\"content/policies/double-growth/progress/2024-06.yaml\",\
         \"line\":6,\"column\":11,\"end_column\":13,\
         \"help\":\"只写数字，例如 138；单位写在 indicators.yaml 的 `unit`\",\
         \"also\":[{\"file\":\"content/表,1.xlsx\",\"line\":2,\"column\":3,\"cell\":\"表1!C2\"}]}\n"
    );
    let nowhere = printed(Diagnostic::nowhere(NOT_A_NUMBER), Format::Json, Language::English);
    assert!(nowhere.contains("\"file\":null,\"line\":null"), "{nowhere}");
}

#[test]
fn github() {
    assert_eq!(
        printed(not_a_number(), Format::Github, Language::English),
        "::error file=content/policies/double-growth/progress/2024-06.yaml,line=6,col=11,endColumn=13,\
         title=data/not-a-number::`高新技术企业` must be a number, but this is the text \"很高\"%0A\
         write a plain number such as 138; the unit belongs in `unit` of indicators.yaml\n"
    );
    let cell = Diagnostic::at(NOT_A_NUMBER, Place::cell(FileId(1), 0, 4, 2)).with("found", "50%");
    let printed = printed(cell, Format::Github, Language::Chinese);
    assert!(
        printed.starts_with("::error file=content/表%2C1.xlsx,title=data/not-a-number::表1!C5: "),
        "{printed}"
    );
    assert!(printed.contains("“50%25”"));
}

#[test]
fn closing_lines() {
    const WARNING: &Entry = &Entry { severity: Severity::Warning, ..*NOT_A_NUMBER };
    let error = |file| Diagnostic::at(NOT_A_NUMBER, Place::new(FileId(file), 0, 0));
    let warning = Diagnostic::at(WARNING, Place::new(FileId(0), 0, 0));
    let nowhere = Diagnostic::nowhere(NOT_A_NUMBER);
    let cases = [
        (vec![], "", ""),
        (
            vec![error(0), error(0), error(1)],
            "错误 3 处，涉及 2 个文件；output/ 保持原样\n",
            "3 errors in 2 files; output/ was left as it was\n",
        ),
        (
            vec![error(0), warning.clone()],
            "错误 1 处，涉及 1 个文件；output/ 保持原样\n警告 1 处（`gongbao check` 可查看）\n",
            "1 error in 1 file; output/ was left as it was\n1 warning (see `gongbao check`)\n",
        ),
        (vec![nowhere], "错误 1 处；output/ 保持原样\n", "1 error; output/ was left as it was\n"),
        (
            vec![warning.clone(), warning],
            "警告 2 处（`gongbao check` 可查看）\n",
            "2 warnings (see `gongbao check`)\n",
        ),
    ];
    for (diagnostics, chinese, english) in cases {
        let mut d = Diagnostics::new();
        diagnostics.into_iter().for_each(|diagnostic| d.push(diagnostic));
        assert_eq!(summary(&d, &files(), Language::Chinese, Closing::Build), chinese);
        assert_eq!(summary(&d, &files(), Language::English, Closing::Build), english);
        // A check has shown everything already, and writes nothing.
        let check = summary(&d, &files(), Language::Chinese, Closing::Check);
        assert!(!check.contains("output") && !check.contains("gongbao"), "{check}");
    }
}

#[test]
fn a_secret_is_printed_as_asterisks_whoever_quotes_its_line() {
    let files = Fake(vec![("content/a.md", Some("电话１38，卡99，完。\n".to_string()))]);
    let place =
        |words: &str| Place::new(FileId(0), files.text(FileId(0)).unwrap().find(words).unwrap(), words.len());
    let mut d = Diagnostics::new();
    d.push(Diagnostic::at(NOT_A_NUMBER, place("１38")).with("name", "甲").with("found", "1*8").secret());
    d.push(Diagnostic::at(NOT_A_NUMBER, place("完")).with("name", "乙").with("found", "完"));
    let said = print(&d, &files, Format::Human, Language::Chinese, false);
    assert_eq!(said.matches(" 1 | 电话＊**，卡99，完。\n").count(), 2, "{said}");
}

#[test]
fn the_lines_that_allow_a_problem_stand_below_the_repair() {
    let allowed = || Diagnostic { allow: Some("- code: a/b\n  reason:".into()), ..not_a_number() };
    let human = printed(allowed(), Format::Human, Language::English);
    let lines = "\n           if it is right as it stands, write in content/allow.yaml:\n           - code: a/b\n             reason:\n";
    assert!(human.contains(lines), "{human}");
    let json = printed(allowed(), Format::Json, Language::English);
    assert!(
        json.contains(r#"in `unit` of indicators.yaml","allow":"- code: a/b\n  reason:","also":[]"#),
        "{json}"
    );
    let github = printed(allowed(), Format::Github, Language::Chinese);
    assert!(github.ends_with("在 content/allow.yaml 里写：%0A- code: a/b%0A  reason:\n"), "{github}");
}
