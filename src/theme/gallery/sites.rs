//! The overview of several sites: one with everything, one that gives no address and has nothing to show.

use super::indicator::counts;
use super::parts::{chip, day, link};
use crate::theme::view::*;

pub(super) fn sites() -> SitesPage {
    let bare = SiteEntry {
        site: link("北山县政策进展公开", "sites/beishan/index.html"),
        ..SiteEntry::default()
    };
    let row =
        |site: &str, value: &str| GatheredFigure { of: link(site, ""), value: value.into(), ..figure() };
    SitesPage {
        sites: vec![entry(), bare],
        counts: counts(),
        shared: vec![SharedIndicator {
            name: "高新技术企业".into(),
            unit: "家".into(),
            rows: vec![figure(), row("北山县政策进展公开", "")],
        }],
    }
}

pub(super) fn gathered() -> GatheredPage {
    GatheredPage {
        entry: entry(),
        policies: vec![GatheredPolicyView {
            policy: link(
                "东河区科技企业倍增实施方案",
                "https://donghe.example.gov.cn/policies/keji/index.html",
            ),
            document_number: "东河府办发〔2023〕8号".into(),
            as_of: Some(day("2024年6月30日", "2024-06-30")),
            figures: vec![figure()],
        }],
        more: 12,
    }
}

fn entry() -> SiteEntry {
    SiteEntry {
        site: link("东河区政策进展公开", "sites/donghe/index.html"),
        organisation: "东河区政府办公室".into(),
        address: "https://donghe.example.gov.cn/".into(),
        policies_total: 112,
        counts: counts(),
        as_of: Some(day("2024年6月30日", "2024-06-30")),
        notice: "演示站点：数据均为虚构示例。".into(),
    }
}

fn figure() -> GatheredFigure {
    GatheredFigure {
        of: link("东河区政策进展公开", "https://donghe.example.gov.cn/policies/keji/index.html"),
        value: "1,280".into(),
        unit: "家".into(),
        period: "2024年6月".into(),
        status: chip("slightly-behind"),
        mark: Some(Mark { key: "illustrative".into(), word: "示例".into(), note: String::new() }),
    }
}
