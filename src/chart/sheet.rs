//! The sheet on which the kinds of chart draw: pixels in, plotters inside, a whole `<svg>` out.

use super::backend::{Pen, Slot, Tenths, escape};
use super::{Caption, Form, Ink};
use crate::font::{self, Weight};
use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, PathElement, Polygon, Rectangle};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use std::cell::RefCell;
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
pub(super) struct Sheet {
    pen: Rc<RefCell<Pen>>,
    /// plotters' view of it, in tenths of a pixel.
    pub(super) area: DrawingArea<Pen, Shift>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The size of type of names and quiet labels.
pub(super) const TYPE: f64 = 13.0;

impl Form {
    /// The width of a chart in this form, in pixels.
    pub fn width(self) -> f64 {
        match self {
            Form::Wide => 720.0,
            Form::Narrow => 360.0,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Form::Wide => " chart-wide",
            Form::Narrow => " chart-narrow",
        }
    }
}

impl Sheet {
    pub(super) fn new(width: f64, height: f64) -> Self {
        let pen = Rc::new(RefCell::new(Pen::new(tenths(width), tenths(height), tenths(TYPE))));
        let area = DrawingArea::from(&pen);
        Sheet { pen, area, width, height }
    }

    pub(super) fn line(&self, slot: Slot, points: &[Point]) {
        if points.len() > 1 {
            let points: Vec<_> = points.iter().map(|&p| unit(p)).collect();
            drawn(self.area.draw(&PathElement::new(points, slot)));
        }
    }

    pub(super) fn polygon(&self, slot: Slot, corners: &[Point]) {
        let corners: Vec<_> = corners.iter().map(|&p| unit(p)).collect();
        drawn(self.area.draw(&Polygon::new(corners, slot)));
    }

    pub(super) fn rect(&self, slot: Slot, from: Point, to: Point) {
        drawn(self.area.draw(&Rectangle::new([unit(from), unit(to)], slot.filled())));
    }

    pub(super) fn dot(&self, slot: Slot, at: Point, radius: f64) {
        drawn(self.area.draw(&Circle::new(unit(at), tenths(radius), slot.filled())));
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
            font: FontDesc::new(FontFamily::SansSerif, size * 10.0, style),
            color: slot.to_backend_color(),
            pos: Pos::new(h_pos, VPos::Bottom),
        };
        drawn(self.area.draw_text(text, &style, unit(at)));
    }

    /// The next shape says this when pointed at.
    pub(super) fn title(&self, text: &str) {
        self.pen.borrow_mut().title(text);
    }

    /// The whole chart.
    pub(super) fn svg(self, kind: &str, form: Option<Form>, id: &str, frame: (&Caption, &Ink)) -> String {
        let (body, used) = self.pen.borrow_mut().finish();
        whole(kind, form, (self.width, self.height), id, frame, (&body, &used))
    }
}

/// The root around a body: names, description, and the rules where it stands alone.
pub(super) fn whole(
    kind: &str,
    form: Option<Form>,
    (width, height): Point,
    id: &str,
    (caption, ink): (&Caption, &Ink),
    (body, used): (&str, &[&str]),
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
        " role=\"img\" aria-labelledby=\"{prefix}-t{described}\" viewBox=\"0 0 {} {}\" font-size=\"{TYPE}\">\
         <title id=\"{prefix}-t\">",
        Tenths(tenths(width)),
        Tenths(tenths(height)),
    );
    escape(&caption.title, &mut out);
    out.push_str("</title>");
    if !description.is_empty() {
        let _ = write!(out, "<desc id=\"{prefix}-d\">");
        escape(&description, &mut out);
        out.push_str("</desc>");
    }
    if let Ink::Literal(palette) = ink {
        // Colours come from a site's settings: they must not end the element.
        let rules = palette.rules(used).replace(['<', '&'], "");
        let _ = write!(out, "<style>{rules}</style>");
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

/// Pixels to tenths; whatever is not a number is zero, so none ever gets into a file.
pub(super) fn tenths(pixels: f64) -> i32 {
    (pixels * 10.0).round().clamp(-1e6, 1e6) as i32
}

fn unit((x, y): Point) -> (i32, i32) {
    (tenths(x), tenths(y))
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
