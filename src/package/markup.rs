//! A finished page, tag by tag. What is read here was written by this program and its themes: elements are
//! closed, and a bare `<` stands nowhere but in scripts and styles.

/// A part of a page. Joined again they are the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// The tag that opens an element, or is one.
    Open(Tag<'a>),
    /// `</name>`, by its name.
    Close(&'a str),
    /// Text; also what stands in a script or style.
    Text(&'a str),
    /// A comment, or the line of the document's type.
    Other(&'a str),
}

/// A tag with its attributes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag<'a> {
    /// As written, with its brackets.
    pub(super) whole: &'a str,
    pub(super) name: &'a str,
    /// Values as they are written; none for an attribute without one.
    pub(super) attributes: Vec<(&'a str, Option<&'a str>)>,
}

/// Elements without content.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

impl<'a> Tag<'a> {
    /// The value of an attribute, as written.
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.unwrap_or_default())
    }

    /// True where the element has the class.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.value("class").is_some_and(|classes| classes.split_whitespace().any(|own| own == class))
    }

    /// True for an element without content.
    pub(super) fn is_void(&self) -> bool {
        self.whole.ends_with("/>") || VOID.contains(&self.name)
    }

    /// The tag with other attributes: none for one that is left out.
    pub(super) fn with(&self, change: impl Fn(&str, &'a str) -> Option<String>) -> String {
        let mut out = format!("<{}", self.name);
        for (name, value) in &self.attributes {
            match value {
                None => out += &format!(" {name}"),
                Some(value) => {
                    if let Some(value) = change(name, value) {
                        out += &format!(" {name}=\"{value}\"");
                    }
                }
            }
        }
        out + if self.whole.ends_with("/>") { "/>" } else { ">" }
    }
}

/// The parts of a page, one after the other.
pub(super) fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let start = rest.find('<').unwrap_or(rest.len());
        if start > 0 {
            tokens.push(Token::Text(&rest[..start]));
            rest = &rest[start..];
            continue;
        }
        if rest.starts_with("<!") {
            let close = if rest.starts_with("<!--") { "-->" } else { ">" };
            let end = rest.find(close).map_or(rest.len(), |at| at + close.len());
            tokens.push(Token::Other(&rest[..end]));
            rest = &rest[end..];
            continue;
        }
        let end = end_of_tag(rest);
        let whole = &rest[..end];
        rest = &rest[end..];
        if let Some(name) = whole.strip_prefix("</") {
            tokens.push(Token::Close(name.trim_end_matches('>').trim()));
            continue;
        }
        let tag = read(whole);
        let raw = ["script", "style"].contains(&tag.name);
        let close = format!("</{}", tag.name);
        tokens.push(Token::Open(tag));
        if raw {
            let end = rest.find(&close).unwrap_or(rest.len());
            tokens.push(Token::Text(&rest[..end]));
            rest = &rest[end..];
        }
    }
    tokens
}

/// Where a tag ends: a `>` inside of quotes does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None, b'>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn read(whole: &str) -> Tag<'_> {
    let inside = whole.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    let end = inside.find(|c: char| c.is_whitespace()).unwrap_or(inside.len());
    let (name, mut rest) = inside.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        if end == 0 {
            return Tag { whole, name, attributes };
        }
        let attribute = &rest[..end];
        rest = &rest[end..];
        let value = rest.strip_prefix('=').and_then(|after| {
            let quote = after.chars().next().filter(|c| ['"', '\''].contains(c))?;
            after[1..].split_once(quote)
        });
        match value {
            Some((value, after)) => {
                attributes.push((attribute, Some(value)));
                rest = after;
            }
            None => {
                attributes.push((attribute, None));
                rest = rest.trim_start_matches('=');
            }
        }
    }
}

/// Undoes the entities that this program writes.
pub(super) fn unescaped(value: &str) -> String {
    let marks =
        [("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    marks.iter().fold(value.to_string(), |text, (mark, c)| text.replace(mark, c))
}

/// Escapes a text for HTML, also inside of an attribute.
pub(super) fn escaped(text: &str) -> String {
    let marks = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")];
    marks.iter().fold(text.to_string(), |text, (c, mark)| text.replace(c, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_tag_by_tag() {
        let html = "<!DOCTYPE html><a href=\"x?a=1&amp;b=>\" hidden>甲</a><br/><script>a < b</script>";
        let tokens = tokens(html);
        let Token::Open(tag) = &tokens[1] else { panic!("{tokens:?}") };
        assert_eq!(
            (tag.name, tag.value("href"), tag.value("hidden")),
            ("a", Some("x?a=1&amp;b=>"), Some(""))
        );
        assert_eq!(tag.with(|_, _| Some("y".into())), "<a href=\"y\" hidden>");
        assert_eq!(tokens[2], Token::Text("甲"));
        assert_eq!(tokens[3], Token::Close("a"));
        assert!(matches!(&tokens[4], Token::Open(tag) if tag.is_void()));
        assert_eq!(tokens[6], Token::Text("a < b"));
    }
}
