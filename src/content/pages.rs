//! `content/pages/*.md` -> free pages.

use super::decode::Fields;
use super::translation::beside::is_translation;
use super::{Options, alias, document, ident};
use crate::diagnostic::Diagnostics;
use crate::model::Page;
use crate::source::{SourceFile, Sources};

/// The pages, by id; those published after the day of the build are not there yet.
pub(crate) fn read(sources: &Sources, options: &Options, d: &mut Diagnostics) -> Vec<Page> {
    let files = sources.iter().filter(|file| {
        let name = file.path.strip_prefix("content/pages/");
        let page = name.is_some_and(|name| name.ends_with(".md") && !name.contains('/'));
        page && !is_translation(file)
    });
    let mut pages: Vec<Page> = files.filter_map(|file| page(file, options, d)).collect();
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    pages
}

fn page(file: &SourceFile, options: &Options, d: &mut Diagnostics) -> Option<Page> {
    let id = document::stem(file);
    ident::check(id, document::start(file), d);
    let markdown = document::read_markdown(file, d);
    let node = markdown.head.as_ref()?;
    let mut fields = Fields::of(node, &file.path, d)?;
    let published = fields.moment("published", d);
    if published.is_some_and(|moment| moment.date > options.as_of) {
        return None;
    }
    let title = fields.required_text("title", d).unwrap_or_default();
    let place = fields.node("title").map_or(node.place, |node| node.place);
    let aliases = alias::read(&mut fields, d);
    fields.finish(d);
    let body = document::html(markdown.body, d);
    Some(Page { id: id.to_string(), title, published, body, aliases, place })
}
