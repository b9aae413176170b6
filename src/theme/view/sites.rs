//! The views of an overview of several sites.

use super::{Chip, Counts, Day, Link, Mark};
use serde::Serialize;

/// Another site in short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SiteEntry {
    /// Its title, and its page in this overview, relative to this site's root.
    pub site: Link,
    /// Who publishes it.
    pub organisation: String,
    /// Its full address; empty where it gives none.
    pub address: String,
    /// How many policies it has.
    pub policies_total: usize,
    /// Over all of them, as that site counted.
    pub counts: Counts,
    /// The day of its newest figure; none where nothing was reported.
    pub as_of: Option<Day>,
    /// The notice on its pages; empty where it has none.
    pub notice: String,
}

/// What an indicator of another site stands at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GatheredFigure {
    /// The site, or the indicator, and its page there: a full address; without URL where the site gives none.
    pub of: Link,
    /// The newest figure; empty where there is none.
    pub value: String,
    /// The unit of measure.
    pub unit: String,
    /// The period of the figure; empty without one.
    pub period: String,
    /// The status that the site computed.
    pub status: Chip,
    /// 示例, where the figure is made up.
    pub mark: Option<Mark>,
}

/// One indicator that several sites have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SharedIndicator {
    /// The name.
    pub name: String,
    /// The unit of measure.
    pub unit: String,
    /// A line a site, in the order of the sites; no ranking.
    pub rows: Vec<GatheredFigure>,
}

/// `sites`: several sites at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SitesPage {
    /// The sites, in order of their files' names.
    pub sites: Vec<SiteEntry>,
    /// Over all of them.
    pub counts: Counts,
    /// Indicators of one name and unit in at least two sites.
    pub shared: Vec<SharedIndicator>,
}

/// A policy of another site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GatheredPolicyView {
    /// Its title and full address; without URL where the site gives none.
    pub policy: Link,
    /// 发文字号; empty where it has none.
    pub document_number: String,
    /// The day of its newest figure.
    pub as_of: Option<Day>,
    /// Its indicators.
    pub figures: Vec<GatheredFigure>,
}

/// `gathered`: another site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GatheredPage {
    /// What the overview says of it.
    pub entry: SiteEntry,
    /// Its policies, in its own order, at most a hundred.
    pub policies: Vec<GatheredPolicyView>,
    /// How many more it has.
    pub more: usize,
}
