//! The home page: all policies at a glance, what is due next, 我的乡镇, who answers.

use super::page::{self, Draft};
use super::shared::Shared;
use super::{Input, changes, policy as policy_page, progress as progress_page, sites, words};
use crate::model::{Organisation, OrganisationKind, Policy, is_chinese};
use crate::plan::{Job, has_progress, urls};
use crate::progress::Over;
use crate::theme::view::{
    ChangeView, ClauseView, Counts, Field, Home, Link, PageView, PolicyEntry, SiteEntry, TownshipGroup,
};
use jiff::civil::Date;
use std::ops::Range;

/// How many indicators an entry shows.
const SHOWN: usize = 2;
/// How many deadlines, changes and blocked clauses the page lists.
const LISTED: usize = 5;

/// What all pages of the list show beside their own policies.
pub(super) struct Overview {
    counts: Counts,
    upcoming: Vec<Field>,
    changes: Vec<ChangeView>,
    blocked: Vec<ClauseView>,
    sites: Vec<SiteEntry>,
    townships: Vec<TownshipGroup>,
    organisations: Vec<Link>,
    as_of: Option<Date>,
    not_counted: usize,
}

/// Gathers it.
pub(super) fn overview(input: &Input) -> Overview {
    let assessments = || input.assessments.iter().map(|assessment| &**assessment);
    // What no longer holds promises nothing: it is listed, and not counted.
    let holds = |policy: &Policy| policy.force(input.as_of).holds();
    let all = || {
        let policies = input.site.policies.iter().map(|policy| &**policy);
        policies.zip(assessments()).filter(|(policy, _)| holds(policy))
    };
    let (townships, organisations) = organisations(input);
    Overview {
        counts: progress_page::counts(input, all(), Over::AllPolicies),
        upcoming: progress_page::upcoming(input, all(), Over::AllPolicies, LISTED),
        changes: changes::newest(input, LISTED),
        blocked: all()
            .flat_map(|(policy, assessment)| progress_page::blocked(input, policy, assessment))
            .take(LISTED)
            .collect(),
        sites: sites::entries(input),
        townships,
        organisations,
        not_counted: input.site.policies.iter().filter(|policy| !holds(policy)).count(),
        as_of: input.assessments.iter().filter_map(|assessment| assessment.as_of).max(),
    }
}

/// The page and its view.
pub(super) fn view(
    input: &Input,
    overview: &Overview,
    job: &Job,
    number: usize,
    policies: Range<usize>,
) -> (PageView, Home) {
    let last = policies.end >= input.site.policies.len();
    let neighbour =
        |number: usize, key: &str| Link { title: input.theme.say(key, &[]), url: urls::home(number) };
    let view = Home {
        policies: policies.map(|n| entry(input, n)).collect(),
        policies_total: input.site.policies.len(),
        counts: overview.counts.clone(),
        not_counted: overview.not_counted,
        upcoming: overview.upcoming.clone(),
        changes: overview.changes.clone(),
        all_changes: changes::link(input),
        sites: overview.sites.clone(),
        all_sites: (!overview.sites.is_empty())
            .then(|| Link { title: input.theme.say("all_sites", &[]), url: urls::SITES.into() }),
        townships: overview.townships.clone(),
        organisations: overview.organisations.clone(),
        blocked: overview.blocked.clone(),
        previous: number.checked_sub(1).map(|number| neighbour(number, "list_previous")),
        next: (!last).then(|| neighbour(number + 1, "list_next")),
    };
    let draft = Draft {
        kind: "home",
        title: input.site.settings.title.clone(),
        description: input.theme.say(
            "describe_home",
            &[("organisation", &input.site.settings.organisation), ("title", &input.site.settings.title)],
        ),
        column_type: "数据发布",
        as_of: overview.as_of,
        downloads: vec![
            Link { title: input.theme.say("download_json", &[]), url: urls::SITE_DATA.into() },
            Link { title: input.theme.say("data_all", &[]), url: urls::SITE_DATA_PAGE.into() },
        ],
        ..Draft::default()
    };
    (page::page(input, job, draft), view)
}

/// A policy in the list.
fn entry(input: &Input, n: usize) -> PolicyEntry {
    let (policy, assessment) = input.policy(n);
    let mut indicators = policy_page::opening(input, policy, &Shared::of(input, n));
    indicators.truncate(SHOWN);
    PolicyEntry {
        head: policy_page::head(input, policy),
        indicators,
        size: policy_page::size(input, policy),
        bulletin: policy_page::bulletins(input, policy).into_iter().next(),
        has_progress: has_progress(policy),
        reported: assessment.as_of.is_some() || assessment.stated,
        ended: page::ended(input, policy).is_some(),
    }
}

/// Townships grouped by what they are, the others in official order; only those with a page.
fn organisations(input: &Input) -> (Vec<TownshipGroup>, Vec<Link>) {
    let kinds = ["subdistricts", "towns", "townships", "ethnic", "other"];
    let mut groups: Vec<TownshipGroup> = kinds
        .into_iter()
        .map(|kind| input.theme.say(&format!("townships_{kind}"), &[]))
        .map(|name| TownshipGroup { name, townships: Vec::new() })
        .collect();
    let mut others = Vec::new();
    for (ix, organisation) in input.site.organisations.iter() {
        let link = words::organisation(input, ix);
        if link.url.is_empty() {
            continue;
        }
        if organisation.kind == OrganisationKind::Township {
            groups[township_kind(organisation)].townships.push(link);
        } else {
            others.push(link);
        }
    }
    groups.retain(|group| !group.townships.is_empty());
    (groups, others)
}

/// 街道, 镇, 乡, 民族乡 or none of these, by the ending of the name, or of the first alias that tells:
/// 新乡镇 is a 镇, 地宝土家族乡 a 民族乡. A translated name has the Chinese one among its aliases.
fn township_kind(organisation: &Organisation) -> usize {
    let kind = |name: &String| {
        if name.ends_with("街道") {
            Some(0)
        } else if name.ends_with('镇') {
            Some(1)
        } else if name.ends_with("族乡") {
            Some(3)
        } else if name.ends_with('乡') {
            Some(2)
        } else {
            None
        }
    };
    let translated = !organisation.name.chars().any(is_chinese);
    let aliases = organisation.aliases.iter().rev().filter(|_| translated);
    std::iter::once(&organisation.name).chain(aliases).find_map(kind).unwrap_or(4)
}
