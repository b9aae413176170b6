//! The first sheet: who fills in what, by when, and what becomes of it.

use super::Asked;
use crate::data::xlsx::{Cell, Column, Sheet};
use crate::model::{Language, day_words};
use std::collections::BTreeSet;

/// 说明.
pub(super) fn sheet(asked: &Asked) -> Sheet {
    let lines = match asked.language() {
        Language::Chinese => chinese(asked),
        Language::English => english(asked),
    };
    Sheet {
        name: asked.say("说明", "read me").to_string(),
        title: format!(
            "{}{}",
            asked.policy.metadata.short_title,
            asked.say("　进展填报表", ": progress report")
        ),
        columns: vec![Column { head: String::new(), width: 110.0, hidden: false }],
        rows: lines.into_iter().map(|line| vec![Cell::text(line)]).collect(),
        locked: true,
        ..Sheet::default()
    }
}

/// Who fills it in: the organisation that was asked for, else those that answer for the indicators.
fn reporters(asked: &Asked) -> String {
    let name = |ix| asked.site.organisations.get(ix).name.as_str();
    if let Some(organisation) = asked.organisation {
        return name(organisation).to_string();
    }
    let owners: BTreeSet<_> =
        asked.policy.indicators.iter().filter_map(|indicator| indicator.owner).collect();
    owners.into_iter().map(name).collect::<Vec<_>>().join(asked.say("、", ", "))
}

/// The first day on which a figure of this period is due.
fn due(asked: &Asked) -> Option<jiff::civil::Date> {
    let own = asked.policy.indicators.iter().filter(|indicator| asked.owns(indicator));
    own.filter_map(|indicator| Some(indicator.due?.date(asked.period))).min()
}

fn chinese(asked: &Asked) -> Vec<String> {
    let (language, site) = (asked.language(), &asked.site.settings.organisation);
    let reporters = Some(reporters(asked)).filter(|names| !names.is_empty());
    let by = due(asked).map_or(String::new(), |day| format!("，{}前", day_words(day, language)));
    vec![
        format!("政策：{}", asked.policy.metadata.title),
        format!("期别：{}", asked.period.name(language)),
        format!("填报：{}{by}发回{site}", reporters.as_deref().unwrap_or("责任单位")),
        String::new(),
        "一、只填浅黄色的格。其余的格已锁定，没有密码，不必改。".to_string(),
        "二、数字只写数字，不写计量单位、逗号和百分号。没有数据就空着，不填0，也不写“无”或横线；数字是零才填0。".to_string(),
        "三、分步完成的指标，在完成的那一步填完成日期，例如 2024-06-18；没有完成就空着。".to_string(),
        "四、“数据质量”从下拉列表中选，空着按正式数。“说明”会与数字一同公布。".to_string(),
        "五、任务表只填本期有变化的任务。已完成的写明依据，推进受阻、已终止的写明原因。".to_string(),
        "六、已经填有数字的格是本期已报的数，有变化才改。已经公布的数改了，网站会同时列出更正前的数。".to_string(),
        "七、可以调整列宽、顺序和工作表名称；不要删去隐藏的第一行和第一列，程序靠它们认出每一行。".to_string(),
        "八、填报内容都会向社会公开，不要写内部情况、个人信息和涉密内容。".to_string(),
        String::new(),
        "收到后运行：gongbao import 本文件 --dry-run，逐条核对；再去掉 --dry-run 写入。".to_string(),
    ]
}

fn english(asked: &Asked) -> Vec<String> {
    let (language, site) = (asked.language(), &asked.site.settings.organisation);
    let reporters = Some(reporters(asked)).filter(|names| !names.is_empty());
    let by = due(asked).map_or(String::new(), |day| format!(", by {}", day_words(day, language)));
    vec![
        format!("Policy: {}", asked.policy.metadata.title),
        format!("Period: {}", asked.period.name(language)),
        format!("To be filled in by {} and sent to {site}{by}", reporters.as_deref().unwrap_or("those who answer for it")),
        String::new(),
        "1. Fill in the tinted cells only. All others are locked, without a password.".to_string(),
        "2. Write numbers alone, without unit, commas or percent sign. Leave a cell empty where there is no figure; 0 means zero.".to_string(),
        "3. Of an indicator in steps, write the day on which a step was done, such as 2024-06-18.".to_string(),
        "4. Quality is chosen from the list; empty means final. A note is published with its figure.".to_string(),
        "5. Write of those tasks only that have changed: what shows that one is done, why one is blocked or was terminated.".to_string(),
        "6. A figure that stands there was reported before. Where a published one changes, the site shows the old one too.".to_string(),
        "7. Columns may be widened and moved, sheets renamed. Keep the hidden first row and column: they say what each row is.".to_string(),
        "8. Everything here will be public: no internal matters, no personal data, nothing classified.".to_string(),
        String::new(),
        "On receipt run: gongbao import THIS-FILE --dry-run, read what would change, then run it without --dry-run.".to_string(),
    ]
}
