//! What is the same on every page is rendered once: the templates of `once/`, and a chip for each status.
//!
//! Every template finds it in `once`: `once.judged` is `once/judged.html`, `once.chips[card.status.key]` the
//! component `chip` of a status. A page of fifty rows would otherwise render fifty of them.

use super::engine::Engine;
use super::view::Chip;
use crate::diagnostic::Diagnostics;
use std::collections::BTreeMap;
use tera::{Context, TeraResult, Value};

/// The folder of the templates.
const FOLDER: &str = "once/";

impl Engine {
    /// Renders them, of what all pages share; a template that fails is told.
    pub(super) fn render_once(&mut self, chips: &[Chip], d: &mut Diagnostics) {
        let mut once: BTreeMap<String, Value> = BTreeMap::new();
        let mut made = |html: TeraResult<String>| match html {
            Ok(html) => Some(Value::safe_string(&html)),
            Err(error) => {
                d.push(self.mistakes.page(&error));
                None
            }
        };
        for path in self.within(FOLDER) {
            let name = path.trim_start_matches(FOLDER).trim_end_matches(".html");
            once.extend(
                made(self.tera.render(path, &Context::new())).map(|html| (name.replace('-', "_"), html)),
            );
        }
        let chips: BTreeMap<String, Value> = chips
            .iter()
            .filter_map(|chip| {
                let mut arguments = Context::new();
                arguments.insert("chip", chip);
                let html = self.tera.render_component("chip", &arguments, None, true);
                Some((chip.key.clone(), made(html)?))
            })
            .collect();
        once.insert("chips".to_owned(), chips.into());
        self.tera.global_context().insert_value("once", once.into());
    }
}
