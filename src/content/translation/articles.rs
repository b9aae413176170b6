//! `interpretations/X.en.md`, `cases/X.en.md` and `pages/X.en.md`: title and text.

use super::beside;
use super::policy::Scope;
use super::translator::Translator;
use crate::content::decode::Fields;
use crate::content::document;
use crate::model::{Language, Page, Place, Policy, PolicyFallback};
use crate::source::{SourceFile, Sources};

/// Translates a policy's interpretations and cases.
pub(super) fn translate(
    scope: &Scope,
    policy: &mut Policy,
    fallback: &mut PolicyFallback,
    at: &mut Translator,
) {
    let id = policy.id.clone();
    for (under, articles, missing) in [
        ("interpretations", &mut policy.interpretations, &mut fallback.interpretations),
        ("cases", &mut policy.cases, &mut fallback.cases),
    ] {
        for (x, article) in articles.iter_mut().enumerate() {
            let file = scope.file(&id, &format!("{under}/{}.md", article.id));
            let known = article.by.as_deref().and_then(|by| scope.name_of(by));
            let by = (under == "interpretations").then_some((&mut article.by, known));
            if text(file, &mut article.title, by, &mut article.body, article.place, at) {
                missing.insert(x);
            }
        }
    }
}

/// Translates a free page. True where it is not translated whole.
pub(super) fn page(sources: &Sources, to: Language, page: &mut Page, at: &mut Translator) -> bool {
    let file = sources.find(&beside::path(&format!("content/pages/{}.md", page.id), to));
    text(file, &mut page.title, None, &mut page.body, page.place, at)
}

/// Who wrote it, and the translated name of whom the register knows.
type By<'a> = Option<(&'a mut Option<String>, Option<String>)>;

fn text(
    file: Option<&SourceFile>,
    title: &mut String,
    by: By,
    body: &mut String,
    place: Place,
    at: &mut Translator,
) -> bool {
    let markdown = file.map(|file| document::read_markdown(file, at.d));
    let head = markdown.as_ref().and_then(|markdown| markdown.head.as_ref());
    let mut fields = head.and_then(|node| Fields::of(node, "md", at.d));
    let given = at.field(&mut fields, "title");
    let mut missing = at.put(given, title, place);
    if let Some((by, known)) = by {
        let given = at.field(&mut fields, "by").or(known.map(|name| (name, place)));
        missing |= at.put_option(given, by, place);
    }
    fields.into_iter().for_each(|fields| fields.finish(at.d));
    let html = markdown.map(|markdown| document::html(markdown.body, at.d));
    let given = html.filter(|html| !html.trim().is_empty()).zip(file.map(document::start));
    missing | at.put(given, body, place)
}
