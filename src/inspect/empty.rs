//! Empty pages and headings with nothing below them: 空白栏目.

use super::Input;
use super::texts::Text;
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;

/// Checks articles and pages, and policies without a text.
pub(super) fn check(input: &Input, texts: &[Text], d: &mut Diagnostics) {
    let mut page = |title: &str, body: &str, place: Place| {
        if body.trim().is_empty() {
            d.push(Diagnostic::at(code::EMPTY_PAGE, place).with("title", title));
        }
    };
    for policy in &input.site.policies {
        let text = &policy.text;
        let clauses = if text.clauses.is_empty() { "" } else { "clauses" };
        let head = if text.head.is_some() { "head" } else { "" };
        page(&policy.metadata.title, &[&text.lead, &text.tail, clauses, head].concat(), policy.place);
        for article in policy.interpretations.iter().chain(&policy.cases) {
            page(&article.title, &article.body, article.place);
        }
    }
    for free in &input.site.pages {
        page(&free.title, &free.body, free.place);
    }
    for text in texts.iter().filter(|text| text.path.ends_with(".md") && !text.path.ends_with("/policy.md")) {
        headings(text, d);
    }
}

/// A heading that is followed by another of its level or above, or by the end.
fn headings(text: &Text, d: &mut Diagnostics) {
    let mut open: Option<(usize, &str, Place)> = None;
    let mut fenced = false;
    for line in text.prose().filter(|line| !line.words.trim().is_empty()) {
        let words = line.words.trim();
        fenced ^= words.starts_with("```");
        let level = words.chars().take_while(|c| *c == '#').count();
        let heading = words[level..].strip_prefix(' ').filter(|_| (1..=6).contains(&level) && !fenced);
        if let (Some((above, title, place)), Some(_)) = (open, heading)
            && level <= above
        {
            d.push(Diagnostic::at(code::EMPTY_SECTION, place).with("title", title));
        }
        open = heading.map(|title| (level, title.trim(), text.place(&line, 0, line.words.len())));
    }
    if let Some((_, title, place)) = open {
        d.push(Diagnostic::at(code::EMPTY_SECTION, place).with("title", title));
    }
}
