//! What the tests share: a site in a folder of its own, the built binary, a build in memory, a tree of files.

#![allow(dead_code, reason = "each test file uses a part of this")]

pub(crate) mod html;
pub(crate) mod import;
pub(crate) mod page;
pub(crate) mod preview;

use gongbao::diagnostic::{Diagnostics, Format, print};
use gongbao::model::{Language, parse_date};
use gongbao::output::Memory;
use gongbao::pipeline::{self, Options, Stage, Watch};
use gongbao::source::Sources;
use rust_xlsxwriter::{Formula, Workbook};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The day that counts as today where a test does not say another.
pub(crate) const TODAY: &str = "2024-07-15";

/// Every file of a folder: path with `/` -> bytes.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// The repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder; none where there is no such folder.
pub(crate) fn tree(folder: &Path) -> Tree {
    fn walk(folder: &Path, prefix: &str, tree: &mut Tree) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{name}/"), tree);
            } else {
                tree.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut files = Tree::new();
    walk(folder, "", &mut files);
    files
}

/// `plan.xlsx.csv` -> `plan.xlsx`: a workbook is kept as text, so that a change of it can be read.
/// A cell of digits is a number, `=SUM(B2:B4)=100` a formula with its result, `#N/A` an error.
pub(crate) fn make_workbooks(site: &Folder) {
    for (path, bytes) in tree(site.path()).iter().filter(|(path, _)| path.ends_with(".xlsx.csv")) {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, line) in String::from_utf8_lossy(bytes).lines().enumerate() {
            for (column, cell) in line.split(',').enumerate() {
                let at = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                if let Some((formula, result)) = cell.strip_prefix('=').and_then(|cell| cell.split_once('='))
                {
                    sheet.write_formula(at.0, at.1, Formula::new(formula).set_result(result)).unwrap();
                } else if let Ok(number) = cell.parse::<f64>() {
                    sheet.write_number(at.0, at.1, number).unwrap();
                } else {
                    sheet.write_string(at.0, at.1, cell).unwrap();
                }
            }
        }
        site.write(path.trim_end_matches(".csv"), workbook.save_to_buffer().unwrap());
        fs::remove_file(site.at(path)).unwrap();
    }
}

/// A Word file of these paragraphs: each the number of a level of the one list, 0 for none, and a text.
/// The levels of the list are formats of Word with what stands around the number.
pub(crate) fn word_file(paragraphs: &[(usize, &str)], levels: &[(&str, &str)]) -> Vec<u8> {
    const SPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let mut body = String::new();
    for (level, text) in paragraphs {
        let list = match level {
            0 => String::new(),
            n => format!(
                "<w:pPr><w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
                n - 1
            ),
        };
        if let Some(cells) = text.strip_prefix('|') {
            let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
            body +=
                &format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cells.split('|').map(cell).collect::<String>());
        } else {
            body += &format!("<w:p>{list}<w:r><w:t>{text}</w:t></w:r></w:p>");
        }
    }
    let level = |(n, (format, text)): (usize, &(&str, &str))| {
        format!(
            "<w:lvl w:ilvl=\"{n}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    let document = format!("<w:document {SPACE}><w:body>{body}</w:body></w:document>");
    let numbering = format!(
        "<w:numbering {SPACE}><w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>"
    );
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("word/document.xml", document), ("word/numbering.xml", numbering)] {
        file.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
    }
    file.finish().unwrap().into_inner()
}

/// What a run of the binary said.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Ran {
            code: output.status.code().expect("the binary ends by itself"),
            stdout: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

/// The binary with arguments, and an environment that says nothing of the machine's day.
pub(crate) fn gongbao(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongbao"));
    command.args(arguments).env_remove("SOURCE_DATE_EPOCH").env("RUST_BACKTRACE", "0");
    command
}

/// Runs the binary.
pub(crate) fn run(arguments: &[&str]) -> Ran {
    gongbao(arguments).output().expect("the binary starts").into()
}

/// A site in a temporary folder, removed when it is dropped.
pub(crate) struct Folder {
    dir: tempfile::TempDir,
}

impl Folder {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Folder { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    /// The smallest site that builds: a title, a register of two, a policy of one line.
    pub(crate) fn small() -> Self {
        Folder::copy_of(&repository().join("tests/sites/minimal"))
    }

    /// The site of this repository.
    pub(crate) fn sample() -> Self {
        Folder::copy_of(repository())
    }

    /// A folder of `tests/sites/`: its own site, or the sample with the edits of its `edits.txt`.
    pub(crate) fn fixture(site: &Path) -> Self {
        match fs::read_to_string(site.join("edits.txt")) {
            Ok(edits) => {
                let folder = Folder::sample();
                edits.split("\n\n").for_each(|edit| folder.edit(edit));
                folder
            }
            Err(_) => {
                let folder = Folder::copy_of(site);
                make_workbooks(&folder);
                folder
            }
        }
    }

    /// A path, then the lines to take out and those to put in their place.
    fn edit(&self, edit: &str) {
        let mut lines = edit.lines();
        let path = lines.next().unwrap();
        let (old, new): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with('-'));
        let text = |lines: &[&str]| lines.iter().map(|line| format!("{}\n", &line[2..])).collect::<String>();
        self.replace(path, &text(&old), &text(&new));
    }

    /// `content/` and `themes/` of another site.
    pub(crate) fn copy_of(site: &Path) -> Self {
        let folder = Folder::empty();
        for part in ["content", "themes"] {
            for (path, bytes) in tree(&site.join(part)) {
                folder.write(&format!("{part}/{path}"), bytes);
            }
        }
        folder
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// A path inside it.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }

    /// Writes a file, and the folders that it needs.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Replaces words in a file; they must be there.
    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) -> &Self {
        let text = fs::read_to_string(self.at(path)).unwrap();
        assert!(text.contains(old), "`{path}` does not contain `{old}`");
        self.write(path, text.replace(old, new))
    }

    /// Runs the binary on this site, on the day that counts as today.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let root = self.path().to_str().unwrap();
        run(&[&["--root", root, "--as-of", TODAY], arguments].concat())
    }

    /// Builds, without pictures; fails with what the binary said where it does not succeed.
    pub(crate) fn build(&self) -> Tree {
        let ran = self.run(&["build", "--no-pictures"]);
        assert_eq!(ran.code, 0, "the site does not build:\n{}", ran.stderr);
        self.output()
    }

    /// What stands in `output/`.
    pub(crate) fn output(&self) -> Tree {
        tree(&self.at("output"))
    }
}

/// A build without a disk: what it made, and what it said.
pub(crate) struct Built {
    /// The files.
    pub(crate) files: Tree,
    /// All problems.
    pub(crate) diagnostics: Diagnostics,
    /// The files that their places refer to.
    pub(crate) sources: Sources,
}

impl Built {
    /// All problems as people read them in Chinese.
    pub(crate) fn problems(&self) -> String {
        print(&self.diagnostics, &self.sources, Format::Human, Language::Chinese, false)
    }

    /// A file as text.
    pub(crate) fn text(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("`{path}` was not made"));
        std::str::from_utf8(bytes).expect("UTF-8")
    }
}

/// Builds the site in `root` into memory, without its pictures.
pub(crate) fn build_in_memory(root: &Path, as_of: &str) -> Built {
    build(root, as_of, false)
}

/// Builds the site in `root` into memory, with its pictures.
pub(crate) fn build_with_pictures(root: &Path, as_of: &str) -> Built {
    build(root, as_of, true)
}

/// Checks the site in `root`, without its pictures: what the inspector finds too, and no files.
pub(crate) fn check(root: &Path, as_of: &str) -> Built {
    match pipeline::check(&options(root, as_of, false), &Quiet) {
        Ok(outcome) => {
            Built { files: Tree::new(), diagnostics: outcome.diagnostics, sources: outcome.sources }
        }
        Err(stop) => panic!("{}", stop.words(Language::English)),
    }
}

/// Builds a fixture that stands in `root`: with pictures where it has a file `pictures.txt`; with a file
/// `check.txt` it is checked instead.
pub(crate) fn build_fixture(fixture: &Path, root: &Path, as_of: &str) -> Built {
    if fixture.join("check.txt").exists() {
        return check(root, as_of);
    }
    build(root, as_of, fixture.join("pictures.txt").exists())
}

/// What a build of a test is asked for.
pub(crate) fn options(root: &Path, as_of: &str, pictures: bool) -> Options {
    Options {
        root: root.to_path_buf(),
        as_of: parse_date(as_of).unwrap_or_else(|| panic!("`{as_of}` is no date")),
        since: None,
        drafts: false,
        strict: false,
        pictures,
        workbooks: false,
    }
}

fn build(root: &Path, as_of: &str, pictures: bool) -> Built {
    let options = options(root, as_of, pictures);
    let shelf = Memory::new();
    let outcome = match pipeline::run(&options, &shelf, &Quiet) {
        Ok(outcome) => outcome,
        Err(stop) => panic!("{}", stop.words(Language::English)),
    };
    Built { files: shelf.into_files(), diagnostics: outcome.diagnostics, sources: outcome.sources }
}

/// Shows nothing.
pub(crate) struct Quiet;

impl Watch for Quiet {
    fn stage(&self, _stage: Stage) {}
    fn made(&self) {}
}
