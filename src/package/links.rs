//! Where the links of a page lead once it is taken out of its site.

use crate::diagnostic::Diagnostics;
use crate::inspect::resolve;
use crate::output::Memory;
use crate::plan::What;
use crate::render::{self, Input, Whole};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Larger files are not put into a page: a mail would not take it.
const LARGEST: usize = 8 << 20;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To another host, a telephone, a mailbox: as written.
    Outside,
    /// To a file of the site, and an anchor in it, which may be empty.
    Site(String, String),
}

/// Where a link of a page leads. Both are unescaped.
pub(super) fn way(page: &str, link: &str) -> Way {
    let scheme = link.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    if scheme || link.starts_with("//") {
        return Way::Outside;
    }
    let (path, anchor) = resolve(page, link);
    Way::Site(path, anchor)
}

/// The full address of a file of the site; none where the site has no address.
pub(super) fn absolute(input: &Input, path: &str, anchor: &str) -> Option<String> {
    let base = input.site.settings.base_url.as_ref()?;
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    Some(format!("{base}{path}{anchor}"))
}

/// The bytes of a file of the site that belongs to a policy or to the theme: what a page of its own can carry.
/// None for pages, and for what is too large. `whole` is that of the input.
pub(super) fn bytes(input: &Input, whole: &Whole, path: &str, d: &mut Diagnostics) -> Option<Vec<u8>> {
    let job = input.plan.job(path)?;
    let carried = matches!(
        job.what,
        What::File(_)
            | What::Asset(_)
            | What::FiguresCsv(..)
            | What::BreakdownCsv(..)
            | What::PolicyData(_)
            | What::Workbook(_)
    );
    if !carried {
        return None;
    }
    let memory = Memory::new();
    render::make(input, whole, job, &memory, d).ok()?;
    memory.into_files().remove(path).filter(|bytes| bytes.len() <= LARGEST)
}

/// A file as an address that holds it.
pub(super) fn data(path: &str, bytes: &[u8]) -> String {
    format!("data:{};base64,{}", kind(path), STANDARD.encode(bytes))
}

/// The media type, by the end of the name.
fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "csv" => "text/csv;charset=utf-8",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_into_the_site_or_out_of_it() {
        let page = "policies/a/progress/index.html";
        assert_eq!(way(page, "../index.html#c-1"), Way::Site("policies/a/index.html".into(), "c-1".into()));
        assert_eq!(way(page, "#x"), Way::Site(page.into(), "x".into()));
        assert_eq!(way(page, "tel:023-58"), Way::Outside);
        assert_eq!(way(page, "//example.org/"), Way::Outside);
    }
}
