//! Tasks in their groups, safeguards, and who answers for how many tasks.

use crate::model::{Clause, ClauseIx, ClauseKind, OrgIx, Policy, Role, Tail};
use crate::render::Input;
use crate::theme::view::{GroupView, SafeguardView, ShareView, TaskView};

/// Up to so many tasks each have a row.
const ROWS: usize = 16;

/// Up to so many are each named; more are counted by group.
const NAMED: usize = 30;

/// Headings up to this length stand in two columns, two lines each at most; longer ones one under the other.
const SHORT: usize = 14;

/// So many organisations are listed; the rest is counted.
const LISTED: usize = 8;

/// How closely the tasks are to be set.
pub(super) fn dense(groups: &[GroupView]) -> String {
    let tasks = || groups.iter().flat_map(|group| &group.tasks);
    let short = || tasks().all(|task| task.heading.chars().count() <= SHORT);
    let word = match tasks().count() {
        n if n <= ROWS => "rows",
        n if n > NAMED => "counts",
        _ if short() => "columns",
        _ => "list",
    };
    word.into()
}

/// `12项任务`; empty for none.
pub(super) fn counted(input: &Input, n: usize) -> String {
    if n == 0 { String::new() } else { input.theme.say("size_tasks", &[("n", &n.to_string())]) }
}

/// The clauses of a kind, in order.
fn of_kind(policy: &Policy, kind: ClauseKind) -> impl Iterator<Item = (ClauseIx, &Clause)> {
    policy.text.iter().filter(move |(_, clause)| clause.kind == kind)
}

/// The tasks, by the clause that holds them, in the order of the text.
pub(super) fn groups(input: &Input, policy: &Policy) -> Vec<GroupView> {
    let mut groups: Vec<(Option<ClauseIx>, Vec<TaskView>)> = Vec::new();
    for (ix, clause) in of_kind(policy, ClauseKind::Task) {
        let task = task(input, policy, ix, clause);
        match groups.last_mut() {
            Some((parent, tasks)) if *parent == clause.parent => tasks.push(task),
            _ => groups.push((clause.parent, vec![task])),
        }
    }
    groups.into_iter().map(|(parent, tasks)| group(input, policy, parent, tasks)).collect()
}

fn group(input: &Input, policy: &Policy, parent: Option<ClauseIx>, tasks: Vec<TaskView>) -> GroupView {
    let counted = counted(input, tasks.len());
    let Some(ix) = parent else {
        return GroupView { count: tasks.len(), counted, tasks, ..GroupView::default() };
    };
    let clause = policy.text.clause(ix);
    let chosen = policy.picture.icons.get(&ix).map(|(name, _)| name.as_str());
    let icon = chosen.or_else(|| input.theme.icon_for(&clause.heading)).unwrap_or_default();
    GroupView {
        number: number(&clause.label),
        heading: heading(policy, ix),
        icon: icon.into(),
        count: tasks.len(),
        counted,
        tasks,
    }
}

fn task(input: &Input, policy: &Policy, ix: ClauseIx, clause: &Clause) -> TaskView {
    let (organisation, led) = answers(input, clause);
    TaskView {
        number: number(&clause.label),
        heading: heading(policy, ix),
        line: policy.picture.lines.get(&ix).cloned().unwrap_or_default(),
        organisation,
        led,
    }
}

/// The safeguards.
pub(super) fn safeguards(input: &Input, policy: &Policy) -> Vec<SafeguardView> {
    of_kind(policy, ClauseKind::Safeguard)
        .map(|(ix, clause)| SafeguardView {
            number: number(&clause.label),
            heading: heading(policy, ix),
            organisation: answers(input, clause).0,
        })
        .collect()
}

/// A clause's heading, shortened where `picture.yaml` says so; its path where it has none.
pub(super) fn heading(policy: &Policy, ix: ClauseIx) -> String {
    let clause = policy.text.clause(ix);
    let short = policy.picture.short.get(&ix);
    let own = if clause.heading.is_empty() { &clause.path } else { &clause.heading };
    short.unwrap_or(own).clone()
}

/// `（二）`, `12.`, `三、` -> `二`, `12`, `三`; 第三条 stays.
pub(in crate::render) fn number(label: &str) -> String {
    label.trim_matches(|c: char| "（）()、.．。 　".contains(c)).into()
}

/// The first organisation of a clause, and whether the text says that it leads. Of several the first is
/// told with 等, or with how many there are where the text's list is whole.
pub(super) fn answers(input: &Input, clause: &Clause) -> (String, bool) {
    let led = clause.tails.iter().find(|tail| tail.role == Role::Lead && !tail.names.is_empty());
    let Some(tail) = led.or_else(|| clause.tails.iter().find(|tail| !tail.names.is_empty())) else {
        return (String::new(), false);
    };
    (first(input, tail), tail.role == Role::Lead)
}

fn first(input: &Input, tail: &Tail) -> String {
    let name = tail.names.first().map_or("", |named| named.name.as_str());
    let n = tail.names.len().to_string();
    match (tail.open, tail.names.len()) {
        (true, _) => input.theme.say("picture_first_open", &[("name", name)]),
        (false, 1) => name.into(),
        (false, _) => input.theme.say("picture_first_of", &[("name", name), ("n", &n)]),
    }
}

/// Organisations by the number of tasks that name them, and how many there are.
pub(super) fn shares(input: &Input, policy: &Policy) -> (Vec<ShareView>, usize) {
    // Those of the register in its order; names that it lacks behind them, as they first come.
    let mut counts: Vec<(Option<OrgIx>, &str, usize)> = Vec::new();
    for (_, clause) in of_kind(policy, ClauseKind::Task) {
        let mut seen: Vec<usize> = Vec::new();
        for named in clause.tails.iter().flat_map(|tail| &tail.names) {
            let same = |(ix, name, _): &(Option<OrgIx>, &str, usize)| match (ix, named.organisation) {
                (None, None) => *name == named.name,
                (a, b) => *a == b,
            };
            let at = counts.iter().position(same).unwrap_or_else(|| {
                let name = named
                    .organisation
                    .map_or(named.name.as_str(), |ix| &input.site.organisations.get(ix).name);
                counts.push((named.organisation, name, 0));
                counts.len() - 1
            });
            if !seen.contains(&at) {
                seen.push(at);
                counts[at].2 += 1;
            }
        }
    }
    counts.sort_by_key(|(ix, _, n)| (std::cmp::Reverse(*n), ix.is_none(), *ix));
    let total = counts.len();
    let share = |(_, name, count): &(Option<OrgIx>, &str, usize)| ShareView {
        name: (*name).into(),
        count: *count,
        counted: counted(input, *count),
    };
    (counts.iter().take(LISTED).map(share).collect(), total)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_lose_their_marks() {
        let cases =
            [("（二）", "二"), ("12.", "12"), ("三、", "三"), ("(3)", "3"), ("第三条", "第三条"), ("", "")];
        for (label, bare) in cases {
            assert_eq!(number(label), bare);
        }
    }
}
