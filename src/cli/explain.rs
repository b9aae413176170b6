//! `gongbao explain WHAT`: a figure's file, line and arithmetic, on standard output.

use super::meter::Meter;
use super::{FAILED, FINE, Shared, faulty, named, say_error, stopped};
use crate::diagnostic::Diagnostics;
use crate::explain::{Known, answer, asked};
use crate::model::{Language, Period};
use crate::pipeline::{self, Options};
use crate::render::Input;
use clap::{Arg, ArgMatches, Command};
use std::io::Write;

/// Its arguments.
pub(super) fn command(language: Language, drafts: Arg) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let (arguments, options) = (say("参数", "Arguments"), say("选项", "Options"));
    Command::new("explain")
        .about(say(
            "一个数从哪里来、状态怎样算出：文件和行号、逐步算式、所在档次",
            "where a figure comes from and how its status was computed: file and line, arithmetic, band",
        ))
        .override_usage(say("gongbao explain [选项] <WHAT>", "gongbao explain [OPTIONS] <WHAT>"))
        .arg(
            Arg::new("what")
                .value_name("WHAT")
                .required(true)
                .help(say(
                    "指标的名称或编号、“政策编号/指标编号”，或网页的网址（政策、进展、指标、每期通报）",
                    "an indicator's name or id, POLICY/INDICATOR, or the address of a page (policy, progress, indicator, bulletin)",
                ))
                .help_heading(arguments),
        )
        .arg(
            Arg::new("period")
                .long("period")
                .value_name("PERIOD")
                .help(say(
                    "哪一期的数，如 2024-06、2024-Q2（默认：最新一期）",
                    "the period of the figure, such as 2024-06 or 2024-Q2 (default: the newest)",
                ))
                .help_heading(options),
        )
        .arg(
            Arg::new("organisation")
                .long("organisation")
                .value_name("NAME")
                .help(say(
                    "同时说明这个单位在分解表里的任务和数",
                    "tell this organisation's row of the breakdowns too",
                ))
                .help_heading(options),
        )
        .arg(drafts)
}

/// Prints what is known of an indicator, or of all indicators of a page.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let what = matches.get_one::<String>("what").map(String::as_str).unwrap_or_default();
    let period = match named::period(shared, "--period", matches.get_one("period")) {
        Ok(period) => period,
        Err(problem) => {
            say_error(&problem, shared.language);
            return FAILED;
        }
    };
    let organisation = matches.get_one::<String>("organisation").map(String::as_str);
    let meter = Meter::new(shared);
    let options = Options {
        root: shared.root.clone(),
        as_of: shared.as_of,
        since: None,
        drafts: matches.get_flag("drafts"),
        strict: false,
        pictures: true,
        workbooks: false,
    };
    let look = |input: &Input, _: &Diagnostics| told(shared, input, what, period, organisation);
    let result = pipeline::look(&options, look, &meter);
    meter.finish();
    let (outcome, told) = match result {
        Ok(both) => both,
        Err(stop) => return stopped(&stop, shared),
    };
    match told {
        Some(Ok(text)) => {
            // A closed pipe is the reader's wish, not our failure.
            let _ = std::io::stdout().write_all(text.as_bytes());
            FINE
        }
        Some(Err(sentence)) => {
            say_error(&sentence, shared.language);
            FAILED
        }
        None => faulty(&outcome.diagnostics, &outcome.sources, shared),
    }
}

/// The answers, one below the other; or a sentence that says what was not found.
fn told(
    shared: &Shared,
    input: &Input,
    what: &str,
    period: Option<Period>,
    organisation: Option<&str>,
) -> Result<String, String> {
    let language = shared.language;
    let site = input.site;
    let files = input.sources;
    let known = Known { site, assessments: input.assessments, plan: input.plan, files, language };
    let organisation = match organisation {
        None => None,
        Some(name) => Some(named::organisation(shared, site, name)?),
    };
    let all = asked(&known, what).map_err(|unknown| unknown.words(language))?;
    let mut answers = Vec::new();
    for mut one in all {
        // The page of a bulletin names its period itself; what is typed goes before.
        one.period = period.or(one.period);
        if let Some(text) = answer(&known, one, organisation) {
            answers.push(text);
        }
    }
    match period {
        Some(period) if answers.is_empty() => Err(match language {
            Language::Chinese => format!("“{what}”没有{}的数据", period.name(language)),
            Language::English => format!("`{what}` has no figure for {}", period.name(language)),
        }),
        _ => Ok(answers.join("\n")),
    }
}
