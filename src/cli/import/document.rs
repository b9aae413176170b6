//! `gongbao import policy.txt`: an official document becomes a policy.

use crate::cli::{FAILED, FAULTY, FINE, Shared, colour, say_error};
use crate::diagnostic::{Format, print};
use crate::intake::document::{Plan, Refusal, Request, Summary, free, plan, put};
use crate::model::Language;
use clap::ArgMatches;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Says what was found, and writes it unless `--dry-run` was given. YAML to paste and the files of a dry
/// run go to standard output, words for people to standard error.
pub(super) fn run(shared: &Shared, matches: &ArgMatches, file: &Path) -> u8 {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = matches.get_one::<String>("id").map(String::as_str);
    let dry = matches.get_flag("dry-run");
    let bytes = fs::read(file).map_err(|error| Refusal::Machine(file.to_path_buf(), error));
    let planned = bytes.and_then(|bytes| {
        plan(Request { root: &shared.root, name: &name, bytes, id, language: shared.language })
    });
    let plan = match planned {
        Ok(plan) => plan,
        Err(refusal) => return refused(&refusal, shared),
    };
    let problems = print(&plan.diagnostics, &plan.sources, Format::Human, shared.language, colour());
    if plan.diagnostics.has_errors() {
        say(&problems);
        return FAULTY;
    }
    let done = if dry { free(&shared.root, &plan.files) } else { put(&shared.root, &plan.files) };
    if let Err(refusal) = done {
        return refused(&refusal, shared);
    }
    say(&problems);
    say(&told(shared, &plan, dry));
    let mut out = String::new();
    for file in plan.files.iter().filter(|_| dry) {
        out += &format!("# ---- {}\n{}\n", file.path, file.text);
    }
    if !plan.paste.is_empty() {
        out += &plan.paste;
    }
    // A closed pipe is the reader's wish, not our failure.
    let _ = std::io::stdout().write_all(out.as_bytes());
    FINE
}

fn refused(refusal: &Refusal, shared: &Shared) -> u8 {
    say_error(&refusal.words(shared.language), shared.language);
    FAILED
}

/// What was found and what was not, what was written, and what comes next.
fn told(shared: &Shared, plan: &Plan, dry: bool) -> String {
    let Summary { found, missing } = &plan.summary;
    let mut text = format!("{}\n", shared.say("找到：", "found:"));
    found.iter().for_each(|line| text += &format!("  {line}\n"));
    let damaged = plan.diagnostics.iter().count();
    if !missing.is_empty() || damaged > 0 {
        text += &format!("{}\n", shared.say("请补上或核对：", "to be filled in or checked:"));
        missing.iter().for_each(|line| text += &format!("  {line}\n"));
        if damaged > 0 {
            text += &format!("  {}\n", damage(shared, plan));
        }
    }
    let wrote = match dry {
        true => shared.say("将写入", "would write"),
        false => shared.say("写入", "wrote"),
    };
    plan.files
        .iter()
        .for_each(|file| text += &format!("{wrote} {}\n", shared.root.join(&file.path).display()));
    if !plan.paste.is_empty() {
        text += shared.say(
            "已有 content/organisations.yaml，没有改动；其中缺少的单位见标准输出，核对后粘贴进去\n",
            "content/organisations.yaml is there and was left alone; the organisations that it lacks are on standard output, to be checked and pasted\n",
        );
    }
    if !dry {
        let root = shared.root.display();
        text += &match shared.language {
            Language::Chinese => format!(
                "接着：gongbao --root {root} check，逐项确认指标，再 gongbao --root {root} build --open\n"
            ),
            Language::English => format!(
                "next: gongbao --root {root} check, confirm the indicators one by one, then gongbao --root {root} build --open\n"
            ),
        };
    }
    text
}

/// How many places look damaged, and on which lines.
fn damage(shared: &Shared, plan: &Plan) -> String {
    let places = plan.diagnostics.sorted().into_iter().filter_map(|problem| problem.place);
    let mut lines: Vec<usize> =
        places.map(|place| crate::diagnostic::locate(&plan.sources, place).line).collect();
    let count = lines.len();
    lines.dedup();
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    match shared.language {
        Language::Chinese => format!(
            "像是损坏的有{count}处，在第{}行，见上；正文里留有“导入提示”，改好后删去",
            lines.join("、")
        ),
        Language::English => {
            format!(
                "{count} places look damaged, on lines {} (see above); delete the notes `import:` in the text once mended",
                lines.join(", ")
            )
        }
    }
}

fn say(text: &str) {
    // A closed standard error is nobody's problem.
    let _ = std::io::stderr().write_all(text.as_bytes());
}
