//! What was found -> the text of each file, with a comment wherever something was taken for granted.

pub(super) mod indicators;
pub(super) mod organisations;
pub(super) mod policy;
pub(super) mod site;

use crate::model::Language;

/// A text as a YAML value on one line: plain where nothing in it could be taken for anything else, else
/// in single quotes.
pub(super) fn scalar(text: &str) -> String {
    let text = text.trim();
    let wide =
        |c: char| !c.is_ascii() && !c.is_whitespace() && !c.is_control() && c != '：' && c != '\u{FFFD}';
    let starts = text.chars().next().is_some_and(|c| wide(c) || c.is_ascii_alphabetic());
    let plain = |c: char| wide(c) || c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | '-' | '.' | '/');
    let word =
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&text.to_lowercase().as_str());
    if starts && text.chars().all(plain) && !word {
        text.to_string()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// A text in a comment: on one line.
pub(super) fn remark(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words in the language of messages.
pub(super) fn say<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    language.pick(zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scalar_cannot_be_taken_for_anything_else() {
        for (text, wanted) in [
            ("高新技术企业", "高新技术企业"),
            ("科技型企业“双倍增”", "科技型企业“双倍增”"),
            ("一(二)", "一(二)"),
            ("5G基站", "'5G基站'"),
            ("%", "'%'"),
            ("true", "'true'"),
            ("到2025年,突破160家", "'到2025年,突破160家'"),
            ("注意: it's", "'注意: it''s'"),
            ("", "''"),
            ("#1", "'#1'"),
        ] {
            assert_eq!(scalar(text), wanted, "{text}");
        }
    }
}
