//! A machine that fails, records that are damaged, folders that are not ours: a sentence, nothing lost,
//! and the next build is fine. Limits of the process are used where a disk cannot be filled, so that
//! every user can run these tests; root lowers itself to nobody where permissions are the point.
#![cfg(unix)]

mod harness;

use harness::{Folder, Ran, TODAY, Tree, gongbao, repository, tree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// A command that fails as a machine does: exit code 2 and one sentence on standard error.
fn failed_with(ran: &Ran, words: &str) {
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    assert!(ran.stderr.starts_with("错误：") && ran.stderr.contains(words), "`{words}`: {}", ran.stderr);
    assert!(!ran.stderr.contains("panicked") && ran.stdout.is_empty(), "{}", ran.stderr);
}

/// Runs a build that cannot write more than this many KiB to a file.
fn build_limited(site: &Folder, kib: u64) -> Ran {
    let script = r#"ulimit -f "$0"; trap "" XFSZ; exec "$@""#;
    Command::new("bash")
        .args(["-c", script, &kib.to_string(), env!("CARGO_BIN_EXE_gongbao")])
        .args(["--root", site.path().to_str().unwrap(), "--as-of", TODAY, "build", "--no-pictures"])
        .env("RUST_BACKTRACE", "0")
        .output()
        .unwrap()
        .into()
}

/// Runs the binary as somebody who minds permissions: root becomes nobody.
fn run_as_nobody(site: &Folder, arguments: &[&str]) -> Ran {
    let root = site.path().to_str().unwrap();
    let mut command = gongbao(&[]);
    // The built binary may stand where nobody may not look. `cp` copies it, because a file that this
    // process held open for writing could not be started while another test starts something.
    let open = Folder::empty();
    if is_root() {
        set_mode(open.path(), 0o755);
        let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_gongbao")).arg(open.path()).status();
        assert!(copied.unwrap().success());
        command = Command::new(open.at("gongbao"));
        command.uid(65534).gid(65534).env("RUST_BACKTRACE", "0").current_dir("/");
    }
    command.args(["--root", root, "--as-of", TODAY]).args(arguments).output().unwrap().into()
}

/// Gives all files and folders of a site to whoever `run_as_nobody` runs as.
fn give_away(site: &Folder) {
    fn give(path: &Path) {
        std::os::unix::fs::lchown(path, Some(65534), Some(65534)).unwrap();
        if path.is_dir() && !path.is_symlink() {
            fs::read_dir(path).unwrap().for_each(|entry| give(&entry.unwrap().path()));
        }
    }
    if is_root() {
        give(site.path());
    }
}

/// True where new files belong to root.
fn is_root() -> bool {
    fs::metadata(Folder::empty().path()).unwrap().uid() == 0
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Times, sizes and links of everything below a folder, folders too: what any writing would change.
fn traces(folder: &Path) -> BTreeMap<String, (SystemTime, u64, bool)> {
    fn walk(folder: &Path, found: &mut BTreeMap<String, (SystemTime, u64, bool)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let metadata = fs::symlink_metadata(&path).unwrap();
            let trace = (metadata.modified().unwrap(), metadata.len(), metadata.is_dir());
            found.insert(path.to_str().unwrap().to_string(), trace);
            if metadata.is_dir() {
                walk(&path, found);
            }
        }
    }
    let mut found = BTreeMap::new();
    let own = fs::metadata(folder).unwrap();
    found.insert(String::new(), (own.modified().unwrap(), 0, true));
    walk(folder, &mut found);
    found
}

#[test]
fn a_file_that_finds_no_room_is_named_and_nothing_is_lost() {
    let site = Folder::small();
    let before = site.build();
    site.write("content/policies/shade/files/big.bin", vec![7; 600 << 10]);
    site.replace("content/site.yaml", "title: ", "title: 新");
    let ran = build_limited(&site, 500);
    failed_with(&ran, "无法写入 `");
    assert!(ran.stderr.contains("staging/"), "{}", ran.stderr);
    assert!(ran.stderr.contains("超过系统允许的大小"), "{}", ran.stderr);
    assert!(site.output() == before);
    assert!(
        !site.at(".gongbao/output/staging").exists() && !site.at(".gongbao/output/journal.json").exists()
    );
    let after = site.build();
    assert_eq!(after["policies/shade/files/big.bin"].len(), 600 << 10);
}

#[test]
fn a_record_that_finds_no_room_is_named_and_nothing_is_lost() {
    let site = Folder::copy_of(&repository().join("tests/sites/every-kind"));
    // Many files that do not change: the record of the build is larger than any file that does.
    for n in 0..600 {
        site.write(&format!("content/policies/grow/files/{n}.txt"), "x");
    }
    let before = site.build();
    let record = fs::metadata(site.at(".gongbao/output/manifest.json")).unwrap().len();
    site.write("content/policies/grow/files/0.txt", "y");
    let ran = build_limited(&site, record / 2048);
    failed_with(&ran, "manifest.next.json");
    assert!(site.output() == before);
    let after = site.build();
    let changed: Vec<&String> =
        after.keys().filter(|path| before.get(*path) != Some(&after[*path])).collect();
    assert_eq!(changed, ["policies/grow/files/0.txt"]);
    assert!(!site.at(".gongbao/output/staging").exists());
}

#[test]
fn an_output_that_may_not_be_written_is_told_and_finished_later() {
    let site = Folder::small();
    let before = site.build();
    give_away(&site);
    site.replace("content/site.yaml", "title: ", "title: 新");
    let fresh = Folder::small();
    fresh.replace("content/site.yaml", "title: ", "title: 新");
    let wanted = fresh.build();

    // A folder in the middle: what was begun is finished by the next build that may.
    set_mode(&site.at("output/policies/shade"), 0o555);
    failed_with(&run_as_nobody(&site, &["build"]), "没有权限");
    for (path, bytes) in &site.output() {
        assert!([&before, &wanted].iter().any(|tree| tree.get(path) == Some(bytes)), "{path}");
    }
    set_mode(&site.at("output/policies/shade"), 0o755);
    let ran = run_as_nobody(&site, &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(site.output() == wanted);
}

#[test]
fn a_site_that_may_not_be_written_is_told_and_can_be_checked() {
    let site = Folder::small();
    give_away(&site);
    set_mode(site.path(), 0o555);
    failed_with(&run_as_nobody(&site, &["build"]), "没有权限");
    let before = traces(site.path());
    let ran = run_as_nobody(&site, &["check"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(traces(site.path()) == before && !site.at("output").exists());
    set_mode(site.path(), 0o755);
    let ran = run_as_nobody(&site, &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn a_link_may_be_the_output_but_not_to_what_is_read() {
    let elsewhere = Folder::empty();
    fs::create_dir(elsewhere.at("www")).unwrap();
    let site = Folder::small();
    symlink(elsewhere.at("www"), site.at("output")).unwrap();
    let made = site.build();
    assert!(site.at("output").is_symlink() && made == Folder::small().build());
    assert!(elsewhere.at(".gongbao/www/manifest.json").exists() && !site.at(".gongbao").exists());

    for target in ["content", "themes", ".", ".."] {
        let site = Folder::small();
        fs::create_dir_all(site.at("themes")).unwrap();
        symlink(site.at(target), site.at("output")).unwrap();
        let before = tree(&site.at("content"));
        failed_with(&site.run(&["build"]), "--output");
        assert!(tree(&site.at("content")) == before && !site.at(".gongbao").exists(), "{target}");
    }

    let site = Folder::small();
    symlink(site.at("gone"), site.at("output")).unwrap();
    let ran = site.run(&["build"]);
    assert!([0, 2].contains(&ran.code) && !ran.stderr.contains("panicked"), "{}", ran.stderr);
    assert!(site.at("output").is_symlink(), "somebody's link was replaced");
}

#[test]
fn a_link_inside_the_output_is_not_written_through() {
    let site = Folder::small();
    site.build();
    let elsewhere = Folder::empty();
    elsewhere.write("letter", "mine");
    fs::remove_file(site.at("output/index.html")).unwrap();
    symlink(elsewhere.at("letter"), site.at("output/index.html")).unwrap();
    let after = site.build();
    assert_eq!(fs::read(elsewhere.at("letter")).unwrap(), b"mine");
    assert!(after == Folder::small().build());
}

#[test]
fn a_damaged_record_is_a_sentence_or_is_mended_and_no_file_is_lost() {
    let put = r#"{"version":1,"steps":[{"Put":{"staged":1,"path":"PATH","digest":{"size":1,"hash":"00000000000000000000000000000000"}}}]}"#;
    let remove = r#"{"version":1,"steps":[{"Remove":{"path":"../content/site.yaml","digest":{"size":1,"hash":"00000000000000000000000000000000"}}}]}"#;
    let manifest = r#"{"version":1,"files":{"../content/site.yaml":{"digest":{"size":1,"hash":"00000000000000000000000000000000"},"modified":1}}}"#;
    let deep = "[".repeat(100_000);
    let cases: [(&str, String, bool); 14] = [
        ("manifest.json", "{{{".into(), false),
        ("manifest.json", String::new(), false),
        ("manifest.json", r#"{"version":999,"files":{}}"#.into(), false),
        ("manifest.json", manifest.into(), false),
        ("manifest.json", deep.clone(), false),
        ("manifest.json", "\0\0\0\0".into(), false),
        ("journal.json", "{{{".into(), false),
        ("journal.json", deep, false),
        ("journal.json", put.replace("PATH", "../content/site.yaml"), false),
        ("journal.json", put.replace("PATH", "/etc/passwd"), false),
        ("journal.json", remove.into(), false),
        // Staged files that are missing: the old file stays, and is made anew.
        ("journal.json", put.replace("PATH", "index.html"), true),
        ("manifest.next.json", "{{{".into(), true),
        ("lock", "not a number\n".into(), true),
    ];
    for (name, damage, mended) in cases {
        let site = Folder::small();
        let before = site.build();
        site.write("output/CNAME", "example.org");
        site.write(&format!(".gongbao/output/{name}"), &damage);
        let content = tree(&site.at("content"));
        site.replace("content/site.yaml", "title: ", "title: 新");
        let told = format!("{name} {:?}", damage.chars().take(60).collect::<String>());
        let ran = site.run(&["build"]);
        if mended {
            assert_eq!(ran.code, 0, "{told}: {}", ran.stderr);
        } else {
            failed_with(&ran, name);
            let mut output = site.output();
            assert_eq!(output.remove("CNAME").as_deref(), Some(&b"example.org"[..]), "{told}");
            assert!(output == before, "{told}");
            // What the sentence says to do helps.
            fs::remove_file(site.at(".gongbao/output").join(name)).unwrap();
            fs::rename(site.at("output"), site.at("old")).unwrap();
            site.build();
        }
        site.replace("content/site.yaml", "title: 新", "title: ");
        assert!(tree(&site.at("content")) == content, "{told}");
        let mut output = site.build();
        output.remove("CNAME");
        assert!(output == before, "{told}");
    }
}

#[test]
fn something_else_where_a_record_should_be_is_a_sentence() {
    for (remove, write) in [
        (".gongbao", ".gongbao"),
        (".gongbao/output/lock", ".gongbao/output/lock/x"),
        (".gongbao/output/manifest.json", ".gongbao/output/manifest.json/x"),
        (".gongbao/output/none", ".gongbao/output/journal.json/x"),
        (".gongbao/output/none", ".gongbao/output/staging"),
        (".gongbao/output", ".gongbao/output"),
    ] {
        let site = Folder::small();
        site.build();
        let before = site.output();
        let _ = fs::remove_file(site.at(remove));
        let _ = fs::remove_dir_all(site.at(remove));
        site.write(write, "x");
        site.replace("content/site.yaml", "title: ", "title: 新");
        failed_with(&site.run(&["build"]), "");
        assert!(site.output() == before, "{write}");
    }
}

#[test]
fn records_that_are_gone_leave_somebodys_files_alone() {
    let site = Folder::small();
    site.build();
    fs::remove_dir_all(site.at(".gongbao")).unwrap();
    let before = site.output();
    site.replace("content/site.yaml", "title: ", "title: 新");
    failed_with(&site.run(&["build"]), "不是 gongbao 生成的");
    assert!(site.output() == before && !site.at(".gongbao").exists());
}

#[test]
fn one_edited_figure_rewrites_what_shows_it_and_nothing_else() {
    let site = Folder::copy_of(&repository().join("tests/sites/every-kind"));
    let before = site.build();
    let old = traces(&site.at("output"));
    let figures = "content/policies/grow/progress/2024-06.yaml";
    site.replace(figures, "新栽行道树: 1800", "新栽行道树: 1850");
    let after = site.build();
    let new = traces(&site.at("output"));
    let root = site.at("output");
    let files = |tree: &BTreeMap<String, (SystemTime, u64, bool)>, path: &str| {
        tree[root.join(path).to_str().unwrap()]
    };
    let written: Vec<&str> =
        after.keys().filter(|path| files(&old, path) != files(&new, path)).map(String::as_str).collect();
    let different: Vec<&str> =
        after.keys().filter(|path| before[*path] != after[*path]).map(String::as_str).collect();
    assert_eq!(written, different, "only what differs is written");
    let expected = [
        "changes/index.html",
        "data/catalog.jsonld",
        "data/changes.json",
        "data/figures.csv",
        "data/site.json",
        "policies/grow/data/datapackage.json",
        "policies/grow/data/progress.json",
        "policies/grow/data/trees.csv",
        "policies/grow/index.html",
        "policies/grow/indicators/trees/embed/index.html",
        "policies/grow/indicators/trees/index.html",
        "policies/grow/progress/2024-06/index.html",
        "policies/grow/progress/index.html",
    ];
    assert_eq!(written, expected);
}

#[test]
fn check_leaves_no_trace_in_any_site() {
    let sites = repository().join("tests/sites");
    let before = traces(&sites);
    let mut codes = BTreeSet::new();
    for entry in fs::read_dir(&sites).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let ran = harness::run(&["--root", path.to_str().unwrap(), "--as-of", TODAY, "check"]);
            codes.insert(ran.code);
        }
    }
    assert_eq!(codes, BTreeSet::from([0, 1]));
    assert!(traces(&sites) == before);
}

#[test]
fn check_leaves_an_interrupted_commit_as_it_is() {
    let site = Folder::small();
    site.build();
    site.write(".gongbao/output/journal.json", "{{{").write(".gongbao/output/staging/1", "x");
    let before = (traces(site.path()), Tree::clone(&tree(site.path())));
    let ran = site.run(&["check"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!((traces(site.path()), tree(site.path())) == before);
}
