//! With the line, an underline and the repair, for people. The only file that knows annotate-snippets.

use super::words;
use crate::diagnostic::{Diagnostic, Files, Location, Severity, locate};
use crate::model::{FileId, Language, Place};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// Cells of a line that are shown; longer ones are cut around the underline.
const WIDTH: usize = 120;

/// One diagnostic and an empty line.
///
/// `secrets` are the places, in whatever diagnostic, whose words are printed as asterisks: another
/// problem of the same line must not tell them either.
pub(super) fn print(
    diagnostic: &Diagnostic,
    files: &dyn Files,
    secrets: &[Place],
    language: Language,
    colour: bool,
) -> String {
    let title = level(diagnostic.entry.severity, language)
        .primary_title(words::message(diagnostic, language))
        .id(diagnostic.entry.code);
    let mut elements: Vec<Element> = Vec::new();
    for (file, spans) in by_file(diagnostic, language) {
        match files.text(file) {
            Some(text) => elements.push(snippet(files, file, text, spans, secrets).into()),
            None => elements.extend(spans.into_iter().map(|span| in_workbook(files, span, language))),
        }
    }
    let help = words::help(diagnostic, language);
    if !help.is_empty() {
        elements.push(match language {
            Language::Chinese => Level::HELP.no_name().message(format!("改法：{help}")).into(),
            Language::English => Level::HELP.message(help).into(),
        });
    }
    let group = if elements.is_empty() { Group::with_title(title) } else { title.elements(elements) };
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    set(&renderer.term_width(WIDTH).render(&[group]))
}

/// A place with what it shows; the place of the problem itself shows nothing further.
type Span = (Place, Option<&'static str>);

/// The places of a diagnostic by file, that of the problem itself first.
fn by_file(diagnostic: &Diagnostic, language: Language) -> Vec<(FileId, Vec<Span>)> {
    let also = diagnostic.also.iter().map(|(place, shows)| (*place, Some(words::pick(*shows, language))));
    let mut files: Vec<(FileId, Vec<Span>)> = Vec::new();
    for span in diagnostic.place.map(|place| (place, None)).into_iter().chain(also) {
        match files.iter_mut().find(|(file, _)| *file == span.0.file) {
            Some((_, spans)) => spans.push(span),
            None => files.push((span.0.file, vec![span])),
        }
    }
    files
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    match (severity, language) {
        (Severity::Error, Language::Chinese) => Level::ERROR.with_name("错误"),
        (Severity::Error, Language::English) => Level::ERROR,
        (Severity::Warning, Language::Chinese) => Level::WARNING.with_name("警告"),
        (Severity::Warning, Language::English) => Level::WARNING,
    }
}

/// Those lines of a text that hold the spans: the rest would only be read to be left out.
fn snippet<'a>(
    files: &'a dyn Files,
    file: FileId,
    text: &'a str,
    spans: Vec<Span>,
    secrets: &[Place],
) -> Snippet<'a, Annotation<'a>> {
    let ranges: Vec<Range<usize>> = spans.iter().map(|(place, _)| shown(text, *place)).collect();
    let start = ranges.iter().map(|range| range.start).min().unwrap_or(0);
    let end = ranges.iter().map(|range| range.end).max().unwrap_or(0);
    let from = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let to = text[end..].find('\n').map_or(text.len(), |n| end + n);
    let annotations = ranges.into_iter().zip(spans).map(|(range, (_, shows))| {
        let kind = if shows.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(range.start - from..range.end - from).label(shows)
    });
    let hidden = secrets.iter().filter(|place| place.file == file).map(|place| shown(text, *place));
    let hidden: Vec<Range<usize>> =
        hidden.filter(|hidden| from <= hidden.start && hidden.end <= to).collect();
    let shown = match hidden.is_empty() {
        true => Cow::Borrowed(&text[from..to]),
        false => Cow::Owned(hide(&text[from..to], from, &hidden)),
    };
    Snippet::source(shown).path(files.path(file)).line_start(files.line(file, from)).annotations(annotations)
}

/// The text with asterisks in place of these ranges, which count from `from`; as many bytes as before.
fn hide(text: &str, from: usize, hidden: &[Range<usize>]) -> String {
    let is_hidden = |at: usize| hidden.iter().any(|range| range.contains(&(from + at)));
    let letter = |(at, c): (usize, char)| match (is_hidden(at), c.len_utf8()) {
        (false, _) => c.to_string(),
        (true, 3) => "＊".to_string(),
        (true, bytes) => "*".repeat(bytes),
    };
    text.char_indices().map(letter).collect()
}

/// A cell of a workbook, which has no line to show.
fn in_workbook<'a>(files: &dyn Files, (place, shows): Span, language: Language) -> Element<'a> {
    let at = cell(&locate(files, place));
    match (shows, language) {
        (None, _) => Origin::path(at).into(),
        (Some(shows), Language::Chinese) => Level::NOTE.no_name().message(format!("{shows}：{at}")).into(),
        (Some(shows), Language::English) => Level::NOTE.no_name().message(format!("{shows}: {at}")).into(),
    }
}

/// The bytes to underline: on one line, and at least a character where there is one.
fn shown(text: &str, place: Place) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(place.start as usize);
    let line_end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    let end = floor(place.start.saturating_add(place.len) as usize).min(line_end);
    let one = text[start..line_end].chars().next().map_or(0, char::len_utf8);
    start..end.max(start + one)
}

/// `path:sheet!C7`, or the path alone of a file that has neither lines nor cells.
fn cell(at: &Location) -> String {
    match &at.cell {
        Some(cell) => format!("{}:{cell}", at.path),
        None => at.path.clone(),
    }
}

/// Sets the crate's output closer: the frame one cell in, and no empty line before the help.
fn set(rendered: &str) -> String {
    let bare = |line: &str| {
        let mut text = String::new();
        // An escape sequence runs to its `m`.
        for (n, part) in line.split('\u{1b}').enumerate() {
            text.push_str(if n == 0 { part } else { part.split_once('m').map_or("", |(_, rest)| rest) });
        }
        text.trim().to_string()
    };
    let lines: Vec<&str> = rendered.lines().collect();
    let mut out = String::new();
    for (n, line) in lines.iter().enumerate() {
        let before_help = lines.get(n + 1).is_some_and(|next| bare(next).starts_with("= "));
        if bare(line) == "|" && before_help {
            continue;
        }
        if n > 0 {
            out.push(' ');
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out.push('\n');
    out
}
