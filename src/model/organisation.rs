//! Who answers: the register of organisations, in official order.

use super::Place;
use jiff::civil::Date;
use std::collections::HashMap;

/// An organisation by its position in the register, which is the official order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrgIx(pub u32);

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 部门.
    Department,
    /// 乡镇（街道）.
    Township,
    /// 园区.
    Park,
    /// 驻区单位, answering to a level above.
    Vertical,
    /// 事业单位.
    Institution,
    /// 企业.
    Enterprise,
    /// A name that stands for several organisations: 各乡镇（街道）.
    Group,
}

/// A name that an organisation no longer bears.
#[derive(Clone, Debug)]
pub struct Former {
    /// The former name.
    pub name: String,
    /// The last day on which it was in force, if known.
    pub until: Option<Date>,
    /// The document that changed it.
    pub document: Option<String>,
}

/// One organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Id in URLs and data; ASCII.
    pub id: String,
    /// Its name, as texts write it.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Other names in use.
    pub aliases: Vec<String>,
    /// Administrative or credit code.
    pub code: Option<String>,
    /// The organisation it belongs to.
    pub part_of: Option<OrgIx>,
    /// Names it no longer bears.
    pub former: Vec<Former>,
    /// The organisation that took over its duties, and the first day.
    pub merged_into: Option<(OrgIx, Option<Date>)>,
    /// For a group: its members, in official order.
    pub members: Vec<OrgIx>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Opening hours.
    pub hours: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Where it is declared.
    pub place: Place,
}

/// All organisations, in official order, found by id, name, alias or former name.
#[derive(Clone, Debug, Default)]
pub struct Register {
    list: Vec<Organisation>,
    names: HashMap<String, OrgIx>,
}

impl Register {
    /// Makes the register; a name that two organisations claim stays with the first, and both are returned.
    pub fn new(list: Vec<Organisation>) -> (Self, Vec<(OrgIx, OrgIx, String)>) {
        let mut names: HashMap<String, OrgIx> = HashMap::new();
        let mut clashes = Vec::new();
        for (position, organisation) in list.iter().enumerate() {
            let ix = OrgIx(position as u32);
            let own = [&organisation.id, &organisation.name];
            let other = organisation.aliases.iter().chain(organisation.former.iter().map(|f| &f.name));
            for name in own.into_iter().chain(other) {
                match names.get(&fold_name(name)) {
                    Some(&first) if first != ix => clashes.push((first, ix, name.clone())),
                    Some(_) => {}
                    None => {
                        names.insert(fold_name(name), ix);
                    }
                }
            }
        }
        (Register { list, names }, clashes)
    }

    /// The organisation of an id, name, alias or former name, in any width of brackets and digits.
    pub fn find(&self, name: &str) -> Option<OrgIx> {
        self.names.get(&fold_name(name)).copied()
    }

    /// One organisation.
    pub fn get(&self, ix: OrgIx) -> &Organisation {
        &self.list[ix.0 as usize]
    }

    /// All, in official order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (OrgIx, &Organisation)> {
        self.list.iter().enumerate().map(|(position, org)| (OrgIx(position as u32), org))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// True where no organisation is registered.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Every name under which something can be found, for "did you mean".
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list
            .iter()
            .flat_map(|org| std::iter::once(org.name.as_str()).chain(org.aliases.iter().map(String::as_str)))
    }
}

/// The form in which names are compared: half width, one kind of bracket, no spaces, ASCII in lower case.
pub fn fold_name(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '〔' | '【' | '［' | '[' | '（' => '(',
            '〕' | '】' | '］' | ']' | '）' => ')',
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            c => c,
        })
        .map(|c| c.to_ascii_lowercase())
        .collect()
}
