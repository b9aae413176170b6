//! Text -> HTML in which a line never breaks between a figure and its unit, or inside a short bracket.
//!
//! Browsers break Chinese between any two characters; “双 / 倍增” and 160 / 家 are what readers stumble over.
//! Markup rather than invisible joiners: what a reader copies or searches for stays as it was written.

/// A bracket of at most so many characters is kept together.
const SHORT: usize = 6;

/// Escapes `text` and wraps what belongs together in `<span class="k">`.
pub(super) fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        // Most of a text is this, and nothing that is kept together begins with it.
        if is_han(first) {
            let end = rest.find(|c| !is_han(c)).unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let kept = bracket(rest).or_else(|| figure(rest));
        let (piece, after) = rest.split_at(kept.unwrap_or(first.len_utf8()));
        if kept.is_some() {
            out.push_str("<span class=\"k\">");
        }
        piece.chars().for_each(|c| escape(c, &mut out));
        if kept.is_some() {
            out.push_str("</span>");
        }
        rest = after;
        // The rest of a word that is not a figure: `GB2312` is no 2312.
        if kept.is_none() && first.is_ascii_alphabetic() {
            let word = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            out.push_str(&rest[..word]);
            rest = &rest[word..];
        }
    }
    out
}

/// The length of a short bracket that `text` begins with.
fn bracket(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let close = match chars.next()?.1 {
        '“' => '”',
        '‘' => '’',
        '（' => '）',
        '《' => '》',
        '〔' => '〕',
        '「' => '」',
        _ => return None,
    };
    let (at, close) = chars.take(SHORT + 1).find(|(_, c)| *c == close)?;
    Some(at + close.len_utf8())
}

/// The length of a figure with its unit that `text` begins with: `1,020家`, `2024年`, `12个月`.
fn figure(text: &str) -> Option<usize> {
    let digits = text.strip_prefix(['−', '+']).unwrap_or(text);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let sign = text.len() - digits.len();
    let end = digits.find(|c: char| !matches!(c, '0'..='9' | ',' | '.' | '%')).unwrap_or(digits.len());
    let mut length = sign + end;
    let mut unit = text[length..].chars().peekable();
    let first = unit.next().filter(|c| is_han(*c))?;
    length += first.len_utf8();
    if first == '个' {
        length += unit.peek().filter(|c| is_han(**c)).map_or(0, |c| c.len_utf8());
    }
    Some(length)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn escape(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    fn marked(text: &str) -> String {
        unbroken(text).replace("<span class=\"k\">", "[").replace("</span>", "]")
    }

    #[test]
    fn figures_stay_with_their_units() {
        assert_eq!(marked("到2025年底须超过1,200家"), "到[2025年]底须超过[1,200家]");
        assert_eq!(marked("近12个月平均每月净增1.0家"), "近[12个月]平均每月净增[1.0家]");
        assert_eq!(marked("少−2家，为64%。GB2312字"), "少[−2家]，为64%。GB2312字");
    }

    #[test]
    fn short_brackets_stay_whole() {
        assert_eq!(marked("科技企业“双倍增”：走到哪一步"), "科技企业[“双倍增”]：走到哪一步");
        assert_eq!(marked("滞后（约慢1个月）。"), "滞后[（约慢1个月）]。");
        assert_eq!(marked("（这个括号里的字太多了）"), "（这个括号里的字太多了）");
        assert_eq!(marked("“没有关上"), "“没有关上");
    }

    #[test]
    fn html_is_escaped() {
        assert_eq!(unbroken("<b>&\"'"), "&lt;b&gt;&amp;&quot;&#39;");
        assert_eq!(marked("“<b>”"), "[“&lt;b&gt;”]");
    }
}
