//! `data/sites.csv`: the indicators of all gathered sites, a row each.

use super::csv::Table;
use crate::model::Site;

/// The table, in the order of the sites and of their own lists.
pub fn sites_csv(site: &Site) -> String {
    use crate::model::Language;
    let head: [&str; 9] = match site.settings.language {
        Language::Chinese => ["网站", "主办单位", "政策", "指标", "单位", "时期", "数值", "进度状态", "网址"],
        Language::English => {
            ["site", "organisation", "policy", "indicator", "unit", "period", "value", "status", "address"]
        }
    };
    let mut table = Table::new();
    head.into_iter().for_each(|name| table.text(name));
    table.end();
    for other in &site.gathered {
        for policy in &other.policies {
            for indicator in &policy.indicators {
                table.text(&other.title);
                table.text(&other.organisation);
                table.text(&policy.title);
                table.text(&indicator.name);
                table.text(&indicator.unit);
                table.text(&indicator.newest.map(|(period, _)| period.to_string()).unwrap_or_default());
                table.number(indicator.newest.map(|(_, value)| value));
                table.text(&indicator.status);
                table.text(&other.address(&policy.url).unwrap_or_default());
                table.end();
            }
        }
    }
    table.text
}
