//! The head of a Markdown file: YAML between two lines of `---`.

use super::SourceFile;
use crate::diagnostic::catalogue::yaml as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;
use std::ops::Range;

/// Byte ranges of a file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The YAML between the lines; none where the file has no head.
    pub yaml: Option<Range<usize>>,
    /// The rest.
    pub body: Range<usize>,
}

/// Splits a file. None where the head is not closed; then an error was reported.
///
/// Blank lines may stand before the first `---`: Word and chat programs put them there.
pub fn split(file: &SourceFile, d: &mut Diagnostics) -> Option<FrontMatter> {
    let text = file.text.as_deref().unwrap_or_default();
    let opening = text.len() - text.trim_start().len();
    let opening = text[..opening].rfind('\n').map_or(0, |n| n + 1);
    let mut lines = text[opening..].split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| is_rule(line)) else {
        return Some(FrontMatter { yaml: None, body: 0..text.len() });
    };
    let start = opening + first.len();
    let mut at = start;
    for line in lines {
        if is_rule(line) {
            return Some(FrontMatter { yaml: Some(start..at), body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    d.push(Diagnostic::at(catalogue::FRONT_MATTER, Place::new(file.id, opening, "---".len())));
    None
}

/// A line of three hyphens and nothing else but space behind them.
fn is_rule(line: &str) -> bool {
    line.trim_end() == "---"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use proptest::prelude::*;

    /// Head and body, or the codes reported.
    fn split_text(text: &str) -> Result<(Option<String>, String), String> {
        let mut sources = Sources::default();
        let id = sources.add("content/a.md", text);
        let mut d = Diagnostics::new();
        match split(sources.get(id), &mut d) {
            Some(split) => Ok((split.yaml.map(|yaml| text[yaml].to_string()), text[split.body].to_string())),
            None => Err(d.iter().map(|d| d.entry.code).collect()),
        }
    }

    #[test]
    fn splits() {
        let cases: [(&str, Option<&str>, &str); 8] = [
            ("", None, ""),
            ("正文\n", None, "正文\n"),
            ("---\na: 1\n---\n正文\n", Some("a: 1\n"), "正文\n"),
            ("---\n---\n", Some(""), ""),
            ("---\na: 1\n---", Some("a: 1\n"), ""),
            ("\n\n--- \na: 1\n---  \n\n正文", Some("a: 1\n"), "\n正文"),
            ("  ---\n正文", None, "  ---\n正文"),
            ("正文\n---\n后文", None, "正文\n---\n后文"),
        ];
        for (text, yaml, body) in cases {
            let expected = Ok((yaml.map(str::to_string), body.to_string()));
            assert_eq!(split_text(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_head_that_is_not_closed() {
        for text in ["---", "---\na: 1\n", "---\na: 1\n ---\n"] {
            assert_eq!(split_text(text), Err("yaml/front-matter".to_string()), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "(---|\n| |甲|a: 1){0,20}") {
            let _ = split_text(&text);
        }
    }
}
