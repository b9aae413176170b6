//! The sentence in Chinese, as a careful official would write it; all punctuation full-width.

use super::phrase::{amount, below_baseline_word, difference, is_percent, target_words};
use super::sentence::{About, Said, about, whole_months};
use super::{Judged, Need, Status, Verdict, Worded};
use crate::model::{Direction, Figure, Kind, Language, Quality, Resets, Target, Word, number};
use jiff::civil::Date;

const ZH: Language = Language::Chinese;

pub(super) fn chinese(said: &Said) -> String {
    let mut text = match (said.standing.status, said.indicator.kind) {
        (Status::NoData, _) => no_data(said),
        (_, Kind::Milestone) => milestone(said),
        _ => format!("{}{}。", opening(said), judgement(said)),
    };
    if said.indicator.kind != Kind::Milestone {
        for judged in said.broken() {
            text.push_str(&earlier_promise(said, judged));
        }
    }
    text.push_str(&pace(said));
    if let Some(due) = said.standing.marks.stale {
        text.push_str(&format!("应于{}前公布的数据尚未公布。", day(due)));
    }
    text
}

fn no_data(said: &Said) -> String {
    let name = &said.indicator.name;
    match said.next_target() {
        Some(target) => format!("{name}暂无数据；{}。", promise(said, &target)),
        None => format!("{name}暂无数据。"),
    }
}

/// 截至2024年6月底，高新技术企业128家
fn opening(said: &Said) -> String {
    let (Some(figure), name) = (said.figure, &said.indicator.name) else { return String::new() };
    let total = match said.indicator.kind {
        Kind::Cumulative(_) if name.contains("累计") => "",
        Kind::Cumulative(Resets::Yearly) => "本年累计",
        Kind::Cumulative(Resets::Never) => "累计",
        // A name that ends in letters or digits would run into the figure.
        _ if name.ends_with(|c: char| c.is_ascii_alphanumeric()) => "为",
        _ => "",
    };
    let value = amount(figure.value, said.unit(), ZH);
    let below = if said.standing.marks.below_baseline {
        format!("，{}", below_baseline_word(said.indicator.direction(), ZH))
    } else {
        String::new()
    };
    format!("截至{}，{name}{total}{value}{}{below}", figure.period.end_name(ZH), notes(said, figure))
}

/// （初步数，原为127家，7月10日更正）
fn notes(said: &Said, figure: &Figure) -> String {
    let mut notes = Vec::new();
    let marks = &said.standing.marks;
    if marks.provisional {
        notes.push(Quality::Provisional.word(ZH).to_owned());
    }
    if marks.estimated {
        notes.push(Quality::Estimated.word(ZH).to_owned());
    }
    if let Some((was, on)) = marks.revised {
        let was = amount(was, said.unit(), ZH);
        notes.push(match on {
            Some(on) if i32::from(on.year()) == figure.period.last().year() => {
                format!("原为{was}，{}月{}日更正", on.month(), on.day())
            }
            Some(on) => format!("原为{was}，{}更正", day(on)),
            None => format!("原为{was}，已更正"),
        });
    }
    if notes.is_empty() { String::new() } else { format!("（{}）", notes.join("，")) }
}

fn judgement(said: &Said) -> String {
    let status = said.standing.status;
    let word = status.word(ZH);
    let goal = said.standing.goal;
    let asked = goal.map(|goal| promise(said, &goal)).unwrap_or_default();
    match status {
        Status::NoData => String::new(),
        Status::Achieved if said.verdict() == Some(Verdict::MetLate) => format!("；{asked}，{word}（逾期）"),
        Status::Achieved => format!("；{asked}，{word}"),
        Status::Missed => format!("；{asked}，{}{word}", lacking(said, goal)),
        Status::Awaiting => format!("；{asked}，到期数据尚未公布，{word}"),
        Status::AchievedEarly => {
            let goal = goal.map(|goal| {
                let words = target_words(&goal, said.unit(), ZH);
                format!("{}的目标（{words}）", goal.by.end_name(ZH))
            });
            format!("，已{word}{}", goal.unwrap_or_default())
        }
        Status::NoBaseline => "；基数未公布，不评进度".to_owned(),
        Status::NotDue => format!("；此时尚无进度要求，{word}"),
        Status::NotJudged => match said.indicator.kind {
            Kind::Trend(Direction::Up) => format!("；只看方向（应逐步提高），{word}"),
            Kind::Trend(Direction::Down) => format!("；只看方向（应逐步降低），{word}"),
            _ => format!("；未设目标，{word}"),
        },
        Status::Ahead | Status::OnSchedule | Status::SlightlyBehind | Status::Behind | Status::FarBehind => {
            if said.keeps() {
                kept(said)
            } else {
                let overall = if said.missed_now() { "；总体" } else { "，" };
                format!("；{}{overall}{word}{}", compared(said), months(said))
            }
        }
    }
}

/// 应不低于95%，低0.5个百分点，滞后
fn kept(said: &Said) -> String {
    let Some(goal) = said.standing.goal else { return String::new() };
    let word = said.standing.status.word(ZH);
    let lacking = match said.standing.status {
        Status::OnSchedule => "符合要求，".to_owned(),
        _ => lacking(said, Some(goal)),
    };
    format!("；应{}，{lacking}{word}", bound_words(said, &goal))
}

/// 按序时进度折算应达130家，少2家
fn compared(said: &Said) -> String {
    let Some(compared) = said.compared() else { return String::new() };
    let planned = amount(compared.planned, said.unit(), ZH);
    let up = said.indicator.direction() == Direction::Up;
    let given = said.standing.period.is_some_and(|period| said.standing.path.is_given(period.last()));
    let asked = if let Some(judged) = said.due_now() {
        promise(said, &judged.target)
    } else if said.standing.path.has_steps() {
        match said.last_due() {
            Some(target) => {
                format!("{}的目标为{}", target.by.end_name(ZH), target_words(&target, said.unit(), ZH))
            }
            None => format!("目前应不{}于基数{planned}", if up { "低" } else { "高" }),
        }
    } else if given {
        format!("计划{}{planned}", if up { "达到" } else { "降至" })
    } else {
        format!("按序时进度折算应{}{planned}", if up { "达" } else { "降至" })
    };
    let distance = difference(&number(compared.gap.abs()), said.unit(), ZH);
    let (more, less) = if is_percent(said.unit()) { ("高", "低") } else { ("多", "少") };
    let kept = match said.due_now().map(|judged| judged.verdict) {
        Some(Verdict::Met) => "，已达到",
        Some(_) => "，未达到",
        None => "",
    };
    match compared.gap {
        gap if gap > 0.0 => format!("{asked}，{more}{distance}{kept}"),
        gap if gap < 0.0 => format!("{asked}，{less}{distance}{kept}"),
        _ if said.due_now().is_some() => format!("{asked}，恰为{planned}{kept}"),
        _ => format!("{asked}，恰好持平"),
    }
}

/// （约慢1个月）; further off it is exact to the side, as 快近2个月 is not yet 快2个月.
fn months(said: &Said) -> String {
    let Some(months) = said.standing.gap_months.filter(|months| *months != 0.0) else { return String::new() };
    let way = if months > 0.0 { "快" } else { "慢" };
    match about(months) {
        About::LessThanOne => format!("（{way}不足1个月）"),
        About::One => format!("（约{way}1个月）"),
        About::Nearly(whole) => format!("（{way}近{whole}个月）"),
        About::Exactly(whole) => format!("（{way}{whole}个月）"),
        About::MoreThan(whole) => format!("（{way}{whole}个多月）"),
    }
}

/// 2025年底须超过160家
fn promise(said: &Said, target: &Target) -> String {
    if said.indicator.kind == Kind::Milestone {
        return step_due(said, said.standing.step);
    }
    format!("{}须{}", target.by.end_name(ZH), bound_words(said, target))
}

/// A target's words; of a bound to keep, 不低于 instead of 达到.
fn bound_words(said: &Said, target: &Target) -> String {
    let value = amount(target.value, said.unit(), ZH);
    match target.word {
        Word::Reach if said.keeps() => format!("不低于{value}"),
        Word::Over if said.keeps() => format!("高于{value}"),
        _ => target_words(target, said.unit(), ZH),
    }
}

/// 至少还差33家， or nothing where nothing is missing; after a deadline or bound it is simply said.
fn lacking(said: &Said, goal: Option<Target>) -> String {
    goal.and_then(|goal| missing(said, &goal)).map(|missing| format!("{missing}，")).unwrap_or_default()
}

/// 至少还差33家; to fall: 至少还需减少6件. More than a value that is not counted whole: 还差2.5亿元以上.
fn missing(said: &Said, target: &Target) -> Option<String> {
    let rest = difference(&said.rest(target)?, said.unit(), ZH);
    let verb = match (target.word.direction(), is_percent(said.unit())) {
        (Direction::Up, _) => "还差",
        (Direction::Down, _) if said.keeps() => return Some(format!("超出{rest}")),
        (Direction::Down, true) => "还需下降",
        (Direction::Down, false) => "还需减少",
    };
    Some(match (target.word.strict(), said.whole) {
        (true, true) => format!("至少{verb}{rest}"),
        (true, false) => format!("{verb}{rest}以上"),
        (false, _) => format!("{verb}{rest}"),
    })
}

/// 2025年底超过160家的目标未达到（2025年底158家）。
fn earlier_promise(said: &Said, judged: &Judged) -> String {
    let target = &judged.target;
    let end = target.by.end_name(ZH);
    let decided = judged.at.zip(judged.actual);
    let decided =
        decided.map(|(at, actual)| format!("{}{}", at.end_name(ZH), amount(actual, said.unit(), ZH)));
    let decided = decided.map(|decided| format!("（{decided}）")).unwrap_or_default();
    match judged.verdict {
        Verdict::Pending | Verdict::Met => String::new(),
        Verdict::Awaiting => format!("{}，到期数据尚未公布。", promise(said, target)),
        Verdict::MetLate | Verdict::Missed => {
            // 达到160家的目标未达到 would stumble.
            let words = bound_words(said, target);
            let words = words.strip_prefix("达到").unwrap_or(&words);
            format!("{end}{words}的目标{}{decided}。", judged.verdict.word(ZH))
        }
    }
}

/// 到2025年底须超过160家，至少还差33家，平均每月需净增1.9家；近12个月平均每月净增1.0家。
fn pace(said: &Said) -> String {
    let had = had(said);
    match (&said.standing.need, said.indicator.kind) {
        (Some(need), _) => {
            let had = had.map(|had| format!("；{had}")).unwrap_or_default();
            format!("到{}{}{had}。", promise(said, &need.target), needed(said, need))
        }
        (None, Kind::Trend(_)) => had.map(|had| format!("{had}。")).unwrap_or_default(),
        (None, _) => String::new(),
    }
}

fn needed(said: &Said, need: &Need) -> String {
    let missing = missing(said, &need.target).map(|missing| format!("，{missing}")).unwrap_or_default();
    if !said.paced() {
        return missing;
    }
    let monthly = difference(&said.monthly(need.monthly), said.unit(), ZH);
    format!("{missing}，平均每月需{}{monthly}", change(said, need.target.word.direction()))
}

fn had(said: &Said) -> Option<String> {
    let had = said.had()?;
    let months = had.months;
    Some(match had.change {
        Some((direction, size)) => {
            let size = difference(&size, said.unit(), ZH);
            let mean = if months == 1 { "" } else { "平均每月" };
            format!("近{months}个月{mean}{}{size}", change(said, direction))
        }
        None => format!("近{months}个月基本持平"),
    })
}

/// A stock of things grows net, a running total is added to, a rate rises; of all else, more or less.
fn change(said: &Said, direction: Direction) -> &'static str {
    let stock = said.whole && said.indicator.direction() == Direction::Up;
    match (direction, said.indicator.kind) {
        (Direction::Up, _) if is_percent(said.unit()) => "提高",
        (Direction::Down, _) if is_percent(said.unit()) => "下降",
        (Direction::Up, Kind::Cumulative(_)) => "新增",
        (Direction::Up, _) if stock => "净增",
        (Direction::Down, _) if stock => "净减",
        (Direction::Up, _) => "增加",
        (Direction::Down, _) => "减少",
    }
}

fn milestone(said: &Said) -> String {
    let name = &said.indicator.name;
    let total = said.indicator.steps.len();
    let reached = said.standing.verdicts.iter();
    let reached = reached.filter(|judged| matches!(judged.verdict, Verdict::Met | Verdict::MetLate)).count();
    let end = said.standing.period.map(|period| format!("截至{}，", period.end_name(ZH))).unwrap_or_default();
    let late = said.standing.verdicts.iter().any(|judged| judged.verdict == Verdict::MetLate);
    let word = said.standing.status.word(ZH);
    let due = step_due(said, said.standing.step);
    let so_far = match (reached, total) {
        (0, 1) => format!("{end}{name}尚未完成"),
        (0, _) => format!("{end}{name}共{total}步，均未完成"),
        _ => format!("{end}{name}已完成{total}步中的{reached}步"),
    };
    match said.standing.status {
        Status::Achieved => {
            let all = if total == 1 { String::new() } else { format!("{total}步均") };
            format!("{end}{name}{all}{word}{}。", if late { "（有逾期）" } else { "" })
        }
        Status::NotDue if reached == 0 => format!("{end}{name}共{total}步；第一步{due}，{word}。"),
        Status::Awaiting => format!("{so_far}；{due}，到期情况尚未公布，{word}。"),
        Status::Missed => format!("{so_far}；{due}，{word}。"),
        Status::SlightlyBehind | Status::Behind | Status::FarBehind => {
            let late = match said.standing.gap_months.map_or(0, whole_months) {
                0 => "不足1个月".to_owned(),
                months => format!("{months}个月"),
            };
            format!("{so_far}；{due}，{word}（逾期{late}）。")
        }
        _ => format!("{so_far}；下一步{due}，{word}。"),
    }
}

/// “完成工商登记”应于2024年12月底前完成
fn step_due(said: &Said, step: Option<usize>) -> String {
    let step = step.and_then(|step| said.indicator.steps.get(step));
    step.map(|step| format!("“{}”应于{}前完成", step.name, step.by.end_name(ZH))).unwrap_or_default()
}

fn day(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
