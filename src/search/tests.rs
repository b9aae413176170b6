//! What the search promises: whatever occurs is found, and nothing else.

use super::block;
use super::document::{Document, Folder, Kind};
use super::finder::{Finder, read};
use super::fold::{MARK, fold};
use super::gather;
use super::plain::plain;
use super::{posting, write};
use crate::changes;
use crate::content;
use crate::diagnostic::Diagnostics;
use crate::model::{Site, parse_date};
use crate::plan::{self, Plan};
use crate::source::Sources;
use crate::theme::Theme;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;

fn day() -> jiff::civil::Date {
    parse_date("2024-07-15").unwrap()
}

/// A site of this repository, below its root.
fn site(below: &str) -> (Site, Plan, Theme) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(below);
    let mut d = Diagnostics::new();
    let mut sources = Sources::read(&root, &mut d).unwrap();
    let options = content::Options { as_of: day(), drafts: false };
    let site = content::read(&sources, &options, &mut content::Kept::default(), &mut d).unwrap();
    let theme = Theme::load(&mut sources, "portal", site.settings.language, &mut d).unwrap();
    let changes = changes::changes(&site, options.as_of, None, &mut changes::Kept::default());
    let plan = plan::plan(&site, &changes, &theme, false, &mut plan::Kept::default(), &mut d);
    (site, plan, theme)
}

fn files((site, plan, theme): &(Site, Plan, Theme)) -> BTreeMap<String, String> {
    let files = Mutex::new(BTreeMap::new());
    let emit = |path: &str, text: String| {
        assert!(files.lock().unwrap().insert(path.to_string(), text).is_none(), "{path} comes twice");
        Ok(())
    };
    write(site, day(), plan, theme, &emit).unwrap();
    files.into_inner().unwrap()
}

fn folded(text: &str) -> String {
    String::from_utf16(&fold(text)).unwrap()
}

fn cases() -> Vec<(String, String)> {
    let text = include_str!("../../tests/search.json");
    let json: serde_json::Value = serde_json::from_str(text).unwrap();
    serde_json::from_value(json["folds"].clone()).unwrap()
}

#[test]
fn texts_fold_as_the_browser_folds_them() {
    for (given, wanted) in cases() {
        assert_eq!(folded(&given), wanted, "{given}");
    }
}

#[test]
fn whatever_stands_in_a_document_is_found_in_it() {
    for below in ["", "tests/sites/english", "tests/sites/every-kind"] {
        let site = site(below);
        let finder = Finder::new(&files(&site));
        let mut asked = 0;
        for document in gather::documents(&site.0, day(), &site.1, &site.2).iter().flatten() {
            for text in [&document.title, &document.text] {
                let chars: Vec<char> = text.chars().collect();
                for at in 0..chars.len() {
                    let end = (at + 2 + at * 7 % 11).min(chars.len());
                    let query: String = chars[at..end].iter().collect();
                    let Some(found) = finder.find(&query) else { continue };
                    asked += 1;
                    let there = found.iter().any(|url| url.ends_with(&document.path));
                    assert!(there, "`{query}` stands in {}, and finds {found:?}", document.path);
                }
            }
        }
        assert!(asked > 150, "{below}: {asked}");
    }
}

#[test]
fn a_number_is_found_in_any_width_and_bracket_and_nonsense_is_not() {
    let finder = Finder::new(&files(&site("")));
    let policy = "policies/double-growth/index.html";
    for number in
        ["万州府办发〔2023〕28号", "[2023]28号", "﹝２０２３﹞２８号", "（2023） 28 号", "府办发【2023】28"]
    {
        assert!(finder.find(number).unwrap().contains(&policy), "{number}");
    }
    assert_eq!(finder.find("瀼渡").unwrap(), ["organisations/rangdu/index.html"]);
    assert!(finder.find("区科学技术局").unwrap().contains(&"organisations/kjj/index.html"), "an alias");
    for nonsense in ["龘靐", "企业技高新", "zzxq", "2023〔28〕号", "〔2032〕28号"] {
        assert!(finder.find(nonsense).unwrap().is_empty(), "{nonsense}");
    }
    assert!(finder.find("企").is_none() && finder.find(" 。，").is_none());
}

#[test]
fn every_clause_indicator_and_organisation_with_a_page_can_be_found() {
    let (site, plan, theme) = site("");
    let documents = gather::documents(&site, day(), &plan, &theme);
    let count = |kind| documents.iter().flatten().filter(|document| document.kind == kind).count();
    let policies = || site.policies.iter();
    assert_eq!(count(Kind::Policy), site.policies.len());
    assert_eq!(count(Kind::Clause), policies().map(|policy| policy.text.clauses.len()).sum::<usize>());
    assert_eq!(count(Kind::Indicator), policies().map(|policy| policy.indicators.len()).sum::<usize>());
    let pages = site.organisations.iter().filter(|(ix, _)| plan.organisation_url(&site, *ix).is_some());
    assert_eq!(count(Kind::Organisation), pages.count());
    assert_eq!(count(Kind::Page), site.pages.len());
    for document in documents.iter().flatten() {
        let folder = match document.folder {
            Folder::Policy(n) => format!("policies/{}/", site.policies[n].id),
            Folder::Organisations => "organisations/".into(),
            Folder::Pages => "pages/".into(),
        };
        let page = document.path.split('#').next().unwrap();
        assert!(plan.job(&format!("{folder}{page}")).is_some(), "{folder}{page} is no page");
        assert!(!document.title.is_empty(), "{folder}{page} has no title");
    }
}

#[test]
fn a_block_holds_what_it_was_given_and_no_element_ends_in_it() {
    let (site, ..) = site("");
    let text = "甲</script><img src=x onerror=alert(1)>\n\"乙\"\\\u{2028}\u{1}\t丙";
    let document = Document {
        kind: Kind::Page,
        folder: Folder::Pages,
        path: "a/index.html".into(),
        title: "<b>".into(),
        text: text.into(),
    };
    let documents = vec![vec![document]];
    let script = block::script(0, &block::pack(&documents)[0], &site, &[String::new()]);
    assert!(!script.contains('<') && !script.contains('\u{2028}'), "{script}");
    let list = script.split_once(',').unwrap().1.trim_end().strip_suffix(");").unwrap();
    let value: serde_json::Value = serde_json::from_str(list).unwrap();
    assert_eq!(value[0][2], serde_json::json!(["a/index.html", "<b>", text]));
}

#[test]
fn html_becomes_lines_and_cells() {
    let cases = [
        ("<p>甲<strong>乙</strong>丙</p>\n<p>丁</p>\n", "甲乙丙\n丁"),
        ("<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n", "甲\n乙"),
        (
            "<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody>\n<tr><td>1</td><td>2</td></tr></tbody></table>",
            "甲\t乙\n1\t2",
        ),
        ("<p>a &lt;b&gt; &amp;lt; &quot;c&quot;</p>", "a <b> &lt; \"c\""),
        ("<p><em>one</em>\n<em>two</em></p>", "one two"),
        ("<p>one\ntwo <em>three</em> <code>four</code></p>", "one two three four"),
        ("<p>甲<br />\n乙 <img src=\"a.png\" alt=\"图\" /></p>", "甲\n乙 图"),
        ("<h3>题</h3><blockquote>\n<p>引</p>\n</blockquote>", "题\n引"),
        ("", ""),
    ];
    for (html, wanted) in cases {
        assert_eq!(plain(html), wanted, "{html}");
    }
}

#[test]
fn a_small_site_has_few_files_and_none_is_large() {
    let files = files(&site(""));
    assert!(files.len() <= 16, "{:?}", files.keys());
    for (path, text) in &files {
        assert!(text.len() < 20_000, "{path}: {} bytes", text.len());
    }
}

/// Texts of what is hard: marks, spaces, widths, thousands, halves.
fn odd() -> impl Strategy<Value = String> {
    let letters = "高新 　，,。〔[﹝２2３3Ａa İßΣςé①Ⅲ㎡'\n\t-—𠮷😀々・\u{200b}\u{ad}";
    let letter = proptest::sample::select(letters.chars().collect::<Vec<_>>());
    proptest::collection::vec(prop_oneof![9 => letter, 1 => any::<char>()], 0..24)
        .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #[test]
    fn a_part_of_a_text_folds_to_a_part_of_it(text in odd(), from in 0_usize..24, len in 0_usize..24) {
        let part: String = text.chars().skip(from).take(len).collect();
        prop_assert!(folded(&text).contains(&folded(&part)), "{:?} of {:?}", folded(&part), folded(&text));
    }

    #[test]
    fn a_folded_text_has_single_marks_inside_and_folds_to_itself(text in odd()) {
        let once = fold(&text);
        prop_assert!(once.first() != Some(&MARK) && once.last() != Some(&MARK));
        prop_assert!(once.windows(2).all(|pair| pair != [MARK, MARK]));
    }

    #[test]
    fn a_list_reads_as_it_was_written(blocks in proptest::collection::btree_set(0_u32..5000, 0..400)) {
        let list: Vec<u32> = blocks.iter().copied().collect();
        let mut text = String::new();
        posting::write(&list, &mut text);
        prop_assert!(text.bytes().all(|byte| (35..127).contains(&byte) && byte != b'\\'));
        prop_assert_eq!(read(&text), blocks);
    }

    #[test]
    fn runs_read_as_they_were_written(from in 0_u32..3000, len in 0_u32..3000) {
        let list: Vec<u32> = (from..from + len).collect();
        let mut text = String::new();
        posting::write(&list, &mut text);
        prop_assert!(text.len() < 10 || len < 4);
        prop_assert_eq!(read(&text), list.into_iter().collect::<BTreeSet<u32>>());
    }
}
