//! Public data: JSON with stable keys, CSV and workbooks that Excel and WPS open.
//!
//! The JSON of a policy is an interface: keys are never renamed, values align with `periods`,
//! missing is `null`, numbers are unrounded to six decimals.

mod changes;
mod csv;
mod json;
mod policy;
mod site;
mod sites;
pub mod xlsx;

use json::write;

pub use changes::changes_json;
pub use csv::{breakdown_csv, figures_csv};
pub use policy::policy_json;
pub use site::site_json;
pub use sites::sites_csv;

use crate::model::{Figure, Period};
use serde::{Serialize, Serializer};

/// A number as the data carry it: six decimals, whole numbers without a point.
#[derive(Clone, Copy)]
struct Round(f64);

impl Serialize for Round {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rounded = (self.0 * 1e6).round() / 1e6;
        if rounded.fract() == 0.0 && rounded.abs() < 9e15 {
            serializer.serialize_i64(rounded as i64)
        } else {
            serializer.serialize_f64(rounded)
        }
    }
}

/// [`Round`], in what is small enough to be built as a value first.
fn round(value: f64) -> serde_json::Value {
    serde_json::to_value(Round(value)).unwrap_or_default()
}

/// A number that may be missing: `null`, never zero.
fn maybe(value: Option<f64>) -> serde_json::Value {
    value.map_or(serde_json::Value::Null, round)
}

/// All periods of some rows of figures, in order. Rows mostly report for the same ones, so that the place of the
/// next is known before it is looked for.
fn periods<'a>(rows: impl Iterator<Item = &'a [Figure]>) -> Vec<Period> {
    let mut all: Vec<Period> = Vec::new();
    for row in rows {
        let mut next = 0;
        for period in row.iter().map(|figure| &figure.period) {
            if all.get(next) != Some(period) {
                next = all.binary_search(period).unwrap_or_else(|at| {
                    all.insert(at, *period);
                    at
                });
            }
            next += 1;
        }
    }
    all
}

/// Values aligned with periods; both are in order, so that one walk is enough.
fn aligned<'a>(figures: &'a [Figure], periods: &'a [Period]) -> impl Iterator<Item = Option<f64>> {
    let mut figures = figures.iter().peekable();
    periods.iter().map(move |period| {
        while figures.next_if(|figure| figure.period < *period).is_some() {}
        figures.peek().filter(|figure| figure.period == *period).map(|figure| figure.value)
    })
}
