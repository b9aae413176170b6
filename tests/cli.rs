//! The binary as people and scripts meet it: arguments, exit codes, what goes to which stream, and
//! an output folder that no mistake touches.

mod harness;

use harness::{Folder, TODAY, gongbao, run, tree};
use std::fs;
use std::process::Stdio;

const COMMANDS: [&str; 10] =
    ["init", "new", "build", "check", "serve", "export", "import", "review", "explain", "schema"];

#[test]
fn help_names_every_command_in_both_languages() {
    for (arguments, words) in [(vec!["--help"], "退出码"), (vec!["--lang", "en", "--help"], "Exit codes")]
    {
        let ran = run(&arguments);
        assert_eq!(ran.code, 0);
        assert!(ran.stdout.contains(words), "{}", ran.stdout);
        for command in COMMANDS {
            assert!(
                ran.stdout.lines().any(|line| line.trim().starts_with(command)),
                "no `{command}`:\n{}",
                ran.stdout
            );
        }
    }
}

#[test]
fn every_command_explains_itself_in_both_languages() {
    let chinese = |text: &str| text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    for command in COMMANDS {
        let ran = run(&[command, "--help"]);
        assert_eq!(ran.code, 0);
        for line in ran.stdout.lines().filter(|line| line.trim_start().starts_with("--")) {
            assert!(chinese(line), "`{command} --help` has a line without Chinese: {line}");
        }
        let ran = run(&[command, "--help", "--lang=en"]);
        assert!(!chinese(&ran.stdout), "{}", ran.stdout);
    }
}

#[test]
fn no_command_shows_the_help_and_fails() {
    let ran = run(&[]);
    assert_eq!(ran.code, 2);
    assert!((ran.stdout + &ran.stderr).contains("gongbao init"));
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(run(&["--version"]).stdout.trim(), format!("gongbao {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_wrong_flag_is_a_sentence_with_the_nearest_flag() {
    let ran = run(&["build", "--stict"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stdout.is_empty());
    assert_eq!(
        ran.stderr,
        "错误：没有 `--stict` 这个参数，是不是 `--strict`？\n用 gongbao --help 查看用法\n"
    );
    let ran = run(&["--lang", "en", "build", "--stict"]);
    assert_eq!(
        ran.stderr,
        "error: there is no argument `--stict`; did you mean `--strict`?\nsee gongbao --help\n"
    );
}

#[test]
fn an_unknown_command_is_a_sentence_with_the_nearest_command() {
    let ran = run(&["biuld"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("没有 `biuld` 这个命令，是不是 `build`？"), "{}", ran.stderr);
    let ran = run(&["--lang=en", "biuld"]);
    assert!(ran.stderr.contains("there is no command `biuld`; did you mean `build`?"), "{}", ran.stderr);
}

#[test]
fn a_bad_value_is_a_sentence() {
    let cases: [(&[&str], &str); 6] = [
        (&["build", "--threads", "0"], "--threads"),
        (&["build", "--threads", "many"], "many"),
        (&["build", "--threads"], "--threads"),
        (&["check", "--format", "xml"], "json"),
        (&["--lang", "fr", "check"], "fr"),
        (&["build", "--strict", "--strict"], "--strict"),
    ];
    for (arguments, named) in cases {
        let ran = run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(
            ran.stderr.starts_with("错误：") && ran.stderr.contains(named),
            "{arguments:?}: {}",
            ran.stderr
        );
        assert!(ran.stdout.is_empty(), "{arguments:?}: {}", ran.stdout);
    }
}

#[test]
fn a_day_that_is_none_is_a_sentence() {
    for day in ["2024-02-30", "昨天", "2024-13-01", "2024-06", ""] {
        let ran = run(&["--as-of", day, "check"]);
        assert_eq!(ran.code, 2, "{day}");
        assert_eq!(ran.stderr, format!("错误：--as-of 应为日期，如 2024-07-15，这里是“{day}”\n"));
    }
}

#[test]
fn an_empty_folder_is_told_what_to_do() {
    let site = Folder::empty();
    let ran = site.run(&["build"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stderr.contains("错误[source/no-content]") && ran.stderr.contains("gongbao init"),
        "{}",
        ran.stderr
    );
    assert!(site.output().is_empty());
}

#[test]
fn a_root_that_is_not_there_is_told() {
    let ran = run(&["--root", "/no/such/folder", "check"]);
    assert_ne!(ran.code, 0);
    assert!(ran.stderr.starts_with("错误"), "{}", ran.stderr);
}

#[test]
fn an_error_leaves_the_output_as_it_was_byte_for_byte() {
    let site = Folder::sample();
    let before = site.build();
    let broken = [
        ("content/policies/double-growth/indicators.yaml", "kind: level", "kind: ["),
        ("content/policies/double-growth/progress/2024-06.yaml", "高新技术企业: 128", "高新技术企业: 很高"),
        ("content/site.yaml", "title:", "titel:"),
    ];
    for (path, old, new) in broken {
        let text = fs::read(site.at(path)).unwrap();
        site.replace(path, old, new);
        let ran = site.run(&["build"]);
        assert_eq!(ran.code, 1, "{path}: {}", ran.stderr);
        assert!(ran.stderr.contains("output/ 保持原样"), "{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("{path}:")), "{}", ran.stderr);
        assert!(ran.stdout.is_empty());
        assert!(site.output() == before, "the output changed");
        site.write(path, text);
    }
    assert!(site.build() == before);
}

#[test]
fn a_broken_template_leaves_the_output_as_it_was() {
    let site = Folder::small();
    let before = site.build();
    site.write("themes/portal/home.html", "{% block main %}{{ home.policies_total }}");
    assert_eq!(site.run(&["build"]).code, 1);
    site.write("themes/portal/home.html", "{{ home.nothing_of_the_kind }}");
    let ran = site.run(&["build"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("themes/portal/home.html:1:"), "{}", ran.stderr);
    assert!(site.output() == before);
}

#[test]
fn only_what_changed_is_written_and_what_is_gone_is_removed() {
    let site = Folder::small();
    site.write("content/pages/old.md", "---\ntitle: 旧页\n---\n\n文字。\n");
    let before = site.build();
    assert!(before.contains_key("pages/old/index.html"));
    fs::remove_file(site.at("content/pages/old.md")).unwrap();
    let after = site.build();
    assert!(!after.contains_key("pages/old/index.html") && !site.at("output/pages/old").exists());
    let ran = site.run(&["build"]);
    assert!(ran.stderr.contains("写入 0 个文件"), "{}", ran.stderr);
}

#[test]
fn files_that_we_did_not_make_stay() {
    let site = Folder::small();
    site.build();
    site.write("output/CNAME", "example.org").write("output/policies/own.txt", "own");
    site.replace("content/site.yaml", "title: ", "title: 新");
    let after = site.build();
    assert_eq!(after["CNAME"], b"example.org");
    assert_eq!(after["policies/own.txt"], b"own");
}

#[test]
fn an_output_folder_of_someone_else_is_refused() {
    let site = Folder::small();
    site.write("output/letter.docx", "mine");
    let ran = site.run(&["build"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("letter.docx"), "{}", ran.stderr);
    assert_eq!(site.output().len(), 1);
}

#[test]
fn an_output_that_cannot_be_a_folder_of_ours_is_refused() {
    let site = Folder::small();
    site.write("a-file", "x");
    let root = site.path().to_str().unwrap();
    let before = tree(site.path());
    let parent = site.path().parent().unwrap().to_str().unwrap();
    let inside = ["a-file", "a-file/below", "content/made", "content", "themes/made", ".gongbao/made", "."];
    let inside = inside.map(|path| format!("{root}/{path}"));
    for output in inside.iter().map(String::as_str).chain([parent, "/"]) {
        let ran = site.run(&["build", "--output", output]);
        assert_eq!(ran.code, 2, "{output}: {}", ran.stderr);
        assert!(ran.stderr.starts_with("错误："), "{output}: {}", ran.stderr);
        let ran = site.run(&["--lang", "en", "build", "--output", output]);
        assert!(ran.stderr.starts_with("error: "), "{output}: {}", ran.stderr);
    }
    assert!(tree(site.path()) == before, "something was written");
}

#[test]
fn another_output_folder_is_taken() {
    let site = Folder::small();
    let elsewhere = Folder::empty();
    let ran = site.run(&["build", "--output", elsewhere.at("site").to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(elsewhere.at("site/index.html").exists() && !site.at("output").exists());
    assert!(ran.stderr.contains(elsewhere.at("site/index.html").canonicalize().unwrap().to_str().unwrap()));
}

#[test]
fn a_second_build_at_once_is_refused_with_the_number_of_the_first() {
    let site = Folder::small();
    let before = site.build();
    let lock = site.at(".gongbao/output/lock");
    let held = fs::File::options().read(true).write(true).open(&lock).unwrap();
    held.lock().unwrap();
    site.replace("content/site.yaml", "title: ", "title: 新");
    let ran = site.run(&["build"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("另一个 gongbao（进程 "), "{}", ran.stderr);
    assert!(site.output() == before);
    assert_eq!(site.run(&["check"]).code, 0, "check writes nothing and needs no lock");
    held.unlock().unwrap();
    assert_eq!(site.run(&["build"]).code, 0);
}

#[test]
fn many_builds_at_once_leave_one_whole_site() {
    let site = Folder::small();
    let root = site.path().to_str().unwrap();
    let start =
        || gongbao(&["--root", root, "--as-of", TODAY, "build"]).stderr(Stdio::piped()).spawn().unwrap();
    let runs: Vec<_> = (0..6).map(|_| start()).collect();
    let codes: Vec<i32> =
        runs.into_iter().map(|run| run.wait_with_output().unwrap().status.code().unwrap()).collect();
    assert!(codes.contains(&0) && codes.iter().all(|code| [0, 2].contains(code)), "{codes:?}");
    let made = site.output();
    assert_eq!(made, Folder::small().build());
}

#[test]
fn init_makes_a_site_that_builds_and_overwrites_nothing() {
    let folder = Folder::empty();
    let dir = folder.at("站点");
    let dir = dir.to_str().unwrap();
    let ran = run(&["init", dir]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let made = tree(folder.path());
    assert!(made.contains_key("站点/content/site.yaml"));
    let again = run(&["init", dir]);
    assert_eq!(again.code, 0);
    assert!(again.stderr.contains("已有，未改动") && !again.stderr.contains("写入 "), "{}", again.stderr);
    assert!(tree(folder.path()) == made);

    let ran = run(&["--root", dir, "check", "--strict"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let ran = run(&["--root", dir, "build"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(folder.at("站点/output/index.html").exists());
}

#[test]
fn init_leaves_a_file_that_is_there_alone() {
    let folder = Folder::empty();
    folder.write("content/site.yaml", "title: 我的\nlanguage: zh-CN\norganisation: 我\n");
    let ran = run(&["--root", folder.path().to_str().unwrap(), "init"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("已有，未改动"), "{}", ran.stderr);
    assert_eq!(
        fs::read_to_string(folder.at("content/site.yaml")).unwrap(),
        "title: 我的\nlanguage: zh-CN\norganisation: 我\n"
    );
}

#[test]
fn init_into_a_file_is_told() {
    let folder = Folder::empty();
    folder.write("taken", "x");
    let ran = run(&["init", folder.at("taken").to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("taken"), "{}", ran.stderr);
}

#[test]
fn strict_makes_a_warning_an_error_and_leaves_the_output() {
    let site = Folder::small();
    let before = site.build();
    assert_eq!(site.run(&["check"]).code, 0);
    assert_eq!(site.run(&["check", "--strict"]).code, 0);
    site.write("content/stray.txt", "x");
    let ran = site.run(&["build"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("警告 1 处") && ran.stderr.contains("gongbao check"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("content/unknown-file"), "{}", ran.stderr);
    let ran = site.run(&["check"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("警告[content/unknown-file]"), "{}", ran.stderr);
    site.replace("content/site.yaml", "title: ", "title: 新");
    for command in ["build", "check"] {
        let ran = site.run(&[command, "--strict"]);
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        assert!(ran.stderr.contains("content/unknown-file"), "{}", ran.stderr);
    }
    assert!(site.output() == before);
}

#[test]
fn check_writes_nothing() {
    let site = Folder::sample();
    let before = tree(site.path());
    assert_eq!(site.run(&["check"]).code, 0);
    assert!(tree(site.path()) == before);
}

#[test]
fn every_form_of_check_names_file_line_and_column() {
    let site = Folder::sample();
    site.replace(
        "content/policies/double-growth/progress/2024-06.yaml",
        "高新技术企业: 128",
        "高新技术企业: 很高",
    );
    let path = "content/policies/double-growth/progress/2024-06.yaml";

    let ran = site.run(&["check", "--format", "json"]);
    assert_eq!(ran.code, 1);
    let lines: Vec<serde_json::Value> =
        ran.stdout.lines().map(|line| serde_json::from_str(line).expect("each line is one object")).collect();
    let found = lines.iter().find(|line| line["code"] == "data/not-a-number").expect("the mistake is told");
    assert_eq!(found["severity"], "error");
    assert_eq!(found["file"], path);
    assert_eq!((&found["line"], &found["column"], &found["end_column"]), (&8.into(), &11.into(), &13.into()));
    assert!(found["message"].as_str().unwrap().contains("很高"));
    for line in &lines {
        for key in ["severity", "code", "message", "file", "line", "column", "end_column", "help", "also"] {
            assert!(line.get(key).is_some(), "no `{key}` in {line}");
        }
    }

    let ran = site.run(&["check", "--format", "short"]);
    assert!(
        ran.stderr.contains(&format!("{path}:8:11: error[data/not-a-number]"))
            || ran.stderr.contains(&format!("{path}:8:11: 错误[data/not-a-number]")),
        "{}",
        ran.stderr
    );
    assert!(ran.stdout.is_empty());

    let ran = site.run(&["check", "--format", "github"]);
    assert!(
        ran.stdout.contains("::error ") && ran.stdout.contains(&format!("file={path},line=8")),
        "{}",
        ran.stdout
    );

    let ran = site.run(&["--lang", "en", "check"]);
    assert!(ran.stderr.contains("should be a number"), "{}", ran.stderr);
}

#[test]
fn drafts_are_shown_only_when_asked_for() {
    let site = Folder::small();
    site.write(
        "content/policies/draft/policy.md",
        "---\ntitle: 草稿\nissuer: 甲\nissued: 2024-01-01\npublished: 2024-01-02\ndraft: true\n---\n\n文字。\n",
    );
    assert!(!site.build().contains_key("policies/draft/index.html"));
    let ran = site.run(&["build", "--drafts"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(site.output().contains_key("policies/draft/index.html"));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let site = Folder::small();
    let root = site.path().to_str().unwrap();
    let mut child = gongbao(&["--root", root, "--as-of", TODAY, "check", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_view_is_shown_as_json_and_nothing_is_built() {
    let site = Folder::small();
    let ran = site.run(&["build", "--dump-view", "index.html"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let view: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(view["page"]["kind"], "home");
    assert_eq!(view["home"]["policies_total"], 1);
    assert!(view["site"]["title"].is_string());
    assert!(!site.at("output").exists() && !site.at(".gongbao").exists());

    // A folder is its page, the beginning of a path all pages that begin so.
    let ran = site.run(&["build", "--dump-view", "/policies/shade/"]);
    let view: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(view["page"]["kind"], "policy");
    let ran = site.run(&["build", "--dump-view", "poli"]);
    let views: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(views["policies/shade/index.html"], view);
}

#[test]
fn a_view_of_no_page_names_the_nearest_pages() {
    let site = Folder::small();
    let ran = site.run(&["build", "--dump-view", "policies/shad/index.html"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(
        ran.stderr
            .contains("没有以“policies/shad/index.html”开头的网页；相近的有：policies/shade/index.html")
    );
    let ran = site.run(&["--lang", "en", "build", "--dump-view", "policies/shad/index.html"]);
    assert!(ran.stderr.contains("the nearest are: policies/shade/index.html"), "{}", ran.stderr);
}
