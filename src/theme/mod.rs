//! Themes: templates through tera, words in two languages, assets; and the contract with them.
//!
//! In go the folders `themes/NAME/` of a site and the theme inside the binary, out comes a [`Theme`]
//! that turns a view into a page. A theme is a stack of layers: the site's own, its parents, and at the
//! bottom `portal`; every template, word and asset is taken from the topmost layer that has it.
//! tera is known here and nowhere else.

mod assets;
mod booklet;
pub mod contract;
mod engine;
mod force;
#[cfg(test)]
mod gallery;
mod given;
mod icons;
mod layers;
mod mistakes;
mod once;
mod pictures;
mod scan;
mod shipped;
#[cfg(test)]
mod tests;
mod unbroken;
mod uses;
pub mod view;
mod words;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Language;
use crate::source::Sources;
use assets::Assets;
use engine::Engine;
use icons::Icons;
use serde::Serialize;
use view::{PageView, SiteView};
use words::Words;

pub use booklet::TypstFile;
pub use contract::VERSION as CONTRACT;

/// A theme, ready to render pages. Shared between threads.
#[derive(Clone, Debug)]
pub struct Theme {
    engine: Engine,
    words: Words,
    assets: Assets,
    icons: Icons,
    typst: Vec<TypstFile>,
    /// The site's view, where views are shown instead of pages.
    shown: Option<SiteView>,
}

impl Theme {
    /// Reads the theme `name` and what lies below it. None where it cannot be used; then every mistake
    /// of its templates was reported, not only the first.
    ///
    /// The built-in files are added to `sources`, so that mistakes in them have a place too.
    pub fn load(sources: &mut Sources, name: &str, language: Language, d: &mut Diagnostics) -> Option<Theme> {
        let layers = layers::stack(sources, name, d)?;
        let words = Words::read(sources, &layers, language, d);
        let assets = Assets::read(sources, &layers, d);
        let icons = Icons::read(sources, &layers, d);
        let typst = booklet::files(sources, &layers);
        let engine = Engine::new(sources, &layers, &words, language, d);
        Some(Theme { engine: engine?, words: words?, assets: assets?, icons: icons?, typst, shown: None })
    }

    /// Gives every page the site's view, once: per page it would cost more than the page. What the theme
    /// renders once of it is rendered here; a template of it that fails is told.
    #[must_use]
    pub fn with_site(mut self, site: &SiteView, d: &mut Diagnostics) -> Theme {
        self.engine.share("site", site);
        self.engine.render_once(&site.legend_chips, d);
        self.shown = self.shown.map(|_| site.clone());
        self
    }

    /// From now on a page is what its template would get, as JSON: for theme authors.
    #[must_use]
    pub fn showing_views(mut self) -> Theme {
        self.shown = Some(SiteView::default());
        self
    }

    /// True where a page is what its template would get, no HTML.
    pub fn shows_views(&self) -> bool {
        self.shown.is_some()
    }

    /// Renders a page, as UTF-8: `page` and `view` under its `name`; an empty name is a page without a view.
    ///
    /// # Errors
    /// With the place in the template; the caller adds the content that was being rendered.
    pub fn render<V: Serialize>(
        &self,
        template: &str,
        page: &PageView,
        name: &str,
        view: &V,
    ) -> Result<Vec<u8>, Diagnostic> {
        match &self.shown {
            Some(site) => Ok(given::json(site, page, (name, view), None::<&()>).into_bytes()),
            None => self.engine.render(template, page, name, view),
        }
    }

    /// The files to copy, by their paths in the output, such as `assets/portal.css`; the theme's own last.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter()
    }

    /// A word of the theme with its blanks `{n}` filled; an unknown key comes back as it is.
    pub fn say(&self, key: &str, blanks: &[(&str, &str)]) -> String {
        match self.words.get(key) {
            Some(text) => words::fill(text, blanks),
            None => key.to_owned(),
        }
    }
}
