//! A walk over the lines of a text that gathers slips, and knows which brackets are open.

use super::slip::{
    Kind, Slip, colon, comma, flow_slip, is_cjk, is_entry_after_comma, is_plausible_key, no_space,
};

/// A walk over the lines of a text.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) stop: usize,
    pub(super) slips: Vec<Slip>,
    /// Brackets that are open, innermost last.
    pub(super) open: Vec<usize>,
    /// A bracket that was still open when an entry outside it began.
    pub(super) unclosed: Option<usize>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Scan { text, at: 0, stop: text.len(), slips: Vec::new(), open: Vec::new(), unclosed: None }
    }

    pub(super) fn run(&mut self) {
        while self.at < self.stop {
            self.open.clear();
            let before = self.at;
            self.line();
            if self.open.is_empty() || self.at < self.stop {
                self.next_line();
            }
            debug_assert!(self.at > before, "a line was read without getting on");
        }
    }

    /// One line, and the lines of the block scalar, quotes or brackets that it opens.
    fn line(&mut self) {
        let line_start = self.at;
        self.space(Kind::Tab);
        let rest = self.rest_of_line();
        if rest.is_empty()
            || rest.starts_with(['#', '%'])
            || rest.starts_with("---")
            || rest.starts_with("...")
        {
            return;
        }
        let mut indent = self.at - line_start;
        while self.rest().starts_with('-') {
            match self.rest().chars().nth(1) {
                None | Some('\n') => return self.at += 1,
                Some(' ' | '\t' | '\u{3000}' | '\u{A0}') => {
                    self.at += 1;
                    self.space(Kind::WideSpace);
                    if self.rest().starts_with(['|', '>']) {
                        return self.value(indent);
                    }
                    indent = self.at - line_start;
                }
                Some(c) if c.is_alphabetic() => {
                    self.dash();
                    break;
                }
                Some(_) => break,
            }
        }
        if self.key() {
            self.value(indent);
        }
    }

    /// Skips spaces; those that are no spaces for YAML are slips. A tab is one in indentation only.
    fn space(&mut self, tab: Kind) {
        let start = self.at;
        let mut instead = String::new();
        let mut kind = None;
        while let Some(c) = self.rest().chars().next() {
            match c {
                ' ' => instead.push(' '),
                '\t' if tab == Kind::Tab => {
                    instead.push_str("  ");
                    kind = kind.or(Some(Kind::Tab));
                }
                '\t' => instead.push(' '),
                '\u{3000}' | '\u{A0}' => {
                    instead.push_str(if c == '\u{A0}' { " " } else { "  " });
                    kind = kind.or(Some(Kind::WideSpace));
                }
                _ => break,
            }
            self.at += c.len_utf8();
        }
        if let Some(kind) = kind {
            let at = start..self.at;
            self.slips.push(Slip { kind, at, instead, word: String::new(), plain_case: false });
        }
    }

    /// `-名称`: what follows may still be a key with a slip of its own.
    fn dash(&mut self) {
        let at = self.at..self.at + 1;
        let word: String = self.rest_of_line()[1..].chars().take(12).collect();
        let plain_case = self.rest_of_line().chars().nth(1).is_some_and(is_cjk);
        self.slips.push(Slip { kind: Kind::Dash, at, instead: "- ".to_string(), word, plain_case });
        self.at += 1;
    }

    /// Reads a key and its colon; false where the line has none. A colon with a slip counts.
    fn key(&mut self) -> bool {
        let start = self.at;
        if self.rest_of_line().starts_with(['{', '[']) {
            return true;
        }
        if self.rest_of_line().starts_with(['"', '\'']) && !self.quoted() {
            return false;
        }
        let from = self.at;
        let line = self.rest_of_line();
        let mut slip = None;
        let mut last = ' ';
        for (n, c) in line.char_indices() {
            let at = from + n;
            let after = line[n + c.len_utf8()..].chars().next();
            match (c, after) {
                (':', None | Some(' ' | '\t')) => {
                    self.at = at + 1;
                    return true;
                }
                (':', Some('\u{3000}' | '\u{A0}')) => {
                    self.at = at + 1;
                    self.space(Kind::WideSpace);
                    return true;
                }
                (':', Some(after)) if slip.is_none() && after != '/' => {
                    slip = Some(no_space(self.text, start, at))
                }
                ('：', _) if slip.is_none() => {
                    slip = Some(colon(self.text, start, at));
                    // Colons in these are not the colon of this key.
                    if line[n + c.len_utf8()..].trim_start().starts_with(['{', '[', '"', '\'']) {
                        break;
                    }
                }
                ('#', _) if last == ' ' => break,
                _ => {}
            }
            last = c;
        }
        let Some(slip) = slip.filter(|slip| is_plausible_key(&slip.word)) else { return false };
        self.at = slip.at.end;
        self.slips.push(slip);
        true
    }

    /// What stands after a key or a hyphen; `indent` is that of the key.
    fn value(&mut self, indent: usize) {
        self.space(Kind::WideSpace);
        while self.rest().starts_with(['&', '!']) {
            let word = self.rest().split([' ', '\n']).next().map_or(0, str::len);
            self.at += word;
            self.space(Kind::WideSpace);
        }
        let rest = self.rest();
        if rest.starts_with(['|', '>']) {
            self.block_scalar(indent);
        } else if rest.starts_with(['"', '\'']) {
            self.quoted();
        } else if rest.starts_with(['{', '[']) {
            self.brackets(indent);
        }
    }

    /// Skips the lines of `|` or `>`: blank ones and those that stand further in than the key.
    fn block_scalar(&mut self, indent: usize) {
        loop {
            let end = self.at + self.rest_of_line().len();
            let Some(next) = self.text.get(end + 1..).filter(|next| !next.is_empty()) else {
                return self.at = end;
            };
            let line = next.lines().next().unwrap_or_default();
            let inner = line.len() - line.trim_start().len() > indent;
            if (!inner && !line.trim().is_empty()) || end + 1 >= self.stop {
                return self.at = end;
            }
            self.at = end + 1;
        }
    }

    /// Skips a quoted text, over lines if need be; false where it is never closed, and then nothing.
    fn quoted(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let single = rest.starts_with('\'');
        let mut chars = rest.char_indices().skip(1).peekable();
        while let Some((n, c)) = chars.next() {
            match c {
                '\\' if !single => {
                    chars.next();
                }
                '\'' if single && chars.peek().is_some_and(|(_, next)| *next == '\'') => {
                    chars.next();
                }
                '\'' if single => return self.skip_to(n + 1),
                '"' if !single => return self.skip_to(n + 1),
                _ => {}
            }
        }
        false
    }

    fn skip_to(&mut self, n: usize) -> bool {
        self.at += n;
        true
    }

    /// Reads `{ }` and `[ ]` up to the closing one, or to a line that is an entry of its own.
    fn brackets(&mut self, indent: usize) {
        let mut entry = true;
        while self.at < self.stop {
            let rest = &self.text[self.at..];
            let Some(c) = rest.chars().next() else { return };
            let in_braces = self.open.last().is_some_and(|&n| self.text[n..].starts_with('{'));
            let mut next = self.at + c.len_utf8();
            match c {
                '{' | '[' => {
                    self.open.push(self.at);
                    entry = true;
                }
                '}' | ']' => {
                    self.open.pop();
                    entry = false;
                    if self.open.is_empty() {
                        self.at = next;
                        return;
                    }
                }
                ',' => entry = true,
                '"' | '\'' if entry || last_is(self.text, self.at, ' ') => {
                    entry = false;
                    if self.quoted() {
                        next = self.at;
                    }
                }
                '#' if last_is(self.text, self.at, ' ') => next = self.at + self.rest_of_line().len(),
                '\n' if self.is_entry_outside(next, indent) => {
                    self.unclosed = self.unclosed.or(self.open.last().copied());
                    return;
                }
                ' ' | '\n' | '\t' => {}
                _ if entry => {
                    entry = false;
                    let end = next + self.text[next..].find([',', '}', ']', '\n', ':']).unwrap_or(0);
                    let is_key = self.text[end..].starts_with(": ");
                    if in_braces
                        && !is_key
                        && let Some(slip) = self.flow_entry()
                    {
                        next = slip.at.end;
                        self.slips.push(slip);
                    }
                }
                '，' if in_braces && is_entry_after_comma(self.text, next) => {
                    self.slips.push(comma(self.at));
                    entry = true;
                }
                _ => {}
            }
            self.at = next;
        }
    }

    /// The slip of the entry of `{ }` that begins here.
    fn flow_entry(&self) -> Option<Slip> {
        // Not the whole line, which may be long.
        let rest = self.rest();
        let end = rest.find([',', '，', '}', ']', '\n']).unwrap_or(rest.len());
        flow_slip(self.text, self.at..self.at + end).filter(|slip| is_plausible_key(&slip.word))
    }

    /// True where the line from `at` on is `key: …` no further in than the line of the bracket:
    /// the bracket was never closed.
    fn is_entry_outside(&self, at: usize, indent: usize) -> bool {
        let line = self.text[at..].lines().next().unwrap_or_default();
        let text = line.trim_start();
        let key = text.split_once(':').is_some_and(|(key, after)| {
            is_plausible_key(key.trim_start_matches("- ")) && (after.is_empty() || after.starts_with(' '))
        });
        line.len() - text.len() <= indent && key
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Looks for the end of the line: not to be asked at every character of one.
    fn rest_of_line(&self) -> &'a str {
        self.rest().split('\n').next().unwrap_or_default()
    }

    fn next_line(&mut self) {
        self.at += self.rest_of_line().len() + 1;
    }
}

fn last_is(text: &str, at: usize, c: char) -> bool {
    text[..at].ends_with(c)
}
