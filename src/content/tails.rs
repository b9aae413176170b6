//! Who answers for a clause: the names in its tail meet the register, and `roles` adds or replaces.

use super::clauses::Clauses;
use super::decode::{self, Fields};
use super::organisations::Organisations;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Clause, Named, PolicyText, Role, Tail, fold_name};
use crate::source::yaml::Node;
use std::collections::BTreeSet;

/// The roles of `roles:`, with the label that a text would have.
const ROLES: [(&str, &str, Role); 3] = [
    ("responsible", "责任单位", Role::Responsible),
    ("lead", "牵头单位", Role::Lead),
    ("support", "配合单位", Role::Support),
];

/// Asks the register for every name in the text. A name that it lacks is one warning a policy,
/// with the line to paste: the text is what was issued, and stands.
pub(crate) fn resolve(text: &mut PolicyText, organisations: &Organisations, d: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    let tails = text.clauses.iter_mut().flat_map(|clause| clause.tails.iter_mut());
    for named in tails.flat_map(|tail| tail.names.iter_mut()) {
        named.organisation = organisations.register.find(&named.name);
        let unknown = named.organisation.is_none() && organisations.readable();
        if unknown && told.insert(fold_name(&named.name)) {
            d.push(
                Diagnostic::at(content::UNREGISTERED, named.place)
                    .with("name", &named.name)
                    .with("yaml", to_paste(&named.name))
                    .suggest(&named.name, organisations.register.names()),
            );
        }
    }
}

/// `roles: { 二(一)1: { lead: 区科技局, support: [ … ] } }`.
pub(crate) fn assign(
    text: &mut PolicyText,
    roles: &Node,
    clauses: &Clauses,
    organisations: &Organisations,
    d: &mut Diagnostics,
) {
    for (key, node) in decode::entries(roles, "roles", d).unwrap_or_default() {
        let clause = clauses.resolve(&key.text, key.place, d);
        let Some(mut fields) = Fields::of(node, &key.text, d) else { continue };
        for (word, label, role) in ROLES {
            let names: Vec<Named> = fields
                .texts(word, d)
                .into_iter()
                .map(|(name, place)| {
                    let organisation = organisations.resolve(&name, place, d);
                    Named { name, organisation, place }
                })
                .collect();
            let clause = clause.and_then(|ix| text.clauses.get_mut(ix.0 as usize));
            if let (Some(clause), false) = (clause, names.is_empty()) {
                put(clause, Tail { role, label: label.to_string(), names, open: false });
            }
        }
        fields.finish(d);
    }
}

/// In place of the tails of the same role, or behind the others.
fn put(clause: &mut Clause, tail: Tail) {
    let at = clause.tails.iter().position(|other| other.role == tail.role);
    clause.tails.retain(|other| other.role != tail.role);
    clause.tails.insert(at.unwrap_or(clause.tails.len()).min(clause.tails.len()), tail);
}

/// The line for `organisations.yaml`, its kind guessed from the name.
fn to_paste(name: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if name.starts_with('各') || name.starts_with("有关") || name.starts_with("相关") {
        let kinds =
            if name.contains('镇') || name.contains("街道") { "[township]" } else { "[department]" };
        return format!("- {{ name: {name}, kind: group, members: {{ kinds: {kinds} }} }}");
    }
    let kind = match () {
        () if ends(&["镇", "乡", "街道"]) => "township",
        () if ends(&["新区", "园区", "经开区", "高新区", "保税区", "开发区", "产业园"]) => {
            "park"
        }
        () if ends(&["公司", "集团", "银行"]) => "enterprise",
        () if ends(&["中心", "学院", "大学", "医院", "研究院", "学校"]) => "institution",
        () => "department",
    };
    format!("- {{ name: {name}, kind: {kind} }}")
}
