//! The sample, built: every link leads somewhere, nothing comes from another host, every page has
//! what a page must have.

mod harness;

use harness::html::{Element, parse};
use harness::{Built, TODAY, build_with_pictures, repository};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The sample.
fn site() -> &'static Built {
    static SITE: OnceLock<Built> = OnceLock::new();
    SITE.get_or_init(|| {
        let built = build_with_pictures(repository(), TODAY);
        assert!(!built.diagnostics.has_errors(), "{}", built.problems());
        built
    })
}

/// Its pages, read.
fn pages() -> &'static BTreeMap<String, Element> {
    static PAGES: OnceLock<BTreeMap<String, Element>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let html = site().files.keys().filter(|path| path.ends_with(".html"));
        let read = |path: &String| match parse(site().text(path)) {
            Ok(page) => (path.clone(), page),
            Err(problem) => panic!("{path}: {problem}"),
        };
        html.map(read).collect()
    })
}

/// Fails with all sentences at once.
fn none(broken: Vec<String>) {
    let more = broken.len().saturating_sub(30);
    let shown: Vec<&str> = broken.iter().take(30).map(String::as_str).collect();
    assert!(broken.is_empty(), "\n{}\nand {more} more\n", shown.join("\n"));
}

/// The path of the sample's `base_url`.
const BASE: &str = "/zt/jinzhan/";

/// Whether a page is served for wrong addresses, and so at any depth.
fn at_any_depth(path: &str) -> bool {
    ["404.html", "en/404.html"].contains(&path)
}

/// `policies/x/index.html` and `../../a.html#b` -> `a.html` and `b`.
fn resolve(from: &str, link: &str) -> (String, Option<String>) {
    // The page of a wrong address is served at any depth: its links begin where the site does.
    let (from, link) = match link.strip_prefix(BASE) {
        Some(link) if at_any_depth(from) => ("404.html", link),
        _ => (from, link),
    };
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_string())),
        None => (link, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return (from.to_string(), anchor);
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                assert!(parts.pop().is_some(), "{from}: `{link}` leaves the site");
            }
            part => parts.push(part),
        }
    }
    (parts.join("/"), anchor)
}

#[test]
fn every_page_is_well_formed() {
    assert!(pages().len() > 60, "the sample has {} pages", pages().len());
}

#[test]
fn every_link_leads_to_a_file_and_an_anchor_that_are_there() {
    let ids = |page: &Element| -> BTreeSet<String> {
        page.all().iter().filter_map(|element| Some(element.attribute("id")?.to_string())).collect()
    };
    let anchors: BTreeMap<&String, BTreeSet<String>> =
        pages().iter().map(|(path, page)| (path, ids(page))).collect();
    let mut broken = Vec::new();
    for (path, page) in pages() {
        for element in page.all() {
            let links =
                ["href", "src", "xlink:href", "data", "poster", "action"].map(|name| element.attribute(name));
            for link in links.into_iter().flatten() {
                if link.contains(':') {
                    continue; // another scheme; other hosts have a test of their own
                }
                let from_the_root = at_any_depth(path) && link.starts_with(BASE);
                if (link.starts_with('/') && !from_the_root) || link.is_empty() {
                    broken.push(format!("{path}:{}: `{link}` is not relative", element.line));
                    continue;
                }
                let (target, anchor) = resolve(path, link);
                let target = anchors
                    .keys()
                    .find(|page| ***page == target)
                    .copied()
                    .cloned()
                    .or_else(|| site().files.contains_key(&target).then_some(target));
                match (target, anchor) {
                    (None, _) => broken.push(format!("{path}:{}: `{link}` leads nowhere", element.line)),
                    (Some(target), Some(anchor)) => {
                        let there = anchors.get(&target).is_some_and(|ids| ids.contains(&anchor));
                        if !there {
                            broken.push(format!("{path}:{}: `{link}`: no such anchor", element.line));
                        }
                    }
                    (Some(_), None) => {}
                }
            }
            for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"] {
                for id in element.attribute(name).unwrap_or_default().split_whitespace() {
                    if !anchors[path].contains(id) {
                        broken.push(format!(
                            "{path}:{}: `{name}` names `{id}`, which is not on the page",
                            element.line
                        ));
                    }
                }
            }
        }
    }
    none(broken);
}

#[test]
fn nothing_is_asked_of_another_host() {
    let mut broken = Vec::new();
    for (path, page) in pages() {
        for element in page.all() {
            // The addresses of a page and of its fellows are statements, not requests; a link of an `a` waits
            // for its reader.
            let stated =
                element.attribute("rel") == Some("canonical") || element.attribute("hreflang").is_some();
            let waits = element.name == "a" || stated;
            let links = ["href", "src", "srcset", "xlink:href", "data", "poster", "action"];
            let foreign = |value: &&str| value.contains("://") || value.starts_with("//");
            for link in links.iter().filter_map(|name| element.attribute(name)).filter(foreign) {
                if !waits {
                    broken.push(format!(
                        "{path}:{}: `{link}` of `<{}>` asks another host",
                        element.line, element.name
                    ));
                }
            }
            let words = element.attribute("style").unwrap_or_default();
            let css = if element.name == "style" { element.text() } else { words.to_string() };
            if css.contains("url(http") || css.contains("@import") {
                broken.push(format!("{path}:{}: a style asks another host", element.line));
            }
        }
    }
    for (path, bytes) in &site().files {
        let text = String::from_utf8_lossy(bytes);
        let code = path.ends_with(".css") || path.ends_with(".js");
        if code
            && ["url(http", "url(//", "@import", "fetch(\"http", "src = \"http"]
                .iter()
                .any(|word| text.contains(word))
        {
            broken.push(format!("{path}: asks another host"));
        }
    }
    none(broken);
}

/// Many read these pages on a slow line.
#[test]
fn all_scripts_together_are_small() {
    let scripts =
        site().files.iter().filter(|(path, _)| path.starts_with("assets/") && path.ends_with(".js"));
    let bytes: usize = scripts.map(|(_, bytes)| bytes.len()).sum();
    assert!(bytes < 30 * 1024, "{bytes} bytes of script");
}

#[test]
fn records_are_linked_only_where_they_are_set() {
    let foreign: BTreeSet<&str> = pages()
        .values()
        .flat_map(|page| page.named("a"))
        .filter_map(|link| link.attribute("href"))
        .filter(|link| link.contains("beian") || link.contains("conac"))
        .collect();
    assert!(foreign.is_empty(), "the sample sets no records, and links to {foreign:?}");
}

#[test]
fn every_page_has_a_title_a_language_one_heading_and_a_main_part() {
    let mut broken = Vec::new();
    for (path, page) in pages() {
        let one = |name: &str| page.named(name).len() == 1;
        let titled = page
            .named("head")
            .first()
            .is_some_and(|head| head.named("title").iter().any(|t| !t.text().is_empty()));
        let wrong = [
            (!titled, "no title"),
            (!one("h1"), "not exactly one h1"),
            (!one("main"), "not exactly one main"),
            (
                page.named("html").first().and_then(|html| html.attribute("lang"))
                    != Some(if path.starts_with("en/") { "en" } else { "zh-CN" }),
                "not in its language",
            ),
            (!page.named("meta").iter().any(|meta| meta.attribute("charset") == Some("utf-8")), "no charset"),
            (
                !page.named("meta").iter().any(|meta| meta.attribute("name") == Some("viewport")),
                "no viewport",
            ),
            (
                !site().text(path).trim_start().to_ascii_lowercase().starts_with("<!doctype html>"),
                "no doctype",
            ),
        ];
        broken
            .extend(wrong.into_iter().filter(|(wrong, _)| *wrong).map(|(_, what)| format!("{path}: {what}")));
    }
    none(broken);
}

#[test]
fn every_page_has_a_title_of_its_own() {
    let mut seen: BTreeMap<String, &String> = BTreeMap::new();
    let mut broken = Vec::new();
    for (path, page) in pages() {
        let title = page.named("title").first().map(|title| title.text()).unwrap_or_default();
        if let Some(other) = seen.insert(title.clone(), path) {
            broken.push(format!("{path}: the title 《{title}》 is that of {other}"));
        }
    }
    none(broken);
}

#[test]
fn headings_do_not_skip_a_level() {
    let mut broken = Vec::new();
    for (path, page) in pages() {
        let mut last = 0;
        for element in page.all() {
            let level = element.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
            let Some(level) = level.filter(|level| (1..=6).contains(level)) else { continue };
            if level > last + 1 {
                broken.push(format!("{path}:{}: h{level} after h{last}", element.line));
            }
            last = level;
        }
    }
    none(broken);
}

/// 国办发〔2017〕47号: tags accumulate, and a value that nobody has set is not there at all.
#[test]
fn every_page_carries_the_tags_of_its_kind() {
    let tags = |page: &Element| -> BTreeMap<String, String> {
        let metas = page.named("meta").into_iter();
        metas
            .filter_map(|m| Some((m.attribute("name")?.to_string(), m.attribute("content")?.to_string())))
            .collect()
    };
    let column = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];
    let article = ["ArticleTitle", "PubDate", "ContentSource"];
    let mut broken = Vec::new();
    // What other sites show in a frame is no page of the portal.
    for (path, page) in pages().iter().filter(|(path, _)| !path.ends_with("/embed/index.html")) {
        let tags = tags(page);
        let mut needed = vec!["SiteName"];
        let own = path.strip_prefix("en/").unwrap_or(path);
        let is_article = own.starts_with("policies/")
            && !own.contains("/indicators/")
            && !own.ends_with("/progress/index.html");
        if own != "index.html" && own != "404.html" {
            needed.extend(column);
        }
        if is_article {
            needed.extend(article);
        }
        for name in needed {
            if !tags.contains_key(name) {
                broken.push(format!("{path}: no tag {name}"));
            }
        }
        for (name, content) in &tags {
            if content.trim().is_empty() || content.contains("null") {
                broken.push(format!("{path}: the tag {name} is empty"));
            }
        }
        if let Some(date) = tags.get("PubDate") {
            let shape: String = date.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
            if !["0000-00-00", "0000-00-00 00:00"].contains(&shape.as_str()) {
                broken.push(format!("{path}: PubDate is {date}"));
            }
        }
        for invented in ["SiteDomain", "SiteIDCode"] {
            if tags.contains_key(invented) {
                broken.push(format!("{path}: {invented} was invented: the sample does not set it"));
            }
        }
    }
    none(broken);
}

#[test]
fn every_chart_has_a_title_and_a_description() {
    let mut charts = 0;
    let mut broken = Vec::new();
    for (path, page) in pages() {
        for svg in page.named("svg") {
            if svg.attribute("aria-hidden") == Some("true") {
                continue; // a shape beside its word
            }
            charts += 1;
            let words =
                |name: &str| svg.named(name).first().map(|element| element.text()).unwrap_or_default();
            if words("title").is_empty() || words("desc").is_empty() || svg.attribute("role") != Some("img") {
                broken.push(format!("{path}:{}: a chart without role, title or description", svg.line));
            }
        }
    }
    none(broken);
    assert!(charts > 10, "the sample shows {charts} charts");
}

#[test]
fn every_id_stands_once_on_its_page() {
    let mut broken = Vec::new();
    for (path, page) in pages() {
        let mut seen = BTreeSet::new();
        for element in page.all() {
            if let Some(id) = element.attribute("id")
                && !seen.insert(id)
            {
                broken.push(format!("{path}:{}: the id `{id}` stands twice", element.line));
            }
        }
    }
    none(broken);
}

#[test]
fn every_table_says_what_it_shows_and_heads_its_columns() {
    let mut broken = Vec::new();
    for (path, page) in pages() {
        for table in page.named("table") {
            let prose = table.named("caption").is_empty() && table.named("th").is_empty();
            let scoped = table.named("th").iter().all(|head| head.attribute("scope").is_some());
            let prose_table = !scoped && table.attribute("class").is_none(); // a table of a text, from Markdown
            if prose || !(scoped || prose_table) {
                broken.push(format!("{path}:{}: a table without heads, or heads without scope", table.line));
            }
        }
    }
    none(broken);
}

#[test]
fn names_of_files_are_ascii_and_none_is_hidden() {
    let odd = site()
        .files
        .keys()
        .filter(|path| !path.is_ascii() || path.split('/').any(|part| part.starts_with('.')));
    none(odd.map(|path| format!("{path}: not a name that every portal takes")).collect());
}

#[test]
fn data_files_can_be_read() {
    for (path, bytes) in &site().files {
        let text = String::from_utf8_lossy(bytes);
        if path.ends_with(".json") {
            serde_json::from_str::<serde_json::Value>(&text)
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        if path.ends_with(".csv") {
            let bare = text
                .strip_prefix('\u{FEFF}')
                .unwrap_or_else(|| panic!("{path}: Excel needs the mark in front"));
            let widths: BTreeSet<usize> = bare.lines().map(|line| line.split(',').count()).collect();
            assert!(widths.len() == 1 || bare.contains('"'), "{path}: rows of different width");
        }
        if path.ends_with(".xml") {
            parse(text.trim_start_matches("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
}
