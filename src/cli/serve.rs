//! `gongbao serve`: the preview, and what it says in the terminal.

use super::build::use_threads;
use super::{FAILED, FINE, Shared, colour, only, say_error};
use crate::diagnostic::{Closing, Diagnostics, Files, Format, Severity, print, summary};
use crate::model::Language;
use crate::pipeline::Options;
use crate::serve::{self, Editor, News, PORT, Settings, Stop, Taken, Tell, Told};
use clap::ArgMatches;
use std::io::Write;
use std::sync::Arc;

/// Paths that are named where many changed.
const NAMED: usize = 2;

/// Previews until Ctrl-C. `editor` is what VISUAL or EDITOR says.
pub(super) fn run(shared: &Shared, matches: &ArgMatches, editor: Option<String>) -> u8 {
    use_threads(matches);
    let settings = Settings {
        options: Options {
            root: shared.root.clone(),
            as_of: shared.as_of,
            since: None,
            drafts: matches.get_flag("drafts"),
            strict: false,
            pictures: !matches.get_flag("no-pictures"),
            workbooks: false,
        },
        port: matches.get_one::<u16>("port").copied(),
        language: shared.language,
        editor: Editor { wanted: editor, system: |file| open::that_detached(file) },
    };
    let terminal = Terminal { shared: shared.clone(), open: matches.get_flag("open") };
    match serve::serve(settings, Arc::new(terminal)) {
        Ok(()) => {
            say(shared.say("预览已结束\n", "the preview has ended\n"));
            FINE
        }
        Err(stop) => {
            say_error(&words(&stop, shared.language), shared.language);
            FAILED
        }
    }
}

/// Prints what happens.
struct Terminal {
    shared: Shared,
    open: bool,
}

impl Tell for Terminal {
    fn tell(&self, told: Told) {
        match told {
            Told::Ready { address, taken } => self.ready(address, taken),
            Told::Polling(reason) => say(&self.polling(reason)),
            Told::News(news) => say(&self.news(news)),
            Told::Pages { problems, sources } => say(&self.errors(problems, sources)),
            Told::Failed(error) => say_error(&error.to_string(), self.shared.language),
        }
    }
}

impl Terminal {
    fn ready(&self, address: &str, taken: Option<u16>) {
        let mut text = String::new();
        if let Some(port) = taken {
            text += &match self.shared.language {
                Language::Chinese => format!("端口 {port} 已有别的程序在用，换了一个\n"),
                Language::English => format!("another program uses port {port}, so this is another one\n"),
            };
        }
        text += &match self.shared.language {
            Language::Chinese => format!("预览：{address}\n改动保存后，网页自动更新；按 Ctrl-C 结束\n"),
            Language::English => format!("preview: {address}\npages follow what is saved; Ctrl-C ends\n"),
        };
        say(&text);
        if self.open && open::that_detached(address).is_err() {
            let words = self
                .shared
                .say("没有找到浏览器，请自己打开上面的地址", "no browser was found; open the address above");
            say_error(words, self.shared.language);
        }
    }

    fn polling(&self, reason: &str) -> String {
        match self.shared.language {
            Language::Chinese => format!("系统不提供文件改动的通知（{reason}），改为每半秒检查一遍\n"),
            Language::English => {
                format!(
                    "the system does not tell when files change ({reason}); they are looked through every half second instead\n"
                )
            }
        }
    }

    /// A line of what changed and how long it took; errors as everywhere.
    fn news(&self, news: &News) -> String {
        let milliseconds = news.took.as_millis();
        let names = match (&news.changed[..], self.shared.language) {
            ([], Language::Chinese) => "已读入全部内容".to_owned(),
            ([], Language::English) => "everything is read".to_owned(),
            (all, Language::Chinese) if all.len() > NAMED => {
                format!("{} 等 {} 个文件", all[..NAMED].join("、"), all.len())
            }
            (all, Language::Chinese) => all.join("、"),
            (all, Language::English) if all.len() > NAMED => {
                format!("{} and {} more files", all[..NAMED].join(", "), all.len() - NAMED)
            }
            (all, Language::English) => all.join(", "),
        };
        let line = match self.shared.language {
            Language::Chinese => format!("{names}（{milliseconds} 毫秒）\n"),
            Language::English => format!("{names} ({milliseconds} ms)\n"),
        };
        line + &self.errors(&news.problems, &*news.sources)
    }

    /// The errors, and one line that counts warnings.
    fn errors(&self, problems: &Diagnostics, files: &dyn Files) -> String {
        let errors = only(problems, |entry| entry.severity == Severity::Error);
        print(&errors, files, Format::Human, self.shared.language, colour())
            + &summary(problems, files, self.shared.language, Closing::Preview)
    }
}

/// Why there is no preview.
fn words(stop: &Stop, language: Language) -> String {
    match (stop, language) {
        (Stop::Taken(Taken::Port(port)), Language::Chinese) => {
            format!("端口 {port} 已有别的程序在用；换一个，如 --port {}，或不写 --port", other(*port))
        }
        (Stop::Taken(Taken::Port(port)), Language::English) => {
            format!(
                "another program uses port {port}; give another, such as --port {}, or leave --port out",
                other(*port)
            )
        }
        (Stop::Taken(Taken::All(first, last)), Language::Chinese) => {
            format!("端口 {first} 到 {last} 都有程序在用；用 --port 0 任选一个空闲的")
        }
        (Stop::Taken(Taken::All(first, last)), Language::English) => {
            format!("the ports {first} to {last} are all in use; --port 0 takes any that is free")
        }
        (Stop::Taken(Taken::Refused(error)), Language::Chinese) => format!("无法打开预览的端口：{error}"),
        (Stop::Taken(Taken::Refused(error)), Language::English) => {
            format!("the port cannot be opened: {error}")
        }
        (Stop::Failed(error), _) => error.to_string(),
    }
}

/// A port to try instead.
fn other(port: u16) -> u16 {
    if port == PORT { PORT + 1 } else { PORT }
}

/// To standard error, as everything for people.
fn say(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
