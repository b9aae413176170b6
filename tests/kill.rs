//! The binary killed at any moment of a build: every file of the output is whole, the old one or the
//! new one, and the next command finishes or undoes the commit before anything else.

mod harness;

use harness::{Folder, TODAY, Tree, gongbao};
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Policies of the site; each has five pages or more.
const POLICIES: usize = 18;

/// Kills spread over the time of a build.
const SPREAD: u32 = 40;

/// Kills that must hit a commit, and how many may miss it before the test gives up.
const IN_COMMIT: usize = 20;
const MISSES: usize = 60;

/// The states that the content changes between: a title that is on every page, a figure, a page that
/// comes and one that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Old,
    New,
}

impl State {
    fn other(self) -> State {
        match self {
            State::Old => State::New,
            State::New => State::Old,
        }
    }

    /// Writes what differs; the policies are there already.
    fn write(self, site: &Folder) {
        let (title, figure, page, gone) = match self {
            State::Old => ("旧站", 130, "going", "coming"),
            State::New => ("新站", 131, "coming", "going"),
        };
        site.write("content/site.yaml", format!("title: {title}\nlanguage: zh-CN\norganisation: 甲办\n"));
        site.write(&format!("content/pages/{page}.md"), "---\ntitle: 页\n---\n\n文字。\n");
        let _ = fs::remove_file(site.at(&format!("content/pages/{gone}.md")));
        site.write(
            "content/policies/p0/progress/2024-06.yaml",
            format!("published: 2024-07-10\nindicators: {{ firms: {figure}, parks: 3 }}\n"),
        );
    }
}

/// A site of about a hundred pages.
fn site() -> Folder {
    let site = Folder::empty();
    for n in 0..POLICIES {
        let policy = format!("content/policies/p{n}");
        site.write(
            &format!("{policy}/policy.md"),
            "---\ntitle: 方案\nissuer: 甲办\nissued: 2023-01-10\npublished: 2023-01-16\n---\n\n一、目标\n\n1.到2025年，企业达到160家。\n",
        );
        site.write(
            &format!("{policy}/indicators.yaml"),
            "- { id: firms, name: 企业, unit: 家, kind: level, baseline: { period: 2022, value: 100 }, targets: [{ by: 2025, over: 160 }] }\n\
             - { id: parks, name: 园区, unit: 个, kind: level, targets: [{ by: 2025, reach: 5 }] }\n",
        );
        site.write(
            &format!("{policy}/progress/2024-06.yaml"),
            "published: 2024-07-10\nindicators: { firms: 130, parks: 3 }\n",
        );
    }
    State::Old.write(&site);
    site
}

/// What a clean build makes.
fn clean(state: State) -> Tree {
    let site = site();
    state.write(&site);
    site.build()
}

fn start(site: &Folder) -> Child {
    let root = site.path().to_str().unwrap();
    gongbao(&["--root", root, "--as-of", TODAY, "build", "--no-pictures"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills it; true where it was still running.
fn kill(mut child: Child) -> bool {
    child.kill().unwrap();
    child.wait().unwrap().code().is_none_or(|code| code != 0)
}

/// The site under test, with what it may hold.
struct Trial {
    site: Folder,
    old: Tree,
    new: Tree,
    now: State,
    finished: usize,
    undone: usize,
}

impl Trial {
    fn tree(&self, state: State) -> &Tree {
        match state {
            State::Old => &self.old,
            State::New => &self.new,
        }
    }

    fn record(&self, name: &str) -> PathBuf {
        self.site.at(".gongbao/output").join(name)
    }

    /// A build of the other state begins.
    fn begin(&self) -> Child {
        self.now.other().write(&self.site);
        start(&self.site)
    }

    /// After a kill: all files are whole; then the next command, which itself fails on a mistake in
    /// the content, has left the output as it was or as it was to be, and nothing between.
    fn survive(&mut self, moment: &str) {
        let output = self.site.output();
        for (path, bytes) in &output {
            let whole = [&self.old, &self.new].iter().any(|tree| tree.get(path) == Some(bytes));
            assert!(whole, "{moment}: `{path}` is neither the old nor the new file");
        }
        for path in self.old.keys().filter(|path| self.new.contains_key(*path)) {
            assert!(output.contains_key(path), "{moment}: `{path}` is missing");
        }
        self.site.write("content/pages/broken.md", "---\ntitle: 未写完\n");
        let ran = self.site.run(&["build"]);
        assert_eq!(ran.code, 1, "{moment}: {}", ran.stderr);
        fs::remove_file(self.site.at("content/pages/broken.md")).unwrap();
        let output = self.site.output();
        let wanted = self.now.other();
        if output == *self.tree(wanted) {
            self.now = wanted;
            self.finished += 1;
        } else {
            assert!(output == *self.tree(self.now), "{moment}: the output is neither old nor new");
            self.undone += 1;
        }
        for name in ["journal.json", "manifest.next.json", "staging"] {
            assert!(!self.record(name).exists(), "{moment}: `{name}` was left");
        }
    }
}

#[test]
fn a_build_killed_at_any_moment_leaves_whole_files_and_is_finished_or_undone() {
    let (old, new) = (clean(State::Old), clean(State::New));
    let pages = old.keys().filter(|path| path.ends_with(".html")).count();
    assert!(pages > 90, "{pages} pages");
    let site = site();
    let mut trial = Trial { site, old, new, now: State::Old, finished: 0, undone: 0 };
    assert!(trial.site.build() == trial.old);

    // How long it takes from beginning to end.
    let begun = Instant::now();
    trial.begin().wait().unwrap();
    let whole = begun.elapsed();
    trial.now = State::New;

    for n in 0..SPREAD {
        let child = trial.begin();
        std::thread::sleep(whole * n / SPREAD);
        kill(child);
        trial.survive(&format!("{n}/{SPREAD} of {whole:?}"));
    }

    // The commit is short; it has begun when its journal stands.
    let (mut hits, mut misses) = (0, 0);
    while hits < IN_COMMIT && misses < MISSES {
        let mut child = trial.begin();
        let journal = trial.record("journal.json");
        while !journal.exists() && child.try_wait().unwrap().is_none() {
            std::hint::spin_loop();
        }
        let delay = Duration::from_micros(150 * hits as u64);
        let seen = Instant::now();
        while seen.elapsed() < delay {
            std::hint::spin_loop();
        }
        let inside = kill(child) && journal.exists();
        let mixed = trial.site.output();
        let mixed = mixed != trial.old && mixed != trial.new;
        match inside {
            true => hits += 1,
            false => misses += 1,
        }
        let finished = trial.finished;
        trial.survive(&format!("{delay:?} into the commit"));
        assert!(!inside || trial.finished > finished, "a commit that had begun was undone");
        assert!(!mixed || inside, "files of two builds, and no journal");
    }
    assert!(hits > 0, "no kill hit a commit");
    assert!(trial.finished > 0 && trial.undone > 0, "{} finished, {} undone", trial.finished, trial.undone);

    // In the end it is as if nothing had happened.
    State::New.write(&trial.site);
    assert!(trial.site.build() == trial.new);
    eprintln!(
        "{} kills in commits, {} finished, {} undone, {whole:?} a build",
        hits, trial.finished, trial.undone
    );
}
