//! The pages of organisations: a township and a department.

use super::SHORT;
use super::parts::{chip, example, field, link};
use crate::theme::view::*;

pub(super) fn duty(title: &str, through: &str, state: &str) -> Duty {
    Duty {
        title: title.into(),
        url: "policies/double-growth/index.html#c-2-1-1".into(),
        role: "责任单位".into(),
        through: through.into(),
        state: (!state.is_empty()).then(|| chip(state)),
        indicators: if state.is_empty() {
            vec![(
                link("高新技术企业", "policies/double-growth/indicators/high-tech/index.html"),
                chip("slightly-behind"),
            )]
        } else {
            vec![]
        },
    }
}

pub(super) fn figure(name: &str, now: &str) -> OrganisationFigure {
    OrganisationFigure {
        indicator: link(name, "policies/double-growth/indicators/high-tech/index.html"),
        unit: "家".into(),
        now: now.into(),
        period: "2024年6月".into(),
        target: "2024年目标3家".into(),
        remaining: "1家".into(),
        sentence: format!("截至2024年6月底，{name}{now}家，2024年目标3家，还差1家；年底验收，年中不评快慢。"),
        columns: (2022..2028).map(|year| field(&format!("{year}年"), &(year - 2020).to_string())).collect(),
        status: Some(chip("under-way")),
        marks: example(),
    }
}

pub(super) fn township() -> OrganisationPage {
    OrganisationPage {
        name: "恒合土家族乡".into(),
        kind: "乡镇（街道）".into(),
        opening: "恒合土家族乡：高新技术企业到2024年底的目标是3家，2024年6月为2家，还差1家。".into(),
        opening_marks: example(),
        sentence: "恒合土家族乡在1项政策中承担3项任务，有2项分解目标。".into(),
        phone: "023-58000000".into(),
        month: "2024年7月".into(),
        due: vec![field("2024年7月31日前", "公布高新技术企业的下一期数据（科技企业“双倍增”）")],
        fields: vec![field("区划代码", "500101239"), field("办公时间", "周一至周五 9:00—12:00，14:00—17:30")],
        policies: vec![PolicyDuties {
            id: "double-growth".into(),
            policy: link(SHORT, "policies/double-growth/index.html"),
            count: 3,
            duties: vec![
                duty("1. 培育孵化科技型企业", "各乡镇（街道）", "under-way"),
                duty("2. 培育壮大高新技术企业", "各乡镇（街道）", ""),
                duty("（一）加强统筹协调", "各乡镇（街道）", "done"),
            ],
            figures: vec![figure("高新技术企业", "2"), figure("科技型企业", "—")],
            owns: vec![],
            sheet_url: "policies/double-growth/picture/sheets/index.html#sheet-1".into(),
        }],
        ..OrganisationPage::default()
    }
}

pub(super) fn department() -> OrganisationPage {
    let mut many: Vec<Duty> = (1..=30)
        .map(|n| duty(&format!("{n}. 培育壮大高新技术企业"), "", if n % 4 == 0 { "" } else { "under-way" }))
        .collect();
    many[3].title =
        "4. 支持企业建设创新平台并推动规模以上工业企业研发机构全覆盖和开放共享大型科研仪器设备".into();
    OrganisationPage {
        name: "区科技局".into(),
        kind: "区级部门".into(),
        sentence: "区科技局在1项政策中承担36项任务，负责填报2项指标。".into(),
        merged_into: Some(link("区科技创新委", "organisations/kjj/index.html")),
        parts: vec![
            link("高新技术科", "organisations/kjj/index.html"),
            link("成果转化科", "organisations/kjj/index.html"),
        ],
        policies: vec![PolicyDuties {
            id: "double-growth".into(),
            policy: link(SHORT, "policies/double-growth/index.html"),
            count: 36,
            duties: many,
            figures: vec![],
            sheet_url: String::new(),
            owns: vec![
                (
                    link("高新技术企业", "policies/double-growth/indicators/high-tech/index.html"),
                    chip("slightly-behind"),
                ),
                (
                    link("科技型企业", "policies/double-growth/indicators/tech/index.html"),
                    chip("on-schedule"),
                ),
            ],
        }],
        ..OrganisationPage::default()
    }
}
