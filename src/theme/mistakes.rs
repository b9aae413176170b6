//! tera's errors -> diagnostics with a place in the template.
//!
//! tera's own text is not printed: its caret counts characters and misses under Chinese.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::theme as catalogue;
use crate::model::{FileId, Place};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Error, ErrorKind, ReportError, Tera};

/// Where each template stands.
#[derive(Debug, Default)]
pub(super) struct Mistakes {
    templates: BTreeMap<String, (FileId, Arc<str>)>,
}

impl Mistakes {
    /// Notes where a template stands.
    pub(super) fn know(&mut self, name: &str, file: FileId, text: &Arc<str>) {
        self.templates.insert(name.to_owned(), (file, Arc::clone(text)));
    }

    /// The mistake of a template that cannot even be parsed.
    pub(super) fn syntax(&self, name: &str, text: &str) -> Option<Diagnostic> {
        match Tera::new().add_raw_template(name, text) {
            // All others may come of its being alone.
            Err(error) if matches!(error.kind(), ErrorKind::SyntaxError(_)) => Some(self.one(&error)),
            _ => None,
        }
    }

    /// True where a template is missing, and nothing else is said.
    pub(super) fn is_about_a_missing_template(error: &Error) -> bool {
        match error.kind() {
            ErrorKind::MissingParent { .. } | ErrorKind::TemplateNotFound(_) => true,
            ErrorKind::Msg(text) => text.split("\n\n").all(|report| {
                report.starts_with("error: Unknown template")
                    || report.starts_with("error: Unknown component")
            }),
            _ => false,
        }
    }

    /// What is wrong with templates that were read together.
    pub(super) fn all(&self, error: &Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::Msg(text) => {
                let reports = text.split("\n\n").map(|report| self.report(report));
                reports.collect()
            }
            _ => vec![self.one(error)],
        }
    }

    /// What is wrong with one page or template.
    pub(super) fn one(&self, error: &Error) -> Diagnostic {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => self.located(report),
            ErrorKind::MissingParent { current, .. } => self.whole(current, &error.to_string()),
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                self.whole(tpl, &error.to_string())
            }
            _ => Diagnostic::nowhere(catalogue::TEMPLATE).with("message", error),
        }
    }

    fn located(&self, report: &ReportError) -> Diagnostic {
        let message = report.message();
        match self.templates.get(report.filename()) {
            Some((file, _)) => {
                let range = &report.span().range;
                let place = Place::new(*file, range.start, range.len());
                Diagnostic::at(catalogue::TEMPLATE, place).with("message", message)
            }
            None => Diagnostic::nowhere(catalogue::TEMPLATE).with("message", message),
        }
    }

    fn whole(&self, template: &str, message: &str) -> Diagnostic {
        match self.templates.get(template) {
            Some((file, text)) => {
                let place = Place::new(*file, 0, text.lines().next().map_or(0, str::len));
                Diagnostic::at(catalogue::TEMPLATE, place).with("message", message)
            }
            None => Diagnostic::nowhere(catalogue::TEMPLATE).with("message", message),
        }
    }

    /// Unknown names come as text only: `error: MESSAGE`, ` --> NAME:LINE:COLUMN`, then the line with
    /// carets. The place is read back out of it.
    fn report(&self, report: &str) -> Diagnostic {
        let mut lines = report.lines();
        let first = lines.next().unwrap_or_default();
        let message = first.strip_prefix("error: ").unwrap_or(first);
        let place = lines.next().and_then(|line| {
            let (_, locus) = line.split_once("--> ")?;
            let mut parts = locus.rsplitn(3, ':');
            let column: usize = parts.next()?.parse().ok()?;
            let line: usize = parts.next()?.parse().ok()?;
            let (file, text) = self.templates.get(parts.next()?)?;
            let carets = report.lines().last().map_or(0, |line| line.matches('^').count());
            Some(place(*file, text, line, column, carets))
        });
        match place {
            Some(place) => Diagnostic::at(catalogue::TEMPLATE, place),
            None => Diagnostic::nowhere(catalogue::TEMPLATE),
        }
        .with("message", message)
    }
}

/// Line and column, both counted from 1, the column in characters, as a span of bytes.
fn place(file: FileId, text: &str, line: usize, column: usize, characters: usize) -> Place {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    let bytes = |n: usize| rest.char_indices().nth(n).map_or(rest.len(), |(at, _)| at);
    let from = bytes(column.saturating_sub(1));
    let to = bytes(column.saturating_sub(1) + characters);
    Place::new(file, start + from, to - from)
}
