//! Tables of cases: what a fair person would say of each figure, one case a line, with its reason.

mod breakdown;
mod build;
mod changes;
mod clauses;
mod counts;
mod kinds;
mod marks;
mod pace;
mod path;
mod phrases;
mod properties;
mod sentences;
mod status;
mod traps;
mod verdicts;
mod working;
