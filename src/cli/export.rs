//! `gongbao export`: sheets to fill in, one a policy.

use super::{FAILED, FINE, Shared, fail_to_write, named, say_error};
use crate::intake::sheet::{Blank, blanks};
use crate::model::{Language, OrgIx, Period, Policy, Site};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Its arguments.
pub(super) fn command(language: Language) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let options = say("选项", "Options");
    let flag = |name: &'static str, zh, en| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(zh, en)).help_heading(options)
    };
    let value = |name: &'static str, shown: &'static str, zh, en| {
        Arg::new(name).long(name).value_name(shown).help(say(zh, en)).help_heading(options)
    };
    Command::new("export")
        .about(say(
            "生成填报表（XLSX），一项政策一份，名称、上期数和目标已填好，交牵头单位或某个单位填写",
            "make sheets to fill in (XLSX), one a policy, with names, last figures and targets, for the lead bureau or one organisation",
        ))
        .override_usage(say("gongbao export [选项]", "gongbao export [OPTIONS]"))
        .args([
            value("policy", "ID", "只要这项政策（默认：每项政策一份）", "this policy only (default: one sheet for each)"),
            value(
                "organisation",
                "NAME",
                "只要这个单位承担的指标、分解数和任务（默认：全部，交牵头单位）",
                "only what this organisation answers for (default: all, for the lead bureau)",
            ),
            value(
                "period",
                "PERIOD",
                "填报哪一期，如 2024-07、2024-Q3（默认：最后一期的下一期）",
                "the period, such as 2024-07 or 2024-Q3 (default: the one after the last)",
            ),
            value(
                "output",
                "FILE|DIR",
                "写成这个 .xlsx 文件，或写到这个文件夹（默认：站点文件夹下的 sheets）",
                "this .xlsx file, or this folder (default: sheets in the site's folder)",
            )
            .value_parser(value_parser!(PathBuf)),
            flag("overwrite", "已有的填报表也覆盖", "overwrite sheets that are there already"),
        ])
}

/// Writes the sheets and says where they are; one that is there already stays as it is.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let (sources, site, _) = match named::written(shared) {
        Ok(written) => written,
        Err(code) => return code,
    };
    let forms = match asked(shared, &site, matches) {
        Ok((policies, organisation, period)) => {
            blanks(&site, &sources, &policies, organisation, period, shared.as_of)
        }
        Err(problem) => return fail(shared, &problem),
    };
    if forms.is_empty() {
        return fail(
            shared,
            shared.say(
                "没有要填报的内容：政策没有指标和任务，或这个单位没有承担",
                "there is nothing to report: no indicators and tasks, or none that this organisation answers for",
            ),
        );
    }
    let output = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| shared.root.join("sheets"));
    let is_file = output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    if is_file && forms.len() > 1 {
        return fail(shared, &many(shared, &forms));
    }
    let overwrite = matches.get_flag("overwrite");
    let paths = forms.iter().map(|form| if is_file { output.clone() } else { output.join(&form.name) });
    let paths: Vec<PathBuf> = paths.collect();
    if let (Some(path), false) = (paths.iter().find(|path| path.exists()), overwrite) {
        let path = path.display();
        return fail(
            shared,
            &match shared.language {
                Language::Chinese => {
                    format!(
                        "`{path}` 已经有了，可能已经填过，没有覆盖；换一个 --output，或加 --overwrite 覆盖它"
                    )
                }
                Language::English => format!(
                    "`{path}` is there already and may have been filled in: not overwritten; choose another --output, or add --overwrite"
                ),
            },
        );
    }
    for (form, path) in forms.iter().zip(&paths) {
        let written = form.bytes(shared.as_of).map_err(io::Error::other).and_then(|bytes| put(path, &bytes));
        if let Err(error) = written {
            fail_to_write(path, &error, shared.language);
            return FAILED;
        }
        // A closed standard error is nobody's problem.
        let _ = writeln!(io::stderr(), "{}", told(shared, form, path));
    }
    FINE
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, bytes)
}

/// A line for a form that was written.
fn told(shared: &Shared, form: &Blank, path: &Path) -> String {
    let ([indicators, rows, tasks], path) = (form.asked, path.display());
    let period = form.period.name(shared.language);
    match shared.language {
        Language::Chinese => format!(
            "写入 {path}（{}，{period}：指标 {indicators} 行，分解 {rows} 行，任务 {tasks} 项）",
            form.policy
        ),
        Language::English => format!(
            "wrote {path} ({}, {period}: rows of indicators: {indicators}, of breakdowns: {rows}, tasks: {tasks})",
            form.policy
        ),
    }
}

/// Where one file was asked for and several would be made.
fn many(shared: &Shared, forms: &[Blank]) -> String {
    let names: Vec<&str> = forms.iter().map(|form| form.name.as_str()).collect();
    match shared.language {
        Language::Chinese => format!(
            "有 {} 份表（{}），不能都写进一个文件；--output 写文件夹，或用 --policy 选一项政策",
            names.len(),
            names.join("、")
        ),
        Language::English => format!(
            "there are {} sheets ({}), which one file cannot hold; give a folder as --output, or choose one with --policy",
            names.len(),
            names.join(", ")
        ),
    }
}

/// The policies, the organisation and the period that were asked for.
type Asked<'a> = (Vec<&'a Policy>, Option<OrgIx>, Option<Period>);

fn asked<'a>(shared: &Shared, site: &'a Site, matches: &ArgMatches) -> Result<Asked<'a>, String> {
    let policies: Vec<&Policy> = match matches.get_one::<String>("policy") {
        Some(id) => vec![named::policy(shared, site, id)?],
        None => site.policies.iter().map(|policy| &**policy).collect(),
    };
    let organisation = match matches.get_one::<String>("organisation") {
        Some(name) => Some(named::organisation(shared, site, name)?),
        None => None,
    };
    Ok((policies, organisation, named::period(shared, "--period", matches.get_one("period"))?))
}

fn fail(shared: &Shared, problem: &str) -> u8 {
    say_error(problem, shared.language);
    FAILED
}
