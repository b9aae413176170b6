//! `gongbao verify`: the other side's check of a package, or of what was published of it.

use super::{FAILED, FAULTY, FINE, Shared, say_error};
use crate::model::Language;
use crate::package::{self, Verified};
use clap::{Arg, ArgMatches, Command, value_parser};
use std::io::{self, Write};
use std::path::PathBuf;

/// As many findings are printed; the rest is counted.
const SHOWN: usize = 200;

/// Its arguments.
pub(super) fn command(language: Language) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    Command::new("verify")
        .about(say(
            "核对收到的包，或已经发布的文件夹：缺了、改了、多了哪些文件",
            "check a package that was received, or a folder that was published: what is missing, changed or foreign",
        ))
        .override_usage(say("gongbao verify [选项] PACKAGE", "gongbao verify [OPTIONS] PACKAGE"))
        .arg(
            Arg::new("package")
                .value_name("PACKAGE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(say("包（zip），或解压后的文件夹", "a package (zip), or the folder that it was unpacked to"))
                .help_heading(say("参数", "Arguments")),
        )
        .arg(
            Arg::new("against")
                .long("against")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "再按这个包核对已发布的文件夹",
                    "and check this published folder by the package",
                ))
                .help_heading(say("选项", "Options")),
        )
}

/// Checks, and says what is not as it should be.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let Some(path) = matches.get_one::<PathBuf>("package") else { return FAILED };
    let against = matches.get_one::<PathBuf>("against").map(PathBuf::as_path);
    if let Some(against) = against.filter(|against| !against.is_dir()) {
        let sentence = match shared.language {
            Language::Chinese => format!("--against 应是文件夹，没有 `{}` 这个文件夹", against.display()),
            Language::English => {
                format!("--against takes a folder; there is none at `{}`", against.display())
            }
        };
        say_error(&sentence, shared.language);
        return FAILED;
    }
    match package::verify(path, against) {
        Err(fault) => {
            say_error(&fault.words(shared.language), shared.language);
            // What is wrong with a package is not wrong with the machine.
            if matches!(fault, package::Fault::Machine(..) | package::Fault::NotThere(_)) {
                FAILED
            } else {
                FAULTY
            }
        }
        Ok(verified) => tell(shared, &verified),
    }
}

fn tell(shared: &Shared, verified: &Verified) -> u8 {
    let mut text = String::new();
    for group in verified.findings.chunk_by(|a, b| a.within == b.within) {
        text += &format!("{}\n", group[0].within.display());
        for finding in group.iter().take(SHOWN) {
            text += &format!("  {}\n", finding.words(shared.language));
        }
        if let Some(more) = group.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            text += &match shared.language {
                Language::Chinese => format!("  还有 {more} 处\n"),
                Language::English => format!("  and {more} more\n"),
            };
        }
    }
    let (manifest, files, wrong) = (&verified.manifest, verified.compared, verified.findings.len());
    let (site, day) = (&manifest.site, &manifest.as_of);
    text += &match (shared.language, wrong) {
        (Language::Chinese, 0) => format!("核对 {files} 个文件，全部一致：{site}，{day}\n"),
        (Language::Chinese, _) => format!("核对 {files} 个文件，{wrong} 处不一致：{site}，{day}\n"),
        (Language::English, 0) => format!("{files} files compared, all as packed: {site}, {day}\n"),
        (Language::English, _) => format!("{files} files compared, {wrong} not as packed: {site}, {day}\n"),
    };
    // A closed pipe is the reader's wish, not our failure.
    let _ = io::stdout().write_all(text.as_bytes());
    if wrong == 0 { FINE } else { FAULTY }
}
