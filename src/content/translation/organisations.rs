//! `content/organisations.en.yaml`: names of organisations, by id, name or alias.

use super::translator::Translator;
use crate::content::decode::Fields;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Words};
use crate::model::{OrgIx, Organisation, Register};
use crate::source::yaml::{Node, Value};
use std::collections::BTreeSet;

/// The register with translated names, and those that have none. The name in the main language stays
/// an alias, so that either of them finds it.
pub(super) fn translate(
    register: &Register,
    node: Option<&Node>,
    at: &mut Translator,
) -> (Register, BTreeSet<OrgIx>) {
    let found = at.by_name(node, "organisations.yaml", |name, place, d| {
        let ix = register.find(name);
        if ix.is_none() {
            let problem = Diagnostic::at(content::UNKNOWN_ORGANISATION, place).with("name", name);
            d.push(problem.suggest(name, register.names()));
        }
        ix
    });
    let mut missing = BTreeSet::new();
    let mut list: Vec<Organisation> = register.iter().map(|(_, organisation)| organisation.clone()).collect();
    for (position, organisation) in list.iter_mut().enumerate() {
        let ix = OrgIx(position as u32);
        let node = found.get(&ix).copied();
        let original = organisation.name.clone();
        // A text alone is the name.
        let mut fields = node
            .filter(|node| matches!(node.value, Value::Mapping(_)))
            .and_then(|node| Fields::of(node, "organisations.yaml", at.d));
        let name = match &fields {
            Some(_) => at.field(&mut fields, "name"),
            None => at.entry(node, &original),
        };
        if at.put(name, &mut organisation.name, organisation.place) {
            missing.insert(ix);
        }
        let address = at.field(&mut fields, "address");
        at.put_option(address, &mut organisation.address, organisation.place);
        let hours = at.field(&mut fields, "hours");
        at.put_option(hours, &mut organisation.hours, organisation.place);
        fields.into_iter().for_each(|fields| fields.finish(at.d));
        if organisation.name != original {
            organisation.aliases.push(original);
        }
    }
    let (translated, clashes) = Register::new(list);
    for (first, second, name) in clashes {
        let shows = Words { zh: "另一个机构", en: "the other organisation" };
        let place = |ix: &OrgIx| found.get(ix).map_or(register.get(*ix).place, |node| node.place);
        let problem = Diagnostic::at(content::NAME_CLASH, place(&second)).with("name", name);
        at.d.push(problem.also(place(&first), shows));
    }
    (translated, missing)
}
