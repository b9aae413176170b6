//! `content/organisations.yaml` -> the register, and who a name in a file stands for.

use super::decode::{self, Allowed, Fields};
use super::{document, ident};
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Former, OrgIx, Organisation, OrganisationKind as Kind, Place, Register, fold_name};
use crate::source::Sources;
use crate::source::yaml::Node;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The kinds, as written.
pub(crate) const KINDS: &[Allowed<Kind>] = &[
    ("department", "部门", Kind::Department),
    ("township", "乡镇（街道）", Kind::Township),
    ("park", "园区", Kind::Park),
    ("vertical", "驻区单位", Kind::Vertical),
    ("institution", "事业单位", Kind::Institution),
    ("enterprise", "企业", Kind::Enterprise),
    ("group", "统称", Kind::Group),
];

/// The register, and whether its file could be read: if not, no name is called unknown.
pub(crate) struct Organisations {
    /// The register.
    pub(crate) register: Register,
    readable: bool,
    file: Option<Place>,
}

impl Organisations {
    /// The organisation that YAML names; an unknown one is an error.
    pub(crate) fn resolve(&self, name: &str, place: Place, d: &mut Diagnostics) -> Option<OrgIx> {
        let found = self.register.find(name);
        if found.is_none() && self.readable {
            let mut problem = Diagnostic::at(content::UNKNOWN_ORGANISATION, place)
                .with("name", name)
                .suggest(name, self.register.names());
            let near = problem.suggestion.as_deref().and_then(|name| self.register.find(name));
            if let Some(ix) = near {
                let shows =
                    Words { zh: "相近的名称登记在这里", en: "the nearest name is declared here" };
                problem = problem.also(self.register.get(ix).place, shows);
            } else if let Some(first) = self.register.iter().next().map(|(_, org)| org.place).or(self.file) {
                problem = problem
                    .also(first, Words { zh: "机构在这里登记", en: "organisations are declared here" });
            }
            d.push(problem);
        }
        found
    }

    /// The organisation whose name is near enough to be meant.
    pub(crate) fn nearest(&self, name: &str) -> Option<OrgIx> {
        self.register.find(&crate::diagnostic::nearest(name, self.register.names())?)
    }

    /// The organisation of a key's value.
    pub(crate) fn of(&self, fields: &mut Fields, key: &'static str, d: &mut Diagnostics) -> Option<OrgIx> {
        let node = fields.node(key)?;
        self.resolve(&decode::text(node, key, d)?, node.place, d)
    }

    /// True where a name that the register lacks may be called unknown.
    pub(crate) fn readable(&self) -> bool {
        self.readable
    }
}

/// An organisation and the names in it that only the whole register can resolve.
struct Declared {
    organisation: Organisation,
    /// Where its `id` stands; where it has none, its name.
    id: Place,
    part_of: Option<(String, Place)>,
    merged_into: Option<(String, Place, Option<Date>)>,
    members: Option<Members>,
}

/// `members`: all of these kinds but for those.
#[derive(Default)]
struct Members {
    kinds: Vec<Kind>,
    except: Vec<(String, Place)>,
}

/// Reads the register. No file is an empty register.
pub(crate) fn read(sources: &Sources, d: &mut Diagnostics) -> Organisations {
    let Some(file) = sources.find("content/organisations.yaml") else {
        return Organisations { register: Register::default(), readable: true, file: None };
    };
    let node = document::read_yaml(file, d);
    let items = node.as_ref().and_then(|node| decode::list(node, "organisations.yaml", d));
    let readable = items.is_some();
    let declared: Vec<Declared> =
        items.unwrap_or_default().iter().filter_map(|item| organisation(item, d)).collect();
    let list: Vec<Organisation> = declared.iter().map(|item| item.organisation.clone()).collect();
    let (register, clashes) = Register::new(list.clone());
    report(&declared, &clashes, d);
    let known = Organisations { register, readable, file: Some(document::start(file)) };
    let list = link(&known, list, &declared, d);
    Organisations { register: Register::new(list).0, ..known }
}

/// One item. A broken field takes its default: the name counts as declared.
fn organisation(node: &Node, d: &mut Diagnostics) -> Option<Declared> {
    let mut fields = Fields::of(node, "organisations.yaml", d)?;
    let id = fields.text("id", d);
    if let (Some(id), Some(node)) = (&id, fields.node("id")) {
        ident::check(id, node.place, d);
    }
    let name = fields.required_text("name", d);
    let place = fields.node("name").or(fields.node("id")).map_or(node.place, |node| node.place);
    let id_place = fields.node("id").map_or(place, |node| node.place);
    let members = fields.node("members").and_then(|node| members(node, d));
    let kind = fields.word("kind", KINDS, d);
    let kind = kind.unwrap_or(if members.is_some() { Kind::Group } else { Kind::Department });
    let former = fields.node("former").and_then(|node| decode::list(node, "former", d)).unwrap_or_default();
    let organisation = Organisation {
        id: id.clone().or_else(|| name.as_deref().map(ident::pinyin)).unwrap_or_default(),
        name: name.or(id).unwrap_or_default(),
        kind,
        aliases: fields.words("aliases", d),
        code: fields.text("code", d),
        part_of: None,
        former: former.iter().filter_map(|item| former_name(item, d)).collect(),
        merged_into: None,
        members: Vec::new(),
        phone: fields.text("phone", d),
        address: fields.text("address", d),
        hours: fields.text("hours", d),
        website: fields.text("website", d),
        place,
    };
    let part_of =
        fields.node("part_of").and_then(|node| Some((decode::text(node, "part_of", d)?, node.place)));
    let merged_into = fields.node("merged_into").and_then(|node| merged_into(node, d));
    fields.finish(d);
    let nameless = organisation.name.is_empty();
    (!nameless).then_some(Declared { organisation, id: id_place, part_of, merged_into, members })
}

fn former_name(node: &Node, d: &mut Diagnostics) -> Option<Former> {
    let mut fields = Fields::of(node, "former", d)?;
    let name = fields.required_text("name", d);
    let (until, document) = (fields.date("until", d), fields.text("document", d));
    fields.finish(d);
    Some(Former { name: name?, until, document })
}

fn merged_into(node: &Node, d: &mut Diagnostics) -> Option<(String, Place, Option<Date>)> {
    let mut fields = Fields::of(node, "merged_into", d)?;
    let into = fields
        .required("organisation")
        .and_then(|node| Some((decode::text(node, "organisation", d)?, node.place)));
    let since = fields.date("since", d);
    fields.finish(d);
    into.map(|(name, place)| (name, place, since))
}

fn members(node: &Node, d: &mut Diagnostics) -> Option<Members> {
    let mut fields = Fields::of(node, "members", d)?;
    let kinds = fields.node("kinds").and_then(|node| decode::list(node, "kinds", d)).unwrap_or_default();
    let kinds = kinds.iter().filter_map(|item| decode::word(item, "kinds", KINDS, d)).collect();
    let except = fields.texts("except", d);
    fields.finish(d);
    Some(Members { kinds, except })
}

/// Reports names and ids that two organisations claim, one problem a pair.
fn report(declared: &[Declared], clashes: &[(OrgIx, OrgIx, String)], d: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    for (first, second, name) in clashes {
        if !told.insert((first, second)) {
            continue;
        }
        let (first, second) = (&declared[first.0 as usize], &declared[second.0 as usize]);
        let same_id = fold_name(&first.organisation.id) == fold_name(&second.organisation.id);
        let (entry, at, before) = match same_id {
            true => (content::DUPLICATE_ID, second.id, first.id),
            false => (content::NAME_CLASH, second.organisation.place, first.organisation.place),
        };
        let shows = Words { zh: "先登记在这里", en: "first declared here" };
        d.push(Diagnostic::at(entry, at).with("name", name).with("id", name).also(before, shows));
    }
}

/// Resolves what one organisation says of others.
fn link(
    known: &Organisations,
    mut list: Vec<Organisation>,
    declared: &[Declared],
    d: &mut Diagnostics,
) -> Vec<Organisation> {
    for (organisation, item) in list.iter_mut().zip(declared) {
        organisation.part_of = item.part_of.as_ref().and_then(|(name, place)| known.resolve(name, *place, d));
        organisation.merged_into = item
            .merged_into
            .as_ref()
            .and_then(|(name, place, since)| Some((known.resolve(name, *place, d)?, *since)));
    }
    for position in 0..list.len() {
        break_circle(&mut list, position, d);
        if let Some(members) = &declared[position].members {
            let except: Vec<OrgIx> =
                members.except.iter().filter_map(|(name, place)| known.resolve(name, *place, d)).collect();
            list[position].members = chosen(&list, &members.kinds, &except);
        }
    }
    list
}

/// All of these kinds, in official order; an organisation that was merged away is no member any more.
fn chosen(list: &[Organisation], kinds: &[Kind], except: &[OrgIx]) -> Vec<OrgIx> {
    let all = list.iter().enumerate().map(|(position, organisation)| (OrgIx(position as u32), organisation));
    all.filter(|(ix, organisation)| {
        organisation.kind != Kind::Group
            && kinds.contains(&organisation.kind)
            && organisation.merged_into.is_none()
            && !except.contains(ix)
    })
    .map(|(ix, _)| ix)
    .collect()
}

/// An organisation cannot be part of itself or be merged into itself, by however many steps.
fn break_circle(list: &mut [Organisation], position: usize, d: &mut Diagnostics) {
    let start = OrgIx(position as u32);
    let runs_in_circle = |next: &dyn Fn(&Organisation) -> Option<OrgIx>| {
        let mut at = next(&list[position]);
        for _ in 0..list.len() {
            match at {
                Some(ix) if ix == start => return true,
                Some(ix) => at = next(&list[ix.0 as usize]),
                None => return false,
            }
        }
        false
    };
    let part = runs_in_circle(&|organisation| organisation.part_of);
    let merged = runs_in_circle(&|organisation| organisation.merged_into.map(|(ix, _)| ix));
    for (circle, key) in [(part, "part_of"), (merged, "merged_into")] {
        if circle {
            let problem = Diagnostic::at(content::CIRCLE, list[position].place);
            d.push(problem.with("name", &list[position].name).with("key", key));
        }
    }
    if part {
        list[position].part_of = None;
    }
    if merged {
        list[position].merged_into = None;
    }
}
