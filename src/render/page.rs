//! What every page has: title, way back, 47号 tags, dates, notices, whom to ask; and the site's own view.

use super::{Input, days, force, language, linked, words};
use crate::model::{Moment, OrganisationKind, Policy, Settings, Site};
use crate::plan::{Job, Plan, urls};
use crate::progress::{self, Assessment, Status, Worded as _};
use crate::theme::Theme;
use crate::theme::view::{Link, Mark, Notice, PageView, SiteView, Tag};
use jiff::civil::Date;
use std::sync::Arc;

/// What a page says of itself.
#[derive(Default)]
pub(super) struct Draft {
    /// The kind, as the contract names it.
    pub(super) kind: &'static str,
    /// The title.
    pub(super) title: String,
    /// The title in the way from the home page, where the steps before it say the rest.
    pub(super) step: String,
    /// One sentence.
    pub(super) description: String,
    /// The way from the home page; the page itself is added.
    pub(super) way: Vec<Link>,
    /// 栏目类别 of the 47号 tags.
    pub(super) column_type: &'static str,
    /// When what it shows was published, and by whom: it then carries the article tags.
    pub(super) published: Option<Moment>,
    /// 来源.
    pub(super) source: String,
    /// 关键词, as the content has them.
    pub(super) keywords: Vec<String>,
    /// 作者, where one is named.
    pub(super) author: String,
    /// The full address of a picture that the page shows.
    pub(super) image: String,
    /// The day of the data that it shows.
    pub(super) as_of: Option<Date>,
    /// When the next figure is due.
    pub(super) next_due: Option<Date>,
    /// JSON and CSV.
    pub(super) downloads: Vec<Link>,
    /// Whom to ask.
    pub(super) contact: String,
    /// Notices beside the site's own.
    pub(super) notices: Vec<Notice>,
}

/// Completes a page.
pub(super) fn page(input: &Input, job: &Job, draft: Draft) -> PageView {
    let settings = &input.site.settings;
    let language = settings.language;
    let canonical = canonical(input, &job.path);
    let mut breadcrumbs = vec![Link { title: input.theme.say("home", &[]), url: urls::home(0) }];
    breadcrumbs.extend(draft.way.iter().cloned());
    let step = if draft.step.is_empty() { &draft.title } else { &draft.step };
    breadcrumbs.push(Link { title: step.clone(), url: job.path.clone() });
    if draft.kind == "home" {
        breadcrumbs.clear();
    }
    let sample = settings.notice.iter().map(|text| Notice {
        text: text.clone(),
        kind: "sample".into(),
        links: Vec::new(),
    });
    let contact = match draft.contact.is_empty() {
        true => publisher(input.site),
        false => draft.contact.clone(),
    };
    let known = linked::Page { input, job, draft: &draft, canonical: &canonical, breadcrumbs: &breadcrumbs };
    let (properties, linked_data) = match draft.kind {
        "embed" | "moved" | "not-found" => (Vec::new(), String::new()),
        _ => (known.properties(), known.data()),
    };
    PageView {
        properties,
        linked_data,
        kind: draft.kind.into(),
        of_site: !matches!(
            draft.kind,
            "policy" | "progress" | "bulletin" | "indicator" | "article" | "picture" | "print" | "embed"
        ) && job.what.policy().is_none(),
        tags: tags(settings, &draft, &canonical),
        notices: sample.chain(language::notices(input, &job.what)).chain(draft.notices).collect(),
        root: urls::root_from(&job.path),
        top: format!("{}{}", urls::root_from(&job.path), input.plan.up),
        alternates: language::alternates(input, job),
        url: job.path.clone(),
        language: language.tag().into(),
        published: draft.published.map(|moment| days::moment(moment, language)),
        as_of: draft.as_of.map(|date| days::day(date, language)),
        next_due: draft.next_due.map(|date| days::day(date, language)),
        title: draft.title,
        description: draft.description,
        breadcrumbs,
        contact,
        report_url: report_url(settings.portal.site_id_code.as_deref(), &canonical),
        downloads: draft.downloads,
        canonical,
    }
}

/// The full address of a page; empty where the site has none.
pub(super) fn canonical(input: &Input, url: &str) -> String {
    match &input.site.settings.base_url {
        Some(base) => format!("{base}{}", url.trim_end_matches("index.html")),
        None => String::new(),
    }
}

/// The full address of a file; empty where the site has none, or there is no file.
pub(super) fn whole(input: &Input, url: &str) -> String {
    if url.is_empty() { String::new() } else { canonical(input, url) }
}

/// The tags of 国办发〔2017〕47号: they accumulate by page kind, and a value that is not known is left out.
fn tags(settings: &Settings, draft: &Draft, canonical: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut tag = |name: &str, content: Option<&str>| {
        if let Some(content) = content.filter(|content| !content.is_empty()) {
            tags.push(Tag { name: name.into(), content: content.into() });
        }
    };
    let portal = &settings.portal;
    tag("SiteName", portal.site_name.as_deref());
    tag("SiteDomain", portal.site_domain.as_deref());
    tag("SiteIDCode", portal.site_id_code.as_deref());
    tag("ColumnName", portal.column.name.as_deref());
    tag("ColumnDescription", portal.column.description.as_deref());
    tag("ColumnKeywords", Some(&portal.column.keywords.join(",")));
    if portal.column.name.is_some() {
        tag("ColumnType", Some(draft.column_type));
    }
    if let Some(published) = draft.published {
        tag("ArticleTitle", Some(&draft.title));
        tag("PubDate", Some(&published.stamp()));
        tag("ContentSource", Some(&draft.source));
        tag("Keywords", Some(&draft.keywords.join(",")));
        tag("Author", Some(&draft.author));
        tag("Description", Some(&draft.description));
        tag("Image", Some(&draft.image));
        tag("Url", Some(canonical));
    }
    tags
}

/// The page of a wrong address.
pub(super) fn not_found(input: &Input, job: &Job) -> PageView {
    let title = input.theme.say("not_found", &[]);
    let description = input.theme.say("not_found_why", &[]);
    let mut view = page(input, job, Draft { kind: "not-found", title, description, ..Draft::default() });
    // A server answers with this page at any depth, so its links begin at the host's root, where the site's address
    // tells how far below it lies. Without one they can only be relative.
    if let Some(base) = &input.site.settings.base_url {
        view.root = urls::root_of(base);
        view.top = format!("{}{}", view.root, input.plan.up);
    }
    view
}

/// The page on which people search.
pub(super) fn search(input: &Input, job: &Job) -> PageView {
    let title = input.theme.say("search", &[]);
    let description = input.theme.say("search_label", &[]);
    page(
        input,
        job,
        Draft { kind: "search", title, description, column_type: "信息公开目录", ..Draft::default() },
    )
}

/// The notice of a plan whose period has ended.
pub(super) fn ended(input: &Input, policy: &Policy) -> Option<Notice> {
    let (_, end) = policy.metadata.period?;
    (end.last().last_day() < input.as_of).then(|| Notice {
        text: input.theme.say("ended", &[("end", &end.end_name(input.site.settings.language))]),
        kind: "ended".into(),
        links: Vec::new(),
    })
}

/// What is said above all pages of a policy: that it no longer holds, or that its time has passed.
pub(super) fn notices(input: &Input, policy: &Policy) -> Vec<Notice> {
    force::notice(input, policy).into_iter().chain(ended(input, policy)).collect()
}

/// Whom to ask about a policy: organisation and phone.
pub(super) fn contact(input: &Input, policy: &Policy) -> String {
    let Some(contact) = &policy.metadata.contact else { return String::new() };
    let organisation = contact.organisation.map(|ix| input.site.organisations.get(ix));
    let phone = contact.phone.clone().or_else(|| organisation.and_then(|org| org.phone.clone()));
    [organisation.map(|org| org.name.clone()), phone].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// When something of the site was last published: a policy, or figures.
pub(super) fn published(site: &Site) -> Option<Moment> {
    let policies = site.policies.iter();
    let all = policies.flat_map(|policy| {
        let reports = policy.reports.iter().filter_map(|report| report.published);
        reports.chain([policy.metadata.published])
    });
    all.max_by_key(|moment| (moment.date, moment.time))
}

/// Who publishes the site, with the phone that the register knows.
fn publisher(site: &Site) -> String {
    let name = &site.settings.organisation;
    let phone = site
        .organisations
        .iter()
        .find(|(_, org)| org.name == *name || org.aliases.contains(name))
        .and_then(|(_, org)| org.phone.clone());
    [Some(name.clone()), phone].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// 政府网站找错 takes reports for a site of a known 标识码, and wants the address of the page.
fn report_url(code: Option<&str>, canonical: &str) -> String {
    let Some(code) = code.filter(|_| !canonical.is_empty()) else {
        return String::new();
    };
    let mut url = format!("https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code={code}&url=");
    for byte in canonical.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => url.push(byte.into()),
            other => url.push_str(&format!("%{other:02X}")),
        }
    }
    url
}

/// `site`: the view that all pages share.
pub fn site_view(
    site: &Site,
    (assessments, as_of): (&[Arc<Assessment>], Date),
    theme: &Theme,
    plan: &Plan,
) -> SiteView {
    let settings = &site.settings;
    let language = settings.language;
    let anchor = |name: &str| Link {
        title: theme.say(&format!("nav_{name}"), &[]),
        url: format!("index.html#{name}"),
    };
    let mut navigation = Vec::new();
    if !site.gathered.is_empty() {
        navigation.push(Link { title: theme.say("sites", &[]), url: urls::SITES.into() });
    }
    if !site.policies.is_empty() {
        navigation.push(anchor("policies"));
    }
    let has = |township: bool| {
        site.organisations.iter().any(|(ix, org)| {
            (org.kind == OrganisationKind::Township) == township && plan.organisation_url(site, ix).is_some()
        })
    };
    if has(true) {
        navigation.push(anchor("townships"));
    }
    if has(false) {
        navigation.push(anchor("organisations"));
    }
    if plan.job(urls::CHANGES).is_some() {
        navigation.push(Link { title: theme.say("nav_changes", &[]), url: urls::CHANGES.into() });
    }
    let legend = [
        Status::Ahead,
        Status::OnSchedule,
        Status::SlightlyBehind,
        Status::Behind,
        Status::FarBehind,
        Status::AchievedEarly,
        Status::Achieved,
        Status::Missed,
        Status::Awaiting,
        Status::NotDue,
        Status::NoBaseline,
        Status::NoData,
        Status::NotJudged,
    ];
    let police = settings.portal.police_record.clone().unwrap_or_default();
    SiteView {
        title: settings.title.clone(),
        organisation: settings.organisation.clone(),
        home: urls::home(0),
        search: urls::search("index.html"),
        navigation,
        feed: plan.job(urls::FEED).map_or(String::new(), |job| job.path.clone()),
        pages: site
            .pages
            .iter()
            .map(|page| Link { title: page.title.clone(), url: urls::free(&page.id) })
            .collect(),
        icp: settings.portal.icp.clone().unwrap_or_default(),
        police_record_code: police.chars().filter(char::is_ascii_digit).collect(),
        police_record: police,
        agency_mark_url: settings
            .portal
            .agency_mark
            .as_ref()
            .map_or(String::new(), |id| format!("https://bszs.conac.cn/sitename?method=show&id={id}")),
        data: urls::SITE_DATA_PAGE.into(),
        site_id_code: settings.portal.site_id_code.clone().unwrap_or_default(),
        as_of: assessments
            .iter()
            .filter_map(|assessment| assessment.as_of)
            .max()
            .map(|d| days::day(d, language)),
        published: published(site).map(|moment| days::moment(moment, language)),
        next_due: assessments
            .iter()
            .flat_map(|assessment| &assessment.standings)
            .filter_map(|standing| standing.next_due.filter(|due| *due >= as_of))
            .min()
            .map(|date| days::day(date, language)),
        judged: progress::legend(&settings.bands, language),
        legend: legend
            .iter()
            .map(|status| Mark {
                key: status.key().into(),
                word: status.word(language).into(),
                note: theme.say(&format!("legend_{}", status.key().replace('-', "_")), &[]),
            })
            .collect(),
        legend_chips: legend.iter().map(|status| words::chip(*status, language)).collect(),
        assets: theme.assets().map(|(name, _)| Link { title: name.into(), url: name.into() }).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::report_url;
    use crate::plan::urls::root_of;

    #[test]
    fn a_page_of_a_wrong_address_links_from_the_root_of_the_host() {
        assert_eq!(root_of("https://example.gov.cn/zt/jinzhan/"), "/zt/jinzhan/");
        assert_eq!(root_of("https://example.gov.cn/"), "/");
        assert_eq!(root_of("https://example.gov.cn"), "/");
    }

    #[test]
    fn mistakes_are_reported_with_the_address_of_the_page() {
        assert_eq!(
            report_url(Some("5001010001"), "https://example.gov.cn/a/政策/"),
            "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=5001010001\
             &url=https%3A%2F%2Fexample.gov.cn%2Fa%2F%E6%94%BF%E7%AD%96%2F"
        );
        assert_eq!(report_url(None, "https://example.gov.cn/"), "");
        assert_eq!(report_url(Some("5001010001"), ""), "");
    }
}
