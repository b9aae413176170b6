//! A slip of the pen in YAML, and the edit that would put it right.

use std::ops::Range;

/// A kind of slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// `键：值`.
    FullwidthColon,
    /// `{ a: 1，b: 2 }`.
    FullwidthComma,
    /// U+3000 or a no-break space as indentation, or after a colon or hyphen.
    WideSpace,
    /// A tab as indentation.
    Tab,
    /// `key:value`.
    NoSpace,
    /// `-名称`.
    Dash,
}

impl Kind {
    /// All kinds, the most frequent first.
    pub(super) const ALL: [Kind; 6] =
        [Kind::FullwidthColon, Kind::FullwidthComma, Kind::WideSpace, Kind::Tab, Kind::NoSpace, Kind::Dash];
}

/// A slip and its repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// Its kind.
    pub(super) kind: Kind,
    /// The bytes to underline and to replace.
    pub(super) at: Range<usize>,
    /// What to write there instead; as long as what it replaces wherever that can be, since the
    /// places of the repaired text are then right for the original too.
    pub(super) instead: String,
    /// The key before a colon, or what stands after a hyphen.
    pub(super) word: String,
    /// True where the words leave no doubt: `name：…`, `高峰街道：3`.
    pub(super) plain_case: bool,
}

/// The text with the slips repaired.
pub(super) fn repaired<'a>(text: &str, slips: impl IntoIterator<Item = &'a Slip>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for slip in slips {
        if slip.at.start < at {
            continue;
        }
        out.push_str(&text[at..slip.at.start]);
        out.push_str(&slip.instead);
        at = slip.at.end;
    }
    out.push_str(&text[at..]);
    out
}

/// `键：值`.
pub(super) fn colon(text: &str, start: usize, at: usize) -> Slip {
    let end = at + '：'.len_utf8();
    let word = text[start..at].trim().to_string();
    let plain_case = is_plain_case(&word, &text[end..]);
    Slip { kind: Kind::FullwidthColon, at: at..end, instead: ":  ".to_string(), word, plain_case }
}

/// `{ a: 1，b: 2 }`.
pub(super) fn comma(at: usize) -> Slip {
    let at = at..at + '，'.len_utf8();
    let (instead, word) = (",  ".to_string(), String::new());
    Slip { kind: Kind::FullwidthComma, at, instead, word, plain_case: true }
}

/// `key:value`.
pub(super) fn no_space(text: &str, start: usize, at: usize) -> Slip {
    let word = text[start..at].trim().to_string();
    let plain_case = is_plain_case(&word, &text[at + 1..]);
    Slip { kind: Kind::NoSpace, at: at..at + 1, instead: ": ".to_string(), word, plain_case }
}

/// What stands behind a colon, for an example: a short value, or `…`.
pub(super) fn value_after(text: &str, at: usize) -> &str {
    let line = text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let value = line.split([',', '，', '{', '}', '[', '#']).next().unwrap_or_default().trim();
    if value.is_empty() || value.chars().count() > 12 { "…" } else { value }
}

/// True where what stands before and after a colon can only be a key and its value.
fn is_plain_case(key: &str, after: &str) -> bool {
    let line = after.lines().next().unwrap_or_default();
    let is_collection = line.trim_start().starts_with(['{', '[']);
    let value = line.split([',', '，', '}', '#']).next().unwrap_or_default().trim();
    let digit = |c: char| c.is_ascii_digit() || ['.', ',', '%', '-'].contains(&c);
    let is_number = value.starts_with(|c: char| c.is_ascii_digit()) && value.chars().all(digit);
    let is_name = key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || ['_', '-'].contains(&c));
    // `8:30` and `https:` are no entries.
    is_plausible_key(key)
        && (is_name || is_collection || is_number && !key.ends_with(|c: char| c.is_ascii_digit()))
}

/// The first colon with a slip in an entry of `{ }`.
pub(super) fn flow_slip(text: &str, entry: Range<usize>) -> Option<Slip> {
    let written = &text[entry.clone()];
    for (n, c) in written.char_indices() {
        let at = entry.start + n;
        match c {
            '：' => return Some(colon(text, entry.start, at)),
            ':' if !written[n + 1..].starts_with("//") => return Some(no_space(text, entry.start, at)),
            _ => {}
        }
    }
    None
}

/// True where a key and a colon follow a full-width comma.
pub(super) fn is_entry_after_comma(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start();
    let end = rest.find([':', '：', ',', '，', '}', '\n']).unwrap_or(0);
    let colon = rest[end..].starts_with(": ") || rest[end..].starts_with('：');
    colon && is_plausible_key(rest[..end].trim())
}

/// A key has no punctuation of a sentence in it, and is short.
pub(super) fn is_plausible_key(key: &str) -> bool {
    let key = key.trim_matches(['"', '\'']);
    let is_sentence = key.contains(['，', '。', '；', '！', '？', '“', '”', '{', '}', '[', ']', '：', ':']);
    !key.is_empty() && !is_sentence && key.chars().count() <= 30
}

/// True for Chinese letters.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}
