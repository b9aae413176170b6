//! Days, publishing times and periods.

use super::text;
use crate::diagnostic::catalogue::data;
use crate::diagnostic::{Diagnostic, Diagnostics, Entry};
use crate::model::{Moment, Period, parse_date};
use crate::source::yaml::Node;
use jiff::civil::Date;

/// A day.
pub(crate) fn date(node: &Node, key: &str, d: &mut Diagnostics) -> Option<Date> {
    let written = text(node, key, d)?;
    parse_date(&written).or_else(|| wrong(data::NOT_A_DATE, node, key, &written, d))
}

/// A day, with a time if known.
pub(crate) fn moment(node: &Node, key: &str, d: &mut Diagnostics) -> Option<Moment> {
    let written = text(node, key, d)?;
    Moment::parse(&written).or_else(|| wrong(data::NOT_A_DATE, node, key, &written, d))
}

/// A month, quarter or year.
pub(crate) fn period(node: &Node, key: &str, d: &mut Diagnostics) -> Option<Period> {
    let written = text(node, key, d)?;
    Period::parse(&written).or_else(|| wrong(data::NOT_A_PERIOD, node, key, &written, d))
}

/// Reports it, with the form that was probably meant.
fn wrong<T>(entry: &'static Entry, node: &Node, key: &str, written: &str, d: &mut Diagnostics) -> Option<T> {
    let mut problem = Diagnostic::at(entry, node.place).with("key", key).with("value", written);
    problem.suggestion = meant(written, entry == data::NOT_A_DATE);
    d.push(problem);
    None
}

/// What a writer of `2024年6月`, `2024-6`, `２０２４-06` or `2024.6.30` meant.
fn meant(written: &str, day: bool) -> Option<String> {
    let half = crate::model::fold_name(written);
    let parts: Vec<&str> =
        half.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let tidy = match (day, parts.as_slice()) {
        (true, [year, month, date]) => format!("{year}-{month:0>2}-{date:0>2}"),
        (false, [year]) if half.ends_with('年') || half == *year => (*year).to_string(),
        (false, [year, quarter]) if half.contains('季') || half.contains('q') => {
            format!("{year}-Q{quarter}")
        }
        (false, [year, month]) => format!("{year}-{month:0>2}"),
        _ => return None,
    };
    let reads = if day { parse_date(&tidy).is_some() } else { Period::parse(&tidy).is_some() };
    (reads && tidy != written).then_some(tidy)
}
