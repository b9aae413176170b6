//! The site -> what can be found in it, each thing where its page tells of it.
//!
//! A map over policies; organisations and free pages come after. What has no page is not found.

use super::document::{Document, Folder, Kind};
use super::plain::{add, line, plain};
use crate::model::{Article, Clause, Indicator, Organisation, Policy, Report, Role, Site, Statement, Tail};
use crate::plan::{Plan, urls};
use crate::theme::Theme;
use jiff::civil::Date;
use rayon::prelude::*;

/// The documents of each policy, then those of the organisations, then the free pages.
pub(super) fn documents(site: &Site, as_of: Date, plan: &Plan, theme: &Theme) -> Vec<Vec<Document>> {
    let of_policy = |(n, policy): (usize, &std::sync::Arc<Policy>)| {
        let from = From { n, policy, site, as_of, theme };
        let mut documents = vec![from.whole()];
        documents.extend(from.clauses());
        documents.extend(policy.indicators.iter().map(|indicator| from.indicator(indicator)));
        documents
            .extend(policy.interpretations.iter().chain(&policy.cases).map(|article| from.article(article)));
        documents.extend(policy.reports.iter().map(|report| from.bulletin(report)));
        documents
    };
    let mut all: Vec<Vec<Document>> = site.policies.par_iter().enumerate().map(of_policy).collect();
    let organisations = site.organisations.iter();
    all.push(
        organisations.filter_map(|(ix, org)| organisation(org, &plan.organisation_url(site, ix)?)).collect(),
    );
    let page = |page: &crate::model::Page| {
        document(Kind::Page, Folder::Pages, &urls::free(&page.id), &page.title, plain(&page.body))
    };
    all.push(site.pages.iter().map(page).collect());
    all
}

/// A document; `url` is cut where its folder ends.
fn document(kind: Kind, folder: Folder, url: &str, title: &str, text: String) -> Document {
    let parts = if matches!(folder, Folder::Policy(_)) { 3 } else { 2 };
    let path = url.splitn(parts, '/').last().unwrap_or_default().to_string();
    Document { kind, folder, path, title: title.to_string(), text }
}

/// Names, old names, and how to reach it.
fn organisation(organisation: &Organisation, url: &str) -> Option<Document> {
    let mut text = String::new();
    organisation.aliases.iter().for_each(|name| line(name, &mut text));
    organisation.former.iter().for_each(|former| line(&former.name, &mut text));
    let ways = [&organisation.address, &organisation.phone, &organisation.website, &organisation.code];
    ways.into_iter().flatten().for_each(|way| line(way, &mut text));
    Some(document(Kind::Organisation, Folder::Organisations, url, &organisation.name, text))
}

/// A policy, and what its words need beside it.
struct From<'a> {
    n: usize,
    policy: &'a Policy,
    site: &'a Site,
    as_of: Date,
    theme: &'a Theme,
}

impl From<'_> {
    fn document(&self, kind: Kind, url: &str, title: &str, text: String) -> Document {
        document(kind, Folder::Policy(self.n), url, title, text)
    }

    /// The policy itself: its fields, the notice that issued it, and what stands around its clauses.
    fn whole(&self) -> Document {
        let (metadata, text) = (&self.policy.metadata, &self.policy.text);
        let mut words = String::new();
        let fields = [&metadata.document_number, &metadata.index_number, &metadata.topic, &metadata.genre];
        fields.into_iter().flatten().for_each(|field| line(field, &mut words));
        line(&metadata.issuer, &mut words);
        line(&metadata.validity.0, &mut words);
        if metadata.short_title != metadata.title {
            line(&metadata.short_title, &mut words);
        }
        if let Some(head) = &text.head {
            head.title.iter().for_each(|title| line(title, &mut words));
            line(&head.addressees, &mut words);
            add(&head.body, &mut words);
            [&head.signature, &head.date, &head.note].into_iter().for_each(|part| line(part, &mut words));
        }
        add(&text.lead, &mut words);
        self.policy.attachments.iter().for_each(|attachment| line(&attachment.name, &mut words));
        add(&text.tail, &mut words);
        let title = self.theme.marked(self.policy.force(self.as_of), &metadata.title);
        self.document(Kind::Policy, &urls::policy(&self.policy.id), &title, words)
    }

    /// The clauses, each with who answers for it and what was said of it last.
    fn clauses(&self) -> Vec<Document> {
        let text = &self.policy.text;
        let mut newest: Vec<Option<&Statement>> = vec![None; text.clauses.len()];
        for statement in &self.policy.statements {
            newest[statement.clause.0 as usize] = Some(statement);
        }
        text.clauses.iter().zip(newest).map(|(clause, said)| self.clause(clause, said)).collect()
    }

    fn clause(&self, clause: &Clause, said: Option<&Statement>) -> Document {
        let mut words = plain(&clause.body);
        clause.tails.iter().for_each(|tail| line(&self.tail(tail), &mut words));
        if let Some(said) = said {
            let parts = [&said.done, &said.next, &said.obstacle, &said.evidence, &said.reason];
            let decision = [&said.decided_by, &said.document];
            parts.into_iter().chain(decision).flatten().for_each(|part| line(part, &mut words));
        }
        let url = urls::clause(&self.policy.id, &clause.anchor);
        self.document(Kind::Clause, &url, &clause.title(), words)
    }

    /// 责任单位：区科技局、区财政局等
    fn tail(&self, tail: &Tail) -> String {
        let say = |key| self.theme.say(key, &[]);
        let role = match tail.role {
            Role::Responsible => "role_responsible",
            Role::Lead => "role_lead",
            Role::Support => "role_support",
        };
        let label = if tail.label.is_empty() { say(role) } else { tail.label.clone() };
        let names: Vec<&str> = tail.names.iter().map(|name| name.name.as_str()).collect();
        let others = if tail.open { say("and_others") } else { String::new() };
        format!("{label}{}{}{others}", say("colon"), names.join(&say("list_comma")))
    }

    /// An indicator: what is counted, by whom, from where, and the documents that changed it.
    fn indicator(&self, indicator: &Indicator) -> Document {
        let mut words = String::new();
        let owner = indicator.owner.map(|ix| &self.site.organisations.get(ix).name);
        [indicator.definition.as_ref(), indicator.source.as_ref(), owner]
            .into_iter()
            .flatten()
            .for_each(|part| line(part, &mut words));
        line(&indicator.unit, &mut words);
        indicator.steps.iter().for_each(|step| line(&step.name, &mut words));
        indicator.breakdowns.iter().for_each(|breakdown| line(&breakdown.title, &mut words));
        for change in &indicator.changes {
            line(&change.document, &mut words);
            change.reason.iter().for_each(|reason| line(reason, &mut words));
        }
        let url = urls::indicator(&self.policy.id, &indicator.id);
        self.document(Kind::Indicator, &url, &indicator.name, words)
    }

    /// An interpretation or a case.
    fn article(&self, article: &Article) -> Document {
        let mut words = plain(&article.body);
        article.by.iter().for_each(|by| line(by, &mut words));
        article.organisation.iter().for_each(|ix| line(&self.site.organisations.get(*ix).name, &mut words));
        let url = match article.form {
            Some(_) => urls::interpretation(&self.policy.id, &article.id),
            None => urls::case(&self.policy.id, &article.id),
        };
        self.document(Kind::Article, &url, &article.title, words)
    }

    /// A period's bulletin: its summary, and what was said of clauses then.
    fn bulletin(&self, report: &Report) -> Document {
        let period = report.period.name(self.site.settings.language);
        let blanks = [("title", self.policy.metadata.short_title.as_str()), ("period", &*period)];
        let title = self.theme.say("bulletin_page", &blanks);
        let mut words = report.summary.as_deref().map(plain).unwrap_or_default();
        for said in self.policy.statements.iter().filter(|said| said.period == report.period) {
            let parts = [&said.done, &said.next, &said.obstacle, &said.evidence, &said.reason];
            parts.into_iter().flatten().for_each(|part| line(part, &mut words));
        }
        self.document(Kind::Article, &urls::bulletin(&self.policy.id, report.period), &title, words)
    }
}
