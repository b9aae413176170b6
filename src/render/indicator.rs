//! The page of one indicator: chart, table, definition, verdicts, and how its status was computed.

use super::page::{self, Draft};
use super::shared::Shared;
use super::{
    Input, card, charts, days, embed, policy as policy_page, progress as progress_page, table, words,
};
use crate::model::{Frequency, Indicator, Kind, Quality, Resets, number};
use crate::plan::{ChartOf, Job, urls};
use crate::progress::{self, Standing, Status};
use crate::theme::view::{Computed, EmbedView, HistoryRow, IndicatorPage, Link, PageView};

/// The page and its view.
pub(super) fn view(
    input: &Input,
    shared: &Shared,
    job: &Job,
    n: usize,
    i: usize,
) -> (PageView, IndicatorPage) {
    let (policy, assessment) = input.policy(n);
    let language = input.site.settings.language;
    let (indicator, standing) = (&policy.indicators[i], &assessment.standings[i]);
    let card = shared.card(input, i).clone();
    let own_due = progress_page::next_due(input, standing);
    let neighbour = |i: Option<usize>| {
        i.and_then(|i| policy.indicators.get(i)).map(|indicator| Link {
            title: indicator.name.clone(),
            url: urls::indicator(&policy.id, &indicator.id),
        })
    };
    let view = IndicatorPage {
        policy: policy_page::way(input, policy),
        previous: neighbour(i.checked_sub(1)),
        next: neighbour(Some(i + 1)),
        definition: indicator.definition.clone().unwrap_or_default(),
        source: indicator.source.clone().unwrap_or_default(),
        owner: indicator.owner.map(|ix| words::organisation(input, ix)),
        frequency: indicator.frequency.map_or(String::new(), |f| frequency(input, f)),
        baseline: baseline(input, indicator),
        kind: input.theme.say(kind(indicator.kind), &[]),
        clauses: indicator.serves.iter().map(|ix| words::clause(policy, *ix)).collect(),
        same_as: indicator.same_as.as_ref().and_then(|other| {
            let policy = input.site.policy(&other.policy)?;
            Some(Link {
                title: policy.metadata.short_title.clone(),
                url: urls::indicator(&other.policy, &other.indicator),
            })
        }),
        targets: card::targets(input, indicator, standing),
        chart: shared.chart(input, i).cloned(),
        strip: charts::strip(input, indicator, standing, &card::id(policy, indicator)),
        computed: computed(input, indicator, standing),
        history: history(input, indicator, standing),
        breakdowns: standing
            .breakdowns
            .iter()
            .enumerate()
            .map(|(n, at)| table::view(input, policy, indicator, n, at))
            .collect(),
        next_due: own_due.map(|date| days::day(date, language)),
        embeds: Vec::new(),
        card,
    };
    let view = IndicatorPage { embeds: embeds(input, (n, i), &view), ..view };
    let mut downloads = policy_page::data_links(input, policy);
    if !indicator.figures.is_empty() {
        let title = input.theme.say("download_csv", &[]);
        downloads.push(Link { title, url: urls::figures_csv(&policy.id, &indicator.id) });
    }
    let draft = Draft {
        kind: "indicator",
        step: indicator.name.clone(),
        title: input
            .theme
            .say("indicator_page", &[("name", &indicator.name), ("title", &policy.metadata.short_title)]),
        description: view.card.sentence.clone(),
        way: policy_page::way_to_progress(input, policy),
        as_of: standing.newest.map(|n| indicator.figures[n].as_of),
        next_due: own_due,
        downloads,
        ..progress_page::reporting(input, policy, assessment)
    };
    (page::page(input, job, draft), view)
}

/// What other sites may show of it: its own chart, and those of its breakdowns.
fn embeds(input: &Input, (n, i): (usize, usize), view: &IndicatorPage) -> Vec<EmbedView> {
    let of = |breakdown| ChartOf { policy: n, indicator: i, breakdown };
    let own = view.chart.iter().map(|chart| (None, (&*chart.title, &*view.card.sentence)));
    let rows = view.breakdowns.iter().enumerate().filter_map(|(b, breakdown)| {
        let chart = breakdown.chart.as_ref()?;
        Some((Some(b), (&*chart.title, &*breakdown.note)))
    });
    own.chain(rows).map(|(breakdown, told)| embed::offer(input, of(breakdown), told)).collect()
}

/// The key of a kind in words.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Level => "kind_level",
        Kind::Cumulative(Resets::Yearly) => "kind_cumulative_yearly",
        Kind::Cumulative(Resets::Never) => "kind_cumulative",
        Kind::KeepAtLeast => "kind_keep_at_least",
        Kind::KeepAtMost => "kind_keep_at_most",
        Kind::Milestone => "kind_milestone",
        Kind::Trend(_) => "kind_trend",
    }
}

/// How often it is reported.
fn frequency(input: &Input, frequency: Frequency) -> String {
    let key = match frequency {
        Frequency::Monthly => "frequency_monthly",
        Frequency::Quarterly => "frequency_quarterly",
        Frequency::Yearly => "frequency_yearly",
    };
    input.theme.say(key, &[])
}

/// `2022年底100家（示例）`; empty where it was not published.
fn baseline(input: &Input, indicator: &Indicator) -> String {
    let Some(baseline) = indicator.baseline else { return String::new() };
    let text = progress::baseline_words(&baseline, &indicator.unit, input.site.settings.language);
    match words::quality(input, baseline.quality) {
        Some(mark) => input.theme.say("with_mark", &[("text", &text), ("mark", &mark.word)]),
        None => text,
    }
}

/// Every figure, newest first, with the path and the status after it.
fn history(input: &Input, indicator: &Indicator, standing: &Standing) -> Vec<HistoryRow> {
    let language = input.site.settings.language;
    let upto = standing.newest.map_or(0, |n| n + 1);
    let mut rows: Vec<HistoryRow> = indicator.figures[..upto]
        .iter()
        .map(|figure| {
            let planned = standing.path.at(figure.period.last());
            let status =
                standing.history.iter().find(|(period, _)| *period == figure.period).map(|(_, s)| *s);
            let mut marks = Vec::new();
            if figure.quality != Quality::Illustrative {
                marks.extend(words::quality(input, figure.quality));
            }
            marks.extend(figure.was().map(|was| words::revised(input, was)));
            let round = |value: f64| (value * 10.0).round() / 10.0;
            HistoryRow {
                period: figure.period.name(language),
                value: number(figure.value),
                planned: planned.map_or(String::new(), |planned| number(round(planned))),
                gap: planned.map_or(String::new(), |planned| words::signed(round(figure.value - planned))),
                status: words::chip(status.unwrap_or(Status::NoData), language),
                marks,
            }
        })
        .collect();
    rows.reverse();
    rows
}

/// How the status was computed, step by step.
fn computed(input: &Input, indicator: &Indicator, standing: &Standing) -> Vec<Computed> {
    let settings = &input.site.settings;
    let steps = progress::working(indicator, standing, &settings.bands, settings.language);
    let line =
        |step: progress::Step| Computed { name: step.name.to_owned(), value: step.value, how: step.how };
    steps.into_iter().map(line).collect()
}
