//! `gongbao review`: the review sheet (发布审核单), an A4 page to be signed before anything is published.

use super::arguments::since;
use super::meter::Meter;
use super::{FAILED, FINE, Shared, fail_to_write, faulty, say_error, stopped};
use crate::model::Language;
use crate::pipeline::{self, Options};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Its arguments.
pub(super) fn command(language: Language, drafts: Arg) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let options = say("选项", "Options");
    Command::new("review")
        .about(say(
            "发布审核单：将公布的新数、更正、任务情况和检查结果，打印出来签字",
            "the review sheet: new figures, corrections, statements and warnings about to be published, to be signed",
        ))
        .override_usage(say("gongbao review [选项]", "gongbao review [OPTIONS]"))
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "写到哪个 .html 文件（默认：站点文件夹下的 发布审核单-日期.html）",
                    "the .html file to write (default: review-DATE.html in the site's folder)",
                ))
                .help_heading(options),
        )
        .arg(
            Arg::new("since")
                .long("since")
                .value_name("DATE")
                .help(say(
                    "列出这一天以后的全部变化（默认：最近一次公布的内容）",
                    "everything that changed after this day (default: what was published last)",
                ))
                .help_heading(options),
        )
        .arg(drafts)
        .arg(
            Arg::new("open")
                .long("open")
                .action(ArgAction::SetTrue)
                .help(say("写好后用浏览器打开", "open it in a browser afterwards"))
                .help_heading(options),
        )
}

/// Writes the sheet; a site with errors has none.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let since = match since(matches, shared) {
        Ok(since) => since,
        Err(problem) => {
            say_error(&problem, shared.language);
            return FAILED;
        }
    };
    let path = match matches.get_one::<PathBuf>("output") {
        Some(path) => path.clone(),
        None => {
            let name = shared.say("发布审核单", "review");
            shared.root.join(format!("{name}-{}.html", shared.as_of))
        }
    };
    if let Some(problem) = refused(shared, &path) {
        say_error(&problem, shared.language);
        return FAILED;
    }
    let options = Options {
        root: shared.root.clone(),
        as_of: shared.as_of,
        since,
        drafts: matches.get_flag("drafts"),
        strict: false,
        // Its warnings are those of the texts; drawing would only take time.
        pictures: false,
        workbooks: false,
    };
    let meter = Meter::new(shared);
    let result = pipeline::review(&options, &meter);
    meter.finish();
    let (outcome, sheet) = match result {
        Ok(both) => both,
        Err(stop) => return stopped(&stop, shared),
    };
    let Some(sheet) = sheet else { return faulty(&outcome.diagnostics, &outcome.sources, shared) };
    if let Err(error) = fs::write(&path, sheet) {
        fail_to_write(&path, &error, shared.language);
        return FAILED;
    }
    let wrote = shared.say("已写好，打开后打印：", "written; open and print it:");
    // A closed standard error is nobody's problem.
    let _ = writeln!(io::stderr(), "{wrote} {}", path.display());
    if matches.get_flag("open") && open::that_detached(&path).is_err() {
        say_error(
            shared.say("没有找到浏览器，请自己打开上面的文件", "no browser was found; open the file above"),
            shared.language,
        );
    }
    FINE
}

/// A sheet is written over an older sheet, and over nothing that somebody has written.
fn refused(shared: &Shared, path: &Path) -> Option<String> {
    let is_page = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("html"));
    let inside = ["content", "themes"].iter().any(|folder| path.starts_with(shared.root.join(folder)));
    if is_page && !inside {
        return None;
    }
    Some(match shared.language {
        Language::Chinese => {
            format!("--output 应是 content/ 和 themes/ 以外的 .html 文件，这里是 `{}`", path.display())
        }
        Language::English => {
            format!("--output takes an .html file outside content/ and themes/, not `{}`", path.display())
        }
    })
}
