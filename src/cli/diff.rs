//! `gongbao diff`: what differs between two builds, in words.

use super::{FAILED, FINE, Shared, say_error};
use crate::model::Language;
use crate::package::{self, Snapshot};
use clap::{Arg, ArgMatches, Command, value_parser};
use std::io::{self, Write};
use std::path::PathBuf;

/// Its arguments.
pub(super) fn command(language: Language) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let build = |name: &'static str, value: &'static str, zh, en| {
        Arg::new(name)
            .value_name(value)
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(say(zh, en))
            .help_heading(say("参数", "Arguments"))
    };
    Command::new("diff")
        .about(say(
            "比较两次生成的站点：哪些数、状态和文字变了",
            "compare two builds of a site: which figures, statuses and texts changed",
        ))
        .override_usage(say("gongbao diff [选项] OLD NEW", "gongbao diff [OPTIONS] OLD NEW"))
        .arg(build("old", "OLD", "较早的：输出文件夹或包", "the earlier one: an output folder or a package"))
        .arg(build("new", "NEW", "较晚的：输出文件夹或包", "the later one: an output folder or a package"))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORM")
                .value_parser(["human", "json"])
                .default_value("human")
                .hide_default_value(true)
                .hide_possible_values(true)
                .help(say("列出的形式：human（默认）或 json", "form of the list: human (default) or json"))
                .help_heading(say("选项", "Options")),
        )
}

/// Prints what differs.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let open = |name: &str| matches.get_one::<PathBuf>(name).map(|path| Snapshot::open(path));
    let (Some(old), Some(new)) = (open("old"), open("new")) else { return FAILED };
    let (old, new) = match (old, new) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(fault), _) | (_, Err(fault)) => {
            say_error(&fault.words(shared.language), shared.language);
            return FAILED;
        }
    };
    let found = package::compare(&old, &new);
    let text = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => package::json(&found, shared.language),
        _ if found.is_empty() => match shared.language {
            Language::Chinese => "没有不同\n".into(),
            Language::English => "no differences\n".into(),
        },
        _ => package::sentences(&found, shared.language).join("\n") + "\n",
    };
    // A closed pipe is the reader's wish, not our failure.
    let _ = io::stdout().write_all(text.as_bytes());
    FINE
}
