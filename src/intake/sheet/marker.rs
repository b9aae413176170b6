//! How a sheet of ours says what it is: the hidden first row names policy, period and table, and what
//! each column holds; the hidden first column names each row. So names may be changed and columns moved,
//! and a sheet saved alone, as CSV too, still says everything.

use crate::model::Period;
use std::fmt;

/// The version of the form; another one is not read.
const VERSION: &str = "1";

/// The key of the column of figures.
pub(super) const VALUE: &str = "value";
/// The key of the column of a figure's quality.
pub(super) const QUALITY: &str = "quality";
/// The key of the column of notes.
pub(super) const NOTE: &str = "note";
/// The key of the column of states.
pub(super) const STATE: &str = "state";
/// The key of the column of what was done.
pub(super) const DONE: &str = "done";
/// The key of the column of what stands in the way.
pub(super) const OBSTACLE: &str = "obstacle";
/// The key of the column of what comes next.
pub(super) const NEXT: &str = "next";
/// The key of the column of evidence or reason, whichever the state asks for.
pub(super) const GROUNDS: &str = "grounds";
/// The key of the column of deciding documents.
pub(super) const DOCUMENT: &str = "document";
/// The id of a row of totals.
pub(super) const TOTAL: &str = "total:";

/// Which table a sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The indicators: a row an indicator, or a step of one (`fund#2`).
    Indicators,
    /// A breakdown: a row an organisation.
    Breakdown {
        /// The indicator's id.
        indicator: String,
        /// The breakdown's id.
        breakdown: String,
    },
    /// The tasks: a row a clause.
    Clauses,
}

/// What a sheet says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// The policy's id.
    pub(super) policy: String,
    /// The period that it asks for.
    pub(super) period: Period,
    /// Which table it is.
    pub(super) part: Part,
}

/// What a first cell is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// No sheet of ours.
    Foreign,
    /// A sheet of ours, but not one that this version reads.
    Unknown,
    /// A sheet of ours.
    Ours(Marker),
}

impl fmt::Display for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "gongbao:{VERSION}:{}:{}:", self.policy, self.period)?;
        match &self.part {
            Part::Indicators => write!(f, "indicators"),
            Part::Breakdown { indicator, breakdown } => write!(f, "breakdown:{indicator}:{breakdown}"),
            Part::Clauses => write!(f, "clauses"),
        }
    }
}

/// Reads what a first cell says.
pub(super) fn read(cell: &str) -> Reading {
    let parts: Vec<&str> = cell.split(':').collect();
    if parts[0] != "gongbao" || parts.len() < 2 {
        return Reading::Foreign;
    }
    let part = match parts.get(4..) {
        Some(["indicators"]) => Part::Indicators,
        Some(["clauses"]) => Part::Clauses,
        Some(["breakdown", indicator, breakdown]) => {
            Part::Breakdown { indicator: (*indicator).to_string(), breakdown: (*breakdown).to_string() }
        }
        _ => return Reading::Unknown,
    };
    match Period::parse(parts[3]).filter(|_| parts[1] == VERSION) {
        Some(period) => Reading::Ours(Marker { policy: parts[2].to_string(), period, part }),
        None => Reading::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let parts = [
            Part::Indicators,
            Part::Clauses,
            Part::Breakdown { indicator: "high-tech".into(), breakdown: "townships".into() },
        ];
        for part in parts {
            let marker = Marker { policy: "p".into(), period: Period::Quarter(2024, 2), part };
            assert_eq!(read(&marker.to_string()), Reading::Ours(marker));
        }
        for cell in ["", "公报", "gongbao", "高新技术企业:3"] {
            assert_eq!(read(cell), Reading::Foreign, "{cell}");
        }
        for cell in [
            "gongbao:2:p:2024-06:indicators",
            "gongbao:1:p:六月:clauses",
            "gongbao:1:p:2024-06:x",
            "gongbao:1",
        ] {
            assert_eq!(read(cell), Reading::Unknown, "{cell}");
        }
    }
}
