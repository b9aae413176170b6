//! What changed: a change of every kind, with and without what may be missing.

use super::SHORT;
use super::parts::{chip, day, example, link};
use crate::theme::view::*;

/// A change with its kind, word, subject and text.
fn change(kind: &str, word: &str, subject: &str, text: &str) -> ChangeView {
    ChangeView {
        kind: kind.into(),
        word: word.into(),
        subject: link(subject, "policies/double-growth/indicators/high-tech/index.html"),
        text: text.into(),
        day: day("2024年7月10日", "2024-07-10"),
        ..ChangeView::default()
    }
}

pub(super) fn changes() -> Vec<ChangeView> {
    let figure =
        change("figure", "新数据", "高新技术企业", "2024年6月底128家，比2024年5月底的125家增加3家。");
    let status = change(
        "status",
        "状态变化",
        "高新技术企业",
        "由达进度变为略有滞后。截至2024年6月底，高新技术企业128家；按序时进度折算应达130家，少2家，略有滞后（约慢1个月）。",
    );
    let state = change(
        "state",
        "任务进展",
        "7. 构建特色科技企业孵化载体",
        "由推进中变为推进受阻。原因：部分载体的场地手续尚未办妥，布局调整暂时无法实施。",
    );
    vec![
        ChangeView { difference: "+3".into(), unit: "家".into(), marks: example(), ..figure.clone() },
        ChangeView { difference: "−12,345.5".into(), unit: "个百分点".into(), ..figure },
        change(
            "revision",
            "数据更正",
            "高新技术企业",
            "2024年5月底数原为127家，2024年7月10日更正为125家（剔除重复2家）。",
        ),
        ChangeView { chip: Some(chip("slightly-behind")), marks: example(), ..status },
        ChangeView {
            chip: Some(chip("met")),
            ..change(
                "verdict",
                "目标验收",
                "渝东北科技创新基金",
                "“签订出资协议”按期达到：2024年6月18日完成，期限为2024年6月底。",
            )
        },
        change(
            "rows",
            "分解数据",
            "乡镇（街道）及园区高新技术企业培育目标任务分解表（2023—2027年）",
            "54个单位有新数据（2024年6月底）。",
        ),
        ChangeView {
            chip: Some(chip("blocked")),
            policy: Some(link(SHORT, "policies/double-growth/index.html")),
            ..state
        },
    ]
}

/// What one publication changed, with what is not shown of it.
pub(super) fn publication() -> PublicationView {
    PublicationView {
        anchor: "double-growth-2024-07-10".into(),
        day: day("2024年7月10日", "2024-07-10"),
        policy: link(SHORT, "policies/double-growth/index.html"),
        compared: "与2024年6月10日公布的情况相比".into(),
        bulletins: vec![link("2024年6月通报", "policies/double-growth/progress/2024-06/index.html")],
        marks: example(),
        changes: changes(),
        left_out: 6,
    }
}

pub(super) fn page() -> ChangesPage {
    let bare = PublicationView {
        anchor: "plain-2023-07-19".into(),
        policy: link("没有指标的政策", "policies/plain/index.html"),
        changes: vec![change("policy", "新政策", "没有指标的政策", "政策公布。")],
        ..PublicationView::default()
    };
    ChangesPage {
        days: vec![
            ChangedDay {
                day: day("2024年7月10日", "2024-07-10"),
                publications: vec![publication(), bare.clone()],
            },
            ChangedDay {
                day: day("2023年7月19日", "2023-07-19"),
                publications: vec![PublicationView { anchor: "last".into(), ..bare }],
            },
        ],
        since: None,
        more: true,
    }
}
