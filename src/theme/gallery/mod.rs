//! Every template, filled by hand with what is hard to set: long names, all statuses, empty states.
//!
//! With `GALLERY=/tmp/gallery` the pages are written there, to be looked at in a browser. The words come
//! from the sample; its progress is invented there, and so it is here.

mod changes;
mod clause;
mod downloads;
mod home;
mod indicator;
mod organisation;
mod parts;
mod policy;
mod sites;

use super::Theme;
use super::view::*;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Language;
use crate::source::Sources;
use home::{article, free, home};
use indicator::{empty_indicator, indicator};
use organisation::{department, township};
use parts::{page, site};
use policy::{bulletin, empty_progress, plain_policy, policy, progress};
use serde::Serialize;
use std::path::Path;

const TITLE: &str = "重庆市万州区高新技术企业和科技型企业“双倍增”工作实施方案";
const SHORT: &str = "科技企业“双倍增”";

#[test]
fn every_template_renders() {
    let folder = std::env::var_os("GALLERY");
    let theme = theme(Language::Chinese).with_site(&site(), &mut Diagnostics::new());
    let mut pages = 0;
    let mut write = |url: &str, html: String| {
        pages += 1;
        assert!(!html.contains("&#x2F;"), "slashes are escaped");
        assert!(!html.contains("{{") && !html.contains("{%"), "{url} holds template code");
        for blank in
            ["{n}", "{name}", "{title}", "{period}", "{unit}", "{day}", "{code}", "{path}", "{group}"]
        {
            // The search fills those of its page when somebody asks, and so do the filter and the citations of a text.
            let later = |line: &&str| {
                url == "search/index.html" || line.contains(" data-found=") || line.contains(" data-cite=")
            };
            let left = html.lines().filter(|line| !later(line)).any(|line| line.contains(blank));
            assert!(!left, "{url} holds an unfilled blank {blank}");
        }
        if let Some(folder) = &folder {
            let path = Path::new(folder).join(url);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, html).unwrap();
        }
    };
    let mut add = |url: &str, html: String| write(url, html);
    add("index.html", show(&theme, "home.html", &page("home", "", "index.html"), "home", &home()));
    add(
        "empty-home.html",
        show(&theme, "home.html", &page("home", "", "empty-home.html"), "home", &Home::default()),
    );
    add(
        "policies/double-growth/index.html",
        show(
            &theme,
            "policy.html",
            &page("policy", TITLE, "policies/double-growth/index.html"),
            "policy",
            &policy(),
        ),
    );
    add(
        "policies/plain/index.html",
        show(
            &theme,
            "policy.html",
            &page("policy", "没有指标的政策", "policies/plain/index.html"),
            "policy",
            &plain_policy(),
        ),
    );
    let url = "policies/double-growth/progress/index.html";
    add(
        url,
        show(
            &theme,
            "progress.html",
            &page("progress", "科技企业“双倍增”：走到哪一步", url),
            "progress",
            &progress(),
        ),
    );
    let url = "policies/plain/progress/index.html";
    add(
        url,
        show(
            &theme,
            "progress.html",
            &page("progress", "还没有数据的政策", url),
            "progress",
            &empty_progress(),
        ),
    );
    let url = "policies/double-growth/progress/2024-06/index.html";
    add(url, show(&theme, "bulletin.html", &page("bulletin", "2024年6月通报", url), "bulletin", &bulletin()));
    let url = "policies/double-growth/indicators/high-tech/index.html";
    add(
        url,
        show(&theme, "indicator.html", &page("indicator", "高新技术企业", url), "indicator", &indicator()),
    );
    let url = "policies/double-growth/indicators/none/index.html";
    add(
        url,
        show(
            &theme,
            "indicator.html",
            &page("indicator", "没有数据的指标", url),
            "indicator",
            &empty_indicator(),
        ),
    );
    let url = "changes/index.html";
    add(url, show(&theme, "changes.html", &page("changes", "最近变化", url), "changes", &changes::page()));
    let url = "sites/index.html";
    add(url, show(&theme, "sites.html", &page("sites", "各网站进展", url), "sites", &sites::sites()));
    let url = "sites/donghe/index.html";
    let title = "东河区政策进展公开";
    add(url, show(&theme, "gathered.html", &page("gathered", title, url), "gathered", &sites::gathered()));
    let url = "organisations/henghe/index.html";
    add(
        url,
        show(
            &theme,
            "organisation.html",
            &page("organisation", "恒合土家族乡", url),
            "organisation",
            &township(),
        ),
    );
    let url = "organisations/kjj/index.html";
    add(
        url,
        show(
            &theme,
            "organisation.html",
            &page("organisation", "区科技局", url),
            "organisation",
            &department(),
        ),
    );
    let url = "policies/double-growth/interpretations/text/index.html";
    add(
        url,
        show(
            &theme,
            "article.html",
            &page("article", "万州区科技企业“双倍增”工作实施方案政策解读", url),
            "article",
            &article(),
        ),
    );
    add(
        "pages/about/index.html",
        show(&theme, "page.html", &page("page", "关于本站", "pages/about/index.html"), "free", &free()),
    );
    let url = "search/index.html";
    add(url, show(&theme, "search.html", &page("search", "搜索", url), "", &()));
    add("404.html", show(&theme, "404.html", &page("not-found", "找不到这个网页", "404.html"), "", &()));
    let url = "policies/double-growth/data/index.html";
    add(url, show(&theme, "data.html", &page("data", "数据下载", url), "data", &downloads::data()));
    let url = "policies/double-growth/indicators/high-tech/embed/index.html";
    add(url, show(&theme, "embed.html", &page("embed", "高新技术企业", url), "embed", &downloads::embed()));
    let url = "old/index.html";
    add(url, show(&theme, "moved.html", &page("moved", TITLE, url), "moved", &downloads::moved()));
    assert_eq!(pages, 21);
    if let Some(folder) = &folder {
        for (path, bytes) in theme.assets() {
            let path = Path::new(folder).join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
}

#[test]
fn english_renders_too() {
    let theme = theme(Language::English).with_site(&site(), &mut Diagnostics::new());
    let html =
        show(&theme, "policy.html", &page("policy", TITLE, "policies/x/index.html"), "policy", &policy());
    assert!(html.contains("Interpretations") && html.contains("Validity"));
}

fn theme(language: Language) -> Theme {
    let mut sources = Sources::default();
    let mut d = Diagnostics::new();
    let theme = Theme::load(&mut sources, "portal", language, &mut d);
    let told: Vec<String> = d.sorted().iter().map(|problem| tell(problem, &sources)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    theme.unwrap()
}

fn show<V: Serialize>(theme: &Theme, template: &str, page: &PageView, name: &str, view: &V) -> String {
    let html = theme.render(template, page, name, view).unwrap_or_else(|problem| {
        let mut sources = Sources::default();
        Theme::load(&mut sources, "portal", Language::Chinese, &mut Diagnostics::new());
        panic!("{template}: {}", tell(&problem, &sources))
    });
    String::from_utf8(html).unwrap()
}

/// A problem in a line: the place, the words and what stands there.
fn tell(problem: &Diagnostic, sources: &Sources) -> String {
    let Some(place) = problem.place else { return format!("{} {:?}", problem.entry.code, problem.args) };
    let file = sources.get(place.file);
    let (start, end) = (place.start as usize, (place.start + place.len) as usize);
    let text = file.text.as_deref().unwrap_or_default();
    let line = text[..start].matches('\n').count() + 1;
    format!("{}:{line} {} {:?} `{}`", file.path, problem.entry.code, problem.args, &text[start..end])
}
