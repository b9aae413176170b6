//! Pages of the site: articles, free pages and the home page.

use super::TITLE;
use super::changes::changes;
use super::clause::{duties, head};
use super::downloads::force;
use super::indicator::{counts, high_tech, tech};
use super::parts::{chip, day, field, link};
use crate::theme::view::*;

pub(super) fn article() -> ArticleView {
    ArticleView {
        kind: "interpretation".into(),
        title: "万州区科技企业“双倍增”工作实施方案政策解读".into(),
        url: "policies/double-growth/interpretations/text/index.html".into(),
        published: day("2023年7月20日", "2023-07-20"),
        form: "文字解读".into(),
        by: "区科技局".into(),
        organisation: None,
        clause: Some(link("1. 培育孵化科技型企业", "policies/double-growth/index.html#c-2-1-1")),
        image: String::new(),
        body: "<p>示例文稿：为演示“政策解读”栏目由本站编写，不是区科技局发布的正式解读。</p><h2>为什么要出台</h2><p>2023年3月，重庆市印发高新技术企业和科技型企业“双倍增”行动计划，提出到2027年全市两类企业大幅增加。万州区据此制定实施方案，把全市目标落到本区，明确要做哪些事、由谁来做。</p><h2>要达到什么目标</h2><table><thead><tr><th>指标</th><th style=\"text-align: right\">2025年</th><th style=\"text-align: right\">2027年</th></tr></thead><tbody><tr><td>高新技术企业（家）</td><td style=\"text-align: right\">超过160</td><td style=\"text-align: right\">超过200</td></tr><tr><td>科技型企业（家）</td><td style=\"text-align: right\">超过1200</td><td style=\"text-align: right\">超过1600</td></tr></tbody></table><h2>十二项任务怎么看</h2><p>十二项任务顺着企业成长的路子安排，分为四组：</p><ul><li>第1至3项管“从哪里来”：自己培育、逐级升级、对外招引；</li><li>第4至6项管“强不强”：创新平台、研发能力、产业集群。</li></ul><h3>名词解释</h3><p><strong>双倍增</strong>：高新技术企业和科技型企业的数量各自成倍增长。</p><blockquote><p>到点验收：到了目标规定的时间，按实际完成数核对。</p></blockquote>".into(),
        only: String::new(),
        policy: link(TITLE, "policies/double-growth/index.html"),
    }
}

pub(super) fn free() -> FreePage {
    FreePage { title: "关于本站".into(), body: "<h2>这是什么网站</h2><p>本站把政策文件和它的进展放在一起：文件承诺了什么，现在做到哪一步，由哪个单位负责，数据是哪一天的。</p><ol><li>从基数到各年目标连一条直线；</li><li>用实际数与它比较，得出多几家或少几家；</li></ol><p>代码 <code>gongbao build</code></p>".into() }
}

pub(super) fn home() -> Home {
    let towns = |names: &str| {
        names.split(' ').map(|name| link(name, "organisations/henghe/index.html")).collect::<Vec<_>>()
    };
    Home {
        not_counted: 1,
        policies: vec![
            PolicyEntry {
                head: head(),
                indicators: vec![high_tech(), tech()],
                size: "12项任务 · 4项保障措施 · 3项指标".into(),
                bulletin: Some(link("2024年6月通报", "policies/double-growth/progress/2024-06/index.html")),
                has_progress: true,
                reported: true,
                ended: false,
            },
            PolicyEntry {
                head: PolicyHead {
                    id: "chongqing-plan".into(),
                    title: "重庆市高新技术企业和科技型企业“双倍增”行动计划（2023—2027年）".into(),
                    short_title: "重庆市“双倍增”行动计划".into(),
                    document_number: "渝府办发〔2023〕26号".into(),
                    force: Some(force()),
                    ..head()
                },
                indicators: vec![],
                size: "2项指标".into(),
                bulletin: None,
                has_progress: true,
                reported: false,
                ended: false,
            },
        ],
        policies_total: 2,
        counts: counts(),
        upcoming: vec![
            field("2024年底", "渝东北科技创新基金：完成工商登记"),
            field("2025年底", "高新技术企业超过160家"),
            field("2025年底", "科技型企业超过1,200家"),
        ],
        changes: changes(),
        all_changes: Some(link("全部变化", "changes/index.html")),
        sites: vec![],
        all_sites: None,
        townships: vec![
            TownshipGroup {
                name: "街道".into(),
                townships: towns(
                    "高笋塘街道 太白街道 牌楼街道 双河口街道 龙都街道 周家坝街道 沙河街道 钟鼓楼街道 百安坝街道 五桥街道 陈家坝街道 高峰街道 天城街道 九池街道",
                ),
            },
            TownshipGroup {
                name: "镇".into(),
                townships: towns(
                    "小周镇 大周镇 新乡镇 孙家镇 龙沙镇 响水镇 武陵镇 瀼渡镇 甘宁镇 熊家镇 高梁镇 李河镇 分水镇 余家镇 后山镇 弹子镇 长岭镇",
                ),
            },
            TownshipGroup {
                name: "乡".into(),
                townships: towns("柱山乡 铁峰乡 溪口乡 长坪乡 燕山乡 梨树乡 普子乡 黄柏乡 茨竹乡"),
            },
            TownshipGroup {
                name: "民族乡".into(), townships: towns("地宝土家族乡 恒合土家族乡")
            },
        ],
        organisations: towns(
            "区科技局 区发展改革委 区经济信息委 区农业农村委 区商务委 区市场监管局 区大数据发展局 渝东新区 万州经开区经济发展局 万州综合保税区 人行万州中心支行",
        ),
        blocked: duties().into_iter().filter(|clause| clause.state == Some(chip("blocked"))).collect(),
        previous: None,
        next: None,
    }
}
