//! Why an output folder is not opened, with a sentence for each reason.

use std::path::PathBuf;
use std::time::Duration;
use std::{error, fmt};

use super::failure::{Failure, some};
use crate::model::Language;

/// The output folder is not opened; nothing was changed.
#[derive(Debug)]
pub enum Refusal {
    /// Another build is writing to it.
    Busy {
        /// The output folder.
        output: PathBuf,
        /// The number of the other process, where it can be read.
        process: Option<u32>,
        /// How long it has been running, where it can be said.
        running: Option<Duration>,
    },
    /// It has files, and no build of ours made them.
    NotOurs {
        /// The output folder.
        output: PathBuf,
        /// What is in it.
        files: Vec<String>,
    },
    /// It is the site's own folder.
    IsRoot(PathBuf),
    /// It is, or is inside, a folder that is read: `content/` or `themes/`.
    InsideContent {
        /// The output folder.
        output: PathBuf,
        /// The name of that folder.
        folder: &'static str,
    },
    /// A folder that is read, or the whole site, is inside it.
    ContainsContent(PathBuf),
    /// It is inside the output folder of another build.
    InsideOutput {
        /// The output folder.
        output: PathBuf,
        /// The other one.
        other: PathBuf,
    },
    /// It is where the records of builds are kept.
    InsideRecords(PathBuf),
    /// There is something of that name that is not a folder.
    NotAFolder(PathBuf),
    /// The record of the last build cannot be understood.
    Unreadable(PathBuf),
    /// The machine failed.
    Failed(Failure),
}

impl Refusal {
    /// One sentence: why, and what to do.
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Refusal::Busy { output, process, running } => {
                let process = process.map(|id| format!("（进程 {id}）")).unwrap_or_default();
                let running = match running.map(|time| time.as_secs()) {
                    Some(seconds @ 0..60) => format!("，已运行{seconds}秒"),
                    Some(seconds) => format!("，已运行{}分钟", seconds / 60),
                    None => String::new(),
                };
                format!("另一个 gongbao{process}正在写入 `{}`{running}；请等它结束后再构建", output.display())
            }
            Refusal::NotOurs { output, files } => format!(
                "输出文件夹 `{}` 中已有不是 gongbao 生成的文件：{}；请清空该文件夹，或用 --output 另选一个",
                output.display(),
                some(files, Language::Chinese).trim()
            ),
            Refusal::IsRoot(output) => {
                format!(
                    "输出文件夹不能是站点所在的文件夹 `{}`；请用 --output 另选一个，例如 output",
                    output.display()
                )
            }
            Refusal::InsideContent { output, folder } => format!(
                "输出文件夹 `{}` 在 {folder}/ 之内，{folder}/ 只存放原始资料；请用 --output 另选一个",
                output.display()
            ),
            Refusal::ContainsContent(output) => format!(
                "输出文件夹 `{}` 包含站点的原始资料；请用 --output 另选一个，例如 output",
                output.display()
            ),
            Refusal::InsideOutput { output, other } => format!(
                "输出文件夹 `{}` 在另一个输出文件夹 `{}` 之内；请用 --output 另选一个",
                output.display(),
                other.display()
            ),
            Refusal::InsideRecords(output) => format!(
                "输出文件夹 `{}` 在 .gongbao/ 之内，.gongbao/ 只存放构建记录；请用 --output 另选一个",
                output.display()
            ),
            Refusal::NotAFolder(output) => format!(
                "`{}` 不是文件夹，不能作为输出文件夹；请移走它，或用 --output 另选一个",
                output.display()
            ),
            Refusal::Unreadable(record) => format!(
                "上次构建的记录 `{}` 已损坏，或由其他版本的 gongbao 写成；请删除该记录，清空输出文件夹，再构建",
                record.display()
            ),
            Refusal::Failed(failure) => failure.words(Language::Chinese),
        }
    }

    fn english(&self) -> String {
        match self {
            Refusal::Busy { output, process, running } => {
                let process = process.map(|id| format!(" (process {id})")).unwrap_or_default();
                let running = match running.map(|time| time.as_secs()) {
                    Some(seconds @ 0..60) => format!(" for {seconds} s"),
                    Some(seconds) => format!(" for {} min", seconds / 60),
                    None => String::new(),
                };
                format!(
                    "another gongbao{process} has been writing to `{}`{running}; wait until it has ended",
                    output.display()
                )
            }
            Refusal::NotOurs { output, files } => format!(
                "the output folder `{}` has files that gongbao did not make: {}; empty it, or choose another \
                 with --output",
                output.display(),
                some(files, Language::English)
            ),
            Refusal::IsRoot(output) => format!(
                "the output folder cannot be the folder of the site, `{}`; choose another with --output, such \
                 as output",
                output.display()
            ),
            Refusal::InsideContent { output, folder } => format!(
                "the output folder `{}` is inside {folder}/, which is only read; choose another with --output",
                output.display()
            ),
            Refusal::ContainsContent(output) => format!(
                "the output folder `{}` contains what the site is made from; choose another with --output, \
                 such as output",
                output.display()
            ),
            Refusal::InsideOutput { output, other } => format!(
                "the output folder `{}` is inside another output folder, `{}`; choose another with --output",
                output.display(),
                other.display()
            ),
            Refusal::InsideRecords(output) => format!(
                "the output folder `{}` is inside .gongbao/, which holds the records of builds; choose another \
                 with --output",
                output.display()
            ),
            Refusal::NotAFolder(output) => format!(
                "`{}` is not a folder, so it cannot be the output folder; move it, or choose another with \
                 --output",
                output.display()
            ),
            Refusal::Unreadable(record) => format!(
                "the record of the last build, `{}`, is damaged or was written by another version of gongbao; \
                 remove it, empty the output folder and build again",
                record.display()
            ),
            Refusal::Failed(failure) => failure.words(Language::English),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

impl error::Error for Refusal {}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Refusal::Failed(failure)
    }
}
