//! The data that a site gives away are what their descriptions say: every table obeys its schema, every file is as
//! large as it is said to be, what pages say to programs is well formed, and charts for other sites need no script.
//!
//! tests/run asks Frictionless itself too.

mod harness;

use harness::{Built, TODAY, build_in_memory, repository};
use serde_json::Value;
use std::collections::BTreeSet;

/// Sites that have data in every form.
const SITES: [&str; 5] =
    ["", "tests/sites/history", "tests/sites/every-kind", "tests/sites/table-csv", "tests/sites/english"];

fn sites() -> impl Iterator<Item = (&'static str, Built)> {
    SITES.into_iter().map(|site| {
        let built = build_in_memory(&repository().join(site), TODAY);
        assert!(!built.diagnostics.has_errors(), "{}", built.problems());
        (site, built)
    })
}

fn json(built: &Built, path: &str) -> Value {
    serde_json::from_str(built.text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// What is wrong with a table that should obey a schema.
fn faults(table: &str, schema: &Value) -> Vec<String> {
    let mut told = Vec::new();
    let Some(table) = table.strip_prefix('\u{feff}') else { return vec!["no byte order mark".into()] };
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let fields = schema["fields"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| text(field, "name")).collect();
    if reader.headers().unwrap().iter().collect::<Vec<_>>() != names {
        told.push(format!("the heads are not {names:?}"));
    }
    if names.iter().collect::<BTreeSet<_>>().len() != names.len() {
        told.push("two columns have one name".into());
    }
    let key: Vec<usize> = schema["primaryKey"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| names.iter().position(|name| own == name).expect("the key is a column"))
        .collect();
    assert!(!key.is_empty());
    let mut keys = BTreeSet::new();
    for row in reader.records() {
        let row = row.unwrap();
        for (cell, field) in row.iter().zip(fields) {
            let fine = match text(field, "type") {
                _ if cell.is_empty() => field["constraints"]["required"] != true,
                "number" => cell.parse::<f64>().is_ok_and(f64::is_finite),
                "date" => gongbao::model::parse_date(cell).is_some_and(|date| date.to_string() == cell),
                "string" if !field["constraints"]["pattern"].is_null() => {
                    gongbao::model::Period::parse(cell).is_some_and(|period| period.to_string() == cell)
                }
                "string" => true,
                other => panic!("no column is a {other}"),
            };
            if !fine {
                told.push(format!("`{cell}` in {}", text(field, "name")));
            }
        }
        if !keys.insert(key.iter().map(|&at| row[at].to_owned()).collect::<Vec<_>>()) {
            told.push(format!("two rows of one key: {row:?}"));
        }
    }
    told
}

#[test]
fn every_table_obeys_the_schema_of_its_package_and_no_file_is_left_out() {
    let mut tables = 0;
    for (site, built) in sites() {
        let packages = built.files.keys().filter(|path| path.ends_with("/datapackage.json"));
        let packages: Vec<&String> = packages.collect();
        assert!(packages.len() > 1, "{site} has no packages");
        for path in packages {
            let package = json(&built, path);
            let folder = path.trim_end_matches("datapackage.json");
            let mut listed = BTreeSet::from([path.clone(), format!("{folder}index.html")]);
            for resource in package["resources"].as_array().unwrap() {
                let file = format!("{folder}{}", text(resource, "path"));
                let bytes = built.files.get(&file).unwrap_or_else(|| panic!("{site}: {path} lists {file}"));
                assert_eq!(resource["bytes"], bytes.len(), "{site}: {file}");
                if text(resource, "format") == "csv" {
                    tables += 1;
                    let told = faults(built.text(&file), &resource["schema"]);
                    assert!(told.is_empty(), "{site}: {file}: {told:?}");
                } else {
                    json(&built, &file);
                }
                listed.insert(file);
            }
            // An indicator's former id keeps its files, which are the same; the catalogue is of all.
            let beside = built.files.keys().filter(|other| {
                other.strip_prefix(folder).is_some_and(|name| !name.contains('/'))
                    && !other.ends_with("catalog.jsonld")
            });
            let same = |other: &&String| {
                !listed.iter().any(|known| built.files.get(known) == built.files.get(*other))
            };
            let left: Vec<&String> = beside.filter(|other| !listed.contains(*other)).filter(same).collect();
            assert!(left.is_empty(), "{site}: {path} leaves out {left:?}");
        }
    }
    assert!(tables > 15, "{tables} tables");
}

#[test]
fn a_table_that_does_not_obey_is_found() {
    let schema: Value = serde_json::json!({
        "fields": [
            { "name": "a", "type": "string", "constraints": { "required": true } },
            { "name": "b", "type": "number" },
        ],
        "primaryKey": ["a"],
    });
    let told = |rows: &str| faults(&format!("\u{feff}a,b\r\n{rows}"), &schema).len();
    assert_eq!(told("x,1\r\ny,\r\n"), 0);
    assert_eq!(told(",1\r\n"), 1);
    assert_eq!(told("x,y\r\n"), 1);
    assert_eq!(told("x,1\r\nx,2\r\n"), 1);
    assert_eq!(faults("a,b\r\n", &schema).len(), 1);
}

#[test]
fn every_figure_says_its_period_quality_day_and_source() {
    for (site, built) in sites() {
        for path in built.files.keys().filter(|path| path.ends_with("/data/progress.json")) {
            let data = json(&built, path);
            let periods = data["periods"].as_array().unwrap().len();
            for indicator in data["indicators"].as_array().unwrap() {
                assert!(!text(indicator, "data_source").is_empty(), "{site}: {path}");
                for n in 0..periods {
                    let given = !indicator["values"][n].is_null();
                    assert_eq!(!indicator["qualities"][n].is_null(), given, "{site}: {path}");
                    assert_eq!(!indicator["values_as_of"][n].is_null(), given, "{site}: {path}");
                }
                for breakdown in indicator["breakdowns"].as_array().unwrap() {
                    assert!(
                        !text(breakdown, "data_source").is_empty() && !text(breakdown, "quality").is_empty()
                    );
                }
            }
        }
        let site_data = json(&built, "data/site.json");
        for policy in site_data["policies"].as_array().unwrap() {
            for indicator in policy["indicators"].as_array().unwrap() {
                let given = !indicator["value"].is_null();
                assert_eq!((!indicator["quality"].is_null(), !indicator["as_of"].is_null()), (given, given));
            }
        }
    }
}

/// The file that an address of the site names; none of another host.
fn file_of(built: &Built, from: &str, address: &str) -> Option<String> {
    let base = json(built, "data/site.json")["base_url"].as_str().map(str::to_owned);
    let path = match base.and_then(|base| address.strip_prefix(&base).map(str::to_owned)) {
        Some(path) => path,
        None if address.contains("://") => return None,
        None => {
            let mut folders: Vec<&str> = from.split('/').collect();
            folders.pop();
            for part in address.split('/') {
                match part {
                    ".." => drop(folders.pop()),
                    part => folders.push(part),
                }
            }
            folders.join("/")
        }
    };
    let path = path.split('#').next().unwrap_or_default().to_owned();
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path })
}

#[test]
fn the_catalogue_lists_files_that_are_there_with_their_sizes() {
    for (site, built) in sites() {
        let catalogue = json(&built, "data/catalog.jsonld");
        let sets = catalogue["dcat:dataset"].as_array().unwrap();
        let policies = built
            .files
            .keys()
            .filter(|path| path.starts_with("policies/") && path.ends_with("/data/datapackage.json"));
        assert_eq!(sets.len(), policies.count() + 1, "{site}");
        for set in sets {
            assert!(!text(set, "dct:title").is_empty() && set["dct:publisher"].is_object());
            for distribution in set["dcat:distribution"].as_array().unwrap() {
                let address = text(&distribution["dcat:downloadURL"], "@id");
                let file = file_of(&built, "data/catalog.jsonld", address).unwrap();
                let bytes = built.files.get(&file).unwrap_or_else(|| panic!("{site}: {file} is not there"));
                assert_eq!(text(&distribution["dcat:byteSize"], "@value"), bytes.len().to_string(), "{file}");
            }
        }
    }
}

/// The types of schema.org that pages use, each with what it must have.
const THINGS: [(&str, &[&str]); 10] = [
    ("WebSite", &["name", "url", "publisher"]),
    ("WebPage", &["name", "url", "publisher"]),
    ("Legislation", &["name", "url", "legislationDate", "datePublished", "publisher"]),
    ("Report", &["name", "url", "about", "datePublished", "publisher"]),
    ("Article", &["headline", "url", "about", "datePublished", "publisher"]),
    ("Dataset", &["name", "description", "distribution", "creator"]),
    ("GovernmentOrganization", &["name", "url"]),
    ("Organization", &["name", "url"]),
    ("BreadcrumbList", &["itemListElement"]),
    ("DataDownload", &["contentUrl", "encodingFormat"]),
];

#[test]
fn what_pages_say_to_programs_is_well_formed_and_leads_to_pages() {
    let mut kinds = BTreeSet::new();
    for (site, built) in sites() {
        for path in built.files.keys().filter(|path| path.ends_with(".html")) {
            let html = built.text(path);
            let Some((_, rest)) = html.split_once("<script type=\"application/ld+json\">") else { continue };
            let data: Value = serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap();
            assert_eq!(data["@context"], "https://schema.org");
            for thing in data["@graph"].as_array().unwrap() {
                let kind = text(thing, "@type");
                let (_, needs) = THINGS
                    .iter()
                    .find(|(known, _)| *known == kind)
                    .unwrap_or_else(|| panic!("{path}: {kind}"));
                let lacks: Vec<_> =
                    needs.iter().filter(|key| thing[**key].is_null() || thing[**key] == "").collect();
                assert!(lacks.is_empty(), "{site}: {path}: {kind} lacks {lacks:?}");
                let items = thing["itemListElement"].as_array().into_iter().flatten();
                let items: Vec<&Value> = items.collect();
                let files = thing["distribution"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|file| text(file, "contentUrl"));
                let addresses =
                    items.iter().map(|item| text(item, "item")).chain(files).chain([text(thing, "url")]);
                for address in addresses.filter(|address| !address.is_empty()) {
                    let file = file_of(&built, path, address).unwrap();
                    assert!(built.files.contains_key(&file), "{site}: {path}: {address} is not there");
                }
                for (n, item) in items.iter().enumerate() {
                    assert_eq!(item["position"], n + 1, "{path}");
                }
                kinds.insert(kind.to_owned());
            }
        }
    }
    for kind in
        ["WebSite", "WebPage", "Legislation", "Report", "Article", "Dataset", "GovernmentOrganization"]
    {
        assert!(kinds.contains(kind), "no page is a {kind}");
    }
}

#[test]
fn a_chart_for_other_sites_needs_no_script_and_its_lines_lead_there() {
    let mut seen = 0;
    for (site, built) in sites() {
        for path in built.files.keys().filter(|path| path.ends_with("/embed/index.html")) {
            seen += 1;
            let html = built.text(path);
            assert!(!html.contains("<script") && !html.contains(" onload"), "{site}: {path} has a script");
            let links = html.split("<a ").skip(1);
            assert!(
                links.clone().all(|link| link.contains("target=\"_blank\" rel=\"noopener\"")),
                "{site}: {path}"
            );
            assert!(links.count() > 1 && html.contains("<svg"), "{site}: {path}");
        }
        for path in
            built.files.keys().filter(|path| path.contains("/indicators/") && !path.contains("/embed/"))
        {
            let html = built.text(path).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            for snippet in html.split("<iframe src=\"").skip(1) {
                let address = snippet
                    .split('"')
                    .next()
                    .unwrap()
                    .replace("https://网站地址/", "")
                    .replace("https://ADDRESS/", "");
                let file = file_of(&built, "index.html", &address).unwrap();
                assert!(built.files.contains_key(&file), "{site}: {path} offers {file}");
                assert!(snippet.contains("<figcaption>") && snippet.contains(" title=\""), "{site}: {path}");
            }
        }
    }
    assert!(seen > 8, "{seen} charts");
}

#[test]
fn a_former_address_leads_to_a_page() {
    let (_, built) = sites().nth(1).unwrap();
    let moved =
        built.files.keys().filter(|path| path.ends_with(".html") && built.text(path).contains("is-moved"));
    let moved: Vec<&String> = moved.collect();
    // Five of each language: policy twice, article, page, indicator.
    assert_eq!(moved.len(), 10, "{moved:?}");
    for path in moved {
        let html = built.text(path);
        let target = html.split("content=\"0; url=").nth(1).unwrap().split('"').next().unwrap();
        let file = file_of(&built, path, target).unwrap();
        assert!(built.files.contains_key(&file) && html.contains(&format!("<a href=\"{target}\"")), "{path}");
        assert!(html.contains("<link rel=\"canonical\"") && html.contains("noindex"), "{path}");
    }
    assert_eq!(built.text("policies/new/data/tech.csv"), built.text("policies/new/data/firms.csv"));
    assert!(!built.text("sitemap.xml").contains("peiyu") && !built.text("sitemap.xml").contains("embed"));
    assert!(
        built.files.contains_key("policies/ended/progress/2022-12/index.html"),
        "periods keep their address"
    );
}
