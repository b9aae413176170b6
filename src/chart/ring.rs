//! The ring: outside how much is due, inside how much is attained; the words stand beside it, not in it.

use super::ink::Rules;
use super::sheet::{Anchor, Sheet, TYPE, piece, whole};
use super::slot::Slot;
use super::{Caption, Form, Ink, Paint, Piece};
use std::collections::BTreeSet;
use std::f64::consts::TAU;
use std::fmt::Write;

/// A ring of two arcs, from the top clockwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ring {
    /// What it says of itself.
    pub caption: Caption,
    /// How much is due, 0 to 1; none where nothing is judged.
    pub due: Option<f64>,
    /// How much is attained, 0 to 1.
    pub attained: f64,
}

impl Ring {
    /// 120 × 120. `id` is the prefix of all ids.
    pub fn svg(&self, id: &str, ink: &Ink) -> String {
        whole("ring", None, ((SIZE, SIZE), TYPE), id, (&self.caption, ink), (&self.body(ink.paint()).0, &[]))
    }

    /// For a picture, so many pixels of its canvas wide and high. No word is drawn, which would be too small.
    pub fn piece(&self, size: f64, paint: &Paint) -> Piece {
        let silent = Ring { caption: Caption::default(), ..self.clone() };
        let (body, missing) = silent.body(Some(paint));
        let body = format!("<g transform=\"scale({:.4})\">{body}</g>", size / SIZE);
        piece(&self.caption, (size, size), &body, missing)
    }

    fn body(&self, paint: Option<&Paint>) -> (String, BTreeSet<char>) {
        let mut body = String::new();
        let mut part = |class: &'static str, radius: f64, share: f64| {
            if let Some(path) = arc(radius, share) {
                let paint = match paint {
                    None => format!(" class=\"{class}\""),
                    Some(paint) => paint.palette.brush(class, Rules::Page).attributes,
                };
                let _ = write!(body, "<path{paint} d=\"{path}\"/>");
            }
        };
        part("c-rest", INNER, 1.0);
        part("c-attained", INNER, self.attained);
        part("c-due", OUTER, self.due.unwrap_or(0.0));
        let mut missing = BTreeSet::new();
        if let Some(word) = &self.caption.example {
            let sheet = Sheet::new(Form::Narrow, SIZE, SIZE, paint);
            sheet.text(Slot::Example, (SIZE / 2.0, SIZE / 2.0 + 4.8), Anchor::Middle, word);
            let (text, lacking) = sheet.finish();
            body.push_str(&text);
            missing = lacking;
        }
        (body, missing)
    }
}

const SIZE: f64 = 120.0;
const OUTER: f64 = 57.0;
const INNER: f64 = 46.0;

/// An arc from the top, clockwise; none where there is nothing to draw.
fn arc(radius: f64, share: f64) -> Option<String> {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let middle = SIZE / 2.0;
    let top = middle - radius;
    match share {
        // An arc to where it began is no arc: a whole ring takes two halves.
        0.9995.. => {
            let bottom = middle + radius;
            Some(format!(
                "M{middle},{top}A{radius},{radius} 0 0 1 {middle},{bottom}A{radius},{radius} 0 0 1 {middle},{top}"
            ))
        }
        0.0005.. => {
            let angle = share * TAU;
            let (x, y) = (middle + radius * angle.sin(), middle - radius * angle.cos());
            let large = u8::from(share > 0.5);
            // Two decimals, so that the sine of one machine is that of another.
            Some(format!("M{middle},{top}A{radius},{radius} 0 {large} 1 {x:.2},{y:.2}"))
        }
        _ => None,
    }
}
