//! How status is judged, in one paragraph: a page that judges says by what rule.

use super::{Status, Worded};
use crate::model::{Bands, Language, Measure, number};

/// What 序时进度 means, and the bands in words.
pub fn legend(bands: &Bands, language: Language) -> String {
    let statuses =
        [Status::Ahead, Status::OnSchedule, Status::SlightlyBehind, Status::Behind, Status::FarBehind];
    let [ahead, on, slightly, behind, far] = statuses.map(|status| status.word(language));
    let [a, b, c, d] = bands.edges.map(|edge| distance(edge, bands.measure, language));
    let [more, _, less, least] = bands.edges.map(|edge| size(edge, bands.measure, language));
    // On nearly every site 达进度 begins where the figure is level; then the words can be plain.
    let plain = bands.edges[0] > 0.0 && bands.edges[1] == 0.0;
    let (up, down) = ways(bands.measure, language);
    match language {
        Language::Chinese if plain => format!(
            "序时进度，是按时间折算、到当期应达到的数，简称“应达”。实际数与应达相比：\
             {a}及以上为{ahead}；持平，或{up}不到{more}，为{on}；{down}不超过{less}为{slightly}；\
             {down}超过{less}、不超过{least}为{behind}；{down}超过{least}为{far}。"
        ),
        Language::Chinese => format!(
            "序时进度，是按时间折算、到当期应达到的数，简称“应达”。实际数与应达相比：\
             {a}及以上为{ahead}；{b}至{a}（不含）为{on}；{c}至{b}（不含）为{slightly}；\
             {d}至{c}（不含）为{behind}；比{d}更差的为{far}。"
        ),
        Language::English if plain => format!(
            "A figure is compared with what an even pace to the target would have reached by then. \
             {a} or more: {ahead}; level, or less than {more} {up}: {on}; up to {less} {down}: {slightly}; \
             more than {less} and up to {least} {down}: {behind}; more than {least} {down}: {far}."
        ),
        Language::English => format!(
            "A figure is compared with what an even pace to the target would have reached by then. \
             {a} or better: {ahead}; from {b} to less than that: {on}; no worse than {c}: {slightly}; \
             no worse than {d}: {behind}; worse than {d}: {far}."
        ),
    }
}

/// 快2个月, 持平, 低10个百分点
fn distance(edge: f64, measure: Measure, language: Language) -> String {
    let (up, down) = ways(measure, language);
    let way = if edge > 0.0 { up } else { down };
    let size = size(edge, measure, language);
    match language {
        Language::Chinese if edge == 0.0 => "持平".to_owned(),
        Language::English if edge == 0.0 => "level with it".to_owned(),
        Language::Chinese => format!("{way}{size}"),
        Language::English => format!("{size} {way}"),
    }
}

/// The words for the two sides of an edge.
fn ways(measure: Measure, language: Language) -> (&'static str, &'static str) {
    match (language, measure) {
        (Language::Chinese, Measure::Months) => ("快", "慢"),
        (Language::Chinese, Measure::Points) => ("高", "低"),
        (Language::English, _) => ("ahead", "behind"),
    }
}

/// 2个月, 10 percentage points
fn size(edge: f64, measure: Measure, language: Language) -> String {
    let size = number(edge.abs());
    match (language, measure) {
        (Language::Chinese, Measure::Months) => format!("{size}个月"),
        (Language::Chinese, Measure::Points) => format!("{size}个百分点"),
        (Language::English, Measure::Months) if size == "1" => "1 month".to_owned(),
        (Language::English, Measure::Months) => format!("{size} months"),
        (Language::English, Measure::Points) if size == "1" => "1 percentage point".to_owned(),
        (Language::English, Measure::Points) => format!("{size} percentage points"),
    }
}
