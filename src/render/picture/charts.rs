//! The charts that a view names, as data until layout says on which ground each will stand.

use crate::chart::{self, Bars, Beads, COLUMN, Caption, Line, Paint, Pieces, Ring, Steps, Timeline};
use crate::font::Fonts;
use crate::model::{Indicator, Language};
use crate::picture::palette::{Family, Ground, Palette, Tone};
use crate::progress::{self, Standing};
use crate::render::{Input, charts};
use std::collections::BTreeMap;

/// The size of a ring in px of the canvas; layout may draw it smaller.
const RING: f64 = 264.0;

/// One chart.
pub(super) enum Chart {
    /// How much is due and attained.
    Ring(Ring),
    /// Target path against actuals.
    Line(Box<Line>),
    /// Organisations compared.
    Bars(Bars),
    /// The way to a goal.
    Timeline(Timeline),
    /// The banner's shape: a baseline, and how many times it the target is.
    Pieces(Pieces),
    /// The banner's shape without a baseline: dated targets.
    Steps(Steps),
    /// The banner's shape without figures: tasks.
    Beads(Beads),
}

/// The charts of a view, by the ids under which it names them.
#[derive(Default)]
pub(in crate::render) struct Charts(BTreeMap<String, Chart>);

impl Charts {
    /// Keeps a chart under its id; the id is empty where there is nothing to draw.
    pub(super) fn add(&mut self, id: &str, chart: Option<Chart>) -> String {
        match chart {
            Some(chart) => {
                self.0.insert(id.to_owned(), chart);
                id.to_owned()
            }
            None => String::new(),
        }
    }

    /// A chart, drawn for a ground.
    pub(in crate::render) fn piece(
        &self,
        id: &str,
        palette: &Palette,
        fonts: &Fonts,
        ground: Ground,
    ) -> Option<chart::Piece> {
        let paint = Paint { palette: colours(palette, ground), fonts: fonts.clone() };
        match self.0.get(id)? {
            Chart::Ring(ring) => Some(ring.piece(RING, &paint)),
            Chart::Line(line) => Some(line.piece(&paint)),
            Chart::Bars(bars) => Some(bars.piece(&paint)),
            Chart::Timeline(timeline) => timeline.piece(COLUMN, &paint),
            Chart::Pieces(pieces) => pieces.piece(COLUMN, &paint),
            Chart::Steps(steps) => steps.piece(COLUMN, &paint),
            Chart::Beads(beads) => beads.piece(COLUMN, &paint),
        }
    }

    /// What a chart says, in words.
    pub(in crate::render) fn words(&self, id: &str) -> Option<String> {
        let caption = match self.0.get(id)? {
            Chart::Ring(ring) => &ring.caption,
            Chart::Line(line) => &line.caption,
            Chart::Bars(bars) => &bars.caption,
            Chart::Timeline(timeline) => &timeline.caption,
            Chart::Pieces(pieces) => &pieces.caption,
            Chart::Steps(steps) => &steps.caption,
            Chart::Beads(beads) => &beads.caption,
        };
        Some(caption.description.clone())
    }
}

/// The colours of a chart on a ground of a picture.
pub(in crate::render) fn colours(palette: &Palette, ground: Ground) -> chart::Palette {
    let text = |tone| palette.text(tone, ground).to_string();
    let family = |family| palette.family(family, ground).to_string();
    chart::Palette {
        ink: text(Tone::Ink),
        muted: text(Tone::Muted),
        brand: text(Tone::Brand),
        paper: palette.ground(ground).to_string(),
        tint: palette.track(ground).to_string(),
        grid: palette.rule(Tone::Muted, ground).to_string(),
        on: family(Family::Good),
        ahead: family(Family::Ahead),
        slow: family(Family::Slight),
        behind: family(Family::Behind),
        neutral: family(Family::Neutral),
    }
}

/// The ring of an indicator; none where nothing is judged by a path.
pub(super) fn ring(indicator: &Indicator, standing: &Standing, language: Language) -> Option<Chart> {
    let caption = Caption {
        title: indicator.name.clone(),
        description: progress::sentence(indicator, standing, language),
        example: None,
    };
    Some(Chart::Ring(Ring { caption, due: standing.due, attained: standing.attained? }))
}

/// Target path against actuals; none where there is nothing to draw.
pub(super) fn line(input: &Input, indicator: &Indicator, standing: &Standing) -> Option<Chart> {
    charts::line_of(input, indicator, standing).map(|line| Chart::Line(Box::new(line)))
}
