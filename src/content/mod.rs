//! Sources -> Site: every file decoded, every name resolved, every figure checked.
//!
//! Settings and register first, then a map over policies, in parallel, then a cheap join. YAML is
//! read as a located tree and turned into the domain by small decoders that report all that is
//! wrong with a file at once; an item with one broken field still counts as declared.

mod alias;
mod articles;
mod attachments;
mod clauses;
mod decode;
mod document;
mod folder;
mod fonts;
mod front_matter;
mod gathered;
mod ident;
mod indicators;
mod inspection;
mod join;
mod kept;
mod organisations;
mod pages;
mod picture;
mod policy;
mod progress;
mod publish;
pub mod schema;
mod scripts;
mod settings;
mod tables;
mod tails;
#[cfg(test)]
mod tests;
mod translation;

pub use translation::translate;

pub(crate) use clauses::Clauses;
pub(crate) use decode::{Allowed, QUALITY, number};
pub use gathered::{NotPublished, published_site};
pub use kept::Kept;
pub(crate) use progress::{SMALL, STATES, is_counted, may_be_negative, without};
pub(crate) use tables::{Entry, check_totals, is_total, same};

use crate::diagnostic::Diagnostics;
use crate::model::{Fallback, Register, Settings, Site};
use crate::source::Sources;
use jiff::civil::Date;
use rayon::prelude::*;

/// What the reading depends on beside the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day of the build: whatever is published, or begins, later is as if not yet written.
    pub as_of: Date,
    /// Whether policies with `draft: true` are shown.
    pub drafts: bool,
}

/// The settings alone. None where there are none to be read; then an error was reported.
pub fn settings(sources: &Sources, d: &mut Diagnostics) -> Option<Settings> {
    settings::read(sources, d)
}

/// The register of organisations alone. No file is an empty register.
pub fn register(sources: &Sources, d: &mut Diagnostics) -> Register {
    organisations::read(sources, d).register
}

/// The id that a name has where it is given none: its pinyin, lower-case ASCII; empty where the name
/// has neither Chinese characters nor letters nor digits.
pub fn id_of(name: &str) -> String {
    ident::pinyin(name)
}

/// True for an id that can stand in addresses: lower-case letters, digits, `-` and `_`.
pub fn is_id(id: &str) -> bool {
    ident::valid(id)
}

/// Reads the whole content. None only where `content/site.yaml` is missing or unusable; what else
/// is wrong is in `d`, and the site is then not to be built.
///
/// Policies whose files, and the register, are as they were when `kept` took them are not read again.
pub fn read(sources: &Sources, options: &Options, kept: &mut Kept, d: &mut Diagnostics) -> Option<Site> {
    let settings = settings::read(sources, d);
    if let Some(settings) = &settings {
        translation::beside::report_unused(sources, settings, d);
    }
    let organisations = organisations::read(sources, d);
    let folders = folder::all(sources, d);
    kept.begin(sources, options);
    let read: Vec<(String, kept::Reading)> = folders
        .par_iter()
        .map(|folder| {
            let reading = kept.reading(folder).unwrap_or_else(|| {
                let mut own = Diagnostics::new();
                let outcome = policy::read(sources, options, &organisations, folder, &mut own);
                (outcome, own)
            });
            (folder.id.to_string(), reading)
        })
        .collect();
    kept.keep(&folders, &read);
    let mut outcomes = Vec::with_capacity(read.len());
    for (id, (outcome, own)) in read {
        d.append(own);
        outcomes.push((id, outcome));
    }
    let policies = join::join(outcomes, d);
    let pages = pages::read(sources, options, d);
    let fonts = fonts::read(sources, d);
    let inspection = inspection::read(sources, d);
    let gathered = gathered::read(sources, d);
    Some(Site {
        settings: settings?,
        organisations: organisations.register,
        policies,
        pages,
        fonts,
        inspection,
        gathered,
        fallback: Fallback::default(),
    })
}
