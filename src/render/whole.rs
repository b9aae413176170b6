//! What pages say of the whole site, gathered once: per page it would cost more than the page.

use super::{Input, home, picture, policy};
use crate::data;
use crate::font::Fonts;
use std::sync::OnceLock;

/// Gathered from all policies.
pub struct Whole {
    /// What every page of the home list shows: gathered when the first of them is made.
    overview: OnceLock<home::Overview>,
    /// By policy: what others say of it.
    pub(super) named_by: Vec<Vec<policy::NamedBy>>,
    /// By policy: the sizes of its data files, in their order.
    pub(super) sizes: Vec<OnceLock<Vec<usize>>>,
    site_data: OnceLock<String>,
    site_table: OnceLock<String>,
    /// What pictures are set in.
    pub(super) fonts: Fonts,
    /// By policy: how many bytes its booklet has. None where booklets are made only when somebody asks for them.
    pub(super) booklets: Option<Vec<Option<u64>>>,
}

impl Whole {
    /// What every page of the home list shows. `input` is the one that the rest was gathered from.
    pub(super) fn overview(&self, input: &Input) -> &home::Overview {
        self.overview.get_or_init(|| home::overview(input))
    }

    /// All policies as JSON.
    pub(super) fn site_data(&self, input: &Input) -> &str {
        self.site_data.get_or_init(|| data::site_json(input.site, input.assessments, input.as_of))
    }

    /// All figures as CSV.
    pub(super) fn site_table(&self, input: &Input) -> &str {
        self.site_table.get_or_init(|| data::site_csv(input.site, input.assessments))
    }

    /// The same, where all booklets are made: how many bytes each has, by policy.
    #[cfg(feature = "booklet")]
    pub(super) fn with_booklets(mut self, sizes: Vec<Option<u64>>) -> Whole {
        self.booklets = Some(sizes);
        self
    }

    /// Gathers.
    pub fn of(input: &Input) -> Whole {
        Whole {
            overview: OnceLock::new(),
            sizes: input.site.policies.iter().map(|_| OnceLock::new()).collect(),
            site_data: OnceLock::new(),
            site_table: OnceLock::new(),
            named_by: policy::named_by(input.site),
            fonts: picture::fonts(input.site),
            booklets: None,
        }
    }
}
