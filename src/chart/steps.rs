//! Dated targets without a baseline: bars from zero, a row each.

use super::sheet::{Anchor, Sheet, hang};
use super::slot::Slot;
use super::{Caption, Paint, Piece};
use crate::font::{self, Weight};

/// Bars of the dated targets of one indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// What it says of itself.
    pub caption: Caption,
    /// In order of their dates.
    pub rows: Vec<Step>,
}

/// A dated target of [`Steps`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// 2025年.
    pub date: String,
    /// The target. None is drawn for what is not a positive number.
    pub value: f64,
    /// 160家.
    pub label: String,
}

/// Sizes, in pixels of the canvas.
const SIZE: f64 = 48.0;
const LEADING: f64 = 62.0;
const BAR: f64 = 64.0;
const GAP: f64 = 28.0;
const BESIDE: f64 = 24.0;

impl Steps {
    /// So many pixels of the canvas wide; none where no target is positive.
    pub fn piece(&self, width: f64, paint: &Paint) -> Option<Piece> {
        let most = self.rows.iter().map(|row| row.value).filter(|v| v.is_finite()).fold(0.0, f64::max);
        if most <= 0.0 {
            return None;
        }
        let measure = |text: &str, weight| f64::from(paint.fonts.measure(text, SIZE as f32, weight));
        let wrap = |text: &str, weight| font::balance(text, SIZE as f32, weight, (width * 0.34) as f32);
        let rows: Vec<(&Step, Vec<String>, Vec<String>)> = self
            .rows
            .iter()
            .map(|row| (row, wrap(&row.date, Weight::Regular), wrap(&row.label, Weight::Bold)))
            .collect();
        let widest = |lines: &mut dyn Iterator<Item = &String>, weight| {
            lines.map(|line| measure(line, weight) - hang(line, SIZE)).fold(0.0, f64::max).ceil()
        };
        let dates = widest(&mut rows.iter().flat_map(|row| &row.1), Weight::Regular);
        let labels = widest(&mut rows.iter().flat_map(|row| &row.2), Weight::Bold);
        let height = |dates: &[String], labels: &[String]| {
            BAR + LEADING * (dates.len().max(labels.len()).max(1) - 1) as f64
        };
        let total: f64 = rows.iter().map(|(_, dates, labels)| height(dates, labels)).sum();
        let sheet = Sheet::canvas(width, total + GAP * (rows.len() - 1) as f64, paint);
        let left = dates + BESIDE;
        let longest = (width - left - labels - BESIDE).max(1.0);
        let mut top = 0.0;
        for (row, dates, labels) in &rows {
            let high = height(dates, labels);
            let middle = top + high / 2.0;
            let length = if row.value.is_finite() { longest * row.value.max(0.0) / most } else { 0.0 };
            if length > 0.0 {
                // All of one height: only the length counts.
                sheet.rect(
                    Slot::Bar,
                    (left, middle - BAR / 2.0),
                    (left + length.max(4.0), middle + BAR / 2.0),
                );
            }
            let put = |slot, x, lines: &[String]| {
                for (position, line) in lines.iter().enumerate() {
                    let offset = position as f64 - (lines.len() - 1) as f64 / 2.0;
                    let y = middle + SIZE * 0.36 + LEADING * offset;
                    sheet.text_of(slot, SIZE, (x - hang(line, SIZE), y), Anchor::Start, line);
                }
            };
            put(Slot::Text, 0.0, dates);
            put(Slot::Strong, left + length + BESIDE, labels);
            top += high + GAP;
        }
        Some(sheet.piece(&self.caption))
    }
}
