//! The pages of a policy: its text, its progress and a bulletin.

use super::clause::{clause, clauses, duties, fields, head};
use super::home::article;
use super::indicator::{breakdown_summary, chart, counts, fund, high_tech, no_data, tech};
use super::parts::{chip, example, field, link};
use crate::theme::view::*;

pub(super) fn policy() -> PolicyView {
    let attachment = |n: u32, name: &str| AttachmentView {
        n,
        name: name.into(),
        url: String::new(),
        tables: vec![link(
            "高新技术企业，乡镇（街道）及园区",
            "policies/double-growth/indicators/high-tech/index.html#townships",
        )],
    };
    PolicyView {
        head: head(),
        fields: fields(),
        indicators: vec![high_tech(), tech()],
        notice: Some(HeadView {
            title: vec!["万州区人民政府办公室".into(), "关于印发重庆市万州区高新技术企业和科技型企业".into(), "“双倍增”工作实施方案的通知".into()],
            addressees: "各乡镇人民政府、街道办事处，区政府各部门，有关单位：".into(),
            body: "<p>《重庆市万州区高新技术企业和科技型企业“双倍增”工作实施方案》已经区政府同意，现印发给你们，请认真贯彻执行。</p>".into(),
            signature: "万州区人民政府办公室".into(),
            date: "2023年6月28日".into(),
            note: "（此件公开发布）".into(),
        }),
        lead: "<p>要点摘编，非原文。标题、目标、责任单位与公开文件一致，各条说明由本站概括；原文见万州区人民政府网站“政务公开”栏目。</p><p>本方案的上位文件是重庆市“双倍增”行动计划（渝府办发〔2023〕26号），目的是多培育高新技术企业和科技型企业，带动市场主体提质、产业体系升级。</p>".into(),
        clauses: clauses(),
        filter: Some(FilterView {
            organisations: vec![
                FilterGroup { label: "部门".into(), choices: vec![FilterChoice { id: "kjj".into(), name: "区科技局".into(), through: String::new() }] },
                FilterGroup { label: "乡镇（街道）".into(), choices: vec![FilterChoice { id: "henghe".into(), name: "恒合土家族乡".into(), through: "xiangzhen-jiedao".into() }] },
            ],
            states: vec![chip("under-way"), chip("done")],
            statuses: vec![chip("slightly-behind")],
        }),
        attachments: vec![
            attachment(1, "乡镇（街道）及园区高新技术企业培育目标任务分解表（2023—2027年）"),
            attachment(2, "乡镇（街道）及园区科技型企业培育目标任务分解表（2023—2027年）"),
            AttachmentView { url: "files/annex-3.xlsx".into(), tables: vec![], ..attachment(3, "区级部门高新技术企业培育目标任务分解表（2023—2027年）") },
        ],
        tail: String::new(),
        interpretations: vec![article()],
        cases: vec![ArticleView { kind: "case".into(), title: "示例：一家食品加工企业的入库之路".into(), form: String::new(), by: String::new(), organisation: Some(link("区科技局", "organisations/kjj/index.html")), ..article() }],
        relations: vec![Relation { label: "依据".into(), policy: link("重庆市高新技术企业和科技型企业“双倍增”行动计划（2023—2027年）", "policies/chongqing-plan/index.html") }],
        has_progress: true,
        previous: None,
        next: Some(link("重庆市“双倍增”行动计划", "policies/chongqing-plan/index.html")),
    }
}

pub(super) fn plain_policy() -> PolicyView {
    PolicyView {
        head: PolicyHead {
            title: "没有指标的政策".into(),
            short_title: String::new(),
            document_number: String::new(),
            ..head()
        },
        fields: fields(),
        clauses: vec![
            clause("other", 1, "", "", "p-1", "只有一段话的文件。"),
            clause("other", 1, "第一条", "", "a-1", "没有标题的条款，正文直接跟在条号后面。"),
        ],
        ..PolicyView::default()
    }
}

pub(super) fn progress() -> ProgressView {
    ProgressView {
        head: head(),
        counts: counts(),
        indicators: vec![high_tech(), tech(), fund(), no_data()],
        charts: vec![chart("高新技术企业：计划路径与实际"), chart("科技型企业：计划路径与实际")],
        clauses: duties(),
        breakdowns: vec![breakdown_summary(false), breakdown_summary(true)],
        bulletins: vec![
            link("2024年6月通报", "policies/double-growth/progress/2024-06/index.html"),
            link("2024年5月通报", "policies/double-growth/progress/2024-05/index.html"),
        ],
        upcoming: vec![
            field("2024年底", "渝东北科技创新基金：完成工商登记"),
            field("2025年底", "高新技术企业超过160家"),
            field("2025年底", "科技型企业超过1,200家"),
        ],
        changes: Some(super::changes::publication()),
        reported: true,
    }
}

pub(super) fn empty_progress() -> ProgressView {
    let unreported = |mut clause: ClauseView| {
        (clause.state, clause.statement, clause.reported) = (None, None, false);
        clause
    };
    ProgressView {
        head: head(),
        counts: Counts { clauses_total: 16, ..Counts::default() },
        indicators: vec![no_data()],
        clauses: duties().into_iter().map(unreported).collect(),
        breakdowns: vec![BreakdownSummary { sum: String::new(), ..breakdown_summary(false) }],
        ..ProgressView::default()
    }
}

pub(super) fn bulletin() -> BulletinView {
    BulletinView {
        head: head(),
        period: "2024年6月".into(),
        summary: "<p>示例：6月底全区有高新技术企业128家、科技型企业1020家，比5月底分别净增3家和17家。渝东北科技创新基金签订了出资协议；孵化载体布局调整受阻，正在协调。</p>".into(),
        marks: example(),
        counts: counts(),
        indicators: vec![high_tech(), tech(), fund()],
        clauses: duties().into_iter().filter(|clause| clause.statement.is_some()).collect(),
        breakdowns: vec![],
        picture_url: "policies/double-growth/progress/2024-06/picture/index.html".into(),
        revisions: vec![field("2024年3月 高新技术企业", "127家改为125家，剔除重复2家")],
        previous: Some(link("2024年5月通报", "policies/double-growth/progress/2024-05/index.html")),
        next: None,
    }
}
