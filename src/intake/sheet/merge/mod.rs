//! Wanted entries -> the same YAML text with those places changed.
//!
//! The file is never written anew: a value is replaced where it stands, a new entry is put behind its
//! neighbours with their indent, and every other byte, comments and order too, stays. What is written in a
//! way that cannot be changed so is left to a person.

mod scalar;

use crate::model::Place;
use crate::source::yaml::{Key, Node, Value};
use std::ops::Range;

/// What an entry is to say.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wanted {
    /// A number, a day or a word of the format.
    Bare(String),
    /// Words of people.
    Prose(String),
    /// Entries on lines of their own.
    Block(Vec<(String, Wanted)>),
    /// Entries in `{ }`. Where there are entries already, only these are changed.
    Flow(Vec<(String, Wanted)>),
    /// One more item of a list; where there is one already that is no list, a list of both.
    Item(Vec<(String, Wanted)>),
}

/// Where a file is written in a way that cannot be changed; nothing is changed then.
pub(super) type Stuck = Place;

/// The text with the entries. `root` is the tree of `text`; none for a text without any entry.
pub(super) fn merge(text: &str, root: Option<&Node>, wanted: &[(String, Wanted)]) -> Result<String, Stuck> {
    let mut merge = Merge { text, edits: Vec::new() };
    match root.map(|node| (node, &node.value)) {
        None | Some((_, Value::Null)) => {
            merge.append_at(text.len(), &block(wanted, 0));
        }
        Some((node, Value::Mapping(entries))) if !merge.is_flow(node) => {
            merge.change_block(entries, wanted)?
        }
        Some((node, _)) => return Err(node.place),
    }
    Ok(merge.apply())
}

/// Places to be changed.
struct Merge<'a> {
    text: &'a str,
    edits: Vec<(Range<usize>, String)>,
}

/// The span of a place.
fn span(place: Place) -> Range<usize> {
    place.start as usize..(place.start + place.len) as usize
}

impl Merge<'_> {
    fn apply(mut self) -> String {
        // Stable: what was put at one place stays in order.
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::with_capacity(self.text.len() + 1024);
        let mut at = 0;
        for (range, new) in &self.edits {
            text += &self.text[at..range.start];
            text += new;
            at = range.end;
        }
        text + &self.text[at..]
    }

    /// Puts whole lines at the beginning of a line, or at the end of the text.
    fn append_at(&mut self, at: usize, lines: &str) {
        let begins = at == 0 || self.text[..at].ends_with('\n');
        let lines = if begins { lines.to_string() } else { format!("\n{}", lines.trim_end_matches('\n')) };
        self.edits.push((at..at, lines));
    }

    fn is_flow(&self, node: &Node) -> bool {
        self.text[node.place.start as usize..].starts_with(['{', '['])
    }

    /// Changes entries that stand on lines of their own.
    fn change_block(&mut self, entries: &[(Key, Node)], wanted: &[(String, Wanted)]) -> Result<(), Stuck> {
        let Some((last, _)) = entries.last() else { return Ok(()) };
        let indent = self.indent(entries[0].0.place).ok_or(entries[0].0.place)?;
        let mut fresh = Vec::new();
        for (key, want) in wanted {
            match entries.iter().find(|(known, _)| known.text == *key) {
                Some((known, node)) => self.change(known, node, want, indent)?,
                None => fresh.push((key.clone(), want.clone())),
            }
        }
        if !fresh.is_empty() {
            let at = self.end_of_entry(last.place.start as usize, indent);
            self.append_at(at, &block(&fresh, indent));
        }
        Ok(())
    }

    /// Changes entries in `{ }` on one line.
    fn change_flow(
        &mut self,
        node: &Node,
        entries: &[(Key, Node)],
        wanted: &[(String, Wanted)],
    ) -> Result<(), Stuck> {
        let whole = span(node.place);
        let inside = self.text[whole.clone()].strip_suffix('}').ok_or(node.place)?;
        let mut fresh = Vec::new();
        for (key, want) in wanted {
            match entries.iter().find(|(known, _)| known.text == *key).map(|(_, node)| (node, &node.value)) {
                Some((node, Value::Mapping(entries))) => {
                    let (Wanted::Flow(wanted) | Wanted::Block(wanted)) = want else { return Err(node.place) };
                    self.change_flow(node, entries, wanted)?;
                }
                Some((node, Value::Scalar(_) | Value::Null)) if node.place.len > 0 => {
                    self.edits.push((span(node.place), flow_value(want)));
                }
                Some((node, _)) => return Err(node.place),
                None => fresh.push((key.clone(), want.clone())),
            }
        }
        if !fresh.is_empty() {
            let at = whole.start + inside.trim_end().len();
            let comma = if inside.trim_end().ends_with(['{', ',']) { " " } else { ", " };
            let gap = if inside.ends_with(' ') { "" } else { " " };
            self.edits.push((at..at, format!("{comma}{}{gap}", flow_entries(&fresh))));
        }
        Ok(())
    }

    /// Changes the value of an entry that stands on a line of its own.
    fn change(&mut self, key: &Key, node: &Node, want: &Wanted, indent: usize) -> Result<(), Stuck> {
        match (&node.value, want) {
            (Value::Mapping(entries), Wanted::Block(wanted) | Wanted::Flow(wanted)) => {
                match self.is_flow(node) {
                    true => self.change_flow(node, entries, wanted),
                    false => self.change_block(entries, wanted),
                }
            }
            (Value::Mapping(_), Wanted::Item(item)) if self.is_flow(node) && node.place.len > 1 => {
                let old = &self.text[span(node.place)];
                self.edits.push((span(node.place), format!("[{old}, {{ {} }}]", flow_entries(item))));
                Ok(())
            }
            (Value::Sequence(items), Wanted::Item(item)) if self.text[span(node.place)].starts_with('[') => {
                let whole = span(node.place);
                let inside = self.text[whole.clone()].strip_suffix(']').ok_or(node.place)?.trim_end();
                let comma = if items.is_empty() || inside.ends_with(',') { " " } else { ", " };
                let at = whole.start + inside.len();
                self.edits.push((at..at, format!("{comma}{{ {} }}", flow_entries(item))));
                Ok(())
            }
            (Value::Sequence(items), Wanted::Item(item)) if !items.is_empty() => {
                let line = &self.text[self.line_start(node.place.start as usize)..];
                let dash = line.len() - line.trim_start_matches(' ').len();
                if !line[dash..].starts_with("- ") {
                    return Err(node.place);
                }
                let end = self.end_of_entry(key.place.start as usize, indent);
                self.append_at(end, &format!("{}- {{ {} }}\n", " ".repeat(dash), flow_entries(item)));
                Ok(())
            }
            (Value::Null, Wanted::Block(wanted)) if node.place.len == 0 => {
                let at = self.line_end(key.place.start as usize);
                self.append_at(at, &block(wanted, indent + 2));
                Ok(())
            }
            (Value::Null, want) if node.place.len == 0 => {
                let at = self.colon(key).ok_or(node.place)?;
                self.edits.push((at..at, format!(" {}", value(want, indent))));
                Ok(())
            }
            (Value::Null | Value::Scalar(_), want) => {
                let range = self.value_range(key, node, indent).ok_or(node.place)?;
                self.edits.push((range, value(want, indent)));
                Ok(())
            }
            _ => Err(node.place),
        }
    }

    /// The span of a scalar. Of a block (`|`) it begins at its sign and ends with the entry.
    fn value_range(&self, key: &Key, node: &Node, indent: usize) -> Option<Range<usize>> {
        let own = span(node.place);
        let quoted = self.text[own.clone()].starts_with(['"', '\'']);
        let plain = matches!(&node.value, Value::Scalar(scalar) if scalar.plain) || node.value == Value::Null;
        if plain || quoted {
            return Some(own);
        }
        let start = self.colon(key)?;
        let gap = self.text[start..].len() - self.text[start..].trim_start_matches(' ').len();
        let end = self.end_of_entry(key.place.start as usize, indent);
        let kept = self.text[start + gap..end].trim_end_matches('\n').len();
        Some(start + gap..start + gap + kept)
    }

    /// Right behind the colon of a key.
    fn colon(&self, key: &Key) -> Option<usize> {
        let end = span(key.place).end;
        let line = &self.text[end..self.line_end(end)];
        Some(end + line.find(':')? + 1)
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |n| n + 1)
    }

    /// Behind the line end.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |n| at + n + 1)
    }

    /// The column of a key that begins its line.
    fn indent(&self, place: Place) -> Option<usize> {
        let start = place.start as usize;
        let before = &self.text[self.line_start(start)..start];
        before.bytes().all(|b| b == b' ').then_some(before.len())
    }

    /// Behind the last line of the entry that begins at `start`: lines that are indented further, and what
    /// stands between them.
    fn end_of_entry(&self, start: usize, indent: usize) -> usize {
        let mut end = self.line_end(start);
        let mut at = end;
        while at < self.text.len() {
            let next = self.line_end(at);
            let line = &self.text[at..next];
            let depth = line.len() - line.trim_start_matches(' ').len();
            let is_blank = line.trim().is_empty();
            if !is_blank && depth <= indent && !line.trim_start().starts_with('#') {
                let own_list = depth == indent && line.trim_start().starts_with("- ");
                if !own_list {
                    break;
                }
                end = next;
            } else if !is_blank && depth > indent {
                end = next;
            }
            at = next;
        }
        end
    }
}

/// Entries as lines.
fn block(entries: &[(String, Wanted)], indent: usize) -> String {
    let gap = " ".repeat(indent);
    let entry = |(key, want): &(String, Wanted)| match want {
        Wanted::Block(children) => {
            format!("{gap}{}:\n{}", scalar::one_line(key), block(children, indent + 2))
        }
        want => format!("{gap}{}: {}\n", scalar::one_line(key), value(want, indent)),
    };
    entries.iter().map(entry).collect()
}

/// A value behind a key at this indent.
fn value(want: &Wanted, indent: usize) -> String {
    match want {
        Wanted::Prose(text) => scalar::lines(text, indent + 2),
        Wanted::Block(children) => format!("\n{}", block(children, indent + 2).trim_end_matches('\n')),
        want => flow_value(want),
    }
}

/// A value inside `{ }`.
fn flow_value(want: &Wanted) -> String {
    match want {
        Wanted::Bare(text) => text.clone(),
        // A comma or bracket would end it there.
        Wanted::Prose(text) => scalar::one_line(text),
        Wanted::Block(entries) | Wanted::Flow(entries) | Wanted::Item(entries) => {
            format!("{{ {} }}", flow_entries(entries))
        }
    }
}

fn flow_entries(entries: &[(String, Wanted)]) -> String {
    let entry = |(key, want): &(String, Wanted)| format!("{}: {}", scalar::one_line(key), flow_value(want));
    entries.iter().map(entry).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
