//! The same content gives the same bytes: on one thread or eight, in any folder, whatever was built
//! before, whenever; and no file tells where or when it was made.

mod harness;

use harness::{Folder, TODAY, Tree, gongbao};

/// Builds with these arguments and this clock.
fn build(site: &Folder, arguments: &[&str], epoch: Option<&str>) -> Tree {
    let root = site.path().to_str().unwrap();
    let mut command = gongbao(&[&["--root", root, "build", "--no-pictures"], arguments].concat());
    if let Some(epoch) = epoch {
        command.env("SOURCE_DATE_EPOCH", epoch);
    }
    let ran = harness::Ran::from(command.output().unwrap());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    site.output()
}

/// Fails with the names of the files that differ, not with their bytes.
fn same(a: &Tree, b: &Tree) {
    let names = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(a), names(b), "the two builds made different files");
    let different: Vec<&String> = a.keys().filter(|path| a[*path] != b[*path]).collect();
    assert!(different.is_empty(), "these files differ: {different:?}");
}

#[test]
fn threads_and_folders_leave_no_trace() {
    let (one, many) = (Folder::sample(), Folder::sample());
    let a = build(&one, &["--as-of", TODAY, "--threads", "1"], None);
    let b = build(&many, &["--as-of", TODAY, "--threads", "8"], None);
    same(&a, &b);
    for (path, bytes) in &a {
        let text = String::from_utf8_lossy(bytes);
        for site in [&one, &many] {
            let name = site.path().file_name().unwrap().to_str().unwrap();
            assert!(!text.contains(name), "`{path}` tells the folder of the build");
        }
        assert!(
            !text.contains(harness::repository().to_str().unwrap()),
            "`{path}` tells a path of this machine"
        );
    }
}

#[test]
fn earlier_builds_leave_no_trace() {
    let (fresh, worn) = (Folder::sample(), Folder::sample());
    build(&worn, &["--as-of", "2023-09-01"], None);
    worn.write("content/pages/extra.md", "---\ntitle: 多余\n---\n\n删去。\n");
    worn.replace("content/site.yaml", "万州区政策进展公开", "别的名称");
    build(&worn, &["--as-of", "2030-01-01"], None);
    std::fs::remove_file(worn.at("content/pages/extra.md")).unwrap();
    worn.replace("content/site.yaml", "别的名称", "万州区政策进展公开");
    let a = build(&fresh, &["--as-of", TODAY], None);
    let b = build(&worn, &["--as-of", TODAY], None);
    same(&a, &b);
}

#[test]
fn the_clock_is_not_in_the_output() {
    // 15 and 16 July 2024, and a second of the day that no page of the content knows.
    let site = Folder::sample();
    let a = build(&site, &["--as-of", TODAY], Some("0"));
    let b = build(&site, &["--as-of", TODAY], Some("4102444801"));
    same(&a, &b);
    for (path, bytes) in &a {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("1970") && !text.contains("2100"), "`{path}` tells the day of the clock");
    }
}

#[test]
fn source_date_epoch_is_today() {
    // 1721001600 is 2024-07-15 00:00 UTC.
    let (named, faked) = (Folder::sample(), Folder::sample());
    let a = build(&named, &["--as-of", TODAY], None);
    let b = build(&faked, &[], Some("1721001600"));
    same(&a, &b);
}

#[test]
fn building_again_writes_nothing() {
    let site = Folder::sample();
    site.build();
    let ran = site.run(&["build", "--no-pictures", "--threads", "3"]);
    assert!(ran.stderr.contains("写入 0 个文件"), "{}", ran.stderr);
    assert!(ran.stderr.contains("删除 0 个"), "{}", ran.stderr);
}
