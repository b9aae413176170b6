//! `content/site.yaml` -> the site's settings.

use super::decode::{self, Fields};
use super::{document, publish};
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Bands, Column, Language, Licence, Measure, Place, Portal, Settings};
use crate::source::Sources;
use crate::source::yaml::{Node, Value};

/// Where the settings stand.
const PATH: &str = "content/site.yaml";

/// Reads the settings. None where the file is missing or is no mapping; then an error was reported.
pub(crate) fn read(sources: &Sources, d: &mut Diagnostics) -> Option<Settings> {
    let Some(file) = sources.find(PATH) else {
        d.push(Diagnostic::nowhere(content::NO_SITE).with("file", PATH));
        return None;
    };
    let node = document::read_yaml(file, d)?;
    let mut fields = Fields::of(&node, PATH, d)?;
    let title = fields.required_text("title", d).unwrap_or_default();
    let language = language(&mut fields, d);
    let settings = Settings {
        title,
        language,
        main: language,
        languages: languages(&mut fields, language, d),
        theme: fields.text("theme", d).unwrap_or_else(|| "portal".to_string()),
        base_url: fields.node("base_url").and_then(|node| base_url(node, d)),
        organisation: fields.required_text("organisation", d).unwrap_or_default(),
        notice: fields.text("notice", d),
        portal: fields.node("portal").and_then(|node| portal(node, d)).unwrap_or_default(),
        licence: fields.node("licence").and_then(|node| licence(node, d)),
        bands: fields.node("status").and_then(|node| status(node, d)).unwrap_or_default(),
        ranking: fields.flag("ranking", d),
        workbooks: fields.flag("workbooks", d),
        publish: fields.node("publish").map(|node| publish::targets(node, d)).unwrap_or_default(),
        booklet: booklet(&mut fields, d),
    };
    fields.finish(d);
    Some(settings)
}

/// The languages, as written.
const LANGUAGES: &[decode::Allowed<Language>] =
    &[("zh-CN", "简体中文", Language::Chinese), ("en", "英文", Language::English)];

fn language(fields: &mut Fields, d: &mut Diagnostics) -> Language {
    let node = fields.required("language");
    node.and_then(|node| decode::word(node, "language", LANGUAGES, d)).unwrap_or_default()
}

/// All languages of the pages, each once; the main one must be among them.
fn languages(fields: &mut Fields, main: Language, d: &mut Diagnostics) -> Vec<Language> {
    let Some(node) = fields.node("languages") else { return vec![main] };
    let items = decode::list(node, "languages", d).unwrap_or_default();
    let mut languages = Vec::new();
    let before = d.count(crate::diagnostic::Severity::Error);
    for item in items {
        if let Some(language) = decode::word(item, "languages", LANGUAGES, d)
            && !languages.contains(&language)
        {
            languages.push(language);
        }
    }
    if !items.is_empty()
        && !languages.contains(&main)
        && d.count(crate::diagnostic::Severity::Error) == before
    {
        d.push(Diagnostic::at(content::MAIN_LANGUAGE, node.place).with("language", main.tag()));
    }
    if languages.contains(&main) { languages } else { vec![main] }
}

/// Whether there are booklets, with the place of the answer.
fn booklet(fields: &mut Fields, d: &mut Diagnostics) -> Option<(bool, Place)> {
    let node = fields.node("booklet")?;
    Some((decode::flag(node, "booklet", d)?, node.place))
}

/// The address, with a final slash.
fn base_url(node: &Node, d: &mut Diagnostics) -> Option<String> {
    let written = decode::text(node, "base_url", d)?;
    let host = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.contains([' ', '?', '#'])) {
        d.push(Diagnostic::at(content::BAD_URL, node.place).with("value", &written));
        return None;
    }
    Some(format!("{}/", written.trim_end_matches('/')))
}

fn portal(node: &Node, d: &mut Diagnostics) -> Option<Portal> {
    let mut fields = Fields::of(node, "portal", d)?;
    let portal = Portal {
        site_name: fields.text("site_name", d),
        site_domain: fields.text("site_domain", d),
        site_id_code: fields.text("site_id_code", d),
        column: fields.node("column").and_then(|node| column(node, d)).unwrap_or_default(),
        icp: fields.text("icp", d),
        police_record: fields.text("police_record", d),
        agency_mark: fields.node("agency_mark").and_then(|node| agency_mark(node, d)),
    };
    fields.finish(d);
    Some(portal)
}

/// The id of 党政机关网站标识, as it stands in its link.
fn agency_mark(node: &Node, d: &mut Diagnostics) -> Option<String> {
    let id = decode::text(node, "agency_mark", d)?;
    if id.len() != 32 || !id.bytes().all(|b| b.is_ascii_hexdigit()) {
        d.push(Diagnostic::at(content::BAD_AGENCY_MARK, node.place).with("value", &id));
        return None;
    }
    Some(id)
}

fn licence(node: &Node, d: &mut Diagnostics) -> Option<Licence> {
    let mut fields = Fields::of(node, "licence", d)?;
    let name = fields.required_text("name", d);
    let url = fields.node("url").and_then(|node| {
        let written = decode::text(node, "url", d)?;
        let fine = ["https://", "http://"].iter().any(|scheme| written.starts_with(scheme));
        if !fine || written.contains(char::is_whitespace) {
            d.push(Diagnostic::at(content::BAD_LICENCE_URL, node.place).with("value", &written));
            return None;
        }
        Some(written)
    });
    fields.finish(d);
    Some(Licence { name: name?, url })
}

fn column(node: &Node, d: &mut Diagnostics) -> Option<Column> {
    let mut fields = Fields::of(node, "column", d)?;
    let column = Column {
        name: fields.text("name", d),
        description: fields.text("description", d),
        keywords: fields.words("keywords", d),
    };
    fields.finish(d);
    Some(column)
}

fn status(node: &Node, d: &mut Diagnostics) -> Option<Bands> {
    let mut fields = Fields::of(node, "status", d)?;
    let bands = fields.node("bands").and_then(|node| bands(node, d));
    fields.finish(d);
    bands
}

/// Four edges that fall strictly: so every distance lies in exactly one band.
fn bands(node: &Node, d: &mut Diagnostics) -> Option<Bands> {
    let mut fields = Fields::of(node, "bands", d)?;
    let default = Bands::default();
    let measure = [("months", "月", Measure::Months), ("points", "百分点", Measure::Points)];
    let measure = fields.word("measure", &measure, d).unwrap_or(default.measure);
    let edges = fields.node("edges");
    fields.finish(d);
    let Some(edges) = edges else { return Some(Bands { measure, ..default }) };
    let items = decode::list(edges, "edges", d)?;
    let before = d.count(crate::diagnostic::Severity::Error);
    let values: Vec<f64> = items
        .iter()
        .filter(|item| !matches!(item.value, Value::Null))
        .filter_map(|item| decode::figure(item, "edges", d))
        .collect();
    if d.count(crate::diagnostic::Severity::Error) > before {
        return None;
    }
    match <[f64; 4]>::try_from(values) {
        Ok(edges) if edges.windows(2).all(|pair| pair[0] > pair[1]) => Some(Bands { measure, edges }),
        _ => {
            d.push(Diagnostic::at(content::BANDS, edges.place));
            None
        }
    }
}
