//! What changed: the page of changes, and the short lists of other pages.

use super::{Chip, Day, Link, Mark};
use serde::Serialize;

/// One change, in a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangeView {
    /// The kind in data: `figure`, `status`, `verdict`, `revision`, `rows`, `rows-revised`, `state`, `reported`, `targets`, `policy`, `ended`, `interpretation` or `case`.
    pub kind: String,
    /// The kind in a word: 新数据.
    pub word: String,
    /// What has changed, with the page that tells it in full.
    pub subject: Link,
    /// The rest of the sentence, with its numbers.
    pub text: String,
    /// The difference of a new figure, with its sign: `+3`; empty where there is none.
    pub difference: String,
    /// Its unit: 家, 个百分点.
    pub unit: String,
    /// The status, verdict or state that it moved to.
    pub chip: Option<Chip>,
    /// 示例, 初步数.
    pub marks: Vec<Mark>,
    /// The day on which it was published.
    pub day: Day,
    /// The policy; none on a page of that policy.
    pub policy: Option<Link>,
}

/// What was published of one policy on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PublicationView {
    /// Its id on the page of changes.
    pub anchor: String,
    /// The day.
    pub day: Day,
    /// The policy.
    pub policy: Link,
    /// With what it was compared: 与2024年6月10日公布的情况相比; empty where nothing had been reported before.
    pub compared: String,
    /// The bulletins published that day.
    pub bulletins: Vec<Link>,
    /// The mark that all its changes share: 示例; their own lists then lack it.
    pub marks: Vec<Mark>,
    /// What changed.
    pub changes: Vec<ChangeView>,
    /// How many further changes are not in this list.
    pub left_out: usize,
}

/// The publications of one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangedDay {
    /// The day.
    pub day: Day,
    /// A policy each, in the order of the site.
    pub publications: Vec<PublicationView>,
}

/// `changes`: what changed last on the whole site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangesPage {
    /// The days, newest first.
    pub days: Vec<ChangedDay>,
    /// The day that was asked for; none where each publication is compared with the one before it.
    pub since: Option<Day>,
    /// True where older ones were left out.
    pub more: bool,
}
