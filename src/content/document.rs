//! One file -> its YAML tree, or its head and its text: the step before every decoder.

use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;
use crate::source::yaml::Node;
use crate::source::{SourceFile, front_matter, yaml};
use crate::text::{self, Piece};
use std::ops::Range;

/// A Markdown file: its head as YAML, and the rest.
pub(crate) struct Markdown<'a> {
    /// The head; none where the file has none, or where it is no YAML.
    pub(crate) head: Option<Node<'a>>,
    /// The text below it.
    pub(crate) body: Piece<'a>,
}

/// The tree of a YAML file. None where it cannot be read; then an error was reported.
pub(crate) fn read_yaml<'a>(file: &'a SourceFile, d: &mut Diagnostics) -> Option<Node<'a>> {
    let text = file.text.as_deref().unwrap_or_default();
    parse(file, 0..text.len(), d)
}

/// Head and text of a Markdown file. A head that is missing or broken is reported.
pub(crate) fn read_markdown<'a>(file: &'a SourceFile, d: &mut Diagnostics) -> Markdown<'a> {
    let text = file.text.as_deref().unwrap_or_default();
    let mut unread = Diagnostics::new();
    let told = if file.damaged { &mut unread } else { &mut *d };
    let Some(parts) = front_matter::split(file, told) else {
        return Markdown { head: None, body: Piece { file: file.id, offset: text.len(), text: "" } };
    };
    if parts.yaml.is_none() && !file.damaged {
        d.push(Diagnostic::at(content::NO_HEAD, start(file)));
    }
    let head = parts.yaml.and_then(|range| parse(file, range, d));
    let body = text.get(parts.body.clone()).unwrap_or_default();
    Markdown { head, body: Piece { file: file.id, offset: parts.body.start, text: body } }
}

/// The HTML of a free text. A page has its title already, so a heading of the first level moves down.
pub(crate) fn html(body: Piece, d: &mut Diagnostics) -> String {
    let first_level = body.text.lines().any(|line| line.starts_with("# "));
    text::html(body, u8::from(first_level), d)
}

/// The first line of a file, for what is wrong with the file as a whole.
pub(crate) fn start(file: &SourceFile) -> Place {
    Place::new(file.id, 0, 0)
}

/// `content/policies/x/cases/food.md` -> `food`.
pub(crate) fn stem(file: &SourceFile) -> &str {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Reads YAML, once no cell of it is an error of Excel: to YAML `#REF!` is a comment, and the
/// figure would silently be missing.
fn parse<'a>(file: &'a SourceFile, range: Range<usize>, d: &mut Diagnostics) -> Option<Node<'a>> {
    let text = file.text.as_deref().unwrap_or_default();
    let mut clean = true;
    let mut at = range.start;
    for line in text.get(range.clone()).unwrap_or_default().split_inclusive('\n') {
        if let Some((offset, error)) = spreadsheet_error(line) {
            let place = Place::new(file.id, at + offset, error.len());
            d.push(Diagnostic::at(data::SPREADSHEET_ERROR, place).with("value", error).with("name", ""));
            clean = false;
        }
        at += line.len();
    }
    if !clean {
        return None;
    }
    // A file that is no whole text was reported as such: that it is no YAML either says nothing new.
    let mut own = Diagnostics::new();
    let node = yaml::parse(file, range, &mut own);
    if node.is_some() || !file.damaged {
        d.append(own);
    }
    node
}

/// An error of Excel that stands where a value begins.
fn spreadsheet_error(line: &str) -> Option<(usize, &'static str)> {
    if !line.contains('#') {
        return None;
    }
    const ERRORS: [&str; 7] = ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"];
    ERRORS.iter().find_map(|error| {
        let at = line.find(error)?;
        let before = line[..at].trim_end();
        let in_comment = before.contains('#');
        (!in_comment && before.ends_with([':', '[', ',', '-'])).then_some((at, *error))
    })
}
