//! What a template asks for that nobody gives it: unknown fields, variables and words.
//!
//! tera is strict where a value is printed, and silent where it is asked: `{% if page.titel %}` is
//! false. So names are read from the text and held against the contract. Values whose kind cannot be
//! known here, such as arguments of components, are left to the page.

use super::contract::{self, Kind, View};
use super::scan::{Tag, Token, tags};
use std::collections::{BTreeMap, BTreeSet};

/// A name that nobody gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The name.
    pub(super) name: String,
    /// Where it stands.
    pub(super) start: usize,
    /// What it would have to be.
    pub(super) of: Of,
    /// What there is instead.
    pub(super) known: Vec<String>,
}

/// Of which kind an unknown name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// A field, as in `page.titel`.
    Field,
    /// A variable.
    Variable,
    /// A word of the theme: `t.hom`.
    Word,
}

/// What is known of all templates of a theme before one of them is read.
pub(super) struct Uses {
    views: BTreeMap<&'static str, View>,
    words: BTreeSet<String>,
    /// Every name that some template sets or loops over: an included part sees those of its includer.
    anywhere: BTreeSet<String>,
}

/// What a name in a template stands for.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Known(Kind),
    Words,
    Any,
}

/// Names of a stretch of template: the whole file, a loop, a component.
struct Scope {
    names: BTreeMap<String, Value>,
    /// A component sees its arguments and nothing around it.
    closed: bool,
}

impl Uses {
    /// Reads which names the templates themselves bring.
    pub(super) fn new<'a>(
        words: impl IntoIterator<Item = &'a String>,
        templates: impl IntoIterator<Item = &'a str>,
    ) -> Uses {
        let views = contract::views().into_iter().map(|view| (view.name, view)).collect();
        let mut anywhere: BTreeSet<String> =
            ["site", "page", "t", "once", "loop", "__tera_context"].map(str::to_owned).into();
        anywhere.insert("picture".to_owned());
        anywhere.extend(contract::TEMPLATES.iter().map(|(_, name, _)| (*name).to_owned()));
        for text in templates {
            for tag in tags(text) {
                anywhere.extend(bound(&tag).into_iter().map(str::to_owned));
            }
        }
        Uses { views, words: words.into_iter().cloned().collect(), anywhere }
    }

    /// The unknown names of one template; `path` is its path in the theme, such as `parts/head.html`.
    pub(super) fn unknown(&self, path: &str, text: &str) -> Vec<Unknown> {
        let own = own_view(path);
        let view = |name: &'static str| Value::Known(Kind::View(name));
        let mut names =
            BTreeMap::from([("site".to_owned(), view("SiteView")), ("t".to_owned(), Value::Words)]);
        // What is in it is known when it is made.
        names.insert("once".to_owned(), Value::Any);
        // A picture belongs to no page, and what is rendered once to all of them.
        if !path.starts_with("picture/") && !path.starts_with("once/") {
            names.insert("page".to_owned(), view("PageView"));
        }
        if let Some((name, kind)) = own.filter(|(name, _)| !name.is_empty()) {
            names.insert(name.to_owned(), view(kind));
        }
        let mut reader = Reader {
            uses: self,
            scopes: vec![Scope { names, closed: false }],
            whole: own.is_some(),
            found: Vec::new(),
        };
        for tag in tags(text) {
            reader.tag(&tag);
        }
        reader.found
    }

    fn fields(&self, kind: &Kind) -> Option<&View> {
        match kind {
            Kind::View(name) => self.views.get(name),
            Kind::Maybe(inner) => self.fields(inner),
            _ => None,
        }
    }
}

/// The name and the struct of the view that a template gets; none for a part of others.
fn own_view(path: &str) -> Option<(&'static str, &'static str)> {
    let page = contract::TEMPLATES.iter().find(|(template, ..)| *template == path);
    let picture = || contract::PICTURES.iter().find(|(start, _)| path.starts_with(start));
    page.map(|(_, name, kind)| (*name, *kind)).or_else(|| picture().map(|(_, kind)| ("picture", *kind)))
}

/// The names that a tag binds.
fn bound<'a>(tag: &Tag<'a>) -> Vec<&'a str> {
    let tokens = &tag.tokens;
    let names = |tokens: &[Token<'a>]| tokens.iter().filter_map(Token::name).collect::<Vec<&'a str>>();
    match tokens.first().and_then(Token::name) {
        Some("for") => {
            let end = tokens.iter().position(|token| token.name() == Some("in")).unwrap_or(tokens.len());
            names(&tokens[1..end])
        }
        Some("set" | "set_global") => tokens.get(1).and_then(Token::name).into_iter().collect(),
        Some("component") => {
            let argument = |pair: &[Token<'a>]| match (&pair[0], &pair[1]) {
                (Token::Sign('(' | ',' | '@'), Token::Name(name, _)) => Some(*name),
                _ => None,
            };
            tokens.windows(2).filter_map(argument).collect()
        }
        _ => Vec::new(),
    }
}

/// Goes through one template.
struct Reader<'a> {
    uses: &'a Uses,
    scopes: Vec<Scope>,
    /// True where all names are known: a page's own template, not a part of others.
    whole: bool,
    found: Vec<Unknown>,
}

impl Reader<'_> {
    fn tag(&mut self, tag: &Tag) {
        let tokens = &tag.tokens[..];
        let first = tokens.first().and_then(Token::name).filter(|_| tag.statement);
        match first {
            Some("for") => {
                let at = tokens.iter().position(|token| token.name() == Some("in")).unwrap_or(0);
                let over = self.value(&tokens[at + 1..]);
                let names = bound(tag);
                let each = match over {
                    Value::Known(Kind::List(inner)) if names.len() == 1 => Value::Known(*inner),
                    _ => Value::Any,
                };
                let mut scope = Scope { names: BTreeMap::new(), closed: false };
                scope.names.insert("loop".to_owned(), Value::Any);
                scope.names.extend(names.into_iter().map(|name| (name.to_owned(), each.clone())));
                self.scopes.push(scope);
            }
            Some("component") => {
                let mut names = BTreeMap::new();
                for name in bound(tag) {
                    // `@page` and `@t` are the page's own; what else is passed is the caller's.
                    let implicit = tokens
                        .windows(2)
                        .any(|pair| matches!(pair[0], Token::Sign('@')) && pair[1].name() == Some(name));
                    let value = if implicit { self.named(name).unwrap_or(Value::Any) } else { Value::Any };
                    names.insert(name.to_owned(), value);
                }
                self.scopes.push(Scope { names, closed: true });
            }
            Some("endfor" | "endcomponent") => {
                if self.scopes.len() > 1 {
                    self.scopes.pop();
                }
            }
            Some(word @ ("set" | "set_global")) => {
                let value = match tokens.get(2) {
                    Some(Token::Sign('=')) => self.value(&tokens[3..]),
                    _ => Value::Any,
                };
                if let Some(name) = tokens.get(1).and_then(Token::name) {
                    self.set(name, value, word == "set_global");
                }
            }
            Some("block" | "endblock" | "extends" | "include") => {}
            Some("filter" | "if" | "elif") => {
                let skip = if first == Some("filter") { 2 } else { 1 };
                self.expression(tokens.get(skip..).unwrap_or_default());
            }
            _ => self.expression(tokens),
        }
    }

    /// A second value of another kind makes a name any kind.
    fn set(&mut self, name: &str, value: Value, global: bool) {
        let value = match self.named(name) {
            Some(old) if old != value => Value::Any,
            _ => value,
        };
        if global {
            for scope in &mut self.scopes {
                scope.names.insert(name.to_owned(), value.clone());
            }
        } else if let Some(scope) = self.scopes.last_mut() {
            scope.names.insert(name.to_owned(), value);
        }
    }

    fn named(&self, name: &str) -> Option<Value> {
        for scope in self.scopes.iter().rev() {
            if let Some(value) = scope.names.get(name) {
                return Some(value.clone());
            }
            if scope.closed {
                return None;
            }
        }
        None
    }

    /// Reads an expression; its value, where it is nothing but a path.
    fn value(&mut self, tokens: &[Token]) -> Value {
        let is_path = matches!(tokens.first(), Some(Token::Name(name, _)) if !is_keyword(name))
            && tokens.windows(2).all(|pair| {
                matches!(pair, [Token::Name(..), Token::Sign('.')] | [Token::Sign('.'), Token::Name(..)])
            });
        if is_path {
            self.path(tokens)
        } else {
            self.expression(tokens);
            Value::Any
        }
    }

    fn expression(&mut self, tokens: &[Token]) {
        // A list made of another binds its name after it is used: `[x.url for x in links]`.
        let mut own = BTreeMap::new();
        for (at, _) in tokens.iter().enumerate().filter(|(_, token)| token.name() == Some("for")) {
            let rest = tokens[at + 1..].iter().take_while(|token| token.name() != Some("in"));
            own.extend(rest.filter_map(Token::name).map(|name| (name.to_owned(), Value::Any)));
        }
        self.scopes.push(Scope { names: own, closed: false });
        let mut at = 0;
        while at < tokens.len() {
            at += match &tokens[at] {
                Token::Name(name, _) => self.name(tokens, at, name),
                _ => 1,
            };
        }
        self.scopes.pop();
    }

    /// Reads what begins with a name; how many tokens it took.
    fn name(&mut self, tokens: &[Token], at: usize, name: &str) -> usize {
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let next = tokens.get(at + 1);
        let is_test = match before.and_then(Token::name) {
            Some("is") => true,
            Some("not") => at > 1 && tokens[at - 2].name() == Some("is"),
            _ => false,
        };
        let begins_component = matches!(before, Some(Token::Sign('<')))
            && !matches!(
                at.checked_sub(2).map(|n| &tokens[n]),
                Some(Token::Name(..) | Token::Text(..) | Token::Number | Token::Sign(')' | ']'))
            );
        let ends_component =
            at > 1 && matches!((&tokens[at - 2], before), (Token::Sign('<'), Some(Token::Sign('/'))));
        let is_argument =
            matches!(next, Some(Token::Sign('='))) && !matches!(tokens.get(at + 2), Some(Token::Sign('=')));
        if let Some(Token::Sign('(')) = next {
            self.called(name, &tokens[at + 2..]);
            return 2;
        }
        let is_filter = matches!(before, Some(Token::Sign('|')));
        let after_dot = matches!(before, Some(Token::Sign('.')));
        if is_test
            || begins_component
            || ends_component
            || is_argument
            || is_filter
            || after_dot
            || is_keyword(name)
        {
            return 1;
        }
        let length = 1 + 2 * tokens[at + 1..]
            .chunks(2)
            .take_while(|pair| matches!(pair, [Token::Sign('.'), Token::Name(..)]))
            .count();
        let rest = &tokens[at + length..];
        // Whoever asks whether it is there knows that it may not be.
        let asked = matches!(
            rest.iter().take(3).map(Token::name).collect::<Vec<_>>()[..],
            [Some("is"), Some("defined" | "undefined"), ..] | [Some("is"), Some("not"), Some("defined"), ..]
        );
        if !asked {
            self.path(&tokens[at..at + length]);
        }
        length
    }

    /// `say(key="…")` with a word that does not exist.
    fn called(&mut self, name: &str, tokens: &[Token]) {
        if name == "say"
            && let [Token::Name("key", _), Token::Sign('='), Token::Text(key, start), ..] = tokens
        {
            self.word(key, *start);
        }
    }

    fn word(&mut self, key: &str, start: usize) {
        if !self.uses.words.contains(key) {
            let known = self.uses.words.iter().cloned().collect();
            self.found.push(Unknown { name: key.to_owned(), start, of: Of::Word, known });
        }
    }

    /// Follows a path to its value.
    fn path(&mut self, tokens: &[Token]) -> Value {
        let uses = self.uses;
        let mut value = Value::Any;
        for (n, token) in tokens.iter().step_by(2).enumerate() {
            let Token::Name(name, start) = token else { break };
            if n == 0 {
                let Some(named) = self.named(name) else {
                    self.variable(name, *start);
                    break;
                };
                value = named;
                continue;
            }
            value = match &value {
                Value::Words => {
                    self.word(name, *start);
                    Value::Any
                }
                Value::Known(kind) => match uses.fields(kind) {
                    Some(view) => match view.fields.iter().find(|field| field.name == *name) {
                        Some(field) => Value::Known(field.kind.clone()),
                        None => {
                            let known = view.fields.iter().map(|field| field.name.to_owned()).collect();
                            let name = (*name).to_owned();
                            self.found.push(Unknown { name, start: *start, of: Of::Field, known });
                            Value::Any
                        }
                    },
                    None => Value::Any,
                },
                Value::Any => Value::Any,
            };
        }
        value
    }

    fn variable(&mut self, name: &str, start: usize) {
        let closed = self.scopes.iter().any(|scope| scope.closed);
        if self.whole || closed || !self.uses.anywhere.contains(name) {
            let mut known: Vec<String> = Vec::new();
            for scope in self.scopes.iter().rev() {
                known.extend(scope.names.keys().filter(|name| *name != "loop").cloned());
                if scope.closed {
                    break;
                }
            }
            self.found.push(Unknown { name: name.to_owned(), start, of: Of::Variable, known });
        }
    }
}

fn is_keyword(name: &str) -> bool {
    matches!(
        name,
        "if" | "elif"
            | "else"
            | "endif"
            | "for"
            | "endfor"
            | "in"
            | "and"
            | "or"
            | "not"
            | "is"
            | "true"
            | "false"
            | "True"
            | "False"
            | "none"
            | "None"
            | "null"
            | "break"
            | "continue"
            | "raw"
            | "endraw"
            | "endset"
            | "endfilter"
            | "set"
            | "set_global"
            | "loop"
    )
}
