//! The period's file as it stands: where in it something is said, under whatever name.

use super::said::Subject;
use crate::content::Clauses;
use crate::model::{Place, Policy, Site, fold_name};
use crate::source::yaml::{Key, Node, Value};

/// The tree of a period's file, and what its names mean.
pub(super) struct Current<'a> {
    site: &'a Site,
    policy: &'a Policy,
    clauses: Clauses,
    root: Option<&'a Node<'a>>,
}

/// Where something is said, or would be.
pub(super) struct Spot<'a> {
    /// The keys that lead there, as the file writes them; where it has none, as they would be written.
    pub(super) path: Vec<String>,
    /// The value, where there is one.
    pub(super) node: Option<&'a Node<'a>>,
    /// The `table:` that stands for the block in which it would be.
    pub(super) table: Option<Place>,
}

impl<'a> Current<'a> {
    /// The file's tree; none where there is no file yet, or nothing in it.
    pub(super) fn new(site: &'a Site, policy: &'a Policy, root: Option<&'a Node<'a>>) -> Self {
        let clauses = Clauses::of(&policy.text, policy.place);
        Current { site, policy, clauses, root }
    }

    /// Where a subject's entry is.
    pub(super) fn find(&self, subject: Subject) -> Spot<'a> {
        let mut spot = Spot { path: Vec::new(), node: self.root, table: None };
        match subject {
            Subject::Indicator(i) | Subject::Step(i, _) => {
                self.step_into(&mut spot, "indicators", |key| key == "indicators");
                self.indicator(&mut spot, i);
            }
            Subject::Row(i, b, r) => {
                self.step_into(&mut spot, "breakdowns", |key| key == "breakdowns");
                self.indicator(&mut spot, i);
                let breakdown = &self.policy.indicators[i].breakdowns[b];
                let names = [fold_name(&breakdown.id), fold_name(&breakdown.title)];
                self.step_into(&mut spot, &breakdown.id, |key| names.contains(&fold_name(key)));
                let organisation = breakdown.rows[r].organisation;
                let register = &self.site.organisations;
                let name = &register.get(organisation).name;
                self.step_into(&mut spot, name, |key| register.find(key) == Some(organisation));
            }
            Subject::Clause(ix) => {
                self.step_into(&mut spot, "clauses", |key| key == "clauses");
                let path = &self.policy.text.clause(ix).path;
                self.step_into(&mut spot, path, |key| self.clauses.named(key, true) == Some(ix));
            }
        }
        spot
    }

    fn indicator(&self, spot: &mut Spot<'a>, i: usize) {
        let indicator = &self.policy.indicators[i];
        let names = [fold_name(&indicator.id), fold_name(&indicator.name)];
        self.step_into(spot, &indicator.name, |key| names.contains(&fold_name(key)));
    }

    /// One key further.
    fn step_into(&self, spot: &mut Spot<'a>, name: &str, is: impl Fn(&str) -> bool) {
        let entries = spot.node.map_or(&[][..], entries);
        if let Some((_, node)) = entries.iter().find(|(key, _)| key.text == "table") {
            spot.table = spot.table.or(matches!(node.value, Value::Scalar(_)).then_some(node.place));
        }
        let found = entries.iter().find(|(key, _)| is(&key.text));
        spot.path.push(found.map_or(name.to_string(), |(key, _)| key.text.to_string()));
        spot.node = found.map(|(_, node)| node);
    }
}

/// The entries of a mapping; none of anything else.
pub(super) fn entries<'a>(node: &'a Node<'a>) -> &'a [(Key<'a>, Node<'a>)] {
    match &node.value {
        Value::Mapping(entries) => entries,
        _ => &[],
    }
}

/// The text of a scalar; of a mapping that of the scalar behind a key.
pub(super) fn text<'a>(node: &'a Node<'a>, key: &str) -> Option<&'a str> {
    let node = match &node.value {
        Value::Mapping(entries) => entries.iter().find(|(own, _)| own.text == key).map(|(_, node)| node)?,
        _ if key == "value" => node,
        _ => return None,
    };
    match &node.value {
        Value::Scalar(scalar) => Some(scalar.text.trim()),
        _ => None,
    }
}
