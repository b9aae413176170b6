//! The ring: outside how much is due, inside how much is attained; the words stand beside it, not in it.

use super::backend::escape;
use super::sheet::whole;
use super::{Caption, Ink};
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
        let mut body = String::new();
        let mut used = Vec::new();
        let mut part = |class: &'static str, radius: f64, share: f64| {
            if let Some(path) = arc(radius, share) {
                let _ = write!(body, "<path class=\"{class}\" d=\"{path}\"/>");
                used.push(class);
            }
        };
        part("c-rest", INNER, 1.0);
        part("c-attained", INNER, self.attained);
        part("c-due", OUTER, self.due.unwrap_or(0.0));
        if let Some(word) = &self.caption.example {
            body.push_str("<text class=\"c-example\" x=\"60\" y=\"64.8\" text-anchor=\"middle\">");
            escape(word, &mut body);
            body.push_str("</text>");
            used.push("c-example");
        }
        whole("ring", None, (SIZE, SIZE), id, (&self.caption, ink), (&body, &used))
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
