//! What changed: the page of all changes, and the few that other pages show.

use super::page::{self, Draft};
use super::{Input, days, force, words};
use crate::changes::{Change, Publication, What, kind_word, say};
use crate::model::number;
use crate::plan::{Job, urls};
use crate::progress::gap_words;
use crate::theme::view::{ChangeView, ChangedDay, ChangesPage, Chip, Link, Mark, PageView, PublicationView};

/// The page and its view.
pub(super) fn view(input: &Input, job: &Job) -> (PageView, ChangesPage) {
    let language = input.site.settings.language;
    let mut list: Vec<ChangedDay> = Vec::new();
    for publication in &input.changes.publications {
        let day = days::day(publication.moment.date, language);
        if list.last().is_none_or(|last| last.day != day) {
            list.push(ChangedDay { day, publications: Vec::new() });
        }
        if let Some(last) = list.last_mut() {
            last.publications.push(publication_view(input, publication));
        }
    }
    let since = input.changes.since.map(|since| days::day(since, language));
    let title = match &since {
        Some(since) => input.theme.say("changes_since", &[("day", &since.text)]),
        None => input.theme.say("changes", &[]),
    };
    let draft = Draft {
        kind: "changes",
        description: input.theme.say("describe_changes", &[("title", &input.site.settings.title)]),
        title,
        column_type: "数据发布",
        as_of: input.assessments.iter().filter_map(|assessment| assessment.as_of).max(),
        downloads: downloads(input),
        ..Draft::default()
    };
    (page::page(input, job, draft), ChangesPage { days: list, since, more: input.changes.more })
}

/// The page of all changes, as a link.
pub(super) fn link(input: &Input) -> Option<Link> {
    input
        .plan
        .job(urls::CHANGES)
        .map(|_| Link { title: input.theme.say("all_changes", &[]), url: urls::CHANGES.into() })
}

/// The JSON and, where there is one, the feed.
fn downloads(input: &Input) -> Vec<Link> {
    let link = |key: &str, url: &str| Link { title: input.theme.say(key, &[]), url: url.into() };
    let feed = input.plan.job(urls::FEED).map(|_| link("feed", urls::FEED));
    [link("changes_json", urls::CHANGES_DATA)].into_iter().chain(feed).collect()
}

fn publication_view(input: &Input, publication: &Publication) -> PublicationView {
    let language = input.site.settings.language;
    let policy = &input.site.policies[publication.policy];
    let title = force::marked(input, policy, &policy.metadata.short_title);
    let bulletin = |&r: &usize| {
        let period = policy.reports[r].period;
        let name = period.name(language);
        Link {
            title: input.theme.say("bulletin_of", &[("period", &name)]),
            url: urls::bulletin(&policy.id, period),
        }
    };
    let compared = publication.before.map(|before| {
        // A day that was asked for is no day of publication.
        let key = if input.changes.since.is_some() { "compared_since" } else { "compared_with" };
        input.theme.say(key, &[("day", &days::words(before, language))])
    });
    let all = publication.changes.iter().collect();
    let (marks, changes) = views(input, publication, all);
    PublicationView {
        anchor: format!("{}-{}", policy.id, publication.moment.date),
        day: days::day(publication.moment.date, language),
        policy: Link { title, url: urls::policy(&policy.id) },
        compared: compared.unwrap_or_default(),
        bulletins: publication.reports.iter().map(bulletin).collect(),
        marks,
        changes,
        left_out: 0,
    }
}

/// What changed last on the whole site, at most so many, what matters most first.
pub(super) fn newest(input: &Input, most: usize) -> Vec<ChangeView> {
    let Some(day) = input.changes.publications.first().map(|publication| publication.moment.date) else {
        return Vec::new();
    };
    let of_day = input.changes.publications.iter().filter(|publication| publication.moment.date == day);
    let several = input.site.policies.len() > 1;
    let all =
        of_day.flat_map(|publication| publication.changes.iter().map(move |change| (&**publication, change)));
    few(all.collect(), most)
        .map(|(publication, change)| {
            let policy = &input.site.policies[publication.policy];
            let title = force::marked(input, policy, &policy.metadata.short_title);
            let link = Link { title, url: urls::policy(&policy.id) };
            ChangeView { policy: several.then_some(link), ..change_view(input, publication, change) }
        })
        .collect()
}

/// What the newest publication of a policy changed, at most so many.
pub(super) fn newest_of(input: &Input, n: usize, most: usize) -> Option<PublicationView> {
    let publication = input.changes.newest.get(n)?.as_deref()?;
    let all = publication.changes.iter().map(|change| (publication, change)).collect();
    let (marks, changes) = views(input, publication, few(all, most).map(|(_, change)| change).collect());
    let left_out = publication.changes.len() - changes.len();
    let none = changes.is_empty();
    let view = PublicationView { marks, changes, left_out, ..publication_view(input, publication) };
    (!none).then_some(view)
}

/// Views of changes of one publication; the mark that all of them share stands apart.
fn views(input: &Input, publication: &Publication, changes: Vec<&Change>) -> (Vec<Mark>, Vec<ChangeView>) {
    let shared = changes.first().map(|first| first.quality);
    let shared = shared.filter(|shared| changes.iter().all(|change| change.quality == *shared));
    let mut views: Vec<ChangeView> =
        changes.iter().map(|change| change_view(input, publication, change)).collect();
    let Some(shared) = shared else { return (Vec::new(), views) };
    views.iter_mut().for_each(|view| view.marks.clear());
    (words::quality(input, shared).into_iter().collect(), views)
}

/// A few, what matters most first.
fn few<'a>(
    mut all: Vec<(&'a Publication, &'a Change)>,
    most: usize,
) -> impl Iterator<Item = (&'a Publication, &'a Change)> {
    all.sort_by_key(|(_, change)| change.what.rank());
    all.into_iter().take(most)
}

fn change_view(input: &Input, publication: &Publication, change: &Change) -> ChangeView {
    let language = input.site.settings.language;
    let policy = &input.site.policies[publication.policy];
    let said = say(policy, change, language);
    let (difference, unit) = difference(input, publication, change);
    ChangeView {
        kind: change.what.key().into(),
        word: kind_word(&change.what, language).into(),
        subject: Link { title: said.subject, url: urls::change(policy, publication, change) },
        text: said.text,
        difference,
        unit,
        chip: chip(input, change),
        marks: words::quality(input, change.quality).into_iter().collect(),
        day: days::day(publication.moment.date, language),
        policy: None,
    }
}

/// The status, verdict or state that something moved to.
fn chip(input: &Input, change: &Change) -> Option<Chip> {
    let language = input.site.settings.language;
    match &change.what {
        What::Status { then, .. } => Some(words::chip(then.standing.status, language)),
        What::Verdict { judged, .. } => Some(words::chip(judged.verdict, language)),
        What::State { to, .. } => Some(words::chip(*to, language)),
        _ => None,
    }
}

/// The difference of a new figure, apart from its unit, so that it can be set as a numeral.
fn difference(input: &Input, publication: &Publication, change: &Change) -> (String, String) {
    let What::Figure { indicator, new, old: Some(old), .. } = &change.what else { return Default::default() };
    let unit = &input.site.policies[publication.policy].indicators[*indicator].unit;
    let value = new.value - old.value;
    if value == 0.0 {
        return Default::default();
    }
    let whole = gap_words(value, unit, input.site.settings.language);
    let size = number(value.abs());
    let at = whole.find(&size).map_or(whole.len(), |at| at + size.len());
    (whole[..at].to_owned(), whole[at..].trim_start().to_owned())
}
