//! Where a figure stands in its sentence: the words before it and behind it.

use super::scan::{Figure, Mark, When};
use super::words;
use std::ops::Range;

/// A figure in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// The sentence.
    pub(super) text: &'a str,
    /// Its dates and figures.
    pub(super) marks: &'a [Mark],
    /// The position of the figure among them.
    pub(super) at: usize,
    /// The figure.
    pub(super) figure: &'a Figure,
}

/// What joins figures of one list.
pub(super) const JOINTS: [char; 4] = ['、', '和', '与', '及'];

impl<'a> Spot<'a> {
    /// The figure at a position; none where a date stands there.
    pub(super) fn new(text: &'a str, marks: &'a [Mark], at: usize) -> Option<Self> {
        match marks.get(at)? {
            Mark::Figure(figure) => Some(Spot { text, marks, at, figure }),
            Mark::Date(..) => None,
        }
    }

    /// The mark before it.
    pub(super) fn last(self) -> Option<&'a Mark> {
        self.marks.get(self.at.checked_sub(1)?)
    }

    /// The figure right before it, with no date between.
    pub(super) fn last_figure(self) -> Option<Spot<'a>> {
        Spot::new(self.text, self.marks, self.at.checked_sub(1)?)
    }

    /// Where the words begin that belong to it: behind the mark before it, and behind the last comma.
    pub(super) fn begins(self) -> usize {
        let mark = self.last().map_or(0, |mark| range(mark).end);
        let stop = self.text[..self.figure.range.start].rfind(['，', ',', '；', ';', '：', ':', '（', '(']);
        let after = |stop: usize| stop + self.text[stop..].chars().next().map_or(0, char::len_utf8);
        mark.max(stop.map_or(0, after))
    }

    /// The words before it.
    pub(super) fn before(self) -> &'a str {
        self.text[self.begins()..self.figure.range.start].trim()
    }

    /// Those words and the figure.
    pub(super) fn around(self) -> String {
        let whole = &self.text[self.begins()..self.figure.range.end];
        whole.trim_matches(|c: char| "，,、；;：: ".contains(c)).to_string()
    }

    /// The part of the sentence before the one with the figure.
    pub(super) fn part_before(self) -> &'a str {
        let part = |end: usize| self.text[..end].rfind(['，', ',', '；', ';']).unwrap_or(0);
        let own = part(self.figure.range.start);
        &self.text[part(own)..own]
    }

    /// Whether 每年 belongs to it: it stands in the same part of the sentence.
    pub(super) fn is_yearly(self) -> bool {
        match self.last() {
            Some(Mark::Date(every, When::Every)) => {
                !self.text[every.end..self.figure.range.start].contains(['，', ',', '；', ';'])
            }
            _ => words::says_every_year(self.before()),
        }
    }

    /// The name behind it: up to the next mark or stop.
    pub(super) fn name_behind(self) -> Option<String> {
        let from = self.figure.range.end;
        let rest = &self.text[from..];
        let stop = rest.find(['，', ',', '；', ';', '。', '、', '：', ':', '（', '(']).unwrap_or(rest.len());
        let mark = self.marks.get(self.at + 1).map_or(self.text.len(), |next| range(next).start);
        words::name(self.text[from..(from + stop).min(mark)].trim_start_matches('的'))
    }

    /// The subject of the sentence, where the figure stands in a later part and is the first of all.
    pub(super) fn name_earlier(self) -> Option<String> {
        let dates = &self.marks[..self.at];
        if dates.iter().any(|mark| matches!(mark, Mark::Figure(_))) {
            return None;
        }
        let stop = self.text[..self.figure.range.start].rfind(['，', ','])?;
        let mut from = 0;
        for part in self.text[..stop].split(['，', ',']) {
            let end = from + part.len();
            let date = dates.iter().map(range).rfind(|range| (from..end).contains(&range.start));
            if let Some(name) = words::name(&self.text[date.map_or(from, |date| date.end.min(end))..end]) {
                return Some(name);
            }
            from = end + self.text[end..].chars().next().map_or(0, char::len_utf8);
        }
        None
    }

    /// 打造1个中心、3个平台: what is done to the first is done to those that follow it.
    pub(super) fn same_verb(self) -> Option<&'a str> {
        let mut next = self;
        while let Some(spot) = next.last_figure() {
            let between = self.text[spot.figure.range.end..next.figure.range.start].trim_end();
            if !between.ends_with(JOINTS) || between.contains(['，', ',', '；', ';']) {
                return None;
            }
            let before = spot.before();
            if let Some((start, end)) = words::action(before) {
                return before[end..].trim().is_empty().then(|| &before[start..end]);
            }
            next = spot;
        }
        None
    }
}

/// The bytes of a mark.
pub(super) fn range(mark: &Mark) -> &Range<usize> {
    match mark {
        Mark::Date(range, _) => range,
        Mark::Figure(figure) => &figure.range,
    }
}
