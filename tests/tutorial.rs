//! The tutorial, followed to the letter: its commands are run, its files are written, and what it says
//! that the reader will see is there. Comments that a reader of the page does not see tell how:
//!
//! | comment | what follows it |
//! |---|---|
//! | `run` | commands to be run |
//! | `says` | what the last command has said, among others |
//! | `save FILE`, `append FILE` | the whole file, or its new end |
//! | `line FILE` | the line that takes the place of the one with its key |
//! | `mistake FILE: OLD -> NEW`, `renamed OLD -> NEW` | what `check` says of the site of `init` with this mistake |
//!
//! `delete PATH`, `there PATH` and `shows PAGE: WORDS`, in the preview, need nothing to follow.

mod harness;

use harness::preview::Preview;
use harness::{Folder, Ran, gongbao, repository};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The middle of August 2024, and a day years after everything in the tutorial, as seconds.
const DAYS: [&str; 2] = ["1723680000", "1924992000"];

/// A step: what the comment says, and the block that follows it.
#[derive(Debug)]
struct Step {
    /// Its line in the tutorial.
    line: usize,
    verb: String,
    rest: String,
    block: String,
}

/// The verbs that need no block.
const ALONE: [&str; 3] = ["delete", "there", "shows"];

fn tutorial() -> PathBuf {
    repository().join("docs/tutorial.zh-CN.md")
}

fn steps() -> Vec<Step> {
    let text = fs::read_to_string(tutorial()).unwrap();
    let mut steps: Vec<Step> = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((n, line)) = lines.next() {
        let Some(comment) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) else {
            assert!(!line.contains("<!--"), "line {}: a comment stands alone on its line", n + 1);
            continue;
        };
        let (verb, rest) = comment.split_once(' ').unwrap_or((comment, ""));
        let mut block = String::new();
        if !ALONE.contains(&verb) {
            let (_, fence) = lines.next().unwrap();
            assert!(fence.starts_with("```"), "line {}: no block follows", n + 1);
            for (_, line) in lines.by_ref().take_while(|(_, line)| *line != "```") {
                block += &format!("{line}\n");
            }
        }
        steps.push(Step { line: n + 1, verb: verb.to_string(), rest: rest.to_string(), block });
    }
    steps
}

/// A reader at work: a folder, where her terminal stands in it, and the preview in another.
struct Reader {
    folder: Folder,
    at: PathBuf,
    day: &'static str,
    preview: Option<Preview>,
    last: String,
}

impl Reader {
    fn new(day: &'static str) -> Reader {
        let folder = Folder::empty();
        Reader { at: folder.path().to_path_buf(), folder, day, preview: None, last: String::new() }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = gongbao(arguments);
        command.current_dir(&self.at).env("SOURCE_DATE_EPOCH", self.day);
        command
    }

    fn run(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["cd", folder] => self.at.push(folder),
            // There is no screen to open a browser on.
            ["gongbao", "serve", "--open"] => {
                self.preview = Some(Preview::start(self.command(&["serve", "--port", "0"])));
            }
            ["gongbao", arguments @ ..] => {
                let ran: Ran = self.command(arguments).output().unwrap().into();
                // `check` finds what the tutorial goes on to mend.
                assert!(ran.code == 0 || arguments == ["check"], "`{line}`: {}", ran.stderr);
                self.last = ran.stdout + &ran.stderr;
            }
            _ => panic!("`{line}` is no command of the tutorial"),
        }
    }

    fn file(&self, path: &str) -> PathBuf {
        assert!(self.at.starts_with(self.folder.path()));
        self.at.join(path)
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.file(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn follow(&mut self, step: &Step) {
        let (rest, block) = (step.rest.as_str(), step.block.as_str());
        match step.verb.as_str() {
            "run" => block.lines().for_each(|line| self.run(line)),
            "says" => assert!(self.last.contains(block), "says no\n{block}\nbut\n{}", self.last),
            "save" => fs::write(self.file(rest), block).unwrap(),
            "append" => fs::write(self.file(rest), self.text(rest) + block).unwrap(),
            "line" => {
                let key = &block[..=block.find(':').expect("a key")];
                let old = self.text(rest);
                let line = old.split_inclusive('\n').find(|line| line.starts_with(key)).expect("its line");
                fs::write(self.file(rest), old.replace(line, block)).unwrap();
            }
            "delete" => fs::remove_dir_all(self.file(rest)).unwrap(),
            "there" => assert!(self.file(rest).is_file(), "{rest}"),
            "shows" => {
                let (page, words) = rest.split_once(": ").unwrap();
                self.preview.as_ref().expect("a preview").shows(page, words);
            }
            "mistake" | "renamed" => {}
            verb => panic!("line {}: `{verb}` is no verb", step.line),
        }
    }
}

#[test]
fn whoever_follows_the_tutorial_has_a_policy_an_indicator_and_a_period_on_screen() {
    let steps = steps();
    for verb in ["run", "says", "save", "append", "line", "delete", "there", "shows", "mistake"] {
        assert!(steps.iter().any(|step| step.verb == verb), "the tutorial has no `{verb}`");
    }
    for day in DAYS {
        let mut reader = Reader::new(day);
        steps.iter().for_each(|step| reader.follow(step));
    }
}

/// What is broken is as the tutorial shows it: file, line, underline and repair. `BLESS=1` writes it there.
#[test]
fn the_mistakes_of_the_tutorial_are_told_in_its_words() {
    let mut told = Vec::new();
    let mut blessed = fs::read_to_string(tutorial()).unwrap();
    let mistakes = steps().into_iter().filter(|step| ["mistake", "renamed"].contains(&step.verb.as_str()));
    for step in mistakes {
        let mut reader = Reader::new(DAYS[0]);
        reader.run("gongbao init .");
        if step.verb == "renamed" {
            let (old, new) = step.rest.split_once(" -> ").unwrap();
            fs::rename(reader.file(old), reader.file(new)).unwrap();
        } else {
            let (file, change) = step.rest.split_once(": ").unwrap();
            let (old, new) = change.split_once(" ->").unwrap();
            let unescaped = |text: &str| text.replace("\\t", "\t").replace("\\n", "\n");
            let (old, new) = (unescaped(old), unescaped(new.strip_prefix(' ').unwrap_or(new)));
            let text = reader.text(file);
            assert_eq!(text.matches(&old).count(), 1, "line {}: `{old}` in {file}", step.line);
            fs::write(reader.file(file), text.replace(&old, &new)).unwrap();
        }
        reader.run("gongbao check");
        // Without the lines that would allow a warning, and without the count.
        let parts = reader.last.split("\n\n").filter(|part| part.contains("-->"));
        let says = parts.map(|part| part.split("\n     确实没有问题的").next().unwrap().trim_end());
        let says = says.map(|part| part.split("\n      确实没有问题的").next().unwrap()).collect::<Vec<_>>();
        let says = says.join("\n\n") + "\n";
        if says != step.block {
            told.push(format!("line {}:\n{}is now\n{says}", step.line, step.block));
            blessed = blessed.replace(&step.block, &says);
        }
    }
    if std::env::var_os("BLESS").is_some() {
        return fs::write(tutorial(), blessed).unwrap();
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn every_link_of_the_tutorial_leads_to_a_page_and_a_heading() {
    let folder = repository().join("docs");
    let text = fs::read_to_string(tutorial()).unwrap();
    let links: Vec<&str> = text.split("](").skip(1).map(|after| after.split(')').next().unwrap()).collect();
    let local: Vec<&str> = links.into_iter().filter(|link| !link.contains("://")).collect();
    assert!(local.len() > 8, "{local:?}");
    for link in local {
        let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
        let page = if page.is_empty() { "tutorial.zh-CN.md" } else { page };
        let target = fs::read_to_string(Path::new(&folder).join(page)).unwrap_or_else(|_| panic!("{link}"));
        // As the pages of code hosts make anchors: punctuation goes, spaces become hyphens.
        let plain = |line: &str| -> String {
            let text = line.trim_start_matches('#').trim().to_lowercase();
            let kept = text.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        };
        let there = target.lines().filter(|line| line.starts_with('#')).any(|line| plain(line) == anchor);
        assert!(anchor.is_empty() || there, "{link}");
    }
}
