//! What can go wrong while files are taken and committed, each with the path and the words for it.
//!
//! It travels inside `io::Error`, so that sinks can share one signature; `Failure::within` finds it again.

use std::path::{Path, PathBuf};
use std::{error, fmt, io};

use crate::diagnostic::Words;
use crate::model::Language;

/// What was being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Reading a file, or asking about it.
    Read,
    /// Reading the names in a folder.
    List,
    /// Writing a file, or making a folder.
    Write,
    /// Moving a staged file into place.
    Move,
    /// Removing a file or folder.
    Remove,
    /// Taking the lock.
    Lock,
}

/// A build's output could not be taken or committed.
#[derive(Debug)]
pub enum Failure {
    /// The machine failed.
    Machine {
        /// What was being done.
        action: Action,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A path that no host, or no file system, would take. A mistake of the program.
    Name {
        /// The path.
        path: String,
        /// What is wrong with it.
        reason: Words,
    },
    /// Two files for one path, where case does not count. A mistake of the program.
    Twice {
        /// The path that came second.
        path: String,
    },
    /// A path that is to be a file and also a folder. A mistake of the program.
    FileAndFolder {
        /// The path.
        path: String,
    },
    /// A commit was asked for after a file could not be taken. A mistake of the program.
    Incomplete,
    /// Files that somebody else put where ours would go.
    InTheWay {
        /// The output folder.
        output: PathBuf,
        /// Their paths in it.
        files: Vec<String>,
    },
}

impl Failure {
    /// The failure inside an error that came from a sink, if it is one of these.
    pub fn within(error: &io::Error) -> Option<&Failure> {
        error.get_ref()?.downcast_ref()
    }

    /// One sentence: what failed and, where it can be said, what to do.
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.english(),
        }
    }

    /// Turns the system's error into one that names the file.
    pub(super) fn machine(action: Action, path: &Path) -> impl FnOnce(io::Error) -> Failure {
        move |error| Failure::Machine { action, path: path.to_owned(), error }
    }

    fn chinese(&self) -> String {
        match self {
            Failure::Machine { action, path, error } => {
                let verb = match action {
                    Action::Read => "读取",
                    Action::List => "列出",
                    Action::Write => "写入",
                    Action::Move => "替换",
                    Action::Remove => "删除",
                    Action::Lock => "锁定",
                };
                format!("无法{verb} `{}`：{}", path.display(), system(error, Language::Chinese))
            }
            Failure::Name { path, reason } => {
                format!("程序内部错误：输出路径 `{path}` 不可用，{}", reason.zh)
            }
            Failure::Twice { path } => format!("程序内部错误：同一次构建两次生成了 `{path}`（不区分大小写）"),
            Failure::FileAndFolder { path } => {
                format!("程序内部错误：`{path}` 既要作为文件，又要作为文件夹")
            }
            Failure::Incomplete => "程序内部错误：有文件未能生成，不能提交输出".to_owned(),
            Failure::InTheWay { output, files } => format!(
                "输出文件夹 `{}` 中的{}不是 gongbao 生成的，与要生成的文件同名；请移走或改名后再构建",
                output.display(),
                some(files, Language::Chinese)
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Failure::Machine { action, path, error } => {
                let verb = match action {
                    Action::Read => "read",
                    Action::List => "list",
                    Action::Write => "write",
                    Action::Move => "replace",
                    Action::Remove => "remove",
                    Action::Lock => "lock",
                };
                format!("cannot {verb} `{}`: {}", path.display(), system(error, Language::English))
            }
            Failure::Name { path, reason } => {
                format!("internal error: the output path `{path}` cannot be used, {}", reason.en)
            }
            Failure::Twice { path } => {
                format!("internal error: one build made `{path}` twice (upper and lower case are the same)")
            }
            Failure::FileAndFolder { path } => {
                format!("internal error: `{path}` is to be a file and also a folder")
            }
            Failure::Incomplete => {
                "internal error: a file could not be taken, so the output cannot be committed".to_owned()
            }
            Failure::InTheWay { output, files } => format!(
                "what gongbao did not make is in the way of the site's files in the output folder `{}`: {}; \
                 move or rename it and build again",
                output.display(),
                some(files, Language::English)
            ),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

impl error::Error for Failure {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Failure::Machine { error, .. } => Some(error),
            _ => None,
        }
    }
}

impl From<Failure> for io::Error {
    fn from(failure: Failure) -> Self {
        let kind = match &failure {
            Failure::Machine { error, .. } => error.kind(),
            Failure::Name { .. } => io::ErrorKind::InvalidInput,
            Failure::Twice { .. } | Failure::InTheWay { .. } => io::ErrorKind::AlreadyExists,
            Failure::FileAndFolder { .. } | Failure::Incomplete => io::ErrorKind::Other,
        };
        io::Error::new(kind, failure)
    }
}

/// The first few names of a list, and how many more there are.
pub(super) fn some(files: &[String], language: Language) -> String {
    const SHOWN: usize = 3;
    let more = files.len().saturating_sub(SHOWN);
    let names: Vec<String> = files.iter().take(SHOWN).map(|file| format!("`{file}`")).collect();
    match (language, more) {
        (Language::Chinese, 0) => format!(" {} ", names.join("、")),
        (Language::Chinese, _) => format!(" {} 等{}个文件", names.join("、"), files.len()),
        (Language::English, 0) => names.join(", "),
        (Language::English, _) => format!("{} and {more} more", names.join(", ")),
    }
}

/// What the system said; the usual reasons in words, since the system may speak another language.
fn system(error: &io::Error, language: Language) -> String {
    let words = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Words { zh: "磁盘空间不足", en: "the disk is full" }
        }
        io::ErrorKind::ReadOnlyFilesystem => Words { zh: "磁盘为只读", en: "the disk is read-only" },
        io::ErrorKind::PermissionDenied => Words {
            zh: "没有权限，或文件正被其他程序使用",
            en: "no permission, or another program is using it",
        },
        io::ErrorKind::FileTooLarge => {
            Words { zh: "文件超过系统允许的大小", en: "the file is larger than the system allows" }
        }
        io::ErrorKind::NotFound => Words { zh: "找不到", en: "not found" },
        _ => return error.to_string(),
    };
    match language {
        Language::Chinese => words.zh.to_owned(),
        Language::English => words.en.to_owned(),
    }
}
