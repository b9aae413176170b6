//! `content/site.en.yaml`: the words of the settings.

use super::translator::Translator;
use crate::content::decode::Fields;
use crate::model::{Place, Register, Settings};
use crate::source::yaml::Node;

/// Translates the settings. Who publishes the site may be named in the register, and then is translated there.
pub(super) fn translate(
    settings: &mut Settings,
    node: Option<&Node>,
    (original, translated): (&Register, &Register),
    place: Place,
    at: &mut Translator,
) {
    let mut fields = node.and_then(|node| Fields::of(node, "site.yaml", at.d));
    let title = at.field(&mut fields, "title");
    at.put(title, &mut settings.title, place);
    let registered = original.find(&settings.organisation).map(|ix| translated.get(ix).name.clone());
    let organisation = at.field(&mut fields, "organisation").or(registered.map(|name| (name, place)));
    at.put(organisation, &mut settings.organisation, place);
    let notice = at.field(&mut fields, "notice");
    at.put_option(notice, &mut settings.notice, place);
    let mut portal =
        fields.as_mut().and_then(|f| f.node("portal")).and_then(|n| Fields::of(n, "portal", at.d));
    let site_name = at.field(&mut portal, "site_name");
    at.put_option(site_name, &mut settings.portal.site_name, place);
    let mut column =
        portal.as_mut().and_then(|f| f.node("column")).and_then(|n| Fields::of(n, "column", at.d));
    let own = &mut settings.portal.column;
    let name = at.field(&mut column, "name");
    at.put_option(name, &mut own.name, place);
    let description = at.field(&mut column, "description");
    at.put_option(description, &mut own.description, place);
    let keywords = column.as_mut().map(|f| f.words("keywords", at.d)).unwrap_or_default();
    if !keywords.is_empty() {
        own.keywords = keywords;
    } else if own.keywords.iter().any(|word| at.from.has_words(word)) {
        at.gaps.push(place);
    }
    [column, portal, fields].into_iter().flatten().for_each(|fields| fields.finish(at.d));
}
