//! Which clause holds which: the level of a style of numbers is decided by the document itself.
//!
//! A style that is open already opens a sibling; a new one opens below what is open, unless the
//! document (or, for 章, 节, 条 and 一、, the custom) has it further out. Headings of Markdown
//! nest by their level.

use super::numbering::{Number, Style};
use std::collections::HashMap;

/// The clauses that are open at this point of a text, outermost first.
#[derive(Default)]
pub(super) struct Levels {
    open: Vec<Open>,
    /// `above[s][t]`: a clause of style t has stood below one of style s.
    above: [[bool; Style::COUNT]; Style::COUNT],
    /// The last number of each style.
    last: [u32; Style::COUNT],
    /// The last number of each style below each clause.
    siblings: HashMap<(Option<usize>, Style), u32>,
}

/// Where a new clause belongs.
pub(super) struct Entry {
    /// The clause that holds it.
    pub(super) parent: Option<usize>,
    /// The number that should have stood here, where another does.
    pub(super) expected: Option<Number>,
}

struct Open {
    clause: usize,
    style: Option<Style>,
    value: u32,
    /// The level of a Markdown heading.
    heading: Option<u8>,
}

impl Levels {
    /// Opens a clause, closing those that it does not stand in.
    pub(super) fn enter(&mut self, clause: usize, heading: Option<u8>, number: Option<Number>) -> Entry {
        match (heading, number) {
            (Some(level), _) => {
                while self.open.pop_if(|open| open.heading.is_none_or(|other| other >= level)).is_some() {}
            }
            (None, Some(number)) => self.close_for(number),
            (None, None) => {}
        }
        let parent = self.open.last().map(|open| open.clause);
        if let Some(number) = number {
            for open in &self.open {
                if let Some(style) = open.style {
                    self.above[style as usize][number.style as usize] = true;
                }
            }
        }
        let expected = number.and_then(|number| self.follow(parent, number));
        let (style, value) = (number.map(|n| n.style), number.map_or(0, |n| n.value));
        self.open.push(Open { clause, style, value, heading });
        Entry { parent, expected }
    }

    fn close_for(&mut self, number: Number) {
        let style = number.style;
        let fits = |open: &Open| {
            // A line that continues the numbers of headings is the next of them, not below.
            open.style == Some(style) && (open.heading.is_none() || open.value + 1 == number.value)
        };
        if let Some(at) = self.open.iter().rposition(fits) {
            self.open.truncate(at);
            return;
        }
        while self.open.last().is_some_and(|open| {
            let inner = open.style.filter(|_| open.heading.is_none());
            inner.is_some_and(|inner| self.stands_above(style, inner))
        }) {
            self.open.pop();
        }
    }

    fn stands_above(&self, outer: Style, inner: Style) -> bool {
        let custom = match outer {
            Style::Chapter | Style::Division => inner > outer,
            Style::Article | Style::Chinese => inner > Style::Chinese,
            _ => false,
        };
        let (outer, inner) = (outer as usize, inner as usize);
        custom || self.above[outer][inner] && !self.above[inner][outer]
    }

    /// Notes a number; where it neither continues nor starts afresh, what was expected. Articles,
    /// and other numbers too, may run on across the clauses that hold them.
    fn follow(&mut self, parent: Option<usize>, number: Number) -> Option<Number> {
        let last = std::mem::replace(&mut self.last[number.style as usize], number.value);
        let sibling = self.siblings.insert((parent, number.style), number.value);
        let fits = number.value == 1
            || number.value == last + 1
            || sibling.is_some_and(|sibling| number.value == sibling + 1)
            || sibling == Some(number.value);
        let before = sibling.unwrap_or(if last + 1 < number.value { last } else { 0 });
        (!fits).then(|| Number { value: before, ..number }.next())
    }
}
