//! The view of what the clauses of a policy can be filtered by.

use super::Chip;
use serde::Serialize;

/// An organisation to filter by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FilterChoice {
    /// Its id, as in the tails of clauses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The ids of groups that answer for it, 各乡镇（街道）, with a space between.
    pub through: String,
}

/// Organisations of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FilterGroup {
    /// The kind: 部门, 乡镇（街道）…
    pub label: String,
    /// The organisations in official order.
    pub choices: Vec<FilterChoice>,
}

/// What the clauses of a policy can be filtered by; only what leaves something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FilterView {
    /// The organisations, by kind.
    pub organisations: Vec<FilterGroup>,
    /// The states of clauses, as stated, with 暂未填报.
    pub states: Vec<Chip>,
    /// The computed statuses of the indicators that clauses name.
    pub statuses: Vec<Chip>,
}
