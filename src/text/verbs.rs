//! Tails without a label: （区科技局牵头，区财政局、区教委按职责分工负责）.

use super::Piece;
use super::piece::blank;
use super::tails::{Read, add_name, edge, split};
use crate::model::{Role, Tail};

/// Reads what a bracket holds; none unless all of it says who does what.
pub(super) fn read(inside: Piece) -> Option<Read> {
    let mut tails = Vec::new();
    // Names wait here until a verb says in which role they answer.
    let mut names = Vec::new();
    for part in split(inside, |c| "，,；;".contains(c)) {
        let part = part.trimmed_of(|c| edge(c) || c == '。');
        let part = part.after(if part.text.starts_with('由') { '由'.len_utf8() } else { 0 });
        let found = VERBS.iter().find(|(verb, _)| part.text.ends_with(verb));
        let len = part.text.len() - found.map_or(0, |(verb, _)| verb.len());
        names.extend(split(part.part(0..len), |c| c == '、'));
        if let Some(&(_, role)) = found {
            let mut tail = Tail { role, label: String::new(), names: Vec::new(), open: false };
            names.drain(..).for_each(|name| add_name(&mut tail, name));
            if tail.names.is_empty() || !tail.names.iter().all(|named| is_organisation(&named.name)) {
                return None;
            }
            tails.push(tail);
        }
    }
    (names.is_empty() && !tails.is_empty()).then_some(Read { tails, left: Vec::new() })
}

/// A name after a label, without what it does: `区科技局按职责分工负责` -> `区科技局`.
pub(super) fn without(name: Piece) -> Piece {
    let bare = name.trimmed_of(|c| edge(c) || c == '。');
    let before = VERBS
        .iter()
        .find_map(|(verb, _)| bare.text.strip_suffix(verb))
        .map(|before| bare.part(0..before.len()));
    before.filter(|before| is_organisation(before.text)).unwrap_or(name)
}

/// True for what may be the name of an organisation, by its length and its last character.
pub(super) fn is_organisation(name: &str) -> bool {
    let bare = name.trim_end_matches(|c| blank(c) || matches!(c, ')' | '）' | ']' | '］' | '〕'));
    let ends = "局委办部室院所心会司处厅府校队站行社团道镇乡村区县市省州位门组署馆库网盟企业园台学科公";
    name.chars().count() <= 40 && bare.chars().next_back().is_some_and(|c| ends.contains(c))
}

/// What organisations do, those that others end with first.
const VERBS: &[(&str, Role)] = &[
    ("牵头负责", Role::Lead),
    ("牵头落实", Role::Lead),
    ("牵头", Role::Lead),
    ("按照职责分工分别负责", Role::Responsible),
    ("按职责分工分别负责", Role::Responsible),
    ("按照职责分工负责", Role::Responsible),
    ("按职责分工负责", Role::Responsible),
    ("按照各自职责负责", Role::Responsible),
    ("按各自职责负责", Role::Responsible),
    ("按照职责负责", Role::Responsible),
    ("按职责负责", Role::Responsible),
    ("分工负责", Role::Responsible),
    ("分别负责", Role::Responsible),
    ("共同负责", Role::Responsible),
    ("具体负责", Role::Responsible),
    ("负责落实", Role::Responsible),
    ("负责", Role::Responsible),
    ("按照职责分工配合", Role::Support),
    ("按职责分工配合", Role::Support),
    ("协助配合", Role::Support),
    ("配合", Role::Support),
    ("协同", Role::Support),
    ("协作", Role::Support),
    ("协助", Role::Support),
    ("参与", Role::Support),
    ("参加", Role::Support),
];
