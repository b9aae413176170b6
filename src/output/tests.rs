//! Whole builds into real folders, killed, refused and edited by hand.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use rayon::prelude::*;
use tempfile::TempDir;

use super::digest::Digest;
use super::disk;
use super::failure::Failure;
use super::folders::Folders;
use super::journal::{Fuse, Journal, Pass};
use super::manifest::Manifest;
use super::{Memory, Nothing, Refusal, Stage, Summary, open};
use crate::model::Language;
use crate::render::Sink;

type Files = BTreeMap<String, Vec<u8>>;

/// A site in a folder of its own.
struct Site {
    root: TempDir,
}

impl Site {
    fn new() -> Self {
        let root = TempDir::new().unwrap();
        fs::create_dir_all(root.path().join("content")).unwrap();
        fs::create_dir_all(root.path().join("themes")).unwrap();
        Site { root }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn output(&self, path: &str) -> PathBuf {
        self.path("output").join(path)
    }

    fn folders(&self) -> Folders {
        Folders::find(&self.path("output"), self.root.path()).unwrap()
    }

    fn open(&self) -> Stage {
        open(&self.path("output"), self.root.path()).unwrap()
    }

    fn stage(&self, files: &Files) -> Stage {
        let stage = self.open();
        for (path, bytes) in files {
            stage.emit(path, bytes).unwrap();
        }
        stage
    }

    fn build(&self, files: &Files) -> Summary {
        self.stage(files).commit().unwrap()
    }

    /// As a person would.
    fn write(&self, path: &str, bytes: &str) {
        let file = self.output(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    /// All files in the output folder, hidden ones too.
    fn files(&self) -> Files {
        let listing = disk::list(&self.path("output")).unwrap();
        assert_eq!(listing.empty, Vec::<String>::new(), "no folder is left empty");
        listing
            .files
            .into_iter()
            .map(|path| {
                let bytes = fs::read(self.output(&path)).unwrap();
                (path, bytes)
            })
            .collect()
    }

    fn times(&self) -> BTreeMap<String, SystemTime> {
        let time = |path: &String| fs::metadata(self.output(path)).unwrap().modified().unwrap();
        self.files().keys().map(|path| (path.clone(), time(path))).collect()
    }

    fn staging_is_empty(&self) -> bool {
        disk::list(&self.folders().staging()).unwrap().files.is_empty()
    }
}

fn files(list: &[(&str, &str)]) -> Files {
    list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

fn failure(error: &io::Error) -> &Failure {
    Failure::within(error).expect("every error names its file")
}

#[test]
fn what_is_unchanged_is_not_touched() {
    let site = Site::new();
    let first = site.build(&files(&[("index.html", "a"), ("p/one.html", "1"), ("p/two.html", "2")]));
    assert_eq!(first, Summary { written: 3, ..Summary::default() });
    let before = site.times();
    let manifest = fs::metadata(site.folders().manifest()).unwrap().modified().unwrap();
    std::thread::sleep(Duration::from_millis(20));

    let same = site.build(&files(&[("index.html", "a"), ("p/one.html", "1"), ("p/two.html", "2")]));
    assert_eq!(same, Summary { unchanged: 3, ..Summary::default() });
    assert_eq!(site.times(), before);
    assert_eq!(fs::metadata(site.folders().manifest()).unwrap().modified().unwrap(), manifest);

    let second = site.build(&files(&[("index.html", "a"), ("p/one.html", "9"), ("p/two.html", "2")]));
    assert_eq!(second, Summary { written: 1, unchanged: 2, ..Summary::default() });
    let after = site.times();
    assert_eq!(after["index.html"], before["index.html"]);
    assert_eq!(after["p/two.html"], before["p/two.html"]);
    assert_ne!(after["p/one.html"], before["p/one.html"]);
    assert!(site.staging_is_empty());
}

#[test]
fn removed_pages_vanish_and_foreign_files_stay() {
    let site = Site::new();
    site.write(".gitkeep", "");
    site.build(&files(&[("index.html", "a"), ("p/one/index.html", "1"), ("p/two/index.html", "2")]));
    site.write("CNAME", "example.org");
    site.write(".domains", "example.org");
    site.write(".git/HEAD", "ref");
    site.write("p/two/note.txt", "by hand");
    let summary = site.build(&files(&[("index.html", "a")]));
    assert_eq!(summary.removed, 2);
    assert_eq!(summary.kept_foreign, [".domains", ".git/", ".gitkeep", "CNAME", "p/two/note.txt"]);
    assert!(!site.output("p/one").exists());
    assert!(site.output("p/two/note.txt").exists());
    assert!(site.output(".git/HEAD").exists());
}

#[test]
fn a_file_edited_by_hand_is_made_anew_or_left_but_never_lost() {
    let site = Site::new();
    let all = files(&[("index.html", "aaaa"), ("page.html", "bbbb"), ("long.html", "cccc")]);
    site.build(&all);
    // Same size, and within the same tick of the clock.
    site.write("index.html", "AAAA");
    site.write("long.html", "CCCCC");
    let summary = site.build(&all);
    assert_eq!((summary.written, summary.unchanged), (2, 1));
    assert_eq!(site.files(), all);

    fs::remove_file(site.output("index.html")).unwrap();
    assert_eq!(site.build(&all).written, 1);

    site.write("page.html", "BBBB");
    let summary = site.build(&files(&[("index.html", "aaaa")]));
    assert_eq!((summary.removed, summary.edited.clone()), (1, vec!["page.html".to_owned()]));
    assert_eq!(fs::read(site.output("page.html")).unwrap(), b"BBBB");
    let mut diagnostics = crate::diagnostic::Diagnostics::new();
    summary.report(&mut diagnostics);
    assert_eq!(diagnostics.iter().count(), 1);
    // From now on it is a foreign file, and in the way of a page of that name.
    assert_eq!(site.build(&files(&[("index.html", "aaaa")])).kept_foreign, ["page.html"]);
    let error = site.stage(&all).commit().unwrap_err();
    assert!(matches!(failure(&error), Failure::InTheWay { files, .. } if files == &["page.html"]));
}

#[test]
fn times_are_not_trusted_where_the_clock_is_too_coarse_to_tell() {
    let site = Site::new();
    site.build(&files(&[("index.html", "made")]));
    let made = site.times()["index.html"];
    site.write("index.html", "hand");
    for path in [site.output("index.html"), site.folders().manifest()] {
        File::options().write(true).open(path).unwrap().set_modified(made).unwrap();
    }
    assert_eq!(site.build(&files(&[("index.html", "made")])).written, 1);
    assert_eq!(site.files(), files(&[("index.html", "made")]));
}

#[test]
fn a_copied_folder_with_new_times_is_still_the_same() {
    let site = Site::new();
    let all = files(&[("index.html", "a"), ("b.css", "b")]);
    site.build(&all);
    for path in all.keys() {
        let file = File::options().write(true).open(site.output(path)).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000)).unwrap();
    }
    assert_eq!(site.build(&all).written, 0);
}

#[test]
fn a_dropped_stage_leaves_no_trace() {
    let site = Site::new();
    drop(site.stage(&files(&[("index.html", "a")])));
    assert!(!site.path("output").exists());
    let all = files(&[("index.html", "a"), ("b/c.css", "b")]);
    site.build(&all);
    let times = site.times();
    drop(site.stage(&files(&[("index.html", "other"), ("new.html", "n")])));
    assert_eq!(site.files(), all);
    assert_eq!(site.times(), times);
    assert!(!site.folders().staging().exists());
}

#[test]
fn a_dear_file_is_kept_while_its_inputs_are_the_same() {
    let site = Site::new();
    let stage = site.open();
    assert!(!stage.kept("p.png", 7));
    stage.emit_from("p.png", b"dear", 7).unwrap();
    stage.commit().unwrap();

    let stage = site.open();
    assert!(!stage.kept("p.png", 8));
    assert!(stage.kept("p.png", 7));
    assert!(matches!(failure(&stage.emit("p.png", b"x").unwrap_err()), Failure::Twice { .. }));
    assert_eq!(stage.commit().unwrap(), Summary { unchanged: 1, ..Summary::default() });

    site.write("p.png", "DEAR");
    let stage = site.open();
    assert!(!stage.kept("p.png", 7));
    stage.emit_from("p.png", b"dear", 7).unwrap();
    assert_eq!(stage.commit().unwrap().written, 1);
    assert!(site.open().kept("p.png", 7));
}

#[test]
fn attachments_are_copied_once() {
    let site = Site::new();
    let source = site.path("content/annex.bin");
    let bytes: Vec<u8> = (0..300_000u32).map(|n| (n % 251) as u8).collect();
    fs::write(&source, &bytes).unwrap();
    for (written, unchanged) in [(1, 0), (0, 1)] {
        let stage = site.open();
        stage.copy("files/annex.bin", &source).unwrap();
        let summary = stage.commit().unwrap();
        assert_eq!((summary.written, summary.unchanged), (written, unchanged));
        assert_eq!(fs::read(site.output("files/annex.bin")).unwrap(), bytes);
    }
    let stage = site.open();
    let error = stage.copy("files/annex.bin", &site.path("content/none.bin")).unwrap_err();
    assert!(failure(&error).words(Language::Chinese).contains("none.bin`：找不到"));
    // One file is missing now, so what is there must not be taken for the whole.
    assert!(matches!(failure(&stage.commit().unwrap_err()), Failure::Incomplete));
    assert!(site.output("files/annex.bin").exists());
}

#[test]
fn two_builds_at_once_are_refused() {
    let site = Site::new();
    let first = site.stage(&files(&[("index.html", "a")]));
    let refusal = open(&site.path("output"), site.root.path()).unwrap_err();
    let Refusal::Busy { process, .. } = &refusal else { panic!("{refusal:?}") };
    assert_eq!(*process, Some(std::process::id()));
    assert!(refusal.words(Language::Chinese).contains("正在写入"));
    // Another output beside it is another matter.
    open(&site.path("preview"), site.root.path()).unwrap();
    first.commit().unwrap();
    site.open();
}

#[test]
fn folders_that_are_not_for_output_are_refused_without_a_trace() {
    let site = Site::new();
    let refusal = |path: &str| open(&site.path(path), site.root.path()).unwrap_err();
    assert!(matches!(refusal(""), Refusal::IsRoot(_)));
    assert!(matches!(refusal("x/.."), Refusal::IsRoot(_)));
    assert!(matches!(refusal("content"), Refusal::InsideContent { folder: "content", .. }));
    assert!(matches!(refusal("content/x/y"), Refusal::InsideContent { .. }));
    assert!(matches!(refusal("themes/x"), Refusal::InsideContent { folder: "themes", .. }));
    assert!(matches!(refusal(".."), Refusal::ContainsContent(_)));
    assert!(matches!(refusal("/"), Refusal::ContainsContent(_)));
    assert!(matches!(refusal(".gongbao/output"), Refusal::InsideRecords(_)));
    fs::write(site.path("file"), "").unwrap();
    assert!(matches!(refusal("file"), Refusal::NotAFolder(_)));
    assert!(matches!(refusal("file/x"), Refusal::Failed(_)));
    site.write("thesis.doc", "mine");
    site.write("a/b.doc", "mine");
    assert!(
        matches!(refusal("output"), Refusal::NotOurs { files, .. } if files == ["a/b.doc", "thesis.doc"])
    );
    assert!(!site.path(".gongbao").exists());

    let site = Site::new();
    site.build(&files(&[("index.html", "a")]));
    let inside = open(&site.path("output/en"), site.root.path()).unwrap_err();
    assert!(matches!(inside, Refusal::InsideOutput { .. }));
    for refusal in [inside, open(&site.path("content"), site.root.path()).unwrap_err()] {
        assert!(refusal.words(Language::Chinese).contains("--output"));
        assert!(refusal.words(Language::English).contains("--output"));
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_the_real_folder() {
    use std::os::unix::fs::symlink;
    let site = Site::new();
    let elsewhere = TempDir::new().unwrap();
    fs::create_dir(elsewhere.path().join("www")).unwrap();
    symlink(elsewhere.path().join("www"), site.path("output")).unwrap();
    site.build(&files(&[("index.html", "a")]));
    assert!(elsewhere.path().join("www/index.html").exists());
    assert!(elsewhere.path().join(".gongbao/www/manifest.json").exists());
    assert!(site.path("output").is_symlink());
    symlink(site.path("content"), site.path("alias")).unwrap();
    let refusal = open(&site.path("alias/x"), site.root.path()).unwrap_err();
    assert!(matches!(refusal, Refusal::InsideContent { .. }));
}

#[test]
fn a_damaged_record_is_refused() {
    let site = Site::new();
    site.build(&files(&[("index.html", "a")]));
    let good = fs::read_to_string(site.folders().manifest()).unwrap();
    for bad in [
        String::from("{"),
        good.replace("\"version\":1", "\"version\":2"),
        good.replace("index.html", "../../home/index.html"),
        good.replace("\"size\"", "\"length\""),
    ] {
        assert_ne!(bad, good);
        fs::write(site.folders().manifest(), bad).unwrap();
        let refusal = open(&site.path("output"), site.root.path()).unwrap_err();
        assert!(matches!(refusal, Refusal::Unreadable(_)));
    }
    fs::write(site.folders().manifest(), good).unwrap();
    let outside = r#"{"version":1,"steps":[{"Prune":{"folder":"../content"}}]}"#;
    fs::write(site.folders().journal(), outside).unwrap();
    assert!(matches!(open(&site.path("output"), site.root.path()), Err(Refusal::Unreadable(_))));
    assert!(site.path("content").exists());
}

#[test]
fn hostile_paths_are_refused_by_every_sink() {
    let site = Site::new();
    let stage = site.open();
    let sinks: [&dyn Sink; 3] = [&stage, &Memory::new(), &Nothing::new()];
    let long = "x".repeat(256);
    let deep = "x/".repeat(501) + "x";
    for sink in sinks {
        for path in [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../x",
            "a/./x",
            "a//b",
            "a/",
            ".git/x",
            "a/.hidden",
            "政策/index.html",
            "a\\b",
            "C:/x",
            "a?b",
            "a*b",
            "a\n",
            "a\0b",
            "trailing.",
            "trailing /x",
            "nul",
            "NUL.html",
            "a/Com1.txt",
            "lpt9",
            &long,
            &deep,
        ] {
            let error = sink.emit(path, Vec::new()).unwrap_err();
            assert!(matches!(failure(&error), Failure::Name { .. }), "{path:?}");
            assert!(!sink.kept(path, 0));
        }
        for path in ["index.html", "a b/c-1_2.(3).png", "console/nullable.html", "com/lpt.html"] {
            sink.emit(path, Vec::new()).unwrap();
            let again = sink.emit(&path.to_ascii_uppercase(), Vec::new()).unwrap_err();
            assert!(matches!(failure(&again), Failure::Twice { .. }));
        }
    }
}

#[test]
fn a_file_and_a_folder_of_one_name_are_refused() {
    let site = Site::new();
    let error = site.stage(&files(&[("a", "1"), ("A/b", "2")])).commit().unwrap_err();
    assert!(matches!(failure(&error), Failure::FileAndFolder { path } if path == "a"));
    assert!(!site.path("output").exists());
}

#[test]
fn what_is_in_the_way_is_named_and_nothing_is_changed() {
    let site = Site::new();
    site.build(&files(&[("index.html", "a"), ("old/x.html", "x")]));
    site.write("p", "a file where a folder goes");
    site.write("old/y.txt", "in a folder where a file goes");
    site.write("same.html", "same");
    fs::create_dir(site.output("empty.html")).unwrap();
    let stage = site.stage(&files(&[
        ("index.html", "b"),
        ("p/q/one.html", "1"),
        ("p/q/two.html", "2"),
        ("old", "o"),
        ("empty.html", "e"),
        ("same.html", "same"),
    ]));
    let error = stage.commit().unwrap_err();
    let Failure::InTheWay { files, .. } = failure(&error) else { panic!("{error}") };
    assert_eq!(files, &["empty.html/", "old/y.txt", "p"]);
    assert!(failure(&error).words(Language::Chinese).contains("`empty.html/`、`old/y.txt`、`p`"));
    assert_eq!(fs::read(site.output("index.html")).unwrap(), b"a");
    assert!(!site.folders().staging().exists());
}

#[test]
fn files_and_folders_may_change_places() {
    let site = Site::new();
    let one = files(&[("a/b/c.html", "1"), ("d", "2"), ("Case.html", "3"), ("up/x.html", "4")]);
    let two = files(&[("a", "1"), ("d/e.html", "2"), ("case.html", "3"), ("UP/x.html", "4")]);
    for build in [&one, &two, &one] {
        site.build(build);
        assert_eq!(&site.files(), build);
    }
}

#[test]
fn threads_share_a_stage() {
    let site = Site::new();
    let all: Files = (0..500).map(|n| (format!("p/{n}/index.html"), vec![n as u8; n])).collect();
    for written in [500, 0] {
        let stage = site.open();
        all.par_iter().for_each(|(path, bytes)| stage.emit(path, bytes).unwrap());
        assert_eq!(stage.commit().unwrap().written, written);
        assert_eq!(site.files(), all);
    }
}

#[test]
fn memory_and_nothing_count_what_they_get() {
    let site = Site::new();
    fs::write(site.path("content/x"), "xyz").unwrap();
    let (memory, nothing) = (Memory::new(), Nothing::new());
    for sink in [&memory as &dyn Sink, &nothing] {
        sink.emit("a.html", b"ab".to_vec()).unwrap();
        sink.emit_from("b.png", b"c".to_vec(), 1).unwrap();
        sink.copy("files/x", &site.path("content/x")).unwrap();
        let error = sink.copy("files/y", &site.path("content/y")).unwrap_err();
        assert!(matches!(failure(&error), Failure::Machine { .. }));
    }
    assert_eq!((nothing.files(), nothing.bytes()), (3, 6));
    assert_eq!(memory.into_files(), files(&[("a.html", "ab"), ("b.png", "c"), ("files/x", "xyz")]));
}

/// A commit in which everything happens: new, changed and removed files, folders that become files and the
/// other way round, another case, a foreign file, and a file edited by hand.
fn eventful() -> (Site, Files, Files) {
    let site = Site::new();
    let old = files(&[
        ("index.html", "old"),
        ("same.css", "same"),
        ("changed.css", "old"),
        ("gone/page/index.html", "gone"),
        ("edited.html", "made"),
        ("folder/x.html", "x"),
        ("file", "f"),
    ]);
    site.build(&old);
    site.write("CNAME", "example.org");
    site.write("edited.html", "hand");
    let new = files(&[
        ("index.html", "new"),
        ("same.css", "same"),
        ("changed.css", "new"),
        ("added/page/index.html", "added"),
        ("folder", "now a file"),
        ("file/y.html", "now in a folder"),
    ]);
    (site, old, new)
}

fn with_foreign(files: &Files) -> Files {
    let mut files = files.clone();
    files.insert("CNAME".into(), b"example.org".to_vec());
    files.insert("edited.html".into(), b"hand".to_vec());
    files
}

/// Every file is whole, and one of the two; those that are in both builds are there.
fn is_between(now: &Files, old: &Files, new: &Files) {
    for (path, bytes) in now {
        assert!(old.get(path) == Some(bytes) || new.get(path) == Some(bytes), "{path}");
    }
    for path in old.keys().filter(|path| new.contains_key(*path)) {
        assert!(now.contains_key(path), "{path}");
    }
}

/// `None` once the commit takes fewer operations than that.
fn killed_after(operations: usize) -> Option<(Site, Files, Files)> {
    let (site, old, new) = eventful();
    let killed = site.stage(&new).commit_with(Fuse(Some(operations)));
    killed.is_err().then_some((site, with_foreign(&old), with_foreign(&new)))
}

/// The files in the output folder, where folders may be empty for the moment.
fn files_after_kill(site: &Site) -> Files {
    let listing = disk::list(&site.path("output")).unwrap();
    listing.files.into_iter().map(|path| (path.clone(), fs::read(site.output(&path)).unwrap())).collect()
}

fn reopens_and_builds(site: &Site, old: &Files, new: &Files, must_be_finished: bool) {
    let journal = site.folders().journal().exists();
    assert!(journal || !must_be_finished);
    let stage = site.open();
    assert_eq!(stage.finished_earlier(), journal);
    drop(stage);
    let now = site.files();
    if journal {
        assert_eq!(&now, new);
    } else {
        assert!(&now == old || &now == new);
    }
    let mut ours = new.clone();
    ours.retain(|path, _| path != "CNAME" && path != "edited.html");
    let summary = site.build(&ours);
    assert_eq!(&site.files(), new);
    if &now == new {
        assert_eq!((summary.written, summary.unchanged), (0, ours.len()));
    }
    assert!(site.staging_is_empty());
}

#[test]
fn a_commit_killed_anywhere_is_finished_or_undone() {
    let mut operations = 0;
    while let Some((site, old, new)) = killed_after(operations) {
        is_between(&files_after_kill(&site), &old, &new);
        reopens_and_builds(&site, &old, &new, false);
        operations += 1;
    }
    assert!(operations > 15, "only {operations} operations were tried");
}

#[test]
fn finishing_may_be_killed_too() {
    let mut first = 2;
    while let Some((site, ..)) = killed_after(first) {
        if !site.folders().journal().exists() {
            break;
        }
        let mut second = 0;
        loop {
            let (site, old, new) = killed_after(first).unwrap();
            let journal = Journal::read(&site.folders()).unwrap().unwrap();
            let again = journal.run(&site.folders(), Pass::Again, &mut Fuse(Some(second)));
            is_between(&files_after_kill(&site), &old, &new);
            reopens_and_builds(&site, &old, &new, false);
            if again.is_ok() {
                break;
            }
            second += 1;
        }
        first += 3;
    }
}

#[test]
fn staged_files_that_lost_their_end_are_not_put_in_place() {
    let (site, old, new) = killed_after(2).unwrap();
    assert!(site.folders().journal().exists());
    for file in disk::list(&site.folders().staging()).unwrap().files {
        fs::write(site.folders().staging().join(file), "").unwrap();
    }
    site.open();
    assert_eq!(site.files()["index.html"], old["index.html"]);
    let mut ours = new.clone();
    ours.retain(|path, _| path != "CNAME" && path != "edited.html");
    assert_eq!(site.build(&ours).written, 5);
    assert_eq!(site.files(), new);
}

#[test]
fn half_written_records_are_thrown_away() {
    let (site, old, new) = eventful();
    drop(site.open());
    let folders = site.folders();
    fs::create_dir_all(folders.staging()).unwrap();
    fs::write(folders.staged(1), "half").unwrap();
    fs::write(folders.journal().with_extension("part"), "{\"version\":1,\"st").unwrap();
    fs::write(folders.next_manifest(), "{\"ver").unwrap();
    reopens_and_builds(&site, &with_foreign(&old), &with_foreign(&new), false);
}

#[test]
fn a_commit_that_the_machine_stops_is_finished_later() {
    let (site, _, new) = killed_after(2).unwrap();
    fs::remove_file(site.output("changed.css")).unwrap();
    site.write("changed.css/x", "no file can be put here");
    let Err(Refusal::Failed(failed)) = open(&site.path("output"), site.root.path()) else { panic!() };
    assert!(failed.words(Language::Chinese).contains("无法替换 `"));
    assert!(failed.words(Language::English).contains("changed.css`: "));
    fs::remove_dir_all(site.output("changed.css")).unwrap();
    assert!(site.open().finished_earlier());
    assert_eq!(site.files(), new);
}

#[test]
fn a_commit_that_fails_keeps_what_is_needed_to_finish_it() {
    let site = Site::new();
    let new = files(&[("index.html", "a")]);
    let stage = site.stage(&new);
    fs::create_dir(site.folders().manifest()).unwrap();
    let error = stage.commit().unwrap_err();
    assert!(failure(&error).words(Language::English).contains("manifest.json`: "));
    fs::remove_dir(site.folders().manifest()).unwrap();
    let stage = site.open();
    assert!(stage.finished_earlier());
    stage.emit("index.html", b"a").unwrap();
    assert_eq!(stage.commit().unwrap(), Summary { unchanged: 1, ..Summary::default() });
}

#[test]
fn an_output_folder_on_another_disk_is_written_by_copying() {
    let site = Site::new();
    let staged = site.path("7");
    site.write("p/index.html", "old");
    // What a kill between copy and rename left.
    site.write("p/.gongbao-7", "ha");
    fs::write(&staged, "new").unwrap();
    disk::put_across(&staged, &site.output("p/index.html")).unwrap();
    assert_eq!(site.files(), files(&[("p/index.html", "new")]));
    assert!(!staged.exists());
}

/// What a person or a build does.
#[derive(Clone, Debug)]
enum Act {
    Build(Files),
    Drop(Files),
    Kill(Files, usize),
    Write(&'static str, Vec<u8>),
    Delete(&'static str),
}

const PATHS: [&str; 9] =
    ["index.html", "a", "a/b.html", "a/c/d.css", "a/c", "e/f.txt", "e/F.txt", "E/g.html", "h/i/j/k.html"];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(vec![b"one".to_vec(), b"two".to_vec(), b"three".to_vec()])
}

fn some_files() -> impl Strategy<Value = Files> {
    prop::collection::btree_map(prop::sample::select(&PATHS[..]).prop_map(str::to_owned), bytes(), 0..6)
        // Names that differ in case only are refused by emit, which has its own test.
        .prop_map(|mut files| {
            if files.contains_key("e/f.txt") {
                files.remove("e/F.txt");
            }
            files
        })
}

fn act() -> impl Strategy<Value = Act> {
    let path = || prop::sample::select(&PATHS[..]);
    prop_oneof![
        4 => some_files().prop_map(Act::Build),
        1 => some_files().prop_map(Act::Drop),
        2 => (some_files(), 0..14usize).prop_map(|(files, after)| Act::Kill(files, after)),
        2 => (path(), bytes()).prop_map(|(path, bytes)| Act::Write(path, bytes)),
        1 => path().prop_map(Act::Delete),
    ]
}

/// What the output folder should hold.
#[derive(Clone, Default)]
struct Model {
    disk: Files,
    ours: Files,
}

impl Model {
    fn goes(&self, path: &str, new: &Files) -> bool {
        !new.contains_key(path) && self.disk.contains_key(path) && self.ours.get(path) == self.disk.get(path)
    }

    fn accepts(&self, new: &Files) -> bool {
        let lower: Vec<String> = new.keys().map(|path| path.to_ascii_lowercase()).collect();
        let clash = lower.iter().any(|a| lower.iter().any(|b| b.starts_with(&format!("{a}/"))));
        let free = |path: &str, bytes: &Vec<u8>| {
            let below = format!("{path}/");
            let here = self.disk.get(path).is_none_or(|found| self.ours.contains_key(path) || found == bytes);
            let inside = self.disk.keys().all(|other| !other.starts_with(&below) || self.goes(other, new));
            let above = super::names::folders(path)
                .all(|folder| !self.disk.contains_key(folder) || self.goes(folder, new));
            here && inside && above
        };
        !clash && new.iter().all(|(path, bytes)| free(path, bytes))
    }

    fn build(&mut self, new: &Files) -> Summary {
        let same = |(path, bytes): &(&String, &Vec<u8>)| {
            self.ours.get(*path) == Some(bytes) && self.disk.get(*path) == Some(bytes)
        };
        let unchanged = new.iter().filter(same).count();
        let mut summary = Summary { written: new.len() - unchanged, unchanged, ..Summary::default() };
        for path in self.ours.clone().keys().filter(|path| !new.contains_key(*path)) {
            if self.goes(path, new) {
                self.disk.remove(path);
                summary.removed += 1;
            } else if self.disk.contains_key(path) {
                summary.edited.push(path.clone());
            }
        }
        self.disk.extend(new.clone());
        self.ours = new.clone();
        summary.kept_foreign = self.disk.keys().filter(|path| !new.contains_key(*path)).cloned().collect();
        summary.kept_foreign.retain(|path| !summary.edited.contains(path));
        summary
    }
}

/// As a person would, who leaves no empty folders behind.
fn delete(site: &Site, path: &str) -> bool {
    let deleted = fs::remove_file(site.output(path)).is_ok();
    if deleted {
        super::names::folders(path).for_each(|folder| drop(fs::remove_dir(site.output(folder))));
    }
    deleted
}

fn write(site: &Site, path: &str, bytes: &[u8]) -> bool {
    let file = site.output(path);
    let folder: &Path = file.parent().unwrap();
    fs::create_dir_all(folder).is_ok() && fs::write(&file, bytes).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_builds_does_as_the_model_says(acts in prop::collection::vec(act(), 1..14)) {
        let site = Site::new();
        let mut model = Model::default();
        // The first build finds an empty folder; a folder that is somebody's has its own test.
        model.build(&files(&[("index.html", "one")]));
        site.build(&model.ours);
        for act in acts {
            match act {
                Act::Build(new) => match (site.stage(&new).commit(), model.accepts(&new)) {
                    (Ok(summary), true) => {
                        let mut expected = model.build(&new);
                        expected.edited.sort();
                        let mut summary = summary;
                        summary.edited.sort();
                        prop_assert_eq!(summary, expected);
                    }
                    (Err(error), false) => {
                        let known = matches!(
                            failure(&error),
                            Failure::InTheWay { .. } | Failure::FileAndFolder { .. }
                        );
                        prop_assert!(known, "{}", error);
                    }
                    (result, accepts) => prop_assert!(false, "{:?}, but the model: {}", result, accepts),
                },
                Act::Drop(new) => drop(site.stage(&new)),
                Act::Kill(new, after) => {
                    let _ = site.stage(&new).commit_with(Fuse(Some(after)));
                    let finished = site.open().finished_earlier();
                    let manifest = Manifest::read(&site.folders().manifest()).unwrap().unwrap();
                    let recorded: BTreeMap<_, _> =
                        manifest.files.iter().map(|(path, entry)| (path.clone(), entry.digest)).collect();
                    let wanted: BTreeMap<_, _> =
                        new.iter().map(|(path, bytes)| (path.clone(), Digest::of(bytes))).collect();
                    prop_assert!(!finished || recorded == wanted);
                    if model.accepts(&new) && recorded == wanted && (finished || site.files() != model.disk) {
                        model.build(&new);
                    } else if recorded == wanted {
                        model.ours = new;
                    }
                }
                Act::Write(path, bytes) => {
                    if write(&site, path, &bytes) {
                        model.disk.insert(path.to_owned(), bytes);
                    } else {
                        super::names::folders(path).for_each(|folder| drop(fs::remove_dir(site.output(folder))));
                    }
                }
                Act::Delete(path) => {
                    if delete(&site, path) {
                        model.disk.remove(path);
                    }
                }
            }
            prop_assert_eq!(site.files(), model.disk.clone());
        }
    }
}
