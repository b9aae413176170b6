//! Sentences that promise a number -> figures with name, unit, bound and deadline.
//!
//! A reading of words, not of meaning: each figure keeps the sentence that it came from, and somebody
//! confirms it before it is published. What has a number and a word of promise but is no target, or
//! cannot be read for sure, is left out and listed with the reason.

mod claim;
mod scan;
mod sentence;
mod spot;
mod together;
mod words;

pub(super) use sentence::{Sentence, sentences};

use crate::model::Word;
use scan::{Figure, Mark, When};
use spot::Spot;
use std::ops::Range;

/// What a figure counts, as far as words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// How many there are.
    Level,
    /// A running total.
    Cumulative,
    /// A running total of each year.
    Yearly,
    /// A lower bound that holds.
    KeepAtLeast,
    /// An upper bound that holds.
    KeepAtMost,
    /// A rate of growth, which is no level.
    Growth,
}

/// When a figure is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// By this period.
    By(String),
    /// In each of these years.
    Each(u16, u16),
    /// The sentence does not say.
    Unsaid,
}

/// A doubt that whoever confirms should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// 20—30: the lower end was taken.
    Range,
    /// 左右, 余.
    About,
    /// No unit is known.
    Unit,
    /// No word of promise, only a date.
    Word,
    /// The name stands in another part of the sentence.
    Name,
    /// Something in the sentence looks damaged.
    Damaged,
}

/// A figure that is promised.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Promise {
    /// What is counted.
    pub(super) name: String,
    /// Scale and unit.
    pub(super) unit: String,
    /// The bound.
    pub(super) word: Word,
    /// The figure in half-width digits.
    pub(super) value: String,
    /// What it counts.
    pub(super) kind: Kind,
    /// When it is due.
    pub(super) due: Due,
    /// What is not sure.
    pub(super) doubts: Vec<Doubt>,
    /// The words around it.
    pub(super) words: String,
    /// Where they stand in the sentence, in bytes.
    pub(super) range: Range<usize>,
}

/// Why a sentence with a number was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// 给予20万元奖励.
    Support,
    /// 超过2000万元的企业.
    Condition,
    /// 比2020年提高5个百分点: the base is not known.
    Relative,
    /// Nothing says what is counted.
    NoName,
    /// 分别 with more or fewer names than figures.
    Uneven,
    /// The words look damaged.
    Damaged,
    /// Another sentence promises another figure for the same.
    Contradiction,
}

/// What a sentence promises.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Reading {
    /// The figures, in order.
    pub(super) promises: Vec<Promise>,
    /// The words around figures that were left out, and why.
    pub(super) left_out: Vec<(String, LeftOut)>,
    /// The deadline that the sentence ends with, for one that goes on.
    pub(super) due: Option<Due>,
}

/// Reads a sentence. `since` is the year from which a bare year is a deadline; `before` the deadline of
/// the sentence before, where this one goes on.
pub(super) fn read(text: &str, since: Option<u16>, before: Option<Due>) -> Reading {
    let marks = scan::scan(text, since);
    let mut reading = Reading { due: before, ..Reading::default() };
    let mut at = 0;
    while at < marks.len() {
        match &marks[at] {
            Mark::Date(_, When::By(by)) => reading.due = Some(Due::By(by.clone())),
            Mark::Date(_, When::Years(from, to)) => reading.due = Some(Due::Each(*from, *to)),
            Mark::Date(..) => {}
            Mark::Figure(_) => {
                let taken = together::read(text, &marks, at, &mut reading);
                if taken > 0 {
                    at += taken;
                    continue;
                }
                if let Some(spot) = Spot::new(text, &marks, at) {
                    claim::read(spot, &mut reading);
                }
            }
        }
        at += 1;
    }
    reading
}

/// The due date of a figure of this kind: of several years only a yearly one is due in each.
fn due(reading: &Reading, kind: Kind) -> Due {
    match &reading.due {
        Some(Due::Each(_, to)) if kind != Kind::Yearly => Due::By(to.to_string()),
        Some(due) => due.clone(),
        None => Due::Unsaid,
    }
}

/// The doubts that a figure brings with it.
fn doubts(figure: &Figure) -> Vec<Doubt> {
    let about = figure.suffix == scan::Suffix::About;
    let all = [(figure.upper.is_some(), Doubt::Range), (about, Doubt::About), (!figure.known, Doubt::Unit)];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, doubt)| doubt).collect()
}

#[cfg(test)]
mod tests;
