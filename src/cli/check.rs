//! `gongbao check`.

use super::build::{options, use_threads};
use super::meter::Meter;
use super::{FAULTY, FINE, Shared, colour, stopped};
use crate::diagnostic::{Closing, Format, Severity, print, summary};
use crate::pipeline;
use clap::ArgMatches;
use std::io::Write;

/// Prints every diagnostic: JSON to standard output, words for people to standard error.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    use_threads(matches);
    let format = match matches.get_one::<String>("format").map(String::as_str) {
        Some("short") => Format::Short,
        Some("json") => Format::Json,
        Some("github") => Format::Github,
        _ => Format::Human,
    };
    let options = options(shared, matches);
    let meter = Meter::new(shared);
    let result = pipeline::check(&options, &meter);
    meter.finish();
    let outcome = match result {
        Ok(outcome) => outcome,
        Err(stop) => return stopped(&stop, shared),
    };
    let found = &outcome.diagnostics;
    let text = print(found, &outcome.sources, format, shared.language, format == Format::Human && colour());
    // A closed pipe is the reader's wish, not our failure.
    let _ = match format {
        Format::Json | Format::Github => std::io::stdout().write_all(text.as_bytes()),
        Format::Human | Format::Short => std::io::stderr().write_all(text.as_bytes()),
    };
    if matches!(format, Format::Human) {
        let closing = if found.is_empty() {
            format!("{}\n", shared.say("没有发现问题", "no problems found"))
        } else {
            summary(found, &outcome.sources, shared.language, Closing::Check)
        };
        let _ = std::io::stderr().write_all(closing.as_bytes());
    }
    let faulty = found.has_errors() || (options.strict && found.count(Severity::Warning) > 0);
    if faulty { FAULTY } else { FINE }
}
