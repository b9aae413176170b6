//! What organisations say of clauses, and which indicators measure them; the two stand side by side.

use super::ClauseStanding;
use super::day::Day;
use crate::model::{ClauseIx, Policy, State};

/// Every clause's standing, in the order of the text.
pub(super) fn clauses(policy: &Policy, day: &Day) -> Vec<ClauseStanding> {
    policy.text.iter().map(|(clause, _)| standing(policy, clause, day)).collect()
}

fn standing(policy: &Policy, clause: ClauseIx, day: &Day) -> ClauseStanding {
    let mut standing = ClauseStanding::default();
    for (at, statement) in policy.statements.iter().enumerate() {
        if statement.clause != clause || !day.seen(statement.period) {
            continue;
        }
        standing.statement = Some(at);
        // Words alone leave the state in force; the same state said again has been in force all along.
        if statement.state.is_some() && statement.state != standing.state {
            standing.state = statement.state;
            standing.since = Some(statement.period);
        }
    }
    let names = |indicator: &&(usize, &crate::model::Indicator)| {
        indicator.1.clause == Some(clause) || indicator.1.serves.contains(&clause)
    };
    let indicators: Vec<_> = policy.indicators.iter().enumerate().collect();
    standing.indicators = indicators.iter().filter(names).map(|(at, _)| *at).collect();
    standing
}

impl ClauseStanding {
    /// The stated state that replaces the computed status of the clause's indicators: only
    /// 已调整 and 已终止 do; every other state stands beside it.
    pub fn replaces_status(&self) -> Option<State> {
        self.state.filter(|state| matches!(state, State::Adjusted | State::Terminated))
    }
}
