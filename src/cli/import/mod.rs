//! `gongbao import FILE`: what somebody sent -> `content/`. The ending of its name says who reads it.

mod document;
mod sheet;

use super::{FAILED, Shared};
use clap::ArgMatches;
use std::path::PathBuf;

/// Takes a file in.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let Some(file) = matches.get_one::<PathBuf>("file") else { return FAILED };
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        Some("xlsx" | "xlsm" | "xls" | "et" | "ods" | "csv") => sheet::run(shared, matches, file),
        // It says of every other file why it cannot be read.
        _ => document::run(shared, matches, file),
    }
}
