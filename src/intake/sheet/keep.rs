//! The merged text -> the disk: whole or not at all, and only over what was read.

use super::Import;
use crate::model::Language;
use std::fs;
use std::io;
use std::path::Path;

/// How a new period's file begins. The day of publishing is nobody's to invent.
pub(super) fn head(language: Language) -> String {
    match language {
        Language::Chinese => {
            "# content/ 中的内容都会公开\n# 公布时在下一行填上日期，去掉行首的 #\n# published: 2024-08-10\n".to_string()
        }
        Language::English => {
            "# everything in content/ will be public\n# when it is published, write the day and take away the #\n# published: 2024-08-10\n"
                .to_string()
        }
    }
}

/// A text as it is read: without byte order mark, its lines ended by `\n`.
fn normal(text: &str) -> String {
    text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n")
}

/// Writes the file, with the byte order mark and line ends that it had. False where it is not what it was
/// when it was read; then nothing was written.
///
/// # Errors
/// When the machine fails.
pub fn keep(import: &Import, root: &Path) -> io::Result<bool> {
    let path = root.join(&import.path);
    let now = match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    // Of a file in another encoding nobody can tell; it is in UTF-8 from now on.
    let read = now.as_deref().map(|bytes| std::str::from_utf8(bytes).map(normal));
    if now.is_some() != import.old.is_some()
        || matches!(&read, Some(Ok(text)) if Some(text) != import.old.as_ref())
    {
        return Ok(false);
    }
    let now = now.unwrap_or_default();
    let marked = now.starts_with(b"\xEF\xBB\xBF");
    let returns = now.windows(2).any(|pair| pair == b"\r\n");
    let mut text = if returns { import.text.replace('\n', "\r\n") } else { import.text.clone() };
    if marked {
        text.insert(0, '\u{FEFF}');
    }
    let folder = path.parent().unwrap_or(root);
    fs::create_dir_all(folder)?;
    // Hidden, so that whoever reads the site meanwhile does not see it.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    fs::write(&beside, text)?;
    fs::rename(&beside, &path).inspect_err(|_| {
        // What is left behind would only be in the way.
        let _ = fs::remove_file(&beside);
    })?;
    Ok(true)
}
