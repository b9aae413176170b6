//! Which folders a theme is made of, topmost first, and which file each of them brings.

use crate::diagnostic::catalogue::theme as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{FileId, Place};
use crate::source::Sources;
use crate::source::yaml::{self, Node, Value};
use include_dir::{Dir, DirEntry, include_dir};
use std::collections::BTreeMap;

/// The theme inside the binary.
const BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/portal");

/// Its name, and the parent of every theme that names none.
const PORTAL: &str = "portal";

/// One folder of a theme.
#[derive(Debug)]
pub(super) struct Layer {
    /// What other templates call it by: `portal` in `{% extends "portal/base.html" %}`.
    pub(super) prefix: String,
    /// Its files by their path inside the folder.
    pub(super) files: BTreeMap<String, Content>,
}

/// A file of a layer.
#[derive(Debug)]
pub(super) enum Content {
    /// A file that `Sources` knows.
    Source(FileId),
    /// Bytes of the binary, of a file that is not text.
    Binary(&'static [u8]),
}

/// The layers of `name`, topmost first. None where a link of the chain is missing or of another contract.
pub(super) fn stack(sources: &mut Sources, name: &str, d: &mut Diagnostics) -> Option<Vec<Layer>> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut usable = true;
    let mut next = Some((name.to_owned(), None));
    while let Some((name, named_at)) = next.take() {
        let problem = |entry| match named_at {
            Some(place) => Diagnostic::at(entry, place).with("name", &name),
            None => Diagnostic::nowhere(entry).with("name", &name),
        };
        if layers.iter().any(|layer| layer.prefix == name) {
            d.push(problem(catalogue::PARENT_LOOP));
            return None;
        }
        let files = folder(sources, &name);
        if name == PORTAL {
            // A site may carry its own copy of `portal`, or parts of it: it lies over the built-in one,
            // and gives up the name to it, so that `portal/base.html` is always the built-in file.
            if !files.is_empty() {
                usable &= read_manifest(sources, &files, d).is_some();
                layers.push(Layer { prefix: "site".to_owned(), files });
            }
            break;
        }
        if !files.contains_key("theme.yaml") {
            d.push(
                problem(catalogue::UNKNOWN_THEME).suggest(&name, names(sources).iter().map(String::as_str)),
            );
            return None;
        }
        match read_manifest(sources, &files, d) {
            Some(parent) => next = Some(parent.unwrap_or_else(|| (PORTAL.to_owned(), None))),
            None => usable = false,
        }
        layers.push(Layer { prefix: name, files });
    }
    layers.push(built_in(sources));
    usable.then_some(layers)
}

/// The themes that a site can name.
fn names(sources: &Sources) -> Vec<String> {
    let own = sources.iter().filter_map(|file| {
        file.path.strip_prefix("themes/")?.strip_suffix("/theme.yaml").filter(|name| !name.contains('/'))
    });
    own.chain([PORTAL]).map(str::to_owned).collect()
}

/// The files of the site's folder `themes/NAME`.
fn folder(sources: &Sources, name: &str) -> BTreeMap<String, Content> {
    let prefix = format!("themes/{name}/");
    let own = sources.iter().filter_map(|file| {
        let inside = file.path.strip_prefix(&prefix)?;
        Some((inside.to_owned(), Content::Source(file.id)))
    });
    own.collect()
}

/// The built-in theme; its texts become sources, so that mistakes in them can be shown.
fn built_in(sources: &mut Sources) -> Layer {
    fn walk(dir: &'static Dir<'static>, sources: &mut Sources, files: &mut BTreeMap<String, Content>) {
        for entry in dir.entries() {
            match entry {
                DirEntry::Dir(dir) => walk(dir, sources, files),
                DirEntry::File(file) => {
                    let path = file.path().to_string_lossy().replace('\\', "/");
                    let content = match file.contents_utf8() {
                        Some(text) => {
                            Content::Source(sources.add(format!("gongbao:themes/{PORTAL}/{path}"), text))
                        }
                        None => Content::Binary(file.contents()),
                    };
                    files.insert(path, content);
                }
            }
        }
    }
    let mut files = BTreeMap::new();
    walk(&BUILT_IN, sources, &mut files);
    Layer { prefix: PORTAL.to_owned(), files }
}

/// The parent that `theme.yaml` names, with its place. None where the theme cannot be used.
#[allow(clippy::option_option)] // usable or not, and then with a parent or without
fn read_manifest(
    sources: &Sources,
    files: &BTreeMap<String, Content>,
    d: &mut Diagnostics,
) -> Option<Option<(String, Option<Place>)>> {
    let Some(Content::Source(id)) = files.get("theme.yaml") else {
        return Some(None); // parts of `portal` need no manifest of their own
    };
    let file = sources.get(*id);
    let length = file.text.as_ref().map_or(0, |text| text.len());
    let root = yaml::parse(file, 0..length, d)?;
    let Value::Mapping(entries) = &root.value else {
        d.push(Diagnostic::at(catalogue::NOT_A_MAP, root.place));
        return None;
    };
    let (mut parent, mut usable) = (None, true);
    if !entries.iter().any(|(key, _)| key.text == "contract") {
        d.push(Diagnostic::at(catalogue::MISSING_CONTRACT, root.place).with("wanted", super::CONTRACT));
        usable = false;
    }
    for (key, node) in entries {
        match (&*key.text, scalar(node)) {
            ("name", Some(_)) => {}
            ("contract", Some(found)) => {
                if found.parse() != Ok(super::CONTRACT) {
                    let newer = found.parse::<u32>().is_ok_and(|found| found > super::CONTRACT);
                    let entry = if newer { catalogue::NEWER_CONTRACT } else { catalogue::CONTRACT };
                    let problem = Diagnostic::at(entry, node.place);
                    d.push(problem.with("found", found).with("wanted", super::CONTRACT));
                    usable = false;
                }
            }
            ("parent", Some(name)) => parent = Some((name.to_owned(), Some(node.place))),
            ("name" | "contract" | "parent", None) => {
                d.push(Diagnostic::at(catalogue::NOT_TEXT, node.place).with("key", &key.text));
                usable = false;
            }
            (other, _) => {
                let problem = Diagnostic::at(catalogue::UNKNOWN_KEY, key.place).with("key", other);
                d.push(problem.suggest(other, ["name", "contract", "parent"]));
                usable = false;
            }
        }
    }
    usable.then_some(parent)
}

/// The text of a scalar.
pub(super) fn scalar<'a>(node: &'a Node) -> Option<&'a str> {
    match &node.value {
        Value::Scalar(scalar) => Some(&scalar.text),
        _ => None,
    }
}
