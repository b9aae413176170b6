//! The closing lines: how many errors in how many files, and how many warnings.

use crate::diagnostic::{Diagnostics, Files, Severity};
use crate::model::Language;
use std::collections::BTreeSet;

/// Whose closing lines they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// A build: it prints errors only, and says that `output/` was left as it was.
    Build,
    /// A preview: it shows errors only, and the site as it was before them.
    Preview,
    /// A check: it has printed everything and writes nothing.
    Check,
}

/// The closing lines: how many errors in how many files, then how many warnings. Empty where nothing is wrong.
pub fn summary(d: &Diagnostics, files: &dyn Files, language: Language, closing: Closing) -> String {
    let errors = d.count(Severity::Error);
    let warnings = d.count(Severity::Warning);
    let places = d.iter().filter(|d| d.entry.severity == Severity::Error).filter_map(|d| d.place);
    let in_files = places.map(|place| files.path(place.file)).collect::<BTreeSet<_>>().len();
    let (kept, see) = match (closing, language) {
        (Closing::Check, _) => ("", ""),
        (Closing::Preview, Language::Chinese) => ("；网页保持上一次的样子", "（`gongbao check` 可查看）"),
        (Closing::Preview, Language::English) => ("; pages stay as they were", " (see `gongbao check`)"),
        (Closing::Build, Language::Chinese) => ("；output/ 保持原样", "（`gongbao check` 可查看）"),
        (Closing::Build, Language::English) => ("; output/ was left as it was", " (see `gongbao check`)"),
    };
    let mut lines = String::new();
    if errors > 0 {
        let places = match (in_files, language) {
            (0, _) => String::new(),
            (n, Language::Chinese) => format!("，涉及 {n} 个文件"),
            (n, Language::English) => format!(" in {}", count(n, "file")),
        };
        lines += &match language {
            Language::Chinese => format!("错误 {errors} 处{places}{kept}\n"),
            Language::English => format!("{}{places}{kept}\n", count(errors, "error")),
        };
    }
    if warnings > 0 {
        lines += &match language {
            Language::Chinese => format!("警告 {warnings} 处{see}\n"),
            Language::English => format!("{}{see}\n", count(warnings, "warning")),
        };
    }
    lines
}

/// `1 error`, `2 errors`.
fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}
