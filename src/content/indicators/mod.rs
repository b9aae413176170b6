//! `indicators.yaml` -> what a policy measures.

pub(crate) mod breakdowns;
mod direction;
mod item;
mod path;
mod sums;
mod targets;

use super::decode;
use super::document;
use super::policy::Scope;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Attachment, Indicator, Place, fold_name};
use std::collections::BTreeMap;

/// The indicators of a policy while it is read.
#[derive(Default)]
pub(crate) struct Measures {
    /// The indicators, in the order of the file.
    pub(crate) indicators: Vec<Indicator>,
    /// Those that are another policy's, still empty.
    pub(crate) same_as: Vec<SameAs>,
    /// Where they are declared; none without a file.
    file: Option<Place>,
    /// True where the file could not be read; then no indicator is called unknown.
    unreadable: bool,
}

/// An indicator that is another policy's.
pub(crate) struct SameAs {
    /// Its position in the policy.
    pub(crate) position: usize,
    /// True where it has a name of its own here.
    pub(crate) named: bool,
    /// Where `same_as` stands.
    pub(crate) place: Place,
}

impl Measures {
    /// The position of an indicator by id or name. An unknown one is an error.
    pub(crate) fn resolve(&self, written: &str, place: Place, d: &mut Diagnostics) -> Option<usize> {
        let wanted = fold_name(written);
        let known = |text: &str| fold_name(text) == wanted;
        let found = self.indicators.iter().position(|i| known(&i.id) || known(&i.name));
        if found.is_none() && !self.unreadable {
            let names = self.indicators.iter().flat_map(|i| [i.name.as_str(), i.id.as_str()]);
            let mut problem = Diagnostic::at(content::UNKNOWN_INDICATOR, place)
                .with("name", written)
                .suggest(written, names);
            if let Some(file) = self.file {
                problem =
                    problem.also(file, Words { zh: "指标在这里定义", en: "indicators are declared here" });
            }
            d.push(problem);
        }
        found
    }
}

/// Reads the indicators. No file, or an empty one, is no indicators.
pub(crate) fn read(scope: &Scope, attachments: &[Attachment], d: &mut Diagnostics) -> Measures {
    let Some(file) = scope.folder.file("indicators.yaml") else { return Measures::default() };
    let mut measures = Measures { file: Some(document::start(file)), ..Measures::default() };
    let node = document::read_yaml(file, d);
    let Some(items) = node.as_ref().and_then(|node| decode::list(node, "indicators.yaml", d)) else {
        measures.unreadable = true;
        return measures;
    };
    for node in items {
        if let Some((indicator, same_as)) = item::read(scope, attachments, node, d) {
            let position = measures.indicators.len();
            measures.same_as.extend(same_as.map(|same_as| SameAs { position, ..same_as }));
            measures.indicators.push(indicator);
        }
    }
    report_clashes(&measures.indicators, d);
    measures
}

/// Two indicators of one policy cannot share id or name.
fn report_clashes(indicators: &[Indicator], d: &mut Diagnostics) {
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    for indicator in indicators {
        let shows = Words { zh: "先定义在这里", en: "first declared here" };
        let (id, name) = (fold_name(&indicator.id), fold_name(&indicator.name));
        let clash =
            [(&id, content::DUPLICATE_ID, &indicator.id), (&name, content::NAME_CLASH, &indicator.name)]
                .into_iter()
                .find_map(|(folded, entry, written)| Some((*seen.get(folded)?, entry, written)));
        if let Some((first, entry, written)) = clash {
            let problem = Diagnostic::at(entry, indicator.place).with("id", written).with("name", written);
            d.push(problem.also(first, shows));
        }
        seen.entry(id).or_insert(indicator.place);
        seen.entry(name).or_insert(indicator.place);
    }
}
