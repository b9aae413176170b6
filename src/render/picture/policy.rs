//! The view of 一图读懂.

use super::charts::Charts;
use super::{duties, goals, shape};
use crate::model::Policy;
use crate::plan::urls;
use crate::render::{Input, days};
use crate::theme::view::PolicyPicture;

/// Headings of so many characters stand two beside each other.
const SHORT: usize = 6;

/// The view, and the charts that it names.
pub(in crate::render) fn view(input: &Input, policy: &Policy) -> (PolicyPicture, Charts) {
    let language = input.site.settings.language;
    let metadata = &policy.metadata;
    let mut charts = Charts::default();
    let groups = duties::groups(input, policy);
    let tasks_total = groups.iter().map(|group| group.count).sum();
    let (organisations, organisations_total) = duties::shares(input, policy);
    let rest = organisations_total - organisations.len();
    let safeguards = duties::safeguards(input, policy);
    let (shape, shape_kind) = shape::of(input, policy, &groups, &mut charts);
    let address = address(input, &urls::policy(&policy.id));
    let view = PolicyPicture {
        kind: "policy".into(),
        title: title(policy),
        full_title: metadata.title.clone(),
        subtitle: subtitle(input, policy),
        issuer: metadata.issuer.clone(),
        document_number: metadata.document_number.clone().unwrap_or_default(),
        issued: days::words(metadata.issued, language),
        shape,
        shape_kind,
        goals: goals::goals(input, policy, &mut charts),
        dense: duties::dense(&groups),
        tasks_counted: duties::counted(input, tasks_total),
        tasks_total,
        groups,
        calendar: goals::calendar(input, policy),
        organisations,
        organisations_rest: match rest {
            0 => String::new(),
            n => input.theme.say("picture_more_units", &[("n", &n.to_string())]),
        },
        organisations_total,
        safeguards_short: safeguards.iter().all(|safeguard| safeguard.heading.chars().count() <= SHORT),
        safeguards,
        source: source(input, policy),
        publisher: input.site.settings.organisation.clone(),
        edition: input
            .theme
            .say("picture_edition", &[("date", &days::words(metadata.published.date, language))]),
        notice: input.site.settings.notice.clone().unwrap_or_default(),
        illustrative: match goals::promised(policy).any(goals::is_illustrative) {
            true => goals::example(language),
            false => String::new(),
        },
        qr: address.clone(),
        address,
    };
    (view, charts)
}

/// The title to be set large.
pub(super) fn title(policy: &Policy) -> String {
    policy.picture.title.as_ref().unwrap_or(&policy.metadata.short_title).clone()
}

/// The line below it: chosen, computed, or the plan's period.
fn subtitle(input: &Input, policy: &Policy) -> String {
    let language = input.site.settings.language;
    let chosen = policy.picture.subtitle.clone();
    let period = || {
        let (start, end) = policy.metadata.period?;
        Some(
            input.theme.say("plan_period", &[("start", &start.name(language)), ("end", &end.name(language))]),
        )
    };
    chosen.or_else(|| goals::sentence(input, policy)).or_else(period).unwrap_or_default()
}

/// The full title and the document number.
pub(super) fn source(input: &Input, policy: &Policy) -> String {
    let metadata = &policy.metadata;
    match &metadata.document_number {
        Some(n) => input.theme.say("picture_source_numbered", &[("title", &metadata.title), ("number", n)]),
        None => input.theme.say("picture_source", &[("title", &metadata.title)]),
    }
}

/// The full address of a page; empty without `base_url`.
pub(in crate::render) fn address(input: &Input, url: &str) -> String {
    let base = input.site.settings.base_url.as_ref();
    base.map_or(String::new(), |base| format!("{base}{}", url.trim_end_matches("index.html")))
}

/// The alternative text: chosen, else title and subtitle.
pub(super) fn alt(input: &Input, policy: &Policy, view: &PolicyPicture) -> String {
    let computed = || {
        let title = input.theme.say("picture_of", &[("title", &view.title)]);
        match view.subtitle.is_empty() {
            true => title,
            false => input.theme.say("picture_alt", &[("title", &title), ("text", &view.subtitle)]),
        }
    };
    policy.picture.alt.clone().unwrap_or_else(computed)
}
