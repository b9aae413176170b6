//! What organisations newly say of clauses: states that moved, and how many others were heard of.

use super::window::{Window, published};
use super::{Change, What};
use crate::model::{ClauseIx, Policy, Quality, State, Statement};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The clauses of which something was said in the window, in the order of the text.
pub(super) fn changes(policy: &Policy, window: &Window) -> Vec<Change> {
    let mut heard: BTreeMap<ClauseIx, usize> = BTreeMap::new();
    for (at, statement) in policy.statements.iter().enumerate() {
        if published(policy, statement.period).is_some_and(|day| window.holds(day)) {
            heard.insert(statement.clause, at);
        }
    }
    let mut changes = Vec::new();
    let (mut unmoved, mut quality) = (0, Quality::Final);
    for (clause, newest) in heard {
        let (from, _) = in_force(policy, clause, window.before);
        match in_force(policy, clause, window.until) {
            (Some(to), Some(statement)) if from != Some(to) => {
                let what = What::State { clause, from, to, statement };
                changes.push(Change { what, quality: policy.statements[statement].quality });
            }
            _ => {
                unmoved += 1;
                quality = quality.max(policy.statements[newest].quality);
            }
        }
    }
    if unmoved > 0 {
        changes.push(Change { what: What::Reported { clauses: unmoved }, quality });
    }
    changes
}

/// A clause's state on a day, and the first statement of those that say so.
fn in_force(policy: &Policy, clause: ClauseIx, day: Date) -> (Option<State>, Option<usize>) {
    let known = |statement: &Statement| {
        let end = statement.period.last().last_day();
        published(policy, statement.period).unwrap_or(end) <= day
    };
    let mut now = (None, None);
    for (at, statement) in policy.statements.iter().enumerate() {
        let other = statement.state.is_some() && statement.state != now.0;
        if statement.clause == clause && other && known(statement) {
            now = (statement.state, Some(at));
        }
    }
    now
}
