//! HTML as our own writer made it -> plain words, a paragraph a line.

/// Elements that stay in the line.
const INLINE: [&str; 7] = ["a", "strong", "em", "code", "del", "sup", "sub"];

/// The words of some HTML: a line for each block, a tab between the cells of a row.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    add(html, &mut text);
    text
}

/// Adds the words of some HTML, on a line of their own.
pub(super) fn add(html: &str, text: &mut String) {
    part(text, '\n');
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        words(&rest[..at], text);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = rest[at..end].trim_matches(['<', '>', '/']);
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match name {
            "img" => words(alternative(tag), text),
            "td" | "th" => part(text, '\t'),
            name if INLINE.contains(&name) => {}
            _ => part(text, '\n'),
        }
        rest = &rest[end..];
    }
    words(rest, text);
    text.truncate(text.trim_end().len());
}

/// Adds a plain text, on a line of its own.
pub(super) fn line(words: &str, text: &mut String) {
    if !words.trim().is_empty() {
        part(text, '\n');
        text.push_str(words.trim());
    }
}

/// Begins a line or a cell, unless one has just begun.
fn part(text: &mut String, mark: char) {
    text.truncate(text.trim_end_matches([' ', '\t']).len());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push(mark);
    }
}

/// What a picture is said to show.
fn alternative(tag: &str) -> &str {
    let rest = tag.split_once("alt=\"").map_or("", |(_, rest)| rest);
    rest.split('"').next().unwrap_or_default()
}

/// Adds words without their entities; a line's end inside a paragraph is a space.
fn words(html: &str, text: &mut String) {
    const ENTITIES: [(&str, char); 6] =
        [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#x27;", '\''), ("#39;", '\'')];
    let mut rest = html;
    // Where a line or a cell begins, spaces mean nothing.
    if text.is_empty() || text.ends_with(['\n', '\t', ' ']) {
        rest = rest.trim_start();
    }
    while let Some(at) = rest.find(['&', '\n']) {
        text.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let entity = ENTITIES.iter().find(|(name, _)| after.starts_with(name));
        match (rest.as_bytes()[at], entity) {
            (b'&', Some((name, c))) => {
                text.push(*c);
                rest = &after[name.len()..];
            }
            (b'&', None) => {
                text.push('&');
                rest = after;
            }
            _ => {
                text.push(' ');
                rest = after;
            }
        }
    }
    text.push_str(rest);
}
