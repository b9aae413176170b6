//! tera's errors -> diagnostics with a place in the template.
//!
//! tera's own text is not printed: its caret counts characters and misses under Chinese, and its
//! sentences are English. The common ones are told in our words, the rest is quoted.

use super::contract;
use super::uses::{Of, Unknown};
use crate::diagnostic::catalogue::theme as catalogue;
use crate::diagnostic::{Diagnostic, Entry};
use crate::model::{FileId, Place};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Error, ErrorKind, ReportError, Tera};

/// Where each template stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Mistakes {
    templates: BTreeMap<String, (FileId, Arc<str>)>,
    /// The components that some template defines.
    components: Vec<String>,
}

impl Mistakes {
    /// Notes where a template stands.
    pub(super) fn know(&mut self, name: &str, file: FileId, text: &Arc<str>) {
        let defined = text.split("{% component ").skip(1).chain(text.split("{%- component ").skip(1));
        self.components.extend(defined.filter_map(|rest| Some(rest.split_once('(')?.0.trim().to_owned())));
        self.templates.insert(name.to_owned(), (file, Arc::clone(text)));
    }

    /// The mistake of a template that cannot even be parsed.
    pub(super) fn syntax(&self, name: &str, text: &str) -> Option<Diagnostic> {
        match Tera::new().add_raw_template(name, text) {
            // All others may come of its being alone.
            Err(error) => match error.kind() {
                ErrorKind::SyntaxError(report) => Some(self.quoted(report, catalogue::TEMPLATE)),
                _ => None,
            },
            Ok(()) => None,
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
            ErrorKind::Msg(text) => text.split("\n\n").map(|report| self.report(report)).collect(),
            ErrorKind::SyntaxError(report) => vec![self.quoted(report, catalogue::TEMPLATE)],
            ErrorKind::MissingParent { current, parent } => {
                let problem = self.whole(current, parent, catalogue::UNKNOWN_TEMPLATE);
                vec![problem.with("name", parent).suggest(parent, self.paths())]
            }
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                vec![self.whole(tpl, tpl, catalogue::TEMPLATE).with("message", error)]
            }
            _ => vec![Diagnostic::nowhere(catalogue::TEMPLATE).with("message", error)],
        }
    }

    /// Why a page could not be made; the caller fills in which, and how many.
    pub(super) fn page(&self, error: &Error) -> Diagnostic {
        match error.kind() {
            ErrorKind::RenderingError(report) => self.rendering(report),
            _ => Diagnostic::nowhere(catalogue::PAGE).with("message", error),
        }
    }

    /// A name that nobody gives.
    pub(super) fn unknown(&self, template: &str, unknown: &Unknown, language: &str) -> Option<Diagnostic> {
        let (file, _) = self.templates.get(template)?;
        let entry = match unknown.of {
            Of::Field => catalogue::UNKNOWN_FIELD,
            Of::Variable => catalogue::UNKNOWN_VARIABLE,
            Of::Word => catalogue::UNKNOWN_WORD,
        };
        let problem = Diagnostic::at(entry, Place::new(*file, unknown.start, unknown.name.len()));
        let problem = problem.with("name", &unknown.name).suggest(&unknown.name, strings(&unknown.known));
        Some(match unknown.of {
            Of::Word => problem.with("language", language),
            _ => problem.with("known", unknown.known.join(", ")),
        })
    }

    fn rendering(&self, report: &ReportError) -> Diagnostic {
        let message = report.message();
        let at = |entry| self.located(report, entry);
        let names = quoted_names(message);
        let name = names.first().copied().unwrap_or_default();
        // `Field `titel` is not defined. Available fields: title, url`
        let known = message.split_once(": ").map_or("", |(_, known)| known).replace('`', "");
        let listed: Vec<&str> = known.split(", ").collect();
        if message.starts_with("Field `") {
            at(catalogue::PAGE_FIELD).with("name", name).suggest(name, listed).with("known", known)
        } else if message.starts_with("Variable `") {
            // tera lists those of the page only.
            let known = format!("{known}, site, t");
            at(catalogue::PAGE_VARIABLE)
                .with("name", name)
                .suggest(name, known.split(", "))
                .with("known", &known)
        } else if message.starts_with("Unknown argument(s) ") {
            at(catalogue::PAGE_ARGUMENT).with("name", name).suggest(name, listed).with("known", known)
        } else if (message.starts_with("Argument `") && message.ends_with("missing."))
            || message.starts_with("Implicit argument `")
            || message.starts_with("Missing keyword argument `")
        {
            at(catalogue::PAGE_MISSING_ARGUMENT).with("name", name)
        } else if message.starts_with("Component argument `") && names.len() == 3 {
            at(catalogue::PAGE_TYPE)
                .with("wanted", format!("`{}`", names[2]))
                .with("found", format!("`{}`", names[1]))
        } else if message.starts_with("Invalid type for the value, expected `") && names.len() == 2 {
            at(catalogue::PAGE_TYPE)
                .with("wanted", format!("`{}`", names[0]))
                .with("found", format!("`{}`", names[1]))
        } else {
            self.quoted(report, catalogue::PAGE)
        }
    }

    fn quoted(&self, report: &ReportError, entry: &'static Entry) -> Diagnostic {
        self.located(report, entry).with("message", report.message())
    }

    fn located(&self, report: &ReportError, entry: &'static Entry) -> Diagnostic {
        match self.templates.get(report.filename()) {
            Some((file, _)) => {
                let range = &report.span().range;
                Diagnostic::at(entry, Place::new(*file, range.start, range.len()))
            }
            None => Diagnostic::nowhere(entry),
        }
    }

    /// The place of a name in a template, else its first line.
    fn whole(&self, template: &str, name: &str, entry: &'static Entry) -> Diagnostic {
        match self.templates.get(template) {
            Some((file, text)) => {
                let first = text.lines().next().map_or(0, str::len);
                let named = text.find(name).map(|at| (at, name.len()));
                let (start, length) = named.unwrap_or((0, first));
                Diagnostic::at(entry, Place::new(*file, start, length))
            }
            None => Diagnostic::nowhere(entry),
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
        let at = |entry| match place {
            Some(place) => Diagnostic::at(entry, place),
            None => Diagnostic::nowhere(entry),
        };
        let name = quoted_names(message).first().copied().unwrap_or_default();
        let known = |entry| at(entry).with("name", name);
        match message.split_once(" `").map_or("", |(kind, _)| kind) {
            "Unknown filter" => known(catalogue::UNKNOWN_FILTER).suggest(name, contract::FILTERS),
            "Unknown function" => known(catalogue::UNKNOWN_FUNCTION).suggest(name, contract::FUNCTIONS),
            "Unknown test" => known(catalogue::UNKNOWN_TEST).suggest(name, contract::TESTS),
            "Unknown component" => {
                known(catalogue::UNKNOWN_COMPONENT).suggest(name, strings(&self.components))
            }
            "Unknown template" => known(catalogue::UNKNOWN_TEMPLATE).suggest(name, self.paths()),
            _ => at(catalogue::TEMPLATE).with("message", message),
        }
    }

    /// The first line of a template.
    pub(super) fn first_line(&self, template: &str) -> Option<Place> {
        let (file, text) = self.templates.get(template)?;
        Some(Place::new(*file, 0, text.lines().next().map_or(0, str::len)))
    }

    /// The paths of templates inside their themes.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.templates.keys().filter_map(|name| Some(name.split_once('/')?.1))
    }
}

fn strings(list: &[String]) -> impl Iterator<Item = &str> {
    list.iter().map(String::as_str)
}

/// What a message quotes in backticks.
fn quoted_names(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
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
