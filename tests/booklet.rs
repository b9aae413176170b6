//! The booklet through the front door: an accessible PDF that holds the whole policy, made again only when it
//! must be, and left out when nobody wants it.
//!
//! The PDF is read back by poppler (`pdfinfo`, `pdftotext`), which `tests/run` installs; its skeleton is plain.

mod harness;

use harness::Folder;

/// A policy to look at.
#[cfg(feature = "booklet")]
mod made {
    use super::Folder;
    use super::harness::html::parse;
    use super::harness::{Built, Quiet, TODAY, build_in_memory, build_with_pictures, options, repository};
    use gongbao::pipeline;
    use gongbao::render::Sink;
    use std::io;
    use std::path::Path;
    use std::process::Command;
    use std::sync::OnceLock;

    const PDF: &str = "policies/double-growth/booklet.pdf";
    const PAGE: &str = "policies/double-growth/index.html";
    const SHADE: &str = "policies/shade/booklet.pdf";

    /// The sample, built.
    fn sample() -> &'static Built {
        static SITE: OnceLock<Built> = OnceLock::new();
        SITE.get_or_init(|| build_with_pictures(Folder::sample().path(), "2024-07-15"))
    }

    /// How often some bytes stand in a PDF.
    fn count(pdf: &[u8], what: &str) -> usize {
        pdf.windows(what.len()).filter(|window| *window == what.as_bytes()).count()
    }

    /// What a program of poppler says of a PDF.
    fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
        let folder = Folder::empty();
        folder.write("a.pdf", pdf);
        let mut command = Command::new(program);
        command.args(arguments).arg(folder.at("a.pdf"));
        if program == "pdftotext" {
            command.arg("-");
        }
        let ran = command.output().unwrap_or_else(|_| panic!("{program} is missing: install poppler-utils"));
        String::from_utf8_lossy(&ran.stdout).into_owned()
    }

    /// Words without white space.
    fn bare(text: &str) -> String {
        text.split_whitespace().collect()
    }

    /// What the tags of a PDF hold, in their order: no running heads, no page numbers.
    fn tagged(pdf: &[u8]) -> String {
        let structure = poppler("pdfinfo", &["-struct-text"], pdf);
        let strings = structure.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
        bare(&strings.collect::<String>())
    }

    #[test]
    fn it_is_an_accessible_pdf_of_a_few_hundred_kilobytes() {
        for path in [PDF, "policies/chongqing-plan/booklet.pdf"] {
            let pdf = &sample().files[path];
            assert!(pdf.starts_with(b"%PDF-1.7"));
            assert!(pdf.len() < 600 * 1024, "{path} has {} bytes", pdf.len());
            for part in
                ["/MarkInfo<</Marked true", "/StructTreeRoot ", "/Lang(zh-CN)", "/DisplayDocTitle true"]
            {
                assert!(count(pdf, part) > 0, "{path} has no `{part}`");
            }
            assert!(count(pdf, "<pdfuaid:part>1</pdfuaid:part>") == 1, "{path} is no PDF/UA-1");
            // Each font is there with its letters, and each heading has a bookmark.
            let fonts = count(pdf, "/Type/FontDescriptor");
            assert!(fonts >= 2 && fonts == count(pdf, "/FontFile2 "), "{path}");
            let headings: usize = (1..=6).map(|level| count(pdf, &format!("/S/H{level}"))).sum();
            let titles = count(pdf, "/Title<") + count(pdf, "/Title(");
            assert_eq!(titles, headings + 1, "{path}: the title of the document, and bookmarks");
            // A chart is a figure with words.
            assert_eq!(count(pdf, "/S/Figure"), count(pdf, "/Alt"), "{path}");
            // Days come from the content.
            assert!(count(pdf, "/CreationDate(D:20") == 1, "{path}");
        }
        assert!(count(&sample().files[PDF], "/CreationDate(D:20230719") == 1);
    }

    #[test]
    fn every_word_of_the_policy_is_in_it() {
        let words = tagged(&sample().files[PDF]);
        let page = parse(sample().text(PAGE)).unwrap();
        let mut seen = 0;
        for element in page.all() {
            let class = element.attribute("class").unwrap_or_default();
            if ["heading", "clause-body prose"].contains(&class) {
                let text = bare(&element.text());
                assert!(words.contains(&text), "the booklet lacks: {text}");
                seen += 1;
            }
        }
        assert!(seen > 30, "{seen} clauses were looked at");
        for name in ["区科技局", "万州经开区投资促进局", "略有滞后", "https://example.gov.cn"]
        {
            assert!(words.contains(name), "{name}");
        }
    }

    #[test]
    fn the_page_of_the_policy_leads_to_it_and_says_how_large_it_is() {
        let kilo = sample().files[PDF].len().div_ceil(1024);
        let link = format!("<a href=\"../../{PDF}\">下载宣传册（PDF，{kilo} KB）</a>");
        assert!(sample().text(PAGE).contains(&link), "{link}");
    }

    #[test]
    fn a_translation_has_a_booklet_in_its_own_language() {
        let site = Folder::fixture(&repository().join("tests/sites/two-languages"));
        let built = build_with_pictures(site.path(), TODAY);
        let pdf = &built.files["en/policies/grow/booklet.pdf"];
        assert!(count(pdf, "/Lang(en)") > 0 && count(pdf, "<dc:language><rdf:Bag><rdf:li>en<") == 1);
        let words = tagged(pdf);
        for part in [
            "Thistranslationisforreferenceonly.TheChinesetextprevails.",
            "ClausesavailableinChineseonly:1.",
            "Keeparegisteroffirms,seetheform(https://changxi.example/zt/policies/grow/files/form.csv)",
        ] {
            assert!(words.contains(part), "`{part}` in {words}");
        }
        // Its main language is that of the document; what is not translated says its own.
        assert!(count(pdf, "/Lang(zh-CN)") > 0, "no word says that it is Chinese");
        let main = &built.files["policies/grow/booklet.pdf"];
        assert!(count(main, "/Lang(zh-CN)") > 0 && count(main, "/Lang(en)") == 0);
        assert!(!tagged(main).contains("Chineseonly"));
        // A text without translation says so, and is there.
        let other = tagged(&built.files["en/policies/other/booklet.pdf"]);
        assert!(other.contains("ThistextisavailableinChineseonly."), "{other}");
        let page = built.text("en/policies/grow/index.html");
        let kilo = pdf.len().div_ceil(1024);
        assert!(page.contains(&format!(">Download the booklet (PDF, {kilo} KB)</a>")));
    }

    /// A sink for nobody, which takes no booklet.
    struct Unseen;

    impl Sink for Unseen {
        fn emit(&self, path: &str, _: Vec<u8>) -> io::Result<()> {
            assert!(!path.ends_with(".pdf"), "`{path}` was made for nobody");
            Ok(())
        }

        fn copy(&self, _: &str, _: &Path) -> io::Result<()> {
            Ok(())
        }

        fn kept(&self, _: &str, _: u128) -> bool {
            true
        }

        fn is_seen(&self) -> bool {
            false
        }
    }

    #[test]
    fn a_check_sets_no_booklet_and_still_finds_what_would_be_wrong_with_it() {
        let site = small("一、甲\u{20BB7}。");
        let ran = pipeline::run(&options(site.path(), TODAY, true), &Unseen, &Quiet).unwrap();
        let codes: Vec<&str> = ran.diagnostics.iter().map(|problem| problem.entry.code).collect();
        assert!(codes.contains(&"picture/missing-letter"), "{codes:?}");
        let ran = site.run(&["--lang", "en", "check"]);
        assert!(!ran.stderr.contains("booklet.pdf"), "no link is dead: {}", ran.stderr);
    }

    /// The smallest site with a text of its own.
    fn small(text: &str) -> Folder {
        let site = Folder::small();
        site.replace("content/policies/shade/policy.md", "镇区行道树由镇政府统一养护。", text);
        site
    }

    #[test]
    fn a_text_that_looks_like_typst_is_a_text() {
        let hostile = "一、#set text(fill: red) $x^2$ *甲* _乙_ `丙` 。#import \"/view.json\" // 注 <label> @ref \\ #panic()";
        let built = build_with_pictures(small(hostile).path(), TODAY);
        assert!(built.diagnostics.is_empty(), "{}", built.problems());
        let words = tagged(&built.files[SHADE]);
        for part in ["#settext(fill:red)", "$x^2$", "*甲*", "_乙_", "`丙`", "//注<label>@ref", "#panic()"]
        {
            assert!(words.contains(part), "`{part}` in {words}");
        }
    }

    #[test]
    fn a_letter_that_no_font_has_is_told_at_its_place() {
        let built = build_with_pictures(small("一、甲\u{20BB7}。").path(), TODAY);
        assert!(built.problems().contains("picture/missing-letter"), "{}", built.problems());
        assert!(built.problems().contains("policy.md:8"), "{}", built.problems());
        assert!(tagged(&built.files[SHADE]).contains("甲〓"));
    }

    #[test]
    fn a_mistake_in_a_template_is_told_with_its_line_and_nothing_is_written() {
        let site = small("一、甲。");
        site.write("content/site.yaml", "title: 甲\nlanguage: zh-CN\norganisation: 乙\ntheme: own\n");
        site.write("themes/own/theme.yaml", "name: 自己的\ncontract: 1\n");
        site.write(
            "themes/own/booklet.typ",
            "#import \"portal/booklet/page.typ\": laid-out\n#show: laid-out\n#missing\n",
        );
        let ran = site.run(&["--lang", "en", "build"]);
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        assert!(
            ran.stderr
                .contains("error[theme/booklet]: a template of the booklet fails: unknown variable: missing"),
            "{}",
            ran.stderr
        );
        assert!(ran.stderr.contains("themes/own/booklet.typ:3:2"), "{}", ran.stderr);
        assert!(site.output().is_empty());
        assert_eq!(site.run(&["check"]).code, 1, "`check` finds it too");
        site.write(
            "themes/own/booklet.typ",
            "#import \"portal/booklet/page.typ\": laid-out\n#show: laid-out\n= 甲\n",
        );
        assert_eq!(site.run(&["build"]).code, 0);
        let built = build_with_pictures(site.path(), TODAY);
        assert_eq!(tagged(&built.files[SHADE]), "甲");
    }

    #[test]
    fn it_is_not_made_again_while_nothing_has_changed() {
        let site = small("一、甲。");
        assert_eq!(site.run(&["build"]).code, 0);
        let path = site.at(&format!("output/{SHADE}"));
        let first = std::fs::read(&path).unwrap();
        let page = std::fs::read(site.at("output/policies/shade/index.html")).unwrap();
        let written = std::fs::metadata(&path).unwrap().modified().unwrap();
        assert_eq!(site.run(&["build"]).code, 0);
        assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), written);
        // The page still says how large it is, though nobody made it.
        assert_eq!(std::fs::read(site.at("output/policies/shade/index.html")).unwrap(), page);
        let other = build_with_pictures(site.path(), TODAY);
        assert!(other.files[SHADE] == first, "another build gives other bytes");
        site.replace("content/policies/shade/policy.md", "青石镇行道树养护办法", "青石镇行道树养护细则");
        assert_eq!(site.run(&["build"]).code, 0);
        assert!(std::fs::read(&path).unwrap() != first);
    }

    #[test]
    fn a_site_or_a_build_can_do_without() {
        let site = small("一、甲。");
        let link = |built: &Built| built.text("policies/shade/index.html").contains("booklet.pdf");
        let built = build_with_pictures(site.path(), TODAY);
        assert!(built.files.contains_key(SHADE) && link(&built));
        let built = build_in_memory(site.path(), TODAY);
        assert!(!built.files.contains_key(SHADE) && !link(&built), "with --no-pictures");
        let settings = std::fs::read_to_string(site.at("content/site.yaml")).unwrap();
        site.write("content/site.yaml", format!("{}\nbooklet: false\n", settings.trim_end()));
        let built = build_with_pictures(site.path(), TODAY);
        assert!(!built.files.contains_key(SHADE) && !link(&built), "with `booklet: false`");
    }
}

#[cfg(not(feature = "booklet"))]
#[test]
fn a_program_that_cannot_make_booklets_says_so_where_they_are_asked_for() {
    let site = Folder::small();
    let settings = std::fs::read_to_string(site.at("content/site.yaml")).unwrap();
    site.write("content/site.yaml", format!("{}\nbooklet: true\n", settings.trim_end()));
    let ran = site.run(&["--lang", "en", "check"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("warning[plan/no-booklet]: this program cannot make booklets"),
        "{}",
        ran.stderr
    );
}
