//! The bytes of a document -> its paragraphs, a line each, and what stands beside them.
//!
//! After this nobody asks any more whether it was a text, a page of a portal or a Word file. Rows of a
//! table are lines with ` | ` between the cells.

mod article;
mod docx;
mod list;
mod page;
mod word_numbers;

use super::refusal::Refusal;
use crate::source;

/// A document as lines.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The paragraphs, a line each.
    pub(super) text: String,
    /// Lines of the page around the document: its table of fields may stand there.
    pub(super) around: Vec<String>,
    /// What the page says of itself in `<meta>`: name in lower case, value.
    pub(super) tags: Vec<(String, String)>,
    /// Links to files, in order.
    pub(super) links: Vec<Link>,
    /// Styles of automatic numbering that are not known, each with the line where it first stands, from 0.
    pub(super) strange_numbers: Vec<(usize, String)>,
    /// The first byte that cannot be read, from 0.
    pub(super) unreadable: Option<usize>,
}

/// A link to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// What is clicked on.
    pub(super) words: String,
    /// Where it leads, as written.
    pub(super) address: String,
}

/// The most bytes of a document, and of each part of a Word file; a decree is a thousandth of it.
const LIMIT: usize = 64 << 20;

/// Endings of the names of documents that can be read.
pub(super) const ENDINGS: [&str; 5] = ["txt", "text", "html", "htm", "docx"];

/// Reads a document of this name.
///
/// # Errors
/// When it is in no form that can be read, or has no text.
pub(super) fn read(name: &str, bytes: Vec<u8>) -> Result<Read, Refusal> {
    if bytes.len() > LIMIT {
        return Err(Refusal::TooLarge);
    }
    let ending = ending(name);
    let read = match ending.as_str() {
        "docx" => docx::read(bytes)?,
        "html" | "htm" => {
            let (text, unreadable) = source::decode(bytes);
            Read { unreadable, ..page::read(&text) }
        }
        "txt" | "text" => {
            let (text, unreadable) = source::decode(bytes);
            if text.contains('\0') {
                return Err(Refusal::NoText);
            }
            Read { text, unreadable, ..Read::default() }
        }
        _ => return Err(Refusal::Form(ending)),
    };
    let text: String = read.text.chars().filter_map(kept).collect();
    if text.trim().is_empty() {
        return Err(Refusal::NoText);
    }
    Ok(Read { text, ..read })
}

/// A character as it is kept: line ends, blanks, and what can be printed.
fn kept(c: char) -> Option<char> {
    match c {
        '\n' => Some(c),
        '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// The ending of a name, in lower case.
pub(super) fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// A paragraph on one line: blanks run together, those at its ends gone, and none where a line of the
/// source was broken between two Chinese characters.
fn paragraph(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut gap: Option<bool> = None;
    for c in raw.chars() {
        if c.is_ascii_whitespace() || c == '\u{a0}' {
            gap = Some(gap.unwrap_or(false) || c == '\n' || c == '\r');
            continue;
        }
        if let Some(broken) = gap.take() {
            let wide = !text.ends_with(|before: char| before.is_ascii()) || !c.is_ascii();
            if !(text.is_empty() || broken && wide) {
                text.push(' ');
            }
        }
        if !matches!(c, '\u{200b}' | '\u{feff}' | '\0') {
            text.push(c);
        }
    }
    text.trim_matches(|c: char| c.is_whitespace()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_one_line() {
        for (raw, wanted) in [
            ("　　为加快\n    培育企业 ", "为加快培育企业"),
            ("A\n  B", "A B"),
            ("甲 乙", "甲 乙"),
            ("\u{a0}\u{200b}甲\u{a0}", "甲"),
            ("", ""),
        ] {
            assert_eq!(paragraph(raw), wanted, "{raw}");
        }
    }

    #[test]
    fn what_is_no_document_is_refused() {
        for (name, bytes) in [("a.pdf", &b"%PDF"[..]), ("a", b"x"), ("a.doc", b"x")] {
            assert!(matches!(read(name, bytes.to_vec()), Err(Refusal::Form(_))), "{name}");
        }
        for (name, bytes) in [("a.txt", &b" \n"[..]), ("a.txt", b"a\0b"), ("a.html", b"<p></p>")] {
            assert!(matches!(read(name, bytes.to_vec()), Err(Refusal::NoText)), "{name}");
        }
        assert!(matches!(read("a.docx", b"PK".to_vec()), Err(Refusal::BrokenWord)));
        assert_eq!(read("A.TXT", "甲".into()).unwrap().text, "甲");
    }
}
