//! A site in two languages: every page has its fellow, every word says its language, and what is shared
//! is made once.

mod harness;

use harness::html::{Element, Node, parse};
use harness::{Built, Folder, TODAY, build_in_memory, repository};
use std::collections::BTreeSet;
use std::path::PathBuf;

fn fixture() -> PathBuf {
    repository().join("tests/sites/two-languages")
}

fn built() -> Built {
    let built = build_in_memory(Folder::fixture(&fixture()).path(), TODAY);
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    built
}

fn pages(built: &Built) -> BTreeSet<String> {
    built.files.keys().filter(|path| path.ends_with(".html")).cloned().collect()
}

fn chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}

/// Every text of a page with the language that holds for it.
fn texts(element: &Element, language: &str, found: &mut Vec<(String, String)>) {
    let own = element.attribute("lang").unwrap_or(language);
    // A title or description of words in two languages, and code to be copied, have no place for an element.
    if matches!(element.name.as_str(), "script" | "style" | "title" | "desc" | "textarea") {
        return;
    }
    for child in &element.children {
        match child {
            Node::Element(child) => texts(child, own, found),
            Node::Text(text) => found.push((text.clone(), own.to_string())),
        }
    }
}

#[test]
fn every_page_has_its_fellow_and_says_where_it_is() {
    let built = built();
    let pages = pages(&built);
    let (english, main): (BTreeSet<&String>, BTreeSet<&String>) =
        pages.iter().partition(|path| path.starts_with("en/"));
    let fellows: BTreeSet<String> = english.iter().map(|path| path["en/".len()..].to_string()).collect();
    assert_eq!(fellows.iter().collect::<BTreeSet<_>>(), main);
    for (paths, other) in [(&english, "zh-CN"), (&main, "en")] {
        for path in paths {
            let page = parse(built.text(path)).unwrap();
            let switches: Vec<&Element> = page
                .named("a")
                .into_iter()
                .filter(|link| link.attribute("hreflang") == Some(other))
                .collect();
            // A chart in a frame has no head, and so no switch.
            let expected = usize::from(!path.ends_with("/embed/index.html"));
            assert_eq!(switches.len(), expected, "{path}");
            assert!(switches.iter().all(|link| link.attribute("lang") == Some(other)), "{path}");
            let fellow = match path.strip_prefix("en/") {
                Some(main) => format!("https://changxi.example/zt/{}", main.trim_end_matches("index.html")),
                None => format!("https://changxi.example/zt/en/{}", path.trim_end_matches("index.html")),
            };
            let named = page.named("link").into_iter().any(|link| {
                link.attribute("hreflang") == Some(other) && link.attribute("href") == Some(&fellow)
            });
            assert!(named, "{path} does not name {fellow}");
        }
    }
}

#[test]
fn every_word_of_a_translated_page_says_its_language() {
    let built = built();
    let mut marked = 0;
    for path in pages(&built).iter().filter(|path| path.starts_with("en/")) {
        let page = parse(built.text(path)).unwrap();
        let mut found = Vec::new();
        texts(&page, "", &mut found);
        for (text, language) in found {
            if chinese(&text) {
                assert_eq!(language, "zh-CN", "{path}: {text}");
                marked += 1;
            } else if text.chars().any(|c| c.is_ascii_alphabetic()) {
                assert_ne!(language, "", "{path}: {text}");
            }
        }
    }
    assert!(marked > 20, "only {marked} texts without translation were met");
}

#[test]
fn what_is_not_translated_is_marked() {
    let built = built();
    let policy = built.text("en/policies/grow/index.html");
    assert_eq!(policy.matches(">Chinese only<").count(), 2, "one clause and one statement");
    assert!(policy.contains("Clauses available in Chinese only: 1."));
    assert!(policy.contains("This translation is for reference only. The Chinese text prevails."));
    assert!(built.text("en/policies/other/index.html").contains("This text is available in Chinese only."));
    assert!(!built.text("en/policies/grow/progress/2024-05/index.html").contains("五月"));
    assert!(!built.text("policies/grow/index.html").contains("Chinese"));
}

#[test]
fn each_language_is_found_in_its_own_search() {
    let built = built();
    let index = |under: &str| -> String {
        let texts = built.files.iter().filter(|(path, _)| {
            path.strip_prefix(under).is_some_and(|name| name.starts_with("search/text-"))
        });
        texts.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
    };
    let (main, english) = (index(""), index("en/"));
    assert!(english.contains("Keep a register of firms") && !main.contains("Keep a register of firms"));
    assert!(main.contains("建立企业库"));
    // The name in the main language finds a translated organisation too.
    assert!(english.contains("Science Bureau") && english.contains("区科技局"));
}

#[test]
fn what_has_no_words_is_made_once() {
    let built = built();
    for path in ["assets/portal.css", "robots.txt", "sitemap.xml", "policies/grow/files/form.csv"] {
        assert!(built.files.contains_key(path), "{path}");
        assert!(!built.files.contains_key(&format!("en/{path}")), "en/{path}");
    }
    for path in ["feed.xml", "data/site.json", "policies/grow/data/progress.json"] {
        assert!(built.files.contains_key(path) && built.files.contains_key(&format!("en/{path}")), "{path}");
    }
    let (main, english) =
        (built.text("policies/grow/data/progress.json"), built.text("en/policies/grow/data/progress.json"));
    assert!(main.contains("高新技术企业") && english.contains("High-tech firms"));
}

#[test]
fn a_site_of_one_language_has_no_switch() {
    let site = Folder::fixture(&fixture());
    site.replace("content/site.yaml", "languages: [zh-CN, en]\n", "");
    let built = build_in_memory(site.path(), TODAY);
    assert!(built.files.keys().all(|path| !path.starts_with("en/")));
    assert!(!built.text("index.html").contains("hreflang"));
    assert!(!built.text("sitemap.xml").contains("xhtml"));
    let unused = built.diagnostics.iter().filter(|d| d.entry.code == "content/unused-translation");
    assert_eq!(unused.count(), 6, "{}", built.problems());
}
