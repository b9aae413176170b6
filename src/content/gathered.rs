//! `content/gathered/*.json` -> other sites: each file is the `data/site.json` of one, as it was published.
//!
//! The files come from elsewhere, so only what is used is asked of them, and what they hold is text and
//! numbers, never markup. A status that this version does not know stays a word.

use super::{document, ident};
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{GatheredIndicator, GatheredPolicy, GatheredSite, Period, Place, parse_date};
use crate::source::{SourceFile, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where they stand, below `content/`.
const FOLDER: &str = "gathered/";

/// `data/site.json`, as far as it is read here.
#[derive(Deserialize)]
struct Published {
    title: String,
    organisation: String,
    base_url: Option<String>,
    notice: Option<String>,
    policies: Vec<PublishedPolicy>,
}

#[derive(Deserialize)]
struct PublishedPolicy {
    title: String,
    document_number: Option<String>,
    as_of: Option<String>,
    url: String,
    indicators: Vec<PublishedIndicator>,
    /// Sites made before tasks were counted there have none.
    #[serde(default)]
    tasks: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
struct PublishedIndicator {
    name: String,
    unit: String,
    period: Option<String>,
    value: Option<f64>,
    status: String,
    quality: Option<String>,
}

/// What is wrong with a text that should be a `data/site.json`: line and column from 1, and the reason.
#[derive(Clone, Debug)]
pub struct NotPublished {
    /// The line.
    pub line: usize,
    /// The column, in bytes.
    pub column: usize,
    /// The reason, in the words of the JSON reader.
    pub reason: String,
}

/// Reads one; the id and the place are the caller's.
///
/// # Errors
/// When it is no JSON, or not that of a site.
pub fn published_site(id: &str, text: &str, place: Place) -> Result<GatheredSite, NotPublished> {
    let read: Published = serde_json::from_str(text).map_err(|error| {
        let reason = error.to_string();
        let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason);
        NotPublished { line: error.line(), column: error.column(), reason: reason.to_string() }
    })?;
    let web = |base: &String| base.starts_with("https://") || base.starts_with("http://");
    Ok(GatheredSite {
        id: id.to_string(),
        title: read.title,
        organisation: read.organisation,
        base_url: read.base_url.filter(web).map(|base| format!("{}/", base.trim_end_matches('/'))),
        notice: read.notice.filter(|notice| !notice.trim().is_empty()),
        policies: read.policies.into_iter().map(policy).collect(),
        place,
    })
}

fn policy(read: PublishedPolicy) -> GatheredPolicy {
    GatheredPolicy {
        title: read.title,
        document_number: read.document_number.filter(|number| !number.is_empty()),
        as_of: read.as_of.as_deref().and_then(parse_date),
        url: read.url,
        indicators: read.indicators.into_iter().map(indicator).collect(),
        tasks: read.tasks.into_iter().collect(),
    }
}

fn indicator(read: PublishedIndicator) -> GatheredIndicator {
    let period = read.period.as_deref().and_then(Period::parse);
    GatheredIndicator {
        name: read.name,
        unit: read.unit,
        newest: period.zip(read.value),
        status: read.status,
        illustrative: read.quality.as_deref() == Some("illustrative"),
    }
}

/// True for the files that are read here, by their path below `content/`.
pub(crate) fn is_gathered(path: &str) -> bool {
    path.strip_prefix(FOLDER).is_some_and(|name| name.ends_with(".json") && !name.contains('/'))
}

/// The sites, by id. One site in two files is an error, one without an address a warning.
pub(crate) fn read(sources: &Sources, d: &mut Diagnostics) -> Vec<GatheredSite> {
    let below = |file: &&SourceFile| file.path.strip_prefix("content/").is_some_and(is_gathered);
    let mut sites: Vec<GatheredSite> = Vec::new();
    for file in sources.iter().filter(below) {
        let (id, place) = (document::stem(file), document::start(file));
        ident::check(id, place, d);
        let text = file.text.as_deref().unwrap_or_default();
        match published_site(id, text, place) {
            Ok(site) => sites.push(site),
            Err(_) if file.damaged => {}
            Err(wrong) => {
                let line: usize =
                    text.split_inclusive('\n').take(wrong.line.saturating_sub(1)).map(str::len).sum();
                let at = (line + wrong.column.saturating_sub(1)).min(text.len());
                let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
                let place = Place::new(file.id, at, 0);
                d.push(Diagnostic::at(content::NOT_PUBLISHED_DATA, place).with("reason", wrong.reason));
            }
        }
    }
    sites.sort_by(|a, b| a.id.cmp(&b.id));
    let mut seen: BTreeMap<&str, Place> = BTreeMap::new();
    for site in &sites {
        let Some(base) = &site.base_url else {
            d.push(Diagnostic::at(content::GATHERED_WITHOUT_ADDRESS, site.place).with("title", &site.title));
            continue;
        };
        if let Some(other) = seen.insert(base, site.place) {
            let problem = Diagnostic::at(content::GATHERED_TWICE, site.place).with("address", base);
            d.push(problem.also(other, Words { zh: "另一处", en: "the other one" }));
        }
    }
    sites
}
