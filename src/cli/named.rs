//! What a command line names: a period, a policy, an organisation; and the site that it is looked up in.

use super::{FAILED, Shared, faulty, say_error};
use crate::diagnostic::{Diagnostics, nearest};
use crate::intake;
use crate::model::{Language, OrgIx, Period, Policy, Site};
use crate::source::Sources;

/// The site as it is written, for a command that adds to it, with what was found in it beside errors.
/// Where it has errors they are told, and the exit code comes back.
pub(super) fn written(shared: &Shared) -> Result<(Sources, Site, Diagnostics), u8> {
    let mut d = Diagnostics::new();
    let sources = Sources::read(&shared.root, &mut d).map_err(|error| {
        say_error(&error.to_string(), shared.language);
        FAILED
    })?;
    let site = if d.has_errors() { None } else { intake::written(&sources, &mut d) };
    match site {
        Some(site) => Ok((sources, site, d)),
        None => Err(faulty(&d, &sources, shared)),
    }
}

/// A period as typed; `name` is what it stands for on the command line.
pub(super) fn period(shared: &Shared, name: &str, text: Option<&String>) -> Result<Option<Period>, String> {
    let Some(text) = text else { return Ok(None) };
    Period::parse(text).map(Some).ok_or_else(|| match shared.language {
        Language::Chinese => format!("{name} 应为月、季或年，如 2024-07、2024-Q3 或 2024，这里是“{text}”"),
        Language::English => format!("{name} takes 2024-07, 2024-Q3 or 2024, not `{text}`"),
    })
}

/// A policy by its folder's name or a title.
pub(super) fn policy<'a>(shared: &Shared, site: &'a Site, name: &str) -> Result<&'a Policy, String> {
    let found = site.policies.iter().find(|policy| {
        [&policy.id, &policy.metadata.short_title, &policy.metadata.title].into_iter().any(|own| own == name)
    });
    let ids = || site.policies.iter().map(|policy| policy.id.as_str());
    found.map(|policy| &**policy).ok_or_else(|| {
        let all: Vec<&str> = ids().collect();
        match (shared.language, nearest(name, ids())) {
            (Language::Chinese, Some(near)) => format!("没有“{name}”这项政策，是不是“{near}”？"),
            (Language::Chinese, None) => format!("没有“{name}”这项政策；有：{}", all.join("、")),
            (Language::English, Some(near)) => {
                format!("there is no policy `{name}`; did you mean `{near}`?")
            }
            (Language::English, None) => {
                format!("there is no policy `{name}`; there are: {}", all.join(", "))
            }
        }
    })
}

/// An organisation by any of its names.
pub(super) fn organisation(shared: &Shared, site: &Site, name: &str) -> Result<OrgIx, String> {
    site.organisations.find(name).ok_or_else(|| {
        match (shared.language, nearest(name, site.organisations.names())) {
            (Language::Chinese, Some(near)) => format!("没有登记“{name}”，是不是“{near}”？"),
            (Language::Chinese, None) => format!("没有登记“{name}”，见 content/organisations.yaml"),
            (Language::English, Some(near)) => {
                format!("there is no organisation `{name}`; did you mean `{near}`?")
            }
            (Language::English, None) => {
                format!("there is no organisation `{name}`; see content/organisations.yaml")
            }
        }
    })
}
