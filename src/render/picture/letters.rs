//! Letters that no font has, each told where the content has it first.

use crate::diagnostic::catalogue::picture as code;
use crate::diagnostic::{Diagnostic, Diagnostics, Files as _};
use crate::model::{FileId, Place, Policy};
use crate::render::Input;
use std::collections::BTreeSet;

/// Warns of each letter at its first place in the policy's files, the register or the settings.
pub(in crate::render) fn report(
    input: &Input,
    policy: &Policy,
    missing: &BTreeSet<char>,
    d: &mut Diagnostics,
) {
    if missing.is_empty() {
        return;
    }
    let folder = format!("content/policies/{}/", policy.id);
    let own = input.sources.iter().filter(|file| file.path.starts_with(&folder)).map(|file| file.id);
    let shared = ["content/organisations.yaml", "content/site.yaml"];
    let shared = shared.iter().filter_map(|path| input.sources.find(path)).map(|file| file.id);
    // The text first, then what else the policy has.
    let mut files: Vec<FileId> = own.collect();
    files.sort_by_key(|id| !input.sources.path(*id).ends_with("/policy.md"));
    files.extend(shared);
    for letter in missing {
        let place = files.iter().find_map(|id| find(input, *id, *letter));
        let problem = Diagnostic::nowhere(code::MISSING_LETTER);
        let problem = problem.with("letter", letter).with("code", format!("U+{:04X}", u32::from(*letter)));
        d.push(Diagnostic { place, ..problem });
    }
}

/// The first place of a letter in a text.
fn find(input: &Input, file: FileId, letter: char) -> Option<Place> {
    let at = input.sources.text(file)?.find(letter)?;
    Some(Place::new(file, at, letter.len_utf8()))
}
