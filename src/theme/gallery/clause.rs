//! The text: names behind a clause, statements, and clauses of every kind.

use super::indicator::{high_tech, tech};
use super::parts::{chip, day, example, field};
use super::{SHORT, TITLE};
use crate::theme::view::*;

pub(super) fn head() -> PolicyHead {
    PolicyHead {
        id: "double-growth".into(),
        title: TITLE.into(),
        short_title: SHORT.into(),
        url: "policies/double-growth/index.html".into(),
        progress_url: "policies/double-growth/progress/index.html".into(),
        document_number: "万州府办发〔2023〕28号".into(),
        issuer: "万州区政府办公室".into(),
        issued: day("2023年6月28日", "2023-06-28"),
        published: day("2023年7月19日", "2023-07-19"),
        validity: String::new(),
        force: None,
        period: "2023年1月至2027年12月".into(),
        picture_url: "policies/double-growth/picture/index.html".into(),
        progress_picture_url: "policies/double-growth/progress/2024-06/picture/index.html".into(),
    }
}

pub(super) fn name(name: &str) -> NameView {
    NameView { name: name.into(), url: "organisations/kjj/index.html".into(), id: "kjj".into() }
}

pub(super) fn tails(names: &str) -> Vec<TailView> {
    vec![TailView { label: "责任单位".into(), names: names.split('、').map(name).collect(), open: true }]
}

pub(super) fn statement(done: &str, next: &str) -> StatementView {
    StatementView {
        period: "2024年6月".into(),
        url: "policies/double-growth/progress/2024-06/index.html".into(),
        done: done.into(),
        next: next.into(),
        marks: example(),
        ..StatementView::default()
    }
}

pub(super) fn clause(
    kind: &str,
    level: u8,
    label: &str,
    heading: &str,
    anchor: &str,
    body: &str,
) -> ClauseView {
    ClauseView {
        kind: kind.into(),
        level,
        heading_level: level + 1,
        label: label.into(),
        heading: heading.into(),
        anchor: anchor.into(),
        path: anchor.trim_start_matches("c-").replace('-', "·"),
        url: format!("policies/double-growth/index.html#{anchor}"),
        body: if body.is_empty() { String::new() } else { format!("<p>{body}</p>") },
        reported: kind == "task" || kind == "safeguard",
        ..ClauseView::default()
    }
}

pub(super) fn task(
    n: usize,
    heading: &str,
    anchor: &str,
    body: &str,
    names: &str,
    state: &str,
) -> ClauseView {
    ClauseView {
        tails: tails(names),
        state: (!state.is_empty()).then(|| chip(state)),
        above: vec![
            "二、重点任务".into(),
            if n < 4 {
                "（一）聚焦体系建设，梯次培育科技企业".into()
            } else {
                "（二）聚焦提质增效，提升企业创新能力".into()
            },
        ],
        ..clause("task", 3, &format!("{n}."), heading, anchor, body)
    }
}

pub(super) fn clauses() -> Vec<ClauseView> {
    let mut first = task(
        1,
        "培育孵化科技型企业",
        "c-2-1-1",
        "建好科技型企业培育库，由部门、园区和乡镇（街道）一起挑选成长性好的中小微企业入库培养。链主企业和龙头骨干企业可以派生新企业，科研人员和大学生可以带着成果来万州创业。",
        "区科技局、渝东新区、区发展改革委、区经济信息委、区农业农村委、区商务委、区市场监管局、区大数据发展局、万州经开区经济发展局、各乡镇（街道）",
        "under-way",
    );
    first.statement =
        Some(statement("上半年入库企业完成一轮走访，问题清单已交有关部门办理。", "启动下半年企业入库。"));
    let mut second = task(
        2,
        "培育壮大高新技术企业",
        "c-2-1-2",
        "先摸底，再建后备库，每年选出有潜力的科技型企业重点服务。离认定标准不远的企业，在研发投入、知识产权、成果转化上得到一对一辅导。",
        "区科技局、区财政局、万州区税务局、渝东新区、区发展改革委、区经济信息委",
        "under-way",
    );
    second.indicators = vec![high_tech()];
    second.statement = Some(StatementView {
        obstacle: "部分企业研发费用归集不规范，申报准备不足。".into(),
        ..statement("年度申报辅导覆盖辅导名单内企业。", "组织企业按时提交申报材料。")
    });
    let mut third = task(
        3,
        "招引落户优质科技企业",
        "c-2-1-3",
        "万州经开区、渝东新区、万州综合保税区等平台招商，同时引才。围绕重点产业链引进上下游企业，在碳达峰碳中和、人工智能等领域以应用场景吸引企业落户。",
        "区招商投资局、渝东新区、区发展改革委、区科技局",
        "",
    );
    third.indicators = vec![high_tech(), tech()];
    let fourth = task(
        4,
        "支持企业建设创新平台并推动规模以上工业企业研发机构全覆盖和开放共享大型科研仪器设备",
        "c-2-2-4",
        "企业可以自己建，也可以与高校、科研机构合建重点实验室、技术创新中心、新型研发机构等平台。规模以上工业企业要做到都有研发机构。",
        "区科技局、渝东新区、区发展改革委、区教委",
        "",
    );
    let mut seventh = task(
        7,
        "构建特色科技企业孵化载体",
        "c-2-3-7",
        "众创空间、孵化器、加速器、产业园依次衔接，企业在每个成长阶段都有去处。载体认定与科技型企业入库挂钩，载体要多育科技含量高的企业。",
        "区科技局、渝东新区、区教委",
        "blocked",
    );
    seventh.statement = Some(StatementView {
        reason: "部分载体的场地手续尚未办妥，布局调整暂时无法实施。".into(),
        ..statement("", "会同有关单位逐处协调场地手续。")
    });
    let mut safeguard = clause(
        "safeguard",
        2,
        "（二）",
        "加强政策激励",
        "c-3-2",
        "按《万州区支持科技创新若干财政金融政策》给予激励，落实研发费用加计扣除等税收优惠，编印宣传册并开展培训，让企业知道政策、会用政策。",
    );
    safeguard.state = Some(chip("done"));
    safeguard.tails = tails("区财政局、渝东新区、区科技局、区发展改革委");
    safeguard.above = vec!["三、保障措施".into()];
    safeguard.statement = Some(StatementView {
        evidence: "政策宣传册和培训通知（示例材料）".into(),
        ..statement("科技创新政策宣传册印发，首轮培训完成。", "")
    });
    vec![
        clause("part", 1, "一、", "总体要求", "c-1", ""),
        clause(
            "other",
            2,
            "（一）",
            "指导思想",
            "c-1-1",
            "以习近平新时代中国特色社会主义思想为指导，贯彻党的二十大和二十届二中全会精神。工作抓三个方面：突出企业在科技创新中的主体地位，增强企业的创新能力和竞争力，建立覆盖企业各成长阶段的梯次培育体系，为三峡库区科技创新高地提供支撑。",
        ),
        ClauseView {
            indicators: vec![high_tech(), tech()],
            ..clause(
                "other",
                2,
                "（二）",
                "主要目标",
                "c-1-2",
                "以2022年为基数，到2027年两类企业实现“双倍增”，分两步走。第一步，到2025年高新技术企业突破160家，科技型企业超过1200家；第二步，到2027年高新技术企业超过200家，科技型企业超过1600家。",
            )
        },
        clause("part", 1, "二、", "重点任务", "c-2", ""),
        clause("section", 2, "（一）", "聚焦体系建设，梯次培育科技企业", "c-2-1", ""),
        first,
        second,
        third,
        clause("section", 2, "（二）", "聚焦提质增效，提升企业创新能力", "c-2-2", ""),
        fourth,
        clause("section", 2, "（三）", "聚焦科创载体，构建全链条孵化体系", "c-2-3", ""),
        seventh,
        clause("part", 1, "三、", "保障措施", "c-3", ""),
        safeguard,
    ]
}

pub(super) fn duties() -> Vec<ClauseView> {
    clauses().into_iter().filter(|clause| clause.reported).collect()
}

pub(super) fn fields() -> Vec<Field> {
    vec![
        field("索引号", "11500101008630031F/2023-00071"),
        field("发文字号", "万州府办发〔2023〕28号"),
        field("主题分类", "科技、教育"),
        field("体裁分类", "公文"),
        field("发布机构", "万州区政府办公室"),
        field("发布日期", "2023年7月19日"),
        field("成文日期", "2023年6月28日"),
        field("有效性", ""),
    ]
}
