//! Interpretations, cases and free pages.

use super::page::{self, Draft};
use super::{Input, days, language, links, policy as policy_page, progress as progress_page, words};
use crate::diagnostic::Diagnostics;
use crate::model::{Article, Form, Page, Policy};
use crate::plan::{Job, urls};
use crate::theme::view::{ArticleView, FreePage, PageView};

/// An entry on the policy's page: everything but the text.
pub(super) fn entry(input: &Input, policy: &Policy, article: &Article) -> ArticleView {
    let case = article.form.is_none();
    let same = |other: &Article| other.id == article.id;
    let missing = input.site.fallback.of(&policy.id).is_some_and(|missing| match case {
        true => policy.cases.iter().position(same).is_some_and(|x| missing.cases.contains(&x)),
        false => {
            policy.interpretations.iter().position(same).is_some_and(|x| missing.interpretations.contains(&x))
        }
    });
    let url = if case {
        urls::case(&policy.id, &article.id)
    } else {
        urls::interpretation(&policy.id, &article.id)
    };
    ArticleView {
        kind: if case { "case" } else { "interpretation" }.into(),
        title: article.title.clone(),
        url,
        published: days::moment(article.published, input.site.settings.language),
        form: article.form.map_or(String::new(), |form| input.theme.say(form_key(form), &[])),
        by: article.by.clone().unwrap_or_default(),
        organisation: article.organisation.map(|ix| words::organisation(input, ix)),
        clause: article.clause.map(|ix| words::clause(policy, ix)),
        image: article.image.as_deref().map(|source| input.plan.file(source)).unwrap_or_default(),
        body: String::new(),
        only: language::only(input, missing),
        policy: policy_page::way(input, policy),
    }
}

/// The word of a form.
fn form_key(form: Form) -> &'static str {
    match form {
        Form::Text => "form_text",
        Form::Picture => "form_picture",
        Form::Questions => "form_questions",
        Form::Video => "form_video",
    }
}

/// An article's page.
pub(super) fn view(
    input: &Input,
    job: &Job,
    n: usize,
    article: &Article,
    d: &mut Diagnostics,
) -> (PageView, ArticleView) {
    let policy = &input.site.policies[n];
    let folder = if article.form.is_none() { "cases" } else { "interpretations" };
    let source = format!("content/policies/{}/{folder}/{}.md", policy.id, article.id);
    let from = links::From { source: &source, page: &job.path, place: article.place };
    let body = links::rewrite(input, &article.body, &from, d);
    let view = ArticleView { body, ..entry(input, policy, article) };
    let (as_of, next_due) = progress_page::days_of(input, policy);
    let draft = Draft {
        kind: "article",
        as_of,
        next_due,
        title: article.title.clone(),
        description: input.theme.say("describe_article", &[("title", &policy.metadata.title)]),
        way: vec![policy_page::way(input, policy)],
        column_type: if article.form.is_some() { "政策解读" } else { "工作动态" },
        published: Some(article.published),
        source: article.by.clone().unwrap_or_else(|| policy.metadata.issuer.clone()),
        author: article.by.clone().unwrap_or_default(),
        image: page::whole(input, &view.image),
        notices: page::notices(input, policy),
        contact: page::contact(input, policy),
        ..Draft::default()
    };
    (page::page(input, job, draft), view)
}

/// A free page.
pub(super) fn free(input: &Input, job: &Job, page: &Page, d: &mut Diagnostics) -> (PageView, FreePage) {
    let source = format!("content/pages/{}.md", page.id);
    let from = links::From { source: &source, page: &job.path, place: page.place };
    let view = FreePage { title: page.title.clone(), body: links::rewrite(input, &page.body, &from, d) };
    let draft = Draft {
        kind: "page",
        title: page.title.clone(),
        description: page.title.clone(),
        column_type: "概况信息",
        published: page.published,
        source: input.site.settings.organisation.clone(),
        ..Draft::default()
    };
    (page::page(input, job, draft), view)
}
