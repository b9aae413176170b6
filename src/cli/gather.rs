//! `gongbao gather`: an overview of several sites, from the `data/site.json` that each has published.

use super::{FAILED, FAULTY, Shared, build, say_error};
use crate::intake::gather::{self, Done, Found, Refused};
use crate::model::{GatheredSite, Language};
use crate::pipeline::Options;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Its arguments.
pub(super) fn command(language: Language) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let options = say("选项", "Options");
    Command::new("gather")
        .about(say(
            "汇总几个网站：读各网站公布的 data/site.json，放进 content/gathered/，再生成总览",
            "an overview of several sites: take in the data/site.json that each has published, then build",
        ))
        .override_usage(say("gongbao gather [选项] <SOURCE>...", "gongbao gather [OPTIONS] <SOURCE>..."))
        .args([
            Arg::new("source")
                .value_name("SOURCE")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "事先取回的 site.json，或网站所在的文件夹，或装着若干个这样的文件、文件夹的文件夹",
                    "a fetched site.json, the folder of a site, or a folder of such files or folders",
                ))
                .help_heading(say("参数", "Arguments")),
            Arg::new("id")
                .long("id")
                .value_name("ID")
                .help(say(
                    "网站在总览里的 id，用在网址里；只有一个文件时用（默认：取文件或文件夹的名字）",
                    "the id of a single site, which its address here takes (default: the name of its file or folder)",
                ))
                .help_heading(options),
            Arg::new("dry-run")
                .long("dry-run")
                .action(ArgAction::SetTrue)
                .help(say("只说明会取哪些，不写任何文件", "say what would be taken in; write nothing"))
                .help_heading(options),
            Arg::new("output")
                .long("output")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "生成到哪个文件夹（默认：站点文件夹下的 output）",
                    "the output folder (default: output in the site's folder)",
                ))
                .help_heading(options),
            Arg::new("open")
                .long("open")
                .action(ArgAction::SetTrue)
                .help(say("生成后用浏览器打开", "open the home page afterwards"))
                .help_heading(options),
        ])
}

/// Takes the sites in, tells of each, and builds; with one that cannot be taken nothing is built.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    if !shared.root.join("content/site.yaml").is_file() {
        let problem = match shared.language {
            Language::Chinese => format!(
                "`{}` 里没有 content/site.yaml：总览也是一个站点，先用 `gongbao init` 建好，再在里面汇总",
                shared.root.display()
            ),
            Language::English => format!(
                "`{}` holds no content/site.yaml: an overview is a site too; make one with `gongbao init` and gather in it",
                shared.root.display()
            ),
        };
        say_error(&problem, shared.language);
        return FAILED;
    }
    let mut files = Vec::new();
    for source in matches.get_many::<PathBuf>("source").into_iter().flatten() {
        match gather::files(source) {
            Ok(found) if found.is_empty() => {
                let why = shared.say(
                    "里面没有 data/site.json，也没有 .json 文件",
                    "holds no data/site.json and no .json file",
                );
                say_error(&format!("`{}` {why}", source.display()), shared.language);
                return FAILED;
            }
            Ok(found) => files.extend(found),
            Err(error) => {
                let what = shared.say("读不了", "cannot be read");
                say_error(&format!("`{}` {what}：{error}", source.display()), shared.language);
                return FAILED;
            }
        }
    }
    let id = matches.get_one::<String>("id");
    if id.is_some() && files.len() > 1 {
        say_error(shared.say("--id 只用于一个文件", "--id is for a single file"), shared.language);
        return FAILED;
    }
    let dry = matches.get_flag("dry-run");
    let found = gather::take(&shared.root, &files, id.map(String::as_str), dry);
    let mut text = String::new();
    for one in &found {
        text += &told(shared, one);
    }
    // A closed standard error is nobody's problem.
    let _ = io::stderr().write_all(text.as_bytes());
    if found
        .iter()
        .any(|one| matches!(one.site, Err(Refused::Failed(_) | Refused::Taken(_) | Refused::Nameless)))
    {
        return FAILED;
    }
    if found.iter().any(|one| one.site.is_err()) {
        return FAULTY;
    }
    if dry {
        return super::FINE;
    }
    let output = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| shared.root.join("output"));
    let options = Options {
        root: shared.root.clone(),
        as_of: shared.as_of,
        since: None,
        drafts: false,
        strict: false,
        pictures: true,
        workbooks: false,
    };
    build::into(shared, &options, &output, matches.get_flag("open"))
}

/// A line a site.
fn told(shared: &Shared, found: &Found) -> String {
    let file = found.file.display();
    let problem = match &found.site {
        Ok((site, done)) => return taken(shared, site, *done, &found.file),
        Err(problem) => problem,
    };
    let label = shared.say("错误：", "error: ");
    let why = match (problem, shared.language) {
        (Refused::NotPublished(wrong), Language::Chinese) => {
            format!(
                "`{file}` 第{}行第{}列：不是本程序生成的 data/site.json（{}）",
                wrong.line, wrong.column, wrong.reason
            )
        }
        (Refused::NotPublished(wrong), Language::English) => {
            format!(
                "`{file}`, line {}, column {}: no data/site.json of this program ({})",
                wrong.line, wrong.column, wrong.reason
            )
        }
        (Refused::Failed(error), Language::Chinese) => format!("`{file}` 读不了或写不进：{error}"),
        (Refused::Failed(error), Language::English) => {
            format!("`{file}` cannot be read or taken in: {error}")
        }
        (Refused::Taken(id), Language::Chinese) => {
            format!("`{file}`：“{id}”已经是另一个网站，用 `--id` 另取一个")
        }
        (Refused::Taken(id), Language::English) => {
            format!("`{file}`: `{id}` is another site already; name this one with `--id`")
        }
        (Refused::Nameless, Language::Chinese) => {
            format!("`{file}`：id 只能用小写字母、数字、`-` 和 `_`，用 `--id` 取一个")
        }
        (Refused::Nameless, Language::English) => {
            format!("`{file}`: an id is of small letters, digits, `-` and `_`; give one with `--id`")
        }
    };
    format!("{label}{why}\n")
}

fn taken(shared: &Shared, site: &GatheredSite, done: Done, file: &Path) -> String {
    let done = match done {
        Done::New => shared.say("新增", "new"),
        Done::Renewed => shared.say("更新", "renewed"),
        Done::Unchanged => shared.say("未变", "unchanged"),
        Done::Older => shared.say("没有取：已有的更新", "left out, the one that is there is newer:"),
    };
    let as_of = match site.as_of() {
        Some(day) => day.to_string(),
        None => shared.say("没有数据", "no data").to_string(),
    };
    let policies = site.policies.len();
    match shared.language {
        Language::Chinese => {
            format!(
                "{done} {}（{}）：{policies}项政策，数据截至 {as_of}（{}）\n",
                site.title,
                site.id,
                file.display()
            )
        }
        Language::English => {
            format!(
                "{done} {} ({}): {policies} policies, data as of {as_of} ({})\n",
                site.title,
                site.id,
                file.display()
            )
        }
    }
}
