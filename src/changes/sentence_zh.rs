//! The sentences in Chinese.

use super::sentence::{indicator, targets_of};
use super::{Reading, What};
use crate::model::{Indicator, Kind, Language, Policy, State, Statement, Target, day_words, number};
use crate::progress::{self, Judged, Status, Verdict, Worded as _, amount, difference, target_words};
use jiff::civil::Date;

const ZH: Language = Language::Chinese;

/// What is said after the subject.
pub(super) fn text(policy: &Policy, what: &What) -> String {
    let metadata = &policy.metadata;
    match (what, indicator(policy, what)) {
        (What::Policy, _) => match &metadata.document_number {
            Some(number) => format!("政策公布（{number}）。"),
            None => "政策公布。".to_owned(),
        },
        (What::Ended, _) => {
            let end = metadata.period.map(|(_, end)| end.end_name(ZH)).unwrap_or_default();
            format!("实施期已于{end}届满。")
        }
        (What::Targets { change, .. }, Some(indicator)) => targets(indicator, *change),
        (What::Figure { new, old, together, corrected, .. }, Some(indicator)) => {
            figure(indicator, *new, *old, *together, *corrected)
        }
        (What::Verdict { from, judged, step, .. }, Some(indicator)) => match step {
            Some((step, on)) => step_verdict(&indicator.steps[*step].name, judged, *on),
            None => verdict(indicator, *from, judged),
        },
        (What::Status { from, then, .. }, _) => {
            let sentence = progress::sentence(&then.indicator, &then.standing, ZH);
            let to = then.standing.status.word(ZH);
            match from {
                Status::NoData => format!("首次评定为{to}。{sentence}"),
                from => format!("由{}变为{to}。{sentence}", from.word(ZH)),
            }
        }
        (What::Revision { new, was, on, note, .. }, Some(indicator)) => {
            revision(indicator, *new, *was, *on, note.as_deref())
        }
        (What::Rows { rows, period, .. }, _) => format!("{rows}个单位有新数据（{}）。", period.end_name(ZH)),
        (What::RowsRevised { rows, .. }, _) => format!("更正了{rows}个单位的数据。"),
        (What::State { from, to, statement, .. }, _) => state(*from, *to, &policy.statements[*statement]),
        (What::Reported { clauses }, _) => format!("{clauses}项任务填报了新的进展，状态未变。"),
        (What::Interpretation(_), _) => "发布政策解读。".to_owned(),
        (What::Case(_), _) => "发布典型案例。".to_owned(),
        _ => String::new(),
    }
}

/// `2024年6月底128家，比2024年5月底的125家增加3家。`
fn figure(
    indicator: &Indicator,
    new: Reading,
    old: Option<Reading>,
    together: usize,
    corrected: Option<(f64, Date)>,
) -> String {
    let unit = &indicator.unit;
    let value = |value: f64| amount(value, unit, ZH);
    let end = |of: Reading| of.period.end_name(ZH);
    let total = match indicator.kind {
        Kind::Cumulative(_) if indicator.resets_yearly() => "本年累计",
        Kind::Cumulative(_) => "累计",
        _ => "",
    };
    let mut text = format!("{}{total}{}", end(new), value(new.value));
    match old {
        None if total == "本年累计" => text += "。",
        None => text = format!("首次公布，{text}。"),
        Some(old) if old.value == new.value => text += &format!("，与{}持平。", end(old)),
        Some(old) => {
            let way = match (new.value > old.value, unit.as_str()) {
                (true, "%") => "上升",
                (false, "%") => "下降",
                (true, _) => "增加",
                (false, _) => "减少",
            };
            let size = difference(&number((new.value - old.value).abs()), unit, ZH);
            text += &format!("，比{}的{}{way}{size}。", end(old), value(old.value));
        }
    }
    if together > 1 {
        text += &format!("共新公布{together}期数据。");
    }
    if let Some((now, on)) = corrected {
        text += &format!("此数后于{}更正为{}。", day_words(on, ZH), value(now));
    }
    text
}

/// `到2025年底超过160家的目标按期达到：2025年底为161家。`
fn verdict(indicator: &Indicator, from: Verdict, judged: &Judged) -> String {
    let target = target_words(&judged.target, &indicator.unit, ZH);
    let by = judged.target.by.end_name(ZH);
    let actual = match (judged.at, judged.actual) {
        (Some(at), Some(actual)) => {
            format!("：{}为{}。", at.end_name(ZH), amount(actual, &indicator.unit, ZH))
        }
        _ => "。".to_owned(),
    };
    let fell = match from {
        Verdict::Pending | Verdict::Awaiting => judged.verdict.word(ZH).to_owned(),
        from => format!("由{}改为{}", from.word(ZH), judged.verdict.word(ZH)),
    };
    format!("到{by}{target}的目标{fell}{actual}")
}

/// `“签订出资协议”按期达到：2024年6月18日完成，期限为2024年6月底。`
fn step_verdict(step: &str, judged: &Judged, on: Option<Date>) -> String {
    let (word, by) = (judged.verdict.word(ZH), judged.target.by.end_name(ZH));
    let done = match (on, judged.at) {
        (Some(on), _) => format!("{}完成", day_words(on, ZH)),
        (None, Some(at)) => format!("截至{}尚未完成", at.end_name(ZH)),
        (None, None) => "尚未完成".to_owned(),
    };
    format!("“{step}”{word}：{done}，期限为{by}。")
}

/// `2024年5月底数原为127家，2024年7月10日更正为125家（剔除重复2家）。`
fn revision(indicator: &Indicator, new: Reading, was: f64, on: Option<Date>, note: Option<&str>) -> String {
    let value = |value: f64| amount(value, &indicator.unit, ZH);
    let on = on.map_or("现".to_owned(), |on| day_words(on, ZH));
    let why = note.map_or(String::new(), |note| format!("（{}）", bare(note)));
    format!("{}数原为{}，{on}更正为{}{why}。", new.period.end_name(ZH), value(was), value(new.value))
}

fn targets(indicator: &Indicator, change: usize) -> String {
    let (before, after) = targets_of(indicator, change);
    let list = |targets: &[Target]| {
        let one = |target: &Target| {
            format!("到{}{}", target.by.end_name(ZH), target_words(target, &indicator.unit, ZH))
        };
        targets.iter().map(one).collect::<Vec<_>>().join("、")
    };
    let change = &indicator.changes[change];
    let why = change.reason.as_ref().map_or(String::new(), |why| format!("原因：{}。", bare(why)));
    format!(
        "{}调整目标，自{}起执行：原为{}，改为{}。{why}",
        change.document,
        change.from.name(ZH),
        list(before),
        list(after)
    )
}

/// A state with the words that stand for it: a blocked task says why, a done one what shows it.
fn state(from: Option<State>, to: State, statement: &Statement) -> String {
    let word = to.word(ZH);
    let moved = match from {
        Some(from) => format!("由{}变为{word}。", from.word(ZH)),
        None => format!("首次填报，{word}。"),
    };
    let words = |label: &str, text: &Option<String>| {
        text.as_ref().map_or(String::new(), |text| format!("{label}{}。", bare(text)))
    };
    let why = words("原因：", &statement.reason);
    let shown = words("完成依据：", &statement.evidence);
    let said = match to {
        State::Blocked | State::Terminated | State::Adjusted if !why.is_empty() => why,
        State::Done if !shown.is_empty() => shown,
        _ => words("", &statement.done),
    };
    format!("{moved}{said}")
}

/// Without the full stop that follows anyway.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches('。')
}
