//! `progress/*.yaml` -> what has been reported, put into the indicators that it belongs to.

mod columns;
mod figures;
mod implausible;
mod period;
mod rows;
mod settle;
mod statements;

pub(crate) use implausible::{SMALL, is_counted, may_be_negative};
pub(crate) use statements::{STATES, without};

use super::decode;
use super::document;
use super::indicators::Measures;
use super::policy::Scope;
use super::translation::beside::is_translation;
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{FileId, Issued, Moment, Period, Place, Quality, Report, Statement};
use crate::source::SourceFile;
use crate::source::yaml::{Node, Value};
use jiff::civil::Date;
use std::sync::Arc;

/// What period files say beside figures.
#[derive(Default)]
pub(crate) struct Reported {
    /// The period files, oldest first.
    pub(crate) reports: Vec<Report>,
    /// What was said of clauses, oldest first.
    pub(crate) statements: Vec<Statement>,
}

/// What a file says of all figures of a period in it.
#[derive(Clone)]
pub(crate) struct Issue {
    pub(crate) period: Period,
    pub(crate) published: Option<Moment>,
    pub(crate) as_of: Date,
    pub(crate) quality: Quality,
    /// What its figures have in common.
    pub(crate) issued: Arc<Issued>,
}

impl Issue {
    pub(crate) fn new(
        period: Period,
        published: Option<Moment>,
        as_of: Date,
        quality: Quality,
        file: FileId,
    ) -> Issue {
        let issued = Arc::new(Issued { period, as_of, remark: None, file });
        Issue { period, published, as_of, quality, issued }
    }

    /// The same for a table in a file of its own.
    pub(crate) fn within(&self, file: FileId) -> Issue {
        Issue::new(self.period, self.published, self.as_of, self.quality, file)
    }
}

/// How the figures of a file are laid out.
pub(crate) enum Layout {
    /// One period: a figure a name.
    One(Issue),
    /// Several: a list a name. A column that lies ahead of the day of the build is none.
    Columns(Vec<(Option<Issue>, Place)>),
}

impl Layout {
    /// The cells of a value, each with the issue that it belongs to.
    pub(crate) fn spread<'a>(
        &'a self,
        name: &str,
        node: &'a Node<'a>,
        d: &mut Diagnostics,
    ) -> Vec<(&'a Issue, &'a Node<'a>)> {
        match (self, &node.value) {
            (Layout::One(issue), _) => vec![(issue, node)],
            (Layout::Columns(_), Value::Null | Value::Broken) => Vec::new(),
            (Layout::Columns(columns), Value::Sequence(cells)) => {
                if cells.len() != columns.len() {
                    d.push(
                        Diagnostic::at(data::CELLS_COUNT, node.place)
                            .with("name", name)
                            .with("cells", cells.len())
                            .with("columns", columns.len()),
                    );
                    return Vec::new();
                }
                columns
                    .iter()
                    .zip(cells)
                    .filter_map(|((issue, _), cell)| Some((issue.as_ref()?, cell)))
                    .collect()
            }
            (Layout::Columns(columns), _) => {
                let problem = Diagnostic::at(data::ROW_NOT_A_LIST, node.place);
                d.push(problem.with("name", name).with("columns", columns.len()));
                Vec::new()
            }
        }
    }
}

/// Reads all files of a policy's `progress/`.
pub(crate) fn read(scope: &Scope, measures: &mut Measures, d: &mut Diagnostics) -> Reported {
    let mut reported = Reported::default();
    for file in scope.folder.within("progress", ".yaml").filter(|file| !is_translation(file)) {
        read_file(scope, file, measures, &mut reported, d);
    }
    reported.reports.sort_by_key(|report| report.period);
    reported.statements.sort_by_key(|statement| (statement.period, statement.clause));
    for indicator in &mut measures.indicators {
        settle::settle(indicator, d);
        implausible::warn(indicator, d);
    }
    reported
}

/// One file: its name is a period, or it has columns.
fn read_file(
    scope: &Scope,
    file: &SourceFile,
    measures: &mut Measures,
    reported: &mut Reported,
    d: &mut Diagnostics,
) {
    let Some(node) = document::read_yaml(file, d) else { return };
    let Some(entries) = decode::entries(&node, document::stem(file), d).filter(|entries| !entries.is_empty())
    else {
        return;
    };
    if entries.iter().any(|(key, _)| key.text == "columns") {
        columns::read(scope, &node, measures, d);
    } else if let Some(period) = Period::parse(document::stem(file)) {
        let clash = reported.reports.iter().find(|report| report.period == period);
        if let Some(first) = clash {
            let problem =
                Diagnostic::at(content::SAME_ADDRESS, document::start(file)).with("address", period);
            let shows = crate::diagnostic::Words { zh: "另一个文件", en: "the other file" };
            d.push(problem.also(first.place, shows));
        }
        period::read(scope, file, period, &node, measures, reported, d);
    } else {
        let problem = Diagnostic::at(data::FILE_NAME, document::start(file)).with("file", &file.path);
        d.push(problem);
    }
}
