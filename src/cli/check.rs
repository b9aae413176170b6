//! `gongbao check`.

use super::build::{options, use_threads};
use super::meter::Meter;
use super::{FAILED, FAULTY, FINE, Shared, colour, fail_to_write, say_error, stopped};
use crate::diagnostic::{Closing, Diagnostics, Format, Severity, print, summary};
use crate::inspect::Report;
use crate::package;
use crate::pipeline::{self, Outcome};
use crate::render::Input;
use clap::ArgMatches;
use clap::parser::ValueSource;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Prints every diagnostic: JSON to standard output, words for people to standard error. Or makes a
/// report for each organisation.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    use_threads(matches);
    let by_organisation = matches.get_flag("by-organisation");
    let folder = matches.get_one::<PathBuf>("output");
    if folder.is_some() && !by_organisation {
        let only =
            shared.say("--output 只与 --by-organisation 一起用", "--output goes with --by-organisation only");
        say_error(only, shared.language);
        return FAILED;
    }
    if by_organisation && matches.value_source("format") == Some(ValueSource::CommandLine) {
        let either = shared.say(
            "--format 与 --by-organisation 只能用一个：各单位的报告只有一种形式",
            "--format does not go with --by-organisation: the reports have one form",
        );
        say_error(either, shared.language);
        return FAILED;
    }
    let published = matches.get_one::<PathBuf>("package");
    if published.is_some() && by_organisation {
        let either = shared
            .say("--package 与 --by-organisation 只能用一个", "--package does not go with --by-organisation");
        say_error(either, shared.language);
        return FAILED;
    }
    let options = options(shared, matches);
    let meter = Meter::new(shared);
    let mut compared = Ok(());
    let result = match by_organisation {
        true => pipeline::check_by_organisation(&options, shared.language, &meter),
        false => {
            let compare = |input: &Input, d: &mut Diagnostics| {
                if let Some(package) = published {
                    compared = package::check(input.site, input.as_of, package, d);
                }
            };
            pipeline::check_and(&options, compare, &meter).map(|(outcome, _)| (outcome, Vec::new()))
        }
    };
    meter.finish();
    if let Err(fault) = compared {
        say_error(&fault.words(shared.language), shared.language);
        return FAILED;
    }
    let (outcome, reports) = match result {
        Ok(made) => made,
        Err(stop) => return stopped(&stop, shared),
    };
    let found = &outcome.diagnostics;
    // Errors keep the inspector out; then there is nothing to report but them.
    let told = match by_organisation && !reports.is_empty() {
        true => report(shared, &reports, folder.map(PathBuf::as_path)),
        false => {
            list(shared, matches, &outcome);
            true
        }
    };
    let faulty = found.has_errors() || (options.strict && found.count(Severity::Warning) > 0);
    match (told, faulty) {
        (false, _) => FAILED,
        (true, true) => FAULTY,
        (true, false) => FINE,
    }
}

/// Prints the list in the form asked for.
fn list(shared: &Shared, matches: &ArgMatches, outcome: &Outcome) {
    let format = match matches.get_one::<String>("format").map(String::as_str) {
        Some("short") => Format::Short,
        Some("json") => Format::Json,
        Some("github") => Format::Github,
        _ => Format::Human,
    };
    let found = &outcome.diagnostics;
    let text = print(found, &outcome.sources, format, shared.language, format == Format::Human && colour());
    // A closed pipe is the reader's wish, not our failure.
    let _ = match format {
        Format::Json | Format::Github => io::stdout().write_all(text.as_bytes()),
        Format::Human | Format::Short => io::stderr().write_all(text.as_bytes()),
    };
    if matches!(format, Format::Human) {
        let closing = if found.is_empty() {
            format!("{}\n", shared.say("没有发现问题", "no problems found"))
        } else {
            summary(found, &outcome.sources, shared.language, Closing::Check)
        };
        let _ = io::stderr().write_all(closing.as_bytes());
    }
}

/// The reports, into a folder or one after the other to standard output; false where one could not be written.
fn report(shared: &Shared, reports: &[Report], folder: Option<&Path>) -> bool {
    let Some(folder) = folder else {
        let texts: Vec<&str> = reports.iter().map(|report| report.text.as_str()).collect();
        let _ = io::stdout().write_all(texts.join("\n").as_bytes());
        return true;
    };
    for report in reports {
        let path = folder.join(format!("{}.md", report.name));
        if let Err(error) = write(&path, &report.text) {
            fail_to_write(&path, &error, shared.language);
            return false;
        }
        let line = format!("{} {}（{}）\n", shared.say("写入", "wrote"), path.display(), report.organisation);
        let _ = io::stderr().write_all(line.as_bytes());
    }
    true
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
