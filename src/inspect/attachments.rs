//! Attachments: each can be downloaded or read on the page, and none is spoken of that is not there.

use super::Input;
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics, Files as _};
use crate::model::{Place, Policy};

/// Checks the attachments of every policy.
pub(super) fn check(input: &Input, d: &mut Diagnostics) {
    for policy in &input.site.policies {
        without_file(policy, d);
        unlisted(input, policy, d);
    }
}

/// One warning for all of a policy: they are usually put right together.
fn without_file(policy: &Policy, d: &mut Diagnostics) {
    let breakdowns = policy.indicators.iter().flat_map(|indicator| &indicator.breakdowns);
    let on_page: Vec<u32> = breakdowns.filter_map(|breakdown| breakdown.annex).collect();
    let missing: Vec<_> = policy
        .attachments
        .iter()
        .filter(|attachment| attachment.file.is_none() && !on_page.contains(&attachment.n))
        .collect();
    if let Some(first) = missing.first() {
        let numbers: Vec<String> = missing.iter().map(|attachment| attachment.n.to_string()).collect();
        let problem = Diagnostic::at(code::ATTACHMENT_FILE, first.place).with("first", first.n);
        d.push(problem.with("numbers", numbers.join("、")));
    }
}

/// `（见附件3）` where the list ends at 2. A text without any list speaks of another document's.
fn unlisted(input: &Input, policy: &Policy, d: &mut Diagnostics) {
    let Some(text) = input.sources.text(policy.place.file).filter(|_| !policy.attachments.is_empty()) else {
        return;
    };
    let list = policy.attachments.iter().map(|attachment| attachment.place.start as usize).min();
    let body = &text[..list.unwrap_or(text.len()).min(text.len())];
    let mut told = Vec::new();
    for (at, n, len) in mentions(body) {
        let listed = policy.attachments.iter().any(|attachment| attachment.n == n);
        if !listed && !told.contains(&n) {
            told.push(n);
            d.push(
                Diagnostic::at(code::ATTACHMENT_UNLISTED, Place::new(policy.place.file, at, len))
                    .with("n", n),
            );
        }
    }
}

/// Every `见附件3`: where it begins, the number, its bytes.
pub(super) fn mentions(text: &str) -> Vec<(usize, u32, usize)> {
    const WORD: &str = "见附件";
    let found = text.match_indices(WORD).filter_map(|(at, _)| {
        let digits: String = text[at + WORD.len()..].chars().take_while(char::is_ascii_digit).collect();
        // `附件2023` would be a year.
        let n = digits.parse().ok().filter(|_| digits.len() < 3)?;
        Some((at, n, WORD.len() + digits.len()))
    });
    found.collect()
}
