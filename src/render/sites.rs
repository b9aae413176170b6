//! The overview of other sites: each in short, and the indicators that several of them have, side by side.
//!
//! Status and counts are those that each site computed of itself; nothing is judged here a second time, and
//! nobody is put in order of figures.

use super::page::{self, Draft};
use super::{Input, days, progress as progress_page, words};
use crate::model::{GatheredIndicator, GatheredSite, Quality, State, fold_name, number};
use crate::plan::{Job, urls};
use crate::progress::{Family, Status, Worded as _};
use crate::theme::view::{
    Chip, Counts, GatheredFigure, GatheredPage, GatheredPolicyView, Link, Mark, PageView, SharedIndicator,
    SiteEntry, SitesPage,
};
use std::collections::BTreeMap;

/// How many policies of a site its page lists; the site itself has them all.
const LISTED: usize = 100;

/// The page of all sites.
pub(super) fn view(input: &Input, job: &Job) -> (PageView, SitesPage) {
    let gathered = &input.site.gathered;
    let view =
        SitesPage { sites: entries(input), counts: counts(input, gathered), shared: shared(input, gathered) };
    let draft = Draft {
        kind: "sites",
        title: input.theme.say("sites", &[]),
        description: input.theme.say("describe_sites", &[("n", &gathered.len().to_string())]),
        column_type: "数据发布",
        as_of: gathered.iter().filter_map(GatheredSite::as_of).max(),
        downloads: vec![Link { title: input.theme.say("sites_csv", &[]), url: urls::SITES_CSV.into() }],
        ..Draft::default()
    };
    (page::page(input, job, draft), view)
}

/// The page of one site.
pub(super) fn one(input: &Input, job: &Job, n: usize) -> (PageView, GatheredPage) {
    let site = &input.site.gathered[n];
    let policies = site.policies.iter().take(LISTED).map(|policy| GatheredPolicyView {
        policy: Link { title: policy.title.clone(), url: site.address(&policy.url).unwrap_or_default() },
        document_number: policy.document_number.clone().unwrap_or_default(),
        as_of: policy.as_of.map(|day| days::day(day, input.site.settings.language)),
        figures: policy
            .indicators
            .iter()
            .map(|indicator| figure(input, indicator, Link::default()))
            .collect(),
    });
    let view = GatheredPage {
        entry: entry(input, site),
        policies: policies.collect(),
        more: site.policies.len().saturating_sub(LISTED),
    };
    let draft = Draft {
        kind: "gathered",
        title: site.title.clone(),
        description: input.theme.say("describe_gathered", &[("title", &site.title)]),
        way: vec![Link { title: input.theme.say("sites", &[]), url: urls::SITES.into() }],
        column_type: "数据发布",
        as_of: site.as_of(),
        ..Draft::default()
    };
    (page::page(input, job, draft), view)
}

/// Each site in short.
pub(super) fn entries(input: &Input) -> Vec<SiteEntry> {
    input.site.gathered.iter().map(|site| entry(input, site)).collect()
}

fn entry(input: &Input, site: &GatheredSite) -> SiteEntry {
    SiteEntry {
        site: Link { title: site.title.clone(), url: urls::gathered(&site.id) },
        organisation: site.organisation.clone(),
        address: site.base_url.clone().unwrap_or_default(),
        policies_total: site.policies.len(),
        counts: counts(input, std::slice::from_ref(site)),
        as_of: site.as_of().map(|day| days::day(day, input.site.settings.language)),
        notice: site.notice.clone().unwrap_or_default(),
    }
}

/// Both rows over all policies of these sites.
fn counts(input: &Input, sites: &[GatheredSite]) -> Counts {
    let language = input.site.settings.language;
    let policies = || sites.iter().flat_map(|site| &site.policies);
    let statuses = Status::BEST_FIRST.map(|status| words::chip(status, language));
    let states = State::DONE_FIRST.map(|state| words::chip(state, language));
    let mut indicators = Row::of(statuses.into_iter());
    for indicator in policies().flat_map(|policy| &policy.indicators) {
        indicators.add(&indicator.status, 1);
    }
    let mut tasks = Row::of(states.into_iter().chain([words::unstated(language)]));
    for (state, n) in policies().flat_map(|policy| &policy.tasks) {
        tasks.add(state, *n);
    }
    let stated = |row: &Row| row.0.iter().filter(|(chip, _)| chip.key != "unstated").map(|(_, n)| n).sum();
    Counts {
        indicators_total: indicators.total(),
        clauses_total: tasks.total(),
        clauses_stated: stated(&tasks),
        indicators: indicators.tallies(),
        clauses: tasks.tallies(),
    }
}

/// How many have each chip; one that this version does not know is a word of its own.
struct Row(Vec<(Chip, usize)>);

impl Row {
    fn of(chips: impl Iterator<Item = Chip>) -> Row {
        Row(chips.map(|chip| (chip, 0)).collect())
    }

    fn add(&mut self, key: &str, n: usize) {
        match self.0.iter_mut().find(|(chip, _)| chip.key == key) {
            Some((_, count)) => *count += n,
            None => self.0.push((unknown(key), n)),
        }
    }

    fn total(&self) -> usize {
        self.0.iter().map(|(_, n)| n).sum()
    }

    fn tallies(self) -> Vec<crate::theme::view::Tally> {
        let (chips, numbers): (Vec<Chip>, Vec<usize>) = self.0.into_iter().filter(|(_, n)| *n > 0).unzip();
        progress_page::tallies(chips.into_iter(), &numbers)
    }
}

/// The chip of a status that a newer version has given.
fn unknown(key: &str) -> Chip {
    let family = Family::Neutral;
    Chip {
        key: "unknown".into(),
        word: key.into(),
        shape: family.shape().into(),
        family: family.key().into(),
    }
}

fn chip(input: &Input, key: &str) -> Chip {
    let status = Status::BEST_FIRST.into_iter().find(|status| status.key() == key);
    status.map_or_else(|| unknown(key), |status| words::chip(status, input.site.settings.language))
}

/// A figure; `of` is the indicator itself where nothing else is named.
fn figure(input: &Input, indicator: &GatheredIndicator, of: Link) -> GatheredFigure {
    let language = input.site.settings.language;
    let word = Quality::Illustrative.word(language).into();
    GatheredFigure {
        of: if of.title.is_empty() { Link { title: indicator.name.clone(), ..of } } else { of },
        value: indicator.newest.map(|(_, value)| number(value)).unwrap_or_default(),
        unit: indicator.unit.clone(),
        period: indicator.newest.map(|(period, _)| period.name(language)).unwrap_or_default(),
        status: chip(input, &indicator.status),
        mark: indicator.illustrative.then(|| Mark {
            key: Quality::Illustrative.key().into(),
            word,
            note: String::new(),
        }),
    }
}

/// Indicators of one name and unit in at least two sites, in order of their first site.
fn shared(input: &Input, sites: &[GatheredSite]) -> Vec<SharedIndicator> {
    let mut order: Vec<SharedIndicator> = Vec::new();
    let mut at: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut seen: Vec<usize> = Vec::new();
    for (n, site) in sites.iter().enumerate() {
        for policy in &site.policies {
            for indicator in &policy.indicators {
                let key = (fold_name(&indicator.name), indicator.unit.clone());
                let position = *at.entry(key).or_insert_with(|| {
                    order.push(SharedIndicator {
                        name: indicator.name.clone(),
                        unit: indicator.unit.clone(),
                        rows: Vec::new(),
                    });
                    seen.push(usize::MAX);
                    order.len() - 1
                });
                // The first policy of a site that has it speaks for the site.
                if seen[position] != n {
                    seen[position] = n;
                    let url = site.address(&policy.url).unwrap_or_default();
                    order[position].rows.push(figure(
                        input,
                        indicator,
                        Link { title: site.title.clone(), url },
                    ));
                }
            }
        }
    }
    order.retain(|indicator| indicator.rows.len() > 1);
    order
}
