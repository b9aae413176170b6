//! 高新技术企业和科技型企业分别超过200家和1600家: several figures for several names, or for several
//! dates, in order. Where they are not as many, nothing is guessed.

use super::scan::{Figure, Mark, Suffix, When};
use super::spot::range;
use super::{Due, Kind, LeftOut, Promise, Reading, doubts, due, words};
use crate::model::Word;

/// Reads the figures from a position on, where 分别 stands before them; returns how many marks that takes.
pub(super) fn read(text: &str, marks: &[Mark], at: usize, reading: &mut Reading) -> usize {
    let start = range(&marks[at]).start;
    let from = at.checked_sub(1).map_or(0, |before| match &marks[before] {
        Mark::Figure(figure) => figure.range.end,
        Mark::Date(range, _) => range.end,
    });
    let Some(split) = text[from..start].rfind("分别") else { return 0 };
    let split = from + split;
    let figures = run(text, &marks[at..]);
    let set = text[split + "分别".len()..start].trim();
    let around = text[split..figures.last().map_or(start, |figure| figure.range.end)].to_string();
    let (names, dates) = (names(text, marks, at, split, figures.len()), dates(text, marks, split));
    let mut promises = Vec::new();
    for (n, figure) in figures.iter().enumerate() {
        let due = match (names.len() == figures.len(), dates.len() == figures.len()) {
            (true, _) => None,
            (false, true) if names.len() == 1 => Some(Due::By(dates[n].clone())),
            _ => {
                reading.left_out.push((around, LeftOut::Uneven));
                return figures.len();
            }
        };
        let name = names[if due.is_some() { 0 } else { n }].clone();
        let Some((word, kind)) = bound(set, &name, figure) else {
            reading.left_out.push((around, LeftOut::Relative));
            return figures.len();
        };
        promises.push(Promise {
            name,
            unit: figure.unit.clone(),
            word,
            value: figure.value.clone(),
            due: due.unwrap_or_else(|| self::due(reading, kind)),
            kind,
            doubts: doubts(figure),
            words: around.clone(),
            range: split..figures.last().map_or(start, |figure| figure.range.end),
        });
    }
    reading.promises.append(&mut promises);
    figures.len()
}

/// The figures that follow each other with nothing but 、 or 和, and words of bounds, between them.
fn run<'a>(text: &str, marks: &'a [Mark]) -> Vec<&'a Figure> {
    let mut found: Vec<&Figure> = Vec::new();
    for mark in marks {
        let Mark::Figure(figure) = mark else { break };
        if let Some(last) = found.last() {
            let between = text[last.range.end..figure.range.start].trim();
            let bare = between.trim_start_matches(['、', '和', '与', '及', '，', ',']);
            let bound =
                bare.is_empty() || words::bound(bare).is_some_and(|(left, ..)| left.trim().is_empty());
            if bare.len() == between.len() || !bound {
                break;
            }
        }
        found.push(figure);
    }
    found
}

/// The bound that the words behind 分别 set; none where they only speak of a change.
fn bound(set: &str, name: &str, figure: &Figure) -> Option<(Word, Kind)> {
    if let Some((_, word, kind)) = words::bound(set) {
        let anew = kind == Kind::Level && words::counts_anew(name);
        let growth = words::is_growth(name) && figure.unit == "%";
        return Some((
            word,
            if growth {
                Kind::Growth
            } else if anew {
                Kind::Cumulative
            } else {
                kind
            },
        ));
    }
    let word = if figure.suffix == Suffix::OrLess { Word::Within } else { Word::Reach };
    if words::change(set).is_some() && figure.is_share() {
        return None;
    }
    match words::action(set) {
        Some(_) => Some((word, Kind::Cumulative)),
        None => matches!(set, "" | "为" | "是").then_some((word, Kind::Level)),
    }
}

/// The names before 分别: of the parts of the sentence behind the last deadline the one that has as many
/// as there are figures, else the last that has any.
fn names(text: &str, marks: &[Mark], at: usize, split: usize, count: usize) -> Vec<String> {
    let before: Vec<&Mark> = marks[..at].iter().filter(|mark| range(mark).end <= split).collect();
    let deadline = before
        .iter()
        .rfind(|mark| matches!(mark, Mark::Date(_, When::By(_) | When::Years(..)) | Mark::Figure(_)));
    let mut from = deadline.map_or(0, |mark| range(mark).end);
    let mut to = split;
    let start = from;
    for mark in before.iter().filter(|mark| range(mark).start >= start) {
        let base = range(mark);
        let lead = text[from..base.start].trim_matches(|c: char| "，,在较比与同 ".contains(c));
        if lead.is_empty() {
            from = base.end;
        } else {
            to = base.start;
            break;
        }
    }
    let region = text[from..to].trim_end_matches(['在', '较', '比', '与', '同']);
    let parts: Vec<Vec<String>> = region.split(['，', ',', '；', ';']).map(split_names).collect();
    let fits = parts.iter().rfind(|names| names.len() == count);
    fits.or_else(|| parts.iter().rfind(|names| !names.is_empty())).cloned().unwrap_or_default()
}

/// 甲、乙和丙 -> three names. What is no name makes the part unreadable.
fn split_names(part: &str) -> Vec<String> {
    let whole = words::name(part).unwrap_or_default();
    let names: Vec<Option<String>> = whole
        .split('、')
        .flat_map(|part| part.split("以及"))
        .flat_map(|part| part.split(['和', '与', '及']))
        .map(words::name)
        .collect();
    names.into_iter().collect::<Option<Vec<String>>>().unwrap_or_default()
}

/// 到2025年和2027年: the deadlines that follow each other before 分别.
fn dates(text: &str, marks: &[Mark], split: usize) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for mark in marks.iter().filter(|mark| range(mark).end <= split) {
        let Mark::Date(range, When::By(by)) = mark else { continue };
        let joined = found.last().is_some_and(|(end, _)| {
            let between = text[*end..range.start].trim_matches(|c: char| "、和与及到 ".contains(c));
            between.is_empty()
        });
        if !joined {
            found.clear();
        }
        found.push((range.end, by.clone()));
    }
    found.into_iter().map(|(_, by)| by).collect()
}
