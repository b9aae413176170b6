//! HTML text -> a tree, strictly: a tag that is not closed, or closed in the wrong place, is a sentence.

/// Elements without content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "!doctype",
];

/// A piece of a page.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// An element.
    Element(Element),
    /// Text, entities resolved.
    Text(String),
}

/// An element with what is in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    /// Its name, as written.
    pub(crate) name: String,
    /// Its attributes in order, entities resolved.
    pub(crate) attributes: Vec<(String, String)>,
    /// What is in it.
    pub(crate) children: Vec<Node>,
    /// The line of its first character, from 1.
    pub(crate) line: usize,
}

impl Element {
    /// An attribute's value.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// This element and all below it, in order.
    pub(crate) fn all(&self) -> Vec<&Element> {
        let mut found = vec![self];
        for child in &self.children {
            if let Node::Element(element) = child {
                found.extend(element.all());
            }
        }
        found
    }

    /// All elements of a name, in order.
    pub(crate) fn named<'a>(&'a self, name: &str) -> Vec<&'a Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// All text in it, one space for each run of white space.
    pub(crate) fn text(&self) -> String {
        fn gather(element: &Element, text: &mut String) {
            for child in &element.children {
                match child {
                    Node::Text(words) => text.push_str(words),
                    Node::Element(element) => gather(element, text),
                }
            }
        }
        let mut text = String::new();
        gather(self, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Reads a page.
pub(crate) fn parse(text: &str) -> Result<Element, String> {
    let mut stack = vec![Element { name: "(page)".into(), line: 1, ..Element::default() }];
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let line = 1 + text[..at].matches('\n').count();
        if let Some(comment) = rest.strip_prefix("<!--") {
            at += 4 + comment.find("-->").ok_or(format!("line {line}: a comment does not end"))? + 3;
            continue;
        }
        let inside = stack.last().map(|element| element.name.clone()).unwrap_or_default();
        if ["script", "style"].contains(&inside.as_str()) && !rest.starts_with("</") {
            let end = rest.find("</").ok_or(format!("line {line}: `<{inside}>` does not end"))?;
            push(&mut stack, Node::Text(rest[..end].to_string()));
            at += end;
            continue;
        }
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let words = &rest[..end];
            if words.contains('>') {
                return Err(format!("line {line}: a bare `>` in text"));
            }
            push(&mut stack, Node::Text(entities(words, line)?));
            at += end;
            continue;
        };
        let end = end_of_tag(tag).ok_or(format!("line {line}: a tag does not end"))?;
        at += 1 + end + 1;
        if let Some(name) = tag[..end].strip_prefix('/') {
            let open = stack.pop().filter(|_| !stack.is_empty());
            match open {
                Some(open) if open.name == name.trim() => push(&mut stack, Node::Element(open)),
                Some(open) => {
                    return Err(format!(
                        "line {line}: `</{name}>` where `<{}>` of line {} is open",
                        open.name, open.line
                    ));
                }
                None => return Err(format!("line {line}: `</{name}>` closes nothing")),
            }
            continue;
        }
        let (written, closed) = match tag[..end].strip_suffix('/') {
            Some(written) => (written, true),
            None => (&tag[..end], false),
        };
        let element = open(written, line)?;
        if closed || VOID.contains(&element.name.to_ascii_lowercase().as_str()) {
            push(&mut stack, Node::Element(element));
        } else {
            stack.push(element);
        }
    }
    match (stack.pop(), stack.first()) {
        (Some(page), None) => Ok(page),
        (Some(open), _) => Err(format!("`<{}>` of line {} is not closed", open.name, open.line)),
        (None, _) => Err("nothing".into()),
    }
}

fn push(stack: &mut [Element], node: Node) {
    if let Some(parent) = stack.last_mut() {
        parent.children.push(node);
    }
}

/// Where the tag's `>` is: not inside quotes.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return Some(at),
            _ => {}
        }
    }
    None
}

/// `a href="x" hidden` -> an element.
fn open(written: &str, line: usize) -> Result<Element, String> {
    let written = written.trim();
    let end = written.find(char::is_whitespace).unwrap_or(written.len());
    let mut element = Element { name: written[..end].to_string(), line, ..Element::default() };
    if element.name.is_empty() {
        return Err(format!("line {line}: a bare `<` in text"));
    }
    let mut rest = written[end..].trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = rest[..end].to_string();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| ['"', '\''].contains(c));
            let quote = quote.ok_or(format!("line {line}: the value of `{name}` has no quotes"))?;
            let close =
                after[1..].find(quote).ok_or(format!("line {line}: the value of `{name}` does not end"))?;
            value = entities(&after[1..=close], line)?;
            rest = &after[close + 2..];
            if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
                return Err(format!("line {line}: no space after the value of `{name}`"));
            }
            rest = rest.trim_start();
        }
        if element.attribute(&name).is_some() {
            return Err(format!("line {line}: `{name}` stands twice in `<{}>`", element.name));
        }
        element.attributes.push((name, value));
    }
    Ok(element)
}

/// Resolves entities; an unknown one or a bare `&` is a mistake.
fn entities(text: &str, line: usize) -> Result<String, String> {
    let mut resolved = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        resolved.push_str(&rest[..at]);
        let end = rest[at..].find(';').ok_or(format!("line {line}: a bare `&`"))? + at;
        let name = &rest[at + 1..end];
        let number = name.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16));
        let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
        resolved.push(match (name, number) {
            ("amp", _) => '&',
            ("lt", _) => '<',
            ("gt", _) => '>',
            ("quot", _) => '"',
            ("apos", _) => '\'',
            ("nbsp", _) => '\u{A0}',
            (_, Some(Ok(number))) => char::from_u32(number).unwrap_or('\u{FFFD}'),
            _ => return Err(format!("line {line}: `&{name};` is no entity that this reader knows")),
        });
        rest = &rest[end + 1..];
    }
    resolved.push_str(rest);
    Ok(resolved)
}

#[test]
fn a_tag_in_the_wrong_place_is_told_with_its_line() {
    let told = parse("<p>\n<b>x</p>").unwrap_err();
    assert_eq!(told, "line 2: `</p>` where `<b>` of line 2 is open");
    assert!(parse("<p>").unwrap_err().contains("not closed"));
    assert!(parse("a & b").is_err());
    assert_eq!(parse("<a href='x&amp;y' hidden>1 &lt;\n 2</a><br>").unwrap().text(), "1 < 2");
}
