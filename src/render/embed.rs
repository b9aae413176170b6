//! Charts that other sites show: a small page for a frame, and the lines to copy.

use super::page::{self, Draft};
use super::shared::Shared;
use super::{Input, charts, policy as policy_page, progress as progress_page, table};
use crate::plan::downloads::ChartOf;
use crate::plan::{Job, urls};
use crate::theme::view::{ChartView, EmbedPage, EmbedView, Link, PageView};

/// The heights of a frame in which a chart, its sentence and its source have room, in CSS px.
const LINE: usize = 680;
const BARS: usize = 480;
/// The height of a row of bars.
const ROW: usize = 37;

/// The page and its view; none where there is nothing to draw.
pub(super) fn view(input: &Input, shared: &Shared, job: &Job, of: ChartOf) -> Option<(PageView, EmbedPage)> {
    let (policy, assessment) = input.policy(of.policy);
    let (indicator, standing) = (&policy.indicators[of.indicator], &assessment.standings[of.indicator]);
    let page = urls::indicator(&policy.id, &indicator.id);
    let (chart, url, as_of) = match of.breakdown {
        None => {
            let as_of = standing.newest.map(|n| indicator.figures[n].as_of);
            let sentence = shared.card(input, of.indicator).sentence.clone();
            (ChartView { sentence, ..shared.chart(input, of.indicator)?.clone() }, page, as_of)
        }
        Some(b) => {
            let (breakdown, at) = (&indicator.breakdowns[b], &standing.breakdowns[b]);
            let id = table::id(indicator, breakdown);
            let chart = charts::bars(input, indicator, breakdown, at, &format!("bars-{id}"))?;
            let sentence = table::note(input, indicator, at);
            (ChartView { sentence, ..chart }, format!("{page}#{id}"), day(breakdown, at.period))
        }
    };
    let source = Link { title: input.theme.say("embed_source", &[]), url };
    let draft = Draft {
        kind: "embed",
        title: chart.title.clone(),
        description: chart.sentence.clone(),
        as_of,
        ..progress_page::reporting(input, policy, assessment)
    };
    let view = EmbedPage { chart, policy: policy_page::way(input, policy), source };
    Some((page::page(input, job, draft), view))
}

/// The day of the newest figures of a breakdown.
pub(super) fn day(
    breakdown: &crate::model::Breakdown,
    period: Option<crate::model::Period>,
) -> Option<jiff::civil::Date> {
    let newest = breakdown.rows.iter().flat_map(|row| &row.figures);
    newest.filter(|figure| Some(figure.period) == period).map(|figure| figure.as_of).max()
}

/// What the page of an indicator offers of one of its charts, told under this title with these words.
pub(super) fn offer(input: &Input, of: ChartOf, (title, sentence): (&str, &str)) -> EmbedView {
    let policy = input.policy(of.policy).0;
    let indicator = &policy.indicators[of.indicator];
    let height = match of.breakdown {
        None => LINE,
        Some(b) => BARS + ROW * indicator.breakdowns[b].rows.len(),
    };
    let svg = of.url(policy, "chart.svg");
    let png = of.url(policy, "chart.png");
    let page = of.url(policy, "embed/index.html");
    let made = input.plan.job(&svg).is_some();
    let base = input.site.settings.base_url.as_deref();
    let address = |url: &str| {
        let folder = input.site.settings.folder();
        match base {
            Some(base) => format!("{base}{}", url.trim_end_matches("index.html")),
            None => format!("{}/{folder}{url}", input.theme.say("embed_address", &[])),
        }
    };
    let source = address(&urls::indicator(&policy.id, &indicator.id));
    // The words stand beside the frame, not in it: nothing is shown of what stands in a frame, and a portal that takes
    // frames out keeps them.
    let snippet = format!(
        "<figure>\n<iframe src=\"{}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" style=\"border:0\"></iframe>\n<figcaption><a href=\"{}\">{title}</a>{}{sentence}</figcaption>\n</figure>",
        escape(&address(&page)),
        escape(&source),
        input.theme.say("colon", &[]),
        title = escape(title),
        sentence = escape(sentence),
    );
    EmbedView {
        title: title.to_owned(),
        png: if made { png } else { String::new() },
        svg: if made { svg } else { String::new() },
        page,
        snippet,
        unaddressed: base.is_none(),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
