//! Files for machines about the whole: `robots.txt` and `sitemap.xml`.

use super::Input;
use crate::model::Language;
use crate::plan::What;

/// Everything may be read.
pub(super) fn robots(input: &Input) -> String {
    let sitemap = match &input.site.settings.base_url {
        Some(base) => format!("Sitemap: {base}sitemap.xml\n"),
        None => String::new(),
    };
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// All pages in all languages, each with its fellows and with the day on which its policy or article was published where one is known.
pub(super) fn sitemap(input: &Input) -> String {
    let Some(base) = &input.site.settings.base_url else { return String::new() };
    let settings = &input.site.settings;
    let several = settings.languages.len() > 1;
    let fellows = if several { " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" } else { "" };
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{fellows}>\n"
    );
    let jobs = input.plan.jobs.iter();
    for job in jobs.filter(|job| job.what.is_page() && !matches!(job.what, What::NotFound | What::Search)) {
        let page = job.path.trim_end_matches("index.html");
        let address = |language: Language| {
            let address = format!("{base}{}{page}", settings.folder_of(language));
            address.replace('&', "&amp;").replace('<', "&lt;")
        };
        for language in &settings.languages {
            xml.push_str(&format!("<url><loc>{}</loc>", address(*language)));
            if let Some(day) = last_modified(input, &job.what) {
                xml.push_str(&format!("<lastmod>{day}</lastmod>"));
            }
            for other in settings.languages.iter().filter(|_| several) {
                xml.push_str(&format!(
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    other.tag(),
                    address(*other)
                ));
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// The publishing day of what a page shows; the build's clock is never one.
fn last_modified(input: &Input, what: &What) -> Option<jiff::civil::Date> {
    let policies = &input.site.policies;
    let newest = |n: usize| {
        let reports = policies[n].reports.iter().filter_map(|report| report.published);
        reports.chain([policies[n].metadata.published]).map(|moment| moment.date).max()
    };
    match what {
        What::Policy(n) | What::Progress(n) | What::Indicator(n, _) => newest(*n),
        What::Picture(n) | What::Poster(n) | What::Sheets(n) => Some(policies[*n].metadata.published.date),
        What::Bulletin(n, r) | What::ProgressPicture(n, r) | What::OrganisationPicture(n, r, _) => {
            policies[*n].reports[*r].published.map(|moment| moment.date)
        }
        What::Interpretation(n, x) => Some(policies[*n].interpretations[*x].published.date),
        What::Case(n, x) => Some(policies[*n].cases[*x].published.date),
        What::Changes => input.changes.publications.first().map(|newest| newest.moment.date),
        What::Free(n) => input.site.pages[*n].published.map(|moment| moment.date),
        What::Home { .. } => (0..policies.len()).filter_map(newest).max(),
        _ => None,
    }
}
