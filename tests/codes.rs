//! Every code of the catalogue is shown by a site, and `docs/diagnostics*.md` lists them all.
//!
//! A code is shown by the `errors.txt` of a fixture, or, where no file in git can make the mistake,
//! by a site that a function here makes. The two pages are made of the catalogue and of what these
//! sites say; `BLESS=1` writes them.

mod harness;

use gongbao::diagnostic::{Diagnostics, Entry, Format, Severity, catalogue, print};
use gongbao::intake::document::{Request, plan};
use gongbao::model::Language;
use gongbao::package;
use gongbao::pipeline;
use gongbao::render::Input;
use gongbao::source::Sources;
use gongbao::theme::Theme;
use harness::{
    Built, Folder, TODAY, build_fixture, build_in_memory, gongbao, make_workbooks, repository, word_file,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

/// What a site says in a language, a diagnostic an item: its code and how it is printed.
type Said = Vec<(String, String)>;

/// Makes a site with a mistake that no fixture can hold, and reads what is said.
type Shown = fn(Language) -> String;

/// The codes that no file in git can show, each with what shows it; nothing else is excused.
const MADE_HERE: [(&str, Shown); 15] = [
    ("data/silent-revision", with_a_figure_changed_in_silence),
    ("source/no-content", without_content),
    ("source/too-large", with_a_large_text),
    ("source/link-outside", with_links),
    ("source/link-broken", with_links),
    ("source/bad-name", with_a_bad_name),
    ("table/too-large", with_a_large_table),
    ("theme/unreadable", with_a_theme_file_that_is_gone),
    ("output/edited", with_an_edited_output),
    ("import/unreadable-character", importing_damage),
    ("import/lost-digits", importing_damage),
    ("import/mixed-width", importing_damage),
    ("import/doubled-punctuation", importing_damage),
    ("import/unlisted-attachment", importing_damage),
    ("import/word-numbering", importing_a_strange_list),
];

/// Those, and what only the import of a sheet shows.
fn made_here() -> impl Iterator<Item = (&'static str, Shown)> {
    MADE_HERE.into_iter().chain(harness::import::MISTAKES)
}

/// The codes that depend on what the program was compiled with; `tests/booklet.rs` shows them.
const SHOWN_ELSEWHERE: [&str; 2] = ["plan/no-booklet", "theme/booklet"];

#[test]
fn every_code_is_shown_by_a_site_and_every_code_shown_is_in_the_catalogue() {
    let known: BTreeSet<&str> = catalogue::all().iter().map(|entry| entry.code).collect();
    let mut shown = BTreeSet::new();
    let mut told = Vec::new();
    for (name, text) in fixtures() {
        for (code, _) in split(&text) {
            if !known.contains(code.as_str()) {
                told.push(format!("tests/sites/{name} shows `{code}`, which the catalogue lacks."));
            }
            shown.insert(code);
        }
    }
    for (code, show) in made_here() {
        if shown.contains(code) {
            told.push(format!("`{code}` has a fixture: take it out of MADE_HERE."));
        }
        if !split(&show(Language::Chinese)).iter().any(|(found, _)| found == code) {
            told.push(format!("The site that should show `{code}` does not."));
        }
        shown.insert(code.to_string());
    }
    for code in known.iter().filter(|code| !shown.contains(**code) && !SHOWN_ELSEWHERE.contains(code)) {
        told.push(format!("No site shows `{code}`: add that mistake to a folder of tests/sites/."));
    }
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

#[test]
fn the_pages_list_every_code_as_it_is_printed() {
    let bless = std::env::var_os("BLESS").is_some();
    for (language, path) in
        [(Language::English, "docs/diagnostics.md"), (Language::Chinese, "docs/diagnostics.zh-CN.md")]
    {
        let page = page(language);
        let path = repository().join(path);
        if bless {
            fs::write(&path, &page).unwrap();
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        let differs = written.lines().zip(page.lines()).position(|(old, new)| old != new);
        assert!(
            written == page,
            "{} differs from what the sites say, from line {} on; BLESS=1 cargo test --test codes writes it.",
            path.display(),
            differs.unwrap_or(0) + 1
        );
    }
}

/// The fixtures that say something: name and `errors.txt`.
fn fixtures() -> Vec<(String, String)> {
    let entries = fs::read_dir(repository().join("tests/sites")).unwrap();
    let mut found: Vec<(String, String)> = entries
        .filter_map(|entry| {
            let entry = entry.unwrap();
            let text = fs::read_to_string(entry.path().join("errors.txt")).ok()?;
            Some((entry.file_name().to_string_lossy().into_owned(), text))
        })
        .collect();
    found.sort();
    found
}

/// The diagnostics of a printed text.
fn split(text: &str) -> Said {
    let starts = ["错误[", "警告[", "error[", "warning["];
    let mut said = Said::new();
    for line in text.lines() {
        let start = starts.iter().find_map(|start| line.strip_prefix(start));
        if let Some(code) = start.and_then(|rest| rest.split_once("]: ")).map(|(code, _)| code) {
            said.push((code.to_string(), String::new()));
        }
        if let Some((_, block)) = said.last_mut() {
            let _ = writeln!(block, "{line}");
        }
    }
    said
}

/// The page of a language.
fn page(language: Language) -> String {
    let examples = examples(language);
    let (title, lead, families, severities) = match language {
        Language::Chinese => ("错误和警告", LEAD_ZH, FAMILIES.map(|f| (f.0, f.1)), ["错误", "警告"]),
        Language::English => {
            ("Errors and warnings", LEAD_EN, FAMILIES.map(|f| (f.0, f.2)), ["error", "warning"])
        }
    };
    let mut page = format!("# {title}\n\n{lead}\n");
    for (family, words) in families {
        let _ = writeln!(page, "- [{words}](#{})", anchor(words));
        let _ = family;
    }
    for (family, words) in families {
        let _ = writeln!(page, "\n## {words}");
        let prefix = format!("{family}/");
        for entry in catalogue::all().into_iter().filter(|entry| entry.code.starts_with(&prefix)) {
            let severity = severities[usize::from(entry.severity == Severity::Warning)];
            page += &section(entry, severity, language, examples.get(entry.code));
        }
    }
    page
}

/// A code: its severity, what is wrong, the repair, and an example.
fn section(entry: &Entry, severity: &str, language: Language, example: Option<&String>) -> String {
    let (message, help, repair) = match language {
        Language::Chinese => (entry.message.zh, entry.help.zh, "改法："),
        Language::English => (entry.message.en, entry.help.en, "Repair: "),
    };
    let colon = if language == Language::Chinese { "：" } else { ": " };
    let mut section = format!("\n### {}\n\n{severity}{colon}{}\n", entry.code, blanks(message));
    if !help.is_empty() {
        let _ = write!(section, "\n{repair}{}\n", blanks(help));
    }
    if let Some(example) = example {
        let fence = if example.contains("```") { "````" } else { "```" };
        let _ = write!(section, "\n{fence}text\n{}\n{fence}\n", example.trim_end());
    }
    section
}

/// `{name}` outside of code -> `…`: what is filled in is seen in the example.
fn blanks(words: &str) -> String {
    let mut text = String::new();
    let mut rest = words;
    while let Some(open) = rest.find('{') {
        text += &rest[..open];
        let name = rest[open + 1..].split('}').next().unwrap_or_default();
        let is_blank = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        text += if is_blank { "…" } else { "{" };
        rest = &rest[open + if is_blank { name.len() + 2 } else { 1 }..];
    }
    text + rest
}

/// The anchor of a heading: words joined by hyphens.
fn anchor(heading: &str) -> String {
    let letters = heading.to_lowercase().replace(' ', "-");
    letters.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
}

/// For each code the shortest example of all sites, as printed in this language.
fn examples(language: Language) -> BTreeMap<String, String> {
    let mut said: Said = Vec::new();
    for (name, _) in fixtures() {
        said.extend(split(&in_language(&name, language)));
    }
    for (code, show) in made_here() {
        said.extend(split(&show(language)).into_iter().filter(|(found, _)| found == code));
    }
    let mut examples: BTreeMap<String, String> = BTreeMap::new();
    for (code, block) in said {
        let best = examples.entry(code).or_insert_with(|| block.clone());
        if block.chars().count() < best.chars().count() {
            *best = block;
        }
    }
    examples
}

/// What a fixture says in a language.
fn in_language(name: &str, language: Language) -> String {
    let site = repository().join("tests/sites").join(name);
    let day = fs::read_to_string(site.join("as-of.txt"));
    let copy = Folder::fixture(&site);
    said(&build_fixture(&site, copy.path(), day.as_deref().map_or(TODAY, str::trim)), language)
}

fn said(built: &Built, language: Language) -> String {
    print(&built.diagnostics, &built.sources, Format::Human, language, false)
}

fn without_content(language: Language) -> String {
    let site = Folder::empty();
    let root = site.path().display().to_string();
    said(&build_in_memory(site.path(), TODAY), language).replace(&root, "D:\\文件")
}

fn with_a_large_text(language: Language) -> String {
    let site = Folder::small();
    let file = fs::File::create(site.at("content/pages.md")).unwrap();
    file.set_len(65 << 20).unwrap();
    said(&build_in_memory(site.path(), TODAY), language)
}

fn with_links(language: Language) -> String {
    let site = Folder::small();
    let elsewhere = Folder::empty();
    elsewhere.write("help.md", "---\ntitle: 说明\n---\n");
    fs::create_dir_all(site.at("content/pages")).unwrap();
    link(&elsewhere.at("help.md"), &site.at("content/pages/help.md"));
    link(&elsewhere.at("none.md"), &site.at("content/pages/none.md"));
    said(&build_in_memory(site.path(), TODAY), language)
}

#[cfg(unix)]
fn link(from: &std::path::Path, to: &std::path::Path) {
    std::os::unix::fs::symlink(from, to).unwrap();
}

#[cfg(windows)]
fn link(from: &std::path::Path, to: &std::path::Path) {
    std::os::windows::fs::symlink_file(from, to).unwrap();
}

fn with_a_bad_name(language: Language) -> String {
    let site = Folder::small();
    site.write("content/pages\\help.md", "---\ntitle: 说明\n---\n");
    let root = site.path().display().to_string();
    said(&build_in_memory(site.path(), TODAY), language).replace(&format!("{root}/"), "")
}

fn with_a_large_table(language: Language) -> String {
    let site = Folder::copy_of(&repository().join("tests/sites/table-xlsx"));
    make_workbooks(&site);
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "单位").unwrap();
    sheet.write_string(70_000, 1, "多余的一格").unwrap();
    site.write("content/policies/grow/files/plan.xlsx", workbook.save_to_buffer().unwrap());
    said(&build_in_memory(site.path(), TODAY), language)
}

fn with_a_theme_file_that_is_gone(language: Language) -> String {
    let site = Folder::small();
    site.write("themes/own/theme.yaml", "name: 自己的\ncontract: 1\n");
    site.write("themes/own/assets/seal.png", "x");
    let mut d = Diagnostics::new();
    let mut sources = Sources::read(site.path(), &mut d).unwrap();
    fs::remove_file(site.at("themes/own/assets/seal.png")).unwrap();
    assert!(Theme::load(&mut sources, "own", language, &mut d).is_none());
    print(&d, &sources, Format::Human, language, false)
}

fn with_an_edited_output(language: Language) -> String {
    let site = Folder::small();
    site.write("content/pages/old.md", "---\ntitle: 旧页\n---\n\n文字。\n");
    site.build();
    site.write("output/pages/old/index.html", "改过");
    fs::remove_file(site.at("content/pages/old.md")).unwrap();
    let code = if language == Language::Chinese { "zh-CN" } else { "en" };
    let root = site.path().to_str().unwrap();
    let ran = gongbao(&["--root", root, "--as-of", TODAY, "--lang", code, "build"]).output().unwrap();
    let said = String::from_utf8(ran.stderr).unwrap();
    // Behind the diagnostics stand the lines of the build itself.
    said.split_once("\n\n").map_or(said.clone(), |(block, _)| block.to_string())
}

fn with_a_figure_changed_in_silence(language: Language) -> String {
    let site = Folder::sample();
    site.build();
    fs::rename(site.at("output"), site.at("wanzhou-2024-07-10.zip")).unwrap();
    site.replace(
        "content/policies/double-growth/progress/2024-06.yaml",
        "高新技术企业: 128",
        "高新技术企业: 131",
    );
    let options = harness::options(site.path(), TODAY, false);
    let published = site.at("wanzhou-2024-07-10.zip");
    let compare = |input: &Input, d: &mut Diagnostics| package::check(input.site, input.as_of, &published, d);
    let (outcome, compared) = pipeline::check_and(&options, compare, &harness::Quiet).unwrap();
    compared.unwrap().unwrap();
    print(&outcome.diagnostics, &outcome.sources, Format::Human, language, false)
}

fn importing_damage(language: Language) -> String {
    let text = "一、目标。到2025年，科技企业突破 家，园区达到1２个。\n二、任务。见附件2，，培育一批企\u{FFFD}。\n附件：1.任务表\n";
    importing("方案.txt", text.as_bytes().to_vec(), language)
}

fn importing_a_strange_list(language: Language) -> String {
    let file = word_file(&[(1, "目标"), (1, "任务")], &[("hebrew1", "%1、")]);
    importing("方案.docx", file, language)
}

/// What the import of a document says of its text.
fn importing(name: &str, bytes: Vec<u8>, language: Language) -> String {
    let site = Folder::empty();
    let request = Request { root: site.path(), name, bytes, id: Some("plan"), language };
    let plan = plan(request).unwrap();
    print(&plan.diagnostics, &plan.sources, Format::Human, language, false)
}

/// The families in the order of the page, with their headings.
const FAMILIES: [(&str, &str, &str); 13] = [
    ("yaml", "YAML 的写法", "How YAML is written"),
    ("data", "数字、目标和各期", "Figures, targets and periods"),
    ("content", "名称、文件和各项内容", "Names, files and entries"),
    ("text", "政策正文", "Policy texts"),
    ("table", "表格", "Tables"),
    ("sheet", "导入的表", "Sheets that are imported"),
    ("source", "文件", "Files"),
    ("plan", "网址和链接", "Addresses and links"),
    ("theme", "主题", "Themes"),
    ("picture", "图", "Pictures"),
    ("import", "导入公文", "Importing documents"),
    ("output", "输出文件夹", "The output folder"),
    ("inspect", "发布前的检查", "The inspector"),
];

/// How the Chinese page begins.
const LEAD_ZH: &str = "\
`gongbao check`（导入表格时是 `gongbao import`）列出的每一处，方括号里是它的代码；这一页按代码说明含义和改法，例子就是程序打印的样子。代码的含义不会变。

错误必须改，有一处错误就不生成，`output/` 保持原样；警告看一看，确实如此可以不改。“…”是随内容而变的部分。怎么写才对，见[内容格式](content-format.zh-CN.md)。

本页由程序的词表和 `tests/sites/` 里的例子生成，不要手改。
";

/// How the English page begins.
const LEAD_EN: &str = "\
Everything that `gongbao check` lists (and `gongbao import`, of a sheet) has its code in brackets. This page says what each code means and what to write instead; the examples are what the program prints with `--lang en`. A code never changes its meaning.

An error stops the build and leaves `output/` as it was; a warning does not. `…` stands for what differs from case to case. How the files are written is told in [the content format](content-format.md).

This page is made of the program's catalogue and of the examples in `tests/sites/`; do not edit it by hand.
";
