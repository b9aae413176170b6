//! Files that are published as they are, and that a browser would open as pages of the site: a script in
//! one of them runs as if the site had written it, so it is refused.

use super::document;
use super::folder::Folder;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Place;
use crate::source::{SourceFile, Sources};

/// Endings of files that a browser opens as a page.
const PAGES: [&str; 6] = ["svg", "html", "htm", "xhtml", "xht", "xml"];

/// What runs, or brings in what runs. Checked in lower case, prefixes of names left out.
const ACTIVE: [&str; 8] = [
    "<script",
    "<foreignobject",
    "<iframe",
    "<object",
    "<embed",
    "<handler",
    "javascript:",
    "<?xml-stylesheet",
];

/// Reports the files of a policy's `files/` with a script in them.
pub(crate) fn refuse(sources: &Sources, folder: &Folder, d: &mut Diagnostics) {
    for file in folder.published().iter().filter_map(|(path, _)| sources.find(path)) {
        let ending = file.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        if !ending.is_some_and(|ending| PAGES.contains(&ending.as_str())) {
            continue;
        }
        if let Some((at, found)) = active(&text(sources, file)) {
            let place = match file.text {
                Some(_) => Place::new(file.id, at, found.len()),
                None => document::start(file),
            };
            d.push(Diagnostic::at(content::SCRIPT, place).with("file", &file.path).with("found", found));
        }
    }
}

/// The text, where the file is one by its name, else what can be read of it.
fn text(sources: &Sources, file: &SourceFile) -> String {
    match &file.text {
        Some(text) => text.to_string(),
        // One that has gone since it was listed is told when it is copied.
        None => String::from_utf8_lossy(&sources.bytes(file).unwrap_or_default()).into_owned(),
    }
}

/// The first thing that runs, with its place.
fn active(text: &str) -> Option<(usize, String)> {
    let lower = text.to_ascii_lowercase();
    let words = ACTIVE.iter().filter_map(|word| Some((lower.find(word)?, (*word).to_string())));
    let prefixed = ACTIVE.iter().filter_map(|word| {
        let name = format!(":{}", word.strip_prefix('<')?);
        lower.find(&name).filter(|&at| in_tag_name(&lower[..at])).map(|at| (at, name))
    });
    // Browsers read `&#106;` as `j` and skip line breaks and tabs in an address.
    let address = hidden_address(&lower).map(|at| (at, "javascript:".to_string()));
    words.chain(prefixed).chain(handler(&lower)).chain(address).min()
}

/// True where `<` and letters are the last of the text: `<svg` before `:script`.
fn in_tag_name(before: &str) -> bool {
    let name = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "-_.".contains(c));
    name.ends_with('<')
}

/// ` onload=` inside a tag, or the name of a common event anywhere: a `>` in a quoted value hides the tag's end.
fn handler(lower: &str) -> Option<(usize, String)> {
    const EVENTS: [&str; 12] = [
        "onload",
        "onerror",
        "onclick",
        "onmouse",
        "onpointer",
        "onfocus",
        "onbegin",
        "onend",
        "onrepeat",
        "onanimation",
        "ontoggle",
        "onkey",
    ];
    let mut start = 0;
    for piece in lower.split('<') {
        let end = piece.find('>').unwrap_or(piece.len());
        for (at, _) in piece.match_indices("on") {
            let before = piece[..at].chars().next_back();
            let begins = before.is_some_and(|c| c.is_whitespace() || ['"', '\'', '/'].contains(&c));
            let name: &str = &piece[at..];
            let name = &name[..name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len())];
            let is_value = piece[at + name.len()..].trim_start().starts_with('=');
            let is_event = at < end || EVENTS.iter().any(|event| name.starts_with(event));
            if begins && is_value && is_event && name.len() > 3 {
                return Some((start + at, name.to_string()));
            }
        }
        start += piece.len() + 1;
    }
    None
}

/// Where an address of a script begins that is written with references or blanks in it.
fn hidden_address(lower: &str) -> Option<usize> {
    let is_close = |at: usize| {
        let mut rest = &lower[at..];
        "javascript:".chars().all(|wanted| {
            rest = rest.trim_start_matches(['\n', '\t', '\r']);
            let (found, length) = character(rest);
            rest = &rest[length..];
            found == Some(wanted)
        })
    };
    lower.match_indices(['j', '&']).map(|(at, _)| at).find(|&at| is_close(at))
}

/// The first character, references resolved, and how long it is.
fn character(text: &str) -> (Option<char>, usize) {
    let reference = text.strip_prefix("&#").and_then(|rest| {
        let (digits, radix) = match rest.strip_prefix('x') {
            Some(hex) => (hex, 16),
            None => (rest, 10),
        };
        let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let number = u32::from_str_radix(&digits[..length], radix).ok()?;
        let end = text.len() - digits.len() + length;
        let semicolon = usize::from(text[end..].starts_with(';'));
        Some((char::from_u32(number).map(|c| c.to_ascii_lowercase()), end + semicolon))
    });
    let named = text.strip_prefix("&colon;").map(|_| (Some(':'), "&colon;".len()));
    reference.or(named).unwrap_or_else(|| {
        let first = text.chars().next();
        (first, first.map_or(0, char::len_utf8))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_is_found() {
        let cases = [
            ("<svg><script>x</script></svg>", Some("<script")),
            ("<svg><SCRIPT href='x'/></svg>", Some("<script")),
            ("<s:svg xmlns:s='x'><s:script/></s:svg>", Some(":script")),
            ("<svg onload=\"x\"/>", Some("onload")),
            ("<svg\nonload = 'x'/>", Some("onload")),
            ("<svg id=\"a\"onload=\"x\"/>", Some("onload")),
            ("<svg/onload=x>", Some("onload")),
            ("<svg><foreignObject/></svg>", Some("<foreignobject")),
            ("<a href='javascript:x'/>", Some("javascript:")),
            ("<a href='JAVA&#115;cript:x'/>", Some("javascript:")),
            ("<a href='&#x6A;ava\nscript&colon;x'/>", Some("javascript:")),
            ("<?xml-stylesheet href='x'?><a/>", Some("<?xml-stylesheet")),
            ("<html><iframe src='x'></iframe></html>", Some("<iframe")),
            ("<svg title='>' onload='x'/>", Some("onload")),
            ("<svg><path d='M0 0' font-family='a'/><text>only = 1</text></svg>", None),
            ("<svg><text>http://a.cn?once=1 javascript</text></svg>", None),
            ("<svg version=\"1.1\" condition=\"x\"/>", None),
            ("<svg>&#; &#x; &#xFFFFFFFFF; &</svg>", None),
            ("", None),
        ];
        for (text, found) in cases {
            assert_eq!(active(text).map(|(_, found)| found).as_deref(), found, "{text}");
        }
    }
}
