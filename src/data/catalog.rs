//! `data/catalog.jsonld`: all data as a DCAT catalogue, which portals of open data gather.
//!
//! A data set a policy, and one of the whole; each file is a distribution. IRIs are whole where the site has an
//! address, else relative to the catalogue.

use super::files::DataFile;
use super::write;
use crate::model::{Policy, Settings, Site};
use crate::plan::urls;
use serde_json::{Value, json};

/// A data set as the catalogue lists it.
pub struct Listed<'a> {
    /// The policy; none for the whole site.
    pub policy: Option<&'a Policy>,
    /// Its files with their sizes in bytes.
    pub files: Vec<(DataFile, usize)>,
}

/// The catalogue.
pub fn catalog(site: &Site, sets: &[Listed]) -> String {
    let settings = &site.settings;
    let iri = |url: &str| match &settings.base_url {
        Some(base) => format!("{base}{}", url.trim_end_matches("index.html")),
        None => format!("../{url}"),
    };
    let publisher = json!({ "@type": "foaf:Organization", "foaf:name": settings.organisation });
    let mut catalog = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": iri(urls::CATALOG),
        "@type": "dcat:Catalog",
        "dct:title": settings.title,
        "dct:language": settings.language.tag(),
        "dct:publisher": publisher,
        "foaf:homepage": { "@id": iri("index.html") },
    });
    if let Some(notice) = &settings.notice {
        catalog["dct:description"] = notice.as_str().into();
    }
    catalog["dcat:dataset"] = sets.iter().map(|set| dataset(site, set, &iri)).collect();
    write(&catalog)
}

fn dataset(site: &Site, set: &Listed, iri: &dyn Fn(&str) -> String) -> Value {
    let settings = &site.settings;
    let files = set.files.iter();
    let mut dataset = json!({ "@type": "dcat:Dataset" });
    let package = match set.policy {
        Some(policy) => {
            let metadata = &policy.metadata;
            let newest = policy.reports.iter().filter_map(|report| report.published);
            let modified = newest.map(|moment| moment.date).chain([metadata.published.date]).max();
            dataset["@id"] = iri(&urls::data_page(&policy.id)).into();
            dataset["dct:identifier"] = policy.id.as_str().into();
            dataset["dct:title"] = metadata.title.as_str().into();
            dataset["dcat:landingPage"] = json!({ "@id": iri(&urls::data_page(&policy.id)) });
            dataset["dct:isReferencedBy"] = json!({ "@id": iri(&urls::policy(&policy.id)) });
            dataset["dct:creator"] = json!({ "@type": "foaf:Organization", "foaf:name": metadata.issuer });
            dataset["dct:issued"] = day(metadata.published.date.to_string());
            dataset["dct:modified"] = modified.map(|date| day(date.to_string())).unwrap_or_default();
            if let Some((start, end)) = metadata.period {
                dataset["dct:temporal"] = json!({
                    "@type": "dct:PeriodOfTime",
                    "dcat:startDate": day(start.first().first_day().to_string()),
                    "dcat:endDate": day(end.last().last_day().to_string()),
                });
            }
            if let Some(topic) = &metadata.topic {
                dataset["dcat:keyword"] = json!([topic]);
            }
            urls::data_package(&policy.id)
        }
        None => {
            dataset["@id"] = iri(urls::SITE_DATA_PAGE).into();
            dataset["dct:title"] = settings.title.as_str().into();
            dataset["dcat:landingPage"] = json!({ "@id": iri(urls::SITE_DATA_PAGE) });
            urls::SITE_PACKAGE.to_owned()
        }
    };
    dataset["dct:publisher"] = json!({ "@type": "foaf:Organization", "foaf:name": settings.organisation });
    dataset["dct:conformsTo"] = json!({ "@id": iri(&package) });
    dataset["dcat:distribution"] =
        files.map(|(file, bytes)| distribution(settings, file, *bytes, iri)).collect();
    dataset
}

fn distribution(settings: &Settings, file: &DataFile, bytes: usize, iri: &dyn Fn(&str) -> String) -> Value {
    let mut distribution = json!({
        "@type": "dcat:Distribution",
        "dct:title": file.title,
        "dct:description": file.about,
        "dcat:downloadURL": { "@id": iri(&file.url) },
        "dcat:mediaType": {
            "@id": format!("https://www.iana.org/assignments/media-types/{}", file.format.media_type()),
        },
        "dct:format": file.format.word(),
        "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": bytes.to_string() },
    });
    if let Some(licence) = &settings.licence {
        distribution["dct:license"] = match &licence.url {
            Some(url) => json!({ "@id": url }),
            None => json!({ "@type": "dct:LicenseDocument", "dct:title": licence.name }),
        };
    }
    distribution
}

fn day(date: String) -> Value {
    json!({ "@type": "xsd:date", "@value": date })
}
