//! The head of `policy.md` -> the fields of an open-information document.

use super::decode::{self, Allowed, Fields};
use super::organisations::Organisations;
use super::{Options, alias};
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Contact, Metadata, Moment, Period, Place, Repeal, Validity};
use crate::source::yaml::Node;
use crate::text::Written;
use jiff::civil::Date;

/// How the text may be written.
const WRITTEN: &[Allowed<Written>] =
    &[("as-issued", "按原文粘贴", Written::AsIssued), ("markdown", "Markdown", Written::Markdown)];

/// What the head says.
pub(crate) struct Head<'a> {
    /// The fields.
    pub(crate) metadata: Metadata,
    /// Where the title stands.
    pub(crate) place: Place,
    /// How the text is written.
    pub(crate) written: Written,
    /// True where it is not to be shown yet: a draft, or published after the day of the build.
    pub(crate) held: bool,
    /// `attachments`.
    pub(crate) attachments: Option<&'a Node<'a>>,
    /// `roles`.
    pub(crate) roles: Option<&'a Node<'a>>,
    /// Every policy that it names.
    pub(crate) policies: Vec<(String, Place)>,
}

/// Reads a head. A field that is missing or broken takes a default, so that the rest is still checked.
pub(crate) fn read<'a>(
    node: &'a Node,
    organisations: &Organisations,
    options: &Options,
    d: &mut Diagnostics,
) -> Option<Head<'a>> {
    let mut fields = Fields::of(node, "policy.md", d)?;
    // A draft that is not shown may have gaps still.
    let hidden = fields.flag("draft", d) && !options.drafts;
    let mut text = |key| if hidden { fields.text(key, d) } else { fields.required_text(key, d) };
    let title = text("title").unwrap_or_default();
    let issuer = text("issuer").unwrap_or_default();
    let place = fields.node("title").map_or(node.place, |node| node.place);
    let mut day = |key| if hidden { fields.node(key) } else { fields.required(key) };
    let (issued, published) = (day("issued"), day("published"));
    let issued = issued.and_then(|node| decode::date(node, "issued", d));
    let published = published.and_then(|node| decode::moment(node, "published", d));
    let based_on = fields.texts("based_on", d);
    let replaces = fields.texts("replaces", d);
    let amended_by = fields.texts("amended_by", d);
    let ids = |list: &[(String, Place)]| list.iter().map(|(id, _)| id.clone()).collect();
    let metadata = Metadata {
        short_title: fields.text("short_title", d).unwrap_or_else(|| title.clone()),
        title,
        index_number: fields.text("index_number", d),
        document_number: fields.text("document_number", d),
        topic: fields.text("topic", d),
        genre: fields.text("genre", d),
        issuer,
        issued: issued.unwrap_or(Date::ZERO),
        published: published.unwrap_or(Moment { date: Date::ZERO, time: None }),
        validity: Validity(fields.text("validity", d).unwrap_or_default()),
        period: fields.node("period").and_then(|node| period(node, d)),
        contact: fields.node("contact").and_then(|node| contact(node, organisations, d)),
        based_on: ids(&based_on),
        replaces: ids(&replaces),
        amended_by: ids(&amended_by),
        replaced_by: Vec::new(),
        repealed: fields.node("repealed").and_then(|node| repealed(node, d)),
        aliases: alias::read(&mut fields, d),
    };
    let head = Head {
        held: published.is_some_and(|moment| moment.date > options.as_of) || hidden,
        metadata,
        place,
        written: fields.word("text", WRITTEN, d).unwrap_or_default(),
        attachments: fields.node("attachments"),
        roles: fields.node("roles"),
        policies: [based_on, replaces, amended_by].concat(),
    };
    fields.finish(d);
    Some(head)
}

fn period(node: &Node, d: &mut Diagnostics) -> Option<(Period, Period)> {
    let mut fields = Fields::of(node, "period", d)?;
    let start = fields.required("start").and_then(|node| decode::period(node, "start", d));
    let end = fields.required("end").and_then(|node| decode::period(node, "end", d));
    let place = fields.node("end").map_or(node.place, |node| node.place);
    fields.finish(d);
    let (start, end) = (start?, end?);
    if end.last() < start.first() {
        d.push(Diagnostic::at(data::DATES_TURN_BACK, place).with("date", end).with("before", start));
        return None;
    }
    Some((start, end))
}

fn repealed(node: &Node, d: &mut Diagnostics) -> Option<Repeal> {
    let mut fields = Fields::of(node, "repealed", d)?;
    let on = fields.required("on").and_then(|node| decode::date(node, "on", d));
    let repeal = (fields.text("document", d), fields.text("reason", d));
    fields.finish(d);
    Some(Repeal { on: on?, document: repeal.0, reason: repeal.1 })
}

fn contact(node: &Node, organisations: &Organisations, d: &mut Diagnostics) -> Option<Contact> {
    let mut fields = Fields::of(node, "contact", d)?;
    let organisation = organisations.of(&mut fields, "organisation", d);
    let phone = fields.text("phone", d);
    if fields.node("organisation").is_none() && phone.is_none() {
        d.push(Diagnostic::at(content::MISSING_KEY, node.place).with("key", "organisation"));
    }
    fields.finish(d);
    Some(Contact { organisation, phone })
}
