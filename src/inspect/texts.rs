//! Everything that the public can read of the content, as lines of the files that it is written in.

use super::Input;
use crate::diagnostic::Files as _;
use crate::model::{FileId, Place};
use std::collections::BTreeSet;

/// A file that is published, whole or in part.
pub(super) struct Text<'a> {
    /// The file.
    pub(super) file: FileId,
    /// Its path, relative to the root.
    pub(super) path: &'a str,
    /// All of it.
    pub(super) text: &'a str,
    /// Where the prose begins: below the head of a Markdown file, at the end of any other.
    pub(super) body: usize,
}

/// One line.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Its words; of YAML without the comment.
    pub(super) words: &'a str,
    /// Where it begins in the file, in bytes.
    pub(super) start: usize,
    /// True for a line of prose, false for one of YAML or of a table.
    pub(super) prose: bool,
}

impl<'a> Text<'a> {
    /// The lines, without comments.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'a>> + use<'a> {
        let (body, yaml) = (self.body, !self.path.ends_with(".csv"));
        let mut start = 0;
        self.text.split_inclusive('\n').map(move |line| {
            let at = start;
            start += line.len();
            let prose = at >= body;
            let words = line.trim_end_matches('\n');
            let words = if yaml && !prose { without_comment(words) } else { words };
            Line { words, start: at, prose }
        })
    }

    /// The lines of the prose.
    pub(super) fn prose(&self) -> impl Iterator<Item = Line<'a>> + use<'a> {
        self.lines().filter(|line| line.prose)
    }

    /// The place of `len` bytes at `at` of a line.
    pub(super) fn place(&self, line: &Line, at: usize, len: usize) -> Place {
        Place::new(self.file, line.start + at, len)
    }
}

/// The files whose words get to the public: those of policies that are shown, and of the whole site.
pub(super) fn public<'a>(input: &Input<'a>) -> Vec<Text<'a>> {
    let shown = shown(input);
    let files = input.sources.iter().filter(|file| {
        let path = file.path.as_str();
        let read = [".md", ".yaml", ".csv"].iter().any(|ending| path.ends_with(ending));
        read && is_public(path, file.id, input, &shown)
    });
    let texts = files.filter_map(|file| {
        let text = input.sources.text(file.id)?;
        let body = if file.path.ends_with(".md") { below_head(text) } else { text.len() };
        Some(Text { file: file.id, path: &file.path, text, body })
    });
    texts.collect()
}

/// The files that something on the site stands in.
fn shown(input: &Input) -> BTreeSet<FileId> {
    let mut files: BTreeSet<FileId> = input.site.pages.iter().map(|page| page.place.file).collect();
    for policy in &input.site.policies {
        let articles = policy.interpretations.iter().chain(&policy.cases);
        files.extend(articles.map(|article| article.place.file));
        files.extend(policy.reports.iter().map(|report| report.place.file));
        files.extend(policy.statements.iter().map(|statement| statement.place.file));
        for indicator in &policy.indicators {
            let rows = indicator.breakdowns.iter().flat_map(|breakdown| &breakdown.rows);
            let figures = indicator.figures.iter().chain(rows.flat_map(|row| &row.figures));
            files.extend(figures.map(|figure| figure.place().file));
        }
    }
    files
}

fn is_public(path: &str, file: FileId, input: &Input, shown: &BTreeSet<FileId>) -> bool {
    let Some(below) = path.strip_prefix("content/") else { return false };
    let Some((id, name)) = below.strip_prefix("policies/").and_then(|path| path.split_once('/')) else {
        return below == "site.yaml" || below == "organisations.yaml" || shown.contains(&file);
    };
    let dated = ["interpretations/", "cases/", "progress/"].iter().any(|folder| name.starts_with(folder));
    input.site.policy(id).is_some() && (!dated || shown.contains(&file))
}

/// Where the text below the head of a Markdown file begins.
fn below_head(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("---\n") else { return 0 };
    match rest.find("\n---\n") {
        Some(at) => 4 + at + 5,
        None => text.len(),
    }
}

/// A line of YAML up to its comment; `#` inside of quotes begins none.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') if before.is_whitespace() => return &line[..at],
            (None, '"' | '\'') if " [{,:".contains(before) => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
        before = c;
    }
    line
}

/// Where the value of a key at the margin begins, and how long it is; of a Markdown file in its head.
pub(super) fn value_of(input: &Input, file: FileId, key: &str) -> Option<Place> {
    let text = input.sources.text(file)?;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(value) = line.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')) {
            let value = without_comment(value.trim_end_matches('\n'));
            let inner = value.trim();
            let at = start + key.len() + 1 + (value.len() - value.trim_start().len());
            return Some(Place::new(file, at, inner.len()));
        }
        start += line.len();
    }
    None
}

/// Where these words stand in a file, from `from` on.
pub(super) fn find(input: &Input, file: FileId, from: usize, words: &str) -> Option<Place> {
    let text = input.sources.text(file)?;
    let at = text.get(from..)?.find(words)?;
    Some(Place::new(file, from + at, words.len()))
}

/// True for a Chinese character.
pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' | '\u{F900}'..='\u{FAFF}')
}
