//! `gongbao new`: blank files to fill in; nothing that is there is overwritten.

use super::{FAILED, FINE, Shared, fail_to_write, named, say_error};
use crate::intake::{self, blank};
use crate::model::{Language, Policy, Site};
use clap::{Arg, ArgMatches, Command};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Its arguments.
pub(super) fn command(language: Language) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let (arguments, options) = (say("参数", "Arguments"), say("选项", "Options"));
    let policy = Arg::new("policy")
        .long("policy")
        .value_name("ID")
        .help(say(
            "哪项政策（默认：有指标的只有一项时就是它）",
            "which policy (default: the only one with indicators)",
        ))
        .help_heading(options);
    let title = Arg::new("title")
        .long("title")
        .value_name("TITLE")
        .help(say("标题", "its title"))
        .help_heading(options);
    let period = Command::new("period")
        .about(say(
            "下一期的填报文件：列出该填的指标、单位和任务，注明上期的数",
            "the next period's file: every figure, row and clause that is expected, with the last ones as comments",
        ))
        .override_usage(say("gongbao new period [选项] [PERIOD]", "gongbao new period [OPTIONS] [PERIOD]"))
        .arg(
            Arg::new("period")
                .value_name("PERIOD")
                .help(say(
                    "哪一期，如 2024-07、2024-Q3、2024（默认：最近一期的下一期）",
                    "which one, such as 2024-07, 2024-Q3 or 2024 (default: the one after the last)",
                ))
                .help_heading(arguments),
        )
        .arg(policy.clone());
    let id = |help| Arg::new("id").value_name("ID").required(true).help(help).help_heading(arguments);
    let new_policy = Command::new("policy")
        .about(say("一项新政策，先作草稿", "a new policy, a draft at first"))
        .override_usage(say("gongbao new policy [选项] <ID>", "gongbao new policy [OPTIONS] <ID>"))
        .arg(id(say(
            "文件夹名，也是网址的一部分：小写字母、数字、连字符",
            "the folder's name, which is part of the address: a-z, 0-9, -",
        )))
        .arg(title.clone());
    let interpretation = Command::new("interpretation")
        .about(say("一篇政策解读", "an interpretation of a policy"))
        .override_usage(say(
            "gongbao new interpretation [选项] <ID>",
            "gongbao new interpretation [OPTIONS] <ID>",
        ))
        .arg(id(say("文件名，不带 .md：小写字母、数字、连字符", "the file's name without .md: a-z, 0-9, -")))
        .args([policy, title]);
    Command::new("new")
        .about(say(
            "新建待填的文件：下一期进展、一项政策、一篇解读；不覆盖任何已有文件",
            "make files to fill in: the next period, a policy, an interpretation; overwrite nothing",
        ))
        .override_usage(say("gongbao new [选项] <命令>", "gongbao new [OPTIONS] <COMMAND>"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(say("命令", "Commands"))
        .subcommands(
            [period, new_policy, interpretation].map(|one| super::arguments::localised(one, language)),
        )
}

/// Writes what was asked for.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let done = match matches.subcommand() {
        Some(("period", matches)) => period(shared, matches),
        Some(("policy", matches)) => policy(shared, matches),
        Some(("interpretation", matches)) => interpretation(shared, matches),
        _ => Err(FAILED),
    };
    done.map_or_else(|code| code, |()| FINE)
}

fn period(shared: &Shared, matches: &ArgMatches) -> Result<(), u8> {
    let asked = named::period(shared, "PERIOD", matches.get_one("period"));
    let asked = asked.map_err(|problem| refuse(shared, &problem))?;
    let (sources, site, _) = named::written(shared)?;
    let policy = chosen(shared, &site, matches)?;
    if policy.indicators.is_empty() {
        return Err(fail(
            shared,
            format!("政策 {} 还没有指标，先写 indicators.yaml", policy.id),
            format!("policy {} has no indicators yet: write indicators.yaml first", policy.id),
        ));
    }
    let period = asked.unwrap_or_else(|| intake::next_period(&sources, policy, shared.as_of));
    let path = folder(shared, &policy.id).join("progress").join(format!("{period}.yaml"));
    let schema = schema(shared, "progress", "../../../../");
    write(shared, &path, &blank::period(&site, policy, period, schema.as_deref()))?;
    next(
        shared,
        "填好数字后运行 gongbao check；公布时填 published",
        "fill in the figures, then run gongbao check; fill in `published` when it is published",
    );
    Ok(())
}

fn policy(shared: &Shared, matches: &ArgMatches) -> Result<(), u8> {
    let id = id(shared, matches)?;
    let title = matches.get_one::<String>("title").map(String::as_str);
    if !shared.root.join("content").is_dir() {
        return Err(no_content(shared));
    }
    let folder = folder(shared, id);
    write(shared, &folder.join("policy.md"), &blank::policy(title))?;
    let schema = schema(shared, "indicators", "../../../");
    write(shared, &folder.join("indicators.yaml"), &blank::indicators(schema.as_deref()))?;
    next(
        shared,
        "填好信息、粘贴正文，删去 draft 一行，再运行 gongbao check",
        "fill it in, paste the text, delete the line `draft`, then run gongbao check",
    );
    Ok(())
}

fn interpretation(shared: &Shared, matches: &ArgMatches) -> Result<(), u8> {
    let id = id(shared, matches)?;
    let title = matches.get_one::<String>("title").map(String::as_str);
    let (_, site, _) = named::written(shared)?;
    let policy = &chosen(shared, &site, matches)?.id;
    let path = folder(shared, policy).join("interpretations").join(format!("{id}.md"));
    write(shared, &path, &blank::interpretation(title))?;
    next(shared, "写好正文和公布日期，再运行 gongbao check", "write it and its date, then run gongbao check");
    Ok(())
}

/// The policy that is named, or the only one that has indicators.
fn chosen<'a>(shared: &Shared, site: &'a Site, matches: &ArgMatches) -> Result<&'a Policy, u8> {
    if let Some(name) = matches.get_one::<String>("policy") {
        return named::policy(shared, site, name).map_err(|problem| refuse(shared, &problem));
    }
    let mut measured = site.policies.iter().filter(|policy| !policy.indicators.is_empty());
    match (measured.next(), measured.next(), &site.policies[..]) {
        (Some(only), None, _) | (None, _, [only]) => Ok(only),
        _ => {
            let all: Vec<&str> = site.policies.iter().map(|policy| policy.id.as_str()).collect();
            Err(fail(
                shared,
                format!("请用 --policy 指明哪项政策：{}", all.join("、")),
                format!("say which policy with --policy: {}", all.join(", ")),
            ))
        }
    }
}

/// An id that can stand in an address.
fn id<'a>(shared: &Shared, matches: &'a ArgMatches) -> Result<&'a str, u8> {
    let id = matches.get_one::<String>("id").map(String::as_str).unwrap_or_default();
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    let good = id.bytes().all(plain) && id.starts_with(|c: char| c.is_ascii_alphanumeric());
    if good {
        return Ok(id);
    }
    Err(fail(
        shared,
        format!("“{id}”不能作网址：用小写字母、数字和连字符，如 xue-qian-jiao-yu"),
        format!("`{id}` cannot stand in an address: use a-z, 0-9 and -"),
    ))
}

fn folder(shared: &Shared, policy: &str) -> PathBuf {
    shared.root.join("content").join("policies").join(policy)
}

/// The schema of a file as a path from its folder, where `gongbao schema` or `init` has written it.
fn schema(shared: &Shared, name: &str, up: &str) -> Option<String> {
    let path = format!("schemas/{name}.schema.json");
    shared.root.join(&path).is_file().then(|| format!("{up}{path}"))
}

/// A new file, whole; one that is there already is left alone and said.
fn write(shared: &Shared, path: &Path, text: &str) -> Result<(), u8> {
    let made = match path.parent() {
        Some(parent) => fs::create_dir_all(parent),
        None => Ok(()),
    };
    let done = made
        .and_then(|()| OpenOptions::new().write(true).create_new(true).open(path))
        .and_then(|mut file| file.write_all(text.as_bytes()));
    match done {
        Ok(()) => {
            let wrote = shared.say("写入", "wrote");
            // A closed standard error is nobody's problem.
            let _ = writeln!(io::stderr(), "{wrote} {}", path.display());
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(fail(
            shared,
            format!("已有 `{}`，没有改动", path.display()),
            format!("`{}` is there already; it was left alone", path.display()),
        )),
        Err(error) => {
            fail_to_write(path, &error, shared.language);
            Err(FAILED)
        }
    }
}

fn no_content(shared: &Shared) -> u8 {
    let root = shared.root.display();
    fail(
        shared,
        format!("`{root}` 里没有 content/ 文件夹：先运行 gongbao init，或用 --root 指明站点"),
        format!("`{root}` has no folder content/: run gongbao init first, or name the site with --root"),
    )
}

fn next(shared: &Shared, zh: &str, en: &str) {
    let _ = writeln!(io::stderr(), "{}{}", shared.say("接着：", "next: "), shared.say(zh, en));
}

fn fail(shared: &Shared, zh: String, en: String) -> u8 {
    refuse(shared, shared.say(&zh, &en))
}

fn refuse(shared: &Shared, problem: &str) -> u8 {
    say_error(problem, shared.language);
    FAILED
}
