//! `picture.yaml` -> what a policy asks of its pictures. A file of this name need not be there, and no
//! line in it.
//!
//! Names of sections and icons are the theme's, so they are looked up when the pages are planned.

use super::decode::{self, Fields};
use super::document;
use super::policy::Scope;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{ClauseIx, Hue, PictureChoice, Place};
use std::collections::BTreeMap;

/// The file's name, in a policy's folder.
const FILE: &str = "picture.yaml";

/// The words of `palette`.
const HUES: &[decode::Allowed<Hue>] = &[("red", "红", Hue::Red), ("blue", "蓝", Hue::Blue)];

/// Reads the file; without one, nothing is asked.
pub(crate) fn read(scope: &Scope, d: &mut Diagnostics) -> PictureChoice {
    scope
        .folder
        .file(FILE)
        .and_then(|file| choice(scope, &document::read_yaml(file, d)?, d))
        .unwrap_or_default()
}

fn choice(scope: &Scope, node: &crate::source::yaml::Node, d: &mut Diagnostics) -> Option<PictureChoice> {
    let mut fields = Fields::of(node, FILE, d)?;
    let choice = PictureChoice {
        hue: fields.word("palette", HUES, d).unwrap_or_default(),
        sections: sections(&mut fields, d),
        title: fields.text("title", d),
        subtitle: fields.text("subtitle", d),
        short: by_clause(scope, &mut fields, "short", d, |text, _| text),
        lines: by_clause(scope, &mut fields, "lines", d, |text, _| text),
        icons: by_clause(scope, &mut fields, "icons", d, |text, place| (text, place)),
        organisations: fields.flag("organisations", d),
        alt: fields.text("alt", d),
    };
    fields.finish(d);
    Some(choice)
}

/// The sections, each once; an empty list is as good as none.
pub(super) fn sections(fields: &mut Fields, d: &mut Diagnostics) -> Option<Vec<(String, Place)>> {
    let mut sections: Vec<(String, Place)> = Vec::new();
    for (name, place) in fields.texts("sections", d) {
        match sections.iter().find(|(other, _)| *other == name) {
            Some((_, first)) => d.push(twice(&name, place, *first)),
            None => sections.push((name, place)),
        }
    }
    (!sections.is_empty()).then_some(sections)
}

/// A text for each of some clauses, each named once; a text that is empty is none.
fn by_clause<T>(
    scope: &Scope,
    fields: &mut Fields,
    key: &'static str,
    d: &mut Diagnostics,
    keep: fn(String, Place) -> T,
) -> BTreeMap<ClauseIx, T> {
    let mut texts = BTreeMap::new();
    let mut seen: BTreeMap<ClauseIx, Place> = BTreeMap::new();
    let entries = fields.node(key).and_then(|node| decode::entries(node, key, d)).unwrap_or_default();
    for (name, node) in entries {
        let clause = scope.clauses.resolve(&name.text, name.place, d);
        let text = decode::text(node, &name.text, d);
        let Some(clause) = clause else { continue };
        let first = *seen.entry(clause).or_insert(name.place);
        if first != name.place {
            d.push(twice(&name.text, name.place, first));
        } else if let Some(text) = text {
            texts.insert(clause, keep(text, node.place));
        }
    }
    texts
}

fn twice(name: &str, place: Place, first: Place) -> Diagnostic {
    let shows = Words { zh: "先写在这里", en: "first written here" };
    Diagnostic::at(content::NAME_CLASH, place).with("name", name).also(first, shows)
}
