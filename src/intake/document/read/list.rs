//! The numbers of `<ol>`, which a browser writes and the source does not.

use super::page::Tag;

/// The lists that are open, innermost last: the number of the next item, none in a list of bullets.
#[derive(Default)]
pub(super) struct Lists {
    open: Vec<Option<u32>>,
}

/// The most lists within lists; what is deeper has no numbers.
const DEEPEST: usize = 64;

impl Lists {
    /// `<ol>` or `<ul>` begins.
    pub(super) fn start(&mut self, tag: &Tag, name: &[u8]) {
        if self.open.len() < DEEPEST {
            self.open.push((name == b"ol").then(|| number(tag, "start").unwrap_or(1)));
        }
    }

    /// The innermost list ends.
    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// `<li>` begins: the number before its text.
    pub(super) fn item(&mut self, tag: &Tag) -> Option<u32> {
        let next = self.open.last_mut()?.as_mut()?;
        let own = number(tag, "value").unwrap_or(*next);
        *next = own.saturating_add(1);
        Some(own)
    }
}

fn number(tag: &Tag, name: &str) -> Option<u32> {
    super::page::attribute(tag, name)?.trim().parse().ok()
}
