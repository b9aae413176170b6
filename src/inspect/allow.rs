//! What a site allows: warnings that somebody has looked at, in `content/allow.yaml`.

use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics, Files as _, Severity};
use crate::model::Site;
use crate::source::Sources;

/// As many characters of the underlined words as tell one place from another.
const TELLING: usize = 40;

/// Takes out the warnings that are allowed, and says of each allowance whether it was of any use.
pub fn allowed(site: &Site, sources: &Sources, d: &mut Diagnostics) -> Vec<bool> {
    let allowances = &site.inspection.allowances;
    let mut used = vec![false; allowances.len()];
    if allowances.is_empty() {
        return used;
    }
    d.retain(|problem| {
        if problem.entry.severity == Severity::Error {
            return true;
        }
        let Some(file) = problem.place.map(|place| sources.path(place.file)) else { return true };
        let words = words(problem, sources);
        let fitting = |text: &str| words.as_deref() == Some(text.trim());
        let mut kept = true;
        for (allowance, used) in allowances.iter().zip(&mut used) {
            let fits = allowance.code == problem.entry.code
                && allowance.file == file
                && allowance.text.as_deref().is_none_or(fitting);
            if fits {
                (*used, kept) = (true, false);
            }
        }
        kept
    });
    used
}

/// Reports the allowances that were of no use, then writes beside each warning what would allow it.
pub fn report_unused(site: &Site, sources: &Sources, used: &[bool], d: &mut Diagnostics) {
    d.retain(|problem| {
        problem.allow = lines(problem, sources);
        true
    });
    for (allowance, _) in site.inspection.allowances.iter().zip(used).filter(|(_, used)| !**used) {
        let problem = Diagnostic::at(code::ALLOW_UNUSED, allowance.place).with("code", &allowance.code);
        d.push(problem.with("file", &allowance.file));
    }
}

/// The underlined words, on one line and not too long; of personal data, what may be shown of it.
fn words(problem: &Diagnostic, sources: &Sources) -> Option<String> {
    if problem.secret {
        return problem.args.iter().find(|(name, _)| *name == "value").map(|(_, value)| value.clone());
    }
    let place = problem.place.filter(|place| place.len > 0)?;
    let (start, end) = (place.start as usize, place.start as usize + place.len as usize);
    let text = sources.text(place.file)?.get(start..end)?;
    let line = text.lines().next().unwrap_or_default();
    let words: String = line.chars().take(TELLING).collect();
    Some(words.trim().to_string()).filter(|words| !words.is_empty())
}

/// The lines of `allow.yaml` that would allow a warning, but for the reason.
fn lines(problem: &Diagnostic, sources: &Sources) -> Option<Box<str>> {
    let path = problem.place.map(|place| sources.path(place.file))?;
    let named = path.starts_with("content/") || path.starts_with("themes/");
    if problem.entry.severity == Severity::Error || !named {
        return None;
    }
    let file = path.strip_prefix("content/").unwrap_or(path);
    let text = words(problem, sources).map(|words| format!("\n  text: '{}'", words.replace('\'', "''")));
    let text = text.unwrap_or_default();
    Some(format!("- code: {}\n  file: {file}{text}\n  reason:", problem.entry.code).into())
}
