//! A filled sheet -> `progress/`.

use super::super::{FAILED, FAULTY, FINE, Shared, colour, named, say_error};
use crate::diagnostic::{Closing, Diagnostics, Format, print, summary};
use crate::intake::sheet::{self, Import, Wish};
use crate::model::Language;
use crate::source::Sources;
use clap::ArgMatches;
use std::io::{self, Write};
use std::path::Path;

/// A sheet: the preview always; the file where nothing speaks against it.
pub(super) fn run(shared: &Shared, matches: &ArgMatches, file: &Path) -> u8 {
    let (mut sources, site, known) = match named::written(shared) {
        Ok(written) => written,
        Err(code) => return code,
    };
    let wish = match wish(shared, &site, matches) {
        Ok(wish) => wish,
        Err(problem) => return fail(shared, &problem),
    };
    let mut d = Diagnostics::new();
    let opened = match sources.read_outside(file, &mut d) {
        Ok(opened) => opened,
        Err(error) => {
            let file = file.display();
            return fail(
                shared,
                &match shared.language {
                    Language::Chinese => format!("读不到 `{file}`：{error}"),
                    Language::English => format!("cannot read `{file}`: {error}"),
                },
            );
        }
    };
    let today = (shared.as_of, shared.language);
    let import = match d.has_errors() {
        true => None,
        false => sheet::read((&sources, &site, &known), opened, &wish, today, &mut d),
    };
    let Some(import) = import else {
        return refused(shared, &d, &sources);
    };
    say(&sheet::preview(&import, &sources, shared.language));
    if import.found.has_errors() {
        say(shared.say(
            "写进去以后会有这些错误，所以没有写：\n",
            "written, it would have these errors, so it was not:\n",
        ));
        return refused(shared, &import.found, &import.merged);
    }
    say(&print(&import.found, &import.merged, Format::Human, shared.language, colour()));
    settle(shared, matches, &import)
}

/// Writes, or says why not.
fn settle(shared: &Shared, matches: &ArgMatches, import: &Import) -> u8 {
    if import.changes.is_empty() {
        say(shared.say("没有变化，不用写\n", "nothing changes, nothing to write\n"));
        return FINE;
    }
    if matches.get_flag("dry-run") {
        say(shared.say("只是预览，没有写入\n", "only a preview: nothing was written\n"));
        return FINE;
    }
    if import.is_to_be_checked() && !matches.get_flag("write") {
        say(shared.say(
            "标有 ⚠ 的请先核对，没有写入；确实无误，加上 --write 再运行一次\n",
            "check what is marked ⚠: nothing was written; if all is right, run it again with --write\n",
        ));
        return FAULTY;
    }
    match sheet::keep(import, &shared.root) {
        Ok(true) => {}
        Ok(false) => {
            let problem = shared.say(
                "这个文件刚才被别人改过，没有写入；再运行一次",
                "somebody has changed the file meanwhile: nothing was written; run it again",
            );
            return fail(shared, problem);
        }
        Err(error) => {
            let path = &import.path;
            return fail(
                shared,
                &match shared.language {
                    Language::Chinese => format!("无法写入 `{path}`：{error}"),
                    Language::English => format!("cannot write `{path}`: {error}"),
                },
            );
        }
    }
    say(&match (shared.language, import.old.is_some()) {
        (Language::Chinese, true) => format!("已写入 {}\n", import.path),
        (Language::Chinese, false) => format!("新建 {}；公布时写上 published\n", import.path),
        (Language::English, true) => format!("wrote {}\n", import.path),
        (Language::English, false) => format!("made {}; write its `published` when it is\n", import.path),
    });
    FINE
}

/// What was typed beside the file.
fn wish(shared: &Shared, site: &crate::model::Site, matches: &ArgMatches) -> Result<Wish, String> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let policy = match text("policy") {
        Some(name) => Some(named::policy(shared, site, &name)?.id.clone()),
        None => None,
    };
    Ok(Wish {
        policy,
        period: named::period(shared, "--period", matches.get_one("period"))?,
        sheet: text("sheet"),
        column: text("column"),
        breakdown: text("breakdown"),
    })
}

/// The errors, all of them.
fn refused(shared: &Shared, d: &Diagnostics, sources: &Sources) -> u8 {
    let mut text = print(d, sources, Format::Human, shared.language, colour());
    text += &summary(d, sources, shared.language, Closing::Check);
    text += shared.say("没有写入任何文件\n", "nothing was written\n");
    say(&text);
    FAULTY
}

fn say(text: &str) {
    // A closed standard error is nobody's problem.
    let _ = io::stderr().write_all(text.as_bytes());
}

fn fail(shared: &Shared, problem: &str) -> u8 {
    say_error(problem, shared.language);
    FAILED
}
