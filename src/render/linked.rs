//! What a page says to programs: the properties of Open Graph, which make a card of a shared link, and schema.org as
//! JSON-LD. Only what the content says; a day is a day of the content, never of the build.

use super::Input;
use super::page::Draft;
use crate::data::files;
use crate::model::{Force, Language, Organisation, OrganisationKind, Policy};
use crate::plan::{Job, What, urls};
use crate::theme::view::{Link, Tag};
use serde_json::{Value, json};

/// A page as programs know it.
pub(super) struct Page<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) job: &'a Job,
    pub(super) draft: &'a Draft,
    pub(super) canonical: &'a str,
    pub(super) breadcrumbs: &'a [Link],
}

/// The locale of Open Graph.
fn locale(language: Language) -> &'static str {
    language.pick("zh_CN", "en_US")
}

impl Page<'_> {
    /// The properties of Open Graph; those that need whole addresses only where the site has one.
    pub(super) fn properties(&self) -> Vec<Tag> {
        let settings = &self.input.site.settings;
        let mut tags = Vec::new();
        let mut tag = |name: &str, content: &str| {
            if !content.is_empty() {
                tags.push(Tag { name: name.into(), content: content.into() });
            }
        };
        tag("og:title", &self.draft.title);
        tag("og:description", &self.draft.description);
        tag("og:type", if self.draft.published.is_some() { "article" } else { "website" });
        tag("og:site_name", &settings.title);
        tag("og:locale", locale(settings.language));
        for other in settings.languages.iter().filter(|other| **other != settings.language) {
            tag("og:locale:alternate", locale(*other));
        }
        tag("og:url", self.canonical);
        if let Some(image) = self.image() {
            tag("og:image", &image);
            tag("og:image:width", "1200");
            tag("og:image:height", "630");
        }
        tags
    }

    /// The picture of a shared link, where it is made and the site has an address.
    fn image(&self) -> Option<String> {
        let base = self.input.site.settings.base_url.as_ref()?;
        let policy = self.policy()?;
        let page = self.input.plan.job(&urls::picture(&policy.id))?;
        Some(format!("{base}{}", urls::beside(&page.path, "share.png")))
    }

    fn policy(&self) -> Option<&Policy> {
        self.job.what.policy().map(|n| &*self.input.site.policies[n])
    }

    /// schema.org, safe inside a `<script>`; empty where there is nothing to say.
    pub(super) fn data(&self) -> String {
        let mut things: Vec<Value> = self.thing().into_iter().collect();
        if self.breadcrumbs.len() > 1 {
            let items = self.breadcrumbs.iter().enumerate().map(|(n, link)| {
                json!({ "@type": "ListItem", "position": n + 1, "name": link.title, "item": self.address(&link.url) })
            });
            things.push(json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>() }));
        }
        if things.is_empty() {
            return String::new();
        }
        let graph = json!({ "@context": "https://schema.org", "@graph": things });
        graph.to_string().replace('<', "\\u003c")
    }

    /// A page's address: whole where the site has one, else from this page.
    fn address(&self, url: &str) -> String {
        match &self.input.site.settings.base_url {
            Some(base) => format!("{base}{}", url.replacen("index.html", "", 1)),
            None => format!("{}{url}", urls::root_from(&self.job.path)),
        }
    }

    /// What the page is about.
    fn thing(&self) -> Option<Value> {
        let site = self.input.site;
        let url = self.address(&self.job.path);
        let language = site.settings.language.tag();
        let publisher = || agency(&site.settings.organisation);
        let mut thing = match &self.job.what {
            What::Home { number: 0, .. } => json!({ "@type": "WebSite", "publisher": publisher() }),
            What::Policy(n) => legislation(self.input, &site.policies[*n], &|url| self.address(url)),
            What::Data(n) => self.dataset(&site.policies[*n]),
            What::SiteDataPage => self.site_dataset(),
            What::Progress(n)
            | What::Bulletin(n, _)
            | What::Indicator(n, _)
            | What::ProgressPicture(n, _)
            | What::OrganisationPicture(n, ..) => {
                json!({ "@type": "Report", "about": self.about(&site.policies[*n]), "publisher": publisher() })
            }
            What::Interpretation(n, _) | What::Case(n, _) | What::Picture(n) => {
                json!({ "@type": "Article", "about": self.about(&site.policies[*n]), "publisher": publisher() })
            }
            What::Organisation { ix, number: 0, .. } => organisation(site.organisations.get(*ix)),
            What::Free(_) | What::Changes => json!({ "@type": "WebPage", "publisher": publisher() }),
            _ => return None,
        };
        thing["url"] = url.into();
        if !matches!(self.job.what, What::Organisation { .. }) {
            thing["name"] = self.draft.title.as_str().into();
            thing["inLanguage"] = language.into();
        }
        if matches!(self.job.what, What::Interpretation(..) | What::Case(..) | What::Picture(_)) {
            thing["headline"] = self.draft.title.as_str().into();
        }
        if let Some(published) = self.draft.published {
            thing["datePublished"] = published.date.to_string().into();
        }
        Some(thing)
    }

    /// The document that something is about.
    fn about(&self, policy: &Policy) -> Value {
        json!({
            "@type": "Legislation",
            "name": policy.metadata.title,
            "url": self.address(&urls::policy(&policy.id)),
        })
    }

    fn dataset(&self, policy: &Policy) -> Value {
        let all = files::of_policy(self.input.site, policy);
        let mut dataset = self.dataset_of(&all);
        dataset["about"] = self.about(policy);
        if let Some((start, end)) = policy.metadata.period {
            let (start, end) = (start.first().first_day(), end.last().last_day());
            dataset["temporalCoverage"] = format!("{start}/{end}").into();
        }
        dataset
    }

    fn site_dataset(&self) -> Value {
        self.dataset_of(&files::of_site(self.input.site))
    }

    fn dataset_of(&self, all: &[files::DataFile]) -> Value {
        let settings = &self.input.site.settings;
        let distribution = all.iter().map(|file| {
            json!({
                "@type": "DataDownload",
                "name": file.title,
                "encodingFormat": file.format.media_type(),
                "contentUrl": self.address(&file.url),
            })
        });
        let mut dataset = json!({
            "@type": "Dataset",
            "description": self.draft.description,
            "creator": agency(&settings.organisation),
            "distribution": distribution.collect::<Vec<_>>(),
        });
        if let Some(licence) = &settings.licence {
            dataset["license"] = match &licence.url {
                Some(url) => url.as_str().into(),
                None => json!({ "@type": "CreativeWork", "name": licence.name }),
            };
        }
        dataset
    }
}

fn agency(name: &str) -> Value {
    json!({ "@type": "GovernmentOrganization", "name": name })
}

/// A document; whether it is in force only where the content says that.
fn legislation(input: &Input, policy: &Policy, address: &dyn Fn(&str) -> String) -> Value {
    let metadata = &policy.metadata;
    let mut thing = json!({
        "@type": "Legislation",
        "legislationDate": metadata.issued.to_string(),
        "legislationPassedBy": agency(&metadata.issuer),
        "publisher": agency(&input.site.settings.organisation),
    });
    if let Some(number) = &metadata.document_number {
        thing["legislationIdentifier"] = number.as_str().into();
    }
    let force = match policy.force(input.as_of) {
        Force::Holds => None,
        Force::Amended => Some("InForce"),
        Force::Partly => Some("PartiallyInForce"),
        Force::Replaced | Force::Lapsed | Force::Repealed => Some("NotInForce"),
    };
    if let Some(force) = force {
        thing["legislationLegalForce"] = format!("https://schema.org/{force}").into();
    }
    let others = [("legislationRepeals", &metadata.replaces), ("isBasedOn", &metadata.based_on)];
    for (key, ids) in others {
        let named = ids.iter().filter_map(|id| input.site.policy(id));
        let named: Vec<Value> = named.map(|other| address(&urls::policy(&other.id)).into()).collect();
        if !named.is_empty() {
            thing[key] = named.into();
        }
    }
    thing
}

/// Who answers, with how to reach it.
fn organisation(organisation: &Organisation) -> Value {
    let kind = match organisation.kind {
        OrganisationKind::Institution | OrganisationKind::Enterprise | OrganisationKind::Group => {
            "Organization"
        }
        _ => "GovernmentOrganization",
    };
    let mut thing = json!({ "@type": kind, "name": organisation.name });
    if let Some(phone) = &organisation.phone {
        thing["telephone"] = phone.as_str().into();
    }
    if let Some(address) = &organisation.address {
        thing["address"] = address.as_str().into();
    }
    if let Some(website) = &organisation.website {
        thing["sameAs"] = website.as_str().into();
    }
    thing
}
