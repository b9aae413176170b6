//! Indicators: cards, charts, strips, breakdowns, and the page of one, full and empty.

use super::SHORT;
use super::downloads::offer;
use super::parts::{chip, day, example, link, mark};
use crate::theme::view::*;

pub(super) fn track(actual: u32, due: u32, words: [&str; 3]) -> String {
    format!(
        r##"<svg class="chart chart-narrow" role="img" viewBox="0 0 360 44" aria-label="从基数到目标"><rect class="c-track" y="4" width="360" height="8"/><rect class="c-bar" y="4" width="{actual}" height="8"/><path class="c-tick" d="M{due} 0v16"/><text class="c-note" y="34" font-size="14">{}</text><text class="c-note" x="{due}" y="34" font-size="14" text-anchor="middle">{}</text><text class="c-note" x="360" y="34" font-size="14" text-anchor="end">{}</text></svg>"##,
        words[0], words[1], words[2]
    )
}

pub(super) fn target(by: &str, value: &str, verdict: &str, decided: &str) -> TargetView {
    TargetView {
        by: by.into(),
        text: format!("超过{value}家"),
        verdict: chip(verdict),
        decided: decided.into(),
        replaced: false,
    }
}

pub(super) fn high_tech() -> IndicatorCard {
    IndicatorCard {
        id: "high-tech".into(),
        name: "高新技术企业".into(),
        unit: "家".into(),
        url: "policies/double-growth/indicators/high-tech/index.html".into(),
        figure: "128".into(),
        period: "2024年6月".into(),
        goal: "2027年底须超过200家".into(),
        share: "相当于2027年目标的64%".into(),
        status: chip("slightly-behind"),
        marks: example(),
        stale: false,
        sentence: "截至2024年6月底，高新技术企业128家；按序时进度折算应达130家，少2家，略有滞后（约慢1个月）。到2025年底须超过160家，至少还差33家，平均每月需净增1.9家；近12个月平均每月净增1.0家。".into(),
        track: track(101, 108, ["2022年 100", "应达 130", "200"]),
        clause: Some(link("一（二）主要目标", "policies/double-growth/index.html#c-1-2")),
    }
}

pub(super) fn tech() -> IndicatorCard {
    IndicatorCard {
        id: "tech".into(),
        name: "科技型企业".into(),
        url: "policies/double-growth/indicators/tech/index.html".into(),
        figure: "1,020".into(),
        goal: "2027年底须超过1,600家".into(),
        share: "相当于2027年目标的64%".into(),
        status: chip("on-schedule"),
        sentence: "截至2024年6月底，科技型企业1,020家；按序时进度折算应达1,000家，多20家，达进度（约快2个月）。到2025年底须超过1,200家，至少还差181家，平均每月需净增10.1家；近12个月平均每月净增11.2家。".into(),
        track: track(99, 90, ["2022年 800", "应达 1,000", "1,600"]),
        ..high_tech()
    }
}

pub(super) fn fund() -> IndicatorCard {
    IndicatorCard {
        id: "fund".into(),
        name: "渝东北科技创新基金".into(),
        unit: "步".into(),
        url: "policies/double-growth/indicators/fund/index.html".into(),
        figure: "1".into(),
        goal: "2024年底须完成工商登记".into(),
        share: String::new(),
        status: chip("achieved-early"),
        marks: vec![
            mark("illustrative", "示例", ""),
            mark("stale", "逾期未报", "应于2024年8月15日前报7月数"),
        ],
        stale: true,
        sentence: "2024年6月18日签订出资协议，早于2024年6月底的期限；下一步是2024年12月底前完成工商登记。"
            .into(),
        track: String::new(),
        ..high_tech()
    }
}

pub(super) fn no_data() -> IndicatorCard {
    IndicatorCard {
        id: "none".into(),
        name: "规模以上工业企业研发机构覆盖率".into(),
        unit: "%".into(),
        url: "policies/double-growth/indicators/none/index.html".into(),
        figure: String::new(),
        period: String::new(),
        goal: "2027年底须达到100%".into(),
        share: String::new(),
        status: chip("no-data"),
        marks: vec![],
        sentence: "尚未公布过数据。到2027年底须达到100%。".into(),
        track: String::new(),
        ..high_tech()
    }
}

pub(super) fn chart(title: &str) -> ChartView {
    let body = r##"<path class="c-grid" d="M40 20H640M40 90H640M40 160H640M40 230H640"/><path class="c-axis" d="M40 300H640"/><path class="c-plan" d="M40 300 400 168 640 20"/><path class="c-actual" d="M40 300 70 292 100 284 130 270 160 262 190 248 220 236"/><circle class="c-dot" cx="220" cy="236" r="5"/><circle class="c-goal-open" cx="400" cy="168" r="5"/><circle class="c-goal" cx="640" cy="20" r="5"/><text class="c-strong" x="232" y="248" font-size="16">128家，2024年6月</text><text class="c-text" x="412" y="186" font-size="16">2025年底超过160家</text><text class="c-note" x="0" y="304" font-size="14">100</text><text class="c-note" x="0" y="24" font-size="14">200</text>"##;
    ChartView {
        title: title.into(),
        wide: format!(
            r#"<svg class="chart chart-line chart-wide" role="img" viewBox="0 0 720 320" aria-label="{title}">{body}</svg>"#
        ),
        narrow: format!(
            r#"<svg class="chart chart-line chart-narrow" role="img" viewBox="0 0 360 300" aria-label="{title}"><path class="c-axis" d="M30 270H350"/><path class="c-plan" d="M30 270 350 40"/><path class="c-actual" d="M30 270 60 260 90 240 130 216"/><circle class="c-dot" cx="130" cy="216" r="5"/><text class="c-strong" x="140" y="232" font-size="16">128家，2024年6月</text></svg>"#
        ),
        sentence: high_tech().sentence,
        table: Some(link("查看数据表", "policies/double-growth/indicators/high-tech/index.html#history")),
        points: "2024年5月：126家，应达128.3家\n2024年6月：128家，应达130家".into(),
    }
}

pub(super) fn strip() -> String {
    let cells: String = (0..18)
        .map(|n| {
            let x = n * 40 + 14;
            match n % 6 {
                0 | 1 => format!(r#"<circle class="c-on" cx="{}" cy="14" r="7"/>"#, x + 6),
                2 => format!(r#"<path class="c-ahead" d="M{x} 20l7-13 7 13z"/>"#),
                3 => String::new(),
                4 => format!(r#"<path class="c-slow" d="M{x} 7v13h13z"/>"#),
                _ => format!(r#"<path class="c-behind" d="M{x} 8h12v12h-12z"/>"#),
            }
        })
        .collect();
    format!(
        r#"<svg class="chart chart-strip chart-wide" role="img" viewBox="0 0 720 44" aria-label="各月状态">{cells}<text class="c-note" x="8" y="40" font-size="14">2023年1月</text><text class="c-note" x="712" y="40" font-size="14" text-anchor="end">2024年6月</text></svg>"#
    )
}

pub(super) fn breakdown(show_status: bool) -> BreakdownView {
    let names = "高笋塘街道 太白街道 牌楼街道 双河口街道 龙都街道 周家坝街道 沙河街道 钟鼓楼街道 百安坝街道 五桥街道 陈家坝街道 高峰街道 天城街道 九池街道 小周镇 大周镇 新乡镇 孙家镇 龙沙镇 响水镇 武陵镇 瀼渡镇 甘宁镇 熊家镇 高梁镇 李河镇 分水镇 余家镇 后山镇 弹子镇 长岭镇 新田镇 白羊镇 龙驹镇 走马镇 罗田镇 太龙镇 长滩镇 太安镇 白土镇 郭村镇 柱山乡 铁峰乡 溪口乡 长坪乡 燕山乡 梨树乡 普子乡 黄柏乡 茨竹乡 地宝土家族乡 恒合土家族乡 万州经开区 渝东新区 万州综合保税区";
    let rows = names.split(' ').enumerate().map(|(n, name)| RowView {
        organisation: link(name, "organisations/henghe/index.html"),
        cells: (0..6)
            .map(|year| if n % 11 == 10 { "—".into() } else { (n % 7 + year * (n % 3)).to_string() })
            .collect(),
        now: if n == 20 { "—".into() } else { (n % 7 + 1).to_string() },
        remaining: if n % 3 == 0 { (n % 4 + 1).to_string() } else { "—".into() },
        status: show_status.then(|| chip(if n % 3 == 0 { "under-way" } else { "year-met" })),
    });
    BreakdownView {
        id: if show_status { "parks".into() } else { "townships".into() },
        title: "乡镇（街道）及园区高新技术企业培育目标任务分解表（2023—2027年）".into(),
        note: "高新技术企业，家。2024年6月，55个单位中54个已报。".into(),
        marks: example(),
        columns: ["2022年", "2023年", "2024年目标", "2025年", "2026年", "2027年"].map(str::to_owned).to_vec(),
        current: Some(2),
        now: "6月底".into(),
        rows: rows.collect(),
        total: Some(RowView {
            organisation: link("合计", ""),
            cells: ["100", "118", "136", "161", "182", "203"].map(str::to_owned).to_vec(),
            now: String::new(),
            remaining: String::new(),
            status: None,
        }),
        chart: Some(ChartView {
            table: None,
            sentence: String::new(),
            ..chart("各单位2024年6月底与年度目标")
        }),
        csv: "policies/double-growth/data/high-tech-townships.csv".into(),
    }
}

pub(super) fn breakdown_summary(show_status: bool) -> BreakdownSummary {
    let BreakdownView { id, title, note, marks, rows, csv, .. } = breakdown(show_status);
    let tally = |key: &str, count: usize, share: &str| Tally { chip: chip(key), count, share: share.into() };
    BreakdownSummary {
        url: format!("policies/double-growth/indicators/high-tech/index.html#{id}"),
        count: rows.len(),
        sum: "各单位合计128家，2024年目标合计136家。".into(),
        tallies: match show_status {
            true => vec![tally("year-met", 36, "65.5"), tally("under-way", 19, "34.5")],
            false => vec![],
        },
        id,
        title,
        note,
        marks,
        csv,
    }
}

pub(super) fn counts() -> Counts {
    let tally = |key: &str, count: usize, share: &str| Tally { chip: chip(key), count, share: share.into() };
    Counts {
        indicators: vec![
            tally("achieved-early", 1, "20.0"),
            tally("on-schedule", 1, "20.0"),
            tally("slightly-behind", 1, "20.0"),
            tally("far-behind", 1, "20.0"),
            tally("no-data", 1, "20.0"),
        ],
        indicators_total: 5,
        clauses: vec![
            tally("done", 1, "6.2"),
            tally("under-way", 3, "18.8"),
            tally("blocked", 1, "6.2"),
            tally("not-started", 1, "6.3"),
            tally("unreported", 10, "62.5"),
        ],
        clauses_total: 16,
        clauses_stated: 6,
    }
}

pub(super) fn indicator() -> IndicatorPage {
    let row =
        |period: &str, value: &str, planned: &str, gap: &str, status: &str, marks: Vec<Mark>| HistoryRow {
            period: period.into(),
            value: value.into(),
            planned: planned.into(),
            gap: gap.into(),
            status: chip(status),
            marks,
        };
    let computed = |name: &str, value: &str, how: &str| Computed {
        name: name.into(),
        value: value.into(),
        how: how.into(),
    };
    IndicatorPage {
        embeds: vec![offer()],
        previous: None,
        next: Some(link("科技型企业", "policies/double-growth/indicators/tech/index.html")),
        card: high_tech(),
        targets: vec![
            target("2023年底", "110", "met", "2023年12月，117家"),
            TargetView { replaced: true, ..target("2025年底", "150", "pending", "") },
            target("2025年底", "160", "missed", "2025年12月，158家"),
            target("2027年底", "200", "pending", ""),
        ],
        strip: strip(),
        policy: link(SHORT, "policies/double-growth/index.html"),
        definition: "期末全区高新技术企业总数，不是当年新增数。".into(),
        source: "区科技局".into(),
        owner: Some(link("区科技局", "organisations/kjj/index.html")),
        frequency: "每月".into(),
        baseline: "2022年底100家".into(),
        kind: "期末总数".into(),
        clauses: vec![
            link("2. 培育壮大高新技术企业", "policies/double-growth/index.html#c-2-1-2"),
            link("3. 招引落户优质科技企业", "policies/double-growth/index.html#c-2-1-3"),
        ],
        same_as: None,
        chart: Some(ChartView {
            sentence: String::new(),
            table: None,
            ..chart("高新技术企业：计划路径与实际")
        }),
        computed: vec![
            computed("应达数", "130家", "100 + (160 − 100) × 18 ÷ 36"),
            computed("差距", "−2家", "128 − 130"),
            computed("折合时间", "慢1.2个月", "128家在计划路径上是第16.8个月，现在是第18个月"),
            computed("还差", "33家", "161 − 128，“超过160家”即至少161家"),
            computed("平均每月需净增", "1.9家", "33 ÷ 18，进到一位小数"),
        ],
        history: vec![
            row("2024年6月", "128", "130", "−2", "slightly-behind", example()),
            row(
                "2024年5月",
                "125",
                "128",
                "−3",
                "slightly-behind",
                vec![mark("revised", "已更正", "原为127，剔除重复2家")],
            ),
            row("2024年4月", "124", "127", "−3", "behind", vec![mark("provisional", "初步数", "")]),
            row("2024年3月", "124", "125", "−1", "slightly-behind", vec![]),
            row("2023年12月", "117", "120", "−3", "slightly-behind", vec![]),
        ],
        breakdowns: vec![breakdown(false)],
        next_due: Some(day("2024年8月15日", "2024-08-15")),
    }
}

pub(super) fn empty_indicator() -> IndicatorPage {
    IndicatorPage {
        card: no_data(),
        targets: vec![target("2027年底", "100", "pending", "")],
        policy: link(SHORT, "policies/double-growth/index.html"),
        kind: "期末总数".into(),
        ..IndicatorPage::default()
    }
}
