//! What each clause is in the plan: part, section, task, safeguard or other.
//!
//! A tail is the surest sign of a task. Where a part has none, its heading says what its
//! innermost clauses are.

use super::numbering::Style;
use crate::model::{Clause, ClauseKind};

/// Sets the kind of every clause. `styles` are those of their numbers, in the same order.
pub(super) fn assign(clauses: &mut [Clause], styles: &[Option<Style>]) {
    let kinds = Tree::new(clauses, styles).kinds();
    for (clause, kind) in clauses.iter_mut().zip(kinds) {
        clause.kind = kind;
    }
}

/// What a part's heading says of the clauses in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Tasks,
    Safeguards,
    Else,
}

struct Tree<'a> {
    clauses: &'a [Clause],
    styles: &'a [Option<Style>],
    has_children: Vec<bool>,
    /// Some clause below has a tail.
    tail_below: Vec<bool>,
    /// The outermost clause that holds each.
    part: Vec<usize>,
}

impl<'a> Tree<'a> {
    fn new(clauses: &'a [Clause], styles: &'a [Option<Style>]) -> Self {
        let count = clauses.len();
        let (mut has_children, mut tail_below) = (vec![false; count], vec![false; count]);
        let mut part: Vec<usize> = (0..count).collect();
        for at in 0..count {
            if let Some(parent) = parent(&clauses[at]) {
                part[at] = part[parent];
            }
        }
        // A parent stands before its children, so backwards each is complete when it is read.
        for at in (0..count).rev() {
            if let Some(parent) = parent(&clauses[at]) {
                has_children[parent] = true;
                tail_below[parent] |= tail_below[at] || clauses[at].has_organisations();
            }
        }
        Tree { clauses, styles, has_children, tail_below, part }
    }

    fn kinds(&self) -> Vec<ClauseKind> {
        let task_styles = self.task_styles();
        let mut kinds: Vec<ClauseKind> = Vec::with_capacity(self.clauses.len());
        for at in 0..self.clauses.len() {
            let above = parent(&self.clauses[at]).map(|parent| kinds[parent]);
            kinds.push(self.kind(at, above, &task_styles));
        }
        kinds
    }

    fn kind(&self, at: usize, above: Option<ClauseKind>, task_styles: &[Styles]) -> ClauseKind {
        let (tail, below) = (self.clauses[at].has_organisations(), self.tail_below[at]);
        let style = self.styles[at];
        let about = about(&self.clauses[self.part[at]].heading);
        match (above, about) {
            _ if style == Some(Style::Article) => {
                if tail {
                    ClauseKind::Task
                } else {
                    ClauseKind::Other
                }
            }
            // What stands below a task or an article is part of it, unless only it says who answers.
            (Some(ClauseKind::Task | ClauseKind::Safeguard), _) => ClauseKind::Other,
            (Some(ClauseKind::Other), _) => {
                if tail && !below {
                    ClauseKind::Task
                } else {
                    ClauseKind::Other
                }
            }
            (Some(ClauseKind::Part), About::Safeguards) => ClauseKind::Safeguard,
            (None, About::Safeguards) if !self.has_children[at] => ClauseKind::Safeguard,
            _ if tail && !below => ClauseKind::Task,
            (None, _) if self.has_children[at] => ClauseKind::Part,
            (None, _) => ClauseKind::Other,
            (Some(_), About::Tasks) => {
                let innermost = !below && style.is_some_and(|s| task_styles[self.part[at]][s as usize]);
                if innermost || !self.has_children[at] { ClauseKind::Task } else { ClauseKind::Section }
            }
            (Some(_), _) if self.has_children[at] => ClauseKind::Section,
            (Some(_), _) => ClauseKind::Other,
        }
    }

    /// For each outermost clause, the styles of the innermost clauses below it that have a tail.
    fn task_styles(&self) -> Vec<Styles> {
        let mut found = vec![[false; Style::COUNT]; self.clauses.len()];
        for (at, clause) in self.clauses.iter().enumerate() {
            if let Some(style) =
                self.styles[at].filter(|_| clause.has_organisations() && !self.tail_below[at])
            {
                found[self.part[at]][style as usize] = true;
            }
        }
        found
    }
}

type Styles = [bool; Style::COUNT];

fn parent(clause: &Clause) -> Option<usize> {
    clause.parent.map(|parent| parent.0 as usize)
}

fn about(heading: &str) -> About {
    let says = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    let tasks = says(&["任务", "举措", "行动"]);
    if !tasks && says(&["保障", "组织实施", "组织领导"]) && !says(&["社会保障", "民生保障"])
    {
        About::Safeguards
    } else if (tasks || says(&["措施", "工作", "内容"]))
        && !says(&["要求", "目标", "原则", "思路", "背景", "基础", "情况"])
    {
        About::Tasks
    } else {
        About::Else
    }
}
