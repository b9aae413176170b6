//! The tags of a government page (国办发〔2017〕47号): there, real, and this site's own.

use super::{Input, texts};
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics, Files as _};
use crate::model::{Place, Portal, Settings};

/// Where the settings stand.
const PATH: &str = "content/site.yaml";

/// What is left in a setting that nobody has filled in.
const PLACEHOLDERS: [&str; 16] = [
    "null",
    "undefined",
    "none",
    "nan",
    "n/a",
    "tbd",
    "todo",
    "网站名称",
    "网站域名",
    "网站标识码",
    "标识码",
    "栏目名称",
    "栏目描述",
    "栏目关键词",
    "待定",
    "待填写",
];

/// Words that the names of all governments share.
const SHARED: [&str; 18] = [
    "人民", "民政", "政府", "府办", "办公", "公室", "门户", "户网", "网站", "政务", "公开", "市人", "区人",
    "县人", "省人", "府网", "公厅", "委员",
];

/// Checks the settings.
pub(super) fn check(input: &Input, d: &mut Diagnostics) {
    let settings = &input.site.settings;
    let portal = &settings.portal;
    missing(input, settings, d);
    let written = written(portal);
    for (key, value) in written.iter().filter(|(_, value)| is_placeholder(value)) {
        let place = place(input, value);
        d.push(Diagnostic::at(code::TAG_PLACEHOLDER, place).with("key", key).with("value", value));
    }
    if let Some(domain) = portal.site_domain.as_deref().filter(|domain| !is_placeholder(domain)) {
        if !is_domain(domain) {
            d.push(Diagnostic::at(code::TAG_DOMAIN, place(input, domain)).with("value", domain));
        } else if let Some(host) = settings.base_url.as_deref().and_then(host)
            && !same_site(domain, host)
        {
            other_site(input, "site_domain", domain, host, d);
        }
    }
    if let Some(own) = portal.site_id_code.as_deref().filter(|own| !is_placeholder(own) && !is_id_code(own)) {
        d.push(Diagnostic::at(code::TAG_ID_CODE, place(input, own)).with("value", own));
    }
    if let Some(name) = portal.site_name.as_deref().filter(|name| !is_placeholder(name))
        && !is_own_name(input, name)
    {
        other_site(input, "site_name", name, &settings.organisation, d);
    }
}

fn other_site(input: &Input, key: &str, value: &str, other: &str, d: &mut Diagnostics) {
    let problem = Diagnostic::at(code::TAG_OTHER_SITE, place(input, value)).with("key", key);
    d.push(problem.with("value", value).with("other", other));
}

/// The tags that must be there, once the site is meant for a portal: it names its site, or has its address.
fn missing(input: &Input, settings: &Settings, d: &mut Diagnostics) {
    let portal = &settings.portal;
    let of_portal =
        portal.site_name.is_some() || portal.site_domain.is_some() || portal.site_id_code.is_some();
    let address = settings.base_url.as_deref().and_then(host).unwrap_or_default();
    if !of_portal && !address.ends_with(".gov.cn") {
        return;
    }
    let column = &portal.column;
    let tags = [
        ("SiteName", "site_name", portal.site_name.is_some()),
        ("SiteDomain", "site_domain", portal.site_domain.is_some()),
        ("SiteIDCode", "site_id_code", portal.site_id_code.is_some()),
        ("ColumnName", "column.name", column.name.is_some()),
        ("ColumnDescription", "column.description", column.description.is_some()),
        ("ColumnKeywords", "column.keywords", !column.keywords.is_empty()),
    ];
    let missing: Vec<_> = tags.into_iter().filter(|(_, _, there)| !there).collect();
    let Some(file) = input.sources.find(PATH).filter(|_| !missing.is_empty()) else { return };
    let list = |names: Vec<&str>| names.join("、");
    let place = texts::find(input, file.id, 0, "portal:").unwrap_or(Place::new(file.id, 0, 0));
    d.push(
        Diagnostic::at(code::TAG_MISSING, place)
            .with("tags", list(missing.iter().map(|tag| tag.0).collect()))
            .with("keys", list(missing.iter().map(|tag| tag.1).collect())),
    );
}

/// What the site says of itself, by key.
fn written(portal: &Portal) -> Vec<(&'static str, &str)> {
    let single = [
        ("site_name", &portal.site_name),
        ("site_domain", &portal.site_domain),
        ("site_id_code", &portal.site_id_code),
        ("column.name", &portal.column.name),
        ("column.description", &portal.column.description),
    ];
    let single = single.into_iter().filter_map(|(key, value)| Some((key, value.as_deref()?)));
    let keywords = portal.column.keywords.iter().map(|word| ("column.keywords", word.as_str()));
    single.chain(keywords).collect()
}

/// Where a value is written.
fn place(input: &Input, value: &str) -> Place {
    let Some(file) = input.sources.find(PATH) else { return Place::default() };
    let text = input.sources.text(file.id).unwrap_or_default();
    let portal = text.find("portal:").unwrap_or(0);
    texts::find(input, file.id, portal, value).unwrap_or(Place::new(file.id, portal, 0))
}

/// True for what nobody means as a value.
pub(super) fn is_placeholder(value: &str) -> bool {
    let lower = value.trim().to_lowercase();
    PLACEHOLDERS.contains(&lower.as_str())
}

/// True for the name of a host: labels of letters, digits and hyphens, two at least.
pub(super) fn is_domain(domain: &str) -> bool {
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    domain.contains('.') && domain.split('.').all(label)
}

/// Ten digits, or `bm` and eight.
pub(super) fn is_id_code(code: &str) -> bool {
    let digits = |text: &str, count| text.len() == count && text.chars().all(|c| c.is_ascii_digit());
    digits(code, 10) || code.strip_prefix("bm").is_some_and(|rest| digits(rest, 8))
}

/// The host of an address.
fn host(address: &str) -> Option<&str> {
    let rest = address.split_once("://")?.1;
    rest.split(['/', ':']).next().filter(|host| !host.is_empty())
}

/// `www.wz.gov.cn` and `kjj.wz.gov.cn`: of one portal.
pub(super) fn same_site(domain: &str, host: &str) -> bool {
    let bare = |name: &str| name.trim_start_matches("www.").to_lowercase();
    let (domain, host) = (bare(domain), bare(host));
    let below = |inner: &str, outer: &str| inner == outer || inner.ends_with(&format!(".{outer}"));
    below(&host, &domain) || below(&domain, &host)
}

/// True where the site's name has two characters in common with whoever speaks on it: its publisher,
/// its title, the issuers of its policies.
fn is_own_name(input: &Input, name: &str) -> bool {
    let settings = &input.site.settings;
    let issuers = input.site.policies.iter().map(|policy| policy.metadata.issuer.as_str());
    let mut own = [settings.organisation.as_str(), settings.title.as_str()].into_iter().chain(issuers);
    own.any(|own| share(name, own))
}

/// True where two names share two characters that not every government has; a name without Chinese is not judged.
pub(super) fn share(name: &str, other: &str) -> bool {
    let letters: Vec<char> = name.chars().filter(|c| texts::is_chinese(*c)).collect();
    let pairs: Vec<String> = letters.windows(2).map(|pair| pair.iter().collect()).collect();
    let telling: Vec<&String> = pairs.iter().filter(|pair| !SHARED.contains(&pair.as_str())).collect();
    telling.is_empty() || telling.iter().any(|pair| other.contains(pair.as_str()))
}
