//! `gongbao publish`: what stands in output/ -> a target of site.yaml.

use super::{FAILED, FINE, Shared, faulty, say_error};
use crate::content;
use crate::diagnostic::{Diagnostics, nearest};
use crate::model::{Language, PublishPlace, PublishTarget, is_readable_on_the_way, number};
use crate::output::{Standing, standing};
use crate::publish::{Done, Environment, Plan, Secrets, Trouble, Watch, prepare};
use crate::source::Sources;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Its arguments.
pub(super) fn command(language: Language) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let options = say("选项", "Options");
    let flag = |name: &'static str, zh, en| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(zh, en)).help_heading(options)
    };
    Command::new("publish")
        .about(say(
            "把 output/ 里生成好的站点发布到 site.yaml 的一个目标，只发送有变化的文件；中途断了，再运行一次会接着发布",
            "publish the site in output/ to a target of site.yaml, sending only what changed; after a failure, run it again and it goes on",
        ))
        .override_usage(say("gongbao publish [选项] [TARGET]", "gongbao publish [OPTIONS] [TARGET]"))
        .arg(
            Arg::new("target")
                .value_name("TARGET")
                .help(say(
                    "发布到哪个目标，用 site.yaml 里 publish 下的名称（默认：只有一个目标时就是它）",
                    "the target, by its name under publish in site.yaml (default: the only one)",
                ))
                .help_heading(say("参数", "Arguments")),
        )
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "发布哪个输出文件夹（默认：站点文件夹下的 output）",
                    "the output folder to publish (default: output in the site's folder)",
                ))
                .help_heading(options),
        )
        .arg(flag(
            "dry-run",
            "只列出要发送和删除的文件，不改动目标",
            "list what would be sent and removed; change nothing at the target",
        ))
        .arg(flag(
            "all",
            "发送全部文件，不管目标里的发布记录；第一次发布时也覆盖目标里的同名文件",
            "send every file, whatever the record at the target says; at the first time, also replace files of the same name",
        ))
}

/// Publishes, or says why not.
pub(super) fn run(shared: &Shared, matches: &ArgMatches, environment: Environment) -> u8 {
    let mut d = Diagnostics::new();
    let sources = match Sources::read(&shared.root, &mut Diagnostics::new()) {
        Ok(sources) => sources,
        Err(error) => return fail(shared, &error.to_string()),
    };
    let settings = content::settings(&sources, &mut d);
    let Some(settings) = settings.filter(|_| !d.has_errors()) else { return faulty(&d, &sources, shared) };
    let target = match chosen(shared, &settings.publish, matches.get_one::<String>("target")) {
        Ok(target) => target,
        Err(problem) => return fail(shared, &problem),
    };
    if let PublishPlace::S3 { endpoint: address, .. } | PublishPlace::WebDav { url: address, .. } =
        &target.place
        && is_readable_on_the_way(address)
    {
        let note = shared.say(
            "注意：这个目标的网址以 http:// 开头，传输途中的内容别人能看到、能改\n",
            "note: the address of this target begins with http://, so what passes can be read and changed on the way\n",
        );
        let _ = io::stderr().write_all(note.as_bytes());
    }
    let output = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| shared.root.join("output"));
    let standing = match standing(&output, &shared.root) {
        Ok(Some(standing)) => standing,
        Ok(None) => return fail(shared, &unbuilt(shared, &output)),
        Err(refusal) => return fail(shared, &refusal.words(shared.language)),
    };
    if !standing.changed.is_empty() {
        return fail(shared, &edited(shared, &standing.changed));
    }
    let secrets = Secrets::of(&target.name, environment);
    match publish(shared, matches, target, &standing, &secrets) {
        Ok(text) => {
            // A closed standard error is nobody's problem.
            let _ = io::stderr().write_all(secrets.scrub(&text).as_bytes());
            FINE
        }
        Err(problem) => fail(shared, &secrets.scrub(&problem)),
    }
}

/// Plans, and unless only the plan was asked for, sends. Says at the end what was done.
fn publish(
    shared: &Shared,
    matches: &ArgMatches,
    target: &PublishTarget,
    standing: &Standing,
    secrets: &Secrets,
) -> Result<String, String> {
    let start = Instant::now();
    let words = |trouble: Trouble| trouble.words(shared.language).to_string();
    let publication =
        prepare(target, standing, &shared.root, secrets, matches.get_flag("all")).map_err(words)?;
    let plan = &publication.plan;
    if matches.get_flag("dry-run") {
        let _ = io::stdout().write_all(listed(shared, plan).as_bytes());
        return Ok(String::new());
    }
    if plan.is_empty() {
        let name = &target.name;
        let count = number(plan.unchanged as f64);
        return Ok(match shared.language {
            Language::Chinese => format!("{name} 已是最新，{count} 个文件都没有变化\n"),
            Language::English => format!("{name} is up to date: none of its {count} files differ\n"),
        });
    }
    if plan.resumes {
        let note = shared
            .say("上次发布没有完成，接着发布\n", "the last publication did not end; going on from there\n");
        let _ = io::stderr().write_all(note.as_bytes());
    }
    let meter = Meter::new(shared, plan);
    let done = publication.run(standing, &meter);
    meter.bar.finish_and_clear();
    match done {
        Ok(done) => Ok(told(shared, &target.name, &done, start.elapsed())),
        Err(trouble) => Err(words(trouble) + unfinished(shared)),
    }
}

fn unfinished(shared: &Shared) -> &'static str {
    match shared.language {
        Language::Chinese => "\n发布没有完成，目标里的网页都还能打开；改好后再运行一次，会接着发布",
        Language::English => {
            "\nnot everything was published, but every page at the target still opens; mend this and run it again to go on"
        }
    }
}

/// The target that was named, or the only one.
fn chosen<'a>(
    shared: &Shared,
    targets: &'a [PublishTarget],
    name: Option<&String>,
) -> Result<&'a PublishTarget, String> {
    let names = || targets.iter().map(|target| target.name.as_str());
    let all = names().collect::<Vec<_>>().join(shared.say("、", ", "));
    match (targets, name) {
        ([], _) => Err(shared
            .say(
                "content/site.yaml 里没有 `publish`，不知道发布到哪里；例如写：\npublish:\n  disk: { kind: folder, path: D:/jinzhan }",
                "content/site.yaml has no `publish`, so there is nowhere to publish to; write for example:\npublish:\n  disk: { kind: folder, path: D:/jinzhan }",
            )
            .to_string()),
        ([only], None) => Ok(only),
        (_, None) => Err(match shared.language {
            Language::Chinese => format!("有几个发布目标，请写明一个：{all}"),
            Language::English => format!("there are several targets; name one of them: {all}"),
        }),
        (_, Some(name)) => targets.iter().find(|target| target.name == *name).ok_or_else(|| {
            match (shared.language, nearest(name, names())) {
                (Language::Chinese, Some(near)) => format!("没有“{name}”这个发布目标，是不是“{near}”？"),
                (Language::Chinese, None) => format!("没有“{name}”这个发布目标；有：{all}"),
                (Language::English, Some(near)) => format!("there is no target `{name}`; did you mean `{near}`?"),
                (Language::English, None) => format!("there is no target `{name}`; there are: {all}"),
            }
        }),
    }
}

fn unbuilt(shared: &Shared, output: &std::path::Path) -> String {
    let output = output.display();
    match shared.language {
        Language::Chinese => format!("`{output}` 里没有生成好的站点；先运行 gongbao build"),
        Language::English => format!("there is no finished site in `{output}`; run gongbao build first"),
    }
}

fn edited(shared: &Shared, files: &[String]) -> String {
    const SHOWN: usize = 3;
    let list: Vec<String> = files.iter().take(SHOWN).map(|file| format!("`{file}`")).collect();
    let count = files.len();
    match shared.language {
        Language::Chinese => format!(
            "输出文件夹里有 {count} 个文件在生成后被改动或删除：{}{}；要改的内容写在 content/ 中，再运行 gongbao build",
            list.join("、"),
            if count > SHOWN { " 等" } else { "" }
        ),
        Language::English => format!(
            "files of the output folder were changed or removed since they were made ({count}): {}{}; changes belong in content/: run gongbao build again",
            list.join(", "),
            if count > SHOWN { " and others" } else { "" }
        ),
    }
}

/// The plan, a file a line.
fn listed(shared: &Shared, plan: &Plan) -> String {
    let mut text = String::new();
    let size = |bytes: u64| format!(" ({})", bytes_words(bytes));
    for upload in plan.uploads() {
        let word = if upload.new { shared.say("新增", "new    ") } else { shared.say("改动", "changed") };
        text += &format!("{word} {}{}\n", upload.path, size(upload.content.size));
    }
    for path in &plan.removals {
        text += &format!("{} {path}\n", shared.say("删除", "removed"));
    }
    let new = plan.uploads().filter(|upload| upload.new).count();
    let changed = plan.uploads().count() - new;
    let (removed, unchanged, bytes) = (plan.removals.len(), plan.unchanged, bytes_words(plan.bytes()));
    text + &match shared.language {
        Language::Chinese => format!(
            "共新增 {new} 个文件，改动 {changed} 个，删除 {removed} 个，{unchanged} 个不变，要发送 {bytes}；没有改动目标\n"
        ),
        Language::English => format!(
            "{new} new, {changed} changed, {removed} to remove, {unchanged} unchanged, {bytes} to send; nothing was changed at the target\n"
        ),
    }
}

fn told(shared: &Shared, name: &str, done: &Done, took: Duration) -> String {
    let Done { new, changed, removed, unchanged, bytes } = done;
    let (bytes, seconds) = (bytes_words(*bytes), took.as_secs_f64());
    match shared.language {
        Language::Chinese => format!(
            "已发布到 {name}，用时 {seconds:.1} 秒（新增 {new} 个文件，改动 {changed} 个，删除 {removed} 个，{unchanged} 个未变，发送 {bytes}）\n"
        ),
        Language::English => format!(
            "published to {name} in {seconds:.1} s ({new} files new, {changed} changed, {removed} removed, {unchanged} unchanged, {bytes} sent)\n"
        ),
    }
}

/// A number of bytes as people read it.
fn bytes_words(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{} B", number(bytes as f64)),
        10_000..1_000_000 => format!("{:.0} KB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

fn fail(shared: &Shared, problem: &str) -> u8 {
    say_error(problem, shared.language);
    FAILED
}

/// A bar on a terminal, silence in a pipe.
struct Meter {
    bar: ProgressBar,
}

impl Meter {
    fn new(shared: &Shared, plan: &Plan) -> Self {
        let total = plan.uploads().count() + plan.removals.len();
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::stderr_with_hz(10));
        let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
        bar.set_message(shared.say("正在发布", "publishing"));
        Meter { bar }
    }
}

impl Watch for Meter {
    fn sent(&self, _: u64) {
        self.bar.inc(1);
    }

    fn removed(&self) {
        self.bar.inc(1);
    }
}
