//! What pages say of the whole site, gathered once: per page it would cost more than the page.

use super::{Input, home, picture, policy};
use crate::font::Fonts;

/// Gathered from all policies.
pub(super) struct Whole {
    /// What every page of the home list shows.
    pub(super) overview: home::Overview,
    /// By policy: what others say of it.
    pub(super) named_by: Vec<Vec<policy::NamedBy>>,
    /// What pictures are set in.
    pub(super) fonts: Fonts,
}

impl Whole {
    /// Gathers.
    pub(super) fn of(input: &Input) -> Whole {
        Whole {
            overview: home::overview(input),
            named_by: policy::named_by(input.site),
            fonts: picture::fonts(input.site),
        }
    }
}
