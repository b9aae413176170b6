//! From a view to a drawing: the theme's templates write boxes, the engine draws them, and what is wrong
//! with them is told with the template and the content.

use super::charts::Charts;
use crate::diagnostic::catalogue::picture as content_code;
use crate::diagnostic::catalogue::theme as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::font::Fonts;
use crate::model::{Hue, Policy};
use crate::picture::palette::{self, Palette};
use crate::picture::{self, Block, Canvas, Drawing, Fault, Piece, Studio, What};
use crate::plan::Job;
use crate::render::{Input, address, with_content};
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// So many characters of a text name it.
const NAMED: usize = 24;

/// What the pictures of a policy are drawn with.
pub(super) struct Easel<'a> {
    input: &'a Input<'a>,
    job: &'a Job,
    fonts: &'a Fonts,
    palette: Palette,
    charts: Charts,
    /// Letters that no font has, of all drawings.
    missing: RefCell<BTreeSet<char>>,
}

impl<'a> Easel<'a> {
    /// In the hue that the policy asks for.
    pub(super) fn new(
        (input, job): (&'a Input<'a>, &'a Job),
        fonts: &'a Fonts,
        policy: &Policy,
        charts: Charts,
    ) -> Easel<'a> {
        let hue = match policy.picture.hue {
            Hue::Red => palette::Hue::Red,
            Hue::Blue => palette::Hue::Blue,
        };
        Easel { input, job, fonts, palette: Palette::of(hue), charts, missing: RefCell::default() }
    }

    /// In black on white.
    pub(super) fn in_black(self) -> Easel<'a> {
        Easel { palette: Palette::of(palette::Hue::Mono), ..self }
    }

    /// The boxes that templates write of a view: a block each. None where one of them is wrong, which was
    /// reported.
    pub(super) fn blocks<V: Serialize>(
        &self,
        templates: &[String],
        view: &V,
        d: &mut Diagnostics,
    ) -> Option<Vec<Block>> {
        let blocks: Vec<Result<Option<Block>, ()>> =
            templates.iter().map(|template| self.block(template, view, d)).collect();
        let blocks: Result<Vec<Option<Block>>, ()> = blocks.into_iter().collect();
        Some(blocks.ok()?.into_iter().flatten().collect())
    }

    /// One block; none where the theme has no such template. Mistakes were reported.
    fn block<V: Serialize>(
        &self,
        template: &str,
        view: &V,
        d: &mut Diagnostics,
    ) -> Result<Option<Block>, ()> {
        let text = match self.input.theme.boxes(template, view) {
            Ok(Some(text)) => text,
            Ok(None) => return Ok(None),
            Err(problem) => {
                d.push(with_content(problem.with("page", address(self.input, self.job)), self.job));
                return Err(());
            }
        };
        match picture::parse(template, &legible(text)) {
            Ok(tree) => Ok(Some(Block { name: template.to_owned(), tree })),
            Err(faults) => {
                faults.iter().for_each(|fault| d.push(self.told(fault)));
                Err(())
            }
        }
    }

    /// Draws blocks. None where one of them is wrong, which was reported.
    pub(super) fn draw(&self, blocks: &[Block], canvas: &Canvas, d: &mut Diagnostics) -> Option<Drawing> {
        let charts = |id: &str, ground| {
            let piece = self.charts.piece(id, &self.palette, self.fonts, ground)?;
            self.missing.borrow_mut().extend(&piece.missing);
            Some(Piece { svg: piece.body, width: piece.width, height: piece.height })
        };
        let studio = Studio {
            fonts: self.fonts,
            palette: &self.palette,
            icons: &|name| self.input.theme.icon(name),
            charts: &charts,
            words: &|id| self.charts.words(id),
        };
        let drawing = picture::draw(blocks, canvas, &studio);
        self.missing.borrow_mut().extend(&drawing.missing);
        let (large, wrong): (Vec<&Fault>, Vec<&Fault>) =
            drawing.faults.iter().partition(|fault| matches!(fault.what, What::High { .. } | What::Wide(_)));
        // Where one of a row finds no room, its neighbours find none either: the first is told.
        let mut told = Vec::new();
        for fault in large {
            if !told.contains(&std::mem::discriminant(&fault.what)) {
                told.push(std::mem::discriminant(&fault.what));
                self.too_large(fault).into_iter().for_each(|problem| d.push(problem));
            }
        }
        wrong.iter().for_each(|fault| d.push(self.told(fault)));
        wrong.is_empty().then_some(drawing)
    }

    /// What a chart says, in words.
    pub(super) fn words(&self, id: &str) -> Option<String> {
        self.charts.words(id)
    }

    /// The letters that no font has, of all that was drawn.
    pub(super) fn missing(&self) -> BTreeSet<char> {
        self.missing.borrow().clone()
    }

    /// More than a picture should hold, which is no mistake of a template; it is drawn all the same.
    fn too_large(&self, fault: &Fault) -> Option<Diagnostic> {
        let problem = match &fault.what {
            What::High { height, most } => {
                Diagnostic::nowhere(content_code::TOO_HIGH).with("height", height).with("most", most)
            }
            What::Wide(words) => Diagnostic::nowhere(content_code::TOO_WIDE).with("words", brief(words)),
            _ => return None,
        };
        Some(Diagnostic { place: self.job.asked_by, ..problem.with("page", address(self.input, self.job)) })
    }

    /// A mistake of boxes: the template, what it wrote, the content that was being drawn.
    fn told(&self, fault: &Fault) -> Diagnostic {
        let problem = match self.input.theme.template(&fault.block) {
            Some(place) => Diagnostic::at(code::PAGE_BOXES, place),
            None => Diagnostic::nowhere(code::PAGE_BOXES),
        };
        let problem = problem
            .with("line", fault.line)
            .with("what_zh", fault.what.chinese())
            .with("what_en", fault.what.english())
            .with("page", address(self.input, self.job));
        with_content(problem, self.job)
    }
}

/// The beginning of a text, to name it by.
fn brief(words: &str) -> String {
    match words.char_indices().nth(NAMED) {
        Some((end, _)) => format!("{}……", &words[..end]),
        None => words.to_owned(),
    }
}

/// Without the characters that XML forbids, such as the line break of Word (U+000B): nobody sees them in a
/// text, and a page has them too.
fn legible(text: String) -> String {
    let forbidden =
        |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if text.contains(forbidden) { text.replace(forbidden, "") } else { text }
}
