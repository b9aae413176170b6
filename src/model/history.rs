//! What became of a document and of its pages: repealed, replaced, amended, moved.

use super::{Place, Policy};
use jiff::civil::Date;

/// A path of the output under which a page stood before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The path, as a file: `old/plan/index.html`.
    pub path: String,
    /// Where it is written.
    pub place: Place,
}

/// The end of a document by decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeal {
    /// The first day on which it no longer holds.
    pub on: Date,
    /// The document that says so.
    pub document: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Whether a document holds: 修改、废止、失效 have to be marked clearly on government pages (国办发〔2017〕47号).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// Nothing says otherwise.
    Holds,
    /// 已修改: another document changed it; it holds as changed.
    Amended,
    /// 部分失效: parts of it no longer hold.
    Partly,
    /// 已被替代.
    Replaced,
    /// 已失效.
    Lapsed,
    /// 已废止.
    Repealed,
}

impl Force {
    /// The key in data and classes.
    pub fn key(self) -> &'static str {
        match self {
            Force::Holds => "in-force",
            Force::Amended => "amended",
            Force::Partly => "partly-lapsed",
            Force::Replaced => "replaced",
            Force::Lapsed => "lapsed",
            Force::Repealed => "repealed",
        }
    }

    /// False where the document as a whole no longer holds.
    pub fn holds(self) -> bool {
        matches!(self, Force::Holds | Force::Amended | Force::Partly)
    }
}

impl Policy {
    /// Whether it holds on a day: first a dated `repealed`, then who replaced it, then what 有效性 says, then who
    /// amended it.
    pub fn force(&self, on: Date) -> Force {
        let metadata = &self.metadata;
        if metadata.repealed.as_ref().is_some_and(|repeal| repeal.on <= on) {
            return Force::Repealed;
        }
        if !metadata.replaced_by.is_empty() {
            return Force::Replaced;
        }
        match stated(&metadata.validity.0) {
            Force::Holds if !metadata.amended_by.is_empty() => Force::Amended,
            stated => stated,
        }
    }
}

/// What 有效性 says, in the words that portals use; anything else is no statement.
fn stated(validity: &str) -> Force {
    let words = validity.to_lowercase();
    let says = |any: &[&str]| any.iter().any(|word| words.contains(word));
    if says(&["部分失效", "部分废止", "partly", "in part"]) {
        Force::Partly
    } else if says(&["未废止", "未失效", "not repealed"]) {
        Force::Holds
    } else if says(&["废止", "repealed"]) {
        Force::Repealed
    } else if says(&["失效", "lapsed", "expired", "no longer in force"]) {
        Force::Lapsed
    } else if says(&["已修改", "已修订", "amended"]) {
        Force::Amended
    } else {
        Force::Holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_portal_are_understood_and_others_say_nothing() {
        let all = [
            ("", Force::Holds),
            ("有效", Force::Holds),
            ("现行有效，未废止", Force::Holds),
            ("已废止", Force::Repealed),
            ("Repealed", Force::Repealed),
            ("失效", Force::Lapsed),
            ("部分失效", Force::Partly),
            ("已修改", Force::Amended),
        ];
        for (words, force) in all {
            assert_eq!(stated(words), force, "{words}");
        }
    }
}
