//! Numbers of documents and organisations: check digits of 索引号, the form and the year of 发文字号.

use super::check_digit::fault;
use super::{Input, texts};
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Place, Policy};

/// Checks the head of each policy, and the codes of the register.
pub(super) fn check(input: &Input, d: &mut Diagnostics) {
    for policy in &input.site.policies {
        index_number(input, policy, d);
        document_number(input, policy, d);
    }
    for (_, organisation) in input.site.organisations.iter() {
        // Nine digits are the code of an administrative area, which has no check digit.
        let Some(own) = organisation.code.as_ref().filter(|own| own.len() == 18) else { continue };
        let from = organisation.place.start as usize;
        let place = texts::find(input, organisation.place.file, from, own).unwrap_or(organisation.place);
        check_digit(own, place, d);
    }
}

/// The part before the slash names the organisation.
fn index_number(input: &Input, policy: &Policy, d: &mut Diagnostics) {
    let Some(number) = &policy.metadata.index_number else { return };
    let front = number.split('/').next().unwrap_or_default();
    let place = texts::value_of(input, policy.place.file, "index_number").unwrap_or(policy.place);
    check_digit(front, Place { len: place.len.min(front.len() as u32), ..place }, d);
}

fn check_digit(value: &str, place: Place, d: &mut Diagnostics) {
    if let Some(wrong) = fault(value) {
        let problem = Diagnostic::at(code::CHECK_DIGIT, place).with("value", value);
        d.push(problem.with("expected", wrong.expected).with("found", wrong.found));
    }
}

/// `万州府办发〔2023〕28号`: hexagonal brackets, and the year of the date on the document.
fn document_number(input: &Input, policy: &Policy, d: &mut Diagnostics) {
    let Some(number) = &policy.metadata.document_number else { return };
    let Some((at, bracketed, year)) = year(number) else { return };
    let place = texts::value_of(input, policy.place.file, "document_number").unwrap_or(policy.place);
    if !bracketed.starts_with('〔') {
        let mut repaired = number.clone();
        repaired.replace_range(at..at + bracketed.len(), &format!("〔{year}〕"));
        let problem = Diagnostic::at(code::DOCUMENT_NUMBER, place).with("repaired", repaired);
        d.push(problem.with("found", bracketed));
    }
    if year != policy.metadata.issued.year() {
        let problem = Diagnostic::at(code::DOCUMENT_YEAR, place).with("year", year);
        d.push(problem.with("issued", policy.metadata.issued));
    }
}

/// The bracketed year of a document number: where it begins, with its brackets, and as a number.
pub(super) fn year(number: &str) -> Option<(usize, &str, i16)> {
    let at = number.find(['〔', '[', '［', '【', '(', '（', '﹝'])?;
    let close = at + number[at..].find(['〕', ']', '］', '】', ')', '）', '﹞'])?;
    let end = close + number[close..].chars().next()?.len_utf8();
    let bracketed = &number[at..end];
    let inner: String = bracketed.chars().filter(|c| c.is_ascii_digit()).collect();
    let only_year = inner.len() == 4 && bracketed.chars().count() == 6;
    only_year.then(|| inner.parse().ok()).flatten().map(|year| (at, bracketed, year))
}
