//! Figures that were published and are now other ones, although nobody wrote that they were corrected.

use super::fault::Fault;
use super::files;
use super::record::same;
use super::snapshot;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::data as code};
use crate::model::{Figure, Place, Site};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::Path;

/// Reports each figure of the content that a package or output folder published with another value, unless `was`
/// says which.
///
/// # Errors
/// Where there is no such package, or it cannot be read.
pub fn check(site: &Site, as_of: Date, published: &Path, d: &mut Diagnostics) -> Result<(), Fault> {
    let mut files = files::open(published)?;
    if !files.paths()?.iter().any(|path| path == "data/site.json") {
        return Err(Fault::NoSite(published.into()));
    }
    let package = published.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // An indicator that is the same as another's has that one's figures, places and all.
    let mut told: BTreeSet<Place> = BTreeSet::new();
    let mut tell = |name: &str, figure: &Figure, was: Option<f64>| {
        let Some(was) = was.filter(|was| !same(*was, figure.value)) else { return };
        let marked = figure.was().is_some_and(|(marked, _)| same(marked, was));
        if marked || !told.insert(figure.place()) {
            return;
        }
        d.push(
            Diagnostic::at(code::SILENT_REVISION, figure.place())
                .with("name", name)
                .with("period", figure.period)
                .with("old", plain(was))
                .with("new", plain(figure.value))
                .with("today", as_of)
                .with("package", &package),
        );
    };
    for policy in &site.policies {
        let Some(record) = snapshot::record(files.as_mut(), &policy.id)? else { continue };
        for indicator in &policy.indicators {
            let Some(old) = record.indicator(&indicator.id) else { continue };
            for figure in &indicator.figures {
                tell(&indicator.name, figure, record.at(&old.values, &figure.period.to_string()));
            }
            for breakdown in &indicator.breakdowns {
                for row in &breakdown.rows {
                    let organisation = site.organisations.get(row.organisation);
                    let Some(old) = old.row(&breakdown.id, &organisation.id) else { continue };
                    let name = format!("{} {}", indicator.name, organisation.name);
                    for figure in &row.figures {
                        tell(&name, figure, record.at(&old.values, &figure.period.to_string()));
                    }
                }
            }
        }
    }
    Ok(())
}

/// A number as it is written in YAML.
fn plain(value: f64) -> String {
    ((value * 1e6).round() / 1e6).to_string()
}
