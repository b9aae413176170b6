//! The same page in other languages, and what of a page is not translated.

use super::Input;
use crate::model::{Language, PolicyFallback, Standing};
use crate::plan::{Job, What};
use crate::theme::view::{Alternate, Notice};

/// True for a language other than that of the content.
pub(super) fn is_translated(input: &Input) -> bool {
    input.site.settings.language != input.site.settings.main
}

/// This page in every language of the site; nothing where there is only one.
pub(super) fn alternates(input: &Input, job: &Job) -> Vec<Alternate> {
    let settings = &input.site.settings;
    if settings.languages.len() < 2 {
        return Vec::new();
    }
    let top = settings.base_url.as_deref().map(|base| base.strip_suffix(&settings.folder()).unwrap_or(base));
    let folder_page = job.path.trim_end_matches("index.html");
    let alternate = |language: &Language| {
        let folder = settings.folder_of(*language);
        Alternate {
            language: language.tag().into(),
            name: language.own_name().into(),
            url: match *language == settings.language {
                true => job.path.clone(),
                false => format!("{}{folder}{}", input.plan.up, job.path),
            },
            address: top.map_or(String::new(), |top| format!("{top}{folder}{folder_page}")),
            main: *language == settings.main,
            current: *language == settings.language,
        }
    };
    settings.languages.iter().map(alternate).collect()
}

/// The mark of a text that has no translation: `Chinese only`; empty for one that has.
pub(super) fn only(input: &Input, missing: bool) -> String {
    if missing { say(input, "only", 0) } else { String::new() }
}

/// What a page says above its text of what is not translated.
pub(super) fn notices(input: &Input, what: &What) -> Vec<Notice> {
    if !is_translated(input) {
        return Vec::new();
    }
    let site = input.site;
    let none = PolicyFallback::default();
    let of = |n: usize| site.fallback.of(&site.policies[n].id).unwrap_or(&none);
    let words = |missing: bool| missing.then(|| say(input, "words_untranslated", 0));
    let text = |missing: bool| missing.then(|| say(input, "text_untranslated", 0));
    let said: Vec<Option<String>> = match what {
        What::Policy(n) => policy(input, of(*n)),
        What::Progress(n) | What::Picture(n) | What::Poster(n) => {
            let own = of(*n);
            vec![words(!own.indicators.is_empty() || !own.clauses.is_empty() || own.title)]
        }
        What::Bulletin(n, r) => {
            let own = of(*n);
            let said = own
                .statements
                .iter()
                .any(|s| site.policies[*n].statements[*s].period == site.policies[*n].reports[*r].period);
            vec![words(own.reports.contains(r) || said || !own.indicators.is_empty())]
        }
        What::Indicator(n, i) => vec![words(of(*n).indicators.contains(i))],
        What::Interpretation(n, x) => vec![text(of(*n).interpretations.contains(x))],
        What::Case(n, x) => vec![text(of(*n).cases.contains(x))],
        What::Organisation { ix, .. } => vec![words(site.fallback.organisations.contains(ix))],
        What::Free(n) => vec![text(site.fallback.pages.contains(&site.pages[*n].id))],
        _ => Vec::new(),
    };
    said.into_iter()
        .flatten()
        .map(|text| Notice { text, kind: "language".into(), links: Vec::new() })
        .collect()
}

/// What a translated text is worth, and how much of it there is not.
fn policy(input: &Input, own: &PolicyFallback) -> Vec<Option<String>> {
    let worth = match own.standing {
        None => return vec![Some(say(input, "text_untranslated", 0))],
        Some(Standing::Official) => None,
        Some(Standing::Reference) => Some(say(input, "translation_reference", 0)),
        Some(Standing::Summary) => Some(say(input, "translation_summary", 0)),
    };
    let clauses = own.clauses.len();
    vec![worth, (clauses > 0).then(|| say(input, "clauses_untranslated", clauses))]
}

/// A word with the name of the main language in the language of the page.
fn say(input: &Input, key: &str, n: usize) -> String {
    let name = match input.site.settings.main {
        Language::Chinese => "language_chinese",
        Language::English => "language_english",
    };
    input.theme.say(key, &[("language", &input.theme.say(name, &[])), ("n", &n.to_string())])
}
