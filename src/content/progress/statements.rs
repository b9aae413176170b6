//! `clauses:` of a period file: what organisations say of what they were told to do.

use super::Issue;
use crate::content::decode::{self, Allowed, Fields};
use crate::content::policy::Scope;
use crate::diagnostic::catalogue::data;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{ClauseIx, Place, State, Statement};
use crate::source::yaml::{Key, Node};
use std::collections::BTreeMap;

/// The states, as written.
pub(crate) const STATES: &[Allowed<State>] = &[
    ("not-started", "未启动", State::NotStarted),
    ("under-way", "推进中", State::UnderWay),
    ("ongoing", "长期推进", State::Ongoing),
    ("done", "已完成", State::Done),
    ("blocked", "推进受阻", State::Blocked),
    ("adjusted", "已调整", State::Adjusted),
    ("terminated", "已终止", State::Terminated),
];

/// The statements of a period, in the order of the file.
pub(crate) fn read(scope: &Scope, issue: &Issue, node: &Node, d: &mut Diagnostics) -> Vec<Statement> {
    let mut seen: BTreeMap<ClauseIx, Place> = BTreeMap::new();
    let mut statements = Vec::new();
    for (key, node) in decode::entries(node, "clauses", d).unwrap_or_default() {
        let clause = scope.clauses.resolve(&key.text, key.place, d);
        // Without its clause a statement is still checked for its own mistakes.
        let Some(statement) = statement(clause.unwrap_or(ClauseIx(0)), issue, key, node, d) else { continue };
        let Some(clause) = clause else { continue };
        let first = *seen.entry(clause).or_insert(key.place);
        if first != key.place {
            let shows = Words { zh: "先写在这里", en: "first written here" };
            d.push(
                Diagnostic::at(data::TWO_STATEMENTS, key.place).with("clause", &key.text).also(first, shows),
            );
            continue;
        }
        statements.push(statement);
    }
    statements
}

/// One statement; one that says nothing is none.
fn statement(
    clause: ClauseIx,
    issue: &Issue,
    key: &Key,
    node: &Node,
    d: &mut Diagnostics,
) -> Option<Statement> {
    let mut fields = Fields::of(node, &key.text, d)?;
    let state = fields.word("state", STATES, d);
    let statement = Statement {
        clause,
        period: issue.period,
        state,
        done: fields.text("done", d),
        next: fields.text("next", d),
        obstacle: fields.text("obstacle", d),
        evidence: fields.text("evidence", d),
        reason: fields.text("reason", d),
        decided_by: fields.text("decided_by", d),
        document: fields.text("document", d),
        quality: fields.quality(d).max(issue.quality),
        place: key.place,
    };
    let place = fields.node("state").map_or(key.place, |node| node.place);
    fields.finish(d);
    let decided = statement.decided_by.is_some() || statement.document.is_some();
    let missing = state
        .and_then(|state| without(state, statement.evidence.is_some(), statement.reason.is_some(), decided));
    if let (Some(state), Some(missing)) = (state, missing) {
        let word = STATES.iter().find(|(.., s)| *s == state).map_or("", |(word, ..)| word);
        d.push(Diagnostic::at(data::STATE_WITHOUT_REASON, place).with("state", word).with("key", missing));
    }
    let says =
        [&statement.done, &statement.next, &statement.obstacle, &statement.evidence, &statement.reason];
    (state.is_some() || says.iter().any(|text| text.is_some())).then_some(statement)
}

/// The key without which a state is not believed, by what is said beside it.
pub(crate) fn without(state: State, evidence: bool, reason: bool, decided: bool) -> Option<&'static str> {
    match state {
        State::Done if !evidence => Some("evidence"),
        State::Blocked | State::Terminated if !reason => Some("reason"),
        State::Terminated if !decided => Some("decided_by"),
        _ => None,
    }
}
