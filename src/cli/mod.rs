//! The command line: what was typed -> a command, in the language asked for.

mod arguments;
mod build;
mod check;
mod diff;
mod dump;
mod explain;
mod export;
mod gather;
mod import;
mod init;
mod meter;
mod mistakes;
mod named;
mod new;
mod pack;
mod publish;
mod review;
mod schema;
mod serve;
mod verify;

use crate::diagnostic::{Closing, Diagnostics, Entry, Format, Severity, print, summary};
use crate::model::Language;
use crate::pipeline::Stop;
use crate::source::Sources;
use jiff::civil::Date;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// All is well.
const FINE: u8 = 0;
/// The content or the theme has errors.
const FAULTY: u8 = 1;
/// Wrong use, or a failing machine.
const FAILED: u8 = 2;

/// What every command gets.
#[derive(Clone, Debug)]
struct Shared {
    /// The site's folder.
    root: PathBuf,
    /// The language of messages.
    language: Language,
    /// Today.
    as_of: Date,
}

impl Shared {
    /// The words in the language of messages.
    fn say<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        self.language.pick(zh, en)
    }
}

/// Today: `SOURCE_DATE_EPOCH` (seconds, UTC) where it is set and readable, else the clock's local date.
pub fn today(source_date_epoch: Option<&str>) -> Date {
    let epoch = source_date_epoch.and_then(|seconds| seconds.trim().parse::<i64>().ok());
    match epoch.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok()) {
        Some(time) => time.to_zoned_datetime(jiff::tz::TimeZone::UTC).date(),
        None => jiff::ZonedDateTime::now().date(),
    }
}

/// Runs the program. `editor` is what the environment names as the person's editor; `environment` is asked
/// for what must stand in no file, by the commands that need it.
pub fn run(
    arguments: Vec<OsString>,
    today: Date,
    editor: Option<String>,
    environment: crate::publish::Environment,
) -> ExitCode {
    let language = arguments::language(&arguments);
    let matches = match arguments::command(language).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return ExitCode::from(mistakes::print(&error, language)),
    };
    let shared = match arguments::shared(&matches, language, today) {
        Ok(shared) => shared,
        Err(problem) => return fail(&problem, language),
    };
    let code = match matches.subcommand() {
        Some(("init", matches)) => init::run(&shared, matches),
        Some(("build", matches)) => build::run(&shared, matches),
        Some(("check", matches)) => check::run(&shared, matches),
        Some(("new", matches)) => new::run(&shared, matches),
        Some(("review", matches)) => review::run(&shared, matches),
        Some(("pack", matches)) => pack::run(&shared, matches),
        Some(("verify", matches)) => verify::run(&shared, matches),
        Some(("diff", matches)) => diff::run(&shared, matches),
        Some(("explain", matches)) => explain::run(&shared, matches),
        Some(("export", matches)) => export::run(&shared, matches),
        Some(("gather", matches)) => gather::run(&shared, matches),
        Some(("import", matches)) => import::run(&shared, matches),
        Some(("publish", matches)) => publish::run(&shared, matches, environment),
        Some(("serve", matches)) => serve::run(&shared, matches, editor),
        Some(("schema", matches)) => schema::run(&shared, matches),
        _ => FAILED,
    };
    ExitCode::from(code)
}

/// Says why nothing could be done.
fn fail(problem: &str, language: Language) -> ExitCode {
    say_error(problem, language);
    ExitCode::from(FAILED)
}

/// One sentence to standard error.
fn say_error(problem: &str, language: Language) {
    let label = match language {
        Language::Chinese => "错误：",
        Language::English => "error: ",
    };
    // A closed standard error is nobody's problem.
    let _ = writeln!(std::io::stderr(), "{label}{problem}");
}

/// Says that a file could not be written, and why.
fn fail_to_write(path: &Path, error: &io::Error, language: Language) {
    let sentence = match language {
        Language::Chinese => format!("无法写入 `{}`：{error}", path.display()),
        Language::English => format!("cannot write `{}`: {error}", path.display()),
    };
    say_error(&sentence, language);
}

/// Says why a run was not made at all.
fn stopped(stop: &Stop, shared: &Shared) -> u8 {
    say_error(&stop.words(shared.language), shared.language);
    FAILED
}

/// Tells what stands in the way of a command that needs a site without errors.
fn faulty(found: &Diagnostics, sources: &Sources, shared: &Shared) -> u8 {
    let errors = only(found, |entry| entry.severity == Severity::Error);
    let mut text = print(&errors, sources, Format::Human, shared.language, colour());
    text += &summary(&errors, sources, shared.language, Closing::Check);
    text += shared.say("先改好这些错误，再运行这个命令\n", "mend these first, then run this again\n");
    // A closed standard error is nobody's problem.
    let _ = std::io::stderr().write_all(text.as_bytes());
    FAULTY
}

/// Whether standard error shows colours: a terminal, and nobody asked for none.
fn colour() -> bool {
    std::io::stderr().is_terminal()
}

/// Those whose entry is wanted.
fn only(all: &Diagnostics, wanted: impl Fn(&Entry) -> bool) -> Diagnostics {
    let mut some = Diagnostics::new();
    for diagnostic in all.iter().filter(|diagnostic| wanted(diagnostic.entry)) {
        some.push(diagnostic.clone());
    }
    some
}
