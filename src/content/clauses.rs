//! Which clause is meant: by path, anchor, bare number or heading, in any bracket or digit width.

use super::decode::{self, Fields};
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{ClauseIx, Place, PolicyText, fold_name};

/// The names of a policy's clauses.
#[derive(Default)]
pub(crate) struct Clauses {
    names: Vec<Names>,
    /// The text; none where it could not be read, and then no clause is called unknown.
    text: Option<Place>,
}

/// The names of one clause, folded; `path` and `place` for messages.
struct Names {
    path: String,
    place: Place,
    by_path: String,
    anchor: String,
    number: String,
    heading: String,
}

impl Clauses {
    /// The clauses of a text.
    pub(crate) fn of(text: &PolicyText, place: Place) -> Self {
        let names = text.clauses.iter().map(|clause| Names {
            path: clause.path.clone(),
            place: clause.place,
            by_path: fold(&clause.path),
            anchor: fold(&clause.anchor),
            number: fold(&clause.label),
            heading: fold(&clause.heading),
        });
        Clauses { names: names.collect(), text: Some(place) }
    }

    /// True where there is a text that could be read.
    pub(crate) fn readable(&self) -> bool {
        self.text.is_some()
    }

    /// The clause that is meant. One that is unknown, or could be several, is an error.
    pub(crate) fn resolve(&self, written: &str, place: Place, d: &mut Diagnostics) -> Option<ClauseIx> {
        let text = self.text?;
        let wanted = fold(written.trim().trim_start_matches('#'));
        let found = self.find(&wanted);
        match found.as_slice() {
            [one] => return Some(*one),
            [] => {
                let mut problem = Diagnostic::at(content::UNKNOWN_CLAUSE, place).with("clause", written);
                problem.suggestion = self.near(written, &wanted);
                let near =
                    problem.suggestion.as_deref().and_then(|near| self.find(&fold(near)).first().copied());
                d.push(match near {
                    Some(ix) => {
                        let shows = Words { zh: "相近的一条在这里", en: "the nearest clause" };
                        problem.also(self.names[ix.0 as usize].place, shows)
                    }
                    None => problem.also(text, Words { zh: "正文从这里开始", en: "the text begins here" }),
                });
            }
            several => {
                let paths: Vec<String> =
                    several.iter().map(|ix| format!("`{}`", self.names[ix.0 as usize].path)).collect();
                let mut problem = Diagnostic::at(content::AMBIGUOUS_CLAUSE, place)
                    .with("clause", written)
                    .with("paths", paths.join(" / "));
                for ix in several {
                    let shows = Words { zh: "可能是这一条", en: "may be this one" };
                    problem = problem.also(self.names[ix.0 as usize].place, shows);
                }
                d.push(problem);
            }
        }
        None
    }

    /// The clause that is named without doubt; nothing is reported. What is only a number names none where
    /// `numbered` is false: in a sheet it is an ordinal.
    pub(crate) fn named(&self, written: &str, numbered: bool) -> Option<ClauseIx> {
        let wanted = fold(written.trim().trim_start_matches('#'));
        let [one] = *self.find(&wanted) else { return None };
        let names = &self.names[one.0 as usize];
        let known = [&names.by_path, &names.anchor, &names.heading].into_iter().any(|name| *name == wanted);
        (numbered || (known && wanted.chars().count() > 1)).then_some(one)
    }

    /// The clause of a key's value.
    pub(crate) fn of_key(
        &self,
        fields: &mut Fields,
        key: &'static str,
        d: &mut Diagnostics,
    ) -> Option<ClauseIx> {
        let node = fields.node(key)?;
        self.resolve(&decode::text(node, key, d)?, node.place, d)
    }

    /// The clauses of a key's list, each once.
    pub(crate) fn list(&self, fields: &mut Fields, key: &'static str, d: &mut Diagnostics) -> Vec<ClauseIx> {
        let mut found = Vec::new();
        for (written, place) in fields.texts(key, d) {
            if let Some(ix) = self.resolve(&written, place, d)
                && !found.contains(&ix)
            {
                found.push(ix);
            }
        }
        found
    }

    /// All clauses of that name, by the first kind of name that fits at all.
    fn find(&self, wanted: &str) -> Vec<ClauseIx> {
        if wanted.is_empty() {
            return Vec::new();
        }
        let kinds: [fn(&Names) -> &str; 4] =
            [|n| n.by_path.as_str(), |n| n.anchor.as_str(), |n| n.number.as_str(), |n| n.heading.as_str()];
        let by = |kind: &fn(&Names) -> &str| -> Vec<ClauseIx> {
            let all = self.names.iter().enumerate().filter(|(_, names)| kind(names) == wanted);
            all.map(|(position, _)| ClauseIx(position as u32)).collect()
        };
        kinds.iter().map(by).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// The clause with the same last number, where there is one; else the nearest path or heading.
    fn near(&self, written: &str, wanted: &str) -> Option<String> {
        let last = wanted.rsplit(')').next().filter(|last| !last.is_empty()).unwrap_or(wanted);
        if let [one] = self.find(last).as_slice() {
            return Some(self.names[one.0 as usize].path.clone());
        }
        let paths = self.names.iter().flat_map(|names| [names.path.as_str(), names.heading.as_str()]);
        crate::diagnostic::nearest(written, paths)
    }
}

/// Folded like a name, and without the marks behind numbers: `二、（一）1．` -> `二(一)1`.
fn fold(written: &str) -> String {
    fold_name(written).chars().filter(|c| !matches!(c, '、' | '.' | '。' | ',' | ':')).collect()
}
