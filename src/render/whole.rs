//! What pages say of the whole site, gathered once: per page it would cost more than the page.

use super::{Input, home, picture, policy};
use crate::font::Fonts;
use std::sync::OnceLock;

/// Gathered from all policies.
pub struct Whole {
    /// What every page of the home list shows: gathered when the first of them is made.
    overview: OnceLock<home::Overview>,
    /// By policy: what others say of it.
    pub(super) named_by: Vec<Vec<policy::NamedBy>>,
    /// What pictures are set in.
    pub(super) fonts: Fonts,
}

impl Whole {
    /// What every page of the home list shows. `input` is the one that the rest was gathered from.
    pub(super) fn overview(&self, input: &Input) -> &home::Overview {
        self.overview.get_or_init(|| home::overview(input))
    }

    /// Gathers.
    pub fn of(input: &Input) -> Whole {
        Whole {
            overview: OnceLock::new(),
            named_by: policy::named_by(input.site),
            fonts: picture::fonts(input.site),
        }
    }
}
