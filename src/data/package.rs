//! `datapackage.json`: the data of a policy, or of the site, described as Frictionless Data (Data Package 1, which
//! every tool of it reads): each file with its form, size, columns, types, units, keys and source.

use super::columns::{Cells, Column};
use super::files::{DataFile, Format};
use super::{FORMAT, write};
use crate::model::{Moment, Policy, Settings, Site};
use crate::plan::urls;
use crate::progress::Assessment;
use serde_json::{Map, Value, json};

/// Months, quarters and years, as every period is written.
const PERIOD: &str = "^\\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$";

/// The package of a policy: its files with their sizes in bytes.
pub fn package(
    site: &Site,
    (policy, assessment): (&Policy, &Assessment),
    files: &[(DataFile, usize)],
) -> String {
    let metadata = &policy.metadata;
    let settings = &site.settings;
    let mut map = head(settings, &policy.id, &metadata.title, &urls::data_page(&policy.id));
    let newest = policy.reports.iter().filter_map(|report| report.published);
    let published = newest.chain([metadata.published]).max_by_key(|moment| (moment.date, moment.time));
    map.insert("created".into(), published.map(instant).into());
    map.insert("as_of".into(), assessment.as_of.map(|date| date.to_string()).into());
    let number = metadata.document_number.as_deref();
    let title = match number {
        Some(number) => settings.language.pick(
            format!("{}《{}》（{number}）", metadata.issuer, metadata.title),
            format!("{}: {} ({number})", metadata.issuer, metadata.title),
        ),
        None => settings.language.pick(
            format!("{}《{}》", metadata.issuer, metadata.title),
            format!("{}: {}", metadata.issuer, metadata.title),
        ),
    };
    let mut source = json!({ "title": title });
    if let Some(base) = &settings.base_url {
        source["path"] = address(base, &urls::policy(&policy.id)).into();
    }
    map.insert("sources".into(), json!([source]));
    map.insert("resources".into(), resources(files));
    write(&Value::Object(map))
}

/// The package of the whole site.
pub fn site_package(site: &Site, published: Option<Moment>, files: &[(DataFile, usize)]) -> String {
    let settings = &site.settings;
    let mut map = head(settings, "site", &settings.title, urls::SITE_DATA_PAGE);
    if let Some(published) = published {
        map.insert("created".into(), instant(published).into());
    }
    map.insert("resources".into(), resources(files));
    write(&Value::Object(map))
}

/// What every package says of itself; what the settings do not say is left out.
fn head(settings: &Settings, name: &str, title: &str, page: &str) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("profile".into(), "data-package".into());
    map.insert("name".into(), name.into());
    map.insert("title".into(), title.into());
    map.insert("version".into(), format!("{FORMAT}.0").into());
    map.insert("language".into(), settings.language.tag().into());
    if let Some(notice) = &settings.notice {
        map.insert("description".into(), notice.as_str().into());
    }
    if let Some(base) = &settings.base_url {
        map.insert("homepage".into(), address(base, page).into());
    }
    if let Some(licence) = &settings.licence {
        // A licence without an address has no form in a package: it is named beside.
        match &licence.url {
            Some(url) => map.insert("licenses".into(), json!([{ "path": url, "title": licence.name }])),
            None => map.insert("licence".into(), licence.name.as_str().into()),
        };
    }
    map.insert("contributors".into(), json!([{ "title": settings.organisation, "role": "publisher" }]));
    map
}

fn resources(files: &[(DataFile, usize)]) -> Value {
    files.iter().map(|(file, bytes)| resource(file, *bytes)).collect()
}

fn resource(file: &DataFile, bytes: usize) -> Value {
    let table = file.format == Format::Csv;
    let mut resource = json!({
        "name": file.name(),
        "path": file.name(),
        "title": file.title,
        "description": file.about,
        "profile": if table { "tabular-data-resource" } else { "data-resource" },
        "format": file.format.word().to_lowercase(),
        "mediatype": file.format.media_type(),
        "encoding": "utf-8",
        "bytes": bytes,
    });
    if !file.source.is_empty() {
        resource["sources"] = json!([{ "title": file.source }]);
    }
    if table {
        resource["schema"] = json!({
            "fields": file.columns.iter().map(field).collect::<Vec<_>>(),
            "primaryKey": file.key,
            "missingValues": [""],
        });
    }
    resource
}

fn field(column: &Column) -> Value {
    let mut field = json!({ "name": column.name, "type": column.cells.key(), "description": column.about });
    if let Some(unit) = &column.unit {
        field["unit"] = unit.as_str().into();
    }
    if let Some(period) = &column.period {
        field["period"] = period.to_string().into();
    }
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".into(), true.into());
    }
    if column.cells == Cells::Period {
        constraints.insert("pattern".into(), PERIOD.into());
    }
    if !constraints.is_empty() {
        field["constraints"] = Value::Object(constraints);
    }
    field
}

/// A whole address; a folder's own page goes by the folder's name.
fn address(base: &str, url: &str) -> String {
    format!("{base}{}", url.trim_end_matches("index.html"))
}

/// A publication as an instant of the country's time; the start of the day where no hour is known.
fn instant(moment: Moment) -> String {
    let clock = moment.time.unwrap_or(jiff::civil::Time::midnight());
    format!("{}T{}+08:00", moment.date, clock.strftime("%H:%M:%S"))
}
