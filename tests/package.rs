//! Packages through the front door: made always the same, checked by the other side with this program and
//! without it, tampering found; what changed; a policy as one page; a text that a strict editor keeps whole.

mod harness;

use ammonia::Builder;
use calamine::Reader;
use harness::{Folder, TODAY, Tree, run, tree};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What packages of the sample are called.
const STEM: &str = "wanzhouquzhengcejinzhangongkai";
const JUNE: &str = "content/policies/double-growth/progress/2024-06.yaml";
const FIGURE: &str = "高新技术企业: 128";

/// Packs on a day; the arguments after `pack`.
fn pack(site: &Folder, day: &str, arguments: &[&str]) -> harness::Ran {
    let root = site.path().to_str().unwrap();
    run(&[&["--root", root, "--as-of", day, "pack", "--no-pictures"], arguments].concat())
}

/// The package of a day, made; fails with what the program said.
fn packed(site: &Folder, day: &str) -> PathBuf {
    let ran = pack(site, day, &[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    site.at(&format!("packages/{STEM}-{day}.zip"))
}

/// The files of a zip.
fn unzipped(path: &Path) -> Tree {
    let mut zip = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: &String| {
        let mut bytes = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        (name.clone(), bytes)
    };
    names.iter().map(&mut read).collect()
}

/// A zip of these files.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Writes files below a folder of the site.
fn spread(site: &Folder, folder: &str, files: &Tree) {
    for (path, bytes) in files {
        site.write(&format!("{folder}/{path}"), bytes);
    }
}

fn verify(arguments: &[&Path]) -> harness::Ran {
    let mut all = vec!["verify"];
    for (n, path) in arguments.iter().enumerate() {
        if n == 1 {
            all.push("--against");
        }
        all.push(path.to_str().unwrap());
    }
    run(&all)
}

#[test]
fn a_package_is_the_same_for_the_same_content_and_anyone_can_check_it() {
    let (one, other) = (Folder::sample(), Folder::sample());
    for site in [&one, &other] {
        site.replace("content/site.yaml", "ranking: false", "ranking: false\nworkbooks: true");
    }
    let path = packed(&one, TODAY);
    assert_eq!(pack(&other, TODAY, &["--threads", "1", "--output", other.at("p").to_str().unwrap()]).code, 0);
    let bytes = fs::read(&path).unwrap();
    assert!(bytes == fs::read(other.at(&format!("p/{STEM}-{TODAY}.zip"))).unwrap(), "the packages differ");
    assert!(!one.at("output").exists(), "packing built into output/");

    let files = unzipped(&path);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    for name in
        ["index.html", "manifest.json", "SHA256SUMS", "SM3SUMS", "policies/double-growth/data/progress.json"]
    {
        assert!(names.contains(&name), "{name} is missing: {names:?}");
    }
    let built = one.build();
    for (path, bytes) in &built {
        assert!(files.get(path) == Some(bytes), "{path} is not as a build makes it");
    }
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    assert_eq!(manifest["version"], 1);
    assert_eq!(manifest["as_of"], TODAY);
    assert_eq!(manifest["base_url"], "https://example.gov.cn/zt/jinzhan/");
    assert_eq!(manifest["files"].as_array().unwrap().len(), files.len() - 3);
    assert_eq!(manifest["files"][0]["sm3"].as_str().unwrap().len(), 64);

    spread(&one, "unpacked", &files);
    // By tools that every Linux has; `cksum` knows SM3 from its version 9 on.
    for (program, arguments) in [
        ("sha256sum", &["--quiet", "-c", "SHA256SUMS"][..]),
        ("cksum", &["-a", "sm3", "--quiet", "-c", "SM3SUMS"]),
    ] {
        let knows = Command::new(program).args(["-a", "sm3", "/dev/null"]).output();
        if program == "sha256sum" || knows.is_ok_and(|out| out.status.success()) {
            let out = Command::new(program).args(arguments).current_dir(one.at("unpacked")).output();
            let out = out.unwrap_or_else(|error| panic!("{program}: {error}"));
            assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stdout));
        }
    }
    let ran = verify(&[&path, &one.at("unpacked")]);
    assert_eq!((ran.code, ran.stdout.contains("全部一致")), (0, true), "{}", ran.stdout);
}

#[test]
fn tampering_is_found_and_named() {
    let site = Folder::small();
    assert_eq!(pack(&site, TODAY, &[]).code, 0);
    let path = fs::read_dir(site.at("packages")).unwrap().next().unwrap().unwrap().path();
    let files = unzipped(&path);
    spread(&site, "web", &files);
    site.write("web/index.html", "改过").write("web/extra/new.txt", "x");
    fs::remove_file(site.at("web/404.html")).unwrap();
    for ran in [verify(&[&site.at("web")]), verify(&[&path, &site.at("web")])] {
        assert_eq!(ran.code, 1, "{}", ran.stdout);
        for line in ["缺少：404.html", "内容不同：index.html", "清单里没有：extra/new.txt"] {
            assert!(ran.stdout.contains(line), "{line}: {}", ran.stdout);
        }
        assert!(ran.stdout.contains("3 处不一致"), "{}", ran.stdout);
    }
    let english = run(&["--lang", "en", "verify", site.at("web").to_str().unwrap()]);
    assert!(english.stdout.contains("missing: 404.html"), "{}", english.stdout);

    // The lists for others are held to the manifest too.
    spread(&site, "lists", &files);
    site.write("lists/SM3SUMS", "SM3(index.html)= 0\n");
    assert!(verify(&[&site.at("lists")]).stdout.contains("内容不同：SM3SUMS"));

    // In the zip itself.
    let mut changed: Vec<(&str, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_str(), &**bytes)).collect();
    changed.iter_mut().find(|(path, _)| *path == "robots.txt").unwrap().1 = b"x";
    changed.push(("shell.php", b"x"));
    site.write("changed.zip", zipped(&changed));
    let ran = verify(&[&site.at("changed.zip")]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stdout.contains("内容不同：robots.txt") && ran.stdout.contains("清单里没有：shell.php"),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_package_that_nobody_should_unpack_is_refused_with_a_sentence() {
    let site = Folder::empty();
    let manifest = |entries: &str| {
        format!(
            "{{\"version\":1,\"tool\":\"\",\"site\":\"\",\"base_url\":null,\"as_of\":\"2024-07-15\",\"files\":[{entries}]}}"
        )
    };
    let entry = |path: &str, size: u64| {
        format!("{{\"path\":\"{path}\",\"size\":{size},\"sha256\":\"\",\"sm3\":\"\"}}")
    };
    let plain = manifest("");
    let check = |name: &str, bytes: Vec<u8>, said: &str| {
        site.write(name, bytes);
        let ran = verify(&[&site.at(name)]);
        assert_eq!(ran.code, 1, "{name}: {}{}", ran.stdout, ran.stderr);
        assert!(ran.stderr.contains(said), "{name}: {}", ran.stderr);
    };
    check("text.zip", b"no zip".to_vec(), "不是 zip 文件");
    check("other.zip", zipped(&[("a.txt", b"a")]), "没有 manifest.json");
    check("bad.zip", zipped(&[("manifest.json", b"{}")]), "读不出来");
    check("newer.zip", zipped(&[("manifest.json", b"{\"version\":2}")]), "较新的 gongbao");
    check("slip.zip", zipped(&[("manifest.json", plain.as_bytes()), ("../up.txt", b"x")]), "不能用的文件名");
    check("absolute.zip", zipped(&[("manifest.json", plain.as_bytes()), ("/etc/x", b"x")]), "不能用的文件名");
    check(
        "windows.zip",
        zipped(&[("manifest.json", plain.as_bytes()), ("a\\..\\b", b"x")]),
        "不能用的文件名",
    );
    check(
        "listed.zip",
        zipped(&[("manifest.json", manifest(&entry("../up.txt", 1)).as_bytes())]),
        "不能用的文件名",
    );
    // 64 MB of nothing, said to be one byte.
    let bomb = manifest(&entry("a.txt", 1));
    check(
        "bomb.zip",
        zipped(&[("manifest.json", bomb.as_bytes()), ("a.txt", &vec![0; 64 << 20])]),
        "比清单写的大",
    );
    // Two entries of one name: one of them is renamed in the finished bytes.
    let mut twice = zipped(&[("manifest.json", plain.as_bytes()), ("aa.txt", b"1"), ("ab.txt", b"2")]);
    for at in 0..twice.len() - 6 {
        if &twice[at..at + 6] == b"ab.txt" {
            twice[at + 1] = b'a';
        }
    }
    check("twice.zip", twice, "同名的文件");
    let case = zipped(&[("manifest.json", plain.as_bytes()), ("A.txt", b"1"), ("a.txt", b"2")]);
    check("case.zip", case, "同名的文件");
    assert_eq!(verify(&[&site.at("none.zip")]).code, 2);
}

#[test]
fn a_package_of_changes_brings_a_published_site_up_to_date() {
    let site = Folder::sample();
    let old = packed(&site, "2024-07-12");
    spread(&site, "web", &unzipped(&old));
    fs::remove_file(site.at("content/pages/help.md")).unwrap();
    fs::remove_file(site.at("content/pages/help.en.md")).unwrap();
    site.replace(JUNE, FIGURE, "高新技术企业: { value: 131, was: 128, revised: 2024-07-14, note: 补报3家 }");
    let ran = pack(&site, TODAY, &["--since", old.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);

    let update = site.at(&format!("packages/{STEM}-{TODAY}-since-2024-07-12.zip"));
    let files = unzipped(&update);
    assert!(!files.contains_key("assets/portal.css"), "what did not change was packed");
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let removed: Vec<&str> =
        manifest["removed"].as_array().unwrap().iter().map(|path| path.as_str().unwrap()).collect();
    assert_eq!(removed, ["en/pages/help/index.html", "pages/help/index.html"]);
    let note = String::from_utf8(files["UPDATE.txt"].clone()).unwrap();
    assert_eq!(fs::read(update.with_extension("txt")).unwrap(), files["UPDATE.txt"]);
    for words in [
        "\u{feff}更新说明\r\n",
        "要删除的文件（2个文件）",
        "pages/help/index.html",
        "高新技术企业2024年6月：原为128家，现为131家，已注明更正",
    ] {
        assert!(note.contains(words), "{words}: {note}");
    }

    // The site as it was is not what the package says; unpacked over it and cleaned, it is.
    assert_eq!(verify(&[&update, &site.at("web")]).code, 1);
    spread(&site, "web", &files);
    let left = verify(&[&update, &site.at("web")]);
    assert!(left.stdout.contains("应已删除：pages/help/index.html"), "{}", left.stdout);
    removed.iter().for_each(|path| fs::remove_file(site.at(&format!("web/{path}"))).unwrap());
    let ran = verify(&[&update, &site.at("web")]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert_eq!(verify(&[&site.at("web")]).code, 0);
    // What is now there is the whole site of the day.
    let whole = unzipped(&site.at(&format!("packages/{STEM}-{TODAY}.zip")));
    let own = ["manifest.json", "SHA256SUMS", "SM3SUMS", "UPDATE.txt"];
    let mut web = tree(&site.at("web"));
    web.retain(|path, _| !own.contains(&path.as_str()));
    assert_eq!(
        web.keys().collect::<Vec<_>>(),
        whole.keys().filter(|path| !own.contains(&path.as_str())).collect::<Vec<_>>()
    );
    assert!(web.iter().all(|(path, bytes)| whole[path] == *bytes));

    // Changes follow a whole package only.
    let ran = pack(&site, TODAY, &["--since", update.to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("只含变化"), "{}", ran.stderr);
}

#[test]
fn a_published_figure_that_changed_in_silence_is_not_packed() {
    let site = Folder::sample();
    let old = packed(&site, "2024-07-12");
    site.replace(JUNE, FIGURE, "高新技术企业: 131");
    let ran = pack(&site, TODAY, &[]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stderr.contains("data/silent-revision") && ran.stderr.contains("value: 131, was: 128"),
        "{}",
        ran.stderr
    );
    assert_eq!(fs::read_dir(site.at("packages")).unwrap().count(), 1, "something was written");
    let check = ["check", "--no-pictures", "--format", "short", "--package", old.to_str().unwrap()];
    let ran = site.run(&check);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains(&format!("{JUNE}:8:11: error[data/silent-revision]")), "{}", ran.stderr);
    assert_eq!(site.run(&["check", "--no-pictures"]).code, 0, "nothing to compare with, nothing wrong");

    // A correction of another value is none; that of the published one is.
    site.replace(
        JUNE,
        "高新技术企业: 131",
        "高新技术企业: { value: 131, was: 127, revised: 2024-07-14, note: 补报 }",
    );
    assert_eq!(pack(&site, TODAY, &[]).code, 1);
    site.replace(JUNE, "was: 127", "was: 128");
    assert_eq!(pack(&site, TODAY, &[]).code, 0);

    // Rows are figures too.
    site.replace(JUNE, "高笋塘街道:      3", "高笋塘街道:      4");
    let ran = pack(&site, "2024-07-16", &[]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stderr.contains("“高新技术企业 高笋塘街道”2024-06 已公布的数是 3，现在是 4"),
        "{}",
        ran.stderr
    );
}

#[test]
fn no_package_is_written_over_another() {
    let site = Folder::small();
    assert_eq!(pack(&site, TODAY, &[]).code, 0);
    let first = tree(&site.at("packages"));
    let ran = pack(&site, TODAY, &[]);
    assert!(ran.stderr.contains("已经有了，内容相同"), "{}", ran.stderr);
    site.write("content/pages/new.md", "---\ntitle: 新页\n---\n\n文字。\n");
    let ran = pack(&site, TODAY, &[]);
    assert!(ran.stderr.contains("另编了号"), "{}", ran.stderr);
    let now = tree(&site.at("packages"));
    assert_eq!(now.len(), 2);
    let (name, bytes) = first.first_key_value().unwrap();
    assert_eq!(&now[name], bytes);
    assert!(now.contains_key(&name.replace(".zip", "-2.zip")), "{:?}", now.keys());
}

#[test]
fn two_builds_are_told_apart_in_words() {
    let site = Folder::sample();
    site.build();
    fs::rename(site.at("output"), site.at("old")).unwrap();
    site.replace(JUNE, FIGURE, "高新技术企业: 140");
    site.replace("content/policies/double-growth/policy.md", "招商与引才并举", "招商与引智并举");
    site.write("content/pages/new.md", "---\ntitle: 新页\n---\n\n文字。\n");
    site.build();
    let (old, new) = (site.at("old"), site.at("output"));
    let diff = |arguments: &[&str]| {
        run(&[&["diff", old.to_str().unwrap(), new.to_str().unwrap()], arguments].concat())
    };
    let ran = diff(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for line in [
        "“双倍增”工作实施方案（double-growth）",
        "  高新技术企业2024年6月：原为128家，现为140家，没有注明更正",
        "  高新技术企业的进度状态：原为“略有滞后”，现为“超进度”",
        "文字原为“…台，招商与引才并举。",
        "  新增 pages/new/index.html",
    ] {
        assert!(ran.stdout.contains(line), "{line}: {}", ran.stdout);
    }
    let english = diff(&["--lang", "en"]);
    assert!(english.stdout.contains("not marked as a correction"), "{}", english.stdout);
    let json: serde_json::Value = serde_json::from_str(&diff(&["--format", "json"]).stdout).unwrap();
    let figure = json["differences"].as_array().unwrap().iter().find(|one| one["kind"] == "figure").unwrap();
    assert_eq!(
        (&figure["old"], &figure["new"], &figure["marked"]),
        (&128.0.into(), &140.0.into(), &false.into())
    );

    let same = run(&["diff", old.to_str().unwrap(), old.to_str().unwrap()]);
    assert_eq!((same.code, same.stdout.as_str()), (0, "没有不同\n"));
    let none = run(&["diff", old.to_str().unwrap(), site.at("content").to_str().unwrap()]);
    assert_eq!(none.code, 2);
    assert!(none.stderr.contains("不是 gongbao 生成的站点"), "{}", none.stderr);
}

#[test]
fn a_policy_as_one_page_needs_no_other_file() {
    for base in [true, false] {
        let site = Folder::sample();
        if !base {
            site.replace("content/site.yaml", "base_url: https://example.gov.cn/zt/jinzhan/", "");
        }
        let ran = pack(&site, TODAY, &["--single-file", "double-growth"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert_eq!(tree(&site.at("packages")).keys().collect::<Vec<_>>(), ["double-growth.html"]);
        let html = fs::read_to_string(site.at("packages/double-growth.html")).unwrap();
        let ids: Vec<&str> = values(&html, " id=\"");
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice");
        for link in values(&html, " href=\"") {
            let fine = match link.strip_prefix('#') {
                Some(anchor) => anchor.is_empty() || ids.contains(&anchor),
                None => {
                    ["data:", "tel:"].iter().any(|start| link.starts_with(start))
                        || (base && link.starts_with("https://example.gov.cn/"))
                }
            };
            assert!(fine, "with an address: {base}; a link leads nowhere: {link}");
        }
        assert!(values(&html, " src=\"").iter().all(|src| src.starts_with("data:")), "something is fetched");
        for words in [
            "<style>",
            "id=\"part-progress\"",
            "id=\"part-high-tech\"",
            "class=\"chart ",
            "download=\"high-tech-townships.csv\"",
        ] {
            assert!(html.contains(words), "{words}");
        }
        assert!(!html.contains("<link rel=\"stylesheet\"") && !html.contains("<form"));
    }
}

/// What stands in the quotes after these words.
fn values<'a>(html: &'a str, before: &str) -> Vec<&'a str> {
    html.split(before).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// What a strict editor leaves of a text: the elements, attributes and properties of `docs/packages.md`, no more.
fn edited(html: &str) -> String {
    let elements = "p h2 h3 h4 strong em br ul ol li blockquote hr table thead tbody tr th td a img span";
    let properties = "color background-color font-size font-weight line-height text-align text-indent margin padding border border-collapse width max-width";
    let attributes: HashMap<&str, HashSet<&str>> = [
        ("a", HashSet::from(["href"])),
        ("img", HashSet::from(["src", "alt", "width"])),
        ("th", HashSet::from(["colspan", "rowspan"])),
        ("td", HashSet::from(["colspan", "rowspan"])),
    ]
    .into();
    Builder::empty()
        .tags(elements.split(' ').collect())
        .generic_attributes(HashSet::from(["style"]))
        .tag_attributes(attributes)
        .filter_style_properties(properties.split(' ').collect())
        .url_schemes(HashSet::from(["http", "https"]))
        .link_rel(None)
        .clean(html)
        .to_string()
}

/// Fails where an editor takes anything out. How it spells a style is its own affair.
fn stays_whole(html: &str) {
    let alike =
        |html: &str| html.replace("; ", ";").replace(": ", ":").replace(";\"", "\"").replace("&quot;", "\"");
    let (was, is) = (alike(html), alike(&edited(html)));
    let differs = was.lines().zip(is.lines()).find(|(a, b)| a != b);
    assert!(was.len() == is.len() && differs.is_none(), "{differs:#?}");
}

#[test]
fn a_strict_editor_keeps_all_of_a_text() {
    let site = Folder::sample();
    let ran = pack(&site, TODAY, &["--fragment", "double-growth"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let files = tree(&site.at("packages"));
    let html = String::from_utf8(files["double-growth/fragment.html"].clone()).unwrap();
    stays_whole(&html);
    for words in [
        "演示站点",
        "数据截至2024年6月30日",
        "href=\"https://example.gov.cn/zt/jinzhan/policies/double-growth/\"",
        "高笋塘街道",
        "责任单位：区科技局",
        "任务状态：推进中（示例）",
    ] {
        assert!(html.contains(words), "{words}");
    }
    let pictures = values(&html, " src=\"");
    assert_eq!(pictures, ["chart-high-tech.png", "chart-tech-firms.png"]);
    for picture in pictures {
        assert!(files[&format!("double-growth/{picture}")].starts_with(b"\x89PNG"), "{picture}");
    }
    assert!(
        values(&html, " alt=\"").iter().all(|alt| alt.contains("截至2024年6月底") && alt.contains("示例"))
    );
}

#[test]
fn what_a_policy_says_in_markdown_stays_whole_too() {
    let site = Folder::small();
    site.write("content/pages/help.md", "---\ntitle: 说明\n---\n\n文字。\n");
    site.write("content/policies/shade/files/tree.png", b"\x89PNG");
    let head = "---\ntitle: 养护办法\nissuer: 镇政府\nissued: 2024-01-05\npublished: 2024-01-08\n---\n\n";
    let text = "## 一、目标\n\n**树木**与<b>[绿地](https://example.gov.cn/a?b=1&c=2)并举，见[说明](../../pages/help.md)。\n\n\
                - 一 `码`\n- 二\n\n| 树 | 数 |\n|---|---:|\n| 榕 | 3 |\n\n![树](files/tree.png)\n\n> 引用\n";
    site.write("content/policies/shade/policy.md", format!("{head}{text}"));
    assert_eq!(pack(&site, TODAY, &["--fragment", "养护办法"]).code, 0);
    let files = tree(&site.at("packages"));
    let html = String::from_utf8(files["shade/fragment.html"].clone()).unwrap();
    stays_whole(&html);
    for words in [
        "<strong>树木</strong>",
        "&lt;b&gt;",
        "href=\"https://example.gov.cn/a?b=1&amp;c=2\"",
        // Without an address of the site, only its words.
        "见说明。",
        "<span>码</span>",
        "text-align:right\">3</td>",
        "<img src=\"tree.png\" alt=\"树\"",
        "<blockquote>",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert_eq!(files["shade/tree.png"], b"\x89PNG");
}

#[test]
fn every_table_of_a_policy_is_a_sheet_of_its_workbook() {
    let site = Folder::sample();
    let path = "policies/double-growth/data/policy.xlsx";
    assert!(!site.build().contains_key(path), "nobody asked for it");
    site.replace("content/site.yaml", "ranking: false", "ranking: false\nworkbooks: true");
    let built = site.build();
    let mut book =
        calamine::open_workbook_from_rs::<calamine::Xlsx<_>, _>(Cursor::new(&built[path])).unwrap();
    let names = book.sheet_names().to_vec();
    assert_eq!(names.len(), 7, "{names:?}");
    assert_eq!((&*names[0], &*names[1], &*names[6]), ("指标", "历次数据", "条款"));
    for name in &names {
        let sheet = book.worksheet_range(name).unwrap();
        let cells: Vec<String> = sheet.rows().flatten().map(|cell| cell.to_string()).collect();
        let all = cells.join("\n");
        for words in ["演示站点", "数据截至：2024-06-30", "出自：", "万州府办发〔2023〕28号", "公布单位："]
        {
            assert!(all.contains(words), "{name} lacks {words}");
        }
        assert!(all.contains("数据质量：示例"), "{name}: how good the figures are is not said");
    }
    let rows: BTreeMap<String, usize> =
        names.iter().map(|name| (name.clone(), book.worksheet_range(name).unwrap().height())).collect();
    assert!(rows["高新技术企业 townships"] > 50, "{rows:?}");
    for page in ["index.html", "progress/index.html", "indicators/high-tech/index.html"] {
        let html = String::from_utf8_lossy(&built[&format!("policies/double-growth/{page}")]);
        assert!(html.contains("data/policy.xlsx\">全部表格（XLSX）</a>"), "{page} does not lead to it");
    }
    let english = &built["en/policies/double-growth/data/policy.xlsx"];
    let book = calamine::open_workbook_from_rs::<calamine::Xlsx<_>, _>(Cursor::new(english)).unwrap();
    assert_eq!(book.sheet_names()[0], "Indicators");
}

#[test]
fn wrong_use_is_told_in_a_sentence() {
    let site = Folder::small();
    let inside = site.at("content/packages");
    for (arguments, said) in [
        (&["--output", inside.to_str().unwrap()][..], "应在 content/"),
        (&["--single-file", "nothing"], "没有“nothing”这项政策；有："),
        (&["--fragment", "nothing"], "没有“nothing”这项政策；有："),
        (&["--since", "none.zip"], "没有 `none.zip`"),
    ] {
        let ran = pack(&site, TODAY, arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{arguments:?}: {}", ran.stderr);
    }
    site.write("content/site.yaml", "title: 站点\n");
    let ran = pack(&site, TODAY, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("没有打包"), "{}", ran.stderr);
    assert!(!site.at("packages").exists());
}
