//! A template as tags and their tokens: just enough of tera's grammar to read names.

/// `{{ … }}` or `{% … %}`.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    /// True for `{% … %}`.
    pub(super) statement: bool,
    /// What stands in it.
    pub(super) tokens: Vec<Token<'a>>,
}

/// A piece of a tag; places are offsets in the file.
#[derive(Debug)]
pub(super) enum Token<'a> {
    /// A name or keyword.
    Name(&'a str, usize),
    /// The inside of a string.
    Text(&'a str, usize),
    /// A number.
    Number,
    /// Anything else, a character each.
    Sign(char),
}

impl<'a> Token<'a> {
    /// The name, where it is one.
    pub(super) fn name(&self) -> Option<&'a str> {
        match self {
            Token::Name(name, _) => Some(name),
            _ => None,
        }
    }
}

/// All tags of a template; comments and raw text are passed over.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find('{') {
        let start = at + found;
        let rest = &text[start..];
        let (statement, end) = if rest.starts_with("{#") {
            at = rest.find("#}").map_or(text.len(), |end| start + end + 2);
            continue;
        } else if rest.starts_with("{{") {
            (false, "}}")
        } else if rest.starts_with("{%") {
            (true, "%}")
        } else {
            at = start + 1;
            continue;
        };
        let (mut tokens, after) = tokens(text, start + 2, end);
        at = after;
        // The dashes of `{%-` and `-%}` say nothing.
        tokens.pop_if(|last| matches!(last, Token::Sign('-')));
        if statement && tokens.first().and_then(Token::name) == Some("raw") {
            at = text[at..].find("endraw").map_or(text.len(), |end| at + end);
            continue;
        }
        tags.push(Tag { statement, tokens });
    }
    tags
}

/// The tokens from `at` to the end of the tag, and where the text goes on.
fn tokens<'a>(text: &'a str, mut at: usize, end: &str) -> (Vec<Token<'a>>, usize) {
    let mut tokens = Vec::new();
    let mut braces = 0_usize;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        // `{x={a}}}` ends a value before it ends the tag.
        if rest.starts_with(end) && (end == "%}" || braces == 0) {
            return (tokens, at + 2);
        }
        let length = match c {
            '"' | '\'' | '`' => {
                let inside = &rest[1..];
                let close = string_end(inside, c);
                tokens.push(Token::Text(&inside[..close], at + 1));
                (close + 2).min(rest.len())
            }
            c if c.is_ascii_alphabetic() || c == '_' => {
                let length =
                    rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                tokens.push(Token::Name(&rest[..length], at));
                length
            }
            c if c.is_ascii_digit() => {
                tokens.push(Token::Number);
                rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())
            }
            c => {
                braces = match c {
                    '{' => braces + 1,
                    '}' => braces.saturating_sub(1),
                    _ => braces,
                };
                // `?.` is a dot that may find nothing.
                if !c.is_whitespace() && c != '?' && !(c == '-' && tokens.is_empty()) {
                    tokens.push(Token::Sign(c));
                }
                c.len_utf8()
            }
        };
        at += length;
    }
    (tokens, text.len())
}

/// Where a string ends; a quote after a backslash belongs to it.
fn string_end(inside: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        if c == quote && !escaped {
            return at;
        }
        escaped = c == '\\' && !escaped;
    }
    inside.len()
}
