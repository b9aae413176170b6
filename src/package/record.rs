//! What a built site says of a policy in `progress.json`, as far as two builds are compared.

use serde::Deserialize;

/// The data of a policy. What is missing, because an older program wrote it, is empty.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Record {
    pub(super) policy: Head,
    pub(super) periods: Vec<String>,
    pub(super) indicators: Vec<Indicator>,
    pub(super) clauses: Vec<Clause>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Head {
    pub(super) title: String,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Indicator {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) baseline: Option<Point>,
    pub(super) targets: Vec<Target>,
    pub(super) values: Vec<Option<f64>>,
    pub(super) status: String,
    pub(super) revisions: Vec<Revision>,
    pub(super) breakdowns: Vec<Breakdown>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Point {
    pub(super) period: String,
    pub(super) value: f64,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Target {
    pub(super) by: String,
    pub(super) word: String,
    pub(super) value: f64,
    pub(super) step: Option<String>,
    pub(super) replaced: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Revision {
    pub(super) period: String,
    pub(super) was: f64,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Breakdown {
    pub(super) id: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Row {
    pub(super) organisation: Organisation,
    pub(super) targets: Vec<Option<f64>>,
    pub(super) values: Vec<Option<f64>>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Organisation {
    pub(super) id: Option<String>,
    pub(super) name: String,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Clause {
    pub(super) path: String,
    pub(super) anchor: String,
    pub(super) heading: String,
    pub(super) state: Option<String>,
}

impl Record {
    /// The figure of a row of values for a period.
    pub(super) fn at(&self, values: &[Option<f64>], period: &str) -> Option<f64> {
        let n = self.periods.iter().position(|own| own == period)?;
        values.get(n).copied().flatten()
    }

    /// An indicator by its id.
    pub(super) fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }
}

impl Indicator {
    /// A row of a breakdown, by the ids of both.
    pub(super) fn row(&self, breakdown: &str, organisation: &str) -> Option<&Row> {
        let breakdown = self.breakdowns.iter().find(|own| own.id == breakdown)?;
        breakdown.rows.iter().find(|row| row.organisation.id.as_deref() == Some(organisation))
    }
}

/// True where two figures are the same in six decimals, which is what the data carry.
pub(super) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}
