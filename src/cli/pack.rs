//! `gongbao pack`: what is handed to a portal, as packages, single files and texts for an editor.

use super::build::use_threads;
use super::meter::Meter;
use super::{FAILED, FAULTY, FINE, Shared, colour, only, say_error, stopped};
use crate::diagnostic::{Closing, Format, Severity, print, summary};
use crate::model::Language;
use crate::package::{self, Made, Packed, Request};
use crate::pipeline::Options;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Its arguments.
pub(super) fn command(language: Language, others: [Arg; 3]) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let options = say("选项", "Options");
    let policies = |name: &'static str, zh, en| {
        Arg::new(name)
            .long(name)
            .value_name("POLICY")
            .action(ArgAction::Append)
            .help(say(zh, en))
            .help_heading(options)
    };
    Command::new("pack")
        .about(say(
            "把站点打成可核对的包，交给门户网站；也可以把一项政策做成单个网页，或做成能贴进编辑器的正文",
            "make the site a package that can be checked, for a portal; or a policy one single page, or text for an editor",
        ))
        .override_usage(say("gongbao pack [选项]", "gongbao pack [OPTIONS]"))
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "放在哪个文件夹（默认：站点文件夹下的 packages）",
                    "the folder of packages (default: packages in the site's folder)",
                ))
                .help_heading(options),
        )
        .arg(
            Arg::new("since")
                .long("since")
                .value_name("PACKAGE")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "另做一个包，只含与这个整站包相比的变化，并写明要删哪些文件、哪些数变了",
                    "also make a package of only what changed since this one, which says what to delete and which figures changed",
                ))
                .help_heading(options),
        )
        .arg(policies(
            "single-file",
            "把这项政策做成一个网页文件，样式、图表都在里面，不联网也能看；可以写几次",
            "make this policy one page with everything inside, to be read without a network; may be given several times",
        ))
        .arg(policies(
            "fragment",
            "把这项政策做成一段正文，贴进内容管理系统的编辑器用，图片另存在旁边；可以写几次",
            "make this policy text for the editor of a content management system, pictures beside it; may be given several times",
        ))
        .args(others)
}

/// Builds and packs.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    use_threads(matches);
    let names = |name: &str| -> Vec<String> {
        matches.get_many::<String>(name).map(|names| names.cloned().collect()).unwrap_or_default()
    };
    let folder = matches.get_one::<PathBuf>("output").cloned();
    let folder = folder.unwrap_or_else(|| shared.root.join("packages"));
    if let Some(problem) = refused(shared, &folder) {
        say_error(&problem, shared.language);
        return FAILED;
    }
    let options = Options {
        root: shared.root.clone(),
        as_of: shared.as_of,
        since: None,
        drafts: false,
        strict: matches.get_flag("strict"),
        pictures: !matches.get_flag("no-pictures"),
        workbooks: true,
    };
    let request = Request {
        options: &options,
        folder: &folder,
        since: matches.get_one::<PathBuf>("since").map(PathBuf::as_path),
        singles: &names("single-file"),
        fragments: &names("fragment"),
    };
    let meter = Meter::new(shared);
    let result = package::pack(&request, &meter);
    meter.finish();
    match result {
        Err(stop) => stopped(&stop, shared),
        Ok(Err(fault)) => {
            say_error(&fault.words(shared.language), shared.language);
            FAILED
        }
        Ok(Ok(packed)) => tell(shared, &packed, options.strict),
    }
}

/// What was made, or what stands in the way.
fn tell(shared: &Shared, packed: &Packed, strict: bool) -> u8 {
    let outcome = &packed.outcome;
    let stopped = packed.made.is_empty();
    let mut text = String::new();
    if stopped {
        let errors = only(&outcome.diagnostics, |entry| strict || entry.severity == Severity::Error);
        text += &print(&errors, &outcome.sources, Format::Human, shared.language, colour());
        text += &summary(&outcome.diagnostics, &outcome.sources, shared.language, Closing::Check);
        text += shared.say("没有打包\n", "nothing was packed\n");
    } else {
        text += &compared(
            shared,
            packed.compared.as_deref(),
            packed.made.iter().any(|made| made.files.is_some()),
        );
        packed.made.iter().for_each(|made| text += &line(shared, made));
        text += &summary(&outcome.diagnostics, &outcome.sources, shared.language, Closing::Build);
    }
    // A closed standard error is nobody's problem.
    let _ = io::stderr().write_all(text.as_bytes());
    if stopped { FAULTY } else { FINE }
}

/// With which package the figures were compared.
fn compared(shared: &Shared, package: Option<&Path>, packs: bool) -> String {
    match (shared.language, package) {
        (Language::Chinese, Some(package)) => {
            format!("已与上一个包 {} 核对：公布过的数没有悄悄改动的\n", package.display())
        }
        (Language::English, Some(package)) => {
            format!("no figure differs in silence from the last package, {}\n", package.display())
        }
        (Language::Chinese, None) if packs => {
            "没有以前的包可以核对；请留好这一个，下次打包会与它核对\n".into()
        }
        (Language::English, None) if packs => {
            "there is no earlier package to compare with; keep this one, the next will be compared with it\n"
                .into()
        }
        (_, None) => String::new(),
    }
}

/// A line for what was made; of a package its sums too, to be told in another way than the package itself.
fn line(shared: &Shared, made: &Made) -> String {
    let path = made.path.display();
    let Some(files) = made.files else {
        return match shared.language {
            Language::Chinese => format!("已生成 {path}\n"),
            Language::English => format!("made {path}\n"),
        };
    };
    let sums = format!("  SHA-256 {}\n  SM3     {}\n", made.sums.sha256, made.sums.sm3);
    let removed = made.removed;
    let mega = made.sums.size as f64 / 1e6;
    let head = match (shared.language, made.same, made.beside) {
        (Language::Chinese, true, _) => format!("{path} 已经有了，内容相同，没有重写\n"),
        (Language::Chinese, false, beside) => {
            let gone = if removed > 0 { format!("，要删除 {removed} 个") } else { String::new() };
            let why = if beside { "；同一天已有内容不同的包，所以另编了号" } else { "" };
            format!("已打包 {path}（{files} 个文件{gone}，{mega:.1} MB{why}）\n")
        }
        (Language::English, true, _) => format!("{path} is there already with the same bytes\n"),
        (Language::English, false, beside) => {
            let gone = if removed > 0 { format!(", {removed} to delete") } else { String::new() };
            let why = if beside { "; numbered, since another package of this day is there" } else { "" };
            format!("packed {path} ({files} files{gone}, {mega:.1} MB{why})\n")
        }
    };
    head + &sums
}

/// What is packed must not become content, nor lie in what a build keeps clean.
fn refused(shared: &Shared, folder: &Path) -> Option<String> {
    let inside = ["content", "themes", "output"].iter().any(|own| folder.starts_with(shared.root.join(own)));
    inside.then(|| match shared.language {
        Language::Chinese => {
            format!("--output 应在 content/、themes/ 和 output/ 以外，这里是 `{}`", folder.display())
        }
        Language::English => {
            format!("--output lies outside content/, themes/ and output/, not at `{}`", folder.display())
        }
    })
}
