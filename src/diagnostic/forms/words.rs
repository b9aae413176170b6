//! The sentences of a diagnostic in one language.

use crate::diagnostic::{Diagnostic, Severity, Words};
use crate::model::Language;

/// What is wrong, on one line.
pub fn message(diagnostic: &Diagnostic, language: Language) -> String {
    let text = fill(pick(diagnostic.entry.message, language), diagnostic);
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// What to write instead, then the lines that allow it as it stands.
pub(super) fn help(diagnostic: &Diagnostic, language: Language) -> String {
    let repair = repair(diagnostic, language);
    match (&diagnostic.allow, language) {
        (None, _) => repair,
        (Some(lines), Language::Chinese) => {
            format!("{repair}\n确实没有问题的，在 content/allow.yaml 里写：\n{lines}")
        }
        (Some(lines), Language::English) => {
            format!("{repair}\nif it is right as it stands, write in content/allow.yaml:\n{lines}")
        }
    }
}

/// What to write instead: the suggestion, then the help of the catalogue. Empty where there is neither.
/// A help with a blank that was filled with nothing is left out: the suggestion says it all.
pub(super) fn repair(diagnostic: &Diagnostic, language: Language) -> String {
    let help = fill(pick(diagnostic.entry.help, language), diagnostic);
    let suggestion = match (&diagnostic.suggestion, language) {
        (None, _) => return help,
        (Some(word), Language::Chinese) => format!("是不是“{word}”？"),
        (Some(word), Language::English) => format!("did you mean \"{word}\"? "),
    };
    let template = pick(diagnostic.entry.help, language);
    let hollow =
        |(name, value): &(&str, String)| value.is_empty() && template.contains(&format!("{{{name}}}"));
    let help = if diagnostic.args.iter().any(hollow) { "" } else { &help };
    format!("{suggestion}{help}").trim_end().to_string()
}

/// The severity as scripts know it.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// The words in one language.
pub(super) fn pick(words: Words, language: Language) -> &'static str {
    match language {
        Language::Chinese => words.zh,
        Language::English => words.en,
    }
}

/// Puts the arguments into the blanks, in one pass: an argument may hold braces itself. Braces
/// that name no argument, such as those of an example, stay.
fn fill(template: &str, diagnostic: &Diagnostic) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        let arg = rest.find('}').and_then(|close| {
            let arg = diagnostic.args.iter().find(|(name, _)| *name == &rest[1..close])?;
            Some((&arg.1, close + 1))
        });
        let (text, used) = arg.map_or(("{", 1), |(text, used)| (text.as_str(), used));
        filled.push_str(text);
        rest = &rest[used..];
    }
    filled.push_str(rest);
    filled
}
