//! The charts of a booklet: drawn in the colours of paper, letters as outlines, each with its words.

use crate::chart::{Form, Ink, Line, Paint};
use crate::font::Fonts;
use crate::picture::palette::{self, Family, Ground, Palette, Tone};
use crate::picture::qr;
use crate::render::picture::{Charts, colours};
use crate::theme::view::{BookletColours, BookletDrawing};
use std::collections::BTreeMap;

/// Where files stand; numbers, because Typst remembers every path that it ever saw.
const FOLDER: &str = "charts";

/// What a booklet is drawn with, and what came of it.
pub(super) struct Drawings<'a> {
    fonts: &'a Fonts,
    palette: Palette,
    /// The charts that a view names.
    pub(super) list: Vec<BookletDrawing>,
    /// Files by the paths under which the template finds them.
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

impl<'a> Drawings<'a> {
    pub(super) fn new(fonts: &'a Fonts, hue: palette::Hue) -> Drawings<'a> {
        Drawings { fonts, palette: Palette::of(hue), list: Vec::new(), files: BTreeMap::new() }
    }

    /// The colours, as CSS writes them. Paper is white: it is what a printer has.
    pub(super) fn colours(&self) -> BookletColours {
        let (paper, text) = (Ground::Paper, |tone| self.palette.text(tone, Ground::Paper).to_string());
        let family = |family| self.palette.family(family, paper).to_string();
        BookletColours {
            ink: text(Tone::Ink),
            muted: text(Tone::Muted),
            brand: text(Tone::Brand),
            deep: self.palette.ground(Ground::Deep).to_string(),
            paper: self.palette.ground(paper).to_string(),
            tint: self.palette.ground(Ground::Tint).to_string(),
            accent: self.palette.text(Tone::Accent, Ground::Brand).to_string(),
            grid: self.palette.rule(Tone::Muted, paper).to_string(),
            good: family(Family::Good),
            ahead: family(Family::Ahead),
            slight: family(Family::Slight),
            behind: family(Family::Behind),
            neutral: family(Family::Neutral),
        }
    }

    /// A chart of 一图读懂, drawn for a ground.
    pub(super) fn add(&mut self, charts: &Charts, id: &str, ground: Ground) {
        let piece = charts.piece(id, &self.palette, self.fonts, ground);
        let (Some(piece), Some(alt)) = (piece, charts.words(id)) else { return };
        self.put(id, svg(piece.width, piece.height, &piece.body), alt);
    }

    /// Target path against actuals, in the form that is as wide as a leaf.
    pub(super) fn line(&mut self, id: &str, line: &Line) {
        let palette = chart_on_white(&self.palette);
        let ink = Ink::Literal(Box::new(Paint { palette, fonts: self.fonts.clone() }));
        let drawn = line.svg(Form::Narrow, id, &ink);
        self.put(id, drawn, line.caption.description.clone());
    }

    /// The QR code of an address: its file; empty where the address is too long.
    pub(super) fn code(&mut self, address: &str) -> String {
        let Some((modules, data)) = qr::code(address) else { return String::new() };
        self.file(svg(modules, modules, &format!("<path d=\"{data}\"/>")))
    }

    fn put(&mut self, id: &str, svg: String, alt: String) {
        let file = self.file(svg);
        self.list.push(BookletDrawing { id: id.to_owned(), file, alt });
    }

    fn file(&mut self, svg: String) -> String {
        let path = format!("{FOLDER}/{}.svg", self.files.len());
        self.files.insert(path.clone(), svg.into_bytes());
        format!("/{path}")
    }
}

/// The colours of a chart on a white leaf: its labels stand on patches of the ground.
fn chart_on_white(palette: &Palette) -> crate::chart::Palette {
    crate::chart::Palette { paper: "#FFFFFF".into(), ..colours(palette, Ground::Paper) }
}

fn svg(width: f32, height: f32, body: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">{body}</svg>")
}
