//! Phrases that sentences, tables and charts share: amounts, targets, the baseline, the share of a target.

use super::Standing;
use super::rounding::{at, finite};
use crate::model::{Baseline, Direction, Indicator, Kind, Language, Target, Word, number};

/// A figure with its unit: `1,234家`, `64.5%`; in English `1,234 家`, the unit as the document has it.
pub fn amount(value: f64, unit: &str, language: Language) -> String {
    with_unit(&number(value), unit, language)
}

/// A number already printed, with its unit.
pub(super) fn with_unit(number: &str, unit: &str, language: Language) -> String {
    let apart = language == Language::English && !unit.is_empty() && !is_rate(unit);
    format!("{number}{}{unit}", if apart { " " } else { "" })
}

/// A difference, printed already, with its unit: between two rates it is in percentage points.
pub fn difference(number: &str, unit: &str, language: Language) -> String {
    match (is_percent(unit), language) {
        (false, _) => with_unit(number, unit, language),
        (true, Language::Chinese) => format!("{number}个百分点"),
        (true, Language::English) if number == "1" => format!("{number} percentage point"),
        (true, Language::English) => format!("{number} percentage points"),
    }
}

/// A gap with its sign and a real minus: `−2家`, `+0.5个百分点`.
pub fn gap_words(gap: f64, unit: &str, language: Language) -> String {
    let sign = if gap > 0.0 {
        "+"
    } else if gap < 0.0 {
        "−"
    } else {
        ""
    };
    format!("{sign}{}", difference(&number(gap.abs()), unit, language))
}

/// True for a unit of per cent.
pub(super) fn is_percent(unit: &str) -> bool {
    matches!(unit, "%" | "％")
}

fn is_rate(unit: &str) -> bool {
    is_percent(unit) || unit == "‰"
}

/// A target's word and value: `超过160家`, `控制在40件以内`; `more than 160 家`, `at most 40 件`.
pub fn target_words(target: &Target, unit: &str, language: Language) -> String {
    let value = amount(target.value, unit, language);
    match (target.word, language) {
        (Word::Over, Language::Chinese) => format!("超过{value}"),
        (Word::Reach, Language::Chinese) => format!("达到{value}"),
        (Word::Under, Language::Chinese) => format!("低于{value}"),
        (Word::Within, Language::Chinese) => format!("控制在{value}以内"),
        (Word::Over, Language::English) => format!("more than {value}"),
        (Word::Reach, Language::English) => format!("at least {value}"),
        (Word::Under, Language::English) => format!("below {value}"),
        (Word::Within, Language::English) => format!("at most {value}"),
    }
}

/// The baseline in words: `2022年底100家`, `100 家 at the end of 2022`.
pub fn baseline_words(baseline: &Baseline, unit: &str, language: Language) -> String {
    let value = amount(baseline.value, unit, language);
    let end = baseline.period.end_name(language);
    match language {
        Language::Chinese => format!("{end}{value}"),
        Language::English => format!("{value} at {end}"),
    }
}

/// The word of the mark for a figure worse than its baseline: of what is to fall, 高于基数.
pub fn below_baseline_word(direction: Direction, language: Language) -> &'static str {
    match (direction, language) {
        (Direction::Up, Language::Chinese) => "低于基数",
        (Direction::Down, Language::Chinese) => "高于基数",
        (Direction::Up, Language::English) => "below the baseline",
        (Direction::Down, Language::English) => "above the baseline",
    }
}

/// What the newest figure is of the last target, in words: 相当于2027年目标的64%. It is never
/// called 完成率, because a stock that started at half of its target had done nothing for that half.
/// None where it would say nothing: a downward target, a bound, a target of zero or less.
pub fn share_of_target(indicator: &Indicator, standing: &Standing, language: Language) -> Option<String> {
    if !matches!(indicator.kind, Kind::Level | Kind::Cumulative(_)) {
        return None;
    }
    let actual = indicator.figures.get(standing.newest?)?.value;
    let goal = standing.goal.filter(|goal| goal.word.direction() == Direction::Up && goal.value > 0.0)?;
    let exact = finite(100.0 * actual / goal.value)?;
    let short = !goal.word.met(actual, goal.value);
    // 199.9 of 200 is not yet 100 %; 200 of "more than 200" is.
    let percent = match at(exact, 0) {
        whole if short && exact < 100.0 => whole.min(99.0),
        whole => whole,
    };
    let by = goal.by.name(language);
    Some(match language {
        Language::Chinese => format!("相当于{by}目标的{}%", number(percent)),
        Language::English => format!("equal to {}% of the target for {by}", number(percent)),
    })
}
