//! Why a package cannot be made or read, in a sentence.

use crate::diagnostic::Words;
use crate::model::Language;
use std::io;
use std::path::PathBuf;

/// What is wrong with a package, or with what it should be made from.
#[derive(Debug)]
pub enum Fault {
    /// Neither a package nor a folder.
    NotThere(PathBuf),
    /// No zip, or a damaged one.
    NotZip(PathBuf, String),
    /// There is no `manifest.json`.
    NoManifest(PathBuf),
    /// The manifest cannot be read; with what is wrong.
    Manifest(PathBuf, String),
    /// The manifest is of a newer program.
    Newer(PathBuf),
    /// A name that would lead out of the folder or that no host takes.
    Name(String, Words),
    /// Two entries of one name.
    Twice(PathBuf),
    /// A file with more bytes than the manifest says, or than can be sensible.
    Large(String),
    /// A package of changes where a whole one is needed.
    Part(PathBuf),
    /// A folder or package without the data of a site.
    NoSite(PathBuf),
    /// The site itself makes a file of a name that the package needs.
    Taken(&'static str),
    /// A policy that the site does not have; with those that it has.
    Policy(String, Vec<String>),
    /// A page without the parts that are needed of it.
    Page(String),
    /// The machine fails.
    Machine(PathBuf, io::Error),
}

impl Fault {
    /// A failing machine, at this path.
    pub(super) fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Fault {
        let path = path.into();
        move |error| Fault::Machine(path, error)
    }

    /// One sentence: what is wrong, and what to do.
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Fault::NotThere(path) => format!("没有 `{}` 这个文件或文件夹", path.display()),
            Fault::NotZip(path, why) => {
                format!("`{}` 不是 zip 文件，或已经损坏（{why}）；请重新取一份", path.display())
            }
            Fault::NoManifest(path) => {
                format!("`{}` 里没有 manifest.json，不是 `gongbao pack` 生成的包", path.display())
            }
            Fault::Manifest(path, why) => {
                format!("`{}` 里的 manifest.json 读不出来：{why}；请重新取一份", path.display())
            }
            Fault::Newer(path) => {
                format!("`{}` 是较新的 gongbao 生成的；请先更新本机的 gongbao", path.display())
            }
            Fault::Name(name, why) => {
                format!("包里有不能用的文件名 `{}`：{}；不要解压这个包", shown(name), why.zh)
            }
            Fault::Twice(path) => {
                format!("`{}` 里有同名的文件，不能确定哪一个是真的；不要解压这个包", path.display())
            }
            Fault::Large(name) => {
                format!("`{}` 解压后比清单写的大，没有再读下去；不要解压这个包", shown(name))
            }
            Fault::Part(path) => {
                format!("`{}` 是只含变化的包；这里要用整站的包", path.display())
            }
            Fault::NoSite(path) => {
                format!("`{}` 里没有 data/site.json，不是 gongbao 生成的站点", path.display())
            }
            Fault::Taken(name) => {
                format!("站点里已有 `{name}`，而包要用这个名字；请把站点里的文件改名")
            }
            Fault::Policy(name, all) => format!("没有“{name}”这项政策；有：{}", all.join("、")),
            Fault::Page(path) => format!("主题生成的 `{path}` 没有 `<main>`，不能做成单个文件"),
            Fault::Machine(path, error) => format!("无法读写 `{}`：{error}", path.display()),
        }
    }

    fn english(&self) -> String {
        match self {
            Fault::NotThere(path) => format!("there is no file or folder `{}`", path.display()),
            Fault::NotZip(path, why) => {
                format!("`{}` is no zip file, or a damaged one ({why}); get it again", path.display())
            }
            Fault::NoManifest(path) => {
                format!("`{}` has no manifest.json: it was not made by `gongbao pack`", path.display())
            }
            Fault::Manifest(path, why) => {
                format!("the manifest.json of `{}` cannot be read: {why}; get it again", path.display())
            }
            Fault::Newer(path) => {
                format!("`{}` was made by a newer gongbao; update the one here first", path.display())
            }
            Fault::Name(name, why) => {
                format!(
                    "the package has a name that cannot be used, `{}`: {}; do not unpack it",
                    shown(name),
                    why.en
                )
            }
            Fault::Twice(path) => format!(
                "`{}` has two files of one name, and nobody can say which is the real one; do not unpack it",
                path.display()
            ),
            Fault::Large(name) => {
                format!("`{}` unpacks to more than the manifest says; do not unpack the package", shown(name))
            }
            Fault::Part(path) => {
                format!("`{}` has only what changed; a package of the whole site is needed", path.display())
            }
            Fault::NoSite(path) => {
                format!("`{}` has no data/site.json: it is no site made by gongbao", path.display())
            }
            Fault::Taken(name) => {
                format!("the site makes a file `{name}`, a name that the package needs; rename the site's")
            }
            Fault::Policy(name, all) => {
                format!("there is no policy `{name}`; there are: {}", all.join(", "))
            }
            Fault::Page(path) => {
                format!("the theme's `{path}` has no `<main>`; it cannot be made one file")
            }
            Fault::Machine(path, error) => format!("cannot read or write `{}`: {error}", path.display()),
        }
    }
}

/// A name of unknown origin, fit for a terminal.
fn shown(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).take(200).collect()
}
