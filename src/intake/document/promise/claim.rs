//! One figure of a sentence -> what it promises: the words before it set the bound, and the name stands
//! before those words, or behind the figure.

use super::scan::{Mark, Suffix, When};
use super::spot::{JOINTS, Spot};
use super::{Doubt, Kind, LeftOut, Promise, Reading, doubts, due, words};
use crate::model::Word;

/// Reads a figure.
pub(super) fn read(spot: Spot, reading: &mut Reading) {
    match promise(spot, reading) {
        Ok(Some(found)) => reading.promises.push(found),
        // No word says that it promises anything.
        Ok(None) => {}
        Err(reason) => reading.left_out.push((spot.around(), reason)),
    }
}

/// Where the name is.
enum Left<'a> {
    /// In the words before the bound.
    Name(&'a str),
    /// Behind the figure; this is done to it.
    Verb(&'a str),
    /// In the words before the figure, and nothing says that they promise.
    Unworded(&'a str),
}

/// What the words before a figure say: what they leave, the bound that they set, and what they count.
type Set<'a> = (Left<'a>, Word, Kind);

/// What the figure promises; nothing where no word says that it promises anything.
fn promise(spot: Spot, reading: &Reading) -> Result<Option<Promise>, LeftOut> {
    let Spot { figure, .. } = spot;
    let Some((left, word, kind)) = set(spot, reading)? else { return Ok(None) };
    if words::is_support(spot.before()) || words::is_support(spot.part_before()) {
        return Err(LeftOut::Support);
    }
    if figure.of {
        return Err(LeftOut::Condition);
    }
    let mut doubts = doubts(figure);
    let mut name = name(spot, left, &mut doubts).ok_or(LeftOut::NoName)?;
    if kind == Kind::Growth && words::change(&name).is_some_and(|(left, _)| left.is_empty()) {
        // 生产总值突破1000亿元，年均增长7%: of what stands before.
        let subject = reading.promises.last().ok_or(LeftOut::NoName)?;
        name = format!("{}年均{name}", subject.name);
        doubts.push(Doubt::Name);
    }
    let kind = if words::is_growth(&name) && figure.unit == "%" { Kind::Growth } else { kind };
    Ok(Some(Promise {
        name,
        unit: figure.unit.clone(),
        word: match (figure.suffix, word, kind) {
            (Suffix::OrLess, Word::Reach, _) => Word::Within,
            (Suffix::OrMore, Word::Within, Kind::KeepAtMost) => Word::Reach,
            _ => word,
        },
        value: figure.value.clone(),
        due: due(reading, kind),
        kind,
        doubts,
        words: spot.around(),
        range: spot.begins()..figure.range.end,
    }))
}

/// The name of what is counted.
fn name(spot: Spot, left: Left, doubts: &mut Vec<Doubt>) -> Option<String> {
    match left {
        Left::Name(raw) => words::name(raw).or_else(|| {
            doubts.push(Doubt::Name);
            spot.name_behind().or_else(|| spot.name_earlier())
        }),
        Left::Verb(verb) => spot.name_behind().map(|name| format!("{verb}{name}")),
        Left::Unworded(raw) => {
            doubts.push(Doubt::Word);
            words::name(raw)
        }
    }
}

/// What the words before a figure say; nothing where they say nothing.
fn set<'a>(spot: Spot<'a>, reading: &Reading) -> Result<Option<Set<'a>>, LeftOut> {
    let Spot { figure, .. } = spot;
    let (before, yearly) = (spot.before(), spot.is_yearly());
    let anew = if yearly { Kind::Yearly } else { Kind::Cumulative };
    if let Some((left, word, kind)) = words::bound(before) {
        let counted = words::counts_anew(left) && kind == Kind::Level;
        let kind = if counted || (yearly && kind == Kind::Level) { anew } else { kind };
        return Ok(Some((Left::Name(left), word, kind)));
    }
    if let Some((left, _)) = words::change(before).filter(|_| figure.is_share()) {
        let growth = (yearly || words::is_yearly(left)) && figure.unit == "%" && before.ends_with("增长");
        let set = (Left::Name(before), Word::Reach, Kind::Growth);
        return if growth { Ok(Some(set)) } else { Err(LeftOut::Relative) };
    }
    let word = if figure.suffix == Suffix::OrLess { Word::Within } else { Word::Reach };
    if let Some((start, end)) = words::action(before) {
        // 高标准农田改造完成80%: a share is done of what stands before.
        let whole = figure.is_share() && words::name(&before[..start]).is_some();
        return Ok(Some(match words::name(&before[end..]) {
            Some(_) => (Left::Name(&before[start..]), word, anew),
            None if whole => (Left::Name(&before[..start]), word, Kind::Level),
            None => (Left::Verb(&before[start..end]), word, anew),
        }));
    }
    if figure.suffix == Suffix::OrMore || figure.suffix == Suffix::OrLess {
        return Ok(Some((Left::Name(before), word, Kind::Level)));
    }
    if let Some(verb) = spot.same_verb() {
        return Ok(Some((Left::Verb(verb), word, anew)));
    }
    if let Some((word, kind, sure)) = goes_on(spot, reading).filter(|_| figure.known) {
        let bare = before.trim_start_matches(JOINTS);
        let left = if sure { Left::Name(bare) } else { Left::Unworded(bare) };
        return Ok((sure || words::name(bare).is_some()).then_some((left, word, kind)));
    }
    let dated = matches!(spot.last(), Some(Mark::Date(_, When::By(_))));
    let promised = dated && figure.known && words::name(before).is_some() && !figure.of;
    Ok(promised.then_some((Left::Unworded(before), Word::Reach, Kind::Level)))
}

/// 新增专利100件、商标50件: the second goes on with the words of the first. Behind a comma that is not
/// sure, but for 其中.
fn goes_on(spot: Spot, reading: &Reading) -> Option<(Word, Kind, bool)> {
    let last = spot.last_figure()?.figure;
    let between = spot.text[last.range.end..spot.figure.range.start].trim_start();
    let bare = between.trim_start_matches(['，', ',']);
    let sure = between.starts_with(JOINTS) || bare.starts_with("其中");
    let joined = sure || (bare.len() < between.len() && !bare.contains(['，', ',']));
    let promise = reading.promises.last().filter(|promise| joined && promise.range.end == last.range.end)?;
    let word = if matches!(promise.word, Word::Over | Word::Reach) { Word::Reach } else { Word::Within };
    Some((word, promise.kind, sure))
}
