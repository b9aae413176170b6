//! Who is named in the tails -> entries of the register, with a kind guessed by the name's end.
//!
//! Names that the register has are left out. Those that differ only in the width of brackets are one;
//! those that differ by 区 or 市 before them are listed, and asked about.

use crate::content::id_of;
use crate::model::{Register, fold_name};
use crate::text::Outline;
use std::collections::{BTreeMap, BTreeSet};

/// An entry that is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proposed {
    /// The name, as the text first writes it.
    pub(super) name: String,
    /// The kind, as YAML writes it.
    pub(super) kind: &'static str,
    /// The end of the name that told the kind; none where nothing did.
    pub(super) by: Option<&'static str>,
    /// An id, where the pinyin of the name is taken.
    pub(super) id: Option<String>,
    /// Other writings of the name, which differ in the width of brackets or digits alone.
    pub(super) variants: Vec<String>,
    /// Names of this document that may be the same organisation.
    pub(super) alike: Vec<String>,
}

/// Ends of names, by kind; those that others end with come after them.
const ENDS: [(&str, &str); 40] = [
    ("经开区", "park"),
    ("高新区", "park"),
    ("开发区", "park"),
    ("综合保税区", "park"),
    ("保税区", "park"),
    ("新区", "park"),
    ("园区", "park"),
    ("产业园", "park"),
    ("管委会", "park"),
    ("管理委员会", "park"),
    ("税务局", "vertical"),
    ("银保监分局", "vertical"),
    ("金融监管分局", "vertical"),
    ("气象局", "vertical"),
    ("邮政管理局", "vertical"),
    ("烟草专卖局", "vertical"),
    ("海关", "vertical"),
    ("海事局", "vertical"),
    ("中心支行", "vertical"),
    ("消防救援支队", "vertical"),
    ("供电公司", "vertical"),
    ("街道办事处", "township"),
    ("街道", "township"),
    ("镇人民政府", "township"),
    ("乡人民政府", "township"),
    ("镇", "township"),
    ("乡", "township"),
    ("公司", "enterprise"),
    ("集团", "enterprise"),
    ("银行", "enterprise"),
    ("学院", "institution"),
    ("大学", "institution"),
    ("学校", "institution"),
    ("医院", "institution"),
    ("研究院", "institution"),
    ("中心", "institution"),
    ("局", "department"),
    ("委", "department"),
    ("办", "department"),
    ("部", "department"),
];

/// Words of names that stand for several.
const GROUPS: [&str; 8] = ["各", "有关", "相关", "其他", "等单位", "成员单位", "区级部门", "市级部门"];

/// The names of the tails that the register lacks, in the order of the text.
pub(super) fn propose(outline: &Outline, register: Option<&Register>) -> Vec<Proposed> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut ids: BTreeSet<String> =
        register.iter().flat_map(|register| register.iter()).map(|(_, known)| known.id.clone()).collect();
    let mut found: Vec<Proposed> = Vec::new();
    let tails = outline.text.clauses.iter().flat_map(|clause| &clause.tails);
    for name in tails.flat_map(|tail| &tail.names).map(|named| &named.name) {
        if register.is_some_and(|register| register.find(name).is_some()) {
            continue;
        }
        if let Some(&position) = seen.get(&fold_name(name)) {
            let first: &mut Proposed = &mut found[position];
            if first.name != *name && !first.variants.contains(name) {
                first.variants.push(name.clone());
            }
            continue;
        }
        seen.insert(fold_name(name), found.len());
        let (kind, by) = kind(name);
        let pinyin = id_of(name);
        let id = free(&pinyin, &mut ids);
        found.push(Proposed {
            name: name.clone(),
            kind,
            by,
            id: (id != pinyin).then_some(id),
            variants: Vec::new(),
            alike: Vec::new(),
        });
    }
    let mut cores: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for item in &mut found {
        let others = cores.entry(core(&item.name)).or_default();
        item.alike = others.clone();
        others.push(item.name.clone());
    }
    found
}

/// The kind of a name, and the end that told it.
fn kind(name: &str) -> (&'static str, Option<&'static str>) {
    if let Some(word) = GROUPS.iter().find(|word| name.contains(**word)) {
        return ("group", Some(word));
    }
    let found = ENDS.iter().find(|(end, _)| name.ends_with(end));
    found.map_or(("department", None), |(end, kind)| (kind, Some(end)))
}

/// The kinds that a group is made of, as far as its name tells.
pub(super) fn members(name: &str) -> Option<&'static str> {
    let townships = ["乡镇", "镇乡", "镇街", "街道"].iter().any(|word| name.contains(word));
    let parks = ["园区", "开发区"].iter().any(|word| name.contains(word));
    match (townships, parks) {
        (true, true) => Some("township, park"),
        (true, false) => Some("township"),
        (false, true) => Some("park"),
        (false, false) => None,
    }
}

/// A name without the district before it: 区科技局, 市科技局 and 长溪区科技局 are alike.
fn core(name: &str) -> String {
    let folded = fold_name(name);
    let signs: Vec<char> = folded.chars().collect();
    let district = |at: usize| "区市县州省".contains(signs[at]);
    match (0..signs.len().min(4)).rev().find(|&at| district(at) && signs.len() > at + 2) {
        Some(at) => signs[at + 1..].iter().collect(),
        None => folded,
    }
}

/// An id that nobody has: the pinyin, or that with a number.
pub(super) fn free(pinyin: &str, taken: &mut BTreeSet<String>) -> String {
    let short: String = pinyin.chars().take(LONGEST).collect();
    let short = short.trim_end_matches('-');
    let base = if short.is_empty() {
        "item"
    } else if pinyin.len() > LONGEST {
        short
    } else {
        pinyin
    };
    let id = (1..)
        .map(|n| if n == 1 { base.to_string() } else { format!("{base}-{n}") })
        .find(|id| !taken.contains(id));
    let id = id.unwrap_or_default();
    taken.insert(id.clone());
    id
}

/// Longer ids are cut.
const LONGEST: usize = 48;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_the_end_of_the_name() {
        for (name, wanted) in [
            ("区科技局", "department"),
            ("区经济信息委", "department"),
            ("渝东新区", "park"),
            ("万州经开区", "park"),
            ("万州经开区经济发展局", "department"),
            ("万州区税务局", "vertical"),
            ("人行万州中心支行", "vertical"),
            ("白鹤镇", "township"),
            ("曲石街道", "township"),
            ("恒合土家族乡", "township"),
            ("各乡镇(街道)", "group"),
            ("某某集团有限公司", "enterprise"),
            ("三峡学院", "institution"),
            ("某某联", "department"),
        ] {
            assert_eq!(kind(name).0, wanted, "{name}");
        }
        assert_eq!(members("各乡镇(街道)"), Some("township"));
        assert_eq!(members("各有关单位"), None);
    }

    #[test]
    fn names_are_alike_but_for_the_district() {
        assert_eq!(core("区科技局"), core("万州区科技局"));
        assert_eq!(core("市科技局"), core("科技局"));
        assert_ne!(core("区科技局"), core("区教委"));
        assert_eq!(core("渝东新区"), "渝东新区");
    }

    #[test]
    fn an_id_is_free() {
        let mut taken = BTreeSet::from(["kejiju".to_string()]);
        assert_eq!(free("kejiju", &mut taken), "kejiju-2");
        assert_eq!(free("kejiju", &mut taken), "kejiju-3");
        assert_eq!(free("", &mut taken), "item");
        assert_eq!(free(&"a".repeat(80), &mut taken).len(), LONGEST);
    }
}
