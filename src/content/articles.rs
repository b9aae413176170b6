//! Interpretations and cases: Markdown files beside a policy.

use super::decode::{self, Allowed, Fields};
use super::policy::Scope;
use super::translation::beside::is_translation;
use super::{alias, document, ident};
use crate::diagnostic::Diagnostics;
use crate::model::{Article, Form};
use crate::source::SourceFile;

/// The forms of an interpretation, as written.
const FORMS: &[Allowed<Form>] = &[
    ("文字", "文字", Form::Text),
    ("图解", "图解", Form::Picture),
    ("问答", "问答", Form::Questions),
    ("视频", "视频", Form::Video),
];

/// Which articles.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shelf {
    /// `interpretations/`.
    Interpretations,
    /// `cases/`.
    Cases,
}

/// The articles of a shelf, oldest first; those published after the day of the build are not there yet.
pub(crate) fn read(scope: &Scope, shelf: Shelf, d: &mut Diagnostics) -> Vec<Article> {
    let under = match shelf {
        Shelf::Interpretations => "interpretations",
        Shelf::Cases => "cases",
    };
    let files = scope.folder.within(under, ".md").filter(|file| !is_translation(file));
    let mut articles: Vec<Article> = files.filter_map(|file| article(scope, file, shelf, d)).collect();
    articles.sort_by(|a, b| (a.published, &a.id).cmp(&(b.published, &b.id)));
    articles
}

fn article(scope: &Scope, file: &SourceFile, shelf: Shelf, d: &mut Diagnostics) -> Option<Article> {
    let id = document::stem(file);
    ident::check(id, document::start(file), d);
    let markdown = document::read_markdown(file, d);
    let node = markdown.head.as_ref()?;
    let mut fields = Fields::of(node, &file.path, d)?;
    let published = fields.required("published").and_then(|node| decode::moment(node, "published", d));
    if published.is_some_and(|moment| moment.date > scope.options.as_of) {
        return None;
    }
    let title = fields.required_text("title", d);
    let place = fields.node("title").map_or(node.place, |node| node.place);
    let mut article = Article {
        id: id.to_string(),
        title: title.clone().unwrap_or_default(),
        published: published.unwrap_or(crate::model::Moment { date: jiff::civil::Date::ZERO, time: None }),
        form: None,
        by: None,
        organisation: None,
        clause: None,
        image: None,
        body: String::new(),
        aliases: alias::read(&mut fields, d),
        place,
    };
    match shelf {
        Shelf::Interpretations => {
            article.form = fields.word("form", FORMS, d);
            article.by = fields.text("by", d);
        }
        Shelf::Cases => {
            article.organisation = scope.organisations.of(&mut fields, "organisation", d);
            article.clause = scope.clauses.of_key(&mut fields, "clause", d);
            article.image = fields.node("image").and_then(|node| {
                let name = decode::text(node, "image", d)?;
                let file = scope.folder.look_for(&name, node.place, &["cases", "files"], d)?;
                Some(file.path.clone())
            });
        }
    }
    fields.finish(d);
    article.body = document::html(markdown.body, d);
    Some(article)
}
