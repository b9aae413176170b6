//! Every URL of the output, relative to the site's root. Links name `index.html`, so that the site
//! works from a folder as it does from a server.

use crate::changes::{Change, Publication, What};
use crate::model::{Period, Policy};

/// What changed last.
pub const CHANGES: &str = "changes/index.html";

/// The same as JSON.
pub const CHANGES_DATA: &str = "data/changes.json";

/// The same as an Atom feed.
pub const FEED: &str = "feed.xml";

/// The home page, or page `number` of its list, from 0.
pub fn home(number: usize) -> String {
    if number == 0 { "index.html".into() } else { format!("list/{}/index.html", number + 1) }
}

/// The overview of other sites.
pub const SITES: &str = "sites/index.html";

/// The same as CSV, a row an indicator.
pub const SITES_CSV: &str = "data/sites.csv";

/// Another site in that overview.
pub fn gathered(id: &str) -> String {
    format!("sites/{id}/index.html")
}

/// A policy's text.
pub fn policy(id: &str) -> String {
    format!("policies/{id}/index.html")
}

/// A clause in a policy's text.
pub fn clause(id: &str, anchor: &str) -> String {
    format!("policies/{id}/index.html#{anchor}")
}

/// A policy's dashboard.
pub fn progress(id: &str) -> String {
    format!("policies/{id}/progress/index.html")
}

/// A period's bulletin.
pub fn bulletin(id: &str, period: Period) -> String {
    format!("policies/{id}/progress/{period}/index.html")
}

/// 一图读懂.
pub fn picture(id: &str) -> String {
    format!("policies/{id}/picture/index.html")
}

/// The booklet of a policy.
pub fn booklet(id: &str) -> String {
    format!("policies/{id}/booklet.pdf")
}

/// The poster of a policy.
pub fn poster(id: &str) -> String {
    format!("policies/{id}/picture/poster/index.html")
}

/// The sheets of the organisations that have rows in a policy.
pub fn sheets(id: &str) -> String {
    format!("policies/{id}/picture/sheets/index.html")
}

/// 一图看进展 of a period.
pub fn progress_picture(id: &str, period: Period) -> String {
    format!("policies/{id}/progress/{period}/picture/index.html")
}

/// The same for one organisation.
pub fn organisation_picture(id: &str, period: Period, organisation: &str) -> String {
    format!("policies/{id}/progress/{period}/picture/{organisation}/index.html")
}

/// A file beside a page: `picture.svg` beside `policies/x/picture/index.html`.
pub fn beside(page: &str, name: &str) -> String {
    format!("{}{name}", page.trim_end_matches("index.html"))
}

/// An indicator.
pub fn indicator(id: &str, indicator: &str) -> String {
    format!("policies/{id}/indicators/{indicator}/index.html")
}

/// An interpretation.
pub fn interpretation(id: &str, article: &str) -> String {
    format!("policies/{id}/interpretations/{article}/index.html")
}

/// A case.
pub fn case(id: &str, article: &str) -> String {
    format!("policies/{id}/cases/{article}/index.html")
}

/// A policy's data.
pub fn policy_data(id: &str) -> String {
    format!("policies/{id}/data/progress.json")
}

/// An indicator's figures.
pub fn figures_csv(id: &str, indicator: &str) -> String {
    format!("policies/{id}/data/{indicator}.csv")
}

/// A breakdown.
pub fn breakdown_csv(id: &str, indicator: &str, breakdown: &str) -> String {
    format!("policies/{id}/data/{indicator}-{breakdown}.csv")
}

/// The page about a policy's data.
pub fn data_page(id: &str) -> String {
    format!("policies/{id}/data/index.html")
}

/// The Data Package of a policy.
pub fn data_package(id: &str) -> String {
    format!("policies/{id}/data/datapackage.json")
}

/// The whole site's data as JSON.
pub const SITE_DATA: &str = "data/site.json";

/// All figures of all indicators in one table.
pub const SITE_TABLE: &str = "data/figures.csv";

/// The Data Package of the site.
pub const SITE_PACKAGE: &str = "data/datapackage.json";

/// The catalogue of all data, DCAT.
pub const CATALOG: &str = "data/catalog.jsonld";

/// The page about the whole site's data.
pub const SITE_DATA_PAGE: &str = "data/index.html";

/// A file of an indicator's chart, or of that of its breakdown.
pub fn chart(id: &str, indicator: &str, breakdown: Option<&str>, name: &str) -> String {
    match breakdown {
        None => format!("policies/{id}/indicators/{indicator}/{name}"),
        Some(breakdown) => format!("policies/{id}/indicators/{indicator}/breakdowns/{breakdown}/{name}"),
    }
}

/// All tables of a policy as a workbook.
pub fn workbook(id: &str) -> String {
    format!("policies/{id}/data/policy.xlsx")
}

/// An organisation.
pub fn organisation(id: &str) -> String {
    format!("organisations/{id}/index.html")
}

/// Page `number` of what an organisation answers for, from 0.
pub fn organisation_page(id: &str, number: usize) -> String {
    match number {
        0 => organisation(id),
        _ => format!("organisations/{id}/{}/index.html", number + 1),
    }
}

/// Where a change can be read in full: the indicator, the clause, the bulletin, the article.
pub fn change(policy: &Policy, publication: &Publication, change: &Change) -> String {
    let id = &policy.id;
    match &change.what {
        What::Policy | What::Ended => self::policy(id),
        What::State { clause, .. } => self::clause(id, &policy.text.clause(*clause).anchor),
        What::Reported { .. } => told_in(policy, publication),
        What::Interpretation(x) => interpretation(id, &policy.interpretations[*x].id),
        What::Case(x) => case(id, &policy.cases[*x].id),
        other => match other.indicator() {
            Some(n) => indicator(id, &policy.indicators[n].id),
            None => progress(id),
        },
    }
}

/// The page that tells a whole publication: its newest bulletin, or the policy where it has none.
pub fn told_in(policy: &Policy, publication: &Publication) -> String {
    match publication.reports.last() {
        Some(&r) => bulletin(&policy.id, policy.reports[r].period),
        None if publication.changes.iter().any(|change| change.what.indicator().is_some()) => {
            progress(&policy.id)
        }
        None => self::policy(&policy.id),
    }
}

/// The place of a publication on the page of changes.
pub fn publication(policy: &Policy, publication: &Publication) -> String {
    format!("{CHANGES}#{}-{}", policy.id, publication.moment.date)
}

/// A free page.
pub fn free(id: &str) -> String {
    format!("pages/{id}/index.html")
}

/// A file of the search, such as its page, `index.html`; no other file stands in its folder.
pub fn search(name: &str) -> String {
    format!("search/{name}")
}

/// A file of the content: its path below `content/`.
pub fn file(source: &str) -> String {
    source.strip_prefix("content/").unwrap_or(source).to_string()
}

/// The way from a page to the root: `../` for each folder.
pub fn root_from(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The site's root as seen from its host's: `https://example.gov.cn/zt/jinzhan/` -> `/zt/jinzhan/`.
pub fn root_of(base: &str) -> String {
    let below_host = base.split_once("://").map_or(base, |(_, rest)| rest);
    below_host.find('/').map_or("/".into(), |at| below_host[at..].into())
}
