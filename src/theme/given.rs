//! What a template gets, as JSON: for people who write themes.

use super::view::{PageView, SiteView};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// `site`, `page`, the view under its name, and that of boxes as `picture`, in the order of the contract.
pub(super) fn json<V: Serialize, B: Serialize>(
    site: &SiteView,
    page: &PageView,
    (name, view): (&str, &V),
    boxes: Option<&B>,
) -> String {
    serde_json::to_string_pretty(&Given { site, page, name, view, boxes }).unwrap_or_default()
}

struct Given<'a, V, B> {
    site: &'a SiteView,
    page: &'a PageView,
    name: &'a str,
    view: &'a V,
    boxes: Option<&'a B>,
}

impl<V: Serialize, B: Serialize> Serialize for Given<'_, V, B> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("site", self.site)?;
        map.serialize_entry("page", self.page)?;
        if !self.name.is_empty() {
            map.serialize_entry(self.name, self.view)?;
        }
        if let Some(boxes) = self.boxes {
            map.serialize_entry("picture", boxes)?;
        }
        map.end()
    }
}
