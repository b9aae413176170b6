//! A policy's page: the text itself, each clause with its live status.

use super::page::{self, Draft};
use super::shared::Shared;
use super::whole::Whole;
use super::{Input, article, clause, days, filter, force, links, progress as progress_page};
use crate::diagnostic::Diagnostics;
use crate::model::{Policy, Site, number};
use crate::plan::{Job, has_progress, urls};
use crate::theme::view::{AttachmentView, Field, HeadView, Link, PageView, PolicyHead, PolicyView, Relation};
use std::collections::HashMap;

/// How many indicators open the page.
const OPENING: usize = 3;

/// The page and its view.
pub(super) fn view(
    input: &Input,
    (whole, shared): (&Whole, &Shared),
    job: &Job,
    n: usize,
    d: &mut Diagnostics,
) -> (PageView, PolicyView) {
    let (policy, assessment) = input.policy(n);
    let metadata = &policy.metadata;
    let source = format!("content/policies/{}/policy.md", policy.id);
    let from = links::From { source: &source, page: &job.path, place: policy.place };
    let html = |text: &str, d: &mut Diagnostics| links::rewrite(input, text, &from, d);
    let text = &policy.text;
    let clauses: Vec<_> =
        text.iter().map(|(ix, _)| clause::whole(input, policy, assessment, ix, &from, d)).collect();
    let neighbour =
        |n: Option<usize>| n.and_then(|n| input.site.policies.get(n)).map(|policy| way(input, policy));
    let view = PolicyView {
        head: head(input, policy),
        fields: fields(input, policy),
        indicators: opening(input, policy, shared),
        notice: text.head.as_ref().filter(|head| head.is_notice()).map(|head| HeadView {
            title: head.title.clone(),
            addressees: head.addressees.clone(),
            body: head.body.clone(),
            signature: head.signature.clone(),
            date: head.date.clone(),
            note: head.note.clone(),
        }),
        lead: html(&text.lead, d),
        tail: html(&text.tail, d),
        filter: filter::view(input, policy, &clauses),
        clauses,
        attachments: attachments(input, policy),
        interpretations: policy.interpretations.iter().map(|x| article::entry(input, policy, x)).collect(),
        cases: policy.cases.iter().map(|x| article::entry(input, policy, x)).collect(),
        relations: relations(input, policy, &whole.named_by[n]),
        has_progress: has_progress(policy),
        previous: neighbour(n.checked_sub(1)),
        next: neighbour(Some(n + 1)),
    };
    let draft = Draft {
        kind: "policy",
        title: metadata.title.clone(),
        description: input
            .theme
            .say("describe_policy", &[("issuer", &metadata.issuer), ("title", &metadata.title)]),
        column_type: "政策文件",
        published: Some(metadata.published),
        source: metadata.issuer.clone(),
        keywords: metadata.topic.iter().cloned().collect(),
        step: metadata.short_title.clone(),
        as_of: assessment.as_of,
        next_due: progress_page::soonest(input, assessment),
        contact: page::contact(input, policy),
        notices: page::notices(input, policy),
        downloads: booklet_link(input, whole, n).into_iter().chain(data_links(input, policy)).collect(),
        ..Draft::default()
    };
    (page::page(input, job, draft), view)
}

/// What the pages of a policy share.
pub(super) fn head(input: &Input, policy: &Policy) -> PolicyHead {
    let language = input.site.settings.language;
    let metadata = &policy.metadata;
    let has_progress = has_progress(policy);
    PolicyHead {
        id: policy.id.clone(),
        title: metadata.title.clone(),
        short_title: metadata.short_title.clone(),
        url: urls::policy(&policy.id),
        progress_url: if has_progress { urls::progress(&policy.id) } else { String::new() },
        document_number: metadata.document_number.clone().unwrap_or_default(),
        issuer: metadata.issuer.clone(),
        issued: days::day(metadata.issued, language),
        published: days::moment(metadata.published, language),
        validity: metadata.validity.0.clone(),
        force: force::view(input, policy),
        picture_url: input.plan.made(urls::picture(&policy.id)),
        progress_picture_url: newest_picture(input, policy),
        period: metadata.period.map_or(String::new(), |(start, end)| {
            input.theme.say("plan_period", &[("start", &start.name(language)), ("end", &end.name(language))])
        }),
    }
}

/// 一图看进展 of the newest period that has one.
fn newest_picture(input: &Input, policy: &Policy) -> String {
    let urls = policy.reports.iter().rev().map(|report| urls::progress_picture(&policy.id, report.period));
    urls.map(|url| input.plan.made(url)).find(|url| !url.is_empty()).unwrap_or_default()
}

/// The way to a policy's pages.
pub(super) fn way(input: &Input, policy: &Policy) -> Link {
    let title = force::marked(input, policy, &policy.metadata.short_title);
    Link { title, url: urls::policy(&policy.id) }
}

/// The way to a policy's dashboard.
pub(super) fn way_to_progress(input: &Input, policy: &Policy) -> Vec<Link> {
    let progress = Link { title: input.theme.say("progress", &[]), url: urls::progress(&policy.id) };
    vec![way(input, policy), progress]
}

/// A policy's data: as JSON, its tables as a workbook where they are made, and the page about all files.
pub(super) fn data_links(input: &Input, policy: &Policy) -> Vec<Link> {
    let link = |word, url| Link { title: input.theme.say(word, &[]), url };
    let mut links = vec![link("download_json", urls::policy_data(&policy.id))];
    if input.site.settings.workbooks {
        links.push(link("download_workbook", urls::workbook(&policy.id)));
    }
    links.push(link("data_all", urls::data_page(&policy.id)));
    links
}

/// The booklet, with its size where it is made already; none where it is not made.
pub(super) fn booklet_link(input: &Input, whole: &Whole, n: usize) -> Option<Link> {
    let url = urls::booklet(&input.site.policies[n].id);
    input.plan.job(&url)?;
    let title = match &whole.booklets {
        Some(sizes) => input.theme.say("booklet_download", &[("size", &*size_words(sizes[n]?))]),
        None => input.theme.say("booklet_download_unmade", &[]),
    };
    Some(Link { title, url })
}

/// `312 KB`, `1.4 MB`; rounded up.
fn size_words(bytes: u64) -> String {
    match bytes.div_ceil(1024) {
        kilo if kilo < 1024 => format!("{kilo} KB"),
        kilo => format!("{} MB", number((kilo as f64 / 102.4).ceil() / 10.0)),
    }
}

/// The eight fields, in the order in which portals print them; an empty one is shown empty.
pub(super) fn fields(input: &Input, policy: &Policy) -> Vec<Field> {
    let m = &policy.metadata;
    let some = |value: &Option<String>| value.clone().unwrap_or_default();
    let language = input.site.settings.language;
    [
        ("field_index", some(&m.index_number)),
        ("field_document", some(&m.document_number)),
        ("field_topic", some(&m.topic)),
        ("field_genre", some(&m.genre)),
        ("field_issuer", m.issuer.clone()),
        ("field_issued", days::words(m.issued, language)),
        ("field_published", days::moment(m.published, language).text),
        ("field_validity", m.validity.0.clone()),
    ]
    .into_iter()
    .map(|(key, value)| Field { label: input.theme.say(key, &[]), value })
    .collect()
}

/// The indicators that open the page.
pub(super) fn opening(
    input: &Input,
    policy: &Policy,
    shared: &Shared,
) -> Vec<crate::theme::view::IndicatorCard> {
    (0..policy.indicators.len())
        .filter(|&i| !policy.indicators[i].targets.is_empty())
        .take(OPENING)
        .map(|i| shared.card(input, i).clone())
        .collect()
}

/// The attachments, with their files and the tables that hold their figures.
fn attachments(input: &Input, policy: &Policy) -> Vec<AttachmentView> {
    let tables = |n: u32| {
        policy.indicators.iter().flat_map(move |indicator| {
            indicator.breakdowns.iter().filter(move |b| b.annex == Some(n)).map(|breakdown| Link {
                title: indicator.name.clone(),
                url: format!(
                    "{}#{}-{}",
                    urls::indicator(&policy.id, &indicator.id),
                    indicator.id,
                    breakdown.id
                ),
            })
        })
    };
    policy
        .attachments
        .iter()
        .map(|attachment| AttachmentView {
            n: attachment.n,
            name: attachment.name.clone(),
            url: attachment.file.as_deref().map(|source| input.plan.file(source)).unwrap_or_default(),
            tables: tables(attachment.n).collect(),
        })
        .collect()
}

/// The other policies it has to do with, told from both sides.
fn relations(input: &Input, policy: &Policy, named_by: &[NamedBy]) -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut relate = |key: &str, other: &Policy| {
        let title = force::marked(input, other, &other.metadata.title);
        let link = Link { title, url: urls::policy(&other.id) };
        relations.push(Relation { label: input.theme.say(key, &[]), policy: link });
    };
    let own = [
        ("relation_based_on", &policy.metadata.based_on),
        ("relation_replaces", &policy.metadata.replaces),
        ("relation_amended_by", &policy.metadata.amended_by),
    ];
    for (key, ids) in own {
        for other in ids.iter().filter_map(|id| input.site.policy(id)) {
            relate(key, other);
        }
    }
    for by in named_by {
        relate(by.key, &input.site.policies[by.policy]);
    }
    relations
}

/// Another policy that names this one, and as what.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct NamedBy {
    key: &'static str,
    policy: usize,
}

/// By policy: those that name it, in the order of the site.
pub(super) fn named_by(site: &Site) -> Vec<Vec<NamedBy>> {
    let positions: HashMap<&str, usize> =
        site.policies.iter().enumerate().map(|(n, policy)| (policy.id.as_str(), n)).collect();
    let mut all = vec![Vec::new(); site.policies.len()];
    for (policy, other) in site.policies.iter().enumerate() {
        let metadata = &other.metadata;
        let back = [
            ("relation_basis_of", &metadata.based_on),
            ("relation_replaced_by", &metadata.replaces),
            ("relation_amends", &metadata.amended_by),
        ];
        for (key, ids) in back {
            for named in ids.iter().filter_map(|id| positions.get(id.as_str())) {
                let by = NamedBy { key, policy };
                // Who names it twice is one relation.
                if all[*named].last() != Some(&by) {
                    all[*named].push(by);
                }
            }
        }
    }
    all
}

/// Bulletins as links, newest first.
pub(super) fn bulletins(input: &Input, policy: &Policy) -> Vec<Link> {
    let language = input.site.settings.language;
    let link = |report: &crate::model::Report| Link {
        title: input.theme.say("bulletin_of", &[("period", &report.period.name(language))]),
        url: urls::bulletin(&policy.id, report.period),
    };
    policy.reports.iter().rev().map(link).collect()
}

/// `12项任务 · 4项保障措施 · 3项指标`; what there is none of is left out.
pub(super) fn size(input: &Input, policy: &Policy) -> String {
    use crate::model::ClauseKind;
    let count = |kind: ClauseKind| policy.text.clauses.iter().filter(|clause| clause.kind == kind).count();
    [
        ("size_tasks", count(ClauseKind::Task)),
        ("size_safeguards", count(ClauseKind::Safeguard)),
        ("size_indicators", policy.indicators.len()),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| input.theme.say(key, &[("n", &n.to_string())]))
    .collect::<Vec<_>>()
    .join(" · ")
}
