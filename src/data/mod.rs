//! Public data: JSON with stable keys, CSV and workbooks that Excel and WPS open.
//!
//! The JSON of a policy is an interface: keys are never renamed, values align with `periods`,
//! missing is `null`, numbers are unrounded to six decimals.

mod catalog;
mod changes;
pub mod columns;
mod csv;
mod deviations;
pub mod files;
mod json;
mod package;
mod policy;
mod site;
mod sites;
mod workbook;
pub mod xlsx;

use json::write;

pub use catalog::{Listed, catalog};
pub use changes::changes_json;
pub use csv::{breakdown_csv, figures_csv, site_csv};
pub use package::{package, site_package};
pub use policy::policy_json;
pub use site::site_json;
pub use sites::sites_csv;
pub use workbook::policy_workbook;

use crate::model::{Figure, Indicator, Period, Policy, Quality, Site};
use serde::{Serialize, Serializer};

/// The version of the form of all data files; what is only added raises the second number, and nothing else is done
/// without raising the first.
pub const FORMAT: &str = "1.1";

/// Where the figures of an indicator come from: its source, else who reports it, else who issued the policy.
pub fn data_source<'a>(site: &'a Site, policy: &'a Policy, indicator: &'a Indicator) -> &'a str {
    let owner = || indicator.owner.map(|ix| site.organisations.get(ix).name.as_str());
    indicator.source.as_deref().or_else(owner).unwrap_or(&policy.metadata.issuer)
}

/// The quality of a figure under a word that covers all of its kind.
fn effective(figure: &Figure, covering: Quality) -> Quality {
    figure.quality.max(covering)
}

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
