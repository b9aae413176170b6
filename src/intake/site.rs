//! The site as it is written, for whoever adds to it: drafts too, and what is not published yet.

use crate::content::{self, Options};
use crate::diagnostic::Diagnostics;
use crate::model::Site;
use crate::source::Sources;
use jiff::civil::Date;

/// A day after which nothing is held back.
const END_OF_TIME: Date = jiff::civil::date(9000, 1, 1);

/// Reads `content/` whole. None where it has errors, which are in `d`.
pub fn written(sources: &Sources, d: &mut Diagnostics) -> Option<Site> {
    let options = Options { as_of: END_OF_TIME, drafts: true };
    let site = content::read(sources, &options, &mut content::Kept::default(), d);
    site.filter(|_| !d.has_errors())
}
