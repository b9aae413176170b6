//! Stated states of clauses, beside the indicators that name them.

use super::build::*;
use crate::model::*;
use crate::progress::{Assessment, assess, task_counts};

fn clause(n: u32, kind: ClauseKind) -> Clause {
    Clause {
        kind,
        level: 1,
        parent: None,
        label: format!("{n}．"),
        path: n.to_string(),
        anchor: format!("c-{n}"),
        heading: String::new(),
        body: String::new(),
        tails: Vec::new(),
        place: Place::default(),
    }
}

fn statement(clause: u32, at: &str, state: Option<State>) -> Statement {
    Statement {
        clause: ClauseIx(clause),
        period: period(at),
        state,
        done: None,
        next: None,
        obstacle: None,
        evidence: None,
        reason: None,
        decided_by: None,
        document: None,
        quality: Quality::Final,
        place: Place::default(),
    }
}

/// Five clauses: an aim, three tasks and a safeguard; the first three are named by the first indicator.
fn plan(statements: Vec<Statement>) -> Policy {
    let mut firms = level("2022=100", "2025>160").figures("2024-06=128");
    firms.clause = Some(ClauseIx(0));
    firms.serves = vec![ClauseIx(1), ClauseIx(2)];
    let mut policy = policy(vec![firms, at_least("2025>=90")], &[period("2024-04"), period("2024-06")]);
    let kinds =
        [ClauseKind::Other, ClauseKind::Task, ClauseKind::Task, ClauseKind::Task, ClauseKind::Safeguard];
    policy.text.clauses = (0u32..).zip(kinds).map(|(n, kind)| clause(n, kind)).collect();
    policy.statements = statements;
    policy
}

fn assessed(policy: &Policy, day: &str) -> Assessment {
    assess(policy, date(day), &Bands::default())
}

#[test]
fn a_state_holds_until_the_next_one() {
    let policy = plan(vec![
        statement(1, "2024-04", Some(State::UnderWay)),
        statement(1, "2024-05", None), // words only: the state stays
        statement(1, "2024-06", Some(State::UnderWay)), // said again: in force since April
        statement(1, "2024-08", Some(State::Done)), // not yet written in July
    ]);
    for (day, statement, state, since) in [
        ("2024-03-31", None, None, None),
        ("2024-05-31", Some(1), Some(State::UnderWay), Some("2024-04")),
        ("2024-07-20", Some(2), Some(State::UnderWay), Some("2024-04")),
        ("2024-09-20", Some(3), Some(State::Done), Some("2024-08")),
    ] {
        let clause = &assessed(&policy, day).clauses[1];
        assert_eq!(
            (clause.statement, clause.state, clause.since),
            (statement, state, since.map(period)),
            "{day}"
        );
    }
}

#[test]
fn only_adjusted_and_terminated_replace_the_computed_status() {
    for (state, replaces) in [
        (State::Done, false), // a unit's word does not make a figure green
        (State::Blocked, false),
        (State::Adjusted, true),
        (State::Terminated, true),
    ] {
        let policy = plan(vec![statement(1, "2024-06", Some(state))]);
        assert_eq!(assessed(&policy, "2024-07-20").clauses[1].replaces_status(), replaces.then_some(state));
    }
}

#[test]
fn indicators_name_their_clauses() {
    let clauses = assessed(&plan(Vec::new()), "2024-07-20").clauses;
    let named: Vec<&[usize]> = clauses.iter().map(|clause| clause.indicators.as_slice()).collect();
    assert_eq!(named, [&[0][..], &[0], &[0], &[], &[]]);
}

#[test]
fn no_chips_where_nobody_ever_said_anything() {
    let silent = plan(Vec::new());
    assert!(!assessed(&silent, "2024-07-20").stated);
    assert!(task_counts(&silent, &assessed(&silent, "2024-07-20")).is_empty());
    let said = plan(vec![statement(1, "2024-06", Some(State::Done))]);
    assert!(assessed(&said, "2024-07-20").stated);
    assert!(!assessed(&said, "2024-05-31").stated);
}

#[test]
fn tasks_are_counted_by_what_is_stated() {
    let policy = plan(vec![
        statement(1, "2024-06", Some(State::Done)),
        statement(2, "2024-06", Some(State::UnderWay)),
        statement(4, "2024-06", Some(State::UnderWay)), // safeguards count among them
    ]);
    let counts = task_counts(&policy, &assessed(&policy, "2024-07-20"));
    let got: Vec<_> = counts.iter().map(|count| (count.of, count.count, count.percent)).collect();
    assert_eq!(got, [(Some(State::Done), 1, 25.0), (Some(State::UnderWay), 2, 50.0), (None, 1, 25.0)]);
}

#[test]
fn as_of_is_the_newest_data_not_the_build() {
    assert_eq!(assessed(&plan(Vec::new()), "2025-07-20").as_of, Some(date("2024-06-30")));
    assert_eq!(assessed(&plan(Vec::new()), "2024-05-20").as_of, None);
    let only_rows = level("2022=100", "2025>160").rows("2022 2025", &[("1 2", "2024-03=1")]);
    assert_eq!(assessed(&policy(vec![only_rows], &[]), "2024-07-20").as_of, Some(date("2024-03-31")));
    let steps = policy(vec![fund("0=2024-06-18")], &[]);
    assert_eq!(assessed(&steps, "2024-07-20").as_of, Some(date("2024-06-18")));
}
