//! What a template gets, as JSON: for people who write themes.

use super::view::{PageView, SiteView};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// `site`, `page` and the view under its name, in the order of the contract.
pub(super) fn json<V: Serialize>(site: &SiteView, page: &PageView, name: &str, view: &V) -> String {
    serde_json::to_string_pretty(&Given { site, page, name, view }).unwrap_or_default()
}

struct Given<'a, V> {
    site: &'a SiteView,
    page: &'a PageView,
    name: &'a str,
    view: &'a V,
}

impl<V: Serialize> Serialize for Given<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("site", self.site)?;
        map.serialize_entry("page", self.page)?;
        if !self.name.is_empty() {
            map.serialize_entry(self.name, self.view)?;
        }
        map.end()
    }
}
