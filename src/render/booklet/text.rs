//! The text of a policy as blocks: levels without gaps, links that lead somewhere on paper.

use crate::booklet::blocks;
use crate::diagnostic::Diagnostics;
use crate::model::{Clause, ClauseIx, ClauseKind, Policy, Role, Tail};
use crate::plan::{What, urls};
use crate::render::picture::number;
use crate::render::{Input, clause, language, links};
use crate::theme::view::{
    AttachmentView, BookletBlock, BookletClause, BookletGroup, BookletNotice, BookletTail, BookletTask,
    BookletText,
};

/// The level of the chapter that the text is.
const CHAPTER: u8 = 1;

/// The whole text of policy `n`.
pub(super) fn text(input: &Input, n: usize) -> BookletText {
    let policy = &input.site.policies[n];
    let untranslated = input.site.fallback.of(&policy.id);
    let only = |ix| language::only(input, untranslated.is_some_and(|own| own.clauses.contains(&ix)));
    let body = |html: &str, below: u8| blocks_of(input, policy, html, below);
    let text = &policy.text;
    BookletText {
        notices: language::notices(input, &What::Policy(n)).into_iter().map(|notice| notice.text).collect(),
        notice: text.head.as_ref().filter(|head| head.is_notice()).map(|head| BookletNotice {
            title: head.title.clone(),
            addressees: head.addressees.clone(),
            body: body(&head.body, CHAPTER),
            signature: head.signature.clone(),
            date: head.date.clone(),
            note: head.note.clone(),
        }),
        lead: body(&text.lead, CHAPTER),
        clauses: text
            .iter()
            .map(|(ix, clause)| {
                let depth = depth(policy, ix);
                BookletClause {
                    depth,
                    label: clause.printed_label(),
                    heading: clause.heading.clone(),
                    only: only(ix),
                    body: body(&clause.body, depth),
                    tails: tails(input, clause),
                }
            })
            .collect(),
        attachments: policy
            .attachments
            .iter()
            .map(|attachment| AttachmentView {
                n: attachment.n,
                name: attachment.name.clone(),
                ..AttachmentView::default()
            })
            .collect(),
        tail: body(&text.tail, CHAPTER),
    }
}

/// A text as blocks; its links were reported by the policy's page.
fn blocks_of(input: &Input, policy: &Policy, html: &str, below: u8) -> Vec<BookletBlock> {
    let source = format!("content/policies/{}/policy.md", policy.id);
    let page = urls::booklet(&policy.id);
    let from = links::From { source: &source, page: &page, place: policy.place };
    let html = links::rewrite(input, html, &from, &mut Diagnostics::new());
    let root = urls::root_from(&page);
    let way = |href: &str| match href.strip_prefix(&root) {
        Some(own) => input.site.settings.base_url.as_ref().map(|base| whole_address(input, base, own)),
        None => ["http://", "https://", "mailto:", "tel:"]
            .iter()
            .any(|scheme| href.starts_with(scheme))
            .then(|| href.to_owned()),
    };
    blocks(&html, below, &way)
}

/// The address of a file by its way from the first folder of the pages.
fn whole_address(input: &Input, base: &str, own: &str) -> String {
    match own.strip_prefix("../") {
        // What all languages share stands above the folder of this one.
        Some(shared) => {
            format!("{}{shared}", base.strip_suffix(&input.site.settings.folder()).unwrap_or(base))
        }
        None => format!("{base}{own}"),
    }
}

/// One below the clause that holds it: a reader of the screen must not meet a gap.
fn depth(policy: &Policy, ix: ClauseIx) -> u8 {
    let mut depth = CHAPTER + 1;
    let mut parent = policy.text.clause(ix).parent;
    while let Some(above) = parent {
        depth += 1;
        parent = policy.text.clause(above).parent;
    }
    depth.min(6)
}

fn tails(input: &Input, clause: &Clause) -> Vec<BookletTail> {
    clause.tails.iter().filter(|tail| !tail.names.is_empty()).map(|tail| tail_view(input, tail)).collect()
}

fn tail_view(input: &Input, tail: &Tail) -> BookletTail {
    let role = match tail.role {
        Role::Responsible => "responsible",
        Role::Lead => "lead",
        Role::Support => "support",
    };
    BookletTail {
        role: role.into(),
        label: if tail.label.is_empty() { clause::role(input, tail.role) } else { tail.label.clone() },
        names: tail.names.iter().map(|named| named.name.clone()).collect(),
        open: tail.open,
    }
}

/// Tasks and safeguards for which anyone answers, by the clause that holds them.
pub(super) fn tasks(input: &Input, policy: &Policy) -> Vec<BookletGroup> {
    let mut groups: Vec<(Option<ClauseIx>, BookletGroup)> = Vec::new();
    let duty = |clause: &Clause| {
        matches!(clause.kind, ClauseKind::Task | ClauseKind::Safeguard) && clause.has_organisations()
    };
    for clause in policy.text.clauses.iter().filter(|clause| duty(clause)) {
        let own = if clause.heading.is_empty() { &clause.path } else { &clause.heading };
        let task =
            BookletTask { number: number(&clause.label), heading: own.clone(), tails: tails(input, clause) };
        match groups.last_mut() {
            Some((parent, group)) if *parent == clause.parent => group.tasks.push(task),
            _ => {
                let heading =
                    clause.parent.map_or(String::new(), |parent| policy.text.clause(parent).title());
                groups.push((clause.parent, BookletGroup { heading, tasks: vec![task] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
