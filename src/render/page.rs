//! What every page has: title, way back, 47号 tags, dates, notices, whom to ask; and the site's own view.

use super::{Input, days, words};
use crate::model::{Moment, OrganisationKind, Policy, Settings, Site};
use crate::plan::{Job, Plan, urls};
use crate::progress::{self, Status, Worded as _};
use crate::theme::Theme;
use crate::theme::view::{Link, Mark, Notice, PageView, SiteView, Tag};
use jiff::civil::Date;

/// What a page says of itself.
#[derive(Default)]
pub(super) struct Draft {
    /// The kind, as the contract names it.
    pub(super) kind: &'static str,
    /// The title.
    pub(super) title: String,
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
    let canonical = match &settings.base_url {
        Some(base) => format!("{base}{}", job.path.trim_end_matches("index.html")),
        None => String::new(),
    };
    let mut breadcrumbs = vec![Link { title: input.theme.say("home", &[]), url: urls::home(0) }];
    breadcrumbs.extend(draft.way.iter().cloned());
    breadcrumbs.push(Link { title: draft.title.clone(), url: job.path.clone() });
    if draft.kind == "home" {
        breadcrumbs.clear();
    }
    let sample = settings.notice.iter().map(|text| Notice { text: text.clone(), kind: "sample".into() });
    PageView {
        kind: draft.kind.into(),
        tags: tags(settings, &draft, &canonical),
        notices: sample.chain(draft.notices).collect(),
        root: urls::root_from(&job.path),
        url: job.path.clone(),
        language: language.tag().into(),
        published: draft.published.map(|moment| days::moment(moment, language)),
        as_of: draft.as_of.map(|date| days::day(date, language)),
        next_due: draft.next_due.map(|date| days::day(date, language)),
        title: draft.title,
        description: draft.description,
        canonical,
        breadcrumbs,
        contact: draft.contact,
        downloads: draft.downloads,
    }
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
        tag("Description", Some(&draft.description));
        tag("Url", Some(canonical));
    }
    tags
}

/// The page of a wrong address.
pub(super) fn not_found(input: &Input, job: &Job) -> PageView {
    let title = input.theme.say("not_found", &[]);
    page(input, job, Draft { kind: "not-found", title, ..Draft::default() })
}

/// The page on which people search.
pub(super) fn search(input: &Input, job: &Job) -> PageView {
    let title = input.theme.say("search", &[]);
    page(input, job, Draft { kind: "search", title, column_type: "信息公开目录", ..Draft::default() })
}

/// The notice of a plan whose period has ended.
pub(super) fn ended(input: &Input, policy: &Policy) -> Option<Notice> {
    let (_, end) = policy.metadata.period?;
    (end.last().last_day() < input.as_of).then(|| Notice {
        text: input.theme.say("ended", &[("end", &end.end_name(input.site.settings.language))]),
        kind: "ended".into(),
    })
}

/// Whom to ask about a policy: organisation and phone.
pub(super) fn contact(input: &Input, policy: &Policy) -> String {
    let Some(contact) = &policy.metadata.contact else { return String::new() };
    let organisation = contact.organisation.map(|ix| input.site.organisations.get(ix));
    let phone = contact.phone.clone().or_else(|| organisation.and_then(|org| org.phone.clone()));
    [organisation.map(|org| org.name.clone()), phone].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `site`: the view that all pages share.
pub fn site_view(site: &Site, theme: &Theme, plan: &Plan) -> SiteView {
    let settings = &site.settings;
    let language = settings.language;
    let anchor = |name: &str| Link {
        title: theme.say(&format!("nav_{name}"), &[]),
        url: format!("index.html#{name}"),
    };
    let mut navigation = Vec::new();
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
        site_id_code: settings.portal.site_id_code.clone().unwrap_or_default(),
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
