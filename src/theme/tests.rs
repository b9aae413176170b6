//! Tests of the engine: layers, words, mistakes.

use super::Theme;
use super::layers;
use super::view::{FreePage, PageView, SiteView};
use super::words::Words;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Language;
use crate::source::Sources;
use std::collections::BTreeSet;

const MANIFEST: (&str, &str) = ("themes/mine/theme.yaml", "name: 我的主题\ncontract: 1\nparent: portal\n");

/// A theme of these files; what was wrong; and the sources to look places up in.
fn load(name: &str, files: &[(&str, &str)]) -> (Option<Theme>, Vec<Diagnostic>, Sources) {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(*path, *text);
    }
    let mut d = Diagnostics::new();
    let theme = Theme::load(&mut sources, name, Language::Chinese, &mut d);
    let found = d.sorted().into_iter().cloned().collect();
    (theme, found, sources)
}

/// `CODE PATH 'what stands at the place'`.
fn told(problem: &Diagnostic, sources: &Sources) -> String {
    let code = problem.entry.code;
    let Some(place) = problem.place else { return code.to_owned() };
    let file = sources.get(place.file);
    let text = file.text.as_deref().unwrap();
    format!("{code} {} '{}'", file.path, &text[place.start as usize..][..place.len as usize])
}

fn tell(found: &[Diagnostic], sources: &Sources) -> Vec<String> {
    found.iter().map(|problem| told(problem, sources)).collect()
}

fn free_page(theme: &Theme) -> Result<String, Diagnostic> {
    let page =
        PageView { kind: "page".into(), root: "../../".into(), top: "../../".into(), ..PageView::default() };
    let view = FreePage { title: "关于".into(), body: "<p>正文</p>".into() };
    theme.render("page.html", &page, "free", &view).map(text)
}

fn text(html: Vec<u8>) -> String {
    String::from_utf8(html).unwrap()
}

#[test]
fn both_languages_have_the_same_words_with_the_same_blanks() {
    let blanks = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
    };
    let mut sources = Sources::default();
    let mut d = Diagnostics::new();
    let layers = layers::stack(&mut sources, "portal", &mut d).unwrap();
    let mut read = |language| Words::read(&sources, &layers, language, &mut d).unwrap();
    let (chinese, english) = (read(Language::Chinese), read(Language::English));
    let keys = |words: &Words| words.map().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&chinese), keys(&english));
    for (key, text) in chinese.map() {
        assert_eq!(blanks(text), blanks(english.get(key).unwrap()), "{key}");
    }
}

#[test]
fn words_fill_their_blanks() {
    let (theme, found, _) = load("portal", &[]);
    assert!(found.is_empty());
    let theme = theme.unwrap();
    assert_eq!(theme.say("n_items", &[("n", "3")]), "3项");
    assert_eq!(theme.say("no such word", &[]), "no such word");
    assert_eq!(super::words::fill("{a}{b} {a", &[("a", "1")]), "1{b} {a");
}

#[test]
fn a_child_changes_a_template_a_word_and_a_sheet() {
    let (theme, found, sources) = load(
        "mine",
        &[
            MANIFEST,
            (
                "themes/mine/page.html",
                "{% extends \"portal/base.html\" %}{% block main %}<i>{{ t.home }}</i>{% endblock main %}",
            ),
            (
                "themes/mine/base.html",
                "{% extends \"portal/base.html\" %}{% block head %}<meta name=\"mine\">{% endblock head %}",
            ),
            ("themes/mine/words/zh-CN.yaml", "home: 大门\n"),
            ("themes/mine/assets/mine.css", "body{}"),
        ],
    );
    assert_eq!(tell(&found, &sources), Vec::<String>::new());
    let theme = theme.unwrap();
    let assets: Vec<&str> = theme.assets().map(|(path, _)| path).collect();
    let built_in = [
        "assets/clauses.js",
        "assets/early.js",
        "assets/embed.css",
        "assets/icon.svg",
        "assets/portal.css",
        "assets/portal.js",
        "assets/search.js",
    ];
    assert_eq!(assets, [&built_in[..], &["assets/mine.css"]].concat());
    let site = SiteView {
        assets: assets
            .iter()
            .map(|url| super::view::Link { title: String::new(), url: (*url).into() })
            .collect(),
        ..SiteView::default()
    };
    let theme = theme.with_site(&site, &mut Diagnostics::new());
    let html = free_page(&theme).unwrap();
    assert!(html.contains("<i>大门</i>"), "{html}");
    // The page says `portal/base.html`: the child's own base is passed over.
    assert!(!html.contains("name=\"mine\""), "{html}");
    assert!(html.find("portal.css").unwrap() < html.find("../../assets/mine.css").unwrap(), "{html}");
    // Others say `base.html`, which is the topmost.
    let lost = text(theme.render("404.html", &PageView::default(), "", &()).unwrap());
    assert!(lost.contains("name=\"mine\""), "{lost}");
}

#[test]
fn a_site_may_change_parts_of_portal() {
    let (theme, found, sources) = load(
        "portal",
        &[(
            "themes/portal/components/chip.html",
            "{% component chip(chip: map, before: string = \"\") -%}<b>{{ chip.word }}</b>{%- endcomponent chip %}",
        )],
    );
    assert_eq!(tell(&found, &sources), Vec::<String>::new());
    assert!(theme.is_some());
}

#[test]
fn themes_that_cannot_be_are_told() {
    let code = |name: &str, files: &[(&str, &str)]| {
        let (theme, found, sources) = load(name, files);
        assert!(theme.is_none());
        (tell(&found, &sources), found[0].suggestion.clone())
    };
    assert_eq!(code("portl", &[]), (vec!["theme/unknown-theme".into()], Some("portal".into())));
    let loops = [
        ("themes/a/theme.yaml", "name: a\ncontract: 1\nparent: b\n"),
        ("themes/b/theme.yaml", "name: b\ncontract: 1\nparent: a\n"),
    ];
    assert_eq!(code("a", &loops).0, ["theme/parent-loop themes/b/theme.yaml 'a'"]);
    let later = [("themes/a/theme.yaml", "name: a\ncontract: 2\ncolour: red\n")];
    assert_eq!(
        code("a", &later).0,
        ["theme/newer-contract themes/a/theme.yaml '2'", "theme/unknown-key themes/a/theme.yaml 'colour'"]
    );
}

#[test]
fn every_mistake_of_every_template_is_told_at_once() {
    let (theme, found, sources) = load(
        "mine",
        &[
            MANIFEST,
            ("themes/mine/a.html", "中文 {{ page.title"),
            ("themes/mine/b.html", "{% for %}"),
            ("themes/mine/c.html", "第一行\n中文中文 {{ page.title | upperr }} {{ nobody() }}"),
            ("themes/mine/d.html", "{% include \"nothing.html\" %}"),
        ],
    );
    assert!(theme.is_none());
    let told = tell(&found, &sources);
    assert_eq!(told.len(), 5, "{told:#?}");
    assert!(told[0].starts_with("theme/template themes/mine/a.html"), "{told:#?}");
    assert!(told[1].starts_with("theme/template themes/mine/b.html"), "{told:#?}");
    assert_eq!(told[2], "theme/unknown-filter themes/mine/c.html 'upperr'");
    assert_eq!(told[3], "theme/unknown-function themes/mine/c.html 'nobody()'");
    assert!(told[4].starts_with("theme/unknown-template themes/mine/d.html"), "{told:#?}");
}

#[test]
fn what_only_lacks_a_refused_template_is_not_told() {
    let (_, found, sources) = load(
        "mine",
        &[
            MANIFEST,
            ("themes/mine/parts/x.html", "{% if %}"),
            ("themes/mine/y.html", "{% include \"parts/x.html\" %}"),
        ],
    );
    let told = tell(&found, &sources);
    assert_eq!(told.len(), 1, "{told:#?}");
}

#[test]
fn a_mistake_while_rendering_has_its_place() {
    let page = "{% extends \"base.html\" %}{% block main %}中文{{ <day days={page} /> }}{% endblock main %}";
    let (theme, found, sources) = load("mine", &[MANIFEST, ("themes/mine/page.html", page)]);
    assert_eq!(tell(&found, &sources), Vec::<String>::new());
    let theme = theme.unwrap().with_site(&SiteView::default(), &mut Diagnostics::new());
    let problem = free_page(&theme).unwrap_err();
    assert_eq!(told(&problem, &sources), "theme/page-argument themes/mine/page.html '<day days={page} />'");
    assert_eq!(problem.suggestion.as_deref(), Some("day"));
    let problem = theme.render("nothing.html", &PageView::default(), "", &()).unwrap_err();
    assert_eq!(told(&problem, &sources), "theme/page");
}

#[test]
fn names_that_nobody_gives_are_told_where_they_stand() {
    let cases: [(&str, &str, &[&str]); 20] = [
        ("page.html", "{% if page.titel %}", &["field titel"]),
        ("page.html", "{%- if not free.bodi -%}", &["field bodi"]),
        ("page.html", "{% if page.titel is defined %}{{ page.titel2 is not defined }}", &[]),
        ("page.html", "{{ page.as_of.txt }}{{ page.as_of?.iso }}", &["field txt"]),
        ("page.html", "{{ pag.title }}{% if policy %}", &["variable pag", "variable policy"]),
        ("parts/x.html", "{{ policy.titel }}{{ nobody.x }}", &["variable nobody"]),
        ("page.html", "{% for link in site.pages %}{{ link.ur }}{{ loop.index }}{% endfor %}", &["field ur"]),
        ("page.html", "{% for link in site.pages %}{% endfor %}{{ link }}", &["variable link"]),
        ("page.html", "{% set d = page.as_of %}{{ d.isoo }}{% set d = 1 %}{{ d.x }}", &["field isoo"]),
        (
            "page.html",
            "{{ t.no_word }}{{ say(key=\"no_key\", n=page.x) }}",
            &["word no_word", "word no_key", "field x"],
        ),
        ("page.html", "{{ t.home ~ \"page.x }}\" | upper | replace(from='\\'', to=page.y) }}", &["field y"]),
        ("page.html", "{# page.x #}{% raw %}{{ page.x }}{% endraw %}{{ page.z }}", &["field z"]),
        ("page.html", "{{ <chip chip={page.x} before=\"a\" /> }}", &["field x"]),
        ("page.html", "{% <box wide={true}> %}{{ page.x }}{% </box> %}", &["field x"]),
        ("page.html", "{{ 1 if page.x < page.y else page.z }}", &["field x", "field y", "field z"]),
        (
            "page.html",
            "{{ [l.title for l in site.pages if l.url] }}{{ site.pages[page.x].title }}",
            &["field x"],
        ),
        ("page.html", "{% for k, v in page %}{{ k.x }}{{ v.y }}{% endfor %}", &[]),
        ("page.html", "{% set text %}a{% endset %}{% filter upper %}{{ text.x }}{% endfilter %}", &[]),
        (
            "c.html",
            "{% component c(a: map, n: integer = 3, @page) %}{{ a.x }}{{ page.y }}{{ site.z }}{{ n }}{% endcomponent c %}",
            &["field y", "variable site"],
        ),
        (
            "policy.html",
            "{% for c in policy.clauses %}{% for i in c.indicators %}{{ i.status.wrd }}{% endfor %}{% endfor %}",
            &["field wrd"],
        ),
    ];
    let words = ["home".to_owned()];
    for (path, text, expected) in cases {
        let text = format!("{text}\n");
        let uses = super::uses::Uses::new(&words, [text.as_str(), "{% set link = 1 %}"]);
        let found = uses.unknown(path, &text);
        let told: Vec<String> = found
            .iter()
            .map(|unknown| {
                assert_eq!(&text[unknown.start..][..unknown.name.len()], unknown.name);
                format!("{:?} {}", unknown.of, unknown.name).to_lowercase()
            })
            .collect();
        assert_eq!(told, expected, "{text}");
    }
}

#[test]
fn over_three_levels_each_file_is_taken_from_the_topmost_theme_that_has_it() {
    let (theme, found, sources) = load(
        "low",
        &[
            ("themes/low/theme.yaml", "name: 下\ncontract: 1\nparent: mid\n"),
            ("themes/mid/theme.yaml", "name: 中\ncontract: 1\nparent: top\n"),
            ("themes/top/theme.yaml", "name: 上\ncontract: 1\n"),
            (
                "themes/top/page.html",
                "{% extends \"base.html\" %}{% block main %}top{{ t.home }}{{ t.text }}{{ <day day={page.as_of} /> }}{% endblock main %}",
            ),
            (
                "themes/mid/page.html",
                "{% extends \"top/page.html\" %}{% block main %}mid{{ super() }}{% endblock main %}",
            ),
            (
                "themes/mid/components/day.html",
                "{% component day(day: map) %}<u>{{ day.text }}</u>{% endcomponent day %}",
            ),
            ("themes/low/parts/records.html", "<s>low</s>{% include \"portal/parts/records.html\" %}"),
            ("themes/top/words/zh-CN.yaml", "home: 上\ntext: 上文\n"),
            ("themes/low/words/zh-CN.yaml", "home: 下\n"),
            ("themes/top/assets/own.css", "top{}"),
            ("themes/mid/assets/own.css", "mid{}"),
            ("themes/low/assets/portal.js", "low()"),
        ],
    );
    assert_eq!(tell(&found, &sources), Vec::<String>::new());
    let theme = theme.unwrap().with_site(&SiteView::default(), &mut Diagnostics::new());
    let day = super::view::Day { text: "今天".into(), iso: "2024-07-15".into() };
    let page = PageView { as_of: Some(day), ..PageView::default() };
    let html = text(theme.render("page.html", &page, "free", &FreePage::default()).unwrap());
    assert!(html.contains("midtop下上文<u>今天</u>"), "{html}");
    assert!(html.contains("<s>low</s>"), "{html}");
    let assets: Vec<(&str, &[u8])> = theme.assets().collect();
    assert_eq!(assets.iter().find(|(path, _)| *path == "assets/own.css").unwrap().1, b"mid{}");
    assert_eq!(assets.iter().find(|(path, _)| *path == "assets/portal.js").unwrap().1, b"low()\n");
}
