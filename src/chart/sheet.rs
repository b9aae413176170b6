//! The sheet on which the kinds of chart draw: pixels in, plotters inside, a whole `<svg>` out.

use super::backend::{Pen, Tenths, escape};
use super::ink::Rules;
use super::slot::Slot;
use super::{COLUMN, Caption, Form, Ink, Paint, Piece};
use crate::font::{self, Weight};
use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, PathElement, Polygon, Rectangle};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::rc::Rc;

/// A point, in pixels from the upper left.
pub(super) type Point = (f64, f64);

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing surface.
pub(super) struct Sheet<'a> {
    pen: Rc<RefCell<Pen<'a>>>,
    /// plotters' view of it, in tenths of a pixel.
    pub(super) area: DrawingArea<Pen<'a>, Shift>,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Pixels of the file for one of the chart.
    scale: f64,
    /// Where figures stand, in the order in which a page tells them.
    points: RefCell<Vec<Point>>,
}

/// The size of type of names and quiet labels.
pub(super) const TYPE: f64 = 13.0;

/// The floor of type in a picture.
pub(super) const FLOOR: f64 = 42.0;

impl Form {
    /// The width in which a chart of this form is composed, in pixels at a size of type of 13. One for a picture is then
    /// enlarged to [`COLUMN`].
    pub fn width(self) -> f64 {
        match self {
            Form::Wide => 720.0,
            Form::Narrow => 360.0,
            Form::Picture => COLUMN * TYPE / FLOOR,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Form::Wide => " chart-wide",
            Form::Narrow => " chart-narrow",
            Form::Picture => " chart-picture",
        }
    }
}

impl<'a> Sheet<'a> {
    /// For a chart of a form.
    pub(super) fn new(form: Form, width: f64, height: f64, paint: Option<&'a Paint>) -> Self {
        let (scale, rules) = match form {
            Form::Wide | Form::Narrow => (1.0, Rules::Page),
            Form::Picture => (FLOOR / TYPE, Rules::Picture),
        };
        Sheet::of((width, height), scale, paint.map(|paint| (paint, rules)))
    }

    /// For a chart that is made for pictures only: pixels of the canvas.
    pub(super) fn canvas(width: f64, height: f64, paint: &'a Paint) -> Self {
        Sheet::of((width, height), 1.0, Some((paint, Rules::Bare)))
    }

    fn of((width, height): Point, scale: f64, paint: Option<(&'a Paint, Rules)>) -> Self {
        let base = tenths(TYPE * scale);
        let pen = Pen::new(tenths(width * scale), tenths(height * scale), base, paint);
        let pen = Rc::new(RefCell::new(pen));
        let area = DrawingArea::from(&pen);
        Sheet { pen, area, width, height, scale, points: RefCell::default() }
    }

    pub(super) fn line(&self, slot: Slot, points: &[Point]) {
        if points.len() > 1 {
            let points: Vec<_> = points.iter().map(|&p| self.unit(p)).collect();
            drawn(self.area.draw(&PathElement::new(points, slot)));
        }
    }

    pub(super) fn polygon(&self, slot: Slot, corners: &[Point]) {
        let corners: Vec<_> = corners.iter().map(|&p| self.unit(p)).collect();
        drawn(self.area.draw(&Polygon::new(corners, slot)));
    }

    pub(super) fn rect(&self, slot: Slot, from: Point, to: Point) {
        drawn(self.area.draw(&Rectangle::new([self.unit(from), self.unit(to)], slot.filled())));
    }

    pub(super) fn dot(&self, slot: Slot, at: Point, radius: f64) {
        drawn(self.area.draw(&Circle::new(self.unit(at), tenths(radius * self.scale), slot.filled())));
    }

    /// A line of text of [`TYPE`]; the point is on the baseline.
    pub(super) fn text(&self, slot: Slot, at: Point, anchor: Anchor, text: &str) {
        self.text_of(slot, TYPE, at, anchor, text);
    }

    pub(super) fn text_of(&self, slot: Slot, size: f64, at: Point, anchor: Anchor, text: &str) {
        let style = if slot == Slot::Strong { FontStyle::Bold } else { FontStyle::Normal };
        let h_pos = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, size * self.scale * 10.0, style),
            color: slot.to_backend_color(),
            pos: Pos::new(h_pos, VPos::Bottom),
        };
        drawn(self.area.draw_text(text, &style, self.unit(at)));
    }

    fn unit(&self, (x, y): Point) -> (i32, i32) {
        (tenths(x * self.scale), tenths(y * self.scale))
    }

    /// A figure stands here; the page's script tells it to whoever points at it.
    pub(super) fn point(&self, at: Point) {
        self.points.borrow_mut().push(at);
    }

    /// The next shape says this when pointed at.
    pub(super) fn title(&self, text: &str) {
        self.pen.borrow_mut().title(text);
    }

    /// The whole chart.
    pub(super) fn svg(self, kind: &str, form: Option<Form>, id: &str, frame: (&Caption, &Ink)) -> String {
        let size = (self.width * self.scale, self.height * self.scale);
        let type_size = TYPE * self.scale;
        let points = self.points.take();
        let (body, _) = self.finish();
        whole(kind, form, (size, type_size), id, frame, (&body, &points))
    }

    /// What was drawn, and the letters in it that no font has.
    pub(super) fn finish(self) -> (String, BTreeSet<char>) {
        self.pen.borrow_mut().finish()
    }

    /// The chart as a part of a picture.
    pub(super) fn piece(self, caption: &Caption) -> Piece {
        let size = (self.width * self.scale, self.height * self.scale);
        let (body, missing) = self.finish();
        piece(caption, size, &body, missing)
    }
}

/// A body with its names, as a part of a picture.
pub(super) fn piece(caption: &Caption, (width, height): Point, body: &str, missing: BTreeSet<char>) -> Piece {
    let caption = Caption { title: caption.title.clone(), description: describe(caption), example: None };
    let mut out = String::with_capacity(body.len() + 200);
    out.push_str("<g role=\"img\"><title>");
    escape(&caption.title, &mut out);
    out.push_str("</title>");
    if !caption.description.is_empty() {
        out.push_str("<desc>");
        escape(&caption.description, &mut out);
        out.push_str("</desc>");
    }
    out.extend([body, "</g>"]);
    Piece { body: out, width: width as f32, height: height as f32, missing, caption }
}

/// The root around a body: names and description.
pub(super) fn whole(
    kind: &str,
    form: Option<Form>,
    ((width, height), size): (Point, f64),
    id: &str,
    (caption, ink): (&Caption, &Ink),
    (body, points): (&str, &[Point]),
) -> String {
    let mut prefix = String::new();
    escape(&id.replace(char::is_whitespace, "-"), &mut prefix);
    let mut out = format!("<svg class=\"chart chart-{kind}{}\"", form.map_or("", Form::class));
    if let Ink::Literal(_) = ink {
        out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
    }
    let description = describe(caption);
    let described = if description.is_empty() { String::new() } else { format!(" {prefix}-d") };
    let _ = write!(
        out,
        " role=\"img\" aria-labelledby=\"{prefix}-t{described}\" viewBox=\"0 0 {} {}\"",
        Tenths(tenths(width)),
        Tenths(tenths(height)),
    );
    if let Ink::Classes = ink {
        let _ = write!(out, " font-size=\"{}\"", Tenths(tenths(size)));
        if !points.is_empty() {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.0} {y:.0}")).collect();
            let _ = write!(out, " data-at=\"{}\"", points.join(" "));
        }
    }
    let _ = write!(out, "><title id=\"{prefix}-t\">");
    escape(&caption.title, &mut out);
    out.push_str("</title>");
    if !description.is_empty() {
        let _ = write!(out, "<desc id=\"{prefix}-d\">");
        escape(&description, &mut out);
        out.push_str("</desc>");
    }
    out.push_str(body);
    out.push_str("</svg>");
    out
}

/// The width of a text in pixels, with some room for fonts that are wider than ours.
pub(super) fn width_of(text: &str, size: f64, slot: Slot) -> f64 {
    let weight = if slot == Slot::Strong { Weight::Bold } else { Weight::Regular };
    f64::from(font::measure(text, size as f32, weight)) * 1.04
}

/// How far a line that begins with an opening mark hangs to the left, so that its first character stands at the edge.
pub(super) fn hang(line: &str, size: f64) -> f64 {
    if line.starts_with(['“', '‘', '《', '（', '「', '『', '【', '〔']) { size / 2.0 } else { 0.0 }
}

/// Pixels to tenths; whatever is not a number is zero, so none ever gets into a file.
pub(super) fn tenths(pixels: f64) -> i32 {
    (pixels * 10.0).round().clamp(-1e6, 1e6) as i32
}

fn describe(caption: &Caption) -> String {
    match &caption.example {
        Some(word) if caption.description.is_empty() => word.clone(),
        Some(word) if word.is_ascii() => format!("{} ({word})", caption.description),
        Some(word) => format!("{}（{word}）", caption.description),
        None => caption.description.clone(),
    }
}

/// Our backend cannot fail: its error has no values.
fn drawn<E>(result: Result<(), E>) {
    debug_assert!(result.is_ok());
}
