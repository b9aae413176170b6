//! The preview as browsers and editors meet it: what is saved is shown, what is wrong is told, nobody
//! else is answered, and nothing is written. What it shows is, byte for byte, what a build writes.

mod harness;

use gongbao::model::parse_date;
use gongbao::pipeline::Options;
use gongbao::serve::{News, Rebuild};
use harness::preview::{PATIENCE, Preview, wait};
use harness::{Folder, TODAY, Tree, build_in_memory, build_with_pictures, repository, run, tree};
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;

/// What an open page is told.
struct Messages {
    lines: BufReader<TcpStream>,
}

impl Messages {
    /// Messages to an open page, from now on.
    fn of(preview: &Preview) -> Messages {
        let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = format!("GET /__gongbao/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", preview.port);
        stream.write_all(request.as_bytes()).unwrap();
        Messages { lines: BufReader::new(stream) }
    }

    /// The next message that is so.
    fn until(&mut self, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).expect("a message") > 0, "the preview hung up");
            if let Some(text) = line.strip_prefix("data: ") {
                let message = serde_json::from_str(text).unwrap();
                if wanted(&message) {
                    return message;
                }
            }
        }
    }

    /// The next message with errors, or without.
    fn errors(&mut self, any: bool) -> serde_json::Value {
        self.until(|message| message["problems"].as_array().is_some_and(|all| all.is_empty() != any))
    }
}

const FIGURES: &str = "content/policies/double-growth/progress/2024-06.yaml";
const POLICY: &str = "content/policies/shade/policy.md";

/// Writes beside the site, then renames into place, as careful editors do.
fn save(site: &Folder, path: &str, text: &str) {
    let before = site.at("saving");
    fs::write(&before, text).unwrap();
    fs::rename(before, site.at(path)).unwrap();
}

#[test]
fn a_saved_figure_is_told_and_shown_and_nothing_is_written() {
    let site = Folder::sample();
    let preview = Preview::of(&site);
    let mut messages = Messages::of(&preview);
    let before = messages.until(|message| message["build"] == 1);
    assert_eq!(before["problems"].as_array().unwrap().len(), 0);
    let page = "policies/double-growth/indicators/high-tech/index.html";
    assert!(preview.get(page).text().contains("128家"));
    site.replace(FIGURES, "高新技术企业: 128", "高新技术企业: 131");
    let after = messages.until(|message| message["build"].as_u64() > Some(1));
    assert_eq!(after["run"], before["run"]);
    preview.shows(page, "131家");
    preview.says(FIGURES);
    assert_eq!(
        tree(site.path())
            .keys()
            .filter(|path| !path.starts_with("content/") && !path.starts_with("themes/"))
            .count(),
        0
    );
}

#[test]
fn the_first_build_may_fail_and_is_mended() {
    let site = Folder::small();
    site.replace(POLICY, "issued: 2024-01-05", "issued: soon");
    let preview = Preview::of(&site);
    assert!(preview.said().contains(POLICY), "{}", preview.said());
    let empty = preview.get("");
    assert_eq!(empty.status, 503);
    assert!(
        empty.text().contains("__gongbao/preview.js") && empty.text().contains("data-build=\"0\""),
        "{}",
        empty.text()
    );
    let mut messages = Messages::of(&preview);
    let told = messages.errors(true);
    let spot = &told["problems"][0]["places"][0];
    assert_eq!(
        (&spot["file"], &spot["line"], &spot["text"][1]),
        (&POLICY.into(), &4.into(), &"soon".into()),
        "{told}"
    );
    site.replace(POLICY, "issued: soon", "issued: 2024-01-05");
    assert_eq!(messages.errors(false)["problems"].as_array().unwrap().len(), 0);
    preview.shows("", "青石镇行道树养护办法");
}

#[test]
fn a_mistake_leaves_the_last_good_site_and_all_files_mistakes_are_told() {
    let site = Folder::small();
    site.write("content/policies/lamp/policy.md", fs::read(site.at(POLICY)).unwrap());
    let preview = Preview::of(&site);
    let good = preview.get("policies/shade/").text();
    let mut messages = Messages::of(&preview);
    site.replace("content/policies/lamp/policy.md", "2024-01-05", "yesterday");
    assert_eq!(messages.errors(true)["problems"].as_array().unwrap().len(), 1);
    site.replace(POLICY, "2024-01-05", "tomorrow");
    let both = messages.until(|message| message["problems"].as_array().unwrap().len() == 2);
    assert_eq!(both["build"], 1);
    assert_eq!(preview.get("policies/shade/").text(), good);
    site.replace(POLICY, "tomorrow", "2024-01-05");
    site.replace("content/policies/lamp/policy.md", "yesterday", "2024-01-05");
    assert_ne!(messages.errors(false)["build"], 1);
}

#[test]
fn a_mistake_that_only_a_page_brings_to_light_is_told_without_opening_it() {
    let site = Folder::small();
    site.write(
        "content/pages/help.md",
        "---\ntitle: 说明\n---\n\n见[办法](../shade/index.html#nowhere)和[别处](gone/index.html)。\n",
    );
    let checked = site.run(&["check", "--format", "json"]);
    let errors = checked.stdout.lines().filter(|line| line.contains("\"error\"")).count();
    let preview = Preview::of(&site);
    if errors > 0 {
        let told = Messages::of(&preview).errors(true);
        assert_eq!(told["problems"].as_array().unwrap().len(), errors, "{told}\n{}", checked.stdout);
    }
    site.write(
        "themes/portal/page.html",
        "{% extends \"portal/base.html\" %}{% block main %}{{ page.nothing_of_the_kind }}{% endblock %}",
    );
    let told = Messages::of(&preview).until(|message| message["problems"].to_string().contains("theme/"));
    assert!(told["problems"].to_string().contains("nothing_of_the_kind"), "{told}");
}

#[test]
fn whatever_way_a_file_is_saved_it_is_seen() {
    let site = Folder::small();
    let preview = Preview::of(&site);
    let text = fs::read_to_string(site.at(POLICY)).unwrap();
    save(&site, POLICY, &text.replace("统一养护", "分段养护"));
    preview.shows("policies/shade/", "分段养护");
    fs::rename(site.at("content/policies/shade"), site.at("content/policies/trees")).unwrap();
    wait("the new address", || (preview.get("policies/trees/").status == 200).then_some(()));
    assert_eq!(preview.get("policies/shade/").status, 404);
    site.write("content/pages/a/../new.md", "---\ntitle: 新的一页\n---\n\n正文。\n");
    preview.shows("pages/new/", "新的一页");
    fs::remove_file(site.at("content/pages/new.md")).unwrap();
    wait("its going", || (preview.get("pages/new/").status == 404).then_some(()));
    // The whole folder is another one, as after a change of branch.
    fs::rename(site.at("content"), site.at("before")).unwrap();
    preview.says("source/no-content");
    fs::rename(site.at("before"), site.at("content")).unwrap();
    site.write("content/pages/back.md", "---\ntitle: 又在了\n---\n\n正文。\n");
    preview.shows("pages/back/", "又在了");
}

#[test]
fn a_thousand_files_at_once_are_all_seen_and_saving_them_unchanged_is_nothing_new() {
    let site = Folder::small();
    let preview = Preview::of(&site);
    let text = |n: usize| format!("---\ntitle: 第{n}页\n---\n\n正文。\n");
    for n in 0..1000 {
        site.write(&format!("content/pages/p{n}.md"), text(n));
    }
    for n in [0, 500, 999] {
        preview.shows(&format!("pages/p{n}/"), &format!("第{n}页"));
    }
    let mut messages = Messages::of(&preview);
    let build = messages.until(|message| message["build"].as_u64() > Some(1))["build"].as_u64().unwrap();
    for _ in 0..2 {
        (0..1000).for_each(|n| save(&site, &format!("content/pages/p{n}.md"), &text(n)));
    }
    save(&site, "content/pages/p7.md", &text(77777));
    let after = messages.until(|message| message["build"].as_u64() > Some(build));
    assert_eq!(after["build"].as_u64(), Some(build + 1), "{}", preview.said());
    preview.shows("pages/p7/", "第77777页");
}

#[test]
fn what_editors_leave_beside_the_work_is_nothing_new() {
    let site = Folder::small();
    let preview = Preview::of(&site);
    let mut messages = Messages::of(&preview);
    let folder = "content/policies/shade/";
    for name in [
        ".policy.md.swp",
        "policy.md~",
        "4913",
        "x.tmp",
        "~$annex.xlsx",
        ".DS_Store",
        ".#policy.md",
        "#policy.md#",
    ] {
        site.write(&format!("{folder}{name}"), "x");
        fs::remove_file(site.at(&format!("{folder}{name}"))).unwrap();
        if name != "4913" {
            site.write(&format!("{folder}{name}"), "x");
        }
    }
    let text = fs::read_to_string(site.at(POLICY)).unwrap();
    save(&site, POLICY, &text.replace("统一养护", "分段养护"));
    assert_eq!(messages.until(|message| message["build"] != 1)["build"], 2, "{}", preview.said());
    preview.says(POLICY);
    assert_eq!(preview.said().matches("毫秒").count(), 2, "{}", preview.said());
}

#[test]
fn only_this_machine_by_its_own_names_is_answered() {
    let site = Folder::small();
    let preview = Preview::of(&site);
    let asked = |host: &str, more: &str| {
        preview.send(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n")).status
    };
    for host in ["127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}"] {
        assert_eq!(asked(host, ""), 200);
        assert_eq!(asked(host, "Origin: http://localhost:{port}\r\n"), 200);
        assert_eq!(asked(host, "Origin: https://evil.example\r\n"), 403);
    }
    for host in ["evil.example:{port}", "evil.example", "127.0.0.1:1", "localhost"] {
        assert_eq!(asked(host, ""), 421, "{host}");
    }
    let absolute = "GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n";
    assert_eq!(preview.send(absolute).status, 421);
    let huge = "x".repeat(40_000);
    assert_eq!(asked("127.0.0.1:{port}", &format!("X: {huge}\r\n")), 431);
    assert_eq!(
        preview
            .send(
                "POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            )
            .status,
        405
    );
}

#[test]
fn nothing_outside_the_plan_is_served() {
    let site = Folder::small();
    fs::write(site.at("secret.txt"), "geheim").unwrap();
    site.write("content/policies/shade/files/form.txt", "表格\n");
    let preview = Preview::of(&site);
    for path in [
        "../secret.txt",
        "secret.txt",
        "content/site.yaml",
        "policies/../../secret.txt",
        "..%2fsecret.txt",
        "%2e%2e/secret.txt",
        "/etc/passwd",
        "policies/shade/files/../policy.md",
        "__gongbao/",
        "__gongbao/../secret.txt",
        "%",
        "%ff",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("geheim") && !answer.text().contains("root:"), "{path}");
    }
    let form = preview.get("policies/shade/files/form.txt");
    assert_eq!((form.status, form.text().as_str()), (200, "表格\n"));
    assert!(form.head.contains("cache-control: no-store") && form.head.contains("nosniff"), "{}", form.head);
    let moved = preview.get("policies/shade");
    assert!(moved.status == 307 && moved.head.contains("location: /policies/shade/"), "{}", moved.head);
}

#[test]
fn slow_browsers_hold_nobody_up() {
    let site = Folder::small();
    let preview = Preview::of(&site);
    let slow: Vec<TcpStream> = (0..60)
        .map(|n| {
            let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
            // Some say nothing, some half a head; some ask and never read the answer.
            let request = [
                "",
                "GET / HTTP/1.1\r\nHost",
                "GET /assets/portal.css HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n",
            ][n % 3];
            stream.write_all(request.replace("{port}", &preview.port.to_string()).as_bytes()).unwrap();
            stream
        })
        .collect();
    assert_eq!(preview.get("").status, 200);
    site.replace(POLICY, "统一养护", "分段养护");
    preview.shows("policies/shade/", "分段养护");
    drop(slow);
}

#[cfg(unix)]
#[test]
fn a_place_is_opened_in_the_editor_for_our_own_pages_only() {
    let (site, desk) = (Folder::small(), Folder::empty());
    // It makes a file of what it is told, `+6`, in its own folder.
    let touch = ["/usr/bin/touch", "/bin/touch"].into_iter().find(|path| Path::new(path).exists()).unwrap();
    std::os::unix::fs::symlink(touch, desk.at("gvim")).unwrap();
    let preview = Preview::with(&site, |command| {
        command.env("VISUAL", desk.at("gvim")).current_dir(desk.path());
    });
    let page = preview.get("").text();
    let token = page.split("data-token=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let open = |file: &str, origin: &str, token: &str| {
        let body = format!("{{\"file\": \"{file}\", \"line\": 6, \"column\": 1}}");
        let length = body.len();
        preview.send(&format!(
            "POST /__gongbao/open HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\n{origin}X-Gongbao-Token: {token}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        )).status
    };
    let own = "Origin: http://127.0.0.1:{port}\r\n";
    assert_eq!(open(POLICY, own, "guess"), 403);
    assert_eq!(open(POLICY, "", &token), 403);
    assert_eq!(open(POLICY, "Origin: http://evil.example\r\n", &token), 403);
    assert_eq!(open("../../etc/passwd", own, &token), 404);
    assert_eq!(open("/etc/passwd", own, &token), 404);
    assert_eq!(open("builtin/base.html", own, &token), 404);
    assert!(!desk.at("+6").exists());
    assert_eq!(open(POLICY, own, &token), 204);
    wait("the editor", || desk.at("+6").exists().then_some(()));
    assert_eq!(preview.get("__gongbao/open").status, 403);
}

#[test]
fn a_taken_port_is_told() {
    let site = Folder::small();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = site.run(&["serve", "--port", &port]);
    assert_eq!(
        (ran.code, ran.stderr.contains(&format!("端口 {port} 已有别的程序在用"))),
        (2, true),
        "{}",
        ran.stderr
    );
    let ran = run(&["serve", "--port", "70000"]);
    assert_eq!(ran.code, 2, "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_well() {
    let site = Folder::small();
    let mut preview = Preview::of(&site);
    let _open = Messages::of(&preview);
    let id = preview.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let status = wait("the end", || preview.child.try_wait().unwrap());
    assert_eq!(status.code(), Some(0));
    assert!(preview.said().contains("预览已结束"), "{}", preview.said());
}

/// A preview without its network.
fn rebuild(site: &Folder, pictures: bool) -> Rebuild {
    Rebuild::new(Options {
        root: site.path().to_path_buf(),
        as_of: parse_date(TODAY).unwrap(),
        since: None,
        drafts: false,
        strict: false,
        pictures,
        workbooks: false,
    })
}

/// Every file that a build makes is there with the same bytes, and no other page.
fn assert_same(news: &News, built: &Tree, step: &str) {
    let shown = news.shown.as_ref().unwrap_or_else(|| panic!("{step}: there is nothing to show"));
    for (path, bytes) in built {
        let ours = shown.bytes(path).unwrap().unwrap_or_else(|| panic!("{step}: `{path}` is missing"));
        assert!(*ours == *bytes, "{step}: `{path}` differs from the build");
    }
    assert!(shown.bytes("policies/none/index.html").unwrap().is_none());
}

/// What is edited, how, and the paths that the system names.
type Edit<'a> = (&'a str, &'a dyn Fn(), &'a [&'a str]);

#[test]
fn after_every_edit_each_file_is_the_one_that_a_build_makes() {
    let site = Folder::sample();
    let mut rebuild = rebuild(&site, false);
    let article = fs::read(site.at("content/policies/double-growth/interpretations/text.md")).unwrap();
    let edits: [Edit; 9] = [
        ("as it is", &|| {}, &[]),
        (
            "a figure",
            &|| {
                site.replace(FIGURES, "高新技术企业: 128", "高新技术企业: 131");
            },
            &[FIGURES],
        ),
        (
            "another file",
            &|| {
                site.write("content/pages/new.md", "---\ntitle: 新\n---\n\n正文。\n");
            },
            &["content/pages/new.md"],
        ),
        (
            "a policy of the same issuer",
            &|| {
                let text = fs::read(repository().join("tests/sites/minimal").join(POLICY)).unwrap();
                site.write(POLICY, text);
            },
            &[],
        ),
        (
            "the settings",
            &|| {
                site.replace("content/site.yaml", "title: ", "title: 新");
            },
            &["content/site.yaml"],
        ),
        (
            "a file gone",
            &|| fs::remove_file(site.at("content/policies/double-growth/interpretations/text.md")).unwrap(),
            &["content/policies/double-growth/interpretations/text.md"],
        ),
        (
            "and back again",
            &|| {
                site.write("content/policies/double-growth/interpretations/text.md", &article);
            },
            &["content/policies/double-growth/interpretations/text.md"],
        ),
        (
            "the theme",
            &|| {
                site.write("themes/portal/assets/portal.css", "body { color: black; }\n");
                site.write("themes/portal/404.html", "{% extends \"portal/404.html\" %}");
            },
            &[],
        ),
        (
            "the register",
            &|| {
                let path = "content/organisations.yaml";
                let text = fs::read_to_string(site.at(path)).unwrap();
                site.write(path, format!("{text}\n- {{ name: 区新设局, kind: department }}\n"));
            },
            &["content/organisations.yaml"],
        ),
    ];
    for (step, edit, named) in edits {
        edit();
        let named: BTreeSet<String> = named.iter().map(|path| (*path).to_owned()).collect();
        let news = rebuild.look(&named).unwrap().unwrap_or_else(|| panic!("{step}: nothing was seen"));
        let built = build_in_memory(site.path(), TODAY);
        assert_same(&news, &built.files, step);
        assert!(rebuild.look(&BTreeSet::new()).unwrap().is_none(), "{step}: seen twice");
    }
    // A mistake, and the way back.
    site.replace(FIGURES, "高新技术企业: 131", "高新技术企业: 很高");
    let faulty = rebuild.look(&BTreeSet::new()).unwrap().unwrap();
    let check = build_in_memory(site.path(), TODAY);
    assert!(faulty.shown.is_none());
    let codes = |d: &gongbao::diagnostic::Diagnostics| {
        let mut codes: Vec<&str> = d.iter().map(|problem| problem.entry.code).collect();
        codes.sort_unstable();
        codes.join(" ")
    };
    assert_eq!(codes(&faulty.problems), codes(&check.diagnostics));
    site.replace(FIGURES, "高新技术企业: 很高", "高新技术企业: 131");
    let news = rebuild.look(&BTreeSet::from([FIGURES.to_owned()])).unwrap().unwrap();
    assert_same(&news, &build_in_memory(site.path(), TODAY).files, "mended");
}

#[test]
fn pictures_are_the_ones_that_a_build_makes() {
    let site = Folder::copy_of(&repository().join("tests/sites/every-kind"));
    let news = rebuild(&site, true).look(&BTreeSet::new()).unwrap().unwrap();
    let mut built = build_with_pictures(site.path(), TODAY).files;
    assert!(built.keys().any(|path| path.ends_with("slice-01.png")));
    assert_eq!(built.keys().any(|path| path.ends_with("booklet.pdf")), cfg!(feature = "booklet"));
    let pages = built.iter_mut().filter(|(path, _)| path.ends_with(".html"));
    pages.for_each(|(_, page)| *page = without_size(page));
    assert_same(&news, &built, "pictures");
}

/// A page without the size of its booklet: one that nobody has asked for has none yet.
fn without_size(page: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(page).unwrap();
    match text.split_once("（PDF，") {
        Some((before, after)) => {
            let (_, after) = after.split_once('）').unwrap();
            format!("{before}（PDF）{after}").into_bytes()
        }
        None => page.to_vec(),
    }
}
