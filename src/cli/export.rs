//! `gongbao export`: sheets to fill in, one a policy.

use super::{FAILED, FAULTY, FINE, Shared, colour, say_error};
use crate::diagnostic::{Closing, Diagnostics, Format, Severity, nearest, print, summary};
use crate::intake::sheet::{Blank, blanks};
use crate::intake::written;
use crate::model::{Language, OrgIx, Period, Policy, Site};
use crate::source::Sources;
use clap::ArgMatches;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes the sheets and says where they are; one that is there already stays as it is.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let mut d = Diagnostics::new();
    let sources = match Sources::read(&shared.root, &mut d) {
        Ok(sources) => sources,
        Err(error) => return fail(shared, &error.to_string()),
    };
    let site = if d.has_errors() { None } else { written(&sources, &mut d) };
    let Some(site) = site else { return faulty(shared, &d, &sources) };
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
            let path = path.display();
            return fail(
                shared,
                &match shared.language {
                    Language::Chinese => format!("无法写入 `{path}`：{error}"),
                    Language::English => format!("cannot write `{path}`: {error}"),
                },
            );
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
        Some(id) => vec![policy(shared, site, id)?],
        None => site.policies.iter().map(|policy| &**policy).collect(),
    };
    let organisation = match matches.get_one::<String>("organisation") {
        Some(name) => Some(organisation(shared, site, name)?),
        None => None,
    };
    Ok((policies, organisation, period(shared, matches)?))
}

/// `--period`.
pub(super) fn period(shared: &Shared, matches: &ArgMatches) -> Result<Option<Period>, String> {
    let Some(text) = matches.get_one::<String>("period") else { return Ok(None) };
    let read = Period::parse(text).map(Some);
    read.ok_or_else(|| match shared.language {
        Language::Chinese => format!("--period 应为月、季或年，如 2024-07、2024-Q3 或 2024，这里是“{text}”"),
        Language::English => format!("--period takes 2024-07, 2024-Q3 or 2024, not `{text}`"),
    })
}

/// `--policy`: the folder's name, or a title.
pub(super) fn policy<'a>(shared: &Shared, site: &'a Site, name: &str) -> Result<&'a Policy, String> {
    let found = site.policies.iter().find(|policy| {
        [&policy.id, &policy.metadata.short_title, &policy.metadata.title].into_iter().any(|own| own == name)
    });
    let ids: Vec<&str> = site.policies.iter().map(|policy| policy.id.as_str()).collect();
    found.map(|policy| &**policy).ok_or_else(|| match shared.language {
        Language::Chinese => format!("没有“{name}”这项政策；有：{}", ids.join("、")),
        Language::English => format!("there is no policy `{name}`; there are: {}", ids.join(", ")),
    })
}

fn organisation(shared: &Shared, site: &Site, name: &str) -> Result<OrgIx, String> {
    site.organisations.find(name).ok_or_else(|| {
        let near = nearest(name, site.organisations.names());
        match (shared.language, near) {
            (Language::Chinese, Some(near)) => format!("没有登记“{name}”，是不是“{near}”？"),
            (Language::Chinese, None) => format!("没有登记“{name}”，见 content/organisations.yaml"),
            (Language::English, Some(near)) => {
                format!("there is no organisation `{name}`; did you mean `{near}`?")
            }
            (Language::English, None) => {
                format!("there is no organisation `{name}`; see content/organisations.yaml")
            }
        }
    })
}

/// The errors of a content that cannot be used.
pub(super) fn faulty(shared: &Shared, d: &Diagnostics, sources: &Sources) -> u8 {
    let mut errors = Diagnostics::new();
    d.iter().filter(|d| d.entry.severity == Severity::Error).for_each(|d| errors.push(d.clone()));
    let mut text = print(&errors, sources, Format::Human, shared.language, colour());
    text += &summary(&errors, sources, shared.language, Closing::Check);
    text += shared.say("先改好这些错误，再导出或导入\n", "mend these first, then export or import\n");
    let _ = io::stderr().write_all(text.as_bytes());
    FAULTY
}

fn fail(shared: &Shared, problem: &str) -> u8 {
    say_error(problem, shared.language);
    FAILED
}
