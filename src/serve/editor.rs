//! Opens a file at a line, in the editor that a person has.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

/// Editors that open windows of their own, by the name of their program, and how each is told the line.
const KNOWN: [(&str, Form); 14] = [
    ("code", Form::Goto),
    ("code-insiders", Form::Goto),
    ("codium", Form::Goto),
    ("cursor", Form::Goto),
    ("windsurf", Form::Goto),
    ("zed", Form::Joined),
    ("subl", Form::Joined),
    ("kate", Form::Flags),
    ("gedit", Form::Plus),
    ("gvim", Form::Plus),
    ("mousepad", Form::Plus),
    ("notepad++", Form::NotepadPlus),
    ("idea", Form::Flags),
    ("webstorm", Form::Flags),
];

/// How an editor is told where to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `-g file:line:column`
    Goto,
    /// `file:line:column`
    Joined,
    /// `--line N --column M file`
    Flags,
    /// `+N file`
    Plus,
    /// `-nN -cM file`
    NotepadPlus,
}

/// The editor of the person who previews.
#[derive(Clone, Debug)]
pub struct Editor {
    /// What VISUAL or EDITOR says; an editor in a terminal is passed over, it would have none here.
    pub wanted: Option<String>,
    /// Opens a file with the program that the system has for its kind.
    pub system: fn(&Path) -> std::io::Result<()>,
}

/// What the system may open: kinds of files that no system runs.
const OPENED: [&str; 8] = ["md", "yaml", "yml", "csv", "xlsx", "txt", "css", "xml"];

impl Editor {
    /// Opens a file at a line: with the wanted editor, else VS Code, else, without a line, as the system would.
    ///
    /// # Errors
    /// When nothing can open it.
    pub(super) fn open(&self, file: &Path, line: usize, column: usize) -> std::io::Result<()> {
        let wanted = self.wanted.as_deref().and_then(known);
        let tried = wanted.into_iter().chain([("code".to_owned(), Form::Goto)]);
        for (program, form) in tried {
            for name in spellings(&program) {
                let mut command = Command::new(name);
                command.args(arguments(form, file, line, column));
                command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
                if let Ok(mut child) = command.spawn() {
                    // Somebody has to wait for it, or it stays as a zombie.
                    std::thread::spawn(move || child.wait());
                    return Ok(());
                }
            }
        }
        let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match OPENED.contains(&ending) {
            true => (self.system)(file),
            false => Err(std::io::Error::other("no editor")),
        }
    }
}

/// The program of `VISUAL`, where it is one that opens a window; its own arguments are not taken over.
fn known(wanted: &str) -> Option<(String, Form)> {
    let program = if Path::new(wanted).is_file() { wanted } else { wanted.split_whitespace().next()? };
    let name = Path::new(program).file_name()?.to_str()?.to_ascii_lowercase();
    let name = [".exe", ".cmd"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name);
    let (_, form) = KNOWN.iter().find(|(known, _)| *known == name)?;
    Some((program.to_owned(), *form))
}

/// On Windows some editors are started by a script.
fn spellings(program: &str) -> Vec<String> {
    match cfg!(windows) {
        true => vec![program.to_owned(), format!("{program}.cmd")],
        false => vec![program.to_owned()],
    }
}

fn arguments(form: Form, file: &Path, line: usize, column: usize) -> Vec<OsString> {
    let joined = || {
        let mut text = file.as_os_str().to_owned();
        text.push(format!(":{line}:{column}"));
        text
    };
    let own = file.as_os_str().to_owned();
    match form {
        Form::Goto => vec!["-g".into(), joined()],
        Form::Joined => vec![joined()],
        Form::Flags => {
            vec!["--line".into(), line.to_string().into(), "--column".into(), column.to_string().into(), own]
        }
        Form::Plus => vec![format!("+{line}").into(), own],
        Form::NotepadPlus => vec![format!("-n{line}").into(), format!("-c{column}").into(), own],
    }
}

#[test]
fn only_an_editor_with_a_window_is_started() {
    assert_eq!(known("code --wait"), Some(("code".into(), Form::Goto)));
    assert_eq!(known("/usr/bin/gvim -f"), Some(("/usr/bin/gvim".into(), Form::Plus)));
    assert_eq!(known("vim"), None);
    assert_eq!(known("sh -c 'rm x'"), None);
    assert_eq!(known(""), None);
    let file = Path::new("/site/content/a b.yaml");
    assert_eq!(arguments(Form::Goto, file, 6, 11), ["-g", "/site/content/a b.yaml:6:11"]);
    assert_eq!(arguments(Form::Plus, file, 6, 11), ["+6", "/site/content/a b.yaml"]);
}
