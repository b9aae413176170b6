//! tera: templates of all layers in one engine, the topmost of a name first.

use super::layers::{Content, Layer};
use super::mistakes::Mistakes;
use super::unbroken::unbroken;
use super::uses::Uses;
use super::view::PageView;
use super::words::{self, Words};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Language, Place};
use crate::source::Sources;
use serde::Serialize;
use std::collections::BTreeSet;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

/// Room for most pages, in bytes.
const USUAL: usize = 64 * 1024;

/// The engine, and where its templates stand in the sources.
#[derive(Clone)]
pub(super) struct Engine {
    pub(super) tera: Tera,
    pub(super) mistakes: Mistakes,
    /// What the names of the layers' templates begin with, topmost first.
    prefixes: Vec<String>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}

impl Engine {
    /// Reads all templates. None where one of them is wrong; every mistake was reported.
    pub(super) fn new(
        sources: &Sources,
        layers: &[Layer],
        words: &Option<Words>,
        language: Language,
        d: &mut Diagnostics,
    ) -> Option<Engine> {
        let mut tera = Tera::new();
        let prefixes: Vec<String> = layers.iter().map(|layer| format!("{}/", layer.prefix)).collect();
        // It fails only where templates were added before.
        tera.set_fallback_prefixes(prefixes.clone()).ok()?;
        let has_words = words.is_some();
        let words = words.clone().unwrap_or_default();
        let keys: Vec<String> = words.map().keys().cloned().collect();
        tera.global_context().insert("t", words.map());
        // Functions and filters come before templates: unknown ones are found when a template is read.
        tera.register_function("say", move |blanks: Kwargs, _: &State| say(&words, &blanks));
        tera.register_filter("unbroken", |text: &str, _: Kwargs, _: &State| {
            Value::safe_string(&unbroken(text))
        });

        let mut mistakes = Mistakes::default();
        let mut templates: Vec<(String, &str)> = Vec::new();
        for layer in layers {
            for (path, content) in layer.files.iter().filter(|(path, _)| is_template(path)) {
                if let Content::Source(id) = content
                    && let Some(text) = &sources.get(*id).text
                {
                    let name = format!("{}/{path}", layer.prefix);
                    mistakes.know(&name, *id, text);
                    templates.push((name, text));
                }
            }
        }

        // tera stops at the first template that it cannot parse, so each is tried alone before.
        let mut usable = true;
        let count = templates.len();
        templates.retain(|(name, text)| {
            let problem = mistakes.syntax(name, text);
            usable &= problem.is_none();
            let fine = problem.is_none();
            problem.into_iter().for_each(|problem| d.push(problem));
            fine
        });
        // Where the words could not be read, every word would be unknown.
        if has_words {
            let uses = Uses::new(&keys, templates.iter().map(|(_, text)| *text));
            for (name, text) in &templates {
                let path = name.split_once('/').map_or(name.as_str(), |(_, path)| path);
                for unknown in uses.unknown(path, text) {
                    mistakes
                        .unknown(name, &unknown, language.tag())
                        .into_iter()
                        .for_each(|problem| d.push(problem));
                    usable = false;
                }
            }
        }
        let refused = templates.len() < count;
        if let Err(error) = tera.add_raw_templates(templates) {
            // What only lacks a template that was refused above is no mistake of its own.
            let follows = refused && Mistakes::is_about_a_missing_template(&error);
            if !follows {
                mistakes.all(&error).into_iter().for_each(|problem| d.push(problem));
            }
            usable = false;
        }
        usable.then_some(Engine { tera, mistakes, prefixes })
    }

    /// Makes a value known to all pages.
    pub(super) fn share<V: Serialize>(&mut self, name: &'static str, value: &V) {
        self.tera.global_context().insert(name, value);
    }

    /// Renders the boxes of a picture.
    pub(super) fn render_boxes<V: Serialize>(&self, template: &str, view: &V) -> Result<String, Diagnostic> {
        let mut context = Context::new();
        context.insert("picture", view);
        self.tera.render(template, &context).map_err(|error| self.mistakes.page(&error))
    }

    /// The first line of a template of any layer, to name it by; none where no layer has it.
    pub(super) fn place(&self, template: &str) -> Option<Place> {
        self.prefixes.iter().find_map(|prefix| self.mistakes.first_line(&format!("{prefix}{template}")))
    }

    /// The paths of the templates right below a folder, each once.
    pub(super) fn within(&self, folder: &str) -> BTreeSet<&str> {
        self.mistakes
            .paths()
            .filter(|path| path.strip_prefix(folder).is_some_and(|name| !name.contains('/')))
            .collect()
    }

    /// Renders a page, as UTF-8. Bytes, because to look through them once more costs a fortieth of a build.
    pub(super) fn render<V: Serialize>(
        &self,
        template: &str,
        page: &PageView,
        name: &str,
        view: &V,
    ) -> Result<Vec<u8>, Diagnostic> {
        let mut html = Vec::with_capacity(USUAL);
        let rendered = self.tera.render_to(template, &context(page, name, view), &mut html);
        rendered.map(|()| html).map_err(|error| self.mistakes.page(&error))
    }
}

/// A page, a part of one, or boxes of a picture.
fn is_template(path: &str) -> bool {
    path.ends_with(".html") || (path.starts_with("picture/") && path.ends_with(".xml"))
}

/// What a template gets beside what is shared.
fn context<V: Serialize>(page: &PageView, name: &str, view: &V) -> Context {
    let mut context = Context::new();
    context.insert("page", page);
    if !name.is_empty() {
        context.insert(name.to_owned(), view);
    }
    context
}

/// `say(key="…", n=…)`: a word with its blanks filled.
fn say(words: &Words, blanks: &Kwargs) -> TeraResult<String> {
    let key = blanks.must_get::<&str>("key")?;
    let text = words.get(key).ok_or_else(|| Error::message(format!("the theme has no word `{key}`")))?;
    let values: Vec<(String, String)> =
        blanks.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    let values: Vec<(&str, &str)> =
        values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Ok(words::fill(text, &values))
}
