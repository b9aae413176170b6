//! Where a translation stands: beside its original, with the language before the ending.
//!
//! `policy.md` and `policy.en.md`, `indicators.yaml` and `indicators.en.yaml`: one rule for every file.

use crate::content::document;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Language, Settings};
use crate::source::{SourceFile, Sources};

/// The path of a file's translation: `a/policy.md` in English is `a/policy.en.md`.
pub(crate) fn path(original: &str, language: Language) -> String {
    match original.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{}.{ending}", language.tag()),
        None => original.to_string(),
    }
}

/// The path of the original, and the language, of a file that is a translation by its name.
pub(crate) fn original(path: &str) -> Option<(String, Language)> {
    let (stem, ending) = path.rsplit_once('.')?;
    if !matches!(ending, "md" | "yaml") || path.contains("/files/") {
        return None;
    }
    let language =
        |language: &Language| Some((stem.strip_suffix(language.tag())?.strip_suffix('.')?, *language));
    let (original, language) = Language::ALL.iter().find_map(language)?;
    Some((format!("{original}.{ending}"), language))
}

/// True for a file that is the translation of another one.
pub(crate) fn is_translation(file: &SourceFile) -> bool {
    original(&file.path).is_some()
}

/// Warns of translations that no page shows, and of those whose original is not there.
pub(crate) fn report_unused(sources: &Sources, settings: &Settings, d: &mut Diagnostics) {
    let content = sources.iter().filter(|file| file.path.starts_with("content/"));
    for (file, (original, language)) in content.filter_map(|file| Some((file, original(&file.path)?))) {
        let place = document::start(file);
        if language == settings.main || !settings.languages.contains(&language) {
            let mut languages = vec![settings.main.tag()];
            if language != settings.main {
                languages.push(language.tag());
            }
            let problem = Diagnostic::at(content::UNUSED_TRANSLATION, place).with("language", language.tag());
            d.push(problem.with("languages", languages.join(", ")));
        } else if sources.find(&original).is_none() && !original.ends_with("/picture.yaml") {
            d.push(Diagnostic::at(content::NO_ORIGINAL, place).with("file", original));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_translations_go_both_ways() {
        for name in
            ["content/site.yaml", "content/policies/a/policy.md", "content/policies/a/progress/2024-06.yaml"]
        {
            for language in Language::ALL {
                assert_eq!(original(&path(name, language)), Some((name.to_string(), language)));
            }
            assert_eq!(original(name), None);
        }
        assert_eq!(original("content/policies/a/files/b.en.md"), None);
        assert_eq!(original("content/policies/a/progress/2024-06.en.csv"), None);
    }
}
