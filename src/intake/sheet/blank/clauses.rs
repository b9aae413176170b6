//! The sheet of tasks: 任务 | 状态 | 进展情况 | 存在问题 | 下一步.

use super::super::marker::{self, Part};
use super::{Asked, column, ids};
use crate::data::xlsx::{Cell, Input, Sheet};
use crate::model::{Clause, ClauseIx, ClauseKind, Language, OrganisationKind, State, Statement};
use crate::progress::{Worded as _, unstated};

/// The sheet; none where no task is asked for.
pub(super) fn sheet(asked: &Asked) -> Option<Sheet> {
    let tasks = asked.policy.text.iter().filter(|(_, clause)| is_asked(asked, clause));
    let rows: Vec<Vec<Cell>> = tasks.map(|(ix, clause)| row(asked, ix, clause)).collect();
    if rows.is_empty() {
        return None;
    }
    let keys = [
        &*asked.key(Part::Clauses),
        "",
        "",
        "",
        "",
        marker::STATE,
        marker::DONE,
        marker::OBSTACLE,
        marker::NEXT,
        marker::GROUNDS,
        marker::DOCUMENT,
    ];
    Some(Sheet {
        name: asked.say("任务", "tasks").to_string(),
        title: format!("{}　{}", asked.policy.metadata.short_title, asked.say("任务进展", "Tasks")),
        notes: vec![
            asked
                .say(
                    "本期没有变化的任务空着，沿用上次的状态；已完成的写明依据，推进受阻、已终止的写明原因，已终止的还要写决定文件",
                    "leave a task empty whose state has not changed; say what shows that it is done, why it is blocked or was terminated, and by which document",
                )
                .to_string(),
        ],
        keys: keys.map(str::to_string).to_vec(),
        columns: vec![
            ids(),
            column(asked.say("序号", "clause"), 11.0),
            column(asked.say("任务", "task"), 26.0),
            column(asked.say("责任单位", "organisations"), 22.0),
            column(asked.say("上次填报", "last statement"), 30.0),
            column(asked.say("状态", "state"), 12.0),
            column(asked.say("进展情况", "what was done"), 34.0),
            column(asked.say("存在问题", "obstacles"), 24.0),
            column(asked.say("下一步", "next"), 24.0),
            column(asked.say("依据或原因", "evidence or reason"), 22.0),
            column(asked.say("决定文件", "deciding document"), 18.0),
        ],
        rows,
        locked: true,
    })
}

/// Tasks, and whatever else of the text somebody answers for; of one organisation those that name it,
/// also through a group.
fn is_asked(asked: &Asked, clause: &Clause) -> bool {
    let Some(wanted) = asked.organisation else {
        return clause.kind == ClauseKind::Task || clause.has_organisations();
    };
    let names = clause.tails.iter().flat_map(|tail| &tail.names).filter_map(|name| name.organisation);
    names.into_iter().any(|ix| {
        let named = asked.site.organisations.get(ix);
        ix == wanted || (named.kind == OrganisationKind::Group && named.members.contains(&wanted))
    })
}

fn row(asked: &Asked, ix: ClauseIx, clause: &Clause) -> Vec<Cell> {
    let statements = asked.policy.statements.iter().filter(|statement| statement.clause == ix);
    let last = statements.clone().rfind(|statement| statement.period.last() < asked.period.last());
    let this = statements.clone().find(|statement| statement.period == asked.period);
    let state = this.and_then(|statement| statement.state).map(|state| state.word(asked.language()));
    let text = |part: fn(&Statement) -> &Option<String>| {
        Cell::text(this.and_then(|statement| part(statement).as_deref()).unwrap_or_default())
            .takes(Input::Text)
    };
    let grounds = this.and_then(|statement| statement.evidence.as_deref().or(statement.reason.as_deref()));
    let names = clause.tails.iter().flat_map(|tail| &tail.names).map(|name| name.name.as_str());
    let choice = Input::Choice {
        words: State::ALL.map(|state| state.word(asked.language()).to_string()).to_vec(),
        otherwise: asked
            .say("从下拉列表中选择，或空着", "choose from the list, or leave it empty")
            .to_string(),
    };
    vec![
        Cell::text(&clause.anchor),
        Cell::text(&clause.path),
        Cell::text(if clause.heading.is_empty() { &clause.path } else { &clause.heading }),
        Cell::text(names.collect::<Vec<_>>().join(asked.say("、", ", "))),
        Cell::text(before(asked, last)),
        Cell::text(state.unwrap_or_default()).takes(choice),
        text(|statement| &statement.done),
        text(|statement| &statement.obstacle),
        text(|statement| &statement.next),
        Cell::text(grounds.unwrap_or_default()).takes(Input::Text),
        text(|statement| &statement.document),
    ]
}

/// What was said last, to be seen while writing the next.
fn before(asked: &Asked, last: Option<&Statement>) -> String {
    let language = asked.language();
    let Some(last) = last else { return unstated(language).to_string() };
    let state = last.state.map_or("", |state| state.word(language));
    let head = match language {
        Language::Chinese => format!("{state}（{}）", last.period.name(language)),
        Language::English => format!("{state} ({})", last.period.name(language)),
    };
    let said = [&last.done, &last.obstacle, &last.next].into_iter().flatten();
    std::iter::once(head).chain(said.cloned()).collect::<Vec<_>>().join("\n")
}
