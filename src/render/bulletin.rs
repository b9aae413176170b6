//! A bulletin: what one period file reported, as it stood on that day.

use super::page::{self, Draft};
use super::{Input, clause, days, links, policy as policy_page, progress as progress_page, summary, words};
use crate::diagnostic::Diagnostics;
use crate::model::{Figure, Period, Policy, number};
use crate::plan::{Job, urls};
use crate::progress;
use crate::theme::view::{BulletinView, Field, Link, PageView};

/// The page and its view.
pub(super) fn view(
    input: &Input,
    job: &Job,
    n: usize,
    r: usize,
    d: &mut Diagnostics,
) -> (PageView, BulletinView) {
    let language = input.site.settings.language;
    let policy = input.policy(n).0;
    let report = &policy.reports[r];
    // As it stood: later figures are as if not yet written; corrections since are shown as what they are.
    let assessment = progress::assess(policy, report.as_of, &input.site.settings.bands);
    let title = input.theme.say(
        "bulletin_page",
        &[("title", &policy.metadata.short_title), ("period", &report.period.name(language))],
    );
    let source = format!("content/policies/{}/progress/{}.yaml", policy.id, report.period);
    let from = links::From { source: &source, page: &job.path, place: report.place };
    let of_period = |figures: &[Figure]| figures.iter().any(|figure| figure.period == report.period);
    let mut breakdowns = Vec::new();
    for (indicator, standing) in policy.indicators.iter().zip(&assessment.standings) {
        for (b, at) in standing.breakdowns.iter().enumerate() {
            if indicator.breakdowns[b].rows.iter().any(|row| of_period(&row.figures)) {
                breakdowns.push(summary::view(input, policy, indicator, b, at));
            }
        }
    }
    let mut clauses: Vec<_> =
        policy.statements.iter().filter(|s| s.period == report.period).map(|s| s.clause).collect();
    clauses.sort();
    clauses.dedup();
    let neighbour = |r: Option<usize>| {
        r.and_then(|r| policy.reports.get(r)).map(|report| link(input, policy, report.period))
    };
    let view = BulletinView {
        head: policy_page::head(input, policy),
        period: report.period.name(language),
        summary: report
            .summary
            .as_deref()
            .map(|text| links::rewrite(input, text, &from, d))
            .unwrap_or_default(),
        marks: words::quality(input, report.quality).into_iter().collect(),
        counts: progress_page::counts(input, [(policy, &assessment)], progress::Over::OnePolicy),
        indicators: progress_page::cards(input, policy, &assessment),
        clauses: clauses.into_iter().map(|ix| clause::brief(input, policy, &assessment, ix)).collect(),
        breakdowns,
        revisions: revisions(input, policy, report.period),
        picture_url: input.plan.made(urls::progress_picture(&policy.id, report.period)),
        previous: neighbour(r.checked_sub(1)),
        next: neighbour(Some(r + 1)),
    };
    let draft = Draft {
        kind: "bulletin",
        step: link(input, policy, report.period).title,
        description: view.indicators.first().map_or(title.clone(), |card| card.sentence.clone()),
        title,
        way: policy_page::way_to_progress(input, policy),
        published: report.published,
        as_of: Some(report.as_of),
        ..progress_page::reporting(input, policy, input.policy(n).1)
    };
    (page::page(input, job, draft), view)
}

/// A bulletin as a link.
pub(super) fn link(input: &Input, policy: &Policy, period: Period) -> Link {
    let period_name = period.name(input.site.settings.language);
    Link {
        title: input.theme.say("bulletin_of", &[("period", &period_name)]),
        url: urls::bulletin(&policy.id, period),
    }
}

/// Figures of this period that were corrected: what, old and new.
fn revisions(input: &Input, policy: &Policy, period: Period) -> Vec<Field> {
    let language = input.site.settings.language;
    let mut all = Vec::new();
    for indicator in &policy.indicators {
        for figure in indicator.figures.iter().filter(|figure| figure.period == period) {
            let Some((was, on)) = figure.was() else { continue };
            let (old, new) = (number(was), number(figure.value));
            let on = on.map_or(String::new(), |on| days::words(on, language));
            let note = figure.note().unwrap_or_default();
            let blanks = [("old", &*old), ("new", &*new), ("unit", &*indicator.unit), ("date", &*on)];
            let mut value = input.theme.say("revision", &blanks);
            if !note.is_empty() {
                value = input.theme.say("revision_why", &[("revision", &value), ("why", note)]);
            }
            all.push(Field { label: indicator.name.clone(), value });
        }
    }
    all
}
