//! What every page has: links, chips, marks, the site and the page around the content.

use super::SHORT;
use crate::theme::view::*;

pub(super) fn link(title: &str, url: &str) -> Link {
    Link { title: title.into(), url: url.into() }
}

pub(super) fn day(text: &str, iso: &str) -> Day {
    Day { text: text.into(), iso: iso.into() }
}

pub(super) fn field(label: &str, value: &str) -> Field {
    Field { label: label.into(), value: value.into() }
}

pub(super) fn chip(key: &str) -> Chip {
    let (word, shape, family) = match key {
        "on-schedule" => ("达进度", "●", "good"),
        "achieved" => ("已完成", "●", "good"),
        "achieved-early" => ("提前达到", "▲", "ahead"),
        "ahead" => ("超进度", "▲", "ahead"),
        "slightly-behind" => ("略有滞后", "◣", "slight"),
        "behind" => ("滞后", "■", "behind"),
        "far-behind" => ("严重滞后", "■", "behind"),
        "missed" => ("到期未完成", "■", "behind"),
        "met" => ("按期达到", "●", "good"),
        "pending" => ("未到期", "○", "neutral"),
        "under-way" => ("推进中", "○", "neutral"),
        "ongoing" => ("长期推进", "○", "neutral"),
        "not-started" => ("未启动", "○", "neutral"),
        "blocked" => ("推进受阻", "■", "behind"),
        "done" => ("已完成", "●", "good"),
        "unreported" => ("暂未填报", "○", "neutral"),
        "year-met" => ("已达年度目标", "●", "good"),
        "no-task" => ("无任务", "○", "neutral"),
        _ => ("暂无数据", "○", "neutral"),
    };
    Chip { key: key.into(), word: word.into(), shape: shape.into(), family: family.into() }
}

pub(super) fn mark(key: &str, word: &str, note: &str) -> Mark {
    Mark { key: key.into(), word: word.into(), note: note.into() }
}

pub(super) fn example() -> Vec<Mark> {
    vec![mark("illustrative", "示例", "演示数据，不代表实际完成情况")]
}

pub(super) fn site() -> SiteView {
    let legend = [
        ("ahead", "快2个月及以上"),
        ("on-schedule", "不慢，且快不到2个月"),
        ("slightly-behind", "慢不超过2个月"),
        ("behind", "慢2个月以上，不超过6个月"),
        ("far-behind", "慢6个月以上"),
        ("achieved-early", "期限前已达到目标"),
        ("achieved", "到期时已达到目标"),
        ("missed", "到期时没有达到目标"),
        ("no-data", "还没有公布过数据"),
    ];
    SiteView {
        title: "万州区政策进展公开".into(),
        organisation: "万州区政府办公室".into(),
        search: "search/index.html".into(),
        home: "index.html".into(),
        navigation: vec![
            link("全部政策", "index.html#policies"),
            link("我的乡镇", "index.html#townships"),
            link("责任单位", "index.html#organisations"),
            link("搜索", "search/index.html"),
        ],
        feed: "feed.xml".into(),
        pages: vec![link("关于本站", "pages/about/index.html"), link("使用帮助", "pages/help/index.html")],
        icp: "渝ICP备00000000号-1".into(),
        police_record: "渝公网安备50000000000000号".into(),
        police_record_code: "50000000000000".into(),
        site_id_code: "5000000000".into(),
        agency_mark_url: "https://bszs.conac.cn/sitename?method=show&id=0123456789ABCDEF0123456789ABCDEF".into(),
        data: "data/index.html".into(),
        as_of: Some(day("2024年6月30日", "2024-06-30")),
        published: Some(day("2024年7月10日", "2024-07-10")),
        next_due: Some(day("2024年8月15日", "2024-08-15")),
        judged: "与序时进度相比：快2个月及以上为超进度，不慢为达进度，慢不超过2个月为略有滞后，慢2个月以上不超过6个月为滞后，更慢为严重滞后。序时进度：按时间折算应完成的数。".into(),
        legend: legend.iter().map(|(key, note)| mark(key, &chip(key).word, note)).collect(),
        legend_chips: legend.iter().map(|(key, _)| chip(key)).collect(),
        assets: vec![link("portal.css", "assets/portal.css")],
    }
}

pub(super) fn page(kind: &str, title: &str, url: &str) -> PageView {
    let mut breadcrumbs = vec![link("首页", "index.html")];
    if url.starts_with("policies/") && kind != "policy" {
        breadcrumbs.push(link(SHORT, "policies/double-growth/index.html"));
    }
    if kind == "organisation" {
        breadcrumbs.push(link("责任单位", "index.html#organisations"));
    }
    if kind != "home" {
        breadcrumbs.push(link(title, url));
    }
    let data = matches!(kind, "home" | "policy" | "progress" | "bulletin" | "indicator" | "organisation");
    PageView {
        properties: vec![Tag { name: "og:title".into(), content: title.into() }],
        linked_data: r#"{"@context":"https://schema.org","@graph":[]}"#.into(),
        kind: kind.into(),
        title: title.into(),
        description: "文件承诺了什么，现在做到哪一步，由哪个单位负责，数据是哪一天的。".into(),
        root: "../".repeat(url.matches('/').count()),
        top: "../".repeat(url.matches('/').count()),
        alternates: [("zh-CN", "中文", true), ("en", "English", false)]
            .map(|(language, name, main)| Alternate {
                language: language.into(),
                name: name.into(),
                url: if main { url.into() } else { format!("en/{url}") },
                address: String::new(),
                main,
                current: main,
            })
            .into(),
        url: url.into(),
        canonical: format!("https://example.gov.cn/zt/jinzhan/{url}"),
        language: "zh-CN".into(),
        breadcrumbs,
        tags: vec![Tag { name: "SiteName".into(), content: "重庆市万州区人民政府".into() }],
        published: data.then(|| day("2024年7月10日", "2024-07-10")),
        as_of: data.then(|| day("2024年6月30日", "2024-06-30")),
        next_due: data.then(|| day("2024年8月15日", "2024-08-15")),
        of_site: matches!(
            kind,
            "home" | "organisation" | "changes" | "sites" | "gathered" | "page" | "search" | "not-found"
        ),
        notices: vec![Notice {
            text: "演示站点：进度数据为示例，不代表实际完成情况。".into(),
            kind: "sample".into(),
            links: Vec::new(),
        }],
        contact: if data { "区科技局 023-0000 0000".into() } else { String::new() },
        report_url: "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=5000000000".into(),
        downloads: if data {
            vec![link("进展数据（JSON）", "data.json"), link("高新技术企业（CSV）", "a.csv")]
        } else {
            vec![]
        },
    }
}
