//! One policy's folder -> the policy, with what it says of other policies kept for the join.

use super::articles::{self, Shelf};
use super::clauses::Clauses;
use super::folder::Folder;
use super::front_matter::{self, Head};
use super::indicators::{self, Measures, SameAs};
use super::organisations::Organisations;
use super::{Options, attachments, document, ident, picture, progress, scripts, tails};
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Period, Place, Policy};
use crate::source::Sources;
use crate::text;
use std::sync::Arc;

/// What the reading of a policy rests on.
pub(crate) struct Scope<'a> {
    /// All files.
    pub(crate) sources: &'a Sources,
    /// The day, and whether drafts are shown.
    pub(crate) options: &'a Options,
    /// Who answers.
    pub(crate) organisations: &'a Organisations,
    /// The policy's files.
    pub(crate) folder: &'a Folder<'a>,
    /// The first period that the plan covers.
    pub(crate) start: Option<Period>,
    /// The names of its clauses.
    pub(crate) clauses: Clauses,
}

/// What became of a policy. Cheap to clone.
#[derive(Clone)]
pub(crate) enum Outcome {
    /// It is there.
    Read(Box<Draft>),
    /// It is not to be shown yet, as if nobody had written it.
    Held,
    /// It could not be read; errors were reported.
    Broken,
}

/// A policy, and what only all policies together can resolve.
#[derive(Clone)]
pub(crate) struct Draft {
    /// The policy. Indicators that are the same as another policy's are empty so far.
    pub(crate) policy: Arc<Policy>,
    /// Every policy that its head names.
    pub(crate) policies: Vec<(String, Place)>,
    /// Indicators that are another policy's.
    pub(crate) same_as: Vec<SameAs>,
    /// True where not all of its indicators could be read; then no other policy's name for one is wrong.
    pub(crate) unreadable: bool,
    /// Ids and names of the indicators that nobody has confirmed yet.
    pub(crate) proposed: Vec<[String; 2]>,
}

/// Reads a policy.
pub(crate) fn read(
    sources: &Sources,
    options: &Options,
    organisations: &Organisations,
    folder: &Folder,
    d: &mut Diagnostics,
) -> Outcome {
    let Some(file) = folder.file("policy.md") else {
        if let Some(any) = folder.any() {
            let path = format!("content/policies/{}/policy.md", folder.id);
            d.push(Diagnostic::at(content::MISSING_FILE, document::start(any)).with("file", path));
        }
        return Outcome::Broken;
    };
    ident::check(folder.id, document::start(file), d);
    let markdown = document::read_markdown(file, d);
    let head = markdown.head.as_ref().and_then(|node| front_matter::read(node, organisations, options, d));
    let mut scope =
        Scope { sources, options, organisations, folder, start: None, clauses: Clauses::default() };
    let Some(head) = head else {
        // The rest is read for its own mistakes; clauses are not called unknown.
        let mut measures = indicators::read(&scope, &[], d);
        progress::read(&scope, &mut measures, d);
        return Outcome::Broken;
    };
    if head.held {
        return Outcome::Held;
    }
    let mut outline = text::outline(markdown.body, head.written, d);
    let blank = markdown.body.text.len() - markdown.body.text.trim_start().len();
    let body = Place::new(file.id, markdown.body.offset + blank, 0);
    scope.start = head.metadata.period.map(|(start, _)| start);
    scope.clauses = Clauses::of(&outline.text, body);
    tails::resolve(&mut outline.text, organisations, d);
    if let Some(roles) = head.roles {
        tails::assign(&mut outline.text, roles, &scope.clauses, organisations, d);
    }
    scripts::refuse(sources, folder, d);
    let attachments = attachments::read(outline.attachments, head.attachments, folder, d);
    let mut measures = indicators::read(&scope, &attachments, d);
    let reported = progress::read(&scope, &mut measures, d);
    let proposed = measures.leave_out_proposed();
    let interpretations = articles::read(&scope, Shelf::Interpretations, d);
    let cases = articles::read(&scope, Shelf::Cases, d);
    let picture = picture::read(&scope, d);
    folder.report_unknown(d);
    let Head { metadata, place, policies, .. } = head;
    let policy = Policy {
        id: folder.id.to_string(),
        metadata,
        text: outline.text,
        attachments,
        indicators: measures.indicators,
        reports: reported.reports,
        statements: reported.statements,
        interpretations,
        cases,
        picture,
        files: folder.published(),
        place,
    };
    let Measures { same_as, unreadable, .. } = measures;
    Outcome::Read(Box::new(Draft { policy: Arc::new(policy), policies, same_as, unreadable, proposed }))
}
