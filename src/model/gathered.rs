//! What another site has published of itself, its `data/site.json`: for a portal that gathers several.

use super::{Period, Place};
use jiff::civil::Date;

/// Another site, as it was when its file was fetched.
#[derive(Clone, Debug)]
pub struct GatheredSite {
    /// Id in the URL: the file's name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub organisation: String,
    /// Its address, with a final slash; without one nothing of it can be linked.
    pub base_url: Option<String>,
    /// The notice on its pages.
    pub notice: Option<String>,
    /// Its policies, in its own order.
    pub policies: Vec<GatheredPolicy>,
    /// The start of its file.
    pub place: Place,
}

/// A policy of it.
#[derive(Clone, Debug)]
pub struct GatheredPolicy {
    /// The title.
    pub title: String,
    /// 发文字号.
    pub document_number: Option<String>,
    /// The day of its newest figure.
    pub as_of: Option<Date>,
    /// Its page, relative to the site's address.
    pub url: String,
    /// Its indicators.
    pub indicators: Vec<GatheredIndicator>,
    /// Tasks by the key of their state, `unstated` where nothing was said; empty where nothing was of any.
    pub tasks: Vec<(String, usize)>,
}

/// An indicator of it.
#[derive(Clone, Debug)]
pub struct GatheredIndicator {
    /// The name.
    pub name: String,
    /// The unit of measure.
    pub unit: String,
    /// The newest figure, in the unit, and its period.
    pub newest: Option<(Period, f64)>,
    /// The key of its status, as that site computed it.
    pub status: String,
    /// True where its figures are made up.
    pub illustrative: bool,
}

impl GatheredSite {
    /// The day of its newest figure.
    pub fn as_of(&self) -> Option<Date> {
        self.policies.iter().filter_map(|policy| policy.as_of).max()
    }

    /// The full address of something of it; none where it has no address, or leads to another one.
    pub fn address(&self, url: &str) -> Option<String> {
        let own = !url.contains(':') && !url.starts_with('/') && !url.contains("..") && !url.contains('\\');
        self.base_url.as_ref().filter(|_| own).map(|base| format!("{base}{url}"))
    }
}
