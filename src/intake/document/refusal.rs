//! Why nothing was taken in, in a sentence that says what to do.

use crate::model::Language;
use std::path::PathBuf;

/// Why nothing was taken in; nothing was written.
#[derive(Debug)]
pub enum Refusal {
    /// The file is in no form that can be read; its ending.
    Form(String),
    /// It has no text.
    NoText,
    /// It is no Word file, or a broken one.
    BrokenWord,
    /// It has more than 64 MiB.
    TooLarge,
    /// The id cannot stand in addresses.
    BadId(String),
    /// No id could be made of the title.
    NoId,
    /// A file or folder of that name is there already.
    Taken(PathBuf),
    /// The place where it would be written lies outside the site.
    Outside(PathBuf),
    /// Reading or writing failed.
    Machine(PathBuf, std::io::Error),
}

impl Refusal {
    /// One sentence in the language.
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Refusal::Form(ending) if ["doc", "wps", "rtf", "odt"].contains(&ending.as_str()) => {
                format!("不能读 .{ending} 文件：用 WPS 或 Word 打开，另存为 .docx，再导入")
            }
            Refusal::Form(ending) if ["pdf", "ofd", "jpg", "png", "tif"].contains(&ending.as_str()) => {
                format!(
                    "不能读 .{ending} 文件：打开后把文字复制到一个 .txt 文件里，再导入；扫描件要先识别、校对"
                )
            }
            Refusal::Form(ending) => format!(
                "不能读“.{ending}”文件：能导入的是 .txt、.html 和 .docx，以及 xlsx、xls、et、ods、csv 的表"
            ),
            Refusal::NoText => {
                "文件里没有文字：网页可能是用脚本显示正文的，把正文复制到 .txt 文件里，再导入".into()
            }
            Refusal::BrokenWord => "不是完整的 .docx 文件：用 WPS 或 Word 打开，另存为 .docx，再导入".into(),
            Refusal::TooLarge => "文件超过 64 MiB：删去图片，或只留正文，再导入".into(),
            Refusal::BadId(id) => {
                format!("--id 只能用小写字母、数字、- 和 _，以字母或数字开头，这里是“{id}”")
            }
            Refusal::NoId => "从标题取不出 id，请自己写一个，例如 --id shuang-bei-zeng".into(),
            Refusal::Taken(path) => {
                format!("`{}` 已经有了，什么都没有写；换一个名称，例如 --id 另一个名称", path.display())
            }
            Refusal::Outside(path) => format!("`{}` 不在站点文件夹里，什么都没有写", path.display()),
            Refusal::Machine(path, error) => format!("无法读写 `{}`：{error}", path.display()),
        }
    }

    fn english(&self) -> String {
        match self {
            Refusal::Form(ending) if ["doc", "wps", "rtf", "odt"].contains(&ending.as_str()) => {
                format!(".{ending} files cannot be read: open it in an office program and save it as .docx")
            }
            Refusal::Form(ending) if ["pdf", "ofd", "jpg", "png", "tif"].contains(&ending.as_str()) => {
                format!(".{ending} files cannot be read: copy the words into a .txt file; a scan must be recognised and proofread first")
            }
            Refusal::Form(ending) => {
                format!("`.{ending}` files cannot be read: .txt, .html and .docx can, and sheets in xlsx, xls, et, ods and csv")
            }
            Refusal::NoText => "there is no text in the file; a page may show its text by script: copy the text into a .txt file".into(),
            Refusal::BrokenWord => "this is no whole .docx file: open it in an office program and save it as .docx".into(),
            Refusal::TooLarge => "the file has more than 64 MiB: leave out its pictures, or all but the text".into(),
            Refusal::BadId(id) => {
                format!("--id takes lower-case letters, digits, - and _, a letter or digit first, not `{id}`")
            }
            Refusal::NoId => "no id could be made of the title; give one, such as --id double-growth".into(),
            Refusal::Taken(path) => {
                format!("`{}` is there already and nothing was written; give another name, such as --id another-name", path.display())
            }
            Refusal::Outside(path) => {
                format!("`{}` lies outside the folder of the site; nothing was written", path.display())
            }
            Refusal::Machine(path, error) => format!("cannot read or write `{}`: {error}", path.display()),
        }
    }
}
