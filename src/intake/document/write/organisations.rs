//! Entries of the register: a line each, with what told the kind.

use super::super::organisations::{Proposed, members};
use super::{say, scalar};
use crate::model::Language;

/// A whole file.
pub(in crate::intake::document) fn file(list: &[Proposed], language: Language) -> String {
    let head = say(
        language,
        "# 由 gongbao import 提出，按正文里责任单位首次出现的先后排列。\n# 请核对：kind 是按名称末字推断的；先后就是网页上的先后；乡镇（街道）要逐个补登记，统称才有成员。\n",
        "# Proposed by gongbao import, in the order in which the text first names them.\n# Please check: kind was guessed by the end of the name; the order is that of the pages; townships are to be added one by one, so that groups have members.\n",
    );
    format!("{head}{}", entries(list, language))
}

/// The entries alone.
pub(in crate::intake::document) fn entries(list: &[Proposed], language: Language) -> String {
    list.iter().map(|item| entry(item, language)).collect()
}

fn entry(item: &Proposed, language: Language) -> String {
    let id = item.id.as_ref().map(|id| format!("id: {id}, ")).unwrap_or_default();
    let group = item.kind == "group";
    let kinds = members(&item.name).filter(|_| group);
    let of = kinds.map(|kinds| format!(", members: {{ kinds: [{kinds}] }}")).unwrap_or_default();
    let mut notes = vec![match (item.by, language) {
        (Some(by), Language::Chinese) => format!("按“{by}”推断"),
        (Some(by), Language::English) => format!("by {by}"),
        (None, Language::Chinese) => "看不出类型，请核对".to_string(),
        (None, Language::English) => "kind not clear: check it".to_string(),
    }];
    if group && kinds.is_none() {
        notes.push(say(language, "成员请补上 members", "name its members").to_string());
    }
    if !item.variants.is_empty() {
        let names = item.variants.join("、");
        notes.push(match language {
            Language::Chinese => format!("正文另写作“{names}”，只是宽窄或括号不同，查找时是同一个名称；不是同一单位的请另列"),
            Language::English => format!("also written {names}: only widths or brackets differ, so it is found as the same name; list it apart if it is another"),
        });
    }
    if !item.alike.is_empty() {
        let names = item.alike.join("、");
        notes.push(match language {
            Language::Chinese => {
                format!("与“{names}”是不是同一个单位？若是，删去本行，把这个名称写进那一行的 aliases")
            }
            Language::English => {
                format!(
                    "is this {names}? if so, delete this line and add the name to the aliases of that one"
                )
            }
        });
    }
    let notes = notes.join(say(language, "；", "; "));
    // Quoted, as a plain text in braces ends at a comma or bracket of its own.
    let name = scalar(&item.name);
    let name = if name.contains([',', '[', ']', '{', '}']) && !name.starts_with('\'') {
        format!("'{name}'")
    } else {
        name
    };
    format!("- {{ {id}name: {name}, kind: {}{of} }}  # {notes}\n", item.kind)
}
