//! Style sheets and scripts as they are shipped: readable in the theme, shorter on the wire.

use std::borrow::Cow;

/// A script without the lines that only people read: whole-line comments, indents and blank lines. Every other line stays
/// whole and a line of its own, so that nothing of the language has to be understood. A comment that begins with `/*!`, as
/// licences do, stays. A script in which a text may run over several lines is left as it is.
pub(super) fn script(bytes: Cow<'static, [u8]>) -> Cow<'static, [u8]> {
    let Ok(text) = std::str::from_utf8(&bytes) else { return bytes };
    if text.contains('`') || text.lines().any(|line| line.ends_with('\\')) {
        return bytes;
    }
    let mut kept = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        let opens = !in_comment && line.starts_with("/*") && !line.starts_with("/*!");
        if in_comment || opens {
            let after = if opens { 2 } else { 0 };
            match line[after..].find("*/") {
                // Code behind a comment on its last line: rare, and kept with it.
                Some(at) if after + at + 2 < line.len() => return Cow::Owned(text.as_bytes().to_vec()),
                Some(_) => in_comment = false,
                None => in_comment = true,
            }
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        // A comment that opens behind code, or that stays, would make the lines after it look like code.
        if line.rfind("/*").is_some_and(|open| !line[open..].contains("*/")) {
            return bytes;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    Cow::Owned(kept.into_bytes())
}

/// The paint of charts before the theme's own sheet: one file, so that a page is painted after one request.
pub(super) fn sheet(charts: &[u8], own: &[u8]) -> Cow<'static, [u8]> {
    Cow::Owned([charts, b"\n", own].concat())
}

#[cfg(test)]
mod tests {
    use super::script;
    use std::borrow::Cow;

    fn shipped(text: &'static str) -> String {
        String::from_utf8(script(Cow::Borrowed(text.as_bytes())).into_owned()).unwrap()
    }

    #[test]
    fn comments_and_indents_are_not_shipped() {
        let text = "/*\n * what it does\n */\n(function () {\n  // why\n  go('// not a comment'); // stays\n\n})();\n";
        assert_eq!(shipped(text), "(function () {\ngo('// not a comment'); // stays\n})();\n");
    }

    #[test]
    fn a_licence_stays() {
        assert_eq!(shipped("/*! (c) somebody */\n  go();\n"), "/*! (c) somebody */\ngo();\n");
    }

    #[test]
    fn what_may_hold_a_text_of_several_lines_is_left_alone() {
        for text in [
            "a = `\n  // text\n`;\n",
            "a = 'x\\\n  // text';\n",
            "go(); /* a\n  // b\n*/\n",
            "/* a\n */ go();\n",
        ] {
            assert_eq!(shipped(text), text);
        }
    }
}
