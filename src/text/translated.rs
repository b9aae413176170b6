//! A translated text -> its clauses, before anybody knows of which clause each is the translation.
//!
//! A clause opens at a Markdown heading and nowhere else: numbers at the beginning of a paragraph are
//! part of the paragraph, since another language writes them as it likes. A heading may begin with a
//! number (`I.`, `(2)`, `3.`, `Article 4`, `（二）`) and end in the mark of the clause, `{#c-2-1}`.

use super::body::Body;
use super::lines::{self, Kind};
use super::piece::blank;
use super::{Piece, Written, heading, html, numbering};
use crate::diagnostic::Diagnostics;
use crate::model::Place;

/// A text in another language.
#[derive(Clone, Debug, Default)]
pub struct Translated {
    /// What stands before the first clause, as HTML.
    pub lead: String,
    /// The clauses in order.
    pub clauses: Vec<TranslatedClause>,
}

/// A clause of it.
#[derive(Clone, Debug)]
pub struct TranslatedClause {
    /// The level of its heading, 1 outermost.
    pub level: u8,
    /// The mark that it names.
    pub anchor: Option<String>,
    /// The value of its number.
    pub number: Option<u32>,
    /// The number as printed.
    pub label: String,
    /// The heading as plain text.
    pub heading: String,
    /// What stands below, as HTML.
    pub body: String,
    /// Where the heading stands.
    pub place: Place,
}

/// Reads a translated text. An only heading of the first level, above all others and without number and
/// mark, is the text's title, which its head has already.
pub(super) fn read(piece: Piece, d: &mut Diagnostics) -> Translated {
    let lines = lines::read(piece, Written::Markdown);
    let mut clauses: Vec<TranslatedClause> = Vec::new();
    let mut bodies = vec![Body::new(Written::Markdown)];
    for line in &lines {
        match line.kind {
            Kind::Heading(level) => {
                clauses.push(clause(line.piece, level));
                bodies.push(Body::new(Written::Markdown));
            }
            _ => bodies.last_mut().into_iter().for_each(|body| body.line(line.piece)),
        }
    }
    let mut texts = bodies.into_iter().map(|body| body.html(d));
    let mut lead = texts.next().unwrap_or_default();
    clauses.iter_mut().zip(texts).for_each(|(clause, body)| clause.body = body);
    let title =
        |clause: &TranslatedClause| clause.level == 1 && clause.number.is_none() && clause.anchor.is_none();
    if clauses.first().is_some_and(title) && clauses.iter().skip(1).all(|clause| clause.level > 1) {
        lead += &clauses.remove(0).body;
    }
    Translated { lead, clauses }
}

/// The value of the number that stands at the beginning of a clause's printed number: `（二）` gives 2.
pub fn number_of(label: &str) -> Option<u32> {
    number(label).map(|(value, _)| value)
}

/// A heading, taken apart.
fn clause(piece: Piece, level: u8) -> TranslatedClause {
    let (content, anchor) = heading::without_anchor(piece);
    let text = content.text.trim_matches(blank);
    let found = number(text);
    let (label, rest) = text.split_at(found.map_or(0, |(_, end)| end));
    let rest = html::plain(rest.trim_matches(blank));
    TranslatedClause {
        level,
        anchor: anchor.map(str::to_string),
        number: found.map(|(value, _)| value),
        label: label.trim_matches(blank).to_string(),
        heading: rest.trim_matches(blank).trim_end_matches(['.', '。']).to_string(),
        body: String::new(),
        place: piece.place(),
    }
}

/// The number at the beginning of a heading, and where it ends.
fn number(text: &str) -> Option<(u32, usize)> {
    if let Some(number) = numbering::number(text) {
        return Some((number.value, number.len));
    }
    const WORDS: [&str; 5] = ["Article ", "Chapter ", "Section ", "Part ", "Clause "];
    let word = WORDS.iter().find(|word| text.get(..word.len()).is_some_and(|t| t.eq_ignore_ascii_case(word)));
    let from = word.map_or(0, |word| word.len());
    let open = text[from..].starts_with('(');
    let start = from + usize::from(open);
    let end = start + text[start..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len() - start);
    let value = value(&text[start..end])?;
    let after = text[end..].chars().next();
    let closed = match (open, word) {
        (true, _) => after == Some(')'),
        (false, Some(_)) => after.is_none_or(|c| matches!(c, '.' | ':' | ' ')),
        // `A policy` is no number, nor is `Innovation`.
        (false, None) => matches!(after, Some('.' | ')')),
    };
    let marked = after.is_some_and(|c| matches!(c, '.' | ')' | ':'));
    closed.then_some((value, end + usize::from(marked)))
}

/// `12`, `iv`, `C`: digits, Roman numerals below 40, or a letter by its place in the alphabet.
fn value(text: &str) -> Option<u32> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok().filter(|n| (1..1000).contains(n));
    }
    let upper = text.to_ascii_uppercase();
    if upper.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) {
        return (1..40).find(|n| roman(*n) == upper);
    }
    match upper.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some(u32::from(letter - b'A') + 1),
        _ => None,
    }
}

fn roman(value: u32) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    format!("{}{}", "X".repeat((value / 10) as usize), ONES[(value % 10) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FileId;

    fn read_text(text: &str) -> Translated {
        let mut d = Diagnostics::new();
        let read = read(Piece { file: FileId(0), offset: 0, text }, &mut d);
        assert!(d.is_empty());
        read
    }

    #[test]
    fn numbers_of_both_languages_are_read() {
        for (heading, value, label, rest) in [
            ("I. General requirements", Some(1), "I.", "General requirements"),
            ("XIV) More", Some(14), "XIV)", "More"),
            ("(ii) Goals.", Some(2), "(ii)", "Goals"),
            ("(3) Goals", Some(3), "(3)", "Goals"),
            ("12. Patents", Some(12), "12.", "Patents"),
            ("b) Patents", Some(2), "b)", "Patents"),
            ("Article 4", Some(4), "Article 4", ""),
            ("Chapter II: Duties", Some(2), "Chapter II:", "Duties"),
            ("（二）Goals", Some(2), "（二）", "Goals"),
            ("A policy", None, "", "A policy"),
            ("Innovation first", None, "", "Innovation first"),
            ("5G networks", None, "", "5G networks"),
        ] {
            let found = read_text(&format!("## {heading}\n\n1. text\n"));
            let clause = &found.clauses[0];
            assert_eq!((clause.number, &*clause.label, &*clause.heading), (value, label, rest), "{heading}");
            assert!(clause.body.contains("<li>text</li>"), "{}", clause.body);
        }
    }

    #[test]
    fn marks_title_and_lead_are_taken_out() {
        let found = read_text("# The plan\n\nLead.\n\n## Aims {#c-1}\n\nText.\n");
        assert_eq!(found.lead, "<p>Lead.</p>");
        assert_eq!(found.clauses.len(), 1);
        assert_eq!(found.clauses[0].anchor.as_deref(), Some("c-1"));
        assert_eq!(found.clauses[0].heading, "Aims");
    }

    #[test]
    fn printed_numbers_have_a_value() {
        for (label, value) in [("一、", 1), ("（十二）", 12), ("3.", 3), ("第三条", 3), ("①", 1)] {
            assert_eq!(number_of(label), Some(value), "{label}");
        }
        assert_eq!(number_of(""), None);
    }
}
