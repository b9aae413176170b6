//! Public data: JSON with stable keys, CSV that Excel and WPS open.
//!
//! The JSON of a policy is an interface: keys are never renamed, values align with `periods`,
//! missing is `null`, numbers are unrounded to six decimals.

mod csv;
mod policy;
mod site;

pub use csv::{breakdown_csv, figures_csv};
pub use policy::policy_json;
pub use site::site_json;

use serde::Serialize;

/// A number as the data carry it: six decimals, whole numbers without a point.
fn round(value: f64) -> serde_json::Value {
    let rounded = (value * 1e6).round() / 1e6;
    if rounded.fract() == 0.0 && rounded.abs() < 9e15 {
        serde_json::Value::from(rounded as i64)
    } else {
        serde_json::Value::from(rounded)
    }
}

/// A number that may be missing: `null`, never zero.
fn maybe(value: Option<f64>) -> serde_json::Value {
    value.map_or(serde_json::Value::Null, round)
}

/// Pretty JSON with a final line end. A view of ours always serialises: its keys are strings.
fn write<V: Serialize>(value: &V) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
