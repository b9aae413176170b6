//! Open data, a chart for another site, a former address.

use super::indicator::chart;
use super::parts::link;
use super::{SHORT, TITLE};
use crate::theme::view::*;

pub(super) fn data() -> DataPage {
    let column = |name: &str, kind: &str, about: &str| DataColumn {
        name: name.into(),
        kind: kind.into(),
        about: about.into(),
    };
    let file = |title: &str, name: &str, format: &str, columns: Vec<DataColumn>| DataFileView {
        title: title.into(),
        url: format!("policies/double-growth/data/{name}"),
        name: name.into(),
        format: format.into(),
        size: "51.6 KB".into(),
        about: "一行一期，附应达数、状态、质量、截至日期和来源".into(),
        columns,
    };
    DataPage {
        title: format!("{SHORT}：数据下载"),
        policy: Some(link(SHORT, "policies/double-growth/index.html")),
        files: vec![
            file("全部数据", "progress.json", "JSON", Vec::new()),
            file(
                "高新技术企业：历次数据",
                "high-tech.csv",
                "CSV",
                vec![
                    column("时期", "时期", "数据所属的时期：月、季或年"),
                    column("2023 目标至2027 目标", "数（家）", "这一期须达到的数；空格表示没有任务"),
                ],
            ),
        ],
        descriptions: vec![file("数据包说明（Data Package）", "datapackage.json", "JSON", Vec::new())],
        policies: vec![link(TITLE, "policies/double-growth/data/index.html")],
        version: "1.1".into(),
        licence: "公共数据开放许可".into(),
        licence_url: "https://example.gov.cn/xuke/".into(),
    }
}

pub(super) fn embed() -> EmbedPage {
    EmbedPage {
        chart: ChartView {
            sentence:
                "截至2024年6月底，高新技术企业128家；按序时进度折算应达130家，少2家，略有滞后（约慢1个月）。"
                    .into(),
            ..chart("高新技术企业：计划路径与实际")
        },
        policy: link(SHORT, "policies/double-growth/index.html"),
        source: link("查看数据、口径和最新进展", "policies/double-growth/indicators/high-tech/index.html"),
    }
}

pub(super) fn offer() -> EmbedView {
    EmbedView {
        title: "高新技术企业：计划路径与实际".into(),
        page: "policies/double-growth/indicators/high-tech/embed/index.html".into(),
        svg: "policies/double-growth/indicators/high-tech/chart.svg".into(),
        png: "policies/double-growth/indicators/high-tech/chart.png".into(),
        snippet: "<figure>\n<iframe src=\"https://网站地址/policies/double-growth/indicators/high-tech/embed/index.html\" title=\"高新技术企业\"></iframe>\n</figure>".into(),
        unaddressed: true,
    }
}

pub(super) fn moved() -> MovedPage {
    MovedPage {
        to: link(TITLE, "policies/double-growth/index.html"),
        address: "../policies/double-growth/index.html".into(),
    }
}

pub(super) fn force() -> ForceView {
    ForceView {
        key: "repealed".into(),
        word: "已废止".into(),
        text: "本政策已于2024年3月1日废止。依据：万州府发〔2024〕5号。原因：任务已经完成。".into(),
        by: vec![link(TITLE, "policies/double-growth/index.html")],
    }
}
