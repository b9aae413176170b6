//! The contract with themes stays true: the tables of `themes/portal/README.md` are those of the
//! views, what is serialised is what they say, and every word is there, is used, and is translated.
//!
//! `BLESS=1 cargo test --test contract` rewrites the tables.

mod harness;

use gongbao::diagnostic::Diagnostics;
use gongbao::model::parse_date;
use gongbao::pipeline::{self, Given, Options, Stage, Watch};
use gongbao::render;
use gongbao::theme::contract::{FILTERS, FUNCTIONS, Kind, PICTURES, TEMPLATES, TESTS, View, views};
use harness::{Folder, TODAY, make_workbooks, repository, tree};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- made by tests/contract.rs; begin -->\n";
const END: &str = "<!-- made by tests/contract.rs; end -->\n";

#[test]
fn every_field_of_every_view_says_what_it_means() {
    for view in views() {
        assert!(!view.about.is_empty(), "`{}` has no doc", view.name);
        assert!(!view.fields.is_empty(), "`{}` has no field", view.name);
        for field in &view.fields {
            assert!(!field.about.is_empty(), "`{}.{}` has no doc", view.name, field.name);
        }
    }
}

#[test]
fn the_tables_of_the_readme_are_the_contract() {
    let path = repository().join("themes/portal/README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("the README has the line that begins the tables");
    let (found, after) = rest.split_once(END).expect("the README has the line that ends the tables");
    let tables = tables();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{tables}{END}{after}")).unwrap();
        return;
    }
    let told: Vec<&str> = tables.lines().filter(|line| !found.lines().any(|old| old == *line)).collect();
    let gone: Vec<&str> = found.lines().filter(|line| !tables.lines().any(|new| new == *line)).collect();
    assert!(
        found == tables,
        "themes/portal/README.md lacks:\n{}\nand says too much:\n{}\nBLESS=1 cargo test --test contract",
        told.join("\n"),
        gone.join("\n")
    );
}

/// A table for what every page gets, for each template's view, then for what they are made of.
fn tables() -> String {
    let views = views();
    let view = |name: &str| views.iter().find(|view| view.name == name).unwrap();
    let mut text = String::new();
    let mut shown = BTreeSet::new();
    let tops = [("site", "SiteView"), ("page", "PageView")]
        .into_iter()
        .map(|(name, kind)| (name, kind, "every template".to_owned()))
        .chain(
            TEMPLATES
                .iter()
                .filter(|(_, name, _)| !name.is_empty())
                .map(|(template, name, kind)| (*name, *kind, format!("`{template}`"))),
        );
    for (name, kind, template) in tops {
        shown.insert(kind);
        table(&mut text, &format!("`{name}`: {template}"), view(kind));
    }
    for (n, (_, kind)) in PICTURES.iter().enumerate() {
        if PICTURES[..n].iter().all(|(_, other)| other != kind) {
            let own = PICTURES.iter().filter(|(_, other)| other == kind);
            let templates: Vec<String> = own.map(|(start, _)| format!("`{start}`")).collect();
            shown.insert(kind);
            table(&mut text, &format!("`picture`: {}", templates.join(", ")), view(kind));
        }
    }
    for view in views.iter().filter(|view| !shown.contains(view.name)) {
        table(&mut text, view.name, view);
    }
    writeln!(text, "#### Filters, tests and functions\n").unwrap();
    let list = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" ");
    writeln!(text, "- filters: {}", list(&FILTERS)).unwrap();
    writeln!(text, "- tests after `is`: {}", list(&TESTS)).unwrap();
    writeln!(text, "- functions: {}\n", list(&FUNCTIONS)).unwrap();
    components(&mut text);
    parts(&mut text);
    variables(&mut text);
    text
}

/// The components with their arguments, each with the comment above it.
fn components(text: &mut String) {
    writeln!(
        text,
        "#### Components\n\n| component | arguments, with what they are when left out | |\n|---|---|---|"
    )
    .unwrap();
    for (_, bytes) in tree(&repository().join("themes/portal/components")) {
        let template = String::from_utf8(bytes).unwrap();
        for (before, rest) in template.match_indices("{% component ").map(|(at, _)| template.split_at(at)) {
            let (name, rest) = rest["{% component ".len()..].split_once('(').unwrap();
            let arguments: Vec<String> = rest[..rest.find(") -%}").unwrap()]
                .split(", ")
                .filter(|argument| !argument.starts_with('@') && !argument.is_empty())
                .map(|argument| format!("`{argument}`"))
                .collect();
            writeln!(text, "| `{name}` | {} | {} |", arguments.join(", "), comment(before)).unwrap();
        }
    }
    text.push('\n');
}

/// The comment that ends a text, on one line.
fn comment(before: &str) -> String {
    let inside = before.trim_end().strip_suffix("-#}").and_then(|rest| Some(rest.rsplit_once("{#-")?.1));
    inside.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts that pages include, each with the comment that it begins with and the names it reads.
fn parts(text: &mut String) {
    writeln!(text, "#### Parts\n\n| part | reads | |\n|---|---|---|").unwrap();
    for (path, bytes) in tree(&repository().join("themes/portal/parts")) {
        let template = String::from_utf8(bytes).unwrap();
        let about =
            template.strip_prefix("{#-").map_or("", |_| &template[..template.find("#}").unwrap() + 2]);
        let reads: Vec<&str> = ["policy", "indicator", "card", "organisation", "article"]
            .into_iter()
            .filter(|name| [" ", "("].iter().any(|before| template.contains(&format!("{before}{name}."))))
            .collect();
        writeln!(text, "| `parts/{path}` | {} | {} |", reads.join(", "), comment(about)).unwrap();
    }
    text.push('\n');
}

/// The custom properties of `portal.css`, in the light and in the dark.
fn variables(text: &mut String) {
    let css = fs::read_to_string(repository().join("themes/portal/assets/portal.css")).unwrap();
    let (light, rest) = css.split_once("@media screen and (prefers-color-scheme: dark) {").unwrap();
    let dark = rest.split("\n}").next().unwrap();
    let read = |text: &str| -> Vec<(String, String)> {
        let parts = text.split([';', '{']).filter_map(|part| part.trim().rsplit("*/").next());
        let pairs =
            parts.filter_map(|part| part.trim().split_once(": ").filter(|(name, _)| name.starts_with("--")));
        pairs
            .map(|(name, value)| (name.to_owned(), value.split_whitespace().collect::<Vec<_>>().join(" ")))
            .collect()
    };
    let dark: BTreeMap<String, String> = read(dark).into_iter().collect();
    writeln!(text, "#### Variables of the style sheet\n\n| variable | light | dark |\n|---|---|---|")
        .unwrap();
    let root = light.split_once(":root {").unwrap().1.split("\n}").next().unwrap();
    for (name, value) in read(root) {
        let dark = dark.get(&name).map_or(String::new(), |value| format!("`{value}`"));
        writeln!(text, "| `{name}` | `{value}` | {dark} |").unwrap();
    }
    text.push('\n');
}

fn table(text: &mut String, title: &str, view: &View) {
    // `home`: all policies … stands in the title already.
    let about = view.about.split_once("`: ").map_or(&view.about[..], |(_, rest)| rest);
    writeln!(text, "#### {title}\n\n{about}\n\n| field | type | |\n|---|---|---|").unwrap();
    for field in &view.fields {
        let about = field.about.replace('|', "\\|");
        writeln!(text, "| `{}` | {} | {about} |", field.name, words(&field.kind)).unwrap();
    }
    text.push('\n');
}

fn words(kind: &Kind) -> String {
    match kind {
        Kind::Text => "text".into(),
        Kind::Flag => "true or false".into(),
        Kind::Number => "number".into(),
        Kind::View(name) => match TEMPLATES.iter().find(|(_, _, kind)| kind == name) {
            Some((template, own, _)) => {
                format!("[{name}](#{own}-{})", template.replace('.', ""))
            }
            None => format!("[{name}](#{})", name.to_lowercase()),
        },
        Kind::List(inner) => format!("list of {}", words(inner)),
        Kind::Maybe(inner) => format!("{}, or none", words(inner)),
        Kind::Pair(first, second) => format!("pair: `[0]` {}, `[1]` {}", words(first), words(second)),
    }
}

#[test]
fn what_is_serialised_is_what_the_contract_says() {
    let views: BTreeMap<&str, View> = views().into_iter().map(|view| (view.name, view)).collect();
    let mut seen = BTreeSet::new();
    let mut sites = vec![repository().to_path_buf()];
    sites.extend(fs::read_dir(repository().join("tests/sites")).unwrap().map(|entry| entry.unwrap().path()));
    for site in sites.iter().filter(|path| path.join("content").is_dir()) {
        let day = fs::read_to_string(site.join("as-of.txt"));
        let folder = Folder::copy_of(site);
        make_workbooks(&folder);
        if let Some(review) = review(folder.path(), day.as_deref().map_or(TODAY, str::trim)) {
            agree(&views, &Kind::View("ReviewPage"), &review, "review", &mut seen);
        }
        for (path, json) in given(folder.path(), day.as_deref().map_or(TODAY, str::trim)).views {
            let value: Value = serde_json::from_str(&json).unwrap();
            let boxes = ("", "picture", boxes(&value));
            for (name, value) in value.as_object().unwrap() {
                let top = [("", "site", "SiteView"), ("", "page", "PageView"), boxes];
                let (_, _, kind) = top.iter().chain(&TEMPLATES).find(|(_, own, _)| own == name).unwrap();
                agree(&views, &Kind::View(kind), value, &format!("{path}: {name}"), &mut seen);
            }
        }
    }
    // Without the feature no booklet is made.
    let made = |name: &str| cfg!(feature = "booklet") || !name.starts_with("Booklet");
    let unseen: Vec<&&str> = views.keys().filter(|name| !seen.contains(**name) && made(name)).collect();
    assert!(unseen.is_empty(), "no site of the tests shows {unseen:?}");
}

/// The view of the boxes of a picture says itself which it is.
fn boxes(given: &Value) -> &'static str {
    match given["picture"]["kind"].as_str() {
        Some("progress") => "ProgressPicture",
        Some("organisation") => "OrganisationPicture",
        Some("sheet") => "SheetPicture",
        Some("chart") => "ChartPicture",
        _ => "PolicyPicture",
    }
}

/// Holds a value against its kind.
fn agree<'a>(
    views: &'a BTreeMap<&'a str, View>,
    kind: &Kind,
    value: &Value,
    at: &str,
    seen: &mut BTreeSet<&'a str>,
) {
    let fits = match (kind, value) {
        (Kind::Text, Value::String(_)) | (Kind::Flag, Value::Bool(_)) | (Kind::Number, Value::Number(_)) => {
            true
        }
        (Kind::Maybe(_), Value::Null) => true,
        (Kind::Maybe(inner), value) => return agree(views, inner, value, at, seen),
        (Kind::List(inner), Value::Array(items)) => {
            items.iter().for_each(|item| agree(views, inner, item, at, seen));
            true
        }
        (Kind::Pair(first, second), Value::Array(items)) if items.len() == 2 => {
            agree(views, first, &items[0], at, seen);
            agree(views, second, &items[1], at, seen);
            true
        }
        (Kind::View(name), Value::Object(map)) => {
            let (name, view) =
                views.get_key_value(name).unwrap_or_else(|| panic!("{at}: no struct `{name}`"));
            seen.insert(*name);
            let keys: BTreeSet<&str> = map.keys().map(String::as_str).collect();
            let fields: BTreeSet<&str> = view.fields.iter().map(|field| field.name).collect();
            assert_eq!(keys, fields, "{at}");
            for field in &view.fields {
                agree(views, &field.kind, &map[field.name], &format!("{at}.{}", field.name), seen);
            }
            true
        }
        _ => false,
    };
    assert!(fits, "{at}: {value} is not {kind:?}");
}

fn given(root: &Path, day: &str) -> Given {
    let (root, as_of) = (root.to_path_buf(), parse_date(day).unwrap());
    let options =
        Options { root, as_of, since: None, drafts: false, strict: false, pictures: true, workbooks: false };
    match pipeline::given(&options, |_, _| true, &Quiet) {
        Ok((_, given)) => given,
        Err(stop) => panic!("{}", stop.words(gongbao::model::Language::English)),
    }
}

/// What the template of the review sheet gets; none where the site has errors.
fn review(root: &Path, day: &str) -> Option<Value> {
    let (root, as_of) = (root.to_path_buf(), parse_date(day).unwrap());
    let options =
        Options { root, as_of, since: None, drafts: false, strict: false, pictures: false, workbooks: false };
    let look =
        |input: &render::Input, d: &Diagnostics| serde_json::to_value(render::review(input, d)).unwrap();
    pipeline::look(&options, look, &Quiet).unwrap().1
}

struct Quiet;

impl Watch for Quiet {
    fn stage(&self, _: Stage) {}
    fn made(&self) {}
}

/// The words of a language: key and text.
fn dictionary(language: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(repository().join(format!("themes/portal/words/{language}.yaml"))).unwrap();
    let entry = |line: &str| {
        let (key, text) = line.split_once(':')?;
        let is_key = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        (is_key && !key.is_empty()).then(|| (key.to_owned(), text.trim().to_owned()))
    };
    text.lines().filter_map(entry).collect()
}

#[test]
fn every_word_is_in_both_languages_with_the_same_blanks() {
    let blanks = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
    };
    let (chinese, english) = (dictionary("zh-CN"), dictionary("en"));
    assert!(chinese.len() > 100);
    assert_eq!(chinese.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
    for (key, text) in &chinese {
        assert_eq!(blanks(text), blanks(&english[key]), "{key}");
    }
}

/// The names after each `start` in a text, up to what is no part of a name.
fn names<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    let end = |c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    text.match_indices(start).filter_map(move |(at, _)| {
        // `t.` may not be the end of another name.
        let before = text[..at].chars().next_back();
        let whole =
            !start.starts_with('t') || !before.is_some_and(|c| c.is_alphanumeric() || "._\"".contains(c));
        let rest = &text[at + start.len()..];
        whole.then(|| &rest[..rest.find(end).unwrap_or(rest.len())])
    })
}

#[test]
fn every_word_that_is_asked_for_is_there_and_none_is_there_for_nothing() {
    let words = dictionary("zh-CN");
    let mut asked: BTreeMap<String, String> = BTreeMap::new();
    let mut beginnings: Vec<String> = Vec::new();
    let mut literals: BTreeSet<String> = BTreeSet::new();
    for (path, bytes) in tree(&repository().join("themes/portal")) {
        if [".html", ".xml", ".typ"].iter().any(|ending| path.ends_with(ending)) {
            let text = String::from_utf8(bytes).unwrap();
            let found = names(&text, "t.").chain(names(&text, "say(key=\"")).chain(names(&text, "say(\""));
            let found = found.map(str::to_owned);
            asked.extend(found.filter(|name| !name.is_empty()).map(|name| (name, path.clone())));
        }
    }
    for (path, bytes) in tree(&repository().join("src")) {
        if ["render/", "plan/", "search/", "theme/force"].iter().any(|room| path.starts_with(room)) {
            let text = String::from_utf8(bytes).unwrap();
            asked.extend(names(&text, ".say(\"").map(|name| (name.to_owned(), path.clone())));
            // `format!("mark_{key}")`: any word that begins so.
            let made = text.split("format!(\"").skip(1).filter_map(|rest| Some(rest.split_once('{')?.0));
            beginnings.extend(made.filter(|start| start.ends_with('_')).map(str::to_owned));
            literals.extend(text.split('"').map(str::to_owned));
        }
    }
    for (key, path) in &asked {
        assert!(words.contains_key(key), "{path} asks for the word `{key}`, which is not there");
    }
    let idle: Vec<&String> = words
        .keys()
        .filter(|key| !asked.contains_key(*key) && !literals.contains(*key))
        .filter(|key| !beginnings.iter().any(|start| key.starts_with(start.as_str())))
        .collect();
    assert!(idle.is_empty(), "words that nobody asks for: {idle:?}");
}
