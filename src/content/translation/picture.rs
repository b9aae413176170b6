//! `picture.en.yaml`: the words of `picture.yaml`, which need not be there itself.

use super::policy::Scope;
use super::translator::Translator;
use crate::content::clauses::Clauses;
use crate::content::decode::Fields;
use crate::content::{document, picture};
use crate::model::Policy;

/// Translates the words that a policy chose for its pictures. A shorter heading or a line that has no
/// translation is left out: the picture then says what the text says.
pub(super) fn translate(scope: &Scope, policy: &mut Policy, names: &Clauses, at: &mut Translator) {
    let node = scope.file(&policy.id, "picture.yaml").and_then(|file| document::read_yaml(file, at.d));
    let mut fields = node.as_ref().and_then(|node| Fields::of(node, "picture.yaml", at.d));
    let choice = &mut policy.picture;
    for (key, own) in
        [("title", &mut choice.title), ("subtitle", &mut choice.subtitle), ("alt", &mut choice.alt)]
    {
        *own = at.field(&mut fields, key).map(|(text, _)| text);
    }
    for (key, own) in [("short", &mut choice.short), ("lines", &mut choice.lines)] {
        own.clear();
        let node = fields.as_mut().and_then(|fields| fields.node(key));
        let found = at.by_name(node, key, |name, place, d| names.resolve(name, place, d));
        for (clause, node) in found {
            if let Some((text, _)) = at.entry(Some(node), key) {
                own.insert(clause, text);
            }
        }
    }
    // Letters take more room than characters, so a picture may have fewer sections in another language.
    if let Some(sections) = fields.as_mut().and_then(|fields| picture::sections(fields, at.d)) {
        choice.sections = Some(sections);
    }
    fields.into_iter().for_each(|fields| fields.finish(at.d));
}
