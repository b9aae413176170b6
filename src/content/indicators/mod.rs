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
use item::Item;
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
    pub(crate) unreadable: bool,
    /// Those that nobody has confirmed yet, by position, with the place of `proposed`.
    proposed: Vec<(usize, Place)>,
}

/// An indicator that is another policy's.
#[derive(Clone)]
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
            let near = problem.suggestion.as_deref().map(fold_name);
            let near = near.and_then(|near| {
                self.indicators.iter().find(|i| fold_name(&i.id) == near || fold_name(&i.name) == near)
            });
            let first = self.indicators.first().map(|indicator| indicator.place).or(self.file);
            if let Some(near) = near {
                let shows = Words { zh: "相近的指标在这里定义", en: "the nearest indicator" };
                problem = problem.also(near.place, shows);
            } else if let Some(first) = first {
                problem =
                    problem.also(first, Words { zh: "指标在这里定义", en: "indicators are declared here" });
            }
            d.push(problem);
        }
        found
    }

    /// Where an indicator says that nobody has confirmed it yet.
    pub(crate) fn proposal(&self, position: usize) -> Option<Place> {
        self.proposed.iter().find(|(at, _)| *at == position).map(|(_, place)| *place)
    }

    /// Takes out the indicators that nobody has confirmed: nothing of them is published. Returns their
    /// ids and names.
    pub(crate) fn leave_out_proposed(&mut self) -> Vec<[String; 2]> {
        let mut names = Vec::new();
        // From the last on, so that positions stay right while indicators are taken out.
        for (position, _) in std::mem::take(&mut self.proposed).into_iter().rev() {
            let indicator = self.indicators.remove(position);
            self.same_as.retain(|same_as| same_as.position != position);
            let behind = self.same_as.iter_mut().filter(|same_as| same_as.position > position);
            behind.for_each(|same_as| same_as.position -= 1);
            names.push([indicator.id, indicator.name]);
        }
        names
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
    let mut names = Vec::new();
    for node in items {
        if let Some(Item { indicator, same_as, proposed }) = item::read(scope, attachments, node, d) {
            names.push(decode::find(node, "name").map_or(indicator.place, |name| name.place));
            let position = measures.indicators.len();
            measures.proposed.extend(proposed.map(|place| (position, place)));
            measures.same_as.extend(same_as.map(|same_as| SameAs { position, ..same_as }));
            measures.indicators.push(indicator);
        }
    }
    report_clashes(&measures.indicators, &names, d);
    for (position, place) in &measures.proposed {
        let name = &measures.indicators[*position].name;
        d.push(Diagnostic::at(content::PROPOSED, *place).with("name", name));
    }
    measures
}

/// Two indicators of one policy cannot share id or name; one problem a pair. `names` are the places of the names.
fn report_clashes(indicators: &[Indicator], names: &[Place], d: &mut Diagnostics) {
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    for (indicator, name_at) in indicators.iter().zip(names) {
        let own = [
            (fold_name(&indicator.id), content::DUPLICATE_ID, &indicator.id, indicator.place),
            (fold_name(&indicator.name), content::NAME_CLASH, &indicator.name, *name_at),
        ];
        let clash = own.iter().find_map(|(folded, entry, written, at)| {
            let first = *seen.get(folded)?;
            Some(
                Diagnostic::at(entry, *at)
                    .with("id", written)
                    .with("name", written)
                    .also(first, Words { zh: "先定义在这里", en: "first declared here" }),
            )
        });
        if let Some(clash) = clash {
            d.push(clash);
        }
        for (folded, .., at) in own {
            seen.entry(folded).or_insert(at);
        }
    }
}
