//! `gongbao build`.

use super::arguments::since;
use super::meter::Meter;
use super::{FAILED, FAULTY, FINE, Shared, colour, dump, only, say_error, stopped};
use crate::diagnostic::{Closing, Entry, Format, Severity, print, summary};
use crate::model::Language;
use crate::output::Summary;
use crate::pipeline::{self, Options, Outcome};
use clap::ArgMatches;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Builds the site; prints errors, and one line that counts warnings.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    use_threads(matches);
    let since = match since(matches, shared) {
        Ok(since) => since,
        Err(problem) => {
            say_error(&problem, shared.language);
            return FAILED;
        }
    };
    let options = Options { since, ..options(shared, matches) };
    if let Some(page) = matches.get_one::<String>("dump-view") {
        return dump::run(shared, &options, page);
    }
    let output = match matches.get_one::<PathBuf>("output") {
        Some(output) => output.clone(),
        None => shared.root.join("output"),
    };
    into(shared, &options, &output, matches.get_flag("open"))
}

/// Builds into a folder, and tells what came of it.
pub(super) fn into(shared: &Shared, options: &Options, output: &Path, open_it: bool) -> u8 {
    let start = Instant::now();
    let meter = Meter::new(shared);
    let result = pipeline::build(options, output, &meter);
    meter.finish();
    let outcome = match result {
        Ok(outcome) => outcome,
        Err(stop) => return stopped(&stop, shared),
    };
    let mut text = String::new();
    let Some(done) = &outcome.summary else {
        // Without errors only `--strict` has stopped it: then the warnings are what stopped it.
        let shown = if outcome.diagnostics.has_errors() {
            only(&outcome.diagnostics, |entry| entry.severity == Severity::Error)
        } else {
            outcome.diagnostics.clone()
        };
        text += &print(&shown, &outcome.sources, Format::Human, shared.language, colour());
        text += &summary(&outcome.diagnostics, &outcome.sources, shared.language, Closing::Build);
        say(&text);
        return FAULTY;
    };
    // What was found in the output folder no check can show again, so it is printed here.
    let found_there = |entry: &Entry| entry.code.starts_with("output/");
    let there = only(&outcome.diagnostics, found_there);
    text += &print(&there, &outcome.sources, Format::Human, shared.language, colour());
    text += &told(shared, &outcome, done, start.elapsed(), output);
    let rest = only(&outcome.diagnostics, |entry| !found_there(entry));
    text += &summary(&rest, &outcome.sources, shared.language, Closing::Build);
    say(&text);
    if open_it {
        open(shared, output);
    }
    FINE
}

/// What the pipeline is asked for.
pub(super) fn options(shared: &Shared, matches: &ArgMatches) -> Options {
    Options {
        root: shared.root.clone(),
        as_of: shared.as_of,
        since: None,
        drafts: matches.get_flag("drafts"),
        strict: matches.get_flag("strict"),
        pictures: !matches.get_flag("no-pictures"),
        workbooks: false,
    }
}

/// Takes the number of threads that was asked for.
pub(super) fn use_threads(matches: &ArgMatches) {
    if let Some(threads) = matches.get_one::<u16>("threads") {
        // Fails only where the pool exists already, which nothing before this has made.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(*threads)).build_global();
    }
}

/// What was done, in a line, and where to look.
fn told(shared: &Shared, outcome: &Outcome, done: &Summary, took: Duration, output: &Path) -> String {
    let home = output.join("index.html");
    let home = home.canonicalize().unwrap_or(home);
    let (policies, pages) = (outcome.policies, outcome.pages);
    let Summary { written, unchanged, removed, .. } = done;
    let seconds = took.as_secs_f64();
    match shared.language {
        Language::Chinese => format!(
            "已生成 {policies} 项政策、{pages} 个页面，用时 {seconds:.1} 秒（写入 {written} 个文件，{unchanged} 个未变，删除 {removed} 个）\n打开 {}\n",
            home.display()
        ),
        Language::English => format!(
            "{policies} policies, {pages} pages in {seconds:.1} s ({written} files written, {unchanged} unchanged, {removed} removed)\nopen {}\n",
            home.display()
        ),
    }
}

/// To standard error: standard output is for data.
fn say(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Opens the home page; where there is no browser, says so and leaves the path that was printed.
fn open(shared: &Shared, output: &Path) {
    let home = output.join("index.html");
    let home = home.canonicalize().unwrap_or(home);
    if open::that_detached(home).is_err() {
        say_error(
            shared.say("没有找到浏览器，请自己打开上面的文件", "no browser was found; open the file above"),
            shared.language,
        );
    }
}
