//! `UPDATE.txt` of a package of changes: what a webmaster has to do, and what the readers will find changed.

use super::manifest::Manifest;
use super::tell::count;
use crate::model::Language;
use std::collections::BTreeSet;

/// The note. `old` are the paths of the package that it follows, `changes` the lines of what differs.
///
/// It begins with a byte order mark and has the line ends of Windows, where webmasters open it in Notepad.
pub(super) fn note(
    manifest: &Manifest,
    old: &BTreeSet<&str>,
    changes: &[String],
    language: Language,
) -> Vec<u8> {
    let (new, changed): (Vec<_>, Vec<_>) =
        manifest.files.iter().map(|entry| entry.path.as_str()).partition(|path| !old.contains(path));
    let removed: Vec<&str> = manifest.removed.iter().map(String::as_str).collect();
    let since = manifest.since.as_ref().map(|since| since.package.as_str()).unwrap_or_default();
    let mut lines: Vec<String> = match language {
        Language::Chinese => vec![
            "更新说明".into(),
            String::new(),
            format!("网站：{}", manifest.site),
            format!("这个包：{} 与 {since} 相比的变化", manifest.as_of),
            String::new(),
            "怎样更新".into(),
            "  1. 把这个包解压，覆盖到网站原来的位置。".into(),
            match removed.len() {
                0 => "  2. 没有要删除的文件。".into(),
                n => format!("  2. 删除下面列出的{}。", count(n, language)),
            },
            "  3. 核对：gongbao verify 这个包.zip --against 网站所在的文件夹；".into(),
            "     没有 gongbao 的，在网站所在的文件夹里运行 sha256sum -c SHA256SUMS。".into(),
        ],
        Language::English => vec![
            "What is updated".into(),
            String::new(),
            format!("Site: {}", manifest.site),
            format!("This package: what changed by {} since {since}", manifest.as_of),
            String::new(),
            "How to update".into(),
            "  1. Unpack this package over the site.".into(),
            match removed.len() {
                0 => "  2. There are no files to delete.".into(),
                n => format!("  2. Delete the files listed below ({}).", count(n, language)),
            },
            "  3. Check: gongbao verify THIS-PACKAGE.zip --against THE-FOLDER-OF-THE-SITE;".into(),
            "     without gongbao, run sha256sum -c SHA256SUMS in the folder of the site.".into(),
        ],
    };
    lines.push(String::new());
    lines.push(language.pick("内容变化", "What readers find changed").into());
    match changes.is_empty() {
        true => lines.push(language.pick("  数、状态和文字都没有变化", "  No figure, status or text").into()),
        false => lines.extend(changes.iter().map(|line| format!("  {line}"))),
    }
    let lists = [
        (language.pick("要删除的文件", "To delete"), removed),
        (language.pick("新增的文件", "New files"), new),
        (language.pick("修改的文件", "Changed files"), changed),
    ];
    for (title, paths) in lists.into_iter().filter(|(_, paths)| !paths.is_empty()) {
        lines.push(String::new());
        lines.push(match language {
            Language::Chinese => format!("{title}（{}）", count(paths.len(), language)),
            Language::English => format!("{title} ({})", count(paths.len(), language)),
        });
        lines.extend(paths.iter().map(|path| format!("  {path}")));
    }
    lines.push(String::new());
    format!("\u{FEFF}{}", lines.join("\r\n")).into_bytes()
}
