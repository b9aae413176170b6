//! A chart as a file that stands alone: its title, what it says, where it comes from, how old it is and the notice are
//! inside, because a picture travels without its page.

use super::charts::{self, Chart, Charts};
use super::easel::Easel;
use super::files::{Files, inputs};
use super::letters;
use crate::diagnostic::Diagnostics;
use crate::font::Fonts;
use crate::model::Policy;
use crate::picture::raster::Plate;
use crate::picture::{Canvas, Height};
use crate::plan::{ChartOf, Job};
use crate::render::{Input, Sink, charts as site_charts, days, embed, table};
use crate::theme::view::{ChartPicture, PageView};
use std::io;

/// The width of the canvas in px, as of every picture, and that of the PNG.
const WIDTH: f32 = 1080.0;
const PNG: u32 = 1200;

/// The template.
const TEMPLATE: &str = "picture/chart.xml";

/// Makes the SVG and the PNG.
pub(in crate::render) fn make(
    (input, fonts, job, sink): (&Input, &Fonts, &Job, &dyn Sink),
    of: ChartOf,
    d: &mut Diagnostics,
) -> io::Result<()> {
    let policy = input.policy(of.policy).0;
    let mut charts = Charts::default();
    let Some(view) = view(input, policy, of, &mut charts) else { return Ok(()) };
    let easel = Easel::new((input, job), fonts, policy, charts);
    let Some(blocks) = easel.blocks(&[TEMPLATE.to_owned()], &view, d) else { return Ok(()) };
    let canvas = Canvas { width: WIDTH, height: Height::Free { most: f32::INFINITY } };
    let Some(drawing) = easel.draw(&blocks, &canvas, d) else { return Ok(()) };
    letters::report(input, policy, &easel.missing(), d);
    let folder = job.path.replace("chart.svg", "index.html");
    let files = Files { sink, page: &folder };
    files.dear("chart.png", inputs(&drawing.svg, "chart.png"), || {
        let raster = Plate::read(&drawing.svg).and_then(|plate| plate.draw(PNG));
        raster.map(|raster| raster.png()).unwrap_or_default()
    })?;
    files.put("chart.svg", drawing.svg.into_bytes())
}

/// What its template gets, as JSON; `input` has a theme that shows views.
pub(in crate::render) fn given(input: &Input, of: ChartOf) -> Option<String> {
    let view = view(input, input.policy(of.policy).0, of, &mut Charts::default())?;
    let shown = input.theme.render_beside(TEMPLATE, &PageView::default(), ("", &()), &view);
    String::from_utf8(shown.ok()?).ok()
}

/// What its template gets; none where there is nothing to draw.
fn view(input: &Input, policy: &Policy, of: ChartOf, charts: &mut Charts) -> Option<ChartPicture> {
    let settings = &input.site.settings;
    let language = settings.language;
    let assessment = input.policy(of.policy).1;
    let (indicator, standing) = (&policy.indicators[of.indicator], &assessment.standings[of.indicator]);
    let (title, chart, sentence, as_of) = match of.breakdown {
        None => {
            let line = site_charts::line_of(input, indicator, standing)?;
            let (title, sentence) = (line.caption.title.clone(), line.caption.description.clone());
            let as_of = standing.newest.map(|n| indicator.figures[n].as_of);
            (title, charts::line(input, indicator, standing), sentence, as_of)
        }
        Some(b) => {
            let (breakdown, at) = (&indicator.breakdowns[b], &standing.breakdowns[b]);
            let bars = site_charts::bars_of(input, indicator, breakdown, at)?;
            let title = bars.caption.title.clone();
            let note = table::note(input, indicator, at);
            (title, Some(Chart::Bars(bars)), note, embed::day(breakdown, at.period))
        }
    };
    let metadata = &policy.metadata;
    Some(ChartPicture {
        kind: "chart".into(),
        title,
        chart: charts.add("chart", chart),
        sentence,
        source: match &metadata.document_number {
            Some(number) => {
                input.theme.say("picture_source_numbered", &[("title", &metadata.title), ("number", number)])
            }
            None => input.theme.say("picture_source", &[("title", &metadata.title)]),
        },
        as_of: as_of.map_or(String::new(), |date| {
            input.theme.say("picture_as_of", &[("date", &days::words(date, language))])
        }),
        publisher: settings.organisation.clone(),
        notice: settings.notice.clone().unwrap_or_default(),
    })
}
