//! What the targets share: bytes -> sources in memory, and every problem printed in every form.

use gongbao::content;
use gongbao::diagnostic::{Diagnostics, Format, Severity, print};
use gongbao::intake::written;
use gongbao::model::{Language, Site};
use gongbao::output::Memory;
use gongbao::source::{SourceFile, Sources};
use gongbao::theme::Theme;
use gongbao::{changes, plan, progress, render};
use std::sync::Arc;

/// One text as a file of the content, with the line ends that reading gives it.
pub fn source(path: &str, text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add(path, read(text));
    sources
}

/// The only file of [`source`].
pub fn only(sources: &Sources) -> &SourceFile {
    sources.iter().next().expect("one file was added")
}

/// As reading leaves a text.
fn read(text: &str) -> String {
    text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n")
}

/// Prints all problems: a place that is none, or a message with a blank left open, must not panic.
pub fn tell(d: &Diagnostics, sources: &Sources) {
    for format in [Format::Human, Format::Short, Format::Json, Format::Github] {
        for language in [Language::Chinese, Language::English] {
            print(d, sources, format, language, false);
        }
    }
}

/// The files of a small site. Bytes from a fuzzer stand for some of them, between lines of `=== NAME`;
/// without such a line they are the policy's text.
const FILES: [(&str, &str); 8] = [
    ("content/site.yaml", "title: 甲\nlanguage: zh-CN\norganisation: 乙\n"),
    (
        "content/organisations.yaml",
        "- { id: a, name: 甲局, kind: department }\n- { id: b, name: 乙镇, kind: township }\n- { name: 各镇, kind: group, members: { kinds: [township] } }\n",
    ),
    (
        "content/policies/p/policy.md",
        "---\ntitle: 甲\nissuer: 乙\nissued: 2024-01-01\npublished: 2024-01-02\n---\n\n一、目标\n\n1.到2025年，企业达到10家。〔甲局〕\n",
    ),
    (
        "content/policies/p/indicators.yaml",
        "- { id: i, name: 企业, unit: 家, kind: level, owner: 甲局, targets: [{ by: 2025, over: 10 }], baseline: { period: 2022, value: 1 } }\n",
    ),
    ("content/policies/p/progress/2024-06.yaml", "published: 2024-07-01\nindicators:\n  i: 5\n"),
    ("content/policies/p/interpretations/x.md", "---\ntitle: 解读\npublished: 2024-02-01\n---\n\n文字。\n"),
    ("content/policies/p/progress/t.csv", "单位,企业\n乙镇,3\n"),
    ("content/pages/about.md", "---\ntitle: 关于\n---\n\n文字。\n"),
];

/// Builds the site that the bytes describe, through every stage, into memory.
pub fn build(text: &str) {
    let mut files: Vec<(&str, String)> = FILES.map(|(path, text)| (path, text.to_string())).to_vec();
    let mut now = 2;
    let mut fresh = true;
    for line in text.split_inclusive('\n') {
        let named = line.trim_end().strip_prefix("=== ").and_then(|name| {
            let n: usize = name.parse().ok()?;
            (n < files.len()).then_some(n)
        });
        match named {
            Some(n) => (now, fresh) = (n, true),
            None => {
                let file = &mut files[now].1;
                if std::mem::take(&mut fresh) {
                    file.clear();
                }
                file.push_str(line);
            }
        }
    }
    let mut sources = Sources::default();
    files.sort_by_key(|(path, _)| *path);
    for (path, text) in files {
        sources.add(path, read(&text));
    }
    let mut d = Diagnostics::new();
    let as_of = jiff::civil::date(2024, 7, 15);
    let options = content::Options { as_of, drafts: false };
    let site = content::read(&sources, &options, &mut content::Kept::default(), &mut d);
    if let Some(site) = site.filter(|_| !d.has_errors()) {
        pages(&site, &mut sources, &mut d);
    }
    tell(&d, &sources);
}

/// The small site as it stands, for what is read against one.
pub fn small() -> (Sources, Site) {
    let mut sources = Sources::default();
    let mut files = FILES;
    files.sort_by_key(|(path, _)| *path);
    for (path, text) in files {
        sources.add(path, text);
    }
    let site = written(&sources, &mut Diagnostics::new()).expect("the small site has no errors");
    (sources, site)
}

/// Renders a site; a problem here is either the theme's or a mistake of the program, and the theme is our own.
fn pages(site: &Site, sources: &mut Sources, d: &mut Diagnostics) {
    let as_of = jiff::civil::date(2024, 7, 15);
    let theme = Theme::load(sources, &site.settings.theme, site.settings.language, d);
    let Some(theme) = theme.filter(|_| !d.has_errors()) else { return };
    let assess = |policy| Arc::new(progress::assess(policy, as_of, &site.settings.bands));
    let assessments: Vec<_> = site.policies.iter().map(|policy| assess(policy)).collect();
    let changes = changes::changes(site, as_of, None, &mut changes::Kept::default());
    let plan = plan::plan(site, &changes, &theme, false, &mut plan::Kept::default(), d);
    if d.has_errors() {
        return;
    }
    let view = render::site_view(site, (&assessments, as_of), &theme, &plan);
    let theme = theme.with_site(&view, d);
    let input = render::Input {
        site,
        assessments: &assessments,
        changes: &changes,
        theme: &theme,
        plan: &plan,
        as_of,
        sources: &*sources,
    };
    let shelf = Memory::new();
    if let Err(error) = render::render(&input, &render::Within::of(&input, &shelf), d, &|| {}) {
        panic!("{error}");
    }
    if d.has_errors() {
        // Links that lead nowhere are found only now.
        let known = |code: &str| code.starts_with("plan/") || code.starts_with("text/");
        assert!(d.iter().all(|d| d.entry.severity != Severity::Error || known(d.entry.code)), "{d:?}");
        return;
    }
    for (path, bytes) in shelf.into_files() {
        if path.ends_with(".html") {
            let page = String::from_utf8(bytes).expect("pages are UTF-8");
            for bad in ["<script>alert", "=\"javascript:", "<img src=x", " onerror=\""] {
                assert!(!page.contains(bad), "`{path}` has `{bad}`");
            }
        }
    }
}
