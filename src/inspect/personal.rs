//! Personal data in what the public reads: identity numbers, mobile numbers, bank cards.
//!
//! The number itself is never printed, neither in the message nor in the line that is shown.

use super::Input;
use super::check_digit::{citizen, luhn};
use super::digits::{Run, runs};
use super::texts::Text;
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics, Entry};
use crate::source::table;
use jiff::civil::Date;

/// The keys whose values are numbers that are meant to be public.
const PUBLIC: [&str; 7] =
    ["phone", "code", "site_id_code", "icp", "police_record", "index_number", "document_number"];

/// Looks through every line, and through the workbooks that can be downloaded.
pub(super) fn check(input: &Input, texts: &[Text], d: &mut Diagnostics) {
    for (path, _) in input.site.policies.iter().flat_map(|policy| &policy.files) {
        let Some(file) = input.sources.find(path) else { continue };
        for cell in table::cells(input.sources, file) {
            if let Some((entry, shown)) = runs(&cell.text).iter().find_map(kind) {
                d.push(Diagnostic::at(entry, cell.place).with("value", shown).secret());
            }
        }
    }
    for text in texts {
        for line in text.lines().filter(|line| line.words.len() >= 10) {
            for run in runs(line.words) {
                if !line.prose && is_public(&line.words[..run.at]) {
                    continue;
                }
                if let Some((entry, shown)) = kind(&run) {
                    let place = text.place(&line, run.at, run.len);
                    d.push(Diagnostic::at(entry, place).with("value", shown).secret());
                }
            }
        }
    }
}

/// True where what stands before the number ends in one of the public keys.
fn is_public(before: &str) -> bool {
    let key = before.trim_end_matches(['\'', '"', ' ']);
    let Some(key) = key.strip_suffix(':') else { return false };
    let name = key.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default();
    PUBLIC.contains(&name)
}

/// What a number is, with what may be shown of it.
pub(super) fn kind(run: &Run) -> Option<(&'static Entry, String)> {
    let digits = &run.digits;
    if is_citizen(digits) {
        Some((code::IDENTITY_CARD, masked(digits, 4, 2)))
    } else if let Some(own) = mobile(digits) {
        Some((code::MOBILE, masked(own, 3, 4)))
    } else if is_card(digits) {
        Some((code::BANK_CARD, masked(digits, 4, 4)))
    } else {
        None
    }
}

/// The first and last digits.
fn masked(digits: &str, first: usize, last: usize) -> String {
    let hidden = "*".repeat(digits.len() - first - last);
    format!("{}{hidden}{}", &digits[..first], &digits[digits.len() - last..])
}

/// Eighteen places: a province, a day of birth, and the check digit.
fn is_citizen(digits: &str) -> bool {
    const PROVINCES: [&str; 35] = [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
        "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
        "83",
    ];
    if digits.len() != 18 || !PROVINCES.contains(&&digits[..2]) {
        return false;
    }
    let year = digits[6..10].parse().ok().filter(|year| (1900..=2100).contains(year));
    let born = year.zip(digits[10..12].parse().ok()).zip(digits[12..14].parse().ok());
    let is_day = born.is_some_and(|((year, month), day)| Date::new(year, month, day).is_ok());
    is_day && citizen(digits) == digits.chars().last()
}

/// Eleven digits from 13 to 19, also behind the 86 of the country.
fn mobile(digits: &str) -> Option<&str> {
    let own = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(digits);
    let second = own.chars().nth(1)?;
    (own.len() == 11 && own.starts_with('1') && ('3'..='9').contains(&second)).then_some(own)
}

/// Sixteen to nineteen digits of a card: UnionPay, or an older one of sixteen, right by Luhn.
fn is_card(digits: &str) -> bool {
    let china = digits.starts_with("62") || digits.starts_with("9558");
    let other =
        digits.len() == 16 && ["51", "52", "53", "54", "55", "4"].iter().any(|p| digits.starts_with(p));
    (16..=19).contains(&digits.len()) && (china || other) && luhn(digits)
}
