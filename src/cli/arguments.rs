//! Every argument, with its help in both languages.

use super::Shared;
use crate::model::{Language, parse_date};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::civil::Date;
use std::ffi::OsString;
use std::path::PathBuf;

/// The language of messages, looked up before anything is parsed, so that help and mistakes speak it too.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let split = texts.iter().position(|text| *text == "--lang").and_then(|at| texts.get(at + 1).copied());
    joined.or(split).and_then(Language::parse).unwrap_or_default()
}

/// The whole command line.
pub(super) fn command(language: Language) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let options = say("选项", "Options");
    let flag = |name: &'static str, zh, en| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(zh, en)).help_heading(options)
    };
    let root = Arg::new("root")
        .long("root")
        .value_name("DIR")
        .global(true)
        .default_value(".")
        .hide_default_value(true)
        .value_parser(value_parser!(PathBuf))
        .help(say(
            "站点所在的文件夹，里面有 content/（默认：当前文件夹）",
            "the site's folder, which holds content/ (default: the current folder)",
        ))
        .help_heading(options);
    let lang = Arg::new("lang")
        .long("lang")
        .value_name("LANG")
        .global(true)
        .value_parser(["zh-CN", "en"])
        .hide_possible_values(true)
        .help(say("提示信息的语言：zh-CN（默认）或 en", "language of messages: zh-CN (default) or en"))
        .help_heading(options);
    let as_of = Arg::new("as-of")
        .long("as-of")
        .value_name("DATE")
        .global(true)
        .help(say(
            "以哪一天为“今天”来判断进度，如 2024-07-15（默认：今天）",
            "the day that counts as today, such as 2024-07-15 (default: today)",
        ))
        .help_heading(options);
    let drafts = flag("drafts", "标有 draft: true 的政策也算在内", "include policies marked draft: true");
    let strict = flag("strict", "有警告也按错误处理", "treat warnings as errors");
    let no_pictures = flag(
        "no-pictures",
        "不生成一图读懂、一图看进展和宣传册，也没有它们的网页和链接",
        "leave out pictures and booklets, their pages and links",
    );
    let threads = Arg::new("threads")
        .long("threads")
        .value_name("N")
        .value_parser(value_parser!(u16).range(1..=1024))
        .help(say(
            "同时用几个线程（默认：处理器核数）",
            "how many threads to use (default: one for each core)",
        ))
        .help_heading(options);

    let init = Command::new("init")
        .about(say(
            "新建一个可以直接生成的小站点，不覆盖任何已有文件",
            "make a small site that builds as it is; overwrite nothing",
        ))
        .override_usage(say("gongbao init [选项] [DIR]", "gongbao init [OPTIONS] [DIR]"))
        .arg(
            Arg::new("dir")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "建在哪个文件夹（默认：--root 指明的文件夹）",
                    "the folder to make it in (default: that of --root)",
                ))
                .help_heading(say("参数", "Arguments")),
        );
    let build = Command::new("build")
        .about(say(
            "按 content/ 生成站点，放进 output/；有错误时 output/ 保持原样",
            "make the site of content/ in output/; if anything is wrong, output/ stays as it was",
        ))
        .override_usage(say("gongbao build [选项]", "gongbao build [OPTIONS]"))
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "生成到哪个文件夹（默认：站点文件夹下的 output）",
                    "the output folder (default: output in the site's folder)",
                ))
                .help_heading(options),
        )
        .arg(
            Arg::new("since")
                .long("since")
                .value_name("DATE")
                .help(say(
                    "“最近变化”从哪一天比起，如 2024-01-01（默认：每次公布都与上一次公布相比）",
                    "the day from which changes are told, such as 2024-01-01 (default: each publication against the one before it)",
                ))
                .help_heading(options),
        )
        .args([strict.clone(), drafts.clone(), no_pictures.clone(), threads.clone()])
        .arg(
            Arg::new("dump-view")
                .long("dump-view")
                .value_name("PAGE")
                .help(say(
                    "不生成站点，只把这个网页的模板得到的数据按 JSON 输出，供写主题的人查看；可以是 index.html，也可以是路径的开头，如 policies/",
                    "make nothing; print as JSON what the template of this page gets, for those who write themes: index.html, or the beginning of a path, such as policies/",
                ))
                .help_heading(options),
        )
        .arg(flag("open", "生成后用浏览器打开首页", "open the home page in a browser afterwards"));
    let check = Command::new("check")
        .about(say(
            "检查全部内容，列出每一处错误和警告，不写任何文件；还查标签、时间、解读、链接、附件、个人信息、错敏词和逾期的数",
            "list every error and warning of the content; write nothing. Also looks at tags, times, interpretations, links, attachments, personal data, watched words and overdue figures",
        ))
        .override_usage(say("gongbao check [选项]", "gongbao check [OPTIONS]"))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORM")
                .value_parser(["human", "short", "json", "github"])
                .default_value("human")
                .hide_default_value(true)
                .hide_possible_values(true)
                .help(say(
                    "列出的形式：human（默认）、short（一行一条）、json 或 github",
                    "form of the list: human (default), short (a line each), json or github",
                ))
                .help_heading(options),
        )
        .arg(flag(
            "by-organisation",
            "改为每个单位一份：逾期未报的数、请核对的地方、接下来要报的数",
            "instead, a report for each organisation: overdue figures, what to look at, what is due next",
        ))
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "与 --by-organisation 一起用：写到哪个文件夹，每个单位一个 .md 文件（默认：不写文件，只输出）",
                    "with --by-organisation: write a .md file for each into this folder (default: print)",
                ))
                .help_heading(options),
        )
        .arg(
            Arg::new("package")
                .long("package")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "再与这个包（或输出文件夹）核对：公布过的数不能悄悄改",
                    "also compare with this package (or output folder): no published figure may change in silence",
                ))
                .help_heading(options),
        )
        .args([strict.clone(), drafts.clone(), no_pictures.clone(), threads.clone()]);
    let pack = super::pack::command(language, [strict, no_pictures.clone(), threads.clone()]);
    let verify = super::verify::command(language);
    let diff = super::diff::command(language);
    let explain = super::explain::command(language, drafts.clone());
    let new = super::new::command(language);
    let review = super::review::command(language, drafts.clone());
    let serve = Command::new("serve")
        .about(say(
            "在浏览器里预览，保存即更新，错误显示在网页上；不写任何文件",
            "preview in a browser: pages follow what is saved and show what is wrong; write nothing",
        ))
        .override_usage(say("gongbao serve [选项]", "gongbao serve [OPTIONS]"))
        .arg(
            Arg::new("port")
                .long("port")
                .value_name("N")
                .value_parser(value_parser!(u16))
                .help(say(
                    "用哪个端口，0 表示任选一个空闲的（默认：4747，被占用时用后面的）",
                    "the port; 0 is any that is free (default: 4747, or the next ones where it is taken)",
                ))
                .help_heading(options),
        )
        .arg(flag("open", "用浏览器打开首页", "open the home page in a browser"))
        .args([drafts.clone(), no_pictures, threads]);
    let schema = Command::new("schema")
        .about(say(
            "编辑器用的 JSON Schema，写 YAML 时能补全、说明、检查；不带参数时列出名称",
            "JSON Schema for editors, which then complete, explain and check; by itself, list the names",
        ))
        .override_usage(say("gongbao schema [选项] [NAME]", "gongbao schema [OPTIONS] [NAME]"))
        .arg(
            Arg::new("name")
                .value_name("NAME")
                .value_parser(PossibleValuesParser::new(super::schema::names()))
                .hide_possible_values(true)
                .help(say(
                    "输出或写出哪一份，如 site（默认：列出名称，或全部写出）",
                    "which one to print or write, such as site (default: list them, or write all)",
                ))
                .help_heading(say("参数", "Arguments")),
        )
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "写到哪个文件夹，每个存成 NAME.schema.json（默认：不写文件，只输出）",
                    "write NAME.schema.json files into this folder (default: print)",
                ))
                .help_heading(options),
        );
    let gather = super::gather::command(language);
    let export = super::export::command(language);
    let import = super::import::command(language);
    let publish = super::publish::command(language);

    Command::new("gongbao")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(
            "公报：用政策文本（Markdown）和进展数据（YAML）生成公开站点",
            "Gongbao: make a public site from policy text (Markdown) and progress data (YAML)",
        ))
        .after_help(say(
            "第一次用：先运行 gongbao init 我的站点，再进入这个文件夹，运行 gongbao build --open\n退出码：0 成功；1 内容或主题有错误（用了 --strict 时，有警告也算）；2 用法不对，或机器出了故障",
            "To begin: run gongbao init my-site, then gongbao build --open in that folder\nExit codes: 0 fine; 1 the content or theme has errors (or, with --strict, warnings); 2 wrong use, or the machine failed",
        ))
        .override_usage(say("gongbao [选项] <命令>", "gongbao [OPTIONS] <COMMAND>"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .args([root, lang, as_of])
        .subcommands([init, new, build, check, serve, export, import, review, pack, verify, diff, publish, explain, gather, schema].map(|command| localised(command, language)))
        .subcommand_help_heading(say("命令", "Commands"))
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(say("显示版本", "show the version"))
                .help_heading(options),
        )
        .disable_help_flag(true)
        .arg(help_flag(language))
        .help_template(template(language, true))
}

/// A subcommand with help in the language.
pub(super) fn localised(command: Command, language: Language) -> Command {
    command.disable_help_flag(true).arg(help_flag(language)).help_template(template(language, false))
}

/// `-h, --help`.
fn help_flag(language: Language) -> Arg {
    let (help, heading) = match language {
        Language::Chinese => ("显示帮助", "选项"),
        Language::English => ("show this help", "Options"),
    };
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help(help).help_heading(heading)
}

/// The layout of help texts.
fn template(language: Language, top: bool) -> String {
    let usage = match language {
        Language::Chinese => "用法：",
        Language::English => "Usage: ",
    };
    let after = if top { "{after-help}" } else { "" };
    format!("{{about}}\n\n{usage}{{usage}}\n\n{{all-args}}\n{after}")
}

/// The day of `--since`, before today.
pub(super) fn since(matches: &ArgMatches, shared: &Shared) -> Result<Option<Date>, String> {
    let Some(text) = matches.get_one::<String>("since") else { return Ok(None) };
    let date = parse_date(text).ok_or_else(|| match shared.language {
        Language::Chinese => format!("--since 应为日期，如 2024-01-01，这里是“{text}”"),
        Language::English => format!("--since takes a date such as 2024-01-01, not `{text}`"),
    })?;
    if date >= shared.as_of {
        return Err(match shared.language {
            Language::Chinese => format!("--since 应早于“今天”（{}），这里是 {date}", shared.as_of),
            Language::English => format!("--since must lie before today ({}), not at {date}", shared.as_of),
        });
    }
    Ok(Some(date))
}

/// What every command gets.
pub(super) fn shared(matches: &ArgMatches, language: Language, today: Date) -> Result<Shared, String> {
    let root = matches.get_one::<PathBuf>("root").cloned().unwrap_or_else(|| PathBuf::from("."));
    let as_of = match matches.get_one::<String>("as-of") {
        None => today,
        Some(text) => parse_date(text).ok_or_else(|| match language {
            Language::Chinese => format!("--as-of 应为日期，如 2024-07-15，这里是“{text}”"),
            Language::English => format!("--as-of takes a date such as 2024-07-15, not `{text}`"),
        })?,
    };
    Ok(Shared { root, language, as_of })
}
