//! Pictures through the front door: the files that come with one, what a second build keeps, what
//! `--no-pictures` leaves out, and that image, page and slices say the same.

mod harness;

use harness::html::{Element, parse};
use harness::{Built, Folder, TODAY, Tree, build_with_pictures, repository};
use std::sync::OnceLock;

/// The files of a picture, beside slices.
const FILES: [&str; 5] = ["index.html", "picture.svg", "picture.png", "picture-800.png", "slices.json"];

/// The policy whose pictures are looked at, and a period of another that has one.
const POLICY: &str = "policies/twelve/picture/";
const PERIOD: &str = "policies/eight/progress/2024-06/picture/";

fn fixture(name: &str) -> Folder {
    Folder::fixture(&repository().join("tests/sites").join(name))
}

/// The fixture with pictures of every kind, built.
fn site() -> &'static Built {
    static SITE: OnceLock<Built> = OnceLock::new();
    SITE.get_or_init(|| {
        let built = build_with_pictures(fixture("pictures").path(), TODAY);
        assert!(built.diagnostics.is_empty(), "{}", built.problems());
        built
    })
}

/// Width and height of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// Words without white space: pictures break lines where pages do not.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What a page says of its picture in words, without white space.
fn text_of(page: &str) -> String {
    let page = parse(site().text(page)).unwrap();
    let is_text = |element: &&Element| element.attribute("class").is_some_and(|c| c.contains("picture-text"));
    bare(&page.all().into_iter().find(is_text).expect("the picture as text").text())
}

#[test]
fn a_picture_comes_in_all_its_forms() {
    let files = &site().files;
    for folder in [POLICY, PERIOD] {
        for name in FILES {
            assert!(files.contains_key(&format!("{folder}{name}")), "{folder}{name}");
        }
        let (width, height) = size(&files[&format!("{folder}picture.png")]);
        assert_eq!(width, 1080);
        assert!(height <= 12_000, "{folder} is {height} px high");
        assert_eq!(size(&files[&format!("{folder}picture-800.png")]).0, 800);
        let svg = site().text(&format!("{folder}picture.svg"));
        assert!(!svg.contains("<text") && !svg.contains("font-family"), "{folder}: letters are outlines");
    }
    for (name, expected) in
        [("cover.png", (300, 300)), ("share.png", (1200, 630)), ("wechat.png", (900, 383))]
    {
        assert_eq!(size(&files[&format!("{POLICY}{name}")]), expected, "{name}");
    }
    assert!(files[&format!("{POLICY}cover.png")].len() <= 32 * 1024);
}

#[test]
fn slices_are_light_and_make_up_the_whole() {
    for folder in [POLICY, PERIOD, "policies/long/picture/"] {
        let (_, whole) = size(&site().files[&format!("{folder}picture.png")]);
        let list: serde_json::Value =
            serde_json::from_str(site().text(&format!("{folder}slices.json"))).unwrap();
        let mut height = 0;
        for slice in list.as_array().unwrap() {
            let bytes = &site().files[&format!("{folder}{}", slice["file"].as_str().unwrap())];
            let (w, h) = size(bytes);
            assert_eq!(
                (u64::from(w), u64::from(h)),
                (slice["width"].as_u64().unwrap(), slice["height"].as_u64().unwrap())
            );
            assert_eq!(bytes.len() as u64, slice["bytes"].as_u64().unwrap());
            assert!(bytes.len() < 1_000_000 && h <= 1_920, "{folder}: {slice}");
            height += h;
        }
        assert_eq!(height, whole, "{folder}");
    }
}

#[test]
fn the_page_says_what_the_slices_say() {
    for folder in [POLICY, PERIOD, "policies/forty/picture/", "policies/long/picture/"] {
        let text = text_of(&format!("{folder}index.html"));
        let list: serde_json::Value =
            serde_json::from_str(site().text(&format!("{folder}slices.json"))).unwrap();
        let alt = |slice: &'_ serde_json::Value| slice["alt"].as_str().unwrap().to_owned();
        let all: Vec<String> = list.as_array().unwrap().iter().map(alt).collect();
        // The numbers of tasks are those of an ordered list, which a page shows without writing them.
        let number = |words: &&str| !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
        for words in all.iter().flat_map(|alt| alt.split(' ')).filter(|words| !number(words)) {
            assert!(text.contains(&bare(words)), "{folder}: the page lacks `{words}`");
        }
    }
}

#[test]
fn the_explaining_picture_carries_no_status() {
    for id in ["forty", "three", "long", "eight", "twelve"] {
        let page = text_of(&format!("policies/{id}/picture/index.html"));
        for word in ["达进度", "滞后", "超进度", "推进中", "数据截至", "暂无数据"] {
            assert!(!page.contains(word), "{id}: {word}");
        }
    }
}

/// The built binary on a folder: what is in the output, and what was said.
fn build(site: &Folder, more: &[&str]) -> (Tree, String) {
    let ran = site.run(&[&["build"], more].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    (site.output(), ran.stderr)
}

#[test]
fn a_second_build_draws_nothing_again_and_keeps_its_warnings() {
    let site = fixture("warning-pictures");
    let (first, said) = build(&site, &[]);
    assert!(said.contains("警告 3 处"), "{said}");
    let made = |name: &str| {
        std::fs::metadata(site.at("output/policies/grow/picture").join(name)).unwrap().modified().unwrap()
    };
    let before = made("picture.png");
    let (second, said) = build(&site, &["--threads", "3"]);
    assert!(
        said.contains("写入 0 个文件") && said.contains("删除 0 个") && said.contains("警告 3 处"),
        "{said}"
    );
    assert!(first == second && before == made("picture.png"));

    // A slice that somebody removed comes back, and only that one is written.
    std::fs::remove_file(site.at("output/policies/grow/picture/slice-02.png")).unwrap();
    let (third, said) = build(&site, &[]);
    assert!(said.contains("写入 1 个文件"), "{said}");
    assert!(first == third);

    // Other words make another picture.
    site.replace("content/policies/grow/policy.md", "引进企业", "引进人才");
    let (fourth, _) = build(&site, &[]);
    assert!(fourth["policies/grow/picture/picture.png"] != first["policies/grow/picture/picture.png"]);
    let fresh = fixture("warning-pictures");
    fresh.replace("content/policies/grow/policy.md", "引进企业", "引进人才");
    assert!(build(&fresh, &["--threads", "1"]).0 == fourth, "what was built before leaves a trace");
}

#[test]
fn without_pictures_nothing_leads_to_one() {
    let site = fixture("pictures");
    let (files, _) = build(&site, &["--no-pictures"]);
    assert!(files.keys().all(|path| !path.contains("picture")), "{:?}", files.keys());
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml")) {
        assert!(!String::from_utf8_lossy(bytes).contains("/picture/"), "{path}");
    }
}

#[test]
fn a_font_of_the_site_draws_what_the_shipped_ones_lack() {
    let site = fixture("warning-pictures");
    site.write(
        "content/fonts/rare.ttf",
        std::fs::read(repository().join("tests/fonts/rare-bold.ttf")).unwrap(),
    );
    let ran = site.run(&["check"]);
    assert!(!ran.stderr.contains("picture/missing-letter"), "{}", ran.stderr);
}

#[test]
fn what_a_picture_gets_is_shown() {
    let site = fixture("pictures");
    let ran = site.run(&["build", "--dump-view", "policies/twelve/picture/index.html"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let given: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(given["picture"]["subtitle"], "到2027年，企业增长到2022年的4倍");
    assert_eq!(given["picture"]["groups"][0]["tasks"][0]["heading"], "第一件");
    assert_eq!(given["picture"]["groups"][1]["icon"], "trees");
    assert_eq!(given["picture_page"]["width"], 1080);
}
